/*
 * load.c - parse the files of a book
 *
 * Every element gets the author's place as it is parsed (see place.h): the parser's own
 * bookkeeping loses lines above 65,535 and knows one file name per document.  Nothing is
 * read but through file_read(), within the sandbox or beside what the catalogs name.
 */
#include "doc/internal.h"

#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>
#include <string.h>

enum { MAX_BYTES = 512 * 1024 * 1024 };

/* The loading that is under way in this thread: libxml2's entity loader is global. */
static _Thread_local struct load *current;

/* ---- places ------------------------------------------------------------------------- */

static char *path_of(const char *url)
{
	const char *path = g_str_has_prefix(url, "file://") ? url + strlen("file://") : url;

	return g_uri_unescape_string(path, NULL);
}

static GQuark file_quark(const char *url)
{
	g_autofree char *path = path_of(url);

	return g_quark_from_string(path ? path : url);
}

/* Where the parser stands.  Within an entity that has no file of its own: its reference. */
static void *parser_place(xmlParserCtxt *c)
{
	const struct load *l = c->_private;

	for (int i = c->inputNr - 1; i >= 0; i--) {
		const xmlParserInput *in = c->inputTab[i];

		if (in->filename)
			return place_pack(file_quark(in->filename), in->line);
	}
	return l ? l->reference : NULL;
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int n_ns, const xmlChar **ns, int n_attributes, int n_defaulted,
		     const xmlChar **attributes)
{
	xmlParserCtxt *c = data;
	xmlNode *before = c->node;

	xmlSAX2StartElementNs(data, name, prefix, uri, n_ns, ns, n_attributes, n_defaulted,
			      attributes);
	if (c->node && c->node != before)
		c->node->_private = parser_place(c);
}

static xmlEntity *on_entity(void *data, const xmlChar *name)
{
	xmlParserCtxt *c = data;
	struct load *l = c->_private;

	for (int i = c->inputNr - 1; i >= 0; i--)
		if (c->inputTab[i]->filename) {
			l->reference = parser_place(c);
			break;
		}
	return xmlSAX2GetEntity(data, name);
}

static void on_subset(void *data, const xmlChar *name, const xmlChar *id, const xmlChar *url)
{
	xmlParserCtxt *c = data;

	subset_read(c->_private, c, name, id, url);
}

/* ---- faults ------------------------------------------------------------------------- */

static struct where error_where(const xmlError *e)
{
	const xmlParserCtxt *c = e->ctxt;

	if (e->file)
		return (struct where){ g_quark_to_string(file_quark(e->file)), e->line };
	if (c && c->_private)
		return place_where(((const struct load *)c->_private)->reference);
	return (struct where){ 0 };
}

/* After the first of these a file's errors are mostly consequences. */
static bool is_independent(int code)
{
	return code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY ||
	       code == XML_NS_ERR_UNDEFINED_NAMESPACE || code == XML_DTD_ID_REDEFINED;
}

/* What the parser says for programmers.  Takes text. */
static char *in_other_words(const xmlError *e, char *text)
{
	static const struct {
		int code;
		const char *words;
	} plain[] = {
		{ XML_ERR_ENTITY_LOOP, "entities that hold themselves or grow without bound" },
		{ XML_ERR_ENTITYREF_SEMICOL_MISSING,
		  "an entity needs a semicolon at its end; a & itself is written &amp;" },
		{ XML_ERR_ATTRIBUTE_NOT_STARTED,
		  "the value of an attribute needs quotation marks around it" },
		{ XML_ERR_LT_IN_ATTRIBUTE, "a < in the value of an attribute is written &lt;" },
		{ XML_ERR_DOCUMENT_END, "something stands behind the end of the outermost element" },
	};
	const char *words = NULL;
	char *said;

	for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
		if (plain[i].code == e->code)
			words = plain[i].words;
	if (strstr(text, "xmlParseInternalSubset"))
		words = "something in the brackets of the DOCTYPE is no declaration (INCLUDE and IGNORE "
			"sections may stand in files only)";
	else if (strstr(text, "XML_PARSE_HUGE"))
		words = "elements are nested too deeply, or something is larger than it may be";
	else if (e->code == XML_ERR_NAME_REQUIRED && strstr(text, "EntityRef"))
		words = "a & that begins no entity is written &amp;";
	else if (e->code == XML_ERR_NAME_REQUIRED && strstr(text, "StartTag"))
		words = "a < that begins no tag is written &lt;";
	if (e->code == XML_ERR_TAG_NAME_MISMATCH && e->str1 && e->str2)
		said = g_strdup_printf("</%s> stands here, but <%s> of line %d is still open", e->str2,
				       e->str1, e->int1);
	else if (e->code == XML_ERR_TAG_NOT_FINISHED && e->str1)
		said = g_strdup_printf("the file ends, but <%s> of line %d is still open", e->str1,
				       e->int1);
	else if (words)
		said = g_strdup(words);
	else
		return text;
	g_free(text);
	return said;
}

