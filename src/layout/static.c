/*
 * static.c - static content in the regions around the body, set for every page
 *
 * Content without page numbers and retrieved markers is set once in a sequence.
 */
#include "layout/pages.h"

#include <string.h>

const struct fo *static_find(const struct sequence *q, const char *name)
{
	for (const struct fo *c = q->fo->child; c; c = c->next) {
		const char *region = c->kind == FO_STATIC_CONTENT ? fo_region_of(c) : NULL;

		if (region && name && strcmp(region, name) == 0)
			return c;
	}
	return NULL;
}

/* Does it look the same on every page?  What is fixed does not move with the region. */
static bool is_constant(const struct fo *fo, int depth)
{
	if (fo->kind == FO_PAGE_NUMBER || fo->kind == FO_RETRIEVE_MARKER || depth > 100 ||
	    (fo->kind == FO_BLOCK_CONTAINER && fo->style->absolute_position == KW_FIXED))
		return false;
	for (const struct fo *c = fo->child; c; c = c->next)
		if (!is_constant(c, depth + 1))
			return false;
	return true;
}

static const struct area *find_cached(const struct making *m, const struct fo *fo,
				      struct size size)
{
	for (guint i = 0; i < m->statics->len; i++) {
		const struct static_cache *c =
			&g_array_index(m->statics, struct static_cache, i);

		if (c->fo == fo && c->size.width == size.width &&
		    c->size.height == size.height)
			return c->area;
	}
	return NULL;
}

static const struct area *set_static(struct sequence *q, const struct fo *fo,
				     const struct fo *region, struct size size)
{
	struct setter *s = q->m->s;
	const struct area *a = find_cached(q->m, fo, size);
	struct vlist *list;
	struct room room = {
		.width = size.width, .height = size.height, .unbreakable = true};
	int turn = region ? ((region->style->reference_orientation % 360) + 360) % 360 : 0;
	enum fo_keyword align = region ? region->style->display_align : KW_BEFORE;
	Len need;

	if (a)
		return a;
	if (turn % 180)
		size = (struct size){size.height, size.width};
	room.width = size.width;
	room.height = size.height;
	room.rtl = (region && region->style->writing_mode == KW_RL_TB) ||
		   fo->style->writing_mode == KW_RL_TB;
	s->page_height = size.height;
	s->note_width = room.width;
	list = vlist_new(s);
	s->aside++;
	set_blocks(s, list, fo, &room);
	s->aside--;
	need = vlist_height(list);
	if (region && need > size.height)
		diag(s->diags, W_OVERFULL, fo->from,
		     "this static content is %.1f pt higher than its region",
		     len_pt(need - size.height));
	a = vlist_pack(s, list, size.width, size.height, align);
	if (turn) {
		struct area *turned = arena_copy(s->arena, a, sizeof(*a));

		turned->rotation = (int16_t)turn;
		a = turned;
	}
	if (is_constant(fo, 0)) {
		struct static_cache c = {fo, {room.width, room.height}, a};

		if (turn % 180)
			c.size = (struct size){room.height, room.width};
		g_array_append_val(q->m->statics, c);
	}
	return a;
}

const struct area *static_region(struct sequence *q, const struct sheet *sheet,
				 enum region_slot slot)
{
	static const char *const traces[] = {"region-before", "region-after",
					     "region-start", "region-end"};
	const struct region *r = &sheet->plan.slots[slot];
	struct setter *s = q->m->s;
	struct page_now now = {sheet->label, sheet->number, q->m->markers};
	const struct fo *content = r->fo ? static_find(q, r->fo->style->region_name) : NULL;
	struct place *kid;
	struct area *box;

	if (!r->fo)
		return NULL;
	box = ARENA_NEW(s->arena, struct area);
	box->kind = AREA_BOX;
	box->size = (struct size){r->at.width, r->at.height};
	box->trace = traces[slot];
	box->decor = decor_place(s, decor_of(s, r->fo->style, sheet->plan.rtl),
				 r->fo->style, box->size);
	box->mark = mark_artifact(slot == SLOT_AFTER ? ARTIFACT_FOOTER : ARTIFACT_HEADER);
	box->from = r->fo->from;
	if (!content && !box->decor)
		return NULL;
	if (!content)
		return box;
	kid = ARENA_NEW(s->arena, struct place);
	s->page = &now;
	s->paper = sheet->plan.inner;
	s->origin_x = r->content.x;
	s->origin_y = r->content.y;
	kid->area = set_static(q, content, r->fo,
			       (struct size){r->content.width, r->content.height});
	s->page = NULL;
	kid->x = r->content.x - r->at.x;
	kid->y = r->content.y - r->at.y;
	box->kids = kid;
	box->n_kids = 1;
	return box;
}

const struct area *static_separator(struct sequence *q, const char *name, Len width)
{
	const struct fo *content = static_find(q, name);
	struct area *a;

	if (!content)
		return NULL;
	a = arena_copy(q->m->s->arena,
		       set_static(q, content, NULL, (struct size){width, 0}), sizeof(*a));
	a->trace = "separator";
	a->mark = mark_artifact(ARTIFACT_LAYOUT);
	return a;
}
