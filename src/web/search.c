/*
 * search.c - the search index of the pages
 *
 * window.handbookIndex = { pages: [[file, title, text] ...], terms: { term: [page ...] } }:
 * a classic script, since fetch() and modules are blocked on file://.  A query intersects the
 * lists of its terms and then looks for the exact phrase in the texts, so that nothing that
 * stands in the book is missed and nothing else is shown.
 */
#include "web/search.h"

#include "web/tree.h"

#include <string.h>

struct index {
	GString *pages;
	GHashTable *terms; /* term -> GArray of int, ascending */
	int n_pages;
};

/* ---- terms -------------------------------------------------------------------------- */

static bool is_mark(gunichar c)
{
	GUnicodeType t = g_unichar_type(c);

	return t == G_UNICODE_NON_SPACING_MARK || t == G_UNICODE_SPACING_MARK ||
	       t == G_UNICODE_ENCLOSING_MARK;
}

/* Scripts whose words no space parts. */
static bool is_unspaced(gunichar c)
{
	static const GUnicodeScript unspaced[] = {
		G_UNICODE_SCRIPT_THAI,	  G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER,
		G_UNICODE_SCRIPT_MYANMAR, G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA,
		G_UNICODE_SCRIPT_KATAKANA,
	};
	GUnicodeScript script = g_unichar_get_script(c);

	for (size_t i = 0; i < G_N_ELEMENTS(unspaced); i++)
		if (unspaced[i] == script)
			return true;
	return false;
}

/* Without accents: Latin diacritics only; marks of other scripts are letters' parts. */
static char *fold(const char *word, gsize n)
{
	g_autofree char *split = g_utf8_normalize(word, (gssize)n, G_NORMALIZE_NFKD);
	GString *out = g_string_new(NULL);
	char *whole;

	for (const char *p = split; p && *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c >= 0x300 && c <= 0x36f)
			continue;
		g_string_append_unichar(out, c == 0x111 ? 'd' : c);
	}
	whole = g_utf8_normalize(out->str, -1, G_NORMALIZE_NFC);
	g_string_free(out, TRUE);
	return whole;
}

