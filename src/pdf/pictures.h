/*
 * pictures.h - images, each of them once in the file
 */
#ifndef PDF_PICTURES_H
#define PDF_PICTURES_H

#include "image/image.h"
#include "pdf/kit.h"

struct pictures;

struct pictures *pictures_new(void);
void pictures_free(struct pictures *);
void pictures_add(struct pictures *, const struct image *);

/* Those that cairo must draw, each on a page of its own.  False: one has spoilt the whole
 * surface; it is left out the next time. */
bool pictures_draw(struct pictures *, cairo_surface_t *, cairo_t *, struct diags *);
int pictures_count_drawn(const struct pictures *);

struct kit_picture pictures_find(const struct pictures *, const struct image *);
/* first_page: in cairo's file, of the first picture drawn. */
void pictures_write(struct pictures *, struct parts *, int first_page, struct diags *);
int pictures_object(const struct pictures *, int number);

#endif
