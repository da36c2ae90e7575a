/*
 * notes_fit.c - how much of the footnotes and floats of a list fits into a column
 */
#include "layout/breaker.h"

/* Those of one kind in the order of the list's boxes. */
void notes_collect(struct setter *s, struct vlist *list, bool footnotes,
		   struct note_list *l)
{
	int n_items, n = 0;
	const struct item *items = vlist_items(list, &n_items);

	for (int i = 0; i < n_items; i++)
		n += items[i].n_notes;
	l->notes = ARENA_ARRAY(s->arena, const struct note *, n);
	l->cuts = ARENA_ARRAY(s->arena, struct cutpoint *, n);
	l->n_cuts = ARENA_ARRAY(s->arena, int, n);
	l->heights = ARENA_ARRAY(s->arena, int64_t, n + 1);
	for (int i = 0; i < n_items; i++)
		for (int k = 0; k < items[i].n_notes; k++) {
			const struct note *note = items[i].notes[k];

			if ((note->kind == NOTE_FOOTNOTE) != footnotes)
				continue;
			l->notes[l->n] = note;
			l->cuts[l->n] = cutpoints_of(s, note->body, &l->n_cuts[l->n]);
			l->heights[l->n + 1] = l->heights[l->n] + vlist_height(note->body);
			l->n++;
		}
}

/* Height of what is left of the notes from `from` up to (not with) note `to`. */
int64_t notes_height(const struct note_list *l, struct note_place from, int to)
{
	int64_t h;

	if (from.note >= to)
		return 0;
	h = l->heights[to] - l->heights[from.note];
	if (from.cut > 0) {
		const struct cutpoint *c = l->cuts[from.note];

		h -= l->heights[from.note + 1] - l->heights[from.note];
		h += cut_height(&c[from.cut], &c[l->n_cuts[from.note] - 1]);
	}
	return h;
}

/* As many notes up to `to` as `room` holds; the last may be cut. */
struct note_place notes_fit(const struct note_list *l, struct note_place from, int to,
			    int64_t room)
{
	while (from.note < to) {
		const struct cutpoint *c = l->cuts[from.note];
		int n = l->n_cuts[from.note], fits = from.cut;

		for (int i = from.cut + 1; i < n; i++)
			if ((c[i].cost < COST_NEVER) &&
			    cut_height(&c[from.cut], &c[i]) <= room + ROUNDING)
				fits = i;
		if (fits < n - 1)
			return (struct note_place){from.note, fits};
		room -= cut_height(&c[from.cut], &c[n - 1]);
		from = (struct note_place){from.note + 1, 0};
	}
	return from;
}

/* Before-floats from `from` up to `to` that fit into `room`. */
int notes_fit_whole(const struct note_list *l, int from, int to, int64_t room)
{
	while (from < to && l->heights[from + 1] - l->heights[from] <= room) {
		room -= l->heights[from + 1] - l->heights[from];
		from++;
	}
	return from;
}
