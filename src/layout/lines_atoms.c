/*
 * lines_atoms.c - a line cut into atoms: their order, their sums, the line's height
 */
#include "layout/lines_area.h"

#include <string.h>

/* ---- atoms ---- */

static bool is_blank(const struct maker *m, int at)
{
	return m->at->para->text[at] == ' ';
}

Len glue_of(const struct maker *m, const struct atom *a, const struct glyph *g,
		   bool stretching)
{
	const struct look *l = a->st->look;

	if (l->glue_given && is_blank(m, g->cluster))
		return stretching ? l->stretch : l->shrink;
	return stretching ? g->stretch : g->shrink;
}

Len letter_width(const struct maker *m, const struct atom *a, const struct glyph *g)
{
	bool elastic = m->at->para->runs[a->run].elastic && !is_blank(m, g->cluster);

	return elastic ? g->advance : 0;
}

static void take_text(struct maker *m, struct atom *a)
{
	const struct text_para *p = m->at->para;
	int to = a->to;

	a->hyphen = m->line->hyphen && to == m->line->to;
	if (a->hyphen && to - a->from > 2 && memcmp(p->text + to - 2, "\xC2\xAD", 2) == 0)
		to = a->to = to - 2; /* U+00AD: the hyphen that is shown says the same */
	a->n_glyphs = text_slice(m->s->text, m->f->scratch, p,
				 (struct text_part){ a->run, a->from, to, a->hyphen },
				 &a->glyphs);
	for (int i = 0; i < a->n_glyphs; i++) {
		a->width = len_bounded((int64_t)a->width + a->glyphs[i].advance);
		a->letters += letter_width(m, a, &a->glyphs[i]);
		m->stretch += glue_of(m, a, &a->glyphs[i], true);
		m->shrink += glue_of(m, a, &a->glyphs[i], false);
	}
	m->letters += a->letters;
}

static void take_object(struct maker *m, struct atom *a)
{
	const struct object *o = a->st->object;

	a->width = o->width;
	if (o->kind == OBJECT_LEADER) {
		m->leader_stretch += o->stretch;
		m->leader_shrink += o->shrink;
	} else {
		m->stretch += o->stretch;
		m->shrink += o->shrink;
	}
}

/* The frames around an atom: which of their edges this line shows. */
static void note_frames(struct maker *m, const struct atom *a)
{
	struct box *b = a->st->box ? a->st->box->frame : NULL;

	for (; b && b->line != m->line; b = b->parent ? b->parent->frame : NULL) {
		b->line = m->line;
		b->show_start = !b->opened && b->starts;
		b->show_end = b->ends && b->to <= m->line->next;
		b->opened = true;
		b->rtl = a->level & 1;
		m->natural += b->show_start ? b->start + b->space_start : b->kept_start;
		m->natural += b->show_end ? b->end + b->space_end : b->kept_end;
	}
}

static void add_atom(struct maker *m, int from, int to)
{
	struct atom a = { .from = from, .to = to, .run = m->at->run };

	a.st = &g_array_index(m->f->stretches, struct stretch, m->at->stretch);
	a.level = m->at->para->runs[a.run].level;
	if (a.st->object)
		take_object(m, &a);
	else
		take_text(m, &a);
	m->natural = len_bounded((int64_t)m->natural + a.width);
	note_frames(m, &a);
	g_array_append_val(m->atoms, a);
}

void line_cut(struct maker *m)
{
	struct line_cursor *c = m->at;
	const struct text_para *p = c->para;
	int at = m->line->from;

	while (at < m->line->to) {
		const struct stretch *st;
		int to;

		while (c->run + 1 < p->n_runs && p->runs[c->run].to <= at)
			c->run++;
		while (c->stretch + 1 < (int)m->f->stretches->len &&
		       g_array_index(m->f->stretches, struct stretch, c->stretch).to <= at)
			c->stretch++;
		st = &g_array_index(m->f->stretches, struct stretch, c->stretch);
		to = MIN(MIN(p->runs[c->run].to, st->to), m->line->to);
		if (to <= at)
			break;
		add_atom(m, at, to);
		at = to;
	}
}

static void reverse(struct atom *a, int n)
{
	for (int i = 0; i < n / 2; i++) {
		struct atom t = a[i];

		a[i] = a[n - 1 - i];
		a[n - 1 - i] = t;
	}
}

/* UAX 9, L2: from the highest level to the lowest odd one, turn each stretch around. */
void line_reorder(struct maker *m)
{
	struct atom *a = (struct atom *)(void *)m->atoms->data;
	int n = (int)m->atoms->len, highest = 0, lowest = 255;

	for (int i = 0; i < n; i++) {
		highest = MAX(highest, a[i].level);
		if (a[i].level & 1)
			lowest = MIN(lowest, a[i].level);
	}
	m->reordered = n > 1 && highest >= lowest;
	for (int level = highest; level >= lowest; level--)
		for (int i = 0; i < n; i++) {
			int j = i;

			while (j < n && a[j].level >= level)
				j++;
			reverse(a + i, j - i);
			i = MAX(i, j);
		}
}

/* ---- height ---- */

struct reach {
	Len up, down;
};

static void reach_to(struct reach *r, Len up, Len down)
{
	r->up = len_max(r->up, up);
	r->down = len_max(r->down, down);
}

