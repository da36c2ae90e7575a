/*
 * compact.h - the finished file, written by ourselves
 */
#ifndef PDF_COMPACT_H
#define PDF_COMPACT_H

#include "pdf/syntax.h"

/* All objects that root and info lead to, cairo's and ours, into one file. */
GByteArray *compact_write(const struct raw_file *, const struct update *, int root,
			  int info);

#endif
