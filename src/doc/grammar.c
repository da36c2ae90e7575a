/*
 * grammar.c - which RELAX NG grammar a book is checked against
 */
#include "doc/internal.h"

#include <libxml/catalog.h>
#include <string.h>

static const char *const docbook = "http://docbook.org/xml/5.0/rng/docbook.rng";

/* href of <?xml-model href="..."?> before the root, where that is a grammar in XML. */
static char *model_of(const struct doc *doc)
{
	for (const xmlNode *n = doc->xml->children; n; n = n->next) {
		const char *text = n->content ? (const char *)n->content : "";
		const char *href;

		if (n->type != XML_PI_NODE || strcmp((const char *)n->name, "xml-model") != 0)
			continue;
		if (strstr(text, "schematron") || strstr(text, "compact"))
			continue;
		href = strstr(text, "href=");
		if (href && strlen(href) > 6 && strchr(href + 6, href[5])) {
			char *model = g_strndup(href + 6, (gsize)(strchr(href + 6, href[5]) - href - 6));

			if (!g_str_has_suffix(model, ".rnc") && !g_str_has_suffix(model, ".sch"))
				return model;
			g_free(model);
		}
	}
	return NULL;
}

/* The grammar of the version that the book says it is, where the machine has it; else ours,
 * which is DocBook 5.0 and what came after it. */
static char *schema_of_version(const struct doc *doc, const char *ours, bool *older)
{
	xmlChar *version = xmlGetNoNsProp(xmlDocGetRootElement(doc->xml), BAD_CAST "version");
	g_autofree char *url = g_strdup_printf("http://docbook.org/xml/%s/rng/docbook.rng",
					       version ? (const char *)version : "5.0");
	xmlChar *found = xmlCatalogResolveSystem(BAD_CAST url);
	bool is_oldest = !version || strcmp((const char *)version, "5.0") == 0;

	if (!found)
		found = xmlCatalogResolveURI(BAD_CAST url);
	*older = !found || !version;
	if (!found || is_oldest)
		g_clear_pointer(&url, g_free);
	xmlFree(found);
	xmlFree(version);
	if (url)
		return g_steal_pointer(&url);
	return g_strdup(ours ? ours : docbook);
}

/* Whether the catalogs have it: nothing is read from the network. */
static bool is_at_hand(const char *url)
{
	xmlChar *found = xmlCatalogResolveSystem(BAD_CAST url);

	if (!found)
		found = xmlCatalogResolveURI(BAD_CAST url);
	xmlFree(found);
	return found != NULL;
}

char *grammar_of(const struct doc *doc, const char *ours, bool *older, bool *theirs)
{
	g_autofree char *model = model_of(doc);
	g_autofree char *name = model ? g_path_get_basename(model) : NULL;
	g_autofree char *known = ours ? g_path_get_basename(ours) : NULL;

	if (!model)
		return schema_of_version(doc, ours, older);
	if (known && strcmp(name, known) == 0)
		return g_strdup(ours);
	if (strstr(model, "://"))
		return is_at_hand(model) ? g_steal_pointer(&model)
					 : schema_of_version(doc, ours, older);
	*theirs = true;
	return path_beside(doc_where(NULL, xmlDocGetRootElement(doc->xml)).file, model);
}
