/*
 * keep.c - words that belong together
 *
 * A number stays with its unit and with the word it numbers, a title with the name behind it
 * (keep.def), and initials with each other: "z. B.".  The project's list of terms names what
 * must not be divided: no hyphenation in its words, no break at its hyphens, and where the
 * list writes "_" for a space, none there either.
 */
#include "text/engine.h"

#include <string.h>

struct keeper {
	GHashTable *before, *after; /* words before and behind numbers */
	GHashTable *titles;         /* words before names */
	GPtrArray *terms[256];      /* by first byte; as written in the list */
};

static const char *const words_before[] = {
#define BEFORE(word) word,
#define AFTER(word)
#define TITLE(word)
#include "text/keep.def"
#undef BEFORE
#undef AFTER
#undef TITLE
};

static const char *const words_after[] = {
#define BEFORE(word)
#define AFTER(word) word,
#define TITLE(word)
#include "text/keep.def"
#undef BEFORE
#undef AFTER
#undef TITLE
};

static const char *const titles[] = {
#define BEFORE(word)
#define AFTER(word)
#define TITLE(word) word,
#include "text/keep.def"
#undef BEFORE
#undef AFTER
#undef TITLE
};

static GHashTable *table_of(const char *const *words, size_t n)
{
	GHashTable *t = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < n; i++)
		g_hash_table_add(t, g_strdup(words[i]));
	return t;
}

static void add_term(struct keeper *k, const char *line)
{
	g_autofree char *term = g_utf8_normalize(line, -1, G_NORMALIZE_NFC);

	if (!term)
		return;
	g_strstrip(term);
	if (!*term || *term == '#')
		return;
	GPtrArray **list = &k->terms[(unsigned char)*term];

	if (!*list)
		*list = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(*list, g_steal_pointer(&term));
}

struct keeper *keeper_new(const char *terms, struct diags *d)
{
	struct keeper *k = g_new0(struct keeper, 1);
	g_autofree char *text = NULL;

	k->before = table_of(words_before, G_N_ELEMENTS(words_before));
	k->after = table_of(words_after, G_N_ELEMENTS(words_after));
	k->titles = table_of(titles, G_N_ELEMENTS(titles));
	if (!terms)
		return k;
	if (!g_file_get_contents(terms, &text, NULL, NULL)) {
		diag(d, E_FILE_READ, (struct where){NULL, 0},
		     "the list of terms %s cannot be read", terms);
		return k;
	}
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (int i = 0; lines[i]; i++)
		add_term(k, lines[i]);
	return k;
}

void keeper_free(struct keeper *k)
{
	for (int i = 0; i < 256; i++)
		if (k->terms[i])
			g_ptr_array_free(k->terms[i], TRUE);
	g_hash_table_destroy(k->before);
	g_hash_table_destroy(k->after);
	g_hash_table_destroy(k->titles);
	g_free(k);
}

/* ---- numbers ---- */

static bool is_word_char(uint32_t c)
{
	return g_unichar_isalnum(c) || is_mark(c) || c == '.' || c == '$' || c == '%' ||
	       c == 0xa7 || c == 0xb0 || c == 0x2116;
}

static bool is_in(GHashTable *words, const char *text, int n)
{
	char word[32];

	if (n <= 0 || n >= (int)sizeof word)
		return false;
	memcpy(word, text, (size_t)n);
	word[n] = '\0';
	return g_hash_table_contains(words, word);
}

/* Words of scripts without blanks may stand at the end of a phrase. */
static bool ends_with_word(const char *text, int to)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words_before); i++) {
		int n = (int)strlen(words_before[i]);

		if (words_before[i][0] & 0x80 && n <= to &&
		    memcmp(text + to - n, words_before[i], (size_t)n) == 0)
			return true;
	}
	return false;
}

static int word_start(const struct job *j, int to)
{
	int at = to, from = to;

	while (at > 0 && is_word_char(char_at(j->text + (at = char_prev(j->text, at)))))
		from = at;
	return from;
}

static bool follows_numbered(const struct job *j, int space)
{
	int from = word_start(j, space);

	if (is_seasia(char_at(j->text + char_prev(j->text, space))))
		return ends_with_word(j->text, space);
	return is_in(j->t->keeper->before, j->text + from, space - from);
}

static bool goes_on(const struct job *j, int at)
{
	return at < j->n && (g_unichar_isalnum(char_at(j->text + at)) ||
			     is_mark(char_at(j->text + at)));
}

