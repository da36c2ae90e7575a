/*
 * seasia.c - words of Lao, Khmer and Burmese; syllables of Tamil
 *
 * ICU's dictionaries divide the first three; what they propose inside a syllable is dropped
 * by the rules of the scripts themselves, so that no line ever begins with a mark, after a
 * coeng or virama, or between a vowel and the consonant it is written before.  Words of one
 * letter stay with a neighbour.
 */
#include "text/engine.h"

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

/* Khmer: not after a coeng, not before repetition sign, full stops. */
static bool khmer_bars(uint32_t a, uint32_t b)
{
	return a == 0x17d2 || b == 0x17d4 || b == 0x17d5 || b == 0x17d6 || b == 0x17d7;
}

static bool is_barred(const char *text, int n, int at)
{
	uint32_t a = char_at(text + char_prev(text, at)), b = char_at(text + at);
	int next = char_next(text, at), after = next < n ? char_next(text, next) : n;

	if (is_mark(b))
		return true;
	if (b >= 0x1000 && b <= 0x109f)
		return burmese_bars(a, b, next < n ? char_at(text + next) : 0,
				    after < n ? char_at(text + after) : 0);
	if (b >= 0x1780 && b <= 0x17ff)
		return khmer_bars(a, b);
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

static void propose(struct job *j, int at)
{
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

/* The negation of Burmese binds to the word behind it, other single letters to the one
 * before. */
static void join_single(struct job *j, int from, int to)
{
	int at = char_at(j->text + from) == 0x1019 ? to : from;

	j->notes[at].brk = BRK_NEVER;
	j->notes[at].word = 0;
}

static void join_singles(struct job *j)
{
	int from = 0;

	for (int at = 1; at < j->n; at++) {
		if (!j->notes[at].word)
			continue;
		if (from > 0 && clusters_between(j->text, from, at) == 1)
			join_single(j, from, at);
		from = at;
	}
}

void seasia_breaks(struct job *j)
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
	join_singles(j);
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
