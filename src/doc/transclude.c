/*
 * transclude.c - ids of what is included more than once, and the references to them
 *
 * DocBook's Transclusion: trans:idfixup on an element, or on the xi:include from which it
 * gets it, holds for all within until another says otherwise.
 *
 *   idfixup    none    ids stay
 *              suffix  trans:suffix is put behind them, after those of the elements around
 *              auto    an id that was there before is made another
 *   linkscope  user    references stay
 *              local   they get the same suffix
 *              near    they lead to the nearest element that had the id (what holds if
 * nothing is said) global  to the first one
 */
#include "doc/internal.h"

#include <string.h>

enum { MAX_TWINS = 500 }; /* of an id, that are looked at for the nearest */

static const char trans[] = "http://docbook.org/ns/transclusion";

enum fixup { FIXUP_NONE, FIXUP_SUFFIX, FIXUP_AUTO };
enum linkscope { SCOPE_USER, SCOPE_LOCAL, SCOPE_NEAR, SCOPE_GLOBAL };

/* What holds for an element and all within. */
struct rule {
	enum fixup fixup;
	enum linkscope scope;
	const char *suffix;
};

struct transclusion {
	xmlDoc *doc;
	struct diags *diags;
	GHashTable *had;   /* id as it was -> GPtrArray of xmlNode, in the order of the
			      document */
	GHashTable *taken; /* ids as they are */
	GHashTable
		*depth; /* while a reference is followed: element around it -> how deep */
};

static bool uses_transclusion(const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		for (const xmlAttr *a = node->properties; a; a = a->next)
			if (a->ns && strcmp((const char *)a->ns->href, trans) == 0)
				return true;
		if (uses_transclusion(node->children))
			return true;
	}
	return false;
}

/* ---- rules -------------------------------------------------------------------------- */

/* The place of an attribute's value among names, NULL at the end; -1 without one. */
static int choose(struct transclusion *t, const xmlNode *node, const char *name,
		  const char *const *names)
{
	const char *value = attribute_text(node, trans, name);
	g_autofree char *list = NULL;

	for (int i = 0; value && names[i]; i++)
		if (strcmp(value, names[i]) == 0)
			return i;
	list = value ? g_strjoinv(", ", (char **)(uintptr_t)names) : NULL;
	if (value)
		diag(t->diags, E_VALID, doc_where(NULL, node),
		     "trans:%s=\"%s\": it may be %s", name, value, list);
	return -1;
}

/* suffix: freed by the caller. */
static struct rule rule_within(struct transclusion *t, const xmlNode *node,
			       const struct rule *outer, char **suffix)
{
	static const char *const fixups[] = {"none", "suffix", "auto", NULL};
	static const char *const scopes[] = {"user", "local", "near", "global", NULL};
	const char *own = attribute_text(node, trans, "suffix");
	int fixup = choose(t, node, "idfixup", fixups),
	    scope = choose(t, node, "linkscope", scopes);
	struct rule rule = *outer;

	if (fixup >= 0)
		rule.fixup = (enum fixup)fixup;
	if (scope >= 0)
		rule.scope = (enum linkscope)scope;
	if (own)
		rule.suffix = *suffix = g_strconcat(rule.suffix, own, NULL);
	return rule;
}

/* ---- ids ---------------------------------------------------------------------------- */

static void note_id(struct transclusion *t, const char *id, xmlNode *node)
{
	GPtrArray *nodes = g_hash_table_lookup(t->had, id);

	if (!nodes) {
		nodes = g_ptr_array_new();
		g_hash_table_insert(t->had, g_strdup(id), nodes);
	}
	g_ptr_array_add(nodes, node);
}

static char *another_id(struct transclusion *t, const char *id)
{
	for (int i = 2;; i++) {
		char *new = g_strdup_printf("%s--%d", id, i);

		if (!g_hash_table_contains(t->taken, new))
			return new;
		g_free(new);
	}
}

static void fix_id(struct transclusion *t, xmlNode *node, const struct rule *rule)
{
	const char *id = attribute_text(node, XML_NS, "id");
	g_autofree char *new = NULL;

	if (!id)
		return;
	note_id(t, id, node);
	if (rule->fixup == FIXUP_SUFFIX)
		new = g_strconcat(id, rule->suffix, NULL);
	else if (rule->fixup == FIXUP_AUTO && g_hash_table_contains(t->taken, id))
		new = another_id(t, id);
	g_hash_table_add(t->taken, g_strdup(new ? new : id));
	if (new)
		set_xml(node, "id", new);
}

static void fix_ids(struct transclusion *t, xmlNode *node, const struct rule *outer)
{
	for (; node; node = node->next) {
		g_autofree char *suffix = NULL;
		struct rule rule;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		rule = rule_within(t, node, outer, &suffix);
		fix_id(t, node, &rule);
		fix_ids(t, node->children, &rule);
	}
}

