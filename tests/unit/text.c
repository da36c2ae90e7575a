/*
 * text.c - the text engine against known answers
 *
 * Run in the project's folder: it opens fonts/fonts.conf.
 */
#include "text/engine.h"

#include "specimen.h"

#include <stdio.h>
#include <string.h>

static struct text *engine;
static struct diags *messages;
static struct arena *arena;
static int failures;

static void fail(const char *what, const char *expected, const char *seen)
{
	printf("FAIL %s\n  expected: %s\n  seen:     %s\n", what, expected, seen);
	failures++;
}

static void check(bool good, const char *what)
{
	if (!good)
		fail(what, "true", "false");
}

static struct text_style style_of(const char *language)
{
	return (struct text_style){.families = "serif",
				   .size = PT(10),
				   .weight = 400,
				   .language = language,
				   .hyphenate = true,
				   .hyphenation_remain = 2,
				   .hyphenation_push = 3,
				   .hyphenation_character = 0x2010};
}

static const struct text_para *shape_as(const char *text, const struct text_style *style)
{
	struct text_style *kept = arena_copy(arena, style, sizeof *style);
	char *nfc = text_normalize(arena, text, (int)strlen(text));
	struct text_span span = {0, (int)strlen(nfc), kept, {"test.xml", 7}};

	return text_shape(engine, arena,
			  &(struct text_source){nfc, span.to, &span, 1, DIRECTION_AUTO});
}

static const struct text_para *shape(const char *text, const char *language)
{
	struct text_style style = style_of(language);

	return shape_as(text, &style);
}

static void same(const char *what, const char *expected, const char *seen)
{
	if (strcmp(expected, seen) != 0)
		fail(what, expected, seen);
}

/* ---- breaks ---- */

static const struct {
	const char *language, *expected;
} break_cases[] = {
#define BREAKS(language, expected) {language, expected},
#include "breaks.def"
#undef BREAKS
};

/* The text of a case: without its signs. "||" "~~" and "--" stand for the characters. */
static char *without_signs(const char *s)
{
	GString *out = g_string_new(NULL);
	char *result;

	for (; *s; s++) {
		if (!strchr("|~-", *s))
			g_string_append_c(out, *s);
		else if (s[1] == *s)
			g_string_append_c(out, *s++);
	}
	result = arena_strdup(arena, out->str);
	g_string_free(out, TRUE);
	return result;
}

/* What the engine shows, with the text's own signs doubled. */
static char *shown(const struct text_para *p)
{
	static const char signs[] = {
		[BRK_HYPHEN] = '-', [BRK_SOFT] = '~', [BRK_ALLOWED] = '|'};
	GString *out = g_string_new(NULL);
	char *result;

	for (int i = 0; i < p->n_pieces; i++) {
		const struct piece *piece = &p->pieces[i];

		for (int at = piece->from; at < piece->to; at++) {
			if (strchr("|~-", p->text[at]))
				g_string_append_c(out, p->text[at]);
			g_string_append_c(out, p->text[at]);
		}
		if (piece->after != BRK_NEVER && piece->after != BRK_MANDATORY)
			g_string_append_c(out, signs[piece->after]);
	}
	result = arena_strdup(arena, out->str);
	g_string_free(out, TRUE);
	return result;
}

static void test_breaks(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(break_cases); i++) {
		const char *text = without_signs(break_cases[i].expected);

		same("breaks", break_cases[i].expected,
		     shown(shape(text, break_cases[i].language)));
	}
}

/* The quick road through Latin text finds what Pango finds: a Greek letter at the end sends
 * the same text along the other road. */
