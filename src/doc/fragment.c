/*
 * fragment.c - a part of a text that is included
 *
 *   line=2,5                what stands between the ends of lines 2 and 5      (RFC 5147)
 *   char=0,80               the same in characters
 *   search=/a/,/b/          from the first line that holds a to the next that holds b
 *   search=2/a/;after,/b/;before;strip
 *                           from behind the second such line up to b, moved to the left
 *                           edge
 *
 * "trim" goes behind or before the line as "after" and "before" do, and leaves out blank
 * lines there.  Instead of / any sign may stand.  What RFC 5147 lets follow, ;length= and
 * ;md5=, says which text was meant: it is not compared.
 */
#include "doc/internal.h"

#include <string.h>

struct part {
	const char *from, *to;
	bool strip; /* the margin that all its lines have */
};

/* ---- by numbers --------------------------------------------------------------------- */

static const char *next_line(const char *p)
{
	const char *end = strchr(p, '\n');

	return end ? end + 1 : p + strlen(p);
}

static const char *skip(const char *text, guint64 n, bool lines)
{
	for (; n > 0 && *text; n--)
		text = lines ? next_line(text) : g_utf8_next_char(text);
	return text;
}

/* "2,5", "2,", ",5" or "2": to the end. */
static bool cut_range(struct part *part, const char *range, bool lines)
{
	const char *text = part->from;
	guint64 from = 0, to = G_MAXUINT64;
	char *end;

	if (!g_ascii_isdigit(range[0]) && !(range[0] == ',' && g_ascii_isdigit(range[1])))
		return false;
	from = g_ascii_strtoull(range, &end, 10);
	if (*end == ',' && g_ascii_isdigit(end[1]))
		to = g_ascii_strtoull(end + 1, &end, 10);
	part->from = skip(text, from, lines);
	part->to = to < from ? part->from
			     : skip(part->from, to == G_MAXUINT64 ? to : to - from, lines);
	return true;
}

/* ---- by what stands there ----------------------------------------------------------- */

/* "2/words/;after": where the line begins that is meant, and where the next; reads past it.
 */
static bool find_line(const char **pattern, const char *text, const char **begin,
		      const char **next)
{
	char *rest;
	guint64 n = g_ascii_strtoull(*pattern, &rest, 10);
	const char *end = *rest ? strchr(rest + 1, *rest) : NULL;
	g_autofree char *words = end ? g_strndup(rest + 1, (gsize)(end - rest - 1)) : NULL;

	if (!words || !*words)
		return false;
	*pattern = end + 1;
	n = MAX(n, 1);
	for (; *text; text = *next) {
		const char *found = strstr(text, words);

		*next = next_line(text);
		if (!found)
			return false;
		if (found < *next && --n == 0) {
			*begin = text;
			return true;
		}
	}
	return false;
}

static bool takes(const char **pattern, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*pattern, word, n) != 0)
		return false;
	*pattern += n;
	return true;
}

static bool is_blank(const char *from, const char *to)
{
	while (from < to && g_ascii_isspace(*from))
		from++;
	return from == to;
}

/* behind: where the end can be. */
static bool find_start(struct part *part, const char **pattern, const char **behind)
{
	const char *begin;

	*behind = part->from;
	if (**pattern == ',')
		return true;
	if (!find_line(pattern, part->from, &begin, behind))
		return false;
	part->from = begin;
	if (takes(pattern, ";after")) {
		part->from = *behind;
	} else if (takes(pattern, ";trim")) {
		part->from = *behind;
		while (*part->from && is_blank(part->from, next_line(part->from)))
			part->from = next_line(part->from);
	} else {
		takes(pattern, ";from");
	}
	return true;
}

static bool find_end(struct part *part, const char **pattern, const char *behind)
{
	const char *begin, *next;

	if (!find_line(pattern, behind, &begin, &next))
		return false;
	part->to = next;
	if (takes(pattern, ";before")) {
		part->to = begin;
	} else if (takes(pattern, ";trim")) {
		part->to = begin;
		while (part->to > part->from && g_ascii_isspace(part->to[-1]))
			part->to--;
		part->to = part->to > part->from ? next_line(part->to) : part->to;
	} else {
		takes(pattern, ";to");
	}
	return true;
}

static bool cut_search(struct part *part, const char *pattern)
{
	const char *behind;

	if (!find_start(part, &pattern, &behind))
		return false;
	if (takes(&pattern, ",") && *pattern && *pattern != ';' &&
	    !find_end(part, &pattern, behind))
		return false;
	part->strip = takes(&pattern, ";strip");
	part->to = MAX(part->to, part->from);
	return *pattern == '\0' || *pattern == ';';
}

/* ---- the whole ---------------------------------------------------------------------- */

static size_t margin(const char *p)
{
	size_t least = G_MAXSIZE;

	for (; *p; p = next_line(p)) {
		size_t n = strspn(p, " \t");

		if (!is_blank(p, next_line(p)))
			least = MIN(least, n);
	}
	return least == G_MAXSIZE ? 0 : least;
}

static char *strip(const char *text)
{
	GString *out = g_string_new(NULL);
	size_t n = margin(text);

	for (const char *p = text, *next; *p; p = next) {
		next = next_line(p);
		if (!is_blank(p, next))
			p += n;
		g_string_append_len(out, p, next - p);
	}
	return g_string_free(out, FALSE);
}

char *fragment_of(const char *text, const char *pointer)
{
	struct part part = {.from = text, .to = text + strlen(text)};
	g_autofree char *cut = NULL;
	bool found = false;

	if (g_str_has_prefix(pointer, "line="))
		found = cut_range(&part, pointer + strlen("line="), true);
	else if (g_str_has_prefix(pointer, "char="))
		found = cut_range(&part, pointer + strlen("char="), false);
	else if (g_str_has_prefix(pointer, "search="))
		found = cut_search(&part, pointer + strlen("search="));
	if (!found)
		return NULL;
	cut = g_strndup(part.from, (gsize)(part.to - part.from));
	return part.strip ? strip(cut) : g_steal_pointer(&cut);
}
