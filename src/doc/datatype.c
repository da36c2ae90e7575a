/*
 * datatype.c - whether a text is of a type
 */
#include "doc/datatype.h"

#include "doc/locale.h"

#include <libxml/xmlregexp.h>
#include <string.h>

static bool is_number(const char *s, bool sign, bool fraction, bool zero)
{
	const char *digits;

	if (sign && (*s == '-' || *s == '+'))
		s++;
	digits = s;
	s += strspn(s, "0123456789");
	if (fraction && *s == '.')
		s += 1 + strspn(s + 1, "0123456789");
	return s > digits && *s == '\0' && (zero || digits[strspn(digits, "0.")] != '\0');
}

static bool is_boolean(const char *s)
{
	return strcmp(s, "true") == 0 || strcmp(s, "false") == 0 || strcmp(s, "1") == 0 ||
	       strcmp(s, "0") == 0;
}

/* One or more of what test allows, with white space between. */
static bool is_list(const char *s, int (*test)(const xmlChar *, int))
{
	g_auto(GStrv) words = g_strsplit_set(s, " \t\r\n", -1);
	bool any = false;

	for (char **w = words; *w; w++)
		if (**w) {
			if (test(BAD_CAST *w, 0) != 0)
				return false;
			any = true;
		}
	return any;
}

static bool is_of_type(const char *type, const char *s)
{
	if (strcmp(type, "ID") == 0 || strcmp(type, "IDREF") == 0 ||
	    strcmp(type, "NCName") == 0 || strcmp(type, "ENTITY") == 0)
		return xmlValidateNCName(BAD_CAST s, 0) == 0;
	if (strcmp(type, "IDREFS") == 0)
		return is_list(s, xmlValidateNCName);
	if (strcmp(type, "NMTOKEN") == 0)
		return xmlValidateNMToken(BAD_CAST s, 0) == 0;
	if (strcmp(type, "NMTOKENS") == 0)
		return is_list(s, xmlValidateNMToken);
	if (strcmp(type, "positiveInteger") == 0)
		return is_number(s, false, false, false);
	if (strcmp(type, "nonNegativeInteger") == 0)
		return is_number(s, false, false, true);
	if (strcmp(type, "integer") == 0 || strcmp(type, "int") == 0)
		return is_number(s, true, false, true);
	if (strcmp(type, "decimal") == 0)
		return is_number(s, true, true, true);
	if (strcmp(type, "boolean") == 0)
		return is_boolean(s);
	if (strcmp(type, "date") == 0 || strcmp(type, "dateTime") == 0)
		return strlen(s) >= 10 && locale_is_date(s);
	if (strcmp(type, "gYearMonth") == 0)
		return strlen(s) == 7 && locale_is_date(s);
	if (strcmp(type, "gYear") == 0)
		return strlen(s) == 4 && locale_is_date(s);
	return true; /* string, token, anyURI, language ...: any text */
}

static bool matches_params(struct schema *s, const struct pattern *data, const char *value)
{
	for (const xmlNode *n = data->node->children; n; n = n->next) {
		xmlChar *name, *text;
		xmlRegexp *regexp;
		bool allowed;

		if (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, "param") != 0)
			continue;
		name = xmlGetNoNsProp(n, BAD_CAST "name");
		allowed = !name || strcmp((const char *)name, "pattern") != 0;
		xmlFree(name);
		if (allowed)
			continue;
		regexp = g_hash_table_lookup(s->regexps, n);
		if (!regexp) {
			text = xmlNodeGetContent(n);
			regexp = xmlRegexpCompile(text);
			xmlFree(text);
			if (!regexp)
				continue;
			g_hash_table_insert(s->regexps, (void *)(uintptr_t)n, regexp);
		}
		if (xmlRegexpExec(regexp, BAD_CAST value) != 1)
			return false;
	}
	return true;
}

bool datatype_allows(struct schema *s, const struct pattern *data, const char *value)
{
	g_autofree char *text = g_strdup(value);
	const char *type = data->text ? data->text : "string";

	if (strcmp(type, "string") != 0)
		g_strstrip(text);
	return is_of_type(type, text) && matches_params(s, data, text);
}

bool datatype_equal(const struct pattern *value, const char *text)
{
	g_autofree char *a = g_strstrip(g_strdup(value->text));
	g_autofree char *b = g_strstrip(g_strdup(text));

	return strcmp(a, b) == 0;
}
