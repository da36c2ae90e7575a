/*
 * canvas.c - leaves, colours, boxes
 */
#include "pdf/canvas.h"

#include <math.h>

struct canvas *canvas_new(cairo_surface_t *surface, struct record *record, struct diags *d)
{
	struct canvas *c = g_new0(struct canvas, 1);

	c->surface = surface;
	c->cr = cairo_create(surface);
	c->record = record;
	c->diags = d;
	c->pictures = pictures_new();
	c->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	c->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
	c->text = g_string_new(NULL);
	c->spaces = g_hash_table_new(NULL, NULL);
	return c;
}

void canvas_free(struct canvas *c)
{
	cairo_destroy(c->cr);
	pictures_free(c->pictures);
	g_array_unref(c->glyphs);
	g_array_unref(c->clusters);
	g_string_free(c->text, TRUE);
	g_hash_table_unref(c->spaces);
	g_free(c);
}

void canvas_leave(struct canvas *c)
{
	if (!c->leaf)
		return;
	cairo_tag_end(c->cr, "P");
	c->leaf = NULL;
}

/* All leaves are "P" to cairo; the content rewriter writes what they are. */
void canvas_enter(struct canvas *c, const struct mark *m)
{
	if (!c->record)
		return;
	if (!m)
		m = mark_artifact(ARTIFACT_LAYOUT);
	if (m == c->leaf)
		return;
	canvas_leave(c);
	cairo_tag_begin(c->cr, "P", NULL);
	record_content(c->record, m);
	c->leaf = m;
}

void canvas_color(struct canvas *c, struct color k)
{
	if (k.a == 255) {
		cairo_set_source_rgb(c->cr, k.r / 255.0, k.g / 255.0, k.b / 255.0);
		return;
	}
	cairo_set_source_rgba(c->cr, k.r / 255.0, k.g / 255.0, k.b / 255.0, k.a / 255.0);
	if (c->record)
		record_page_at(c->record, (int)c->record->pages->len - 1)->transparent =
			true;
}

void canvas_box(struct canvas *c, double x, double y, double w, double h)
{
	if (w < c->least_side || h < c->least_side) {
		cairo_rectangle(c->cr, x, y, w, h);
		return;
	}
	cairo_move_to(c->cr, x, y);
	cairo_curve_to(c->cr, x + w / 3, y, x + w * 2 / 3, y, x + w, y);
	cairo_line_to(c->cr, x + w, y + h);
	cairo_line_to(c->cr, x, y + h);
	cairo_close_path(c->cr);
}

struct record_box canvas_device_box(struct canvas *c, double x, double y, double w,
				    double h)
{
	double x0 = x, y0 = y, x1 = x + w, y1 = y + h; /* turned by right angles only */

	cairo_user_to_device(c->cr, &x0, &y0);
	cairo_user_to_device(c->cr, &x1, &y1);
	return (struct record_box){fmin(x0, x1), fmin(y0, y1), fmax(x0, x1), fmax(y0, y1)};
}
