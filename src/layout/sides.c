/*
 * sides.c - side-floats, and the room that they leave for what stands beside them
 *
 * Places are rectangles in the list: a float of a reference-area that goes on in the list
 * around it (a block-container) is seen by all that stands beside it.  The list is set from
 * top to bottom, so that what ends above the next box is forgotten.
 */
#include "layout/sides.h"

#include "layout/blocks.h"
#include "layout/vlist_parts.h"

#include <glib.h>
#include <string.h>

struct side {
	bool left;
	Len edge; /* the inner one, from the flow's left edge */
	int64_t top, bottom;
	int n_breaks; /* forced ones before it: it ends at the next */
	int number;   /* in the list */
};

/* ---- what is there ---- */

/* Forgets what ends above the next box; gives where that is. */
static struct list_reach next_box(struct vlist *v)
{
	struct list_reach r = vlist_reach(v);
	int n = 0;

	for (int i = 0; i < v->n_sides; i++)
		if (v->sides[i].bottom > r.y && v->sides[i].n_breaks == r.n_breaks)
			v->sides[n++] = v->sides[i];
	v->n_sides = n;
	return r;
}

bool sides_active(struct vlist *v)
{
	if (v->n_sides > 0)
		next_box(v);
	return v->n_sides > 0;
}

/* The innermost edges of what stands between two heights. */
struct strip {
	Len left, right;
	bool any;
};

static struct strip strip_between(const struct vlist *v, int64_t top, int64_t bottom)
{
	struct strip s = {-LEN_MAX / 2, LEN_MAX / 2, false};

	for (int i = 0; i < v->n_sides; i++) {
		const struct side *side = &v->sides[i];

		if (side->top >= bottom || side->bottom <= top)
			continue;
		s.any = true;
		if (side->left)
			s.left = len_max(s.left, side->edge);
		else
			s.right = len_min(s.right, side->edge);
	}
	return s;
}

int64_t sides_next_end(struct vlist *v, int64_t y)
{
	int64_t end = y;

	for (int i = 0; i < v->n_sides; i++)
		if (v->sides[i].bottom > y && (end == y || v->sides[i].bottom < end))
			end = v->sides[i].bottom;
	return end;
}

/* ---- what gives way ---- */

/* The indents from which lines are displaced: just so far that they are clear of a float,
 * or (to keep their distance from others) as far as lines with these indents are. */
static struct strip base_of(const struct setter *s, const struct fo *block,
			    const struct room *room)
{
	struct strip base = {room_left(room), room_left(room) + room_measure(room), false};

	if (s->options->plain && block->style->intrusion_displace == KW_AUTO)
		return (struct strip){room->x, room->x + room->width, false};
	if (!room->keeps_offset)
		return base;
	base.left = len_min(base.left, room->offset_left);
	base.right = len_max(base.right, room->offset_right);
	return base;
}

struct insets_of_sides sides_beside(struct vlist *v, const struct setter *s,
				    const struct fo *block, const struct room *room,
				    int64_t y, Len height)
{
	struct strip free = strip_between(v, y, y + len_max(height, 1));
	struct strip base = base_of(s, block, room);

	if (block->style->intrusion_displace == KW_NONE)
		return (struct insets_of_sides){0, 0};
	return (struct insets_of_sides){len_max(free.left - base.left, 0),
					len_max(base.right - free.right, 0)};
}

void sides_move_below(struct vlist *v, int64_t y, struct where from)
{
	int64_t by = y - vlist_reach(v).y;

	if (by > 0)
		vlist_strut(v, (Len)by, from);
}

void sides_clear(struct vlist *v, const struct fo *fo, bool rtl)
{
	int clear = fo->style->clear;
	int64_t y = 0;

	if (clear == KW_NONE || !sides_active(v))
		return;
	for (int i = 0; i < v->n_sides; i++)
		if (clear == KW_BOTH ||
		    (clear == (rtl ? KW_END : KW_START)) == v->sides[i].left)
			y = MAX(y, v->sides[i].bottom);
	sides_move_below(v, y, fo->from);
}

Len sides_shift(struct vlist *v, const struct room *room)
{
	struct strip free;
	int64_t y;

	if (!sides_active(v))
		return 0;
	y = vlist_reach(v).y;
	free = strip_between(v, y, y + 1);
	return room->rtl ? len_min(free.right - room->offset_right, 0)
			 : len_max(free.left - room->offset_left, 0);
}

