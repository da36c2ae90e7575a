/*
 * stress.c - what stands for italics in a script that has none
 *
 * Where a style asks for a slant and the font of a script has none, the words would look like
 * those around them.  Printers do not slant such a script by machine: they stress by weight,
 * and Chinese, Japanese and Korean by a change from the serif to the sans.  The whole span
 * follows, so that a bracket or a foreign word beside a bold one is bold.
 */
#include "text/engine.h"

/* Scripts whose upright letters may stand in for italic ones: they have italics where the
 * font is right, and a symbol or formula is none of our business. */
static bool is_at_home(GUnicodeScript s)
{
	return s == G_UNICODE_SCRIPT_LATIN || s == G_UNICODE_SCRIPT_GREEK ||
	       s == G_UNICODE_SCRIPT_CYRILLIC || s == G_UNICODE_SCRIPT_COMMON ||
	       s == G_UNICODE_SCRIPT_INHERITED;
}

static bool is_upright(PangoFont *font)
{
	PangoFontDescription *d = pango_font_describe(font);
	bool upright = pango_font_description_get_style(d) == PANGO_STYLE_NORMAL;

	pango_font_description_free(d);
	return upright;
}

bool wants_stress(const struct job *j, const PangoItem *p)
{
	int end = p->offset + p->length;

	for (int at = p->offset; at < end; at = char_next(j->text, at)) {
		uint32_t c = char_at(j->text + at);

		if (g_unichar_isalpha(c) && !is_at_home(g_unichar_get_script(c)))
			return is_upright(p->analysis.font);
	}
	return false;
}

static bool is_sans(const char *families)
{
	return g_strrstr(families, "Sans") || g_strrstr(families, "sans");
}

static bool has_ideographs(const struct job *j, const struct text_span *s)
{
	for (int at = s->from; at < s->to; at = char_next(j->text, at))
		if (is_cjk(char_at(j->text + at)))
			return true;
	return false;
}

PangoFontDescription *stressed(const struct job *j, const struct text_span *s)
{
	PangoFontDescription *d =
		pango_font_description_copy(face_of(j->t, s->style)->description);

	pango_font_description_set_style(d, PANGO_STYLE_NORMAL);
	if (has_ideographs(j, s) && !is_sans(s->style->families))
		pango_font_description_set_family(d, "sans-serif");
	else
		pango_font_description_set_weight(d, PANGO_WEIGHT_BOLD);
	return d;
}
