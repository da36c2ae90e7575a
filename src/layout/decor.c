/*
 * decor.c - what is painted behind an area, from its style
 *
 * before and after are top and bottom (vertical writing is not supported); start and end
 * are left and right, or the other way round where the writing goes from right to left.
 */
#include "layout/setter.h"

enum border_style decor_border_style(int keyword)
{
	static const struct {
		int keyword;
		enum border_style style;
	} styles[] = {
		{KW_HIDDEN, BORDER_HIDDEN}, {KW_DOTTED, BORDER_DOTTED},
		{KW_DASHED, BORDER_DASHED}, {KW_SOLID, BORDER_SOLID},
		{KW_DOUBLE, BORDER_DOUBLE}, {KW_GROOVE, BORDER_GROOVE},
		{KW_RIDGE, BORDER_RIDGE},   {KW_INSET, BORDER_INSET},
		{KW_OUTSET, BORDER_OUTSET},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
		if (styles[i].keyword == keyword)
			return styles[i].style;
	return BORDER_NONE;
}

static struct edge edge_of(const struct fo_edge *e)
{
	return (struct edge){e->width, decor_border_style(e->style), e->color};
}

static void add_image(struct setter *s, struct decor *d, const struct fo_style *st)
{
	d->image = background_of(s, st->background_image);
	if (!d->image)
		return;
	d->image_size = picture_size(s, d->image);
	d->image_repeat_x =
		st->background_repeat == KW_REPEAT || st->background_repeat == KW_REPEAT_X;
	d->image_repeat_y =
		st->background_repeat == KW_REPEAT || st->background_repeat == KW_REPEAT_Y;
	d->image_x = st->background_position_horizontal.fixed;
	d->image_y = st->background_position_vertical.fixed;
}

const struct decor *decor_of(struct setter *s, const struct fo_style *st, bool rtl)
{
	struct decor *d;

	if (!st->background_color.a && !st->background_image && !st->border_before.width &&
	    !st->border_after.width && !st->border_start.width && !st->border_end.width)
		return NULL;
	d = ARENA_NEW(s->arena, struct decor);
	d->background = st->background_color;
	d->top = edge_of(&st->border_before);
	d->bottom = edge_of(&st->border_after);
	d->left = edge_of(rtl ? &st->border_end : &st->border_start);
	d->right = edge_of(rtl ? &st->border_start : &st->border_end);
	d->radius = st->border_radius;
	if (st->background_image)
		add_image(s, d, st);
	return d;
}

/* Percentages align a point of the image with the same point of the padding rectangle. */
const struct decor *decor_place(struct setter *s, const struct decor *d,
				const struct fo_style *st, struct size border)
{
	struct decor *placed;
	Len x, y;

	if (!d || !d->image)
		return d;
	x = border.width - d->left.width - d->right.width - d->image_size.width;
	y = border.height - d->top.width - d->bottom.width - d->image_size.height;
	placed = arena_copy(s->arena, d, sizeof(*d));
	placed->image_x = fo_len_of(st->background_position_horizontal, x);
	placed->image_y = fo_len_of(st->background_position_vertical, y);
	return placed;
}
