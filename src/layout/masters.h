/*
 * masters.h - which page master a page has, and where its regions lie
 */
#ifndef LAYOUT_MASTERS_H
#define LAYOUT_MASTERS_H

#include "layout/setter.h"

struct page_place {
	int index; /* in its page-sequence, from 0 */
	bool odd, first, last, blank;
};

/* The simple-page-master of a page; NULL only where there is none at all (reported). */
const struct fo *master_find(struct setter *, const struct fo *sequence,
			     const struct page_place *);

/* Whether the last page of the sequence may have a master of its own. */
bool master_has_last(struct setter *, const struct fo *sequence);

/* Whether any page of it may have several columns. */
bool master_has_columns(struct setter *, const struct fo *sequence);

enum region_slot { SLOT_BEFORE, SLOT_AFTER, SLOT_START, SLOT_END, N_SLOTS };

struct region {
	const struct fo *fo; /* NULL: the master has none */
	struct rect at;      /* border rectangle, from the page's corner */
	struct rect content; /* from the page's corner; of a turned body the size before that */
	int turn;            /* of the body's content: 0, 90, 180, 270 */
};

struct page_plan {
	const struct fo *master;
	struct size size; /* of the paper */
	struct size
		inner; /* before the turn of reference-orientation: what regions lie in */
	int turn;      /* 0, 90, 180, 270 */
	struct region body, slots[N_SLOTS];
	int n_columns;
	Len column_gap, column_width;
	bool rtl;
};

/* The region-body of that name, or NULL. */
const struct fo *master_body(const struct fo *master, const char *name);
/* With the region-body of that name; where there is none or no name, the first. */
struct page_plan page_plan_of(struct setter *, const struct fo *master, const char *body);

#endif
