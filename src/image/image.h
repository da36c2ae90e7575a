/*
 * image.h - pictures: their sizes for layout, their bytes for the renderers
 *
 * PNG, JPEG and SVG (also gzipped), and what gdk-pixbuf decodes of GIF, TIFF, WebP and BMP;
 * by content and not by name.  An image is read once per cache, however often it is used.
 * Owns librsvg and gdk-pixbuf.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/diag.h"
#include "base/file.h"
#include "base/len.h"

#include <stdbool.h>
#include <stddef.h>

enum image_kind {
	IMAGE_PNG,
	IMAGE_JPEG,
	IMAGE_PIXELS, /* decoded: rows of RGB or RGBA, without gaps */
	IMAGE_SVG,
};

struct image {
	enum image_kind kind;
	const char *path;	/* as given, or "(inline)" */
	struct size natural;	/* intrinsic size: pixels at the file's resolution, else 96 dpi;
				   upright, as the orientation says */
	bool assumed;		/* the file does not say its resolution, or counts in CSS px */
	int pixel_width, pixel_height; /* as stored; 0 for SVG */
	int n_components;	/* JPEG: 1, 3, 4; pixels: 3, 4 */
	int orientation;	/* 1 ... 8 as Exif counts: how the stored rows are turned */
	bool transparent;	/* may let through what is behind it */
	bool inverted;		/* JPEG: CMYK as Adobe writes it, 255 is no ink */
	bool untransformed;	/* JPEG: RGB that is not stored as luma and chroma */
	unsigned char *icc;	/* colour profile that fits the components; NULL: none */
	size_t n_icc;
	const unsigned char *bytes; /* the file's own (SVG: unzipped), or the pixels */
	size_t n_bytes;
	void *svg; /* RsvgHandle, for IMAGE_SVG */
	int index; /* 0, 1, 2 ... in order of loading: equal bytes give the same image */
};

struct image_cache;

struct image_cache *image_cache_new(const struct sandbox *, struct diags *);
void image_cache_free(struct image_cache *);

/* Borrowed from the cache; NULL where it cannot be read or understood, reported once. */
const struct image *image_load(struct image_cache *, const char *path, struct where at);
const struct image *image_load_svg(struct image_cache *, const char *bytes, size_t n,
				   struct where at); /* fo:instream-foreign-object */

/* The bytes of a data: address, to be freed; NULL: damaged. */
char *image_read_data(const char *uri, size_t *n);

/* Only how large it is by nature, in CSS pixels; false where it is not understood. */
bool image_measure(const char *bytes, size_t n, int *width, int *height);

#endif
