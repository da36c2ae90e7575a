/*
 * sfnt.c - a TrueType font program that is changed in place
 *
 * Of the table from characters to glyphs cairo writes the ranges that WinAnsiEncoding
 * covers, with zeros for what is not used: there is room for one more.
 */
#include "pdf/sfnt.h"

#include <string.h>

enum { HEAD_SUM_AT = 8, UNICODE_BMP = 0x30001, SEGMENTS = 4 };

static unsigned read16(const guint8 *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static guint32 read32(const guint8 *p)
{
	return (guint32)read16(p) << 16 | read16(p + 2);
}

static void write32(guint8 *p, guint32 v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (guint8)(v >> (24 - 8 * i));
}

struct table {
	guint8 *entry; /* in the directory; NULL: there is none, or it lies outside */
	guint8 *at;
	size_t n;
};

static struct table find_table(GByteArray *f, const char *name)
{
	size_t n = f->len >= 12 ? read16(f->data + 4) : 0;

	for (size_t i = 0; i < n && 28 + 16 * i <= f->len; i++) {
		guint8 *e = f->data + 12 + 16 * i;
		size_t at = read32(e + 8), size = read32(e + 12);

		if (memcmp(e, name, 4) == 0 && at <= f->len && size <= f->len - at)
			return (struct table){e, f->data + at, size};
	}
	return (struct table){NULL, NULL, 0};
}

/* The subtable of segments for the basic plane, from its format to the table's end. */
static struct table find_segments(struct table cmap)
{
	size_t n = cmap.n >= 4 ? read16(cmap.at + 2) : 0;

	for (size_t i = 0; i < n && 12 + 8 * i <= cmap.n; i++) {
		const guint8 *e = cmap.at + 4 + 8 * i;
		size_t at = read32(e + 4);

		if (read32(e) == UNICODE_BMP && at + 14 <= cmap.n &&
		    read16(cmap.at + at) == SEGMENTS)
			return (struct table){cmap.entry, cmap.at + at, cmap.n - at};
	}
	return (struct table){NULL, NULL, 0};
}

/* Where the glyph of a character stands; NULL: nowhere of its own. */
static guint8 *find_slot(struct table t, unsigned character)
{
	size_t n = read16(t.at + 6) / 2;
	guint8 *ends = t.at + 14, *starts = ends + 2 * n + 2, *offsets = starts + 4 * n;

	if (16 + 8 * n > t.n)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		unsigned from = read16(starts + 2 * i), offset = read16(offsets + 2 * i);
		guint8 *slot = offsets + 2 * i + offset + 2 * (size_t)(character - from);

		if (character > read16(ends + 2 * i))
			continue;
		return character >= from && offset && slot + 2 <= t.at + t.n ? slot : NULL;
	}
	return NULL;
}

static guint32 sum_of(const guint8 *p, size_t n)
{
	guint8 last[4] = {0};
	guint32 sum = 0;

	for (; n >= 4; n -= 4, p += 4)
		sum += read32(p);
	memcpy(last, p, n);
	return sum + read32(last);
}

bool sfnt_map_like(GByteArray *font, unsigned character, unsigned other)
{
	struct table cmap = find_table(font, "cmap"), head = find_table(font, "head");
	struct table t = cmap.at ? find_segments(cmap) : cmap;
	guint8 *slot = t.at ? find_slot(t, character) : NULL;
	const guint8 *like = t.at ? find_slot(t, other) : NULL;

	if (!slot || !like || !head.at || head.n < 12 || read16(like) == 0)
		return false;
	memcpy(slot, like, 2);
	write32(cmap.entry + 4, sum_of(cmap.at, cmap.n));
	write32(head.at + HEAD_SUM_AT, 0);
	write32(head.at + HEAD_SUM_AT, 0xB1B0AFBA - sum_of(font->data, font->len));
	return true;
}
