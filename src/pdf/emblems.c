/*
 * emblems.c - glyphs that are pictures: emoji
 *
 * cairo paints the glyph, from a bitmap or from layers of colour, as large as the bitmaps
 * of such fonts mostly are.
 */
#include "pdf/emblems.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { EM = 128, MARGIN = 1 }; /* pixels */

struct emblems {
	GHashTable *by_name; /* "font glyph" -> struct emblem, or NULL */
};

static void free_emblem(gpointer p)
{
	struct emblem *e = p;

	if (!e)
		return;
	g_free((void *)(uintptr_t)e->image.bytes);
	g_free((void *)(uintptr_t)e->image.path);
	g_free(e);
}

struct emblems *emblems_new(void)
{
	struct emblems *e = g_new0(struct emblems, 1);

	e->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_emblem);
	return e;
}

void emblems_free(struct emblems *e)
{
	g_hash_table_unref(e->by_name);
	g_free(e);
}

static cairo_scaled_font_t *at_em(cairo_scaled_font_t *font)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_matrix_t size, page;
	cairo_scaled_font_t *large;

	cairo_matrix_init_scale(&size, EM, EM);
	cairo_matrix_init_identity(&page);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	large = cairo_scaled_font_create(cairo_scaled_font_get_font_face(font), &size,
					 &page, options);
	cairo_font_options_destroy(options);
	return large;
}

/* cairo's colours are multiplied with their opacity. */
static void put_pixel(unsigned char *to, uint32_t argb)
{
	unsigned a = argb >> 24;

	for (int i = 0; i < 3; i++)
		to[i] = a ? (unsigned char)MIN(255, (argb >> (16 - 8 * i) & 255) * 255 / a)
			  : 0;
	to[3] = (unsigned char)a;
}

/* Rows of RGBA; NULL: nothing is seen. */
static unsigned char *pixels_of(cairo_surface_t *s)
{
	int w = cairo_image_surface_get_width(s), h = cairo_image_surface_get_height(s);
	int stride = cairo_image_surface_get_stride(s);
	const unsigned char *rows;
	unsigned char *pixels = g_malloc_n((size_t)w * (size_t)h, 4);
	bool seen = false;

	cairo_surface_flush(s);
	rows = cairo_image_surface_get_data(s);
	for (int i = 0; i < w * h; i++) {
		uint32_t argb;

		memcpy(&argb, rows + (ptrdiff_t)(i / w) * stride + (ptrdiff_t)(i % w) * 4,
		       4);
		put_pixel(pixels + (size_t)i * 4, argb);
		seen |= argb >> 24 != 0;
	}
	if (seen)
		return pixels;
	g_free(pixels);
	return NULL;
}

static struct emblem *paint(cairo_scaled_font_t *font, uint32_t id)
{
	cairo_glyph_t glyph = {id, 0, 0};
	cairo_text_extents_t t;
	cairo_surface_t *s;
	cairo_t *cr;
	unsigned char *pixels;
	struct emblem *e = NULL;
	int w, h;

	cairo_scaled_font_glyph_extents(font, &glyph, 1, &t);
	w = (int)ceil(CLAMP(t.width, 0, 8 * EM)) + 2 * MARGIN;
	h = (int)ceil(CLAMP(t.height, 0, 8 * EM)) + 2 * MARGIN;
	s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
	cr = cairo_create(s);
	glyph.x = MARGIN - t.x_bearing;
	glyph.y = MARGIN - t.y_bearing;
	cairo_set_scaled_font(cr, font);
	cairo_show_glyphs(cr, &glyph, 1);
	cairo_destroy(cr);
	pixels = pixels_of(s);
	cairo_surface_destroy(s);
	if (!pixels)
		return NULL;
	e = g_new0(struct emblem, 1);
	e->image = (struct image){.kind = IMAGE_PIXELS,
				  .pixel_width = w,
				  .pixel_height = h,
				  .n_components = 4,
				  .orientation = 1,
				  .transparent = true,
				  .bytes = pixels,
				  .n_bytes = (size_t)w * (size_t)h * 4};
	e->x = -glyph.x / EM;
	e->y = -glyph.y / EM;
	e->width = (double)w / EM;
	e->height = (double)h / EM;
	return e;
}

const struct emblem *emblem_find(struct emblems *all, const char *font,
				 cairo_scaled_font_t *scaled, uint32_t glyph)
{
	g_autofree char *name = g_strdup_printf("%s %u", font, glyph);
	cairo_scaled_font_t *large;
	struct emblem *e;
	gpointer found;

	if (g_hash_table_lookup_extended(all->by_name, name, NULL, &found))
		return found;
	large = at_em(scaled);
	e = paint(large, glyph);
	cairo_scaled_font_destroy(large);
	if (e)
		e->image.path = g_strdup(name);
	g_hash_table_insert(all->by_name, g_steal_pointer(&name), e);
	return e;
}
