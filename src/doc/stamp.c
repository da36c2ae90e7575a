/*
 * stamp.c - <?dbtimestamp format="Y-m-d"?> becomes the moment that it asks for
 *
 * A build repeated has to be the same to the byte, so that the moment is not that of the
 * build but of the edition: SOURCE_DATE_EPOCH, else the book's own date.  The letters are
 * those of the DocBook stylesheets, the names those of the language around it.
 */
#include "doc/internal.h"

#include "doc/locale.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { MAX_DEPTH = 4000 };

struct stamp {
	struct doc *doc;
	bool known;
	int64_t epoch;
	struct diags *diags;
};

/* The value of a pseudo-attribute; NULL: it is not given. */
static char *pseudo_attribute(const xmlNode *pi, const char *name)
{
	const char *text = pi->content ? (const char *)pi->content : "";
	size_t n = strlen(name);

	for (const char *p = text; (p = strstr(p, name)); p += n) {
		const char *value = p + n, *end;

		if (p > text && !g_ascii_isspace(p[-1]))
			continue;
		if (value[0] != '=' || (value[1] != '"' && value[1] != '\''))
			continue;
		end = strchr(value + 2, value[1]);
		return end ? g_strndup(value + 2, (gsize)(end - value - 2)) : NULL;
	}
	return NULL;
}

static char *language_of(const xmlNode *node)
{
	xmlChar *lang = xmlNodeGetLang((xmlNode *)(uintptr_t)node);
	char *copy = g_strdup(lang && *lang ? (const char *)lang : "en");

	xmlFree(lang);
	return copy;
}

static char *text_of(const struct stamp *s, const xmlNode *pi)
{
	g_autofree char *format = pseudo_attribute(pi, "format");
	g_autofree char *padding = pseudo_attribute(pi, "padding");
	g_autofree char *lang = language_of(pi);
	g_autofree char *day = NULL;

	if (format && *format)
		return locale_moment(s->epoch, format,
				     !padding || strcmp(padding, "0") != 0, lang);
	day = locale_moment(s->epoch, "Y-m-d", true, "en");
	return locale_date(day, "long", lang);
}

static void report(struct stamp *s, const xmlNode *pi)
{
	diag_once(s->diags, W_CHECK, doc_where(s->doc, pi->parent),
		  "<?dbtimestamp?> has nothing to say: the book has no date, and "
		  "SOURCE_DATE_EPOCH is not set");
}

static bool is_stamp(const xmlNode *node)
{
	return node->type == XML_PI_NODE && node->parent->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, "dbtimestamp") == 0;
}

static void drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static void replace(struct stamp *s, xmlNode *pi)
{
	g_autofree char *text = s->known ? text_of(s, pi) : NULL;

	if (text)
		xmlAddPrevSibling(pi, xmlNewDocText(pi->doc, BAD_CAST text));
	else
		report(s, pi);
	drop(pi);
}

/* A date that is nothing but the moment, where that is not known: there is none. */
static bool is_lost_date(const struct stamp *s, const xmlNode *node)
{
	const xmlNode *only = node->children;

	return !s->known && only && !only->next && is_stamp(only) &&
	       (strcmp((const char *)node->name, "pubdate") == 0 ||
		strcmp((const char *)node->name, "date") == 0);
}

static void walk(struct stamp *s, xmlNode *node, int depth)
{
	for (xmlNode *next; node && depth < MAX_DEPTH; node = next) {
		next = node->next;
		if (is_stamp(node)) {
			replace(s, node);
		} else if (node->type == XML_ELEMENT_NODE && is_lost_date(s, node)) {
			report(s, node->children);
			drop(node);
		} else if (node->type == XML_ELEMENT_NODE) {
			walk(s, node->children, depth + 1);
		}
	}
}

static const xmlNode *child(const xmlNode *node, const char *name)
{
	for (xmlNode *kid = node ? node->children : NULL; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)kid->name, name) == 0)
			return kid;
	return NULL;
}

static bool own_date(const xmlNode *root, int64_t *epoch)
{
	const xmlNode *info = child(root, "info"), *date = child(info, "pubdate");
	xmlChar *text = NULL;
	struct tm tm = {0};
	int year, month = 1, day = 1;
	bool known;

	date = date ? date : child(info, "date");
	text = date ? xmlNodeGetContent((xmlNode *)(uintptr_t)date) : NULL;
	known = text && locale_is_date(g_strstrip((char *)text)) &&
		sscanf((const char *)text, "%4d-%2d-%2d", &year, &month, &day) >= 1;
	xmlFree(text);
	if (!known)
		return false;
	tm.tm_year = year - 1900;
	tm.tm_mon = month - 1;
	tm.tm_mday = day;
	*epoch = timegm(&tm);
	return true;
}

void book_stamp(struct doc *doc, const char *epoch, struct diags *d)
{
	struct stamp s = {.doc = doc, .diags = d};
	xmlNode *root = xmlDocGetRootElement(doc->xml);

	if (epoch && *epoch) {
		s.epoch = g_ascii_strtoll(epoch, NULL, 10);
		s.known = true;
	} else {
		s.known = own_date(root, &s.epoch);
	}
	walk(&s, root, 0);
}
