/*
 * lines_first.c - the first line of a block in properties of its own
 * (fo:initial-property-set, XSL 1.1, 6.6.4)
 *
 * Which text that is depends on how wide it is in these properties.  The text is shaped in
 * them as a whole and broken, which tells where the first line ends; then it is shaped once
 * more, in them up to there.  No word is divided at that place: the rest of it would be of
 * another face.
 */
#include "layout/inlines.h"
#include "layout/sides.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

/* A style as it is in the first line. */
struct first_look {
	const struct fo_style *own, *initial;
	const struct look *look;
	struct first_look *next;
};

/* What the first line may have of its own. */
static const struct {
	size_t offset, size;
} members[] = {
#define MEMBER(m)                                                                          \
	{                                                                                  \
		offsetof(struct fo_style, m), sizeof(((struct fo_style *)0)->m)            \
	}
	MEMBER(color),          MEMBER(font_size),    MEMBER(font_family),
	MEMBER(font_style),     MEMBER(font_weight),  MEMBER(font_stretch),
	MEMBER(font_variant),   MEMBER(line_height),  MEMBER(font_feature_settings),
	MEMBER(letter_spacing), MEMBER(word_spacing), MEMBER(text_decoration),
#undef MEMBER
};

/* Where an object has what the block has, it would inherit that from the first line. */
static const struct fo_style *style_in_first_line(struct setter *s,
						  const struct fo_style *own,
						  const struct fo_style *block,
						  const struct fo_style *initial)
{
	struct fo_style *st = arena_copy(s->lasting, own, sizeof *own);

	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		size_t at = members[i].offset;

		if (memcmp((const char *)own + at, (const char *)block + at,
			   members[i].size) == 0)
			memcpy((char *)st + at, (const char *)initial + at,
			       members[i].size);
	}
	st->hyphenate = false;
	return st;
}

static const struct look *look_in_first_line(const struct flat *f,
					     const struct fo_style *own)
{
	const struct fo_style *initial = f->initial->style;
	struct first_look *l = f->s->first_looks;

	while (l && (l->own != own || l->initial != initial))
		l = l->next;
	if (l)
		return l->look;
	l = ARENA_NEW(f->s->lasting, struct first_look);
	l->own = own;
	l->initial = initial;
	l->look = look_of(f->s, style_in_first_line(f->s, own, f->block->style, initial));
	l->next = f->s->first_looks;
	f->s->first_looks = l;
	return l->look;
}

/* The text up to byte `end` in the properties of the first line. */
static void dress_until(struct flat *f, const GArray *plain, int end)
{
	g_array_set_size(f->stretches, 0);
	for (guint i = 0; i < plain->len; i++) {
		struct stretch st = g_array_index(plain, struct stretch, i), rest = st;

		if (st.from < end) {
			st.look = look_in_first_line(f, st.look->style);
			st.to = rest.from = MIN(st.to, end);
			g_array_append_val(f->stretches, st);
		}
		if (rest.from < rest.to)
			g_array_append_val(f->stretches, rest);
	}
}

/* What floats leave of the measure: those that stand there, those called before byte `end`.
 */
static Len width_beside(const struct flat *f, int end)
{
	Len width = f->measure;

	if (sides_active(f->to)) {
		struct insets_of_sides in =
			sides_beside(f->to, f->s, f->block, f->room, vlist_reach(f->to).y,
				     f->look->line_height);

		width -= in.left + in.right;
	}
	for (guint i = 0; i < f->anchors->len; i++) {
		const struct anchor *a = &g_array_index(f->anchors, struct anchor, i);

		if (a->side && a->at <= end)
			width -= a->side->area->size.width;
	}
	return len_max(width, 1);
}

/* Where the first line ends, as wide as that; -1: it is the only one. */
static int end_at_width(struct flat *f, const struct text_para *p, Len width)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	bool first = f->first;
	int end = -1;

	f->line_width = width;
	break_lines(f, p, 0, INT_MAX, lines);
	if (lines->len > 1)
		end = g_array_index(lines, struct line, 0).next;
	g_array_free(lines, TRUE);
	f->first = first;
	f->line_width = 0;
	f->flexible = 0;
	return end;
}

/* A float called in the line makes it shorter. */
static int first_end(struct flat *f, const struct text_para *p)
{
	Len width = width_beside(f, 0), narrow;
	int end = end_at_width(f, p, width);

	narrow = width_beside(f, end > 0 ? end - 1 : (int)f->text->len);
	return narrow < width ? end_at_width(f, p, narrow) : end;
}

const struct text_para *shape_first_line(struct flat *f)
{
	GArray *plain = g_array_new(FALSE, FALSE, sizeof(struct stretch));
	const struct text_para *p;

	g_array_append_vals(plain, f->stretches->data, f->stretches->len);
	f->first_end = -1;
	dress_until(f, plain, (int)f->text->len);
	p = paragraph_shape(f);
	f->first_end = first_end(f, p);
	if (f->first_end > 0) {
		dress_until(f, plain, f->first_end);
		p = paragraph_shape(f);
	}
	g_array_free(plain, TRUE);
	return p;
}
