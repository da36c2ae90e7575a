/*
 * site.c - the tree of the HTML edition to files
 */
#include "web/fonts.h"
#include "web/html.h"
#include "web/pictures.h"
#include "web/search.h"
#include "web/tree.h"

#include <string.h>

struct web_pages {
	GHashTable *by_id; /* struct web_page */
};

static void free_page(gpointer p)
{
	struct web_page *page = p;

	g_free((char *)(uintptr_t)page->label);
	g_free(page);
}

struct web_pages *web_pages_new(const struct book *book)
{
	struct web_pages *p = g_new0(struct web_pages, 1);

	p->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_page);
	for (int i = 0; i < book->n_destinations; i++) {
		const struct destination *d = &book->destinations[i];
		struct web_page *page = g_new(struct web_page, 1);

		*page = (struct web_page){ g_strdup(book->pages[d->page].label), d->page + 1 };
		g_hash_table_insert(p->by_id, g_strdup(d->id), page);
	}
	return p;
}

void web_pages_free(struct web_pages *p)
{
	if (!p)
		return;
	g_hash_table_destroy(p->by_id);
	g_free(p);
}

const struct web_page *web_pages_find(const struct web_pages *p, const char *id)
{
	return g_hash_table_lookup(p->by_id, id);
}

/* ---- pages and pictures ------------------------------------------------------------- */

/* Names come from ids and file references of the author: nothing may lead out. */
static bool is_safe(const char *file)
{
	return *file && *file != '/' && !strstr(file, "..") && !strchr(file, ':') &&
	       !strchr(file, '\\');
}

static bool write_page(const xmlNode *page, const struct doc *site, const struct web_options *o,
		       struct output_folder *folder, struct diags *d)
{
	g_autofree char *file = tree_attribute(page, "file");
	const xmlNode *html = tree_find(page, "html");
	GString *text;
	bool well;

	if (!html || !is_safe(file)) {
		diag(d, E_FILE_WRITE, doc_where(site, page), "\"%s\" cannot be the name of a page", file);
		return false;
	}
	text = g_string_new("<!DOCTYPE html>\n");
	html_write(text, html, HTML_PAGE, o);
	g_string_append_c(text, '\n');
	well = output_folder_write(folder, file, text->str, text->len, d);
	g_string_free(text, TRUE);
	return well;
}

bool web_write(const struct doc *site, const struct web_options *o, struct output_folder *folder,
	       struct diags *d)
{
	const xmlNode *root = tree_root(site);
	bool well = true;

	for (const xmlNode *kid = root ? root->children : NULL; kid; kid = kid->next)
		if (tree_is(kid, "page") || tree_is(kid, "whole"))
			well = write_page(kid, site, o, folder, d) && well;
	return well;
}

/* ---- beside the pages --------------------------------------------------------------- */

static bool copy_asset(const char *name, const struct web_options *o, struct output_folder *folder,
		       struct diags *d)
{
	g_autofree char *from = g_build_filename(o->assets, name, NULL);
	g_autofree char *to = g_strconcat("assets/", name, NULL);
	g_autofree char *bytes = NULL;
	size_t n;

	bytes = file_read(from, &n, NULL, E_FILE_READ, (struct where){ 0 }, d);
	return bytes && output_folder_write(folder, to, bytes, n, d);
}

static bool write_site_map(const xmlNode *root, const struct web_options *o,
			   struct output_folder *folder, struct diags *d)
{
	g_autoptr(GString) map = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
					      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");

	if (!o->canonical || !*o->canonical)
		return true; /* the protocol knows absolute addresses only */
	for (const xmlNode *kid = root->children; kid; kid = kid->next)
		if (tree_is(kid, "page")) {
			g_autofree char *file = tree_attribute(kid, "file");
			g_autofree char *address = g_strconcat(o->canonical, file, NULL);
			g_autofree char *text = g_markup_escape_text(address, -1);

			g_string_append_printf(map, "<url><loc>%s</loc></url>\n", text);
		}
	g_string_append(map, "</urlset>\n");
	return output_folder_write(folder, "sitemap.xml", map->str, map->len, d);
}

bool web_write_assets(const struct doc *site, const struct web_options *o,
		      struct output_folder *folder, struct diags *d)
{
	static const char *const names[] = { "handbook.css", "theme.js", "handbook.js", "find.js", "icon.svg" };
	const xmlNode *root = tree_root(site);
	bool well = true;

	for (int i = 0; i < web_pictures_count(o->pictures); i++) {
		const struct web_picture *p = web_pictures_at(o->pictures, i);

		if (p->bytes)
			well = output_folder_write(folder, p->file, p->bytes, p->n, d) && well;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		well = copy_asset(names[i], o, folder, d) && well;
	well = write_site_map(root, o, folder, d) && well;
	well = fonts_write(root, o->fonts, folder, d) && well;
	return search_write(root, folder, d) && well;
}
