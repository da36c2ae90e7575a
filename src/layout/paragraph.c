/*
 * paragraph.c - inline content as lines: flatten, shape, break, and into the list
 *
 * Ids, notes and the like go with the line in which they stand; between the lines are
 * penalties for widows, orphans and hyphens.
 */
#include "layout/inlines.h"
#include "layout/shaped.h"
#include "layout/sides.h"
#include "layout/tags.h"

#include <limits.h>
#include <string.h>

#define OVERFULL PT(0.2)	       /* less is not worth a message */
#define EXCERPT 40
#define NARROW 12  /* sizes: about thirty letters, too few to justify whatever comes */
#define GAPING 2.0 /* ratio of spaces that are wider than two */

/* ---- into the list ---- */

static void put_anchor_before(struct flat *f, const struct anchor *a)
{
	if (a->spot && !a->end)
		vlist_spot(f->to, a->spot, false);
}

static void put_anchor_after(struct flat *f, const struct anchor *a)
{
	if (a->spot && a->end)
		vlist_spot(f->to, a->spot, true);
	if (a->note)
		vlist_note(f->to, a->note);
	if (a->carry)
		vlist_carry_all(f->to, a->carry);
}

static int penalty_before(const struct putting *t, const struct line *l, int left)
{
	const struct fo_style *st = t->f->block->style;
	/* A line of a listing that was too long goes on in this one. */
	bool turns = !t->f->s->options->plain && st->linefeed_treatment == KW_PRESERVE &&
		     !l->begins;

	if (t->n < st->orphans || left + 1 < st->widows)
		return COST_NEVER;
	if (t->hyphen && st->hyphenation_keep != KW_AUTO && st->hyphenation_keep != KW_NO)
		return COST_NEVER;
	return turns || t->hyphen || (t->divided && !t->f->s->options->plain) ? COST_HYPHEN
									      : COST_FREE;
}

static void report_overfull(const struct flat *f, const struct text_para *p,
			    const struct line *l)
{
	const char *text = p->text + l->from;
	int n = MIN(l->to - l->from, EXCERPT);

	if (strncmp(text, "\xEF\xBF\xBC", 3) == 0) {
		diag(f->s->diags, W_OVERFULL, f->block->from, "a line is %.1f pt too wide",
		     len_pt(l->over));
		return;
	}

	while (n > 0 && n < l->to - l->from && (text[n] & 0xC0) == 0x80)
		n--;
	diag(f->s->diags, W_OVERFULL, f->block->from, "a line is %.1f pt too wide: \"%.*s%s\"",
	     len_pt(l->over), n, text, n < l->to - l->from ? "..." : "");
}

guint anchors_until(const struct flat *f, guint from, int next)
{
	for (; from < f->anchors->len; from++) {
		const struct anchor *a = &g_array_index(f->anchors, struct anchor, from);
		bool ends = a->end || a->note || a->carry;

		if (a->at > next || (a->at == next && !ends))
			break;
	}
	return from;
}

struct putting putting_begin(struct flat *f, const struct text_para *p)
{
	struct putting t = {.f = f, .p = p, .at.para = p};

	t.at.text = arena_copy(f->s->arena, p->text, (size_t)p->n_bytes);
	return t;
}

void putting_resume(struct putting *t, int n)
{
	t->n = n;
	if (t->f->resume > 0) /* what is called before it is on the page before */
		t->anchor = anchors_until(t->f, 0, t->f->resume);
	vlist_resume(t->f->to, n > 0 || t->f->part > 0);
}

void put_line(struct putting *t, const struct line *l, int left)
{
	struct flat *f = t->f;
	guint until = left > 0 ? anchors_until(f, t->anchor, l->next) : f->anchors->len;

	if (t->n > 0)
		vlist_penalty(f->to, penalty_before(t, l, left));
	if (l->over > OVERFULL)
		report_overfull(f, t->p, l);
	for (guint k = t->anchor; k < until; k++)
		put_anchor_before(f, &g_array_index(f->anchors, struct anchor, k));
	vlist_box(f->to, line_area(f, &t->at, l), room_left(f->room) + l->inset_left,
		  f->block->from);
	if (f->source)
		vlist_source(f->to, &(struct resume){f->source, f->part, l->from,
							 (int)t->above});
	if (l->undivided)
		vlist_undivided(f->to, l->undivided, l->loose_else);
	for (guint k = t->anchor; k < until; k++)
		put_anchor_after(f, &g_array_index(f->anchors, struct anchor, k));
	t->anchor = until;
	t->above = t->placed;
	t->n++;
	t->hyphen = l->hyphen;
	t->divided = l->divided;
}

