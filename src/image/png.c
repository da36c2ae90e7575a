/*
 * png.c - size, resolution and colour profile of a PNG file, from its chunks before the pixels
 */
#include "image/formats.h"

#include <glib.h>
#include <string.h>
#include <zlib.h>

#define MAX_SIDE 100000
#define MAX_PROFILE (4 << 20)

enum { TYPE_AT = 25, GRAY = 0, GRAY_ALPHA = 4, RGB_ALPHA = 6 };

/* pHYs: pixels per metre. */
static void read_resolution(struct image *i, const unsigned char *chunk)
{
	double x = be32(chunk), y = be32(chunk + 4);

	if (chunk[8] != 1 || x < 1 || y < 1)
		return;
	i->natural.width = PT(i->pixel_width / x / 0.0254 * 72);
	i->natural.height = PT(i->pixel_height / y / 0.0254 * 72);
	i->assumed = false;
}

/* iCCP: a name, a zero, the method (0), then deflated. */
static void read_profile(struct image *i, const unsigned char *p, size_t n)
{
	const unsigned char *zero = memchr(p, 0, n);
	int type = i->bytes[TYPE_AT], n_components = type == GRAY || type == GRAY_ALPHA ? 1 : 3;
	g_autofree unsigned char *out = g_malloc(MAX_PROFILE);
	uLongf length = MAX_PROFILE;

	if (i->icc || !zero || zero + 2 >= p + n || zero[1] != 0 ||
	    uncompress(out, &length, zero + 2, (uLong)(p + n - zero - 2)) != Z_OK ||
	    !icc_fits(out, length, n_components))
		return;
	i->icc = g_memdup2(out, length);
	i->n_icc = length;
}

static void read_chunk(struct image *i, const unsigned char *name, size_t n)
{
	const unsigned char *data = name + 4;

	if (memcmp(name, "pHYs", 4) == 0 && n == 9)
		read_resolution(i, data);
	else if (memcmp(name, "iCCP", 4) == 0)
		read_profile(i, data, n);
	else if (memcmp(name, "tRNS", 4) == 0)
		i->transparent = true;
	else if (memcmp(name, "eXIf", 4) == 0)
		i->orientation = exif_orientation(data, n);
}

const char *png_read(struct image *i)
{
	const unsigned char *b = i->bytes;

	if (i->n_bytes < 45 || memcmp(b + 12, "IHDR", 4) != 0)
		return "the PNG file is damaged";
	if (be32(b + 16) < 1 || be32(b + 16) > MAX_SIDE || be32(b + 20) < 1 ||
	    be32(b + 20) > MAX_SIDE)
		return "the PNG file has no sensible size";
	i->kind = IMAGE_PNG;
	i->pixel_width = (int)be32(b + 16);
	i->pixel_height = (int)be32(b + 20);
	i->natural = (struct size){ i->pixel_width * PX, i->pixel_height * PX };
	i->assumed = true;
	i->transparent = b[TYPE_AT] == GRAY_ALPHA || b[TYPE_AT] == RGB_ALPHA;
	for (size_t at = 33; at + 12 <= i->n_bytes;) {
		size_t n = be32(b + at);

		if (n > i->n_bytes - at - 12 || memcmp(b + at + 4, "IDAT", 4) == 0)
			break;
		read_chunk(i, b + at + 4, n);
		at += n + 12;
	}
	if (i->orientation >= 5)
		i->natural = (struct size){ i->natural.height, i->natural.width };
	if (i->natural.width <= 0 || i->natural.height <= 0)
		return "the PNG file has no sensible size";
	return NULL;
}
