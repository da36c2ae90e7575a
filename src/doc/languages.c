/*
 * languages.c - the languages that a book names, spelled one way
 *
 * DocBook 4 did not say how: "pt_BR", "sr@latin" and "zh-tw" are met, and codes that have
 * been withdrawn ("iw", "in").  From here on they are BCP 47: what asks for a language
 * compares.
 */
#include "doc/internal.h"
#include "doc/locale.h"

#include <string.h>

static void spell(xmlAttr *a)
{
	xmlChar *said = xmlNodeGetContent((xmlNode *)a);
	g_autofree char *tag = said ? locale_tag((const char *)said) : NULL;

	if (tag && strcmp(tag, (const char *)said) != 0)
		xmlNodeSetContent((xmlNode *)a, BAD_CAST tag);
	xmlFree(said);
}

static void spell_all(xmlNode *node)
{
	for (; node; node = node->next) {
		xmlAttr *a =
			node->type == XML_ELEMENT_NODE
				? xmlHasNsProp(node, BAD_CAST "lang", XML_XML_NAMESPACE)
				: NULL;

		if (a)
			spell(a);
		if (node->type == XML_ELEMENT_NODE)
			spell_all(node->children);
	}
}

void book_spell_languages(struct doc *doc)
{
	spell_all(xmlDocGetRootElement(doc->xml));
}
