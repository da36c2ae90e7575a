/*
 * png.h - what is in a PNG file, as far as an image object needs it
 */
#ifndef PDF_PNG_H
#define PDF_PNG_H

#include "image/image.h"

#include <glib.h>
#include <stdbool.h>

enum png_type {
	PNG_GRAY = 0,
	PNG_RGB = 2,
	PNG_PALETTE = 3,
	PNG_GRAY_ALPHA = 4,
	PNG_RGBA = 6
};

struct png {
	unsigned width, height;
	int depth;
	enum png_type type;
	bool interlaced;
	const unsigned char *palette, *transparent; /* PLTE, tRNS; NULL: none */
	size_t n_palette, n_transparent;            /* bytes */
};

bool png_header(const struct image *, struct png *);
int png_channels(const struct png *);
size_t png_row_size(const struct png *, size_t width); /* without the filter's byte */

/* Whether the file's own compressed rows are whole and of what the header says. */
bool png_passes(const struct image *, const struct png *);
void png_append_data(const struct image *, GString *); /* those rows */

/* The rows as they are stored, each behind the byte of its filter; not of an interlaced file.
 * NULL: damaged. */
GByteArray *png_stored_rows(const struct image *, const struct png *);
/* Takes the filter from a row; above is the one before it, or NULL, step a pixel's bytes. */
void png_unfilter(unsigned char *row, const unsigned char *above, size_t n, size_t step,
		  int filter);
/* The rows without filter and in their order; NULL: damaged. */
GByteArray *png_rows(const struct image *, const struct png *);

#endif
