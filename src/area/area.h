/*
 * area.h - the result of layout: placed boxes on pages
 *
 * A tree without parent pointers: an area knows its size and what it shows, its place is in
 * the parent (struct place), so that one area can stand in several places (repeated table
 * heads).  Everything is visual: x to the right, y downwards, from the parent's upper left
 * corner, whatever the writing mode.  All memory belongs to the book's arena.
 */
#ifndef AREA_AREA_H
#define AREA_AREA_H

#include "area/mark.h"
#include "base/arena.h"
#include "base/len.h"
#include "base/where.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct area;
struct diags;     /* base/diag.h */
struct image;     /* image/image.h */
struct text_font; /* text/text.h */

struct place {
	Len x, y;
	const struct area *area;
};

enum border_style {
	BORDER_NONE,
	BORDER_HIDDEN,
	BORDER_DOTTED,
	BORDER_DASHED,
	BORDER_SOLID,
	BORDER_DOUBLE,
	BORDER_GROOVE,
	BORDER_RIDGE,
	BORDER_INSET,
	BORDER_OUTSET,
};

struct edge {
	Len width; /* 0: no border on this edge */
	enum border_style style;
	struct color color;
};

/* What is painted behind an area, over its whole size (the border rectangle). */
struct decor {
	struct color background;
	struct edge top, right, bottom, left;
	Len radius; /* of all corners; 0 square */
	const struct image *image;
	bool image_repeat_x, image_repeat_y;
	Len image_x, image_y; /* of the first tile, from the padding rectangle's corner */
	struct size image_size;
};

enum area_kind {
	AREA_BOX,   /* decor and kids: blocks, cells, regions, inline boxes, columns */
	AREA_LINE,  /* kids on one baseline */
	AREA_TEXT,  /* glyphs of one font */
	AREA_RULE,  /* a filled or patterned line: leaders, underlines, column and footnote
		       rules */
	AREA_IMAGE, /* kids none; size is the viewport, the image is placed within */
};

/* x offsets count from the area's left edge, y from its baseline (positive is up). */
struct area_glyph {
	uint32_t id;
	Len x, y;
};

/* A cluster: as many bytes of text show as these glyphs. In logical order. */
struct area_cluster {
	uint16_t n_bytes, n_glyphs;
};

struct area_text {
	const struct text_font *font;
	const struct area_glyph *glyphs; /* visual order, left to right */
	int n_glyphs;
	const struct area_cluster
		*clusters; /* logical order; right to left: last glyphs first */
	int n_clusters;
	const char *text; /* UTF-8, not terminated: what a reader extracts */
	int n_bytes;
	bool rtl;
	int16_t expansion; /* letters are so many ten-thousandths wider than the font's */
	bool space_after; /* a word space ends the line here: extractors need one */
	struct color color;
	const char *lang; /* BCP 47, interned */
};

struct area_rule {
	enum border_style style;
	struct color color;
	bool vertical;
};

struct area_image {
	const struct image *image;
	struct rect at; /* within the area: may be larger than it when clipped */
};

/* How well a line is set, for quality.c. */
struct area_line {
	bool begins, ends; /* its paragraph, or what stands between line feeds that were kept */
	bool hyphen;       /* a word is divided at its end */
	bool divided;      /* by that hyphen or one of the word's own */
	int ratio;         /* per cent of the stretch (negative: shrink) of its spaces in use */
	Len over;          /* too wide by so much */
};

/* Where a link leads: one of the two, or neither. */
struct link {
	const char *destination; /* id inside the book */
	const char *uri;
	const char *contents;    /* the link's text, for readers that cannot see */
	const struct mark *mark; /* of the Link element */
};

struct area {
	enum area_kind kind;
	struct size size;
	Len baseline;              /* LINE, TEXT and inline boxes: from the top */
	const struct decor *decor; /* NULL: nothing */
	const struct place *kids;
	int n_kids;
	union {
		struct area_line line;
		struct area_text text;
		struct area_rule rule;
		struct area_image image;
	} as;
	bool clip;        /* cut off what lies outside */
	int16_t rotation; /* 0, 90, 180, 270 counter-clockwise; size is that before
			     rotation, the parent gives room for the rotated box, whose
			     corner is place */
	bool hidden;      /* visibility: hidden: takes room, paints nothing, stays in the
			     structure */
	const char *
		trace; /* what it came from, for the dump: "block", "list-item-label" ... */
	const char *id; /* first id that stands here, for destinations; NULL */
	const struct link *link;
	const struct mark *mark; /* NULL: the parent's */
	struct where from;
};

struct page {
	struct size size;
	const char *label;       /* as printed: "iv", "12" */
	int number;              /* folio value behind the label */
	const struct area *root; /* regions, at x = y = 0 */
	bool blank;
	bool ends; /* the flow ends here or the next page was asked for */
	Len short_by; /* blank above the notes or the foot: the greatest of its columns */
	Len foot;     /* blank below all that stands on it */
};

struct destination {
	const char *id;
	int page; /* index in pages */
	Len x, y;
};

struct bookmark {
	const char *title;
	const char *destination; /* id, or NULL */
	const char *uri;
	bool open;
	const struct bookmark *child, *next;
	struct where from;
};

/* From fo:declarations and the root: what the file says of itself. All may be NULL. */
struct book_meta {
	const char *title, *author, *subject, *keywords, *rights, *publisher, *edition;
	const char *date; /* ISO 8601 */
	const char *identifier, *lang, *creator;
};

struct book {
	struct arena *arena;
	struct page *pages;
	int n_pages;
	const struct destination *destinations; /* sorted by id (strcmp) */
	int n_destinations;
	const struct bookmark *bookmarks;
	const struct mark *marks; /* the root, role Document */
	int n_marks;
	struct book_meta meta;
	bool rtl; /* read from right to left: bound at the right */
};

void book_free(struct book *);

/*
 * The golden text format: one area a line, indented by depth,
 *
 *   page 1 "i" 595.28x841.89
 *     box region-body 70.87,70.87 453.54x700.16
 *       line 0.00,12.00 453.54x14.40 base 10.80
 *         text 0.00,0.00 33.20x12.00 "Some text" NotoSerif-Regular 10.00
 *
 * kind, trace, place (in the parent), size, then what the kind adds; points with two
 * decimals; decor, id, link, mark only where they are set.  What letters are wider than the
 * font's is in per cent.
 */
void book_dump(const struct book *, FILE *);

/* What a typographer would object to, as notes at the author's places and a last one that
 * counts them: single lines at the head or foot of a page, words divided across pages ... */
void book_quality(const struct book *, struct diags *);

/* The structure tree with its text, one element a line: the product "tags". */
void book_dump_tags(const struct book *, FILE *);

#endif
