/*
 * inlines.c - flatten the inline content of a block
 *
 * One walk over the tree.  A block-level object inside an inline ends the text collected so
 * far: it is set as lines, the block follows, and the open boxes go on in a new text.
 */
#include "layout/inlines.h"
#include "layout/sides.h"

#include "layout/blocks.h"
#include "layout/references.h"

#include <string.h>

#define OBJECT        "\xEF\xBF\xBC" /* U+FFFC */
#define MAX_DEPTH     1500
#define SMALL_PICTURE PT(24) /* what one that gives way needs at least */
#define MAX_CONTENTS  200    /* characters of a link's text kept for its description */

static void add_stretch(struct flat *f, int from, const struct look *look, struct object *o)
{
	struct stretch st = {from, (int)f->text->len, f->box, look, o};

	if (f->stretches->len && !o) {
		struct stretch *last =
			&g_array_index(f->stretches, struct stretch, f->stretches->len - 1);

		if (!last->object && last->look == look && last->box == f->box) {
			last->to = st.to;
			return;
		}
	}
	g_array_append_val(f->stretches, st);
}

struct object *inlines_object(struct flat *f, const struct fo *fo, enum object_kind kind)
{
	struct object *o = ARENA_NEW(f->scratch, struct object);
	int from = (int)f->text->len;

	o->kind = kind;
	o->fo = fo;
	g_string_append(f->text, kind == OBJECT_TAB ? "\t" : OBJECT);
	add_stretch(f, from, f->box ? f->box->look : f->look, o);
	return o;
}

/* ---- text ---- */

/* text-transform="capitalize"; the other values are the reader's work. */
static const char *capitalize(struct flat *f, const char *s, int *n)
{
	GString *out = g_string_sized_new((gsize)*n + 8);
	const char *result;

	for (const char *p = s; p < s + *n; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		g_string_append_unichar(out, f->inside_word ? c : g_unichar_totitle(c));
		f->inside_word = g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '\'' ||
				 c == 0x2019;
	}
	*n = (int)out->len;
	result = arena_strndup(f->scratch, out->str, out->len);
	g_string_free(out, TRUE);
	return result;
}

static bool is_ascii(const char *s, int n)
{
	for (int i = 0; i < n; i++)
		if ((signed char)s[i] < 0)
			return false;
	return true;
}

/* Collapsed white space at the beginning, or after white space. */
static bool drops_space(const struct flat *f, const struct fo_style *st)
{
	const GString *t = f->text;

	if (!st->white_space_collapse || st->white_space_treatment == KW_PRESERVE)
		return false;
	return t->len == 0 || t->str[t->len - 1] == ' ' || t->str[t->len - 1] == '\n';
}

static void append_with_tabs(struct flat *f, const char *s, int n, const struct look *look)
{
	const char *tab;

	while ((tab = memchr(s, '\t', (size_t)n))) {
		int from = (int)f->text->len;

		g_string_append_len(f->text, s, tab - s);
		if (tab > s)
			add_stretch(f, from, look, NULL);
		inlines_object(f, NULL, OBJECT_TAB);
		n -= (int)(tab + 1 - s);
		s = tab + 1;
	}
	if (n > 0) {
		int from = (int)f->text->len;

		g_string_append_len(f->text, s, n);
		add_stretch(f, from, look, NULL);
	}
}

void inlines_text(struct flat *f, const char *s, int n, const struct fo_style *st)
{
	const struct look *look = look_of(f->s, st);

	while (n > 0 && *s == ' ' && drops_space(f, st)) {
		s++;
		n--;
	}
	if (n <= 0)
		return;
	if (st->text_transform == KW_CAPITALIZE)
		s = capitalize(f, s, &n);
	else
		f->inside_word = !g_ascii_isspace(s[n - 1]);
	if (!is_ascii(s, n)) {
		s = text_normalize(f->scratch, s, n);
		n = (int)strlen(s);
	}
	append_with_tabs(f, s, n, look);
}

