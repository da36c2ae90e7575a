/*
 * hyphenate.c - points in words, by language
 *
 * Liang's algorithm (liang.c) runs over the patterns of Debian's packages; exceptions.def
 * goes before them.  A word's points are found once.  Words with more than one capital,
 * with digits, in addresses, or already hyphenated are left alone.
 */
#include "text/engine.h"
#include "text/liang.h"

#include <string.h>

#define PATTERNS "/usr/share/hyphen"

enum { SHORTEST = 5 };

struct patterns {
	struct liang *dict; /* NULL: none for this language */
	bool by_rules;      /* instead: Filipino */
	char *language;
	GHashTable *points; /* uint64_t: bit i is a point before character i, by word */
};

struct hyphenator {
	struct arena *arena;
	GHashTable *languages; /* struct patterns by language */
	const char *last_language;
	struct patterns *last;
};

static const struct {
	const char *language, *word;
} exceptions[] = {
#define EXCEPTION(language, word) {language, word},
#include "text/exceptions.def"
#undef EXCEPTION
};

/* Languages whose patterns are not simply named after them. */
static const struct {
	const char *language, *file;
} files[] = {
	{"en", "hyph_en_GB.dic"},    {"en-us", "hyph_en_US.dic"},
	{"id", "hyph_id_ID.dic"},    {"ms", "hyph_id_ID.dic"},
	{"pt", "hyph_pt_PT.dic"},    {"sr", "hyph_sr_RS.dic"},
	{"no", "hyph_nb_NO.dic"},    {"sr-latn", "hyph_sr-Latn_RS.dic"},
	{"es", "hyph_es_ES.dic"},    {"it", "hyph_it_IT.dic"},
	{"de", "hyph_de_DE.dic"},    {"de-ch", "hyph_de_CH.dic"},
	{"de-at", "hyph_de_AT.dic"}, {"pt-br", "hyph_pt_BR.dic"},
};

struct hyphenator *hyphenator_new(void)
{
	struct hyphenator *h = g_new0(struct hyphenator, 1);

	h->arena = arena_new();
	h->languages = g_hash_table_new(g_str_hash, g_str_equal);
	return h;
}

void hyphenator_free(struct hyphenator *h)
{
	GHashTableIter i;
	gpointer value;

	g_hash_table_iter_init(&i, h->languages);
	while (g_hash_table_iter_next(&i, NULL, &value)) {
		struct patterns *p = value;

		liang_free(p->dict);
		g_hash_table_destroy(p->points);
	}
	g_hash_table_destroy(h->languages);
	arena_free(h->arena);
	g_free(h);
}

/* ---- patterns ---- */

static struct liang *load(const char *file)
{
	g_autofree char *path = g_build_filename(PATTERNS, file, NULL);

	return liang_read(path);
}

static const char *file_of(const char *tag)
{
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
		if (strcmp(files[i].language, tag) == 0)
			return files[i].file;
	return NULL;
}

/* The first file, by name, of a language that has one for some country. */
static char *file_for_language(const char *language)
{
	g_autoptr(GDir) dir = g_dir_open(PATTERNS, 0, NULL);
	g_autofree char *beginning = g_strdup_printf("hyph_%s", language);
	size_t n = strlen(beginning);
	char *best = NULL;
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		if (strncmp(name, beginning, n) != 0 ||
		    (name[n] != '_' && name[n] != '.') || (best && strcmp(name, best) >= 0))
			continue;
		g_free(best);
		best = g_strdup(name);
	}
	return best;
}

static struct liang *load_language(const char *language)
{
	g_autofree char *tag = g_ascii_strdown(language, -1);
	const char *file = file_of(tag);

	if (strstr(tag, "-arab") || strstr(tag, "-jawi"))
		return NULL;
	if (file)
		return load(file);
	tag[strcspn(tag, "-_")] = '\0';
	file = file_of(tag);
	if (file)
		return load(file);
	g_autofree char *found = *tag ? file_for_language(tag) : NULL;

	return found ? load(found) : NULL;
}

static uint64_t *remember(struct hyphenator *h, struct patterns *p, const char *word)
{
	uint64_t *points = ARENA_NEW(h->arena, uint64_t);

	g_hash_table_insert(p->points, arena_strdup(h->arena, word), points);
	return points;
}

/* "ran-som-ware" */
static void add_exception(struct hyphenator *h, struct patterns *p, const char *hyphened)
{
	char word[LIANG_LONGEST + 1];
	uint64_t points = 0;
	int n = 0;

	for (const char *c = hyphened; *c && n < LIANG_LONGEST; c++) {
		if (*c == '-')
			points |= UINT64_C(1) << n;
		else
			word[n++] = *c;
	}
	word[n] = '\0';
	*remember(h, p, word) = points;
}

static bool is_filipino(const char *language)
{
	size_t n = strcspn(language, "-_");

	return (n == 3 && g_ascii_strncasecmp(language, "fil", n) == 0) ||
	       (n == 2 && g_ascii_strncasecmp(language, "tl", n) == 0);
}

