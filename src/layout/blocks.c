/*
 * blocks.c - block-level content as a vertical list
 *
 * Every kind of block does the same at its edges: keeps and breaks, spaces, a frame if it
 * has something to paint.  In between, runs of inline-level children are paragraphs and
 * block-level children come here again.
 */
#include "layout/blocks.h"
#include "layout/sides.h"

#include <string.h>

enum { DEPTH_LIMIT = 5000 };

int block_keep_cost(const struct setter *s, const struct fo_keep *k)
{
	(void)s;
	return keep_cost(k->within_column > k->within_page ? k->within_column
							   : k->within_page);
}

/* ---- ids, index keys, markers ---- */

void block_spots(struct vlist *v, const struct fo *fo, bool end)
{
	if (!fo)
		return;
	if (fo->id || fo->style->index_key)
		vlist_spot(v, fo, end);
	for (const struct fo *c = fo->child; c; c = c->next)
		if (c->kind == FO_MARKER)
			vlist_spot(v, c, end);
}

/* ---- edges ---- */

static void request_break(struct vlist *v, int keyword)
{
	switch (keyword) {
	case KW_COLUMN:
		vlist_break(v, TO_COLUMN);
		return;
	case KW_PAGE:
		vlist_break(v, TO_PAGE);
		return;
	case KW_EVEN_PAGE:
		vlist_break(v, TO_EVEN_PAGE);
		return;
	case KW_ODD_PAGE:
		vlist_break(v, TO_ODD_PAGE);
		return;
	default:
		return;
	}
}

/* Percentages of spaces refer to the width of the containing block. */
static void add_space(struct vlist *v, struct fo_space space, Len whole, bool after)
{
	space.minimum.fixed = fo_len_of(space.minimum, whole);
	space.optimum.fixed = fo_len_of(space.optimum, whole);
	space.maximum.fixed = fo_len_of(space.maximum, whole);
	vlist_space(v, &space, after);
}

struct room block_room(const struct fo *fo, const struct room *room)
{
	struct room own = *room;

	own.start = room_indent(room, fo->style->start_indent, fo->style->start_outer) +
		    (room->rtl ? room->inset_right : room->inset_left);
	own.end = room_indent(room, fo->style->end_indent, fo->style->end_outer) +
		  (room->rtl ? room->inset_left : room->inset_right);
	return own;
}

static bool needs_frame(const struct fo_style *st)
{
	return st->border_before.width || st->border_after.width ||
	       st->border_start.width || st->border_end.width || st->background_color.a ||
	       st->background_image || st->border_before.padding.fixed ||
	       st->border_after.padding.fixed || st->border_before.padding.share ||
	       st->border_after.padding.share;
}

static const struct frame *frame_of(struct setter *s, const struct fo *fo,
				    const struct room *room)
{
	const struct fo_style *st = fo->style;
	struct room own = block_room(fo, room);
	struct frame *f = ARENA_NEW(s->arena, struct frame);
	Len start = edge_size(&st->border_start, room->width);
	Len end = edge_size(&st->border_end, room->width);

	f->x = room_left(&own) - (room->rtl ? end : start);
	f->width = room_measure(&own) + start + end;
	f->decor = decor_of(s, st, room->rtl);
	f->before = edge_size(&st->border_before, room->width);
	f->after = edge_size(&st->border_after, room->width);
	f->break_before = edge_kept(&st->border_before, room->width);
	f->break_after = edge_kept(&st->border_after, room->width);
	f->retain_before = st->border_before.retain;
	f->retain_after = st->border_after.retain;
	f->style = st->background_image ? st : NULL;
	f->trace = fo_kind_name(fo->kind);
	f->id = fo->id;
	f->mark = mark_of(s, fo);
	f->from = fo->from;
	return f;
}

struct block block_begin_plain(struct setter *s, struct vlist *v, const struct fo *fo,
			       const struct room *room)
{
	struct block b = {.fo = fo, .whole = room->width};

	vlist_penalty(v, block_keep_cost(s, &fo->style->keep_with_previous));
	request_break(v, fo->style->break_before);
	add_space(v, fo->style->space_before, room->width, false);
	sides_clear(v, fo, room->rtl);
	block_spots(v, fo, false);
	return b;
}

struct block block_begin(struct setter *s, struct vlist *v, const struct fo *fo,
			 const struct room *room)
{
	struct block b = block_begin_plain(s, v, fo, room);

	if (needs_frame(fo->style))
		b.frame = frame_of(s, fo, room);
	if (b.frame)
		vlist_open(v, b.frame);
	b.keep = vlist_keep(v, block_keep_cost(s, &fo->style->keep_together));
	return b;
}