/* ---- boxes ---- */

static void gather_contents(const struct fo *fo, GString *to, int depth)
{
	for (const struct fo *c = fo->child; c && depth < MAX_DEPTH; c = c->next) {
		if (to->len > MAX_CONTENTS)
			return;
		if (c->kind == FO_BLOCK && to->len > 0)
			g_string_append_c(to, ' ');
		if (c->kind == FO_TEXT && c->text)
			g_string_append_len(to, c->text, c->n_bytes);
		else if (c->kind != FO_FOOTNOTE_BODY && c->kind != FO_MARKER)
			gather_contents(c, to, depth + 1);
	}
}

static const struct link *link_new(struct flat *f, const struct fo *fo)
{
	struct link *l = ARENA_NEW(f->s->arena, struct link);
	GString *text = g_string_new(NULL);
	const char *to = fo->style->internal_destination;

	gather_contents(fo, text, 0);
	l->contents = arena_strdup(f->s->arena, g_strstrip(text->str));
	g_string_free(text, TRUE);
	l->uri = fo->style->external_destination;
	l->mark = f->s->marks ? f->s->marks[fo->index] : NULL;
	if (to && *to == '#')
		to++;
	if (to && *to) {
		if (fo_find(f->s->tree, to))
			l->destination = to;
		else
			diag(f->s->diags, E_REFERENCE, fo->from,
			     "no object has the id \"%s\"", to);
	}
	return l->destination || l->uri ? l : NULL;
}

static bool has_painting(const struct fo_style *st)
{
	return st->background_color.a || st->background_image || st->border_before.width ||
	       st->border_after.width || st->border_start.width || st->border_end.width;
}

static bool is_framed(const struct box *b)
{
	return b->start || b->end || b->before || b->after || b->space_start ||
	       b->space_end || has_painting(b->look->style);
}

static void add_control(struct flat *f, gunichar c)
{
	int from = (int)f->text->len;

	g_string_append_unichar(f->text, c);
	add_stretch(f, from, f->box ? f->box->look : f->look, NULL);
}

enum { LRM = 0x200E, RLM, LRE = 0x202A, RLE, PDF, LRO, RLO, LRI = 0x2066, RLI, FSI, PDI };

static void embed(struct flat *f, const struct fo_style *st)
{
	bool rtl = st->direction == KW_RTL;

	if (st->unicode_bidi == KW_EMBED)
		add_control(f, rtl ? RLE : LRE);
	else if (st->unicode_bidi == KW_BIDI_OVERRIDE)
		add_control(f, rtl ? RLO : LRO);
	else if (st->unicode_bidi == KW_ISOLATE)
		add_control(f, rtl ? RLI : LRI);
}

static void pop_embedding(struct flat *f, const struct fo_style *st)
{
	if (st->unicode_bidi == KW_EMBED || st->unicode_bidi == KW_BIDI_OVERRIDE)
		add_control(f, PDF);
	else if (st->unicode_bidi == KW_ISOLATE)
		add_control(f, PDI);
}

/* A letter that is written from right to left may be among these. */
static bool has_leftward(const GString *text)
{
	for (gsize i = 0; i < text->len; i++) {
		unsigned char c = (unsigned char)text->str[i],
			      d = (unsigned char)text->str[i + 1];

		if ((c >= 0xD6 && c <= 0xDF) || (c == 0xE0 && d >= 0xA0 && d <= 0xA3) ||
		    (c == 0xEF && d >= 0xAC && d <= 0xBB))
			return true;
	}
	return false;
}

void inlines_part(struct flat *f)
{
	bool rtl = f->block->style->direction == KW_RTL || (f->room && f->room->rtl);

	if (rtl || has_leftward(f->text))
		add_control(f, rtl ? RLM : LRM);
}

static bool wants_spot(const struct flat *f, const struct fo *fo)
{
	return fo->id || (fo->style && fo->style->index_key) ||
	       (fo->kind == FO_PAGE_NUMBER && !f->s->page);
}

