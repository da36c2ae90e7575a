/*
 * graphics.c - external-graphic and instream-foreign-object: sizes and areas
 *
 * XSL 1.1, 6.6.5 and 7.15: the picture has a natural size; content-width and
 * content-height scale it; inline- and block-progression-dimension make the viewport in
 * which it stands, aligned by display-align and text-align.  A picture that cannot be read
 * leaves a frame with its name.
 */
#include "layout/inlines.h"

#include <string.h>

#define FRAME_WIDTH PT(120)
#define FRAME_HEIGHT PT(60)

struct graphic {
	struct setter *s;
	const struct fo *fo;
	const struct fo_style *st;
	struct size natural;
	Len width, height;   /* of the viewport; -1 not said */
	struct size content; /* the scaled picture */
};

/* Value of an extent; -1 where it is a keyword or cannot be known. */
static Len extent(struct fo_len l, Len whole)
{
	if (l.keyword || (l.share && whole <= 0))
		return -1;
	return fo_len_of(l, whole);
}

static Len at_most(Len v, struct fo_len l, Len whole)
{
	Len most = extent(l, whole);

	return most >= 0 && v > most ? most : v;
}

static Len at_least(Len v, struct fo_len l, Len whole)
{
	return len_max(v, extent(l, whole));
}

static Len clamp(Len v, const struct fo_space *range, Len whole)
{
	return at_least(at_most(v, range->maximum, whole), range->minimum, whole);
}

/* What content-width or content-height asks for; -1: auto.  A viewport that is auto is as
 * large as its range lets the picture be. */
static Len content_extent(struct fo_len l, Len natural, Len viewport,
			  const struct fo_space *range, Len whole)
{
	Len fit = viewport >= 0 ? viewport : clamp(natural, range, whole);

	switch ((int)l.keyword) {
	case KW_NO:
		return fo_len_of(l, natural);
	case KW_SCALE_TO_FIT:
		return fit;
	case KW_SCALE_DOWN_TO_FIT:
		return len_min(natural, fit);
	case KW_SCALE_UP_TO_FIT:
		return len_max(natural, fit);
	default:
		return -1;
	}
}

/* The natural size; smaller where the viewport is auto with a maximum that it exceeds. */
static struct size fit_ranges(const struct graphic *g, Len width, Len height)
{
	struct size n = g->natural, v = n;

	if (g->width < 0)
		v.width = at_most(n.width, g->st->inline_progression_dimension.maximum, width);
	if (v.width != n.width)
		v.height = len_scale(n.height, v.width, n.width);
	if (g->height < 0)
		n.height = at_most(v.height, g->st->block_progression_dimension.maximum, height);
	if (g->height < 0 && n.height != v.height) {
		v.width = len_scale(v.width, n.height, v.height);
		v.height = n.height;
	}
	return v;
}

static void scale(struct graphic *g, Len width, Len height)
{
	struct size n = g->natural, *c = &g->content;

	c->width = content_extent(g->st->content_width, n.width, g->width,
				  &g->st->inline_progression_dimension, width);
	c->height = content_extent(g->st->content_height, n.height, g->height,
				   &g->st->block_progression_dimension, height);
	if (c->width < 0 && c->height < 0) {
		*c = fit_ranges(g, width, height);
	} else if (c->width < 0) {
		c->width = len_scale(n.width, c->height, n.height);
	} else if (c->height < 0) {
		c->height = len_scale(n.height, c->width, n.width);
	} else if (g->st->scaling != KW_NON_UNIFORM) {
		int64_t by_width = (int64_t)c->width * n.height;
		int64_t by_height = (int64_t)c->height * n.width;

		if (by_width < by_height)
			c->height = len_scale(n.height, c->width, n.width);
		else
			c->width = len_scale(n.width, c->height, n.height);
	}
	if (g->width < 0)
		g->width = clamp(c->width, &g->st->inline_progression_dimension, width);
	if (g->height < 0)
		g->height = clamp(c->height, &g->st->block_progression_dimension, height);
}

static Len align_x(const struct graphic *g)
{
	Len left = g->width - g->content.width;

	if (g->st->text_align == KW_CENTER)
		return left / 2;
	return g->st->text_align == KW_END ? left : 0;
}

static Len align_y(const struct graphic *g)
{
	Len left = g->height - g->content.height;

	if (g->st->display_align == KW_CENTER)
		return left / 2;
	return g->st->display_align == KW_AFTER ? left : 0;
}

static void finish(const struct graphic *g, struct area *a)
{
	a->trace = fo_kind_name(g->fo->kind);
	a->id = g->fo->id;
	a->mark = g->s->marks ? g->s->marks[g->fo->index] : NULL;
	a->from = g->fo->from;
	a->hidden = g->st->visibility == KW_HIDDEN;
}

