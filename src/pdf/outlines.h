/*
 * outlines.h - the outlines of CJK fonts, without what cairo leaves in
 */
#ifndef PDF_OUTLINES_H
#define PDF_OUTLINES_H

#include "pdf/syntax.h"

/* A bare CFF font with all its glyphs and no subroutine that none of them calls; NULL: it
 * is not understood. */
GByteArray *outlines_prune(struct slice cff);

#endif
