/*
 * reading.c - the reading order of contents that are painted in another
 */
#include "area/reading.h"

#include <stdio.h>
#include <string.h>

enum { DOCUMENT, PARAGRAPH, REFERENCE, NOTE, TABLE, ROW, EMPTY_CELL, CELL, LOST, N_MARKS };

static struct mark marks[N_MARKS] = {
	[DOCUMENT] = {.role = "Document", .child = &marks[PARAGRAPH]},
	[PARAGRAPH] = {.role = "P", .child = &marks[REFERENCE], .next = &marks[TABLE]},
	[REFERENCE] = {.role = "Reference", .next = &marks[NOTE]},
	[NOTE] = {.role = "Note", .aside = true},
	[TABLE] = {.role = "Table", .child = &marks[ROW], .next = &marks[LOST]},
	[ROW] = {.role = "TR", .child = &marks[EMPTY_CELL]},
	[EMPTY_CELL] = {.role = "TD", .next = &marks[CELL]},
	[CELL] = {.role = "TD"},
	[LOST] = {.role = "P"},
};

static void link_marks(void)
{
	for (int i = 0; i < N_MARKS; i++) {
		marks[i].index = i;
		for (const struct mark *k = marks[i].child; k; k = k->next)
			marks[k - marks].parent = &marks[i];
	}
}

/* The tree as text: roles, and contents as digits. */
static void show(const struct reading *r, const struct mark *m, char *to)
{
	struct reading_walk w = reading_start(r, m);
	struct reading_kid k;

	strcat(to, m->role);
	strcat(to, "(");
	while (reading_next(r, &w, &k)) {
		if (k.mark)
			show(r, k.mark, to);
		else
			strncat(to, &"0123456789"[k.content], 1);
	}
	strcat(to, ")");
}

int main(void)
{
	/* Two lines of the paragraph, the call of the note between; the note is painted
	 * last, behind the table that the page still holds; then the paragraph's end. -1:
	 * artifact */
	static const int owners[] = {PARAGRAPH, REFERENCE, PARAGRAPH, CELL, -1, NOTE};
	static const char expected[] =
		"Document(P(0Reference(1)Note(5)2)Table(TR(TD()TD(3))))";
	struct book book = {.marks = &marks[DOCUMENT], .n_marks = N_MARKS};
	struct reading *r;
	char got[200] = "";

	link_marks();
	r = reading_new(&book, owners, 6);
	show(r, &marks[DOCUMENT], got);
	reading_free(r);
	if (strcmp(got, expected) == 0)
		return 0;
	printf("reading: %s\ninstead of %s\n", got, expected);
	return 1;
}