static void test_latin_is_pango(void)
{
	static const char *const texts[] = {
		"The quick (brown) fox, \"jumped\" over 3.5% of £4,000—or €5 {a} [b] a/b "
		"and/or.",
		"Wait! Really? Yes… “quoted text”, ‘single’ and «French» – en dash – em — "
		"dash.",
		"e-mail co-operation 10-20 -5 +3 ±4 $10 10$ 5°C 100 % A&B a@b.org x=y; z: "
		"(1) [2]",
		"tel. +81-3-1234-5678, 2024-01-31, 10:30, v1.2.3, C++ #1 *x* \\n ~user "
		"|pipe| ^",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *other = g_strconcat(texts[i], " \316\261", NULL);
		const char *fast = shown(shape(texts[i], ""));
		char *slow = shown(shape(other, ""));

		slow[strlen(slow) - 3] = '\0';
		if (slow[strlen(slow) - 1] == ' ')
			slow[strlen(slow) - 1] = '\0';
		same("Latin breaks are Pango's", slow, fast);
	}
}

static enum brk break_at(const struct text_para *p, int byte)
{
	for (int i = 0; i < p->n_pieces; i++)
		if (p->pieces[i].to == byte)
			return p->pieces[i].after;
	return BRK_NEVER;
}

/* JIS X 4051: what may not begin and what may not end a line. */
static void test_kinsoku(void)
{
	static const char no_start[] =
		"、。，．・：；？！゛゜ヽヾゝゞ々ー」』）〕］｝〉》】"
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ‐゠–〜‼⁇⁈⁉%％";
	static const char no_end[] = "「『（〔［｛〈《【￥＄";

	for (const char *c = no_start; *c; c = g_utf8_next_char(c)) {
		int n = (int)(g_utf8_next_char(c) - c);
		g_autofree char *text = g_strdup_printf("漢%.*s字", n, c);

		check(break_at(shape(text, "ja"), 3) == BRK_NEVER, text);
	}
	for (const char *c = no_end; *c; c = g_utf8_next_char(c)) {
		int n = (int)(g_utf8_next_char(c) - c);
		g_autofree char *text = g_strdup_printf("字%.*s漢", n, c);

		check(break_at(shape(text, "ja"), 3 + n) == BRK_NEVER, text);
		check(break_at(shape(text, "ja"), 3) == BRK_ALLOWED, text);
	}
}

/* ---- shaping ---- */

/* Words through the cache are what the whole run would be, and pieces add up to it. */
static void test_cache_is_exact(const char *text, const char *language)
{
	const struct text_para *p = shape(text, language);

	for (int i = 0; i < p->n_runs; i++) {
		const struct run *r = &p->runs[i];
		GArray *whole = g_array_new(FALSE, FALSE, sizeof(struct glyph));
		bool equal;

		shape_bytes(engine, r->shaper,
			    (struct extent){p->text, p->n_bytes, r->from, r->to, true},
			    whole);
		equal = (int)whole->len == r->n_glyphs;
		for (int k = 0; equal && k < r->n_glyphs; k++) {
			const struct glyph *g =
				&g_array_index(whole, struct glyph, (guint)k);

			equal = g->id == r->glyphs[k].id &&
				g->cluster == r->glyphs[k].cluster &&
				g->dx == r->glyphs[k].dx && g->dy == r->glyphs[k].dy;
		}
		check(equal, language);
		g_array_free(whole, TRUE);
	}
}

static void test_covers(const struct text_para *p, const char *what)
{
	int at = 0;
	bool good = true;

	for (int i = 0; i < p->n_pieces; i++) {
		const struct piece *piece = &p->pieces[i];

		good = good && piece->from == at && piece->to > at &&
		       piece->run < p->n_runs && piece->from >= p->runs[piece->run].from &&
		       piece->to <= p->runs[piece->run].to;
		at = piece->to;
	}
	check(good && at == p->n_bytes, what);
}

static Len width_of_glyphs(const struct glyph *g, int n)
{
	Len w = 0;

	for (int i = 0; i < n; i++)
		w += g[i].advance;
	return w;
}

