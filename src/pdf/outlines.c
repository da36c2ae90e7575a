/*
 * outlines.c - the outlines of CJK fonts, without what cairo leaves in
 *
 * cairo takes the glyphs that are used and all subroutines of their font, a hundred times
 * as many bytes as a few ideographs need.  HarfBuzz drops those that none of the glyphs
 * calls. It wants an OpenType font, so that the outlines get the tables around them that it
 * looks at.
 */
#include "pdf/outlines.h"

#include <hb-subset.h>
#include <string.h>

enum { CHARSTRINGS = 17, ESCAPE = 12 };

#define TAG_CFF HB_TAG('C', 'F', 'F', ' ')

static unsigned read_number(const unsigned char *p, unsigned size)
{
	unsigned v = 0;

	while (size-- > 0)
		v = v << 8 | *p++;
	return v;
}

/* An INDEX (Adobe technical note 5176): the first object's place; behind all of them. */
static bool read_index(struct slice f, size_t at, size_t *first, size_t *after)
{
	const unsigned char *p = (const unsigned char *)f.at + at;
	size_t n, size, data;

	if (at + 3 > f.n)
		return false;
	n = read_number(p, 2);
	size = p[2];
	data = at + 3 + (n + 1) * size;
	if (n == 0 || size < 1 || size > 4 || data > f.n)
		return false;
	*first = data;
	*after = data - 1 + read_number(p + 3 + n * size, (unsigned)size);
	return *after <= f.n;
}

/* Where an operand of a DICT ends, and its value if it is an integer of five bytes, as all
 * offsets that cairo writes. */
static size_t skip_operand(const unsigned char *p, size_t n, unsigned *value)
{
	size_t at = 1;

	if (*p == 28)
		return 3;
	if (*p == 29) {
		*value = n >= 5 ? read_number(p + 1, 4) : 0;
		return 5;
	}
	if (*p == 30) {
		while (at < n && (p[at] & 15) != 15)
			at++;
		return at + 1;
	}
	return *p >= 247 ? 2 : 1;
}

static unsigned charstrings_offset(const unsigned char *p, const unsigned char *end)
{
	unsigned value = 0;

	while (p < end) {
		if (*p == CHARSTRINGS)
			return value;
		p += *p > 21 ? skip_operand(p, (size_t)(end - p), &value)
			     : 1 + (size_t)(*p == ESCAPE);
	}
	return 0;
}

static unsigned count_glyphs(struct slice f)
{
	const unsigned char *bytes = (const unsigned char *)f.at;
	size_t first, after;
	unsigned at;

	if (f.n < 4 || !read_index(f, bytes[2], &first, &after) ||
	    !read_index(f, after, &first, &after))
		return 0;
	at = charstrings_offset(bytes + first, bytes + after);
	return at > 0 && at + 2 <= f.n ? read_number(bytes + at, 2) : 0;
}

static void add_table(hb_face_t *builder, hb_tag_t tag, const void *bytes, size_t n)
{
	hb_blob_t *b =
		hb_blob_create(bytes, (unsigned)n, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);

	hb_face_builder_add_table(builder, tag, b);
	hb_blob_destroy(b);
}

static hb_face_t *open_type(struct slice cff, unsigned n_glyphs)
{
	unsigned char head[54] = {0,    1,    [12] = 0x5F,      0x0F,
				  0x3C, 0xF5, [18] = 1000 >> 8, 1000 & 255};
	unsigned char maxp[6] = {
		0, 0, 0x50, 0, (unsigned char)(n_glyphs >> 8), (unsigned char)n_glyphs};
	hb_face_t *builder = hb_face_builder_create(), *face;
	hb_blob_t *all;

	add_table(builder, TAG_CFF, cff.at, cff.n);
	add_table(builder, HB_TAG('h', 'e', 'a', 'd'), head, sizeof head);
	add_table(builder, HB_TAG('m', 'a', 'x', 'p'), maxp, sizeof maxp);
	all = hb_face_reference_blob(builder);
	face = hb_face_create(all, 0);
	hb_blob_destroy(all);
	hb_face_destroy(builder);
	return face;
}

/* Takes the face. */
static hb_face_t *prune(hb_face_t *face, unsigned n_glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_face_t *pruned = NULL;

	if (input) {
		hb_set_add_range(hb_subset_input_glyph_set(input), 0, n_glyphs - 1);
		hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS);
		pruned = hb_subset_or_fail(face, input);
		hb_subset_input_destroy(input);
	}
	hb_face_destroy(face);
	return pruned;
}

GByteArray *outlines_prune(struct slice cff)
{
	unsigned n_glyphs = count_glyphs(cff), n = 0;
	hb_face_t *pruned = n_glyphs ? prune(open_type(cff, n_glyphs), n_glyphs) : NULL;
	hb_blob_t *table = pruned ? hb_face_reference_table(pruned, TAG_CFF) : NULL;
	const char *bytes = table ? hb_blob_get_data(table, &n) : NULL;
	GByteArray *out = NULL;

	if (n > 0 && n < cff.n && count_glyphs((struct slice){bytes, n}) == n_glyphs) {
		out = g_byte_array_sized_new(n);
		g_byte_array_append(out, (const guint8 *)bytes, n);
	}
	hb_blob_destroy(table);
	hb_face_destroy(pruned);
	return out;
}
