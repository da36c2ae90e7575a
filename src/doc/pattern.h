/*
 * pattern.h - RELAX NG as patterns that can be derived
 *
 * The simplified form of the specification.  Equal patterns are the same pointer, so that
 * what a validator has worked out about one can be kept.  All live in the schema's arena.
 */
#ifndef DOC_PATTERN_H
#define DOC_PATTERN_H

#include "base/arena.h"
#include "base/diag.h"

#include <libxml/tree.h>
#include <stdbool.h>

struct load;
struct schema;

enum pattern_kind {
	PATTERN_NOT_ALLOWED,
	PATTERN_EMPTY,
	PATTERN_TEXT,
	PATTERN_CHOICE,
	PATTERN_GROUP,
	PATTERN_INTERLEAVE,
	PATTERN_ONE_OR_MORE,
	PATTERN_LIST,
	PATTERN_DATA,
	PATTERN_VALUE,
	PATTERN_ATTRIBUTE,
	PATTERN_ELEMENT,
	PATTERN_AFTER, /* a is the rest of an element, b what follows it */
};

enum name_kind { NAME_ONE, NAME_ANY, NAME_NS, NAME_CHOICE };

struct name_class {
	enum name_kind kind;
	const char *ns, *local;
	const struct name_class *a, *b; /* choice; a: what is excepted from ANY and NS */
};

struct pattern {
	enum pattern_kind kind;
	bool nullable;
	int index; /* in order of making */
	const struct pattern *a, *b;
	const struct name_class *name; /* ELEMENT and ATTRIBUTE; a is ATTRIBUTE's value */
	xmlNode *node;	   /* ELEMENT, DATA, VALUE: in the schema */
	const char *text;  /* DATA: type; VALUE: the value */
};

struct schema *schema_load(struct load *, const char *path, struct where at, struct diags *);
void schema_free(struct schema *);

const struct pattern *schema_start(struct schema *);
/* What an element may hold: worked out when it is first asked for. */
const struct pattern *schema_content(struct schema *, const struct pattern *element);
/* Any element of this name, wherever the schema has it; NULL: none. */
const struct pattern *schema_element(struct schema *, const char *ns, const char *local);

bool name_matches(const struct name_class *, const char *ns, const char *local);

/* Simplifying constructors. */
const struct pattern *pattern_leaf(struct schema *, enum pattern_kind);
const struct pattern *pattern_choice(struct schema *, const struct pattern *, const struct pattern *);
const struct pattern *pattern_group(struct schema *, const struct pattern *, const struct pattern *);
const struct pattern *pattern_interleave(struct schema *, const struct pattern *,
					 const struct pattern *);
const struct pattern *pattern_after(struct schema *, const struct pattern *, const struct pattern *);
const struct pattern *pattern_one_or_more(struct schema *, const struct pattern *);

#endif
