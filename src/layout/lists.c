/*
 * lists.c - fo:list-block
 *
 * The body of an item goes into the list it stands in, so that it breaks like any text; the
 * label is set apart and laid over the body's beginning.  The list is not cut beside it.
 */
#include "layout/blocks.h"
#include "layout/sides.h"

static void set_label(struct setter *s, struct vlist *v, const struct fo *fo,
		      const struct room *room)
{
	struct vlist *own = vlist_new(s);
	struct room inner = *room;
	struct area *a;

	inner.unbreakable = true;
	if (fo->id)
		vlist_spot(own, fo, false);
	set_blocks(s, own, fo, &inner);
	if (fo->id)
		vlist_spot(own, fo, true);
	a = arena_copy(s->arena, vlist_pack(s, own, room->x + room->width, 0, KW_BEFORE),
		       sizeof(*a));
	a->trace = "list-item-label";
	a->mark = mark_of(s, fo);
	a->from = fo->from;
	vlist_overlay(v, a, sides_shift(v, room), own, a->size.height);
}

static void set_item(struct setter *s, struct vlist *v, const struct fo *fo,
		     const struct room *room)
{
	const struct fo *label = fo_child(fo, FO_LIST_ITEM_LABEL);
	const struct fo *body = fo_child(fo, FO_LIST_ITEM_BODY);
	struct room beside = sides_room(v, s, fo, room);
	struct room own = sides_keep_offset(fo, &beside);
	struct block b = block_begin(s, v, fo, &own);

	room = &own;
	if (label)
		set_label(s, v, label, room);
	if (body && (body->id || body->style->index_key))
		vlist_spot(v, body, false);
	if (body) {
		int keep = vlist_keep(v, block_keep_cost(s, &body->style->keep_together));

		vlist_enter(v);
		set_blocks(s, v, body, room);
		vlist_keep_end(v, keep);
	}
	vlist_overlay_end(v, fo->from);
	if (body)
		vlist_leave(v);
	if (body && (body->id || body->style->index_key))
		vlist_spot(v, body, true);
	block_end(s, v, &b);
}

void set_list(struct setter *s, struct vlist *v, const struct fo *fo,
	      const struct room *room)
{
	struct block b = block_begin(s, v, fo, room);
	bool past = false;

	for (const struct fo *c = fo->child; c && !block_is_later(s, v); c = c->next)
		if (c->kind == FO_MARKER) {
			continue;
		} else if (block_is_past(s, v, c)) {
			if (!past)
				vlist_strut(v, 0, c->from);
			past = true;
		} else if (c->kind == FO_LIST_ITEM)
			set_item(s, v, c, room);
		else
			set_block_level(s, v, c, room);
	block_end(s, v, &b);
}
