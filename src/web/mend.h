/*
 * mend.h - the tree of the pages made whole and to fit HTML's content models
 */
#ifndef WEB_MEND_H
#define WEB_MEND_H

#include "doc/doc.h"

/* whole.c: puts the text of all pages into <h:whole>, where there is one. */
void web_gather(struct doc *site);

/* The last step of making the tree of web.xsl, before anything is written from it. */
void web_mend(struct doc *site);

/* listing.c: lines of an <h:listing> get their numbers and marks. */
void web_number_lines(xmlNode *listing);

/* axes.c: cells with data-axis are aligned on that string in their columns. */
void web_align_cells(xmlNode *table);

#endif
