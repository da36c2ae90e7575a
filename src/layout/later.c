/*
 * later.c - floats in the text that come later than where they are called
 *
 * The page builder has found that a page ends early before one.  How much it leaves blank
 * is what comes before the float now: whole blocks, so that the float stands below the text
 * that goes over to the next page.
 */
#include "layout/blocks.h"

/* A page that ends so much early, a line, is full. */
#define NEARLY PT(14)

bool later_holds(struct setter *s, struct vlist *v, const struct fo *fo, struct later *l)
{
	const struct wish *wish;

	if (l->fo || !note_may_move(s, fo) || s->resume)
		return false;
	wish = wish_of(s, fo);
	if (!wish || wish->later <= 0)
		return false;
	*l = (struct later){fo, vlist_length(v) + wish->later - NEARLY};
	s->moved = true;
	return true;
}

static bool is_kept(const struct fo_keep *k)
{
	return k->within_column || k->within_page;
}

/* Text that may stand before what was called above it. */
static bool may_pass(const struct fo *fo)
{
	const struct fo_style *st = fo->style;

	switch ((int)fo->kind) {
	case FO_TEXT:
	case FO_MARKER:
	case FO_WRAPPER:
		return true;
	case FO_BLOCK:
	case FO_LIST_BLOCK:
	case FO_BLOCK_CONTAINER:
		return !is_kept(&st->keep_with_next) && st->break_before == KW_AUTO &&
		       st->break_after == KW_AUTO;
	default:
		return false;
	}
}

void later_set(struct setter *s, struct vlist *v, const struct fo *next, struct later *l,
	       const struct room *room)
{
	const struct fo *fo = l->fo;

	if (!fo || (next && vlist_length(v) < l->until && may_pass(next)))
		return;
	l->fo = NULL;
	set_block_level(s, v, fo, room);
}