int sides_count(const struct vlist *v)
{
	return v->n_floats;
}

void sides_end(struct vlist *v, int from, struct where where)
{
	int64_t y = 0;

	if (v->n_floats == from || !sides_active(v))
		return;
	for (int i = 0; i < v->n_sides; i++)
		if (v->sides[i].number >= from)
			y = MAX(y, v->sides[i].bottom);
	sides_move_below(v, y, where);
}

struct room sides_give_way(struct vlist *v, const struct setter *s, const struct fo *fo,
			   const struct room *room, Len need)
{
	struct room own = *room, inner = block_room(fo, room);
	struct strip base = base_of(s, fo, &inner);

	if (fo->style->intrusion_displace == KW_NONE)
		return own;
	while (sides_active(v)) {
		struct strip free = strip_between(v, 0, INT64_MAX);
		Len left = len_max(free.left - base.left, 0);
		Len right = len_max(base.right - free.right, 0);

		if (room_measure(&inner) - left - right >= need) {
			own.inset_left += left;
			own.inset_right += right;
			break;
		}
		sides_move_below(v, sides_next_end(v, vlist_reach(v).y), fo->from);
	}
	return own;
}

/* Indents of the outermost block that asks for it, or of a list's item. */
struct room sides_keep_offset(const struct fo *fo, const struct room *room)
{
	struct room own = *room;
	struct room inner = block_room(fo, room);

	if (own.keeps_offset)
		return own;
	own.keeps_offset = true;
	own.offset_left = room_left(&inner);
	own.offset_right = room_left(&inner) + room_measure(&inner);
	return own;
}

struct room sides_room(struct vlist *v, const struct setter *s, const struct fo *fo,
		       const struct room *room)
{
	if (fo->style->intrusion_displace == KW_BLOCK)
		return sides_give_way(v, s, fo, room, 0);
	if (fo->style->intrusion_displace == KW_INDENT)
		return sides_keep_offset(fo, room);
	return *room;
}

/* ---- floats ---- */

/* As wide as what is in it can use; borders that stand outside of it are its own. */
static const struct area *pack_float(struct setter *s, const struct fo *fo,
				     const struct room *room, struct vlist *list)
{
	struct room inner = {
		.width = room->width, .height = room->height, .rtl = room->rtl};
	Len width, left, right, spare;
	struct area *a;
	struct place *kids;

	s->measure_whole = room->width;
	width = len_min(measure_blocks(s, fo).most, room->width);
	s->measure_whole = 0;
	spare = room->width - width;
	left = room->rtl ? spare : 0;
	right = left + width;
	*(room->rtl ? &inner.inset_left : &inner.inset_right) = spare;
	inner.unbreakable = true;
	set_blocks(s, list, fo, &inner);
	a = arena_copy(s->arena, vlist_pack(s, list, width, 0, KW_BEFORE), sizeof(*a));
	for (int i = 0; i < a->n_kids; i++) {
		left = len_min(left, a->kids[i].x);
		right = len_max(right, a->kids[i].x + a->kids[i].area->size.width);
	}
	kids = arena_copy(s->arena, a->kids, sizeof(*kids) * (size_t)a->n_kids);
	for (int i = 0; i < a->n_kids; i++)
		kids[i].x -= left;
	a->kids = kids;
	a->size.width = right - left;
	a->trace = "float";
	a->mark = mark_of(s, fo);
	a->from = fo->from;
	return a;
}

static struct side_float *set_float(struct setter *s, const struct fo *fo,
				    const struct room *room)
{
	struct side_float *f = ARENA_NEW(s->arena, struct side_float);

	f->fo = fo;
	f->page_height = s->page_height;
	f->width = room->width;
	f->left = (fo->style->float_ == KW_START) != room->rtl;
	f->list = vlist_new(s);
	if (fo->id)
		vlist_spot(f->list, fo, false);
	s->in_floats++;
	f->area = pack_float(s, fo, room, f->list);
	s->in_floats--;
	if (fo->id)
		vlist_spot(f->list, fo, true);
	return f;
}

