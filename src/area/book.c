/*
 * book.c - the end of a book, and the marks that belong to no book
 */
#include "area/area.h"

const struct mark *mark_artifact(enum artifact kind)
{
	static const struct mark marks[] = {
		[ARTIFACT_LAYOUT] = {.artifact = ARTIFACT_LAYOUT, .index = -1},
		[ARTIFACT_HEADER] = {.artifact = ARTIFACT_HEADER, .index = -1},
		[ARTIFACT_FOOTER] = {.artifact = ARTIFACT_FOOTER, .index = -1},
		[ARTIFACT_REPEAT] = {.artifact = ARTIFACT_REPEAT, .index = -1},
	};

	return kind == ARTIFACT_NOT ? NULL : &marks[kind];
}

void book_free(struct book *b)
{
	if (b)
		arena_free(b->arena); /* the book itself lies in it */
}
