/*
 * table_columns.c - how wide the columns are
 *
 * Fixed layout (XSL 1.1, 7.28.4 and CSS 2.1, 17.5.2.1): column-width, else the width of the
 * first row's cell, else an equal share; proportional-column-width() divides what is left.
 * Automatic layout (CSS 2.1, 17.5.2.2): each column lies between the least width its
 * contents need and the most they can use; the table's width is divided between these.
 */
#include "layout/table.h"

#include <stdlib.h>

Len cell_width(const struct table *t, const struct cell *c)
{
	Len width = 0;

	for (int i = 0; i < c->n_columns; i++)
		width += t->columns[c->column + i].width;
	return width;
}

static const struct fo_len *asked_width(const struct cell *c)
{
	const struct fo_len *w = &c->fo->style->inline_progression_dimension.optimum;

	return w->keyword ? NULL : w;
}

/* Borders, padding and separation at the cell's sides; of borders that collapse, half. */
static Len sides(const struct table *t, const struct cell *c)
{
	const struct fo_style *s = c->fo->style;
	Len borders = s->border_start.width + s->border_end.width;

	borders = t->collapse ? borders / 2 : borders + t->separation_x;
	return borders + fo_len_of(s->border_start.padding, t->width) +
	       fo_len_of(s->border_end.padding, t->width);
}

/* ---- fixed ---- */

static void take_first_row(struct table *t)
{
	for (int k = 0; k < t->n_columns && t->n_rows > 0; k++) {
		const struct cell *c = t->rows[0].slots[k];
		Len each;

		if (!c || c->column != k || !asked_width(c))
			continue;
		each = (fo_len_of(*asked_width(c), t->width) + sides(t, c)) / c->n_columns;
		for (int i = k; i < k + c->n_columns; i++)
			if (t->columns[i].given.keyword)
				t->columns[i].given = (struct fo_len){.fixed = each};
	}
}

static int64_t units(const struct column *c)
{
	if (c->given.keyword)
		return FO_WHOLE;
	return c->given.proportional ? c->given.share : 0;
}

static Len fixed_part(const struct table *t, const struct column *c)
{
	if (c->given.keyword)
		return 0;
	return c->given.proportional ? c->given.fixed : fo_len_of(c->given, t->width);
}

static void fixed_widths(struct table *t)
{
	int64_t sum = 0;
	Len left = t->width;

	take_first_row(t);
	for (int i = 0; i < t->n_columns; i++) {
		sum += units(&t->columns[i]);
		left = len_bounded((int64_t)left - fixed_part(t, &t->columns[i]));
	}
	for (int i = 0; i < t->n_columns; i++) {
		struct column *c = &t->columns[i];
		int64_t mine = units(c);
		Len share = 0;

		if (mine > 0 && left > 0)
			share = len_scale(left, mine,
					  sum); /* of what is left: no rest is lost */
		c->width = len_max(fixed_part(t, c) + share, 0);
		left -= share;
		sum -= mine;
	}
}

/* ---- automatic ---- */

static bool is_free(const struct column *c)
{
	return c->given.keyword || c->given.proportional;
}

static void widen(struct widths *w, Len least, Len most)
{
	w->least = len_max(w->least, least);
	w->most = len_max(len_max(w->most, most), w->least);
}

static struct widths measure_cell(struct table *t, const struct cell *c)
{
	struct widths w = measure_blocks(t->setter, c->fo);
	Len more = sides(t, c);

	w.least += more;
	w.most += more;
	if (asked_width(c) && !asked_width(c)->share) {
		Len asked = asked_width(c)->fixed + more;

		w.most = len_max(asked, w.least);
		w.least = len_max(asked, w.least);
	}
	return w;
}

/* What a spanning cell needs beyond its columns is shared out as they can use it. */
static void widen_span(struct table *t, int column, int n_columns, struct widths w)
{
	struct column *first = &t->columns[column];
	int64_t least = 0, most = 0, weight = 0;

	for (int i = 0; i < n_columns; i++) {
		least += first[i].can.least;
		most += first[i].can.most;
		weight += first[i].can.most + 1;
	}
	for (int i = 0; i < n_columns; i++) {
		struct widths *can = &first[i].can;
		int64_t mine = can->most + 1;
		Len more_least = can->least, more_most = can->most;

		if (w.least > least)
			more_least += len_scale((Len)(w.least - least), mine, weight);
		if (w.most > most)
			more_most += len_scale((Len)(w.most - most), mine, weight);
		widen(can, more_least, more_most);
	}
}

static void measure_into(struct table *t, const struct cell *c)
{
	struct widths w = measure_cell(t, c);

	widen_span(t, c->column, c->n_columns, w);
	for (int i = 0; i < c->n_columns; i++)
		t->columns[c->column + i].filled |= w.most > sides(t, c);
}

static void measure_cells(struct table *t, bool spanning)
{
	for (int r = 0; r < t->n_rows; r++)
		for (int k = 0; k < t->n_columns; k++) {
			const struct cell *c = t->rows[r].slots[k];

			if (cell_starts(c, r, k) && (c->n_columns > 1) == spanning)
				measure_into(t, c);
		}
}

/* Figures that share an axis need more than the widest of them. */
static void measure_axes(struct table *t, bool spanning)
{
	for (const struct table_axis *a = t->axes; a; a = a->next) {
		struct widths w = {a->left + a->right,
				   len_max(a->left, a->words) + a->right};

		if ((a->n_columns > 1) == spanning)
			widen_span(t, a->column, a->n_columns, w);
	}
}

