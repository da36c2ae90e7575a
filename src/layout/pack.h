/*
 * pack.h - a stretch of a vertical list as places: what a page, a cell or a box shows of it
 */
#ifndef LAYOUT_PACK_H
#define LAYOUT_PACK_H

#include "layout/setter.h"

/* Where a box with spots came to stand, from the upper left corner of the whole. */
struct seen {
	const struct item *item;
	Len x, y;
};

struct packed {
	const struct place *places;
	int n_places;
	Len height; /* with all that stands at the cuts */
	const struct seen *seen;
	int n_seen;
};

/* Items [from, to) as in vlist_slice; `extra` is shared out over the glue, to stretch it or
 * (negative) shrink it, as far as it can. */
struct packed pack_items(struct setter *, struct vlist *, int from, int to, Len extra);

/* First item that stands behind the cut at `at`: discarded glue is passed over. */
int items_behind_cut(const struct item *, int n, int at);

#endif
