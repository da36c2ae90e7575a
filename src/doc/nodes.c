/*
 * nodes.c - what is asked of the elements of a book in many places
 */
#include "doc/internal.h"

#include <string.h>

bool is_db(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->name, name) == 0 &&
	       strcmp((const char *)node->ns->href, DOCBOOK_NS) == 0;
}

const char *attribute_text(const xmlNode *node, const char *ns, const char *name)
{
	const xmlAttr *a = node->properties;

	while (a && !(strcmp((const char *)a->name, name) == 0 &&
		      g_strcmp0(a->ns ? (const char *)a->ns->href : NULL, ns) == 0))
		a = a->next;
	return a && a->children ? (const char *)a->children->content : NULL;
}

xmlNode *child_of(const xmlNode *node, const char *name)
{
	for (xmlNode *kid = node->children; kid; kid = kid->next)
		if (is_db(kid, name))
			return kid;
	return NULL;
}

void set_xml(xmlNode *node, const char *name, const char *value)
{
	xmlSetNsProp(node, xmlSearchNs(node->doc, node, BAD_CAST "xml"), BAD_CAST name,
		     BAD_CAST value);
}
