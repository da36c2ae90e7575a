/*
 * settle.c - every id that something refers to has a place
 *
 * Many elements leave nothing of their own behind: the forms of a picture that another was
 * chosen from, the alt, parts of a name, columns.  A reference to one leads to the nearest
 * element around it that is set.  The book's elements that are referred to, and those
 * around them, are numbered before (book_mark_targets); the number goes with the author's
 * place into what a stylesheet makes of them (trace.c).  Afterwards, where an id is asked
 * for that is nowhere, the first object made of its element, or of the nearest around it,
 * takes the id; if it has one, the references lead to that.
 */
#include "doc/internal.h"

#include <string.h>

#define FO_NS    "http://www.w3.org/1999/XSL/Format"
#define XHTML_NS "http://www.w3.org/1999/xhtml"
#define XLINK_NS "http://www.w3.org/1999/xlink"
#define WEB_NS   "urn:handbook:xslt"

enum { MAX_DEPTH = 4000 };

static bool is_in(const xmlNode *node, const char *ns)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, ns) == 0;
}

/* ---- before ------------------------------------------------------------------------- */

static void note(GHashTable *names, const char *list)
{
	g_auto(GStrv) each = g_strsplit_set(list, " \t\r\n", -1);

	for (char **id = each; *id; id++)
		if (**id)
			g_hash_table_add(names, g_strdup(*id));
}

static void note_references(GHashTable *names, const xmlNode *node, int depth)
{
	for (; node && depth < MAX_DEPTH; node = node->next) {
		const char *to;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if ((to = attribute_text(node, NULL, "linkend")))
			note(names, to);
		if ((to = attribute_text(node, NULL, "linkends")))
			note(names, to);
		if ((to = attribute_text(node, XLINK_NS, "href")) && *to == '#')
			note(names, to + 1);
		note_references(names, node->children, depth + 1);
	}
}

/* Whether an element within is referred to: what is around it is numbered as well. */
static bool mark(GHashTable *names, xmlNode *node, int *n, int depth)
{
	const char *id = attribute_text(node, XML_NS, "id");
	bool wanted = id && g_hash_table_contains(names, id);

	for (xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE && mark(names, kid, n, depth + 1))
			wanted = true;
	if (wanted && *n < PLACE_MARKS)
		node->_private = place_marked(node->_private, ++*n);
	return wanted;
}

void book_mark_targets(struct doc *doc)
{
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	xmlNode *root = xmlDocGetRootElement(doc->xml);
	int n = 0;

	note_references(names, root, 0);
	if (g_hash_table_size(names))
		mark(names, root, &n, 0);
}

/* ---- afterwards --------------------------------------------------------------------- */

/* Of the HTML edition: a page; the page of everything is put together from the others. */
static bool is_page(const xmlNode *node, const char *name)
{
	return is_in(node, WEB_NS) && strcmp((const char *)node->name, name) == 0;
}

struct settling {
	GHashTable *have; /* ids of the result */
	GHashTable *lost; /* id -> the one that is there instead; "": a page; "#": itself */
	xmlNode **made;   /* by number: the object, or page, that stands for an element */
};

static const char *asked_for(const xmlNode *node, const char **name)
{
	const char *to = NULL, *hash;

	if (is_in(node, FO_NS)) {
		*name = "internal-destination";
		to = attribute_text(node, NULL, *name);
		if (!to)
			to = attribute_text(node, NULL, *name = "ref-id");
	} else if (is_in(node, XHTML_NS)) {
		to = attribute_text(node, NULL, *name = "href");
		hash = to && !strstr(to, "://") ? strchr(to, '#') : NULL;
		to = hash ? hash + 1 : NULL;
	}
	return to;
}

static void gather(struct settling *s, const xmlNode *node, int depth)
{
	for (; node && depth < MAX_DEPTH; node = node->next) {
		const char *name, *id, *to;

		if (node->type != XML_ELEMENT_NODE || is_page(node, "whole"))
			continue;
		if ((is_in(node, FO_NS) || is_in(node, XHTML_NS)) &&
		    (id = attribute_text(node, NULL, "id")))
			g_hash_table_add(s->have, (gpointer)(uintptr_t)id);
		if ((to = asked_for(node, &name)))
			g_hash_table_replace(s->lost, g_strdup(to), g_strdup("#"));
		gather(s, node->children, depth + 1);
	}
}

static gboolean is_there(gpointer id, gpointer to, gpointer have)
{
	(void)to;
	return g_hash_table_contains(have, id);
}

