/*
 * pixels.c - pictures in formats that a PDF has no place for: decoded by gdk-pixbuf
 *
 * Of an animation the first picture.  Rows are kept as RGB, or RGBA where some pixel is not
 * opaque.
 */
#include "image/formats.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PIXELS ((gint64)100 << 20)

static void refuse_huge(GdkPixbufLoader *loader, int width, int height, gpointer huge)
{
	if ((gint64)width * height <= MAX_PIXELS)
		return;
	*(bool *)huge = true;
	gdk_pixbuf_loader_set_size(loader, 1, 1);
}

static GdkPixbuf *decode(const struct image *i, bool *huge)
{
	g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new();
	bool done;
	GdkPixbuf *p;

	g_signal_connect(loader, "size-prepared", G_CALLBACK(refuse_huge), huge);
	done = gdk_pixbuf_loader_write(loader, i->bytes, i->n_bytes, NULL);
	done = gdk_pixbuf_loader_close(loader, NULL) && done;
	p = done && !*huge ? gdk_pixbuf_loader_get_pixbuf(loader) : NULL;
	return p ? g_object_ref(p) : NULL;
}

static bool is_opaque(const GdkPixbuf *p)
{
	int stride = gdk_pixbuf_get_rowstride(p);
	const unsigned char *at = gdk_pixbuf_read_pixels(p);

	if (!gdk_pixbuf_get_has_alpha(p))
		return true;
	for (int y = 0; y < gdk_pixbuf_get_height(p); y++)
		for (int x = 0; x < gdk_pixbuf_get_width(p); x++)
			if (at[(size_t)y * (size_t)stride + (size_t)x * 4 + 3] != 255)
				return false;
	return true;
}

static unsigned char *copy_rows(const GdkPixbuf *p, int n_components)
{
	size_t width = (size_t)gdk_pixbuf_get_width(p), n = (size_t)n_components;
	size_t height = (size_t)gdk_pixbuf_get_height(p);
	size_t stride = (size_t)gdk_pixbuf_get_rowstride(p);
	size_t step = (size_t)gdk_pixbuf_get_n_channels(p);
	const unsigned char *from = gdk_pixbuf_read_pixels(p);
	unsigned char *rows = g_malloc_n(width * height, n), *to = rows;

	for (size_t y = 0; y < height; y++)
		for (size_t x = 0; x < width; x++, to += n)
			memcpy(to, from + y * stride + x * step, n);
	return rows;
}

static void read_size(struct image *i, GdkPixbuf *p)
{
	const char *x = gdk_pixbuf_get_option(p, "x-dpi"), *y = gdk_pixbuf_get_option(p, "y-dpi");
	double x_dpi = x ? atof(x) : 0, y_dpi = y ? atof(y) : 0;
	const char *turned = gdk_pixbuf_get_option(p, "orientation");

	i->pixel_width = gdk_pixbuf_get_width(p);
	i->pixel_height = gdk_pixbuf_get_height(p);
	i->assumed = x_dpi < 1 || y_dpi < 1;
	if (i->assumed)
		x_dpi = y_dpi = 96;
	i->natural = (struct size){ PT(i->pixel_width / x_dpi * 72),
				    PT(i->pixel_height / y_dpi * 72) };
	if (turned && *turned >= '1' && *turned <= '8')
		i->orientation = *turned - '0';
	if (i->orientation >= 5)
		i->natural = (struct size){ i->natural.height, i->natural.width };
}

const char *pixels_read(struct image *i)
{
	bool huge = false;
	g_autoptr(GdkPixbuf) p = decode(i, &huge);
	unsigned char *rows;

	if (!p)
		return huge ? "the picture is too large"
			    : "the picture is damaged, or of a kind that this machine cannot decode: "
			      "convert it to PNG";
	i->kind = IMAGE_PIXELS;
	read_size(i, p);
	if (i->natural.width <= 0 || i->natural.height <= 0)
		return "the picture has no sensible size";
	i->transparent = !is_opaque(p);
	i->n_components = i->transparent ? 4 : 3;
	rows = copy_rows(p, i->n_components);
	g_free((void *)(uintptr_t)i->bytes);
	i->bytes = rows;
	i->n_bytes = (size_t)i->pixel_width * (size_t)i->pixel_height * (size_t)i->n_components;
	return NULL;
}