void block_end(struct setter *s, struct vlist *v, const struct block *b)
{
	const struct fo_style *st = b->fo->style;

	if (b->frame)
		vlist_close(v, b->frame);
	vlist_keep_end(v, b->keep);
	block_spots(v, b->fo, true);
	add_space(v, st->space_after, b->whole, true);
	vlist_bind(v, block_keep_cost(s, &st->keep_with_next));
	request_break(v, st->break_after);
}

/* ---- content ---- */

/* The case of a multi-switch that is shown. */
static const struct fo *shown_case(const struct fo *sw)
{
	for (const struct fo *c = sw->child; c; c = c->next)
		if (c->kind == FO_MULTI_CASE && c->style->starting_state == KW_SHOW)
			return c;
	return sw->child;
}

enum { HAS_BLOCK = 1, HAS_INLINE = 2 };

/* What stands in a transparent object.  Asked once for both, so that wrappers in wrappers
 * are walked once and not twice at every level. */
static int content_of(const struct setter *s, const struct fo *fo)
{
	int has = 0;

	for (const struct fo *c = fo->child; c && has != (HAS_BLOCK | HAS_INLINE);
	     c = c->next) {
		if (c->kind == FO_TEXT)
			has |= strspn(c->text, " \t\n") < (size_t)c->n_bytes ? HAS_INLINE
									     : 0;
		else if (block_level(s, c))
			has |= HAS_BLOCK;
		else if (c->kind != FO_MARKER)
			has |= HAS_INLINE;
	}
	return has;
}

static bool has_block_child(const struct setter *s, const struct fo *fo)
{
	for (const struct fo *c = fo->child; c; c = c->next)
		if (block_level(s, c))
			return true;
	return false;
}

bool block_level(const struct setter *s, const struct fo *fo)
{
	const struct fo *content;

	switch ((int)fo->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE_CAPTION:
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
		return true;
	case FO_WRAPPER:
	case FO_MULTI_CASE:
	case FO_MULTI_PROPERTIES:
		return content_of(s, fo) == HAS_BLOCK;
	case FO_MULTI_SWITCH:
		content = shown_case(fo);
		return content && has_block_child(s, content);
	case FO_RETRIEVE_TABLE_MARKER:
		content = table_marker_find(s, fo);
		return content && has_block_child(s, content);
	case FO_RETRIEVE_MARKER:
		content = s->page ? marker_find(s, fo) : NULL;
		return content && has_block_child(s, content);
	case FO_FLOAT:
		return fo->parent && fo->parent->kind != FO_BLOCK &&
		       fo->parent->kind != FO_INLINE;
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
		return fo->parent && fo->parent->kind != FO_BLOCK &&
		       fo->parent->kind != FO_INLINE;
	default:
		return false;
	}
}

static bool is_blank_text(const struct fo *fo)
{
	if (fo->kind != FO_TEXT)
		return false;
	for (int i = 0; i < fo->n_bytes; i++)
		if (!g_ascii_isspace(fo->text[i]))
			return false;
	return true;
}

/* Only white space and markers: nothing that makes a line. */
static bool is_empty_run(const struct fo *first, const struct fo *end)
{
	for (const struct fo *c = first; c != end; c = c->next)
		if (c->kind != FO_MARKER && !is_blank_text(c))
			return false;
	return true;
}

/* White space between blocks is nothing; alone in a block it may be kept (7.17). */
static void set_run(struct setter *s, struct vlist *v, const struct fo *block,
		    const struct fo *first, const struct fo *end, const struct room *room)
{
	struct room own = block_room(block, room);

	if (is_empty_run(first, end) &&
	    (block->kind != FO_BLOCK || first != block->child || end))
		return;
	if (first->kind == FO_MARKER && is_empty_run(first, end))
		return;
	set_paragraph(s, v, block, first, end, &own);
}

bool block_is_later(struct setter *s, struct vlist *v)
{
	if (s->enough == 0 || v != s->flow || vlist_length(v) < s->enough)
		return false;
	s->stopped = true;
	return true;
}

static bool ends_before(const struct setter *s, const struct fo *fo)
{
	const struct fo *place = s->resume->paragraph;

	return fo->next && place->index < s->tree->n_fos && fo->next->index <= place->index &&
	       fo->index < place->index;
}

