/*
 * picture.c - images, each of them once in the file
 *
 * Of pixels cairo gets a stand-in, which the archive pass replaces; only a plain file has
 * what cairo makes of them.  SVG is drawn as vectors and text.  Where it may use operators
 * that PDF has not, which would move all of the page's content into forms, it is recorded
 * once and placed as a form itself.
 */
#include "pdf/canvas.h"

#include "image/image.h"
#include "pdf/standin.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <string.h>

struct pictures {
	GHashTable *surfaces; /* struct image * -> cairo_surface_t * */
	GPtrArray *stand_ins; /* GBytes that surfaces borrow */
};

static void destroy_surface(gpointer s)
{
	cairo_surface_destroy(s);
}

struct pictures *pictures_new(void)
{
	struct pictures *p = g_new0(struct pictures, 1);

	p->stand_ins = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
	p->surfaces = g_hash_table_new_full(NULL, NULL, NULL, destroy_surface);
	return p;
}

void pictures_free(struct pictures *p)
{
	if (!p)
		return;
	g_hash_table_unref(p->surfaces);
	g_ptr_array_unref(p->stand_ins);
	g_free(p);
}

struct rest {
	const unsigned char *at;
	size_t n;
};

static cairo_status_t read_rest(void *data, unsigned char *to, unsigned n)
{
	struct rest *r = data;

	if (r->n < n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, r->at, n);
	r->at += n;
	r->n -= n;
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *surface_of_png(const struct image *image)
{
	struct rest r = {image->bytes, image->n_bytes};

	return cairo_image_surface_create_from_png_stream(read_rest, &r);
}

/* One pixel that is stretched: cairo takes size and content from the JPEG data. */
static cairo_surface_t *surface_of_data(const unsigned char *bytes, size_t n)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);

	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, bytes, n, NULL, NULL);
	return s;
}

/* With an archive pass to come. */
static cairo_surface_t *surface_of_standin(struct canvas *c, const struct image *image)
{
	GBytes *bytes = standin_new((int)c->record->pictures->len);
	const unsigned char *data = g_bytes_get_data(bytes, NULL);

	g_ptr_array_add(c->record->pictures, (gpointer)(guintptr)image);
	g_ptr_array_add(c->pictures->stand_ins, bytes);
	return surface_of_data(data, g_bytes_get_size(bytes));
}

/* cairo's colours are multiplied with their opacity. */
static uint32_t argb(const unsigned char *p, int n_components)
{
	uint32_t a = n_components == 4 ? p[3] : 255;

	return a << 24 | p[0] * a / 255 << 16 | p[1] * a / 255 << 8 | p[2] * a / 255;
}

static cairo_surface_t *surface_of_pixels(const struct image *image)
{
	int w = image->pixel_width, h = image->pixel_height, n = image->n_components;
	cairo_surface_t *s = cairo_image_surface_create(
		n == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, w, h);
	unsigned char *rows = cairo_image_surface_get_data(s);
	const unsigned char *from = image->bytes;

	for (int y = 0; rows && y < h; y++) {
		uint32_t *row =
			(uint32_t *)(void *)(rows + y * cairo_image_surface_get_stride(s));

		for (int x = 0; x < w; x++, from += n)
			row[x] = argb(from, n);
	}
	cairo_surface_mark_dirty(s);
	return s;
}

static cairo_surface_t *surface_of_svg(const struct image *image)
{
	double w = len_pt(image->natural.width), h = len_pt(image->natural.height);
	cairo_rectangle_t all = {0, 0, w, h};
	RsvgRectangle view = {0, 0, w, h};
	cairo_surface_t *s =
		cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &all);
	cairo_t *cr = cairo_create(s);
	bool done = rsvg_handle_render_document(image->svg, cr, &view, NULL);

	cairo_destroy(cr);
	if (done)
		return s;
	cairo_surface_destroy(s);
	return NULL;
}

