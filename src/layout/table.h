/*
 * table.h - what the files of the table formatter share
 *
 *   grid.c           cells and spans        ->  rows of slots
 *   table_axes.c     where cells are aligned on a string
 *   table_columns.c  widths                 ->  columns
 *   collapse.c       which border wins between two cells
 *   rows.c           cells set, row heights
 *   table_steps.c    where rows may be cut: the steps of the vertical list
 *   table_list.c     the steps, breaks and keeps in the list
 *   table_markers.c  headers and footers that depend on the page
 *   table_draw.c     areas of the rows that come on one page
 *   tables.c         the entry: indents, head and foot, captions
 *
 * All rows (header, bodies, footer) form one sequence.  Rows joined by row spans form a
 * group; a group is cut into steps (struct cut in vlist.h), numbered through the table.
 * Columns count from the start edge; only table_draw.c turns start and end into left and
 * right.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/setter.h"

struct column {
	const struct fo *fo; /* fo:table-column; NULL: none was written */
	struct fo_len given; /* KW_AUTO: nothing */
	Len x, width;        /* from the start edge of the grid */
	struct widths can;   /* table-layout="auto" */
	bool filled;         /* a cell in it has content; known with `can` */
};

struct cell {
	const struct fo *fo;
	int row, column; /* of its first slot */
	int n_rows, n_columns;
	struct vlist *content; /* NULL until the cell is set */
	int n_items;
	Len start, end; /* insets at the sides */
	Len height;     /* of the content */
	Len shift;      /* relative-align="baseline": content stands so much lower */
	Len baseline;   /* of the first line; -1 none */
	const struct table_axis *axis; /* NULL: nothing in it is aligned on a string */
	bool empty;
	int *stops; /* by step of the group from first_stop on: content up to this item; */
	int first_stop, n_stops; /* none: it comes in one */
};

struct row {
	const struct fo *fo;   /* fo:table-row; NULL where cells stand alone in the body */
	const struct fo *part; /* fo:table-header, -body or -footer */
	struct cell **slots;   /* n_columns; NULL: no cell there */
	Len height;
	int group;
};

/* A place where rows may be cut, or the end of a group. */
struct step {
	Len end;           /* from the group's upper edge, where nothing was cut before */
	Len after, before; /* what a break here adds before it and behind it */
	int row;           /* that ends here, or is cut here */
	bool row_ends;
	int cost;
	bool forced;
	enum break_to to;
};

/* Rows that are joined by row spans. */
struct row_group {
	int first_row, n_rows;
	int first_step, n_steps;
	const struct step *steps; /* NULL: one step */
	bool is_set;
};

struct table {
	struct setter *setter;
	const struct fo *fo;
	bool rtl, collapse, precedence;
	bool whole; /* is never cut */
	struct column *columns;
	int n_columns;
	struct table_axis *axes; /* the first; NULL: none */
	struct row *rows;
	int n_rows;
	int n_head, n_foot; /* rows of header and footer */
	struct row_group *groups;
	int n_groups, n_steps;
	Len separation_x,
		separation_y; /* border-separation, halves on both sides of a cell */
	Len x, width;         /* of the grid, from the flow's left edge */
	Len around[2];        /* widths of the reference areas around, for its cells' rooms */
	Len sum;              /* of the columns' widths */
	bool repeat_head, repeat_foot;
	bool live_head, live_foot; /* have retrieve-table-marker: set anew for each page */
	const struct table_marker *markers;
	int n_markers;
};

/* Space between the edge of a cell's slots and its content; border includes half the
 * separation, or is the half border that is the cell's when borders collapse. */
struct insets {
	Len before, after, start, end;
};

/* Part of a cell on one page: items [from, to) of its content. */
struct cell_piece {
	const struct cell *cell;
	int from, to;
	bool cut_before, cut_after;
	int first_row, last_row; /* that are seen of it */
	struct insets insets;
	Len height; /* of the content */
};

/* What is seen of a group on one page: its steps [from, to), counted from its own first. */
struct slice {
	int from, to;
	int first_row, last_row;
	bool cut_before, cut_after;           /* in the midst of first_row, last_row */
	bool at_break_before, at_break_after; /* the page breaks there */
	struct cell_piece *pieces;
	int n_pieces;
	Len *heights; /* by row from first_row */
};

