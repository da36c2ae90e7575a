/*
 * tables.c - fo:table
 *
 * The table's indents and width, its frame with the header and footer that are repeated at
 * breaks, and in it the rows.  The content rectangle of the table is the grid: separated
 * borders of the table stand around it, collapsed ones lie half outside.
 */
#include "layout/blocks.h"
#include "layout/sides.h"
#include "layout/table.h"

/* ---- width ---- */

static bool is_reference(const struct fo *fo)
{
	return !fo || fo->kind == FO_TABLE_CELL || fo->kind == FO_BLOCK_CONTAINER ||
	       fo->kind == FO_FLOW || fo->kind == FO_STATIC_CONTENT ||
	       fo->kind == FO_TABLE_CAPTION;
}

/* What percentages of the table's width refer to: the containing block's content. */
static Len containing_width(const struct fo *fo, const struct room *room)
{
	const struct fo_style *parent;

	if (is_reference(fo->parent))
		return room->width;
	parent = fo->parent->style;
	return room->width - room_indent(room, parent->start_indent, parent->start_outer) -
	       room_indent(room, parent->end_indent, parent->end_outer);
}

static Len asked_width(const struct table *t, const struct room *room, Len available)
{
	const struct fo_space *ipd = &t->fo->style->inline_progression_dimension;
	Len whole = containing_width(t->fo, room), width = available;

	if (!ipd->optimum.keyword)
		width = fo_len_of(ipd->optimum, whole);
	if (!ipd->minimum.keyword)
		width = len_max(width, fo_len_of(ipd->minimum, whole));
	if (!ipd->maximum.keyword && fo_len_of(ipd->maximum, whole) > 0)
		width = len_min(width, fo_len_of(ipd->maximum, whole));
	if (ipd->optimum.share && (room->inset_left || room->inset_right))
		width = len_min(width, available); /* it gives way to a side-float */
	return len_max(width, 0);
}

static bool has_elastic_column(const struct table *t)
{
	for (int i = 0; i < t->n_columns; i++)
		if (t->columns[i].given.keyword || t->columns[i].given.proportional)
			return true;
	return false;
}

static void place_table(struct table *t, const struct room *room)
{
	const struct fo_style *st = t->fo->style;
	struct room own = block_room(t->fo, room);
	Len start = own.start, available = room_measure(&own);
	bool automatic = st->table_layout == KW_AUTO && has_elastic_column(t);

	t->around[0] = room->width;
	t->around[1] = room->around[0];
	t->width = asked_width(t, room, available);
	table_columns(t, automatic);
	if (t->sum > t->width || st->inline_progression_dimension.optimum.keyword)
		t->width = t->sum;
	if (t->sum > available + PT(0.1))
		diag(t->setter->diags, W_OVERFULL, t->fo->from,
		     "the table is %.1fpt wider than its place",
		     len_pt(t->sum - available));
	t->x = room->x + (t->rtl ? room->width - start - t->sum : start);
}

/* ---- frame ---- */

static int groups_of_head(const struct table *t)
{
	return t->n_head > 0 ? t->rows[t->n_head - 1].group + 1 : 0;
}

static int groups_of_foot(const struct table *t)
{
	return t->n_foot > 0 ? t->n_groups - t->rows[t->n_rows - t->n_foot].group : 0;
}

static void add_edges(const struct table *t, struct frame *f, Len whole)
{
	const struct fo_style *st = t->fo->style;
	Len start = edge_size(&st->border_start, whole) + t->separation_x / 2;
	Len end = edge_size(&st->border_end, whole) + t->separation_x / 2;

	f->decor = decor_of(t->setter, st, t->rtl);
	f->x -= t->rtl ? end : start;
	f->width += start + end;
	f->before = edge_size(&st->border_before, whole) + t->separation_y / 2;
	f->after = edge_size(&st->border_after, whole) + t->separation_y / 2;
	f->break_before = edge_kept(&st->border_before, whole);
	f->break_after = edge_kept(&st->border_after, whole);
	f->retain_before = st->border_before.retain;
	f->retain_after = st->border_after.retain;
}

static struct frame *make_frame(struct table *t, Len whole)
{
	struct frame *f = ARENA_NEW(t->setter->arena, struct frame);
	const struct fo_style *st = t->fo->style;