/* ---- references --------------------------------------------------------------------- */

/* How deep the innermost element is that holds both a node and the reference. */
static int shared_depth(const struct transclusion *t, const xmlNode *node)
{
	for (; node; node = node->parent) {
		int depth = GPOINTER_TO_INT(g_hash_table_lookup(t->depth, node));

		if (depth)
			return depth;
	}
	return 0;
}

static void note_ancestors(struct transclusion *t, const xmlNode *node)
{
	int depth = 0;

	g_hash_table_remove_all(t->depth);
	for (const xmlNode *n = node; n; n = n->parent)
		depth++;
	for (; node; node = node->parent)
		g_hash_table_insert(t->depth, (void *)(uintptr_t)node,
				    GINT_TO_POINTER(depth--));
}

static char *new_reference(struct transclusion *t, const char *id, const struct rule *rule)
{
	const GPtrArray *nodes = g_hash_table_lookup(t->had, id);
	const xmlNode *best = nodes ? nodes->pdata[0] : NULL;
	int deepest = 0;

	if (rule->scope == SCOPE_LOCAL && rule->fixup == FIXUP_SUFFIX)
		return g_strconcat(id, rule->suffix, NULL);
	if (rule->scope == SCOPE_USER || !best ||
	    (rule->scope == SCOPE_LOCAL && rule->fixup == FIXUP_NONE))
		return g_strdup(id);
	for (guint i = 0; rule->scope != SCOPE_GLOBAL && i < MIN(nodes->len, MAX_TWINS);
	     i++) {
		int depth = shared_depth(t, nodes->pdata[i]);

		if (depth > deepest) {
			deepest = depth;
			best = nodes->pdata[i];
		}
	}
	return g_strdup(attribute_text(best, XML_NS, "id"));
}

static void fix_attribute(struct transclusion *t, xmlNode *node, xmlAttr *a,
			  const struct rule *rule)
{
	static const char *const names[] = {
		"linkend", "linkends", "endterm",   "otherterm",   "startref",
		"zone",    "arearefs", "annotates", "annotations", NULL};
	const char *value = a->children && a->children->content
				    ? (const char *)a->children->content
				    : "";
	bool href = a->ns && strcmp((const char *)a->name, "href") == 0 && value[0] == '#';
	g_auto(GStrv) words = NULL;
	GString *new;

	if (!href && (a->ns || !g_strv_contains(names, (const char *)a->name)))
		return;
	new = g_string_new(href ? "#" : NULL);
	words = g_strsplit_set(value + href, " \t\r\n", -1);
	for (char **w = words; *w; w++) {
		g_autofree char *id = **w ? new_reference(t, *w, rule) : NULL;

		if (id && new->len > (gsize)href)
			g_string_append_c(new, ' ');
		g_string_append(new, id ? id : "");
	}
	if (strcmp(new->str, value) != 0)
		xmlSetNsProp(node, a->ns, a->name, BAD_CAST new->str);
	g_string_free(new, TRUE);
}

static void drop_rules(xmlNode *node)
{
	for (xmlAttr *a = node->properties, *next; a; a = next) {
		next = a->next;
		if (a->ns && strcmp((const char *)a->ns->href, trans) == 0)
			xmlRemoveProp(a);
	}
}

/* The attributes with the rules go as they are left: they have done their work. */
static void fix_references(struct transclusion *t, xmlNode *node, const struct rule *outer)
{
	for (; node; node = node->next) {
		g_autofree char *suffix = NULL;
		struct rule rule;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		rule = rule_within(t, node, outer, &suffix);
		if (node->properties)
			note_ancestors(t, node);
		for (xmlAttr *a = node->properties; a; a = a->next)
			fix_attribute(t, node, a, &rule);
		fix_references(t, node->children, &rule);
		drop_rules(node);
	}
}

static void free_array(void *p)
{
	g_ptr_array_free(p, TRUE);
}

void book_transclude(struct doc *doc, struct diags *d)
{
	struct transclusion t = {.doc = doc->xml, .diags = d};
	struct rule rule = {FIXUP_NONE, SCOPE_NEAR, ""};

	if (!uses_transclusion(doc->xml->children))
		return;
	t.had = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
	t.taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	t.depth = g_hash_table_new(NULL, NULL);
	fix_ids(&t, doc->xml->children, &rule);
	fix_references(&t, doc->xml->children, &rule);
	register_ids(doc->xml, doc->xml->children);
	g_hash_table_destroy(t.had);
	g_hash_table_destroy(t.taken);
	g_hash_table_destroy(t.depth);
}
