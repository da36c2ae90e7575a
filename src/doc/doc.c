/*
 * doc.c - the product of loading and of transforming
 */
#include "doc/internal.h"
#include "doc/locale.h"

#include <libexslt/exslt.h>
#include <libxml/catalog.h>
#include <libxml/parserInternals.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

enum { MAX_DEPTH = 2100 };

void doc_init(void)
{
	memory_init();
	LIBXML_TEST_VERSION
	xmlInitParser();
	/* libxml2's own 256 is too little for generated formatting objects; the option that
	 * lifts it would lift the bounds on entities too. */
	xmlParserMaxDepth = MAX_DEPTH;
	/* No <?oasis-xml-catalog?> of a document: it could lead anywhere. */
	xmlCatalogSetDefaults(XML_CATA_ALLOW_GLOBAL);
	xmlInitializeCatalog();
	xsltInit();
	exsltRegisterAll();
	functions_register();
}

void doc_exit(void)
{
	locale_exit();
	xsltCleanupGlobals();
	xmlCleanupParser();
}

struct where doc_where(const struct doc *doc, const xmlNode *node)
{
	(void)doc;
	/* A namespace node is no node: it has neither parent nor place. */
	for (; node && node->type != XML_NAMESPACE_DECL; node = node->parent) {
		if (node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE)
			break;
		if (node->_private)
			return place_where(node->_private);
	}
	return (struct where){ 0 };
}

void doc_free(struct doc *doc)
{
	if (!doc)
		return;
	xmlFreeDoc(doc->xml);
	if (doc->parts)
		g_ptr_array_free(doc->parts, TRUE);
	if (doc->faults)
		g_hash_table_destroy(doc->faults);
	if (doc->malformed)
		g_ptr_array_free(doc->malformed, TRUE);
	if (doc->files)
		g_ptr_array_free(doc->files, TRUE);
	g_free(doc);
}

static void gather_files(GPtrArray *files, const xmlNode *node)
{
	for (; node; node = node->next) {
		char *file = (char *)(uintptr_t)doc_where(NULL, node).file;

		if (file && node->_private && !g_ptr_array_find(files, file, NULL))
			g_ptr_array_add(files, file);
		if (node->type == XML_ELEMENT_NODE)
			gather_files(files, node->children);
	}
}

const char *const *doc_files(const struct doc *doc)
{
	if (!doc->files) {
		/* Found when first asked for: nothing that can be seen of it changes. */
		((struct doc *)(uintptr_t)doc)->files = g_ptr_array_new();
		gather_files(doc->files, doc->xml->children);
		g_ptr_array_add(doc->files, NULL);
	}
	return (const char *const *)doc->files->pdata;
}

const xmlDoc *doc_xml(const struct doc *doc)
{
	return doc->xml;
}

void doc_dump(const struct doc *doc, FILE *f)
{
	xmlDocDump(f, doc->xml);
}
