/*
 * registry.c - addresses of paragraphs, tables and figures that outlive editing
 *
 * What the author gave no xml:id gets one from the nearest above that has one: "scope-p3" is
 * a paragraph of "scope".  The numbers are never given twice: beside the book stands the file
 * paragraph-ids with a line for each address and a sketch of its text, by which a paragraph
 * is known again after it was moved or edited.  The sketch is a min-wise hash (Broder, 1997):
 * of eight hash functions the least value over the text's triples of words, of letters where no
 * spaces part the words; paragraphs that share much of their text share most of the eight.
 *
 * An address whose text is gone is told of until --update-ids has marked its line; it comes back
 * with the text.
 */
#include "doc/internal.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	N_HASHES = 8,
	ENOUGH = 2,	/* of the hashes, to be called the same below the same id */
	ELSEWHERE = 6,	/* of the hashes, to be called the same anywhere in the book */
	MOST_TEXT = 4096, /* bytes of a text that are looked at: a chapter is known by its beginning */
};

struct sketch {
	uint16_t least[N_HASHES];
};

struct entry {
	char *id;
	struct sketch sketch;
	int line; /* in the file; 0: new */
	bool found;
	bool gone; /* told of before */
};

struct place_of_id {
	xmlNode *node;
	char *prefix; /* "scope-p" */
	struct sketch sketch;
};

struct group {
	GPtrArray *entries; /* struct entry */
	int most;	    /* the highest number given */
};

struct registry {
	GPtrArray *entries;    /* struct entry, in the order of the file */
	GHashTable *by_prefix; /* "scope-p" -> struct group */
	GArray *places;	     /* struct place_of_id, in the order of the book */
	GHashTable *ids;     /* what the author gave */
};

/* ---- sketches ----------------------------------------------------------------------- */

