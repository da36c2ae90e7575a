/*
 * reader.c - from XML to the formatting tree
 *
 * One walk in document order makes the objects with their styles and text; then they are
 * linked, which leaves out texts of which nothing remained, and numbered.  Markers are only
 * noted in the walk: their content inherits from where it is retrieved.
 */
#include "fo/reader.h"

#include <stdlib.h>
#include <string.h>

/* Deeper than any book, shallower than the stack: layout recurses over this tree too. */
enum { MAX_DEPTH = 2000 };

#define NS_FOX "http://xmlgraphics.apache.org/fop/extensions"
#define NS_AXF "http://www.antennahouse.com/names/XSL/Extensions"
#define NS_RX "http://www.renderx.com/XSL/Extensions"

/* Where the walk is. */
struct place {
	struct fo *fo;
	const struct scope *scope;
	struct columns *columns;       /* of the innermost table */
	const struct fo_style *column; /* of the innermost cell */
	int depth;
};

struct given_attributes {
	struct attribute at[MAX_ATTRIBUTES];
	int n;
	const char *id;
};

static void read_children(struct reader *, const xmlNode *, const struct place *);

/* ---- attributes ---- */

static const char *attribute_value(struct reader *r, const xmlAttr *a)
{
	const xmlNode *c = a->children;
	xmlChar *joined;
	const char *value;

	if (!c)
		return "";
	if (!c->next && c->type == XML_TEXT_NODE)
		return (const char *)c->content;
	joined = xmlNodeListGetString(a->doc, c, 1);
	value = arena_strdup(r->tree.arena, joined ? (const char *)joined : "");
	xmlFree(joined);
	return value;
}

/* The name with our prefix for its namespace, or NULL: not ours. */
static const struct attribute_name *attribute_name(struct reader *r, const xmlAttr *a)
{
	const char *ns = a->ns ? (const char *)a->ns->href : NULL;
	const char *prefix = NULL;
	g_autofree char *full = NULL;

	if (!ns)
		return attribute_name_find(&r->refiner, (const char *)a->name);
	if (strcmp(ns, (const char *)XML_XML_NAMESPACE) == 0)
		prefix = "xml:";
	else if (strcmp(ns, NS_FOX) == 0)
		prefix = "fox:";
	else if (strcmp(ns, NS_AXF) == 0)
		prefix = "axf:";
	else
		return NULL;
	full = g_strconcat(prefix, (const char *)a->name, NULL);
	return attribute_name_find(&r->refiner, full);
}

static void read_attributes(struct reader *r, const xmlNode *node, struct given_attributes *to)
{
	to->n = 0;
	to->id = NULL;
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		const struct attribute_name *name = attribute_name(r, a);

		if (!name)
			continue;
		if (name->kind == ATTRIBUTE_UNKNOWN && !a->ns)
			diag_once(r->diags, W_FO_UNKNOWN, doc_where(r->doc, node),
				  "unknown property \"%s\"", name->name);
		if (name->kind == ATTRIBUTE_ID)
			to->id = attribute_value(r, a);
		else if (name->kind >= ATTRIBUTE_PROPERTY && to->n < MAX_ATTRIBUTES)
			to->at[to->n++] = (struct attribute){ name, attribute_value(r, a) };
	}
}

/* ---- objects ---- */

static struct fo *add_fo(struct reader *r, enum fo_kind kind, const struct fo *parent,
			 struct where from)
{
	struct fo *fo = ARENA_NEW(r->tree.arena, struct fo);

	fo->kind = kind;
	fo->parent = parent;
	fo->from = from;
	fo->index = (int)r->nodes->len;
	g_ptr_array_add(r->nodes, fo);
	return fo;
}

/* Made apart from the recursion, so that its stack frames stay small. */
static G_GNUC_NO_INLINE struct place open_fo(struct reader *r, const xmlNode *node,
					     enum fo_kind kind, const struct place *parent)
{
	struct given_attributes a;
	struct attributes given = { .at = a.at };
	struct place p = *parent;
	struct where at = doc_where(r->doc, node);

