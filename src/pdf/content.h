/*
 * content.h - a page's content stream, written as the page is painted
 *
 * Coordinates are those of areas: points, y downwards, from the upper left corner of the
 * page or of what content_transform moved to.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "area/area.h"

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

/* What holds between q and Q. */
struct content_state {
	cairo_matrix_t ctm; /* to the page, y downwards */
	struct color color;
	bool colored;
	int font; /* -1: none */
	double size;
	int expansion; /* of letters, in ten-thousandths */
};

/* Where text goes on: an open string, the pen, the begin of its line. */
struct content_pen {
	bool text, array, string; /* between BT and ET, [ and ], ( and ) */
	bool wide;                /* codes of two bytes, in hexadecimal */
	cairo_matrix_t matrix;    /* of the text, but for the place */
	double x, line_x, line_y;
};

struct content {
	GString *out;
	struct content_state state;
	GArray *saved;       /* struct content_state */
	bool actual_outside; /* the text that stands for something began outside BT and ET
			      */
	struct content_pen pen;
	bool alphas[256]; /* opacities used: "/a128 gs" */
};

void content_init(struct content *);
void content_drop(struct content *);
void content_begin(struct content *, double height, int unit); /* of a new page */
void content_end(struct content *);

void content_save(struct content *);
void content_restore(struct content *);
void content_transform(struct content *, const cairo_matrix_t *);
void content_color(struct content *, struct color);

void content_move(struct content *, double x, double y);
void content_line(struct content *, double x, double y);
void content_curve(struct content *, const double points[6]);
void content_rectangle(struct content *, double x, double y, double w, double h);
void content_close(struct content *);
void content_fill(struct content *, bool even_odd);
void content_clip(struct content *);
/* How lines are drawn: in the colour of the moment, in dashes; on 0 makes round dots, off 0
 * a whole line. */
void content_pattern(struct content *, double width, double on, double off);
void content_stroke(struct content *);

/* /x12: a picture, from its own space to ours. */
void content_picture(struct content *, int number, const cairo_matrix_t *);

/* A marked content: "/P<</MCID 3>>BDC". */
void content_mark(struct content *, const char *begin);
void content_unmark(struct content *);

/* A font at a size (what is a matrix, as it may be slanted); /f3. */
struct content_type {
	int font;
	bool wide;
	cairo_matrix_t matrix;
};

/* Glyphs from here on are so many ten-thousandths wider than the font's. */
void content_expansion(struct content *, int);
void content_glyph(struct content *, const struct content_type *, unsigned code,
		   double advance, double x, double y);
/* Between the two, glyphs stand for these characters; or pictures: then no text is open. */
void content_actual_text(struct content *, const char *utf8, int n_bytes);
void content_actual_picture(struct content *, const char *utf8, int n_bytes);
void content_actual_end(struct content *);

#endif
