/*
 * mend.c - the tree of a page as HTML's content models want it
 *
 * DocBook lets blocks stand where HTML does not: a list in a paragraph, a figure in a
 * phrase, a link in the title that a link shows.  The stylesheet writes what it finds;
 * here, in one walk, a paragraph with blocks in it becomes several, a phrase around blocks
 * a division, a link in a link plain text, and of two equal ids on a page the second goes.
 * Nothing that can be read is lost.
 */
#include "web/mend.h"

#include "web/tree.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 4000 };

enum model {
	MODEL_PHRASE, /* stands in text and holds text */
	MODEL_TEXT,   /* a block that holds text only: p */
	MODEL_FLOW,   /* a block that holds blocks */
	MODEL_TITLE,  /* a block that must stay what it is and holds text only: h1, summary
		       */
	MODEL_OTHER,  /* embedded and empty things; the models of tables and lists are kept
			 anyway */
};

struct known {
	const char *name;
	enum model model;
};

/* Sorted by name. */
static const struct known elements[] = {
	{"a", MODEL_PHRASE},        {"abbr", MODEL_PHRASE},     {"address", MODEL_FLOW},
	{"article", MODEL_FLOW},    {"aside", MODEL_FLOW},      {"b", MODEL_PHRASE},
	{"blockquote", MODEL_FLOW}, {"caption", MODEL_FLOW},    {"cite", MODEL_PHRASE},
	{"code", MODEL_PHRASE},     {"colgroup", MODEL_FLOW},   {"dd", MODEL_FLOW},
	{"details", MODEL_FLOW},    {"dfn", MODEL_PHRASE},      {"dialog", MODEL_FLOW},
	{"div", MODEL_FLOW},        {"dl", MODEL_FLOW},         {"dt", MODEL_FLOW},
	{"em", MODEL_PHRASE},       {"figcaption", MODEL_FLOW}, {"figure", MODEL_FLOW},
	{"footer", MODEL_FLOW},     {"h1", MODEL_TITLE},        {"h2", MODEL_TITLE},
	{"h3", MODEL_TITLE},        {"h4", MODEL_TITLE},        {"h5", MODEL_TITLE},
	{"h6", MODEL_TITLE},        {"header", MODEL_FLOW},     {"hr", MODEL_FLOW},
	{"i", MODEL_PHRASE},        {"kbd", MODEL_PHRASE},      {"li", MODEL_FLOW},
	{"main", MODEL_FLOW},       {"mark", MODEL_PHRASE},     {"nav", MODEL_FLOW},
	{"ol", MODEL_FLOW},         {"p", MODEL_TEXT},          {"pre", MODEL_FLOW},
	{"q", MODEL_PHRASE},        {"s", MODEL_PHRASE},        {"samp", MODEL_PHRASE},
	{"section", MODEL_FLOW},    {"small", MODEL_PHRASE},    {"span", MODEL_PHRASE},
	{"strong", MODEL_PHRASE},   {"sub", MODEL_PHRASE},      {"summary", MODEL_TITLE},
	{"sup", MODEL_PHRASE},      {"table", MODEL_FLOW},      {"tbody", MODEL_FLOW},
	{"td", MODEL_FLOW},         {"tfoot", MODEL_FLOW},      {"th", MODEL_FLOW},
	{"thead", MODEL_FLOW},      {"tr", MODEL_FLOW},         {"u", MODEL_PHRASE},
	{"ul", MODEL_FLOW},         {"var", MODEL_PHRASE},
};

static int by_name(const void *name, const void *known)
{
	return strcmp(name, ((const struct known *)known)->name);
}

static enum model model_of(const xmlNode *node)
{
	const struct known *found = NULL;

	if (node->ns && strcmp((const char *)node->ns->href, TREE_XHTML) == 0)
		found = bsearch(node->name, elements, G_N_ELEMENTS(elements),
				sizeof(*elements), by_name);
	return found ? found->model : MODEL_OTHER;
}

static bool is_block(const xmlNode *node)
{
	enum model m = node->type == XML_ELEMENT_NODE ? model_of(node) : MODEL_OTHER;

	return m == MODEL_TEXT || m == MODEL_FLOW || m == MODEL_TITLE;
}

/* The old name, or what takes its place, is known by its class. */
static void rename_to(xmlNode *node, const char *name, const char *class)
{
	g_autofree char *old = tree_attribute(node, "class");
	g_autofree char *both = *old ? g_strconcat(class, " ", old, NULL) : g_strdup(class);

	xmlNodeSetName(node, BAD_CAST name);
	if (*both)
		xmlSetProp(node, BAD_CAST "class", BAD_CAST both);
}

static bool shows(const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		return strspn((const char *)node->content, " \t\r\n") <
		       strlen((const char *)node->content);
	if (node->type != XML_ELEMENT_NODE)
		return false;
	if (!tree_is(node, "span") || !node->children)
		return !tree_is(node, "span");
	for (const xmlNode *kid = node->children; kid; kid = kid->next)
		if (shows(kid))
			return true;
	return false;
}

