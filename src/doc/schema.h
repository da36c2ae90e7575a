/*
 * schema.h - a RELAX NG grammar in memory, for its reader and the patterns' maker
 */
#ifndef DOC_SCHEMA_H
#define DOC_SCHEMA_H

#include "doc/internal.h"
#include "doc/pattern.h"

struct schema {
	struct arena *arena;
	GPtrArray *docs;      /* xmlDoc: the grammar and what it includes */
	GHashTable *defines;  /* name -> GPtrArray of xmlNode <define>; "" is <start> */
	GHashTable *compiled; /* name -> pattern */
	GHashTable *contents; /* ELEMENT -> its content */
	GHashTable *patterns;
	const struct pattern *leaves[PATTERN_AFTER + 1]; /* those without parts, by kind */
	GHashTable *regexps; /* pattern parameter -> xmlRegexp */
	int n_patterns;
	int depth; /* of references that are being worked out */
};

const struct pattern *pattern_intern(struct schema *, struct pattern);
GHashTable *pattern_table_new(void);

#endif