static void add_anchor(struct flat *f, const struct fo *spot, bool end)
{
	struct anchor a = {.at = (int)f->text->len, .spot = spot, .end = end};

	g_array_append_val(f->anchors, a);
}

void inlines_open(struct flat *f, const struct fo *fo)
{
	struct box *b = ARENA_NEW(f->scratch, struct box);
	const struct fo_style *st = fo->style;

	if (wants_spot(f, fo))
		add_anchor(f, fo, false);
	b->parent = f->box;
	b->fo = fo;
	b->look = look_of(f->s, st);
	b->mark = f->s->marks && f->s->marks[fo->index] ? f->s->marks[fo->index]
		  : f->box                              ? f->box->mark
							: NULL;
	b->link = f->box ? f->box->link : NULL;
	if (fo->kind == FO_BASIC_LINK)
		b->link = link_new(f, fo);
	b->shift = f->box ? f->box->shift : 0;
	b->edged = f->box ? f->box->edged : NULL;
	b->dominant = dominant_baseline(st, f->box ? f->box->dominant : KW_NO);
	if (fo->kind != FO_WRAPPER) {
		b->shift += baseline_shift(f, b->look);
		if (edge_of_line(st))
			b->edged = b;
		b->space_start = fo_len_of(st->space_start.optimum, f->measure);
		b->space_end = fo_len_of(st->space_end.optimum, f->measure);
		b->start = edge_size(&st->border_start, f->measure);
		b->end = edge_size(&st->border_end, f->measure);
		b->kept_start = edge_kept(&st->border_start, f->measure);
		b->kept_end = edge_kept(&st->border_end, f->measure);
		f->keeps_edges |= b->kept_start || b->kept_end;
		b->before = edge_size(&st->border_before, f->measure);
		b->after = edge_size(&st->border_after, f->measure);
	}
	b->frame = fo->kind != FO_WRAPPER && is_framed(b) ? b
		   : f->box                               ? f->box->frame
							  : NULL;
	b->from = (int)f->text->len;
	b->starts = true;
	f->box = b;
	g_ptr_array_add(f->boxes, b);
	embed(f, st);
}

void inlines_close(struct flat *f)
{
	struct box *b = f->box;

	pop_embedding(f, b->look->style);
	if (b->frame == b && b->starts && (int)f->text->len == b->from)
		inlines_object(f, b->fo, OBJECT_STRUT);
	b->to = (int)f->text->len;
	b->ends = true;
	if (wants_spot(f, b->fo))
		add_anchor(f, b->fo, true);
	for (const struct fo *c = b->fo->child; c; c = c->next)
		if (c->kind == FO_MARKER)
			add_anchor(f, c, true);
	f->box = b->parent;
}

/* The boxes that are open where a block interrupts them go on in the next text. */
static struct box *reopen(struct flat *f, const struct box *old)
{
	struct box *b;

	if (!old)
		return NULL;
	b = ARENA_NEW(f->scratch, struct box);
	*b = *old;
	b->parent = reopen(f, old->parent);
	b->edged = old->edged == old ? b : b->parent ? b->parent->edged : NULL;
	b->frame = old->frame == old ? b : b->parent ? b->parent->frame : NULL;
	b->from = b->to = 0;
	b->starts = b->ends = false;
	b->line =
		NULL; /* lines of the old text are gone: a new one may lie where one lay */
	b->used = true;
	g_ptr_array_add(f->boxes, b);
	return b;
}

static void set_inner_block(struct flat *f, const struct fo *fo)
{
	struct box *open = f->box;
	const struct link *outer = f->s->link;
	struct arena *old;

	for (struct box *b = open; b; b = b->parent)
		b->to = (int)f->text->len;
	old = f->scratch;
	f->scratch = arena_new();
	paragraph_flush(f, fo);
	f->box = reopen(f, open);
	arena_free(old);
	f->s->link = f->box && f->box->link ? f->box->link : outer;
	if (f->to) {
		set_block_level(f->s, f->to, fo, f->room);
	} else {
		struct fo around = *f->block;
		struct fo inner = *fo;
		struct widths w;

		inner.next = NULL;
		around.child = &inner;
		w = measure_blocks(f->s, &around);
		f->widths.least = len_max(f->widths.least, w.least);
		f->widths.most = len_max(f->widths.most, w.most);
	}
	f->s->link = outer;
	f->first = false;
}

