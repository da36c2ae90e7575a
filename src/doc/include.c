/*
 * include.c - XInclude, with the author's places
 *
 * libxml2's own XInclude loses the file of what it includes, so the tree is walked here.
 * Each file is parsed once and kept as it is; what is included is copied from it, then
 * searched for inclusions in its turn.  The chain of files that led to a place finds cycles;
 * a limit on all inclusions of a book bounds what doubles at each step.
 */
#include "doc/internal.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xpointer.h>
#include <string.h>

/* Files in files, and elements above an inclusion: walks over the tree are recursive. */
enum { MAX_INCLUSIONS = 20000, MAX_DEPTH = 200, MAX_ANCESTORS = 400 };

static const char xi[] = "http://www.w3.org/2001/XInclude";

/* What led to the include element that is being read, innermost first. */
struct chain {
	const struct chain *outer;
	const char *path, *pointer; /* pointer: NULL for a whole file */
	int depth;
};

static void expand(struct load *l, xmlNode *root, const struct chain *chain);

static bool is_xi(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, xi) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

static char *attribute(xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	char *copy = value && *value ? g_strdup((const char *)value) : NULL;

	xmlFree(value);
	return copy;
}

static void copy_places(const xmlNode *from, xmlNode *to)
{
	to->_private = from->_private;
	if (from->type != XML_ELEMENT_NODE)
		return;
	to = to->children;
	for (from = from->children; from && to; from = from->next, to = to->next)
		copy_places(from, to);
}

xmlNode *copy_node(const xmlNode *from, xmlDoc *doc)
{
	xmlNode *to = xmlDocCopyNode((xmlNode *)(uintptr_t)from, doc, 1);

	if (to)
		copy_places(from, to);
	return to;
}

void repeat_attributes(const xmlNode *from, xmlNode *to)
{
	for (const xmlAttr *a = from->properties; a; a = a->next) {
		xmlNs *ns = a->ns ? xmlSearchNsByHref(to->doc, to, a->ns->href) : NULL;

		if (a->ns && !ns)
			ns = xmlNewNs(to, a->ns->href, a->ns->prefix);
		if (a->children)
			xmlSetNsProp(to, ns, a->name, a->children->content);
	}
}

static void put_before(xmlNode *at, xmlNode *node)
{
	if (node)
		xmlAddPrevSibling(at, node);
}

static void drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

/* ---- what an include element asks for ----------------------------------------------- */

struct request {
	xmlNode *node;
	struct where at;
	char *href, *pointer, *path; /* path: as the author would name the file */
	bool text;
};

static void clear_request(struct request *r)
{
	g_free(r->href);
	g_free(r->pointer);
	g_free(r->path);
}

char *path_beside(const char *file, const char *href)
{
	g_autofree char *name = g_uri_unescape_string(href, NULL);
	const char *relative = name ? name : href;
	g_autofree char *folder = NULL;
	g_autofree char *joined = NULL;

	if (g_str_has_prefix(relative, "file:///"))
		return path_tidy(relative + strlen("file://"));
	if (relative[0] == '/' || !file || !strchr(file, '/'))
		return path_tidy(relative);
	folder = g_path_get_dirname(file);
	joined = g_strconcat(folder, "/", relative, NULL);
	return path_tidy(joined);
}

char *path_of_base(const xmlNode *node)
{
	const char *file = doc_where(NULL, node).file;
	g_autoptr(GPtrArray) bases = g_ptr_array_new_with_free_func(xmlFree);
	char *path = g_strdup(file);

	for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		xmlChar *base = xmlGetNsProp(n, BAD_CAST "base", XML_XML_NAMESPACE);

		if (g_strcmp0(doc_where(NULL, n).file, file) == 0 && base &&
		    !has_scheme((const char *)base))
			g_ptr_array_add(bases, base);
		else
			xmlFree(base);
	}
	for (guint i = bases->len; path && i-- > 0;) {
		const char *base = g_ptr_array_index(bases, i);
		/* a folder is the base of what would lie in it */
		g_autofree char *inside =
			g_strconcat(base, g_str_has_suffix(base, "/") ? "." : "", NULL);
		g_autofree char *beside = path_beside(path, inside);

		g_free(path);
		path = g_str_has_suffix(base, "/") ? g_strconcat(beside, "/.", NULL)
						   : g_steal_pointer(&beside);
	}
	return path;
}

