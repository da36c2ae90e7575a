/*
 * containers.c - fo:block-container, fo:inline-container
 *
 * Of automatic height and upright, its content goes on in the list around it, within a
 * frame that is a reference-area.  Of given height, turned or out of the flow it is packed
 * into one box.
 */
#include "layout/blocks.h"
#include "layout/sides.h"

/* The size of the content rectangle before its turn; 0 where it is automatic. */
struct extent {
	Len width, height;
	Len fill; /* which an automatic height takes if the content does not need more */
};

static Len definite(const struct fo_space *range, Len whole)
{
	Len l;

	if (range->optimum.keyword)
		l = range->minimum.keyword ? 0 : fo_len_of(range->minimum, whole);
	else
		l = fo_len_of(range->optimum, whole);
	return l > 0 ? l : 0;
}

static struct extent extent_of(const struct setter *s, const struct fo *fo,
			       const struct room *own)
{
	struct extent e = {0};
	const struct fo_space *bpd = &fo->style->block_progression_dimension;
	Len height = own->height ? own->height : s->page_height;

	e.width = definite(&fo->style->inline_progression_dimension, own->width);
	e.height = bpd->optimum.keyword ? 0 : definite(bpd, height);
	return e;
}

static bool is_turned(const struct fo *fo)
{
	return fo->style->reference_orientation % 180 != 0;
}

/* Reports content that is higher than its container; cuts it off if so asked.  In a line
 * nothing is cut off: text is not lost for want of height. */
static bool check_overflow(struct setter *s, const struct fo *fo, Len need, Len have)
{
	if (need <= have)
		return false;
	diag(s->diags, W_OVERFULL, fo->from,
	     "the content of this %s is %.1f pt higher than it", fo_kind_name(fo->kind),
	     len_pt(need - have));
	return fo->style->overflow == KW_HIDDEN && fo->kind == FO_BLOCK_CONTAINER;
}

static const struct area *packed_content(struct setter *s, const struct fo *fo,
					 struct extent e, const struct room *around,
					 struct vlist **list)
{
	struct vlist *own = vlist_new(s);
	struct room room = {.width = e.width,
			    .height = e.height,
			    .around = {around->width, around->around[0]},
			    .rtl = fo->style->writing_mode == KW_RL_TB,
			    .unbreakable = true};
	struct area *a;
	Len need;

	set_blocks(s, own, fo, &room);
	need = vlist_height(own);
	if (!e.height && need < e.fill)
		e.height = e.fill;
	a = arena_copy(s->arena,
		       vlist_pack(s, own, e.width, e.height, fo->style->display_align),
		       sizeof(*a));
	if (e.height > 0)
		a->clip = check_overflow(s, fo, need, e.height);
	a->trace = "reference";
	*list = own;
	return a;
}

/* Border and padding around the content, and its turn. */
static const struct area *boxed(struct setter *s, const struct fo *fo,
				const struct area *content, const struct room *room)
{
	const struct fo_style *st = fo->style;
	int turn = ((st->reference_orientation % 360) + 360) % 360;
	struct size size = content->size;
	struct area *a = ARENA_NEW(s->arena, struct area);
	struct place *kid = ARENA_NEW(s->arena, struct place);
	struct area *inner = arena_copy(s->arena, content, sizeof(*inner));

	inner->rotation = (int16_t)turn;
	if (turn % 180)
		size = (struct size){size.height, size.width};
	a->kind = AREA_BOX;
	a->trace = fo_kind_name(fo->kind);
	a->id = fo->id;
	a->mark = mark_of(s, fo);
	a->from = fo->from;
	kid->area = inner;
	kid->x = edge_size(room->rtl ? &st->border_end : &st->border_start, room->width);
	kid->y = edge_size(&st->border_before, room->width);
	a->kids = kid;
	a->n_kids = 1;
	a->size.width = size.width + edge_size(&st->border_start, room->width) +
			edge_size(&st->border_end, room->width);
	a->size.height = size.height + kid->y + edge_size(&st->border_after, room->width);
	a->decor = decor_place(s, decor_of(s, st, room->rtl), st, a->size);
	return a;
}

