/*
 * doc.h - XML documents: loaded, validated, checked, transformed
 *
 * Products are immutable once made.  Owns libxml2 and libxslt; only fo/ and web/ look at
 * the XML besides.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/diag.h"
#include "base/file.h"

#include <libxml/tree.h>
#include <stdio.h>

struct doc;

/* Process-wide set-up of libxml2, libxslt (no network, catalogs, extension functions). */
void doc_init(void);
void doc_exit(void);

/* Parses, with XInclude and catalogs; NULL where not even the outer file is well-formed. */
struct doc *doc_load(const char *path, const struct sandbox *, struct diags *);
void doc_free(struct doc *);

/*
 * Applies a stylesheet of ours.  params: name, value, name, value ..., NULL as text, not
 * XPath; or NULL.  document() is bound by the sandbox.  xsl:message and hb:report() become
 * messages at the author's place.  NULL where nothing came out: reported.
 */
struct doc *doc_transform(const struct doc *, const char *stylesheet, const char *const *params,
			  const struct sandbox *, struct diags *);
const xmlDoc *doc_xml(const struct doc *);
void doc_dump(const struct doc *, FILE *); /* as XML */

/* A drawing without what would run or fetch where it is shown, each reported at the place that
 * names the drawing; NULL if there is nothing of the kind, else the new bytes, to be freed. */
char *active_clean_drawing(const char *bytes, size_t *n, struct where, struct diags *);

/* The files it was read from, NULL at the end; borrowed. */
const char *const *doc_files(const struct doc *);

/* The author's place of a node, through XInclude and XSLT. */
struct where doc_where(const struct doc *, const xmlNode *);

#endif
