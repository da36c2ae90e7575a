/*
 * notes.c - footnotes and floats: set apart, to be placed by the page builder
 */
#include "layout/setter.h"

#include <assert.h>
#include <glib.h>

bool note_is_side(const struct fo *fo)
{
	return fo->kind == FO_FLOAT &&
	       (fo->style->float_ == KW_START || fo->style->float_ == KW_END);
}

bool note_is_plain(const struct fo *fo)
{
	return fo->kind == FO_FLOAT && fo->style->float_ == KW_NONE;
}

bool note_stays(const struct setter *s, const struct fo *fo)
{
	const struct wish *wish = wish_of(s, fo);

	return wish && wish->in_text;
}

bool note_may_move(const struct setter *s, const struct fo *fo)
{
	return note_stays(s, fo) ||
	       (note_is_plain(fo) && fo->style->float_move == KW_AUTO_NEXT);
}

const struct fo *note_body(const struct fo *fo)
{
	const struct fo *body =
		fo->kind == FO_FOOTNOTE ? fo_child(fo, FO_FOOTNOTE_BODY) : fo;

	return body && body->child ? body : NULL;
}

bool note_may_stand(struct setter *s, const struct fo *fo)
{
	if (s->aside == 0 && (s->in_floats == 0 || fo->kind == FO_FOOTNOTE))
		return true;
	diag(s->diags, W_FLOAT, fo->from,
	     "fo:%s may not stand in a footnote, a float or static content: it is set in "
	     "the "
	     "text",
	     fo_kind_name(fo->kind));
	return false;
}

/* A before-float is not cut: one that is higher than a page is set in the text, and stays
 * there where the flow is set again for higher pages. */
static bool is_too_high(struct setter *s, const struct note *note, const struct fo *fo)
{
	Len over = vlist_height(note->body) - s->float_room;
	bool was = s->in_text && g_hash_table_contains(s->in_text, fo);

	if (!was && (s->float_room == 0 || over <= 0))
		return false;
	if (!was)
		diag(s->diags, W_FLOAT, fo->from,
		     "this float is %.1f pt higher than a page: it is set in the text",
		     len_pt(over));
	if (!s->in_text)
		s->in_text = g_hash_table_new(NULL, NULL);
	g_hash_table_add(s->in_text, (gpointer)(uintptr_t)fo);
	return true;
}

const struct note *set_note(struct setter *s, const struct fo *fo)
{
	struct room room = {.width = s->note_width};
	const struct fo *body = note_body(fo);
	struct note *note;

	assert(body); /* callers ask note_body first */
	room.rtl = fo->style->writing_mode == KW_RL_TB;
	note = ARENA_NEW(s->arena, struct note);
	note->kind = fo->kind == FO_FOOTNOTE ? NOTE_FOOTNOTE : NOTE_BEFORE_FLOAT;
	note->fo = fo;
	note->body = vlist_new(s);
	if (note->kind == NOTE_FOOTNOTE &&
	    body->child->style->space_before.optimum.fixed > 0) {
		/* What parts the note from the text above it: not at the top of a page. */
		vlist_strut(note->body, 0, fo->from);
		vlist_penalty(note->body, COST_NEVER);
	}
	if (body->id)
		vlist_spot(note->body, body, false);
	s->aside++;
	set_blocks(s, note->body, body, &room);
	s->aside--;
	if (body->id)
		vlist_spot(note->body, body, true);
	if (note->kind == NOTE_BEFORE_FLOAT && is_too_high(s, note, fo))
		return NULL;
	return note;
}
