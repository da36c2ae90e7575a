/*
 * schema.c - read a RELAX NG grammar (XML syntax) into patterns
 *
 * Definitions are only indexed at first; a definition or an element's content is worked out
 * when validation comes to it: of DocBook's 1,700 definitions a book needs a few hundred.
 */
#include "doc/schema.h"

#include <libxml/xmlregexp.h>
#include <string.h>

static const char rng[] = "http://relaxng.org/ns/structure/1.0";

enum { MAX_DEPTH = 400 };

static bool is_rng(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, rng) == 0 &&
	       (!name || strcmp((const char *)node->name, name) == 0);
}

static const char *attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *a = xmlHasNsProp(node, BAD_CAST name, NULL);

	return a ? a->children ? (const char *)a->children->content : "" : NULL;
}

static xmlNode *first_rng(xmlNode *node)
{
	while (node && !is_rng(node, NULL))
		node = node->next;
	return node;
}

/* ---- the index of definitions ------------------------------------------------------- */

static void index_grammar(struct schema *, struct load *, xmlNode *grammar, GHashTable *overridden);

static const char *define_name(const xmlNode *node)
{
	return is_rng(node, "start") ? "" : attribute(node, "name");
}

static void add_define(struct schema *s, xmlNode *node)
{
	GPtrArray *list = g_hash_table_lookup(s->defines, define_name(node));

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(s->defines, g_strdup(define_name(node)), list);
	}
	g_ptr_array_add(list, node);
}

/* What the including grammar says itself takes the place of what it includes. */
static void find_overridden(xmlNode *include, GHashTable *names)
{
	for (xmlNode *n = first_rng(include->children); n; n = first_rng(n->next)) {
		if (is_rng(n, "div"))
			find_overridden(n, names);
		else if (define_name(n))
			g_hash_table_add(names, (char *)(uintptr_t)define_name(n));
	}
}

static void include(struct schema *s, struct load *l, xmlNode *node, GHashTable *outer)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
	const char *href = attribute(node, "href");
	g_autofree char *path = NULL;
	xmlDoc *doc;

	if (outer) {
		GHashTableIter iter;
		void *name;

		g_hash_table_iter_init(&iter, outer);
		while (g_hash_table_iter_next(&iter, &name, NULL))
			g_hash_table_add(names, name);
	}
	find_overridden(node, names);
	path = href && strstr(href, "://") ? g_strdup(href)
					   : path_beside(doc_where(NULL, node).file, href ? href : "");
	doc = s->docs->len < 20 ? load_file(l, path, doc_where(NULL, node)) : NULL;
	if (doc) {
		g_ptr_array_add(s->docs, doc);
		index_grammar(s, l, xmlDocGetRootElement(doc), names);
	}
	index_grammar(s, l, node, outer);
	g_hash_table_destroy(names);
}

static void index_grammar(struct schema *s, struct load *l, xmlNode *grammar,
			  GHashTable *overridden)
{
	for (xmlNode *n = first_rng(grammar->children); n; n = first_rng(n->next)) {
		if (is_rng(n, "div"))
			index_grammar(s, l, n, overridden);
		else if (is_rng(n, "include"))
			include(s, l, n, overridden);
		else if (define_name(n) &&
			 !(overridden && g_hash_table_contains(overridden, define_name(n))))
			add_define(s, n);
	}
}

/* ---- names -------------------------------------------------------------------------- */

static struct name_class *new_name(struct schema *s, enum name_kind kind)
{
	struct name_class *n = ARENA_NEW(s->arena, struct name_class);

	n->kind = kind;
	return n;
}

static const char *inherited_ns(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (attribute(node, "ns"))
			return attribute(node, "ns");
	return "";
}