static void on_error(void *data, xmlError *e)
{
	struct load *l = current;
	g_autofree char *text = NULL;

	(void)data;
	if (e->level < XML_ERR_ERROR && e->code != XML_WAR_UNDECLARED_ENTITY)
		return;
	if (e->domain == XML_FROM_VALID || e->code == XML_IO_LOAD_ERROR ||
	    e->code == XML_DTD_XMLID_VALUE)
		return; /* duplicate ids and the like are checked later; files report themselves */
	g_ptr_array_add(l->malformed, (char *)(uintptr_t)error_where(e).file);
	if (!is_independent(e->code) && l->faults++)
		return;
	text = in_other_words(e, g_strstrip(g_strdup(e->message ? e->message : "not well-formed")));
	diag(l->diags, E_XML, error_where(e), "%s", text);
}

/* ---- files -------------------------------------------------------------------------- */

static xmlParserInput *input_of(xmlParserCtxt *c, const char *url, char *text, size_t n)
{
	xmlParserInputBuffer *buffer =
		xmlParserInputBufferCreateMem(text, (int)n, XML_CHAR_ENCODING_NONE);
	xmlParserInput *in = xmlNewIOInputStream(c, buffer, XML_CHAR_ENCODING_NONE);

	if (in)
		in->filename = (const char *)xmlStrdup((const xmlChar *)url);
	else
		xmlFreeParserInputBuffer(buffer);
	return in;
}

/* Beside or below what a catalog names. Symbolic links there are the system's own. */
static bool is_system(const struct load *l, const char *path)
{
	g_autofree char *full = g_canonicalize_filename(path, NULL);

	for (guint i = 0; i < l->system->len; i++) {
		const char *folder = g_ptr_array_index(l->system, i);

		if (g_str_has_prefix(full, folder) && full[strlen(folder)] == '/')
			return true;
	}
	return false;
}

const struct sandbox *load_bounds(const struct load *l, const char *path)
{
	return is_system(l, path) ? NULL : l->sandbox;
}

char *load_by_catalog(struct load *l, const char *url)
{
	xmlChar *found = xmlCatalogResolveSystem(BAD_CAST url);
	char *local;

	if (!found)
		found = xmlCatalogResolveURI(BAD_CAST url);
	local = found ? path_of((const char *)found) : NULL;
	xmlFree(found);
	if (local && strstr(local, "://"))
		g_clear_pointer(&local, g_free);
	if (local)
		g_ptr_array_add(l->system, g_path_get_dirname(local));
	return local;
}

/* The text of an entity that is a file, within the sandbox or what the catalogs lead to. */
static char *read_entity(struct load *l, const char *url, const char *path, struct where at,
			 size_t *n)
{
	if (!path || strstr(path, "://")) {
		diag(l->diags, E_OUTSIDE, at, "%s is on the network and in no XML catalog: not read",
		     url);
		return NULL;
	}
	return file_read(path, n, load_bounds(l, path), E_XML, at, l->diags);
}

/* A DTD, external entity or schema module, through the catalogs. */
static xmlParserInput *load_entity(const char *url, const char *id, xmlParserCtxt *c)
{
	struct load *l = current;
	g_autofree char *path = NULL;
	g_autofree char *text = NULL;
	xmlChar *found = NULL;
	xmlParserInput *in = NULL;
	size_t n = 0;

	if (!l || !url)
		return NULL;
	found = id ? xmlCatalogResolve(BAD_CAST id, BAD_CAST url)
		   : xmlCatalogResolveSystem(BAD_CAST url);
	if (!found)
		found = xmlCatalogResolveURI(BAD_CAST url);
	path = path_of(found ? (const char *)found : url);
	if (found && path)
		g_ptr_array_add(l->system, g_path_get_dirname(path));
	text = read_entity(l, url, path, place_where(c ? parser_place(c) : NULL), &n);
	if (text && n < MAX_BYTES)
		in = input_of(c, found ? (const char *)found : url, text, n);
	xmlFree(found);
	return in;
}

/* libxml2 reads internal entities without the namespaces of where they are used: what has
 * none there gets that of its surroundings. */
static void adopt_namespace(xmlNode *node)
{
	for (; node; node = node->next) {
		const char *colon = node->type == XML_ELEMENT_NODE && !node->ns
					    ? strchr((const char *)node->name, ':')
					    : NULL;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (colon) {
			g_autofree char *prefix = g_strndup((const char *)node->name,
							    (gsize)(colon - (const char *)node->name));
			g_autofree char *local = g_strdup(colon + 1);

			node->ns = xmlSearchNs(node->doc, node, BAD_CAST prefix);
			if (node->ns)
				xmlNodeSetName(node, BAD_CAST local);
		} else if (!node->ns) {
			xmlNs *ns = xmlSearchNs(node->doc, node, NULL);

			node->ns = ns && ns->href && *ns->href ? ns : NULL;
		}
		adopt_namespace(node->children);
	}
}

