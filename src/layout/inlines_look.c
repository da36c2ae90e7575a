/*
 * inlines_look.c - what styles mean for text: fonts, metrics, line height, shifts
 *
 * Heights come from the nominal font alone (XSL 1.1, 4.9.3), never from fallback fonts, so
 * that scripts in a line do not move it.  Ascent and descent share one em in the proportion
 * of the font's own: fonts whose tables claim 1.4 em or more would else open every line.
 */
#include "layout/inlines.h"

#include <string.h>

const struct mark mark_layout = { .artifact = ARTIFACT_LAYOUT, .index = -1 };

#define SUPER 0.30 /* em of the parent: smaller type then stays within common leadings */
#define SUB 0.17

struct looks {
	struct look **slots;
	unsigned n_slots, n;
};

static const struct {
	const char *part; /* of the font's PostScript name */
	int ascent, descent, x_height;
} stand_ins[] = {
	/* Plain mode: Liberation stands in for the fonts every PDF viewer has; other
	 * formatters take these heights from the originals' metrics. */
	{ "Sans", 718, 207, 523 },
	{ "Serif", 683, 217, 450 },
	{ "Mono", 629, 157, 426 },
};

/* Leading that each script wants where the style says "normal", in 1/100 em. */
static const struct {
	const char *language;
	int leading;
} leadings[] = {
	{ "th", 150 }, { "lo", 160 }, { "km", 175 }, { "my", 180 }, { "ta", 150 },
	{ "ja", 160 }, { "zh", 160 }, { "ko", 160 }, { "vi", 130 }, { "ar", 160 },
};

static int normal_leading(const struct setter *s, const char *language)
{
	if (s->options->plain || !language)
		return 120;
	if (strstr(language, "-Arab"))
		return 160;
	for (size_t i = 0; i < G_N_ELEMENTS(leadings); i++)
		if (g_str_has_prefix(language, leadings[i].language) &&
		    (language[2] == '-' || !language[2]))
			return leadings[i].leading;
	return 120;
}

static enum text_slant slant_of(int keyword)
{
	if (keyword == KW_ITALIC)
		return SLANT_ITALIC;
	if (keyword == KW_OBLIQUE)
		return SLANT_OBLIQUE;
	return keyword == KW_BACKSLANT ? SLANT_BACKSLANT : SLANT_NORMAL;
}

static bool is_machine_font(const char *families)
{
	return families && (strcasestr(families, "mono") || strcasestr(families, "courier"));
}

static Len space_or_0(const struct fo_space *sp)
{
	return sp->optimum.keyword ? 0 : sp->optimum.fixed;
}

/* How far a space that is given may grow, and give. */
static Len stretch_of(const struct fo_space *sp)
{
	return sp->optimum.keyword ? 0 : len_max(sp->maximum.fixed - sp->optimum.fixed, 0);
}

static Len shrink_of(const struct fo_space *sp)
{
	return sp->optimum.keyword ? 0 : len_max(sp->optimum.fixed - sp->minimum.fixed, 0);
}

static struct text_style text_style_of(const struct fo_style *st)
{
	return (struct text_style){
		.families = st->font_family,
		.size = st->font_size,
		.weight = st->font_weight,
		.stretch = st->font_stretch,
		.slant = slant_of(st->font_style),
		.small_caps = st->font_variant == KW_SMALL_CAPS,
		.language = st->lang ? st->lang : "",
		.features = st->font_feature_settings,
		.letter_spacing = space_or_0(&st->letter_spacing),
		.letter_stretch = stretch_of(&st->letter_spacing),
		.letter_shrink = shrink_of(&st->letter_spacing),
		.word_spacing = space_or_0(&st->word_spacing),
		.hyphenate = st->hyphenate,
		.hyphenation_remain = st->hyphenation_remain_character_count,
		.hyphenation_push = st->hyphenation_push_character_count,
		.hyphenation_character = st->hyphenation_character,
		.verbatim = st->wrap_option == KW_NO_WRAP,
		.code = is_machine_font(st->font_family),
	};
}

