/*
 * keys.c - key() of XSLT, which builds each xsl:key when it is first asked for
 *
 * libxslt's own builds all keys of a stylesheet for a tree as soon as one is asked for there,
 * each by a walk over the whole tree; most trees are asked for one or two.
 */
#include "doc/internal.h"

#include <libxml/hash.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/keys.h>
#include <libxslt/xsltutils.h>

/* What libxslt knows of the tree that a node stands in: of a variable's tree it hangs there. */
static xsltDocument *document_of(xsltTransformContext *c, const xmlNode *node)
{
	xmlDoc *doc = node->type == XML_NAMESPACE_DECL ? NULL : node->doc;

	if (!doc || !XSLT_IS_RES_TREE_FRAG(doc))
		return doc ? xsltFindDocument(c, doc) : NULL;
	if (!doc->_private)
		doc->_private = xsltNewDocument(c, doc);
	return doc->_private;
}

static xsltKeyTable *find_table(const xsltDocument *d, const xmlChar *name, const xmlChar *uri)
{
	xsltKeyTable *t = d->keys;

	while (t && !(xmlStrEqual(t->name, name) && xmlStrEqual(t->nameURI, uri)))
		t = t->next;
	return t;
}

/* A key that matches nothing leaves no table: it gets an empty one, or it were built again and
 * again. */
static xsltKeyTable *build_table(xsltTransformContext *c, xsltDocument *d, const xmlChar *name,
				 const xmlChar *uri)
{
	xsltKeyTable *t;
	bool defined = false;

	for (xsltStylesheet *style = c->style; style; style = xsltNextImport(style))
		for (xsltKeyDef *k = style->keys; k; k = k->next)
			if (xmlStrEqual(k->name, name) && xmlStrEqual(k->nameURI, uri)) {
				xsltInitCtxtKey(c, d, k);
				defined = true;
			}
	if (!defined)
		xsltTransformError(c, NULL, c->inst, "key(): there is no xsl:key \"%s\"\n", name);
	t = find_table(d, name, uri);
	if (!t) {
		t = xmlMalloc(sizeof(*t));
		*t = (xsltKeyTable){ .next = d->keys, .name = xmlStrdup(name),
				     .nameURI = xmlStrdup(uri), .keys = xmlHashCreate(0) };
		d->keys = t;
	}
	return t;
}

static xsltKeyTable *table_of(xmlXPathParserContext *x, const xmlChar *qname)
{
	xsltTransformContext *c = xsltXPathGetTransformContext(x);
	const xmlChar *colon = xmlStrchr(qname, ':');
	const xmlChar *local = colon ? colon + 1 : qname;
	xmlChar *prefix = colon ? xmlStrndup(qname, (int)(colon - qname)) : NULL;
	const xmlChar *uri = prefix ? xmlXPathNsLookup(x->context, prefix) : NULL;
	xsltDocument *d = document_of(c, x->context->node);
	xsltKeyTable *t = d ? find_table(d, local, uri) : NULL;

	xmlFree(prefix);
	return t || !d ? t : build_table(c, d, local, uri);
}

static void key(xmlXPathParserContext *x, int n)
{
	xmlXPathObject *value, *name;
	xmlNodeSet *found = NULL;
	xsltKeyTable *t;

	if (n != 2) {
		xmlXPathErr(x, XPATH_INVALID_ARITY);
		return;
	}
	value = valuePop(x);
	xmlXPathStringFunction(x, 1);
	name = valuePop(x);
	t = table_of(x, name->stringval);
	if (t && (value->type == XPATH_NODESET || value->type == XPATH_XSLT_TREE)) {
		for (int i = 0; value->nodesetval && i < value->nodesetval->nodeNr; i++) {
			xmlChar *s = xmlXPathCastNodeToString(value->nodesetval->nodeTab[i]);

			found = xmlXPathNodeSetMerge(found, xmlHashLookup(t->keys, s));
			xmlFree(s);
		}
	} else if (t) {
		xmlChar *s = xmlXPathCastToString(value);

		found = xmlXPathNodeSetMerge(NULL, xmlHashLookup(t->keys, s));
		xmlFree(s);
	}
	valuePush(x, xmlXPathWrapNodeSet(found));
	xmlXPathFreeObject(value);
	xmlXPathFreeObject(name);
}

void keys_register(xsltTransformContext *c)
{
	xmlXPathRegisterFunc(c->xpathCtxt, BAD_CAST "key", NULL);
	xmlXPathRegisterFunc(c->xpathCtxt, BAD_CAST "key", key);
}
