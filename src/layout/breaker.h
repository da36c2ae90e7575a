/*
 * breaker.h - cut a vertical list into columns and pages
 */
#ifndef LAYOUT_BREAKER_H
#define LAYOUT_BREAKER_H

#include "layout/setter.h"

/* A place where the list may be cut, with sums of all that stands before it. */
struct cutpoint {
	int item; /* index of the penalty; 0 and n for both ends */
	int cost;
	enum break_to to;        /* with COST_FORCED */
	int64_t before;          /* height of the items before it */
	int64_t behind;          /* the same with the glue that a cut here discards */
	int64_t stretch, shrink; /* before it */
	int64_t stretch_behind, shrink_behind;
	Len end, begin;        /* what a cut adds to the pieces before and behind it */
	int n_notes, n_floats; /* whose boxes stand before it */
	int shorter, longer; /* last item of the first paragraph behind it that can be a
				line shorter, longer; INT32_MAX: none */
	const struct item *undivided; /* the line before it, if it ends within a word but
					 could be set otherwise */
	bool strands; /* it would leave a heading with a single line below it */
};

/* Where a note is cut: an item of its list. */
struct note_place {
	int note; /* first that is not yet wholly placed */
	int cut;  /* its items before this cutpoint are */
};

struct column_place {
	int page, column; /* page in the sequence, from 0 */
};

/* What stands in one column. */
struct cut_column {
	struct column_place at;
	int from, to; /* items; the same where there are only notes */
	struct note_place notes_from, notes_to;
	int floats_from, floats_to;
	Len extra;  /* to share out over glue */
	Len height; /* of the list's part, natural */
	bool last;  /* ends the list or stands before a forced break */
	bool waiting; /* notes or floats called before it are still to come */
	int to_cost;
};

/* Notes of one kind of a list: their cutpoints, and heights summed up. */
struct note_list {
	const struct note **notes;
	struct cutpoint **cuts; /* of each body */
	int *n_cuts;
	int64_t *heights; /* n + 1: of all before */
	int n;
};

void notes_collect(struct setter *, struct vlist *, bool footnotes, struct note_list *);
/* Height of what is left of the notes from `from` up to (not with) note `to`. */
int64_t notes_height(const struct note_list *, struct note_place from, int to);
/* As many notes up to `to` as `room` holds; the last may be cut. */
struct note_place notes_fit(const struct note_list *, struct note_place from, int to,
			    int64_t room);
/* The same for floats, which are not cut. */
int notes_fit_whole(const struct note_list *, int from, int to, int64_t room);

/* Lengths are rounded: a column that is fuller than its height by this is full. */
#define ROUNDING PT(0.06)

struct breaker {
	struct setter *s;
	struct vlist *list;
	/* The caller's: heights of columns; a column behind another, on the page that a
	 * break asks for. */
	Len (*height)(void *data, struct column_place);
	struct column_place (*next)(void *data, struct column_place, enum break_to);
	void *data;
	struct column_place start;
	int first_folio; /* of page 0 */
	int start_item; /* the list counts from this penalty on; 0: all */
	bool partial;   /* something stands above in the first column's page already */
	bool noted, floated; /* and so do footnotes, floats, with their separator */
	Len beside;	     /* height of the columns before `start` on its page */
	bool several;	     /* pages may have more than one column */
	Len separator;	     /* height of the rule above footnotes */
	Len float_separator;
	bool plain;
	bool flexible; /* paragraphs may be set again, a line shorter or longer */
	bool may_move; /* and floats in the text later */

	/* results: in the order of columns; in GLib memory */
	GArray *columns; /* struct cut_column */
	GArray *wishes;  /* struct wish: the columns count on them */
	struct note_list footnotes, floats;
};

/* Never fails: what fits nowhere is put alone in a column and reported. */
void breaker_run(struct breaker *);
void breaker_clear(struct breaker *);

/* The items of the list between two cutpoints. */
struct cutpoint *cutpoints_of(struct setter *, struct vlist *, int *n);
static inline Len cut_height(const struct cutpoint *from, const struct cutpoint *to)
{
	int64_t h = to->before - from->behind + from->begin + to->end;

	return h > LEN_MAX ? LEN_MAX : (Len)h;
}

#endif