/* ---- objects ---- */

/* As wide as what it stands in, or at most so wide. */
static bool is_elastic(const struct fo_style *st)
{
	const struct fo_space *width = &st->inline_progression_dimension;
	bool at_most = !width->maximum.keyword && width->maximum.share;

	return (!width->optimum.keyword && width->optimum.share) ||
	       (width->optimum.keyword && at_most);
}

/* space-start and space-end of a picture or container. */
static void add_spaces(const struct flat *f, struct object *o, const struct fo_style *st)
{
	Len start = fo_len_of(st->space_start.optimum, f->measure);
	Len end = fo_len_of(st->space_end.optimum, f->measure);

	o->left = f->room && f->room->rtl ? end : start;
	o->width += start + end;
}

static void add_graphic(struct flat *f, const struct fo *fo)
{
	const struct area *a = set_graphic(f->s, fo, f->measuring ? 0 : f->measure,
					   f->room ? f->room->height : 0);
	struct object *o;

	if (wants_spot(f, fo))
		add_anchor(f, fo, false);
	o = inlines_object(f, fo, OBJECT_AREA);
	o->area = a;
	o->width = a->size.width;
	if (f->measuring && is_elastic(fo->style)) {
		f->widths.most = len_max(f->widths.most, o->width);
		o->width = len_min(o->width, SMALL_PICTURE);
	}
	add_spaces(f, o, fo->style);
	align_object(f, o, fo->style, a->size.height, a->size.height);
	if (wants_spot(f, fo))
		add_anchor(f, fo, true);
}

/* Its border, padding and spaces are those of a box around it, which does not align it: it
 * does that itself. */
static void add_leader(struct flat *f, const struct fo *fo)
{
	const struct box *outer = f->box;

	inlines_open(f, fo);
	f->box->shift = outer ? outer->shift : 0;
	f->box->edged = outer ? outer->edged : NULL;
	leader_open(f, fo);
	inlines_close(f);
}

/* While a width is measured the content is not wanted: its own is known. */
static Len container_width(const struct flat *f, const struct fo *fo)
{
	const struct fo_style *st = fo->style;
	const struct fo_len *ipd = &st->inline_progression_dimension.optimum;

	if (st->stack != KW_NONE)
		return stack_width(f->s, fo, f->measure);
	return (ipd->keyword ? f->measure : fo_len_of(*ipd, f->measure)) +
	       edge_size(&st->border_start, f->measure) +
	       edge_size(&st->border_end, f->measure);
}

static void add_container(struct flat *f, const struct fo *fo)
{
	const struct fo_style *st = fo->style;
	struct room room = {.width = f->measure, .unbreakable = true};
	struct anchor carry = {.end = true};
	struct object *o;
	Len baseline = 0;

	room.height = f->room ? f->room->height : 0;
	room.rtl = f->room && f->room->rtl;
	if (wants_spot(f, fo))
		add_anchor(f, fo, false);
	o = inlines_object(f, fo, OBJECT_AREA);
	o->width = container_width(f, fo);
	if (st->stack != KW_NONE)
		room.width = o->width;
	if (f->to) {
		o->area = set_inline_container(f->s, fo, &room, &carry.carry);
		o->width = o->area->size.width;
		if (!area_first_baseline(o->area, &baseline, 0))
			baseline = o->area->size.height;
		align_object(f, o, st, o->area->size.height, baseline);
		if (st->stack != KW_NONE) {
			o->ascent = stack_baseline(
				o->area, (enum fo_keyword)st->stack,
				(f->box ? f->box->look : f->look)->x_height / 2);
			o->descent = o->area->size.height - o->ascent;
		}
		carry.at = (int)f->text->len;
		g_array_append_val(f->anchors, carry);
	}
	add_spaces(f, o, st);
	if (wants_spot(f, fo))
		add_anchor(f, fo, true);
}

