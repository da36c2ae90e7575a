/*
 * mend.h - the tree of the pages made to fit HTML's content models
 */
#ifndef WEB_MEND_H
#define WEB_MEND_H

#include "doc/doc.h"

/* The last step of making the tree of web.xsl, before anything is written from it. */
void web_mend(struct doc *site);

/* listing.c: lines of an <h:listing> get their numbers and marks. */
void web_number_lines(xmlNode *listing);

/* axes.c: cells with data-axis are aligned on that string in their columns. */
void web_align_cells(xmlNode *table);

#endif
