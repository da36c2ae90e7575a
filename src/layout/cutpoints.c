/*
 * cutpoints.c - where a vertical list may be cut, with prefix sums
 *
 * The height of any piece is one subtraction, so that the breaker need not look at items.
 */
#include "layout/breaker.h"

/* Less than two lines of any text, more than one. */
#define TWO_LINES PT(20)

/* No heading is further away than so many items. */
enum { NEAR = 64 };

static void count_notes(const struct item *item, struct cutpoint *sum)
{
	for (int i = 0; i < item->n_notes; i++)
		if (item->notes[i]->kind == NOTE_FOOTNOTE)
			sum->n_notes++;
		else
			sum->n_floats++;
}

static void pass_item(const struct item *item, struct cutpoint *sum)
{
	if (item->kind == ITEM_PENALTY)
		return;
	sum->before += item->len;
	if (item->kind == ITEM_GLUE) {
		sum->stretch += item->stretch;
		sum->shrink += item->shrink;
	}
	count_notes(item, sum);
}

static void settle(struct cutpoint *c)
{
	c->behind = c->before;
	c->stretch_behind = c->stretch;
	c->shrink_behind = c->shrink;
}

/* The next box is a heading itself, so that the cut parts two short sections. */
static bool begins_bound(const struct item *items, int n, int i)
{
	while (++i < n)
		if (items[i].kind == ITEM_PENALTY && items[i].cost >= COST_NEVER)
			return items[i].binds;
		else if (items[i].kind == ITEM_PENALTY)
			return false;
	return false;
}

/* Walks from a cut upwards: a heading with less than two lines below it comes before
 * anything else that may be cut from it. */
static bool strands(const struct item *items, int n, int cut)
{
	Len below = 0;

	for (int i = cut - 1; i >= 0 && i > cut - NEAR && below < TWO_LINES; i--)
		if (items[i].kind == ITEM_BOX)
			below += items[i].len;
		else if (items[i].kind == ITEM_PENALTY && items[i].cost < COST_KEEP)
			return false;
		else if (items[i].kind == ITEM_PENALTY && items[i].binds)
			return below > 0 && !begins_bound(items, n, cut);
	return false;
}

static bool begins_paragraph(const struct item *items, int line)
{
	for (int i = line - 1; i >= 0; i--)
		if (items[i].kind == ITEM_BOX)
			return items[i].source != items[line].source;
	return true;
}

/* From the end: which the next flexible paragraph is, for every cut. */
static void find_flexible(const struct item *items, int n, struct cutpoint *cuts,
			  int n_cuts)
{
	int shorter = INT32_MAX, longer = INT32_MAX, end = -1, cut = n_cuts - 1;

	for (int i = n - 1; i >= -1; i--) {
		for (; cut >= 0 && cuts[cut].item > i; cut--) {
			cuts[cut].shorter = shorter;
			cuts[cut].longer = longer;
		}
		if (i < 0 || items[i].kind != ITEM_BOX)
			continue;
		if (items[i].flexible)
			end = i;
		if (end < 0 || !begins_paragraph(items, i))
			continue;
		if (items[end].flexible & FLEX_SHORTER)
			shorter = end;
		if (items[end].flexible & FLEX_LONGER)
			longer = end;
		end = -1;
	}
}

static const struct item *undivided(const struct item *items, int cut)
{
	int i = cut - 1;

	if (items[cut].cost != COST_HYPHEN)
		return NULL;
	while (i >= 0 && items[i].kind != ITEM_BOX)
		i--;
	return i >= 0 && items[i].undivided ? &items[i] : NULL;
}

/* A cut at penalty i, behind what `sum` sums up. */
static struct cutpoint cut_at(struct vlist *v, int i, struct cutpoint sum)
{
	int n;
	const struct item *items = vlist_items(v, &n);
	const struct item *next = i + 1 < n ? &items[i + 1] : NULL;

	sum.item = i;
	sum.cost = items[i].cost;
	sum.to = items[i].to;
	sum.undivided = undivided(items, i);
	sum.strands = sum.cost < COST_NEVER && sum.cost >= 0 && strands(items, n, i);
	vlist_cut(v, i, &sum.end, &sum.begin);
	settle(&sum);
	if (next && next->kind == ITEM_GLUE && next->discard) {
		sum.behind += next->len;
		sum.stretch_behind += next->stretch;
		sum.shrink_behind += next->shrink;
	}
	sum.stretch += items[i].stretch;
	sum.shrink += items[i].shrink;
	sum.stretch_behind -= items[i].stretch_after;
	sum.shrink_behind -= items[i].shrink_after;
	return sum;
}

struct cutpoint *cutpoints_of(struct setter *s, struct vlist *v, int *n_cuts)
{
	int n, at = 0;
	const struct item *items = vlist_items(v, &n);
	struct cutpoint sum = {.item = 0};
	struct cutpoint *cuts;

	for (int i = 0; i < n; i++)
		at += items[i].kind == ITEM_PENALTY;
	cuts = ARENA_ARRAY(s->arena, struct cutpoint, at + 2);
	cuts[0] = sum;
	at = 1;
	for (int i = 0; i < n; i++) {
		if (items[i].kind == ITEM_PENALTY && i > 0)
			cuts[at++] = cut_at(v, i, sum);
		pass_item(&items[i], &sum);
	}
	cuts[at] = sum;
	cuts[at].item = n;
	cuts[at].cost = COST_FORCED;
	settle(&cuts[at++]);
	*n_cuts = at;
	find_flexible(items, n, cuts, at);
	return cuts;
}
