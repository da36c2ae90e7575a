/*
 * table_tags.c - Table, TR, TH, TD: a grid without holes, header cells that say for whom
 *
 * Readers announce the headers of each cell.  Scope says enough where each column has one
 * header cell; where head rows span, every TD lists its headers by id.  Holes in the grid
 * are filled with empty cells, row spans end with their part of the table.
 */
#include "layout/tags.h"

#include <string.h>

struct header {
	const struct mark *mark;
	int column, n_columns;
	int until_row; /* row headers: the last row they stand for */
};

struct grid {
	struct tagger *tagger;
	int n_columns;
	int *busy;       /* rows that a cell above still takes, by column */
	int n_rows_left; /* in this part, this row included */
	int row;         /* in the table */
	bool in_head;
	bool irregular; /* header cells span columns, or there are several rows of them */
	GArray *heads;  /* struct header: columns' */
	GArray *row_heads;
	GPtrArray *cells; /* FO_TABLE_CELL of the row */
	GArray *placed;   /* struct placed: the same from left to right */
};

struct placed {
	const struct fo *cell;
	int column, n_columns, n_rows;
};

static int span(int n)
{
	return n > 1 ? n : 1;
}

static int free_column(const struct grid *g, int column)
{
	while (column < g->n_columns && g->busy[column] > 0)
		column++;
	return column;
}

static void grow(struct grid *g, int n)
{
	if (n <= g->n_columns)
		return;
	g->busy = g_renew(int, g->busy, n);
	memset(g->busy + g->n_columns, 0, sizeof(int) * (size_t)(n - g->n_columns));
	g->n_columns = n;
}

/* Where a cell stands, when the next free column is given. */
static int cell_column(const struct grid *g, const struct fo *cell, int next)
{
	int given = cell->style->column_number - 1;

	return free_column(g, given >= 0 && given < 1000 ? given : next);
}

/* The cells of the row that begins at fo: a table-row's, or loose ones up to ends-row or
 * starts-row.  Gives what follows the row. */
static const struct fo *read_row(struct grid *g, const struct fo *fo)
{
	bool any = false;

	g_ptr_array_set_size(g->cells, 0);
	if (fo->kind == FO_TABLE_ROW) {
		for (const struct fo *c = fo->child; c; c = c->next)
			if (c->kind == FO_TABLE_CELL)
				g_ptr_array_add(g->cells, (void *)(uintptr_t)c);
		return fo->next;
	}
	for (; fo && fo->kind != FO_TABLE_ROW; fo = fo->next) {
		if (fo->kind != FO_TABLE_CELL)
			continue;
		if (any && fo->style->starts_row)
			return fo;
		any = true;
		g_ptr_array_add(g->cells, (void *)(uintptr_t)fo);
		if (fo->style->ends_row)
			return fo->next;
	}
	return fo;
}

static const struct fo *next_row(const struct fo *fo)
{
	while (fo && fo->kind != FO_TABLE_ROW && fo->kind != FO_TABLE_CELL)
		fo = fo->next;
	return fo;
}

static int count_rows(struct grid *g, const struct fo *part)
{
	int n = 0;

	for (const struct fo *fo = next_row(part->child); fo; n++)
		fo = next_row(read_row(g, fo));
	return n;
}

static const struct fo *cell_at(const struct grid *g, guint i)
{
	return g_ptr_array_index(g->cells, i);
}

static void end_row(struct grid *g)
{
	for (int i = 0; i < g->n_columns; i++)
		g->busy[i] -= g->busy[i] > 0;
	g->n_rows_left--;
	g->row++;
}

/* A cell that spans more columns than are free has those that are. */
static struct placed take(struct grid *g, const struct fo *cell, int column)
{
	struct placed p = {cell, column, 1,
			   MIN(span(cell->style->number_rows_spanned), g->n_rows_left)};
	int wanted = MIN(span(cell->style->number_columns_spanned), 1000);

	grow(g, column + 1);
	while (p.n_columns < wanted && (column + p.n_columns >= g->n_columns ||
					g->busy[column + p.n_columns] == 0))
		p.n_columns++;
	grow(g, column + p.n_columns);
	for (int i = column; i < column + p.n_columns; i++)
		g->busy[i] = p.n_rows;
	return p;
}

/* Cells can say their columns in any order; readers want them from left to right. */
static int by_column(const void *a, const void *b)
{
	return ((const struct placed *)a)->column - ((const struct placed *)b)->column;
}

