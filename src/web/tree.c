/*
 * tree.c - reading the tree that web.xsl makes
 */
#include "web/tree.h"

#include <glib.h>
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
