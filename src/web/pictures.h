/*
 * pictures.h - the pictures, films and sounds of a book, read once for all editions
 */
#ifndef WEB_PICTURES_H
#define WEB_PICTURES_H

#include "base/diag.h"
#include "base/file.h"
#include "doc/doc.h"

struct web_picture {
	const char *file;   /* its name beside the pages */
	const char *bytes;
	size_t n;
	int width, height; /* in CSS pixels; 0: not known */
};

struct web_pictures;

/* Those that the tree of pages names; one that cannot be read is reported and left out. */
struct web_pictures *web_pictures_new(const struct doc *site, const struct sandbox *, struct diags *);
void web_pictures_free(struct web_pictures *);
const struct web_picture *web_pictures_find(const struct web_pictures *, const char *file); /* or NULL */
int web_pictures_count(const struct web_pictures *);
const struct web_picture *web_pictures_at(const struct web_pictures *, int); /* in the order of the book */

#endif
