/*
 * keep.c - words that belong together
 *
 * A number stays with its unit and with the word it numbers (keep.def).  The project's list
 * of terms names what must not be divided: no hyphenation in its words, no break at its
 * hyphens, and where the list writes "_" for a space, none there either.
 */
#include "text/engine.h"

#include <string.h>

struct keeper {
	GHashTable *before, *after; /* words before and behind numbers */
	GPtrArray *terms[256];      /* by first byte; as written in the list */
};

static const char *const words_before[] = {
#define BEFORE(word) word,
#define AFTER(word)
#include "text/keep.def"
#undef BEFORE
#undef AFTER
};

static const char *const words_after[] = {
#define BEFORE(word)
#define AFTER(word) word,
#include "text/keep.def"
#undef BEFORE
#undef AFTER
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
	g_free(k);
}

/* ---- numbers ---- */

static bool is_word_byte(char c)
{
	return (c & 0x80) || g_ascii_isalnum(c) || c == '.' || c == '$' || c == '%';
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

static bool follows_numbered(const struct job *j, int space)
{
	int from = space;

	if (is_seasia(char_at(j->text + char_prev(j->text, space))))
		return ends_with_word(j->text, space);
	while (from > 0 && is_word_byte(j->text[from - 1]))
		from--;
	return is_in(j->t->keeper->before, j->text + from, space - from);
}

static bool is_unit(const struct job *j, int at)
{
	int to = at;

	while (to < j->n && is_word_byte(j->text[to]) && (j->text[to] != '.' || to == at))
		to++;
	return is_in(j->t->keeper->after, j->text + at, to - at);
}

/* "5", "5.2", "12A", and single capitals: "Annex B". */
static bool is_number(const struct job *j, int at)
{
	if (g_ascii_isdigit(j->text[at]))
		return true;
	if (j->text[at] & 0x80)
		return g_unichar_isdigit(char_at(j->text + at));
	return g_ascii_isupper(j->text[at]) &&
	       (at + 1 >= j->n ||
		(!g_ascii_isalnum(j->text[at + 1]) && !(j->text[at + 1] & 0x80)));
}

static void keep_numbers(struct job *j)
{
	for (int at = 1; at + 1 < j->n; at++) {
		int next = at + 1;

		if (j->text[at] != ' ' || j->notes[next].brk != BRK_ALLOWED)
			continue;
		if ((is_number(j, next) && follows_numbered(j, at)) ||
		    (g_ascii_isdigit(j->text[at - 1]) && is_unit(j, next)))
			j->notes[next].brk = BRK_NEVER;
	}
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
