/*
 * canvas.h - cairo, with the state that drawing a page needs
 *
 * Rules that keep cairo 1.16 from losing content: tags are leaves, never nested, closed
 * before the page is shown, never opened inside a group; no unclipped paint and no fill of
 * a plain rectangle, as one that covers the page makes cairo forget all that came before.
 */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "pdf/record.h"

#include <cairo.h>

struct pictures;
struct diags;

struct canvas {
	cairo_t *cr;
	cairo_surface_t *surface;
	struct record *record;   /* NULL: plain */
	double least_side;       /* of the page, less a little */
	bool parted;             /* the next text ends a word, as a leader follows */
	const struct mark *leaf; /* the open one, NULL: none */
	struct pictures *pictures;
	struct diags *diags;
	GArray *glyphs, *clusters; /* cairo_glyph_t, cairo_text_cluster_t: of one text */
	GString *text;
	GHashTable *spaces; /* font -> its space's glyph + 1 */
};

struct canvas *canvas_new(cairo_surface_t *, struct record *, struct diags *);
void canvas_free(struct canvas *);

/* What follows belongs to a mark (or artifact); NULL: what has no mark is layout. */
void canvas_enter(struct canvas *, const struct mark *);
void canvas_leave(struct canvas *);

void canvas_color(struct canvas *, struct color);
/* A rectangle; one that could cover the page has a side drawn as a curve: see above. */
void canvas_box(struct canvas *, double x, double y, double w, double h);
/* The box of a user-space rectangle on the page, y downwards. */
struct record_box canvas_device_box(struct canvas *, double x, double y, double w,
				    double h);

/* glyphs.c: at the area's left edge and baseline */
void canvas_text(struct canvas *, const struct area_text *, double x, double baseline);

/* decor.c */
void canvas_decor(struct canvas *, const struct decor *, double x, double y, struct size);
void canvas_rule(struct canvas *, const struct area_rule *, double x, double y,
		 struct size);

/* picture.c */
struct pictures *pictures_new(void);
void pictures_free(struct pictures *);
void canvas_picture(struct canvas *, const struct image *, double x, double y, double w,
		    double h);

/* draw.c */
void canvas_page(struct canvas *, const struct page *, const struct mark *root);

#endif
