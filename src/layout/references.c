/*
 * references.c - page numbers that one pass of the layout learns for the next
 *
 * Two sets of tables: what is known (asked while setting) and what is being noted.  Labels
 * are interned, so that equal ones are the same pointer.
 */
#include "layout/references.h"

#include <glib.h>

struct labels {
	const char *first, *last;
};

struct notes {
	GHashTable *ids;	  /* id -> struct labels */
	GHashTable *page_numbers; /* fo -> interned label */
	GHashTable *index;	  /* key -> GArray of struct index_place */
	GHashTable *ranges; /* id of an index-range-begin -> struct range */
};

struct references {
	struct notes known, noted;
	struct questions *asked; /* NULL: nobody keeps them */
};

/* One of the places of a key. */
struct range {
	GArray *places;
	guint at;
};

static void free_places(gpointer p)
{
	g_array_free(p, TRUE);
}

static struct notes notes_new(void)
{
	return (struct notes){
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
		g_hash_table_new(NULL, NULL),
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_places),
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
	};
}

static void notes_free(struct notes *n)
{
	g_hash_table_destroy(n->ids);
	g_hash_table_destroy(n->page_numbers);
	g_hash_table_destroy(n->index);
	g_hash_table_destroy(n->ranges);
}

struct references *references_new(void)
{
	struct references *r = g_new0(struct references, 1);

	r->known = notes_new();
	r->noted = notes_new();
	return r;
}

void references_free(struct references *r)
{
	if (!r)
		return;
	notes_free(&r->known);
	notes_free(&r->noted);
	questions_free(r->asked);
	g_free(r);
}

static const char *find_label(const struct references *r, const char *id, bool last)
{
	const struct labels *l = g_hash_table_lookup(r->known.ids, id);

	if (!l)
		return NULL;
	return last ? l->last : l->first;
}

void references_begin(struct references *r)
{
	notes_free(&r->noted);
	r->noted = notes_new();
}

static void note_id(struct references *r, const char *id, bool end, const char *label)
{
	struct labels *l = g_hash_table_lookup(r->noted.ids, id);

	if (!l) {
		l = g_new0(struct labels, 1);
		l->first = label;
		g_hash_table_insert(r->noted.ids, g_strdup(id), l);
	} else if (!end) {
		return;
	}
	l->last = label;
}

static struct index_place *find_place(const GArray *places, const struct fo *fo)
{
	for (guint i = places->len; i-- > 0;) {
		struct index_place *p = &g_array_index(places, struct index_place, i);

		if (p->fo == fo)
			return p;
	}
	return NULL;
}

static void note_key(struct references *r, const struct fo *fo, bool end, int page,
		     const char *label)
{
	const char *key = fo->style->index_key;
	GArray *places = g_hash_table_lookup(r->noted.index, key);
	struct index_place *place;

	if (!places) {
		places = g_array_new(FALSE, FALSE, sizeof(struct index_place));
		g_hash_table_insert(r->noted.index, g_strdup(key), places);
	}
	place = find_place(places, fo);
	if (place && end) {
		place->last = page;
		place->last_label = label;
	} else if (!place) {
		struct index_place fresh = { fo, page, page, label, label };
		struct range range = { places, places->len };

		g_array_append_val(places, fresh);
		if (fo->kind == FO_INDEX_RANGE_BEGIN && fo->id)
			g_hash_table_insert(r->noted.ranges, (gpointer)(guintptr)fo->id,
					    g_memdup2(&range, sizeof range));
	}
}

/* The index-range-begin that an index-range-end names, among those noted. */
static void end_range(struct references *r, const struct fo *fo, int page, const char *label)
{
	const char *id = fo->style->ref_id;
	const struct range *range = id ? g_hash_table_lookup(r->noted.ranges, id) : NULL;
	struct index_place *place;

	if (!range)
		return;
	place = &g_array_index(range->places, struct index_place, range->at);
	place->last = page;
	place->last_label = label;
}

