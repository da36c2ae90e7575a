/*
 * derive.c - derivatives of patterns
 *
 * Derivatives are kept by pattern and name: a book says the same few thousand things over
 * and over, so most steps are one look into a table.  Those by texts and values are where
 * the schema does not look at the characters.
 */
#include "doc/derive.h"

#include "doc/datatype.h"

#include <string.h>

/* ---- what is known ------------------------------------------------------------------ */

struct opening {
	const struct pattern *pattern, *result;
	const char *ns, *local;
};

static guint hash_opening(const void *p)
{
	const struct opening *o = p;

	return g_direct_hash(o->pattern) * 31u + g_direct_hash(o->local) * 7u +
	       g_direct_hash(o->ns);
}

static gboolean equal_openings(const void *p, const void *q)
{
	const struct opening *x = p, *y = q;

	return x->pattern == y->pattern && x->local == y->local && x->ns == y->ns;
}

void derive_init(struct derive *d, struct schema *s)
{
	d->schema = s;
	d->opened = g_hash_table_new_full(hash_opening, equal_openings, g_free, NULL);
	d->closed = g_hash_table_new(NULL, NULL);
	d->texts = g_hash_table_new(NULL, NULL);
	d->attributes = g_hash_table_new_full(hash_opening, equal_openings, g_free, NULL);
}

void derive_clear(struct derive *d)
{
	g_hash_table_destroy(d->opened);
	g_hash_table_destroy(d->closed);
	g_hash_table_destroy(d->texts);
	g_hash_table_destroy(d->attributes);
}

/* ---- into what follows -------------------------------------------------------------- */

enum wrapping { WRAP_AFTER, WRAP_GROUP, WRAP_INTERLEAVE_LEFT, WRAP_INTERLEAVE_RIGHT };

static const struct pattern *wrap(struct schema *s, enum wrapping how, const struct pattern *p,
				  const struct pattern *with)
{
	switch (how) {
	case WRAP_AFTER:
		return pattern_after(s, p, with);
	case WRAP_GROUP:
		return pattern_group(s, p, with);
	case WRAP_INTERLEAVE_LEFT:
		return pattern_interleave(s, with, p);
	case WRAP_INTERLEAVE_RIGHT:
		return pattern_interleave(s, p, with);
	}
	return p;
}

/* Puts what follows an element that was just opened into its surroundings. */
static const struct pattern *apply_after(struct schema *s, const struct pattern *p,
					 enum wrapping how, const struct pattern *with)
{
	if (p->kind == PATTERN_AFTER)
		return pattern_after(s, p->a, wrap(s, how, p->b, with));
	if (p->kind == PATTERN_CHOICE)
		return pattern_choice(s, apply_after(s, p->a, how, with),
				      apply_after(s, p->b, how, with));
	return pattern_leaf(s, PATTERN_NOT_ALLOWED);
}

/* ---- start tags --------------------------------------------------------------------- */

static const struct pattern *open_one(struct derive *d, const struct pattern *p, const char *ns,
				      const char *local)
{
	struct schema *s = d->schema;
	const struct pattern *a, *b;

	switch (p->kind) {
	case PATTERN_ELEMENT:
		if (!name_matches(p->name, ns, local))
			break;
		return pattern_after(s, schema_content(s, p), pattern_leaf(s, PATTERN_EMPTY));
	case PATTERN_CHOICE:
		return pattern_choice(s, open_one(d, p->a, ns, local),
				      open_one(d, p->b, ns, local));
	case PATTERN_GROUP:
		a = apply_after(s, open_one(d, p->a, ns, local), WRAP_GROUP, p->b);
		return p->a->nullable ? pattern_choice(s, a, open_one(d, p->b, ns, local)) : a;
	case PATTERN_INTERLEAVE:
		a = apply_after(s, open_one(d, p->a, ns, local), WRAP_INTERLEAVE_RIGHT, p->b);
		b = apply_after(s, open_one(d, p->b, ns, local), WRAP_INTERLEAVE_LEFT, p->a);
		return pattern_choice(s, a, b);
	case PATTERN_ONE_OR_MORE:
		b = pattern_choice(s, p, pattern_leaf(s, PATTERN_EMPTY));
		return apply_after(s, open_one(d, p->a, ns, local), WRAP_GROUP, b);
	case PATTERN_AFTER:
		return apply_after(s, open_one(d, p->a, ns, local), WRAP_AFTER, p->b);
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ATTRIBUTE:
		break;
	}
	return pattern_leaf(s, PATTERN_NOT_ALLOWED);
}

const struct pattern *derive_open(struct derive *d, const struct pattern *p, const char *ns,
				  const char *local)
{
	struct opening key = { .pattern = p, .ns = ns, .local = local };
	struct opening *known = g_hash_table_lookup(d->opened, &key);

	if (!known) {
		key.result = open_one(d, p, ns, local);
		known = g_memdup2(&key, sizeof key);
		g_hash_table_add(d->opened, known);
	}
	return known->result;
}

/* ---- text and attributes ------------------------------------------------------------ */

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static const struct pattern *text_of(struct derive *, const struct pattern *, const char *);

static bool is_list(struct derive *d, const struct pattern *p, const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);

	for (char **w = words; *w; w++)
		if (**w)
			p = text_of(d, p, *w);
	return p->nullable;
}