	f->x = t->x;
	f->width = t->sum;
	f->style = st->background_image ? st : NULL;
	f->trace = "table";
	f->id = t->fo->id;
	f->mark = mark_of(t->setter, t->fo);
	f->from = t->fo->from;
	if (!t->collapse) {
		add_edges(t, f, whole);
	} else if (st->background_color.a || st->background_image) {
		struct decor *d = arena_copy(t->setter->arena,
					     decor_of(t->setter, st, t->rtl), sizeof(*d));

		d->top.width = d->bottom.width = d->left.width = d->right.width = 0;
		f->decor = d;
	}
	return f;
}

/* What the frame repeats; for ends that are set anew for each page, only their room. */
static const struct area *repeated(struct table *t, const struct frame *f, bool foot)
{
	int first = foot ? t->n_groups - groups_of_foot(t) : 0;
	const struct area *rows;
	struct area *room;

	rows = table_repeat(t, first, foot ? groups_of_foot(t) : groups_of_head(t));
	if (foot ? t->live_foot : t->live_head) {
		room = ARENA_NEW(t->setter->arena, struct area);
		room->size = rows->size;
		rows = room;
	}
	return table_as_artifact(t, rows, t->x - f->x, foot);
}

static Len rows_height(const struct table *t, int first, int end)
{
	Len height = 0;

	for (int r = first; r < end; r++)
		height += t->rows[r].height;
	return height;
}

/* Ends that would leave the rows no room worth the name are not repeated, and may be cut. */
static void check_room(struct table *t)
{
	Len page = t->setter->page_height, ends = 0;

	if (t->repeat_head || t->live_head)
		ends += rows_height(t, 0, t->n_head);
	if (t->repeat_foot || t->live_foot)
		ends += rows_height(t, t->n_rows - t->n_foot, t->n_rows);
	if (page <= 0 || ends <= page / 4 * 3)
		return;
	if (t->repeat_head || t->repeat_foot)
		diag(t->setter->diags, W_OVERFULL, t->fo->from,
		     "header and footer are %.1fpt high, too much to be repeated on each page",
		     len_pt(ends));
	t->repeat_head = t->repeat_foot = false;
	t->live_head = t->live_foot = false;
}

/* Header and footer are set before the rest, for the frame to repeat them. */
static void set_ends(struct table *t, struct frame *f)
{
	table_find_live(t);
	if (t->n_head > 0)
		table_set_end_first(t, false);
	if (t->n_foot > 0)
		table_set_end_first(t, true);
	check_room(t);
	if (t->repeat_head)
		f->head = repeated(t, f, false);
	if (t->repeat_foot)
		f->foot = repeated(t, f, true);
}

/* ---- entry ---- */

static struct table *new_table(struct setter *s, const struct fo *fo,
			       const struct room *room)
{
	struct table *t = ARENA_NEW(s->arena, struct table);

	t->setter = s;
	t->fo = fo;
	t->rtl = fo->style->writing_mode == KW_RL_TB;
	t->whole = room->unbreakable;
	t->collapse = fo->style->border_collapse != KW_SEPARATE;
	t->precedence = fo->style->border_collapse == KW_COLLAPSE_WITH_PRECEDENCE;
	if (!t->collapse) {
		t->separation_x = fo->style->border_separation.ipd;
		t->separation_y = fo->style->border_separation.bpd;
	}
	return t;
}

static void set_rows(struct table *t, struct vlist *v, Len whole)
{
	struct table_slicer *slicer = ARENA_NEW(t->setter->arena, struct table_slicer);
	struct frame *f = make_frame(t, whole);

	slicer->slicer.slice = table_slice;
	slicer->table = t;
	t->repeat_head =
		t->n_head > 0 && !t->fo->style->table_omit_header_at_break && !t->whole;
	t->repeat_foot =
		t->n_foot > 0 && !t->fo->style->table_omit_footer_at_break && !t->whole;
	set_ends(t, f);
	vlist_open(v, f);
	table_list(t, v, slicer);
	vlist_close(v, f);
}

/* What a table needs beside floats, or moves below them: what it asks for, else half of
 * what it would have. */
static Len least_width(const struct table *t, const struct room *room)
{
	const struct fo_space *ipd = &t->fo->style->inline_progression_dimension;
	struct room own = block_room(t->fo, room);

	if (!ipd->optimum.keyword && !ipd->optimum.share)
		return ipd->optimum.fixed;
	return room_measure(&own) / 2;
}

