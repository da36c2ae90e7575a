/*
 * decor.c - backgrounds, borders and rules
 *
 * An edge is drawn as bands of its thickness, each a trapezoid that meets those of the
 * neighbouring edges in the mitred corner; XSL takes the styles from CSS 2.
 */
#include "pdf/canvas.h"

#include "image/image.h"

#include <math.h>

struct frame_box {
	double x, y, w, h;
	double top, right, bottom, left; /* widths of the edges */
};

enum side { TOP, RIGHT, BOTTOM, LEFT };

static bool same_color(struct color a, struct color b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static bool is_drawn(const struct edge *e)
{
	return e->width > 0 && e->style > BORDER_HIDDEN && e->color.a > 0;
}

static void rounded(struct canvas *c, double x, double y, double w, double h, double r)
{
	cairo_t *cr = c->cr;

	r = fmin(r, fmin(w, h) / 2);
	if (r <= 0) {
		canvas_box(c, x, y, w, h);
		return;
	}
	cairo_new_sub_path(cr);
	cairo_arc(cr, x + w - r, y + r, r, -G_PI / 2, 0);
	cairo_arc(cr, x + w - r, y + h - r, r, 0, G_PI / 2);
	cairo_arc(cr, x + r, y + h - r, r, G_PI / 2, G_PI);
	cairo_arc(cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
	cairo_close_path(cr);
}

/* The corner of the frame that lies at a share of the edges' thickness, 0 outside. */
static void corner(struct canvas *c, const struct frame_box *f, bool right, bool bottom,
		   double t)
{
	cairo_line_to(c->cr, right ? f->x + f->w - t * f->right : f->x + t * f->left,
		      bottom ? f->y + f->h - t * f->bottom : f->y + t * f->top);
}

static void band(struct canvas *c, const struct frame_box *f, enum side s, double t0,
		 double t1)
{
	static const bool ends[4][2][2] = {/* right, bottom: of both ends */
					   {{0, 0}, {1, 0}},
					   {{1, 0}, {1, 1}},
					   {{1, 1}, {0, 1}},
					   {{0, 1}, {0, 0}}};

	corner(c, f, ends[s][0][0], ends[s][0][1], t0);
	corner(c, f, ends[s][1][0], ends[s][1][1], t0);
	corner(c, f, ends[s][1][0], ends[s][1][1], t1);
	corner(c, f, ends[s][0][0], ends[s][0][1], t1);
	cairo_close_path(c->cr);
	cairo_fill(c->cr);
}

static struct color shade(struct color k, bool dark)
{
	if (dark)
		return (struct color){k.r / 2, k.g / 2, k.b / 2, k.a};
	return (struct color){255 - (255 - k.r) / 2, 255 - (255 - k.g) / 2,
			      255 - (255 - k.b) / 2, k.a};
}

/* Dots are round and a dot apart, dashes two long and one apart; both end with a whole one.
 */
static void dashes(struct canvas *c, double length, double width, bool dots)
{
	double period = dots ? 2 * width : 3 * width;
	double n = fmax(1, round((length - (period - width)) / period));
	double fitted = dots ? (length - width) / n : (length + width) / (n + 1);
	double on = dots ? 0 : fmax(fitted - width, width);

	if (length <= width || fitted <= 0)
		return;
	cairo_set_line_cap(c->cr, dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
	cairo_set_dash(c->cr, (double[]){on, fitted - on}, 2, 0);
}

/* A line across or down, from its start. */
struct stroke {
	double x0, y0, x1, y1;
};

static void stroke_pattern(struct canvas *c, struct stroke s, double width, bool dots)
{
	double length = (s.x1 - s.x0) + (s.y1 - s.y0);
	double in = dots ? width / 2 : 0;
	double dx = s.x1 > s.x0 ? in : 0, dy = s.y1 > s.y0 ? in : 0;

	cairo_save(c->cr);
	cairo_set_line_width(c->cr, width);
	dashes(c, length, width, dots);
	cairo_move_to(c->cr, s.x0 + dx, s.y0 + dy);
	cairo_line_to(c->cr, s.x1 - dx, s.y1 - dy);
	cairo_stroke(c->cr);
	cairo_restore(c->cr);
}

static void patterned_edge(struct canvas *c, const struct frame_box *f, enum side s,
			   double width, bool dots)
{
	double h = width / 2, right = f->x + f->w, bottom = f->y + f->h;
	struct stroke sides[] = {
		[TOP] = { f->x, f->y + h, right, f->y + h },
		[RIGHT] = { right - h, f->y, right - h, bottom },
		[BOTTOM] = { f->x, bottom - h, right, bottom - h },
		[LEFT] = { f->x + h, f->y, f->x + h, bottom },
	};

	stroke_pattern(c, sides[s], width, dots);
}

static void draw_edge(struct canvas *c, const struct frame_box *f, enum side s,
		      const struct edge *e)
{
	bool upper = s == TOP || s == LEFT;

	if (!is_drawn(e))
		return;
	canvas_color(c, e->color);
	switch (e->style) {
	case BORDER_NONE:
	case BORDER_HIDDEN:
		return;
	case BORDER_SOLID:
		band(c, f, s, 0, 1);
		return;
	case BORDER_DOTTED:
	case BORDER_DASHED:
		patterned_edge(c, f, s, len_pt(e->width), e->style == BORDER_DOTTED);
		return;
	case BORDER_DOUBLE:
		band(c, f, s, 0, 1 / 3.0);
		band(c, f, s, 2 / 3.0, 1);
		return;
	case BORDER_GROOVE:
	case BORDER_RIDGE:
		canvas_color(c, shade(e->color, upper == (e->style == BORDER_GROOVE)));
		band(c, f, s, 0, 0.5);
		canvas_color(c, shade(e->color, upper != (e->style == BORDER_GROOVE)));
		band(c, f, s, 0.5, 1);
		return;
	case BORDER_INSET:
	case BORDER_OUTSET:
		canvas_color(c, shade(e->color, upper == (e->style == BORDER_INSET)));
		band(c, f, s, 0, 1);
		return;
	}
}

static bool is_plain_frame(const struct decor *d)
{
	const struct edge *e[] = {&d->top, &d->right, &d->bottom, &d->left};

	for (int i = 0; i < 4; i++)
		if (!is_drawn(e[i]) || e[i]->style != BORDER_SOLID ||
		    !same_color(e[i]->color, d->top.color))
			return false;
	return true;
}

static void draw_plain_frame(struct canvas *c, const struct decor *d,
			     const struct frame_box *f)
{
	double w = f->w - f->left - f->right, h = f->h - f->top - f->bottom;

	rounded(c, f->x, f->y, f->w, f->h, len_pt(d->radius));
	if (w > 0 && h > 0)
		rounded(c, f->x + f->left, f->y + f->top, w, h,
			fmax(0, len_pt(d->radius) - fmin(f->left, f->top)));
	canvas_color(c, d->top.color);
	cairo_set_fill_rule(c->cr, CAIRO_FILL_RULE_EVEN_ODD);
	cairo_fill(c->cr);
	cairo_set_fill_rule(c->cr, CAIRO_FILL_RULE_WINDING);
}

static void draw_tiles(struct canvas *c, const struct decor *d, const struct frame_box *f)
{
	double w = len_pt(d->image_size.width), h = len_pt(d->image_size.height);
	double x0 = f->x + f->left, y0 = f->y + f->top;
	double x1 = f->x + f->w - f->right, y1 = f->y + f->h - f->bottom;
	double x = x0 + len_pt(d->image_x), y = y0 + len_pt(d->image_y);

	if (w < 1 || h < 1 || x1 <= x0 || y1 <= y0)
		return;
	cairo_save(c->cr);
	canvas_box(c, x0, y0, x1 - x0, y1 - y0);
	cairo_clip(c->cr);
	if (d->image_repeat_x)
		x -= ceil((x - x0) / w) * w;
	if (d->image_repeat_y)
		y -= ceil((y - y0) / h) * h;
	do {
		double at = x;

		do {
			canvas_picture(c, d->image, at, y, w, h);
			at += w;
		} while (d->image_repeat_x && at < x1);
		y += h;
	} while (d->image_repeat_y && y < y1);
	cairo_restore(c->cr);
}

void canvas_decor(struct canvas *c, const struct decor *d, double x, double y,
		  struct size size)
{
	struct frame_box f = {x,
			      y,
			      len_pt(size.width),
			      len_pt(size.height),
			      len_pt(d->top.width),
			      len_pt(d->right.width),
			      len_pt(d->bottom.width),
			      len_pt(d->left.width)};

	if (d->background.a) {
		rounded(c, x, y, f.w, f.h, len_pt(d->radius));
		canvas_color(c, d->background);
		cairo_fill(c->cr);
	}
	if (d->image)
		draw_tiles(c, d, &f);
	if (is_plain_frame(d)) {
		draw_plain_frame(c, d, &f);
		return;
	}
	draw_edge(c, &f, TOP, &d->top);
	draw_edge(c, &f, RIGHT, &d->right);
	draw_edge(c, &f, BOTTOM, &d->bottom);
	draw_edge(c, &f, LEFT, &d->left);
}

/* A rule is an edge without neighbours. */
void canvas_rule(struct canvas *c, const struct area_rule *r, double x, double y,
		 struct size size)
{
	struct frame_box f = {
		.x = x, .y = y, .w = len_pt(size.width), .h = len_pt(size.height)};
	struct edge e = {.width = r->vertical ? size.width : size.height,
			 .style = r->style,
			 .color = r->color};

	if (r->vertical)
		f.left = f.w;
	else
		f.top = f.h;
	draw_edge(c, &f, r->vertical ? LEFT : TOP, &e);
}
