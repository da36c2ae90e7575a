/*
 * table_list.c - the rows of a table in the vertical list
 *
 * Each step is a box, with a penalty between two of them made of the keeps and breaks of
 * rows, cells and what is first or last in the cells.  Header and footer stay with the rows
 * next to them.  What cells carry (footnotes, ids, markers) goes with its step.
 */
#include "layout/blocks.h"
#include "layout/table.h"

enum { COST_LONELY = 9000 };

/* ---- breaks and keeps that cells' contents hand to their row ---- */

static bool is_block(const struct fo *fo)
{
	return fo->kind == FO_BLOCK || fo->kind == FO_BLOCK_CONTAINER ||
	       fo->kind == FO_LIST_BLOCK || fo->kind == FO_TABLE;
}

static const struct fo *first_block(const struct fo *fo)
{
	const struct fo *k = fo->child;

	while (k && k->kind == FO_MARKER)
		k = k->next;
	return k && is_block(k) ? k : NULL;
}

static const struct fo *last_block(const struct fo *fo)
{
	const struct fo *last = NULL;

	for (const struct fo *k = fo->child; k; k = k->next)
		last = k;
	return last && is_block(last) ? last : NULL;
}

/* What a gap between two rows must respect. */
struct gap {
	int keep;
	bool forced;
	enum break_to to;
};

static void add_break(struct gap *gap, uint16_t keyword)
{
	enum break_to to;

	if (keyword == KW_COLUMN)
		to = TO_COLUMN;
	else if (keyword == KW_PAGE)
		to = TO_PAGE;
	else if (keyword == KW_EVEN_PAGE)
		to = TO_EVEN_PAGE;
	else if (keyword == KW_ODD_PAGE)
		to = TO_ODD_PAGE;
	else
		return;
	gap->forced = true;
	if (to > gap->to)
		gap->to = to;
}

static void add_keep(struct gap *gap, const struct fo_keep *keep)
{
	if (keep_strength(keep) > gap->keep)
		gap->keep = keep_strength(keep);
}

static void add_cell_before(struct gap *gap, const struct fo *cell)
{
	add_keep(gap, &cell->style->keep_with_previous);
	for (const struct fo *b = first_block(cell); b; b = first_block(b)) {
		add_break(gap, b->style->break_before);
		add_keep(gap, &b->style->keep_with_previous);
	}
}

static void add_cell_after(struct gap *gap, const struct fo *cell)
{
	add_keep(gap, &cell->style->keep_with_next);
	for (const struct fo *b = last_block(cell); b; b = last_block(b)) {
		add_break(gap, b->style->break_after);
		add_keep(gap, &b->style->keep_with_next);
	}
}

int table_cell_keep(const struct fo *cell)
{
	struct gap gap = {0};

	add_cell_after(&gap, cell);
	return gap.keep;
}

static void add_row_before(struct gap *gap, const struct table *t, int row)
{
	const struct row *r = &t->rows[row];

	if (r->fo) {
		add_break(gap, r->fo->style->break_before);
		add_keep(gap, &r->fo->style->keep_with_previous);
	}
	for (int k = 0; k < t->n_columns; k++)
		if (cell_starts(r->slots[k], row, k))
			add_cell_before(gap, r->slots[k]->fo);
}

static void add_row_after(struct gap *gap, const struct table *t, int row)
{
	const struct row *r = &t->rows[row];

	if (r->fo) {
		add_break(gap, r->fo->style->break_after);
		add_keep(gap, &r->fo->style->keep_with_next);
	}
	for (int k = 0; k < t->n_columns; k++) {
		const struct cell *c = r->slots[k];

		if (c && c->column == k && c->row + c->n_rows - 1 == row)
			add_cell_after(gap, c->fo);
	}
}

/* One row alone under the header, or alone on the last page, is no table. */
static int lonely_cost(const struct table *t, int above)
{
	int n = t->n_rows - t->n_head - t->n_foot;

	if (t->setter->options->plain || n <= 3)
		return COST_FREE;
	return above == t->n_head || above + 2 == t->n_rows - t->n_foot ? COST_LONELY
									: COST_FREE;
}