static void set_plain_table(struct setter *s, struct vlist *v, const struct fo *fo,
			    const struct room *room)
{
	struct table *t = new_table(s, fo, room);
	struct room own = sides_give_way(v, s, fo, room, least_width(t, room));
	struct block b = block_begin_plain(s, v, fo, &own);
	bool any = table_grid(t);

	room = &own;

	if (any)
		table_gap(t, v, false);
	b.keep = vlist_keep(v, block_keep_cost(s, &fo->style->keep_together));
	if (any) {
		place_table(t, room);
		set_rows(t, v, room->width);
	} else {
		vlist_strut(v, 0, fo->from);
	}
	block_end(s, v, &b);
	if (any)
		table_gap(t, v, true);
}

struct widths measure_table(struct setter *s, const struct fo *fo)
{
	const struct fo_len *asked = &fo->style->inline_progression_dimension.optimum;
	struct room room = {0};
	struct widths w = {0, 0};
	struct table *t;

	if (!asked->keyword && !asked->share)
		return (struct widths){asked->fixed, asked->fixed};
	t = new_table(s, fo, &room);
	if (!table_grid(t))
		return w;
	return table_limits(t);
}

/* ---- captions ---- */

/* An area of its own even if nothing is painted: the caption is an element of its own. */
static const struct frame *caption_frame(struct setter *s, const struct fo *caption,
					 const struct room *room)
{
	struct room own = block_room(caption, room);
	struct frame *f = ARENA_NEW(s->arena, struct frame);

	f->x = room_left(&own);
	f->width = room_measure(&own);
	f->trace = "table-caption";
	f->mark = mark_of(s, caption);
	f->from = caption->from;
	return f;
}

static void set_caption(struct setter *s, struct vlist *v, const struct fo *caption,
			const struct room *room)
{
	struct block b = block_begin(s, v, caption, room);

	if (!b.frame) {
		b.frame = caption_frame(s, caption, room);
		vlist_open(v, b.frame);
	}
	set_blocks(s, v, caption, room);
	block_end(s, v, &b);
}

/* A caption at the side takes the width it asks for, else what it can use, at most a third.
 */
static Len side_width(struct setter *s, const struct fo *caption, const struct room *room)
{
	const struct fo_len *asked = &caption->style->inline_progression_dimension.optimum;

	if (!asked->keyword)
		return len_min(fo_len_of(*asked, room->width), room->width);
	return len_min(measure_blocks(s, caption).most, room->width / 3);
}

/* The caption lies over the room that the table is not given. */
static void set_beside(struct setter *s, struct vlist *v, const struct fo *caption,
		       const struct fo *table, const struct room *room)
{
	bool start = caption->parent->style->caption_side == KW_START;
	struct vlist *own = vlist_new(s);
	struct room side = *room, rest = *room;
	const struct area *a;

	side.x = 0;
	side.width = side_width(s, caption, room);
	side.unbreakable = true;
	rest.width -= side.width;
	if (start != room->rtl)
		rest.x += side.width;
	set_caption(s, own, caption, &side);
	a = vlist_pack(s, own, side.width, 0, KW_BEFORE);
	vlist_overlay(v, a, start != room->rtl ? room->x : room->x + rest.width, own,
		      a->size.height);
	set_plain_table(s, v, table, &rest);
	vlist_overlay_end(v, table->from);
}

static void set_above_or_below(struct setter *s, struct vlist *v, const struct fo *caption,
			       const struct fo *table, const struct room *room)
{
	bool below = caption && caption->parent->style->caption_side == KW_AFTER;

	if (caption && !below) {
		set_caption(s, v, caption, room);
		vlist_penalty(v, COST_NEVER);
	}
	if (table)
		set_plain_table(s, v, table, room);
	if (below) {
		vlist_penalty(v, COST_NEVER);
		set_caption(s, v, caption, room);
	}
}

void set_table(struct setter *s, struct vlist *v, const struct fo *fo,
	       const struct room *room)
{
	const struct fo *table, *caption;
	uint16_t side = fo->style->caption_side;
	struct block b;

	if (fo->kind == FO_TABLE) {
		set_plain_table(s, v, fo, room);
		return;
	}
	table = fo_child(fo, FO_TABLE);
	caption = fo_child(fo, FO_TABLE_CAPTION);
	b = block_begin(s, v, fo, room);
	if (caption && table && (side == KW_START || side == KW_END))
		set_beside(s, v, caption, table, room);
	else
		set_above_or_below(s, v, caption, table, room);
	block_end(s, v, &b);
}
