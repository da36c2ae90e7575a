/*
 * glue.c - what stretches, shrinks and hangs
 *
 * Word spaces in every script; between characters in Chinese and Japanese, with a quarter
 * em between them and Latin letters and half-width punctuation where two meet (JIS X 4051);
 * between clusters, and more between words, in Thai, Lao, Khmer and Burmese.  Glue is put
 * on the last glyph of the cluster it stands behind, so marks are never torn off.  Where
 * letter-spacing has a range, every cluster of any other script has glue as well.
 */
#include "text/engine.h"

#include <string.h>

static const struct {
	uint32_t c;
	int before, after; /* thousandths of the font's size */
} hangs[] = {
#define HANG(c, before, after) {c, before, after},
#include "text/hangs.def"
#undef HANG
};

static Len hang(const struct text_font *f, uint32_t c, bool before)
{
	for (size_t i = 0; i < G_N_ELEMENTS(hangs); i++)
		if (hangs[i].c == c)
			return len_scale(f->size, before ? hangs[i].before : hangs[i].after,
					 1000);
	return 0;
}

Len hang_before(const struct text_font *f, uint32_t c)
{
	return g_unichar_isalnum(c) ? 0 : hang(f, c, true);
}

Len hang_after(const struct text_font *f, uint32_t c)
{
	return g_unichar_isalnum(c) ? 0 : hang(f, c, false);
}

static bool is_latin_alnum(uint32_t c)
{
	return c < 0x250 && g_unichar_isalnum(c);
}

/* A cluster in its surroundings. */
struct spot {
	struct glyph *last;  /* its last glyph */
	struct glyph *first; /* its first glyph */
	Len em, width;
	uint32_t c, next, before; /* last character, the one behind, the one before */
	int end;                  /* byte behind the cluster */
	enum cjk_punctuation mark, next_mark, before_mark;
};

/* Half of it more, a third less; but never less than .15 of the size, where words run
 * into each other, and a sixth of the size more even where the font's own is narrow. */
static void glue_blank(const struct spot *s, bool plain)
{
	bool tamil = is_tamil(s->before) || is_tamil(s->next); /* its letters shrink, too */
	Len w = s->width, least = len_scale(s->em, tamil ? 20 : 15, 100);

	s->last->stretch = plain ? w / 2 : len_max(w / 2, s->em / 6);
	s->last->shrink = plain ? w / 3 : len_scale(w, 33, 100);
	if (!plain)
		s->last->shrink = len_max(0, len_min(s->last->shrink, w - least));
	if (!plain && (is_seasia(s->before) || is_seasia(s->next) || tamil))
		s->last->stretch += len_scale(w, 25, 100);
}

static bool is_wide(const struct spot *s)
{
	return s->width >= len_scale(s->em, 9, 10);
}

static bool is_among(uint32_t c, const char *list)
{
	return c > 0 && c < 0x80 && strchr(list, (int)c);
}

/* Two marks that meet share the blank between them, as do a mark and a space or bracket of
 * Latin text. */
static void glue_cjk_mark(const struct spot *s)
{
	Len half = s->em / 2;

	if (s->mark == CJK_OPEN && (s->before_mark == CJK_OPEN || is_among(s->before, " ([{"))) {
		s->last->advance -= half;
		for (struct glyph *g = s->first; g <= s->last; g++)
			g->dx -= half;
	}
	if (s->mark == CJK_CLOSE && (s->next_mark != CJK_NONE || is_among(s->next, " )]},.;:!?")))
		s->last->advance -= half;
	else if (s->mark == CJK_CLOSE)
		s->last->shrink += s->em / 4;
}

/* Between Latin and an ideograph or kana: a quarter em, an eighth less or more.  At the same
 * ratio ideographs part by a half of that more, so that the gaps stay gaps of one line. */
static void glue_to_cjk(const struct spot *s)
{
	s->last->advance += s->em / 4;
	s->last->stretch += s->em / 8;
	s->last->shrink += s->em / 8;
}

static void glue_cjk(const struct spot *s)
{
	if (s->mark != CJK_NONE && is_wide(s))
		glue_cjk_mark(s);
	if (s->next_mark == CJK_OPEN && (s->mark == CJK_NONE || s->mark == CJK_MIDDLE))
		s->last->shrink += s->em / 4;
	if (is_cjk(s->next) || s->next_mark != CJK_NONE) {
		s->last->stretch += len_scale(s->em, 6, 100);
	} else if (parts_from_latin(s->c) && is_latin_alnum(s->next)) {
		glue_to_cjk(s);
	}
}