/* The slices between two breaks are as wide as their pieces say, hyphen included. */
static void test_slices(const struct text_para *p, const char *what)
{
	for (int i = 0; i < p->n_pieces; i++) {
		const struct piece *piece = &p->pieces[i];
		bool hyphen = piece->after == BRK_HYPHEN;
		const struct glyph *g;
		struct text_part part = {piece->run, piece->from, piece->to, hyphen};
		int n = text_slice(engine, arena, p, part, &g);
		Len off = width_of_glyphs(g, n) - piece->width - piece->hyphen;

		/* Cut ligatures and kerning: what shaping again changes. */
		check(ABS(off) <= PT(1.5), what);
	}
}

/* More marks on a letter than are shaped at once: all are there, in order. */
static void test_marks(const char *letter, const char *mark, const char *language)
{
	GString *s = g_string_new(letter);
	const struct text_para *p;
	const struct run *r;
	bool ordered = true;

	for (int i = 0; i < 1000; i++)
		g_string_append(s, mark);
	p = shape(s->str, language);
	r = &p->runs[0];
	test_covers(p, "marks");
	for (int i = 1; i < r->n_glyphs; i++)
		ordered &= r->level & 1 ? r->glyphs[i].cluster <= r->glyphs[i - 1].cluster
					: r->glyphs[i].cluster >= r->glyphs[i - 1].cluster;
	check(p->n_runs == 1 && r->n_glyphs >= 1000 && ordered, language);
	g_string_free(s, TRUE);
}

static void test_shaping(void)
{
	GArray *samples = read_samples();

	check(samples->len > 30, "the specimen has texts");
	for (guint i = 0; i < samples->len; i++) {
		const struct sample *s = &g_array_index(samples, struct sample, i);
		const char *text = (const char *)s->text, *language = (const char *)s->language;
		const struct text_para *p = shape(text, language);

		test_covers(p, language);
		test_slices(p, language);
		test_cache_is_exact(p->text, language);
	}
	free_samples(samples);
	test_covers(shape("a\nb\n\nc", "en"), "line feeds");
	test_covers(shape("\357\277\274\342\201\240x\357\277\274", "en"),
		    "objects and joiners");
	test_marks("x", "\314\201", "en");
	test_marks("\330\250", "\331\216", "ar");
	check(shape("", "en")->n_pieces == 0, "nothing in, nothing out");
	check(diags_count(messages, SEVERITY_ERROR) == 0, "every text has its glyphs");
}

static Len width(const struct text_para *p)
{
	Len w = 0;

	for (int i = 0; i < p->n_pieces; i++)
		w += p->pieces[i].width;
	return w;
}

static void test_styles(void)
{
	struct text_style s = style_of("en"), t = s;
	Len plain = width(shape_as("Official", &s));

	s.letter_spacing = PT(1);
	check(width(shape_as("Official", &s)) >= plain + 8 * PT(1),
	      "letter-spacing by letters");
	t.small_caps = true;
	check(width(shape_as("official", &t)) != width(shape("official", "en")),
	      "small capitals");
	t.slant = SLANT_ITALIC;
	check(shape_as("Official", &t)->n_runs == 2,
	      "false small capitals are a run of their own");
	t = style_of("en");
	t.features = "onum";
	check(width(shape_as("2009", &t)) != width(shape("2009", "en")),
	      "old-style figures");
	t.features = "tnum";
	check(width(shape_as("1111", &t)) == width(shape_as("8888", &t)),
	      "tabular figures");
	s = style_of("ms-Arab");
	plain = width(shape_as("مأنسي", &s));
	s.letter_spacing = PT(1);
	check(width(shape_as("مأنسي", &s)) == plain, "no letter-spacing in Arabic script");
	s = style_of("en");
	s.word_spacing = PT(2);
	check(width(shape_as("a b", &s)) == width(shape("a b", "en")) + PT(2),
	      "word-spacing");
}

