/*
 * content.h - a page's content stream, with cairo's tags turned into ours
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/record.h"
#include "pdf/syntax.h"

/* roles[i] is that of the mark with index i.  False: the stream is not as recorded. */
bool content_rewrite(struct slice, const struct record *, int page,
		     const char *const *roles, GString *out);

#endif
