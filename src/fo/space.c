/*
 * space.c - white space: linefeed-treatment, white-space-treatment, white-space-collapse
 *
 * XSL 1.1, 4.7.2 and 7.17.  One pass over the characters of a paragraph, whichever inline
 * objects they stand in.  White space before a linefeed or the end of a block can only be
 * known to be superfluous afterwards: it is remembered (tail) and cut off then.  What is at
 * the ends of lines that layout makes is left to layout.
 */
#include "fo/reader.h"

#include <string.h>

static void cut_tail(struct space *s, bool linefeed)
{
	while (s->tail->len) {
		const struct tail *t = &g_array_index(s->tail, struct tail, s->tail->len - 1);

		if (!(linefeed ? t->at_linefeed : t->at_end))
			break;
		t->text->n_bytes = t->n_bytes;
		g_array_set_size(s->tail, s->tail->len - 1);
	}
	g_array_set_size(s->tail, 0);
}

void space_boundary(struct space *s)
{
	cut_tail(s, false);
	s->start = START_BLOCK;
	s->after_space = false;
}

void space_object(struct space *s)
{
	g_array_set_size(s->tail, 0);
	s->start = START_NONE;
	s->after_space = false;
}

/* Whether a white-space character is dropped where it stands. */
static bool is_dropped(const struct space *s, const struct fo_style *style)
{
	bool after = style->white_space_treatment == KW_IGNORE_IF_AFTER_LINEFEED ||
		     style->white_space_treatment == KW_IGNORE_IF_SURROUNDING_LINEFEED;

	if (style->white_space_treatment == KW_IGNORE)
		return true;
	if (s->start != START_NONE && after)
		return true;
	if (!style->white_space_collapse)
		return false;
	return s->after_space || s->start == START_LINEFEED;
}

static void put_space(struct space *s, struct fo *text, char *out, char c,
		      const struct fo_style *style)
{
	bool before = style->white_space_treatment == KW_IGNORE_IF_BEFORE_LINEFEED ||
		      style->white_space_treatment == KW_IGNORE_IF_SURROUNDING_LINEFEED;
	struct tail t = { text, text->n_bytes, before, before || style->white_space_collapse };

	if (is_dropped(s, style))
		return;
	g_array_append_val(s->tail, t);
	out[text->n_bytes++] = style->white_space_collapse || c == '\r' ? ' ' : c;
	s->after_space = true;
}

static void put_linefeed(struct space *s, struct fo *text, char *out,
			 const struct fo_style *style)
{
	static const char zero_width_space[] = "\u200b";

	switch ((int)style->linefeed_treatment) {
	case KW_IGNORE:
		return;
	case KW_PRESERVE:
		cut_tail(s, true);
		out[text->n_bytes++] = '\n';
		s->start = START_LINEFEED;
		s->after_space = false;
		return;
	case KW_TREAT_AS_ZERO_WIDTH_SPACE:
		memcpy(out + text->n_bytes, zero_width_space, sizeof zero_width_space - 1);
		text->n_bytes += (int)sizeof zero_width_space - 1;
		space_object(s);
		return;
	default:
		put_space(s, text, out, ' ', style);
	}
}

void space_text(struct space *s, struct arena *arena, struct fo *text, const char *content,
		const struct fo_style *style)
{
	bool grows = style->linefeed_treatment == KW_TREAT_AS_ZERO_WIDTH_SPACE;
	char *out = arena_alloc(arena, strlen(content) * (grows ? 3 : 1) + 1);

	text->text = out;
	while (*content) {
		size_t n = strcspn(content, " \t\n\r");

		if (n) {
			memcpy(out + text->n_bytes, content, n);
			text->n_bytes += (int)n;
			content += n;
			space_object(s);
		} else if (*content == '\n') {
			put_linefeed(s, text, out, style);
			content++;
		} else {
			put_space(s, text, out, *content++, style);
		}
	}
}
