/*
 * mark.h - what an area means: the structure tree that tagged PDF shows to a reader
 *
 * Marks mirror the formatting tree, not the pages: one mark for a paragraph however many
 * pages it runs over, in source order.  Areas point at their innermost mark; the root of
 * the tree and the order are in struct book.  Areas without meaning point at an artifact.
 */
#ifndef AREA_MARK_H
#define AREA_MARK_H

#include "base/where.h"

#include <stdbool.h>

enum artifact {
	ARTIFACT_NOT,    /* real content */
	ARTIFACT_LAYOUT, /* rules, backgrounds, leaders */
	ARTIFACT_HEADER, /* running head */
	ARTIFACT_FOOTER,
	ARTIFACT_REPEAT, /* repeated table head: also of pagination type */
};

enum mark_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH };

struct mark {
	const struct mark *parent; /* NULL for the root (Document) and for artifacts */
	const struct mark *child, *next; /* in source order */
	const char *role;                /* standard structure type: "P", "H2", "TD" ... */
	const char *lang;                /* where it differs from the parent's, else NULL */
	const char *alt, *actual, *expansion, *title;
	const char *id;            /* for Note, and for TH that TD headers name */
	int row_span, column_span; /* 0 or 1: none */
	enum mark_scope scope;
	const char *headers;        /* ids of TH, separated by spaces */
	const char *list_numbering; /* "Disc", "Decimal" ... for L */
	enum artifact artifact;
	bool aside; /* set elsewhere than it is read: footnote bodies, floats.  Read where
		       it stands among its siblings, right behind the elder one */
	struct where from;
	int index; /* position in source order, from 0; -1 for artifacts */
};

/* The artifact of a kind, for areas that are not in the formatting tree (ARTIFACT_NOT:
 * NULL). Everything below an area so marked is artifact, whatever its own marks say. */
const struct mark *mark_artifact(enum artifact);

/* Whether the element reads as one piece of text: what it holds are lines or words of it. */
bool mark_is_text(const struct mark *);

/* The next mark in source order (parents first), or NULL. */
const struct mark *mark_after(const struct mark *);

#endif
