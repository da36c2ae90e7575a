/*
 * numbers.c - format page numbers (XSL 1.1, 7.26; XSLT 1.0, 7.7.1)
 *
 * A format token is 1 (or 01, 001: least number of digits) in the digits of any script, i,
 * I, a or A; what stands around it is kept.
 */
#include "layout/numbers.h"

#include "layout/tags.h"

#include <string.h>

/* zero: the script's digit */
static void add_decimal(GString *to, int number, int width, gunichar zero,
			const struct fo_style *st)
{
	char digits[32];
	int n = g_snprintf(digits, sizeof(digits), "%0*d", width > 20 ? 20 : width, number);
	const char *separator = st->grouping_separator;

	for (int i = 0; i < n; i++) {
		if (g_ascii_isdigit(digits[i]))
			g_string_append_unichar(to, zero + (gunichar)(digits[i] - '0'));
		else
			g_string_append_c(to, digits[i]); /* minus */
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

	gsize from = to->len;

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			g_string_append(to, signs[i].text);
	for (char *c = to->str + from; capital && *c; c++)
		*c = g_ascii_toupper(*c);
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

/* The token is of n characters, the last of them here. */
static void add_number(GString *to, int number, int n, gunichar last,
		       const struct fo_style *st)
{
	int digit = g_unichar_digit_value(last);

	if (number > 0 && number < 4000 && n == 1 && (last == 'i' || last == 'I'))
		add_roman(to, number, last == 'I');
	else if (number > 0 && n == 1 && (last == 'a' || last == 'A'))
		add_letters(to, number, (char)last);
	else if (digit == 0 || digit == 1)
		add_decimal(to, number, n, last - (gunichar)digit, st);
	else
		add_decimal(to, number, 1, '0', st);
}

static void add_formatted(GString *to, int number, const struct fo_style *st)
{
	const char *format = st->format && *st->format ? st->format : "1", *end;
	const char *token = format;
	gunichar last = '1';
	int n = 0;

	while (*token && !g_unichar_isalnum(g_utf8_get_char(token)))
		token = g_utf8_next_char(token);
	for (end = token; g_unichar_isalnum(g_utf8_get_char(end)); n++) {
		last = g_utf8_get_char(end);
		end = g_utf8_next_char(end);
	}
	g_string_append_len(to, format, token - format);
	add_number(to, number, n ? n : 1, last, st);
	g_string_append(to, end);
}

static void add_affix(GString *to, const struct fo *affix)
{
	if (affix)
		tag_text(to, affix);
}

const char *number_label(struct arena *a, int number, const struct fo *sequence)
{
	g_autoptr(GString) out = g_string_new(NULL);

	add_affix(out, fo_child(sequence, FO_FOLIO_PREFIX));
	add_formatted(out, number, sequence->style);
	add_affix(out, fo_child(sequence, FO_FOLIO_SUFFIX));
	return arena_strdup(a, out->str);
}