static xmlDoc *parse(struct load *l, const char *path, const char *text, size_t n)
{
	xmlParserCtxt *c = xmlNewParserCtxt();
	xmlChar *url = xmlPathToURI((const xmlChar *)path);
	xmlDoc *xml;

	if (c->dict)
		xmlDictFree(c->dict);
	c->dict = l->dict;
	xmlDictReference(c->dict);
	c->_private = l;
	c->sax->startElementNs = on_start;
	c->sax->getEntity = on_entity;
	c->sax->externalSubset = on_subset;
	c->sax->serror = on_error;
	xml = xmlCtxtReadMemory(c, text, (int)n, (const char *)url, NULL,
				XML_PARSE_NOENT | XML_PARSE_DTDLOAD | XML_PARSE_NOCDATA |
					XML_PARSE_NONET | XML_PARSE_BIG_LINES |
					XML_PARSE_RECOVER | XML_PARSE_NOXINCNODE);
	xmlFree(url);
	subset_keep(l, c, xml);
	xmlFreeParserCtxt(c);
	if (xml && xml->intSubset)
		adopt_namespace(xmlDocGetRootElement(xml));
	return xml;
}

/* The local file that the catalogs have for a web address; else the path itself. */
static char *by_catalog(struct load *l, const char *path)
{
	char *local = strstr(path, "://") ? load_by_catalog(l, path) : NULL;

	return local ? local : g_strdup(path);
}

xmlDoc *load_file(struct load *l, const char *name, struct where at)
{
	g_autofree char *path = by_catalog(l, name);
	g_autofree char *text = NULL;
	struct load *outer = current;
	xmlDoc *xml = NULL;
	size_t n;

	text = file_read(path, &n, load_bounds(l, path), at.file ? E_INCLUDE : E_FILE_READ, at, l->diags);
	if (!text)
		return NULL;
	l->bytes += n;
	if (l->bytes > MAX_BYTES) {
		diag(l->diags, E_XML, at, "the book is larger than 512 MiB: %s not read", path);
		return NULL;
	}
	l->faults = 0;
	current = l;
	xml = parse(l, path, text, n);
	current = outer;
	return xml;
}

void load_begin(struct load *l)
{
	current = l;
}

void load_end(void)
{
	current = NULL;
}

static void free_doc(void *p)
{
	xmlFreeDoc(p);
}

void load_init(struct load *l, const struct sandbox *s, struct diags *d)
{
	*l = (struct load){
		.sandbox = s,
		.system = g_ptr_array_new_with_free_func(g_free),
		.diags = d,
		.dict = xmlDictCreate(),
		.parts = g_ptr_array_new_with_free_func(free_doc),
		.malformed = g_ptr_array_new(),
		.subsets = subsets_new(),
		.pristine = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};
	xmlSetExternalEntityLoader(load_entity);
}

void load_clear(struct load *l)
{
	g_ptr_array_free(l->system, TRUE);
	g_hash_table_destroy(l->subsets);
	xmlDictFree(l->dict);
	g_hash_table_destroy(l->pristine);
	if (l->parts)
		g_ptr_array_free(l->parts, TRUE);
	if (l->malformed)
		g_ptr_array_free(l->malformed, TRUE);
}

void register_ids(xmlDoc *doc, xmlNode *node)
{
	for (; node; node = node->next) {
		xmlAttr *id;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		id = xmlHasNsProp(node, BAD_CAST "id", XML_XML_NAMESPACE);
		if (id && id->children && id->atype != XML_ATTRIBUTE_ID)
			xmlAddID(NULL, doc, id->children->content, id);
		register_ids(doc, node->children);
	}
}

struct doc *doc_load_at(const char *path, struct where at, const struct sandbox *sandbox,
			struct diags *d)
{
	struct load l;
	xmlDoc *xml;
	struct doc *doc = NULL;

	load_init(&l, sandbox, d);
	xml = load_and_include(&l, path, at);
	if (xml) {
		register_ids(xml, xml->children);
		doc = g_new0(struct doc, 1);
		doc->xml = xml;
		doc->faults = dtd_faults(&l, xml);
		doc->parts = g_steal_pointer(&l.parts);
		doc->malformed = g_steal_pointer(&l.malformed);
	}
	load_clear(&l);
	return doc;
}

struct doc *doc_load(const char *path, const struct sandbox *sandbox, struct diags *d)
{
	return doc_load_at(path, (struct where){ 0 }, sandbox, d);
}