	read_attributes(r, node, &a);
	if (kind == FO_TABLE_ROW && p.columns)
		columns_next_row(p.columns);
	if (kind == FO_TABLE_CELL && p.columns)
		p.column = columns_cell(p.columns, a.at, a.n);
	given.n = a.n;
	given.column = p.column;
	p.scope = refine(&r->refiner, parent->scope, kind, &given, at);
	p.fo = add_fo(r, kind, parent->fo, at);
	p.fo->style = refine_own(&r->refiner, p.scope, &given, at);
	if (a.id && *a.id && !r->in_marker)
		p.fo->id = arena_strdup(r->tree.arena, a.id);
	if (kind == FO_TABLE_COLUMN && p.columns)
		columns_add(p.columns, p.fo->style);
	if (kind == FO_TABLE)
		p.columns = columns_new();
	p.depth++;
	return p;
}

/* ---- text ---- */

/* text-transform: capitals of words are layout's, for words may run over inline objects. */
/* The white-space properties apply to blocks (7.17): those of inlines count for nothing. */
static const struct fo_style *space_style(const struct fo *parent, const struct fo_style *own)
{
	for (const struct fo *fo = parent; fo; fo = fo->parent) {
		if (fo->kind == FO_BLOCK)
			return fo->style;
		if (fo->kind != FO_INLINE && fo->kind != FO_BASIC_LINK && fo->kind != FO_WRAPPER &&
		    fo->kind != FO_BIDI_OVERRIDE)
			break;
	}
	return own;
}

static void add_text(struct reader *r, struct fo *parent, const struct scope *scope,
		     const char *content)
{
	const struct fo_style *style = refine_text(&r->refiner, scope);
	struct fo *text = add_fo(r, FO_TEXT, parent, parent->from);
	g_autofree char *changed = NULL;

	text->style = style;
	if (style->text_transform == KW_UPPERCASE)
		changed = g_utf8_strup(content, -1);
	else if (style->text_transform == KW_LOWERCASE)
		changed = g_utf8_strdown(content, -1);
	space_text(&r->space, r->tree.arena, text, changed ? changed : content,
		   space_style(parent, style));
}

static bool is_blank(const char *s)
{
	return s[strspn(s, " \t\n\r")] == '\0';
}

static void report_text(struct reader *r, const char *content, const struct fo *parent)
{
	g_autofree char *valid = g_utf8_make_valid(content, -1);
	g_auto(GStrv) lines = g_strsplit(g_strstrip(valid), "\n", 2);
	g_autofree char *start = g_utf8_substring(lines[0], 0, MIN(g_utf8_strlen(lines[0], -1), 40));

	diag(r->diags, E_FO_STRUCTURE, parent->from, "text may not stand in fo:%s: \"%s\"",
	     fo_kind_name(parent->kind), start);
}

static void read_text(struct reader *r, const char *content, const struct place *p)
{
	const struct scope *scope = p->scope;
	struct fo *parent = p->fo;

	if (!structure_has_text(parent->kind)) {
		if (is_blank(content))
			return;
		report_text(r, content, parent);
		if (!structure_has_blocks(parent->kind))
			return;
		scope = refine(&r->refiner, scope, FO_BLOCK, &(struct attributes){ 0 },
			       parent->from);
		parent = add_fo(r, FO_BLOCK, parent, parent->from);
		parent->style = scope->style;
		space_boundary(&r->space);
	}
	add_text(r, parent, scope, content);
	if (parent != p->fo)
		space_boundary(&r->space);
}

/* ---- objects with a reading of their own ---- */

static void read_character(struct reader *r, const struct place *p)
{
	char utf8[8] = { 0 };

	if (!p->fo->style->character) {
		diag(r->diags, E_FO_STRUCTURE, p->fo->from, "fo:character has no character");
		return;
	}
	utf8[g_unichar_to_utf8(p->fo->style->character, utf8)] = '\0';
	p->fo->kind = FO_INLINE;
	add_text(r, p->fo, p->scope, utf8);
}

