/*
 * archive.h - the tagged, archival file
 */
#ifndef PDF_ARCHIVE_H
#define PDF_ARCHIVE_H

#include "pdf/parts.h"

/* The pages are drawn. */
bool archive_write(struct parts *, GByteArray *cairo_pdf, struct output *, struct diags *);

#endif
