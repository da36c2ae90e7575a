/*
 * rows.c - cells set at their width, and the heights of rows
 *
 * A row is as high as its highest cell that ends in it, counting what the rows above have
 * taken already of a cell that spans; so the excess of a span goes to its last row. Heights
 * of rows are those of their cells' slots, with borders and padding.
 */
#include "layout/table.h"

#include <stdlib.h>

/* ---- insets ---- */

static Len half_before(const struct table *t, const struct cell_piece *p, bool at_break)
{
	struct joint j = joint_before(t, p->first_row, at_break);
	Len most = 0;

	j.cut_below = p->cut_before;
	for (int i = 0; i < p->cell->n_columns; i++) {
		j.column = p->cell->column + i;
		most = len_max(most, border_across(t, &j)->width / 2);
	}
	return most;
}

static Len half_after(const struct table *t, const struct cell_piece *p, bool at_break)
{
	struct joint j = joint_after(t, p->last_row, at_break);
	Len most = 0;

	j.cut_above = p->cut_after;
	for (int i = 0; i < p->cell->n_columns; i++) {
		j.column = p->cell->column + i;
		most = len_max(most, (border_across(t, &j)->width + 1) / 2);
	}
	return most;
}

static Len padding(const struct fo_edge *e, Len whole, bool cut)
{
	return cut && !e->padding_retain ? 0 : fo_len_of(e->padding, whole);
}

static Len border(const struct fo_edge *e, bool cut)
{
	return cut && !e->retain ? 0 : e->width;
}

/* Half borders at the sides: the widest of the cell's rows. */
static void half_sides(const struct table *t, const struct cell *c, struct insets *in)
{
	int behind = c->column + c->n_columns;

	for (int r = c->row; r < c->row + c->n_rows; r++) {
		in->start = len_max(in->start, border_along(t, r, c->column)->width / 2);
		in->end = len_max(in->end, (border_along(t, r, behind)->width + 1) / 2);
	}
}

struct insets cell_sides(const struct table *t, const struct cell *c)
{
	const struct fo_style *s = c->fo->style;
	struct insets in = {0};

	if (t->collapse) {
		half_sides(t, c, &in);
	} else {
		in.start = s->border_start.width + t->separation_x / 2;
		in.end = s->border_end.width + t->separation_x / 2;
	}
	in.start += fo_len_of(s->border_start.padding, t->width);
	in.end += fo_len_of(s->border_end.padding, t->width);
	return in;
}

struct insets piece_insets(const struct table *t, const struct cell_piece *p,
			   bool at_break_before, bool at_break_after)
{
	const struct fo_style *s = p->cell->fo->style;
	struct insets in = {.start = p->cell->start, .end = p->cell->end};

	if (t->collapse) {
		in.before = half_before(t, p, at_break_before);
		in.after = half_after(t, p, at_break_after);
	} else {
		in.before = border(&s->border_before, p->cut_before);
		in.after = border(&s->border_after, p->cut_after);
		in.before += p->cut_before ? 0 : t->separation_y / 2;
		in.after += p->cut_after ? 0 : t->separation_y / 2;
	}
	in.before += padding(&s->border_before, t->width, p->cut_before);
	in.after += padding(&s->border_after, t->width, p->cut_after);
	return in;
}

/* ---- setting ---- */

/* Baseline of the first line in an area; -1 where there is none. */
static Len first_baseline(const struct area *a, int depth)
{
	if (a->kind == AREA_LINE)
		return a->baseline;
	for (int i = 0; i < a->n_kids && depth < 32; i++) {
		Len found = first_baseline(a->kids[i].area, depth + 1);

		if (found >= 0)
			return found + a->kids[i].y;
	}
	return -1;
}

static Len list_baseline(const struct item *items, int n)
{
	Len y = 0, found = -1;

	for (int i = 0; i < n; i++) {
		if (items[i].kind == ITEM_PENALTY)
			continue;
		if (items[i].kind == ITEM_BOX && items[i].area)
			found = first_baseline(items[i].area, 0);
		if (found >= 0)
			return y + found;
		y += items[i].len;
	}
	return -1;
}

