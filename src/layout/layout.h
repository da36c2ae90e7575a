/*
 * layout.h - from the formatting tree to pages
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "area/area.h"
#include "base/diag.h"
#include "fo/fo.h"
#include "image/image.h"
#include "text/text.h"

struct layout_options {
	bool plain;	     /* --plain-shaping: as other formatters would set it, first of all
				no protrusion and line-height "normal" = 1.2 */
	bool show_breaks;    /* mark every break opportunity */
	void (*progress)(void *, int n_pages); /* or NULL */
	void *progress_data;
};

/* The caller frees it with book_free. It borrows fonts from the text engine and images from
 * the cache, which must outlive it.  The formatting tree may go; it
 * is only changed in that contents of markers are read again. */
struct book *layout_book(struct fo_tree *, struct text *, struct image_cache *,
			 const struct layout_options *, struct diags *);

#endif
