/*
 * tree.c - a tree of the objects that were read: links, numbers, ids
 */
#include "fo/reader.h"

#include <stdlib.h>
#include <string.h>

static bool is_left_out(const struct fo *fo)
{
	return fo->kind == FO_TEXT && fo->n_bytes == 0;
}

/* Children and siblings from parents and document order; returns how many remain. */
int tree_link(GPtrArray *nodes)
{
	g_autofree struct fo **last = g_new0(struct fo *, nodes->len);
	int n = 0;

	for (guint i = 1; i < nodes->len; i++) {
		struct fo *fo = nodes->pdata[i];
		struct fo *parent = nodes->pdata[fo->parent->index];
		struct fo **before = &last[parent->index];

		if (is_left_out(fo))
			continue;
		if (*before)
			(*before)->next = fo;
		else
			parent->child = fo;
		*before = fo;
	}
	for (guint i = 0; i < nodes->len; i++) {
		struct fo *fo = nodes->pdata[i];

		if (!is_left_out(fo))
			fo->index = n++;
	}
	return n;
}

static int compare_id(const void *p, const void *q)
{
	const struct fo *a = *(const struct fo *const *)p, *b = *(const struct fo *const *)q;
	int order = strcmp(a->id, b->id);

	return order ? order : (a->index > b->index) - (a->index < b->index);
}

void tree_sort_ids(struct reader *r)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	const struct fo **by_id;
	int n = 0;

	for (guint i = 0; i < r->nodes->len; i++)
		if (((const struct fo *)r->nodes->pdata[i])->id)
			g_ptr_array_add(ids, r->nodes->pdata[i]);
	if (ids->len)
		qsort(ids->pdata, ids->len, sizeof *ids->pdata, compare_id);
	by_id = ARENA_ARRAY(r->tree.arena, const struct fo *, ids->len);
	for (guint i = 0; i < ids->len; i++) {
		const struct fo *fo = ids->pdata[i];

		if (n && strcmp(by_id[n - 1]->id, fo->id) == 0)
			diag(r->diags, E_FO_STRUCTURE, fo->from,
			     "the id \"%s\" is also in line %d", fo->id, by_id[n - 1]->from.line);
		else
			by_id[n++] = fo;
	}
	r->tree.by_id = by_id;
	r->tree.n_ids = n;
}

/* The title of the first sequence, if nothing better is known; the language of the root. */
void tree_complete_meta(struct reader *r)
{
	struct fo_meta *m = &r->tree.meta;
	g_autoptr(GString) title = g_string_new(NULL);

	for (guint i = 0; i < r->nodes->len && !m->title; i++) {
		const struct fo *fo = r->nodes->pdata[i];
		const struct fo *up = fo->parent;

		while (fo->kind == FO_TEXT && up && up->kind != FO_TITLE)
			up = up->parent;
		if (fo->kind == FO_TEXT && up)
			g_string_append_len(title, fo->text, fo->n_bytes);
		if (fo->kind == FO_FLOW) /* of the first sequence only */
			break;
	}
	if (title->len)
		m->title = arena_strdup(r->tree.arena, title->str);
	if (!m->lang && *r->tree.root->style->lang)
		m->lang = r->tree.root->style->lang;
}

static int compare_key(const void *key, const void *entry)
{
	return strcmp(key, (*(const struct fo *const *)entry)->id);
}

const struct fo *fo_find(const struct fo_tree *tree, const char *id)
{
	const struct fo *const *at = bsearch(id, tree->by_id, (size_t)tree->n_ids,
					     sizeof *tree->by_id, compare_key);

	return at ? *at : NULL;
}

const struct fo *fo_child(const struct fo *fo, enum fo_kind kind)
{
	for (const struct fo *c = fo->child; c; c = c->next)
		if (c->kind == kind)
			return c;
	return NULL;
}