/* A break goes before keeps (4.8), but nothing parts a header or footer. */
static void put_gap(const struct table *t, struct vlist *v, int above, int least)
{
	bool divided = above >= t->n_head && above + 1 < t->n_rows - t->n_foot;
	struct gap gap = {0};
	int cost;

	add_row_after(&gap, t, above);
	add_row_before(&gap, t, above + 1);
	cost = keep_cost(gap.keep);
	if (lonely_cost(t, above) > cost)
		cost = lonely_cost(t, above);
	if (!divided)
		cost = COST_NEVER;
	if (t->rows[above].part == t->rows[above + 1].part &&
	    keep_cost(keep_strength(&t->rows[above].part->style->keep_together)) > cost)
		cost = keep_cost(keep_strength(&t->rows[above].part->style->keep_together));
	vlist_penalty(v, cost > least ? cost : least);
	if (gap.forced && divided)
		vlist_break(v, gap.to);
}

/* The table's own edges: what its first and last rows ask for is asked of the table. */
void table_gap(const struct table *t, struct vlist *v, bool after)
{
	struct gap gap = {0};

	if (after)
		add_row_after(&gap, t, t->n_rows - 1);
	else
		add_row_before(&gap, t, 0);
	if (gap.keep)
		vlist_penalty(v, keep_cost(gap.keep));
	if (gap.forced)
		vlist_break(v, gap.to);
}

/* ---- what a break adds ---- */

static Len group_height(const struct table *t, const struct row_group *g)
{
	Len height = 0;

	for (int r = g->first_row; r < g->first_row + g->n_rows; r++)
		height += t->rows[r].height;
	return height;
}

/* How much higher a group in one piece is at a break: its collapsed borders are others. */
static Len height_at_break(const struct table *t, const struct row_group *g, bool after)
{
	struct slice s = slice_new(t, g, 0, 1, !after, after);
	Len height = -group_height(t, g);

	for (int r = 0; r < g->n_rows; r++)
		height += s.heights[r];
	slice_free(&s);
	return height;
}

/* How much more the cells that begin (end) with a group of several steps need there. */
static Len edge_at_break(const struct table *t, const struct row_group *g, bool after)
{
	int row = after ? g->first_row + g->n_rows - 1 : g->first_row;
	Len most = 0;

	for (int k = 0; k < t->n_columns; k++) {
		const struct cell *c = t->rows[row].slots[k];
		struct cell_piece p = {.cell = c};
		struct insets at_break, natural;

		if (!c || c->column != k)
			continue;
		p.first_row = c->row;
		p.last_row = c->row + c->n_rows - 1;
		at_break = piece_insets(t, &p, !after, after);
		natural = piece_insets(t, &p, false, false);
		most = len_max(most, after ? at_break.after - natural.after
					   : at_break.before - natural.before);
	}
	return most;
}

static Len break_adds(const struct table *t, const struct row_group *g, bool after)
{
	if (!t->collapse)
		return 0;
	return g->n_steps == 1 ? height_at_break(t, g, after) : edge_at_break(t, g, after);
}

/* ---- steps ---- */

static void carry_items(struct vlist *v, const struct cell *c, int from, int to)
{
	int n;
	const struct item *items = vlist_items(c->content, &n);

	for (int i = from; i < to; i++)
		if (items[i].n_spots || items[i].n_notes)
			vlist_carry(v, &items[i]);
}

/* What a cell shows in a step; `begins`: the first of its row. */
static void carry_cell(struct vlist *v, const struct row_group *g, const struct cell *c,
		       int step, bool begins)
{
	bool ends =
		step + 1 == g->n_steps || !c->stops || step - c->first_stop >= c->n_stops;

	if (!c->stops && !begins)
		return;
	carry_items(v, c, begins ? 0 : cell_stop(c, step),
		    ends ? c->n_items : cell_stop(c, step + 1));
}

static void carry(struct vlist *v, const struct table *t, const struct row_group *g,
		  int step)
{
	int first = g->first_row, last = g->first_row + g->n_rows - 1, before = -1;

	if (step > 0) {
		before = g->steps[step - 1].row;
		first = before + g->steps[step - 1].row_ends;
	}
	if (step + 1 < g->n_steps)
		last = g->steps[step].row;
	for (int r = first; r <= last; r++) {
		for (int k = 0; k < t->n_columns; k++) {
			const struct cell *c = t->rows[r].slots[k];

			if (c && c->column == k && (c->row == r || r == first))
				carry_cell(v, g, c, step, c->row > before);
		}
	}
}

/* What begins with a row: its part, itself, its cells. */
static void begin_row(struct vlist *v, const struct table *t, int r)
{
	const struct row *row = &t->rows[r];

	if (r == 0 || t->rows[r - 1].part != row->part)
		block_spots(v, row->part, false);
	block_spots(v, row->fo, false);
	for (int k = 0; k < t->n_columns; k++)
		if (cell_starts(row->slots[k], r, k))
			block_spots(v, row->slots[k]->fo, false);
}

