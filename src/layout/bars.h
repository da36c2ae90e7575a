/*
 * bars.h - change bars (XSL 1.1, 6.13.3): rules beside what has changed
 */
#ifndef LAYOUT_BARS_H
#define LAYOUT_BARS_H

#include "layout/setter.h"

struct bars;

/* The column that bars stand beside. */
struct bar_column {
	struct rect at;
	int column, n_columns;
	bool odd_page, rtl;
};

struct bars *bars_new(void);
void bars_free(struct bars *);

/* In the order of the columns: what is open goes on at the top of the next one. */
void bars_begin_column(struct bars *);
/* A change-bar-begin or change-bar-end at a box that reaches from top to bottom. */
void bars_spot(struct bars *, const struct fo *, Len top, Len bottom);
/* The column ends at `height`: its bars as places, for g_array_append_vals. */
void bars_end_column(struct bars *, struct setter *, const struct bar_column *, Len height,
		     GArray *places);

#endif
