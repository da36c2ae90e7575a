/*
 * values.c - one value into its member of the style
 *
 * A setter for each parser of props.def.  Percentages become shares of a width that layout
 * knows, except those that refer to a font size or line height.
 */
#include "fo/refine.h"

#include <math.h>
#include <string.h>

enum { MAX_INTEGER = 1000000, MAX_FONT_SIZE = 10000, MAX_SHARE = 100, MAX_PROPORTION = 30000 };

Len len_of_points(double points)
{
	return PT(CLAMP(points, -FO_MAX_POINTS, FO_MAX_POINTS));
}

static bool read_word(const struct context *c, struct value v, uint16_t *to)
{
	if (v.kind != VALUE_WORD || !value_allows(c->prop, v.word))
		return false;
	*to = (uint16_t)fo_keyword_find(v.word);
	return *to != KW_NO;
}

/* A length or one of the keywords.  A bare number is taken for points, as other
 * formatters do. */
static bool read_len(const struct context *c, struct value v, struct fo_len *to)
{
	struct fo_len l = { 0 };
	/* proportions are often points or pixels: only their ratios count */
	double most = v.proportional ? MAX_PROPORTION : MAX_SHARE;

	if (v.kind == VALUE_WORD && !read_word(c, v, &l.keyword))
		return false;
	if (v.kind == VALUE_NUMBER)
		l.fixed = len_of_points(v.number);
	if (v.kind == VALUE_LENGTH) {
		l.fixed = len_of_points(v.number);
		l.share = (int32_t)lround(CLAMP(v.share, -most, most) * FO_WHOLE);
		l.proportional = v.proportional;
	}
	*to = l;
	return v.kind == VALUE_WORD || v.kind == VALUE_NUMBER || v.kind == VALUE_LENGTH;
}

static bool read_fixed(const struct context *c, struct value v, Len *to)
{
	struct fo_len l;

	if (v.kind == VALUE_WORD || !read_len(c, v, &l) || l.share)
		return false;
	*to = l.fixed;
	return true;
}

static bool read_integer(struct value v, int *to)
{
	if (v.kind != VALUE_NUMBER)
		return false;
	*to = (int)lround(CLAMP(v.number, -MAX_INTEGER, MAX_INTEGER));
	return true;
}

typedef bool setter(const struct context *, enum component, struct value, void *member);

static bool set_keyword(const struct context *c, enum component part, struct value v, void *m)
{
	return part == PART_WHOLE && read_word(c, v, m);
}

static bool set_bool(const struct context *c, enum component part, struct value v, void *m)
{
	bool *to = m;

	(void)c;
	if (part != PART_WHOLE || v.kind != VALUE_WORD ||
	    (strcmp(v.word, "true") != 0 && strcmp(v.word, "false") != 0))
		return false;
	*to = *v.word == 't';
	return true;
}

static bool set_color(const struct context *c, enum component part, struct value v, void *m)
{
	struct color *to = m;

	(void)c;
	if (v.kind == VALUE_COLOR)
		*to = v.color;
	return part == PART_WHOLE &&
	       (v.kind == VALUE_COLOR || (v.kind == VALUE_WORD && color_find(v.word, to)));
}

static bool set_integer(const struct context *c, enum component part, struct value v, void *m)
{
	int n;

	if (part != PART_WHOLE || !read_integer(v, &n))
		return false;
	if (c->prop == PROP_number_columns_repeated || c->prop == PROP_number_columns_spanned ||
	    c->prop == PROP_number_rows_spanned || c->prop == PROP_column_count)
		n = CLAMP(n, 1, 10000);
	*(int *)m = n;
	return true;
}

static bool set_number(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_number *to = m;
	uint16_t keyword = KW_NO;
	int n = 0;

	if (part != PART_WHOLE || !(read_word(c, v, &keyword) || read_integer(v, &n)))
		return false;
	*to = (struct fo_number){ n, keyword };
	return true;
}

static bool set_length(const struct context *c, enum component part, struct value v, void *m)
{
	return (part == PART_WHOLE || part == PART_LENGTH) && read_len(c, v, m);
}

static bool set_length_only(const struct context *c, enum component part, struct value v,
			    void *m)
{
	return part == PART_WHOLE && read_fixed(c, v, m);
}

