/*
 * record.h - what was painted where, for the structure tree
 *
 * A content is a stretch of painting that belongs to one mark (or is artifact), or a link's
 * annotation.  Contents are numbered through the book in paint order, marked contents
 * (MCID) 0, 1, 2 ... on each page; artifacts have no number.
 */
#ifndef PDF_RECORD_H
#define PDF_RECORD_H

#include "area/area.h"

#include <glib.h>

struct record_content {
	int page;
	int number; /* of marks: MCID among those, or -1 - index of the annotation */
};

struct record_box {
	double x0, y0, x1, y1; /* PDF coordinates: y upwards */
};

struct record_link {
	const struct link *link;
	int page;
	struct record_box box;
	int first_quad, n_quads; /* in quads */
};

struct record_figure {
	int mark, page;
	struct record_box box;
};

struct record_page {
	int first_content;
	int n_mcids;
	int first_link, n_links;
	double width, height;
	bool transparent; /* something is painted through */
};

struct record {
	GArray *owners;   /* int: index of the mark; -1 - kind for an artifact */
	GArray *contents; /* struct record_content */
	GArray *links;    /* struct record_link */
	GArray *quads;    /* struct record_box */
	GArray *figures;  /* struct record_figure */
	GArray *pages;    /* struct record_page */
};

struct record *record_new(void);
void record_free(struct record *);

void record_page_begin(struct record *, double width, double height);
/* The number of the marked content (MCID); artifacts have none. */
int record_content(struct record *, const struct mark *);
/* Boxes in coordinates of areas: y downwards. */
void record_link(struct record *, const struct link *, struct record_box);
void record_figure(struct record *, const struct mark *, struct record_box);

struct record_page *record_page_at(const struct record *, int page);

#endif
