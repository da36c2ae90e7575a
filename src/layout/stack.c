/*
 * stack.c - blocks one above another within a line: fractions, limits, pairs of scripts
 *
 * An inline-container with fox:stack is as wide as what it holds wants to be, and stands by
 * one of its blocks: "first", "second", "last" on the baseline of that one; "bar" with the end
 * of the first on the axis of formulas, as high as the middle of a small letter; "middle"
 * with its own middle there.
 */
#include "layout/inlines.h"

enum { MAX_DEPTH = 100 };

bool area_first_baseline(const struct area *a, Len *y, int depth)
{
	if (a->rotation)
		return false;
	if (a->kind == AREA_LINE) {
		*y += a->baseline;
		return true;
	}
	for (int i = 0; i < a->n_kids && depth < MAX_DEPTH; i++) {
		Len inner = *y + a->kids[i].y;

		if (!area_first_baseline(a->kids[i].area, &inner, depth + 1))
			continue;
		*y = inner;
		return true;
	}
	return false;
}

Len stack_width(struct setter *s, const struct fo *fo, Len most)
{
	return len_min(measure_blocks(s, fo).most + 1, most);
}

/* The area whose kids are the blocks. */
static const struct area *blocks_of(const struct area *a, Len *y)
{
	while (a->n_kids == 1 && a->kids[0].area->kind != AREA_LINE) {
		*y += a->kids[0].y;
		a = a->kids[0].area;
	}
	return a;
}

Len stack_baseline(const struct area *a, enum fo_keyword stack, Len axis)
{
	Len y = 0;
	const struct area *blocks = blocks_of(a, &y);
	int n = blocks->n_kids, which = 0;

	if (stack == KW_MIDDLE || n == 0)
		return a->size.height / 2 + axis;
	if (stack == KW_BAR)
		return y + blocks->kids[0].y + blocks->kids[0].area->size.height + axis;
	if (stack == KW_LAST)
		which = n - 1;
	else if (stack == KW_SECOND && n > 1)
		which = 1;
	y += blocks->kids[which].y;
	return area_first_baseline(blocks->kids[which].area, &y, 0) ? y : a->size.height;
}
