/*
 * png.c - what is in a PNG file: chunks and rows (ISO/IEC 15948)
 */
#include "pdf/png.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define MAX_BYTES ((size_t)1 << 30) /* of rows in memory */

struct chunk {
	const unsigned char *name, *data; /* NULL: no more */
	size_t n;
};

static unsigned read32(const unsigned char *p)
{
	return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
}

/* The chunk at an offset, which is moved on. */
static struct chunk next_chunk(const struct image *i, size_t *at)
{
	const unsigned char *p = i->bytes + *at;
	struct chunk c = {NULL, NULL, 0};
	size_t n;

	if (*at + 12 > i->n_bytes)
		return c;
	n = read32(p);
	if (n > i->n_bytes - *at - 12)
		return c;
	*at += n + 12;
	return (struct chunk){p + 4, p + 8, n};
}

static struct chunk find_chunk(const struct image *i, const char *name)
{
	size_t at = 8;
	struct chunk c;

	do {
		c = next_chunk(i, &at);
	} while (c.name && memcmp(c.name, name, 4) != 0);
	return c;
}

/* ---- the header ---- */

static bool is_type(int type, int depth)
{
	switch (type) {
	case PNG_GRAY:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
	case PNG_PALETTE:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8;
	case PNG_RGB:
	case PNG_GRAY_ALPHA:
	case PNG_RGBA:
		return depth == 8 || depth == 16;
	default:
		return false;
	}
}

bool png_header(const struct image *i, struct png *h)
{
	struct chunk c = find_chunk(i, "IHDR"), palette = find_chunk(i, "PLTE");
	struct chunk transparent = find_chunk(i, "tRNS");

	if (!c.name || c.n < 13 || !is_type(c.data[9], c.data[8]) || c.data[12] > 1)
		return false;
	*h = (struct png){.width = read32(c.data),
			  .height = read32(c.data + 4),
			  .depth = c.data[8],
			  .type = c.data[9],
			  .interlaced = c.data[12] == 1,
			  .palette = palette.data,
			  .n_palette = MIN(palette.n / 3, 256) * 3,
			  .transparent = transparent.n ? transparent.data : NULL,
			  .n_transparent = transparent.n};
	return h->width > 0 && h->height > 0 && h->width < 1 << 24 && h->height < 1 << 24 &&
	       (h->type != PNG_PALETTE || h->n_palette > 0);
}

int png_channels(const struct png *h)
{
	switch (h->type) {
	case PNG_RGB:
		return 3;
	case PNG_GRAY_ALPHA:
		return 2;
	case PNG_RGBA:
		return 4;
	case PNG_GRAY:
	case PNG_PALETTE:
		break;
	}
	return 1;
}

size_t png_row_size(const struct png *h, size_t width)
{
	return (width * (size_t)png_channels(h) * (size_t)h->depth + 7) / 8;
}

/* ---- the data ---- */

/* What damage in storage or transport leaves wrong: the sum that each chunk carries, or the
 * end.  Inflating the rows would tell no more of a file that a program wrote, and takes
 * longer than all else that is done to a picture. */
static bool undamaged(const struct image *i)
{
	struct chunk c;
	size_t at = 8;

	while ((c = next_chunk(i, &at)).name) {
		uLong sum = crc32_z(0, c.name, c.n + 4);

		if (sum != read32(c.data + c.n))
			return false;
		if (memcmp(c.name, "IEND", 4) == 0)
			return true;
	}
	return false;
}

bool png_passes(const struct image *i, const struct png *h)
{
	return !h->interlaced && h->type < PNG_GRAY_ALPHA && find_chunk(i, "IDAT").name &&
	       undamaged(i);
}

/* Inflates all IDAT chunks as one stream; whether they hold so many bytes. */
static bool inflate_rows(const struct image *i, unsigned char *to, size_t n)
{
	z_stream z = {.next_out = to, .avail_out = (uInt)n};
	struct chunk c;
	size_t at = 8;
	int status = Z_OK;

	if (inflateInit(&z) != Z_OK)
		return false;
	while (status == Z_OK && (c = next_chunk(i, &at)).name) {
		if (memcmp(c.name, "IDAT", 4) != 0)
			continue;
		z.next_in = (Bytef *)(uintptr_t)c.data;
		z.avail_in = (uInt)c.n;
		while (status == Z_OK && z.avail_in > 0)
			status = inflate(&z, Z_NO_FLUSH);
	}
	inflateEnd(&z);
	return z.total_out == n;
}

void png_append_data(const struct image *i, GString *o)
{
	size_t at = 8;
	struct chunk c;

	while ((c = next_chunk(i, &at)).name)
		if (memcmp(c.name, "IDAT", 4) == 0)
			g_string_append_len(o, (const char *)c.data, (gssize)c.n);
}