static void test_verbatim(void)
{
	struct text_style s = style_of("en");
	const struct text_para *p;

	s.verbatim = true;
	p = shape_as("a  b-c\td\ne", &s);
	same("verbatim breaks at line feeds alone", "a  b--c\td\ne", shown(p));
	check(p->n_pieces == 7, "pieces of verbatim text");
	check(p->pieces[1].stretch == 0 && p->pieces[1].shrink == 0,
	      "no glue in verbatim text");
	check(p->pieces[2].kind == PIECE_WORD && p->pieces[3].kind == PIECE_TAB,
	      "a tab is kept");
	check(p->pieces[5].kind == PIECE_BREAK && p->pieces[5].after == BRK_MANDATORY,
	      "a line feed ends the line");
}

static void test_code(void)
{
	struct text_style s = style_of("en");

	s.code = true;
	same("paths", "/usr/~share/~doc/~handbook_~1.~2/~index.~html",
	     shown(shape_as("/usr/share/doc/handbook_1.2/index.html", &s)));
}

/* ---- directions ---- */

static int level_of(const struct text_para *p, char c)
{
	for (int i = 0; i < p->n_runs; i++)
		if (memchr(p->text + p->runs[i].from, c,
			   (size_t)(p->runs[i].to - p->runs[i].from)))
			return p->runs[i].level;
	return -1;
}

/* The glyph of an ASCII character. */
static uint32_t glyph_at(const struct text_para *p, char c)
{
	for (int i = 0; i < p->n_runs; i++)
		for (int k = 0; k < p->runs[i].n_glyphs; k++)
			if (p->text[p->runs[i].glyphs[k].cluster] == c)
				return p->runs[i].glyphs[k].id;
	return 0;
}

static void test_mirrors(void)
{
	struct text_style s = style_of("ms-Arab");
	const struct text_para *rtl, *ltr;

	s.families = "Handbook Sans";
	rtl = shape_as("سموا (سموا) س", &s);
	ltr = shape_as("a (a) a", &s);
	check(glyph_at(rtl, '(') != 0, "a bracket in right-to-left text");
	check(glyph_at(rtl, '(') != glyph_at(rtl, ')'), "brackets differ");
	for (int i = 0; i < rtl->n_runs; i++)
		if (rtl->runs[i].font == ltr->runs[0].font)
			check(glyph_at(rtl, '(') == glyph_at(ltr, ')'), "brackets are mirrored");
}

static void test_bidi(void)
{
	const struct text_para *p = shape("abc سموا 123 def", "en");

	check(!p->rtl && level_of(p, 'a') == 0 && level_of(p, 'd') == 0 &&
		      level_of(p, '1') == 2 && level_of(p, '\330') == 1,
	      "levels in left-to-right text");
	p = shape("سموا (abc) 12", "ms-Arab");
	check(p->rtl && level_of(p, 'a') == 2 && level_of(p, '1') == 2 &&
		      level_of(p, '(') == 1 && level_of(p, ')') == 1,
	      "levels in right-to-left text");
	p = shape("\342\200\253abc\342\200\254", "en");
	check(level_of(p, 'a') == 2, "an embedding raises the level");
	p = shape("x \342\201\247سموا\342\201\251 1", "en");
	check(level_of(p, '1') == 0, "an isolate keeps its letters from the number behind");
	p = shape("سموا دان", "ms-Arab");
	check(p->n_runs == 1 && p->runs[0].glyphs[0].cluster >
					p->runs[0].glyphs[p->runs[0].n_glyphs - 1].cluster,
	      "glyphs in visual order");
}

/* ---- glue ---- */

static const struct piece *piece_of(const struct text_para *p, const char *text)
{
	for (int i = 0; i < p->n_pieces; i++) {
		size_t n = strlen(text);

		if ((size_t)(p->pieces[i].to - p->pieces[i].from) == n &&
		    memcmp(p->text + p->pieces[i].from, text, n) == 0)
			return &p->pieces[i];
	}
	return NULL;
}

