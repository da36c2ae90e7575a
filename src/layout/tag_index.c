/*
 * tag_index.c - links of the page numbers in an index
 *
 * How many numbers an entry has is known when the pages are; each needs an element before.
 * There are never more than two for each object with the key, and elements that stay empty
 * are left out.
 */
#include "layout/tags.h"

#include <glib.h>

static void count_keys(GHashTable *keys, const struct fo *fo)
{
	const char *key = fo->style ? fo->style->index_key : NULL;

	if (key) {
		int n = GPOINTER_TO_INT(g_hash_table_lookup(keys, key));

		g_hash_table_insert(keys, (gpointer)(uintptr_t)key, GINT_TO_POINTER(n + 1));
	}
	for (const struct fo *c = fo->child; c; c = c->next)
		if (c->kind != FO_TEXT)
			count_keys(keys, c);
}

void tag_index(struct tagger *t, struct branch *in, const struct fo *list)
{
	for (const struct fo *c = list->child; c; c = c->next) {
		int n;

		if (c->kind != FO_INDEX_KEY_REFERENCE || !c->style->ref_index_key ||
		    c->style->page_number_treatment != KW_LINK)
			continue;
		if (!t->keys) {
			t->keys = g_hash_table_new(g_str_hash, g_str_equal);
			count_keys(t->keys, t->tree->root);
		}
		n = GPOINTER_TO_INT(g_hash_table_lookup(t->keys, c->style->ref_index_key));
		for (int i = 0; i < 2 * n; i++)
			tag_add(t, in, i == 0 ? c : NULL, "Link");
	}
}
