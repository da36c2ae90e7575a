/*
 * canvas.c - pages, their leaves, colours, what they use
 */
#include "pdf/canvas.h"

#include "image/image.h"

#include <math.h>

struct canvas *canvas_new(const struct kit *kit, struct record *record,
			  const char *const *roles)
{
	struct canvas *c = g_new0(struct canvas, 1);

	content_init(&c->content);
	clusters_init(&c->clusters);
	c->kit = kit;
	c->record = record;
	c->roles = roles;
	c->fonts = g_array_new(FALSE, FALSE, sizeof(int));
	c->pictures = g_array_new(FALSE, FALSE, sizeof(int));
	c->font_page = g_array_new(FALSE, TRUE, sizeof(int));
	c->picture_page = g_array_new(FALSE, TRUE, sizeof(int));
	return c;
}

void canvas_free(struct canvas *c)
{
	content_drop(&c->content);
	clusters_drop(&c->clusters);
	g_array_unref(c->fonts);
	g_array_unref(c->pictures);
	g_array_unref(c->font_page);
	g_array_unref(c->picture_page);
	g_free(c);
}

const GString *canvas_page(struct canvas *c, const struct page *p, const struct mark *root)
{
	double width = len_pt(p->size.width), height = len_pt(p->size.height);
	int unit = page_unit(p->size);

	c->page++;
	g_array_set_size(c->fonts, 0);
	g_array_set_size(c->pictures, 0);
	if (c->record)
		record_page_begin(c->record, width / unit, height / unit);
	content_begin(&c->content, height, unit);
	canvas_draw(c, p, root);
	canvas_leave(c);
	content_end(&c->content);
	return c->content.out;
}

/* ---- leaves ---- */

static const char *artifact_begin(enum artifact kind)
{
	switch (kind) {
	case ARTIFACT_HEADER:
		return "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC";
	case ARTIFACT_FOOTER:
		return "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC";
	case ARTIFACT_REPEAT:
		return "/Artifact<</Type/Pagination>>BDC";
	case ARTIFACT_NOT:
	case ARTIFACT_LAYOUT:
		break;
	}
	return "/Artifact<</Type/Layout>>BDC";
}

void canvas_leave(struct canvas *c)
{
	if (!c->leaf)
		return;
	content_unmark(&c->content);
	c->leaf = NULL;
}

void canvas_enter(struct canvas *c, const struct mark *m)
{
	int number;
	char begin[128];

	if (!c->record)
		return;
	if (!m)
		m = mark_artifact(ARTIFACT_LAYOUT);
	if (m == c->leaf)
		return;
	canvas_leave(c);
	number = record_content(c->record, m);
	if (m->artifact)
		content_mark(&c->content, artifact_begin(m->artifact));
	else {
		g_snprintf(begin, sizeof begin, "/%s<</MCID %d>>BDC", c->roles[m->index],
			   number);
		content_mark(&c->content, begin);
	}
	c->leaf = m;
}

/* ---- what is used ---- */

static void use(struct canvas *c, GArray *list, GArray *last, int number)
{
	if ((guint)number >= last->len)
		g_array_set_size(last, (guint)number + 1);
	if (g_array_index(last, int, number) == c->page)
		return;
	g_array_index(last, int, number) = c->page;
	g_array_append_val(list, number);
}

void canvas_use_font(struct canvas *c, int font)
{
	use(c, c->fonts, c->font_page, font);
}

void canvas_resources(struct canvas *c, GString *o)
{
	bool any = false;

	g_string_append(o, "<<");
	for (guint i = 0; i < c->fonts->len; i++) {
		int font = g_array_index(c->fonts, int, i);

		g_string_append_printf(o, "%s/f%d %d 0 R", i ? "" : "/Font<<", font,
				       kit_font_object(c->kit, font));
	}
	g_string_append(o, c->fonts->len ? ">>" : "");
	for (guint i = 0; i < c->pictures->len; i++) {
		int picture = g_array_index(c->pictures, int, i);

		g_string_append_printf(o, "%s/x%d %d 0 R", i ? "" : "/XObject<<", picture,
				       kit_picture_object(c->kit, picture));
	}
	g_string_append(o, c->pictures->len ? ">>" : "");
	for (int i = 0; i < 256; i++) {
		if (!c->content.alphas[i])
			continue;
		g_string_append_printf(o, "%s/a%d<</ca %d.%03d/CA %d.%03d>>",
				       any ? "" : "/ExtGState<<", i, i / 255,
				       i % 255 * 1000 / 255, i / 255, i % 255 * 1000 / 255);
		any = true;
	}
	g_string_append(o, any ? ">>>>" : ">>");
}

static void paints_through(struct canvas *c)
{
	if (c->record)
		record_page_at(c->record, (int)c->record->pages->len - 1)->transparent =
			true;
}

void canvas_color(struct canvas *c, struct color k)
{
	content_color(&c->content, k);
	if (k.a < 255)
		paints_through(c);
}

/* From the unit square of what is stored to that of what is shown, as Exif numbers them. */
static const cairo_matrix_t TURNS[] = {
	{1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
	{0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
};

void canvas_picture(struct canvas *c, const struct image *image, double x, double y,
		    double w, double h)
{
	struct kit_picture p = kit_picture(c->kit, image);
	cairo_matrix_t m, flip, to = {w, 0, 0, h, x, y};

	if (w <= 0 || h <= 0 || p.number < 0)
		return;
	use(c, c->pictures, c->picture_page, p.number);
	if (p.transparent)
		paints_through(c);
	cairo_matrix_init(&flip, 1 / p.width, 0, 0, -1 / p.height, 0, 1);
	cairo_matrix_multiply(&m, &flip, &TURNS[image->orientation - 1]);
	cairo_matrix_multiply(&m, &m, &to);
	content_picture(&c->content, p.number, &m);
}

struct record_box canvas_device_box(struct canvas *c, double x, double y, double w,
				    double h)
{
	double x0 = x, y0 = y, x1 = x + w, y1 = y + h; /* turned by right angles only */

	cairo_matrix_transform_point(&c->content.state.ctm, &x0, &y0);
	cairo_matrix_transform_point(&c->content.state.ctm, &x1, &y1);
	return (struct record_box){fmin(x0, x1), fmin(y0, y1), fmax(x0, x1), fmax(y0, y1)};
}