static void end_row(struct vlist *v, const struct table *t, int r)
{
	const struct row *row = &t->rows[r];

	for (int k = 0; k < t->n_columns; k++) {
		const struct cell *c = row->slots[k];

		if (c && c->column == k && c->row + c->n_rows - 1 == r)
			block_spots(v, c->fo, true);
	}
	block_spots(v, row->fo, true);
	if (r + 1 == t->n_rows || t->rows[r + 1].part != row->part)
		block_spots(v, row->part, true);
}

static struct where row_place(const struct table *t, int row)
{
	for (int k = 0; k < t->n_columns; k++)
		if (t->rows[row].slots[k])
			return t->rows[row].slots[k]->fo->from;
	return t->rows[row].fo ? t->rows[row].fo->from : t->fo->from;
}

static void put_step(struct table *t, struct vlist *v, const struct row_group *g, int step,
		     const struct table_slicer *slicer)
{
	Len begin = step > 0 ? g->steps[step - 1].end : 0;
	Len end = g->steps ? g->steps[step].end : group_height(t, g);
	struct item item = {.slicer = &slicer->slicer,
			    .step = g->first_step + step,
			    .x = t->x,
			    .len = end - begin};

	item.from = row_place(t, g->steps ? g->steps[step].row : g->first_row);
	if (step > 0)
		item.cut_before = g->steps[step - 1].before;
	else
		item.cut_before = break_adds(t, g, false);
	if (g->steps && step + 1 < g->n_steps)
		item.cut_after = g->steps[step].after;
	else
		item.cut_after = break_adds(t, g, true);
	vlist_step(v, &item);
	carry(v, t, g, step);
}

/* A group's first cell: by it the row is found when the table is set again. */
static const struct fo *first_cell(const struct table *t, const struct row_group *g)
{
	for (int k = 0; k < t->n_columns; k++)
		if (cell_starts(t->rows[g->first_row].slots[k], g->first_row, k))
			return t->rows[g->first_row].slots[k]->fo;
	return NULL;
}

static void put_group(struct table *t, struct vlist *v, struct row_group *g,
		      const struct table_slicer *slicer)
{
	int begun = g->first_row, ended = begun, behind = begun + g->n_rows;

	for (int i = 0; i < g->n_steps; i++) {
		bool last = i + 1 == g->n_steps;

		while (begun < behind && (last || begun <= g->steps[i].row))
			begin_row(v, t, begun++);
		put_step(t, v, g, i, slicer);
		while (ended < behind &&
		       (last || ended < g->steps[i].row + g->steps[i].row_ends))
			end_row(v, t, ended++);
		if (i == 0)
			vlist_source(v, &(struct resume){.paragraph = first_cell(t, g),
							 .part = RESUME_ROW});
		if (last)
			break;
		if (g->steps[i].row_ends)
			put_gap(t, v, g->steps[i].row, g->steps[i].cost);
		else
			vlist_penalty(v, g->steps[i].cost);
		if (g->steps[i].forced)
			vlist_break(v, g->steps[i].to);
	}
}

/* The group at which the flow goes on; -1: it does so elsewhere. */
static int resumed_group(const struct table *t, const struct vlist *v)
{
	const struct resume *r = t->setter->resume;

	if (!r || r->part != RESUME_ROW || v != t->setter->flow)
		return -1;
	for (int i = 0; i < t->n_groups; i++)
		if (first_cell(t, &t->groups[i]) == r->paragraph)
			return i;
	return -1;
}

void table_list(struct table *t, struct vlist *v, const struct table_slicer *slicer)
{
	int resumed = resumed_group(t, v), i = resumed > 0 ? resumed : 0;

	for (; i < t->n_groups && !block_is_later(t->setter, v); i++) {
		struct row_group *g = &t->groups[i];
		bool fixed =
			((t->repeat_head || t->live_head) && g->first_row < t->n_head) ||
			((t->repeat_foot || t->live_foot) &&
			 g->first_row >= t->n_rows - t->n_foot);

		if (!g->is_set)
			set_group(t, g);
		group_steps(t, g, t->whole || fixed);
		g->first_step = t->n_steps;
		t->n_steps += g->n_steps;
		if (i == resumed)
			vlist_resume(v, i > 0); /* else labels still wait for it */
		else if (i > 0)
			put_gap(t, v, g->first_row - 1, 0);
		put_group(t, v, g, slicer);
	}
	for (; i < t->n_groups; i++) /* later: the groups are ordered by their steps */
		t->groups[i].first_step = INT32_MAX;
}