/* "xlink:href", "para"; attributes without a prefix have no namespace unless they say so. */
static const struct name_class *read_qname(struct schema *s, xmlNode *node, const char *qname,
					   bool is_attribute)
{
	struct name_class *n = new_name(s, NAME_ONE);
	g_autofree char *text = g_strstrip(g_strdup(qname));
	char *colon = strchr(text, ':');
	xmlNs *ns;

	if (colon) {
		*colon = '\0';
		ns = xmlSearchNs(node->doc, node, BAD_CAST text);
		n->ns = ns ? (const char *)ns->href : "";
		n->local = arena_strdup(s->arena, colon + 1);
	} else {
		n->ns = is_attribute ? attribute(node, "ns") : inherited_ns(node);
		n->ns = n->ns ? n->ns : "";
		n->local = arena_strdup(s->arena, text);
	}
	return n;
}

static const struct name_class *read_name_class(struct schema *s, xmlNode *node);

static const struct name_class *read_name_list(struct schema *s, xmlNode *first)
{
	const struct name_class *all = NULL;

	for (xmlNode *n = first_rng(first); n; n = first_rng(n->next)) {
		struct name_class *both;
		const struct name_class *one = read_name_class(s, n);

		if (all) {
			both = new_name(s, NAME_CHOICE);
			both->a = all;
			both->b = one;
			one = both;
		}
		all = one;
	}
	return all;
}

static const struct name_class *read_name_class(struct schema *s, xmlNode *node)
{
	struct name_class *n;
	xmlNode *except = first_rng(node->children);

	if (is_rng(node, "name")) {
		xmlChar *text = xmlNodeGetContent(node);
		const struct name_class *one = read_qname(s, node, (char *)text, false);

		xmlFree(text);
		return one;
	}
	if (is_rng(node, "choice"))
		return read_name_list(s, node->children);
	n = new_name(s, is_rng(node, "nsName") ? NAME_NS : NAME_ANY);
	n->ns = inherited_ns(node);
	if (except && is_rng(except, "except"))
		n->a = read_name_list(s, except->children);
	return n;
}

bool name_matches(const struct name_class *n, const char *ns, const char *local)
{
	switch (n->kind) {
	case NAME_ONE:
		return strcmp(n->local, local) == 0 && strcmp(n->ns, ns) == 0;
	case NAME_NS:
		return strcmp(n->ns, ns) == 0 && !(n->a && name_matches(n->a, ns, local));
	case NAME_ANY:
		return !(n->a && name_matches(n->a, ns, local));
	case NAME_CHOICE:
		return name_matches(n->a, ns, local) || name_matches(n->b, ns, local);
	}
	return false;
}

/* The name of an element or attribute pattern, and where its content begins. */
static const struct name_class *read_name(struct schema *s, xmlNode *node, xmlNode **content)
{
	const char *name = attribute(node, "name");

	*content = first_rng(node->children);
	if (name)
		return read_qname(s, node, name, is_rng(node, "attribute"));
	if (!*content)
		return new_name(s, NAME_ANY);
	name = NULL;
	node = *content;
	*content = first_rng(node->next);
	return read_name_class(s, node);
}

/* ---- patterns ----------------------------------------------------------------------- */

static const struct pattern *compile(struct schema *s, xmlNode *node);

enum joint { JOIN_GROUP, JOIN_CHOICE, JOIN_INTERLEAVE };

static const struct pattern *join(struct schema *s, enum joint how, const struct pattern *a,
				  const struct pattern *b)
{
	switch (how) {
	case JOIN_GROUP:
		return pattern_group(s, a, b);
	case JOIN_CHOICE:
		return pattern_choice(s, a, b);
	case JOIN_INTERLEAVE:
		return pattern_interleave(s, a, b);
	}
	return a;
}

static const struct pattern *compile_list(struct schema *s, xmlNode *first, enum joint how)
{
	const struct pattern *all = NULL;
	GPtrArray *parts = g_ptr_array_new();

	for (xmlNode *n = first_rng(first); n; n = first_rng(n->next))
		g_ptr_array_add(parts, n);
	for (guint i = parts->len; i-- > 0;) {
		const struct pattern *one = compile(s, g_ptr_array_index(parts, i));

		all = all ? join(s, how, one, all) : one;
	}
	g_ptr_array_free(parts, TRUE);
	return all ? all : pattern_leaf(s, PATTERN_EMPTY);
}

