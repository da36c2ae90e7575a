/*
 * derive.h - what a pattern becomes by a name, an attribute, a text
 *
 * James Clark, "An algorithm for RELAX NG validation", 2002.
 */
#ifndef DOC_DERIVE_H
#define DOC_DERIVE_H

#include "doc/schema.h"

struct derive {
	struct schema *schema;
	GHashTable *opened; /* (pattern, name) -> derivative */
	GHashTable *closed; /* pattern -> derivative */
	GHashTable *texts;  /* the same by any text, and */
	GHashTable *attributes; /* by an attribute of any value: (pattern, name) -> derivative */
	bool depends; /* the derivative that is being worked out holds for this text alone */
};

void derive_init(struct derive *, struct schema *);
void derive_clear(struct derive *);

/* name and ns are interned for the time of a validation: they are compared as pointers. */
const struct pattern *derive_open(struct derive *, const struct pattern *, const char *ns,
				  const char *local);
const struct pattern *derive_attribute(struct derive *, const struct pattern *, const char *ns,
				       const char *local, const char *value);
/* lenient: attributes that are still wanted are forgiven. */
const struct pattern *derive_close(struct derive *, const struct pattern *, bool lenient);
const struct pattern *derive_text(struct derive *, const struct pattern *, const char *text);
/* After an end tag; lenient: what is still wanted is forgiven. */
const struct pattern *derive_end(struct derive *, const struct pattern *, bool lenient);

#endif
