/*
 * structure.c - the structure tree (ISO 32000-1, 14.7)
 *
 * One element per mark that has content.  Numbers are given first, so that references
 * forward need no second pass.
 */
#include "pdf/parts.h"

#include <string.h>

enum { CHUNK = 128 }; /* entries in a leaf of the parent tree */

void structure_number(struct parts *p)
{
	int n = 0;

	p->elements = g_new0(int, p->book->n_marks + 1);
	for (const struct mark *m = p->book->marks; m; m = mark_after(m))
		if (!m->parent ||
		    (p->elements[m->parent->index] && reading_has(p->reading, m)))
			p->elements[m->index] = ++n;
	p->structure_root = update_new_ids(p->update, n + 1);
	for (int i = 0; i < p->book->n_marks; i++)
		if (p->elements[i])
			p->elements[i] += p->structure_root;
}

static void put_string(GString *o, const char *key, const char *s)
{
	if (!s)
		return;
	g_string_append(o, key);
	pdf_string(o, s);
}

static bool is_cell(const struct mark *m)
{
	return m->role[0] == 'T' && (m->role[1] == 'H' || m->role[1] == 'D') && !m->role[2];
}

static void put_headers(GString *o, const char *ids)
{
	g_auto(GStrv) id = g_strsplit(ids, " ", -1);

	g_string_append(o, "/Headers[");
	for (int i = 0; id[i]; i++)
		if (*id[i])
			pdf_string(o, id[i]);
	g_string_append_c(o, ']');
}

static void put_cell(GString *o, const struct mark *m)
{
	static const char *const SCOPES[] = {"", "/Scope/Row", "/Scope/Column",
					     "/Scope/Both"};
	bool header = m->role[1] == 'H';

	if (!header && m->row_span < 2 && m->column_span < 2 && !m->headers)
		return;
	g_string_append(o, "/A<</O/Table");
	if (header)
		g_string_append(o, SCOPES[m->scope ? m->scope : SCOPE_COLUMN]);
	if (m->row_span > 1)
		g_string_append_printf(o, "/RowSpan %d", m->row_span);
	if (m->column_span > 1)
		g_string_append_printf(o, "/ColSpan %d", m->column_span);
	if (m->headers)
		put_headers(o, m->headers);
	g_string_append(o, ">>");
}

static void put_figure(GString *o, const struct record_figure *f)
{
	g_string_append(o, "/A<</O/Layout/Placement/Block/BBox[");
	pdf_number(o, f->box.x0);
	g_string_append_c(o, ' ');
	pdf_number(o, f->box.y0);
	g_string_append_c(o, ' ');
	pdf_number(o, f->box.x1);
	g_string_append_c(o, ' ');
	pdf_number(o, f->box.y1);
	g_string_append(o, "]>>");
}

static void put_attributes(GString *o, const struct mark *m, const struct record_figure *f)
{
	put_string(o, "/Lang", m->lang);
	put_string(o, "/Alt", m->alt);
	put_string(o, "/ActualText", m->actual);
	put_string(o, "/E", m->expansion);
	put_string(o, "/T", m->title);
	put_string(o, "/ID", m->id);
	if (f)
		put_figure(o, f);
	else if (is_cell(m))
		put_cell(o, m);
	else if (m->list_numbering)
		g_string_append_printf(o, "/A<</O/List/ListNumbering/%s>>",
				       m->list_numbering);
}

static void put_kid(GString *o, const struct parts *p, const struct reading_kid *k,
		    int page)
{
	const struct record_content *c;

	if (k->mark) {
		g_string_append_printf(o, "%d 0 R ", p->elements[k->mark->index]);
		return;
	}
	c = &g_array_index(p->record->contents, struct record_content, k->content);
	if (c->number < 0)
		g_string_append_printf(o, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>",
				       p->first_page + c->page,
				       p->first_annotation - 1 - c->number);
	else if (c->page == page)
		g_string_append_printf(o, "%d ", c->number);
	else
		g_string_append_printf(o, "<</Type/MCR/Pg %d 0 R/MCID %d>>",
				       p->first_page + c->page, c->number);
}

static void put_kids(GString *o, const struct parts *p, const struct mark *m)
{
	struct reading_walk w = reading_start(p->reading, m);
	struct reading_kid k;
	int page = -1;

	if (w.own < w.own_end) {
		struct reading_walk own = w;

		own.child = NULL;
		reading_next(p->reading, &own, &k);
		page = g_array_index(p->record->contents, struct record_content, k.content)
			       .page;
		g_string_append_printf(o, "/Pg %d 0 R", p->first_page + page);
	}
	g_string_append(o, "/K[");
	while (reading_next(p->reading, &w, &k))
		put_kid(o, p, &k, page);
	if (o->str[o->len - 1] == ' ')
		g_string_truncate(o, o->len - 1);
	g_string_append_c(o, ']');
}