/* The file that href names, by the catalogs where it is an address; NULL: reported. */
static char *file_of_href(struct load *l, const struct request *r)
{
	g_autofree char *base = NULL;
	char *local;

	if (strchr(r->href, '#')) {
		diag(l->diags, E_INCLUDE, r->at,
		     "href=\"%s\": a part of a file is named by xpointer, not after #", r->href);
		return NULL;
	}
	if (!strstr(r->href, "://") || g_str_has_prefix(r->href, "file://")) {
		base = path_of_base(r->node);
		return path_beside(base, r->href);
	}
	local = load_by_catalog(l, r->href);
	if (!local)
		diag(l->diags, E_OUTSIDE, r->at, "%s is on the network: not read", r->href);
	return local;
}

static bool is_xml_type(const char *parse)
{
	return !parse || strcmp(parse, "xml") == 0 || g_str_has_suffix(parse, "/xml") ||
	       g_str_has_suffix(parse, "+xml");
}

static bool read_request(struct load *l, xmlNode *node, struct request *r)
{
	g_autofree char *parse = attribute(node, "parse");

	*r = (struct request){ .node = node, .at = doc_where(NULL, node) };
	r->href = attribute(node, "href");
	r->pointer = attribute(node, "xpointer");
	if (!r->pointer)
		r->pointer = attribute(node, "fragid");
	r->text = parse && (strcmp(parse, "text") == 0 || g_str_has_prefix(parse, "text/"));
	if (!r->href && !r->pointer)
		diag(l->diags, E_INCLUDE, r->at, "xi:include names no file: it needs href");
	else if (!r->text && !is_xml_type(parse))
		diag(l->diags, E_INCLUDE, r->at, "parse=\"%s\": it may be xml or text", parse);
	else if (r->href)
		r->path = file_of_href(l, r);
	else
		r->path = g_strdup(r->at.file);
	return r->path != NULL;
}

static bool is_cycle(struct load *l, const struct request *r, const struct chain *chain)
{
	GString *way = g_string_new(r->path);
	bool found = false;

	for (const struct chain *c = chain; c && !found; c = c->outer) {
		g_string_prepend(way, " -> ");
		g_string_prepend(way, c->path);
		found = strcmp(c->path, r->path) == 0 &&
			(!c->pointer ? !r->pointer : g_strcmp0(c->pointer, r->pointer) == 0);
	}
	if (found)
		diag(l->diags, E_INCLUDE, r->at, "a file includes itself: %s", way->str);
	g_string_free(way, TRUE);
	return found;
}

/* ---- XML ---------------------------------------------------------------------------- */

/* The file as it stands, parsed once. */
static xmlDoc *pristine(struct load *l, const struct request *r)
{
	xmlDoc *xml = g_hash_table_lookup(l->pristine, r->path);

	if (!xml && g_hash_table_contains(l->pristine, r->path))
		diag(l->diags, E_INCLUDE, r->at, "cannot include %s here either", r->path);
	if (xml || g_hash_table_contains(l->pristine, r->path))
		return xml;
	xml = load_file(l, r->path, r->at);
	if (xml)
		g_ptr_array_add(l->parts, xml);
	g_hash_table_insert(l->pristine, g_strdup(r->path), xml);
	return xml;
}

void keep_language(const xmlNode *from, xmlNode *copy, const xmlNode *into)
{
	xmlChar *was = copy && copy->type == XML_ELEMENT_NODE ? xmlNodeGetLang(from) : NULL;
	xmlChar *is = was ? xmlNodeGetLang(into) : NULL;

	if (was && !xmlStrEqual(was, is))
		xmlNodeSetLang(copy, was);
	xmlFree(was);
	xmlFree(is);
}

static int put_nodes(const xmlNodeSet *set, xmlNode *at)
{
	int n = 0;

	for (int i = 0; set && i < set->nodeNr; i++) {
		xmlNode *node = set->nodeTab[i], *copy;

		if (node->type == XML_DOCUMENT_NODE)
			node = xmlDocGetRootElement((xmlDoc *)node);
		if (!node || node->type == XML_ATTRIBUTE_NODE || node->type == XML_NAMESPACE_DECL)
			continue;
		copy = copy_node(node, at->doc);
		keep_language(node, copy, at->parent);
		put_before(at, copy);
		n++;
	}
	return n;
}

static void be_silent(void *data, xmlError *e)
{
	(void)data, (void)e;
}