static bool set_rule_width(const struct context *c, enum component part, struct value v, void *m)
{
	uint16_t word;

	if (!read_word(c, v, &word))
		return part != PART_CONDITIONALITY && read_fixed(c, v, m);
	*(Len *)m = word == KW_THIN ? PT(0.5) : word == KW_THICK ? PT(2) : PT(1);
	return true;
}

static bool set_space_part(const struct context *c, enum component part, struct value v,
			   struct fo_space *to)
{
	int n;

	if (part == PART_MINIMUM)
		return read_len(c, v, &to->minimum);
	if (part == PART_OPTIMUM)
		return read_len(c, v, &to->optimum);
	if (part == PART_MAXIMUM)
		return read_len(c, v, &to->maximum);
	if (part == PART_CONDITIONALITY && v.kind == VALUE_WORD) {
		to->retain = strcmp(v.word, "retain") == 0;
		return to->retain || strcmp(v.word, "discard") == 0;
	}
	if (part != PART_PRECEDENCE)
		return false;
	if (v.kind == VALUE_WORD && strcmp(v.word, "force") == 0)
		n = FO_FORCE;
	else if (!read_integer(v, &n))
		return false;
	to->precedence = n;
	return true;
}

static bool set_space(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_space *to = m;
	struct fo_len l;

	if (part != PART_WHOLE)
		return set_space_part(c, part, v, to);
	if (!read_len(c, v, &l))
		return false;
	to->minimum = to->optimum = to->maximum = l;
	return true;
}

static bool set_line_height(const struct context *c, enum component part, struct value v, void *m)
{
	Len size = c->style->font_size;
	int32_t factor = 0;

	if (v.kind == VALUE_NUMBER) {
		factor = (int32_t)lround(CLAMP(v.number, 0, 1000) * FO_WHOLE);
		v = (struct value){ .kind = VALUE_LENGTH, .number = v.number * len_pt(size) };
	} else if (v.kind == VALUE_LENGTH) {
		v.number += v.share * len_pt(size);
		v.share = 0;
	}
	if (!set_space(c, part, v, m))
		return false;
	if (part != PART_CONDITIONALITY && part != PART_PRECEDENCE)
		c->style->line_height_factor = part == PART_WHOLE ? factor : 0;
	return true;
}

static bool set_edge_style(const struct context *c, enum component part, struct value v, void *m)
{
	return set_keyword(c, part, v, &((struct fo_edge *)m)->style);
}

static bool set_edge_width(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_edge *to = m;

	if (part == PART_CONDITIONALITY && v.kind == VALUE_WORD) {
		to->retain = strcmp(v.word, "retain") == 0;
		return to->retain || strcmp(v.word, "discard") == 0;
	}
	return (part == PART_WHOLE || part == PART_LENGTH) &&
	       set_rule_width(c, part, v, &to->width);
}

static bool set_edge_color(const struct context *c, enum component part, struct value v, void *m)
{
	return set_color(c, part, v, &((struct fo_edge *)m)->color);
}

static bool set_edge_padding(const struct context *c, enum component part, struct value v,
			     void *m)
{
	struct fo_edge *to = m;

	if (part == PART_CONDITIONALITY && v.kind == VALUE_WORD) {
		to->padding_retain = strcmp(v.word, "retain") == 0;
		return to->padding_retain || strcmp(v.word, "discard") == 0;
	}
	return (part == PART_WHOLE || part == PART_LENGTH) && read_len(c, v, &to->padding);
}

static bool set_edge_precedence(const struct context *c, enum component part, struct value v,
				void *m)
{
	struct fo_edge *to = m;

	(void)c;
	if (v.kind == VALUE_WORD && strcmp(v.word, "force") == 0) {
		to->precedence = FO_FORCE;
		return true;
	}
	return part == PART_WHOLE && read_integer(v, &to->precedence);
}

static bool set_keep(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_keep *to = m;
	uint16_t word;
	int n;

	if (read_word(c, v, &word))
		n = word == KW_ALWAYS ? FO_ALWAYS : 0;
	else if (!read_integer(v, &n))
		return false;
	if (part == PART_WHOLE)
		*to = (struct fo_keep){ n, n, n };
	else if (part == PART_WITHIN_LINE)
		to->within_line = n;
	else if (part == PART_WITHIN_COLUMN)
		to->within_column = n;
	else if (part == PART_WITHIN_PAGE)
		to->within_page = n;
	else
		return false;
	return true;
}