static void place_cells(struct grid *g)
{
	int next = 0;

	g_array_set_size(g->placed, 0);
	for (guint i = 0; i < g->cells->len; i++) {
		const struct fo *cell = cell_at(g, i);
		struct placed p = take(g, cell, cell_column(g, cell, next));

		next = p.column + p.n_columns;
		g_array_append_val(g->placed, p);
	}
	g_array_sort(g->placed, by_column);
}

/* How many columns the cells of a part use. */
static void measure_part(struct grid *g, const struct fo *part)
{
	int n = count_rows(g, part);

	memset(g->busy, 0, sizeof(int) * (size_t)g->n_columns);
	g->n_rows_left = n;
	for (const struct fo *fo = next_row(part->child); fo;) {
		fo = next_row(read_row(g, fo));
		place_cells(g);
		for (guint i = 0; part->kind == FO_TABLE_HEADER && i < g->cells->len; i++)
			g->irregular |=
				n > 1 || cell_at(g, i)->style->number_columns_spanned > 1;
		end_row(g);
	}
}

static bool is_header(const struct grid *g, const struct fo *cell)
{
	const char *role = tag_role(cell);

	return role && (strcmp(role, "TH") == 0 || strcmp(role, "TD") == 0) ? role[1] == 'H'
									    : g->in_head;
}

/* The header cells of the columns and rows that a cell stands in, outermost first. */
static const char *headers_of(const struct grid *g, int column, int n_columns)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (guint i = 0; i < g->heads->len; i++) {
		const struct header *h = &g_array_index(g->heads, struct header, i);

		if (h->column < column + n_columns && column < h->column + h->n_columns)
			g_string_append_printf(s, "%s%s", s->len ? " " : "", h->mark->id);
	}
	for (guint i = 0; i < g->row_heads->len; i++) {
		const struct header *h = &g_array_index(g->row_heads, struct header, i);

		if (h->until_row >= g->row)
			g_string_append_printf(s, "%s%s", s->len ? " " : "", h->mark->id);
	}
	return s->len ? arena_strdup(g->tagger->arena, s->str) : NULL;
}

static void note_header(struct grid *g, struct mark *m, int column, int rows)
{
	struct header h = {m, column, span(m->column_span), g->row + rows - 1};

	m->scope = g->in_head ? SCOPE_COLUMN : SCOPE_ROW;
	if (g->irregular)
		m->id = arena_printf(g->tagger->arena, "header-%d",
				     ++g->tagger->n_header_cells);
	g_array_append_val(*(g->in_head ? &g->heads : &g->row_heads), h);
}

static void fill(struct grid *g, struct branch *row, int n_columns)
{
	struct branch b;

	if (n_columns <= 0)
		return;
	b = tag_add(g->tagger, row, NULL, "TD");
	b.mark->column_span = n_columns > 1 ? n_columns : 0;
}

static int first_free_run(const struct grid *g, int from, int to)
{
	int n = 0;

	while (from + n < to && g->busy[from + n] == 0)
		n++;
	return n;
}

/* Empty cells for the free columns from one to another. */
static void fill_between(struct grid *g, struct branch *row, int from, int to)
{
	while (from < to) {
		int n = first_free_run(g, from, to);

		fill(g, row, n);
		from += n + (n == 0);
	}
}

static void tag_cell(struct grid *g, struct branch *row, const struct placed *p)
{
	const struct fo *cell = p->cell;
	int rows = p->n_rows, columns = p->n_columns;
	bool header = is_header(g, cell);
	struct branch b = tag_add(g->tagger, row, cell, header ? "TH" : "TD");

	b.mark->row_span = rows > 1 ? rows : 0;
	b.mark->column_span = columns > 1 ? columns : 0;
	if (header)
		note_header(g, b.mark, p->column, rows);
	else if (g->irregular)
		b.mark->headers = headers_of(g, p->column, columns);
	tag_children(g->tagger, &b, cell);
}

static void tag_row(struct grid *g, struct branch *part, const struct fo *fo)
{
	const struct fo *named = fo->kind == FO_TABLE_ROW ? fo : NULL;
	struct branch row = tag_add(g->tagger, part, named, "TR");
	int column = 0;

	place_cells(g);
	for (guint i = 0; i < g->placed->len; i++) {
		const struct placed *p = &g_array_index(g->placed, struct placed, i);

		fill_between(g, &row, column, p->column);
		tag_cell(g, &row, p);
		column = p->column + p->n_columns;
	}
	fill_between(g, &row, column, g->n_columns);
	end_row(g);
}

