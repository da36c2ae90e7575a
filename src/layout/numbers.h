/*
 * numbers.h - page numbers as they are printed
 */
#ifndef LAYOUT_NUMBERS_H
#define LAYOUT_NUMBERS_H

#include "base/arena.h"
#include "fo/fo.h"

/* By the format, grouping-separator and grouping-size of a page-sequence, between the words of
 * its fo:folio-prefix and fo:folio-suffix. */
const char *number_label(struct arena *, int number, const struct fo *sequence);

#endif
