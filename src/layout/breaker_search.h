/*
 * breaker_search.h - the search for breaks: what breaker.c and column_cost.c share
 */
#ifndef LAYOUT_BREAKER_SEARCH_H
#define LAYOUT_BREAKER_SEARCH_H

#include "layout/breaker.h"

/*
 * What the columns of one page share, up to one of them.  Floats and footnotes stand across
 * the page (6.4.14), so that one called in the last column makes the first shorter.
 */
struct on_page {
	Len out;             /* height of floats and notes */
	bool noted, floated; /* there are any: the separator is counted */
	Len tallest;         /* of the columns' contents */
	int64_t content;     /* of all columns that no forced break ends, */
	int n_columns;       /* and how many they are */
};

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
	struct on_page page; /* of `at` */
	int fullest;         /* column_cost.c; 0 not known yet */
	Len room;            /* room_behind; 0 not known yet */
};

struct search {
	struct breaker *b;
	struct arena *scratch; /* nodes */
	const struct item *items;
	int n_items;
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
	struct on_page page;
};

/* Floats and notes make it matter how columns of one page differ. */
bool columns_share(const struct search *);
/* What stands on the page of the column behind node `a` already, and the room there is. */
struct on_page page_before(const struct search *, const struct node *a);
Len room_behind(const struct search *, struct node *a);
/* As much of the notes up to `to` as fits into the column behind `a`, whose content leaves
 * `room`.  Gives what it costs that some have to wait; -1: they cannot stand here. */
double place_notes(const struct search *, struct node *a, const struct cutpoint *to,
		   int64_t *room, struct judged *);

/* Whether the column behind node `a` is seen beside the one that ends there. */
bool stands_beside(const struct search *, const struct node *a);
/* The line before a cut would end within a word, but is to be set so that it does not. */
bool mends_end(const struct search *, const struct cutpoint *to);
/* Without judging it, what the column behind node `a` costs at a cut at the least, set
 * either way: HUGE_VAL if nothing comes of it; -1 if it has to be judged. */
double least_demerits(struct search *, struct node *a, int cut);
/* The column behind node `a`, ended at a cut. */
struct judged judge(struct search *, struct node *a, int cut);
/* The same with a paragraph that is a line shorter, if that is too long, or longer, if it
 * leaves blank; it does not fit where there is none. */
struct judged judge_otherwise(struct search *, struct node *a, int cut,
			      const struct judged *);

#endif
