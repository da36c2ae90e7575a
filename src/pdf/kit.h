/*
 * kit.h - what pages are painted with: fonts and pictures, embedded before any page is
 *
 * cairo knows how to subset fonts and to turn SVG into PDF.  It gets a file of its own to
 * write, with a page for each font that shows all glyphs of the book, and a page for each
 * picture that it must draw.  Which code of which font shows a glyph is then read from
 * there, and the pages of the book are written by ourselves, each with nothing but its own
 * operators.
 */
#ifndef PDF_KIT_H
#define PDF_KIT_H

#include "area/area.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "pdf/parts.h"

struct kit;
struct image;

/* NULL: reported. */
struct kit *kit_new(const struct book *, struct diags *);
void kit_free(struct kit *);

/* cairo's file. */
const struct raw_file *kit_file(const struct kit *);
GByteArray *kit_bytes(struct kit *);

/* A font at a size. */
struct type;
const struct type *kit_type(const struct kit *, const struct text_font *);

struct kit_glyph {
	uint32_t id;
	struct content_type type;
	bool coded; /* else it has nothing to paint */
	unsigned code;
	double advance;
	const char *text; /* what the code alone means to a reader; NULL: not known */
	int n_bytes;
	uint32_t part; /* of a cluster: the character in the glyph's place, 0: none */
	bool parts_vary;
	unsigned nbsp;               /* the code that means a no-break space; 0: none */
	const struct emblem *emblem; /* a picture instead; NULL: none */
};

const struct kit_glyph *kit_glyph(const struct type *, uint32_t id);
uint32_t kit_space(const struct type *); /* the word space's glyph, 0: none */
const struct kit_glyph *kit_any_space(const struct kit *); /* of any font that has codes */

/* Pictures: numbers from 0; -1 for one that cannot be drawn.  The size is that of its own
 * coordinates, of a pixel image 1 by 1. */
struct kit_picture {
	int number;
	double width, height;
	bool transparent;
};

struct kit_picture kit_picture(const struct kit *, const struct image *);

/* Fonts are mended, pictures become objects, which may be asked for from now on. */
void kit_write(struct kit *, struct parts *, struct diags *);
int kit_font_object(const struct kit *, int font);
int kit_picture_object(const struct kit *, int number);

#endif