/* The strength of a keep within columns and pages. */
static inline int keep_strength(const struct fo_keep *k)
{
	return k->within_column > k->within_page ? k->within_column : k->within_page;
}

/* What cells share that are aligned on a string in the same columns. */
struct table_axis {
	struct table_axis *next;
	int column, n_columns;
	struct fo_len place; /* axf:text-align-string */
	struct insets insets; /* of the first such cell */
	Len left, right; /* reach to the edges of the widest cells' slots */
	Len words;	 /* the same to the left, of lines without figures */
	Len figures;	 /* reach of figures to the right */
};

/* table_axes.c */
/* Finds them, and how far their cells reach. */
void table_axes(struct table *);
/* For the content of a cell that has one, once the columns' widths are known. */
struct axis cell_axis(const struct table *, const struct cell *);

/* grid.c: false if there is no cell at all */
bool table_grid(struct table *);
static inline bool cell_starts(const struct cell *c, int row, int column)
{
	return c && c->row == row && c->column == column;
}

/* table_columns.c: the columns' places and widths, when the table's width is known; sum is
 * what they take together. */
void table_columns(struct table *, bool automatic);
/* Least and most width the table can use. */
struct widths table_limits(struct table *);
Len cell_width(const struct table *, const struct cell *); /* of its slots */

/*
 * collapse.c: the winning border, never NULL.  Across: between rows `above` and `below`
 * (-1: none) at a column; cut_above, cut_below: the cell of that side goes on behind a
 * break of the page.  Along: at the start edge of `column` in a row; column may be
 * n_columns.
 */
struct joint {
	int above, below, column;
	bool at_break, cut_above, cut_below;
};
const struct fo_edge *border_across(const struct table *, const struct joint *);
const struct fo_edge *border_along(const struct table *, int row, int column);
/* The rows that meet at the break of the page before `row` or after it: with repeated head
 * and foot. */
struct joint joint_before(const struct table *, int row, bool at_break);
struct joint joint_after(const struct table *, int row, bool at_break);

/* rows.c */
struct insets cell_sides(const struct table *, const struct cell *); /* start and end alone */
/* Insets of what is seen of a cell; at_break: the page breaks right before or after it. */
struct insets piece_insets(const struct table *, const struct cell_piece *,
			   bool at_break_before, bool at_break_after);
/* Sets the cells of a group and finds its rows' natural heights. */
void set_group(struct table *, struct row_group *);
/* Memory of its own: slice_free. */
struct slice slice_new(const struct table *, const struct row_group *, int from, int to,
		       bool at_break_before, bool at_break_after);
void slice_free(struct slice *);
/* Items of a cell that has stops in the steps of its group before `step`. */
int cell_stop(const struct cell *, int step);

/* table_steps.c: divides a group into steps; whole: it must not be cut */
void group_steps(struct table *, struct row_group *, bool whole);

/* table_list.c: all rows into the list */
struct table_slicer {
	struct slicer slicer; /* first: it is what the list knows */
	struct table *table;
};
void table_list(struct table *, struct vlist *, const struct table_slicer *);
/* The strength by which a cell, or the last block in it, is kept with what follows. */
int table_cell_keep(const struct fo *cell);
/* Keeps and breaks that the first (last) row hands to the table. */
void table_gap(const struct table *, struct vlist *, bool after);

/* table_markers.c: whether header and footer depend on the rows they stand by, and markers
 */
void table_find_live(struct table *);
/* Sets the header's (footer's) cells as they stand by all rows. */
void table_set_end_first(struct table *, bool foot);
/* The header (footer) as it stands by the rows from one slice to another. */
const struct area *table_live_end(struct table *, bool foot, const struct slice *from,
				  const struct slice *to);

/* table_draw.c */
/* A repeated header or footer, `offset` from the frame's edge: in the structure only once.
 */
const struct area *table_as_artifact(struct table *, const struct area *rows, Len offset,
				     bool foot);
const struct area *table_slice(struct setter *, const struct slicer *, int from, int to,
			       bool cut_before, bool cut_after);
/* The groups of the header or the footer once more, as they stand at a break. */
const struct area *table_repeat(struct table *, int first_group, int n_groups);

#endif
