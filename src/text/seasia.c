/*
 * seasia.c - words of Thai, Lao, Khmer and Burmese; syllables of Tamil
 *
 * ICU's dictionaries divide Lao, Khmer and Burmese, Pango's the words of Thai; what they
 * propose inside a syllable is dropped by the rules of the scripts themselves, so that no line
 * ever begins with a mark, after a coeng or virama, or between a vowel and the consonant it is
 * written before.  Words that the dictionaries lack fall into syllables and single letters:
 * a letter stays with the neighbour whose word it is most likely of.
 */
#include "text/engine.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct segmenter {
	UBreakIterator *lines; /* NULL until needed */
};

struct segmenter *segmenter_new(void)
{
	return g_new0(struct segmenter, 1);
}

void segmenter_free(struct segmenter *s)
{
	if (s->lines)
		ubrk_close(s->lines);
	g_free(s);
}

bool is_mark(uint32_t c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK ||
	       type == G_UNICODE_ENCLOSING_MARK;
}

static bool is_thai(uint32_t c)
{
	return c >= 0x0e00 && c <= 0x0e7f;
}

static bool is_lao(uint32_t c)
{
	return c >= 0x0e80 && c <= 0x0eff;
}

static bool is_burmese(uint32_t c)
{
	return c >= 0x1000 && c <= 0x109f;
}

static bool is_khmer(uint32_t c)
{
	return c >= 0x1780 && c <= 0x17ff;
}

/* The character behind the one at a byte; 0: the text ends. */
static uint32_t char_behind(const char *text, int n, int at)
{
	at = char_next(text, at);
	return at < n ? char_at(text + at) : 0;
}

/* Burmese: not after a virama, not before a final consonant (one with asat). */
static bool burmese_bars(uint32_t a, uint32_t b, uint32_t next, uint32_t after)
{
	const uint32_t virama = 0x1039, asat = 0x103a;

	if (a == virama)
		return true;
	if (b == 0x104a || b == 0x104b)
		return true;
	if (b > 0x1021)
		return false;
	return next == asat || next == virama ||
	       ((next == 0x1037 || next == 0x1038) && after == asat);
}

/* Lao: not behind a vowel written before its consonant, not before one written after. */
static bool lao_bars(uint32_t a, uint32_t b)
{
	return (a >= 0x0ec0 && a <= 0x0ec4) || b == 0x0eb0 || b == 0x0eb2 || b == 0x0eb3 ||
	       b == 0x0ebd || b == 0x0ec6 || b == 0x0eaf;
}

/* The row of the alphabet that a stop is of (nasals are none), those of d and t taken as one:
 * two of a row do not begin a Khmer word together. */
static int khmer_row(uint32_t c)
{
	uint32_t i = c - 0x1780;

	if (i >= 25 || i % 5 == 4)
		return 0;
	return i / 5 == 2 ? 4 : (int)(i / 5) + 1;
}

/* Khmer: not after a coeng, not before repetition sign, full stops; nor before a consonant
 * that a sign makes the end of a syllable, or a double one, as words of Pali have within. */
static bool khmer_bars(const char *text, int n, int at)
{
	uint32_t a = char_at(text + char_prev(text, at)), b = char_at(text + at);
	uint32_t next = char_behind(text, n, at), third;

	if (a == 0x17d2 || (b >= 0x17d4 && b <= 0x17d8))
		return true;
	if (a == 0x17d4 && b == 0x179b && next == 0x17d4) /* "and so on" */
		return true;
	if (next >= 0x17cb && next <= 0x17cd)
		return true;
	third = next ? char_behind(text, n, char_next(text, at)) : 0;
	if (next != 0x17d2)
		return is_mark(next) && third == 0x17cd;
	return third == b || (khmer_row(b) && khmer_row(b) == khmer_row(third));
}

/* Thai: not before a vowel written after its consonant or a sign that follows a word, nor
 * before a consonant that is not spoken, nor within the sign for "and so on". */
static bool thai_bars(const char *text, int n, int at)
{
	uint32_t a = char_at(text + char_prev(text, at)), b = char_at(text + at);
	uint32_t next = char_behind(text, n, at);

	return (a >= 0x0e40 && a <= 0x0e44) || b == 0x0e30 || b == 0x0e32 || b == 0x0e33 ||
	       b == 0x0e45 || b == 0x0e46 || b == 0x0e2f || next == 0x0e4c ||
	       (a == 0x0e2f && b == 0x0e25 && next == 0x0e2f);
}