/* The first line from which on the list is wanted. */
static int first_line(const struct flat *f, const GArray *lines)
{
	int n = 0;

	while (n + 1 < (int)lines->len &&
	       g_array_index(lines, struct line, n).from < f->resume)
		n++;
	return n;
}

static void put_lines(struct flat *f, const struct text_para *p, const GArray *lines)
{
	struct putting t = putting_begin(f, p);
	int n = (int)lines->len;

	if (f->resume >= 0)
		putting_resume(&t, first_line(f, lines));
	for (int i = t.n; i < n && !block_is_later(f->s, f->to); i++)
		put_line(&t, &g_array_index(lines, struct line, i), n - 1 - i);
	if (f->source && f->flexible)
		vlist_flexible(f->to, f->flexible);
}

/* What a page says of itself is shaped where it stands, all else once. */
static const struct text_para *shape_once(struct flat *f, const struct text_source *source)
{
	const struct text_para *p = NULL;

	if (f->s->shaped && f->begins && !f->s->page)
		p = shaped_find(f->s->shaped, f->s->text, f->begins, f->part, source);
	return p ? p : text_shape(f->s->text, f->scratch, source);
}

const struct text_para *paragraph_shape(struct flat *f)
{
	int n = (int)f->stretches->len;
	struct text_span *spans = ARENA_ARRAY(f->scratch, struct text_span, n);
	bool rtl = f->room ? f->room->rtl : false;

	for (int i = 0; i < n; i++) {
		const struct stretch *st = &g_array_index(f->stretches, struct stretch, i);

		spans[i] = (struct text_span){ st->from, st->to, &st->look->text,
					       st->box ? st->box->fo->from : f->block->from };
	}
	if (f->block->style->direction == KW_RTL)
		rtl = true;
	return shape_once(f, &(struct text_source){ f->text->str, (int)f->text->len, spans, n,
						    rtl ? DIRECTION_RTL : DIRECTION_LTR });
}

static void put_anchors_alone(struct flat *f)
{
	for (guint i = 0; i < f->anchors->len; i++) {
		const struct anchor *a = &g_array_index(f->anchors, struct anchor, i);

		put_anchor_before(f, a);
		if (a->side)
			side_float_put(f->to, a->side, f->room);
		put_anchor_after(f, a);
	}
}

/* Lines of few words cannot all be justified: whether there are spaces that nobody would take
 * for those between words. */
static bool gapes(const struct flat *f, const GArray *lines)
{
	const struct fo_style *st = f->block->style;

	if (f->s->options->plain || st->text_align != KW_JUSTIFY ||
	    f->measure > NARROW * (int64_t)st->font_size)
		return false;
	for (guint i = 0; i < lines->len; i++)
		if (g_array_index(lines, struct line, i).ratio > GAPING)
			return true;
	return false;
}

static void break_text(struct flat *f, const struct text_para *p, GArray *lines)
{
	bool first = f->first;

	break_lines(f, p, 0, INT_MAX, lines);
	f->ragged = gapes(f, lines);
	if (!f->ragged)
		return;
	g_array_set_size(lines, 0);
	f->first = first;
	f->flexible = 0;
	break_lines(f, p, 0, INT_MAX, lines);
}

/* Whether the text has made a line. */
static bool set_text(struct flat *f, const struct text_para *p)
{
	GArray *lines;
	bool any;

	if (!f->s->options->plain)
		p = cut_wide_words(f, p);
	if (f->n_sides || sides_active(f->to))
		return put_lines_beside(f, p);
	lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	break_text(f, p, lines);
	any = lines->len > 0;
	if (any)
		put_lines(f, p, lines);
	g_array_free(lines, TRUE);
	return any;
}

/* The byte of the present text at which the list goes on; -1: it is not in it. */
static int resume_in(const struct flat *f)
{
	const struct resume *r = f->s->resume;

	return r && f->source && r->paragraph == f->source && r->part == f->part ? r->at : -1;
}

/* Whether an object is an element of its own in the structure tree. */
static bool is_element(const struct setter *s, const struct fo *fo)
{
	const struct fo *up = fo->parent;

	while (up && !mark_of(s, up))
		up = up->parent;
	return mark_of(s, fo) && (!up || mark_of(s, up) != mark_of(s, fo));
}

/* Whether more text of the same element comes behind a text that ends before an object, or
 * with the block: their words stay two. */
