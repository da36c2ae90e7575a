/*
 * pages.h - a page-sequence as pages: what pages.c, compose.c, static.c and book.c share
 */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "layout/bars.h"
#include "layout/breaker.h"
#include "layout/markers.h"
#include "layout/masters.h"

/* One column's content. */
struct part {
	struct vlist *list;
	const struct note_list *footnotes, *floats;
	struct cut_column cut;
	struct rect at; /* in the region-body's content rectangle */
};

struct sheet {
	struct page_plan plan;
	bool blank;
	int number;
	const char *label;
	GArray *parts;   /* struct part */
	/* Of the body already in use, while sections are placed: */
	Len top;             /* columns */
	Len beside;          /* at most, by columns of the section that goes on there */
	Len floats, notes;   /* across the page */
	bool floated, noted; /* there are any: with their separator */
};

struct static_cache {
	const struct fo *fo;
	struct size size;
	const struct area *area;
};

struct laid_table; /* laid.h */

/* What is being made: lives through all sequences of one pass. */
struct making {
	struct setter *s;
	struct laid_table *laid;
	struct book *book;
	GArray *pages;        /* struct page */
	GArray *destinations; /* struct destination */
	struct page_markers *markers;
	struct bars *bars;
	GArray *statics; /* struct static_cache, of the present sequence */
	int number;      /* of the next page */
};

/* A flow on the pages of its page-sequence. */
struct sequence {
	struct making *m;
	const struct fo *fo, *flow;
	const struct fo *following; /* the next page-sequence, or NULL */
	struct sequence *beside;    /* of another flow, on the same pages; or NULL */
	GPtrArray *sections;        /* struct section *; while it is laid out */
	GPtrArray *sheets;          /* struct sheet * */
	int last;                   /* index of the page taken for the last; -1 none yet */
	bool columns;               /* pages of several are possible */
	bool one_column;            /* while a spanning section is cut */
	struct column_place start;  /* of the present section */
	int ahead;                  /* pages that are set at a time where it is set again */
	Len separator, float_separator; /* heights */
};

/* Part of a flow between changes of span. */
struct section {
	bool moved; /* a float in it was set later than where it is called */
	struct vlist *list;
	struct arena *arena; /* what it is set in, within the book's */
	const struct fo *from, *until; /* children of the flow, without `until` */
	bool wide;                     /* spans all columns */
	Len width;
	struct breaker breaker;
};

/* balance.c: makes the columns of the section's last page as equal as the cuts allow. */
void balance_last_page(struct sequence *, struct section *);

/* sections.c */
void sections_set(struct sequence *); /* into its sections; they are in the arena */
/* Gives the number of pages. */
int sections_place(struct sequence *);

/* sheets.c */
struct sheet *sheet_at(struct sequence *, int index); /* made when it is first asked for */
void sheet_free(void *);
/* The regions lie as the master says; what flows in them goes as the sequence does. */
struct page_plan sheet_plan(const struct sequence *, const struct fo *master);
/* The next page from here on that takes the flow; the same if none soon does. */
int page_for_flow(struct sequence *, int page);
int columns_of(struct sequence *, int page);
/* As the breaker asks: room for the present section, the column behind another. */
Len column_height(void *, struct column_place);
struct column_place column_next(void *, struct column_place, enum break_to);
/* What a column of the section takes of its sheet for good. */
void sheet_use(struct sequence *, const struct section *, const struct cut_column *,
	       struct sheet *);
/* What the section's floats and notes take of its last page, on which its columns from
 * `first` on stand. */
Len sheets_across(struct sequence *, const struct section *, guint first);
/* Moves the place for the next section below this one's last columns. */
void sheets_advance(struct sequence *, const struct section *);

/* pages.c: lays out a page-sequence; `next` is the one that follows, or NULL. */
void make_sequence(struct making *, const struct fo *, const struct fo *next);

/* compose.c: a page whose parts are known; adds it to the book. */
void compose_page(struct sequence *, int index);

/* static.c */
const struct fo *static_find(const struct sequence *, const char *name);
/* The region's box: its ground and its static content; NULL if there is nothing. */
const struct area *static_region(struct sequence *, const struct sheet *, enum region_slot);
/* A separator, at the width of a column; NULL if the sequence has none. */
const struct area *static_separator(struct sequence *, const char *name, Len width);

#endif