static Len half_leading(const struct look *l)
{
	return (l->line_height - l->ascent - l->descent) / 2;
}

/* ---- what is aligned with the line's edges (XSL 7.14.2) ---- */

static int object_edge(const struct atom *a)
{
	const struct object *o = a->st->object;

	return o && o->kind == OBJECT_AREA ? edge_of_line(o->fo->style) : KW_NO;
}

Len atom_up(const struct maker *m, const struct atom *a)
{
	const struct object *o = a->st->object;
	Len shift = a->st->box ? box_shift(a->st->box) : 0;

	switch (object_edge(a)) {
	case KW_BEFORE_EDGE:
		return m->before_edge - shift;
	case KW_AFTER_EDGE:
		return o->ascent + o->descent - m->after_edge - shift;
	default:
		return o->ascent;
	}
}

/* Text and objects in an edged box count from its baseline. */
static void reach_in_box(struct maker *m, const struct atom *a)
{
	struct box *e = a->st->box->edged;
	const struct object *o = a->st->object;
	const struct look *l = a->st->look;
	bool tall = o && o->kind != OBJECT_TAB && o->kind != OBJECT_STRUT;
	Len shift = a->st->box->shift - e->shift;

	if (e->reaches != m->line) {
		e->reaches = m->line;
		e->up = e->look->ascent;
		e->down = e->look->descent;
	}
	e->up = len_max(e->up, (tall ? o->ascent : l->ascent) + shift);
	e->down = len_max(e->down, (tall ? o->descent : l->descent) - shift);
}

/* The edges are those of all else; what is higher than that makes room: below, for a
 * reference layout, else away from the edge it hangs on. */
static void widen_edges(struct maker *m, int edge, Len height)
{
	Len more = height - m->before_edge - m->after_edge;

	if (more <= 0)
		return;
	if (edge == KW_AFTER_EDGE && !m->s->options->plain)
		m->before_edge += more;
	else
		m->after_edge += more;
}

static void find_edges(struct maker *m)
{
	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);
		const struct box *e = a->st->box ? a->st->box->edged : NULL;
		int edge = object_edge(a);

		if (edge)
			widen_edges(m, edge, a->st->object->ascent + a->st->object->descent);
		else if (e)
			widen_edges(m, edge_of_line(e->look->style), e->up + e->down);
	}
	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);
		struct box *e = a->st->box ? a->st->box->edged : NULL;

		if (!e)
			continue;
		e->moved = -e->shift + (edge_of_line(e->look->style) == KW_BEFORE_EDGE
						? m->before_edge - e->up
						: e->down - m->after_edge);
	}
}

static bool is_edged(const struct atom *a)
{
	return object_edge(a) || (a->st->box && a->st->box->edged);
}

/* The extent of what is aligned with baselines. */
static bool reach_edges(struct maker *m, bool shifts)
{
	bool any = false;

	m->before_edge = m->f->look->ascent;
	m->after_edge = m->f->look->descent;
	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);
		const struct object *o = a->st->object;
		bool tall = o && o->kind != OBJECT_TAB && o->kind != OBJECT_STRUT;
		Len shift = a->st->box && shifts ? a->st->box->shift : 0;

		any |= is_edged(a);
		if (!object_edge(a) && a->st->box && a->st->box->edged)
			reach_in_box(m, a);
		if (is_edged(a))
			continue;
		m->before_edge = len_max(m->before_edge,
					 (tall ? o->ascent : a->st->look->ascent) + shift);
		m->after_edge = len_max(m->after_edge,
					(tall ? o->descent : a->st->look->descent) - shift);
	}
	return any;
}

/* XSL 4.5 and 7.16.6, line-stacking-strategy: with font-height nothing in the line counts, be
 * it ever so high.  In plain mode the half-leading of the block
 * stands around everything; else tall content uses up the half-leading first. */
void line_measure(struct maker *m)
{
	const struct look *block = m->f->look;
	int strategy = block->style->line_stacking_strategy;
	bool shifts = block->style->line_height_shift_adjustment != KW_DISREGARD_SHIFTS;
	Len half = half_leading(block), rest = block->line_height - block->ascent - block->descent;
	Len add = m->s->options->plain ? half : 0, add_below = m->s->options->plain ? rest - half : 0;
	struct reach r = { block->ascent + half, block->descent + rest - half };

	for (guint i = 0; i < m->atoms->len && strategy != KW_FONT_HEIGHT; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);
		const struct object *o = a->st->object;
		const struct look *l = a->st->look;
		Len shift = a->st->box && shifts ? a->st->box->shift : 0;
		Len own = half_leading(l);

		if (is_edged(a))
			continue;
		if (o && o->kind != OBJECT_TAB && o->kind != OBJECT_STRUT)
			reach_to(&r, o->ascent + shift + add, o->descent - shift + add_below);
		else if (strategy == KW_LINE_HEIGHT)
			reach_to(&r, l->ascent + own + shift,
				 l->line_height - l->ascent - own - shift);
		else if (l != block || shift)
			reach_to(&r, l->ascent + shift + add, l->descent - shift + add_below);
	}
	if (reach_edges(m, shifts)) {
		find_edges(m);
		if (strategy != KW_FONT_HEIGHT)
			reach_to(&r, m->before_edge + add, m->after_edge + add_below);
	}
	m->up = r.up;
	m->down = r.down;
}
