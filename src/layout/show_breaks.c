/*
 * show_breaks.c - marks every place where a line might have ended, for review
 *
 * A stroke below the baseline: green where the line may end freely, blue where it costs
 * more (words of scripts without spaces, syllables, paths), red where a hyphen would show.
 */
#include "layout/inlines.h"

#define STROKE PT(0.4)

static struct color color_of(enum brk after)
{
	switch (after) {
	case BRK_ALLOWED:
		return (struct color){ 0, 140, 0, 255 };
	case BRK_SOFT:
		return (struct color){ 0, 90, 220, 255 };
	case BRK_HYPHEN:
		return (struct color){ 220, 0, 0, 255 };
	case BRK_NEVER:
	case BRK_MANDATORY:
		break;
	}
	return (struct color){ 0, 0, 0, 0 };
}

/* Where the text before a byte ends: to the left of the first glyph behind it, or, right to
 * left, of the first one before it. */
static Len place_of(const struct shown_text *t, int byte)
{
	const struct area_text *a = &t->area->as.text;

	for (int i = 0; i < a->n_glyphs; i++)
		if (a->rtl ? t->glyphs[i].cluster < byte : t->glyphs[i].cluster >= byte)
			return a->glyphs[i].x;
	return t->area->size.width;
}

void show_breaks(struct setter *s, const struct shown_text *t, GArray *places)
{
	const struct text_para *p = t->para;

	for (int i = 0; i < p->n_pieces && p->pieces[i].to <= t->to; i++) {
		struct color color = color_of(p->pieces[i].after);
		struct area *a;
		struct place at;

		if (p->pieces[i].to <= t->from || color.a == 0)
			continue;
		a = ARENA_NEW(s->arena, struct area);
		a->kind = AREA_RULE;
		a->size = (struct size){ STROKE, text_font_size(t->area->as.text.font) / 3 };
		a->as.rule.style = BORDER_SOLID;
		a->as.rule.color = color;
		a->as.rule.vertical = true;
		a->mark = &mark_layout;
		a->from = t->area->from;
		at = (struct place){ t->x + place_of(t, p->pieces[i].to) - STROKE / 2, t->y, a };
		g_array_append_val(places, at);
	}
}
