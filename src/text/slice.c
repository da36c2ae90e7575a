/*
 * slice.c - text_slice: the glyphs of a part of a run
 *
 * Mostly a copy of the run's own.  Only where HarfBuzz says that cutting changes shapes is
 * the part shaped again, alone: a letter of Arabic script does not join across a line end.
 */
#include "text/engine.h"

#include <string.h>

struct hyphen hyphen_of(const struct run *r)
{
	uint32_t c = r->style->hyphenation_character;
	struct hyphen h;

	if (c == '-')
		return r->font->hyphens[0];
	if (c == 0x2010 || !hb_font_get_nominal_glyph(r->font->hb, c, &h.glyph))
		return r->font->hyphens[1];
	h.width = hb_font_get_glyph_h_advance(r->font->hb, h.glyph);
	return h;
}

/*
 * Clusters ascend from the first glyph to the last, or descend in a run from right to left.
 * The first glyph in visual order that is not (left to right) before the byte, or (right
 * to left) is before it: where a slice that ends or begins at the byte is cut.
 */
static int glyph_at(const struct run *r, int byte)
{
	int low = 0, high = r->n_glyphs;
	bool rtl = r->level & 1;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if ((r->glyphs[middle].cluster < byte) != rtl)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* May the run be cut before this byte without other shapes on either side? */
static bool is_safe(const struct run *r, int byte)
{
	int i;

	if (byte <= r->from || byte >= r->to)
		return true;
	i = glyph_at(r, byte);
	if (r->level & 1) /* the glyphs of the cluster stand before i */
		for (i--; i > 0 && r->glyphs[i - 1].cluster == byte;)
			i--;
	if (i < 0 || i >= r->n_glyphs || r->glyphs[i].cluster != byte)
		return false;
	return !r->glyphs[i].unsafe;
}

/* Silent characters have no glyphs: a cut beside them is one at the next that has. */
static int skip_silent(const char *text, int byte, int end)
{
	while (byte < end) {
		uint32_t c = char_at(text + byte);

		if (!is_control(c) && c != 0xfffc && c != '\t' && c != '\n' && c != 0x2028)
			break;
		byte = char_next(text, byte);
	}
	return byte;
}

/* The glyphs of [from, to) are those from *first, as many as it gives. */
static int range_of(const struct run *r, int from, int to, int *first)
{
	int a = glyph_at(r, from), b = glyph_at(r, to);

	*first = MIN(a, b);
	return MAX(a, b) - *first;
}

/* Glue and spacing as the run has them, cluster by cluster. */
static void take_glue(const struct run *r, struct glyph *g, int n)
{
	for (int i = 0; i < n; i++) {
		int first, same;

		if (i + 1 < n && g[i + 1].cluster == g[i].cluster)
			continue;
		same = range_of(r, g[i].cluster, g[i].cluster + 1, &first);
		for (int k = first; k < first + same; k++) {
			g[i].stretch += r->glyphs[k].stretch;
			g[i].shrink += r->glyphs[k].shrink;
		}
	}
}

static void shape_again(struct text *t, const struct text_para *p, struct text_part part,
			GArray *out)
{
	const struct run *r = &p->runs[part.run];
	struct extent e = {p->text, p->n_bytes, part.from, part.to, false};
	struct glyph *g;

	shape_bytes(t, r->shaper, e, out);
	g = (struct glyph *)(void *)out->data;
	for (guint i = 0; i < out->len; i++)
		if (g[i].id == 0)
			g[i].id = r->font->space;
	space_letters(r->shaper, g, (int)out->len, r->style->letter_spacing);
	take_glue(r, g, (int)out->len);
}

static void add_hyphen(const struct run *r, int to, GArray *out)
{
	struct hyphen h = hyphen_of(r);
	struct glyph g = {.id = h.glyph, .advance = h.width, .cluster = to};

	if (r->level & 1)
		g_array_prepend_val(out, g);
	else
		g_array_append_val(out, g);
}

int text_slice(struct text *t, struct arena *arena, const struct text_para *p,
	       struct text_part part, const struct glyph **out)
{
	const struct run *r = &p->runs[part.run];
	GArray *glyphs = t->glyphs;
	int to = part.to;

	part.from = skip_silent(p->text, part.from, to);
	g_array_set_size(glyphs, 0);
	if (part.from < to && is_safe(r, part.from) &&
	    is_safe(r, skip_silent(p->text, to, r->to))) {
		int first, n = range_of(r, part.from, to, &first);

		if (!part.hyphen) {
			*out = r->glyphs + first;
			return n;
		}
		g_array_append_vals(glyphs, r->glyphs + first, (guint)n);
	} else if (part.from < to) {
		shape_again(t, p, part, glyphs);
	}
	if (part.hyphen)
		add_hyphen(r, to, glyphs);
	*out = arena_copy(arena, glyphs->data, sizeof(struct glyph) * glyphs->len);
	return (int)glyphs->len;
}

char *text_show_breaks(struct arena *arena, const struct text_para *p)
{
	static const char *const signs[] = {
		[BRK_HYPHEN] = "-", [BRK_SOFT] = "~", [BRK_ALLOWED] = "|"};
	GString *s = g_string_new(NULL);
	char *result;

	for (int i = 0; i < p->n_pieces; i++) {
		const struct piece *piece = &p->pieces[i];

		g_string_append_len(s, p->text + piece->from, piece->to - piece->from);
		if (piece->after != BRK_NEVER && piece->after != BRK_MANDATORY)
			g_string_append(s, signs[piece->after]);
	}
	result = arena_strdup(arena, s->str);
	g_string_free(s, TRUE);
	return result;
}
