/*
 * laid.h - page-sequences that a pass has laid out, for the next pass
 *
 * A sequence that begins at the same number, and whose questions for page numbers still
 * have the same answers, would be laid out the same: its lists and where they are cut are
 * taken over, and only the pages are made anew.
 */
#ifndef LAYOUT_LAID_H
#define LAYOUT_LAID_H

#include "layout/pages.h"
#include "layout/references.h"

struct laid {
	struct sequence sequence; /* with its sheets */
	int n_pages;              /* with content */
	int number;               /* of the first */
	struct diags *said;
	struct questions *flow,
		*pages; /* asked while it was laid out, while pages were made */
};

struct laid_table;

struct laid_table *laid_table_new(void);
void laid_table_free(struct laid_table *);

/* Before a pass: forgets what has to be laid out again; all of it, if that is the most, as
 * what is kept keeps all the memory of the pass that it is of. */
void laid_choose(struct laid_table *, struct references *);
/* What is there of a sequence, known by its first flow (without one by itself), that begins at
 * this number; or NULL. */
struct laid *laid_find(struct laid_table *, const struct fo *flow, int number);
/* Takes it, in place of what is there. */
struct laid *laid_take(struct laid_table *, struct laid *);
/* After a pass: whether an answer that was given has become another. */
bool laid_changed(struct laid_table *, struct references *);
/* Whether laid_find found anything since laid_choose. */
bool laid_used(const struct laid_table *);

#endif
