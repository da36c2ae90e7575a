/*
 * reading.c - the order in which a book is read
 *
 * Two passes over the marks and one counting sort over the contents; the merge of a mark's
 * contents with its children is done when it is asked for, without storing it.
 */
#include "area/reading.h"

#include <string.h>

enum { NOWHERE = INT32_MAX };

struct reading {
	int n_marks;
	const struct mark **marks; /* by index */
	int *from;  /* contents of mark i: own[from[i]] ... own[from[i + 1]] */
	int *own;   /* content numbers, ascending within a mark */
	int *first; /* first content below the mark, NOWHERE if none */
	bool *has;
};

const struct mark *mark_after(const struct mark *m)
{
	if (m->child)
		return m->child;
	while (m && !m->next)
		m = m->parent;
	return m ? m->next : NULL;
}

static void sort_contents(struct reading *r, const int *owners, int n)
{
	int *at = g_new0(int, r->n_marks + 1);

	for (int i = 0; i < n; i++)
		if (owners[i] >= 0)
			r->from[owners[i] + 1]++;
	for (int i = 0; i < r->n_marks; i++)
		r->from[i + 1] += r->from[i];
	memcpy(at, r->from, sizeof *at * (size_t)r->n_marks);
	for (int i = 0; i < n; i++)
		if (owners[i] >= 0)
			r->own[at[owners[i]]++] = i;
	g_free(at);
}

static void find_first(struct reading *r)
{
	for (int i = r->n_marks - 1; i >= 0; i--) {
		const struct mark *m = r->marks[i];
		int own = r->from[i] < r->from[i + 1] ? r->own[r->from[i]] : NOWHERE;

		r->first[i] = MIN(r->first[i], own);
		r->has[i] |= own != NOWHERE;
		if (!m->parent)
			continue;
		if (!m->aside)
			r->first[m->parent->index] =
				MIN(r->first[m->parent->index], r->first[i]);
		r->has[m->parent->index] |= r->has[i];
	}
}

static bool is_one_of(const char *role, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(role, *names) == 0)
			return true;
	return false;
}

bool mark_is_text(const struct mark *m)
{
	static const char *const roles[] = {"H",    "H1",    "H2",   "H3",        "H4",
					    "H5",   "H6",    "Lbl",  "Span",      "Code",
					    "Quote", "Link", "Reference", NULL};

	return is_one_of(m->role, roles);
}

/* A table keeps its grid: rows and cells without content stay. */
static void keep_cells(struct reading *r)
{
	static const char *const cells[] = {"TH", "TD", NULL};
	static const char *const rows[] = {"THead", "TBody", "TFoot", "TR", NULL};

	for (int i = 0; i < r->n_marks; i++) {
		const struct mark *m = r->marks[i];

		if (r->has[i] || !m->parent || !r->has[m->parent->index])
			continue;
		r->has[i] =
			is_one_of(m->role, cells) || (m->child && is_one_of(m->role, rows));
	}
}

struct reading *reading_new(const struct book *b, const int *owners, int n_owners)
{
	struct reading *r = g_new0(struct reading, 1);

	r->n_marks = b->n_marks;
	r->marks = g_new0(const struct mark *, r->n_marks + 1);
	r->from = g_new0(int, r->n_marks + 1);
	r->first = g_new0(int, r->n_marks + 1);
	r->has = g_new0(bool, r->n_marks + 1);
	r->own = g_new0(int, n_owners + 1);
	for (int i = 0; i < r->n_marks; i++)
		r->first[i] = NOWHERE;
	for (const struct mark *m = b->marks; m; m = mark_after(m))
		r->marks[m->index] = m;
	sort_contents(r, owners, n_owners);
	find_first(r);
	keep_cells(r);
	return r;
}

void reading_free(struct reading *r)
{
	if (!r)
		return;
	g_free(r->marks);
	g_free(r->from);
	g_free(r->own);
	g_free(r->first);
	g_free(r->has);
	g_free(r);
}

bool reading_has(const struct reading *r, const struct mark *m)
{
	return r->has[m->index];
}

int reading_first(const struct reading *r, const struct mark *m)
{
	return r->first[m->index] == NOWHERE ? -1 : r->first[m->index];
}

bool reading_blank(const struct area *a)
{
	if (a->kind != AREA_TEXT)
		return false;
	for (int i = 0; i < a->as.text.n_bytes; i++)
		if (a->as.text.text[i] != ' ')
			return false;
	return true;
}

static bool parted_on_line(const struct area *a, int kid)
{
	for (int i = kid + 1; i < a->n_kids; i++) {
		const struct area *k = a->kids[i].area;

		if (k->trace && strcmp(k->trace, "leader") == 0)
			return true;
		if (k->kind != AREA_RULE)
			return reading_blank(k) && k->as.text.n_bytes > 0;
	}
	return false;
}

static bool is_below(const struct mark *m, const struct mark *above)
{
	while (m && m != above)
		m = m->parent;
	return m != NULL;
}

/* Blocks of one element, but not the lines of one block. */
static bool ends_block(const struct area *a)
{
	if (a->kind == AREA_LINE)
		return a->as.line.ends;
	return a->kind == AREA_BOX && !(a->trace && strcmp(a->trace, "inline") == 0);
}

/* What stands above and what below, label and title of a heading, are not one word. */
static bool parted_in_text(const struct area *a, int kid, const struct mark *m)
{
	const struct mark *one = a->kids[kid].area->mark, *next;

	if (a->kind != AREA_BOX || kid + 1 >= a->n_kids)
		return false;
	next = a->kids[kid + 1].area->mark;
	one = one ? one : m;
	next = next ? next : m;
	if (!one || !next || one->artifact || next->artifact)
		return false;
	if (one == next)
		return mark_is_text(one) && ends_block(a->kids[kid].area);
	while (one && !is_below(next, one))
		one = one->parent;
	return one && (mark_is_text(one) || strcmp(one->role, "TOCI") == 0);
}

bool reading_parted(const struct area *a, int kid, const struct mark *m)
{
	return parted_on_line(a, kid) || parted_in_text(a, kid, m);
}

struct reading_walk reading_start(const struct reading *r, const struct mark *m)
{
	return (struct reading_walk){.child = m->child,
				     .own = r->from[m->index],
				     .own_end = r->from[m->index + 1]};
}

/*
 * Where a child stands among its parent's contents.  One that is set elsewhere stands right
 * behind its elder sibling; without one, before the next that is set in its place.
 */
static int position(const struct reading *r, const struct mark *m, bool elder)
{
	if (!m->aside && r->first[m->index] != NOWHERE)
		return r->first[m->index];
	if (elder || !m->aside)
		return -1;
	for (m = m->next; m; m = m->next)
		if (!m->aside && r->first[m->index] != NOWHERE)
			return r->first[m->index];
	return NOWHERE;
}

bool reading_next(const struct reading *r, struct reading_walk *w, struct reading_kid *kid)
{
	while (w->child && !r->has[w->child->index])
		w->child = w->child->next;
	if (w->own < w->own_end &&
	    (!w->child || r->own[w->own] < position(r, w->child, w->elder))) {
		*kid = (struct reading_kid){NULL, r->own[w->own++]};
		return true;
	}
	if (!w->child)
		return false;
	*kid = (struct reading_kid){w->child, -1};
	w->child = w->child->next;
	w->elder = true;
	return true;
}