static void write_elements(struct parts *p)
{
	GString *o = p->update->out;
	const struct record_figure **figures =
		g_new0(const struct record_figure *, p->book->n_marks + 1);

	for (guint i = p->record->figures->len; i-- > 0;) {
		const struct record_figure *f =
			&g_array_index(p->record->figures, struct record_figure, i);

		figures[f->mark] = f;
	}
	for (const struct mark *m = p->book->marks; m; m = mark_after(m)) {
		int id = p->elements[m->index];

		if (!id)
			continue;
		update_begin(p->update, id);
		g_string_append_printf(o, "<</Type/StructElem/S/%s/P %d 0 R", m->role,
				       m->parent ? p->elements[m->parent->index]
						 : p->structure_root);
		put_attributes(o, m,
			       strcmp(m->role, "Figure") == 0 ? figures[m->index] : NULL);
		put_kids(o, p, m);
		g_string_append(o, ">>");
		update_end(p->update);
	}
	g_free(figures);
}

/* The elements of a page's marked contents, in the order of their numbers. */
static void put_page_parents(GString *o, const struct parts *p, int page)
{
	guint i = (guint)record_page_at(p->record, page)->first_content;

	g_string_append_printf(o, "%d[", page);
	for (; i < p->record->contents->len; i++) {
		const struct record_content *c =
			&g_array_index(p->record->contents, struct record_content, i);
		int owner = g_array_index(p->record->owners, int, i);

		if (c->page != page)
			break;
		if (owner >= 0 && c->number >= 0)
			g_string_append_printf(o, "%d 0 R ", p->elements[owner]);
	}
	g_string_append(o, "]");
}

static void put_link_parent(GString *o, const struct parts *p, int i)
{
	const struct record_link *l =
		&g_array_index(p->record->links, struct record_link, i);

	g_string_append_printf(o, "%d %d 0 R ", p->book->n_pages + i,
			       p->elements[l->link->mark->index]);
}

static int write_parent_tree(struct parts *p)
{
	GString *o = p->update->out;
	int n_pages = p->book->n_pages, n = n_pages + (int)p->record->links->len;
	int n_chunks = (n + CHUNK - 1) / CHUNK;
	int tree = update_new_ids(p->update, 1 + n_chunks);

	update_begin(p->update, tree);
	g_string_append(o, "<</Kids[");
	for (int i = 0; i < n_chunks; i++)
		g_string_append_printf(o, "%d 0 R ", tree + 1 + i);
	g_string_append(o, "]>>");
	update_end(p->update);
	for (int i = 0; i < n_chunks; i++) {
		int to = MIN(n, (i + 1) * CHUNK);

		update_begin(p->update, tree + 1 + i);
		g_string_append_printf(o, "<</Limits[%d %d]/Nums[", i * CHUNK, to - 1);
		for (int k = i * CHUNK; k < to; k++) {
			if (k < n_pages)
				put_page_parents(o, p, k);
			else
				put_link_parent(o, p, k - n_pages);
		}
		g_string_append(o, "]>>");
		update_end(p->update);
	}
	return tree;
}

static int by_id(const void *a, const void *b)
{
	const struct mark *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

/* All elements that have an ID, by name: 0 if there are none. */
static int write_ids(struct parts *p)
{
	GString *o = p->update->out;
	g_autoptr(GPtrArray) marks = g_ptr_array_new();
	int tree;

	for (const struct mark *m = p->book->marks; m; m = mark_after(m))
		if (m->id && p->elements[m->index])
			g_ptr_array_add(marks, (gpointer)(guintptr)m);
	if (marks->len == 0)
		return 0;
	qsort(marks->pdata, marks->len, sizeof *marks->pdata, by_id);
	tree = update_new_ids(p->update, 1);
	update_begin(p->update, tree);
	g_string_append(o, "<</Names[");
	for (guint i = 0; i < marks->len; i++) {
		const struct mark *m = marks->pdata[i];

		pdf_string(o, m->id);
		g_string_append_printf(o, "%d 0 R ", p->elements[m->index]);
	}
	g_string_append(o, "]>>");
	update_end(p->update);
	return tree;
}

void structure_write(struct parts *p)
{
	GString *o = p->update->out;
	int parents, ids;

	write_elements(p);
	parents = write_parent_tree(p);
	ids = write_ids(p);
	update_begin(p->update, p->structure_root);
	g_string_append_printf(
		o,
		"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d",
		p->elements[p->book->marks->index], parents,
		p->book->n_pages + (int)p->record->links->len);
	if (ids)
		g_string_append_printf(o, "/IDTree %d 0 R", ids);
	g_string_append(o, ">>");
	update_end(p->update);
}
