/*
 * emblems.h - glyphs that are pictures: emoji
 *
 * PDF has no fonts of coloured glyphs; each becomes an image, once for all sizes.
 */
#ifndef PDF_EMBLEMS_H
#define PDF_EMBLEMS_H

#include "image/image.h"

#include <cairo.h>

struct emblems;

struct emblems *emblems_new(void);
void emblems_free(struct emblems *);

/* A picture, and where it stands: from the glyph's origin, y downwards, in ems. */
struct emblem {
	struct image image;
	double x, y, width, height;
};

/* By the font's name and the glyph; borrowed.  NULL: cairo paints nothing. */
const struct emblem *emblem_find(struct emblems *, const char *font, cairo_scaled_font_t *,
				 uint32_t glyph);

#endif