/* Where a script without blanks goes on behind it, the unit ends. */
static bool is_unit(const struct job *j, int at)
{
	int to = at;

	while (to < j->n) {
		uint32_t c = char_at(j->text + to);

		if (!is_word_char(c) || is_cjk(c) || is_seasia(c) ||
		    (c == '.' && !goes_on(j, to + 1)))
			break;
		to = char_next(j->text, to);
	}
	return is_in(j->t->keeper->after, j->text + at, to - at);
}

/* "5", "5.2", "12A", "IV", and single letters: "Annex B", in Thai as well. */
static bool is_number(const struct job *j, int at)
{
	uint32_t c = char_at(j->text + at);
	int roman = at + (int)strspn(j->text + at, "IVXLC");

	if (g_unichar_isdigit(c) || (roman > at && !goes_on(j, roman)))
		return true;
	return (g_unichar_isupper(c) || is_seasia(c)) && !goes_on(j, char_next(j->text, at));
}

/* Thousands: "12 500" */
static bool is_grouped(const struct job *j, int space)
{
	int n = 0;

	while (space + 1 + n < j->n && g_ascii_isdigit(j->text[space + 1 + n]))
		n++;
	return n == 3 && g_ascii_isdigit(j->text[space - 1]);
}

/* One letter and a full stop end at byte `to`, or begin at `at`. */
static bool ends_initial(const struct job *j, int to)
{
	int letter;

	if (to < 2 || j->text[to - 1] != '.')
		return false;
	letter = char_prev(j->text, to - 1);
	return g_unichar_isalpha(char_at(j->text + letter)) &&
	       (letter == 0 || !is_word_char(char_at(j->text + char_prev(j->text, letter))));
}

static bool begins_initial(const struct job *j, int at)
{
	int next = char_next(j->text, at);

	return g_unichar_isalpha(char_at(j->text + at)) && next < j->n && j->text[next] == '.';
}

/* "Dr. Santos" */
static bool follows_title(const struct job *j, int space)
{
	int from = word_start(j, space);

	return g_unichar_isupper(char_at(j->text + space + 1)) &&
	       is_in(j->t->keeper->titles, j->text + from, space - from);
}

static bool keeps_blank(const struct job *j, int space)
{
	int next = space + 1;

	return (is_number(j, next) && follows_numbered(j, space)) ||
	       (g_ascii_isdigit(j->text[space - 1]) && is_unit(j, next)) ||
	       is_grouped(j, space) || follows_title(j, space) ||
	       (ends_initial(j, space) && begins_initial(j, next));
}

static void keep_numbers(struct job *j)
{
	for (int at = 1; at + 1 < j->n; at++)
		if (j->text[at] == ' ' && j->notes[at + 1].brk == BRK_ALLOWED &&
		    keeps_blank(j, at))
			j->notes[at + 1].brk = BRK_NEVER;
}

/* ---- terms ---- */

/* Bytes of the text that the term stands for, or 0. */
static int match_term(const char *text, int n, const char *term)
{
	int i = 0;

	for (; term[i]; i++) {
		if (i >= n)
			return 0;
		if (text[i] != term[i] && !(term[i] == '_' && text[i] == ' '))
			return 0;
	}
	return i < n && g_ascii_isalnum(text[i]) ? 0 : i;
}

static void protect(struct job *j, int from, const char *term)
{
	for (int i = 1; term[i]; i++)
		if (j->text[from + i - 1] != ' ' || term[i - 1] == '_') {
			j->notes[from + i].brk = BRK_NEVER;
			j->notes[from + i].word = 0;
		}
}

static int try_terms(struct job *j, int at, const GPtrArray *list)
{
	int best = 0;
	const char *found = NULL;

	for (guint i = 0; i < list->len; i++) {
		const char *term = g_ptr_array_index(list, i);
		int n = match_term(j->text + at, j->n - at, term);

		if (n > best) {
			best = n;
			found = term;
		}
	}
	if (found)
		protect(j, at, found);
	return best;
}

static void keep_terms(struct job *j)
{
	for (int at = 0; at < j->n;) {
		const GPtrArray *list = j->t->keeper->terms[(unsigned char)j->text[at]];
		bool begins = at == 0 || !g_ascii_isalnum(j->text[at - 1]);
		int n = list && begins ? try_terms(j, at, list) : 0;

		at = n ? at + n : char_next(j->text, at);
	}
}

void keep_together(struct job *j)
{
	keep_numbers(j);
	keep_terms(j);
}
