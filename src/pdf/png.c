/*
 * png.c - PNG data passed through
 *
 * Flate with a PNG predictor is PNG's own compression, so the IDAT chunks can be copied
 * (ISO 32000-1, 7.4.4.4): nothing is inflated or deflated.
 */
#include "pdf/png.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct chunk {
	const unsigned char *name, *data; /* NULL: no more */
	size_t n;
};

struct header {
	unsigned width, height;
	int depth, type, interlace;
};

enum { GRAY = 0, RGB = 2, PALETTE = 3 };

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

static bool read_header(const struct image *i, struct header *h)
{
	struct chunk c = find_chunk(i, "IHDR");

	if (i->kind != IMAGE_PNG || !c.name || c.n < 13)
		return false;
	*h = (struct header){read32(c.data), read32(c.data + 4), c.data[8], c.data[9],
			     c.data[12]};
	return h->width > 0 && h->height > 0 && h->width < 65536 && h->height < 65536;
}

static int components(const struct header *h)
{
	return h->type == RGB ? 3 : 1;
}

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

bool png_passes(const struct image *i)
{
	struct header h;
	struct chunk palette;

	if (!read_header(i, &h) || h.interlace != 0 || find_chunk(i, "tRNS").name)
		return false;
	if (h.type != GRAY && h.type != RGB && h.type != PALETTE)
		return false;
	if (h.depth != 1 && h.depth != 2 && h.depth != 4 && h.depth != 8 && h.depth != 16)
		return false;
	palette = find_chunk(i, "PLTE");
	if (h.type == PALETTE && (!palette.name || palette.n < 3 || h.depth > 8))
		return false;
	return find_chunk(i, "IDAT").name && undamaged(i);
}

static void put_space(GString *o, const struct image *i, const struct header *h)
{
	struct chunk palette = find_chunk(i, "PLTE");
	size_t n = MIN(palette.n / 3, 256);

	if (h->type != PALETTE) {
		g_string_append(o, h->type == RGB ? "/DeviceRGB" : "/DeviceGray");
		return;
	}
	g_string_append_printf(o, "[/Indexed/DeviceRGB %d<", (int)n - 1);
	for (size_t k = 0; k < n * 3; k++)
		g_string_append_printf(o, "%02X", palette.data[k]);
	g_string_append(o, ">]");
}

void png_write(GString *o, const struct image *i)
{
	struct header h;
	struct chunk c;
	size_t n = 0;

	if (!read_header(i, &h))
		return;
	for (size_t at = 8; (c = next_chunk(i, &at)).name;)
		n += memcmp(c.name, "IDAT", 4) == 0 ? c.n : 0;
	g_string_append_printf(o,
			       "<</Type/XObject/Subtype/Image/Width %u/Height %u"
			       "/BitsPerComponent %d/Filter/FlateDecode/DecodeParms"
			       "<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %u>>"
			       "/Length %lu/ColorSpace",
			       h.width, h.height, h.depth, components(&h), h.depth, h.width,
			       (unsigned long)n);
	put_space(o, i, &h);
	g_string_append(o, ">>\nstream\n");
	for (size_t at = 8; (c = next_chunk(i, &at)).name;)
		if (memcmp(c.name, "IDAT", 4) == 0)
			g_string_append_len(o, (const char *)c.data, (gssize)c.n);
	g_string_append(o, "\nendstream");
}

/* Start of image, a comment with our name and the index, a frame header, end of image. */
static const unsigned char BEGIN[] = "\xFF\xD8\xFF\xFE\x00\x16handbook-png";

enum { INDEX_AT = sizeof BEGIN - 1, N_DIGITS = 8, FRAME_AT = INDEX_AT + N_DIGITS };

GBytes *png_stand_in(const struct image *i, int index)
{
	unsigned w = (unsigned)i->pixel_width, h = (unsigned)i->pixel_height;
	unsigned char frame[] = {0xFF,
				 0xC0,
				 0,
				 17,
				 8,
				 (unsigned char)(h >> 8),
				 (unsigned char)h,
				 (unsigned char)(w >> 8),
				 (unsigned char)w,
				 3,
				 1,
				 0x11,
				 0,
				 2,
				 0x11,
				 0,
				 3,
				 0x11,
				 0,
				 0xFF,
				 0xD9};
	unsigned char bytes[FRAME_AT + sizeof frame + 1];

	memcpy(bytes, BEGIN, INDEX_AT);
	g_snprintf((char *)bytes + INDEX_AT, N_DIGITS + 1, "%08d", index);
	memcpy(bytes + FRAME_AT, frame, sizeof frame);
	return g_bytes_new(bytes, FRAME_AT + sizeof frame);
}

int png_stood_for(const char *stream, size_t n)
{
	char digits[N_DIGITS + 1] = {0};

	if (n < FRAME_AT || memcmp(stream, BEGIN, INDEX_AT) != 0)
		return -1;
	memcpy(digits, stream + INDEX_AT, N_DIGITS);
	return atoi(digits);
}
