/*
 * scripts.c - what must hold for any text, sensible or not, in any script
 *
 * The breaks between characters of every class of UAX 14 are compared with ICU's; the texts
 * of the specimen and random strings from the alphabet of each script (the same at every
 * run) go through the engine: no line begins with a mark or behind a sign that joins what
 * follows, the pieces cover the text, and slices are as wide as they say.
 */
#include "specimen.h"
#include "text/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

static struct text *engine;
static int failures;
static int breaks_seen;

static void fail(const char *what, const char *text)
{
	if (failures++ < 20)
		printf("FAIL %s: %s\n", what, text);
}

static const struct text_para *shape(struct arena *a, const char *text, const char *language)
{
	struct text_style *style = ARENA_NEW(a, struct text_style);
	char *nfc = text_normalize(a, text, (int)strlen(text));
	struct text_span span = {0, (int)strlen(nfc), style, {"test.xml", 7}};

	*style = (struct text_style){.families = "serif",
				     .size = PT(10),
				     .weight = 400,
				     .language = language,
				     .hyphenate = true,
				     .hyphenation_character = 0x2010};
	return text_shape(engine, a,
			  &(struct text_source){nfc, span.to, &span, 1, DIRECTION_AUTO});
}

static enum brk break_at(const struct text_para *p, int byte)
{
	for (int i = 0; i + 1 < p->n_pieces; i++)
		if (p->pieces[i].to == byte)
			return p->pieces[i].after;
	return BRK_NEVER;
}

/* ---- the classes of UAX 14 ---- */

static const struct {
	const char *class;
	uint32_t c;
} classes[] = {
	{"AL", 'a'},	{"AI", 0x2460},	 {"B2", 0x2014}, {"BA", 0x2010},  {"BB", 0xb4},
	{"CB", 0xfffc}, {"CJ", 0x3063},	 {"CL", '}'},	 {"CL", 0x3001},  {"CM", 0x363},
	{"CP", ')'},	{"EB", 0x1f466}, {"EM", 0x1f3fb}, {"EX", '!'},	  {"GL", 0xa0},
	{"H2", 0xac00}, {"H3", 0xac01},	 {"HL", 0x5d0},	 {"HY", '-'},	  {"ID", 0x4e00},
	{"IN", 0x2026}, {"IS", ','},	 {"JL", 0x1100}, {"JV", 0x1160},  {"JT", 0xd7cb},
	{"NS", 0x30fb}, {"NU", '1'},	 {"OP", '('},	 {"OP", 0x300c},  {"PO", '%'},
	{"PR", '$'},	{"QU", '"'},	 {"RI", 0x1f1e6}, {"SP", ' '},	  {"SY", '/'},
	{"WJ", 0x2060}, {"ZW", 0x200b},	 {"ZWJ", 0x200d},
};

static bool is(const char *class, const char *list)
{
	g_auto(GStrv) names = g_strsplit(list, " ", -1);

	return g_strv_contains((const char *const *)names, class);
}

/* Where we leave ICU on purpose: no line begins with a dash; a slash divides words, at a
 * price, and Chinese, but neither units nor numbers; accents that stand alone (BB), prices
 * and percentages stay with what they touch; a blank may be followed by ".NET" or "/etc". */
static bool differs_on_purpose(const char *a, const char *b)
{
	if (is(b, "B2") || is(a, "SY"))
		return true;
	if (is(b, "BB"))
		return is(a, "AL CP IS NU PO PR");
	if (is(a, "CL CP"))
		return is(b, "PO PR");
	if (is(a, "PO PR"))
		return is(b, "OP");
	return is(a, "SP") && is(b, "IS SY WJ");
}

static void compare_pair(UBreakIterator *icu, size_t i, size_t k)
{
	struct arena *a = arena_new();
	GString *s = g_string_new("a");
	UErrorCode status = U_ZERO_ERROR;
	UText *text;
	bool ours;
	int at;

	g_string_append_unichar(s, classes[i].c);
	at = (int)s->len;
	g_string_append_unichar(s, classes[k].c);
	g_string_append_c(s, 'a');
	ours = break_at(shape(a, s->str, ""), at) != BRK_NEVER;
	text = utext_openUTF8(NULL, s->str, -1, &status);
	ubrk_setUText(icu, text, &status);
	if (ours != ubrk_isBoundary(icu, at) &&
	    !differs_on_purpose(classes[i].class, classes[k].class)) {
		g_autofree char *what = g_strdup_printf("%s %s", classes[i].class, classes[k].class);

		fail(what, s->str);
	}
	utext_close(text);
	g_string_free(s, TRUE);
	arena_free(a);
}

