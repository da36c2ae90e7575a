/*
 * decor.c - backgrounds, borders and rules
 *
 * An edge is drawn as bands of its thickness, each a trapezoid that meets those of the
 * neighbouring edges in the mitred corner; XSL takes the styles from CSS 2.
 */
#include "pdf/canvas.h"

#include "image/image.h"

#include <math.h>

/* Of the radius: from the end of a quarter circle to the control point of its curve. */
#define QUARTER 0.5523

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
	struct content *o = &c->content;
	double x1 = x + w, y1 = y + h, k;

	r = fmin(r, fmin(w, h) / 2);
	if (r <= 0) {
		content_rectangle(o, x, y, w, h);
		return;
	}
	k = r * (1 - QUARTER);
	content_move(o, x1 - r, y);
	content_curve(o, (double[]){x1 - k, y, x1, y + k, x1, y + r});
	content_line(o, x1, y1 - r);
	content_curve(o, (double[]){x1, y1 - k, x1 - k, y1, x1 - r, y1});
	content_line(o, x + r, y1);
	content_curve(o, (double[]){x + k, y1, x, y1 - k, x, y1 - r});
	content_line(o, x, y + r);
	content_curve(o, (double[]){x, y + k, x + k, y, x + r, y});
	content_close(o);
}

struct point {
	double x, y;
};

/* The corner of the frame that lies at a share of the edges' thickness, 0 outside. */
static struct point corner(const struct frame_box *f, bool right, bool bottom, double t)
{
	return (struct point){right ? f->x + f->w - t * f->right : f->x + t * f->left,
			      bottom ? f->y + f->h - t * f->bottom : f->y + t * f->top};
}

static void band(struct canvas *c, const struct frame_box *f, enum side s, double t0,
		 double t1)
{
	static const bool ends[4][2][2] = {/* right, bottom: of both ends */
					   {{0, 0}, {1, 0}},
					   {{1, 0}, {1, 1}},
					   {{1, 1}, {0, 1}},
					   {{0, 1}, {0, 0}}};
	const struct point p[] = {corner(f, ends[s][0][0], ends[s][0][1], t0),
				  corner(f, ends[s][1][0], ends[s][1][1], t0),
				  corner(f, ends[s][1][0], ends[s][1][1], t1),
				  corner(f, ends[s][0][0], ends[s][0][1], t1)};

	if ((p[0].x == p[3].x && p[1].x == p[2].x) ||
	    (p[0].y == p[3].y && p[1].y == p[2].y)) {
		content_rectangle(&c->content, fmin(p[0].x, p[2].x), fmin(p[0].y, p[2].y),
				  fabs(p[2].x - p[0].x), fabs(p[2].y - p[0].y));
	} else {
		content_move(&c->content, p[0].x, p[0].y);
		for (int i = 1; i < 4; i++)
			content_line(&c->content, p[i].x, p[i].y);
		content_close(&c->content);
	}
	content_fill(&c->content, false);
}

static struct color shade(struct color k, bool dark)
{
	if (dark)
		return (struct color){k.r / 2, k.g / 2, k.b / 2, k.a};
	return (struct color){255 - (255 - k.r) / 2, 255 - (255 - k.g) / 2,
			      255 - (255 - k.b) / 2, k.a};
}

/* A line across or down, from its start. */
struct stroke {
	double x0, y0, x1, y1;
};

/* Dots are round and a dot apart, dashes two long and one apart; both end with a whole one.
 */
static void stroke_pattern(struct canvas *c, struct stroke s, double width, bool dots)
{
	double length = (s.x1 - s.x0) + (s.y1 - s.y0);
	double period = dots ? 2 * width : 3 * width;
	double n = fmax(1, round((length - (period - width)) / period));
	double fitted = dots ? (length - width) / n : (length + width) / (n + 1);
	double on = dots ? 0 : fmax(fitted - width, width);
	double in = dots ? width / 2 : 0;
	double dx = s.x1 > s.x0 ? in : 0, dy = s.y1 > s.y0 ? in : 0;

	if (length <= width || fitted <= 0)
		on = fitted = 0;
	content_save(&c->content);
	content_pattern(&c->content, width, on, fitted - on);
	content_move(&c->content, s.x0 + dx, s.y0 + dy);
	content_line(&c->content, s.x1 - dx, s.y1 - dy);
	content_stroke(&c->content);
	content_restore(&c->content);
}

static void patterned_edge(struct canvas *c, const struct frame_box *f, enum side s,
			   double width, bool dots)
{
	double h = width / 2, right = f->x + f->w, bottom = f->y + f->h;
	struct stroke sides[] = {
		[TOP] = {f->x, f->y + h, right, f->y + h},
		[RIGHT] = {right - h, f->y, right - h, bottom},
		[BOTTOM] = {f->x, bottom - h, right, bottom - h},
		[LEFT] = {f->x + h, f->y, f->x + h, bottom},
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

	canvas_color(c, d->top.color);
	rounded(c, f->x, f->y, f->w, f->h, len_pt(d->radius));
	if (w > 0 && h > 0)
		rounded(c, f->x + f->left, f->y + f->top, w, h,
			fmax(0, len_pt(d->radius) - fmin(f->left, f->top)));
	content_fill(&c->content, true);
}

static void draw_tiles(struct canvas *c, const struct decor *d, const struct frame_box *f)
{
	double w = len_pt(d->image_size.width), h = len_pt(d->image_size.height);
	double x0 = f->x + f->left, y0 = f->y + f->top;
	double x1 = f->x + f->w - f->right, y1 = f->y + f->h - f->bottom;
	double x = x0 + len_pt(d->image_x), y = y0 + len_pt(d->image_y);

	if (w < 1 || h < 1 || x1 <= x0 || y1 <= y0)
		return;
	content_save(&c->content);
	content_rectangle(&c->content, x0, y0, x1 - x0, y1 - y0);
	content_clip(&c->content);
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
	content_restore(&c->content);
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
		canvas_color(c, d->background);
		rounded(c, x, y, f.w, f.h, len_pt(d->radius));
		content_fill(&c->content, false);
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
