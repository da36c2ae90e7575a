/*
 * annotate.c - marks where annotations are about something
 *
 * An annotation names what it is about by annotates="ids" or annotates="xpath:expression",
 * or is named by that: annotations="ids".  Where one is about something else than its
 * place, what it is about gets <?annotated id mark?> at its end (with role="before": its
 * beginning), which the stylesheets make a link of, and the annotation begins with
 * <?annotation mark?>. Instructions are no words: titles with them stay what they are.
 */
#include "doc/internal.h"

#include <libxml/xpathInternals.h>
#include <string.h>

enum { MAX_STEPS = 2000000, MAX_MARKS = 10000 }; /* of an expression; in a book */

struct annotating {
	xmlDoc *doc;
	struct diags *diags;
	int n_noted, n_marks;
};

static bool has_words(const xmlNode *node)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next)
		if (kid->type == XML_TEXT_NODE && !xmlIsBlankNode(kid))
			return true;
	return false;
}

/* Where a mark can stand for a node: among its own words, in its title, else in what comes
 * first in it that has such a place; NULL: nowhere. */
static xmlNode *seat_of(xmlNode *node)
{
	static const char *const none[] = {"info",       "indexterm", "mediaobject",
					   "colspec",    "spanspec",  "alt",
					   "annotation", NULL};

	if (has_words(node))
		return node;
	for (xmlNode *kid = node->children; kid; kid = kid->next)
		if (is_db(kid, "title"))
			return kid;
		else if (is_db(kid, "info") && seat_of(kid))
			return seat_of(kid);
	for (xmlNode *kid = node->children; kid; kid = kid->next) {
		xmlNode *seat = NULL;

		if (kid->type == XML_ELEMENT_NODE &&
		    !g_strv_contains(none, (const char *)kid->name))
			seat = seat_of(kid);
		if (seat)
			return seat;
	}
	return NULL;
}

static void put_mark(xmlNode *seat, bool before, const char *name, const char *text)
{
	xmlNode *pi = xmlNewDocPI(seat->doc, BAD_CAST name, BAD_CAST text);

	if (before && seat->children)
		xmlAddPrevSibling(seat->children, pi);
	else
		xmlAddChild(seat, pi);
}

/* ---- what an annotation is about ---------------------------------------------------- */

static void add_ids(GPtrArray *nodes, xmlDoc *doc, const char *ids)
{
	g_auto(GStrv) words = g_strsplit_set(ids, " \t\r\n", -1);

	for (char **w = words; *w; w++) {
		xmlAttr *id = **w ? xmlGetID(doc, BAD_CAST * w) : NULL;

		if (id && !g_ptr_array_find(nodes, id->parent, NULL))
			g_ptr_array_add(nodes, id->parent);
	}
}

static void be_silent(void *data, xmlError *e)
{
	(void)data, (void)e;
}

static void bind_prefixes(xmlXPathContext *x, xmlNode *node)
{
	xmlNs **all = xmlGetNsList(node->doc, node);

	for (xmlNs **ns = all; ns && *ns; ns++)
		if ((*ns)->prefix)
			xmlXPathRegisterNs(x, (*ns)->prefix, (*ns)->href);
	xmlFree(all);
}

static void add_found(struct annotating *a, GPtrArray *nodes, xmlNode *annotation,
		      const char *expression)
{
	xmlXPathContext *x = xmlXPathNewContext(a->doc);
	xmlXPathObject *found;

	x->error = be_silent;
	x->node = annotation;
	x->opLimit = MAX_STEPS;
	bind_prefixes(x, annotation);
	found = xmlXPathEval(BAD_CAST expression, x);
	if (!found || found->type != XPATH_NODESET)
		diag(a->diags, E_LINK, doc_where(NULL, annotation),
		     "annotation annotates=\"xpath:%s\": this is no XPath of elements",
		     expression);
	else
		for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++)
			if (found->nodesetval->nodeTab[i]->type == XML_ELEMENT_NODE)
				g_ptr_array_add(nodes, found->nodesetval->nodeTab[i]);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(x);
}

