/*
 * numbers.c - format page numbers (XSL 1.1, 7.26; XSLT 1.0, 7.7.1)
 *
 * A format token is 1 (or 01, 001: least number of digits), i, I, a or A; what stands
 * around it is kept.
 */
#include "layout/numbers.h"

#include <ctype.h>
#include <string.h>

static void add_decimal(GString *to, int number, int width, const struct fo_style *st)
{
	char digits[32];
	int n = g_snprintf(digits, sizeof(digits), "%0*d", width > 20 ? 20 : width, number);
	const char *separator = st->grouping_separator;

	for (int i = 0; i < n; i++) {
		g_string_append_c(to, digits[i]);
		if (separator && *separator && st->grouping_size > 0 && i + 1 < n &&
		    (n - i - 1) % st->grouping_size == 0)
			g_string_append(to, separator);
	}
}

static void add_roman(GString *to, int number, bool capital)
{
	static const struct {
		int value;
		const char *text;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		     {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
		     {5, "v"},    {4, "iv"},   {1, "i"}};

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			for (const char *c = signs[i].text; *c; c++)
				g_string_append_c(to, capital ? (char)toupper(*c) : *c);
}

static void add_letters(GString *to, int number, char first)
{
	char letters[16];
	int n = 0;

	for (; number > 0; number = (number - 1) / 26)
		letters[n++] = (char)(first + (number - 1) % 26);
	while (n > 0)
		g_string_append_c(to, letters[--n]);
}

static void add_number(GString *to, int number, const char *token, int n,
		       const struct fo_style *st)
{
	char kind = token[n - 1];

	if (number > 0 && number < 4000 && n == 1 && (kind == 'i' || kind == 'I'))
		add_roman(to, number, kind == 'I');
	else if (number > 0 && n == 1 && (kind == 'a' || kind == 'A'))
		add_letters(to, number, kind);
	else
		add_decimal(to, number, kind == '1' || kind == '0' ? n : 1, st);
}

const char *number_label(struct arena *a, int number, const struct fo_style *st)
{
	const char *format = st->format && *st->format ? st->format : "1", *end;
	const char *token = format;
	g_autoptr(GString) out = g_string_new(NULL);

	while (*token && !isalnum((unsigned char)*token))
		token++;
	for (end = token; isalnum((unsigned char)*end);)
		end++;
	g_string_append_len(out, format, token - format);
	if (end > token)
		add_number(out, number, token, (int)(end - token), st);
	else
		add_decimal(out, number, 1, st);
	g_string_append(out, end);
	return arena_strdup(a, out->str);
}
