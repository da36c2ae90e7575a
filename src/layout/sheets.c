/*
 * sheets.c - the pages of a sequence as its sections fill them
 *
 * A page has a master as soon as it is asked for.  What sections take of it (columns from
 * the top, floats and notes across it) is kept until the last of them is placed.
 */
#include "layout/pages.h"

struct page_plan sheet_plan(const struct sequence *q, const struct fo *master)
{
	struct page_plan plan =
		page_plan_of(q->m->s, master, q->flow ? fo_region_of(q->flow) : NULL);

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

	return at.page == q->start.page ? h - sheet->top - sheet->floats - sheet->notes : h;
}

/* A page whose region-body takes another flow stays empty. */
static bool takes_flow(struct sequence *q, int page)
{
	const struct fo *master = sheet_at(q, page)->plan.master;
	const char *name = q->flow ? fo_region_of(q->flow) : NULL;

	return !master || !name || !fo_child(master, FO_REGION_BODY) ||
	       master_body(master, name);
}

int page_for_flow(struct sequence *q, int page)
{
	for (int i = page; i < page + 20; i++)
		if (takes_flow(q, i))
			return i;
	diag_once(q->m->s->diags, E_FO_STRUCTURE, q->flow->from,
		  "no region-body is called \"%s\"", fo_region_of(q->flow));
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

/* ---- what is used ---- */

/* Height of the notes that stand in a column, without their separator. */
static Len notes_of(const struct section *x, const struct cut_column *c)
{
	const struct note_list *l = &x->breaker.footnotes;
	Len h = 0;

	for (int i = c->notes_from.note; i <= c->notes_to.note && i < l->n; i++) {
		int from = i == c->notes_from.note ? c->notes_from.cut : 0;
		int to = i == c->notes_to.note ? c->notes_to.cut : l->n_cuts[i] - 1;

		if (to > from)
			h += cut_height(&l->cuts[i][from], &l->cuts[i][to]);
	}
	return h;
}

static Len floats_of(const struct section *x, const struct cut_column *c)
{
	const int64_t *heights = x->breaker.floats.heights;

	return (Len)(heights[c->floats_to] - heights[c->floats_from]);
}

void sheet_use(struct sequence *q, const struct section *x, const struct cut_column *c,
	       struct sheet *sheet)
{
	Len notes = notes_of(x, c), floats = floats_of(x, c);

	sheet->notes += notes + (notes > 0 && !sheet->noted ? q->separator : 0);
	sheet->noted |= notes > 0;
	sheet->floats += floats + (floats > 0 && !sheet->floated ? q->float_separator : 0);
	sheet->floated |= floats > 0;
}

Len sheets_across(struct sequence *q, const struct section *x, guint first)
{
	const GArray *columns = x->breaker.columns;
	struct sheet sheet =
		*sheet_at(q, g_array_index(columns, struct cut_column, first).at.page);
	Len before = sheet.notes + sheet.floats;

	for (guint i = first; i < columns->len; i++)
		sheet_use(q, x, &g_array_index(columns, struct cut_column, i), &sheet);
	return sheet.notes + sheet.floats - before;
}

void sheets_advance(struct sequence *q, const struct section *x)
{
	const GArray *columns = x->breaker.columns;
	const struct cut_column *last;
	struct sheet *sheet;
	Len top;

	if (columns->len == 0)
		return;
	last = &g_array_index(columns, struct cut_column, columns->len - 1);
	q->start = (struct column_place){last->at.page, 0};
	sheet = sheet_at(q, last->at.page);
	top = sheet->beside;
	sheet->beside = 0;
	for (guint i = 0; i < columns->len; i++) {
		const struct cut_column *c = &g_array_index(columns, struct cut_column, i);

		if (c->at.page != last->at.page)
			continue;
		top = len_max(top, c->height + len_max(c->last ? 0 : c->extra, 0));
		sheet_use(q, x, c, sheet);
	}
	sheet->top += top;
}
