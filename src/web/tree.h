/*
 * tree.h - reading the tree that web.xsl makes: shared by the pages, the search and the EPUB
 */
#ifndef WEB_TREE_H
#define WEB_TREE_H

#include "doc/doc.h"

#include <stdbool.h>

#define TREE_XHTML "http://www.w3.org/1999/xhtml"

const xmlNode *tree_root(const struct doc *); /* <h:site>; borrowed */
bool tree_is(const xmlNode *, const char *name); /* an element with this local name */
/* The first element of the name below a node, a few levels deep; NULL where there is none. */
const xmlNode *tree_find(const xmlNode *, const char *name);
char *tree_attribute(const xmlNode *, const char *name); /* "" where it is missing; g_free it */
int tree_number(const char *); /* of an attribute; what is too large for a page counts as that */
bool tree_has_class(const xmlNode *, const char *class);

#endif
