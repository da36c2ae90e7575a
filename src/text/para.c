/*
 * para.c - text_shape: a paragraph through all steps, cut into pieces
 */
#include "text/engine.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* ---- widths by byte ---- */

/* Does a line end inside the cluster?  Then its letters share its width. */
static bool is_divided(const struct job *j, int from, int to)
{
	for (int at = from + 1; at < to; at++)
		if (j->notes[at].brk != BRK_NEVER)
			return true;
	return false;
}

static void share_width(struct job *j, int from, int to)
{
	Len left = j->notes[from].width;
	int chars = (int)g_utf8_strlen(j->text + from, to - from);

	for (int at = from; at < to; at = char_next(j->text, at), chars--) {
		j->notes[at].width = left / chars;
		left -= left / chars;
	}
}

static void sum_glyphs(struct job *j, const struct run *r)
{
	for (int i = 0; i < r->n_glyphs; i++) {
		const struct glyph *g = &r->glyphs[i];
		struct note *n = &j->notes[g->cluster];

		n->width += g->advance;
		n->stretch += g->stretch;
		n->shrink += g->shrink;
	}
	for (int i = 0; i < r->n_glyphs; i++) {
		int from = r->glyphs[i].cluster, next = r->to;

		if (r->level & 1)
			next = i > 0 ? r->glyphs[i - 1].cluster : r->to;
		else if (i + 1 < r->n_glyphs)
			next = r->glyphs[i + 1].cluster;
		if (next > from + 1 && is_divided(j, from, next))
			share_width(j, from, next);
	}
}

/* ---- pieces ---- */

static enum piece_kind kind_of(uint32_t c)
{
	switch (c) {
	case ' ':
	case 0xa0:
	case 0x3000:
		return PIECE_SPACE;
	case '\t':
		return PIECE_TAB;
	case '\n':
	case 0x2028:
		return PIECE_BREAK;
	case 0xfffc:
		return PIECE_OBJECT;
	default:
		return PIECE_WORD;
	}
}

static int piece_end(const struct job *j, const struct run *r, int from)
{
	uint32_t c = char_at(j->text + from);
	enum piece_kind kind = kind_of(c);
	bool fixed = c == 0xa0; /* does not vanish at a line's end, as other blanks do */
	int at = char_next(j->text, from);

	if (c == 0x2060 || (kind != PIECE_WORD && kind != PIECE_SPACE))
		return at;
	while (at < r->to && j->notes[at].brk == BRK_NEVER) {
		c = char_at(j->text + at);
		if (kind_of(c) != kind || c == 0x2060 || (c == 0xa0) != fixed)
			break;
		at = char_next(j->text, at);
	}
	return at;
}

/* What the last cluster leaves behind at the end of a line: the blank half of a full-width
 * mark, the quarter em before Latin. */
static Len blank_behind(const struct job *j, const struct piece *p, int last, Len width)
{
	const struct text_font *f = j->runs[p->run].font;
	uint32_t c = char_at(j->text + last);
	uint32_t next = p->to < j->n ? char_at(j->text + p->to) : 0;
	bool latin = c < 0x250 && g_unichar_isalnum(c);

	if (mark_at(j, last) == CJK_CLOSE && width >= len_scale(f->size, 9, 10))
		return f->size / 2;
	if ((parts_from_latin(c) && next && next < 0x250 && g_unichar_isalnum(next)) ||
	    (latin && parts_from_latin(next)))
		return j->runs[p->run].style->verbatim ? 0 : f->size / 4;
	return 0;
}

static void measure_tail(const struct job *j, struct piece *p)
{
	const struct text_style *s = j->runs[p->run].style;
	int last = char_prev(j->text, p->to);

	if (p->kind == PIECE_SPACE) {
		p->tail_width = p->width;
		p->tail_stretch = p->stretch;
		p->tail_shrink = p->shrink;
		return;
	}
	while (last > p->from && j->notes[last].width == 0)
		last = char_prev(j->text, last);
	p->tail_stretch = j->notes[last].stretch;
	p->tail_shrink = j->notes[last].shrink;
	if (!j->t->plain && !j->latin)
		p->tail_width = blank_behind(j, p, last, j->notes[last].width);
	if (p->width > 0 && j->runs[p->run].shaper->script != HB_SCRIPT_ARABIC)
		p->tail_width += s->letter_spacing;
}

/* Full-width, with its blank half; between other marks it has lost that. */
static bool is_square(const struct job *j, const struct run *r, int at)
{
	return j->notes[at].width >= len_scale(r->font->size, 9, 10);
}

