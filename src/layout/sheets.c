/*
 * sheets.c - the pages of a page-sequence as the breaker asks for them, one after the other
 */
#include "layout/pages.h"

#include <string.h>

struct page_plan sheet_plan(const struct sequence *q, const struct fo *master)
{
	struct page_plan plan = page_plan_of(q->m->s, master);

	plan.rtl = (q->flow ? q->flow : q->fo)->style->writing_mode == KW_RL_TB;
	return plan;
}

struct sheet *sheet_at(struct sequence *q, int index)
{
	struct setter *s = q->m->s;

	while ((int)q->sheets->len <= index) {
		struct sheet *sheet = ARENA_NEW(s->arena, struct sheet);
		struct page_place place = {.index = (int)q->sheets->len};

		sheet->number = q->m->number + place.index;
		place.first = place.index == 0;
		place.last = place.index == q->last;
		place.odd = sheet->number % 2 != 0;
		sheet->plan = sheet_plan(q, master_find(s, q->fo, &place));
		sheet->parts = g_array_new(FALSE, FALSE, sizeof(struct part));
		g_ptr_array_add(q->sheets, sheet);
	}
	return g_ptr_array_index(q->sheets, index);
}

void sheet_free(void *p)
{
	struct sheet *sheet = p;

	g_array_free(sheet->parts, TRUE);
}

Len column_height(void *data, struct column_place at)
{
	struct sequence *q = data;
	const struct sheet *sheet = sheet_at(q, at.page);
	Len h = sheet->plan.body.content.height;

	return at.page == q->start.page ? h - sheet->top - sheet->bottom : h;
}

/* A page whose region-body takes another flow stays empty. */
static bool takes_flow(struct sequence *q, int page)
{
	const struct fo *region = sheet_at(q, page)->plan.body.fo;

	return !region || !q->flow || !region->style->region_name ||
	       !q->flow->style->flow_name ||
	       strcmp(region->style->region_name, q->flow->style->flow_name) == 0;
}

/* The next page from here on that takes the flow; the same if none soon does. */
int page_for_flow(struct sequence *q, int page)
{
	for (int i = page; i < page + 20; i++)
		if (takes_flow(q, i))
			return i;
	diag_once(q->m->s->diags, E_FO_STRUCTURE, q->flow->from,
		  "no region-body is called \"%s\"", q->flow->style->flow_name);
	return page;
}

int columns_of(struct sequence *q, int page)
{
	return q->one_column ? 1 : sheet_at(q, page)->plan.n_columns;
}

struct column_place column_next(void *data, struct column_place at, enum break_to to)
{
	struct sequence *q = data;
	bool odd;

	if (to == TO_COLUMN && at.page >= 0 && at.column + 1 < columns_of(q, at.page))
		return (struct column_place){at.page, at.column + 1};
	at = (struct column_place){at.page + 1, 0};
	odd = (q->m->number + at.page) % 2 != 0;
	if ((to == TO_ODD_PAGE && !odd) || (to == TO_EVEN_PAGE && odd))
		at.page++;
	at.page = page_for_flow(q, at.page);
	return at;
}