/* The whole of it as XML with the namespaces in scope. */
static void read_foreign(struct reader *r, const xmlNode *node, struct fo *fo)
{
	const xmlNode *root = node->children;
	xmlDoc *alone;
	xmlChar *bytes = NULL;
	int n = 0;

	while (root && root->type != XML_ELEMENT_NODE)
		root = root->next;
	if (!root) {
		diag(r->diags, E_FO_STRUCTURE, fo->from,
		     "fo:instream-foreign-object is empty");
		return;
	}
	alone = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(alone, xmlDocCopyNode((xmlNode *)(uintptr_t)root, alone, 1));
	xmlReconciliateNs(alone, xmlDocGetRootElement(alone));
	xmlDocDumpMemoryEnc(alone, &bytes, &n, "UTF-8");
	fo->text = arena_strndup(r->tree.arena, (const char *)bytes, (size_t)n);
	fo->n_bytes = n;
	xmlFree(bytes);
	xmlFreeDoc(alone);
}

static bool is_fo(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, NS_FO) == 0;
}

/* Of a switch the case that shows, or the first. */
static void read_switch(struct reader *r, const xmlNode *node, const struct place *p)
{
	const xmlNode *chosen = NULL;
	bool shown = false;
	struct place inside;

	for (const xmlNode *c = node->children; c && !shown; c = c->next) {
		xmlChar *state;

		if (!is_fo(c))
			continue;
		state = xmlGetNoNsProp(c, (const xmlChar *)"starting-state");
		shown = !state || strcmp((const char *)state, "hide") != 0;
		if (shown || !chosen)
			chosen = c;
		xmlFree(state);
	}
	if (!chosen)
		return;
	inside = open_fo(r, chosen, FO_WRAPPER, p);
	read_children(r, chosen, &inside);
}

/* What is set in the midst of other text later on: the blanks at its ends count. */
static bool is_insertion(enum fo_kind kind)
{
	return kind == FO_FOLIO_PREFIX || kind == FO_FOLIO_SUFFIX ||
	       (kind >= FO_INDEX_PAGE_NUMBER_PREFIX && kind <= FO_INDEX_PAGE_NUMBER_SUFFIX) ||
	       kind == FO_INDEX_PAGE_CITATION_LIST_SEPARATOR ||
	       kind == FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR;
}

/* Content that stands elsewhere on the page: its white space is a sequence of its own. */
static bool is_out_of_line(enum fo_kind kind)
{
	return kind == FO_FOOTNOTE_BODY || kind == FO_FLOAT || kind == FO_INLINE_CONTAINER ||
	       is_insertion(kind);
}

static void read_apart(struct reader *r, const xmlNode *node, const struct place *p)
{
	struct space outer = r->space;
	bool block = !is_insertion(p->fo->kind);

	r->space = (struct space){ .tail = g_array_new(FALSE, FALSE, sizeof(struct tail)) };
	if (block)
		space_boundary(&r->space);
	read_children(r, node, p);
	if (block)
		space_boundary(&r->space);
	g_array_free(r->space.tail, TRUE);
	r->space = outer;
}

static bool is_space_neutral(enum fo_kind kind)
{
	return kind == FO_INLINE || kind == FO_BASIC_LINK || kind == FO_BIDI_OVERRIDE ||
	       kind == FO_WRAPPER || kind == FO_MARKER || kind == FO_FOOTNOTE ||
	       kind == FO_FOOTNOTE_BODY ||
	       kind == FO_FLOAT || kind == FO_CHANGE_BAR_BEGIN || kind == FO_CHANGE_BAR_END ||
	       kind == FO_INDEX_RANGE_BEGIN || kind == FO_INDEX_RANGE_END ||
	       kind == FO_CHARACTER;
}

static void read_content(struct reader *r, const xmlNode *node, enum fo_kind kind,
			 const struct place *p)
{
	switch ((int)kind) {
	case FO_CHARACTER:
		read_character(r, p);
		return;
	case FO_INSTREAM_FOREIGN_OBJECT:
		read_foreign(r, node, p->fo);
		return;
	case FO_MARKER:
		g_hash_table_insert(r->markers, p->fo, (gpointer)(uintptr_t)node);
		return;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		g_hash_table_insert(r->retrievers, p->fo, (gpointer)(uintptr_t)p->scope);
		return;
	case FO_DECLARATIONS:
		meta_read(&r->tree.meta, r->tree.arena, node);
		return;
	case FO_MULTI_SWITCH:
		p->fo->kind = FO_WRAPPER;
		read_switch(r, node, p);
		return;
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
		p->fo->kind = FO_WRAPPER;
		break;
	}
	if (is_out_of_line(kind))
		read_apart(r, node, p);
	else
		read_children(r, node, p);
}