static const struct pattern *text_of(struct derive *d, const struct pattern *p, const char *text)
{
	struct schema *s = d->schema;
	const struct pattern *a, *b, *empty = pattern_leaf(s, PATTERN_EMPTY);

	switch (p->kind) {
	case PATTERN_TEXT:
		return p;
	case PATTERN_DATA:
		d->depends = true;
		if (datatype_allows(s, p, text))
			return empty;
		break;
	case PATTERN_VALUE:
		d->depends = true;
		if (datatype_equal(p, text))
			return empty;
		break;
	case PATTERN_LIST:
		d->depends = true;
		if (is_list(d, p->a, text))
			return empty;
		break;
	case PATTERN_CHOICE:
		return pattern_choice(s, text_of(d, p->a, text), text_of(d, p->b, text));
	case PATTERN_GROUP:
		a = pattern_group(s, text_of(d, p->a, text), p->b);
		return p->a->nullable ? pattern_choice(s, a, text_of(d, p->b, text)) : a;
	case PATTERN_INTERLEAVE:
		a = pattern_interleave(s, text_of(d, p->a, text), p->b);
		b = pattern_interleave(s, p->a, text_of(d, p->b, text));
		return pattern_choice(s, a, b);
	case PATTERN_ONE_OR_MORE:
		return pattern_group(s, text_of(d, p->a, text), pattern_choice(s, p, empty));
	case PATTERN_AFTER:
		return pattern_after(s, text_of(d, p->a, text), p->b);
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_ATTRIBUTE:
	case PATTERN_ELEMENT:
		break;
	}
	return pattern_leaf(s, PATTERN_NOT_ALLOWED);
}

const struct pattern *derive_text(struct derive *d, const struct pattern *p, const char *text)
{
	const struct pattern *known = g_hash_table_lookup(d->texts, p);

	if (known)
		return known;
	d->depends = false;
	known = text_of(d, p, text);
	if (!d->depends)
		g_hash_table_insert(d->texts, (void *)(uintptr_t)p, (void *)(uintptr_t)known);
	return known;
}

static const struct pattern *attribute_of(struct derive *d, const struct pattern *p,
					  const char *ns, const char *local, const char *value)
{
	struct schema *s = d->schema;
	const struct pattern *a, *b, *none = pattern_leaf(s, PATTERN_NOT_ALLOWED);

	switch (p->kind) {
	case PATTERN_ATTRIBUTE:
		if (!name_matches(p->name, ns, local))
			break;
		if ((p->a->nullable && is_blank(value)) || text_of(d, p->a, value)->nullable)
			return pattern_leaf(s, PATTERN_EMPTY);
		break;
	case PATTERN_CHOICE:
		return pattern_choice(s, attribute_of(d, p->a, ns, local, value),
				      attribute_of(d, p->b, ns, local, value));
	case PATTERN_GROUP:
	case PATTERN_INTERLEAVE:
		/* An attribute stands once: where it is found the search can end. */
		a = attribute_of(d, p->a, ns, local, value);
		if (a != none)
			return p->kind == PATTERN_GROUP ? pattern_group(s, a, p->b)
							: pattern_interleave(s, a, p->b);
		b = attribute_of(d, p->b, ns, local, value);
		return p->kind == PATTERN_GROUP ? pattern_group(s, p->a, b)
						: pattern_interleave(s, p->a, b);
	case PATTERN_ONE_OR_MORE:
		return pattern_group(s, attribute_of(d, p->a, ns, local, value),
				     pattern_choice(s, p, pattern_leaf(s, PATTERN_EMPTY)));
	case PATTERN_AFTER:
		return pattern_after(s, attribute_of(d, p->a, ns, local, value), p->b);
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ELEMENT:
		break;
	}
	return none;
}

const struct pattern *derive_attribute(struct derive *d, const struct pattern *p, const char *ns,
				       const char *local, const char *value)
{
	struct opening key = { .pattern = p, .ns = ns, .local = local };
	struct opening *known = g_hash_table_lookup(d->attributes, &key);

	if (known)
		return known->result;
	d->depends = false;
	key.result = attribute_of(d, p, ns, local, value);
	if (!d->depends)
		g_hash_table_add(d->attributes, g_memdup2(&key, sizeof key));
	return key.result;
}

/* ---- the end of start tags ---------------------------------------------------------- */

static const struct pattern *close_one(struct schema *s, const struct pattern *p, bool lenient)
{
	switch (p->kind) {
	case PATTERN_ATTRIBUTE:
		return pattern_leaf(s, lenient ? PATTERN_EMPTY : PATTERN_NOT_ALLOWED);
	case PATTERN_CHOICE:
		return pattern_choice(s, close_one(s, p->a, lenient), close_one(s, p->b, lenient));
	case PATTERN_GROUP:
		return pattern_group(s, close_one(s, p->a, lenient), close_one(s, p->b, lenient));
	case PATTERN_INTERLEAVE:
		return pattern_interleave(s, close_one(s, p->a, lenient),
					  close_one(s, p->b, lenient));
	case PATTERN_ONE_OR_MORE:
		return pattern_one_or_more(s, close_one(s, p->a, lenient));
	case PATTERN_AFTER:
		return pattern_after(s, close_one(s, p->a, lenient), p->b);
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ELEMENT:
		break;
	}
	return p;
}

const struct pattern *derive_close(struct derive *d, const struct pattern *p, bool lenient)
{
	const struct pattern *known = lenient ? NULL : g_hash_table_lookup(d->closed, p);

	if (known)
		return known;
	known = close_one(d->schema, p, lenient);
	if (!lenient)
		g_hash_table_insert(d->closed, (void *)(uintptr_t)p, (void *)(uintptr_t)known);
	return known;
}

/* ---- end tags ----------------------------------------------------------------------- */

const struct pattern *derive_end(struct derive *d, const struct pattern *p, bool lenient)
{
	if (p->kind == PATTERN_AFTER && (lenient || p->a->nullable))
		return p->b;
	if (p->kind == PATTERN_CHOICE)
		return pattern_choice(d->schema, derive_end(d, p->a, lenient),
				      derive_end(d, p->b, lenient));
	return pattern_leaf(d->schema, PATTERN_NOT_ALLOWED);
}
