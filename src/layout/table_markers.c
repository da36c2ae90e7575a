/*
 * table_markers.c - fo:retrieve-table-marker in headers and footers
 *
 * XSL 1.1, 6.13.7: a header or footer that is repeated may show what the rows on its page
 * say (a subtotal, "continued").  Such an end is set anew for each stretch of rows, when it
 * is known which rows it stands by; the room it has is that of the first setting.
 */
#include "layout/table.h"

#include <string.h>

/* The rows from first to last, as they come on one page. */
struct table_stretch {
	const struct table *table;
	int first, last;
	bool cut_before, cut_after;
};

/* A marker of the body, and the rows its parent takes. */
struct table_marker {
	const struct fo *marker;
	int first, last;
};

/* ---- the markers of a table ---- */

static void add_own(GArray *found, const struct fo *fo, int first, int last)
{
	for (const struct fo *k = fo->child; k; k = k->next) {
		struct table_marker m = {k, first, last};

		if (k->kind == FO_MARKER)
			g_array_append_val(found, m);
	}
}

static void add_inside(GArray *found, const struct fo *fo, const struct cell *c, int depth)
{
	add_own(found, fo, c->row, c->row + c->n_rows - 1);
	for (const struct fo *k = fo->child; k && depth < 100; k = k->next)
		if (k->kind != FO_MARKER && k->child)
			add_inside(found, k, c, depth + 1);
}

static void add_row(const struct table *t, GArray *found, int row, int end)
{
	const struct row *r = &t->rows[row];

	if (row == 0 || t->rows[row - 1].part != r->part) {
		int last = row;

		while (last + 1 < end && t->rows[last + 1].part == r->part)
			last++;
		add_own(found, r->part, row, last);
	}
	if (r->fo)
		add_own(found, r->fo, row, row);
	for (int k = 0; k < t->n_columns; k++)
		if (cell_starts(r->slots[k], row, k))
			add_inside(found, r->slots[k]->fo, r->slots[k], 0);
}

static void find_markers(struct table *t)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct table_marker));
	int end = t->n_rows - t->n_foot;

	for (int r = t->n_head; r < end; r++)
		add_row(t, found, r, end);
	t->n_markers = (int)found->len;
	t->markers = arena_copy(t->setter->arena, found->data,
				sizeof(struct table_marker) * found->len);
	g_array_free(found, TRUE);
}

/* ---- which one ---- */

static bool starts_in(const struct table_stretch *s, const struct table_marker *m)
{
	return m->first <= s->last &&
	       (m->first > s->first || (m->first == s->first && !s->cut_before));
}

static bool ends_in(const struct table_stretch *s, const struct table_marker *m)
{
	return m->last >= s->first &&
	       (m->last < s->last || (m->last == s->last && !s->cut_after));
}

static bool is_carried(const struct table_stretch *s, const struct table_marker *m)
{
	return !starts_in(s, m) && m->first <= s->first && m->last >= s->first;
}

static bool is_asked(const struct table_stretch *s, const struct table_marker *m,
		     int position)
{
	switch (position) {
	case KW_FIRST_STARTING:
	case KW_LAST_STARTING:
		return starts_in(s, m);
	case KW_FIRST_INCLUDING_CARRYOVER:
		return starts_in(s, m) || is_carried(s, m);
	case KW_LAST_ENDING:
		return ends_in(s, m);
	default: /* the stretch, then all rows before it */
		return m->first <= s->first;
	}
}

static const struct fo *find(const struct table_stretch *s, const char *name, int position)
{
	bool last = position == KW_LAST_STARTING || position == KW_LAST_ENDING ||
		    position == KW_NO;
	const struct fo *found = NULL;

	for (int i = 0; i < s->table->n_markers; i++) {
		const struct table_marker *m = &s->table->markers[i];
		const char *own = m->marker->style->marker_class_name;

		if (!own || !name || strcmp(own, name) != 0 || !is_asked(s, m, position))
			continue;
		found = m->marker;
		if (!last)
			break;
	}
	return found;
}

