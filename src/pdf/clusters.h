/*
 * clusters.h - which characters a reader gets for which glyphs of a text
 */
#ifndef PDF_CLUSTERS_H
#define PDF_CLUSTERS_H

#include "area/area.h"

#include <glib.h>

struct cluster {
	int n_bytes, n_glyphs;
};

/* In logical order; of text from right to left the last glyphs come first. */
struct clusters {
	GArray *all; /* struct cluster */
	GString *text;
};

void clusters_init(struct clusters *);
void clusters_drop(struct clusters *);
void clusters_read(struct clusters *, const struct area_text *);

/* Whether a word space goes behind the text; parted: a leader follows it. */
bool clusters_want_space(const struct clusters *, const struct area_text *, bool parted);

#endif
