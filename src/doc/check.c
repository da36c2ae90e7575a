/*
 * check.c - what no schema says
 *
 * One walk gathers the ids and looks at each element by itself; a second follows the
 * references.  Messages come in the order of the document.
 */
#include "doc/internal.h"
#include "doc/locale.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char db[] = DOCBOOK_NS;
static const char xlink[] = "http://www.w3.org/1999/xlink";

struct check {
	const struct sandbox *sandbox;
	struct diags *diags;
	bool alt;
	char *folder;	  /* the book's: pictures are named from it */
	GHashTable *ids;   /* id -> xmlNode */
	GHashTable *terms; /* what the glossary explains, in folded case */
};

/* ---- helpers ------------------------------------------------------------------------ */

static bool is_blank(const xmlNode *node)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next) {
		if (kid->type == XML_ELEMENT_NODE && !is_db(kid, "indexterm") &&
		    !is_db(kid, "anchor"))
			return false;
		if (kid->type == XML_TEXT_NODE && !xmlIsBlankNode(kid))
			return false;
	}
	return true;
}

static char *text_of(const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	char *text = g_strstrip(g_strdup(content ? (const char *)content : ""));

	xmlFree(content);
	return text;
}

/* ---- each element by itself --------------------------------------------------------- */

static void gather_id(struct check *c, xmlNode *node)
{
	const char *id = attribute_text(node, XML_NS, "id");
	const xmlNode *first = id ? g_hash_table_lookup(c->ids, id) : NULL;
	struct where at;

	if (!id)
		return;
	if (!first) {
		g_hash_table_insert(c->ids, (char *)(uintptr_t)id, node);
		return;
	}
	at = doc_where(NULL, first);
	diag(c->diags, E_ID, doc_where(NULL, node), "id \"%s\" is taken: %s:%d has it too", id,
	     at.file ? at.file : "", at.line);
}

static void check_title(struct check *c, const xmlNode *node)
{
	if (is_blank(node))
		diag(c->diags, E_EMPTY, doc_where(NULL, node), "the title of this %s is empty",
		     is_db(node->parent, "info") ? node->parent->parent->name
						 : node->parent->name);
}

/* A date that looks like YYYY-MM-DD must be one.  DocBook lets others stand, but written with
 * figures alone they are read one way here and another way there; "spring 2013" is the
 * author's. */
static void check_date(struct check *c, const xmlNode *node)
{
	g_autofree char *text = text_of(node);

	if (!*text && !node->children)
		diag(c->diags, W_DATE, doc_where(NULL, node), "this %s is empty", node->name);
	else if (*text && text[strspn(text, "0123456789-/.")] == '\0' && !locale_is_date(text))
		diag(c->diags, g_regex_match_simple("^\\d{4}-\\d\\d(-\\d\\d)?$", text, 0, 0) ? E_DATE : W_DATE,
		     doc_where(NULL, node),
		     "\"%s\" is no date: write YYYY-MM-DD, YYYY-MM or YYYY", text);
}

static void check_alt(struct check *c, const xmlNode *node)
{
	if (!c->alt || (!child_of(node, "imageobject") && !child_of(node, "imageobjectco")))
		return;
	if (child_of(node, "alt") || child_of(node, "textobject") ||
	    (is_db(node->parent, "figure") && child_of(node->parent, "alt")) ||
	    is_db(node->parent, "cover"))
		return;
	diag(c->diags, W_ALT_TEXT, doc_where(NULL, node),
	     "this picture has no <alt>: who cannot see it learns nothing of it");
}

/* Cells beyond the last column are set, but beyond the table. */
static void check_row(struct check *c, const xmlNode *node)
{
	const char *cols = attribute_text(node->parent->parent, NULL, "cols");
	int n = 0, n_columns = cols ? (int)g_ascii_strtoll(cols, NULL, 10) : 0;

	for (const xmlNode *kid = node->children; kid; kid = kid->next)
		n += is_db(kid, "entry") || is_db(kid, "entrytbl");
	if (n_columns > 0 && n > n_columns)
		diag(c->diags, W_CHECK, doc_where(NULL, node),
		     "this row has %d cells, its table %d column%s", n, n_columns,
		     n_columns == 1 ? "" : "s");
}

