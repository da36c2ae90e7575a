/*
 * jpeg.c - size, resolution, colours and orientation of a JPEG file, from its markers
 *
 * The data itself is for the readers of the PDF, which know baseline and progressive files
 * of eight bits (ISO 32000-1, 7.4.8).
 */
#include "image/formats.h"

#include <glib.h>
#include <string.h>

enum {
	SOF0 = 0xC0, /* baseline */
	SOF2 = 0xC2, /* progressive */
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC,
	SOF15 = 0xCF,
	EOI = 0xD9,
	SOS = 0xDA,
	APP0 = 0xE0,
	APP1 = 0xE1,
	APP2 = 0xE2,
	APP14 = 0xEE,
};

/* What comes before the frame and is understood with it. */
struct markers {
	double x, y; /* points a pixel; 0: not said */
	bool adobe;
	GByteArray *icc;
};

static bool is_frame(int marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG &&
	       marker != DAC;
}

static void read_density(const unsigned char *p, size_t n, struct markers *m)
{
	double unit;

	if (n < 14 || memcmp(p + 2, "JFIF", 5) != 0 || p[9] == 0 || p[9] > 2)
		return;
	unit = p[9] == 1 ? 72 : 72 / 2.54;
	if (be16(p + 10) && be16(p + 12)) {
		m->x = unit / be16(p + 10);
		m->y = unit / be16(p + 12);
	}
}

/* A profile comes in parts, here in their order. */
static void read_profile(const unsigned char *p, size_t n, struct markers *m)
{
	static const char name[] = "ICC_PROFILE"; /* and a zero, number, count */
	size_t head = 2 + sizeof name + 2;

	if (n > head && memcmp(p + 2, name, sizeof name) == 0)
		g_byte_array_append(m->icc, p + head, (guint)(n - head));
}

static void read_marker(struct image *i, int marker, const unsigned char *p, size_t n,
			struct markers *m)
{
	if (marker == APP0)
		read_density(p, n, m);
	else if (marker == APP1 && n > 8 && memcmp(p + 2, "Exif\0", 6) == 0)
		i->orientation = exif_orientation(p + 8, n - 8);
	else if (marker == APP2)
		read_profile(p, n, m);
	else if (marker == APP14 && n >= 14 && memcmp(p + 2, "Adobe", 5) == 0)
		m->adobe = true;
}

static void take_colours(struct image *i, const unsigned char *p, size_t n,
			 const struct markers *m)
{
	i->n_components = p[7];
	i->inverted = m->adobe && i->n_components == 4;
	i->untransformed = !m->adobe && i->n_components == 3 && n >= 17 && p[8] == 'R' &&
			   p[11] == 'G' && p[14] == 'B';
	if (icc_fits(m->icc->data, m->icc->len, i->n_components)) {
		i->icc = g_memdup2(m->icc->data, m->icc->len);
		i->n_icc = m->icc->len;
	}
}

static const char *take_frame(struct image *i, int marker, const unsigned char *p, size_t n,
			      struct markers *m)
{
	i->kind = IMAGE_JPEG;
	i->pixel_height = (int)be16(p + 3);
	i->pixel_width = (int)be16(p + 5);
	i->assumed = m->x <= 0;
	if (i->assumed)
		m->x = m->y = len_pt(PX);
	i->natural = (struct size){ PT(i->pixel_width * m->x), PT(i->pixel_height * m->y) };
	if (i->orientation >= 5)
		i->natural = (struct size){ i->natural.height, i->natural.width };
	if (i->natural.width <= 0 || i->natural.height <= 0)
		return "the JPEG file has no sensible size";
	if (p[7] != 1 && p[7] != 3 && p[7] != 4)
		return "the JPEG file has an unknown number of colours";
	if (marker > SOF2 || p[2] != 8)
		return "the JPEG file is of a kind that few programs read: save it as baseline "
		       "or progressive JPEG with 8 bits";
	take_colours(i, p, n, m);
	return NULL;
}

static const char *read_markers(struct image *i, struct markers *m)
{
	const unsigned char *b = i->bytes;

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
		if (is_frame(marker))
			return n < 8 ? "the JPEG file is damaged"
				     : take_frame(i, marker, b + at + 2, n, m);
		read_marker(i, marker, b + at + 2, n, m);
		at += n + 2;
	}
	return "the JPEG file is damaged";
}

const char *jpeg_read(struct image *i)
{
	struct markers m = { .icc = g_byte_array_new() };
	const char *fault = read_markers(i, &m);

	g_byte_array_unref(m.icc);
	return fault;
}
