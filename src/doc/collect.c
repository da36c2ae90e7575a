/*
 * collect.c - entries of a glossary or bibliography that stand in a file of their own
 *
 * A collection is a glossary or bibliography that several books share.  The parameters
 * glossary.collection and bibliography.collection name such files, relative to the book;
 * <?db glossary-collection="..."?> in a book or a division of it does the same for what is
 * in it.
 *
 *   <glossary role="auto"/>       gets the entries for the terms that its division marks, and
 *                                 those that these entries mention in turn
 *   <bibliography role="auto"/>   gets the entries that its division cites
 *   <biblioentry xml:id="x"/>     without content gets that of the entry with this id or
 *                                 abbrev
 *
 * Entries keep their files and lines, their language and the names of their pictures.
 */
#include "doc/internal.h"

#include <string.h>

/* What there are collections of: who names the files; lists, and entries of these. */
struct kind {
	const char *param, *instruction;
	const char *lists[3], *entries[3];
};

static const struct kind glossaries = {"glossary.collection",
				       "glossary-collection",
				       {"glossary", "glosslist", NULL},
				       {"glossentry", NULL, NULL}};
static const struct kind bibliographies = {"bibliography.collection",
					   "bibliography-collection",
					   {"bibliography", "bibliolist", NULL},
					   {"biblioentry", "bibliomixed", NULL}};

struct collecting {
	struct doc *book;
	const struct kind *kind;
	const char *named; /* by the parameter, or NULL */
	const struct sandbox *sandbox;
	struct diags *diags;
	GHashTable *files;  /* sources_new() */
	char *sources;      /* names and place of the files that are in use */
	GPtrArray *entries; /* xmlNode: all that these hold, in their order */
	GHashTable *index;  /* "#id" or folded name -> the first entry that has it */
	bool broken;        /* of those files one could not be read: it has been reported */
};

/* ---- elements ----------------------------------------------------------------------- */

static bool is_among(const xmlNode *node, const char *const *names)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, DOCBOOK_NS) == 0 &&
	       g_strv_contains(names, (const char *)node->name);
}

/* The next element in the order of the document, within root; NULL at its end. */
static xmlNode *next_element(const xmlNode *root, xmlNode *node)
{
	do {
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != root && !node->next)
			node = node->parent;
		if (node == root)
			return NULL;
		node = node->next;
	} while (node->type != XML_ELEMENT_NODE);
	return node;
}

/* ---- names of entries --------------------------------------------------------------- */

static void add_name(GPtrArray *names, const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);

	g_ptr_array_add(names, fold_words((const char *)text));
	xmlFree(text);
}

static void add_ids(GPtrArray *names, const char *ids)
{
	g_auto(GStrv) words = g_strsplit_set(ids ? ids : "", " \t\r\n", -1);

	for (char **w = words; *w; w++)
		if (**w)
			g_ptr_array_add(names, g_strconcat("#", *w, NULL));
}

/* By which an entry is known: its id, its term or abbreviation. */
static GPtrArray *names_of(const xmlNode *entry)
{
	static const char *const elements[] = {"glossterm", "acronym", "abbrev", NULL};
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	add_ids(names, attribute_text(entry, XML_NS, "id"));
	for (const xmlNode *kid = entry->children; kid; kid = kid->next)
		if (is_among(kid, elements))
			add_name(names, kid);
	return names;
}

/* What an element refers to: the term that it marks, what it cites, ids. */
static void add_wants(GPtrArray *names, const xmlNode *node)
{
	static const char *const terms[] = {"glossterm",    "firstterm", "glosssee",
					    "glossseealso", "citation",  NULL};
	const char *base = attribute_text(node, NULL, "baseform");

	add_ids(names, attribute_text(node, NULL, "linkend"));
	add_ids(names, attribute_text(node, NULL, "linkends"));
	add_ids(names, attribute_text(node, NULL, "otherterm"));
	if (base)
		g_ptr_array_add(names, fold_words(base));
	else if (is_among(node, terms))
		add_name(names, node);
	if (is_db(node, "citation")) {
		xmlChar *id = xmlNodeGetContent(node);

		add_ids(names, (const char *)id);
		xmlFree(id);
	}
}

/* ---- files -------------------------------------------------------------------------- */

static void index_entries(struct collecting *c, const struct doc *source)
{
	xmlNode *root = xmlDocGetRootElement(source->xml);

	for (xmlNode *n = root; n; n = next_element(root, n)) {
		g_autoptr(GPtrArray) names = NULL;

		if (!is_among(n, c->kind->entries))
			continue;
		g_ptr_array_add(c->entries, n);
		names = names_of(n);
		for (guint i = 0; i < names->len; i++)
			if (!g_hash_table_contains(c->index, names->pdata[i]))
				g_hash_table_insert(c->index, g_strdup(names->pdata[i]), n);
	}
}

