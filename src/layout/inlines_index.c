/*
 * inlines_index.c - the page numbers of an entry of the index
 *
 * XSL 1.1, 6.10: the places of all keys in the order of pages.  Those on one page are one;
 * three pages or more whose numbers follow each other are a range.  What is of another
 * index-class, and where the properties say so of another index-key-reference, stays apart.
 */
#include "layout/inlines.h"

#include "layout/references.h"

#include <stdlib.h>
#include <string.h>

/* One page or a range of pages. */
struct entry {
	struct index_place place;
	const struct fo *last;      /* the object with the key on its last page */
	const struct fo *reference; /* the index-key-reference that brought it */
};

static int by_page(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->place.first != y->place.first)
		return x->place.first < y->place.first ? -1 : 1;
	if (x->reference != y->reference)
		return x->reference->index < y->reference->index ? -1 : 1;
	return x->place.last - y->place.last;
}

static GArray *collect_entries(struct flat *f, const struct fo *list)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct entry));

	for (const struct fo *c = list->child; c; c = c->next) {
		int n;
		const struct index_place *places;

		if (c->kind != FO_INDEX_KEY_REFERENCE)
			continue;
		places = reference_index(f->s->references, c->style->ref_index_key, &n);
		for (int i = 0; i < n; i++) {
			struct entry e = {places[i], places[i].fo, c};

			g_array_append_val(all, e);
		}
	}
	g_array_sort(all, by_page);
	return all;
}

/* ---- what is merged ---- */

static bool is_range(const struct entry *e)
{
	return e->place.first != e->place.last;
}

static bool same_class(const struct entry *a, const struct entry *b)
{
	return g_strcmp0(a->place.fo->style->index_class, b->place.fo->style->index_class) ==
	       0;
}

/* Takes e into the entry before it. */
static void join(struct entry *last, const struct entry *e)
{
	if (e->place.last <= last->place.last)
		return;
	last->place.last = e->place.last;
	last->place.last_label = e->place.last_label;
	last->last = e->last;
}

/* Pages that are the same and ranges that overlap become one entry. */
static void join_same(GArray *all, const struct fo_style *st)
{
	guint kept = 0;

	for (guint i = 1; i < all->len; i++) {
		struct entry *last = &g_array_index(all, struct entry, kept);
		const struct entry *e = &g_array_index(all, struct entry, i);
		uint16_t across = is_range(last) || is_range(e)
					  ? st->merge_ranges_across_index_key_references
					  : st->merge_pages_across_index_key_references;

		if (e->place.first <= last->place.last && same_class(last, e) &&
		    (last->reference == e->reference || across == KW_MERGE))
			join(last, e);
		else
			g_array_index(all, struct entry, ++kept) = *e;
	}
	if (all->len)
		g_array_set_size(all, kept + 1);
}

/* The last number in a label; -1: it has none, or is not in digits. */
static long number_in(const char *label, size_t *from, size_t *to)
{
	*to = strlen(label);
	while (*to > 0 && !g_ascii_isdigit(label[*to - 1]))
		--*to;
	*from = *to;
	while (*from > 0 && g_ascii_isdigit(label[*from - 1]))
		--*from;
	return *from < *to ? strtol(label + *from, NULL, 10) : -1;
}

/* "A-3" is followed by "A-4", neither by "B-4" nor, where numbering begins anew, by "A-1". */
static bool numbers_follow(const char *a, const char *b)
{
	size_t a_from, a_to, b_from, b_to;
	long x = number_in(a, &a_from, &a_to), y = number_in(b, &b_from, &b_to);

	if (x < 0 || y < 0)
		return x < 0 && y < 0;
	return y == x + 1 && a_from == b_from && strncmp(a, b, a_from) == 0 &&
	       strcmp(a + a_to, b + b_to) == 0;
}

static bool follows(const struct entry *last, const struct entry *e)
{
	return e->place.first == last->place.last + 1 && same_class(last, e) &&
	       numbers_follow(last->place.last_label, e->place.first_label);
}

/* Three pages or more that follow each other become one range; of two nothing is gained. */
static void join_runs(GArray *all)
{
	guint kept = 0;

	for (guint i = 0, end; i < all->len; i = end) {
		struct entry run = g_array_index(all, struct entry, i);

		for (end = i + 1; end < all->len; end++) {
			if (!follows(&run, &g_array_index(all, struct entry, end)))
				break;
			join(&run, &g_array_index(all, struct entry, end));
		}
		if (run.place.last - run.place.first < 2)
			for (guint k = i; k < end; k++)
				g_array_index(all, struct entry, kept++) =
					g_array_index(all, struct entry, k);
		else
			g_array_index(all, struct entry, kept++) = run;
	}
	g_array_set_size(all, kept);
}

