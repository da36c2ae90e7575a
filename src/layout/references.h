/*
 * references.h - page numbers that one pass of the layout learns for the next
 *
 * While a pass sets text it asks for the labels that the pass before noted.  When the pages
 * are made, each spot of each box is noted with its page.  Another pass is needed if what
 * was asked has another answer then.
 */
#ifndef LAYOUT_REFERENCES_H
#define LAYOUT_REFERENCES_H

#include "fo/fo.h"

#include <stdbool.h>

struct references;

/* Where an index key stands: from one page to another (indexes in struct book). */
struct index_place {
	const struct fo *fo; /* the object with the key */
	int first, last;
	const char *first_label, *last_label;
};

struct references *references_new(void);
void references_free(struct references *);

/* The name by which an object with an index-key is linked to: its id, or one made up. */
const char *reference_destination(struct arena *, const struct fo *);

/* ---- asking ---- */
/* The label of the first or last page on which an id stands; NULL: not known (yet). */
const char *reference_label(struct references *, const char *id, bool last);
/* The page that an fo:page-number of a flow falls on; NULL: not known yet. */
const char *reference_page_number(struct references *, const struct fo *page_number);
/* The places of a key in the order of pages; NULL and 0 where there are none. */
const struct index_place *reference_index(struct references *, const char *key, int *n);

/* What was asked, and the answers. */
struct questions;
void references_ask(struct references *);		   /* from now on */
struct questions *references_asked(struct references *); /* until now; the caller's */
void questions_free(struct questions *);
/* Whether all answers are still the same. */
bool references_answer(struct references *, const struct questions *);

/* ---- noting ---- */
/* Forgets what references_spot said since the last references_end. */
void references_begin(struct references *);
/* The first (or, with end, the last) area of an object is on this page.  Takes any spot. */
void references_spot(struct references *, const struct fo *, bool end, int page,
		     const char *label);
/* From now on what was noted is what is known. */
void references_end(struct references *);

#endif
