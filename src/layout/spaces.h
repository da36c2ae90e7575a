/*
 * spaces.h - space resolution (XSL 1.1, 4.3.1)
 */
#ifndef LAYOUT_SPACES_H
#define LAYOUT_SPACES_H

#include "fo/fo.h"

struct resolved {
	Len optimum, stretch, shrink;
};

/* A sequence of space-specifiers between two fences.  begins, ends: it begins or ends a
 * reference-area (a page, a cell ...). */
struct resolved spaces_resolve(const struct fo_space *const *, int n, bool begins,
			       bool ends);

#endif
