/*
 * table_axes.c - cells of a column that are aligned on a string (XSL 1.1, 7.16.9)
 *
 * The recommendation says that the strings of a column touch one axis, not where it is.
 * That is for axf:text-align-string: all lines together keep to the end of the column, its
 * start, its centre, or the axis stands so far from the start edge; but nothing leaves its
 * cell for that.  Cells that span the same columns share an axis of their own.
 */
#include "layout/table.h"

static bool is_around_blocks(enum fo_kind kind)
{
	return kind == FO_BLOCK || kind == FO_WRAPPER || kind == FO_BLOCK_CONTAINER ||
	       kind == FO_LIST_BLOCK || kind == FO_LIST_ITEM ||
	       kind == FO_LIST_ITEM_LABEL || kind == FO_LIST_ITEM_BODY;
}

/* Whether some block of the cell is aligned on a string; a table in it has cells of its
 * own. */
static const struct fo_style *aligned(const struct fo *fo, int depth)
{
	for (const struct fo *k = fo->child; k && depth < 20; k = k->next) {
		const struct fo_style *found;

		if (k->kind == FO_BLOCK && k->style->text_align_string)
			return k->style;
		found = is_around_blocks(k->kind) ? aligned(k, depth + 1) : NULL;
		if (found)
			return found;
	}
	return NULL;
}

static bool same_place(struct fo_len a, struct fo_len b)
{
	return a.fixed == b.fixed && a.share == b.share && a.keyword == b.keyword;
}

static struct table_axis *axis_of(struct table *t, const struct cell *c,
				  struct fo_len place)
{
	struct table_axis *a = t->axes;
	struct insets in;

	while (a && (a->column != c->column || a->n_columns != c->n_columns ||
		     !same_place(a->place, place)))
		a = a->next;
	if (a)
		return a;
	in = cell_sides(t, c);
	a = ARENA_NEW(t->setter->arena, struct table_axis);
	*a = (struct table_axis){.next = t->axes,
				 .column = c->column,
				 .n_columns = c->n_columns,
				 .place = place,
				 .insets = in,
				 .left = t->rtl ? in.end : in.start,
				 .right = t->rtl ? in.start : in.end};
	t->axes = a;
	return a;
}

static bool in_head(const struct table *t, const struct cell *c)
{
	return t->rows[c->row].part->kind == FO_TABLE_HEADER;
}

static void measure_reach(struct table *t, const struct cell *c, struct table_axis *a)
{
	struct insets in = cell_sides(t, c);
	struct axis_reach *outer = t->setter->reach, r = {0};
	Len left = t->rtl ? in.end : in.start, right = t->rtl ? in.start : in.end;

	t->setter->reach = &r;
	measure_blocks(t->setter, c->fo);
	t->setter->reach = outer;
	a->left = len_max(a->left, left + r.left);
	a->right = len_max(a->right, right + r.right);
	a->words = len_max(a->words, left + r.words);
	a->figures = len_max(a->figures, r.right);
}

void table_axes(struct table *t)
{
	for (int r = 0; r < t->n_rows; r++)
		for (int k = 0; k < t->n_columns; k++) {
			struct cell *c = t->rows[r].slots[k];
			const struct fo_style *st;
			struct table_axis *a;

			if (!cell_starts(c, r, k) || !(st = aligned(c->fo, 0)))
				continue;
			a = axis_of(t, c, st->text_align_axis);
			c->axis = a;
			if (!in_head(t, c))
				measure_reach(t, c, a);
		}
}

/* From the left edge of the columns. */
static Len axis_at(const struct table *t, const struct table_axis *a, Len width)
{
	Len start = a->insets.start, room = width - start - a->insets.end, at;

	if (a->place.keyword == KW_CENTER)
		at = a->left + (width - a->left - a->right) / 2;
	else if (a->place.keyword)
		at = (a->place.keyword == KW_START) == t->rtl ? width - a->right : a->left;
	else
		at = start + fo_len_of(a->place, room);
	if (!a->place.keyword && t->rtl)
		at = width - at;
	return len_max(len_min(at, width - a->right), a->left);
}

struct axis cell_axis(const struct table *t, const struct cell *c)
{
	struct insets in = cell_sides(t, c);
	struct axis axis = {.head = in_head(t, c)};

	axis.at = axis_at(t, c->axis, cell_width(t, c)) - (t->rtl ? in.end : in.start);
	axis.figures_end = axis.at + c->axis->figures;
	return axis;
}
