/*
 * whole.c - the whole book on one page, from its other pages
 *
 * The stylesheet wrote each text once, on its page.  <h:part> stands where a page has its place
 * in the one above it and holds the section that its text goes into; <h:whole> is the page of
 * the whole, with an empty article.  Copies of the texts are put together there: headings go
 * down to their level in the book, links lead to places on the same page, and what a page has
 * of its own, how to cite it or what is below it, stays behind.
 */
#include "web/mend.h"

#include "web/tree.h"

#include <glib.h>
#include <string.h>

enum { MAX_DEPTH = 4000, MAX_HEADING = 6 };

struct whole {
	GHashTable *pages; /* file -> const xmlNode: <h:page> */
	xmlNode *notes;	   /* <section> of all footnotes, or NULL */
};

static void place(struct whole *w, const char *file, xmlNode *into);

static bool is_own(const xmlNode *node)
{
	return tree_has_class(node, "below") || tree_has_class(node, "definition") ||
	       tree_has_class(node, "cite");
}

/* The article of a page, or NULL. */
static const xmlNode *text_of(const struct whole *w, const char *file)
{
	const xmlNode *page = g_hash_table_lookup(w->pages, file);

	return page ? tree_find(page, "article") : NULL;
}

/* "scope.html" and "scope.html#way" are "#scope" and "#way" here. */
static void lead_within(const struct whole *w, xmlNode *link)
{
	g_autofree char *href = tree_attribute(link, "href");
	char *hash = strchr(href, '#');
	g_autofree char *file = hash ? g_strndup(href, (gsize)(hash - href)) : g_strdup(href);
	const xmlNode *page = *file ? g_hash_table_lookup(w->pages, file) : NULL;
	g_autofree char *to = NULL;
	g_autofree char *id = NULL;

	if (!page)
		return;
	id = tree_attribute(page, "place");
	to = hash ? g_strdup(hash) : g_strconcat("#", id, NULL);
	xmlSetProp(link, BAD_CAST "href", BAD_CAST to);
}

static bool is_heading(const xmlNode *node)
{
	return node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' &&
	       node->name[2] == '\0';
}

static void lower(xmlNode *heading, int by)
{
	int level = heading->name[1] - '0' + by;
	char name[] = { 'h', (char)('0' + MIN(level, MAX_HEADING)), '\0' };

	if (by > 0)
		xmlNodeSetName(heading, BAD_CAST name);
}

/* The section that a part holds takes its place, with the text of the part's page. */
static xmlNode *open_part(struct whole *w, xmlNode *part)
{
	g_autofree char *file = tree_attribute(part, "file");
	xmlNode *section = part->children;

	xmlUnlinkNode(section);
	xmlReplaceNode(part, section);
	xmlReconciliateNs(section->doc, section); /* the part's go with it */
	xmlFreeNode(part);
	place(w, file, section);
	return section;
}

/* deeper: levels that its headings go down. */
static void adapt(struct whole *w, xmlNode *node, int deeper, int depth)
{
	for (xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next) {
		if (kid->type != XML_ELEMENT_NODE)
			continue;
		if (tree_is(kid, "part")) {
			kid = open_part(w, kid);
			continue;
		}
		if (is_heading(kid))
			lower(kid, deeper);
		else if (tree_is(kid, "a"))
			lead_within(w, kid);
		adapt(w, kid, deeper, depth + 1);
	}
}

static xmlNode *copy(const xmlNode *node)
{
	return xmlDocCopyNode((xmlNode *)(uintptr_t)node, node->doc, 1);
}

/* The notes of all pages are one list. */
static void add_notes(struct whole *w, const xmlNode *section)
{
	const xmlNode *list = tree_find(section, "ul");

	if (!w->notes) {
		w->notes = copy(section);
		return;
	}
	for (const xmlNode *note = list ? list->children : NULL; note; note = note->next)
		xmlAddChild((xmlNode *)(uintptr_t)tree_find(w->notes, "ul"), copy(note));
}

/* Copies the text of a page to the end of a section, those of the pages within it too. */
static void place(struct whole *w, const char *file, xmlNode *into)
{
	const xmlNode *text = text_of(w, file);
	g_autofree char *level =
		text ? tree_attribute(g_hash_table_lookup(w->pages, file), "level") : NULL;

	for (const xmlNode *kid = text ? text->children : NULL; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE && tree_has_class(kid, "footnotes"))
			add_notes(w, kid);
		else if (kid->type != XML_ELEMENT_NODE || !is_own(kid))
			xmlAddChild(into, copy(kid));
	adapt(w, into, level ? tree_number(level) - 1 : 0, 0);
}

/* On the pages themselves nothing stands where others have their place. */
static void drop_parts(xmlNode *node, int depth)
{
	for (xmlNode *kid = node->children, *next; kid && depth < MAX_DEPTH; kid = next) {
		next = kid->next;
		if (tree_is(kid, "part")) {
			xmlUnlinkNode(kid);
			xmlFreeNode(kid);
		} else if (tree_is(kid, "section")) {
			drop_parts(kid, depth + 1);
		}
	}
}

void web_gather(struct doc *site)
{
	xmlNode *root = (xmlNode *)(uintptr_t)tree_root(site);
	struct whole w = { .pages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
	const xmlNode *first = NULL, *whole = NULL;

	for (xmlNode *kid = root ? root->children : NULL; kid; kid = kid->next)
		if (tree_is(kid, "page")) {
			first = first ? first : kid;
			g_hash_table_insert(w.pages, tree_attribute(kid, "file"), kid);
		} else if (tree_is(kid, "whole")) {
			whole = kid;
		}
	if (first && whole) {
		g_autofree char *file = tree_attribute(first, "file");
		xmlNode *article = (xmlNode *)(uintptr_t)tree_find(whole, "article");
		xmlNode *nav = (xmlNode *)(uintptr_t)tree_find(whole, "nav");

		adapt(&w, nav, 0, 0);
		place(&w, file, article);
		if (w.notes)
			adapt(&w, xmlAddChild(article, w.notes), 0, 0);
		for (xmlNode *kid = root->children; kid; kid = kid->next)
			if (tree_is(kid, "page"))
				drop_parts((xmlNode *)(uintptr_t)tree_find(kid, "article"), 0);
	}
	g_hash_table_destroy(w.pages);
}
