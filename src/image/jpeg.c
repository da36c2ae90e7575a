/*
 * jpeg.c - size, resolution and components of a JPEG file, from its markers
 */
#include "image/formats.h"

#include <string.h>

enum { SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, APP0 = 0xE0, DHT = 0xC4, JPG = 0xC8, DAC = 0xCC };

static bool is_frame(int marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG &&
	       marker != DAC;
}

static void read_density(const unsigned char *p, size_t n, double *x, double *y)
{
	double unit;

	if (n < 14 || memcmp(p + 2, "JFIF", 5) != 0 || p[9] == 0 || p[9] > 2)
		return;
	unit = p[9] == 1 ? 72 : 72 / 2.54;
	if (be16(p + 10) && be16(p + 12)) {
		*x = unit / be16(p + 10);
		*y = unit / be16(p + 12);
	}
}

static const char *take_frame(struct image *i, const unsigned char *p, double x, double y)
{
	i->kind = IMAGE_JPEG;
	i->pixel_height = (int)be16(p + 3);
	i->pixel_width = (int)be16(p + 5);
	i->n_components = p[7];
	i->assumed = x <= 0;
	if (i->assumed)
		x = y = len_pt(PX);
	i->natural = (struct size){ PT(i->pixel_width * x), PT(i->pixel_height * y) };
	if (i->natural.width <= 0 || i->natural.height <= 0)
		return "the JPEG file has no sensible size";
	if (i->n_components != 1 && i->n_components != 3 && i->n_components != 4)
		return "the JPEG file has an unknown number of colours";
	return NULL;
}

const char *jpeg_read(struct image *i)
{
	const unsigned char *b = i->bytes;
	double x = 0, y = 0;

	for (size_t at = 2; at + 4 <= i->n_bytes;) {
		int marker = b[at + 1];
		size_t n;

		if (b[at] != 0xFF)
			break;
		if (marker == 0xFF) {
			at++;
			continue;
		}
		n = be16(b + at + 2);
		if (marker == SOS || marker == EOI || n < 2 || n > i->n_bytes - at - 2)
			break;
		if (marker == APP0)
			read_density(b + at + 2, n, &x, &y);
		if (is_frame(marker))
			return n < 8 ? "the JPEG file is damaged"
				     : take_frame(i, b + at + 2, x, y);
		at += n + 2;
	}
	return "the JPEG file is damaged";
}
