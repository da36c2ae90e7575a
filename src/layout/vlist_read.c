/*
 * vlist_read.c - what the boxes of a vertical list carry, and reading the list
 */
#include "layout/pack.h"
#include "layout/vlist_parts.h"

#include <glib.h>
#include <string.h>

/* ---- what boxes carry ---- */

static void add_spot(struct vlist *v, struct item *box, struct spot spot)
{
	struct spot *more = ARENA_ARRAY(v->arena, struct spot, box->n_spots + 1);

	if (box->n_spots)
		memcpy(more, box->spots, sizeof(struct spot) * (size_t)box->n_spots);
	more[box->n_spots++] = spot;
	box->spots = more;
}

void vlist_spot(struct vlist *v, const struct fo *fo, bool end)
{
	struct spot spot = {fo, end};

	if (end && v->last_box >= 0 && !v->n_spots) {
		add_spot(v, &v->items[v->last_box], spot);
		return;
	}
	v->spots = vlist_grow(v->arena, v->spots, v->n_spots, &v->room_spots,
			      sizeof(struct spot));
	v->spots[v->n_spots++] = spot;
}

void vlist_note(struct vlist *v, const struct note *note)
{
	const struct note **more;
	struct item *box;

	if (v->last_box < 0)
		vlist_strut(v, 0, note->fo->from);
	box = &v->items[v->last_box];
	more = ARENA_ARRAY(v->arena, const struct note *, box->n_notes + 1);
	if (box->n_notes)
		memcpy(more, box->notes, sizeof(*more) * (size_t)box->n_notes);
	more[box->n_notes++] = note;
	box->notes = more;
}

void vlist_carry(struct vlist *v, const struct item *from)
{
	for (int i = 0; i < from->n_spots; i++) {
		if (v->last_box < 0)
			vlist_spot(v, from->spots[i].fo, from->spots[i].end);
		else
			add_spot(v, &v->items[v->last_box], from->spots[i]);
	}
	for (int i = 0; i < from->n_notes; i++)
		vlist_note(v, from->notes[i]);
}

void vlist_carry_all(struct vlist *v, struct vlist *from)
{
	int n;
	const struct item *items = vlist_items(from, &n);

	for (int i = 0; i < n; i++)
		vlist_carry(v, &items[i]);
}

/* ---- reading ---- */

const struct item *vlist_items(struct vlist *v, int *n)
{
	if (!v->ended && (v->n_overlays || (v->n_spots && v->last_box < 0)))
		vlist_strut(v, 0, (struct where){NULL, 0});
	if (!v->ended && v->height < v->side_end)
		vlist_strut(v, (Len)MAX(v->side_end - vlist_reach(v).y, 0),
			    (struct where){NULL, 0});
	if (!v->ended) {
		vlist_flush(v, true, 0);
		for (int i = 0; i < v->n_spots; i++)
			add_spot(v, &v->items[v->last_box], v->spots[i]);
		v->n_spots = 0;
	}
	v->ended = true;
	*n = v->n_items;
	return v->items;
}

Len vlist_slice_height(struct vlist *v, int from, int to)
{
	int n;
	const struct item *items = vlist_items(v, &n);
	int64_t sum = 0;

	if (from > 0)
		sum += items[from].after +
		       (items[from].opened ? items[from].opened->before : 0);
	if (to < n)
		sum += items[to].len + (items[to].opened ? items[to].opened->after : 0);
	for (int i = from > 0 ? items_behind_cut(items, n, from) : 0; i < to; i++)
		if (items[i].kind != ITEM_PENALTY)
			sum += items[i].len;
	return (Len)(sum > LEN_MAX ? LEN_MAX : sum);
}

Len vlist_slice_filled(struct vlist *v, int from, int to, Len extra)
{
	int n;
	const struct item *items = vlist_items(v, &n);
	int64_t can = 0, natural = vlist_slice_height(v, from, to);

	for (int i = from > 0 ? items_behind_cut(items, n, from) : 0; i < to; i++)
		if (items[i].kind == ITEM_GLUE)
			can += extra > 0 ? items[i].stretch : items[i].shrink;
	return (Len)MIN(natural + CLAMP(extra, -can, can), LEN_MAX);
}

void vlist_cut(struct vlist *v, int at, Len *end, Len *begin)
{
	int n;
	const struct item *p = &vlist_items(v, &n)[at];

	*end = p->len + (p->opened ? p->opened->after : 0);
	*begin = p->after + (p->opened ? p->opened->before : 0);
}

Len vlist_height(struct vlist *v)
{
	int n;

	vlist_items(v, &n);
	return vlist_slice_height(v, 0, n);
}

int64_t vlist_length(const struct vlist *v)
{
	return v->height;
}

int vlist_resume_item(const struct vlist *v)
{
	return v->resume_item;
}

int vlist_length_items(const struct vlist *v)
{
	return v->n_items;
}

void vlist_movable(struct vlist *v, const struct fo *fo, int from)
{
	while (from < v->n_items && v->items[from].kind != ITEM_BOX)
		from++;
	if (from < v->n_items)
		v->items[from].movable = fo;
}

int vlist_boxes(const struct vlist *v)
{
	return v->n_boxes;
}