static void measure_font(const struct setter *s, struct look *l)
{
	const struct text_font *font = text_nominal_font(s->text, &l->text);
	Len size = l->text.size, a = text_font_ascent(font), d = text_font_descent(font);
	const char *name = text_font_name(font);

	l->x_height = text_font_x_height(font);
	if (a + d > 0) {
		l->ascent = len_scale(size, a, a + d);
		l->descent = size - l->ascent;
	} else {
		l->ascent = len_scale(size, 4, 5);
		l->descent = size - l->ascent;
	}
	for (size_t i = 0; s->options->plain && name && i < G_N_ELEMENTS(stand_ins); i++) {
		if (!strstr(name, stand_ins[i].part))
			continue;
		l->ascent = len_scale(size, stand_ins[i].ascent, 1000);
		l->descent = len_scale(size, stand_ins[i].descent, 1000);
		l->x_height = len_scale(size, stand_ins[i].x_height, 1000);
		return;
	}
}

static struct look *look_new(struct setter *s, const struct fo_style *st)
{
	struct look *l = ARENA_NEW(s->lasting, struct look);
	const struct fo_space *word = &st->word_spacing;

	l->style = st;
	l->text = text_style_of(st);
	l->blank = -1;
	if (st->line_height.optimum.keyword)
		l->line_height =
			len_scale(st->font_size, normal_leading(s, st->lang), 100);
	else
		l->line_height = fo_len_of(st->line_height.optimum, st->font_size);
	measure_font(s, l);
	if (stretch_of(word) || shrink_of(word)) {
		l->glue_given = true;
		l->stretch = stretch_of(word) + l->text.letter_stretch;
		l->shrink = shrink_of(word) + l->text.letter_shrink;
	}
	return l;
}

static unsigned slot_of(const struct looks *t, const struct fo_style *st)
{
	unsigned i = (unsigned)((uintptr_t)st >> 4) * 2654435761u;

	for (i &= t->n_slots - 1; t->slots[i] && t->slots[i]->style != st;)
		i = (i + 1) & (t->n_slots - 1);
	return i;
}

static void grow(struct arena *a, struct looks *t)
{
	struct looks old = *t;

	t->n_slots = old.n_slots ? old.n_slots * 2 : 64;
	t->slots = ARENA_ARRAY(a, struct look *, t->n_slots);
	for (unsigned i = 0; i < old.n_slots; i++)
		if (old.slots[i])
			t->slots[slot_of(t, old.slots[i]->style)] = old.slots[i];
}

const struct look *look_of(struct setter *s, const struct fo_style *st)
{
	unsigned i;

	if (!s->looks)
		s->looks = ARENA_NEW(s->lasting, struct looks);
	if (s->looks->n * 2 >= s->looks->n_slots)
		grow(s->lasting, s->looks);
	i = slot_of(s->looks, st);
	if (!s->looks->slots[i]) {
		s->looks->slots[i] = look_new(s, st);
		s->looks->n++;
	}
	return s->looks->slots[i];
}

Len look_blank(struct setter *s, const struct look *look)
{
	struct look *l = s->looks->slots[slot_of(s->looks, look->style)];
	struct text_span span = { 0, 1, &l->text, { 0 } };
	const struct text_para *p;
	struct arena *a;

	g_assert(l);
	if (l->blank >= 0)
		return l->blank;
	a = arena_new();
	p = text_shape(s->text, a, &(struct text_source){ " ", 1, &span, 1, DIRECTION_LTR });
	l->blank = p && p->n_pieces ? p->pieces[0].width : l->text.size / 4;
	arena_free(a);
	return l->blank;
}

/* Heights above its own baseline of what can be aligned, text or object. */
struct table {
	Len ascent, descent, middle, hanging, mathematical, alphabetic, ideographic;
};

/* A baseline of the table (XSL 7.14.1); its own is 0. */
static Len baseline_of(const struct table *t, int keyword)
{
	switch (keyword) {
	case KW_BEFORE_EDGE:
	case KW_TEXT_BEFORE_EDGE:
		return t->ascent;
	case KW_HANGING:
		return t->hanging;
	case KW_CENTRAL:
		return (t->ascent - t->descent) / 2;
	case KW_MIDDLE:
		return t->middle;
	case KW_MATHEMATICAL:
		return t->mathematical;
	case KW_ALPHABETIC:
		return t->alphabetic;
	case KW_IDEOGRAPHIC:
		return t->ideographic;
	case KW_AFTER_EDGE:
	case KW_TEXT_AFTER_EDGE:
		return -t->descent;
	default:
		return 0;
	}
}

