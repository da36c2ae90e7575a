/*
 * column_cost.c - whether content fits a column, and how well
 *
 * What is compared is the sum over all columns, so that a fault here may save a worse one
 * elsewhere.  Keeps, widows and orphans are no matter of cost: where they forbid a cut it
 * is not tried.
 */
#include "layout/breaker_search.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* What faults cost, beside each other: a line that could have stood at the foot, columns
 * side by side that end a line apart, a word divided at the foot, a heading with one line
 * below it, a paragraph that is not set as would be best for itself, and one that has loose
 * lines for that, a line's height that nothing fits into (ten of them weigh as much as a
 * keep of some strength).  A line is as high as lines of text commonly are. */
enum {
	FLEXED = 3000,
	HOLE = 4000,
	SHORT = 10000,
	LOOSE = 12000,
	UNEVEN = 24000,
	HYPHEN = 30000,
	STRANDED = 60000,
	LINE = 14,
};

/* How far spaces stretch that cannot stretch at all. */
#define NO_RATIO 100

/* A page of nothing but the rest of a footnote. */
#define NOTES_ALONE 1e6

/* How far space has to stretch (positive) or shrink (negative), of what it can: 1 is all.
 */
static double ratio_of(int64_t room, int64_t stretch, int64_t shrink)
{
	if (room == 0)
		return 0;
	if (room > 0)
		return stretch > 0 ? (double)room / (double)stretch : NO_RATIO;
	return shrink > 0 ? (double)room / (double)shrink : -NO_RATIO;
}

static double plain_demerits(double ratio, int cost)
{
	double f = 1 + 100 * fabs(ratio) * fabs(ratio) * fabs(ratio);

	f += cost > 0 ? cost : 0;
	return f * f;
}

bool mends_end(const struct search *r, const struct cutpoint *to)
{
	return r->b->flexible && to->undivided;
}

/* The furthest cut that costs little and fits into the column that begins at `a`. */
static int fullest(struct search *r, struct node *a)
{
	struct breaker *b = r->b;
	const struct cutpoint *from = &r->cuts[a->cut];
	Len height;

	if (a->fullest)
		return a->fullest;
	height = room_behind(r, a);
	a->fullest = a->cut + 1;
	for (int i = a->cut + 1; i < r->n_cuts; i++) {
		const struct cutpoint *to = &r->cuts[i];
		int64_t notes = notes_height(&b->footnotes, a->notes, to->n_notes);

		if (cut_height(from, to) + notes + (notes ? b->separator : 0) > height)
			break;
		if (to->cost < COST_HYPHEN || (mends_end(r, to) && !to->undivided->loosely))
			a->fullest = i;
		if (to->cost == COST_FORCED)
			break;
	}
	return a->fullest;
}

bool stands_beside(const struct search *r, const struct node *a)
{
	if (!a->before || a->last || r->b->plain)
		return false;
	return a->next.page == a->at.page || (a->next.page == a->at.page + 1 &&
					      (r->b->first_folio + a->at.page) % 2 == 0);
}

/* Columns side by side should end on one line: both full, or both as short. */
static double uneven(const struct search *r, const struct node *a, Len blank)
{
	Len apart = abs(a->blank - blank);

	if (!stands_beside(r, a) || apart < PT(2))
		return 0;
	return UNEVEN * MIN(sqrt(len_pt(apart) / LINE), 1.5);
}

/* A word divided at the foot of a right-hand page has to be kept in mind while turning. */
static double hyphen_cost(const struct search *r, const struct node *a)
{
	return (r->b->first_folio + a->next.page) % 2 ? 2 * HYPHEN : HYPHEN;
}

static double missing_demerits(int64_t missing)
{
	return missing > 0 ? SHORT * len_pt((Len)missing) / LINE : 0;
}

