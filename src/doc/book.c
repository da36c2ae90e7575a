/*
 * book.c - from the author's files to a book that the stylesheets can take
 */
#include "doc/book.h"

#include "doc/internal.h"

#include <string.h>

static const char db[] = DOCBOOK_NS;

/* ---- names of files ----------------------------------------------------------------- */

/* The way from one folder to a file, both as the author would name them. */
static char *relative_path(const char *folder, const char *path)
{
	size_t n = strlen(folder);
	GString *up;

	if (strncmp(path, folder, n) == 0 && path[n] == '/')
		return g_strdup(path + n + 1);
	if (path[0] == '/' || strcmp(folder, ".") == 0)
		return g_strdup(path);
	if (folder[0] == '/' || strstr(folder, ".."))
		return g_canonicalize_filename(path, NULL);
	up = g_string_new("../");
	for (; *folder; folder++)
		if (*folder == '/')
			g_string_append(up, "../");
	g_string_append(up, path);
	return g_string_free(up, FALSE);
}

bool has_scheme(const char *uri)
{
	size_t n = strcspn(uri, ":/");

	return uri[n] == ':' && n > 1;
}

static void localize(xmlNode *node, const char *folder)
{
	for (; node; node = node->next) {
		xmlAttr *a;
		g_autofree char *file = NULL;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		localize(node->children, folder);
		a = xmlHasProp(node, BAD_CAST "fileref");
		file = a ? path_of_base(node) : NULL;
		if (a && file && a->children && !has_scheme((const char *)a->children->content)) {
			g_autofree char *path = path_beside(file, (const char *)a->children->content);
			g_autofree char *relative = relative_path(folder, path);

			xmlSetProp(node, BAD_CAST "fileref", BAD_CAST relative);
		}
	}
}

void book_localize(struct doc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc->xml);
	const char *file = doc_where(doc, root).file;
	g_autofree char *outer = file ? g_path_get_dirname(file) : NULL;
	g_autofree char *folder = outer ? path_tidy(outer) : NULL;

	if (folder)
		localize(root, *folder ? folder : ".");
}

/* ---- data --------------------------------------------------------------------------- */

static bool has_pi(const xmlNode *node)
{
	for (; node; node = node->next)
		if ((node->type == XML_PI_NODE && strcmp((const char *)node->name, "handbook") == 0) ||
		    (node->type == XML_ELEMENT_NODE && has_pi(node->children)))
			return true;
	return false;
}

void book_expand(struct doc **doc, const char *stylesheet, const char *const *params,
		 const struct sandbox *s, struct diags *d)
{
	struct doc *expanded;

	if (!stylesheet || !has_pi((*doc)->xml->children))
		return;
	expanded = doc_transform(*doc, stylesheet, params, s, d);
	if (!expanded)
		return;
	expanded->upgraded = (*doc)->upgraded;
	expanded->malformed = g_steal_pointer(&(*doc)->malformed);
	expanded->faults = g_steal_pointer(&(*doc)->faults);
	doc_free(*doc);
	*doc = expanded;
	register_ids(expanded->xml, expanded->xml->children);
}

/* ---- files that books share --------------------------------------------------------- */

static void free_source(void *doc)
{
	doc_free(doc);
}

GHashTable *sources_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_source);
}

struct doc *source_at(GHashTable *sources, const char *path, struct where at,
		      const struct sandbox *s, struct diags *d)
{
	struct doc *doc = g_hash_table_lookup(sources, path);

	if (doc || g_hash_table_contains(sources, path))
		return doc;
	doc = doc_load_at(path, at, s, d);
	if (doc)
		book_upgrade(doc);
	g_hash_table_insert(sources, g_strdup(path), doc);
	return doc;
}

/* ---- index -------------------------------------------------------------------------- */

static bool holds(const xmlNode *node, const char *name, int depth)
{
	for (; node && depth < 2000; node = node->next)
		if (node->type == XML_ELEMENT_NODE && (strcmp((const char *)node->name, name) == 0 ||
						       holds(node->children, name, depth + 1)))
			return true;
	return false;
}

void doc_add_index(struct doc *doc, const char *const *params)
{
	xmlNode *root = xmlDocGetRootElement(doc->xml), *index;

	for (; params && *params; params += 2)
		if (strcmp(params[0], "index.auto") == 0 && strcmp(params[1], "1") != 0)
			return;
	if (strcmp((const char *)root->name, "book") != 0 || holds(root->children, "index", 0) ||
	    !holds(root->children, "indexterm", 0))
		return;
	index = xmlNewChild(root, root->ns, BAD_CAST "index", NULL);
	set_xml(index, "id", "h-index");
}

/* ---- the whole ---------------------------------------------------------------------- */

static bool is_docbook(const struct doc *doc, struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc->xml);

	if (root->ns && strcmp((const char *)root->ns->href, db) == 0)
		return true;
	if (root->ns && strstr((const char *)root->ns->href, "/XSL/Format"))
		diag(d, E_VALID, doc_where(doc, root),
		     "<%s> is no DocBook: handbook format makes a PDF of it", root->name);
	else
		diag(d, E_VALID, doc_where(doc, root),
		     "<%s> is no DocBook: its namespace is \"%s\", that of DocBook is %s", root->name,
		     root->ns ? (const char *)root->ns->href : "", db);
	return false;
}

/* Addresses beyond the author's: kept where there is a registry, else good for this text. */
static void number_paragraphs(struct doc *doc, const char *book, const struct book_options *o,
			      const struct sandbox *s, struct diags *d)
{
	g_autofree char *folder = g_path_get_dirname(book);
	g_autofree char *path = strcmp(folder, ".") == 0
					? g_strdup("paragraph-ids")
					: g_build_filename(folder, "paragraph-ids", NULL);

	if (o->update_ids || o->number || g_file_test(path, G_FILE_TEST_IS_REGULAR))
		book_number_paragraphs(doc, path, o->update_ids, s, d);
}

struct doc *doc_load_book(const char *path, const struct book_options *o,
			  const struct sandbox *s, struct diags *d)
{
	struct doc *doc = doc_load(path, s, d);

	if (!doc)
		return NULL;
	book_upgrade(doc);
	if (!is_docbook(doc, d) || !book_assemble(doc, o->params, s, d)) {
		doc_free(doc);
		return NULL;
	}
	book_transclude(doc, d);
	book_limit(doc, d);
	book_collect(doc, o->params, s, d);
	book_localize(doc);
	book_expand(&doc, o->data, o->params, s, d);
	book_validate(doc, o->schema, s, d);
	book_stamp(doc, o->epoch, d);
	book_profile(doc, o->params);
	book_spell_languages(doc);
	book_check(doc, s, o->alt, d);
	book_clean(doc, d);
	book_annotate(doc, d);
	number_paragraphs(doc, path, o, s, d);
	book_mark_targets(doc);
	return doc;
}
