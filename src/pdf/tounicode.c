/*
 * tounicode.c - a font's map from codes to characters
 */
#include "pdf/tounicode.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 100 }; /* entries, at most */

struct tounicode {
	GPtrArray *texts; /* char *, by code */
};

void tounicode_set(struct tounicode *t, int code, const char *hex)
{
	if ((guint)code >= t->texts->len)
		g_ptr_array_set_size(t->texts, code + 1);
	g_free(t->texts->pdata[code]);
	t->texts->pdata[code] = g_ascii_strup(hex, -1);
}

const char *tounicode_find(const struct tounicode *t, int code)
{
	return (guint)code < t->texts->len ? t->texts->pdata[code] : NULL;
}

/* "<41> <0041>" */
static const char *read_entry(struct tounicode *t, const char *p, const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p));
	const char *to = close ? memchr(close, '<', (size_t)(end - close)) : NULL;
	const char *to_end = to ? memchr(to, '>', (size_t)(end - to)) : NULL;
	long code = strtol(p + 1, NULL, 16);
	g_autofree char *text = NULL;

	if (!to_end)
		return end;
	text = g_strndup(to + 1, (gsize)(to_end - to - 1));
	if (code >= 0 && code < 65536)
		tounicode_set(t, (int)code, text);
	return to_end + 1;
}

struct tounicode *tounicode_read(struct slice cmap)
{
	static const char begin[] = "beginbfchar", close[] = "endbfchar";
	struct tounicode *t = g_new0(struct tounicode, 1);
	const char *p = cmap.at, *end = cmap.at + cmap.n;

	t->texts = g_ptr_array_new_with_free_func(g_free);
	while ((p = memmem(p, (size_t)(end - p), begin, sizeof begin - 1))) {
		const char *stop = memmem(p, (size_t)(end - p), close, sizeof close - 1);
		const char *entry = stop ? stop : end;

		while ((p = memchr(p, '<', (size_t)(entry - p))))
			p = read_entry(t, p, entry);
		p = entry;
	}
	return t;
}

void tounicode_free(struct tounicode *t)
{
	g_ptr_array_unref(t->texts);
	g_free(t);
}

static int write_block(const struct tounicode *t, int from, int n, bool wide, GString *o)
{
	int code = from;

	g_string_append_printf(o, "%d beginbfchar\n", n);
	for (; n > 0; code++)
		if (t->texts->pdata[code]) {
			g_string_append_printf(o, wide ? "<%04X> <%s>\n" : "<%02X> <%s>\n",
					       (unsigned)code,
					       (const char *)t->texts->pdata[code]);
			n--;
		}
	g_string_append(o, "endbfchar\n");
	return code;
}

void tounicode_write(const struct tounicode *t, bool wide, GString *o)
{
	int n = 0, code = 0;

	for (guint i = 0; i < t->texts->len; i++)
		n += t->texts->pdata[i] != NULL;
	g_string_append_printf(o,
			       "/CIDInit /ProcSet findresource begin\n12 dict begin\n"
			       "begincmap\n/CIDSystemInfo\n<< /Registry (Adobe)\n"
			       "   /Ordering (UCS)\n   /Supplement 0\n>> def\n"
			       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
			       "1 begincodespacerange\n%s\nendcodespacerange\n",
			       wide ? "<0000> <FFFF>" : "<00> <FF>");
	for (; n > 0; n -= BLOCK)
		code = write_block(t, code, MIN(n, BLOCK), wide, o);
	g_string_append(o, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
			   "end\nend\n");
}
