/*
 * measure.c - the least and the most width that content can use
 *
 * For automatic table columns and boxes of automatic width.  Tables measure themselves.
 */
#include "layout/setter.h"

static Len fixed_edges(const struct fo_style *st)
{
	return st->border_start.width + st->border_end.width +
	       st->border_start.padding.fixed + st->border_end.padding.fixed;
}

static void widen(struct widths *w, struct widths by)
{
	w->least = len_max(w->least, by.least);
	w->most = len_max(w->most, by.most);
}

static struct widths measure_level(struct setter *s, const struct fo *fo)
{
	const struct fo_len *given = &fo->style->inline_progression_dimension.optimum;
	struct axis_reach *outer = s->reach;
	struct widths w;

	if (fo->kind == FO_TABLE || fo->kind == FO_TABLE_AND_CAPTION) {
		s->reach = NULL; /* its cells have axes of their own */
		w = measure_table(s, fo);
		s->reach = outer;
		return w;
	}
	if (fo->kind == FO_BLOCK_CONTAINER && !given->keyword &&
	    (!given->share || s->measure_whole))
		w.least = w.most = fo_len_of(*given, s->measure_whole);
	else
		w = measure_blocks(s, fo);
	if (fo->kind == FO_BLOCK_CONTAINER) {
		w.least += fixed_edges(fo->style);
		w.most += fixed_edges(fo->style);
	}
	return w;
}

static struct widths measure_run(struct setter *s, const struct fo *parent,
				 const struct fo *first, const struct fo *end)
{
	struct widths w = measure_paragraph(s, parent, first, end);
	Len indents = parent->style->start_indent.fixed + parent->style->end_indent.fixed;

	w.least += indents;
	w.most += indents;
	return w;
}

struct widths measure_blocks(struct setter *s, const struct fo *parent)
{
	struct widths w = {0, 0};
	const struct fo *first = NULL;

	if (s->depth >= 1000)
		return w;
	s->depth++;
	for (const struct fo *c = parent->child; c; c = c->next) {
		if (!block_level(s, c)) {
			first = first ? first : c;
			continue;
		}
		if (first)
			widen(&w, measure_run(s, parent, first, c));
		first = NULL;
		widen(&w, measure_level(s, c));
	}
	if (first)
		widen(&w, measure_run(s, parent, first, NULL));
	s->depth--;
	return w;
}