static cairo_surface_t *make_surface(struct canvas *c, const struct image *image)
{
	cairo_surface_t *s = NULL;

	if (c->record && image->kind != IMAGE_SVG)
		return surface_of_standin(c, image);
	switch (image->kind) {
	case IMAGE_PNG:
		s = surface_of_png(image);
		break;
	case IMAGE_JPEG:
		s = surface_of_data(image->bytes, image->n_bytes);
		break;
	case IMAGE_PIXELS:
		s = surface_of_pixels(image);
		break;
	case IMAGE_SVG:
		s = surface_of_svg(image);
		break;
	}
	if (s && cairo_surface_status(s) == CAIRO_STATUS_SUCCESS)
		return s;
	if (s)
		cairo_surface_destroy(s);
	diag_once(c->diags, E_IMAGE, (struct where){0}, "%s: cannot be drawn", image->path);
	return NULL;
}

static cairo_surface_t *surface_of(struct canvas *c, const struct image *image)
{
	cairo_surface_t *s = g_hash_table_lookup(c->pictures->surfaces, image);
	char id[32];

	if (s || g_hash_table_contains(c->pictures->surfaces, image))
		return s;
	s = make_surface(c, image);
	if (s && image->kind != IMAGE_SVG) {
		g_snprintf(id, sizeof id, "%d", image->index);
		cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_UNIQUE_ID,
					    (const unsigned char *)g_intern_string(id),
					    strlen(id), NULL, NULL);
	}
	g_hash_table_insert(c->pictures->surfaces, (gpointer)(guintptr)image, s);
	return s;
}

static bool mentions(const struct image *image, const char *what)
{
	return memmem(image->bytes, image->n_bytes, what, strlen(what)) != NULL;
}

/* Drawn on the page itself, text stays text.  What may need operators that PDF has not goes
 * by way of a recording. */
static bool draw_svg(struct canvas *c, const struct image *image, double x, double y,
		     double w, double h)
{
	RsvgRectangle view = {x, y, w, h};
	bool done;

	if (image->kind != IMAGE_SVG || mentions(image, "filter") ||
	    mentions(image, "mask") || mentions(image, "mix-blend-mode"))
		return false;
	cairo_save(c->cr);
	canvas_box(c, x, y, w, h);
	cairo_clip(c->cr);
	done = rsvg_handle_render_document(image->svg, c->cr, &view, NULL);
	cairo_restore(c->cr);
	if (done && c->record)
		record_page_at(c->record, (int)c->record->pages->len - 1)->transparent =
			true;
	return done;
}

/* Of a surface, in its own units. */
static struct size extent(const struct image *image, cairo_surface_t *s)
{
	if (image->kind == IMAGE_SVG)
		return image->natural;
	return (struct size){PT(cairo_image_surface_get_width(s)),
			     PT(cairo_image_surface_get_height(s))};
}

/* From the unit square of what is stored to that of what is shown, as Exif numbers them. */
static const cairo_matrix_t TURNS[] = {
	{1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
	{0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
};

void canvas_picture(struct canvas *c, const struct image *image, double x, double y,
		    double w, double h)
{
	cairo_surface_t *s;
	struct size n;

	if (w <= 0 || h <= 0 || draw_svg(c, image, x, y, w, h))
		return;
	s = surface_of(c, image);
	if (!s)
		return;
	n = extent(image, s);
	if (n.width <= 0 || n.height <= 0)
		return;
	if (c->record && (image->kind == IMAGE_SVG || image->transparent))
		record_page_at(c->record, (int)c->record->pages->len - 1)->transparent =
			true;
	cairo_save(c->cr);
	canvas_box(c, x, y, w, h);
	cairo_clip(c->cr);
	cairo_translate(c->cr, x, y);
	cairo_scale(c->cr, w, h);
	cairo_transform(c->cr, &TURNS[image->orientation - 1]);
	cairo_scale(c->cr, 1 / len_pt(n.width), 1 / len_pt(n.height));
	cairo_set_source_surface(c->cr, s, 0, 0);
	cairo_paint(c->cr);
	cairo_restore(c->cr);
}