/* A cell is empty where nothing but empty blocks is in it. */
static bool cell_is_empty(const struct item *items, int n)
{
	for (int i = 0; i < n; i++)
		if (items[i].kind == ITEM_BOX && items[i].len > 0)
			return false;
	return true;
}

static void set_cell(struct table *t, struct cell *c)
{
	struct insets in = cell_sides(t, c);
	Len width = cell_width(t, c) - in.start - in.end;
	struct room room = {.width = len_max(width, 0),
			    .around = {t->around[0], t->around[1]},
			    .rtl = c->fo->style->writing_mode == KW_RL_TB};
	const struct item *items;
	struct axis axis;

	c->start = in.start;
	c->end = in.end;
	if (width < 0)
		diag(t->setter->diags, W_OVERFULL, c->fo->from,
		     "borders and padding are %.1fpt wider than the cell", -len_pt(width));
	if (c->axis) {
		axis = cell_axis(t, c);
		room.axis = &axis;
	}
	c->content = vlist_new(t->setter);
	set_blocks(t->setter, c->content, c->fo, &room);
	items = vlist_items(c->content, &c->n_items);
	c->height = vlist_height(c->content);
	if (c->fo->style->relative_align == KW_BASELINE &&
	    c->fo->style->display_align == KW_AUTO)
		c->baseline = list_baseline(items, c->n_items);
	c->empty = cell_is_empty(items, c->n_items);
}

/* ---- heights ---- */

static Len dimension(const struct fo_space *d, Len whole)
{
	Len least = 0;

	if (!d->minimum.keyword)
		least = fo_len_of(d->minimum, whole);
	if (!d->optimum.keyword)
		least = len_max(least, fo_len_of(d->optimum, whole));
	return least;
}

static Len row_least(const struct table *t, int row, Len spent)
{
	const struct fo *fo = t->rows[row].fo;
	Len least = fo ? dimension(&fo->style->block_progression_dimension, 0) : 0;

	return len_max(least - spent, 0);
}

/* A row's height is that of its cells' content rectangles: borders and padding come to it.
 */
static Len piece_height(const struct table *t, const struct cell_piece *p)
{
	const struct fo_style *s = p->cell->fo->style;
	Len height = p->height;

	if (!p->cut_before && !p->cut_after) {
		height = len_max(height, dimension(&s->block_progression_dimension, 0));
		if (p->cell->n_rows == 1)
			height = len_max(height, row_least(t, p->cell->row, 0));
	}
	if (!p->cut_before)
		height += p->cell->shift;
	return height + p->insets.before + p->insets.after;
}

static int by_last_row(const void *a, const void *b)
{
	const struct cell_piece *p = *(const struct cell_piece *const *)a;
	const struct cell_piece *q = *(const struct cell_piece *const *)b;

	return (p->last_row > q->last_row) - (p->last_row < q->last_row);
}

/* `spent` of the first row's explicit height is on pages before. */
static void slice_heights(const struct table *t, struct slice *s, Len spent)
{
	int n = s->last_row - s->first_row + 1, next = 0;
	Len *tops = g_new0(Len, n + 1);
	const struct cell_piece **pieces =
		g_new(const struct cell_piece *, s->n_pieces + 1);

	for (int i = 0; i < s->n_pieces; i++)
		pieces[i] = &s->pieces[i];
	qsort(pieces, (size_t)s->n_pieces, sizeof(*pieces), by_last_row);
	for (int r = 0; r < n; r++) {
		Len height = 0;

		if (!s->cut_after || r < n - 1)
			height = row_least(t, s->first_row + r, r == 0 ? spent : 0);
		for (; next < s->n_pieces && pieces[next]->last_row == s->first_row + r;
		     next++) {
			const struct cell_piece *p = pieces[next];
			Len above = tops[r] - tops[p->first_row - s->first_row];

			height = len_max(height, piece_height(t, p) - above);
		}
		s->heights[r] = height;
		tops[r + 1] = tops[r] + height;
	}
	g_free(pieces);
	g_free(tops);
}

/* ---- what is seen of a group ---- */

static int last_row(const struct cell *c)
{
	return c->row + c->n_rows - 1;
}

int cell_stop(const struct cell *c, int step)
{
	int i = step - 1 - c->first_stop;

	if (i < 0)
		return 0;
	return i < c->n_stops ? c->stops[i] : c->n_items;
}

