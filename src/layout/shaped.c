/*
 * shaped.c - paragraphs that are kept as they were shaped
 *
 * A paragraph is set more than once where the pages want it a line longer, where a page is of
 * another width, and where a table first asks how wide it is.  Its words do not change by
 * that.  What is kept of a sequence is bounded: beyond, paragraphs are shaped again.
 */
#include "layout/shaped.h"

#include <string.h>

#define MOST_BYTES ((size_t)80 << 20) /* what five hundred pages take */

struct kept {
	const struct fo *first;
	int part;
	struct text_source source;
	const struct text_para *para;
};

struct shaped {
	struct arena *arena;
	GHashTable *kept; /* struct kept by its first members */
};

static guint hash_kept(gconstpointer p)
{
	const struct kept *k = p;

	return g_direct_hash(k->first) + (guint)k->part;
}

static gboolean same_kept(gconstpointer p, gconstpointer q)
{
	const struct kept *a = p, *b = q;

	return a->first == b->first && a->part == b->part;
}

struct shaped *shaped_new(void)
{
	struct shaped *s = g_new0(struct shaped, 1);

	s->arena = arena_new();
	s->kept = g_hash_table_new(hash_kept, same_kept);
	return s;
}

void shaped_free(struct shaped *s)
{
	if (!s)
		return;
	g_hash_table_destroy(s->kept);
	arena_free(s->arena);
	g_free(s);
}

static bool same_source(const struct text_source *a, const struct text_source *b)
{
	if (a->n_bytes != b->n_bytes || a->n_spans != b->n_spans ||
	    a->direction != b->direction ||
	    memcmp(a->nfc, b->nfc, (size_t)a->n_bytes) != 0)
		return false;
	for (int i = 0; i < a->n_spans; i++)
		if (a->spans[i].from != b->spans[i].from || a->spans[i].to != b->spans[i].to ||
		    a->spans[i].style != b->spans[i].style)
			return false;
	return true;
}

const struct text_para *shaped_find(struct shaped *s, struct text *t, const struct fo *first,
				    int part, const struct text_source *source)
{
	struct kept key = {first, part, *source, NULL}, *k = g_hash_table_lookup(s->kept, &key);

	if (k && same_source(&k->source, source))
		return k->para;
	if (arena_bytes(s->arena) > MOST_BYTES)
		return NULL;
	key.para = text_shape(t, s->arena, source);
	key.source.nfc = key.para->text;
	key.source.spans = arena_copy(s->arena, source->spans,
				      sizeof *source->spans * (size_t)source->n_spans);
	k = arena_copy(s->arena, &key, sizeof key);
	g_hash_table_replace(s->kept, k, k);
	return k->para;
}
