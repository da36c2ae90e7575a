/*
 * suggest.c - the name that an unknown one may mean
 *
 * HTML's, which fingers write by themselves; else the nearest of those that may stand there
 * (Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals",
 * 1966), if it is near: one letter in five, or one the beginning of the other.
 */
#include "doc/internal.h"

#include <string.h>

enum { MAX_LENGTH = 40 };

static const char *const html[][2] = {
	{ "a", "link" },	  { "b", "emphasis" },	    { "br", NULL },
	{ "div", "section" },	  { "dl", "variablelist" }, { "dt", "term" },
	{ "em", "emphasis" },	  { "h1", "title" },	    { "h2", "title" },
	{ "h3", "title" },	  { "i", "emphasis" },	    { "img", "mediaobject" },
	{ "kbd", "userinput" },	  { "li", "listitem" },	    { "ol", "orderedlist" },
	{ "p", "para" },	  { "pre", "programlisting" }, { "q", "quote" },
	{ "span", "phrase" },	  { "strong", "emphasis" }, { "sub", "subscript" },
	{ "sup", "superscript" }, { "tt", "literal" },	    { "ul", "itemizedlist" },
};

/* Letters to add, take away or change; adjacent ones in the wrong order count as two. */
static size_t distance(const char *a, const char *b)
{
	size_t row[MAX_LENGTH + 1], n = strlen(b);

	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t up = row[j], same = corner + (a[i - 1] != b[j - 1]);

			row[j] = MIN(MIN(up, row[j - 1]) + 1, same);
			corner = up;
		}
	}
	return row[n];
}

static bool is_near(const char *wrong, const char *name, size_t d)
{
	size_t longer = MAX(strlen(wrong), strlen(name));

	if (strlen(name) > 3 && strlen(wrong) > 3 &&
	    (g_str_has_prefix(wrong, name) || g_str_has_prefix(name, wrong)))
		return true;
	return longer > 3 && d <= 1 + longer / 5;
}

const char *suggest_name(const char *wrong, const char *const *names, size_t n)
{
	const char *best = NULL;
	size_t least = MAX_LENGTH;

	for (size_t i = 0; i < G_N_ELEMENTS(html); i++)
		if (g_ascii_strcasecmp(html[i][0], wrong) == 0)
			return html[i][1];
	if (strlen(wrong) > MAX_LENGTH)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		size_t d = strlen(names[i]) > MAX_LENGTH ? MAX_LENGTH : distance(wrong, names[i]);

		if (d < least && is_near(wrong, names[i], d)) {
			least = d;
			best = names[i];
		}
	}
	return best;
}
