/*
 * collapse.c - which border is drawn where two cells meet
 *
 * Collapsing borders: XSL 1.1, 7.28.6 by way of CSS 2.1, 17.6.2.1.  "hidden" drives out
 * all, "none" gives way to all; of the others the wider wins, then the style, then the
 * object: cell, row, part, column, table; then the one more to the start or before.  With
 * collapse-with-precedence the border's precedence decides first.
 *
 * At a break of the page an object that goes on behind it shows its border only where the
 * border is retained there; a cell that ends (or begins) at the break shows it in any case.
 */
#include "layout/table.h"

static const struct fo_edge nothing;

/* The winner among those offered so far. */
struct contest {
	const struct table *t;
	const struct fo_edge *best;
};

static int style_rank(uint16_t style)
{
	static const uint16_t order[] = {KW_INSET,  KW_GROOVE, KW_OUTSET, KW_RIDGE,
					 KW_DOTTED, KW_DASHED, KW_SOLID,  KW_DOUBLE};

	for (int i = 0; i < (int)G_N_ELEMENTS(order); i++)
		if (order[i] == style)
			return i + 1;
	return 0;
}

/* Candidates come in the order of preference: a later one must be better to win. */
static void offer(struct contest *c, const struct fo_edge *e)
{
	const struct fo_edge *best = c->best;

	if (e->width == 0 && e->style != KW_HIDDEN)
		return;
	if (c->t->precedence && e->precedence != best->precedence && best != &nothing) {
		if (e->precedence > best->precedence)
			c->best = e;
		return;
	}
	if (best->style == KW_HIDDEN)
		return;
	if (e->style == KW_HIDDEN)
		c->best = e;
	else if (e->width != best->width ? e->width > best->width
					 : style_rank(e->style) > style_rank(best->style))
		c->best = e;
}

static void offer_if(struct contest *c, bool take, const struct fo_edge *e)
{
	if (take || e->retain)
		offer(c, e);
}

static const struct cell *slot(const struct table *t, int row, int column)
{
	if (row < 0 || row >= t->n_rows || column < 0 || column >= t->n_columns)
		return NULL;
	return t->rows[row].slots[column];
}

static bool part_begins(const struct table *t, int row)
{
	return row == 0 || t->rows[row - 1].part != t->rows[row].part;
}

static bool part_ends(const struct table *t, int row)
{
	return row + 1 == t->n_rows || t->rows[row + 1].part != t->rows[row].part;
}

static void offer_rows(struct contest *c, const struct joint *j)
{
	const struct table *t = c->t;

	if (j->above >= 0 && t->rows[j->above].fo)
		offer_if(c, !j->cut_above, &t->rows[j->above].fo->style->border_after);
	if (j->below >= 0 && t->rows[j->below].fo)
		offer_if(c, !j->cut_below, &t->rows[j->below].fo->style->border_before);
}

static void offer_parts(struct contest *c, const struct joint *j)
{
	const struct table *t = c->t;

	if (j->above >= 0 && (j->at_break || part_ends(t, j->above)))
		offer_if(c, part_ends(t, j->above) && !j->cut_above,
			 &t->rows[j->above].part->style->border_after);
	if (j->below >= 0 && (j->at_break || part_begins(t, j->below)))
		offer_if(c, part_begins(t, j->below) && !j->cut_below,
			 &t->rows[j->below].part->style->border_before);
}

/* Columns and the table itself are at stake only where nothing is on the other side.  A header
 * or footer that is repeated is whole each time, and looks as it did. */
static void offer_table(struct contest *c, const struct joint *j)
{
	const struct table *t = c->t;
	const struct fo *column = t->columns[j->column].fo;
	bool begins = !j->at_break || (t->repeat_head && j->below == 0);
	bool ends = !j->at_break || (t->repeat_foot && j->above == t->n_rows - 1);

	if (j->above < 0) {
		if (column)
			offer_if(c, begins, &column->style->border_before);
		offer_if(c, begins, &t->fo->style->border_before);
	}
	if (j->below < 0) {
		if (column)
			offer_if(c, ends, &column->style->border_after);
		offer_if(c, ends, &t->fo->style->border_after);
	}
}

const struct fo_edge *border_across(const struct table *t, const struct joint *j)
{
	const struct cell *above = slot(t, j->above, j->column);
	const struct cell *below = slot(t, j->below, j->column);
	struct contest c = {t, &nothing};

	if (above && above == below)
		return &nothing;
	if (above)
		offer_if(&c, !j->cut_above, &above->fo->style->border_after);
	if (below)
		offer_if(&c, !j->cut_below, &below->fo->style->border_before);
	offer_rows(&c, j);
	offer_parts(&c, j);
	offer_table(&c, j);
	return c.best;
}

/* The start edge of the grid (side 0) or its end edge (1): row, part and table take part.
 */
static void offer_side(struct contest *c, const struct row *row, bool end)
{
	if (row->fo)
		offer(c, end ? &row->fo->style->border_end : &row->fo->style->border_start);
	offer(c, end ? &row->part->style->border_end : &row->part->style->border_start);
}

const struct fo_edge *border_along(const struct table *t, int row, int column)
{
	const struct cell *left = slot(t, row, column - 1), *right = slot(t, row, column);
	struct contest c = {t, &nothing};
	bool end = column == t->n_columns;

	if (left && left == right)
		return &nothing;
	if (left)
		offer(&c, &left->fo->style->border_end);
	if (right)
		offer(&c, &right->fo->style->border_start);
	if (column == 0 || end)
		offer_side(&c, &t->rows[row], end);
	if (column > 0 && t->columns[column - 1].fo)
		offer(&c, &t->columns[column - 1].fo->style->border_end);
	if (!end && t->columns[column].fo)
		offer(&c, &t->columns[column].fo->style->border_start);
	if (column == 0)
		offer(&c, &t->fo->style->border_start);
	if (end)
		offer(&c, &t->fo->style->border_end);
	return c.best;
}

/* ---- what meets at a break ---- */

struct joint joint_before(const struct table *t, int row, bool at_break)
{
	struct joint j = {.above = row - 1, .below = row, .at_break = at_break};

	if (at_break)
		j.above = t->repeat_head && row >= t->n_head ? t->n_head - 1 : -1;
	return j;
}

struct joint joint_after(const struct table *t, int row, bool at_break)
{
	int first_foot = t->n_rows - t->n_foot;
	struct joint j = {.above = row, .below = row + 1, .at_break = at_break};

	if (at_break)
		j.below = t->repeat_foot && row < first_foot ? first_foot : -1;
	else if (row + 1 == t->n_rows)
		j.below = -1;
	return j;
}
