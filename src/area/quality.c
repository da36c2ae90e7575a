/*
 * quality.c - what a typographer would object to in a finished book
 *
 * Reads the area tree and nothing else, so that it sees what the reader will see.  Lines
 * know whether their paragraph begins and ends with them: a line that goes on from nothing
 * above it on the page stands at the head of a column, one that nothing goes on from at its
 * foot; cells of a table row that is cut are seen in the same way.
 */
#include "area/area.h"
#include "base/diag.h"

#include <string.h>

enum {
	LOOSE = 100,  /* per cent of their stretch that spaces should not exceed */
	LAST = 2,     /* lines that are not worth a page */
	LADDER = 3,   /* so many divided words below each other are too many */
	EXCERPT = 40, /* bytes of a line that is quoted */
};

/* Less is no blank but rounding, or the difference of two leadings. */
#define UNEVEN   PT(3)
#define SHORT    PT(36)
#define OVERFULL PT(0.2)

struct judge {
	struct diags *diags;
	const struct page *page;
	const struct area *previous; /* line of this column */
	int ladder;
	int lines_before; /* on the page before */
	int n_lines, n_loose, n_overfull, n_ladders;
	int n_widows, n_clubs, n_page_hyphens, n_short, n_last, n_uneven;
};

static void object(struct judge *j, const struct area *line, int *n, const char *what)
{
	(*n)++;
	diag(j->diags, N_QUALITY, line->from, "page %s: %s", j->page->label, what);
}

/* ---- lines ---- */

static void gather_text(const struct area *a, GString *to)
{
	if (a->kind == AREA_TEXT)
		g_string_append_len(to, a->as.text.text, a->as.text.n_bytes);
	for (int i = 0; i < a->n_kids && to->len < EXCERPT; i++)
		gather_text(a->kids[i].area, to);
}

static void object_to_spaces(struct judge *j, const struct area *line)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const char *end;

	gather_text(line, text);
	end = g_utf8_find_prev_char(text->str, text->str + MIN(text->len, EXCERPT) + 1);
	j->n_loose++;
	diag(j->diags, N_QUALITY, line->from,
	     "page %s: a loose line, its spaces at %d%% of their stretch: \"%.*s...\"",
	     j->page->label, line->as.line.ratio, end ? (int)(end - text->str) : 0,
	     text->str);
}

/* The column, or what is read before another line that begins, ends with this line. */
static void see_end(struct judge *j)
{
	const struct area *line = j->previous;

	if (line && line->as.line.begins && !line->as.line.ends)
		object(j, line, &j->n_clubs,
		       "the first line of a paragraph stands alone at the foot");
}

static void see_line(struct judge *j, const struct area *line)
{
	const struct area_line *l = &line->as.line;
	bool goes_on = j->previous && !j->previous->as.line.ends && !l->begins;

	if (!goes_on)
		see_end(j);
	if (!goes_on && !l->begins && l->ends)
		object(j, line, &j->n_widows,
		       "the last line of a paragraph stands alone at the head");
	if (l->ratio > LOOSE)
		object_to_spaces(j, line);
	j->n_overfull += l->over > OVERFULL;
	j->ladder = l->hyphen ? j->ladder + 1 : 0;
	if (j->ladder == LADDER)
		object(j, line, &j->n_ladders, "words are divided in three lines running");
	j->n_lines++;
	j->previous = line;
}

static void see_lines(struct judge *j, const struct area *a)
{
	if (a->kind == AREA_LINE && a->n_kids > 0)
		see_line(j, a);
	else if (a->kind == AREA_BOX)
		for (int i = 0; i < a->n_kids; i++)
			see_lines(j, a->kids[i].area);
}

/* ---- pages ---- */

static void see_column(struct judge *j, const struct area *column)
{
	j->previous = NULL;
	j->ladder = 0;
	see_lines(j, column);
	see_end(j);
	if (j->previous && j->previous->as.line.divided &&
	    strcmp(column->trace, "column") == 0)
		object(j, j->previous, &j->n_page_hyphens,
		       "the last word of the column is divided");
}

static void see_body(struct judge *j, const struct area *body)
{
	for (int i = 0; i < body->n_kids; i++)
		if (body->kids[i].area->trace)
			see_column(j, body->kids[i].area);
}

static void see_page(struct judge *j, const struct page *page, const struct page *before)
{
	const struct area *root = page->root;
	Len gap = page->short_by;
	int lines = j->n_lines;

	j->previous = NULL;

	j->page = page;
	while (root->n_kids == 1 && root->kids[0].area->trace &&
	       strcmp(root->kids[0].area->trace, "page") == 0)
		root = root->kids[0].area; /* turned */
	for (int i = 0; i < root->n_kids; i++) {
		const char *trace = root->kids[i].area->trace;

		if (trace && strcmp(trace, "region-body") == 0)
			see_body(j, root->kids[i].area);
	}
	if (before && !before->ends && page->ends && j->previous && j->lines_before > 0 &&
	    j->n_lines - lines <= LAST)
		object(j, j->previous, &j->n_last,
		       "hardly anything stands on the last page");
	if (!page->ends && gap > SHORT) {
		j->n_short++;
		diag(j->diags, N_QUALITY, j->previous ? j->previous->from : root->from,
		     "page %s: %.0f pt at the foot are left blank", page->label,
		     len_pt(gap));
	}
	if (before && before->number % 2 == 0 && page->number == before->number + 1 &&
	    !before->ends && !page->ends && gap <= SHORT && before->short_by <= SHORT)
		j->n_uneven += page->foot - before->foot > UNEVEN ||
			       before->foot - page->foot > UNEVEN;
	j->lines_before = j->n_lines - lines;
}

void book_quality(const struct book *b, struct diags *d)
{
	struct judge j = {.diags = d};

	for (int i = 0; i < b->n_pages; i++)
		see_page(&j, &b->pages[i], i > 0 ? &b->pages[i - 1] : NULL);
	diag(d, N_QUALITY, (struct where){NULL, 0},
	     "%d pages, %d lines: %d widows, %d clubs, %d words divided across pages, "
	     "%d ladders, %d loose lines, %d overfull lines, %d short pages, "
	     "%d empty last pages, %d uneven spreads",
	     b->n_pages, j.n_lines, j.n_widows, j.n_clubs, j.n_page_hyphens, j.n_ladders,
	     j.n_loose, j.n_overfull, j.n_short, j.n_last, j.n_uneven);
}