/* ---- the walk ----------------------------------------------------------------------- */

/* annotation -> what it is about, in the order of the document. */
struct gathered {
	GPtrArray *annotations;
	GHashTable *about; /* of GPtrArray */
};

static GPtrArray *about(struct gathered *g, xmlNode *annotation)
{
	GPtrArray *nodes = g_hash_table_lookup(g->about, annotation);

	if (!nodes) {
		nodes = g_ptr_array_new();
		g_hash_table_insert(g->about, annotation, nodes);
		g_ptr_array_add(g->annotations, annotation);
	}
	return nodes;
}

static void gather_one(struct annotating *a, struct gathered *g, xmlNode *node)
{
	xmlChar *annotates = xmlGetNoNsProp(node, BAD_CAST "annotates");
	xmlChar *annotations = xmlGetNoNsProp(node, BAD_CAST "annotations");

	if (is_db(node, "annotation"))
		about(g, node);
	if (is_db(node, "annotation") && annotates) {
		const char *text = (const char *)annotates;

		if (g_str_has_prefix(text, "xpath:"))
			add_found(a, about(g, node), node, text + strlen("xpath:"));
		else
			add_ids(about(g, node), a->doc, text);
	}
	if (annotations) {
		g_autoptr(GPtrArray) named = g_ptr_array_new();

		add_ids(named, a->doc, (const char *)annotations);
		for (guint i = 0; i < named->len; i++)
			if (is_db(named->pdata[i], "annotation"))
				g_ptr_array_add(about(g, named->pdata[i]), node);
	}
	xmlFree(annotates);
	xmlFree(annotations);
}

static void gather(struct annotating *a, struct gathered *g, xmlNode *node)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE) {
			gather_one(a, g, node);
			gather(a, g, node->children);
		}
}

/* Its id, given where it has none. */
static char *id_of(struct annotating *a, xmlNode *annotation)
{
	const char *id = attribute_text(annotation, XML_NS, "id");
	char *made;

	if (id)
		return g_strdup(id);
	made = g_strdup_printf("h-annotation-%d", a->n_noted);
	set_xml(annotation, "id", made);
	return made;
}

static void mark(struct annotating *a, xmlNode *annotation, const GPtrArray *nodes)
{
	xmlChar *role = xmlGetNoNsProp(annotation, BAD_CAST "role");
	bool before = role && strcmp((const char *)role, "before") == 0;
	xmlNode *own = seat_of(annotation);
	g_autofree char *id = NULL, *label = NULL, *text = NULL;

	xmlFree(role);
	if (nodes->len == 0 || !own)
		return;
	a->n_noted++;
	id = id_of(a, annotation);
	label = g_strdup_printf("*%d", a->n_noted);
	text = g_strdup_printf("%s %s", id, label);
	put_mark(own, true, "annotation", label);
	for (guint i = 0; i < nodes->len && a->n_marks < MAX_MARKS; i++) {
		xmlNode *seat = seat_of(nodes->pdata[i]);
		const xmlNode *up = seat;

		while (up && !is_db(up, "annotation"))
			up = up->parent;
		if (!seat || up) /* annotations are about the book */
			continue;
		put_mark(seat, before, "annotated", text);
		a->n_marks++;
	}
}

void book_annotate(struct doc *doc, struct diags *d)
{
	struct annotating a = {.doc = doc->xml, .diags = d};
	struct gathered g = {.annotations = g_ptr_array_new()};
	xmlStructuredErrorFunc handler = xmlStructuredError;
	void *data = xmlStructuredErrorContext;

	g.about =
		g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	xmlSetStructuredErrorFunc(NULL, be_silent);
	gather(&a, &g, doc->xml->children);
	xmlSetStructuredErrorFunc(data, handler);
	for (guint i = 0; i < g.annotations->len; i++)
		mark(&a, g.annotations->pdata[i],
		     g_hash_table_lookup(g.about, g.annotations->pdata[i]));
	g_ptr_array_free(g.annotations, TRUE);
	g_hash_table_destroy(g.about);
}
