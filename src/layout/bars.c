/*
 * bars.c - change bars
 *
 * A bar reaches from the top of the box where its change-bar-begin stands to the bottom of
 * the one with the change-bar-end of the same class; in every column between, from top to
 * bottom.
 */
#include "layout/bars.h"

struct bar {
	const struct fo *begin;
	Len top, bottom;
	bool open;
};

struct bars {
	GArray *bars; /* struct bar: of this column, and those still open */
};

struct bars *bars_new(void)
{
	struct bars *b = g_new0(struct bars, 1);

	b->bars = g_array_new(FALSE, FALSE, sizeof(struct bar));
	return b;
}

void bars_free(struct bars *b)
{
	if (!b)
		return;
	g_array_free(b->bars, TRUE);
	g_free(b);
}

void bars_begin_column(struct bars *b)
{
	for (guint i = 0; i < b->bars->len; i++)
		g_array_index(b->bars, struct bar, i).top = 0;
}

static bool same_class(const struct fo *a, const struct fo *b)
{
	return g_strcmp0(a->style->change_bar_class, b->style->change_bar_class) == 0;
}

void bars_spot(struct bars *b, const struct fo *fo, Len top, Len bottom)
{
	struct bar new = {fo, top, 0, true};

	if (fo->kind == FO_CHANGE_BAR_BEGIN) {
		g_array_append_val(b->bars, new);
		return;
	}
	for (guint i = b->bars->len; i > 0; i--) {
		struct bar *bar = &g_array_index(b->bars, struct bar, i - 1);

		if (!bar->open || !same_class(bar->begin, fo))
			continue;
		bar->open = false;
		bar->bottom = bottom;
		return;
	}
}

static bool stands_left(const struct fo_style *st, const struct bar_column *c)
{
	switch (st->change_bar_placement) {
	case KW_END:
		return c->rtl;
	case KW_INSIDE:
		return c->odd_page;
	case KW_OUTSIDE:
		return !c->odd_page;
	case KW_ALTERNATE:
		return c->n_columns == 2 ? (c->column == 0) != c->rtl : !c->odd_page;
	default:
		return !c->rtl;
	}
}

static void add_rule(struct setter *s, const struct bar *bar, const struct bar_column *c,
		     GArray *places)
{
	const struct fo_style *st = bar->begin->style;
	struct area *a = ARENA_NEW(s->arena, struct area);
	struct place p = {c->at.x, c->at.y + bar->top, a};

	a->kind = AREA_RULE;
	a->trace = "change-bar";
	a->size = (struct size){st->change_bar_width, bar->bottom - bar->top};
	a->as.rule.style = decor_border_style(st->change_bar_style);
	a->as.rule.color = st->change_bar_color;
	a->as.rule.vertical = true;
	a->mark = mark_artifact(ARTIFACT_LAYOUT);
	a->from = bar->begin->from;
	if (a->as.rule.style == BORDER_NONE || a->as.rule.style == BORDER_HIDDEN)
		return;
	if (stands_left(st, c))
		p.x -= st->change_bar_offset + st->change_bar_width / 2;
	else
		p.x += c->at.width + st->change_bar_offset - st->change_bar_width / 2;
	g_array_append_val(places, p);
}

void bars_end_column(struct bars *b, struct setter *s, const struct bar_column *c,
		     Len height, GArray *places)
{
	guint kept = 0;

	for (guint i = 0; i < b->bars->len; i++) {
		struct bar bar = g_array_index(b->bars, struct bar, i);

		if (bar.open)
			bar.bottom = height;
		add_rule(s, &bar, c, places);
		if (bar.open)
			g_array_index(b->bars, struct bar, kept++) = bar;
	}
	g_array_set_size(b->bars, kept);
}
