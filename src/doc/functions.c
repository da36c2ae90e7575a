/*
 * functions.c - what stylesheets can call: the namespace urn:handbook:xslt
 *
 * To add a function: write a static fn_... below and a line in the table.  A function of
 * strings only takes its arguments as UTF-8 and returns UTF-8 to be freed (NULL: the empty
 * string); every argument that a stylesheet leaves out is "".  A function that needs nodes
 * is an xmlXPathFunction of its own in the second table: it pops its arguments in reverse
 * and must push a result.  transform_running() gives the transformation (its messages, its
 * context); data that shall live as long as it goes into struct transform.
 *
 *	hb:sort-key(text, lang)             a string whose order as text is the language's
 *	hb:index-letter(text, lang)         the heading in an index
 *	hb:index-key(text, lang)            as sort-key, by headings first
 *	hb:date(iso, style, lang)           full, long, medium, short, a CLDR skeleton or pattern
 *	hb:date-range(iso, iso, style, lang)
 *	hb:is-date(iso)                     "1" or ""
 *	hb:counter(number, format, lang)    a number by signs that xsl:number does not know
 *	hb:mark(name, lang)                 quotation marks and what joins lists: locale_mark()
 *	hb:country(code, lang)              name of a country in a language
 *	hb:language(code, lang)             name of a language in a language
 *	hb:upper(text, lang), hb:lower(text, lang), hb:digits(number, lang)
 *	hb:decimal(lang)                    what stands before fractions: "." or ","
 *	hb:replace(text, regex, by)         regular expressions of ICU; $1 in by
 *	hb:title(nodes)                     the first node's db:title, or that in its db:info
 *	hb:where(nodes)                     "file:line" of the first node
 *	hb:file(nodes)                      its file
 *	hb:path(nodes, href)                the path of what href means in that file
 *	hb:file-stem(id, apart)             a name for a file, safe on every disk; apart: unlike any other
 *	hb:exists(path)                     whether a file may and can be read
 *	hb:highlight(listing, language)     <code> with the spans of highlight(1), or nothing
 *	hb:report(severity, nodes, text)    a message: "error", "warning"; gives ""
 */
#include "doc/internal.h"
#include "doc/locale.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>
#include <string.h>
#include <unistd.h>

static const xmlChar namespace[] = "urn:handbook:xslt";

enum { MAX_ARGUMENTS = 4 };

/* ---- functions of strings ----------------------------------------------------------- */

static char *fn_sort_key(char **a)
{
	return locale_sort_key(a[0], a[1]);
}

static char *fn_index_letter(char **a)
{
	return locale_index_letter(a[0], a[1]);
}

static char *fn_index_key(char **a)
{
	return locale_index_key(a[0], a[1]);
}

static char *fn_date(char **a)
{
	return locale_date(a[0], a[1], a[2]);
}

static char *fn_date_range(char **a)
{
	return locale_date_range(a[0], a[1], a[2], a[3]);
}

static char *fn_is_date(char **a)
{
	return locale_is_date(a[0]) ? g_strdup("1") : NULL;
}

static char *fn_counter(char **a)
{
	return locale_counter(a[0], a[1], a[2]);
}

static char *fn_mark(char **a)
{
	return locale_mark(a[0], a[1]);
}

static char *fn_country(char **a)
{
	return locale_country(a[0], a[1]);
}

static char *fn_language(char **a)
{
	return locale_language(a[0], a[1]);
}

static char *fn_upper(char **a)
{
	return locale_upper(a[0], a[1]);
}

static char *fn_lower(char **a)
{
	return locale_lower(a[0], a[1]);
}

static char *fn_decimal(char **a)
{
	return locale_decimal(a[0]);
}

static char *fn_digits(char **a)
{
	return locale_digits(a[0], a[1]);
}