static double cut_demerits(const struct search *r, const struct node *a,
			   const struct cutpoint *to)
{
	double d = to->strands ? STRANDED : 0;

	if (mends_end(r, to))
		return d + (to->undivided->loosely ? LOOSE : FLEXED);
	if (to->cost == COST_HYPHEN)
		return d + hyphen_cost(r, a);
	return d + (to->cost > 0 ? 10.0 * to->cost : 0);
}

/*
 * Pages need not be flush.  A page is short without fault where what follows cannot be cut
 * or does not fit; each line that could have stood there is a fault.
 */
static double page_demerits(struct search *r, struct node *a, int cut, double ratio,
			    int64_t room, int64_t hole)
{
	const struct cutpoint *to = &r->cuts[cut];
	int64_t missing = MIN(r->cuts[fullest(r, a)].before - to->before, room);
	double d = cut_demerits(r, a, to);

	d += missing_demerits(missing);
	if (ratio < 0)
		return d + 5000 * -ratio * ratio * ratio;
	if (ratio <= 1)
		return d + 500 * ratio * ratio;
	return d + 500 + HOLE * len_pt((Len)hole) / LINE;
}

/* The end of a chapter, or what stands before a forced break: `used` of a new page. */
static double end_demerits(const struct search *r, const struct node *a, int64_t used)
{
	if (r->b->plain || !a->before || a->last)
		return 0;
	if (used < PT(2.5 * LINE))
		return 8e4;
	return used < PT(5 * LINE) ? 8e3 : 0;
}

/* Spaces are stretched to fill the column, or nearly; a hole is not made better by it. */
static Len fill(const struct judged *j, const struct node *a, int64_t room, int64_t stretch,
		Len *blank)
{
	int64_t left = room > stretch ? room - stretch : 0;

	if (left > PT(2 * LINE)) {
		left = room;
		room = 0;
	}
	*blank = (Len)left;
	if (j->notes.note > a->notes.note || j->notes.cut > a->notes.cut)
		*blank = 0; /* they stand at the foot */
	return (Len)room;
}

/* Of columns that share a page only the whole counts: what all of them leave blank when it
 * is known what stands across them; the last may end where the text does. */
static void judge_page(const struct search *r, const struct node *a, struct judged *j,
		       bool ends)
{
	int64_t height = r->b->height(r->b->data, a->next);
	int64_t blank = (height - j->page.out) * j->page.n_columns - j->page.content;

	j->demerits += SHORT * (double)MAX(blank, 0) / PT(LINE);
	if (!ends && blank > height * j->page.n_columns / 3)
		j->fit = TOO_SHORT;
}

static void judge_shared(struct search *r, const struct node *a, int cut, int64_t room,
			 struct judged *j)
{
	const struct cutpoint *to = &r->cuts[cut];
	struct column_place next = r->b->next(r->b->data, a->next, TO_COLUMN);
	bool ends = to->cost == COST_FORCED;

	if (!ends) {
		j->page.content += cut_height(&r->cuts[a->cut], to);
		j->page.n_columns++;
		j->demerits += cut_demerits(r, a, to);
	}
	j->fit = FITS;
	j->extra = (Len)MIN(room, 0);
	if (ends || next.page != a->next.page)
		judge_page(r, a, j, ends);
}

/* Notes would have to stand on a page without text. */
static bool notes_are_left(const struct search *r, const struct judged *j, int cut)
{
	return cut == r->n_cuts - 1 && j->notes.note < r->b->footnotes.n;
}

/* Of columns that are too short only the best counts, and one that begins further on is
 * better: it does not matter how bad this one is. */
static bool short_in_vain(const struct search *r, const struct node *a)
{
	return r->short_best && a->cut < r->short_best->before->cut;
}

/* A column of text alone: no notes or floats are due in it, and it does not end a page by
 * force. */
static bool is_mere_text(const struct search *r, const struct node *a,
			 const struct cutpoint *to)
{
	return !r->b->plain && to->cost != COST_FORCED && a->notes.note >= to->n_notes &&
	       a->floats >= to->n_floats && !columns_share(r);
}

