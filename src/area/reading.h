/*
 * reading.h - the order in which a book is read, which is not that of its pages
 *
 * Pages are painted line by line and their footnotes last; a paragraph runs over several of
 * them.  Whoever paints numbers what it paints, 0, 1, 2 ..., and notes to which mark each
 * number belongs.  A reading gives each mark's contents and children in reading order:
 * children in source order, the mark's own contents in paint order, between them.
 */
#ifndef AREA_READING_H
#define AREA_READING_H

#include "area/area.h"

struct reading;

/* owners[i] is the index of the mark that content i belongs to, or negative for none. */
struct reading *reading_new(const struct book *, const int *owners, int n_owners);
void reading_free(struct reading *);

/* Whether a mark is worth an element: it has content, or is a cell of a table that has. */
bool reading_has(const struct reading *, const struct mark *);

/* The first content below a mark (its asides' left out), or -1. */
int reading_first(const struct reading *, const struct mark *);

/*
 * Text that is nothing but blanks is not painted, but stands between words, as a leader
 * does: whether one of them follows a kid of an area, which shows a mark.  In an element
 * that is one piece of text blocks are lines, the next of which follows behind a space.
 */
bool reading_blank(const struct area *);
bool reading_parted(const struct area *, int kid, const struct mark *);

struct reading_kid {
	const struct mark *mark; /* a child, or NULL: */
	int content;             /* the mark's own */
};

struct reading_walk {
	const struct mark *child; /* not yet given */
	int own, own_end;
	bool elder; /* a child was given */
};

struct reading_walk reading_start(const struct reading *, const struct mark *);
bool reading_next(const struct reading *, struct reading_walk *, struct reading_kid *);

#endif