static Len width_of(const struct text_para *p, const char *text)
{
	const struct piece *piece = piece_of(p, text);

	return piece ? piece->width : 0;
}

/* Advances of glyphs are rounded by themselves. */
static bool about(Len a, Len b)
{
	return ABS(a - b) <= 4;
}

static void test_glue(void)
{
	const struct text_para *p = shape("自由、「尊」と、かASEAN", "ja");
	const struct piece *comma = piece_of(p, "由、"), *open = piece_of(p, "「尊」");
	const struct piece *alone = piece_of(p, "と、"), *to = piece_of(p, "か");
	Len em = text_font_size(p->runs[0].font);

	check(comma && about(comma->width, em * 2 - em / 2), "two marks share their blank");
	check(comma && comma->tail_width == 0, "... which is the second one's");
	check(open && about(open->hang_start, em / 2),
	      "an opening bracket moves to the margin");
	check(alone && about(alone->width, em * 2), "a mark is a full square");
	check(alone && about(alone->tail_width, em / 2),
	      "its blank vanishes at the line end");
	p = shape("尊「厳」 a （自） b", "ja");
	check(about(width_of(p, "「厳」"), em * 2 + em / 2) && about(width_of(p, "（"), em / 2),
	      "a mark shares its blank with a space");
	check(to && about(to->width, em + em / 4) && about(to->tail_width, em / 4),
	      "a quarter em before Latin");
	p = shape("人，」人，", "zh-Hant");
	check(about(width_of(p, "人，"), em * 2) && about(piece_of(p, "人，")->tail_width, 0),
	      "a stop in the middle of its square keeps it");
	p = shape("尊」 「厳", "ja");
	check(about(piece_of(p, "「厳")->hang_start, 0), "a blank is taken from a mark once");
	p = shape("“人”。”", "zh-Hans");
	check(p->pieces[p->n_pieces - 1].hang_end == 0, "a mark as wide as Chinese has its blank");
	p = shape("2026년", "ko");
	check(about(p->pieces[0].tail_width, 0), "Korean has spaces enough");
	p = shape("a b", "en");
	check(p->pieces[1].kind == PIECE_SPACE &&
		      p->pieces[1].stretch > p->pieces[1].shrink && p->pieces[1].shrink > 0,
	      "a word space stretches and shrinks");
	p = shape("ประเทศไทย", "th");
	check(p->pieces[0].stretch > 0, "clusters of Thai stretch");
}

/* ---- messages ---- */

static void test_missing(void)
{
	int before = diags_count(messages, SEVERITY_ERROR);
	const struct text_para *p = shape("a\364\217\277\275b", "en");

	check(diags_count(messages, SEVERITY_ERROR) == before + 1,
	      "a missing glyph is reported");
	for (int i = 0; i < p->n_runs; i++)
		for (int k = 0; k < p->runs[i].n_glyphs; k++)
			check(p->runs[i].glyphs[k].id != 0, "no box for a missing glyph");
}

static void test_nfc(void)
{
	same("NFC", "\303\251\341\272\251",
	     text_normalize(arena, "e\314\201a\314\202\314\211", 8));
	same("invalid bytes", "a\357\277\275b", text_normalize(arena, "a\377b", 3));
}

int main(void)
{
	struct text_options options = {.fonts = "fonts/fonts.conf",
				       .terms = "tests/unit/terms"};

	messages = diags_new();
	arena = arena_new();
	engine = text_open(&options, messages);
	if (!engine) {
		diags_print(messages, stdout, DIAG_PLAIN);
		return 1;
	}
	test_breaks();
	test_latin_is_pango();
	test_kinsoku();
	test_shaping();
	test_styles();
	test_verbatim();
	test_code();
	test_bidi();
	test_mirrors();
	test_glue();
	test_missing();
	test_nfc();
	text_close(engine);
	arena_free(arena);
	diags_free(messages);
	printf(failures ? "text: %d failures\n" : "text: ok\n", failures);
	return failures != 0;
}
