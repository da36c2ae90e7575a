/*
 * masters.c - choose page masters (XSL 1.1, 6.4.7 to 6.4.12) and plan their regions
 */
#include "layout/masters.h"

#include <string.h>

/* ---- choice ---- */

static const struct fo *find_named(struct setter *s, const char *name, enum fo_kind kind)
{
	const struct fo *set = fo_child(s->tree->root, FO_LAYOUT_MASTER_SET);

	for (const struct fo *m = set ? set->child : NULL; m; m = m->next)
		if (m->kind == kind && m->style->master_name && name &&
		    strcmp(m->style->master_name, name) == 0)
			return m;
	return NULL;
}

static bool position_fits(int keyword, const struct page_place *p)
{
	switch (keyword) {
	case KW_FIRST:
		return p->first;
	case KW_LAST:
		return p->last;
	case KW_ONLY:
		return p->first && p->last;
	case KW_REST:
		return !p->first && !p->last;
	default:
		return true;
	}
}

static bool condition_fits(const struct fo_style *st, const struct page_place *p)
{
	if (st->odd_or_even == KW_ODD && !p->odd)
		return false;
	if (st->odd_or_even == KW_EVEN && p->odd)
		return false;
	if (st->blank_or_not_blank == KW_BLANK && !p->blank)
		return false;
	if (st->blank_or_not_blank == KW_NOT_BLANK && p->blank)
		return false;
	return position_fits(st->page_position, p);
}

static const struct fo *choose_alternative(struct setter *s, const struct fo *alternatives,
					   const struct page_place *p)
{
	for (const struct fo *c = alternatives->child; c; c = c->next)
		if (c->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE &&
		    condition_fits(c->style, p))
			return find_named(s, c->style->master_reference,
					  FO_SIMPLE_PAGE_MASTER);
	return NULL;
}

