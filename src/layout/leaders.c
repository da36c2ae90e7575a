/*
 * leaders.c - fo:leader: blank, rules, dots or content repeated over a length
 *
 * In the line a leader is glue with a minimum, an optimum and a maximum; what it shows is
 * made when its width is known.  With leader-alignment the pattern keeps step with the
 * reference area's start edge, so that dots of several lines stand below each other.
 */
#include "layout/inlines.h"

void leader_open(struct flat *f, const struct fo *fo)
{
	const struct fo_space *length = &fo->style->leader_length;
	const struct look *look = look_of(f->s, fo->style);
	struct object *o;
	Len least = fo_len_of(length->minimum, f->measure);
	Len most = fo_len_of(length->maximum, f->measure);
	Len height = look->ascent + look->descent, baseline = look->ascent;

	inlines_part(f);
	o = inlines_object(f, fo, OBJECT_LEADER);
	o->width = fo_len_of(length->optimum, f->measure);
	o->width = len_max(least, len_min(o->width, len_max(most, least)));
	o->stretch = len_max(most - o->width, 0);
	o->shrink = len_max(o->width - least, 0);
	if (fo->style->leader_pattern == KW_RULE)
		height = baseline = fo->style->rule_thickness;
	align_object(f, o, fo->style, height, baseline);
}

static enum border_style rule_style(int keyword)
{
	switch (keyword) {
	case KW_DOTTED:
		return BORDER_DOTTED;
	case KW_DASHED:
		return BORDER_DASHED;
	case KW_DOUBLE:
		return BORDER_DOUBLE;
	case KW_GROOVE:
		return BORDER_GROOVE;
	case KW_RIDGE:
		return BORDER_RIDGE;
	default:
		return BORDER_SOLID;
	}
}

static struct area *area_new(struct setter *s, const struct object *o, enum area_kind kind)
{
	struct area *a = ARENA_NEW(s->arena, struct area);

	a->kind = kind;
	a->trace = "leader";
	a->mark = &mark_layout;
	a->from = o->fo->from;
	return a;
}

static const struct area *make_rule(struct setter *s, const struct object *o, Len width)
{
	const struct fo_style *st = o->fo->style;
	bool shown = st->rule_style != KW_NONE && st->rule_thickness > 0;
	struct area *a = area_new(s, o, shown ? AREA_RULE : AREA_BOX);

	a->size = (struct size){ width, st->rule_thickness };
	a->baseline = o->ascent;
	if (shown) {
		a->as.rule.style = rule_style(st->rule_style);
		a->as.rule.color = st->color;
	}
	return a;
}

/* Where the pattern begins in a leader at x, and how often it fits. */
static Len first_step(const struct setter *s, const struct object *o, Len x, Len step)
{
	Len over;

	if (s->options->plain || o->fo->style->leader_alignment == KW_NONE || step <= 0)
		return 0;
	over = x % step;
	if (over < 0)
		over += step;
	return over ? step - over : 0;
}

static Len step_of(const struct object *o, Len pattern, Len measure)
{
	struct fo_len width = o->fo->style->leader_pattern_width;

	return width.keyword ? pattern : len_max(fo_len_of(width, measure), pattern);
}

/* Only whole ones: what follows keeps its distance. */
static int cycles(Len room, Len step)
{
	return step > 0 && room > 0 ? room / step : 0;
}

/* One text area of as many dots as fit. */
static const struct area *make_dots(struct setter *s, const struct object *o,
				    const struct look *look, Len width, Len x)
{
	struct area *a = area_new(s, o, AREA_TEXT);
	struct text_span span = { 0, 1, &look->text, o->fo->from };
	struct arena *scratch = arena_new();
	const struct text_source dot_text = { ".", 1, &span, 1, DIRECTION_LTR };
	const struct text_para *p = text_shape(s->text, scratch, &dot_text);
	Len dot = p && p->n_runs && p->runs[0].n_glyphs ? p->runs[0].glyphs[0].advance : 0;
	Len step = step_of(o, dot, width);
	Len start = first_step(s, o, x, step);
	int n = cycles(width - start, step);
	struct area_glyph *glyphs = ARENA_ARRAY(s->arena, struct area_glyph, n);
	struct area_cluster *clusters = ARENA_ARRAY(s->arena, struct area_cluster, n);
	char *text = arena_alloc(s->arena, (size_t)n + 1);

	for (int i = 0; i < n; i++) {
		glyphs[i].id = p->runs[0].glyphs[0].id;
		glyphs[i].x = start + i * step;
		clusters[i] = (struct area_cluster){ 1, 1 };
		text[i] = '.';
	}
	a->size = (struct size){ width, look->ascent + look->descent };
	a->baseline = look->ascent;
	if (n == 0)
		a->kind = AREA_BOX;
	else
		a->as.text = (struct area_text){ .font = p->runs[0].font,
						 .glyphs = glyphs,
						 .n_glyphs = n,
						 .clusters = clusters,
						 .n_clusters = n,
						 .text = text,
						 .n_bytes = n,
						 .color = o->fo->style->color,
						 .lang = look->text.language };
	arena_free(scratch);
	return a;
}

static const struct area *make_pattern(struct setter *s, const struct object *o,
				       const struct look *look, Len width, Len x)
{
	const struct area *content = paragraph_pack(s, o->fo, look);
	struct area *a = area_new(s, o, AREA_BOX);
	Len step = step_of(o, content->size.width, width);
	Len start = first_step(s, o, x, step);
	int n = cycles(width - start, step);
	struct place *kids = ARENA_ARRAY(s->arena, struct place, n);

	for (int i = 0; i < n; i++)
		kids[i] = (struct place){ start + i * step, 0, content };
	a->kids = kids;
	a->n_kids = n;
	a->size = (struct size){ width, content->size.height };
	a->baseline = content->baseline;
	return a;
}

const struct area *leader_area(struct setter *s, const struct object *o,
			       const struct look *look, Len width, Len x)
{
	struct area *a;

	switch ((int)o->fo->style->leader_pattern) {
	case KW_RULE:
		return make_rule(s, o, width);
	case KW_DOTS:
		return make_dots(s, o, look, width, x);
	case KW_USE_CONTENT:
		if (o->fo->child)
			return make_pattern(s, o, look, width, x);
		break;
	default:
		break;
	}
	a = area_new(s, o, AREA_BOX);
	a->size = (struct size){ width, look->ascent + look->descent };
	a->baseline = look->ascent;
	return a;
}