static struct cell_piece make_piece(const struct table *t, const struct slice *s,
				    struct cell *c)
{
	struct cell_piece p = {.cell = c};

	p.first_row = c->row > s->first_row ? c->row : s->first_row;
	p.last_row = last_row(c) < s->last_row ? last_row(c) : s->last_row;
	p.cut_before =
		c->row < p.first_row || (s->cut_before && p.first_row == s->first_row);
	p.cut_after =
		last_row(c) > p.last_row || (s->cut_after && p.last_row == s->last_row);
	if (p.cut_before)
		p.from = c->stops ? cell_stop(c, s->from) : c->n_items;
	p.to = p.cut_after && c->stops ? cell_stop(c, s->to) : c->n_items;
	p.insets = piece_insets(t, &p, s->at_break_before && p.first_row == s->first_row,
				s->at_break_after && p.last_row == s->last_row);
	if (p.from < p.to)
		p.height = vlist_slice_height(c->content, p.from, p.to);
	return p;
}

static void collect_pieces(const struct table *t, struct slice *s)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct cell_piece));

	for (int r = s->first_row; r <= s->last_row; r++) {
		for (int k = 0; k < t->n_columns; k++) {
			struct cell *c = t->rows[r].slots[k];
			struct cell_piece p;

			if (!c || c->column != k || (c->row != r && r != s->first_row))
				continue;
			p = make_piece(t, s, c);
			g_array_append_val(pieces, p);
		}
	}
	s->n_pieces = (int)pieces->len;
	s->pieces = (struct cell_piece *)(void *)g_array_free(pieces, FALSE);
}

struct slice slice_new(const struct table *t, const struct row_group *g, int from, int to,
		       bool at_break_before, bool at_break_after)
{
	struct slice s = {.from = from,
			  .to = to,
			  .first_row = g->first_row,
			  .last_row = g->first_row + g->n_rows - 1,
			  .at_break_before = at_break_before,
			  .at_break_after = at_break_after};
	Len spent = 0;

	if (from > 0) {
		const struct step *before = &g->steps[from - 1];

		s.cut_before = !before->row_ends;
		s.first_row = before->row + before->row_ends;
		spent = before->end;
		for (int r = g->first_row; r < s.first_row; r++)
			spent -= t->rows[r].height;
	}
	if (to < g->n_steps) {
		s.last_row = g->steps[to - 1].row;
		s.cut_after = !g->steps[to - 1].row_ends;
	}
	collect_pieces(t, &s);
	s.heights = g_new0(Len, s.last_row - s.first_row + 1);
	slice_heights(t, &s, spent);
	return s;
}

void slice_free(struct slice *s)
{
	g_free(s->pieces);
	g_free(s->heights);
}

/* ---- the rows of a group ---- */

/* relative-align="baseline": first lines of the row's cells stand on one line. */
static void align_baselines(struct table *t, int row)
{
	struct cell **slots = t->rows[row].slots;
	Len lowest = -1;

	for (int pass = 0; pass < 2; pass++) {
		for (int k = 0; k < t->n_columns; k++) {
			struct cell_piece p = {
				.cell = slots[k], .first_row = row, .last_row = row};
			Len baseline;

			if (!cell_starts(slots[k], row, k) || slots[k]->baseline < 0)
				continue;
			baseline = piece_insets(t, &p, false, false).before +
				   slots[k]->baseline;
			if (pass == 0)
				lowest = len_max(lowest, baseline);
			else
				slots[k]->shift = lowest - baseline;
		}
	}
}

void set_group(struct table *t, struct row_group *g)
{
	struct slice s;

	g->n_steps = 1;
	for (int r = g->first_row; r < g->first_row + g->n_rows; r++) {
		for (int k = 0; k < t->n_columns; k++)
			if (cell_starts(t->rows[r].slots[k], r, k))
				set_cell(t, t->rows[r].slots[k]);
		align_baselines(t, r);
	}
	s = slice_new(t, g, 0, g->n_steps, false, false);
	for (int r = 0; r < g->n_rows; r++)
		t->rows[g->first_row + r].height = s.heights[r];
	slice_free(&s);
	g->is_set = true;
}
