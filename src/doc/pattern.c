/*
 * pattern.c - patterns, each made once
 */
#include "doc/schema.h"

#include <string.h>

static guint hash_pattern(const void *p)
{
	const struct pattern *x = p;

	return (guint)x->kind * 31u + g_direct_hash(x->a) * 17u + g_direct_hash(x->b) * 7u +
	       g_direct_hash(x->node) * 3u + g_direct_hash(x->name);
}

static gboolean equal_patterns(const void *p, const void *q)
{
	const struct pattern *x = p, *y = q;

	return x->kind == y->kind && x->a == y->a && x->b == y->b && x->node == y->node &&
	       x->name == y->name;
}

static bool is_nullable(const struct pattern *p)
{
	switch (p->kind) {
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
		return true;
	case PATTERN_CHOICE:
		return p->a->nullable || p->b->nullable;
	case PATTERN_GROUP:
	case PATTERN_INTERLEAVE:
		return p->a->nullable && p->b->nullable;
	case PATTERN_ONE_OR_MORE:
		return p->a->nullable;
	case PATTERN_NOT_ALLOWED:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ATTRIBUTE:
	case PATTERN_ELEMENT:
	case PATTERN_AFTER:
		return false;
	}
	return false;
}

const struct pattern *pattern_intern(struct schema *s, struct pattern p)
{
	struct pattern *kept = g_hash_table_lookup(s->patterns, &p);

	if (kept)
		return kept;
	p.nullable = is_nullable(&p);
	p.index = s->n_patterns++;
	kept = arena_copy(s->arena, &p, sizeof p);
	g_hash_table_add(s->patterns, kept);
	return kept;
}

const struct pattern *pattern_leaf(struct schema *s, enum pattern_kind kind)
{
	if (!s->leaves[kind])
		s->leaves[kind] = pattern_intern(s, (struct pattern){ .kind = kind });
	return s->leaves[kind];
}

static bool holds_choice(const struct pattern *in, const struct pattern *p)
{
	for (; in->kind == PATTERN_CHOICE; in = in->b)
		if (in->a == p)
			return true;
	return in == p;
}

/* A list to the right, without repetition. */
const struct pattern *pattern_choice(struct schema *s, const struct pattern *a,
				     const struct pattern *b)
{
	if (a->kind == PATTERN_NOT_ALLOWED || a == b)
		return b;
	if (b->kind == PATTERN_NOT_ALLOWED)
		return a;
	if (a->kind == PATTERN_CHOICE)
		return pattern_choice(s, a->a, pattern_choice(s, a->b, b));
	if (holds_choice(b, a) || (a->kind == PATTERN_EMPTY && b->nullable))
		return b;
	return pattern_intern(s, (struct pattern){ .kind = PATTERN_CHOICE, .a = a, .b = b });
}

static const struct pattern *pair(struct schema *s, enum pattern_kind kind,
				  const struct pattern *a, const struct pattern *b)
{
	if (a->kind == PATTERN_NOT_ALLOWED || b->kind == PATTERN_EMPTY)
		return a;
	if (b->kind == PATTERN_NOT_ALLOWED || a->kind == PATTERN_EMPTY)
		return b;
	return pattern_intern(s, (struct pattern){ .kind = kind, .a = a, .b = b });
}

const struct pattern *pattern_group(struct schema *s, const struct pattern *a,
				    const struct pattern *b)
{
	return pair(s, PATTERN_GROUP, a, b);
}

const struct pattern *pattern_interleave(struct schema *s, const struct pattern *a,
					 const struct pattern *b)
{
	return pair(s, PATTERN_INTERLEAVE, a, b);
}

const struct pattern *pattern_after(struct schema *s, const struct pattern *a,
				    const struct pattern *b)
{
	if (a->kind == PATTERN_NOT_ALLOWED || b->kind == PATTERN_NOT_ALLOWED)
		return pattern_leaf(s, PATTERN_NOT_ALLOWED);
	return pattern_intern(s, (struct pattern){ .kind = PATTERN_AFTER, .a = a, .b = b });
}

const struct pattern *pattern_one_or_more(struct schema *s, const struct pattern *a)
{
	if (a->kind == PATTERN_NOT_ALLOWED || a->kind == PATTERN_EMPTY ||
	    a->kind == PATTERN_ONE_OR_MORE)
		return a;
	return pattern_intern(s, (struct pattern){ .kind = PATTERN_ONE_OR_MORE, .a = a });
}

GHashTable *pattern_table_new(void)
{
	return g_hash_table_new(hash_pattern, equal_patterns);
}