/* A side-float waits for the box behind it, and is past when that is. */
bool block_is_past(const struct setter *s, const struct vlist *v, const struct fo *fo)
{
	if (!s->resume || v != s->flow)
		return false;
	while (fo->next && (note_is_side(fo) || is_blank_text(fo)))
		fo = fo->next;
	return ends_before(s, fo);
}

void set_blocks(struct setter *s, struct vlist *v, const struct fo *parent,
		const struct room *room)
{
	const struct fo *first = NULL;
	struct later later = {NULL, 0};
	bool past = false;

	for (const struct fo *c = parent->child; c; c = c->next) {
		if (!first && block_is_later(s, v))
			return;
		if (block_is_past(s, v, c)) {
			if (!past && !is_empty_run(c, c->next)) /* what is around it was begun */
				vlist_strut(v, 0, c->from);
			past |= !is_empty_run(c, c->next);
			continue;
		}
		if (!block_level(s, c)) {
			first = first ? first : c;
			continue;
		}
		if (first)
			set_run(s, v, parent, first, c, room);
		first = NULL;
		later_set(s, v, c, &later, room);
		if (!later_holds(s, v, c, &later))
			set_block_level(s, v, c, room);
	}
	if (first)
		set_run(s, v, parent, first, NULL, room);
	later_set(s, v, NULL, &later, room);
}

static void set_block(struct setter *s, struct vlist *v, const struct fo *fo,
		      const struct room *room)
{
	struct room own = sides_room(v, s, fo, room);
	struct block b = block_begin(s, v, fo, &own);
	int boxes = vlist_boxes(v);

	set_blocks(s, v, fo, &own);
	if (vlist_boxes(v) == boxes)
		vlist_strut(v, 0,
			    fo->from); /* an empty block still parts what is around it */
	block_end(s, v, &b);
}

/* Objects that add nothing but their children: wrapper, multi-*. */
static void set_transparent(struct setter *s, struct vlist *v, const struct fo *fo,
			    const struct fo *content, const struct room *room)
{
	block_spots(v, fo, false);
	if (content)
		set_blocks(s, v, content, room);
	block_spots(v, fo, true);
}

/* A float between blocks: at the side from the next block on; at the page's top it belongs
 * to the block before it. */
static void set_float(struct setter *s, struct vlist *v, const struct fo *fo,
		      const struct room *room)
{
	const struct side_float *side = NULL;
	const struct note *note = NULL;
	int from = vlist_length_items(v);

	if (!note_body(fo))
		return;
	if (note_is_side(fo))
		side = side_float_new(s, fo, room);
	else if (!note_is_plain(fo) && !note_stays(s, fo) && note_may_stand(s, fo))
		note = set_note(s, fo);
	if (side) {
		side_float_put(v, side, room);
	} else if (note) {
		vlist_penalty(v, COST_FREE);
		vlist_strut(v, 0, fo->from);
		vlist_note(v, note);
	} else {
		set_transparent(s, v, fo, fo, room);
		if (note_may_move(s, fo))
			vlist_movable(v, fo, from);
	}
}

static void dispatch(struct setter *s, struct vlist *v, const struct fo *fo,
		     const struct room *room)
{
	switch ((int)fo->kind) {
	case FO_BLOCK:
		set_block(s, v, fo, room);
		return;
	case FO_BLOCK_CONTAINER:
		set_container(s, v, fo, room);
		return;
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
		set_table(s, v, fo, room);
		return;
	case FO_LIST_BLOCK:
		set_list(s, v, fo, room);
		return;
	case FO_MULTI_SWITCH:
		set_transparent(s, v, fo, shown_case(fo), room);
		return;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		set_transparent(s, v, fo, marker_find(s, fo), room);
		return;
	case FO_FLOAT:
		set_float(s, v, fo, room);
		return;
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
		vlist_spot(v, fo, fo->kind == FO_CHANGE_BAR_END);
		return;
	default:
		set_transparent(s, v, fo, fo, room);
		return;
	}
}

void set_block_level(struct setter *s, struct vlist *v, const struct fo *fo,
		     const struct room *room)
{
	if (s->depth >= DEPTH_LIMIT) {
		diag_once(s->diags, E_FO_STRUCTURE, fo->from,
			  "more than %d objects inside each other", DEPTH_LIMIT);
		return;
	}
	s->depth++;
	dispatch(s, v, fo, room);
	s->depth--;
}
