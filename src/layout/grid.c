/*
 * grid.c - the cells of a table in rows and columns
 *
 * XSL 1.1, 6.7.10 and 7.28: a cell goes to its column-number, else behind the cell before
 * it, past the places that cells spanning from rows above still take.  Row spans end with
 * their part of the table.  Places without a cell stay empty.
 */
#include "layout/table.h"

#include <string.h>

#define MOST_COLUMNS 1000

struct builder {
	struct table *t;
	GArray *rows;     /* struct row */
	GPtrArray *cells; /* of all rows */
	int *busy;        /* by column: rows that a cell above still takes */
	int n_columns;
	int next; /* column behind the last cell of the row */
	const struct fo *part;
};

static int at_least_one(int n)
{
	return n > 1 ? n : 1;
}

static void need_columns(struct builder *b, int n)
{
	if (n > b->n_columns)
		b->n_columns = n;
}

static void begin_row(struct builder *b, const struct fo *fo)
{
	struct row row = {.fo = fo, .part = b->part};

	if (b->rows->len > 0 &&
	    g_array_index(b->rows, struct row, b->rows->len - 1).part == b->part)
		for (int i = 0; i < MOST_COLUMNS; i++)
			b->busy[i] -= b->busy[i] > 0;
	g_array_append_val(b->rows, row);
	b->next = 0;
}

/* How many of n columns from `column` on are free. */
static int free_columns(const struct builder *b, int column, int n)
{
	int i = 0;

	while (i < n && column + i < MOST_COLUMNS && b->busy[column + i] == 0)
		i++;
	return i;
}

static int find_column(const struct builder *b, const struct fo *fo)
{
	int column = fo->style->column_number > 0 ? fo->style->column_number - 1 : b->next;

	if (column >= MOST_COLUMNS)
		column = b->next;
	while (column < MOST_COLUMNS && b->busy[column] > 0)
		column++;
	return column;
}

static void add_cell(struct builder *b, const struct fo *fo)
{
	struct setter *s = b->t->setter;
	int wanted = at_least_one(fo->style->number_columns_spanned);
	int column = find_column(b, fo);
	struct cell *c;

	if (column >= MOST_COLUMNS) {
		diag(s->diags, E_FO_STRUCTURE, fo->from,
		     "the table has more than %d columns", MOST_COLUMNS);
		return;
	}
	if (fo->style->column_number > 0 && column != fo->style->column_number - 1)
		diag(s->diags, E_FO_STRUCTURE, fo->from,
		     "column %d is taken by another cell; this one goes to column %d",
		     fo->style->column_number, column + 1);
	c = ARENA_NEW(s->arena, struct cell);
	c->fo = fo;
	c->row = (int)b->rows->len - 1;
	c->column = column;
	c->n_columns = free_columns(b, column, wanted);
	c->n_rows = at_least_one(fo->style->number_rows_spanned);
	c->baseline = -1;
	if (c->n_columns < wanted)
		diag(s->diags, E_FO_STRUCTURE, fo->from,
		     "the cell spans %d columns, but only %d are free", wanted,
		     c->n_columns);
	for (int i = 0; i < c->n_columns; i++)
		b->busy[column + i] = c->n_rows;
	b->next = column + c->n_columns;
	need_columns(b, b->next);
	g_ptr_array_add(b->cells, c);
}

static void add_row(struct builder *b, const struct fo *row)
{
	begin_row(b, row);
	for (const struct fo *k = row->child; k; k = k->next)
		if (k->kind == FO_TABLE_CELL)
			add_cell(b, k);
}

/* Cells without fo:table-row: starts-row and ends-row divide them. */
static void add_loose_cell(struct builder *b, const struct fo *fo, bool *open)
{
	if (!*open || fo->style->starts_row)
		begin_row(b, NULL);
	add_cell(b, fo);
	*open = !fo->style->ends_row;
}

/* Returns the number of rows. */
static int add_part(struct builder *b, const struct fo *part)
{
	guint first_cell = b->cells->len;
	int first_row = (int)b->rows->len;
	bool open = false;

	memset(b->busy, 0, sizeof(int) * MOST_COLUMNS);
	b->part = part;
	for (const struct fo *k = part->child; k; k = k->next) {
		if (k->kind == FO_TABLE_ROW)
			add_row(b, k);
		else if (k->kind == FO_TABLE_CELL)
			add_loose_cell(b, k, &open);
	}
	for (guint i = first_cell; i < b->cells->len; i++) {
		struct cell *c = g_ptr_array_index(b->cells, i);

		if (c->n_rows > (int)b->rows->len - c->row)
			c->n_rows = (int)b->rows->len - c->row;
	}
	return (int)b->rows->len - first_row;
}