/* ---- the walk ---- */

static enum fo_kind kind_of(struct reader *r, const xmlNode *node, const struct place *parent)
{
	struct where at = doc_where(r->doc, node);
	enum fo_kind kind =
		(enum fo_kind)(GPOINTER_TO_INT(g_hash_table_lookup(r->kinds, node->name)) - 1);

	if ((int)kind < 0) {
		diag_once(r->diags, W_FO_UNKNOWN, at, "unknown object fo:%s",
			  (const char *)node->name);
		return structure_has_text(parent->fo->kind) ? FO_WRAPPER : FO_BLOCK;
	}
	switch (structure_place(r->diags, parent->fo->kind, kind, at)) {
	case PLACED:
		return kind;
	case AS_BLOCK:
		return FO_BLOCK;
	case REFUSED:
		break;
	}
	return N_FO_KINDS;
}

/* What only a screen acts on, and what this formatter does not do: the scale of a picture is
 * asked of nobody. */
static bool is_left_out(struct reader *r, const xmlNode *node, enum fo_kind kind)
{
	if (kind == N_FO_KINDS || kind == FO_MULTI_PROPERTY_SET)
		return true;
	if (kind != FO_SCALING_VALUE_CITATION)
		return false;
	diag_once(r->diags, W_FO_UNKNOWN, doc_where(r->doc, node), "fo:%s has no effect",
		  fo_kind_name(kind));
	return true;
}

static void read_object(struct reader *r, const xmlNode *node, const struct place *parent)
{
	enum fo_kind kind = kind_of(r, node, parent);
	struct place p;
	bool block;

	if (is_left_out(r, node, kind))
		return;
	if (parent->depth >= MAX_DEPTH) {
		diag_once(r->diags, E_FO_STRUCTURE, doc_where(r->doc, node),
			  "objects are nested more than %d deep: the rest is left out", MAX_DEPTH);
		return;
	}
	block = !structure_is_inline(kind) && !is_out_of_line(kind);
	p = open_fo(r, node, kind, parent);
	if (block)
		space_boundary(&r->space);
	read_content(r, node, kind, &p);
	if (block)
		space_boundary(&r->space);
	else if (!is_space_neutral(kind))
		space_object(&r->space);
	if (kind == FO_TABLE)
		columns_free(p.columns);
}

/* An element of another namespace where an object could be.  Those of known extensions have
 * no effect on the page. */
static void read_extension(struct reader *r, const xmlNode *node)
{
	const char *ns = node->ns ? (const char *)node->ns->href : "";

	if (strcmp(ns, NS_FOX) == 0 || strcmp(ns, NS_AXF) == 0 || strcmp(ns, NS_RX) == 0)
		return;
	diag_once(r->diags, W_FO_UNKNOWN, doc_where(r->doc, node),
		  "unknown element \"%s\" is left out", (const char *)node->name);
}

static void read_children(struct reader *r, const xmlNode *node, const struct place *p)
{
	for (const xmlNode *c = node->children; c; c = c->next) {
		if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
			read_text(r, (const char *)c->content, p);
		else if (is_fo(c))
			read_object(r, c, p);
		else if (c->type == XML_ELEMENT_NODE)
			read_extension(r, c);
	}
}

/* ---- the entries ---- */

static GHashTable *kinds_new(void)
{
	GHashTable *kinds = g_hash_table_new(g_str_hash, g_str_equal);

	for (int i = 0; i < FO_TEXT; i++)
		g_hash_table_insert(kinds, (gpointer)(uintptr_t)fo_kind_name((enum fo_kind)i),
				    GINT_TO_POINTER(i + 1));
	return kinds;
}