static const struct pattern *compile_define(struct schema *s, const char *name)
{
	const struct pattern *all = g_hash_table_lookup(s->compiled, name);
	GPtrArray *list = g_hash_table_lookup(s->defines, name);
	enum joint how = JOIN_CHOICE;

	if (all || !list || s->depth >= MAX_DEPTH)
		return all ? all : pattern_leaf(s, PATTERN_NOT_ALLOWED);
	s->depth++;
	for (guint i = 0; i < list->len; i++)
		if (g_strcmp0(attribute(g_ptr_array_index(list, i), "combine"), "interleave") == 0)
			how = JOIN_INTERLEAVE;
	for (guint i = 0; i < list->len; i++) {
		xmlNode *node = g_ptr_array_index(list, i);
		const struct pattern *one = compile_list(s, node->children, JOIN_GROUP);

		all = all ? join(s, how, all, one) : one;
	}
	s->depth--;
	g_hash_table_insert(s->compiled, g_strdup(name), (void *)(uintptr_t)all);
	return all;
}

static const struct pattern *compile_attribute(struct schema *s, xmlNode *node)
{
	struct pattern p = { .kind = PATTERN_ATTRIBUTE };
	xmlNode *content;

	p.name = read_name(s, node, &content);
	p.a = content ? compile_list(s, content, JOIN_GROUP) : pattern_leaf(s, PATTERN_TEXT);
	return pattern_intern(s, p);
}

static const struct pattern *compile_element(struct schema *s, xmlNode *node)
{
	struct pattern p = { .kind = PATTERN_ELEMENT, .node = node };
	xmlNode *content;

	p.name = node->psvi; /* so that an element is one pattern however often it is met */
	if (!p.name)
		node->psvi = (void *)(uintptr_t)(p.name = read_name(s, node, &content));
	return pattern_intern(s, p);
}

static const struct pattern *compile_leaf(struct schema *s, xmlNode *node)
{
	struct pattern p = { .node = node };

	if (is_rng(node, "value")) {
		xmlChar *text = xmlNodeGetContent(node);

		p.kind = PATTERN_VALUE;
		p.text = arena_strdup(s->arena, (const char *)text);
		xmlFree(text);
		return pattern_intern(s, p);
	}
	p.kind = PATTERN_DATA;
	p.text = attribute(node, "type");
	return pattern_intern(s, p);
}

static const struct pattern *compile_many(struct schema *s, xmlNode *node)
{
	const struct pattern *p = compile_list(s, node->children, JOIN_GROUP);
	const struct pattern *empty = pattern_leaf(s, PATTERN_EMPTY);

	if (is_rng(node, "optional"))
		return pattern_choice(s, p, empty);
	p = pattern_one_or_more(s, p);
	return is_rng(node, "zeroOrMore") ? pattern_choice(s, p, empty) : p;
}

static const struct pattern *compile(struct schema *s, xmlNode *node)
{
	const char *name = (const char *)node->name;

	if (strcmp(name, "ref") == 0)
		return compile_define(s, attribute(node, "name") ? attribute(node, "name") : "");
	if (strcmp(name, "element") == 0)
		return compile_element(s, node);
	if (strcmp(name, "attribute") == 0)
		return compile_attribute(s, node);
	if (strcmp(name, "choice") == 0)
		return compile_list(s, node->children, JOIN_CHOICE);
	if (strcmp(name, "interleave") == 0)
		return compile_list(s, node->children, JOIN_INTERLEAVE);
	if (strcmp(name, "group") == 0)
		return compile_list(s, node->children, JOIN_GROUP);
	if (strcmp(name, "mixed") == 0)
		return pattern_interleave(s, pattern_leaf(s, PATTERN_TEXT),
					  compile_list(s, node->children, JOIN_GROUP));
	if (strcmp(name, "list") == 0)
		return pattern_intern(s, (struct pattern){
						 .kind = PATTERN_LIST,
						 .a = compile_list(s, node->children, JOIN_GROUP) });
	if (strcmp(name, "value") == 0 || strcmp(name, "data") == 0)
		return compile_leaf(s, node);
	if (strcmp(name, "text") == 0)
		return pattern_leaf(s, PATTERN_TEXT);
	if (strcmp(name, "notAllowed") == 0)
		return pattern_leaf(s, PATTERN_NOT_ALLOWED);
	if (strcmp(name, "empty") == 0)
		return pattern_leaf(s, PATTERN_EMPTY);
	return compile_many(s, node);
}