/* ---- rows ---- */

static int paeth(int left, int up, int corner)
{
	int p = left + up - corner;
	int l = abs(p - left), u = abs(p - up), c = abs(p - corner);

	return l <= u && l <= c ? left : u <= c ? up : corner;
}

/* Each byte was stored as the difference from a guess. */
void png_unfilter(unsigned char *row, const unsigned char *above, size_t n, size_t step,
		  int filter)
{
	for (size_t i = 0; i < n; i++) {
		int left = i >= step ? row[i - step] : 0, up = above ? above[i] : 0;
		int corner = above && i >= step ? above[i - step] : 0;

		switch (filter) {
		case 1:
			row[i] = (unsigned char)(row[i] + left);
			break;
		case 2:
			row[i] = (unsigned char)(row[i] + up);
			break;
		case 3:
			row[i] = (unsigned char)(row[i] + (left + up) / 2);
			break;
		case 4:
			row[i] = (unsigned char)(row[i] + paeth(left, up, corner));
			break;
		default:
			break;
		}
	}
}

static void unfilter_pass(unsigned char *rows, const struct png *h, size_t width,
			  size_t height)
{
	size_t n = png_row_size(h, width);
	size_t step = MAX(1, (size_t)png_channels(h) * (size_t)h->depth / 8);

	for (size_t y = 0; y < height; y++) {
		unsigned char *row = rows + y * (n + 1) + 1;

		png_unfilter(row, y > 0 ? row - n - 1 : NULL, n, step, row[-1]);
	}
}

/* An interlaced file has seven small pictures: first column and row, steps. */
struct pass {
	size_t x, y, dx, dy;
};

static const struct pass WHOLE[] = {{0, 0, 1, 1}, {0}};
static const struct pass ADAM7[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
				    {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}, {0}};

static size_t across(size_t whole, size_t from, size_t step)
{
	return whole > from ? (whole - from + step - 1) / step : 0;
}

static void copy_pixel(unsigned char *to, size_t x, const unsigned char *from, size_t at,
		       size_t bits)
{
	unsigned value;

	if (bits >= 8) {
		memcpy(to + x * bits / 8, from + at * bits / 8, bits / 8);
		return;
	}
	value = from[at * bits / 8] >> (8 - bits - at * bits % 8) & ((1u << bits) - 1);
	to[x * bits / 8] |= (unsigned char)(value << (8 - bits - x * bits % 8));
}

/* rows: of the pass; out: of the picture. */
static void place_pass(unsigned char *out, const unsigned char *rows, const struct png *h,
		       const struct pass *p)
{
	size_t bits = (size_t)png_channels(h) * (size_t)h->depth;
	size_t width = across(h->width, p->x, p->dx), stride = png_row_size(h, h->width);
	size_t n = png_row_size(h, width) + 1;

	for (size_t y = 0; y < across(h->height, p->y, p->dy); y++)
		for (size_t x = 0; x < width; x++)
			copy_pixel(out + (p->y + y * p->dy) * stride, p->x + x * p->dx,
				   rows + y * n + 1, x, bits);
}

GByteArray *png_stored_rows(const struct image *i, const struct png *h)
{
	size_t n = (png_row_size(h, h->width) + 1) * h->height;
	GByteArray *rows;

	if (n > MAX_BYTES)
		return NULL;
	rows = g_byte_array_new();
	g_byte_array_set_size(rows, (guint)n);
	if (inflate_rows(i, rows->data, n))
		return rows;
	g_byte_array_unref(rows);
	return NULL;
}

GByteArray *png_rows(const struct image *i, const struct png *h)
{
	const struct pass *passes = h->interlaced ? ADAM7 : WHOLE;
	size_t stored = 0, n = png_row_size(h, h->width) * h->height, at = 0;
	g_autofree unsigned char *data = NULL;
	GByteArray *rows;

	for (const struct pass *p = passes; p->dx; p++) {
		size_t width = across(h->width, p->x, p->dx);

		if (width > 0)
			stored += (png_row_size(h, width) + 1) *
				  across(h->height, p->y, p->dy);
	}
	if (stored > MAX_BYTES || n > MAX_BYTES)
		return NULL;
	data = g_malloc(stored);
	if (!inflate_rows(i, data, stored))
		return NULL;
	rows = g_byte_array_new();
	g_byte_array_set_size(rows, (guint)n);
	memset(rows->data, 0, n);
	for (const struct pass *p = passes; p->dx; p++) {
		size_t width = across(h->width, p->x, p->dx);
		size_t height = across(h->height, p->y, p->dy);

		if (width == 0)
			continue;
		unfilter_pass(data + at, h, width, height);
		place_pass(rows->data, data + at, h, p);
		at += (png_row_size(h, width) + 1) * height;
	}
	return rows;
}