static void tag_part(struct grid *g, struct branch *table, const struct fo *part,
		     const char *role)
{
	struct branch b = tag_add(g->tagger, table, part, role);

	g->n_rows_left = count_rows(g, part);
	g->in_head = part->kind == FO_TABLE_HEADER;
	memset(g->busy, 0, sizeof(int) * (size_t)g->n_columns);
	for (const struct fo *fo = next_row(part->child); fo;) {
		const struct fo *after = next_row(read_row(g, fo));

		tag_row(g, &b, fo);
		fo = after;
	}
}

static void tag_parts(struct grid *g, struct branch *table, const struct fo *fo, int kind)
{
	static const struct {
		int kind;
		const char *role;
	} parts[] = {{FO_TABLE_HEADER, "THead"},
		     {FO_TABLE_BODY, "TBody"},
		     {FO_TABLE_FOOTER, "TFoot"}};

	for (const struct fo *p = fo->child; p; p = p->next)
		if ((int)p->kind == parts[kind].kind)
			tag_part(g, table, p, parts[kind].role);
}

/* Of a grid, which is none here. */
static bool is_part(const char *role)
{
	return role[0] == 'T' && role[1] != 'O';
}

/* A table that the author says is none: its cells' contents, one after the other, in
 * elements where parts, rows or cells have roles of their own. */
static void tag_as_groups(struct tagger *t, struct branch *in, const struct fo *fo)
{
	for (const struct fo *k = fo->child; k; k = k->next) {
		const char *role = tag_role(k);
		struct branch b = *in;
		struct branch *into = in;

		if (k->kind == FO_TABLE_COLUMN)
			continue;
		if (role && strcmp(role, "artifact") == 0) {
			tag_artifact(t, k, ARTIFACT_LAYOUT);
			continue;
		}
		if (role && strcmp(role, "NonStruct") != 0 && !is_part(role)) {
			b = tag_add(t, in, k, role);
			into = &b;
		}
		if (k->kind == FO_TABLE_CELL)
			tag_children(t, into, k);
		else
			tag_as_groups(t, into, k);
	}
}

static bool is_layout_table(struct tagger *t, struct branch *in, const struct fo *fo)
{
	const char *role = tag_role(fo);
	struct branch b;

	if (!role && fo->style->role &&
	    (strcmp(fo->style->role, "presentation") == 0 ||
	     strcmp(fo->style->role, "none") == 0)) {
		tag_as_groups(t, in, fo);
		return true;
	}
	if (!role || strcmp(role, "Table") == 0)
		return false;
	if (strcmp(role, "artifact") == 0) {
		tag_artifact(t, fo, ARTIFACT_LAYOUT);
		return true;
	}
	if (strcmp(role, "NonStruct") == 0) {
		tag_as_groups(t, in, fo);
		return true;
	}
	b = tag_add(t, in, fo, role);
	tag_as_groups(t, &b, fo);
	return true;
}

void tag_table(struct tagger *t, struct branch *in, const struct fo *fo,
	       const struct fo *caption)
{
	struct grid g = {.tagger = t, .busy = g_new0(int, 1)};
	struct branch table;

	if (is_layout_table(t, in, fo)) {
		g_free(g.busy);
		return;
	}
	g.heads = g_array_new(FALSE, FALSE, sizeof(struct header));
	g.row_heads = g_array_new(FALSE, FALSE, sizeof(struct header));
	g.cells = g_ptr_array_new();
	g.placed = g_array_new(FALSE, FALSE, sizeof(struct placed));
	table = tag_add(t, in, fo, "Table");
	if (caption) {
		struct branch b = tag_add(t, &table, caption, "Caption");

		tag_children(t, &b, caption);
	}
	for (const struct fo *p = fo->child; p; p = p->next)
		if (p->kind == FO_TABLE_HEADER || p->kind == FO_TABLE_BODY ||
		    p->kind == FO_TABLE_FOOTER)
			measure_part(&g, p);
	for (int kind = 0; kind < 3; kind++)
		tag_parts(&g, &table, fo, kind);
	if (g.heads->len + g.row_heads->len == 0 && g.row > 1)
		diag(t->diags, W_TABLE_HEAD, fo->from, "the table has no header cells");
	g_array_unref(g.heads);
	g_array_unref(g.row_heads);
	g_ptr_array_unref(g.cells);
	g_array_unref(g.placed);
	g_free(g.busy);
}
