/*
 * draw.c - the areas of a page, in the order in which they lie over one another
 */
#include "pdf/canvas.h"

#include "area/reading.h"

#include <string.h>

/* Places here are on the page, or in the innermost turned area. */
static void draw_area(struct canvas *, struct place, const struct mark *,
		      const struct link *);

/* Decoration is no content, whatever it decorates. */
static const struct mark *decoration(const struct mark *m)
{
	return m && m->artifact ? m : mark_artifact(ARTIFACT_LAYOUT);
}

static void draw_image(struct canvas *c, const struct area *a, double x, double y,
		       const struct mark *m)
{
	const struct rect *at = &a->as.image.at;
	double w = len_pt(a->size.width), h = len_pt(a->size.height);
	bool overflows = at->x < 0 || at->y < 0 || at->x + at->width > a->size.width ||
			 at->y + at->height > a->size.height;

	if (!a->as.image.image || w <= 0 || h <= 0)
		return;
	canvas_enter(c, m);
	if (overflows) {
		content_save(&c->content);
		content_rectangle(&c->content, x, y, w, h);
		content_clip(&c->content);
	}
	canvas_picture(c, a->as.image.image, x + len_pt(at->x), y + len_pt(at->y),
		       len_pt(at->width), len_pt(at->height));
	if (overflows)
		content_restore(&c->content);
}

/* What lies beyond the page is not painted. */
static bool is_off_page(struct canvas *c, const struct area *a, double x, double y)
{
	struct record_box b;
	const struct record_page *p;

	if (!c->record)
		return false;
	b = canvas_device_box(c, x, y, len_pt(a->size.width), len_pt(a->size.height));
	p = record_page_at(c->record, (int)c->record->pages->len - 1);
	return b.x1 <= 0 || b.y1 <= 0 || b.x0 >= p->width || b.y0 >= p->height;
}

/* Text out there cannot be seen, but it is read and searched: it stands at the page's edge,
 * a thousandth of its size. */
static void draw_beyond(struct canvas *c, const struct area *a, double x, double y,
			const struct mark *m)
{
	struct record_box b;
	const struct record_page *p =
		record_page_at(c->record, (int)c->record->pages->len - 1);
	cairo_matrix_t to_edge;

	if (a->kind != AREA_TEXT || reading_blank(a))
		return;
	b = canvas_device_box(c, x, y, len_pt(a->size.width), len_pt(a->size.height));
	canvas_enter(c, m);
	content_save(&c->content);
	to_edge = c->content.state.ctm;
	cairo_matrix_invert(&to_edge);
	cairo_matrix_translate(&to_edge, CLAMP(b.x0, 1, p->width - 1),
			       CLAMP(b.y0, 1, p->height - 1));
	cairo_matrix_scale(&to_edge, 0.001, 0.001);
	content_transform(&c->content, &to_edge);
	canvas_text(c, &a->as.text, 0, 0);
	content_restore(&c->content);
}

static void draw_own(struct canvas *c, const struct area *a, double x, double y,
		     const struct mark *m)
{
	if (is_off_page(c, a, x, y)) {
		draw_beyond(c, a, x, y, m);
		return;
	}
	if (a->decor) {
		canvas_enter(c, decoration(m));
		canvas_decor(c, a->decor, x, y, a->size);
	}
	switch (a->kind) {
	case AREA_BOX:
	case AREA_LINE:
		return;
	case AREA_TEXT:
		if (reading_blank(a))
			return;
		canvas_enter(c, m);
		canvas_text(c, &a->as.text, x, y + len_pt(a->baseline));
		return;
	case AREA_RULE:
		canvas_enter(c, decoration(m));
		canvas_rule(c, &a->as.rule, x, y, a->size);
		return;
	case AREA_IMAGE:
		draw_image(c, a, x, y, m);
		return;
	}
}

/* To the coordinates of a turned area's content, whose corner is then 0, 0. */
static void turn(struct canvas *c, const struct area *a, double x, double y)
{
	double w = len_pt(a->size.width), h = len_pt(a->size.height);
	cairo_matrix_t m;

	switch (a->rotation) {
	case 90:
		cairo_matrix_init(&m, 0, -1, 1, 0, x, y + w);
		break;
	case 180:
		cairo_matrix_init(&m, -1, 0, 0, -1, x + w, y + h);
		break;
	default:
		cairo_matrix_init(&m, 0, 1, -1, 0, x + h, y);
	}
	content_transform(&c->content, &m);
}

static bool leads_somewhere(const struct link *l, const struct mark *m)
{
	return l && l->mark && (l->destination || l->uri) && m && !m->artifact;
}

static void draw_kids(struct canvas *c, struct place p, const struct mark *m,
		      const struct link *link)
{
	bool parted = c->parted;

	for (int i = 0; i < p.area->n_kids; i++) {
		const struct place *k = &p.area->kids[i];

		c->parted =
			reading_parted(p.area, i, m) || (parted && i + 1 == p.area->n_kids);
		draw_area(c, (struct place){p.x + k->x, p.y + k->y, k->area}, m, link);
	}
}

static void draw_inside(struct canvas *c, struct place p, const struct mark *m,
			const struct link *link)
{
	const struct area *a = p.area;
	double x = len_pt(p.x), y = len_pt(p.y);

	if (c->record && m && (a->mark == m || a->kind == AREA_IMAGE) && !m->artifact &&
	    strcmp(m->role, "Figure") == 0)
		record_figure(c->record, m,
			      canvas_device_box(c, x, y, len_pt(a->size.width),
						len_pt(a->size.height)));
	if (!a->hidden)
		draw_own(c, a, x, y, m);
	if (c->record && a->link && a->link != link && leads_somewhere(a->link, m))
		record_link(c->record, a->link,
			    canvas_device_box(c, x, y, len_pt(a->size.width),
					      len_pt(a->size.height)));
	draw_kids(c, p, m, a->link ? a->link : link);
}

static void draw_area(struct canvas *c, struct place p, const struct mark *m,
		      const struct link *link)
{
	const struct area *a = p.area;

	if (a->mark && !(m && m->artifact))
		m = a->mark;
	if (!a->clip && !a->rotation) {
		draw_inside(c, p, m, link);
		return;
	}
	canvas_leave(c);
	content_save(&c->content);
	if (a->rotation) {
		turn(c, a, len_pt(p.x), len_pt(p.y));
		p.x = p.y = 0;
	}
	if (a->clip) {
		content_rectangle(&c->content, len_pt(p.x), len_pt(p.y),
				  len_pt(a->size.width), len_pt(a->size.height));
		content_clip(&c->content);
	}
	draw_inside(c, p, m, link);
	canvas_leave(c);
	content_restore(&c->content);
}

void canvas_draw(struct canvas *c, const struct page *p, const struct mark *root)
{
	if (p->root)
		draw_area(c, (struct place){0, 0, p->root}, root, NULL);
}
