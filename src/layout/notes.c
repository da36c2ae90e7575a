/*
 * notes.c - footnotes and floats: set apart, to be placed by the page builder
 */
#include "layout/setter.h"

static const struct fo *find_child(const struct fo *fo, enum fo_kind kind)
{
	for (const struct fo *c = fo->child; c; c = c->next)
		if (c->kind == kind)
			return c;
	return NULL;
}

static enum note_kind float_kind(const struct fo *fo)
{
	switch (fo->style->float_) {
	case KW_START:
		return NOTE_START_FLOAT;
	case KW_END:
		return NOTE_END_FLOAT;
	default:
		return NOTE_BEFORE_FLOAT;
	}
}

/* A footnote within a note or in static content has no page of its own to stand on. */
const struct note *set_note(struct setter *s, const struct fo *fo)
{
	struct room room = {.width = s->note_width};
	const struct fo *body = fo;
	struct note *note;

	if (fo->kind == FO_FOOTNOTE)
		body = find_child(fo, FO_FOOTNOTE_BODY);
	if (!body || !body->child)
		return NULL;
	room.rtl = fo->style->writing_mode == KW_RL_TB;
	note = ARENA_NEW(s->arena, struct note);
	note->kind = fo->kind == FO_FOOTNOTE ? NOTE_FOOTNOTE : float_kind(fo);
	note->from = fo->from;
	note->body = vlist_new(s);
	if (body->id)
		vlist_spot(note->body, body, false);
	if (note->kind == NOTE_FOOTNOTE &&
	    body->child->style->space_before.optimum.fixed > 0) {
		/* What parts the note from the text above it: not at the top of a page. */
		vlist_strut(note->body, 0, fo->from);
		vlist_penalty(note->body, COST_NEVER);
	}
	set_blocks(s, note->body, body, &room);
	if (body->id)
		vlist_spot(note->body, body, true);
	return note;
}