/* The same for the entries of each index-key-reference by itself. */
static void join_runs_apart(GArray *all, const struct fo *list)
{
	GArray *own = g_array_new(FALSE, FALSE, sizeof(struct entry));
	GArray *joined = g_array_new(FALSE, FALSE, sizeof(struct entry));

	for (const struct fo *c = list->child; c; c = c->next) {
		g_array_set_size(own, 0);
		for (guint i = 0; i < all->len; i++)
			if (g_array_index(all, struct entry, i).reference == c)
				g_array_append_vals(own, &g_array_index(all, struct entry, i),
						    1);
		join_runs(own);
		g_array_append_vals(joined, own->data, own->len);
	}
	g_array_set_size(all, 0);
	g_array_append_vals(all, joined->data, joined->len);
	g_array_sort(all, by_page);
	g_array_free(own, TRUE);
	g_array_free(joined, TRUE);
}

/* ---- as text ---- */

/* The next of the elements that its reference has for links: tag_index.c. */
static const struct mark *take_mark(struct flat *f, GHashTable *taken,
				    const struct fo *reference)
{
	const struct mark *m = g_hash_table_lookup(taken, reference);

	m = m ? m->next : mark_of(f->s, reference);
	g_hash_table_insert(taken, (gpointer)(uintptr_t)reference, (gpointer)(uintptr_t)m);
	return m;
}

/* A label, as a link where its reference wants that. */
static void put_label(struct flat *f, const struct entry *e, bool last, GHashTable *taken)
{
	const struct fo *at = last ? e->last : e->place.fo, *reference = e->reference;
	const char *label = last ? e->place.last_label : e->place.first_label;
	struct link *l;

	if (reference->style->page_number_treatment != KW_LINK) {
		inlines_text(f, label, (int)strlen(label), reference->style);
		return;
	}
	l = ARENA_NEW(f->s->arena, struct link);
	l->destination = reference_destination(f->s->arena, at);
	l->contents = arena_strdup(f->s->arena, label);
	l->mark = take_mark(f, taken, reference);
	inlines_open(f, reference);
	f->box->link = l;
	f->box->mark = l->mark;
	inlines_text(f, label, (int)strlen(label), reference->style);
	inlines_close(f);
}

static void put_affix(struct flat *f, const struct fo *reference, enum fo_kind kind)
{
	const struct fo *affix = fo_child(reference, kind);

	for (const struct fo *c = affix ? affix->child : NULL; c; c = c->next)
		inlines_walk(f, c);
}

static void put_separator(struct flat *f, const struct fo *list, enum fo_kind kind,
			  const char *initial)
{
	const struct fo *separator = fo_child(list, kind);

	if (!separator) {
		inlines_text(f, initial, (int)strlen(initial), list->style);
		return;
	}
	for (const struct fo *c = separator->child; c; c = c->next)
		inlines_walk(f, c);
}

void inlines_cite_index(struct flat *f, const struct fo *fo)
{
	GArray *all = collect_entries(f, fo);
	GHashTable *taken = g_hash_table_new(NULL, NULL);
	const struct fo_style *st = fo->style;

	join_same(all, st);
	if (st->merge_sequential_page_numbers == KW_MERGE) {
		if (st->merge_ranges_across_index_key_references == KW_MERGE)
			join_runs(all);
		else
			join_runs_apart(all, fo);
	}
	for (guint i = 0; i < all->len; i++) {
		const struct entry *e = &g_array_index(all, struct entry, i);

		if (i)
			put_separator(f, fo, FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, ", ");
		put_affix(f, e->reference, FO_INDEX_PAGE_NUMBER_PREFIX);
		put_label(f, e, false, taken);
		if (is_range(e)) {
			put_separator(f, fo, FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR,
				      "\xE2\x80\x93");
			put_label(f, e, true, taken);
		}
		put_affix(f, e->reference, FO_INDEX_PAGE_NUMBER_SUFFIX);
	}
	g_hash_table_destroy(taken);
	g_array_free(all, TRUE);
}
