/*
 * html.c - an element tree as text
 *
 * HTML by its own rules of serialisation (WHATWG HTML, 13.3): void elements have no end tag,
 * a line feed after <pre> is doubled, foreign elements (SVG, MathML) go by their local names.
 */
#include "web/html.h"

#include "web/epub.h"
#include "web/pictures.h"
#include "web/tree.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 4000 };

static const char own_namespace[] = "urn:handbook:xslt";

struct writer {
	GString *out;
	enum html_form form;
	const struct web_options *options;
	int depth;
};

static bool is_void(const char *name)
{
	static const char *const names[] = { "area", "base",  "br",   "col",	"embed", "hr",
					     "img",  "input", "link", "meta", "source", "wbr" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static void write_text(GString *out, const char *s, bool in_attribute)
{
	for (; *s; s++)
		switch (*s) {
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		case '"':
			g_string_append(out, in_attribute ? "&quot;" : "\"");
			break;
		default:
			g_string_append_c(out, *s);
		}
}

static bool is_in(const xmlNode *node, const char *uri)
{
	return node->ns && strcmp((const char *)node->ns->href, uri) == 0;
}

/* Signs that no address may hold are written by their numbers (RFC 3986); a host stays as it is. */
static void write_encoded(GString *out, const char *value)
{
	const char *host = strstr(value, "://");
	const char *from = host ? host + 3 + strcspn(host + 3, "/?#") : value;
	g_autofree char *before = g_strndup(value, (gsize)(from - value));
	bool fragment = false;

	write_text(out, before, true);
	for (const char *p = from; *p; p++) {
		char sign[2] = { *p, '\0' };

		if (strchr(" \"<>[]\\^`{|}", *p) || (fragment && *p == '#'))
			g_string_append_printf(out, "%%%02X", (unsigned char)*p);
		else
			write_text(out, sign, true);
		fragment = fragment || *p == '#';
	}
}

/* In a book of XHTML the pages are called so. */
static void write_address(struct writer *w, const char *value)
{
	const char *end = value + strcspn(value, "#?");

	if (w->form == HTML_XHTML && !strchr(value, ':') && end - value > 5 &&
	    strncmp(end - 5, ".html", 5) == 0) {
		g_autofree char *stem = g_strndup(value, (gsize)(end - 5 - value));

		write_text(w->out, stem, true);
		g_string_append(w->out, ".xhtml");
		value = end;
	}
	write_encoded(w->out, value);
}

/* What the author means by an address is not in the archive: files beside the book, elsewhere. */
static bool leads_out(const struct writer *w, const xmlAttr *a)
{
	g_autofree char *value = tree_attribute(a->parent, "href");
	size_t n = strcspn(value, "#?");

	return w->options->files && n > 0 && !strchr(value, ':') &&
	       !epub_holds(w->options->files, value, n);
}

/* What says how large a picture is: write_size makes of it what HTML has. */
static bool is_size(const xmlAttr *a)
{
	static const char *const names[] = { "width", "height", "data-scale", "data-fit" };

	if (!is_in(a->parent, TREE_XHTML) || !tree_is(a->parent, "img"))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp((const char *)a->name, names[i]) == 0)
			return true;
	return false;
}

static void write_attribute(struct writer *w, const xmlAttr *a)
{
	const char *name = (const char *)a->name;
	xmlChar *value;
	const char *prefix = a->ns && a->ns->prefix ? (const char *)a->ns->prefix : NULL;
	bool lang = prefix && strcmp(prefix, "xml") == 0 && strcmp(name, "lang") == 0;

	if (is_size(a))
		return;
	if (w->form == HTML_XHTML && strcmp(name, "tabindex") == 0)
		return; /* a reading system moves by itself */
	if (w->form == HTML_PAGE && strcmp(name, "style") == 0)
		return; /* the policy has none */
	if (w->form == HTML_XHTML && strcmp(name, "href") == 0 && leads_out(w, a))
		return;
	g_string_append_c(w->out, ' ');
	if (prefix && !(lang && w->form == HTML_PAGE))
		g_string_append_printf(w->out, "%s:", prefix);
	g_string_append_printf(w->out, "%s=\"", name);
	value = xmlNodeListGetString(a->doc, a->children, 1);
	if (value && (strcmp(name, "href") == 0 || strcmp(name, "src") == 0))
		write_address(w, (const char *)value);
	else
		write_text(w->out, value ? (const char *)value : "", true);
	g_string_append_c(w->out, '"');
	xmlFree(value);
}

/* What reading systems go by: notes open where they are called. */
static void write_kind(struct writer *w, const xmlNode *node)
{
	static const struct {
		const char *role, *kind;
	} kinds[] = { { "doc-noteref", "noteref" }, { "doc-endnotes", "footnotes" } };
	g_autofree char *role = tree_attribute(node, "role");

	if (tree_is(node, "li") && tree_has_class(node, "note"))
		g_string_append(w->out, " epub:type=\"footnote\"");
	for (size_t i = 0; *role && i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(role, kinds[i].role) == 0)
			g_string_append_printf(w->out, " epub:type=\"%s\"", kinds[i].kind);
}

/* The page of the printed edition, where there is one.  Every viewer knows the number of a page,
   some the name of a place on it too. */
static void write_pdf_page(struct writer *w, const xmlNode *node)
{
	const struct web_options *o = w->options;
	g_autofree char *id = tree_attribute(node, "of");
	g_autofree char *text = tree_attribute(node, "text");
	g_autofree char *before = tree_attribute(node, "before");
	g_auto(GStrv) parts = g_strsplit(text, "%p", 2);
	const struct web_page *page = o->pages && o->pdf ? web_pages_find(o->pages, id) : NULL;

	if (!page || w->form != HTML_PAGE || !parts[0])
		return;
	write_text(w->out, before, false);
	g_string_append(w->out, "<a class=\"pdf-page\" href=\"");
	write_text(w->out, o->pdf, true);
	g_string_append_printf(w->out, "#page=%d&amp;nameddest=", page->number);
	write_text(w->out, id, true);
	g_string_append(w->out, "\">");
	write_text(w->out, parts[0], false);
	write_text(w->out, page->label, false);
	write_text(w->out, parts[1] ? parts[1] : "", false);
	g_string_append(w->out, "</a>");
}

static void write_node(struct writer *w, const xmlNode *node);

static void write_children(struct writer *w, const xmlNode *node)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next)
		write_node(w, kid);
}