/* Objects that can be led to, in print and on the web. */
static bool can_stand(const xmlNode *node)
{
	static const char *const print[] = {"block",
					    "block-container",
					    "inline",
					    "basic-link",
					    "list-block",
					    "list-item",
					    "table",
					    "table-row",
					    "table-cell",
					    "external-graphic",
					    "instream-foreign-object",
					    NULL};
	static const char *const not_web[] = {"html",     "body",   "head",   "title",
					      "meta",     "link",   "script", "col",
					      "colgroup", "option", "br",     NULL};

	if (is_in(node, FO_NS))
		return g_strv_contains(print, (const char *)node->name);
	return is_in(node, XHTML_NS) && !g_strv_contains(not_web, (const char *)node->name);
}

/* Where words are said again: contents, running heads, bookmarks.  Of a link in a line the
 * same is true of what is in it. */
static bool says_again(const xmlNode *node)
{
	static const char *const again[] = {"basic-link", "marker",        "static-content",
					    "title",      "bookmark-tree", "declarations",
					    "a",          "nav",           "head",
					    NULL};

	return g_strv_contains(again, (const char *)node->name);
}

/* The first that has an id, else the first. */
static bool is_better(const xmlNode *node, const xmlNode *than)
{
	return !than || (!is_page(than, "page") && !attribute_text(than, NULL, "id") &&
			 attribute_text(node, NULL, "id"));
}

static void list_made(struct settling *s, xmlNode *node, int depth)
{
	for (; node && depth < MAX_DEPTH; node = node->next) {
		int n = node->type == XML_ELEMENT_NODE ? place_mark(node->_private) : 0;

		if (node->type != XML_ELEMENT_NODE || is_page(node, "whole"))
			continue;
		if (n && (is_page(node, "page") ||
			  (can_stand(node) && is_better(node, s->made[n]))))
			s->made[n] = node;
		if (!says_again(node))
			list_made(s, node->children, depth + 1);
	}
}

/* What is there instead of the id of an element. */
static const char *stand_in(struct settling *s, const xmlNode *element, const char *id)
{
	xmlNode *object = NULL;
	const char *own;

	for (; element && !object; element = element->parent)
		if (element->type == XML_ELEMENT_NODE)
			object = s->made[place_mark(element->_private)];
	if (!object)
		return "#";
	if (is_page(object, "page"))
		return "";
	own = attribute_text(object, NULL, "id");
	if (own)
		return own;
	xmlNewProp(object, BAD_CAST "id", BAD_CAST id);
	return "#";
}

static void settle(struct settling *s, const xmlNode *source, int depth)
{
	for (; source && depth < MAX_DEPTH; source = source->next) {
		const char *id;

		if (source->type != XML_ELEMENT_NODE)
			continue;
		id = attribute_text(source, XML_NS, "id");
		if (id && g_hash_table_contains(s->lost, id))
			g_hash_table_replace(s->lost, g_strdup(id),
					     g_strdup(stand_in(s, source, id)));
		settle(s, source->children, depth + 1);
	}
}

static void lead(xmlNode *node, const char *name, const char *to, const char *instead)
{
	const char *whole = attribute_text(node, NULL, name);
	int before = (int)(to - whole);
	g_autofree char *address = NULL;

	if (!*instead && before > 1)
		before--; /* the page itself */
	address = g_strdup_printf("%.*s%s", before, whole, instead);
	xmlSetNsProp(node, NULL, BAD_CAST name, BAD_CAST address);
}

static void redirect(struct settling *s, xmlNode *node, int depth)
{
	for (; node && depth < MAX_DEPTH; node = node->next) {
		const char *name, *to, *instead;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		to = asked_for(node, &name);
		instead = to ? g_hash_table_lookup(s->lost, to) : NULL;
		if (instead && strcmp(instead, "#") != 0)
			lead(node, name, to, instead);
		redirect(s, node->children, depth + 1);
	}
}

void settle_targets(xmlDoc *source, xmlDoc *result)
{
	struct settling s = {
		.have = g_hash_table_new(g_str_hash, g_str_equal),
		.lost = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
	};

	gather(&s, result->children, 0);
	g_hash_table_foreach_remove(s.lost, is_there, s.have);
	if (g_hash_table_size(s.lost)) {
		s.made = g_new0(xmlNode *, PLACE_MARKS + 1);
		list_made(&s, result->children, 0);
		settle(&s, source->children, 0);
		redirect(&s, result->children, 0);
		g_free(s.made);
	}
	g_hash_table_destroy(s.have);
	g_hash_table_destroy(s.lost);
}
