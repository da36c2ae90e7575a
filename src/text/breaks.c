/*
 * breaks.c - where a line may end
 *
 * Pango knows UAX 14 with strict kinsoku, and Thai words (libthai).  Plain Latin paragraphs
 * take the quick road of latin.c.  Then come the scripts Pango cannot divide, hyphenation,
 * what must stay together, and what the style of a span says: spans of code break after the
 * punctuation of paths, verbatim spans only where the author ended the line.
 */
#include "text/engine.h"

#include <string.h>
#include <unicode/uchar.h>

enum { LONG_PARAGRAPH = 45 }; /* bytes: fifteen ideographs */

bool is_cjk(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) ||
	       (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0xac00 && c <= 0xd7a3) ||
	       c == 0x3005 || c == 0x3007 || (c >= 0x20000 && c < 0x32000);
}

/* Korean has spaces between words, and none more. */
bool parts_from_latin(uint32_t c)
{
	return is_cjk(c) && !(c >= 0xac00 && c <= 0xd7a3);
}

enum cjk_punctuation cjk_punctuation(uint32_t c)
{
	switch (c) {
	case 0x3001:
	case 0x3002:
	case 0x3009:
	case 0x300b:
	case 0x300d:
	case 0x300f:
	case 0x3011:
	case 0x3015:
	case 0x3017:
	case 0x3019:
	case 0xff09:
	case 0xff0c:
	case 0xff0e:
	case 0xff3d:
	case 0xff5d:
		return CJK_CLOSE;
	case 0x3008:
	case 0x300a:
	case 0x300c:
	case 0x300e:
	case 0x3010:
	case 0x3014:
	case 0x3016:
	case 0x3018:
	case 0xff08:
	case 0xff3b:
	case 0xff5b:
		return CJK_OPEN;
	case 0x30fb:
	case 0xff1a:
	case 0xff1b:
		return CJK_MIDDLE;
	default:
		return CJK_NONE;
	}
}

enum cjk_punctuation mark_at(const struct job *j, int at)
{
	if (j->notes[at].mark)
		return (enum cjk_punctuation)j->notes[at].mark;
	return cjk_punctuation(char_at(j->text + at));
}

bool is_seasia(uint32_t c)
{
	return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) ||
	       (c >= 0x1780 && c <= 0x17ff) || (c >= 0xa9e0 && c <= 0xa9ff) ||
	       (c >= 0xaa60 && c <= 0xaa7f);
}

bool is_tamil(uint32_t c)
{
	return c >= 0x0b80 && c <= 0x0bff;
}

static void note_scripts(struct job *j)
{
	for (int at = 0; at < j->n; at = char_next(j->text, at)) {
		uint32_t c = char_at(j->text + at);

		j->thai = j->thai || (c >= 0x0e00 && c <= 0x0e7f);
		j->seasia = j->seasia || (is_seasia(c) && c >= 0x0e80);
		j->tamil = j->tamil || is_tamil(c);
		j->cjk = j->cjk || is_cjk(c);
	}
}

static void pango_breaks(struct job *j)
{
	GArray *log = j->t->log;
	int n = (int)g_utf8_strlen(j->text, j->n), i = 0;
	const PangoLogAttr *a;

	if (n == 0)
		return;
	g_array_set_size(log, (guint)n + 1);
	memset(log->data, 0, sizeof(PangoLogAttr) * ((size_t)n + 1));
	pango_get_log_attrs(j->text, j->n, -1, pango_language_from_string("en"),
			    (PangoLogAttr *)(void *)log->data, n + 1);
	a = (const PangoLogAttr *)(const void *)log->data;
	for (int at = 0; at < j->n; at = char_next(j->text, at), i++)
		if (at > 0 && a[i].is_line_break)
			j->notes[at].brk = BRK_ALLOWED;
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == 0xab || c == 0xbb || c == 0x2019 ||
	       c == 0x201c || c == 0x201d || c == 0x203a;
}

/* UAX 14 keeps a quotation mark, a blank and a bracket together because the mark might
 * open; one that follows a word does not (as later versions of the standard know). */
static void mend_closing_quote(struct job *j, int at)
{
	int prev = char_prev(j->text, at), quote;
	uint32_t c = char_at(j->text + at);

	if ((c != '(' && c != '[' && c != '{') || j->text[prev] != ' ' || prev < 2)
		return;
	quote = char_prev(j->text, prev);
	if (quote > 0 && is_quote(char_at(j->text + quote)) &&
	    !strchr(" ([{", j->text[char_prev(j->text, quote)]))
		j->notes[at].brk = BRK_ALLOWED;
}

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* UAX 14 cannot tell which quotation marks open: between Chinese characters we can. */
static void mend_quotes(struct job *j, int at)
{
	int prev = char_prev(j->text, at);
	enum cjk_punctuation a = mark_at(j, prev), b = mark_at(j, at);
	bool after = a == CJK_CLOSE || is_cjk(char_at(j->text + prev));
	bool before = b == CJK_OPEN || is_cjk(char_at(j->text + at));

	if (!j->notes[at].mark && !j->notes[prev].mark)
		return;
	if (a == CJK_OPEN || b == CJK_CLOSE)
		j->notes[at].brk = BRK_NEVER;
	else if (a != CJK_MIDDLE && b != CJK_MIDDLE && after && before)
		j->notes[at].brk = BRK_ALLOWED;
}

