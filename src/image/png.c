/*
 * png.c - size and resolution of a PNG file, from its chunks before the pixels
 */
#include "image/formats.h"

#include <string.h>

#define MAX_SIDE 100000

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
	for (size_t at = 33; at + 12 <= i->n_bytes;) {
		size_t n = be32(b + at);

		if (n > i->n_bytes - at - 12 || memcmp(b + at + 4, "IDAT", 4) == 0)
			break;
		if (memcmp(b + at + 4, "pHYs", 4) == 0 && n == 9)
			read_resolution(i, b + at + 8);
		at += n + 12;
	}
	if (i->natural.width <= 0 || i->natural.height <= 0)
		return "the PNG file has no sensible size";
	return NULL;
}
