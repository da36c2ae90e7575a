/*
 * correspond.c - corresponding properties (XSL 1.1, 5.3)
 *
 * Absolute properties are moved, as text, to the relative ones of the writing mode before
 * anything is evaluated; margins of blocks become indents once padding and border are known.
 */
#include "fo/refine.h"

#include <string.h>

/* Absolute properties and the relative ones they correspond to (5.3), left to right and
 * right to left. */
struct correspondence {
	int absolute, lr, rl;
	enum component component;
};

#define VERTICAL(a, r) { PROP_##a, PROP_##r, PROP_##r, PART_WHOLE }
#define EDGE_ROWS(name, parser)                                                                \
	{ PROP_border_top_##name, PROP_border_before_##parser, PROP_border_before_##parser,    \
	  PART_WHOLE },                                                                        \
	{ PROP_border_bottom_##name, PROP_border_after_##parser, PROP_border_after_##parser,   \
	  PART_WHOLE },                                                                        \
	{ PROP_border_left_##name, PROP_border_start_##parser, PROP_border_end_##parser,       \
	  PART_WHOLE },                                                                        \
	{ PROP_border_right_##name, PROP_border_end_##parser, PROP_border_start_##parser,      \
	  PART_WHOLE }

static const struct correspondence edges[] = {
	EDGE_ROWS(style, EDGE_STYLE),
	EDGE_ROWS(width, EDGE_WIDTH),
	EDGE_ROWS(color, EDGE_COLOR),
	VERTICAL(padding_top, border_before_EDGE_PADDING),
	VERTICAL(padding_bottom, border_after_EDGE_PADDING),
	{ PROP_padding_left, PROP_border_start_EDGE_PADDING, PROP_border_end_EDGE_PADDING,
	  PART_WHOLE },
	{ PROP_padding_right, PROP_border_end_EDGE_PADDING, PROP_border_start_EDGE_PADDING,
	  PART_WHOLE },
	VERTICAL(width, inline_progression_dimension),
	VERTICAL(height, block_progression_dimension),
	{ PROP_min_width, PROP_inline_progression_dimension, PROP_inline_progression_dimension,
	  PART_MINIMUM },
	{ PROP_max_width, PROP_inline_progression_dimension, PROP_inline_progression_dimension,
	  PART_MAXIMUM },
	{ PROP_min_height, PROP_block_progression_dimension, PROP_block_progression_dimension,
	  PART_MINIMUM },
	{ PROP_max_height, PROP_block_progression_dimension, PROP_block_progression_dimension,
	  PART_MAXIMUM },
};

/* By name an absolute property wins over a relative one; by a shorthand it gives way. */
static bool move(struct specified *s, int absolute, int relative)
{
	const struct given *from = &s->whole[absolute];

	if (from->rank != EXPLICIT && from->rank <= s->whole[relative].rank)
		return false;
	s->whole[relative] = *from;
	return true;
}

static void correspond_edges(struct specified *s, bool rtl)
{
	for (size_t i = 0; i < G_N_ELEMENTS(edges); i++) {
		const struct correspondence *e = &edges[i];
		int relative = rtl ? e->rl : e->lr;

		for (int k = 0; k < s->n_parts; k++)
			if ((int)s->parts[k].prop == e->absolute)
				s->parts[k].prop = (enum prop)relative;
		if (!s->whole[e->absolute].text)
			continue;
		if (e->component == PART_WHOLE)
			move(s, e->absolute, relative);
		else if (s->n_parts < MAX_ATTRIBUTES)
			s->parts[s->n_parts++] =
				(struct given_part){ (enum prop)relative, e->component,
						     s->whole[e->absolute].text };
	}
}

static bool is_inline_level(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
	case FO_LEADER:
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_INLINE_CONTAINER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		return true;
	default:
		return false;
	}
}

static bool is_page_level(enum fo_kind kind)
{
	return kind >= FO_LAYOUT_MASTER_SET && kind <= FO_REGION_END;
}

static bool has_part(const struct specified *s, int prop, enum component component)
{
	for (int i = 0; i < s->n_parts; i++)
		if ((int)s->parts[i].prop == prop && s->parts[i].component == component)
			return true;
	return false;
}

/* A space that was given as a margin stays at the edge of a page, as margins do. */
static void move_margin(struct specified *s, int margin, int space)
{
	if (move(s, margin, space) && !has_part(s, space, PART_CONDITIONALITY) &&
	    s->n_parts < MAX_ATTRIBUTES)
		s->parts[s->n_parts++] =
			(struct given_part){ (enum prop)space, PART_CONDITIONALITY, "retain" };
}

/* margin-top is space-before, and in a line margin-left is space-start; margins of blocks
 * become indents when padding and border are known. */
static void correspond_margins(struct specified *s, enum fo_kind kind, bool rtl)
{
	struct given auto_ = { NULL, 0 };

	for (int p = PROP_margin_top; p <= PROP_margin_right; p++)
		if (s->whole[p].text && strcmp(s->whole[p].text, "auto") == 0)
			s->whole[p] = auto_;
	if (is_page_level(kind))
		return;
	if (is_inline_level(kind)) {
		move(s, PROP_margin_left, rtl ? PROP_space_end : PROP_space_start);
		move(s, PROP_margin_right, rtl ? PROP_space_start : PROP_space_end);
		return;
	}
	move_margin(s, PROP_margin_top, PROP_space_before);
	move_margin(s, PROP_margin_bottom, PROP_space_after);
}

