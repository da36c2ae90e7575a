/*
 * canvas.h - the pages of a book as they are painted
 */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "pdf/clusters.h"
#include "pdf/content.h"
#include "pdf/kit.h"
#include "pdf/record.h"

struct canvas {
	struct content content;
	const struct kit *kit;
	struct record *record;    /* NULL: plain */
	const char *const *roles; /* by mark's index */
	bool parted;              /* the next text ends a word, as a leader follows */
	const struct mark *leaf;  /* the open one, NULL: none */
	struct clusters clusters;
	int page;                         /* from 1 */
	GArray *fonts, *pictures;         /* int: used on this page */
	GArray *font_page, *picture_page; /* int: by number, where it was used last */
};

struct canvas *canvas_new(const struct kit *, struct record *, const char *const *roles);
void canvas_free(struct canvas *);

/* The content of a page, until the next one is drawn. */
const GString *canvas_page(struct canvas *, const struct page *, const struct mark *root);
/* What it refers to: a dictionary. */
void canvas_resources(struct canvas *, GString *);

/* What follows belongs to a mark (or artifact); NULL: what has no mark is layout. */
void canvas_enter(struct canvas *, const struct mark *);
void canvas_leave(struct canvas *);

void canvas_color(struct canvas *, struct color);
void canvas_use_font(struct canvas *, int font);
/* The box of a rectangle on the page, y downwards. */
struct record_box canvas_device_box(struct canvas *, double x, double y, double w,
				    double h);

/* glyphs.c: at the area's left edge and baseline */
void canvas_text(struct canvas *, const struct area_text *, double x, double baseline);

/* decor.c */
void canvas_decor(struct canvas *, const struct decor *, double x, double y, struct size);
void canvas_rule(struct canvas *, const struct area_rule *, double x, double y,
		 struct size);

void canvas_picture(struct canvas *, const struct image *, double x, double y, double w,
		    double h);

/* draw.c */
void canvas_draw(struct canvas *, const struct page *, const struct mark *root);

#endif
