/*
 * search.h - the search index of the pages, as a script that a page can load from a disk
 */
#ifndef WEB_SEARCH_H
#define WEB_SEARCH_H

#include "web/web.h"

#include <glib.h>

/*
 * Cuts text into search terms (UTF-8, newly made; appended to the array): NFKC, small letters,
 * nothing that cannot be seen; words of scripts that write spaces without their accents; for
 * Thai, Lao, Khmer, Burmese and Chinese characters pairs of neighbouring clusters and each
 * run's last cluster.  find.js has the same rule; tests/web/terms.txt holds both to it.
 */
void search_terms(const char *text, GPtrArray *terms);

/* Writes assets/search.js from the tree of pages. */
bool search_write(const xmlNode *site, struct output_folder *, struct diags *);

#endif