static void measure_hangs(const struct job *j, struct piece *p)
{
	const struct run *r = &j->runs[p->run];
	uint32_t first = char_at(j->text + p->from);
	int at = char_prev(j->text, p->to);
	uint32_t last = char_at(j->text + at);

	if (p->after == BRK_HYPHEN) {
		p->hyphen = hyphen_of(r).width;
		last = r->style->hyphenation_character;
	}
	if (j->t->plain || r->style->verbatim)
		return;
	if (mark_at(j, p->from) == CJK_NONE)
		p->hang_start = hang_before(r->font, first);
	else if (mark_at(j, p->from) == CJK_OPEN && is_square(j, r, p->from))
		p->hang_start = r->font->size / 2;
	if (mark_at(j, at) == CJK_NONE || p->after == BRK_HYPHEN)
		p->hang_end = hang_after(r->font, last);
}

static void add_piece(struct job *j, int run, int from, int to)
{
	struct piece p = {.kind = kind_of(char_at(j->text + from)),
			  .from = from,
			  .to = to,
			  .run = run,
			  .after = (enum brk)j->notes[to].brk};

	for (int at = from; at < to; at++) {
		p.width = len_bounded((int64_t)p.width + j->notes[at].width);
		p.stretch = len_bounded((int64_t)p.stretch + j->notes[at].stretch);
		p.shrink = len_bounded((int64_t)p.shrink + j->notes[at].shrink);
	}
	if (p.kind == PIECE_WORD || p.kind == PIECE_SPACE)
		measure_tail(j, &p);
	if (p.kind == PIECE_WORD)
		measure_hangs(j, &p);
	if (p.kind == PIECE_WORD && j->runs[run].elastic)
		p.expansion = len_scale(p.width, TEXT_EXPANSION, 1000);
	g_array_append_val(j->t->pieces, p);
}

static void cut_pieces(struct job *j)
{
	g_array_set_size(j->t->pieces, 0);
	for (int i = 0; i < j->n_runs; i++) {
		const struct run *r = &j->runs[i];

		sum_glyphs(j, r);
		for (int at = r->from; at < r->to;) {
			int end = piece_end(j, r, at);

			add_piece(j, i, at, end);
			at = end;
		}
	}
}

/* UAX 9, P2 and P3: the first strong character decides. */
static bool is_rtl(const char *text, int n, enum text_direction d)
{
	if (d != DIRECTION_AUTO)
		return d == DIRECTION_RTL;
	for (int at = 0; at < n; at = char_next(text, at)) {
		UCharDirection strong = u_charDirection((UChar32)char_at(text + at));

		if (strong == U_LEFT_TO_RIGHT)
			return false;
		if (strong == U_RIGHT_TO_LEFT || strong == U_RIGHT_TO_LEFT_ARABIC)
			return true;
	}
	return false;
}

const struct text_para *text_shape(struct text *t, struct arena *arena,
				   const struct text_source *source)
{
	struct text_para *p = ARENA_NEW(arena, struct text_para);
	int n = source->n_bytes;
	struct job j = {.t = t, .arena = arena, .n = n};

	j.spans = source->spans;
	j.n_spans = source->n_spans;
	j.text = arena_strndup(arena, source->nfc, (size_t)n);
	j.rtl = is_rtl(j.text, n, source->direction);
	p->text = j.text;
	p->n_bytes = n;
	p->rtl = j.rtl;
	if (n == 0)
		return p;
	g_array_set_size(t->notes, (guint)n + 4);
	memset(t->notes->data, 0, sizeof(struct note) * ((size_t)n + 4));
	j.notes = (struct note *)(void *)t->notes->data;
	itemize(&j);
	find_breaks(&j);
	shape_runs(&j);
	add_glue(&j);
	cut_pieces(&j);
	p->runs = j.runs;
	p->n_runs = j.n_runs;
	p->n_pieces = (int)t->pieces->len;
	p->pieces =
		arena_copy(arena, t->pieces->data, sizeof(struct piece) * t->pieces->len);
	return p;
}

/* UAX 15, 9: no character that is never in NFC or only sometimes, marks in their order. */
static bool is_plainly_nfc(const char *s, int n)
{
	int last = 0;

	for (int i = 0; i < n; i = char_next(s, i)) {
		UChar32 c = (UChar32)char_at(s + i);
		int class;

		if (c < 0x300) {
			last = 0;
			continue;
		}
		class = u_getCombiningClass(c);
		if ((class > 0 && class < last) ||
		    u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
			return false;
		last = class;
	}
	return true;
}

char *text_normalize(struct arena *arena, const char *s, int n_bytes)
{
	g_autofree char *valid = NULL, *nfc = NULL;

	if (!g_utf8_validate_len(s, (gsize)n_bytes, NULL)) {
		valid = g_utf8_make_valid(s, n_bytes);
		s = valid;
		n_bytes = (int)strlen(valid);
	}
	if (is_plainly_nfc(s, n_bytes))
		return arena_strndup(arena, s, (size_t)n_bytes);
	nfc = g_utf8_normalize(s, n_bytes, G_NORMALIZE_NFC);
	return arena_strdup(arena, nfc);
}
