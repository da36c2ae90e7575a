/*
 * lines_beside.c - the lines of a paragraph beside side-floats
 *
 * Each line is as long as the floats at its height leave it.  Where that is, is known only
 * when the lines above it are in the list: the text is broken for the lengths that lines of
 * the nominal height would have, and what comes out is taken as long as that was right.
 * From the first line that stands elsewhere, or in which a float is called (which then
 * begins with that line), the text is broken anew.
 *
 * The plain rules know one length at a time, as other formatters do: the text is broken
 * anew where the length changes.
 */
#include "layout/inlines.h"
#include "layout/sides.h"

#include <limits.h>
#include <string.h>

enum {
	MOST_SHAPED = 256, /* lines of a length of their own; more stand beside no float */
	MOST_RESTARTS = 5000, /* in one text: then it goes on below all floats */
	WINDOW = 6000,        /* bytes that are broken at a time, */
	LINES_LEFT = 4, /* the last lines of which are broken again with what follows */
};

struct beside {
	struct putting t;
	GArray *lines;                                  /* of the last breaking */
	struct insets_of_sides insets[MOST_SHAPED + 1]; /* they were broken for */
	Len widths[MOST_SHAPED];
	int n_shaped;
	int from;    /* the first byte that is not yet in the list */
	bool whole;  /* the lines go to the end of the text */
	bool first;  /* the block begins with this text */
	bool begins; /* what comes next begins the text or stands behind a forced break */
};

static struct insets_of_sides insets_at(const struct beside *b, int64_t y)
{
	struct flat *f = b->t.f;

	return sides_beside(f->to, f->s, f->block, f->room, y, f->look->line_height);
}

static Len width_between(const struct flat *f, struct insets_of_sides in)
{
	return len_max(f->measure - in.left - in.right, 1);
}

/* The lengths of lines that begin at y. */
static void plan_widths(struct beside *b, int64_t y)
{
	struct flat *f = b->t.f;
	Len step = len_max(f->look->line_height, PT(1));
	int n = 0;

	b->insets[0] = insets_at(b, y);
	while (!f->s->options->plain && n < MOST_SHAPED && sides_next_end(f->to, y) > y) {
		b->widths[n] = width_between(f, b->insets[n]);
		y += step;
		b->insets[++n] = insets_at(b, y);
	}
	b->n_shaped = n;
	f->line_widths = b->widths;
	f->n_line_widths = n;
	f->line_width = width_between(f, b->insets[n]);
}

static bool is_planned(const struct beside *b, int line, int64_t y)
{
	struct insets_of_sides in = insets_at(b, y),
			       plan = b->insets[MIN(line, b->n_shaped)];

	return in.left == plan.left && in.right == plan.right;
}

/* Puts the floats that are called in the line; false: none was waiting. */
static bool place_floats(struct beside *b, const struct line *l, bool last)
{
	struct flat *f = b->t.f;
	guint until = last ? f->anchors->len : anchors_until(f, b->t.placed, l->next);
	bool any = false;

	for (; b->t.placed < until; b->t.placed++) {
		const struct anchor *a =
			&g_array_index(f->anchors, struct anchor, b->t.placed);

		if (!a->side)
			continue;
		side_float_put(f->to, a->side, f->room);
		any = true;
	}
	return any;
}

/* Lines that do not fit beside a float stand below it. */
static bool move_below(struct beside *b, const struct line *l, int64_t y)
{
	int64_t end = sides_next_end(b->t.f->to, y);

	if (l->over <= 0 || end == y || (!l->inset_left && !l->inset_right))
		return false;
	sides_move_below(b->t.f->to, end, b->t.f->block->from);
	b->t.above = b->t.placed;
	return true;
}

/* Takes lines as long as they stand where they were broken for; false: not all. */
static bool take_lines(struct beside *b)
{
	int n = (int)b->lines->len;
	int good = b->whole ? n : MAX(n - LINES_LEFT, 1);

	for (int i = 0; i < good; i++) {
		struct line *l = &g_array_index(b->lines, struct line, i);
		int64_t y = vlist_reach(b->t.f->to).y;
		struct insets_of_sides in = b->insets[MIN(i, b->n_shaped)];

		b->from = l->from;
		l->inset_left = in.left;
		l->inset_right = in.right;
		if (block_is_later(b->t.f->s, b->t.f->to))
			return true;
		if (!is_planned(b, i, y) || place_floats(b, l, b->whole && i == n - 1) ||
		    move_below(b, l, y))
			return false;
		put_line(&b->t, l, b->whole ? n - 1 - i : n);
		b->begins = l->last;
		b->from = l->next;
	}
	return b->whole;
}

static void break_from(struct beside *b, int64_t y, int window)
{
	struct flat *f = b->t.f;

	f->first = b->first && b->t.n == 0;
	plan_widths(b, y);
	g_array_set_size(b->lines, 0);
	break_lines(f, b->t.p, b->from, window, b->lines);
	b->whole = window >= b->t.p->n_bytes;
	if (b->lines->len > 0)
		g_array_index(b->lines, struct line, 0).begins = b->begins;
	f->n_line_widths = f->line_width = 0;
}

/* What is left, below all floats; those still to be called come behind the text. */
static void give_up(struct beside *b)
{
	struct flat *f = b->t.f;
	int64_t y = vlist_reach(f->to).y;

	while (sides_next_end(f->to, y) > y)
		y = sides_next_end(f->to, y);
	sides_move_below(f->to, y, f->block->from);
	break_from(b, y, INT_MAX);
	for (guint i = 0; i < b->lines->len; i++)
		put_line(&b->t, &g_array_index(b->lines, struct line, i),
			 (int)(b->lines->len - 1 - i));
	place_floats(b, NULL, true);
}

bool put_lines_beside(struct flat *f, const struct text_para *p)
{
	struct beside *b = ARENA_NEW(f->scratch, struct beside);
	bool all = false, any;

	b->t = putting_begin(f, p);
	b->first = f->first;
	b->begins = f->resume <= 0;
	b->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	if (f->resume >= 0) {
		b->from = f->resume;
		/* Below a float the first line, too, has its label above it. */
		putting_resume(&b->t, f->resume > 0 || f->s->resume->floats > 0);
		b->t.n = f->resume > 0;
		b->t.placed = b->t.above = (guint)f->s->resume->floats;
	}
	for (int i = 0; !all && i < MOST_RESTARTS; i++) {
		break_from(b, vlist_reach(f->to).y, b->from + WINDOW);
		all = take_lines(b);
	}
	if (!all)
		give_up(b);
	any = b->t.n > 0 || b->lines->len > 0;
	g_array_free(b->lines, TRUE);
	return any;
}