static bool include_part(struct load *l, const struct request *r, xmlDoc *from)
{
	xmlXPathContext *c = xmlXPtrNewContext(from, NULL, NULL);
	xmlStructuredErrorFunc handler = xmlStructuredError;
	void *data = xmlStructuredErrorContext;
	xmlXPathObject *found;
	int n = 0;

	c->error = be_silent;
	xmlSetStructuredErrorFunc(NULL, be_silent);
	found = xmlXPtrEval((const xmlChar *)r->pointer, c);
	xmlSetStructuredErrorFunc(data, handler);
	if (found && found->type == XPATH_NODESET)
		n = put_nodes(found->nodesetval, r->node);
	if (n == 0)
		diag(l->diags, E_INCLUDE, r->at, "nothing in %s is at \"%s\"", r->path, r->pointer);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(c);
	return n > 0;
}

/* XInclude 1.1, 4.7.5: what an include element says in other vocabularies, it says of what it
 * includes; what it says in that of local attributes is said in none. */
static void copy_attributes(const xmlNode *from, xmlNode *to)
{
	for (const xmlAttr *a = from->properties; a; a = a->next) {
		const char *ns = a->ns ? (const char *)a->ns->href : NULL;
		bool local = g_strcmp0(ns, "http://www.w3.org/2001/XInclude/local-attributes") == 0;
		xmlNs *own = NULL;

		if (!ns || xmlStrEqual(a->ns->href, XML_XML_NAMESPACE) || strcmp(ns, xi) == 0)
			continue;
		if (!local)
			own = xmlSearchNsByHref(to->doc, to, a->ns->href);
		if (!local && !own)
			own = xmlNewNs(to, a->ns->href, a->ns->prefix);
		if (local || own)
			xmlSetNsProp(to, own, a->name, a->children ? a->children->content : NULL);
	}
}

static bool include_xml(struct load *l, const struct request *r)
{
	xmlDoc *from = pristine(l, r);
	g_autofree char *id = attribute(r->node, "set-xml-id");
	xmlNode *before = r->node->prev;
	xmlNode *first;

	if (!from || !xmlDocGetRootElement(from))
		return false;
	if (r->pointer) {
		if (!include_part(l, r, from))
			return false;
	} else {
		put_before(r->node, copy_node(xmlDocGetRootElement(from), r->node->doc));
	}
	first = before ? before->next : r->node->parent->children;
	if (id && first->type == XML_ELEMENT_NODE)
		set_xml(first, "id", id);
	for (; first != r->node; first = first->next)
		if (first->type == XML_ELEMENT_NODE)
			copy_attributes(r->node, first);
	return true;
}

/* ---- text --------------------------------------------------------------------------- */

/* What XML cannot hold becomes U+FFFD; line ends become line feeds. */
static char *clean_text(const char *text, size_t n, bool *bad)
{
	GString *clean = g_string_sized_new(n);

	for (const char *p = text, *end = text + n; p < end;) {
		gunichar c = g_utf8_get_char_validated(p, end - p);

		if (c == (gunichar)-1 || c == (gunichar)-2 || !IS_CHAR(c)) {
			*bad = true;
			g_string_append(clean, "\xef\xbf\xbd");
			p++;
			continue;
		}
		if (c == '\r' && p[1] != '\n')
			g_string_append_c(clean, '\n');
		else if (c != '\r' && !(c == 0xfeff && p == text))
			g_string_append_unichar(clean, c);
		p = g_utf8_next_char(p);
	}
	return g_string_free(clean, FALSE);
}

static bool include_text(struct load *l, const struct request *r)
{
	g_autofree char *encoding = attribute(r->node, "encoding");
	g_autofree char *clean = NULL, *part = NULL;
	size_t n = 0;
	g_autofree char *bytes = file_read(r->path, &n, load_bounds(l, r->path), E_INCLUDE,
					   r->at, l->diags);
	bool bad = false;
	xmlNode *node;

	if (!bytes)
		return false;
	if (encoding) {
		char *utf8 = g_convert(bytes, (gssize)n, "UTF-8", encoding, NULL, &n, NULL);

		if (!utf8) {
			diag(l->diags, E_INCLUDE, r->at, "%s is not %s", r->path, encoding);
			return false;
		}
		g_free(bytes);
		bytes = utf8;
	}
	clean = clean_text(bytes, n, &bad);
	if (bad)
		diag(l->diags, E_INCLUDE, r->at,
		     "%s has bytes that are no UTF-8 text; encoding=\"...\" tells another", r->path);
	part = r->pointer ? fragment_of(clean, r->pointer) : NULL;
	if (r->pointer && !part) {
		diag(l->diags, E_INCLUDE, r->at, "nothing in %s is at \"%s\"", r->path, r->pointer);
		return false;
	}
	node = xmlNewDocText(r->node->doc, BAD_CAST(part ? part : clean));
	put_before(r->node, node);
	return true;
}

