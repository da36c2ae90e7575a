/*
 * markers.c - retrieve-marker (XSL 1.1, 6.13.6)
 *
 * Pages come in order; kept are the markers of this page in the order of their areas, those
 * whose objects are still going on, and for each class the one that was last on the pages
 * before.
 */
#include "layout/markers.h"

#include <string.h>

struct entry {
	const struct fo *marker;
	bool starts, ends; /* on this page */
	int ended;         /* order of ending on this page */
};

struct carried {
	const struct fo *marker;
	int sequence;
};

struct page_markers {
	GArray *page;    /* struct entry */
	GArray *carried; /* struct carried, one a class: from the pages before */
	int sequence;
	int n_ended;
};

struct page_markers *page_markers_new(void)
{
	struct page_markers *m = g_new0(struct page_markers, 1);

	m->page = g_array_new(FALSE, FALSE, sizeof(struct entry));
	m->carried = g_array_new(FALSE, FALSE, sizeof(struct carried));
	return m;
}

void page_markers_free(struct page_markers *m)
{
	if (!m)
		return;
	g_array_free(m->page, TRUE);
	g_array_free(m->carried, TRUE);
	g_free(m);
}

static bool same_class(const struct fo *a, const char *name)
{
	return a->style->marker_class_name && name &&
	       strcmp(a->style->marker_class_name, name) == 0;
}

static void carry(struct page_markers *m, const struct fo *marker)
{
	struct carried new = {marker, m->sequence};

	for (guint i = 0; i < m->carried->len; i++) {
		struct carried *c = &g_array_index(m->carried, struct carried, i);

		if (!same_class(c->marker, marker->style->marker_class_name))
			continue;
		*c = new;
		return;
	}
	g_array_append_val(m->carried, new);
}

static int compare_ends(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->ends != y->ends)
		return x->ends ? -1 : 1;
	return x->ended - y->ended;
}

/* What ended last, or still goes on, is what the next page carries over. */
void page_markers_begin_page(struct page_markers *m)
{
	guint kept = 0;

	g_array_sort(m->page, compare_ends);
	m->n_ended = 0;
	for (guint i = 0; i < m->page->len; i++) {
		struct entry e = g_array_index(m->page, struct entry, i);

		carry(m, e.marker);
		if (e.ends)
			continue;
		e.starts = false;
		g_array_index(m->page, struct entry, kept++) = e;
	}
	g_array_set_size(m->page, kept);
}

void page_markers_begin_sequence(struct page_markers *m)
{
	page_markers_begin_page(m);
	g_array_set_size(m->page, 0);
	m->sequence++;
}

void page_markers_spot(struct page_markers *m, const struct fo *marker, bool end)
{
	struct entry e = {marker, !end, end, end ? ++m->n_ended : 0};

	/* A paragraph tells of its markers twice: as a block and among its inline content.
	 */
	for (guint i = 0; i < m->page->len; i++) {
		struct entry *known = &g_array_index(m->page, struct entry, i);

		if (known->marker != marker)
			continue;
		known->ends = known->ends || end;
		known->ended = end ? e.ended : known->ended;
		return;
	}
	g_array_append_val(m->page, e);
}

static bool qualifies(const struct entry *e, int position)
{
	switch (position) {
	case KW_FIRST_STARTING_WITHIN_PAGE:
	case KW_LAST_STARTING_WITHIN_PAGE:
		return e->starts;
	case KW_LAST_ENDING_WITHIN_PAGE:
		return e->ends;
	default:
		return true;
	}
}

static bool takes_last(int position)
{
	return position == KW_LAST_STARTING_WITHIN_PAGE ||
	       position == KW_LAST_ENDING_WITHIN_PAGE;
}

static const struct fo *find_on_page(const struct page_markers *m, const char *name,
				     int position)
{
	const struct fo *found = NULL;
	int ended = 0;

	for (guint i = 0; i < m->page->len; i++) {
		const struct entry *e = &g_array_index(m->page, struct entry, i);

		if (!same_class(e->marker, name) || !qualifies(e, position) ||
		    (position == KW_LAST_ENDING_WITHIN_PAGE && e->ended < ended))
			continue;
		found = e->marker;
		ended = e->ended;
		if (!takes_last(position))
			break;
	}
	return found;
}

static const struct fo *find_before(const struct page_markers *m, const char *name,
				    int boundary)
{
	for (guint i = 0; i < m->carried->len; i++) {
		const struct carried *c = &g_array_index(m->carried, struct carried, i);

		if (!same_class(c->marker, name))
			continue;
		return boundary == KW_DOCUMENT || c->sequence == m->sequence ? c->marker
									     : NULL;
	}
	return NULL;
}

/* On the page as asked, else any that goes on over it, else the last before it. */
const struct fo *marker_find(const struct setter *s, const struct fo *retrieve)
{
	const struct fo_style *st = retrieve->style;
	const struct page_markers *m = s->page ? s->page->markers : NULL;
	const struct fo *found;

	if (retrieve->kind == FO_RETRIEVE_TABLE_MARKER)
		return table_marker_find(s, retrieve);
	if (!m)
		return NULL;
	found = find_on_page(m, st->retrieve_class_name, st->retrieve_position);
	if (!found && takes_last(st->retrieve_position))
		found = find_on_page(m, st->retrieve_class_name,
				     KW_LAST_STARTING_WITHIN_PAGE);
	if (!found)
		found = find_on_page(m, st->retrieve_class_name, KW_NO);
	if (!found && st->retrieve_boundary != KW_PAGE)
		found = find_before(m, st->retrieve_class_name, st->retrieve_boundary);
	return found ? fo_read_marker(s->tree, found, retrieve) : NULL;
}
