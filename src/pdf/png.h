/*
 * png.h - PNG data passed through: what a PDF image and a PNG file have in common
 */
#ifndef PDF_PNG_H
#define PDF_PNG_H

#include "image/image.h"

#include <glib.h>
#include <stdbool.h>

/* Whether the file's compressed rows can stand in a PDF as they are: no transparency, no
 * interlacing, undamaged. */
bool png_passes(const struct image *);

/* The image as a PDF stream object. */
void png_write(GString *, const struct image *);

/*
 * A JPEG header without an image, which cairo takes for one: it stands for image number
 * `index` until the archive pass puts the PNG data in its place.
 */
GBytes *png_stand_in(const struct image *, int index);
int png_stood_for(const char *stream, size_t n); /* the index, or -1 */

#endif