static struct patterns *patterns_new(struct hyphenator *h, const char *language)
{
	struct patterns *p = ARENA_NEW(h->arena, struct patterns);

	p->language = arena_strdup(h->arena, language);
	p->points = g_hash_table_new(g_str_hash, g_str_equal);
	p->dict = load_language(language);
	p->by_rules = is_filipino(language);
	for (size_t i = 0; p->dict && i < G_N_ELEMENTS(exceptions); i++) {
		size_t n = strlen(exceptions[i].language);

		if (g_ascii_strncasecmp(language, exceptions[i].language, n) == 0)
			add_exception(h, p, exceptions[i].word);
	}
	g_hash_table_insert(h->languages, p->language, p);
	return p;
}

static struct patterns *patterns_of(struct hyphenator *h, const char *language)
{
	struct patterns *p;

	if (!language)
		language = "";
	if (h->last && h->last_language == language)
		return h->last;
	p = g_hash_table_lookup(h->languages, language);
	h->last = p ? p : patterns_new(h, language);
	h->last_language = language;
	return h->last;
}

/* ---- words ---- */

static uint64_t points_of(struct hyphenator *h, struct patterns *p, const char *word)
{
	uint64_t *points = g_hash_table_lookup(p->points, word);

	if (points)
		return *points;
	points = remember(h, p, word);
	*points = p->by_rules ? filipino_points(word) : liang_points(p->dict, word);
	return *points;
}

/* The word in small letters; its number of characters, or 0 where there is a capital but
 * the first letter. */
static int small_letters(const char *from, int n, char *out)
{
	int chars = 0, capitals = 0;
	const char *to = from + n;

	for (; from < to; from = g_utf8_next_char(from), chars++) {
		uint32_t c = char_at(from), small;

		if (c < 0x80)
			small = (uint32_t)g_ascii_tolower((char)c);
		else
			small = g_unichar_tolower(c);
		capitals += small != c ? (chars > 0 ? 2 : 1) : 0;
		out += g_unichar_to_utf8(small, out);
	}
	*out = '\0';
	return capitals > 1 ? 0 : chars;
}

static void mark_word(struct job *j, const struct text_style *s, int from, int to)
{
	struct patterns *p;
	char word[LIANG_LONGEST * 6 + 8];
	int chars, remain = MAX(s->hyphenation_remain, 2),
		   push = MAX(s->hyphenation_push, 2);
	uint64_t points;

	if (to - from < SHORTEST || to - from > LIANG_LONGEST)
		return;
	p = patterns_of(j->t->hyphenator, s->language);
	chars = p->dict || p->by_rules ? small_letters(j->text + from, to - from, word) : 0;
	if (chars < SHORTEST)
		return;
	points = points_of(j->t->hyphenator, p, word);
	for (int at = from, i = 0; points && at < to; at = char_next(j->text, at), i++)
		if ((points >> i & 1) && i >= remain && chars - i >= push &&
		    j->notes[at].brk == BRK_NEVER)
			j->notes[at].brk = BRK_HYPHEN;
}

static bool is_letter(const char *s)
{
	unsigned char c = (unsigned char)*s;

	if (c < 0x80)
		return g_ascii_isalpha((char)c);
	return g_unichar_isalpha(char_at(s));
}

/* Characters that make a token something else than a word or a word in punctuation. */
static bool spoils(const char *text, int at, int end)
{
	char c = text[at];

	if (g_ascii_isdigit(c) || strchr("-/@_\\=&#", c))
		return true;
	if (c == '.' || c == ':')
		return at + 1 < end && g_ascii_isalnum(text[at + 1]);
	return memcmp(text + at, "\302\255", 2) == 0 ||
	       (at + 3 <= end && (memcmp(text + at, "\342\200\220", 3) == 0 ||
				  memcmp(text + at, "\342\200\221", 3) == 0));
}

static void mark_token(struct job *j, const struct text_style *s, int from, int to)
{
	for (int at = from; at < to; at = char_next(j->text, at))
		if (!is_letter(j->text + at) && spoils(j->text, at, to))
			return;
	for (int at = from; at < to;) {
		int end = at;

		while (end < to && is_letter(j->text + end))
			end = char_next(j->text, end);
		if (end > at)
			mark_word(j, s, at, end);
		at = end < to ? char_next(j->text, end) : to;
	}
}

static void hyphenate_span(struct job *j, const struct text_span *s)
{
	for (int at = s->from; at < s->to;) {
		int end = at;

		while (end < s->to && j->text[end] != ' ' && j->text[end] != '\n')
			end++;
		if (end > at)
			mark_token(j, s->style, at, end);
		at = end + 1;
	}
}

void hyphenate(struct job *j)
{
	for (int i = 0; i < j->n_spans; i++) {
		const struct text_style *s = j->spans[i].style;

		if (s->hyphenate && !s->code && !s->verbatim)
			hyphenate_span(j, &j->spans[i]);
	}
}
