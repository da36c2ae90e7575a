/*
 * raster.c - pictures made of pixels as image objects
 *
 * JPEG data stands as it is, and so do the compressed rows of most PNG files: Flate with a
 * PNG predictor is PNG's own compression (7.4.4.4).  Where colour and opacity are mixed, or
 * rows interlaced, they are taken apart and compressed anew, without loss.  A picture's own
 * colour profile goes with it; inks without one get that of offset print, as the file has
 * no other meaning for them (ISO 19005-2, 6.2.4).
 */
#include "pdf/raster.h"

#include "pdf/png.h"
#include "pdf/profile.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Of compression: the highest takes ten times as long for a fortieth of the size. */
enum { LEVEL = 3 };

/* Pixels of one kind, rows packed: colours, or the mask that says how opaque they are. */
struct plane {
	size_t width, height;
	int channels, depth;
	GByteArray *rows; /* NULL: there is none */
	bool filtered;    /* each row stands behind the byte of its filter, as in PNG */
};

/* Of a row, without its filter. */
static size_t row_size(const struct plane *a)
{
	return (a->width * (size_t)a->channels * (size_t)a->depth + 7) / 8;
}

/* ---- colours ---- */

static int write_profile(struct parts *p, const void *bytes, size_t n, int n_components)
{
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
	gpointer known = g_hash_table_lookup(p->profiles, sum);
	char entries[16];
	int id;

	if (known)
		return GPOINTER_TO_INT(known);
	id = update_new_ids(p->update, 1);
	g_snprintf(entries, sizeof entries, "/N %d", n_components);
	update_begin(p->update, id);
	pdf_stream(p->update->out, entries, bytes, n, true);
	update_end(p->update);
	g_hash_table_insert(p->profiles, g_steal_pointer(&sum), GINT_TO_POINTER(id));
	return id;
}

/* The colour space of an image whose colours are those of its components. */
static char *space_of(struct parts *p, const struct image *i, int n_components)
{
	int id = 0;

	if (i->icc) {
		id = write_profile(p, i->icc, i->n_icc, n_components);
	} else if (n_components == 4) {
		g_autoptr(GByteArray) inks = profile_cmyk();

		id = write_profile(p, inks->data, inks->len, 4);
	}
	if (id)
		return g_strdup_printf("[/ICCBased %d 0 R]", id);
	return g_strdup(n_components == 3 ? "/DeviceRGB" : "/DeviceGray");
}

static void put_begin(GString *o, size_t width, size_t height, int depth, const char *space)
{
	g_string_append_printf(o,
			       "<</Type/XObject/Subtype/Image/Width %lu/Height %lu"
			       "/BitsPerComponent %d/ColorSpace%s",
			       (unsigned long)width, (unsigned long)height, depth, space);
}

/* ---- JPEG ---- */

static void write_jpeg(struct parts *p, int id, const struct image *i)
{
	g_autofree char *space = space_of(p, i, i->n_components);
	GString *o = p->update->out;

	update_begin(p->update, id);
	put_begin(o, (size_t)i->pixel_width, (size_t)i->pixel_height, 8, space);
	g_string_append(o, "/Filter/DCTDecode");
	if (i->inverted)
		g_string_append(o, "/Decode[1 0 1 0 1 0 1 0]");
	if (i->untransformed)
		g_string_append(o, "/DecodeParms<</ColorTransform 0>>");
	g_string_append_printf(o, "/Length %lu>>\nstream\n", (unsigned long)i->n_bytes);
	g_string_append_len(o, (const char *)i->bytes, (gssize)i->n_bytes);
	g_string_append(o, "\nendstream");
	update_end(p->update);
}

/* ---- rows, compressed anew ---- */

/* The difference from the byte above, or from the pixel to the left where that is less. */
static void filter_row(GByteArray *out, const guint8 *row, const guint8 *above, size_t n,
		       size_t step)
{
	guint at = out->len;
	long up = 0, left = 0;
	guint8 *to;

	for (size_t i = 0; i < n; i++) {
		up += abs((signed char)(row[i] - (above ? above[i] : 0)));
		left += abs((signed char)(row[i] - (i >= step ? row[i - step] : 0)));
	}
	g_byte_array_set_size(out, at + 1 + (guint)n);
	to = out->data + at;
	*to++ = up <= left ? 2 : 1;
	for (size_t i = 0; i < n; i++) {
		guint8 guess = up <= left  ? (above ? above[i] : 0)
			       : i >= step ? row[i - step]
					   : 0;

		to[i] = (guint8)(row[i] - guess);
	}
}

static GByteArray *filtered(const struct plane *a)
{
	size_t n = row_size(a), step = MAX(1, (size_t)a->channels * (size_t)a->depth / 8);
	GByteArray *out;

	if (a->filtered)
		return g_byte_array_ref(a->rows);
	out = g_byte_array_sized_new((guint)((n + 1) * a->height));
	for (size_t y = 0; y < a->height; y++) {
		const guint8 *row = a->rows->data + y * n;

		filter_row(out, row, y > 0 ? row - n : NULL, n, step);
	}
	return out;
}