static struct reader *reader_new(const struct doc *doc, bool plain, struct diags *d)
{
	struct reader *r = g_new0(struct reader, 1);

	r->tree.arena = arena_new();
	r->refiner.arena = r->tree.arena;
	r->refiner.diags = d;
	r->tree.plain = r->refiner.plain = plain;
	refiner_start(&r->refiner);
	r->doc = doc;
	r->diags = d;
	r->nodes = g_ptr_array_new();
	r->space.tail = g_array_new(FALSE, FALSE, sizeof(struct tail));
	r->kinds = kinds_new();
	r->markers = g_hash_table_new(NULL, NULL);
	r->retrievers = g_hash_table_new(NULL, NULL);
	r->retrieved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return r;
}

static const char *folder_of(struct arena *arena, struct where at)
{
	g_autofree char *folder = at.file ? g_path_get_dirname(at.file) : g_strdup(".");

	return arena_strdup(arena, folder);
}

struct fo_tree *fo_read(const struct doc *doc, bool plain, struct diags *d)
{
	const xmlNode *root = doc_xml(doc)->children;
	struct reader *r;
	struct place top = { 0 }, p;

	while (root && root->type != XML_ELEMENT_NODE)
		root = root->next;
	if (!root || !is_fo(root) || strcmp((const char *)root->name, "root") != 0) {
		diag(d, E_FO_ROOT, root ? doc_where(doc, root) : (struct where){ 0 },
		     "not a formatting tree: its root is not fo:root");
		return NULL;
	}
	r = reader_new(doc, plain, d);
	p = open_fo(r, root, FO_ROOT, &top);
	space_boundary(&r->space);
	read_children(r, root, &p);
	r->tree.root = p.fo;
	r->tree.base = folder_of(r->tree.arena, p.fo->from);
	tree_complete_meta(r);
	r->tree.n_fos = tree_link(r->nodes);
	tree_sort_ids(r);
	structure_check(&r->tree, d);
	return &r->tree;
}

void fo_tree_free(struct fo_tree *tree)
{
	struct reader *r = (struct reader *)(void *)tree;

	if (!r)
		return;
	refiner_end(&r->refiner);
	g_ptr_array_free(r->nodes, TRUE);
	g_array_free(r->space.tail, TRUE);
	g_hash_table_destroy(r->kinds);
	g_hash_table_destroy(r->markers);
	g_hash_table_destroy(r->retrievers);
	g_hash_table_destroy(r->retrieved);
	arena_free(r->tree.arena);
	g_free(r);
}

static const struct fo *read_marker(struct reader *r, const struct fo *marker,
				    const struct fo *retriever)
{
	const struct scope *outer = g_hash_table_lookup(r->retrievers, retriever);
	const xmlNode *node = g_hash_table_lookup(r->markers, marker);
	GPtrArray *nodes = r->nodes;
	struct place p = { 0 };

	if (!outer || !node)
		return NULL;
	r->nodes = g_ptr_array_new();
	r->in_marker = true;
	p.scope = outer;
	p = open_fo(r, node, FO_WRAPPER, &p);
	p.fo->parent = retriever->parent;
	space_boundary(&r->space);
	read_children(r, node, &p);
	space_boundary(&r->space);
	tree_link(r->nodes);
	for (guint i = 0; i < r->nodes->len; i++)
		((struct fo *)r->nodes->pdata[i])->index = retriever->index;
	g_ptr_array_free(r->nodes, TRUE);
	r->nodes = nodes;
	r->in_marker = false;
	return p.fo->child ? p.fo : NULL;
}

const struct fo *fo_read_marker(struct fo_tree *tree, const struct fo *marker,
				const struct fo *retrieve_marker)
{
	struct reader *r = (struct reader *)(void *)tree;
	char *pair = g_strdup_printf("%p %p", (const void *)marker, (const void *)retrieve_marker);
	gpointer known = NULL;

	if (g_hash_table_lookup_extended(r->retrieved, pair, NULL, &known)) {
		g_free(pair);
		return known;
	}
	known = (gpointer)(uintptr_t)read_marker(r, marker, retrieve_marker);
	g_hash_table_insert(r->retrieved, pair, known);
	return known;
}
