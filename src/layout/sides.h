/*
 * sides.h - side-floats, and the room that they leave for what stands beside them
 *
 * A float is placed where the line with its anchor begins, as far to its side as those
 * before it let it come, and not above them.  The list remembers the rectangles that are
 * taken; lines and blocks ask it what reaches into them (XSL 1.1, 4.4.2 and 7.19.3).
 */
#ifndef LAYOUT_SIDES_H
#define LAYOUT_SIDES_H

#include "layout/setter.h"

/* A side-float that is set, before it has a place. */
struct side_float {
	const struct area *area;
	struct vlist *list; /* what it was packed from */
	bool left;
	const struct fo *fo;
	Len page_height; /* 0: not known */
	Len width;       /* of the reference-area */
	bool in_text;    /* it is set as an ordinary block */
};

/* NULL if it must be set as an ordinary block instead: it stands where no float may (which
 * is reported), or would be higher than a page. */
const struct side_float *side_float_new(struct setter *, const struct fo *,
					const struct room *);
/* At the top of the next box of the list, or below it where there is no room beside others.
 */
void side_float_put(struct vlist *, const struct side_float *, const struct room *);

/* How far floats reach into a rectangle: from its left and its right edge. */
struct insets_of_sides {
	Len left, right;
};

/* Whether floats stand beside what comes next. */
bool sides_active(struct vlist *);
/* Into lines of the block whose room it is, `height` high, that begin at y. */
struct insets_of_sides sides_beside(struct vlist *, const struct setter *,
				    const struct fo *block, const struct room *, int64_t y,
				    Len height);
/* The nearest y below this one at which a float ends; the same if there is none. */
int64_t sides_next_end(struct vlist *, int64_t y);
/* A strut, if need be, so that the next box does not begin above y. */
void sides_move_below(struct vlist *, int64_t y, struct where);
/* The same, below all floats from the one with this number on: they were placed in a
 * reference-area that ends here.  sides_count gives the number of the next. */
int sides_count(const struct vlist *);
void sides_end(struct vlist *, int from, struct where);
/* The same, for the property clear. */
void sides_clear(struct vlist *, const struct fo *, bool rtl);
/* Whose lines keep their distance from those of this object. */
struct room sides_keep_offset(const struct fo *, const struct room *);
/* The room of a block with what intrusion-displace makes of it. */
struct room sides_room(struct vlist *, const struct setter *, const struct fo *,
		       const struct room *);
/* The room of an object that gives way as a whole, or moves below if it would be narrower
 * than `need`. */
struct room sides_give_way(struct vlist *, const struct setter *, const struct fo *,
			   const struct room *, Len need);
/* How far to the right a line of an item's label goes that is displaced from the next box
 * on; negative: to the left. */
Len sides_shift(struct vlist *, const struct room *item);

#endif