/* alignment-adjust of these refers to their own height (7.14.1). */
static bool has_height(enum fo_kind kind)
{
	return kind == FO_EXTERNAL_GRAPHIC || kind == FO_INSTREAM_FOREIGN_OBJECT;
}

/* Other percentages refer to the parent's line height. */
static bool set_shift(const struct context *c, enum component part, struct value v, void *m)
{
	const struct fo_style *s = c->inherited;
	Len line = s->line_height.optimum.keyword ? len_scale(s->font_size, 6, 5)
						  : s->line_height.optimum.fixed;

	if (v.kind == VALUE_LENGTH &&
	    !(c->prop == PROP_alignment_adjust && has_height(c->kind))) {
		v.number += v.share * len_pt(line);
		v.share = 0;
	}
	return part == PART_WHOLE && read_len(c, v, m);
}

/* The sizes of 7.9.4 are steps of 1.2 from medium; smaller and larger lead from the step
 * nearest to the parent's size to its neighbour. */
static Len font_size_of_step(int step)
{
	return len_of_points(12 * pow(1.2, CLAMP(step, -20, 30)));
}

static Len font_size_of_word(enum fo_keyword word, Len parent)
{
	int nearest = parent > 0 ? (int)lround(log(len_pt(parent) / 12) / log(1.2)) : 0;

	switch ((int)word) {
	case KW_XX_SMALL:
		return font_size_of_step(-3);
	case KW_X_SMALL:
		return font_size_of_step(-2);
	case KW_SMALL:
		return font_size_of_step(-1);
	case KW_LARGE:
		return font_size_of_step(1);
	case KW_X_LARGE:
		return font_size_of_step(2);
	case KW_XX_LARGE:
		return font_size_of_step(3);
	case KW_SMALLER:
		return font_size_of_step(nearest - 1);
	case KW_LARGER:
		return font_size_of_step(nearest + 1);
	default:
		return font_size_of_step(0);
	}
}

static bool set_font_size(const struct context *c, enum component part, struct value v, void *m)
{
	Len parent = c->inherited->font_size;
	uint16_t word;
	Len size;

	if (part != PART_WHOLE)
		return false;
	if (read_word(c, v, &word))
		size = font_size_of_word(word, parent);
	else if (v.kind == VALUE_LENGTH)
		size = len_of_points(v.number + v.share * len_pt(parent));
	else if (!read_fixed(c, v, &size))
		return false;
	if (size < 0)
		return false;
	*(Len *)m = len_min(size, PT(MAX_FONT_SIZE));
	return true;
}

static bool set_font_weight(const struct context *c, enum component part, struct value v,
			    void *m)
{
	int parent = c->inherited->font_weight;
	uint16_t word = KW_NO;
	int n = 0;

	if (part != PART_WHOLE || !(read_word(c, v, &word) || read_integer(v, &n)))
		return false;
	if (word == KW_NORMAL)
		n = 400;
	else if (word == KW_BOLD)
		n = 700;
	else if (word == KW_BOLDER)
		n = parent < 400 ? 400 : parent < 600 ? 700 : 900;
	else if (word == KW_LIGHTER)
		n = parent < 600 ? 100 : parent < 800 ? 400 : 700;
	*(int *)m = CLAMP(n, 1, 1000);
	return true;
}

static bool set_font_stretch(const struct context *c, enum component part, struct value v,
			     void *m)
{
	static const uint16_t steps[] = {
		KW_ULTRA_CONDENSED, KW_EXTRA_CONDENSED, KW_CONDENSED,
		KW_SEMI_CONDENSED,  KW_NORMAL,		KW_SEMI_EXPANDED,
		KW_EXPANDED,	    KW_EXTRA_EXPANDED,	KW_ULTRA_EXPANDED,
	};
	int parent = c->inherited->font_stretch;
	uint16_t word;
	int *to = m;

	if (part != PART_WHOLE || !read_word(c, v, &word))
		return false;
	if (word == KW_WIDER)
		*to = MIN(parent + 1, 4);
	if (word == KW_NARROWER)
		*to = MAX(parent - 1, -4);
	for (int i = 0; i < (int)G_N_ELEMENTS(steps); i++)
		if (steps[i] == word)
			*to = i - 4;
	return true;
}