static void put_rows(GString *o, const struct plane *a)
{
	g_autoptr(GByteArray) out = filtered(a);
	uLongf z;
	g_autofree Bytef *packed = NULL;

	z = compressBound(out->len);
	packed = g_malloc(z);
	compress2(packed, &z, out->data, out->len, LEVEL);
	g_string_append_printf(o,
			       "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d"
			       "/BitsPerComponent %d/Columns %lu>>/Length %lu>>\nstream\n",
			       a->channels, a->depth, (unsigned long)a->width,
			       (unsigned long)z);
	g_string_append_len(o, (const char *)packed, (gssize)z);
	g_string_append(o, "\nendstream");
}

static bool is_opaque(const guint8 *bytes, size_t n)
{
	size_t i = 0;

	while (i < n && bytes[i] == 255)
		i++;
	return i == n;
}

static bool hides(const struct plane *mask)
{
	size_t n = row_size(mask), step = (size_t)mask->depth / 8;
	g_autofree guint8 *row = NULL, *above = NULL;

	if (!mask->rows || !mask->filtered)
		return mask->rows && !is_opaque(mask->rows->data, mask->rows->len);
	row = g_malloc(n);
	above = g_malloc0(n);
	for (size_t y = 0; y < mask->height; y++) {
		const guint8 *stored = mask->rows->data + y * (n + 1);
		guint8 *swap = row;

		memcpy(row, stored + 1, n);
		png_unfilter(row, above, n, step, *stored);
		if (!is_opaque(row, n))
			return true;
		row = above;
		above = swap;
	}
	return false;
}

/* A mask that hides nothing is none. */
static int write_mask(struct parts *p, const struct plane *mask)
{
	int id;

	if (!hides(mask))
		return 0;
	id = update_new_ids(p->update, 1);
	update_begin(p->update, id);
	put_begin(p->update->out, mask->width, mask->height, mask->depth, "/DeviceGray");
	put_rows(p->update->out, mask);
	update_end(p->update);
	return id;
}

static void put_mask(GString *o, int mask)
{
	if (mask)
		g_string_append_printf(o, "/SMask %d 0 R", mask);
}

static void write_planes(struct parts *p, int id, const struct plane *colours,
			 const struct plane *mask, const char *space)
{
	int under = write_mask(p, mask);

	update_begin(p->update, id);
	put_begin(p->update->out, colours->width, colours->height, colours->depth, space);
	put_mask(p->update->out, under);
	put_rows(p->update->out, colours);
	update_end(p->update);
}

/* The last channel is how opaque the pixel is: two planes.  A filtered byte depends on no
 * other channel (PNG, 9.2), so that both keep the row's filter. */
static void part(struct plane *colours, struct plane *mask)
{
	size_t size = (size_t)colours->depth / 8, n = size * (size_t)(colours->channels - 1);
	size_t head = colours->filtered ? 1 : 0;
	const guint8 *from = colours->rows->data;
	guint8 *to = colours->rows->data, *under;

	*mask = *colours;
	mask->channels = 1;
	mask->rows = g_byte_array_new();
	g_byte_array_set_size(mask->rows,
			      (guint)((row_size(mask) + head) * mask->height));
	under = mask->rows->data;
	colours->channels--;
	for (size_t y = 0; y < colours->height; y++) {
		if (head) {
			*under++ = *to++ = *from <= 4 ? *from : 0;
			from++;
		}
		for (size_t x = 0; x < colours->width; x++) {
			for (size_t k = 0; k < n; k++)
				*to++ = *from++;
			for (size_t k = 0; k < size; k++)
				*under++ = *from++;
		}
	}
	g_byte_array_set_size(colours->rows, (guint)(to - colours->rows->data));
}

static void drop_plane(struct plane *a)
{
	if (a->rows)
		g_byte_array_unref(a->rows);
}

/* ---- PNG ---- */

static char *png_space(struct parts *p, const struct image *i, const struct png *h)
{
	g_autofree char *base =
		space_of(p, i, h->type == PNG_GRAY || h->type == PNG_GRAY_ALPHA ? 1 : 3);
	GString *s;

	if (h->type != PNG_PALETTE)
		return g_steal_pointer(&base);
	s = g_string_new(NULL);
	g_string_append_printf(s, "[/Indexed%s %lu<", base,
			       (unsigned long)(h->n_palette / 3 - 1));
	for (size_t k = 0; k < h->n_palette; k++)
		g_string_append_printf(s, "%02X", h->palette[k]);
	g_string_append(s, ">]");
	return g_string_free(s, FALSE);
}