static char *fn_replace(char **a)
{
	struct transform *t = transform_running();
	char *out = locale_replace(a[0], a[1], a[2]);

	if (!out && t)
		diag(t->diags, E_STYLE, (struct where){ 0 }, "\"%s\" is no regular expression",
		     a[1]);
	return out;
}

/* Windows takes these for devices, whatever follows a dot. */
static bool is_device(const char *name)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
	size_t n = strcspn(name, ".");
	bool numbered = n == 4 && g_ascii_isdigit(name[3]);

	for (size_t i = 0; i < G_N_ELEMENTS(devices); i++)
		if ((n == 3 || numbered) && g_ascii_strncasecmp(name, devices[i], 3) == 0)
			return numbered ? i >= 4 : i < 4;
	return false;
}

/* Letters of ASCII, digits and - _ . as they are; what is changed or must stand apart from a
 * name that differs in capitals only ends in a number made of the whole id. */
static char *fn_file_stem(char **a)
{
	enum { LONGEST = 64 };
	g_autofree char *ascii = g_str_to_ascii(a[0], "C");
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA1, a[0], -1);
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = ascii; *p && out->len < LONGEST; p++)
		if (g_ascii_isalnum(*p) || *p == '-' || *p == '_' ||
		    (*p == '.' && out->len && out->str[out->len - 1] != '.'))
			g_string_append_c(out, *p);
	if (out->len && out->str[out->len - 1] == '.')
		g_string_truncate(out, out->len - 1);
	if (is_device(out->str))
		return g_strdup_printf("id-%s-%.8s", out->str, sum);
	if (*a[1] || !out->len || strcmp(out->str, a[0]) != 0)
		return g_strdup_printf("%s%s%.8s", out->str, out->len ? "-" : "id-", sum);
	return g_strdup(out->str);
}

static char *fn_exists(char **a)
{
	struct transform *t = transform_running();

	if (!t || !sandbox_allows(t->sandbox, a[0]) || access(a[0], R_OK))
		return NULL;
	return g_strdup("1");
}

static const struct {
	const char *name;
	char *(*call)(char **arguments);
} string_functions[] = {
	{ "sort-key", fn_sort_key },
	{ "index-letter", fn_index_letter },
	{ "index-key", fn_index_key },
	{ "date", fn_date },
	{ "date-range", fn_date_range },
	{ "is-date", fn_is_date },
	{ "counter", fn_counter },
	{ "mark", fn_mark },
	{ "country", fn_country },
	{ "language", fn_language },
	{ "upper", fn_upper },
	{ "lower", fn_lower },
	{ "decimal", fn_decimal },
	{ "digits", fn_digits },
	{ "replace", fn_replace },
	{ "file-stem", fn_file_stem },
	{ "exists", fn_exists },
};

static char *pop_string(xmlXPathParserContext *c)
{
	xmlChar *popped = xmlXPathPopString(c);
	char *s = g_strdup(popped ? (const char *)popped : "");

	xmlFree(popped);
	return s;
}

static void push_string(xmlXPathParserContext *c, const char *s)
{
	valuePush(c, xmlXPathNewCString(s ? s : ""));
}

static void call_string_function(xmlXPathParserContext *c, int n)
{
	const char *name = (const char *)c->context->function;
	char *a[MAX_ARGUMENTS];
	char *out = NULL;

	if (n > MAX_ARGUMENTS) {
		xmlXPathErr(c, XPATH_INVALID_ARITY);
		return;
	}
	for (int i = MAX_ARGUMENTS - 1; i >= 0; i--)
		a[i] = i < n ? pop_string(c) : g_strdup("");
	for (size_t i = 0; i < G_N_ELEMENTS(string_functions); i++)
		if (strcmp(string_functions[i].name, name) == 0)
			out = string_functions[i].call(a);
	push_string(c, out);
	g_free(out);
	for (int i = 0; i < MAX_ARGUMENTS; i++)
		g_free(a[i]);
}