const struct fo *table_marker_find(const struct setter *s, const struct fo *retrieve)
{
	const struct fo_style *st = retrieve->style;
	const struct fo *found;

	if (!s->stretch)
		return NULL;
	found = find(s->stretch, st->retrieve_class_name,
		     st->retrieve_position_within_table);
	if (!found && st->retrieve_boundary_within_table == KW_TABLE)
		found = find(s->stretch, st->retrieve_class_name, KW_NO);
	return found ? fo_read_marker(s->tree, found, retrieve) : NULL;
}

/* ---- ends set anew ---- */

static bool retrieves(const struct fo *fo, int depth)
{
	for (const struct fo *k = fo->child; k && depth < 100; k = k->next)
		if (k->kind == FO_RETRIEVE_TABLE_MARKER || retrieves(k, depth + 1))
			return true;
	return false;
}

void table_find_live(struct table *t)
{
	if (t->n_head > 0)
		t->live_head = retrieves(t->rows[0].part, 0);
	if (t->n_foot > 0)
		t->live_foot = retrieves(t->rows[t->n_rows - 1].part, 0);
	if (t->live_head || t->live_foot)
		find_markers(t);
}

static void save_cells(const struct table *t, int first, int end, GArray *saved)
{
	for (int r = first; r < end; r++)
		for (int k = 0; k < t->n_columns; k++)
			if (cell_starts(t->rows[r].slots[k], r, k))
				g_array_append_vals(saved, t->rows[r].slots[k], 1);
}

static void restore_cells(struct table *t, int first, int end, const GArray *saved)
{
	guint i = 0;

	for (int r = first; r < end; r++)
		for (int k = 0; k < t->n_columns; k++)
			if (cell_starts(t->rows[r].slots[k], r, k))
				*t->rows[r].slots[k] =
					g_array_index(saved, struct cell, i++);
}

static void set_end(struct table *t, int first, int end,
		    const struct table_stretch *stretch)
{
	const struct table_stretch *before = t->setter->stretch;

	t->setter->stretch = stretch;
	for (int r = first; r < end; r += t->groups[t->rows[r].group].n_rows)
		set_group(t, &t->groups[t->rows[r].group]);
	t->setter->stretch = before;
}

void table_set_end_first(struct table *t, bool foot)
{
	struct table_stretch all = {t, t->n_head, t->n_rows - t->n_foot - 1, false, false};

	if (foot)
		set_end(t, t->n_rows - t->n_foot, t->n_rows, &all);
	else
		set_end(t, 0, t->n_head, &all);
}

const struct area *table_live_end(struct table *t, bool foot, const struct slice *from,
				  const struct slice *to)
{
	int first = foot ? t->n_rows - t->n_foot : 0, end = foot ? t->n_rows : t->n_head;
	int last_body = t->n_rows - t->n_foot - 1;
	struct table_stretch stretch = {t, from->first_row, to->last_row, from->cut_before,
					to->cut_after};
	GArray *saved = g_array_new(FALSE, FALSE, sizeof(struct cell));
	Len *heights = g_new(Len, end - first);
	const struct area *a;

	if (stretch.first < t->n_head)
		stretch.first = t->n_head;
	if (stretch.last > last_body)
		stretch.last = last_body;
	save_cells(t, first, end, saved);
	for (int r = first; r < end; r++)
		heights[r - first] = t->rows[r].height;
	set_end(t, first, end, &stretch);
	a = table_repeat(t, t->rows[first].group,
			 t->rows[end - 1].group - t->rows[first].group + 1);
	restore_cells(t, first, end, saved);
	for (int r = first; r < end; r++)
		t->rows[r].height = heights[r - first];
	g_array_free(saved, TRUE);
	g_free(heights);
	return a;
}