static struct table table_of(const struct look *l)
{
	return (struct table){ .ascent = l->ascent,
			       .descent = l->descent,
			       .middle = l->x_height / 2,
			       .hanging = l->ascent * 4 / 5,
			       .mathematical = l->ascent / 2,
			       .ideographic = -l->descent };
}

/* Of an object so high, whose own baseline is so far below its top.  Where the lines of a
 * container would have theirs if it were one letter is a matter of taste; this is that of
 * the reference layouts. */
static struct table table_of_object(const struct object *o, Len height, Len baseline)
{
	Len below = height - baseline;
	bool lines = o->fo->kind == FO_INLINE_CONTAINER;

	return (struct table){ .ascent = baseline,
			       .descent = below,
			       .middle = height / 2 - below,
			       .hanging = height * 4 / 5 - below,
			       .mathematical = height / 2 - below,
			       .alphabetic = lines ? height * 2 / 5 - below : 0,
			       .ideographic = lines ? height * 3 / 10 - below : -below };
}

int dominant_baseline(const struct fo_style *st, int parent)
{
	switch ((int)st->dominant_baseline) {
	case KW_AUTO:
	case KW_NO_CHANGE:
	case KW_RESET_SIZE:
	case KW_USE_SCRIPT:
		return parent;
	default:
		return st->dominant_baseline;
	}
}

int edge_of_line(const struct fo_style *st)
{
	int edge = st->alignment_baseline;

	if (st->alignment_adjust.keyword != KW_AUTO ||
	    (edge != KW_BEFORE_EDGE && edge != KW_AFTER_EDGE))
		return KW_NO;
	return edge;
}

/* The alignment point of one stands at the same baseline of the parent: alignment-baseline,
 * or the one that is dominant in the parent. */
static Len align(const struct flat *f, const struct fo_style *st, const struct table *own,
		 Len whole)
{
	struct table around = table_of(f->box ? f->box->look : f->look);
	int baseline = st->alignment_baseline, point = st->alignment_adjust.keyword;
	Len up;

	if (baseline == KW_AUTO || baseline == KW_BASELINE)
		baseline = f->box ? f->box->dominant : dominant_baseline(f->look->style, KW_NO);
	up = baseline_of(&around, baseline);

	if (!point)
		return up - baseline_of(own, dominant_baseline(st, KW_ALPHABETIC)) +
		       fo_len_of(st->alignment_adjust, whole);
	return up - baseline_of(own, point == KW_AUTO ? baseline : point);
}

static Len shift_of(const struct setter *s, const struct fo_style *st, Len own_x_height,
		    const struct look *parent)
{
	bool plain = s->options->plain;

	if (st->baseline_shift.keyword == KW_SUPER)
		return plain ? parent->x_height : (Len)(parent->text.size * SUPER);
	if (st->baseline_shift.keyword == KW_SUB)
		return plain ? -own_x_height / 2 : -(Len)(parent->text.size * SUB);
	if (st->baseline_shift.keyword)
		return 0;
	return fo_len_of(st->baseline_shift, parent->line_height);
}

Len baseline_shift(const struct flat *f, const struct look *own)
{
	const struct look *parent = f->box ? f->box->look : f->look;
	struct table t = table_of(own);

	return shift_of(f->s, own->style, own->x_height, parent) +
	       align(f, own->style, &t, own->line_height);
}

void align_object(const struct flat *f, struct object *o, const struct fo_style *st, Len height,
		  Len baseline)
{
	const struct look *parent = f->box ? f->box->look : f->look;
	struct table t = table_of_object(o, height, baseline);

	o->ascent = baseline + shift_of(f->s, st, parent->x_height, parent) +
		    align(f, st, &t, height);
	o->descent = height - o->ascent;
}

bool block_is_heading(const struct fo *fo)
{
	for (; fo; fo = fo->parent) {
		const char *role = fo->style->role;

		if (role && role[0] == 'H' && (!role[1] || g_ascii_isdigit(role[1])))
			return true;
		if (role && strcmp(role, "Span") != 0 && strcmp(role, "NonStruct") != 0)
			return false;
	}
	return false;
}