static void write_namespaces(struct writer *w, const xmlNode *node)
{
	bool changes = !node->parent || node->parent->type != XML_ELEMENT_NODE ||
		       !node->parent->ns || !node->ns ||
		       strcmp((const char *)node->parent->ns->href, (const char *)node->ns->href) != 0;

	if (w->form == HTML_XHTML && node->ns && changes)
		g_string_append_printf(w->out, " xmlns=\"%s\"", (const char *)node->ns->href);
	for (const xmlNs *ns = node->nsDef; ns && w->form == HTML_XHTML; ns = ns->next)
		if (ns->prefix && strcmp((const char *)ns->href, own_namespace) != 0)
			g_string_append_printf(w->out, " xmlns:%s=\"%s\"", (const char *)ns->prefix,
					       (const char *)ns->href);
}

static int size_of(const xmlNode *img, const char *name)
{
	g_autofree char *value = tree_attribute(img, name);

	return tree_number(value);
}

static int part(int whole, int n, int of)
{
	return MAX(1, (int)((int64_t)whole * n / of));
}

/* The size that is wanted, of what the picture has itself: data-scale is a share of that in
 * per cent; data-fit: width and height are a frame that it fills as far as it can. */
static struct web_picture wanted_size(const xmlNode *img, const struct web_picture *own)
{
	struct web_picture p = { .width = size_of(img, "width"),
				 .height = size_of(img, "height") };
	int scale = size_of(img, "data-scale");

	if (!own || own->width <= 0 || own->height <= 0)
		return p;
	if (scale > 0)
		p.width = part(own->width, scale, 100);
	if (p.height > 0 && size_of(img, "data-fit")) {
		p.width = MIN(p.width, part(p.height, own->width, own->height));
		p.height = 0;
	}
	if (p.width <= 0)
		p.width = p.height > 0 ? part(p.height, own->width, own->height) : own->width;
	if (p.height <= 0)
		p.height = part(p.width, own->height, own->width);
	return p;
}

/* How large a picture is, so that the page does not move when it arrives. */
static void write_size(struct writer *w, const xmlNode *img)
{
	g_autofree char *src = tree_attribute(img, "src");
	struct web_picture p = wanted_size(img, web_pictures_find(w->options->pictures, src));

	if (p.width > 0)
		g_string_append_printf(w->out, " width=\"%d\"", p.width);
	if (p.height > 0)
		g_string_append_printf(w->out, " height=\"%d\"", p.height);
}

static void write_element(struct writer *w, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	bool html = is_in(node, TREE_XHTML);

	g_string_append_printf(w->out, "<%s", name);
	write_namespaces(w, node);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		write_attribute(w, a);
	if (html && w->form == HTML_XHTML)
		write_kind(w, node);
	if (html && strcmp(name, "img") == 0)
		write_size(w, node);
	if ((html && is_void(name)) || (!html && !node->children)) {
		g_string_append(w->out, w->form == HTML_XHTML || !html ? "/>" : ">");
		return;
	}
	g_string_append_c(w->out, '>');
	if (html && strcmp(name, "pre") == 0)
		g_string_append_c(w->out, '\n');
	write_children(w, node);
	g_string_append_printf(w->out, "</%s>", name);
}

/* What a reading system has of its own: ways through the book, addresses, windows. */
static bool is_left_out(const struct writer *w, const xmlNode *node)
{
	return w->form == HTML_XHTML && node->type == XML_ELEMENT_NODE &&
	       (strcmp((const char *)node->name, "nav") == 0 || tree_has_class(node, "permalink") ||
		tree_has_class(node, "definition") || tree_has_class(node, "cite"));
}

static void write_node(struct writer *w, const xmlNode *node)
{
	if (w->depth >= MAX_DEPTH || is_left_out(w, node))
		return;
	w->depth++;
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		write_text(w->out, (const char *)node->content, false);
	else if (node->type == XML_ELEMENT_NODE && is_in(node, own_namespace)) {
		if (strcmp((const char *)node->name, "pdf-page") == 0)
			write_pdf_page(w, node);
		else
			write_children(w, node);
	} else if (w->form == HTML_XHTML && tree_is(node, "a") && tree_has_class(node, "zoom"))
		write_children(w, node); /* a picture is no chapter that could be opened */
	else if (node->type == XML_ELEMENT_NODE)
		write_element(w, node);
	w->depth--;
}

void html_write(GString *out, const xmlNode *node, enum html_form form, const struct web_options *o)
{
	struct writer w = { .out = out, .form = form, .options = o };

	write_node(&w, node);
}