/* The box of a content rectangle of size e.  Sizes are those before the turn (5.3.3 looks at
 * the writing-mode alone): a line's length, if not given, is what the content wants. */
static const struct area *make_box(struct setter *s, const struct fo *fo, struct extent e,
				   const struct room *room, struct vlist **list)
{
	if (is_turned(fo) && !e.width)
		e.width = len_min(measure_blocks(s, fo).most,
				  s->page_height ? s->page_height : PT(600));
	return boxed(s, fo, packed_content(s, fo, e, room, list), room);
}

const struct area *set_inline_container(struct setter *s, const struct fo *fo,
					const struct room *room, struct vlist **list)
{
	struct extent e = extent_of(s, fo, room);

	if (!e.width && !is_turned(fo))
		e.width = len_max(room->width - edge_size(&fo->style->border_start, room->width) -
				  edge_size(&fo->style->border_end, room->width), 0);
	return make_box(s, fo, e, room, list);
}

/* What a container needs beside floats, or moves below them. */
static Len least_width(const struct fo *fo, const struct room *room)
{
	struct room own = block_room(fo, room);
	Len width = definite(&fo->style->inline_progression_dimension, room->width);

	return width ? width : room_measure(&own) / 2;
}

/* `own` is its room; what a side-float is too wide for is said of that. */
static void report_width(struct setter *s, const struct fo *fo, const struct room *own,
			 Len width)
{
	Len over = len_max(own->start, 0) + width - own->width;

	if (over > PT(0.1) && s->in_floats == 0)
		diag(s->diags, W_OVERFULL, fo->from,
		     "this block-container is %.1f pt wider than its place", len_pt(over));
}

static void set_box(struct setter *s, struct vlist *v, const struct fo *fo,
		    const struct room *room)
{
	struct room beside = sides_give_way(v, s, fo, room, least_width(fo, room));
	struct block b = block_begin_plain(s, v, fo, &beside);
	struct room own = block_room(fo, &beside);
	struct extent e = extent_of(s, fo, room);
	struct vlist *list;
	const struct area *a;

	if (is_turned(fo)) /* what lies across the page is as wide as there is room */
		e.fill = room_measure(&own);
	else if (!e.width)
		e.width = room_measure(&own);
	if (!is_turned(fo))
		report_width(s, fo, &own, e.width);
	a = make_box(s, fo, e, room, &list);
	vlist_box(v, a,
		  room_left(&own) - edge_size(room->rtl ? &fo->style->border_end
							: &fo->style->border_start,
					      room->width),
		  fo->from);
	vlist_carry_all(v, list);
	b.keep = vlist_keep(v, 0);
	block_end(s, v, &b);
}

/* ---- out of the flow ---- */

/* The size as it is on the page, and back. */
static struct extent as_seen(const struct fo *fo, struct extent e)
{
	return is_turned(fo) ? (struct extent){e.height, e.width, 0} : e;
}

/* Start and size on one axis from the two offsets and the size; LEN_MAX is "not given". */
static void solve(struct fo_len from, struct fo_len to, Len size, Len whole, Len out[2])
{
	bool has_from = from.keyword != KW_AUTO, has_to = to.keyword != KW_AUTO;
	Len start = has_from ? fo_len_of(from, whole) : 0;
	Len end = has_to ? fo_len_of(to, whole) : 0;

	if (!size && has_to)
		size = whole - start - end;
	else if (size && !has_from && has_to)
		start = whole - end - size;
	out[0] = start;
	out[1] = size;
}