/* ---- functions of nodes ------------------------------------------------------------- */

/* The place of the first node; of the context node where the set is empty. */
static struct where pop_where(xmlXPathParserContext *c)
{
	xmlXPathObject *o = valuePop(c);
	xmlNode *node = c->context->node;

	if (o && o->type == XPATH_NODESET && o->nodesetval && o->nodesetval->nodeNr > 0)
		node = o->nodesetval->nodeTab[0];
	xmlXPathFreeObject(o);
	if (node && node->type == XML_DOCUMENT_NODE)
		node = xmlDocGetRootElement((xmlDoc *)node);
	return doc_where(NULL, node);
}

static bool has_arity(xmlXPathParserContext *c, int n, int wanted)
{
	if (n != wanted)
		xmlXPathErr(c, XPATH_INVALID_ARITY);
	return n == wanted;
}

static xmlNode *find_title(xmlNode *node, bool in_info)
{
	for (xmlNode *kid = node->children; kid; kid = kid->next) {
		xmlNode *title = NULL;

		if (is_db(kid, "title"))
			return kid;
		if (!in_info && is_db(kid, "info"))
			title = find_title(kid, true);
		if (title)
			return title;
	}
	return NULL;
}

/* As db:title|db:info/db:title, which looks at all children of what may be a long chapter each
 * time it is referred to; a title is among the first. */
static void fn_title(xmlXPathParserContext *c, int n)
{
	xmlXPathObject *o;
	xmlNode *node = NULL;

	if (!has_arity(c, n, 1))
		return;
	o = valuePop(c);
	if (o && o->type == XPATH_NODESET && o->nodesetval && o->nodesetval->nodeNr > 0)
		node = o->nodesetval->nodeTab[0];
	if (node && node->type == XML_ELEMENT_NODE)
		node = find_title(node, false);
	else
		node = NULL;
	valuePush(c, xmlXPathNewNodeSet(node));
	xmlXPathFreeObject(o);
}

static void fn_where(xmlXPathParserContext *c, int n)
{
	struct where at;
	g_autofree char *out = NULL;

	if (!has_arity(c, n, 1))
		return;
	at = pop_where(c);
	out = at.file ? g_strdup_printf("%s:%d", at.file, at.line) : NULL;
	push_string(c, out);
}

static void fn_file(xmlXPathParserContext *c, int n)
{
	if (has_arity(c, n, 1))
		push_string(c, pop_where(c).file);
}

static void fn_path(xmlXPathParserContext *c, int n)
{
	g_autofree char *href = NULL;
	g_autofree char *path = NULL;

	if (!has_arity(c, n, 2))
		return;
	href = pop_string(c);
	path = path_beside(pop_where(c).file, href);
	push_string(c, path);
}

static void fn_report(xmlXPathParserContext *c, int n)
{
	struct transform *t = transform_running();
	g_autofree char *text = NULL;
	g_autofree char *severity = NULL;
	struct where at;

	if (!has_arity(c, n, 3))
		return;
	text = pop_string(c);
	at = pop_where(c);
	severity = pop_string(c);
	if (t)
		diag(t->diags, strcmp(severity, "error") == 0 ? E_CHECK : W_CHECK, at, "%s", text);
	push_string(c, NULL);
}

static const struct {
	const char *name;
	xmlXPathFunction call;
} node_functions[] = {
	{ "title", fn_title },
	{ "where", fn_where },
	{ "file", fn_file },
	{ "path", fn_path },
	{ "report", fn_report },
	{ "highlight", fn_highlight },
};

void functions_register(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(string_functions); i++)
		xsltRegisterExtModuleFunction(BAD_CAST string_functions[i].name, namespace,
					      call_string_function);
	for (size_t i = 0; i < G_N_ELEMENTS(node_functions); i++)
		xsltRegisterExtModuleFunction(BAD_CAST node_functions[i].name, namespace,
					      node_functions[i].call);
}