/* A little between letters: thousandths of the size that may be added and taken. */
static void glue_letter(const struct spot *s, int more, int less)
{
	s->last->stretch += len_scale(s->em, more, 1000);
	s->last->shrink += len_scale(s->em, less, 1000);
}

static void glue_seasia(const struct job *j, const struct spot *s)
{
	if (s->next == 0 || s->next == ' ' || s->width == 0)
		return;
	glue_letter(s, 35, 12);
	if (j->notes[s->end].word)
		glue_letter(s, 30, 0);
}

/* Tamil words are long: a little between their letters saves the spaces from gaping. */
static void glue_tamil(const struct spot *s)
{
	if (s->next != 0 && s->next != ' ')
		glue_letter(s, 20, 10);
}

static void glue_cluster(const struct job *j, const struct spot *s)
{
	if (s->c == ' ' || s->c == 0xa0)
		glue_blank(s, j->t->plain);
	else if (j->t->plain || j->latin)
		return;
	else if (is_cjk(s->c) || s->mark != CJK_NONE)
		glue_cjk(s);
	else if (is_latin_alnum(s->c) && parts_from_latin(s->next))
		glue_to_cjk(s);
	else if (is_seasia(s->c))
		glue_seasia(j, s);
	else if (is_tamil(s->c))
		glue_tamil(s);
	else if (s->c == 0x1361 || s->c == 0x0f0b) /* Ethiopic and Tibetan: signs between words */
		glue_letter(s, 250, 0);
}

/* Byte behind the cluster whose glyphs end before index `end` (in logical order). */
static int cluster_end(const struct run *r, const struct glyph *g, int from, int end)
{
	if (r->level & 1)
		return from > 0 ? g[from - 1].cluster : r->to;
	return end < r->n_glyphs ? g[end].cluster : r->to;
}

static void look_at_marks(const struct job *j, int byte, struct spot *s)
{
	s->mark = mark_at(j, byte);
	s->next_mark = s->end < j->n ? mark_at(j, s->end) : CJK_NONE;
	s->before_mark = byte > 0 ? mark_at(j, char_prev(j->text, byte)) : CJK_NONE;
}

static void glue_run(struct job *j, const struct run *r, struct glyph *g)
{
	for (int from = 0; from < r->n_glyphs;) {
		int end = from, byte = g[from].cluster;
		struct spot s = {.first = &g[from], .em = r->font->size};

		while (end < r->n_glyphs && g[end].cluster == byte)
			s.width += g[end++].advance;
		s.last = &g[end - 1];
		s.end = cluster_end(r, g, from, end);
		/* Silent characters behind the cluster are not part of it. */
		s.c = char_at(j->text + byte);
		for (int at = char_next(j->text, byte); at < s.end;
		     at = char_next(j->text, at))
			if (is_control(char_at(j->text + at)))
				s.end = at;
		s.next = s.end < j->n ? char_at(j->text + s.end) : 0;
		s.before = byte > 0 ? char_at(j->text + char_prev(j->text, byte)) : 0;
		if (!j->latin)
			look_at_marks(j, byte, &s);
		glue_cluster(j, &s);
		if (r->shaper->script != HB_SCRIPT_ARABIC) {
			s.last->stretch += r->style->letter_stretch;
			s.last->shrink += r->style->letter_shrink;
		}
		from = end;
	}
}

/* Letters of text, but not those that are as wide as their square, nor code, nor what is
 * spaced. */
static bool is_elastic(const struct job *j, const struct run *r)
{
	const struct text_style *s = r->style;
	hb_script_t script = r->shaper->script;

	return !j->t->plain && !s->verbatim && !s->code && !s->letter_spacing &&
	       !s->letter_stretch && !s->letter_shrink && script != HB_SCRIPT_HAN &&
	       script != HB_SCRIPT_HIRAGANA && script != HB_SCRIPT_KATAKANA &&
	       script != HB_SCRIPT_HANGUL && script != HB_SCRIPT_BOPOMOFO;
}

void add_glue(struct job *j)
{
	for (int i = 0; i < j->n_runs; i++) {
		j->runs[i].elastic = is_elastic(j, &j->runs[i]);
		if (!j->runs[i].style->verbatim)
			glue_run(j, &j->runs[i], j->glyphs[i]);
	}
}