static void use_files(struct collecting *c, const char *names, struct where at)
{
	g_auto(GStrv) words = g_strsplit_set(names, " \t\r\n", -1);
	g_autofree char *sources = g_strdup_printf("%s %s", at.file ? at.file : "", names);

	if (g_strcmp0(sources, c->sources) == 0)
		return;
	g_free(c->sources);
	c->sources = g_steal_pointer(&sources);
	g_ptr_array_set_size(c->entries, 0);
	g_hash_table_remove_all(c->index);
	c->broken = false;
	for (char **w = words; *w; w++) {
		g_autofree char *path = **w ? path_beside(at.file, *w) : NULL;
		struct doc *doc = path ? source_at(c->files, path, at, c->sandbox, c->diags) : NULL;

		if (doc)
			index_entries(c, doc);
		else
			c->broken = c->broken || path;
	}
}

/* What <?db NAME="..."?> among the children of a node says, or NULL. */
static char *instruction(const xmlNode *node, const char *name)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next) {
		const char *value = NULL, *end;

		if (kid->type == XML_PI_NODE && kid->content &&
		    strcmp((const char *)kid->name, "db") == 0)
			value = strstr((const char *)kid->content, name);
		value = value ? value + strlen(name) : NULL;
		if (!value || value[0] != '=' || (value[1] != '"' && value[1] != '\''))
			continue;
		end = strchr(value + 2, value[1]);
		if (end)
			return g_strndup(value + 2, (gsize)(end - value - 2));
	}
	return NULL;
}

/* Turns to the files that are named nearest to a node, else by the parameter; false: none.
 */
static bool find_files(struct collecting *c, const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		g_autofree char *names = instruction(node, c->kind->instruction);

		if (names) {
			use_files(c, names, doc_where(NULL, node));
			return true;
		}
	}
	if (c->named)
		use_files(c, c->named, doc_where(NULL, xmlDocGetRootElement(c->book->xml)));
	return c->named != NULL;
}

/* ---- lists with role="auto" --------------------------------------------------------- */

/* The division whose terms and citations a list is for: a section alone is too little. */
static xmlNode *scope_of(xmlNode *list)
{
	static const char *const divisions[] = {
		"set",      "book",    "part",      "article", "chapter",
		"appendix", "preface", "reference", "topic",   NULL};
	xmlNode *scope = list->parent;

	while (scope->parent->type == XML_ELEMENT_NODE && !is_among(scope, divisions))
		scope = scope->parent;
	return scope;
}

/* The entries that are wanted and not there, with those that they want in turn. */
static GHashTable *find_wanted(struct collecting *c, xmlNode *list, bool *any)
{
	GHashTable *taken = g_hash_table_new(NULL, NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) have =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	xmlNode *scope = scope_of(list);

	for (xmlNode *n = scope; n; n = next_element(scope, n))
		add_wants(names, n);
	for (xmlNode *n = list; n; n = next_element(list, n))
		if (is_among(n, c->kind->entries)) {
			g_autoptr(GPtrArray) own = names_of(n);

			*any = true;
			for (guint i = 0; i < own->len; i++)
				g_hash_table_add(have, g_strdup(own->pdata[i]));
		}
	for (guint i = 0; i < names->len; i++) {
		xmlNode *entry = g_hash_table_lookup(c->index, names->pdata[i]);

		if (!entry || g_hash_table_contains(have, names->pdata[i]) ||
		    !g_hash_table_add(taken, entry) || c->kind != &glossaries)
			continue;
		for (xmlNode *n = entry; n; n = next_element(entry, n))
			add_wants(names, n);
	}
	return taken;
}

/* An id is its own or nobody's: what was copied may be so for a second time. */
static void settle_id(xmlNode *copy)
{
	const char *id = attribute_text(copy, XML_NS, "id");
	const xmlAttr *owner = id ? xmlGetID(copy->doc, BAD_CAST id) : NULL;

	if (owner && owner->parent != copy)
		xmlRemoveProp(xmlHasNsProp(copy, BAD_CAST "id", XML_XML_NAMESPACE));
	register_ids(copy->doc, copy);
}