static void test_classes(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *icu = ubrk_open(UBRK_LINE, "en@lb=strict", NULL, 0, &status);

	for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
		for (size_t k = 0; k < G_N_ELEMENTS(classes); k++)
			compare_pair(icu, i, k);
	ubrk_close(icu);
}

/* ---- what holds for any text ---- */

static bool is_vowel_before(uint32_t c)
{
	return (c >= 0x0e40 && c <= 0x0e44) || (c >= 0x0ec0 && c <= 0x0ec4);
}

static void check_break(const struct text_para *p, int at)
{
	uint32_t before = char_at(p->text + char_prev(p->text, at)), c = char_at(p->text + at);

	breaks_seen++;
	/* A mark alone behind a blank has nothing to be torn from. */
	if (is_mark(c) && (u_isalpha((UChar32)before) || is_mark(before)))
		fail("a line begins with a mark", p->text + at);
	if ((before == 0x17d2 || before == 0x1039) && u_isalpha((UChar32)c))
		fail("a line begins behind a sign that joins", p->text + at);
	if (is_vowel_before(before) && u_isalpha((UChar32)c))
		fail("a line begins behind a vowel that is written first", p->text + at);
	if (c == 0x0e46 || c == 0x0ec6 || c == 0x17d7)
		fail("a line begins with a sign of repetition", p->text + at);
}

static void check_slice(struct arena *a, const struct text_para *p, const struct piece *piece)
{
	bool hyphen = piece->after == BRK_HYPHEN;
	struct text_part part = {piece->run, piece->from, piece->to, hyphen};
	const struct glyph *g;
	int n = text_slice(engine, a, p, part, &g);
	Len w = 0;

	for (int i = 0; i < n; i++) {
		w += g[i].advance;
		if (g[i].cluster < piece->from || g[i].cluster > piece->to)
			fail("a glyph from outside the slice", p->text);
		if (g[i].stretch < 0 || g[i].shrink < 0)
			fail("glue below zero", p->text);
	}
	/* What shaping alone may change: kerning, ligatures, forms of Arabic letters; marks
	 * without a letter, which get a dotted circle. */
	if (u_isalpha((UChar32)char_at(p->text + piece->from)) &&
	    ABS(w - piece->width - piece->hyphen) > PT(6) + piece->width / 2)
		fail("a slice of another width", p->text);
}

static void check_text(const char *text, const char *language)
{
	struct arena *a = arena_new();
	const struct text_para *p = shape(a, text, language);
	int at = 0;

	for (int i = 0; i < p->n_pieces; i++) {
		const struct piece *piece = &p->pieces[i];

		if (piece->from != at || piece->to <= at)
			fail("pieces do not cover the text", p->text);
		at = piece->to;
		if (i + 1 < p->n_pieces && piece->after != BRK_NEVER &&
		    piece->after != BRK_MANDATORY)
			check_break(p, at);
		check_slice(a, p, piece);
	}
	if (at != p->n_bytes)
		fail("pieces end before the text", p->text);
	arena_free(a);
}

static void test_specimen(void)
{
	GArray *samples = read_samples();

	if (samples->len < 30)
		fail("the specimen has texts", "");
	for (guint i = 0; i < samples->len; i++) {
		const struct sample *s = &g_array_index(samples, struct sample, i);

		check_text((const char *)s->text, (const char *)s->language);
	}
	if (breaks_seen < 1500)
		fail("the specimen's texts can be broken", "");
	free_samples(samples);
}

/* ---- random strings ---- */

static const struct {
	const char *language;
	uint32_t first, last; /* the block the letters come from */
} alphabets[] = {
	{"en", 0x21, 0x7e},	  {"vi", 0x1ea0, 0x1ef9}, {"de", 0xa1, 0x17f},
	{"ms-Arab", 0x621, 0x6d5}, {"th", 0xe01, 0xe5b},  {"lo", 0xe81, 0xedf},
	{"km", 0x1780, 0x17f9},	  {"my", 0x1000, 0x109f}, {"ta", 0xb82, 0xbfa},
	{"ja", 0x3041, 0x30ff},	  {"zh-Hans", 0x4e00, 0x4eff}, {"ko", 0xac00, 0xacff},
	{"hi", 0x905, 0x96f},	  {"he", 0x5d0, 0x5ea},	  {"am", 0x1200, 0x1248},
};