static void check_file(struct check *c, const xmlNode *node, const char *name)
{
	g_autofree char *joined = g_build_filename(c->folder, name, NULL);
	g_autofree char *path = path_tidy(name[0] == '/' ? name : joined);
	struct where at = doc_where(NULL, node);

	if (g_str_has_prefix(name, "data:"))
		return;
	if (has_scheme(name))
		diag(c->diags, E_OUTSIDE, at, "%s is on the network: not read", name);
	else if (!sandbox_allows(c->sandbox, path))
		diag(c->diags, E_OUTSIDE, at,
		     "%s lies outside the book's folder; --allow DIR permits it", path);
	else if (access(path, F_OK) != 0)
		diag(c->diags, E_IMAGE, at, "there is no file %s", path);
	else if (access(path, R_OK) != 0 || g_file_test(path, G_FILE_TEST_IS_DIR))
		diag(c->diags, E_IMAGE, at, "cannot read %s: %s", path,
		     g_strerror(access(path, R_OK) ? errno : EISDIR));
}

char *fold_words(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
	GString *joined = g_string_new(NULL);
	char *folded;

	for (char **w = words; *w; w++)
		if (**w)
			g_string_append_printf(joined, "%s%s", joined->len ? " " : "", *w);
	folded = g_utf8_casefold(joined->str, -1);
	g_string_free(joined, TRUE);
	return folded;
}

static void gather_terms(struct check *c, const xmlNode *entry)
{
	for (const xmlNode *kid = entry->children; kid; kid = kid->next)
		if (is_db(kid, "glossterm") || is_db(kid, "acronym") || is_db(kid, "abbrev")) {
			g_autofree char *text = text_of(kid);

			g_hash_table_add(c->terms, fold_words(text));
		}
}

/* Where a book has a glossary, a term that it marks should be in it. */
static void check_term(struct check *c, const xmlNode *node)
{
	const char *base = attribute_text(node, NULL, "baseform");
	g_autofree char *text = base ? g_strdup(base) : text_of(node);
	g_autofree char *folded = fold_words(text);

	if (is_db(node->parent, "glossentry") || attribute_text(node, NULL, "linkend") ||
	    g_hash_table_size(c->terms) == 0 || g_hash_table_contains(c->terms, folded))
		return;
	diag(c->diags, W_CHECK, doc_where(NULL, node), "the glossary has no entry for \"%s\"",
	     text);
}

static void check_element(struct check *c, xmlNode *node)
{
	const char *fileref = attribute_text(node, NULL, "fileref");

	gather_id(c, node);
	if (is_db(node, "glossentry"))
		gather_terms(c, node);
	if (is_db(node, "title"))
		check_title(c, node);
	else if (is_db(node, "date") || is_db(node, "pubdate"))
		check_date(c, node);
	else if (is_db(node, "mediaobject") || is_db(node, "inlinemediaobject"))
		check_alt(c, node);
	else if (is_db(node, "row"))
		check_row(c, node);
	if (fileref && (is_db(node, "imagedata") || is_db(node, "textdata")))
		check_file(c, node, fileref);
}

static void check_elements(struct check *c, xmlNode *node)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE) {
			check_element(c, node);
			check_elements(c, node->children);
		}
}

/* ---- references --------------------------------------------------------------------- */

/* Attributes that name ids, where (NULL: anywhere), and what they must name (NULL: any). */
static const struct {
	const char *attribute, *element, *targets;
	bool many;
} references[] = {
	{ "linkend", "footnoteref", "footnote", false },
	{ "linkend", "biblioref", "biblioentry, bibliomixed or biblioset", false },
	{ "linkend", NULL, NULL, false },
	{ "linkends", NULL, NULL, true },
	{ "endterm", NULL, NULL, false },
	{ "otherterm", NULL, "glossentry", false },
	{ "startref", NULL, "indexterm", false },
	{ "annotations", NULL, "annotation", true },
	{ "annotates", NULL, NULL, true },
	{ "zone", NULL, NULL, true },
	{ "arearefs", NULL, "area, areaset, co or coref", true },
};

