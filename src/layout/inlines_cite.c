/*
 * inlines_cite.c - page numbers as text: the page's own, citations, lists in an index
 *
 * Numbers come from the pass before (references.h).  In the first pass a stand-in of two
 * digits keeps the room; an id that does not exist is shown as "[?id]" and reported.
 */
#include "layout/inlines.h"

#include "layout/references.h"

#include <string.h>

#define UNKNOWN "00"

static const char *page_label(struct flat *f, const struct fo *fo)
{
	const char *label;

	if (f->s->page)
		return f->s->page->label;
	label = reference_page_number(f->s->references, fo);
	return label ? label : UNKNOWN;
}

static const char *cited_label(struct flat *f, const struct fo *fo)
{
	const char *id = fo->style->ref_id;
	const char *label =
		reference_label(f->s->references, id, fo->kind == FO_PAGE_NUMBER_CITATION_LAST);

	if (label)
		return label;
	if (id && fo_find(f->s->tree, id))
		return UNKNOWN;
	diag(f->s->diags, E_REFERENCE, fo->from, "no object has the id \"%s\"", id ? id : "");
	return arena_printf(f->scratch, "[?%s]", id ? id : "");
}

void inlines_cite(struct flat *f, const struct fo *fo)
{
	const char *label = fo->kind == FO_PAGE_NUMBER ? page_label(f, fo) : cited_label(f, fo);

	inlines_open(f, fo);
	inlines_text(f, label, (int)strlen(label), fo->style);
	inlines_close(f);
}

/* ---- index ---- */

/* One entry of the list: a page or a range of pages. */
struct entry {
	struct index_place place;
	const struct fo *reference; /* the index-key-reference that brought it */
};

static int by_page(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->place.first != y->place.first)
		return x->place.first < y->place.first ? -1 : 1;
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
			struct entry e = { places[i], c };

			g_array_append_val(all, e);
		}
	}
	g_array_sort(all, by_page);
	return all;
}

/* Takes e into the entry before it. */
static void join(struct entry *last, const struct entry *e)
{
	if (e->place.last <= last->place.last)
		return;
	last->place.last = e->place.last;
	last->place.last_label = e->place.last_label;
}

/* Pages that are the same, overlap or (where wished) follow each other become one entry. */
static void merge_entries(GArray *all, const struct fo_style *st)
{
	bool same = st->merge_pages_across_index_key_references != KW_LEAVE_SEPARATE;
	bool follow = st->merge_sequential_page_numbers == KW_MERGE;
	guint kept = 0;

	for (guint i = 1; i < all->len; i++) {
		struct entry *last = &g_array_index(all, struct entry, kept);
		const struct entry *e = &g_array_index(all, struct entry, i);
		int gap = e->place.first - last->place.last;

		if (gap <= 0 ? same || last->reference == e->reference : gap == 1 && follow)
			join(last, e);
		else
			g_array_index(all, struct entry, ++kept) = *e;
	}
	if (all->len)
		g_array_set_size(all, kept + 1);
}

/* A label, as a link where the list wants that. */
static void put_label(struct flat *f, const struct fo *list, const char *label,
		      const struct index_place *at)
{
	const struct box *around = f->box;
	struct box *b;

	if (list->style->page_number_treatment != KW_LINK || !at->fo->id) {
		inlines_text(f, label, (int)strlen(label), list->style);
		return;
	}
	inlines_open(f, list);
	b = f->box;
	struct link *l = ARENA_NEW(f->s->arena, struct link);
	l->destination = at->fo->id;
	l->contents = arena_strdup(f->s->arena, label);
	l->mark = around ? around->mark : NULL;
	b->link = l;
	inlines_text(f, label, (int)strlen(label), list->style);
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

	merge_entries(all, fo->style);
	for (guint i = 0; i < all->len; i++) {
		const struct entry *e = &g_array_index(all, struct entry, i);

		if (i)
			put_separator(f, fo, FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, ", ");
		put_affix(f, e->reference, FO_INDEX_PAGE_NUMBER_PREFIX);
		put_label(f, fo, e->place.first_label, &e->place);
		if (e->place.last != e->place.first) {
			put_separator(f, fo, FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR,
				      "\xE2\x80\x93");
			put_label(f, fo, e->place.last_label, &e->place);
		}
		put_affix(f, e->reference, FO_INDEX_PAGE_NUMBER_SUFFIX);
	}
	g_array_free(all, TRUE);
}
