/*
 * profile.c - leave out what is not for this edition
 *
 * --param profile.ATTRIBUTE=VALUE keeps the elements that do not have the attribute and
 * those where one of its values (separated by ";", or profile.separator) is one of the wanted.
 */
#include "doc/book.h"
#include "doc/internal.h"

#include <string.h>

static const struct {
	const char *param, *attribute;
} table[] = {
	{ "profile.arch", "arch" },
	{ "profile.audience", "audience" },
	{ "profile.condition", "condition" },
	{ "profile.conformance", "conformance" },
	{ "profile.lang", "lang" }, /* xml:lang */
	{ "profile.os", "os" },
	{ "profile.outputformat", "outputformat" },
	{ "profile.revision", "revision" },
	{ "profile.revisionflag", "revisionflag" },
	{ "profile.role", "role" },
	{ "profile.security", "security" },
	{ "profile.status", "status" },
	{ "profile.userlevel", "userlevel" },
	{ "profile.vendor", "vendor" },
	{ "profile.wordsize", "wordsize" },
};

struct profile {
	const char *wanted[G_N_ELEMENTS(table)]; /* NULL: not asked for */
	bool out; /* the other way round: not wanted */
	const char *separator;
};

/* Whoever wants English wants it as it is written in Britain, too (RFC 4647, 3.3.1). */
static bool is_same(const char *has, const char *wanted, bool language)
{
	size_t n = strlen(wanted);

	if (language)
		return g_ascii_strncasecmp(has, wanted, n) == 0 && (has[n] == '\0' || has[n] == '-');
	return strcmp(has, wanted) == 0;
}

static bool is_wanted(const char *has, const char *wanted, const char *separator, bool language)
{
	g_auto(GStrv) words = g_strsplit(has, separator, -1);
	g_auto(GStrv) wants = g_strsplit(wanted, separator, -1);

	for (char **w = words; *w; w++)
		for (char **want = wants; *want; want++)
			if (is_same(g_strstrip(*w), g_strstrip(*want), language))
				return true;
	return words[0] == NULL;
}

static bool stays(const struct profile *p, xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		bool is_xml = a->ns && strcmp((const char *)a->ns->prefix, "xml") == 0;

		for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
			if (!p->wanted[i] || (a->ns && !is_xml) ||
			    strcmp((const char *)a->name, table[i].attribute) != 0 ||
			    is_xml != (strcmp(table[i].attribute, "lang") == 0))
				continue;
			if (a->children && is_wanted((const char *)a->children->content, p->wanted[i],
						     p->separator, is_xml) == p->out)
				return false;
		}
	}
	return true;
}

static void prune(const struct profile *p, xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *kid = node->children; kid; kid = next) {
		next = kid->next;
		if (kid->type != XML_ELEMENT_NODE)
			continue;
		if (stays(p, kid)) {
			prune(p, kid);
		} else {
			xmlUnlinkNode(kid);
			xmlFreeNode(kid);
		}
	}
}

void profile_filter(xmlNode *node, const xmlNode *filter, bool out)
{
	struct profile p = { .separator = ";", .out = out };

	for (const xmlAttr *a = filter->properties; a; a = a->next)
		for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
			if (a->children && strcmp((const char *)a->name, table[i].attribute) == 0)
				p.wanted[i] = (const char *)a->children->content;
	prune(&p, node);
}

void book_profile(struct doc *doc, const char *const *params)
{
	struct profile p = { .separator = ";" };
	bool any = false;

	for (; params && params[0]; params += 2) {
		if (strcmp(params[0], "profile.separator") == 0 && *params[1])
			p.separator = params[1];
		for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
			if (strcmp(params[0], table[i].param) == 0 && *params[1]) {
				p.wanted[i] = params[1];
				any = true;
			}
	}
	if (any)
		prune(&p, xmlDocGetRootElement(doc->xml));
}