/* The text from a node up to the next block goes into a paragraph of its own; gives the
 * block. */
static xmlNode *gather_run(xmlNode *first)
{
	xmlNode *end = first, *into;
	bool any = false;

	for (; end && !is_block(end); end = end->next)
		any = any || shows(end);
	if (!any)
		return end;
	into = xmlNewDocNode(first->doc, first->parent->ns, BAD_CAST "p", NULL);
	xmlAddPrevSibling(first, into);
	for (xmlNode *next; first != end; first = next) {
		next = first->next;
		xmlUnlinkNode(first);
		xmlAddChild(into, first);
	}
	return end;
}

static void split_paragraph(xmlNode *node)
{
	rename_to(node, "div", "para");
	for (xmlNode *kid = node->children; kid;)
		kid = is_block(kid) ? kid->next : gather_run(kid);
}

/* In a title nothing may be a block. */
static void flatten(xmlNode *node, int depth)
{
	for (xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next) {
		flatten(kid, depth + 1);
		if (is_block(kid))
			rename_to(kid, "span", (const char *)kid->name);
	}
}

static void unlink_link(xmlNode *node)
{
	static const char *const gone[] = {"href", "role", "rel", "tabindex", "aria-label"};

	for (size_t i = 0; i < G_N_ELEMENTS(gone); i++)
		xmlUnsetNsProp(node, NULL, BAD_CAST gone[i]);
	xmlNodeSetName(node, BAD_CAST "span");
}

static void check_id(xmlNode *node, GHashTable *ids)
{
	g_autofree char *id = tree_attribute(node, "id");

	if (*id && !g_hash_table_add(ids, g_strdup(id)))
		xmlUnsetNsProp(node, NULL, BAD_CAST "id");
}

/* A definition that opens where its term is used is a copy: the ids are the glossary's. */
static void strip_ids(xmlNode *node, int depth)
{
	for (xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE) {
			xmlUnsetNsProp(kid, NULL, BAD_CAST "id");
			strip_ids(kid, depth + 1);
		}
}

static xmlNode *text_at(xmlNode *node, bool last, int depth)
{
	for (xmlNode *kid = last ? node->last : node->children; kid && depth < MAX_DEPTH;
	     kid = last ? kid->prev : kid->next) {
		xmlNode *found = kid->type == XML_TEXT_NODE ? kid : text_at(kid, last, depth + 1);

		if (found)
			return found;
	}
	return NULL;
}

/* The line feed after the start tag of a listing is markup, blank lines before its end are lost. */
static void trim_listing(xmlNode *pre)
{
	xmlNode *first = text_at(pre, false, 0), *last = text_at(pre, true, 0);
	char *text = first ? (char *)first->content : NULL;
	size_t n;

	if (text && *text == '\n')
		memmove(text, text + 1, strlen(text));
	text = last ? (char *)last->content : NULL;
	n = text ? strlen(text) : 0;
	while (n > 0 && strchr(" \t\r\n", text[n - 1]))
		text[--n] = '\0';
}

/* Gives whether there is a block in it. */
static bool mend(xmlNode *node, GHashTable *ids, bool in_link, int depth)
{
	bool link = tree_is(node, "a"), blocks = false;
	enum model m = model_of(node);

	if (tree_is(node, "pre"))
		trim_listing(node);
	if (tree_is(node, "table"))
		web_align_cells(node);
	if (tree_is(node, "listing"))
		web_number_lines(node);
	if (tree_has_class(node, "definition"))
		strip_ids(node, depth);
	check_id(node, ids);
	if (link && in_link)
		unlink_link(node);
	for (xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE) {
			bool below = mend(kid, ids, in_link || link, depth + 1);

			blocks = blocks || below || is_block(kid);
		}
	if (!blocks)
		return false;
	if (m == MODEL_TEXT)
		split_paragraph(node);
	else if (m == MODEL_TITLE)
		flatten(node, depth);
	else if (strcmp((const char *)node->name, "pre") == 0)
		rename_to(node, "div", "pre");
	else if (m == MODEL_PHRASE && !link)
		rename_to(node, "div",
			  strcmp((const char *)node->name, "span") == 0
				  ? ""
				  : (const char *)node->name);
	return m != MODEL_TITLE;
}

void web_mend(struct doc *site)
{
	xmlNode *root = (xmlNode *)(uintptr_t)tree_root(site);

	for (xmlNode *page = root ? root->children : NULL; page; page = page->next)
		if (tree_is(page, "page") || tree_is(page, "whole")) {
			g_autoptr(GHashTable) ids = g_hash_table_new_full(
				g_str_hash, g_str_equal, g_free, NULL);

			for (xmlNode *kid = page->children; kid; kid = kid->next)
				if (kid->type == XML_ELEMENT_NODE)
					mend(kid, ids, false, 0);
		}
}