static bool may_be_target(const xmlNode *node, const char *targets)
{
	g_auto(GStrv) names = targets ? g_strsplit_set(targets, ", ", -1) : NULL;

	return !names || g_strv_contains((const char *const *)names, (const char *)node->name);
}

static const char *article(const char *word)
{
	return strchr("aeiou", *word) ? "an" : "a";
}

static void follow(struct check *c, const xmlNode *node, size_t kind, const char *id)
{
	const xmlNode *target = g_hash_table_lookup(c->ids, id);
	const char *targets = references[kind].targets;
	struct where at;

	if (!target) {
		diag(c->diags, E_LINK, doc_where(NULL, node), "%s %s=\"%s\": nothing has this id",
		     node->name, references[kind].attribute, id);
	} else if (!may_be_target(target, targets)) {
		at = doc_where(NULL, target);
		diag(c->diags, E_LINK, doc_where(NULL, node),
		     "%s %s=\"%s\" leads to %s %s (%s:%d), not to %s %s", node->name,
		     references[kind].attribute, id, article((const char *)target->name),
		     target->name, at.file ? at.file : "", at.line, article(targets), targets);
	}
}

static void check_reference(struct check *c, const xmlNode *node, size_t kind)
{
	const char *text = attribute_text(node, NULL, references[kind].attribute);
	g_auto(GStrv) ids = NULL;

	if (!text || g_str_has_prefix(text, "xpath:"))
		return;
	ids = g_strsplit_set(text, references[kind].many ? " \t\n\r" : "", -1);
	for (char **id = ids; id && *id; id++)
		if (**id)
			follow(c, node, kind, *id);
	if (!*text)
		diag(c->diags, E_LINK, doc_where(NULL, node), "%s has an empty %s", node->name,
		     references[kind].attribute);
}

static void check_href(struct check *c, const xmlNode *node)
{
	const char *href = attribute_text(node, xlink, "href");

	if (href && href[0] == '#' && href[1] && !strchr(href, '(') &&
	    !g_hash_table_contains(c->ids, href + 1))
		diag(c->diags, E_LINK, doc_where(NULL, node), "%s xlink:href=\"%s\": nothing has this id",
		     node->name, href);
}

/* A rule for an element goes before that for any element. */
static void check_element_references(struct check *c, const xmlNode *node)
{
	const char *done = "";

	for (size_t i = 0; i < G_N_ELEMENTS(references); i++) {
		const char *element = references[i].element;

		if (strcmp(references[i].attribute, done) == 0 || (element && !is_db(node, element)))
			continue;
		if (element)
			done = references[i].attribute;
		check_reference(c, node, i);
	}
	check_href(c, node);
	if (is_db(node, "glossterm"))
		check_term(c, node);
}

static void check_references(struct check *c, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (node->ns && strcmp((const char *)node->ns->href, db) == 0)
			check_element_references(c, node);
		check_references(c, node->children);
	}
}

/* Voices, hyphens and words that the program adds depend on it. */
static void check_language(struct check *c, const xmlNode *root)
{
	const char *lang = root ? attribute_text(root, XML_NS, "lang") : NULL;

	if (root && root->ns && strcmp((const char *)root->ns->href, db) == 0 && !(lang && *lang))
		diag(c->diags, W_LANGUAGE, doc_where(NULL, root),
		     "<%s> does not say its language by xml:lang: English is taken for it",
		     root->name);
}

void book_check(const struct doc *doc, const struct sandbox *s, bool alt, struct diags *d)
{
	struct check c = { .sandbox = s, .diags = d, .alt = alt };
	const char *file = (const char *)doc->xml->URL;
	g_autofree char *path = file ? g_uri_unescape_string(file, NULL) : NULL;

	c.ids = g_hash_table_new(g_str_hash, g_str_equal);
	c.terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	c.folder = path ? g_path_get_dirname(path) : g_strdup(".");
	check_language(&c, xmlDocGetRootElement(doc->xml));
	check_elements(&c, doc->xml->children);
	check_references(&c, doc->xml->children);
	g_hash_table_destroy(c.ids);
	g_hash_table_destroy(c.terms);
	g_free(c.folder);
}