static void measure_columns(struct table *t)
{
	measure_cells(t, false);
	measure_axes(t, false);
	measure_cells(t, true);
	measure_axes(t, true);
	for (int i = 0; i < t->n_columns; i++) {
		struct column *c = &t->columns[i];

		if (is_free(c))
			continue;
		c->can.least = c->can.most =
			len_max(fo_len_of(c->given, t->width), c->can.least);
	}
}

static Len comfortable(const struct column *c, Len fair)
{
	if (!is_free(c))
		return c->can.least;
	return c->can.most <= fair ? c->can.most : len_max(c->can.least, fair / 2);
}

/* Short entries are not cut into lines for the sake of columns that could use all the room
 * there is, and none of these is squeezed to its longest word: while there is room, a
 * column has what it can use up to an equal share of the width, and at least half of such a
 * share. */
static void keep_comfortable(struct table *t)
{
	Len fair = t->width / MAX(t->n_columns, 1);
	int64_t sum = 0;

	for (int i = 0; i < t->n_columns; i++) {
		struct column *c = &t->columns[i];

		if (is_free(c) && !c->filled) /* left for the reader to fill in */
			c->can.most = len_max(c->can.most, fair);
		sum += comfortable(c, fair);
	}
	for (int i = 0; i < t->n_columns && sum <= t->width; i++)
		t->columns[i].can.least = comfortable(&t->columns[i], fair);
}

static int by_least(const void *a, const void *b)
{
	const struct column *x = *(const struct column *const *)a,
			    *y = *(const struct column *const *)b;

	return x->can.least < y->can.least ? -1 : x->can.least > y->can.least;
}

/* In a table too narrow for the longest words of its columns the widest of these give way
 * until it fits: their words are divided. */
static void cap_least(struct table *t)
{
	GPtrArray *all = g_ptr_array_new();
	Len left = t->width;

	for (int i = 0; i < t->n_columns; i++) {
		if (is_free(&t->columns[i]))
			g_ptr_array_add(all, &t->columns[i]);
		else
			left -= t->columns[i].can.least;
	}
	qsort(all->pdata, all->len, sizeof all->pdata[0], by_least);
	for (guint i = 0; i < all->len; i++) {
		struct column *c = all->pdata[i];

		c->can.least =
			len_min(c->can.least, len_max(left / (Len)(all->len - i), PT(1)));
		left -= c->can.least;
	}
	g_ptr_array_free(all, TRUE);
}

/* Shares the table's width out between the limits. */
static void share_width(struct table *t)
{
	int64_t least = 0, most = 0, elastic = 0;

	keep_comfortable(t);
	for (int i = 0; i < t->n_columns; i++) {
		const struct column *c = &t->columns[i];

		least += c->can.least;
		most += c->can.most;
		if (is_free(c))
			elastic += c->can.most + 1;
	}
	for (int i = 0; i < t->n_columns; i++) {
		struct column *c = &t->columns[i];
		bool free = is_free(c) || elastic == 0;
		Len range = c->can.most - c->can.least;

		c->width = c->can.least;
		if (t->width >= most && free)
			c->width = c->can.most +
				   len_scale((Len)(t->width - most), c->can.most + 1,
					     elastic ? elastic : most + t->n_columns);
		else if (t->width > least && most > least)
			c->width += len_scale((Len)(t->width - least), range, most - least);
	}
}

static int64_t all_least(const struct table *t)
{
	int64_t sum = 0;

	for (int i = 0; i < t->n_columns; i++)
		sum += t->columns[i].can.least;
	return sum;
}

/* Proportions are for fixed layout (5.10.4), but what they ask for is plain.  A column that
 * would be too narrow for its words has what these need, and the others share the rest. */
static bool keeps_proportions(struct table *t)
{
	bool any = false, narrow;

	for (int i = 0; i < t->n_columns; i++) {
		if (t->columns[i].given.keyword)
			return false;
		any |= t->columns[i].given.proportional;
	}
	if (!any || all_least(t) > t->width)
		return false;
	do {
		fixed_widths(t);
		narrow = false;
		for (int i = 0; i < t->n_columns; i++) {
			struct column *c = &t->columns[i];

			if (c->width >= c->can.least)
				continue;
			c->given = (struct fo_len){.fixed = c->can.least};
			narrow = true;
		}
	} while (narrow);
	return true;
}

void table_columns(struct table *t, bool automatic)
{
	int64_t x = 0;

	table_axes(t);
	if (automatic) {
		measure_columns(t);
		if (!t->setter->options->plain) /* where wide words stand out of their lines */
			cap_least(t);
		if (!keeps_proportions(t))
			share_width(t);
	} else {
		fixed_widths(t);
	}
	for (int i = 0; i < t->n_columns; i++) {
		t->columns[i].x = (Len)x;
		x += t->columns[i].width;
		if (x > LEN_MAX / 2)
			x = LEN_MAX / 2;
	}
	t->sum = (Len)x;
}

struct widths table_limits(struct table *t)
{
	struct widths sum = {0, 0};

	table_axes(t);
	measure_columns(t);
	for (int i = 0; i < t->n_columns; i++) {
		const struct column *c = &t->columns[i];

		if (!is_free(c) && !c->given.share) {
			sum.least += c->given.fixed;
			sum.most += c->given.fixed;
		} else {
			sum.least += c->can.least;
			sum.most += c->can.most;
		}
	}
	return sum;
}
