/*
 * search.c - the search index of the pages
 *
 * window.handbookIndex = { pages: [[file, title, text, page above, heading, 1: an index] ...],
 * terms: { term: "pages" } }:
 * a classic script, since fetch() and modules are blocked on file://.  The pages of a term are
 * the steps from one to the next in base 36.  find.js intersects the lists of a query's terms
 * and looks for the exact phrase in the texts besides, so that nothing that stands in the book
 * is missed.
 */
#include "web/search.h"

#include "web/tree.h"

#include <stdlib.h>
#include <string.h>

struct index {
	GString *pages;
	GHashTable *terms; /* term -> GArray of int, ascending */
	int n_pages;
	GArray *above; /* int: the page over the next of each depth */
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

/* Joiners, soft hyphens, the Arabic stroke that stretches: seen by nobody who types a query. */
static bool is_unseen(gunichar c)
{
	return c == 0xad || c == 0x640 || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/* NFKC in small letters, without what is unseen. */
static void append_normal(GString *out, const char *text, gsize n)
{
	g_autofree char *normal = g_utf8_normalize(text, (gssize)n, G_NORMALIZE_NFKC);
	g_autofree char *low = normal ? g_utf8_strdown(normal, -1) : g_strdup("");

	for (const char *p = low, *next; *p; p = next) {
		next = g_utf8_next_char(p);
		if (!is_unseen(g_utf8_get_char(p)))
			g_string_append_len(out, p, next - p);
	}
}

static bool is_ascii(const char *p)
{
	return (guchar)*p < 0x80;
}

/* What is ASCII is its own normal form, but for the last letter before what may compose with it. */
static char *normal_form(const char *text)
{
	GString *out = g_string_sized_new(strlen(text) + 1);

	while (*text) {
		const char *end;

		for (; *text && is_ascii(text) && is_ascii(text + 1); text++)
			g_string_append_c(out, g_ascii_tolower(*text));
		for (end = text; *end && (end == text || !is_ascii(end)); end++)
			;
		append_normal(out, text, (gsize)(end - text));
		text = end;
	}
	return g_string_free(out, FALSE);
}

/* Vowel signs that Arabic may leave out. */
static bool is_harakat(gunichar c)
{
	return (c >= 0x64b && c <= 0x65f) || c == 0x670;
}

/* Without accents: Latin and Arabic ones only; marks of other scripts are letters' parts. */
static char *fold(const char *word, gsize n)
{
	g_autofree char *split = NULL;
	GString *out;
	char *whole;
	gsize ascii = 0;

	while (ascii < n && is_ascii(word + ascii))
		ascii++;
	if (ascii == n)
		return g_strndup(word, n);
	split = g_utf8_normalize(word, (gssize)n, G_NORMALIZE_NFKD);
	out = g_string_new(NULL);
	for (const char *p = split; p && *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if ((c >= 0x300 && c <= 0x36f) || is_harakat(c))
			continue;
		g_string_append_unichar(out, c == 0x111 ? 'd' : c == 0x3c2 ? 0x3c3 : c);
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
	g_autofree char *low = normal_form(text);

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

/* What is not the page's own text: find.js passes over the same. */
static bool is_apart(const xmlNode *node)
{
	static const char *const classes[] = { "permalink", "definition", "note", "co", "line-numbers", "cite" };

	for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
		if (tree_has_class(node, classes[i]) && !tree_is(node, "li") && !tree_is(node, "div"))
			return true;
	return tree_is(node, "nav") || tree_is(node, "button") || tree_has_class(node, "definition");
}

static bool is_inline(const xmlNode *node)
{
	static const char *const names[] = { "a", "abbr", "b",    "cite", "code",   "dfn", "em",  "i", "kbd",
					     "s", "samp", "span", "mark", "strong", "sub", "sup", "u", "var" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (tree_is(node, names[i]))
			return true;
	return false;
}

/* The page's own heading goes apart from its text. */
static void gather(const xmlNode *node, GString *text, GString *heading, int depth)
{
	for (const xmlNode *kid = node->children; kid && depth < 2000; kid = kid->next) {
		GString *to = tree_is(kid, "h1") ? heading : text;

		if (kid->type == XML_TEXT_NODE)
			g_string_append(text, (const char *)kid->content);
		else if (kid->type == XML_ELEMENT_NODE && !is_apart(kid)) {
			if (!is_inline(kid))
				g_string_append_c(to, ' ');
			gather(kid, to, heading, depth + 1);
			if (!is_inline(kid))
				g_string_append_c(to, ' ');
		}
	}
}

/* Letters that no reader parts by a space where the author began a new line. */
static bool is_east_asian(gunichar c)
{
	return (c >= 0x3000 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xff60) ||
	       (c >= 0x20000 && c <= 0x3ffff);
}

/* White space to one space; at a line end between East Asian letters to none. */
static void squeeze(GString *text)
{
	g_autoptr(GString) out = g_string_sized_new(text->len);
	gunichar last = 0;

	for (const char *p = text->str; *p;) {
		size_t n = strspn(p, " \t\r\n\f");
		bool line_end = memchr(p, '\n', n) != NULL;
		gunichar c;

		p += n;
		c = g_utf8_get_char(p);
		if (n && last && c && !(line_end && is_east_asian(last) && is_east_asian(c)))
			g_string_append_c(out, ' ');
		if (c) {
			g_string_append_unichar(out, c);
			p = g_utf8_next_char(p);
		}
		last = c;
	}
	g_string_assign(text, out->str);
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

/* The page above one of this depth; -1: none. */
static int page_above(struct index *x, int depth)
{
	int up = -1;

	depth = CLAMP(depth, 0, 50);
	if (depth > 0 && (int)x->above->len >= depth)
		up = g_array_index(x->above, int, depth - 1);
	while ((int)x->above->len <= depth)
		g_array_append_val(x->above, x->n_pages);
	g_array_set_size(x->above, (guint)depth + 1);
	g_array_index(x->above, int, depth) = x->n_pages;
	return up;
}

static void add_page(struct index *x, const xmlNode *page)
{
	const xmlNode *article = tree_find(page, "article");
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) heading = g_string_new(NULL);
	g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *file = tree_attribute(page, "file");
	g_autofree char *title = tree_attribute(page, "title");
	g_autofree char *label = tree_attribute(page, "label");
	g_autofree char *depth = tree_attribute(page, "depth");
	g_autofree char *kind = tree_attribute(page, "kind");
	g_autofree char *name = *label ? g_strconcat(label, " ", title, NULL) : g_strdup(title);

	if (article)
		gather(article, text, heading, 0);
	squeeze(text);
	squeeze(heading);
	search_terms(heading->str, terms);
	search_terms(text->str, terms);
	for (guint i = 0; i < terms->len; i++)
		add_term(x, g_ptr_array_index(terms, i));
	g_string_append(x->pages, x->n_pages ? ",\n[" : "[");
	append_string(x->pages, file);
	g_string_append_c(x->pages, ',');
	append_string(x->pages, name);
	g_string_append_c(x->pages, ',');
	append_string(x->pages, text->str);
	g_string_append_printf(x->pages, ",%d,", page_above(x, tree_number(depth)));
	append_string(x->pages, heading->str);
	g_string_append(x->pages, g_str_has_suffix(kind, "index") ? ",1]" : "]");
	x->n_pages++;
}

static void free_array(gpointer p)
{
	g_array_free(p, TRUE);
}

static int by_bytes(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void append_base_36(GString *out, unsigned n)
{
	if (n >= 36)
		append_base_36(out, n / 36);
	g_string_append_c(out, "0123456789abcdefghijklmnopqrstuvwxyz"[n % 36]);
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
		g_string_append(out, ":\"");
		for (guint k = 0, last = 0; k < pages->len; k++) {
			guint page = (guint)g_array_index(pages, int, k);

			g_string_append(out, k ? " " : "");
			append_base_36(out, page - last);
			last = page;
		}
		g_string_append_c(out, '"');
	}
}

bool search_write(const xmlNode *site, struct output_folder *folder, struct diags *d)
{
	struct index x = { .pages = g_string_new(NULL), .above = g_array_new(FALSE, TRUE, sizeof(int)) };
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
	g_array_free(x.above, TRUE);
	return well;
}
