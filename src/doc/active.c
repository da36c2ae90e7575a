/*
 * active.c - what would run, or fetch, where an edition is read: left out and reported
 *
 * A book is read offline, in a browser that trusts its pages.  DocBook lets an author (or a
 * file that the author includes) write addresses of any scheme, and drawings and formulas in
 * their own languages, which know scripts, handlers and pictures from elsewhere.
 */
#include "doc/internal.h"

#include <libxml/xmlsave.h>
#include <string.h>

static const char db[] = DOCBOOK_NS;

struct cleaning {
	struct where at; /* of all that is found; without a file: each where it stands */
	struct diags *diags;
	int found;
};

static bool is_among(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (g_ascii_strcasecmp(name, *names) == 0)
			return true;
	return false;
}

/* Browsers pass over blanks and controls before and in the name of a scheme. */
static bool begins_with(const char *uri, const char *prefix)
{
	for (; *prefix; uri++) {
		if ((unsigned char)*uri <= ' ' && *uri)
			continue;
		if (g_ascii_tolower(*uri) != *prefix++)
			return false;
	}
	return true;
}

static bool is_program(const char *uri)
{
	return begins_with(uri, "javascript:") || begins_with(uri, "vbscript:") ||
	       (begins_with(uri, "data:") && !begins_with(uri, "data:image/"));
}

/* What a drawing may show is in the drawing. */
static bool calls_out(const char *uri)
{
	return !begins_with(uri, "#") && !begins_with(uri, "data:image/");
}

static bool paints_from_outside(const char *value)
{
	for (const char *p = value; (p = strcasestr(p, "url(")); p++)
		if (calls_out(p + 4 + strspn(p + 4, " \t\n'\"")))
			return true;
	return false;
}

/* A backslash can spell any of this in another way. */
static bool styles_from_outside(const char *css)
{
	return strcasestr(css, "@import") || strcasestr(css, "image-set(") || strchr(css, '\\') ||
	       paints_from_outside(css);
}

static bool is_address(const char *name)
{
	static const char *const names[] = { "href",	   "src",    "fileref", "action",
					     "formaction", "poster", "data",	NULL };

	return is_among(name, names);
}

static bool is_docbook(const xmlNode *node)
{
	return !node->ns || strcmp((const char *)node->ns->href, db) == 0;
}

static void report(struct cleaning *c, const xmlNode *node, const char *what)
{
	c->found++;
	diag(c->diags, W_ACTIVE, c->at.file ? c->at : doc_where(NULL, node),
	     "%s is left out: it would run or call out where the book is read", what);
}

static bool attribute_acts(const xmlNode *node, const xmlAttr *a, const char *value)
{
	const char *name = (const char *)a->name;

	if (g_ascii_strncasecmp(name, "on", 2) == 0 && name[2])
		return true;
	if (is_address(name) && is_program(value))
		return true;
	if (is_docbook(node))
		return false;
	if (is_address(name) && strcmp((const char *)node->name, "a") != 0)
		return calls_out(value);
	return strcmp(name, "style") == 0 ? styles_from_outside(value)
					  : paints_from_outside(value);
}

static void clean_attributes(struct cleaning *c, xmlNode *node)
{
	for (xmlAttr *a = node->properties, *next; a; a = next) {
		xmlChar *value = xmlNodeListGetString(node->doc, a->children, 1);

		next = a->next;
		if (value && attribute_acts(node, a, (const char *)value)) {
			g_autofree char *what = g_strdup_printf("%s=\"%.60s\"", a->name, value);

			report(c, node, what);
			xmlRemoveProp(a);
		}
		xmlFree(value);
	}
}

static bool element_acts(const xmlNode *node)
{
	static const char *const names[] = { "script", "handler", "listener", "iframe", "object",
					     "embed",  "form",	  "base",     "link",	"meta",
					     NULL };
	static const char *const animations[] = { "set", "animate", NULL };

	if (is_docbook(node))
		return false;
	if (strcmp((const char *)node->name, "style") == 0) {
		xmlChar *css = xmlNodeGetContent(node);
		bool acts = css && styles_from_outside((const char *)css);

		xmlFree(css);
		return acts;
	}
	if (is_among((const char *)node->name, animations)) {
		xmlChar *name = xmlGetNoNsProp(node, BAD_CAST "attributeName");
		bool acts = name && g_str_has_suffix((const char *)name, "href");

		xmlFree(name);
		return acts;
	}
	return is_among((const char *)node->name, names);
}

static void clean(struct cleaning *c, xmlNode *node)
{
	for (xmlNode *next; node; node = next) {
		next = node->next;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (element_acts(node)) {
			g_autofree char *what = g_strdup_printf("<%s>", node->name);

			report(c, node, what);
			xmlUnlinkNode(node);
			xmlFreeNode(node);
			continue;
		}
		clean_attributes(c, node);
		clean(c, node->children);
	}
}

void book_clean(struct doc *doc, struct diags *d)
{
	struct cleaning c = { .diags = d };

	clean(&c, doc->xml->children);
}

char *active_clean_drawing(const char *bytes, size_t *n, struct where at, struct diags *d)
{
	struct cleaning c = { .at = at, .diags = d };
	xmlDoc *xml = xmlReadMemory(bytes, (int)MIN(*n, G_MAXINT), NULL, NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	xmlChar *clean_bytes = NULL;
	char *result = NULL;
	int size = 0;

	if (!xml)
		return NULL;
	clean(&c, xml->children);
	if (c.found > 0)
		xmlDocDumpMemory(xml, &clean_bytes, &size);
	xmlFreeDoc(xml);
	if (clean_bytes) {
		result = g_memdup2(clean_bytes, (gsize)size + 1);
		*n = (size_t)size;
	}
	xmlFree(clean_bytes);
	return result;
}