static void report_size(struct setter *s, const struct side_float *f)
{
	if (f->in_text)
		diag(s->diags, W_FLOAT, f->fo->from,
		     "this float is %.1f pt higher than a page: it is set in the text",
		     len_pt(f->area->size.height - f->page_height));
	else if (f->area->size.width > f->width)
		diag(s->diags, W_OVERFULL, f->fo->from,
		     "this float is %.1f pt wider than the column",
		     len_pt(f->area->size.width - f->width));
}

/* Where a flow is set again its floats are what they were: on a higher page, too, one that
 * was set in the text stays there, for the flow may go on within it. */
const struct side_float *side_float_new(struct setter *s, const struct fo *fo,
					const struct room *room)
{
	struct side_float *f, *old;

	if (!note_may_stand(s, fo))
		return NULL;
	if (!s->floats)
		s->floats = g_hash_table_new(NULL, NULL);
	f = old = g_hash_table_lookup(s->floats, fo);
	if (!old || old->width != room->width) {
		f = set_float(s, fo, room);
		f->in_text =
			old ? old->in_text
			    : f->page_height > 0 && f->area->size.height > f->page_height;
		g_hash_table_insert(s->floats, (gpointer)(uintptr_t)fo, f);
		if (!old)
			report_size(s, f);
	}
	return f->in_text ? NULL : f;
}

/* The first place, not above any earlier float, where nothing is in the way. */
static struct place find_place(struct vlist *v, const struct side_float *f,
			       const struct room *room, int64_t *y)
{
	Len width = f->area->size.width;

	for (int i = 0; i < v->n_sides; i++)
		*y = MAX(*y, v->sides[i].top);
	for (;;) {
		struct strip free = strip_between(v, *y, *y + 1);
		Len left = len_max(free.left, room->x);
		Len right = len_min(free.right, room->x + room->width);

		if (free.any && width > right - left) {
			*y = sides_next_end(v, *y);
			continue;
		}
		if (width > right - left)
			return (struct place){room->rtl ? right - width : left, 0, f->area};
		return (struct place){f->left ? left : right - width, 0, f->area};
	}
}

/* Labels that wait for the box beside the float go as far to the side as its lines will. */
static void displace_labels(struct vlist *v, const struct strip *before,
			    const struct side *side, const struct room *room)
{
	Len by = side->left
			 ? len_max(side->edge - len_max(before->left, room->offset_left), 0)
			 : len_min(side->edge - len_min(before->right, room->offset_right),
				   0);

	for (int i = 0; i < v->n_overlays; i++)
		if (v->overlays[i].at == AT_FLOW && side->left != room->rtl)
			v->overlays[i].x += by;
}

/* What would begin so far below the next box that they cannot stand on one page waits until
 * all that is beside it has ended. */
static void make_room(struct vlist *v, const struct side_float *f, const struct room *room)
{
	struct list_reach next = next_box(v);
	int64_t y = next.y, end = next.y;

	find_place(v, f, room, &y);
	if (y == next.y || f->page_height <= 0 ||
	    y + f->area->size.height <= next.y + f->page_height)
		return;
	for (int i = 0; i < v->n_sides; i++)
		end = MAX(end, v->sides[i].bottom);
	sides_move_below(v, end, f->fo->from);
	vlist_penalty(v, COST_FREE);
}

void side_float_put(struct vlist *v, const struct side_float *f, const struct room *room)
{
	struct list_reach next;
	struct place at;
	struct strip before;
	struct side side;
	int64_t y;

	make_room(v, f, room);
	next = next_box(v);
	y = next.y;
	at = find_place(v, f, room, &y);
	before = strip_between(v, y, y + 1);
	side = (struct side){.left = f->left,
			     .top = y,
			     .n_breaks = next.n_breaks,
			     .number = v->n_floats++};

	side.edge = f->left ? at.x + f->area->size.width : at.x;
	side.bottom = y + f->area->size.height;
	if (y == next.y && room->keeps_offset)
		displace_labels(v, &before, &side, room);
	vlist_side(v, f->area, at.x, (Len)(y - next.y), f->list);
	v->sides = vlist_grow(v->arena, v->sides, v->n_sides, &v->room_sides, sizeof(side));
	v->sides[v->n_sides++] = side;
}