double least_demerits(struct search *r, struct node *a, int cut)
{
	const struct cutpoint *from = &r->cuts[a->cut], *to = &r->cuts[cut];
	Len height;
	int64_t room, stretch, flexed;

	if (!is_mere_text(r, a, to))
		return -1;
	height = room_behind(r, a);
	room = flexed = (int64_t)height - cut_height(from, to);
	stretch = to->stretch - from->stretch_behind;
	if (room < 0 || room + to->shrink < from->shrink_behind)
		return -1;
	if (room - stretch > height / 3 && !short_in_vain(r, a))
		return -1;
	if (r->b->flexible && from->longer < to->item)
		flexed -= r->items[from->longer].len;
	if (flexed - stretch > height / 3)
		return HUGE_VAL;
	return missing_demerits(MIN(r->cuts[fullest(r, a)].before - to->before, flexed));
}

/* The content may be `flex` longer than it is. */
static struct judged judge_flexed(struct search *r, struct node *a, int cut, Len flex)
{
	const struct cutpoint *from = &r->cuts[a->cut], *to = &r->cuts[cut];
	struct breaker *b = r->b;
	Len height = room_behind(r, a);
	int64_t room = (int64_t)height - cut_height(from, to) - flex;
	int64_t stretch = to->stretch - from->stretch_behind;
	int64_t shrink = to->shrink - from->shrink_behind;
	bool ends = to->cost == COST_FORCED;
	struct judged j = {.fit = TOO_LONG};
	double ratio, waiting;

	if (room < 0 && room >= -ROUNDING)
		room = 0;
	if (room + shrink < 0) {
		j.notes = a->notes;
		j.floats = a->floats;
		return j;
	}
	waiting = place_notes(r, a, to, &room, &j);
	if (waiting < 0)
		return j;
	j.page.tallest = len_max(j.page.tallest, cut_height(from, to) + (Len)MIN(room, 0));
	ratio = ratio_of(room, stretch, shrink);
	j.extra = ends && room > 0 ? 0 : (Len)room;
	if (notes_are_left(r, &j, cut))
		waiting += NOTES_ALONE;
	if (columns_share(r)) {
		j.demerits = 1 + waiting;
		judge_shared(r, a, cut, room, &j);
		return j;
	}
	if (ends && room >= 0) {
		j.fit = FITS;
		j.demerits = 1 + waiting + end_demerits(r, a, height - room);
		return j;
	}
	if (b->plain) {
		j.fit = ratio <= 1 ? FITS : TOO_SHORT;
		j.demerits = plain_demerits(ratio, to->cost) + (ratio <= 1 ? waiting : 0);
		return j;
	}
	j.fit = room - stretch <= height / 3 ? FITS : TOO_SHORT;
	j.extra = fill(&j, a, room, stretch, &j.blank);
	if (j.fit == TOO_SHORT && short_in_vain(r, a))
		return j;
	j.demerits = page_demerits(r, a, cut, ratio, room, room - stretch) +
		     uneven(r, a, j.blank) + waiting;
	return j;
}

struct judged judge(struct search *r, struct node *a, int cut)
{
	return judge_flexed(r, a, cut, 0);
}

struct judged judge_otherwise(struct search *r, struct node *a, int cut,
			      const struct judged *j)
{
	const struct cutpoint *from = &r->cuts[a->cut], *to = &r->cuts[cut];
	int lines = j->fit == TOO_LONG ? -1 : 1;
	int paragraph = lines < 0 ? from->shorter : from->longer;
	struct judged other = {.fit = TOO_SHORT};

	if (!r->b->flexible || columns_share(r) || paragraph >= to->item ||
	    (lines > 0 && j->blank < r->items[paragraph].len / 2))
		return other;
	other = judge_flexed(r, a, cut, lines * r->items[paragraph].len);
	other.demerits += FLEXED;
	other.lines = lines;
	return other;
}
