/*
 * pictures.c - the files that the pages show
 *
 * Their sizes go into the pages, so that no text moves when a picture arrives.
 */
#include "web/pictures.h"

#include "image/image.h"
#include "web/tree.h"

#include <glib.h>
#include <string.h>

struct web_pictures {
	GPtrArray *all;	     /* struct web_picture */
	GHashTable *by_file; /* borrowed from all; NULL: could not be read */
};

static void free_picture(gpointer p)
{
	struct web_picture *picture = p;

	g_free((char *)(uintptr_t)picture->file);
	g_free((char *)(uintptr_t)picture->bytes);
	g_free(picture);
}

/* Names come from the author: nothing may lead out. */
static bool is_safe(const char *file)
{
	return *file && *file != '/' && !strstr(file, "..") && !strchr(file, ':') && !strchr(file, '\\');
}

/* A drawing that stands in the book, as a file of its own: what styles it holds stay in it. */
static char *write_drawing(const xmlNode *svg, size_t *n)
{
	xmlDoc *xml = xmlNewDoc(NULL);
	xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)svg, xml, 1);
	xmlChar *text = NULL;
	char *bytes;
	int size = 0;

	xmlDocSetRootElement(xml, copy);
	xmlReconciliateNs(xml, copy);
	xmlDocDumpMemoryEnc(xml, &text, &size, "UTF-8");
	bytes = g_memdup2(text, (gsize)size + 1);
	*n = (size_t)size;
	xmlFree(text);
	xmlFreeDoc(xml);
	return bytes;
}

/* Out of a file, out of an address that holds it, out of the book. */
static char *read_picture(const xmlNode *asset, size_t *n, const struct sandbox *s, struct where at,
			  struct diags *d)
{
	g_autofree char *from = tree_attribute(asset, "from");
	char *bytes;

	if (asset->children)
		return write_drawing(asset->children, n);
	if (!g_str_has_prefix(from, "data:"))
		return file_read(from, n, s, E_IMAGE, at, d);
	bytes = image_read_data(from, n);
	if (!bytes)
		diag(d, E_IMAGE, at, "the data: address is damaged");
	return bytes;
}

static void add(struct web_pictures *p, char *file, const xmlNode *asset, const struct sandbox *s,
		struct where at, struct diags *d)
{
	struct web_picture *picture = g_new0(struct web_picture, 1);

	char *bytes = read_picture(asset, &picture->n, s, at, d);
	char *clean = bytes && g_str_has_suffix(file, ".svg") ? active_clean_drawing(bytes, &picture->n, at, d) : NULL;

	if (clean)
		g_free(bytes);
	picture->file = file;
	picture->bytes = clean ? clean : bytes;
	g_ptr_array_add(p->all, picture);
	g_hash_table_insert(p->by_file, file, picture);
	if (picture->bytes && !image_measure(picture->bytes, picture->n, &picture->width, &picture->height))
		picture->width = picture->height = 0;
}

struct web_pictures *web_pictures_new(const struct doc *site, const struct sandbox *s, struct diags *d)
{
	struct web_pictures *p = g_new0(struct web_pictures, 1);
	const xmlNode *root = tree_root(site);

	p->all = g_ptr_array_new_with_free_func(free_picture);
	p->by_file = g_hash_table_new(g_str_hash, g_str_equal);
	for (const xmlNode *kid = root ? root->children : NULL; kid; kid = kid->next)
		if (tree_is(kid, "asset")) {
			g_autofree char *file = tree_attribute(kid, "file");

			if (is_safe(file) && !g_hash_table_contains(p->by_file, file))
				add(p, g_steal_pointer(&file), kid, s, doc_where(site, kid), d);
		}
	return p;
}

void web_pictures_free(struct web_pictures *p)
{
	if (!p)
		return;
	g_hash_table_destroy(p->by_file);
	g_ptr_array_free(p->all, TRUE);
	g_free(p);
}

const struct web_picture *web_pictures_find(const struct web_pictures *p, const char *file)
{
	return p ? g_hash_table_lookup(p->by_file, file) : NULL;
}

int web_pictures_count(const struct web_pictures *p)
{
	return (int)p->all->len;
}

const struct web_picture *web_pictures_at(const struct web_pictures *p, int i)
{
	return g_ptr_array_index(p->all, (guint)i);
}