/* The one colour of the file that is not shown. */
static void put_key(GString *o, const struct png *h)
{
	int n = png_channels(h), mask = (1 << h->depth) - 1;

	if (!h->transparent || h->n_transparent < (size_t)n * 2 ||
	    (h->type != PNG_GRAY && h->type != PNG_RGB))
		return;
	g_string_append(o, "/Mask[");
	for (int i = 0; i < n; i++) {
		int v = (h->transparent[2 * i] << 8 | h->transparent[2 * i + 1]) & mask;

		g_string_append_printf(o, "%d %d ", v, v);
	}
	g_string_append_c(o, ']');
}

static int index_at(const guint8 *row, size_t x, int depth)
{
	size_t bit = x * (size_t)depth;

	return row[bit / 8] >> (8 - (size_t)depth - bit % 8) & ((1 << depth) - 1);
}

/* From the palette's own opacities. */
static struct plane palette_mask(const struct png *h, const GByteArray *rows)
{
	struct plane mask = {h->width, h->height, 1, 8, .rows = NULL};

	if (h->type != PNG_PALETTE || !h->transparent)
		return mask;
	mask.rows = g_byte_array_sized_new(h->width * h->height);
	for (unsigned y = 0; y < h->height; y++)
		for (unsigned x = 0; x < h->width; x++) {
			const guint8 *row = rows->data + y * png_row_size(h, h->width);
			size_t k = (size_t)index_at(row, x, h->depth);
			guint8 opacity = k < h->n_transparent ? h->transparent[k] : 255;

			g_byte_array_append(mask.rows, &opacity, 1);
		}
	return mask;
}

static void pass_png(struct parts *p, int id, const struct image *i, const struct png *h,
		     const char *space)
{
	GString *o = p->update->out;
	g_autoptr(GString) data = g_string_new(NULL);
	struct plane mask = {.rows = NULL};
	int under = 0;

	if (h->type == PNG_PALETTE && h->transparent) {
		g_autoptr(GByteArray) rows = png_rows(i, h);

		mask = rows ? palette_mask(h, rows) : mask;
		under = write_mask(p, &mask);
		drop_plane(&mask);
	}
	png_append_data(i, data);
	update_begin(p->update, id);
	put_begin(o, h->width, h->height, h->depth, space);
	put_mask(o, under);
	put_key(o, h);
	g_string_append_printf(o,
			       "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d"
			       "/BitsPerComponent %d/Columns %u>>/Length %lu>>\nstream\n",
			       png_channels(h), h->depth, h->width,
			       (unsigned long)data->len);
	g_string_append_len(o, data->str, (gssize)data->len);
	g_string_append(o, "\nendstream");
	update_end(p->update);
}

static bool write_png(struct parts *p, int id, const struct image *i)
{
	struct png h;
	struct plane colours, mask = {.rows = NULL};
	g_autofree char *space = NULL;
	g_autoptr(GString) key = g_string_new(NULL);
	bool alpha;

	if (!png_header(i, &h))
		return false;
	space = png_space(p, i, &h);
	if (png_passes(i, &h)) {
		pass_png(p, id, i, &h, space);
		return true;
	}
	alpha = h.type == PNG_GRAY_ALPHA || h.type == PNG_RGBA;
	colours = (struct plane){h.width, h.height, png_channels(&h), h.depth,
				 .filtered = alpha && !h.interlaced};
	colours.rows = colours.filtered ? png_stored_rows(i, &h) : png_rows(i, &h);
	if (!colours.rows)
		return false;
	if (alpha)
		part(&colours, &mask);
	else
		mask = palette_mask(&h, colours.rows);
	put_key(key, &h);
	g_string_prepend(key, space);
	write_planes(p, id, &colours, &mask, key->str);
	drop_plane(&colours);
	drop_plane(&mask);
	return true;
}

/* ---- decoded pixels ---- */

static void write_pixels(struct parts *p, int id, const struct image *i)
{
	struct plane colours = {(size_t)i->pixel_width, (size_t)i->pixel_height,
				i->n_components, 8, .rows = g_byte_array_new()};
	struct plane mask = {.rows = NULL};

	g_byte_array_append(colours.rows, i->bytes, (guint)i->n_bytes);
	if (i->n_components == 4)
		part(&colours, &mask);
	write_planes(p, id, &colours, &mask, "/DeviceRGB");
	drop_plane(&colours);
	drop_plane(&mask);
}

/* One white pixel. */
static void write_blank(struct parts *p, int id)
{
	update_begin(p->update, id);
	put_begin(p->update->out, 1, 1, 8, "/DeviceGray");
	g_string_append(p->update->out, "/Length 1>>\nstream\n\xFF\nendstream");
	update_end(p->update);
}

void raster_write(struct parts *p, int id, const struct image *i, struct diags *d)
{
	switch (i->kind) {
	case IMAGE_JPEG:
		write_jpeg(p, id, i);
		return;
	case IMAGE_PIXELS:
		write_pixels(p, id, i);
		return;
	case IMAGE_PNG:
		if (write_png(p, id, i))
			return;
		diag_once(d, E_IMAGE, (struct where){0}, "%s: the PNG file is damaged",
			  i->path);
		write_blank(p, id);
		return;
	case IMAGE_SVG:
		return;
	}
}
