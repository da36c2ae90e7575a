/*
 * markers.h - which fo:marker a page shows
 */
#ifndef LAYOUT_MARKERS_H
#define LAYOUT_MARKERS_H

#include "layout/setter.h"

struct page_markers *page_markers_new(void);
void page_markers_free(struct page_markers *);

void page_markers_begin_sequence(struct page_markers *);
void page_markers_begin_page(struct page_markers *);
/* A spot on the page: the first or last area of the marker's parent is here. */
void page_markers_spot(struct page_markers *, const struct fo *marker, bool end);

#endif