/* A copy, behind the last entry of the list. */
static void add_entry(xmlNode *list, const xmlNode *entry)
{
	xmlNode *copy = copy_node(entry, list->doc), *last = list->last;

	/* a glossary can end with what it was made from */
	while (last &&
	       (last->type != XML_ELEMENT_NODE || is_among(last, bibliographies.lists)))
		last = last->prev;
	keep_language(entry, copy, list);
	if (last)
		xmlAddNextSibling(last, copy);
	else if (list->children)
		xmlAddPrevSibling(list->children, copy);
	else
		xmlAddChild(list, copy);
	settle_id(copy);
}

static void fill_list(struct collecting *c, xmlNode *list)
{
	bool named = find_files(c, list), any = false;
	g_autoptr(GHashTable) wanted = NULL;

	if (!named) {
		g_ptr_array_set_size(c->entries, 0);
		g_hash_table_remove_all(c->index);
		g_clear_pointer(&c->sources, g_free);
		c->broken = false;
	}
	wanted = find_wanted(c, list, &any);
	for (guint i = 0; i < c->entries->len; i++)
		if (g_hash_table_contains(wanted, c->entries->pdata[i]))
			add_entry(list, c->entries->pdata[i]);
	if (!any && g_hash_table_size(wanted) == 0 && !c->broken)
		diag(c->diags, W_CHECK, doc_where(NULL, list), "this %s stays empty: %s",
		     list->name,
		     named ? "nothing in its collection is referred to"
			   : "no collection is named from which it could be filled");
}

/* ---- entries without content -------------------------------------------------------- */

static bool lacks_content(const xmlNode *entry)
{
	bool named = attribute_text(entry, XML_NS, "id") != NULL;

	for (const xmlNode *kid = entry->children; kid; kid = kid->next) {
		if (is_db(kid, "abbrev"))
			named = true;
		else if (kid->type == XML_ELEMENT_NODE ||
			 (kid->type == XML_TEXT_NODE && !xmlIsBlankNode(kid)))
			return false;
	}
	return named;
}

/* So that the gap is seen when the book is built in spite of it. */
static void mark_gap(xmlNode *entry, const char *name)
{
	g_autofree char *text = g_strdup_printf("[?%s]", name);
	xmlNode *gap =
		xmlNewTextChild(entry, entry->ns, BAD_CAST "bibliomisc", BAD_CAST text);

	gap->_private = entry->_private;
	xmlNewProp(gap, BAD_CAST "role", BAD_CAST "missing");
}

/* What the collection says of an entry, under the id that the book gave it. */
static xmlNode *fill_entry(struct collecting *c, xmlNode *entry)
{
	g_autoptr(GPtrArray) names = names_of(entry);
	xmlNode *found = NULL, *copy;

	for (guint i = 0; i < names->len && !found; i++)
		found = g_hash_table_lookup(c->index, names->pdata[i]);
	if (!found) {
		const char *name = names->pdata[0];

		name += *name == '#';
		if (!c->broken)
			diag(c->diags, E_CHECK, doc_where(NULL, entry),
			     "no collection has the entry \"%s\"", name);
		mark_gap(entry, name);
		return entry;
	}
	copy = copy_node(found, entry->doc);
	keep_language(found, copy, entry->parent);
	xmlReplaceNode(entry, copy);
	repeat_attributes(entry, copy);
	xmlFreeNode(entry);
	settle_id(copy);
	return copy;
}

/* ---- the whole ---------------------------------------------------------------------- */

static void fill(struct collecting *c)
{
	xmlNode *root = xmlDocGetRootElement(c->book->xml);

	for (xmlNode *n = root; n; n = next_element(root, n)) {
		const char *role = attribute_text(n, NULL, "role");

		if (c->kind == &bibliographies && is_among(n, c->kind->entries) &&
		    lacks_content(n) && find_files(c, n))
			n = fill_entry(c, n);
		else if (n != root && is_among(n, c->kind->lists) &&
			 g_strcmp0(role, "auto") == 0)
			fill_list(c, n);
	}
}

void book_collect(struct doc *book, const char *const *params, const struct sandbox *s,
		  struct diags *d)
{
	/* what is said of a source can hold terms */
	const struct kind *const kinds[] = {&bibliographies, &glossaries};
	struct collecting c = {.book = book, .sandbox = s, .diags = d};

	c.files = sources_new();
	c.entries = g_ptr_array_new();
	c.index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		c.kind = kinds[i];
		c.named = NULL;
		g_clear_pointer(&c.sources, g_free);
		for (const char *const *p = params; p && *p; p += 2)
			if (strcmp(p[0], c.kind->param) == 0 && *p[1])
				c.named = p[1];
		fill(&c);
	}
	g_ptr_array_free(c.entries, TRUE);
	g_hash_table_destroy(c.index);
	g_hash_table_destroy(c.files);
	g_free(c.sources);
}