/* ---- the walk ----------------------------------------------------------------------- */

static bool use_fallback(xmlNode *node)
{
	for (xmlNode *kid = node->children; kid; kid = kid->next)
		if (is_xi(kid, "fallback")) {
			while (kid->children) {
				xmlNode *child = kid->children;

				xmlUnlinkNode(child);
				put_before(node, child);
			}
			return true;
		}
	return false;
}

static bool has_fallback(const xmlNode *node)
{
	for (xmlNode *kid = node->children; kid; kid = kid->next)
		if (is_xi(kid, "fallback"))
			return true;
	return false;
}

/* So that the gap is seen when the book is built in spite of it. */
static void mark_gap(xmlNode *node, const char *href, bool inline_)
{
	xmlNs *ns = node->parent->type == XML_ELEMENT_NODE ? node->parent->ns : NULL;
	g_autofree char *text = g_strdup_printf("[?%s]", href ? href : "");
	xmlNode *para;

	for (const xmlNode *n = node->parent->children; n; n = n->next)
		inline_ = inline_ || (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n));
	para = xmlNewDocNode(node->doc, ns, BAD_CAST(inline_ ? "phrase" : "para"), NULL);

	para->_private = node->_private;
	xmlNewProp(para, BAD_CAST "role", BAD_CAST "missing");
	xmlAddChild(para, xmlNewDocText(node->doc, BAD_CAST text));
	put_before(node, para);
}

static bool is_there(struct load *l, const struct request *r)
{
	const struct sandbox *bounds = load_bounds(l, r->path);

	return (!bounds || sandbox_allows(bounds, r->path)) && g_file_test(r->path, G_FILE_TEST_EXISTS);
}

static int depth_of(const xmlNode *node)
{
	int depth = 0;

	for (; node; node = node->parent)
		depth++;
	return depth;
}

/* Whether there is room for another inclusion, and sense in it. */
static bool may_include(struct load *l, const struct request *r, const struct chain *chain)
{
	if (chain->depth >= MAX_DEPTH || depth_of(r->node) > MAX_ANCESTORS) {
		diag(l->diags, E_INCLUDE, r->at, "inclusions are nested too deeply");
		return false;
	}
	if (++l->inclusions > MAX_INCLUSIONS) {
		diag_once(l->diags, E_INCLUDE, r->at, "more than %d inclusions", MAX_INCLUSIONS);
		return false;
	}
	return r->text || !is_cycle(l, r, chain);
}

/* The inclusions in what was just put before a node. */
static void expand_between(struct load *l, xmlNode *from, const xmlNode *to,
			   const struct chain *chain)
{
	while (from && from != to) {
		xmlNode *next = from->next; /* an include is replaced while we look */

		expand(l, from, chain);
		from = next;
	}
}

static void include_one(struct load *l, xmlNode *node, const struct chain *chain)
{
	struct request r;
	struct chain inner = { .outer = chain, .depth = chain->depth + 1 };
	xmlNode *before = node->prev, *parent = node->parent;
	bool well = read_request(l, node, &r) && may_include(l, &r, chain);

	if (well && has_fallback(node) && !is_there(l, &r))
		well = false;
	else if (well)
		well = r.text ? include_text(l, &r) : include_xml(l, &r);
	if (!well && !use_fallback(node))
		mark_gap(node, r.href, r.text);
	inner.path = r.path ? r.path : "";
	inner.pointer = r.pointer;
	if (!r.text || !well)
		expand_between(l, before ? before->next : parent->children, node,
			       well ? &inner : chain);
	drop(node);
	clear_request(&r);
}

static void expand(struct load *l, xmlNode *root, const struct chain *chain)
{
	xmlNode *next, *inclusion;

	if (root->type != XML_ELEMENT_NODE)
		return;
	inclusion = is_xi(root, "include") ? root : text_inclusion(root);
	if (inclusion) {
		include_one(l, inclusion, chain);
		return;
	}
	for (xmlNode *kid = root->children; kid; kid = next) {
		next = kid->next;
		expand(l, kid, chain);
	}
}

xmlDoc *load_and_include(struct load *l, const char *path, struct where at)
{
	xmlDoc *xml = load_file(l, path, at);
	struct chain chain = { .path = path };
	bool broken = l->faults > 0;

	if (xml && xmlDocGetRootElement(xml))
		expand(l, xmlDocGetRootElement(xml), &chain);
	if (xml && (broken || !xmlDocGetRootElement(xml))) {
		xmlFreeDoc(xml);
		return NULL;
	}
	return xml;
}
