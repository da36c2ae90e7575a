/*
 * pages.c - page objects and their contents
 */
#include "pdf/canvas.h"
#include "pdf/parts.h"

static const char **roles_of(const struct book *b)
{
	const char **roles = g_new0(const char *, b->n_marks + 1);

	for (const struct mark *m = b->marks; m; m = mark_after(m))
		roles[m->index] = m->role;
	return roles;
}

void pages_draw(struct parts *p, const struct kit *kit)
{
	const struct book *b = p->book;
	g_autofree const char **roles = p->record ? roles_of(b) : NULL;
	struct canvas *c = canvas_new(kit, p->record, roles);

	p->first_page = update_new_ids(p->update, b->n_pages);
	p->first_content = update_new_ids(p->update, b->n_pages);
	p->resources = g_string_chunk_new(16 * 1024);
	p->page_resources = g_new0(const char *, b->n_pages);
	for (int i = 0; i < b->n_pages; i++) {
		const GString *content = canvas_page(c, &b->pages[i], b->marks);
		g_autoptr(GString) resources = g_string_new(NULL);

		update_begin(p->update, p->first_content + i);
		pdf_stream(p->update->out, "", content->str, content->len, true);
		update_end(p->update);
		canvas_resources(c, resources);
		p->page_resources[i] =
			g_string_chunk_insert_const(p->resources, resources->str);
	}
	canvas_free(c);
}

void pages_drop(struct parts *p)
{
	g_string_chunk_free(p->resources);
	g_free(p->page_resources);
}

static void put_marks(GString *o, const struct parts *p, int page)
{
	const struct record_page *r = record_page_at(p->record, page);

	g_string_append_printf(o, "/StructParents %d", page);
	if (r->transparent)
		g_string_append(o,
				"/Group<</Type/Group/S/Transparency/I true/CS/DeviceRGB>>");
	if (r->n_links == 0)
		return;
	g_string_append(o, "/Tabs/S/Annots[");
	for (int i = 0; i < r->n_links; i++)
		g_string_append_printf(o, "%d 0 R ",
				       p->first_annotation + r->first_link + i);
	g_string_append_c(o, ']');
}

enum { SMALLEST = 3, LARGEST = 14400 }; /* units; ISO 19005-2, 6.1.13 */

int page_unit(struct size s)
{
	double longest = len_pt(len_max(s.width, s.height));

	return longest > LARGEST ? (int)(longest / LARGEST) + 1 : 1;
}

static void write_page(struct parts *p, int page, int tree)
{
	GString *o = p->update->out;
	struct size size = p->book->pages[page].size;
	int unit = page_unit(size);

	update_begin(p->update, p->first_page + page);
	g_string_append_printf(o, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 ", tree);
	pdf_number(o, MAX(len_pt(size.width) / unit, SMALLEST));
	g_string_append_c(o, ' ');
	pdf_number(o, MAX(len_pt(size.height) / unit, SMALLEST));
	g_string_append_c(o, ']');
	if (unit > 1)
		g_string_append_printf(o, "/UserUnit %d", unit);
	g_string_append_printf(o, "/Contents %d 0 R/Resources%s", p->first_content + page,
			       p->page_resources[page]);
	if (p->record)
		put_marks(o, p, page);
	g_string_append(o, ">>");
	update_end(p->update);
}

int pages_write(struct parts *p)
{
	GString *o = p->update->out;
	int tree = update_new_ids(p->update, 1);

	for (int i = 0; i < p->book->n_pages; i++)
		write_page(p, i, tree);
	update_begin(p->update, tree);
	g_string_append_printf(o, "<</Type/Pages/Count %d/Kids[", p->book->n_pages);
	for (int i = 0; i < p->book->n_pages; i++)
		g_string_append_printf(o, "%d 0 R ", p->first_page + i);
	g_string_append(o, "]>>");
	update_end(p->update);
	return tree;
}