void correspond(struct specified *s, enum fo_kind kind, bool rtl)
{
	correspond_edges(s, rtl);
	correspond_margins(s, kind, rtl);
}

/* ---- when the values are known ---- */

/* Indents add up with the depth of nesting: bounded as single lengths are. */
static struct fo_len add(struct fo_len a, struct fo_len b)
{
	const int64_t most = PT(FO_MAX_POINTS);
	int64_t fixed = (int64_t)a.fixed + b.fixed, share = (int64_t)a.share + b.share;

	return (struct fo_len){ .fixed = (Len)CLAMP(fixed, -most, most),
				.share = (int32_t)CLAMP(share, -most, most) };
}

Len border_width(const struct fo_edge *e)
{
	return e->style == KW_NONE || e->style == KW_HIDDEN ? 0 : e->width;
}

/* A percentage of a margin refers to the width of the containing block (7.11.5), which the
 * inherited indents make narrower than the reference area, to which indents refer. */
static struct fo_len of_containing_block(const struct context *c, struct fo_len margin)
{
	const struct fo_style *in = c->inherited;
	enum fo_kind parent = c->parent ? c->parent->kind : FO_ROOT;
	int64_t share = margin.share;

	if (!share || ABS(share) > (int64_t)10 * FO_WHOLE || parent == FO_FLOW ||
	    parent == FO_STATIC_CONTENT ||
	    parent == FO_TABLE_CELL || parent == FO_BLOCK_CONTAINER)
		return margin;
	margin.fixed -= len_scale(in->start_indent.fixed + in->end_indent.fixed, share, FO_WHOLE);
	margin.share = (int32_t)(share - share * (in->start_indent.share + in->end_indent.share) /
						 FO_WHOLE);
	return margin;
}

/* Generates a reference-area: its margins are not added to the indents around it. */
static bool stands_alone(enum fo_kind kind)
{
	return kind == FO_BLOCK_CONTAINER || kind == FO_INLINE_CONTAINER ||
	       kind == FO_TABLE_CELL;
}

/* 5.3.2: the indent that a margin stands for. */
static struct fo_len indent_of(const struct context *c, struct fo_len margin,
			       const struct fo_edge *e, struct fo_len inherited)
{
	struct fo_len l = add(of_containing_block(c, margin), e->padding);

	l.fixed += border_width(e);
	return stands_alone(c->kind) ? l : add(l, inherited);
}

void correspond_indents(const struct context *c, const struct specified *s)
{
	struct fo_style *st = c->style;
	bool rtl = st->writing_mode == KW_RL_TB;
	int start = rtl ? PROP_margin_right : PROP_margin_left;
	int end = rtl ? PROP_margin_left : PROP_margin_right;
	const struct fo_outer none = { 0, 0 };
	bool alone = stands_alone(c->kind);

	if (is_page_level(c->kind) || is_inline_level(c->kind))
		return;
	if (s->whole[PROP_start_indent].rank > 0 || (s->whole[start].rank > 0 && alone))
		st->start_outer = none;
	if (s->whole[PROP_end_indent].rank > 0 || (s->whole[end].rank > 0 && alone))
		st->end_outer = none;
	if (s->whole[start].rank == EXPLICIT ||
	    s->whole[start].rank > s->whole[PROP_start_indent].rank)
		st->start_indent = indent_of(c, rtl ? st->margin_right : st->margin_left,
					     &st->border_start, c->inherited->start_indent);
	if (s->whole[end].rank == EXPLICIT ||
	    s->whole[end].rank > s->whole[PROP_end_indent].rank)
		st->end_indent = indent_of(c, rtl ? st->margin_left : st->margin_right,
					   &st->border_end, c->inherited->end_indent);
}

/* Regions and page masters that give their margins by relative names. */
void correspond_page_margins(const struct context *c, const struct specified *s)
{
	struct fo_style *st = c->style;
	bool rtl = st->writing_mode == KW_RL_TB;
	const struct {
		int margin, relative;
		struct fo_len *to, from;
	} rows[] = {
		{ PROP_margin_top, PROP_space_before, &st->margin_top, st->space_before.optimum },
		{ PROP_margin_bottom, PROP_space_after, &st->margin_bottom,
		  st->space_after.optimum },
		{ rtl ? PROP_margin_right : PROP_margin_left, PROP_start_indent,
		  rtl ? &st->margin_right : &st->margin_left, st->start_indent },
		{ rtl ? PROP_margin_left : PROP_margin_right, PROP_end_indent,
		  rtl ? &st->margin_left : &st->margin_right, st->end_indent },
	};

	if (!is_page_level(c->kind))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (s->whole[rows[i].relative].rank > s->whole[rows[i].margin].rank)
			*rows[i].to = rows[i].from;
}
