/*
 * formats.h - what each picture format's reader fills in; private to image/
 */
#ifndef IMAGE_FORMATS_H
#define IMAGE_FORMATS_H

#include "image/image.h"

/* Each takes an image whose bytes are set and fills in the rest; the reason where it cannot,
 * else NULL. */
const char *png_read(struct image *);
const char *jpeg_read(struct image *);
const char *svg_read(struct image *);
const char *pixels_read(struct image *); /* puts the pixels in place of the bytes */

/* From the TIFF data of an Exif block; 1 (upright) where it does not say. */
int exif_orientation(const unsigned char *, size_t n);

/* Whether a colour profile is sound and one for so many components. */
bool icc_fits(const unsigned char *, size_t n, int n_components);

/* Unzips g_malloc'ed bytes in place of themselves; the reason where it cannot. */
const char *svg_unzip(unsigned char **bytes, size_t *n);
void svg_free(struct image *);

#define PX PT(0.75) /* a CSS pixel, and one of a file that tells no resolution */

static inline unsigned be16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static inline unsigned be32(const unsigned char *p)
{
	return be16(p) << 16 | be16(p + 2);
}

#endif
