/*
 * limits.c - what is beyond all measure, brought within it before anything works on the book
 *
 * Stylesheets and formatter go down as deep as the elements do, and a column that is asked
 * for is a column that is made.  No book needs as much as is allowed here.
 */
#include "doc/internal.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 200, MAX_COUNT = 1000 };

/* Attributes that say how many of something there are to be. */
static const struct count {
	const char *element, *attribute; /* element NULL: any */
} counts[] = {
	{ NULL, "morerows" },	{ NULL, "colspan" },	  { NULL, "rowspan" },
	{ "tgroup", "cols" },	{ "entrytbl", "cols" },	  { "colspec", "colnum" },
	{ "col", "span" },	{ "colgroup", "span" },	  { "simplelist", "columns" },
};

static void limit_count(xmlNode *node, const struct count *c, struct diags *d)
{
	xmlChar *value;
	g_autofree char *most = g_strdup_printf("%d", MAX_COUNT);

	if (c->element && strcmp((const char *)node->name, c->element) != 0)
		return;
	value = xmlGetNoNsProp(node, BAD_CAST c->attribute);
	if (value && strtod((const char *)value, NULL) > MAX_COUNT) {
		diag(d, E_CHECK, doc_where(NULL, node), "%s=\"%s\" on <%s>: at most %d",
		     c->attribute, (const char *)value, node->name, MAX_COUNT);
		xmlSetProp(node, BAD_CAST c->attribute, BAD_CAST most);
	}
	xmlFree(value);
}

/* What an element holds takes its place; gives the first of it, or what comes after. */
static xmlNode *unwrap(xmlNode *node)
{
	xmlNode *first = node->children ? node->children : node->next;

	while (node->children) {
		xmlNode *kid = node->children;

		xmlUnlinkNode(kid);
		xmlAddPrevSibling(node, kid);
	}
	xmlUnlinkNode(node);
	xmlFreeNode(node);
	return first;
}

static void limit_under(xmlNode *parent, int depth, bool *told, struct diags *d)
{
	for (xmlNode *node = parent->children; node;) {
		if (node->type == XML_ELEMENT_NODE && depth >= MAX_DEPTH) {
			if (!*told)
				diag(d, E_CHECK, doc_where(NULL, node),
				     "<%s> is the %dth element one within another: of those "
				     "further in only the text is kept",
				     node->name, depth + 1);
			*told = true;
			node = unwrap(node);
			continue;
		}
		if (node->type == XML_ELEMENT_NODE) {
			for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
				if (node->properties)
					limit_count(node, &counts[i], d);
			limit_under(node, depth + 1, told, d);
		}
		node = node->next;
	}
}

void book_limit(struct doc *doc, struct diags *d)
{
	bool told = false;

	limit_under((xmlNode *)(void *)doc->xml, 0, &told, d);
}