static bool is_barred(const char *text, int n, int at)
{
	uint32_t a = char_at(text + char_prev(text, at)), b = char_at(text + at);
	int next = char_next(text, at), after = next < n ? char_next(text, next) : n;

	if (is_mark(b))
		return true;
	if (is_thai(b))
		return thai_bars(text, n, at);
	if (is_burmese(b))
		return burmese_bars(a, b, next < n ? char_at(text + next) : 0,
				    after < n ? char_at(text + after) : 0);
	if (is_khmer(b))
		return khmer_bars(text, n, at);
	return lao_bars(a, b);
}

static UBreakIterator *open_lines(struct segmenter *s)
{
	UErrorCode status = U_ZERO_ERROR;

	if (!s->lines)
		s->lines = ubrk_open(UBRK_LINE, "en", NULL, 0, &status);
	return s->lines;
}

static bool is_ours(uint32_t c)
{
	return is_seasia(c) && c >= 0x0e80;
}

/* The letter that makes Burmese nouns is the first of a word, never the last; ICU counts it
 * to the word before where it does not know the one behind. */
static int before_prefix(const char *text, int at)
{
	int prev = at > 0 ? char_prev(text, at) : 0;

	return prev > 0 && char_at(text + prev) == 0x1021 ? prev : at;
}

static void propose(struct job *j, int at)
{
	at = before_prefix(j->text, at);
	if (at <= 0 || at >= j->n || j->notes[at].brk != BRK_NEVER)
		return;
	if (!is_ours(char_at(j->text + at)) ||
	    !is_ours(char_at(j->text + char_prev(j->text, at))))
		return;
	if (is_barred(j->text, j->n, at))
		return;
	j->notes[at].brk = BRK_SOFT;
	j->notes[at].word = 1;
}

static int clusters_between(const char *text, int from, int to)
{
	int n = 0;

	for (int at = from; at < to; at = char_next(text, at))
		n += !is_mark(char_at(text + at));
	return n;
}

static void join(struct job *j, int at)
{
	if (!j->notes[at].word)
		return;
	j->notes[at].brk = BRK_NEVER;
	j->notes[at].word = 0;
}

/* ---- what the dictionaries leave alone ---- */

/* Burmese: "not", "one", "this", "begin" and the letter that makes nouns bind to what is
 * behind them, other words of one letter to the word before. */
static bool is_burmese_prefix(uint32_t c)
{
	return c == 0x1019 || c == 0x1010 || c == 0x1024 || c == 0x1005 || c == 0x1021;
}

/* Lao: consonants that with a short a begin words from Pali and are hardly ever one. */
static bool is_lao_prefix(uint32_t c)
{
	static const uint32_t first[] = {0x0e81, 0x0e82, 0x0e84, 0x0e8a, 0x0e95, 0x0e96, 0x0e97,
					 0x0e9b, 0x0e9e, 0x0ea1, 0x0ea7, 0x0eaa, 0x0eab, 0x0ead};

	for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
		if (c == first[i])
			return true;
	return false;
}

/* The word [from, to) as it was found. */
static void settle(struct job *j, int from, int to)
{
	uint32_t c = char_at(j->text + from), next = char_behind(j->text, to, from);
	bool bare = next == 0 && g_unichar_isalpha(c), goes_on = j->notes[to].word;

	if (is_burmese(c) && bare)
		join(j, is_burmese_prefix(c) && goes_on ? to : from);
	else if (is_khmer(c) && bare)
		join(j, goes_on ? to : from);
	else if (is_lao(c) && bare)
		join(j, from);
	else if (next == 0x0eb0 && is_lao_prefix(c) && char_next(j->text, from) + 3 == to)
		join(j, to);
	else if (is_thai(c) && bare && c != 0x0e13 && c != 0x0e18)
		join(j, from);
}

static void settle_words(struct job *j)
{
	for (int at = 0; at < j->n;) {
		int to = char_next(j->text, at);

		if (!is_seasia(char_at(j->text + at))) {
			at = to;
			continue;
		}
		while (to < j->n && j->notes[to].brk == BRK_NEVER &&
		       is_seasia(char_at(j->text + to)))
			to = char_next(j->text, to);
		settle(j, at, to);
		at = to;
	}
}

/* ---- signs between words ---- */

static bool is_letter(uint32_t c)
{
	return is_seasia(c) && (g_unichar_isalpha(c) || is_mark(c));
}

static bool is_among(uint32_t c, const char *list)
{
	return c > 0 && c < 0x80 && strchr(list, (int)c);
}

/* UAX 14 looks for blanks where these scripts have none: around brackets and quotations,
 * behind a comma, where Latin letters begin and end, and behind the short signs of Burmese. */
