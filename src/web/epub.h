/*
 * epub.h - the book as one file for reading systems: EPUB 3.3
 */
#ifndef WEB_EPUB_H
#define WEB_EPUB_H

#include "web/web.h"

#include <stddef.h>
#include <stdint.h>

/* The pages of a tree made by web.xsl, in an archive that is the same for the same input;
 * epoch stands for every date.  False: reported. */
bool epub_write(const struct doc *site, const struct web_options *, int64_t epoch,
		struct output *, struct diags *);

/* Whether there is a page (as the HTML edition calls it) or picture of the name in the archive. */
bool epub_holds(const struct epub_files *, const char *file, size_t n);

#endif