static bool set_background(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_len *to = m, l;

	if (part != PART_WHOLE || !read_len(c, v, &l))
		return false;
	if (l.keyword == KW_CENTER)
		l = (struct fo_len){ .share = FO_WHOLE / 2 };
	else if (l.keyword == KW_RIGHT || l.keyword == KW_BOTTOM)
		l = (struct fo_len){ .share = FO_WHOLE };
	else if (l.keyword)
		l = (struct fo_len){ 0 };
	*to = l;
	return true;
}

/* left and right (top and bottom) in the writing mode; no binding edge is declared, so
 * that inside is start (7.16.9). */
static uint16_t relative_side(const struct context *c, uint16_t word)
{
	bool rtl = c->style->writing_mode == KW_RL_TB;

	switch ((int)word) {
	case KW_LEFT:
		return rtl ? KW_END : KW_START;
	case KW_RIGHT:
		return rtl ? KW_START : KW_END;
	case KW_TOP:
		return KW_BEFORE;
	case KW_BOTTOM:
		return KW_AFTER;
	default:
		return word;
	}
}

static bool set_side(const struct context *c, enum component part, struct value v, void *m)
{
	if (!set_keyword(c, part, v, m))
		return false;
	*(uint16_t *)m = relative_side(c, *(uint16_t *)m);
	return true;
}

static bool set_align(const struct context *c, enum component part, struct value v, void *m)
{
	uint16_t *to = m;

	if (!set_side(c, part, v, m))
		return false;
	if (*to == KW_INSIDE)
		*to = KW_START;
	if (*to == KW_OUTSIDE)
		*to = KW_END;
	return true;
}

/* A length or percentage is ours: how far the string stands from the start edge. */
static bool set_axis(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_len *to = m;

	if (!set_length(c, part, v, to))
		return false;
	to->keyword = relative_side(c, to->keyword);
	if (to->keyword == KW_INSIDE)
		to->keyword = KW_START;
	if (to->keyword == KW_OUTSIDE)
		to->keyword = KW_END;
	return true;
}

static bool set_writing_mode(const struct context *c, enum component part, struct value v,
			     void *m)
{
	uint16_t word;

	if (part != PART_WHOLE || !read_word(c, v, &word))
		return false;
	if (word != KW_LR && word != KW_LR_TB && word != KW_RL && word != KW_RL_TB)
		diag_once(c->refiner->diags, W_FO_UNKNOWN, c->at,
			  "writing-mode \"%s\" is not supported: set from left to right", v.word);
	*(uint16_t *)m = word == KW_RL || word == KW_RL_TB ? KW_RL_TB : KW_LR_TB;
	return true;
}

static bool set_orientation(const struct context *c, enum component part, struct value v,
			    void *m)
{
	int n;

	(void)c;
	if (part != PART_WHOLE || !read_integer(v, &n) || n % 90)
		return false;
	*(int *)m = (n % 360 + 360) % 360;
	return true;
}

static bool set_separation(const struct context *c, enum component part, struct value v, void *m)
{
	struct fo_separation *to = m;
	Len l;

	if (!read_fixed(c, v, &l))
		return false;
	if (part == PART_WHOLE || part == PART_BPD)
		to->bpd = l;
	if (part == PART_WHOLE || part == PART_IPD)
		to->ipd = l;
	return part == PART_WHOLE || part == PART_BPD || part == PART_IPD;
}

/* Those that take no expression have NULL: they read the text itself, below. */
static setter *const setters[] = {
	[PARSE_ALIGN] = set_align,
	[PARSE_AXIS] = set_axis,
	[PARSE_BACKGROUND] = set_background,
	[PARSE_BOOL] = set_bool,
	[PARSE_COLOR] = set_color,
	[PARSE_EDGE_COLOR] = set_edge_color,
	[PARSE_EDGE_PADDING] = set_edge_padding,
	[PARSE_EDGE_PRECEDENCE] = set_edge_precedence,
	[PARSE_EDGE_STYLE] = set_edge_style,
	[PARSE_EDGE_WIDTH] = set_edge_width,
	[PARSE_FLOAT_SIDE] = set_align,
	[PARSE_FONT_SIZE] = set_font_size,
	[PARSE_FONT_STRETCH] = set_font_stretch,
	[PARSE_FONT_WEIGHT] = set_font_weight,
	[PARSE_INTEGER] = set_integer,
	[PARSE_KEEP] = set_keep,
	[PARSE_KEYWORD] = set_keyword,
	[PARSE_LEADER_LENGTH] = set_space,
	[PARSE_LENGTH] = set_length,
	[PARSE_LENGTH_ONLY] = set_length_only,
	[PARSE_LINE_HEIGHT] = set_line_height,
	[PARSE_NUMBER] = set_number,
	[PARSE_ORIENTATION] = set_orientation,
	[PARSE_RANGE] = set_space,
	[PARSE_RULE_WIDTH] = set_rule_width,
	[PARSE_SEPARATION] = set_separation,
	[PARSE_SHIFT] = set_shift,
	[PARSE_SIDE] = set_side,
	[PARSE_SPACE] = set_space,
	[PARSE_WRITING_MODE] = set_writing_mode,
};

