/*
 * axis.h - where a line of a table's cell meets the axis of its column
 *
 * XSL 1.1, 7.16.9, and CSS 2, 17.5.5: cells of a column may be aligned on a string, mostly
 * the point of decimal fractions.
 */
#ifndef BASE_AXIS_H
#define BASE_AXIS_H

#include <stdbool.h>

/* A byte in a text that does not count: raised, as marks of footnotes and powers are. */
#define AXIS_RAISED '\001'

struct axis_point {
	int at;       /* byte of the text that begins behind the axis */
	bool is_end;  /* the axis touches what stands before that byte */
	bool figures; /* a line that says how far its column reaches on both sides */
};

/*
 * Where the string begins; where it is missing, the end of the line's number, so that signs
 * of per cent, units and marks hang over as they do behind a fraction; else the end of the
 * text.  A point or comma that no digit stands by is not one of a number.
 */
struct axis_point axis_find(const char *text, int n, const char *string);

#endif