const char *reference_destination(struct arena *a, const struct fo *fo)
{
	return fo->id ? fo->id : arena_printf(a, "index-%d", fo->index);
}

void references_spot(struct references *r, const struct fo *fo, bool end, int page,
		     const char *label)
{
	label = g_intern_string(label);
	if (fo->id)
		note_id(r, fo->id, end, label);
	if (fo->kind == FO_PAGE_NUMBER && !end)
		g_hash_table_insert(r->noted.page_numbers, (gpointer)(guintptr)fo,
				    (gpointer)(guintptr)label);
	if (fo->kind == FO_INDEX_RANGE_END)
		end_range(r, fo, page, label);
	else if (fo->style && fo->style->index_key &&
		 !(fo->kind == FO_INDEX_RANGE_BEGIN && end))
		note_key(r, fo, end, page, label);
}

static bool places_differ(const GArray *a, const GArray *b)
{
	if (!b || a->len != b->len)
		return true;
	for (guint i = 0; i < a->len; i++) {
		const struct index_place *p = &g_array_index(a, struct index_place, i);
		const struct index_place *q = &g_array_index(b, struct index_place, i);

		if (p->first != q->first || p->last != q->last ||
		    p->first_label != q->first_label || p->last_label != q->last_label)
			return true;
	}
	return false;
}

void references_end(struct references *r)
{
	notes_free(&r->known);
	r->known = r->noted;
	r->noted = notes_new();
}

/* ---- what was asked ---- */

/* One of an id, a page number in the flow and an index key. */
struct question {
	const char *id, *key; /* the style's */
	const struct fo *page_number;
	bool last;
	const char *answer; /* interned */
	GArray *places;	    /* struct index_place, NULL: none */
};

struct questions {
	GArray *all; /* struct question */
};

static void clear_question(gpointer p)
{
	struct question *q = p;

	if (q->places)
		g_array_unref(q->places);
}

void references_ask(struct references *r)
{
	r->asked = g_new0(struct questions, 1);
	r->asked->all = g_array_new(FALSE, FALSE, sizeof(struct question));
	g_array_set_clear_func(r->asked->all, clear_question);
}

struct questions *references_asked(struct references *r)
{
	return g_steal_pointer(&r->asked);
}

void questions_free(struct questions *q)
{
	if (!q)
		return;
	g_array_unref(q->all);
	g_free(q);
}

static void note_question(struct references *r, struct question q)
{
	if (r && r->asked)
		g_array_append_val(r->asked->all, q);
}

const char *reference_label(struct references *r, const char *id, bool last)
{
	const char *label = r && id ? find_label(r, id, last) : NULL;

	if (id)
		note_question(r, (struct question){.id = id, .last = last, .answer = label});
	return label;
}

const char *reference_page_number(struct references *r, const struct fo *page_number)
{
	const char *label =
		r ? g_hash_table_lookup(r->known.page_numbers, page_number) : NULL;

	note_question(r, (struct question){.page_number = page_number, .answer = label});
	return label;
}

const struct index_place *reference_index(struct references *r, const char *key, int *n)
{
	const GArray *places = r && key ? g_hash_table_lookup(r->known.index, key) : NULL;

	if (key)
		note_question(r, (struct question){
					 .key = key,
					 .places = places ? g_array_copy((GArray *)(guintptr)places)
							  : NULL});
	*n = places ? (int)places->len : 0;
	return places ? (const struct index_place *)(const void *)places->data : NULL;
}

static bool same_answer(const struct references *r, const struct question *q)
{
	const GArray *places;

	if (q->id)
		return find_label(r, q->id, q->last) == q->answer;
	if (q->page_number)
		return g_hash_table_lookup(r->known.page_numbers, q->page_number) == q->answer;
	places = g_hash_table_lookup(r->known.index, q->key);
	return places && q->places ? !places_differ(places, q->places) : places == q->places;
}

bool references_answer(struct references *r, const struct questions *q)
{
	for (guint i = 0; q && i < q->all->len; i++)
		if (!same_answer(r, &g_array_index(q->all, struct question, i)))
			return false;
	return true;
}
