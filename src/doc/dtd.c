/*
 * dtd.c - what a book's own document type has against it
 *
 * A book in DocBook 4 is checked as what it becomes by the upgrade, against the grammar of
 * DocBook 5, whose messages people understand.  But each version allows what the other does
 * not, and a book may have added to its DTD: where that finds no fault, there is none.
 */
#include "doc/internal.h"

#include <libxml/valid.h>

struct judge {
	xmlValidCtxt *context;
	xmlDoc *doc;
	GHashTable *faults;
};

static bool is_in_list(const xmlEnumeration *list, const xmlChar *value)
{
	for (; list; list = list->next)
		if (xmlStrEqual(list->name, value))
			return true;
	return false;
}

static const xmlAttribute *declared(const xmlDoc *doc, const xmlNode *node, const xmlAttr *a)
{
	const xmlAttribute *found = NULL;

	if (doc->intSubset)
		found = xmlGetDtdAttrDesc(doc->intSubset, node->name, a->name);
	return found ? found : xmlGetDtdAttrDesc(doc->extSubset, node->name, a->name);
}

/* xmlValidateOneAttribute() would take every id for a second one. */
static bool is_attribute_right(const xmlDoc *doc, const xmlNode *node, const xmlAttr *a)
{
	const xmlAttribute *decl = a->ns ? NULL : declared(doc, node, a);
	xmlChar *value;
	bool right;

	if (a->ns) /* xml:base and xml:lang come with inclusions */
		return true;
	if (!decl)
		return false;
	value = xmlNodeListGetString(node->doc, a->children, 1);
	right = xmlValidateAttributeValue(decl->atype, value ? value : BAD_CAST "") == 1 &&
		(!decl->tree || is_in_list(decl->tree, value));
	xmlFree(value);
	return right;
}

static void judge_element(struct judge *j, xmlNode *node)
{
	bool right = xmlValidateOneElement(j->context, j->doc, node) == 1;

	for (const xmlAttr *a = node->properties; right && a; a = a->next)
		right = is_attribute_right(j->doc, node, a);
	if (!right)
		g_hash_table_add(j->faults, node->_private);
	for (xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			judge_element(j, n);
}

/* What libxml2 says of a fault is for machines: only where there is one counts. */
static void say_nothing(void *data, const char *format, ...)
{
	(void)data, (void)format;
}

GHashTable *dtd_faults(struct load *l, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct judge j = { .doc = doc };
	struct subset *lent;

	if (!root || root->ns || !doc->intSubset)
		return NULL;
	lent = subset_lend(l, doc);
	if (doc->extSubset && doc->extSubset->elements) {
		j.context = xmlNewValidCtxt();
		j.context->error = j.context->warning = say_nothing;
		j.faults = g_hash_table_new(NULL, NULL);
		judge_element(&j, root);
		xmlFreeValidCtxt(j.context);
	}
	subset_return(lent, doc);
	return j.faults;
}
