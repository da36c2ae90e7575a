/*
 * axis.c - where a line of a table's cell meets the axis of its column
 */
#include "base/axis.h"

#include <glib.h>
#include <string.h>

enum { LONGEST_UNIT = 12 }; /* bytes behind a number that still belong to it */

static bool is_digit_at(const char *p, const char *end)
{
	return p < end && g_unichar_isdigit(g_utf8_get_char(p));
}

static bool is_digit_before(const char *p, const char *text)
{
	const char *prev = p > text ? g_utf8_find_prev_char(text, p) : NULL;

	return prev && g_unichar_isdigit(g_utf8_get_char(prev));
}

/* The string where it aligns: a mark of fractions stands by a digit. */
static const char *find_string(const char *text, const char *end, const char *string)
{
	static const char *const marks[] = {".", ",", "\xC2\xB7", "\xD9\xAB"};
	size_t n = strlen(string);
	bool decimal = false;

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		decimal |= strcmp(string, marks[i]) == 0;
	for (const char *p = text; n > 0 && p + n <= end; p = g_utf8_next_char(p))
		if (memcmp(p, string, n) == 0 &&
		    (!decimal || is_digit_before(p, text) || is_digit_at(p + n, end)))
			return p;
	return NULL;
}

/* What may stand between the digits of a number: thousands are parted by these. */
static bool parts_digits(gunichar c)
{
	return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == ' ' || c == 0xA0 ||
	       c == 0x2009 || c == 0x202F || c == 0x66B || c == 0x66C;
}

static const char *number_end(const char *p, const char *end)
{
	while (p < end) {
		const char *next = g_utf8_next_char(p);
		gunichar c = g_utf8_get_char(p);

		if (!g_unichar_isdigit(c) && !(parts_digits(c) && is_digit_at(next, end)))
			break;
		p = next;
	}
	return p;
}

/* Signs and at most one word, without digits: "%", ")", " kg". */
static bool is_unit(const char *p, const char *end)
{
	bool word = false;

	if (end - p > LONGEST_UNIT)
		return false;
	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isdigit(c) || (word && g_unichar_isspace(c)))
			return false;
		word |= g_unichar_isalpha(c);
	}
	return true;
}

struct axis_point axis_find(const char *text, int n, const char *string)
{
	const char *end = text + n, *found, *p = text;

	while (end > text && (g_ascii_isspace(end[-1]) || end[-1] == AXIS_RAISED))
		end--;
	found = find_string(text, end, string);
	if (found)
		return (struct axis_point){(int)(found - text), false, true};
	while (p < end && !is_digit_at(p, end))
		p = g_utf8_next_char(p);
	found = number_end(p, end);
	if (p < end && is_unit(found, end))
		return (struct axis_point){(int)(found - text), true, true};
	return (struct axis_point){(int)(end - text), true, false};
}