/* Several properties share an edge: only this one's part of it is copied. */
static void copy_member(const struct context *c, const struct fo_style *from, enum prop prop)
{
	const struct property *p = &properties[c->prop];
	void *to = (unsigned char *)c->style + p->offset;
	const void *at = (const unsigned char *)from + properties[prop].offset;
	struct fo_edge *edge = to;
	const struct fo_edge *other = at;

	if (p->parser == PARSE_EDGE_STYLE)
		edge->style = other->style;
	else if (p->parser == PARSE_EDGE_COLOR)
		edge->color = other->color;
	else if (p->parser == PARSE_EDGE_WIDTH)
		edge->width = other->width, edge->retain = other->retain;
	else if (p->parser == PARSE_EDGE_PADDING)
		edge->padding = other->padding, edge->padding_retain = other->padding_retain;
	else if (p->parser == PARSE_EDGE_PRECEDENCE)
		edge->precedence = other->precedence;
	else
		memcpy(to, at, (size_t)p->size);
	if (p->parser == PARSE_LINE_HEIGHT)
		c->style->line_height_factor = from->line_height_factor;
	if (c->prop == PROP_text_align)
		c->style->text_align_string =
			prop == PROP_text_align ? from->text_align_string : NULL;
}

static bool is_copying_call(const char *text)
{
	return strchr(text, '(') && (g_str_has_prefix(text, "from-") ||
				     g_str_has_prefix(text, "inherited-property-value"));
}

/* The string of text-align (7.16.9): in quotation marks, or a character that stands alone, as
 * stock stylesheets write it.  NULL: it is a keyword or an expression. */
static const char *align_string(const char *text)
{
	size_t n = strlen(text);
	g_autofree char *inner = NULL;

	if (n > 0 && g_utf8_strlen(text, -1) == 1 && !g_ascii_isalnum(*text))
		return g_intern_string(text);
	if (n < 3 || (*text != '\'' && *text != '"') || strchr(text + 1, *text) != text + n - 1)
		return NULL;
	inner = g_strndup(text + 1, n - 2);
	return value_allows(PROP_text_align, inner) ? NULL : g_intern_string(inner);
}

bool value_set(const struct context *c, enum component part, const char *text)
{
	const struct property *p = &properties[c->prop];
	setter *set = setters[p->parser];
	void *member = (unsigned char *)c->style + p->offset;
	g_autofree char *trimmed = NULL;
	struct value v;

	if (p->parser == PARSE_CHARACTER || (c->prop == PROP_format && !is_copying_call(text)))
		return value_set_text(c, text, member);
	trimmed = g_strstrip(g_strdup(text));
	if (strcmp(trimmed, "inherit") == 0) {
		copy_member(c, c->inherited, c->prop);
		return true;
	}
	if (!set && !is_copying_call(trimmed))
		return value_set_text(c, trimmed, member);
	if (c->prop == PROP_text_align) {
		c->style->text_align_string = part == PART_WHOLE ? align_string(trimmed) : NULL;
		if (c->style->text_align_string) { /* outside a table's cell it is start */
			c->style->text_align = KW_START;
			return true;
		}
	}
	v = evaluate(c, trimmed);
	if (v.kind == VALUE_COPY && properties[v.prop].parser == p->parser &&
	    part == PART_WHOLE && p->size) {
		copy_member(c, v.from, v.prop);
		return true;
	}
	return set && set(c, part, value_number(v), member);
}
