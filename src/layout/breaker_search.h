/*
 * breaker_search.h - the search for breaks: what breaker.c and column_cost.c share
 */
#ifndef LAYOUT_BREAKER_SEARCH_H
#define LAYOUT_BREAKER_SEARCH_H

#include "layout/breaker.h"

/* A cut, and the column that ends there. */
struct node {
	int cut;
	struct column_place at;   /* the column that ends here */
	struct column_place next; /* the one that begins here */
	struct note_place notes;
	int floats;
	double demerits;
	const struct node *before;
	Len extra;
	Len blank; /* at the column's foot, where nothing else stands */
	int lines; /* more that a paragraph in the column has to have: -1, 0, 1 */
	bool last;
	int fullest; /* column_cost.c; 0 not known yet */
};

struct search {
	struct breaker *b;
	struct arena *scratch; /* nodes */
	const struct item *items;
	struct cutpoint *cuts;
	int n_cuts;
	GPtrArray *active;       /* struct node * */
	GPtrArray *fresh;        /* at the current cut */
	struct node *short_best; /* the best that is too short, for want of others */
	struct node *gone;       /* the last that left the active list */
};

enum fit { TOO_LONG, FITS, TOO_SHORT };

struct judged {
	enum fit fit;
	double demerits; /* of this column alone */
	struct note_place notes;
	int floats;
	Len extra, blank;
	int lines;
};

/* Whether the column behind node `a` is seen beside the one that ends there. */
bool stands_beside(const struct search *, const struct node *a);
/* The column behind node `a`, ended at a cut. */
struct judged judge(struct search *, struct node *a, int cut);
/* The same with a paragraph that is a line shorter, if that is too long, or longer, if it
 * leaves blank; it does not fit where there is none. */
struct judged judge_otherwise(struct search *, struct node *a, int cut,
			      const struct judged *);

#endif