static bool text_goes_on(const struct setter *s, const struct fo *block, const struct fo *next)
{
	const struct mark *m = mark_of(s, block);

	if (m && m->artifact)
		return false;
	if (next)
		return !is_element(s, next);
	for (; block && !is_element(s, block); block = block->parent)
		for (const struct fo *k = block->next; k; k = k->next)
			if (k->kind != FO_TEXT || !tag_is_blank(k))
				return true;
	return false;
}

static const struct text_para *shape(struct flat *f)
{
	f->first_end = -1;
	if (f->initial && f->first && f->part == 0 && f->to)
		return shape_first_line(f);
	return paragraph_shape(f);
}

void paragraph_flush(struct flat *f, const struct fo *next)
{
	const struct text_para *p = f->text->len ? shape(f) : NULL;

	f->goes_on = p && text_goes_on(f->s, f->block, next);
	if (!f->to && p)
		break_lines(f, p, 0, INT_MAX, NULL);
	else if (f->to && (!p || !set_text(f, p)))
		put_anchors_alone(f);
	g_string_truncate(f->text, 0);
	g_array_set_size(f->stretches, 0);
	g_array_set_size(f->anchors, 0);
	g_ptr_array_set_size(f->boxes, 0);
	f->n_sides = 0;
	f->part++;
	f->flexible = 0;
	f->ragged = false;
	f->resume = resume_in(f);
}

/* ---- entries ---- */

static void flat_begin(struct flat *f)
{
	f->scratch = arena_new();
	f->text = g_string_new(NULL);
	f->stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
	f->anchors = g_array_new(FALSE, FALSE, sizeof(struct anchor));
	f->boxes = g_ptr_array_new();
	f->look = look_of(f->s, f->block->style);
}

static void flat_end(struct flat *f)
{
	g_string_free(f->text, TRUE);
	g_array_free(f->stretches, TRUE);
	g_array_free(f->anchors, TRUE);
	g_ptr_array_free(f->boxes, TRUE);
	arena_free(f->scratch);
}

void set_paragraph(struct setter *s, struct vlist *v, const struct fo *block,
		   const struct fo *first, const struct fo *end, const struct room *room)
{
	struct flat f = { .s = s, .to = v, .block = block, .room = room, .source = first,
			  .begins = first };

	f.resume = resume_in(&f);
	f.measure = room_measure(room);
	f.first = first == block->child;
	if (f.first && first && first->kind == FO_INITIAL_PROPERTY_SET) {
		f.initial = first;
		f.begins = NULL; /* what is shaped is not the text alone */
	}
	flat_begin(&f);
	for (const struct fo *fo = first; fo && fo != end; fo = fo->next)
		inlines_walk(&f, fo);
	paragraph_flush(&f, end);
	flat_end(&f);
}

struct widths measure_paragraph(struct setter *s, const struct fo *block,
				const struct fo *first, const struct fo *end)
{
	struct room room = { .width = PT(1000) };
	struct flat f = { .s = s, .block = block, .room = &room, .begins = first, .resume = -1,
			  .measuring = true };

	f.measure = room.width;
	flat_begin(&f);
	for (const struct fo *fo = first; fo && fo != end; fo = fo->next)
		inlines_walk(&f, fo);
	paragraph_flush(&f, end);
	flat_end(&f);
	return f.widths;
}

const struct area *paragraph_pack(struct setter *s, const struct fo *fo,
				  const struct look *look)
{
	struct room room = { .width = PT(1000) };
	struct flat f = { .s = s, .block = fo, .room = &room, .measure = PT(1000),
			  .resume = -1 };
	struct line_cursor at = { 0 };
	struct line l = { .natural = true };
	struct area *a = NULL;

	flat_begin(&f);
	f.look = look;
	for (const struct fo *c = fo->child; c; c = c->next)
		inlines_walk(&f, c);
	at.para = f.text->len ? paragraph_shape(&f) : NULL;
	if (at.para) {
		const struct area *made;

		at.text = arena_copy(s->arena, at.para->text, (size_t)at.para->n_bytes);
		l.to = l.next = at.para->n_bytes;
		made = line_area(&f, &at, &l);
		a = arena_copy(s->arena, made, sizeof *a);
		a->size.width = 0;
		for (int i = 0; i < a->n_kids; i++)
			a->size.width = len_max(a->size.width,
						a->kids[i].x + a->kids[i].area->size.width);
		a->kind = AREA_BOX;
	}
	flat_end(&f);
	if (!a) {
		a = ARENA_NEW(s->arena, struct area);
		a->kind = AREA_BOX;
	}
	return a;
}