static void add_note(struct flat *f, const struct fo *fo)
{
	struct anchor a = {.end = true};
	const struct fo *body = note_body(fo);

	for (const struct fo *c = fo->child; c; c = c->next)
		if (c->kind != FO_FOOTNOTE_BODY && fo->kind == FO_FOOTNOTE)
			inlines_walk(f, c);
	if (!f->to || !body)
		return;
	a.at = (int)f->text->len;
	if (note_is_side(fo))
		a.side = side_float_new(f->s, fo, f->room);
	else if (!note_is_plain(fo) && !note_stays(f->s, fo) && note_may_stand(f->s, fo))
		a.note = set_note(f->s, fo);
	f->n_sides += a.side != NULL;
	if (a.note || a.side)
		g_array_append_val(f->anchors, a);
	else
		set_inner_block(f, body);
}

static void walk_children(struct flat *f, const struct fo *fo)
{
	for (const struct fo *c = fo->child; c; c = c->next)
		inlines_walk(f, c);
}

static void walk_boxed(struct flat *f, const struct fo *fo)
{
	inlines_open(f, fo);
	walk_children(f, fo);
	inlines_close(f);
}

static void walk_switch(struct flat *f, const struct fo *fo)
{
	for (const struct fo *c = fo->child; c; c = c->next) {
		if (c->kind != FO_MULTI_CASE || c->style->starting_state == KW_HIDE)
			continue;
		walk_children(f, c);
		return;
	}
}

static void walk_retrieved(struct flat *f, const struct fo *fo)
{
	const struct fo *marker = marker_find(f->s, fo);

	if (marker)
		walk_children(f, marker);
}

/* What has no extent of its own. */
static void note_place(struct flat *f, const struct fo *fo)
{
	add_anchor(f, fo, fo->kind == FO_INDEX_RANGE_END || fo->kind == FO_CHANGE_BAR_END);
}

static void walk_object(struct flat *f, const struct fo *fo)
{
	switch ((int)fo->kind) {
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		inlines_cite(f, fo);
		return;
	case FO_INDEX_PAGE_CITATION_LIST:
		inlines_cite_index(f, fo);
		return;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		add_graphic(f, fo);
		return;
	case FO_INLINE_CONTAINER:
		add_container(f, fo);
		return;
	case FO_LEADER:
		add_leader(f, fo);
		return;
	case FO_FOOTNOTE:
	case FO_FLOAT:
		add_note(f, fo);
		return;
	case FO_MARKER:
	case FO_INDEX_RANGE_BEGIN:
	case FO_INDEX_RANGE_END:
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
		note_place(f, fo);
		return;
	default: /* nothing that shows: initial-property-set ... */
		return;
	}
}

void inlines_walk(struct flat *f, const struct fo *fo)
{
	if (f->depth > MAX_DEPTH) {
		diag_once(f->s->diags, E_FO_STRUCTURE, fo->from,
			  "inline objects are nested deeper than %d", MAX_DEPTH);
		return;
	}
	f->depth++;
	switch ((int)fo->kind) {
	case FO_TEXT:
		inlines_text(f, fo->text, fo->n_bytes, fo->style);
		break;
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_WRAPPER:
	case FO_CHARACTER:
	case FO_MULTI_PROPERTIES:
	case FO_MULTI_TOGGLE:
		walk_boxed(f, fo);
		break;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		walk_retrieved(f, fo);
		break;
	case FO_MULTI_SWITCH:
		walk_switch(f, fo);
		break;
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
	case FO_LIST_BLOCK:
		set_inner_block(f, fo);
		break;
	default:
		walk_object(f, fo);
		break;
	}
	f->depth--;
}