/* Among the letters: what ends words, joins, divides and turns. */
static const uint32_t between[] = {' ',	   ' ',	   ' ',	   '.',	   ',',	   '-',	   '/',	   '(',
				   ')',	   '1',	   '9',	   'a',	   'B',	   '\n',   0xad,   0xa0,
				   0x200b, 0x200c, 0x200d, 0x2060, 0x202b, 0x202c, 0x2067, 0x2069,
				   0x301,  0x2014, 0x201c, 0x201d, 0x3001, 0x300c, 0xfffc, 0x1f600};

static uint32_t random_number(void)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 16);
}

static void add_random(GString *s, size_t alphabet)
{
	uint32_t span = alphabets[alphabet].last - alphabets[alphabet].first + 1;
	uint32_t c = alphabets[alphabet].first + random_number() % span;

	if (random_number() % 4 == 0)
		c = between[random_number() % G_N_ELEMENTS(between)];
	if (c < 0x80 || u_isdefined((UChar32)c))
		g_string_append_unichar(s, c);
}

static void test_random(size_t alphabet)
{
	for (int i = 0; i < 80; i++) {
		g_autoptr(GString) s = g_string_new("");
		int n = 1 + (int)(random_number() % 60);

		for (int k = 0; k < n; k++)
			add_random(s, alphabet);
		check_text(s->str, alphabets[alphabet].language);
	}
}

/* ---- directions ---- */

static const uint32_t turning[] = {'a',	   'b',	   '1',	   '2',	   '+',	   '$',	   ',',	   ':',
				   '(',	   ')',	   '[',	   ']',	   '!',	   ' ',	   ' ',	   0x5d0,
				   0x5d1,  0x5d2,  0x627,  0x628,  0x661,  0x662,  0x66a, 
				   0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f};

static int level_at(const struct text_para *p, int byte)
{
	for (int i = 0; i < p->n_runs; i++)
		if (byte >= p->runs[i].from && byte < p->runs[i].to)
			return p->runs[i].level;
	return -1;
}

/* The levels of a text beside ICU's (UAX 9), blanks and what shows nothing apart: the former
 * take the line's level at its ends, the latter have none. */
static void compare_levels(const char *text)
{
	struct arena *a = arena_new();
	const struct text_para *p = shape(a, text, "en");
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[256];
	int32_t n = 0, unit = 0;
	UBiDi *bidi = ubidi_open();

	u_strFromUTF8(wide, (int32_t)G_N_ELEMENTS(wide), &n, p->text, p->n_bytes, &status);
	ubidi_setPara(bidi, wide, n, p->rtl ? 1 : 0, NULL, &status);
	for (int at = 0; at < p->n_bytes; at = char_next(p->text, at), unit++) {
		uint32_t c = char_at(p->text + at);

		if (c == ' ' || is_control(c) || is_mark(c) || c == 0x200e || c == 0x200f)
			continue;
		/* ICU has the paragraph's level for all of a text that runs one way. */
		int off = level_at(p, at) ^ (int)ubidi_getLevelAt(bidi, unit);

		if (ubidi_getDirection(bidi) == UBIDI_MIXED ? off : off & 1) {
			fail("the level of a character", p->text);
			break;
		}
	}
	ubidi_close(bidi);
	arena_free(a);
}

static void test_levels(void)
{
	for (int i = 0; i < 1500; i++) {
		g_autoptr(GString) s = g_string_new(i % 2 ? "a" : "\327\220");
		int n = 1 + (int)(random_number() % 25), isolates = 0;

		for (int k = 0; k < n; k++) {
			uint32_t c = turning[random_number() % G_N_ELEMENTS(turning)];

			/* FriBidi takes a second isolate for the first one going on. */
			if (c >= 0x2066 && c <= 0x2068 && isolates++ > 0)
				c = ' ';
			g_string_append_unichar(s, c);
		}
		compare_levels(s->str);
	}
}

int main(void)
{
	struct text_options options = {.fonts = "fonts/fonts.conf"};
	struct diags *messages = diags_new();

	engine = text_open(&options, messages);
	if (!engine)
		return 1;
	test_classes();
	test_specimen();
	for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++)
		test_random(i);
	test_levels();
	text_close(engine);
	diags_free(messages);
	printf(failures ? "scripts: %d failures\n" : "scripts: ok\n", failures);
	return failures != 0;
}
