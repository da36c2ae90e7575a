/*
 * archive.h - from cairo's file to the tagged, archival one
 */
#ifndef PDF_ARCHIVE_H
#define PDF_ARCHIVE_H

#include "pdf/pdf.h"
#include "pdf/record.h"

bool archive_write(const struct book *, const struct record *, GByteArray *cairo_pdf,
		   const struct pdf_options *, struct output *, struct diags *);

#endif
