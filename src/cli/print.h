/*
 * print.h - from formatting objects to a PDF file, shared by build and format
 */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/file.h"
#include "cli/cli.h"
#include "doc/doc.h"

#include <stdint.h>

struct book;

struct print {
	const struct options *options;
	const struct sandbox *sandbox;
	const struct doc *source; /* whose files --attach-source puts into the PDF */
	struct output *output;	  /* NULL with --stop-after */
	void (*laid_out)(void *data, const struct book *); /* or NULL */
	void *data;
	struct diags *diags;
};

/*
 * Formats to the open output, or prints the product that --stop-after names.  False where
 * nothing fit to be committed was written; everything is reported.
 */
bool print_fo(const struct print *, const struct doc *fo);

bool stops_after(const struct options *, const char *product);

/* The moment that all dates in results say: SOURCE_DATE_EPOCH, else the edition's date, of
 * which the day or month may be missing (or all of it: NULL).  False: there is none; a build
 * repeated has to be the same to the byte. */
bool edition_epoch(const char *iso, int64_t *epoch);

/* The folder of the input, those of --allow and that of the stylesheets. */
struct sandbox *open_sandbox(const struct options *, struct diags *);

/* Whether what was made may be published. */
bool is_publishable(const struct options *, const struct diags *);

#endif