static const char *next_cluster(const char *p)
{
	p = g_utf8_next_char(p);
	while (*p && is_mark(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

static const char *add_unspaced(const char *p, GPtrArray *terms)
{
	while (*p && is_unspaced(g_utf8_get_char(p))) {
		const char *second = next_cluster(p);
		bool last = !*second || !is_unspaced(g_utf8_get_char(second));
		const char *end = last ? second : next_cluster(second);

		g_ptr_array_add(terms, g_strndup(p, (gsize)(end - p)));
		p = second;
	}
	return p;
}

static bool is_word(gunichar c)
{
	return (g_unichar_isalnum(c) || is_mark(c)) && !is_unspaced(c);
}

void search_terms(const char *text, GPtrArray *terms)
{
	g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
	g_autofree char *low = normal ? g_utf8_strdown(normal, -1) : g_strdup("");

	for (const char *p = low; *p;) {
		gunichar c = g_utf8_get_char(p);

		if (is_unspaced(c)) {
			p = add_unspaced(p, terms);
		} else if (is_word(c)) {
			const char *from = p;

			while (*p && is_word(g_utf8_get_char(p)))
				p = g_utf8_next_char(p);
			g_ptr_array_add(terms, fold(from, (gsize)(p - from)));
		} else {
			p = g_utf8_next_char(p);
		}
	}
}

/* ---- the text of a page ------------------------------------------------------------- */

static bool is_apart(const xmlNode *node)
{
	xmlChar *class = xmlGetNoNsProp(node, BAD_CAST "class");
	bool apart = class && strcmp((const char *)class, "permalink") == 0;

	xmlFree(class);
	return apart || tree_is(node, "nav");
}

static bool is_inline(const xmlNode *node)
{
	static const char *const names[] = { "a", "abbr", "b",	  "cite", "code", "dfn", "em",	"i",   "kbd",
					     "s", "samp", "span", "strong", "sub", "sup", "u", "var" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (tree_is(node, names[i]))
			return true;
	return false;
}

static void gather(const xmlNode *node, GString *text, int depth)
{
	for (const xmlNode *kid = node->children; kid && depth < 2000; kid = kid->next) {
		if (kid->type == XML_TEXT_NODE)
			g_string_append(text, (const char *)kid->content);
		else if (kid->type == XML_ELEMENT_NODE && !is_apart(kid)) {
			if (!is_inline(kid))
				g_string_append_c(text, ' ');
			gather(kid, text, depth + 1);
			if (!is_inline(kid))
				g_string_append_c(text, ' ');
		}
	}
}

static void squeeze(GString *text)
{
	gsize to = 0;

	for (gsize i = 0; i < text->len; i++) {
		bool space = g_ascii_isspace(text->str[i]);

		if (space && (to == 0 || text->str[to - 1] == ' '))
			continue;
		text->str[to++] = space ? ' ' : text->str[i];
	}
	g_string_truncate(text, to);
}

/* ---- the index ---------------------------------------------------------------------- */

/* A string of JSON that is also a string of JavaScript inside a script. */
static void append_string(GString *out, const char *s)
{
	g_string_append_c(out, '"');
	for (; *s; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", (char)c);
		else if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029)
			g_string_append_printf(out, "\\u%04x", c);
		else
			g_string_append_unichar(out, c);
	}
	g_string_append_c(out, '"');
}

static void add_term(struct index *x, const char *term)
{
	GArray *pages = g_hash_table_lookup(x->terms, term);

	if (!pages) {
		pages = g_array_new(FALSE, FALSE, sizeof(int));
		g_hash_table_insert(x->terms, g_strdup(term), pages);
	}
	if (pages->len == 0 || g_array_index(pages, int, pages->len - 1) != x->n_pages)
		g_array_append_val(pages, x->n_pages);
}

static void add_page(struct index *x, const xmlNode *page)
{
	const xmlNode *article = tree_find(page, "article");
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
	xmlChar *file = xmlGetNoNsProp(page, BAD_CAST "file");
	xmlChar *title = xmlGetNoNsProp(page, BAD_CAST "title");

	if (article)
		gather(article, text, 0);
	squeeze(text);
	search_terms(text->str, terms);
	for (guint i = 0; i < terms->len; i++)
		add_term(x, g_ptr_array_index(terms, i));
	g_string_append(x->pages, x->n_pages ? ",\n[" : "[");
	append_string(x->pages, file ? (const char *)file : "");
	g_string_append_c(x->pages, ',');
	append_string(x->pages, title ? (const char *)title : "");
	g_string_append_c(x->pages, ',');
	append_string(x->pages, text->str);
	g_string_append_c(x->pages, ']');
	x->n_pages++;
	xmlFree(file);
	xmlFree(title);
}

static void free_array(gpointer p)
{
	g_array_free(p, TRUE);
}

static int by_bytes(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void append_terms(GString *out, GHashTable *terms)
{
	guint n;
	g_autofree gpointer *names = g_hash_table_get_keys_as_array(terms, &n);

	qsort(names, n, sizeof(gpointer), by_bytes);
	for (guint i = 0; i < n; i++) {
		const GArray *pages = g_hash_table_lookup(terms, names[i]);

		g_string_append(out, i ? ",\n" : "");
		append_string(out, names[i]);
		g_string_append(out, ":[");
		for (guint k = 0; k < pages->len; k++)
			g_string_append_printf(out, "%s%d", k ? "," : "",
					       g_array_index(pages, int, k));
		g_string_append_c(out, ']');
	}
}

bool search_write(const xmlNode *site, struct output_folder *folder, struct diags *d)
{
	struct index x = { .pages = g_string_new(NULL) };
	g_autoptr(GString) out = g_string_new("window.handbookIndex={\"pages\":[\n");
	bool well;

	x.terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
	for (const xmlNode *kid = site ? site->children : NULL; kid; kid = kid->next)
		if (tree_is(kid, "page"))
			add_page(&x, kid);
	g_string_append(out, x.pages->str);
	g_string_append(out, "],\n\"terms\":{\n");
	append_terms(out, x.terms);
	g_string_append(out, "}};\n");
	well = output_folder_write(folder, "assets/search.js", out->str, out->len, d);
	g_string_free(x.pages, TRUE);
	g_hash_table_destroy(x.terms);
	return well;
}