/* Signs of repetition and full stops of Thai, Lao, Khmer and Burmese. */
static bool is_seasia_sign(uint32_t c)
{
	return c == 0x0e46 || c == 0x0ec6 || (c >= 0x17d4 && c <= 0x17d7) || c == 0x104a ||
	       c == 0x104b;
}

/* U+200B parts words, but none from what closes its phrase. */
static bool closes_seasia(const struct job *j, int at, uint32_t c)
{
	int parted = char_prev(j->text, at);

	return c < 0x80 && strchr("!?.,;:)]}", (int)c) && parted > 0 &&
	       is_seasia(char_at(j->text + char_prev(j->text, parted)));
}

/* What UAX 14 allows and typesetters do not: full-width numbers, a hyphen that opens
 * a word (-option), a line that begins with a dash. */
static void mend_pair(struct job *j, int at, uint32_t before, uint32_t c)
{
	int prev;
	uint32_t older;

	if (before == ' ' && c == 0x2060) {
		j->notes[at].brk = BRK_ALLOWED;
		return;
	}
	if (j->notes[at].brk == BRK_NEVER)
		return;
	if (before == 0x200b && (c == ' ' || is_seasia_sign(c) || closes_seasia(j, at, c)))
		j->notes[at].brk = BRK_NEVER;
	if ((before == 0xff0e || before == 0xff0c || is_digit(before)) && is_digit(c))
		j->notes[at].brk = BRK_NEVER;
	if (c == 0x2014 && before != ' ' && before != 0x2014 && before != 0x200b)
		j->notes[at].brk = BRK_NEVER;
	if (before != '-' && before != 0x2010)
		return;
	prev = char_prev(j->text, at);
	older = prev > 0 ? char_at(j->text + char_prev(j->text, prev)) : ' ';
	if (older == ' ' || older == '(' || older == '-' || older == 0xa0)
		j->notes[at].brk = BRK_NEVER;
}

/* What no text that makes sense asks for: a mark torn off its letter, the second half of a
 * stack, a sign of repetition without what it repeats. */
static void mend_cluster(struct job *j, int at, uint32_t before, uint32_t c)
{
	int next = char_next(j->text, at);
	/* Khmer "and so on": a letter between two stops */
	bool and_so_on = before == 0x17d4 && c == 0x179b && next < j->n &&
			 char_at(j->text + next) == 0x17d4;
	bool torn = u_isalpha((UChar32)before) || is_mark(before);
	bool first = (before >= 0x0e40 && before <= 0x0e44) ||
		     (before >= 0x0ec0 && before <= 0x0ec4);

	if ((torn && is_mark(c)) || is_seasia_sign(c) || before == 0x17d2 || before == 0x1039 ||
	    and_so_on || (first && u_isalpha((UChar32)c)))
		j->notes[at].brk = BRK_NEVER;
}

static int letters_before(const struct job *j, int at)
{
	int n = 0;

	while (n < 3 && at > 0 && g_unichar_isalpha(char_at(j->text + char_prev(j->text, at)))) {
		at = char_prev(j->text, at);
		n++;
	}
	return n;
}

static int letters_behind(const struct job *j, int at)
{
	int n = 0;

	for (; n < 3 && at < j->n && g_unichar_isalpha(char_at(j->text + at)); n++)
		at = char_next(j->text, at);
	return n;
}

/* and/or may break behind the slash, at a price; km/h and TCP/IP not; Chinese freely. */
static void mend_slash(struct job *j, int at)
{
	uint32_t c = char_at(j->text + at);
	int slash = at - 1;

	if (j->notes[at].brk != BRK_ALLOWED || is_cjk(c) ||
	    (slash > 0 && is_cjk(char_at(j->text + char_prev(j->text, slash)))))
		return;
	j->notes[at].brk = letters_before(j, slash) >= 3 && letters_behind(j, at) >= 2 &&
					   !g_unichar_isupper(c)
				   ? BRK_SOFT
				   : BRK_NEVER;
}

static bool ends_phrase(const struct job *j, int at)
{
	return at >= j->n || strchr(" \n.,;:!?)", j->text[at]);
}

/* French has blanks before its high punctuation and within its quotation marks; where they
 * are plain ones, the mark still stays with its word. */
static void mend_spaced_mark(struct job *j, int at)
{
	uint32_t c = char_at(j->text + at);
	int quote = char_prev(j->text, char_prev(j->text, at));
	uint32_t before = char_at(j->text + quote);
	bool opens = quote == 0 || strchr(" \n([", j->text[quote - 1]);

	if ((c == 0xbb || c == 0x203a || c == ':' || c == ';' || c == ',' || c == '.') &&
	    ends_phrase(j, char_next(j->text, at)))
		j->notes[at].brk = BRK_NEVER;
	if ((before == 0xab || before == 0x2039) && opens)
		j->notes[at].brk = BRK_NEVER;
}

