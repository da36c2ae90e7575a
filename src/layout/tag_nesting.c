/*
 * tag_nesting.c - lists and tables of contents have their parts and nothing else
 *
 * Formatting objects with roles can be nested as the author likes; ISO 32000-1, 14.8.4.3 is
 * stricter.  What stands between a list and its items, or an item and its label and body,
 * gets the missing element around it; parts outside their whole become plain groups.
 */
#include "layout/tags.h"

#include <string.h>

static bool is(const struct mark *m, const char *role)
{
	return m && strcmp(m->role, role) == 0;
}

/* Whether a child may stand directly in its parent; if not, what goes around it. */
static const char *missing_between(const struct mark *parent, const struct mark *m)
{
	if (is(parent, "L") && !is(m, "LI") && !is(m, "L") && !is(m, "Caption"))
		return "LI";
	if (is(parent, "LI") && !is(m, "Lbl") && !is(m, "LBody"))
		return "LBody";
	if (is(parent, "TOC") && !is(m, "TOCI") && !is(m, "TOC") && !is(m, "Caption"))
		return "TOCI";
	return NULL;
}

/* What a part becomes that stands outside its whole; NULL if it does not. */
static const char *stray(const struct mark *m)
{
	if (is(m, "LI") && !is(m->parent, "L"))
		return "Div";
	if (is(m, "LBody") && !is(m->parent, "LI"))
		return "Div";
	if (is(m, "TOCI") && !is(m->parent, "TOC"))
		return "P";
	return NULL;
}

/* One of our own, still under construction. */
static struct mark *ours(const struct mark *m)
{
	return (struct mark *)(uintptr_t)m;
}

/* Puts the children from `first` that miss the same element into a new one. */
static struct mark *wrap(struct arena *a, struct mark *parent, const struct mark *first,
			 const char *role)
{
	struct mark *w = ARENA_NEW(a, struct mark);
	struct mark *last = NULL;

	w->role = role;
	w->parent = parent;
	w->from = first->from;
	w->child = first;
	for (const struct mark *k = first; k && missing_between(parent, k) == role;
	     k = k->next) {
		ours(k)->parent = w;
		last = ours(k);
	}
	w->next = last->next;
	last->next = NULL;
	return w;
}

static void mend_children(struct arena *a, struct mark *m)
{
	const struct mark **link = &m->child;

	for (; *link; link = &ours(*link)->next) {
		const char *role = missing_between(m, *link);

		if (role)
			*link = wrap(a, m, *link, role);
	}
}

static bool takes_caption(const struct mark *m)
{
	if (!is(m, "Table") && !is(m, "L"))
		return false;
	for (const struct mark *k = m->child; k; k = k->next)
		if (is(k, "Caption"))
			return false;
	return true;
}

/* Takes the mark that a link leads to out of its row. */
static struct mark *unlink_mark(const struct mark **link)
{
	struct mark *m = ours(*link);

	*link = m->next;
	m->next = NULL;
	return m;
}

static void put_first(struct mark *parent, struct mark *m)
{
	m->parent = parent;
	m->next = parent->child;
	parent->child = m;
}

static void put_last(struct mark *parent, struct mark *m)
{
	const struct mark **link = &parent->child;

	while (*link)
		link = &ours(*link)->next;
	m->parent = parent;
	*link = m;
}

/* A caption that stands beside its table, or above its list, is announced with it only from
 * within. */
static void adopt_captions(struct mark *parent)
{
	for (const struct mark **link = &parent->child; *link && (*link)->next;) {
		struct mark *m = ours(*link), *next = ours(m->next);

		if (is(m, "Caption") && takes_caption(next))
			put_first(next, unlink_mark(link));
		else if (is(m, "Table") && is(next, "Caption") && !next->next && takes_caption(m))
			put_last(m, unlink_mark(&m->next));
		else
			link = &m->next;
	}
}

void tag_mend_nesting(struct arena *a, struct mark *root)
{
	for (const struct mark *m = root; m; m = mark_after(m))
		adopt_captions(ours(m));
	for (const struct mark *m = root; m; m = mark_after(m)) {
		const char *role = stray(m);

		if (role)
			ours(m)->role = role;
		mend_children(a, ours(m));
	}
}
