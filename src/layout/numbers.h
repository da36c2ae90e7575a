/*
 * numbers.h - page numbers as they are printed
 */
#ifndef LAYOUT_NUMBERS_H
#define LAYOUT_NUMBERS_H

#include "base/arena.h"
#include "fo/fo.h"

/* By the format, grouping-separator and grouping-size of a page-sequence. */
const char *number_label(struct arena *, int number, const struct fo_style *);

#endif