static const struct fo *choose_from(struct setter *s, const struct fo *part,
				    const struct page_place *p)
{
	if (part->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return choose_alternative(s, part, p);
	return find_named(s, part->style->master_reference, FO_SIMPLE_PAGE_MASTER);
}

/* How many pages a sub-sequence-specifier can give; -1 without limit. */
static int pages_of(const struct fo *part)
{
	if (part->kind == FO_SINGLE_PAGE_MASTER_REFERENCE)
		return 1;
	if (part->style->maximum_repeats.keyword)
		return -1;
	return part->style->maximum_repeats.value;
}

static bool is_specifier(const struct fo *fo)
{
	return fo->kind == FO_SINGLE_PAGE_MASTER_REFERENCE ||
	       fo->kind == FO_REPEATABLE_PAGE_MASTER_REFERENCE ||
	       fo->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES;
}

static const struct fo *choose_in_sequence(struct setter *s, const struct fo *master,
					   const struct page_place *p)
{
	const struct fo *last = NULL;
	int passed = 0;

	for (const struct fo *part = master->child; part; part = part->next) {
		int n;

		if (!is_specifier(part))
			continue;
		n = pages_of(part);
		last = n != 0 ? part : last;
		if (n < 0 || p->index < passed + n)
			return choose_from(s, part, p);
		passed += n;
	}
	if (!last)
		return NULL;
	diag_once(s->diags, W_MASTER, master->from,
		  "page-sequence-master \"%s\" gives no more pages after %d: the last is "
		  "repeated",
		  master->style->master_name, passed);
	return choose_from(s, last, p);
}

/* Where the document has none at all, the root: a page of the initial values. */
static const struct fo *any_master(struct setter *s)
{
	const struct fo *set = fo_child(s->tree->root, FO_LAYOUT_MASTER_SET);

	for (const struct fo *m = set ? set->child : NULL; m; m = m->next)
		if (m->kind == FO_SIMPLE_PAGE_MASTER)
			return m;
	return s->tree->root;
}

const struct fo *master_find(struct setter *s, const struct fo *sequence,
			     const struct page_place *p)
{
	const char *name = sequence->style->master_reference;
	const struct fo *m = find_named(s, name, FO_SIMPLE_PAGE_MASTER);
	const struct fo *group;

	if (m)
		return m;
	group = find_named(s, name, FO_PAGE_SEQUENCE_MASTER);
	if (group)
		m = choose_in_sequence(s, group, p);
	if (!m && group)
		diag_once(s->diags, W_MASTER, group->from,
			  "page-sequence-master \"%s\" has no master for every page", name);
	else if (!m)
		diag_once(s->diags, E_FO_STRUCTURE, sequence->from,
			  "there is no page master \"%s\"", name ? name : "");
	return m ? m : any_master(s);
}

bool master_has_last(struct setter *s, const struct fo *sequence)
{
	const struct fo *group =
		find_named(s, sequence->style->master_reference, FO_PAGE_SEQUENCE_MASTER);

	for (const struct fo *p = group ? group->child : NULL; p; p = p->next)
		for (const struct fo *c = p->child; c; c = c->next)
			if (c->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE &&
			    (c->style->page_position == KW_LAST ||
			     c->style->page_position == KW_ONLY))
				return true;
	return false;
}

static bool has_columns(const struct fo *master)
{
	for (const struct fo *r = master ? master->child : NULL; r; r = r->next)
		if (r->kind == FO_REGION_BODY && r->style->column_count > 1)
			return true;
	return false;
}

/* What a part of a page-sequence-master, or an alternative in it, refers to. */
static bool refers_to_columns(struct setter *s, const struct fo *part)
{
	if (has_columns(
		    find_named(s, part->style->master_reference, FO_SIMPLE_PAGE_MASTER)))
		return true;
	for (const struct fo *c = part->child; c; c = c->next)
		if (has_columns(find_named(s, c->style->master_reference,
					   FO_SIMPLE_PAGE_MASTER)))
			return true;
	return false;
}

bool master_has_columns(struct setter *s, const struct fo *sequence)
{
	const char *name = sequence->style->master_reference;
	const struct fo *group = find_named(s, name, FO_PAGE_SEQUENCE_MASTER);
	const struct fo *m = find_named(s, name, FO_SIMPLE_PAGE_MASTER);

	if (m || !group)
		return has_columns(m ? m : any_master(s));
	for (const struct fo *p = group->child; p; p = p->next)
		if (refers_to_columns(s, p))
			return true;
	return false;
}

/* ---- regions ---- */

static Len length_or(struct fo_len l, Len whole, Len otherwise)
{
	if (l.keyword)
		return otherwise;
	return fo_len_of(l, whole);
}

static struct rect inside(const struct fo_style *st, struct rect r, bool rtl)
{
	Len start = edge_size(&st->border_start, r.width),
	    end = edge_size(&st->border_end, r.width);
	Len before = edge_size(&st->border_before, r.width);

	r.x += rtl ? end : start;
	r.y += before;
	r.width -= start + end;
	r.height -= before + edge_size(&st->border_after, r.width);
	return r;
}

static int turn_of(const struct fo_style *st)
{
	return ((st->reference_orientation % 360) + 360) % 360;
}

/* Percentages refer to the page (7.27.4), of margins as of extents: a header of a share of
 * the page fills the margin of the same share, vertically too. */
static void plan_body(struct page_plan *p, struct rect area)
{
	const struct fo_style *st = p->body.fo->style;
	struct size page = p->inner;
	struct rect r = area;

	r.x += length_or(st->margin_left, page.width, 0);
	r.y += length_or(st->margin_top, page.height, 0);
	r.width -= r.x - area.x + length_or(st->margin_right, page.width, 0);
	r.height -= r.y - area.y + length_or(st->margin_bottom, page.height, 0);
	r.width = len_max(r.width, PT(1));
	r.height = len_max(r.height, PT(1));
	p->body.at = r;
	p->body.content = r = inside(st, r, p->rtl);
	p->body.turn = turn_of(st);
	if (p->body.turn % 180) {
		p->body.content.width = r.height;
		p->body.content.height = r.width;
	}
	p->n_columns = st->column_count > 1 ? st->column_count : 1;
	p->column_gap = p->n_columns > 1 ? length_or(st->column_gap, r.width, 0) : 0;
	p->column_width =
		(p->body.content.width - p->column_gap * (p->n_columns - 1)) / p->n_columns;
}

static Len extent_of(const struct region *r, Len whole)
{
	return r->fo ? length_or(r->fo->style->extent, whole, 0) : 0;
}

/* before and after reach over the whole width only with precedence="true" (6.4.14). */
static void plan_slots(struct page_plan *p, struct rect area)
{
	struct region *slot = p->slots;
	Len before = extent_of(&slot[SLOT_BEFORE], p->inner.height);
	Len after = extent_of(&slot[SLOT_AFTER], p->inner.height);
	Len start = extent_of(&slot[SLOT_START], p->inner.width);
	Len end = extent_of(&slot[SLOT_END], p->inner.width);
	bool before_first = slot[SLOT_BEFORE].fo && slot[SLOT_BEFORE].fo->style->precedence;
	bool after_first = slot[SLOT_AFTER].fo && slot[SLOT_AFTER].fo->style->precedence;
	Len left = p->rtl ? end : start, right = p->rtl ? start : end;
	Len top = before_first ? before : 0, bottom = after_first ? after : 0;

	slot[SLOT_BEFORE].at =
		(struct rect){area.x + (before_first ? 0 : left), area.y,
			      area.width - (before_first ? 0 : left + right), before};
	slot[SLOT_AFTER].at = (struct rect){
		area.x + (after_first ? 0 : left), area.y + area.height - after,
		area.width - (after_first ? 0 : left + right), after};
	slot[p->rtl ? SLOT_END : SLOT_START].at =
		(struct rect){area.x, area.y + top, left, area.height - top - bottom};
	slot[p->rtl ? SLOT_START : SLOT_END].at =
		(struct rect){area.x + area.width - right, area.y + top, right,
			      area.height - top - bottom};
	for (int i = 0; i < N_SLOTS; i++)
		if (slot[i].fo)
			slot[i].content = inside(slot[i].fo->style, slot[i].at, p->rtl);
}

const struct fo *master_body(const struct fo *master, const char *name)
{
	for (const struct fo *r = master->child; r && name; r = r->next)
		if (r->kind == FO_REGION_BODY && r->style->region_name &&
		    strcmp(r->style->region_name, name) == 0)
			return r;
	return NULL;
}

static void find_regions(struct page_plan *p, const char *body)
{
	p->body.fo = master_body(p->master, body);
	if (!p->body.fo)
		p->body.fo = fo_child(p->master, FO_REGION_BODY);
	for (const struct fo *r = p->master->child; r; r = r->next) {
		if (r->kind == FO_REGION_BEFORE)
			p->slots[SLOT_BEFORE].fo = r;
		else if (r->kind == FO_REGION_AFTER)
			p->slots[SLOT_AFTER].fo = r;
		else if (r->kind == FO_REGION_START)
			p->slots[SLOT_START].fo = r;
		else if (r->kind == FO_REGION_END)
			p->slots[SLOT_END].fo = r;
	}
}

struct page_plan page_plan_of(struct setter *s, const struct fo *master, const char *body)
{
	const struct fo_style *st = master ? master->style : NULL;
	struct page_plan p = {.master = master};
	struct rect area;

	if (!st)
		return p; /* no page can be made */

	p.size.width =
		length_or(st->page_width, 0, s->options->plain ? PT(594.72) : PT(595.276));
	p.size.height =
		length_or(st->page_height, 0, s->options->plain ? PT(792) : PT(841.89));
	p.turn = turn_of(st);
	p.rtl = st->writing_mode == KW_RL_TB;
	area = (struct rect){0, 0, p.size.width, p.size.height};
	area.x = length_or(st->margin_left, p.size.width, 0);
	area.y = length_or(st->margin_top, p.size.height, 0);
	area.width -= area.x + length_or(st->margin_right, p.size.width, 0);
	area.height -= area.y + length_or(st->margin_bottom, p.size.height, 0);
	p.inner = p.size;
	if (p.turn % 180) {
		area = (struct rect){area.y, area.x, area.height, area.width};
		p.inner = (struct size){p.size.height, p.size.width};
	}
	area.width = len_max(area.width, PT(1));
	area.height = len_max(area.height, PT(1));
	find_regions(&p, body);
	p.body.at = p.body.content = area;
	p.n_columns = 1;
	p.column_width = area.width;
	if (p.body.fo)
		plan_body(&p, area);
	plan_slots(&p, area);
	return p;
}