static uint64_t mix(uint64_t h)
{
	h ^= h >> 33;
	h *= UINT64_C(0xff51afd7ed558ccd);
	h ^= h >> 33;
	h *= UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

/* Thai and Lao, Burmese, Khmer, the scripts of East Asia. */
static bool is_unspaced(gunichar c)
{
	return (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f) ||
	       (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3000 && c <= 0x30ff) ||
	       (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

static void gather(const xmlNode *node, GString *to, int depth)
{
	for (; node && depth < 2000 && to->len < MOST_TEXT; node = node->next) {
		if (node->type == XML_TEXT_NODE)
			g_string_append(to, (const char *)node->content);
		else if (node->type == XML_ELEMENT_NODE &&
			 strcmp((const char *)node->name, "indexterm") != 0)
			gather(node->children, to, depth + 1);
	}
}

/* The end of the unit that begins here: a word; a letter of a script that writes no spaces. */
static const char *unit_end(const char *p)
{
	gunichar c = g_utf8_get_char(p);

	if (is_unspaced(c))
		return g_utf8_next_char(p);
	while (*p && !strchr(" \t\r\n", *p) && !is_unspaced(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

static struct sketch sketch_of(const xmlNode *node)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct sketch s;
	uint64_t last[3] = { 0, 0, 0 };

	memset(&s, 0xff, sizeof(s));
	gather(node->children, text, 0);
	for (const char *p = text->str, *end; *(p += strspn(p, " \t\r\n")); p = end) {
		g_autofree char *unit = NULL;
		uint64_t triple;

		end = unit_end(p);
		unit = g_strndup(p, (gsize)(end - p));
		last[0] = last[1];
		last[1] = last[2];
		last[2] = mix(g_str_hash(unit));
		triple = last[0] * 3 + last[1] * 5 + last[2];
		for (unsigned k = 0; k < N_HASHES; k++) {
			uint16_t h = (uint16_t)mix(triple + k * UINT64_C(0x9e3779b97f4a7c15));

			s.least[k] = MIN(s.least[k], h);
		}
	}
	return s;
}

static int likeness(const struct sketch *a, const struct sketch *b)
{
	int n = 0;

	for (int k = 0; k < N_HASHES; k++)
		n += a->least[k] == b->least[k];
	return n;
}

/* ---- the file ----------------------------------------------------------------------- */

static char *prefix_of(const char *id)
{
	size_t n = strlen(id);

	while (n > 0 && g_ascii_isdigit(id[n - 1]))
		n--;
	return g_strndup(id, n);
}

/* "p" of "scope-p", "section-" of "scope-section-" */
static const char *kind_after(const char *prefix)
{
	const char *p = prefix + strlen(prefix);

	if (p > prefix)
		p--;
	while (p > prefix && p[-1] != '-')
		p--;
	return p;
}

/* The number of an id, which the author may have written. */
static int number_at(const char *s)
{
	return (int)CLAMP(strtol(s, NULL, 10), 0, INT_MAX / 2);
}

static void add_entry(struct registry *r, struct entry *e)
{
	char *prefix = prefix_of(e->id);
	int number = number_at(e->id + strlen(prefix));
	struct group *group = g_hash_table_lookup(r->by_prefix, prefix);

	if (!group) {
		group = g_new0(struct group, 1);
		group->entries = g_ptr_array_new();
		g_hash_table_insert(r->by_prefix, prefix, group);
	} else {
		g_free(prefix);
	}
	group->most = MAX(group->most, number);
	g_ptr_array_add(group->entries, e);
	g_ptr_array_add(r->entries, e);
}

/* "scope-p3 0123 4567 ...", "gone" behind them */
static void read_line(struct registry *r, const char *line, int number)
{
	g_auto(GStrv) words = g_strsplit(line, " ", -1);
	struct entry *e;

	if (g_strv_length(words) < N_HASHES + 1 || *line == '#')
		return;
	e = g_new0(struct entry, 1);
	e->gone = words[N_HASHES + 1] != NULL;
	e->id = g_strdup(words[0]);
	e->line = number;
	for (int k = 0; k < N_HASHES; k++)
		e->sketch.least[k] = (uint16_t)g_ascii_strtoull(words[k + 1], NULL, 16);
	add_entry(r, e);
}

static bool read_file(struct registry *r, const char *path)
{
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		return false;
	lines = g_strsplit(text, "\n", -1);
	for (int i = 0; lines[i]; i++)
		read_line(r, lines[i], i + 1);
	return true;
}

static bool write_file(const struct registry *r, const char *path, struct diags *d)
{
	g_autoptr(GString) text = g_string_new(
		"# Addresses of paragraphs, tables and figures: kept by \"handbook check --update-ids\".\n"
		"# An address and a sketch of its text, a line each; no address is ever given again.\n");
	struct output *out;

	for (guint i = 0; i < r->entries->len; i++) {
		const struct entry *e = g_ptr_array_index(r->entries, i);

		g_string_append(text, e->id);
		for (int k = 0; k < N_HASHES; k++)
			g_string_append_printf(text, " %04x", e->sketch.least[k]);
		g_string_append(text, e->found ? "\n" : " gone\n");
	}
	out = output_open(path, d);
	return out && output_write(out, text->str, text->len) && output_commit(out, d);
}

/* ---- the book ----------------------------------------------------------------------- */

/* What an address says of its kind: a letter for a block, a word for what may be a page. */
static const char *kind_of(const xmlNode *node)
{
	static const struct {
		const char *name, *kind;
	} kinds[] = {
		{ "para", "p" }, { "simpara", "p" }, { "formalpara", "p" }, { "table", "t" },
		{ "informaltable", "t" }, { "figure", "f" }, { "informalfigure", "f" },
		{ "example", "x" }, { "equation", "e" }, { "procedure", "s" }, { "glossentry", "g" },
		{ "biblioentry", "b" }, { "bibliomixed", "b" }, { "qandaentry", "q" },
		{ "section", "section-" }, { "sect1", "section-" }, { "sect2", "section-" },
		{ "sect3", "section-" }, { "sect4", "section-" }, { "sect5", "section-" },
		{ "simplesect", "section-" }, { "refsection", "section-" }, { "refsect1", "section-" },
		{ "refsect2", "section-" }, { "chapter", "chapter-" }, { "appendix", "appendix-" },
		{ "part", "part-" }, { "article", "article-" }, { "book", "book-" },
		{ "reference", "reference-" }, { "preface", "preface-" }, { "glossary", "glossary-" },
		{ "bibliography", "bibliography-" }, { "index", "index-" }, { "set", "set-" },
		{ "dedication", "dedication-" }, { "colophon", "colophon-" },
		{ "acknowledgements", "acknowledgements-" }, { "refentry", "refentry-" }, { "topic", "topic-" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp((const char *)node->name, kinds[i].name) == 0)
			return kinds[i].kind;
	return NULL;
}

/* What stands in these is not the text's own. */
static bool is_apart(const xmlNode *node)
{
	static const char *const names[] = { "info",	"footnote",   "indexterm",
					     "textobject", "annotation", "revhistory" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp((const char *)node->name, names[i]) == 0)
			return true;
	return false;
}

static void find_places(struct registry *r, xmlNode *node, const char *above, int depth)
{
	for (; node && depth < 2000; node = node->next) {
		xmlChar *id;
		const char *kind;

		if (node->type != XML_ELEMENT_NODE || is_apart(node))
			continue;
		id = xmlGetNsProp(node, BAD_CAST "id", XML_XML_NAMESPACE);
		kind = id || !node->parent->parent ? NULL : kind_of(node);
		if (id)
			g_hash_table_add(r->ids, g_strdup((const char *)id));
		if (kind) {
			char *prefix = above ? g_strconcat(above, "-", kind, NULL) : g_strdup(kind);
			struct place_of_id p = { node, prefix, sketch_of(node) };

			g_array_append_val(r->places, p);
		}
		find_places(r, node->children, id ? (const char *)id : above, depth + 1);
		xmlFree(id);
	}
}

/* ---- matching ----------------------------------------------------------------------- */

static void give(struct place_of_id *p, struct entry *e)
{
	xmlNs *ns = xmlSearchNs(p->node->doc, p->node, BAD_CAST "xml");
	xmlAttr *a = xmlNewNsProp(p->node, ns, BAD_CAST "id", BAD_CAST e->id);

	xmlAddID(NULL, p->node->doc, BAD_CAST e->id, a);
	e->sketch = p->sketch;
	e->found = true;
	p->node = NULL;
}

/* The entry of the same text among these that is most like this place. */
static struct entry *most_like(const GPtrArray *entries, const struct place_of_id *p, int least)
{
	struct entry *best = NULL;

	for (guint i = 0; entries && i < entries->len; i++) {
		struct entry *e = g_ptr_array_index(entries, i);
		int like = e->found ? 0 : likeness(&e->sketch, &p->sketch);

		if (like >= least) {
			best = e;
			least = like + 1;
		}
	}
	return best;
}

/* What an address ends in before its number: "p", "section-". */
static bool is_same_kind(const char *id, const char *prefix)
{
	g_autofree char *own = prefix_of(id);
	const char *kind = kind_after(prefix);

	return strcmp(kind_after(own), kind) == 0;
}

/* What was moved to another part of the book. */
static struct entry *moved(const struct registry *r, const struct place_of_id *p)
{
	struct entry *e = most_like(r->entries, p, ELSEWHERE);

	return e && is_same_kind(e->id, p->prefix) ? e : NULL;
}

static struct entry *new_entry(struct registry *r, const struct place_of_id *p)
{
	const struct group *group = g_hash_table_lookup(r->by_prefix, p->prefix);
	struct entry *e = g_new0(struct entry, 1);
	int number = group ? group->most : 0;

	do {
		g_free(e->id);
		e->id = g_strdup_printf("%s%d", p->prefix, ++number);
	} while (g_hash_table_contains(r->ids, e->id) ||
		 xmlGetID(p->node->doc, BAD_CAST e->id));
	add_entry(r, e);
	return e;
}

/* First what is the same to the word, then what was edited, the more alike before the less; then
 * what was moved elsewhere, then what is new. */
static void match(struct registry *r)
{
	guint n_known = r->entries->len;

	for (int least = N_HASHES; least >= ENOUGH && n_known; least--)
		for (guint i = 0; i < r->places->len; i++) {
			struct place_of_id *p = &g_array_index(r->places, struct place_of_id, i);
			const struct group *group = g_hash_table_lookup(r->by_prefix, p->prefix);
			struct entry *e = p->node && group ? most_like(group->entries, p, least) : NULL;

			if (e)
				give(p, e);
		}
	for (guint i = 0; i < r->places->len && n_known; i++) {
		struct place_of_id *p = &g_array_index(r->places, struct place_of_id, i);
		struct entry *e = p->node ? moved(r, p) : NULL;

		if (e)
			give(p, e);
	}
	for (guint i = 0; i < r->places->len; i++) {
		struct place_of_id *p = &g_array_index(r->places, struct place_of_id, i);

		if (p->node)
			give(p, new_entry(r, p));
	}
}

static void report_lost(const struct registry *r, const char *path, struct diags *d)
{
	const char *file = g_intern_string(path);

	for (guint i = 0; i < r->entries->len; i++) {
		const struct entry *e = g_ptr_array_index(r->entries, i);

		if (!e->found && !e->gone)
			diag(d, W_ID_LOST, (struct where){ file, e->line },
			     "no text answers to \"%s\" any more: links to it would lead nowhere", e->id);
	}
}

/* ---- the whole ---------------------------------------------------------------------- */

static void free_entry(gpointer p)
{
	g_free(((struct entry *)p)->id);
	g_free(p);
}

static void free_group(gpointer p)
{
	g_ptr_array_free(((struct group *)p)->entries, TRUE);
	g_free(p);
}

void book_number_paragraphs(struct doc *doc, const char *path, bool update,
			    const struct sandbox *s, struct diags *d)
{
	struct registry r = {
		.entries = g_ptr_array_new_with_free_func(free_entry),
		.by_prefix = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_group),
		.places = g_array_new(FALSE, FALSE, sizeof(struct place_of_id)),
		.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};

	/* A symbolic link must not have a file elsewhere read, or written over. */
	if (sandbox_allows(s, path))
		read_file(&r, path);
	else
		diag(d, E_OUTSIDE, (struct where){ 0 },
		     "%s lies outside the book's folder: neither read nor written", path);
	find_places(&r, doc->xml->children, NULL, 0);
	match(&r);
	report_lost(&r, path, d);
	if (update && sandbox_allows(s, path))
		write_file(&r, path, d);
	for (guint i = 0; i < r.places->len; i++)
		g_free(g_array_index(r.places, struct place_of_id, i).prefix);
	g_array_free(r.places, TRUE);
	g_hash_table_destroy(r.by_prefix);
	g_hash_table_destroy(r.ids);
	g_ptr_array_free(r.entries, TRUE);
}
