/*
 * transform.c - apply a stylesheet, keeping the author's places (see trace.c)
 *
 * A stylesheet comes with the program and is trusted; what it reads by document() is not.
 */
#include "doc/internal.h"

#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltStylesheet, xsltFreeStylesheet)

static _Thread_local struct transform *running;

/* ---- places ------------------------------------------------------------------------- */

static struct where where_of(xmlNode *node)
{
	if (node && (node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE))
		node = xmlDocGetRootElement((xmlDoc *)node);
	return doc_where(NULL, node);
}

/* ---- messages ----------------------------------------------------------------------- */

static bool starts_error(const char *line)
{
	return g_str_has_prefix(line, "runtime error") || g_str_has_prefix(line, "error") ||
	       g_str_has_prefix(line, "compilation error") ||
	       g_str_has_prefix(line, "XPath error");
}

static void report_line(struct transform *t, const char *line)
{
	struct where at = t->context ? where_of(t->context->node) : (struct where){ 0 };

	/* After an error come traces of the processor's stack. */
	if (*line == '\0' || (t->failed && t->context && t->context->state != XSLT_STATE_OK))
		return;
	if (starts_error(line)) {
		/* libxslt says first where it stood in the stylesheet, then what was wrong. */
		g_free(t->prefix);
		t->prefix = g_strdup(line);
	} else if (t->prefix) {
		diag(t->diags, E_STYLE, at, "%s (%s)", line, t->prefix);
		g_clear_pointer(&t->prefix, g_free);
		t->failed = true;
	} else if (!t->context) {
		diag(t->diags, E_STYLE, at, "%s", line);
	} else {
		diag(t->diags, W_STYLE, at, "%s", line);
	}
}

/* libxslt's messages come in bits; xsl:message comes this way too. */
static void G_GNUC_PRINTF(2, 3) on_message(void *data, const char *format, ...)
{
	struct transform *t = data;
	va_list args;
	char *end;

	va_start(args, format);
	g_string_append_vprintf(t->line, format, args);
	va_end(args);
	while ((end = strchr(t->line->str, '\n'))) {
		*end = '\0';
		report_line(t, t->line->str);
		g_string_erase(t->line, 0, end - t->line->str + 1);
	}
}

static void on_xml_error(void *data, xmlError *e)
{
	struct transform *t = data;
	g_autofree char *text = g_strstrip(g_strdup(e->message ? e->message : ""));

	if (e->level < XML_ERR_ERROR)
		return;
	diag(t->diags, E_STYLE, t->context ? where_of(t->context->node) : (struct where){ 0 },
	     "%s%s%s", text, e->str1 ? " in " : "", e->str1 ? e->str1 : "");
}

/* ---- reading ------------------------------------------------------------------------ */

static xmlDoc *load_part(const xmlChar *uri, xmlDict *dict, int options, void *context,
			 xsltLoadType type)
{
	struct load *l = running ? &running->load : NULL;
	g_autofree char *path = g_uri_unescape_string((const char *)uri, NULL);
	bool is_style = type != XSLT_LOAD_DOCUMENT;

	(void)dict, (void)options, (void)context;
	if (!l || !path)
		return NULL;
	l->sandbox = is_style ? NULL : running->sandbox;
	return load_and_include(l, path, is_style ? (struct where){ 0 }
						  : where_of(running->context->node));
}

static xsltStylesheet *load_stylesheet(const char *path)
{
	xmlDoc *xml = load_part((const xmlChar *)path, NULL, 0, NULL, XSLT_LOAD_START);
	xsltStylesheet *style;

	if (!xml)
		return NULL;
	style = xsltParseStylesheetDoc(xml);
	if (!style)
		xmlFreeDoc(xml);
	if (style && style->errors) {
		xsltFreeStylesheet(style);
		return NULL;
	}
	return style;
}

static void forbid_writing(xsltSecurityPrefs *p)
{
	xsltSetSecurityPrefs(p, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
}

/* ---- running ------------------------------------------------------------------------ */

static xmlDoc *apply(struct transform *t, xsltStylesheet *style, xmlDoc *source,
		     const char *const *params)
{
	xsltSecurityPrefs *security = xsltNewSecurityPrefs();
	xmlDoc *result = NULL;

	forbid_writing(security);
	t->context = xsltNewTransformContext(style, source);
	xsltSetCtxtSecurityPrefs(security, t->context);
	xsltSetTransformErrorFunc(t->context, t, on_message);
	keys_register(t->context);
	if (!params || xsltQuoteUserParams(t->context, (const char **)(uintptr_t)params) == 0)
		result = xsltApplyStylesheetUser(style, source, NULL, NULL, NULL, t->context);
	if (t->context->state != XSLT_STATE_OK && result) {
		xmlFreeDoc(result);
		result = NULL;
	}
	xsltFreeTransformContext(t->context);
	t->context = NULL;
	xsltFreeSecurityPrefs(security);
	return result;
}

static void begin(struct transform *t)
{
	running = t;
	xsltSetLoaderFunc(load_part);
	xsltSetGenericErrorFunc(t, on_message);
	xmlSetStructuredErrorFunc(t, on_xml_error);
	xmlRegisterNodeDefault(trace_node);
}

static void end(void)
{
	xmlDeregisterNodeDefault(NULL);
	xmlSetStructuredErrorFunc(NULL, NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
	xsltSetLoaderFunc(NULL);
	running = NULL;
}

struct transform *transform_running(void)
{
	return running;
}

struct doc *doc_transform(const struct doc *source, const char *stylesheet,
			  const char *const *params, const struct sandbox *sandbox,
			  struct diags *d)
{
	struct transform t = { .sandbox = sandbox, .diags = d, .line = g_string_new(NULL) };
	int errors = diags_count(d, SEVERITY_ERROR);
	xsltStylesheet *style;
	xmlDoc *xml = NULL;
	struct doc *doc = NULL;

	load_init(&t.load, NULL, d);
	t.copied = g_array_new(FALSE, FALSE, sizeof(struct copied));
	begin(&t);
	style = load_stylesheet(stylesheet);
	if (style) {
		xml = apply(&t, style, source->xml, params);
		xsltFreeStylesheet(style);
	}
	end();
	if (xml) {
		settle_targets(source->xml, xml);
		doc = g_new0(struct doc, 1);
		doc->xml = xml;
		if (!xml->URL) /* relative names in the result mean what they meant in the book */
			xml->URL = xmlStrdup(source->xml->URL);
	} else if (diags_count(d, SEVERITY_ERROR) == errors) {
		diag(d, E_STYLE, (struct where){ 0 }, "%s could not be applied", stylesheet);
	}
	g_array_free(t.copied, TRUE);
	g_string_free(t.line, TRUE);
	g_free(t.prefix);
	load_clear(&t.load);
	return doc;
}