static void set_absolute(struct setter *s, struct vlist *v, const struct fo *fo,
			 const struct room *room)
{
	const struct fo_style *st = fo->style;
	struct extent e = as_seen(fo, extent_of(s, fo, room));
	bool fixed = st->absolute_position == KW_FIXED;
	Len height = room->height ? room->height : s->page_height;
	Len whole_x = fixed ? s->paper.width : room->width;
	Len whole_y = fixed ? s->paper.height : height;
	Len x[2], y[2];
	struct vlist *list;
	const struct area *a;

	solve(st->left, st->right, e.width, whole_x, x);
	if (!e.width &&
	    st->right.keyword != KW_AUTO) /* its own indents take from the room */
		x[1] = len_max(x[1] - fo_len_of(st->start_indent, whole_x) -
				       fo_len_of(st->end_indent, whole_x),
			       0);
	solve(st->top, st->bottom, e.height, whole_y, y);
	if (!x[1] && !is_turned(fo))
		x[1] = whole_x - x[0];
	e = as_seen(fo, (struct extent){x[1], y[1], 0});
	a = make_box(s, fo, e, room, &list);
	if (st->bottom.keyword != KW_AUTO && st->top.keyword == KW_AUTO && !y[1])
		y[0] = whole_y - fo_len_of(st->bottom, whole_y) - a->size.height +
		       edge_size(&st->border_before, room->width) +
		       edge_size(&st->border_after, room->width);
	/* left and top are those of the content edges (7.6.4): border and padding lie
	 * outside. */
	x[0] -= edge_size(room->rtl ? &st->border_end : &st->border_start, room->width);
	y[0] -= edge_size(&st->border_before, room->width);
	vlist_absolute(v, a, fixed ? AT_PAGE : AT_REFERENCE, x[0] + (fixed ? 0 : room->x),
		       y[0]);
	if (fo->id)
		vlist_spot(v, fo, false);
}

/* ---- in the flow, cut like any text ---- */

static void set_open(struct setter *s, struct vlist *v, const struct fo *fo,
		     const struct room *room)
{
	struct room beside = sides_give_way(v, s, fo, room, least_width(fo, room));
	struct block b = block_begin_plain(s, v, fo, &beside);
	struct room own = block_room(fo, &beside);
	const struct fo_style *st = fo->style;
	Len width = definite(&st->inline_progression_dimension, room->width);
	Len start = edge_size(&st->border_start, room->width);
	Len end = edge_size(&st->border_end, room->width);
	struct frame *f = ARENA_NEW(s->arena, struct frame);
	Len least = definite(&st->block_progression_dimension, 0);
	int boxes = vlist_boxes(v), floats;

	if (width)
		report_width(s, fo, &own, width);
	else
		width = room_measure(&own);
	*f = (struct frame){
		.x = room->rtl ? room->x + room->width - own.start - width - end
			       : room_left(&own) - start,
		.width = width + start + end,
		.decor = decor_of(s, st, room->rtl),
		.before = edge_size(&st->border_before, room->width),
		.after = edge_size(&st->border_after, room->width),
		.retain_before = st->border_before.retain,
		.retain_after = st->border_after.retain,
		.break_before = edge_kept(&st->border_before, room->width),
		.break_after = edge_kept(&st->border_after, room->width),
		.reference = true,
		.style = st->background_image ? st : NULL,
		.trace = "block-container",
		.id = fo->id,
		.mark = mark_of(s, fo),
		.from = fo->from};
	own = (struct room){.axis = room->axis,
			    .x = f->x + (st->writing_mode == KW_RL_TB ? end : start),
			    .width = width,
			    .around = {room->width, room->around[0]},
			    .rtl = st->writing_mode == KW_RL_TB,
			    .unbreakable = room->unbreakable};
	vlist_open(v, f);
	b.keep = vlist_keep(v, block_keep_cost(s, &st->keep_together));
	floats = sides_count(v);
	set_blocks(s, v, fo, &own);
	if (vlist_boxes(v) == boxes)
		vlist_strut(v, least, fo->from);
	sides_end(v, floats, fo->from);
	vlist_close(v, f);
	block_end(s, v, &b);
}

void set_container(struct setter *s, struct vlist *v, const struct fo *fo,
		   const struct room *room)
{
	const struct fo_style *st = fo->style;
	bool given = !st->block_progression_dimension.optimum.keyword;

	if (st->absolute_position == KW_ABSOLUTE || st->absolute_position == KW_FIXED)
		set_absolute(s, v, fo, room);
	else if (given || st->reference_orientation % 360)
		set_box(s, v, fo, room);
	else
		set_open(s, v, fo, room);
}