/* Where words are found by a dictionary, a quotation mark that opens is taken for one that
 * may close: with a blank or nothing before it, it does not. */
static void mend_opening_quote(struct job *j, int at, uint32_t before)
{
	int quote = char_prev(j->text, at);

	if ((is_quote(before) || before == 0x2018 || before == 0x2039) &&
	    (quote == 0 || strchr(" \n([", j->text[quote - 1])) &&
	    is_seasia(char_at(j->text + at)))
		j->notes[at].brk = BRK_NEVER;
}

static void mend_breaks(struct job *j)
{
	uint32_t before = 0;

	for (int at = 0; at < j->n; at = char_next(j->text, at)) {
		uint32_t c = char_at(j->text + at);

		if (at > 0)
			mend_pair(j, at, before, c);
		if (at > 0 && before == ' ') {
			mend_closing_quote(j, at);
			mend_spaced_mark(j, at);
		}
		if (at > 0 && !j->latin) {
			mend_quotes(j, at);
			mend_cluster(j, at, before, c);
			mend_opening_quote(j, at, before);
		}
		if (before == '/' && !j->t->plain)
			mend_slash(j, at);
		if (before == 0xad && j->notes[at].brk == BRK_ALLOWED)
			j->notes[at].brk = BRK_HYPHEN;
		before = c;
	}
}

/* A paragraph of several lines does not end with one of a single ideograph. */
static void keep_last_two(struct job *j)
{
	int at = j->n;

	if (j->n < LONG_PARAGRAPH)
		return;
	while (at > 0 && mark_at(j, char_prev(j->text, at)) != CJK_NONE)
		at = char_prev(j->text, at);
	at = char_prev(j->text, at);
	if (at > 0 && is_cjk(char_at(j->text + at)) &&
	    is_cjk(char_at(j->text + char_prev(j->text, at))))
		j->notes[at].brk = BRK_NEVER;
}

/* ---- what the spans say ---- */

/* Behind which characters of a path or URL it may go on in the next line. */
static bool ends_step(char c)
{
	return strchr("/.-_?&=:,;@#~\\+", c) != NULL;
}

static void break_path(struct job *j, int from, int to)
{
	for (int at = from + 2; at < to; at++) {
		char before = j->text[at - 1];

		if (j->notes[at].brk == BRK_HYPHEN)
			j->notes[at].brk = BRK_NEVER;
		if ((j->text[at] & 0x80) || !before || !ends_step(before))
			continue;
		/* Never between two of them (://), nor before the last character. */
		if (ends_step(j->text[at]) || j->text[at] == ' ' || at + 1 >= to ||
		    j->text[at + 1] == ' ')
			j->notes[at].brk = BRK_NEVER;
		else
			j->notes[at].brk = BRK_SOFT;
	}
}

static void clear_breaks(struct job *j, int from, int to)
{
	for (int at = from + 1; at <= to && at < j->n; at++)
		j->notes[at].brk = BRK_NEVER;
}

static bool is_url_char(char c)
{
	return (c & 0x80) == 0 && c > ' ' && !strchr("<>\"{}|^`", c);
}

/* Words that are plainly addresses break as code does, wherever they stand. */
static void break_urls(struct job *j)
{
	const char *p = j->text;

	while ((p = strstr(p, "://"))) {
		int from = (int)(p - j->text), to = from;

		while (from > 0 && g_ascii_isalpha(j->text[from - 1]))
			from--;
		while (to < j->n && is_url_char(j->text[to]))
			to++;
		clear_breaks(j, from, to - 1);
		break_path(j, from, to);
		p = j->text + to;
	}
}

static void obey_spans(struct job *j)
{
	for (int i = 0; i < j->n_spans; i++) {
		const struct text_span *s = &j->spans[i];

		if (s->style->verbatim)
			clear_breaks(j, s->from, s->to);
		else if (s->style->code && !j->t->plain)
			break_path(j, s->from, s->to);
	}
}

static bool ends_line(const char *text, int at)
{
	return text[at] == '\n' || memcmp(text + at, "\xe2\x80\xa8", 3) == 0;
}

static void obey_line_feeds(struct job *j)
{
	for (int at = 0; at < j->n; at = char_next(j->text, at)) {
		if (j->text[at] != '\n' && (at + 3 > j->n || !ends_line(j->text, at)))
			continue;
		j->notes[at].brk = BRK_NEVER;
		j->notes[char_next(j->text, at)].brk = BRK_MANDATORY;
	}
}

void find_breaks(struct job *j)
{
	if (j->latin) {
		latin_breaks(j);
	} else {
		note_scripts(j);
		pango_breaks(j);
	}
	mend_breaks(j);
	if (j->seasia || j->thai)
		seasia_breaks(j);
	if (!j->t->plain) {
		if (j->tamil)
			tamil_breaks(j);
		if (j->cjk)
			keep_last_two(j);
		hyphenate(j);
		keep_together(j);
		break_urls(j);
	}
	obey_spans(j);
	obey_line_feeds(j);
	j->notes[0].brk = BRK_NEVER;
	j->notes[j->n].brk = BRK_NEVER;
}
