/*
 * pdf.h - the book as a PDF file: tagged (PDF/UA-1), archival (PDF/A-2a), reproducible
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "area/area.h"
#include "base/diag.h"
#include "base/file.h"

#include <stdint.h>

enum pdf_linearize { PDF_LINEARIZE_AUTO, PDF_LINEARIZE_ALWAYS, PDF_LINEARIZE_NEVER };

struct pdf_attachment {
	const char *name, *type; /* file name shown, MIME type */
	const void *bytes;
	size_t n_bytes;
};

struct pdf_options {
	bool plain;    /* the pages and nothing else: untagged */
	int64_t epoch; /* seconds for all dates (SOURCE_DATE_EPOCH or the edition's date) */
	bool undated;  /* there is none: the file says no dates */
	enum pdf_linearize linearize;
	const struct pdf_attachment *attachments; /* any: PDF/A-3a */
	int n_attachments;
};

/* Writes to an open output; the caller commits.  False: reported. */
bool pdf_write(const struct book *, const struct pdf_options *, struct output *,
	       struct diags *);

#endif
