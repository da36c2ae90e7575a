/*
 * trace.c - the author's place of each node that a stylesheet makes
 *
 * libxml2 calls us for each node it makes.  While a stylesheet runs, the node it stands on
 * is known, so the new node gets that node's place: literal elements, xsl:element and copies
 * alike, through result tree fragments too, and no trace of it is in the markup.
 *
 * xsl:copy-of of a variable is another matter: what is copied was made elsewhere.  Its
 * elements are listed when the first copy appears, and matched with the copies one by one:
 * libxslt copies in document order and runs nothing in between.
 */
#include "doc/internal.h"

#include <libxml/xpathInternals.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <string.h>

static void *place_of(xmlNode *node)
{
	if (!node || node->type == XML_NAMESPACE_DECL)
		return NULL;
	if (node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE)
		node = xmlDocGetRootElement((xmlDoc *)node);
	for (; node && node->type != XML_DOCUMENT_NODE; node = node->parent)
		if (node->_private)
			return node->_private;
	return NULL;
}

/* ---- copies ------------------------------------------------------------------------- */

/* The select of an xsl:copy-of that begins with a variable: cheap to look at again. */
static const xsltStylePreComp *copy_of_variable(const xmlNode *inst)
{
	const xsltStylePreComp *comp;

	if (!inst || inst->type != XML_ELEMENT_NODE || !inst->ns || !inst->psvi ||
	    strcmp((const char *)inst->name, "copy-of") != 0 ||
	    strcmp((const char *)inst->ns->href, (const char *)XSLT_NAMESPACE) != 0)
		return NULL;
	comp = inst->psvi;
	return comp->comp && comp->select && comp->select[0] == '$' ? comp : NULL;
}

static void list_elements(GArray *list, xmlNode *node, bool siblings)
{
	for (; node; node = siblings ? node->next : NULL) {
		if (node->type == XML_ELEMENT_NODE) {
			struct copied c = { node->name, place_of(node) };

			g_array_append_val(list, c);
			list_elements(list, node->children, true);
		} else if (node->type == XML_DOCUMENT_NODE ||
			   node->type == XML_HTML_DOCUMENT_NODE) {
			list_elements(list, node->children, true);
		}
	}
}

static xmlXPathObject *evaluate(xsltTransformContext *c, const xsltStylePreComp *comp)
{
	xmlXPathContext *x = c->xpathCtxt;
	xmlXPathContext saved = *x;
	xmlXPathObject *found;

	x->node = c->node;
	x->namespaces = comp->nsList;
	x->nsNr = comp->nsNr;
	found = xmlXPathCompiledEval(comp->comp, x);
	x->node = saved.node;
	x->namespaces = saved.namespaces;
	x->nsNr = saved.nsNr;
	x->contextSize = saved.contextSize;
	x->proximityPosition = saved.proximityPosition;
	return found;
}

static void begin_copy(struct transform *t, const xsltStylePreComp *comp)
{
	xmlXPathObject *found;

	g_array_set_size(t->copied, 0);
	t->n_matched = 0;
	t->copying = t->context->inst;
	t->busy = true;
	found = evaluate(t->context, comp);
	t->busy = false;
	if (found && (found->type == XPATH_NODESET || found->type == XPATH_XSLT_TREE))
		for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++) {
			xmlNode *node = found->nodesetval->nodeTab[i];

			if (node->type != XML_NAMESPACE_DECL)
				list_elements(t->copied, node, false);
		}
	xmlXPathFreeObject(found);
}

/* The place of what a new element is a copy of; NULL: it is none, or not known. */
static void *place_of_copied(struct transform *t, const xmlNode *node)
{
	const xsltStylePreComp *comp = copy_of_variable(t->context->inst);
	const struct copied *c;

	if (!comp) {
		t->copying = NULL;
		return NULL;
	}
	if (node->type == XML_TEXT_NODE)
		return NULL;
	if (t->copying != t->context->inst || t->n_matched == t->copied->len)
		begin_copy(t, comp);
	if (t->n_matched == t->copied->len)
		return NULL;
	c = &g_array_index(t->copied, struct copied, t->n_matched);
	if (!xmlStrEqual(c->name, node->name))
		return NULL;
	t->n_matched++;
	return c->place;
}

void trace_node(xmlNode *node)
{
	struct transform *t = transform_running();
	void *place = NULL;

	if (!t || !t->context || t->busy)
		return;
	if (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)
		return;
	place = place_of_copied(t, node);
	node->_private = place ? place : place_of(t->context->node);
}
