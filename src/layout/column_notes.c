/*
 * column_notes.c - the footnotes and floats that go on a column's page
 *
 * They stand across all columns of it, so that the room for them is what the tallest column
 * leaves, and what they take is taken from all.
 */
#include "layout/breaker_search.h"

#include <glib.h>

/* A float that comes a page later is better than a hole of some lines before its place; at
 * the end of a flow it would need a page of its own. */
enum { FLOAT_WAITS = 20000, FLOAT_LEFT = 1000000 };

/* A note that goes on on the next page is as bad as a hole of some six lines above it, and
 * more the more of it has to wait. */
enum { PARTED = 24000, PARTED_POINT = 20 };

bool columns_share(const struct search *r)
{
	return r->b->several && (r->b->footnotes.n > 0 || r->b->floats.n > 0);
}

struct on_page page_before(const struct search *r, const struct node *a)
{
	const struct breaker *b = r->b;
	bool first = a->next.page == b->start.page;

	if (a->before && a->next.page == a->at.page)
		return a->page;
	return (struct on_page){.noted = first && b->noted,
				.floated = first && b->floated,
				.tallest = first ? b->beside : 0};
}

Len room_behind(const struct search *r, struct node *a)
{
	if (!a->room)
		a->room = r->b->height(r->b->data, a->next) - page_before(r, a).out;
	return a->room;
}

/* Do all notes of this column's own text at least begin in it? */
static bool notes_begin(const struct search *r, const struct node *a,
			const struct cutpoint *to, const struct note_place *placed)
{
	int last = to->n_notes - 1; /* its text's last note */

	if (last < r->cuts[a->cut].n_notes)
		return true;
	return placed->note > last || (placed->note == last && placed->cut > 0);
}

/* By the plain rules a note is parted only where the page ends as soon as it can after the
 * note's call, or after its own beginning: the note has all the rest of it. */
static bool text_goes_on(const struct search *r, const struct node *a,
			 const struct cutpoint *to)
{
	const struct cutpoint *from = &r->cuts[a->cut], *previous = to - 1;

	while (previous > from && previous->cost >= COST_NEVER)
		previous--;
	return previous > from && previous->n_notes == to->n_notes;
}

/* What is left in the column and what in the whole page. */
struct rooms {
	int64_t *column, page;
};

static int64_t least(const struct rooms *m)
{
	return MIN(*m->column, m->page);
}

static void take(struct rooms *m, int64_t height, struct on_page *p)
{
	*m->column -= height;
	m->page -= height;
	p->out += (Len)height;
}

static void place_floats(const struct search *r, const struct node *a,
			 const struct cutpoint *to, struct rooms *m, struct judged *j)
{
	const struct note_list *floats = &r->b->floats;
	Len separator = j->page.floated ? 0 : r->b->float_separator;

	j->floats = a->floats;
	if (a->floats < to->n_floats)
		j->floats = notes_fit_whole(floats, a->floats, to->n_floats,
					    least(m) - separator);
	if (j->floats == a->floats)
		return;
	take(m, floats->heights[j->floats] - floats->heights[a->floats] + separator,
	     &j->page);
	j->page.floated = true;
}

/* By how much the spaces above the notes may shrink so that all of these fit; of several
 * columns each would have to give way as much. */
static int64_t shrink_for_notes(const struct search *r, const struct node *a,
				const struct cutpoint *to)
{
	return r->b->several ? 0 : to->shrink - r->cuts[a->cut].shrink_behind;
}

double place_notes(const struct search *r, struct node *a, const struct cutpoint *to,
		   int64_t *room, struct judged *j)
{
	const struct breaker *b = r->b;
	struct on_page before = page_before(r, a);
	struct rooms m = {room, room_behind(r, a) - before.tallest};
	int64_t need = notes_height(&b->footnotes, a->notes, to->n_notes), given;
	Len separator = before.noted ? 0 : b->separator;
	double cost;

	j->page = before;
	place_floats(r, a, to, &m, j);
	cost = to->n_floats - j->floats;
	cost *= b->plain || to->cost == COST_FORCED ? FLOAT_LEFT : FLOAT_WAITS;
	j->notes = (struct note_place){to->n_notes, 0};
	if (need == 0) {
		if (a->notes.note > to->n_notes)
			j->notes = a->notes;
		return cost;
	}
	if (need + separator <= least(&m) + shrink_for_notes(r, a, to) + ROUNDING) {
		take(&m, need + separator, &j->page);
		j->page.noted = true;
		return cost;
	}
	j->notes = notes_fit(&b->footnotes, a->notes, to->n_notes, least(&m) - separator);
	given = need - notes_height(&b->footnotes, j->notes, to->n_notes);
	if (given > 0) {
		take(&m, given + separator, &j->page);
		j->page.noted = true;
	}
	if (!notes_begin(r, a, to, &j->notes) || (b->plain && text_goes_on(r, a, to)))
		return -1;
	if (given <= 0)
		return cost + 4e8;
	if (j->notes.cut == 0)
		cost += 1e8 * (to->n_notes - j->notes.note);
	if (b->plain || j->notes.cut == 0)
		return cost + 1e7 + 1e3 * len_pt((Len)(need - given));
	return cost + PARTED + PARTED_POINT * len_pt((Len)(need - given));
}
