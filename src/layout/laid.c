/*
 * laid.c - page-sequences that a pass has laid out, for the next pass
 */
#include "layout/laid.h"

struct laid_table {
	GHashTable *by_fo; /* fo -> struct laid */
	bool used;
};

static void laid_free(void *p)
{
	struct laid *l = p;

	for (struct sequence *q = &l->sequence; q; q = q->beside)
		g_ptr_array_free(q->sheets, TRUE);
	diags_free(l->said);
	questions_free(l->flow);
	questions_free(l->pages);
	g_free(l);
}

struct laid_table *laid_table_new(void)
{
	struct laid_table *t = g_new0(struct laid_table, 1);

	t->by_fo = g_hash_table_new_full(NULL, NULL, NULL, laid_free);
	return t;
}

void laid_table_free(struct laid_table *t)
{
	g_hash_table_destroy(t->by_fo);
	g_free(t);
}

void laid_choose(struct laid_table *t, struct references *r)
{
	GHashTableIter i;
	gpointer p;
	int n_pages = 0, n_kept = 0;

	t->used = false;
	g_hash_table_iter_init(&i, t->by_fo);
	while (g_hash_table_iter_next(&i, NULL, &p)) {
		struct laid *l = p;

		n_pages += l->n_pages;
		if (references_answer(r, l->flow))
			n_kept += l->n_pages;
		else
			g_hash_table_iter_remove(&i);
	}
	if (n_kept * 2 < n_pages)
		g_hash_table_remove_all(t->by_fo);
}

struct laid *laid_find(struct laid_table *t, const struct fo *flow, int number)
{
	struct laid *l = g_hash_table_lookup(t->by_fo, flow);

	if (!l || l->number != number)
		return NULL;
	t->used = true;
	return l;
}

struct laid *laid_take(struct laid_table *t, struct laid *l)
{
	const struct fo *flow = l->sequence.flow ? l->sequence.flow : l->sequence.fo;

	g_hash_table_insert(t->by_fo, (gpointer)(guintptr)flow, l);
	return l;
}

bool laid_changed(struct laid_table *t, struct references *r)
{
	GHashTableIter i;
	gpointer p;

	g_hash_table_iter_init(&i, t->by_fo);
	while (g_hash_table_iter_next(&i, NULL, &p)) {
		const struct laid *l = p;

		if (!references_answer(r, l->flow) || !references_answer(r, l->pages))
			return true;
	}
	return false;
}

bool laid_used(const struct laid_table *t)
{
	return t->used;
}
