/*
 * spaces.c - resolve sequences of space-specifiers to one space
 *
 * XSL 1.1, 4.3.1: conditional spaces at the edge of a reference-area vanish; a forcing
 * space drives out all others; else the highest precedence survives, of these the greatest
 * optimum, with the narrowest range of those that share it.
 */
#include "layout/spaces.h"

static struct resolved add_forcing(const struct fo_space *const *s, int from, int to)
{
	struct resolved sum = {0, 0, 0};

	for (int i = from; i < to; i++) {
		if (s[i]->precedence != FO_FORCE)
			continue;
		sum.optimum += s[i]->optimum.fixed;
		sum.stretch += s[i]->maximum.fixed - s[i]->optimum.fixed;
		sum.shrink += s[i]->optimum.fixed - s[i]->minimum.fixed;
	}
	return sum;
}

static struct resolved strongest(const struct fo_space *const *s, int from, int to,
				 int highest)
{
	Len optimum = INT32_MIN, least = 0, most = 0;

	for (int i = from; i < to; i++)
		if (s[i]->precedence == highest)
			optimum = len_max(optimum, s[i]->optimum.fixed);
	least = INT32_MIN;
	most = INT32_MAX;
	for (int i = from; i < to; i++) {
		if (s[i]->precedence != highest || s[i]->optimum.fixed != optimum)
			continue;
		least = len_max(least, s[i]->minimum.fixed);
		most = len_min(most, s[i]->maximum.fixed);
	}
	return (struct resolved){optimum, len_max(most - optimum, 0),
				 len_max(optimum - least, 0)};
}

struct resolved spaces_resolve(const struct fo_space *const *s, int n, bool begins,
			       bool ends)
{
	int from = 0, to = n, highest = INT32_MIN;

	while (begins && from < to && !s[from]->retain)
		from++;
	while (ends && to > from && !s[to - 1]->retain)
		to--;
	if (from == to)
		return (struct resolved){0, 0, 0};
	for (int i = from; i < to; i++)
		if (s[i]->precedence > highest)
			highest = s[i]->precedence;
	if (highest == FO_FORCE)
		return add_forcing(s, from, to);
	return strongest(s, from, to, highest);
}