static void add_parts(struct builder *b)
{
	const struct fo *k;

	for (k = b->t->fo->child; k; k = k->next)
		if (k->kind == FO_TABLE_HEADER)
			b->t->n_head += add_part(b, k);
	for (k = b->t->fo->child; k; k = k->next)
		if (k->kind == FO_TABLE_BODY)
			add_part(b, k);
	for (k = b->t->fo->child; k; k = k->next)
		if (k->kind == FO_TABLE_FOOTER)
			b->t->n_foot += add_part(b, k);
}

/* ---- columns ---- */

/* The next column's number behind fo:table-column `c` that stands at `at`. */
static int behind_column(const struct fo *c, int at)
{
	int64_t n = at_least_one(c->style->number_columns_repeated);

	n = at + n * at_least_one(c->style->number_columns_spanned);
	return n < MOST_COLUMNS ? (int)n : MOST_COLUMNS;
}

static int column_at(const struct fo *c, int next)
{
	int at = c->style->column_number > 0 ? c->style->column_number - 1 : next;

	return at < MOST_COLUMNS ? at : MOST_COLUMNS - 1;
}

static void count_columns(struct builder *b)
{
	int next = 0;

	for (const struct fo *k = b->t->fo->child; k; k = k->next) {
		if (k->kind != FO_TABLE_COLUMN)
			continue;
		next = behind_column(k, column_at(k, next));
		need_columns(b, next);
	}
}

static void fill_columns(struct table *t)
{
	int next = 0;

	for (int i = 0; i < t->n_columns; i++)
		t->columns[i].given.keyword = KW_AUTO;
	for (const struct fo *k = t->fo->child; k; k = k->next) {
		int at;

		if (k->kind != FO_TABLE_COLUMN)
			continue;
		at = column_at(k, next);
		next = behind_column(k, at);
		for (int i = at; i < next && i < t->n_columns; i++) {
			t->columns[i].fo = k;
			if (k->style->number_columns_spanned <= 1)
				t->columns[i].given = k->style->column_width;
		}
	}
}

/* ---- slots and groups ---- */

static void fill_slots(struct table *t, const struct builder *b)
{
	for (int r = 0; r < t->n_rows; r++)
		t->rows[r].slots =
			ARENA_ARRAY(t->setter->arena, struct cell *, t->n_columns);
	for (guint i = 0; i < b->cells->len; i++) {
		struct cell *c = g_ptr_array_index(b->cells, i);

		for (int r = c->row; r < c->row + c->n_rows; r++)
			for (int k = c->column; k < c->column + c->n_columns; k++)
				t->rows[r].slots[k] = c;
	}
}

/* Last row that cells of rows from `first` on are joined with. */
static int end_of_group(const struct table *t, int first)
{
	int last = first;

	for (int r = first; r <= last; r++) {
		for (int k = 0; k < t->n_columns; k++) {
			const struct cell *c = t->rows[r].slots[k];

			if (c && c->row + c->n_rows - 1 > last)
				last = c->row + c->n_rows - 1;
		}
	}
	return last;
}

static void find_groups(struct table *t)
{
	t->groups = ARENA_ARRAY(t->setter->arena, struct row_group, t->n_rows);
	for (int r = 0; r < t->n_rows;) {
		struct row_group *g = &t->groups[t->n_groups];

		g->first_row = r;
		g->n_rows = end_of_group(t, r) - r + 1;
		for (; r < g->first_row + g->n_rows; r++)
			t->rows[r].group = t->n_groups;
		t->n_groups++;
	}
}

bool table_grid(struct table *t)
{
	struct arena *a = t->setter->arena;
	struct builder b = {.t = t};
	bool any;

	b.rows = g_array_new(FALSE, FALSE, sizeof(struct row));
	b.cells = g_ptr_array_new();
	b.busy = g_new0(int, MOST_COLUMNS);
	count_columns(&b);
	add_parts(&b);
	any = b.cells->len > 0;
	t->n_columns = b.n_columns;
	t->n_rows = (int)b.rows->len;
	t->columns = ARENA_ARRAY(a, struct column, t->n_columns);
	t->rows = arena_copy(a, b.rows->data, sizeof(struct row) * (size_t)t->n_rows);
	fill_columns(t);
	fill_slots(t, &b);
	find_groups(t);
	g_array_free(b.rows, TRUE);
	g_ptr_array_free(b.cells, TRUE);
	g_free(b.busy);
	return any;
}