/* ---- the schema --------------------------------------------------------------------- */

const struct pattern *schema_start(struct schema *s)
{
	return compile_define(s, "");
}

const struct pattern *schema_content(struct schema *s, const struct pattern *element)
{
	const struct pattern *p = g_hash_table_lookup(s->contents, element);
	xmlNode *content;

	if (p)
		return p;
	content = first_rng(element->node->children);
	if (!attribute(element->node, "name") && content)
		content = first_rng(content->next);
	p = compile_list(s, content, JOIN_GROUP);
	g_hash_table_insert(s->contents, (void *)(uintptr_t)element, (void *)(uintptr_t)p);
	return p;
}

static const struct pattern *find_element(struct schema *s, xmlNode *node, const char *ns,
					  const char *local)
{
	const char *name;

	for (node = first_rng(node); node; node = first_rng(node->next)) {
		if (!is_rng(node, "element"))
			continue;
		name = attribute(node, "name");
		if (name && strcmp(name, local) == 0 && strcmp(inherited_ns(node), ns) == 0)
			return compile_element(s, node);
	}
	return NULL;
}

const struct pattern *schema_element(struct schema *s, const char *ns, const char *local)
{
	const struct pattern *all = NULL;
	GHashTableIter iter;
	void *list;

	g_hash_table_iter_init(&iter, s->defines);
	while (g_hash_table_iter_next(&iter, NULL, &list)) {
		const GPtrArray *nodes = list;

		for (guint i = 0; i < nodes->len; i++) {
			const xmlNode *define = g_ptr_array_index(nodes, i);
			const struct pattern *p = find_element(s, define->children, ns, local);

			if (p)
				all = all ? pattern_choice(s, all, p) : p;
		}
	}
	return all;
}

static void free_doc(void *p)
{
	xmlFreeDoc(p);
}

static void free_list(void *p)
{
	g_ptr_array_free(p, TRUE);
}

static void free_regexp(void *p)
{
	xmlRegFreeRegexp(p);
}

static struct schema *schema_new(void)
{
	struct schema *s = g_new0(struct schema, 1);

	s->arena = arena_new();
	s->docs = g_ptr_array_new_with_free_func(free_doc);
	s->defines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_list);
	s->compiled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	s->contents = g_hash_table_new(NULL, NULL);
	s->patterns = pattern_table_new();
	s->regexps = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_regexp);
	return s;
}

void schema_free(struct schema *s)
{
	if (!s)
		return;
	g_hash_table_destroy(s->defines);
	g_hash_table_destroy(s->compiled);
	g_hash_table_destroy(s->contents);
	g_hash_table_destroy(s->patterns);
	g_hash_table_destroy(s->regexps);
	g_ptr_array_free(s->docs, TRUE);
	arena_free(s->arena);
	g_free(s);
}

struct schema *schema_load(struct load *l, const char *path, struct where at, struct diags *d)
{
	xmlDoc *doc = load_file(l, path, at);
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	struct schema *s;

	if (!root || !is_rng(root, "grammar")) {
		diag(d, E_FILE_READ, at, "%s is no RELAX NG grammar", path);
		xmlFreeDoc(doc);
		return NULL;
	}
	s = schema_new();
	g_ptr_array_add(s->docs, doc);
	index_grammar(s, l, root, NULL);
	return s;
}
