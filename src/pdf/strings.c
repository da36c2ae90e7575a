/*
 * strings.c - PDF strings, names and streams
 */
#include "pdf/syntax.h"

#include <string.h>
#include <zlib.h>

/* Of compression: the usual 6 makes streams of text a fivehundredth smaller, and takes half
 * as long again. */
enum { LEVEL = 5 };

/* Of a string, in bytes (ISO 19005-2, 6.1.13): what is longer is cut off. */
enum { LONGEST = 32766 };

static bool is_plain(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < 32 || (unsigned char)*s > 126)
			return false;
	return true;
}

static void escaped(GString *o, char c)
{
	if (c == '(' || c == ')' || c == '\\')
		g_string_append_c(o, '\\');
	g_string_append_c(o, c);
}

static void utf16(GString *o, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";
	glong n = 0;
	g_autofree char *valid = g_utf8_make_valid(s, -1);
	g_autofree gunichar2 *u = g_utf8_to_utf16(valid, -1, NULL, &n, NULL);

	if (n > LONGEST / 2 - 1) {
		n = LONGEST / 2 - 1;
		n -= (u[n] & 0xfc00) == 0xdc00; /* both halves or none */
	}
	g_string_append(o, "<FEFF");
	for (glong i = 0; i < n; i++)
		for (int shift = 12; shift >= 0; shift -= 4)
			g_string_append_c(o, hex[u[i] >> shift & 15]);
	g_string_append_c(o, '>');
}

void pdf_string(GString *o, const char *s)
{
	if (!is_plain(s)) {
		utf16(o, s);
		return;
	}
	g_string_append_c(o, '(');
	for (int n = 0; *s && n < LONGEST; s++, n++)
		escaped(o, *s);
	g_string_append_c(o, ')');
}

void pdf_name(GString *o, const char *s)
{
	g_string_append_c(o, '/');
	for (; *s; s++) {
		if (g_ascii_isalnum(*s) || strchr("-_.+", *s))
			g_string_append_c(o, *s);
		else
			g_string_append_printf(o, "#%02X", (unsigned char)*s);
	}
}

void pdf_uri(GString *o, const char *s)
{
	int n = 0;

	g_string_append_c(o, '(');
	for (; *s && n < LONGEST - 2; s++) {
		bool plain = (unsigned char)*s > 32 && (unsigned char)*s <= 126;

		if (plain)
			escaped(o, *s);
		else
			g_string_append_printf(o, "%%%02X", (unsigned char)*s);
		n += plain ? 1 : 3;
	}
	g_string_append_c(o, ')');
}

void pdf_number(GString *o, double v)
{
	long n = (long)(v * 100 + (v < 0 ? -0.5 : 0.5));
	long a = n < 0 ? -n : n;

	g_string_append_printf(o, "%s%ld", n < 0 ? "-" : "", a / 100);
	if (a % 10)
		g_string_append_printf(o, ".%02ld", a % 100);
	else if (a % 100)
		g_string_append_printf(o, ".%ld", a % 100 / 10);
}

void pdf_xml(GString *o, const char *s)
{
	for (; *s; s++) {
		if (*s == '&')
			g_string_append(o, "&amp;");
		else if (*s == '<')
			g_string_append(o, "&lt;");
		else if (*s == '>')
			g_string_append(o, "&gt;");
		else if ((unsigned char)*s >= 32 || *s == '\n' || *s == '\t')
			g_string_append_c(o, *s);
	}
}

void pdf_stream(GString *o, const char *entries, const void *bytes, size_t n, bool compress)
{
	uLongf z = compress ? compressBound(n) : 0;
	g_autofree Bytef *packed = compress ? g_malloc(z) : NULL;

	if (compress)
		compress2(packed, &z, bytes, n, LEVEL);
	g_string_append_printf(o, "<<%s%s/Length %lu>>\nstream\n", entries,
			       compress ? "/Filter/FlateDecode" : "",
			       compress ? (unsigned long)z : (unsigned long)n);
	g_string_append_len(o, compress ? (const char *)packed : bytes,
			    compress ? (gssize)z : (gssize)n);
	g_string_append(o, "\nendstream");
}
