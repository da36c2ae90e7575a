/*
 * lines_area.h - a line in the making; shared by lines_area.c and lines_atoms.c
 */
#ifndef LAYOUT_LINES_AREA_H
#define LAYOUT_LINES_AREA_H

#include "layout/inlines.h"

/* Text of one run, style and box, or an object. */
struct atom {
	int from, to, run, level;
	const struct stretch *st;
	const struct glyph *glyphs;
	int n_glyphs;
	bool hyphen;
	Len width;
	Len letters; /* of it: what may be set wider or narrower */
};

struct maker {
	struct flat *f;
	struct setter *s;
	struct line_cursor *at;
	const struct line *line;
	GArray *atoms; /* struct atom; first logical, then visual order */
	bool reordered; /* the two differ */
	int64_t stretch, shrink, leader_stretch, leader_shrink;
	int64_t letters; /* width of those that may be set wider or narrower */
	int expansion;   /* by so many ten-thousandths they are */
	Len natural;   /* width of all as shaped */
	Len up, down;  /* of the line */
	Len before_edge, after_edge; /* above, below the baseline: what is aligned with them */
	Len need;      /* still to be distributed over glue of `total` */
	int64_t total, seen;
	Len given;
	Len leader_need; /* the same for leaders */
	int64_t leader_total;
	Len x0;	       /* of the line in the reference area, from its start edge */
	struct area *last_rule; /* underline that may go on */
	Len last_rule_y;
};

/* ---- lines_atoms.c ---- */
void line_cut(struct maker *);	   /* into atoms, with the sums of their widths and glue */
void line_reorder(struct maker *); /* into visual order */
void line_measure(struct maker *); /* up and down */
/* Of a box's baseline above the line's. */
static inline Len box_shift(const struct box *b)
{
	return b->shift + (b->edged ? b->edged->moved : 0);
}
/* How far an object reaches above its box's baseline. */
Len atom_up(const struct maker *, const struct atom *);
/* What of a glyph's advance may be set wider or narrower. */
Len letter_width(const struct maker *, const struct atom *, const struct glyph *);
Len glue_of(const struct maker *, const struct atom *, const struct glyph *, bool stretching);

/* ---- lines_axis.c ---- */
/* Whether the line is aligned on a string, and where between two edges it begins then. */
bool line_on_axis(const struct maker *, Len from, Len to, Len *x);

#endif
