/*
 * tree.c - reading the tree that web.xsl makes
 */
#include "web/tree.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 8 }; /* from a page to its article */

const xmlNode *tree_root(const struct doc *site)
{
	return xmlDocGetRootElement((xmlDoc *)(uintptr_t)doc_xml(site));
}

bool tree_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *find(const xmlNode *node, const char *name, int depth)
{
	for (const xmlNode *kid = node->children; kid && depth < MAX_DEPTH; kid = kid->next) {
		const xmlNode *found = tree_is(kid, name) ? kid : find(kid, name, depth + 1);

		if (found)
			return found;
	}
	return NULL;
}

const xmlNode *tree_find(const xmlNode *node, const char *name)
{
	return find(node, name, 0);
}

char *tree_attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	char *copy = g_strdup(value ? (const char *)value : "");

	xmlFree(value);
	return copy;
}

int tree_number(const char *text)
{
	return (int)CLAMP(strtol(text, NULL, 10), 0, 1000000);
}

bool tree_has_class(const xmlNode *node, const char *class)
{
	const xmlAttr *a = xmlHasProp((xmlNode *)(uintptr_t)node, (const xmlChar *)"class");
	const char *value = a && a->children ? (const char *)a->children->content : NULL;
	size_t n = strlen(class);

	for (const char *p = value; p && (p = strstr(p, class)); p += n)
		if ((p == value || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}