static enum brk break_beside(uint32_t older, uint32_t before, uint32_t c)
{
	if ((before >= 0x0e40 && before <= 0x0e44) || (before >= 0x0ec0 && before <= 0x0ec4) ||
	    before == 0x17d2 || before == 0x1039)
		return BRK_NEVER;
	if (is_letter(before))
		return is_among(c, "([{") || c == 0xab || c == 0x201c || g_ascii_isalpha((int)MIN(c, 0x7f))
			       ? BRK_SOFT
			       : BRK_NEVER;
	if (!is_letter(c) || is_mark(c))
		return BRK_NEVER;
	if (is_letter(older) && is_among(before, ",;:!?"))
		return BRK_ALLOWED;
	if (older == 0 || is_among(older, " \n([{"))
		return BRK_NEVER;
	return is_among(before, ")]}") || before == 0xbb || before == 0x201d ||
			       g_ascii_isalpha((int)MIN(before, 0x7f)) ||
			       before == 0x104c || before == 0x104d || before == 0x104f
		       ? BRK_SOFT
		       : BRK_NEVER;
}

static void break_at_signs(struct job *j)
{
	uint32_t older = 0, before = 0;

	for (int at = 0; at < j->n; at = char_next(j->text, at)) {
		uint32_t c = char_at(j->text + at);

		if (at > 0 && j->notes[at].brk == BRK_NEVER &&
		    (!is_seasia(c) || !is_barred(j->text, j->n, at)))
			j->notes[at].brk = (uint8_t)break_beside(older, before, c);
		older = before;
		before = c;
	}
}

/* Breaks between words of Thai cost more than those at its spaces. */
static void soften_thai(struct job *j)
{
	for (int at = 3; at < j->n; at = char_next(j->text, at)) {
		uint32_t before = char_at(j->text + char_prev(j->text, at));

		if (!is_thai(char_at(j->text + at)) || j->notes[at].brk != BRK_ALLOWED)
			continue;
		if (before == '.') /* of an abbreviation: Thai has no full stop */
			j->notes[at].brk = BRK_NEVER;
		if (!is_thai(before))
			continue;
		if (is_barred(j->text, j->n, at)) {
			j->notes[at].brk = BRK_NEVER;
			continue;
		}
		j->notes[at].brk = BRK_SOFT;
		j->notes[at].word = 1;
	}
}

static void ask_dictionaries(struct job *j)
{
	UBreakIterator *lines = open_lines(j->t->segmenter);
	UText text = UTEXT_INITIALIZER;
	UErrorCode status = U_ZERO_ERROR;

	if (!lines)
		return;
	utext_openUTF8(&text, j->text, j->n, &status);
	ubrk_setUText(lines, &text, &status);
	if (U_SUCCESS(status))
		for (int at = ubrk_first(lines); at != UBRK_DONE; at = ubrk_next(lines))
			propose(j, at);
	utext_close(&text);
}

void seasia_breaks(struct job *j)
{
	if (j->thai)
		soften_thai(j);
	if (j->seasia)
		ask_dictionaries(j);
	settle_words(j);
	break_at_signs(j);
}

/* ---- Tamil ---- */

/* Begins a syllable: a letter, and not a consonant that a pulli makes part of the one
 * before. */
static bool begins_syllable(const char *text, int at, int to)
{
	int next = char_next(text, at);

	if (is_mark(char_at(text + at)))
		return false;
	return next >= to || char_at(text + next) != 0x0bcd;
}

/* Nothing but punctuation follows: the word is the paragraph's last. */
static bool ends_text(const struct job *j, int at)
{
	while (at < j->n && !g_unichar_isalnum(char_at(j->text + at)))
		at = char_next(j->text, at);
	return at >= j->n;
}

/* Two letters and more on either side, as its newspapers do; more where they would be a line
 * of their own. */
static void break_tamil_word(struct job *j, int from, int to)
{
	int total = clusters_between(j->text, from, to), n = 0;
	int push = ends_text(j, to) ? 4 : 2;

	for (int at = from; at < to; at = char_next(j->text, at)) {
		if (is_mark(char_at(j->text + at)))
			continue;
		if (n >= 2 && total - n >= push && begins_syllable(j->text, at, to) &&
		    j->notes[at].brk == BRK_NEVER)
			j->notes[at].brk = BRK_SOFT;
		n++;
	}
}

void tamil_breaks(struct job *j)
{
	for (int at = 0; at < j->n;) {
		int to = at;

		while (to < j->n && is_tamil(char_at(j->text + to)))
			to = char_next(j->text, to);
		if (to > at)
			break_tamil_word(j, at, to);
		at = to < j->n ? char_next(j->text, to) : j->n;
	}
}
