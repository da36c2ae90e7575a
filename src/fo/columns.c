/*
 * columns.c - which fo:table-column a cell lies in, for from-table-column()
 *
 * Follows the cells of a table in document order with the room that row spans take, like
 * the layout of tables does later, but from the attributes alone: the column must be known
 * before the cell's own properties are.
 */
#include "fo/reader.h"

#include <stdlib.h>

enum { MAX_COLUMNS = 1000 };

struct columns {
	GPtrArray *styles; /* by column, from 0; NULL: no fo:table-column */
	GArray *rows;	   /* int: rows that a span still takes in this column */
	int cursor;
};

struct columns *columns_new(void)
{
	struct columns *c = g_new0(struct columns, 1);

	c->styles = g_ptr_array_new();
	c->rows = g_array_new(FALSE, TRUE, sizeof(int));
	return c;
}

void columns_free(struct columns *c)
{
	if (!c)
		return;
	g_ptr_array_free(c->styles, TRUE);
	g_array_free(c->rows, TRUE);
	g_free(c);
}

void columns_add(struct columns *c, const struct fo_style *column)
{
	int at = column->column_number > 0 ? column->column_number - 1 : (int)c->styles->len;

	for (int i = 0; i < column->number_columns_repeated && at < MAX_COLUMNS; i++, at++) {
		if (at >= (int)c->styles->len)
			g_ptr_array_set_size(c->styles, at + 1);
		c->styles->pdata[at] = (gpointer)(uintptr_t)column;
	}
}

void columns_next_row(struct columns *c)
{
	c->cursor = 0;
	for (guint i = 0; i < c->rows->len; i++) {
		int *rest = &g_array_index(c->rows, int, i);

		*rest = MAX(*rest - 1, 0);
	}
}

static int number_of(const struct attribute *attributes, int n, enum prop prop, int initial)
{
	for (int i = 0; i < n; i++)
		if (attributes[i].name->kind == ATTRIBUTE_PROPERTY &&
		    attributes[i].name->prop == prop)
			return (int)CLAMP(strtol(attributes[i].value, NULL, 10), 1, MAX_COLUMNS);
	return initial;
}

const struct fo_style *columns_cell(struct columns *c, const struct attribute *attributes, int n)
{
	int span = number_of(attributes, n, PROP_number_columns_spanned, 1);
	int rows = number_of(attributes, n, PROP_number_rows_spanned, 1);
	int at = number_of(attributes, n, PROP_column_number, 0) - 1;

	if (at < 0) {
		at = c->cursor;
		while (at < (int)c->rows->len && g_array_index(c->rows, int, at) > 0)
			at++;
	}
	c->cursor = MIN(at + span, MAX_COLUMNS);
	if ((int)c->rows->len < c->cursor)
		g_array_set_size(c->rows, (guint)c->cursor);
	for (int i = at; i < c->cursor; i++)
		g_array_index(c->rows, int, i) = rows;
	return at < (int)c->styles->len ? c->styles->pdata[at] : NULL;
}
