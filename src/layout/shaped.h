/*
 * shaped.h - paragraphs of a page-sequence that are kept as they were shaped
 */
#ifndef LAYOUT_SHAPED_H
#define LAYOUT_SHAPED_H

#include "fo/fo.h"
#include "text/text.h"

struct shaped;

struct shaped *shaped_new(void);
void shaped_free(struct shaped *);

/* A text, known by its first object and its number among those it begins, shaped now or
 * before: it lives as long as the table.  NULL where the table is full. */
const struct text_para *shaped_find(struct shaped *, struct text *, const struct fo *first,
				    int part, const struct text_source *);

#endif