/* Border, padding and background around the viewport. */
static const struct area *surround(const struct graphic *g, struct area *inner)
{
	const struct fo_style *st = g->st;
	const struct decor *d = decor_of(g->s, st, false);
	Len left = edge_size(&st->border_start, g->width), top = edge_size(&st->border_before, 0);
	Len right = edge_size(&st->border_end, g->width), bottom = edge_size(&st->border_after, 0);
	struct place *kid;
	struct area *a;

	if (!d && !left && !top && !right && !bottom)
		return inner;
	a = ARENA_NEW(g->s->arena, struct area);
	kid = ARENA_NEW(g->s->arena, struct place);
	*kid = (struct place){ left, top, inner };
	a->kind = AREA_BOX;
	a->size = (struct size){ left + inner->size.width + right,
				 top + inner->size.height + bottom };
	a->decor = d && d->image ? decor_place(g->s, d, st, a->size) : d;
	a->kids = kid;
	a->n_kids = 1;
	finish(g, a);
	inner->id = NULL;
	return a;
}

/* ---- a picture that is not there ---- */

static const struct area *name_area(struct graphic *g, const char *name)
{
	const struct look *l = look_of(g->s, g->st);
	struct fo text = { .kind = FO_TEXT, .style = g->st, .text = name, .from = g->fo->from };
	struct fo around = *g->fo;

	text.n_bytes = (int)strlen(name);
	around.child = &text;
	return paragraph_pack(g->s, &around, l);
}

static const struct decor *frame_decor(struct setter *s)
{
	struct decor *d = ARENA_NEW(s->arena, struct decor);
	struct edge e = { PT(1), BORDER_SOLID, { 200, 0, 0, 255 } };

	d->top = d->right = d->bottom = d->left = e;
	return d;
}

/* What is said of its size holds without the picture, too, as far as it needs none. */
static Len stated(Len viewport, struct fo_len content, Len otherwise)
{
	if (viewport >= 0)
		return viewport;
	return !content.keyword && !content.share && content.fixed > 0 ? content.fixed : otherwise;
}

static const struct area *missing(struct graphic *g)
{
	struct area *a = ARENA_NEW(g->s->arena, struct area);
	struct place *kid = ARENA_NEW(g->s->arena, struct place);
	const char *name = g->st->src ? g->st->src : "(inline)";

	*kid = (struct place){ PT(3), PT(3), name_area(g, name) };
	a->kind = AREA_BOX;
	a->size.width = stated(g->width, g->st->content_width,
			       len_max(FRAME_WIDTH, kid->area->size.width + PT(6)));
	a->size.height = stated(g->height, g->st->content_height, FRAME_HEIGHT);
	a->decor = frame_decor(g->s);
	a->kids = kid;
	a->n_kids = 1;
	finish(g, a);
	return surround(g, a);
}

static const struct image *load(struct graphic *g)
{
	if (g->fo->kind != FO_INSTREAM_FOREIGN_OBJECT)
		return picture_find(g->s, g->st->src, g->fo->from);
	return g->fo->text ? image_load_svg(g->s->images, g->fo->text, (size_t)g->fo->n_bytes,
					    g->fo->from)
			   : NULL;
}

const struct area *set_graphic(struct setter *s, const struct fo *fo, Len width, Len height)
{
	struct graphic g = { .s = s, .fo = fo, .st = fo->style };
	const struct image *image = s->images ? load(&g) : NULL;
	int overflow = fo->style->overflow;
	struct area *a;

	g.width = extent(fo->style->inline_progression_dimension.optimum, width);
	g.height = extent(fo->style->block_progression_dimension.optimum, height);
	if (g.width >= 0)
		g.width = at_most(g.width, fo->style->inline_progression_dimension.maximum, width);
	if (g.height >= 0)
		g.height = at_most(g.height, fo->style->block_progression_dimension.maximum, height);
	if (!image)
		return missing(&g);
	g.natural = picture_size(s, image);
	scale(&g, width, height);
	a = ARENA_NEW(s->arena, struct area);
	a->kind = AREA_IMAGE;
	a->size = (struct size){ g.width, g.height };
	a->as.image.image = image;
	a->as.image.at =
		(struct rect){ align_x(&g), align_y(&g), g.content.width, g.content.height };
	a->clip = overflow == KW_HIDDEN || overflow == KW_SCROLL ||
		  overflow == KW_ERROR_IF_OVERFLOW;
	if (overflow == KW_ERROR_IF_OVERFLOW &&
	    (g.content.width > g.width || g.content.height > g.height))
		diag(s->diags, W_OVERFULL, fo->from, "the picture is larger than its frame");
	finish(&g, a);
	return surround(&g, a);
}
