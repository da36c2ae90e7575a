/*
 * links.c - link annotations and the places they lead to
 *
 * Every id of the book is a named destination: "book.pdf#id" works, and other books can
 * point here.
 */
#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 }; /* names in a leaf of the name tree */

static const struct destination *find_destination(const struct book *b, const char *id)
{
	int from = 0, to = b->n_destinations;

	while (from < to) {
		int middle = from + (to - from) / 2;
		int order = strcmp(id, b->destinations[middle].id);

		if (order == 0)
			return &b->destinations[middle];
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

void target_write(GString *o, const struct parts *p, const char *destination,
		  const char *uri)
{
	if (destination && find_destination(p->book, destination)) {
		g_string_append(o, "/Dest");
		pdf_string(o, destination);
	} else if (uri) {
		g_string_append(o, "/A<</S/URI/URI");
		pdf_uri(o, uri);
		g_string_append(o, ">>");
	}
}

static void put_box(GString *o, const double *v, int n)
{
	for (int i = 0; i < n; i++) {
		if (i)
			g_string_append_c(o, ' ');
		pdf_number(o, v[i]);
	}
}

static void put_quads(GString *o, const struct parts *p, const struct record_link *l)
{
	g_string_append(o, "/QuadPoints[");
	for (int i = 0; i < l->n_quads; i++) {
		const struct record_box *q = &g_array_index(
			p->record->quads, struct record_box, l->first_quad + i);

		g_string_append(o, i ? " " : "");
		put_box(o,
			(double[]){q->x0, q->y1, q->x1, q->y1, q->x0, q->y0, q->x1, q->y0},
			8);
	}
	g_string_append_c(o, ']');
}

static const char *contents_of(const struct link *l)
{
	if (l->contents && *l->contents)
		return l->contents;
	return l->uri ? l->uri : l->destination;
}

void links_write(struct parts *p)
{
	GString *o = p->update->out;

	for (guint i = 0; i < p->record->links->len; i++) {
		const struct record_link *l =
			&g_array_index(p->record->links, struct record_link, i);

		update_begin(p->update, p->first_annotation + (int)i);
		g_string_append_printf(
			o,
			"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P %d 0 R"
			"/StructParent %d/Rect[",
			p->first_page + l->page, p->book->n_pages + (int)i);
		put_box(o, (double[]){l->box.x0, l->box.y0, l->box.x1, l->box.y1}, 4);
		g_string_append_c(o, ']');
		if (l->n_quads > 1)
			put_quads(o, p, l);
		g_string_append(o, "/Contents");
		pdf_string(o, contents_of(l->link));
		target_write(o, p, l->link->destination, l->link->uri);
		g_string_append(o, ">>");
		update_end(p->update);
	}
}

/* Order of the names as they are written: other than ASCII begins with FE FF. */
static int by_name(const void *a, const void *b)
{
	const struct destination *const *x = a, *const *y = b;
	bool plain_x = g_str_is_ascii((*x)->id), plain_y = g_str_is_ascii((*y)->id);
	g_autofree gunichar2 *u = NULL, *v = NULL;
	int i = 0;

	if (plain_x != plain_y)
		return plain_x ? -1 : 1;
	if (plain_x)
		return strcmp((*x)->id, (*y)->id);
	u = g_utf8_to_utf16((*x)->id, -1, NULL, NULL, NULL);
	v = g_utf8_to_utf16((*y)->id, -1, NULL, NULL, NULL);
	while (u && v && u[i] && u[i] == v[i])
		i++;
	return u && v ? (int)u[i] - (int)v[i] : 0;
}

static void write_names(struct parts *p, int id, const struct destination *const *d, int n)
{
	GString *o = p->update->out;

	update_begin(p->update, id);
	g_string_append(o, "<</Limits[");
	pdf_string(o, d[0]->id);
	pdf_string(o, d[n - 1]->id);
	g_string_append(o, "]/Names[");
	for (int i = 0; i < n; i++) {
		struct size page = p->book->pages[d[i]->page].size;
		int unit = page_unit(page);

		pdf_string(o, d[i]->id);
		g_string_append_printf(o, "[%d 0 R/XYZ ", p->first_page + d[i]->page);
		pdf_number(o, MAX(0, len_pt(d[i]->x)) / unit);
		g_string_append_c(o, ' ');
		pdf_number(o, len_pt(page.height - d[i]->y) / unit);
		g_string_append(o, " null]");
	}
	g_string_append(o, "]>>");
	update_end(p->update);
}

int destinations_write(struct parts *p)
{
	GString *o = p->update->out;
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	const struct destination *const *sorted;
	int n, n_chunks, tree;

	for (int i = 0; i < p->book->n_destinations; i++)
		if (p->book->destinations[i].page < p->book->n_pages)
			g_ptr_array_add(all, (gpointer)(guintptr)&p->book->destinations[i]);
	n = (int)all->len;
	if (n == 0)
		return 0;
	qsort(all->pdata, all->len, sizeof *all->pdata, by_name);
	sorted = (const struct destination *const *)all->pdata;
	n_chunks = (n + CHUNK - 1) / CHUNK;
	tree = update_new_ids(p->update, 1 + n_chunks);
	update_begin(p->update, tree);
	g_string_append(o, "<</Kids[");
	for (int i = 0; i < n_chunks; i++)
		g_string_append_printf(o, "%d 0 R ", tree + 1 + i);
	g_string_append(o, "]>>");
	update_end(p->update);
	for (int i = 0; i < n_chunks; i++)
		write_names(p, tree + 1 + i, sorted + i * CHUNK, MIN(CHUNK, n - i * CHUNK));
	return tree;
}
