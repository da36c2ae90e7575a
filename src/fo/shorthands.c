/*
 * shorthands.c - one attribute as several (XSL 1.1, 7.31)
 *
 * A more precise shorthand wins over a less precise one whatever their order (5.2): each
 * has a rank, and border-top beats border-style beats border.
 */
#include "fo/refine.h"

#include <string.h>

enum { MAX_TOKENS = 16 };

struct tokens {
	const char *at[MAX_TOKENS];
	int n;
};

typedef bool expander(struct specified *, int rank, const char *value, const int *props);

static void give(struct specified *s, int prop, const char *text, int rank)
{
	if (rank >= s->whole[prop].rank)
		s->whole[prop] = (struct given){ text, rank };
}

/* The next white space outside parentheses and quotation marks. */
static const char *token_end(const char *s)
{
	const char *quote = NULL;
	int depth = 0;

	for (; *s && (depth > 0 || quote || !g_ascii_isspace(*s)); s++) {
		if (quote && *s == *quote)
			quote = NULL;
		else if (!quote && (*s == '"' || *s == '\''))
			quote = s;
		else if (!quote && *s == '(')
			depth++;
		else if (!quote && *s == ')')
			depth--;
	}
	return s;
}

/* Skips an operator between two parts of one expression: "1pt + 2pt". */
static const char *skip_operator(const char *s)
{
	static const char *const operators[] = { "+", "-", "*", "div", "mod" };

	while (g_ascii_isspace(*s))
		s++;
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
		size_t n = strlen(operators[i]);

		if (strncmp(s, operators[i], n) == 0 && g_ascii_isspace(s[n]))
			return s + n;
	}
	return NULL;
}

/* The end of an expression that begins here. */
static const char *expression_end(const char *s)
{
	const char *end = token_end(s), *next;

	while ((next = skip_operator(end))) {
		while (g_ascii_isspace(*next))
			next++;
		end = token_end(next);
	}
	return end;
}

static struct tokens split(struct specified *s, const char *value)
{
	struct tokens t = { .n = 0 };

	while (t.n < MAX_TOKENS) {
		const char *end;

		while (g_ascii_isspace(*value))
			value++;
		if (!*value)
			break;
		end = expression_end(value);
		t.at[t.n++] = arena_strndup(s->refiner->arena, value, (size_t)(end - value));
		value = end;
	}
	return t;
}

static bool is_one_of(const char *word, const char *words)
{
	g_auto(GStrv) all = g_strsplit(words, " ", 0);

	return g_strv_contains((const char *const *)all, word);
}

static bool starts_number(const char *s)
{
	return g_ascii_isdigit(*s) || strchr("+-.", *s);
}

/* One to four values: top, right, bottom, left. */
static bool expand_box(struct specified *s, int rank, const char *value, const int *props)
{
	static const int from[4][4] = { { 0, 0, 0, 0 }, { 0, 1, 0, 1 }, { 0, 1, 2, 1 },
					{ 0, 1, 2, 3 } };
	struct tokens t = split(s, value);

	if (t.n < 1 || t.n > 4)
		return false;
	for (int i = 0; i < 4; i++)
		give(s, props[i], t.at[from[t.n - 1][i]], rank);
	return true;
}

/* props: style, width and colour of one side. */
static void give_border(struct specified *s, int rank, const char *w, const int *props)
{
	bool all = strcmp(w, "inherit") == 0;
	bool style = is_one_of(w, properties[props[0]].words);
	bool width = starts_number(w) || is_one_of(w, properties[props[1]].words);

	if (all || style)
		give(s, props[0], w, rank);
	if (all || (width && !style))
		give(s, props[1], w, rank);
	if (all || (!width && !style))
		give(s, props[2], w, rank);
}

/* Width, style and colour in any order, for one side or for all. */
static bool expand_border(struct specified *s, int rank, const char *value, const int *props)
{
	struct tokens t = split(s, value);

	if (t.n < 1 || t.n > 3)
		return false;
	for (const int *p = props; *p >= 0; p += 3)
		for (int i = 0; i < t.n; i++)
			give_border(s, rank, t.at[i], p);
	return true;
}

static bool expand_position(struct specified *s, int rank, const char *value, const int *props)
{
	struct tokens t = split(s, value);
	const char *x = NULL, *y = NULL;

	(void)props;
	if (t.n < 1 || t.n > 2)
		return false;
	for (int i = 0; i < t.n; i++) {
		if (is_one_of(t.at[i], "top bottom"))
			y = t.at[i];
		else if (is_one_of(t.at[i], "left right") || (!x && i == 0))
			x = t.at[i];
		else if (!y)
			y = t.at[i];
		else
			x = t.at[i];
	}
	give(s, PROP_background_position_horizontal, x ? x : "50%", rank);
	give(s, PROP_background_position_vertical, y ? y : "50%", rank);
	return true;
}

static bool expand_background(struct specified *s, int rank, const char *value,
			      const int *props)
{
	struct tokens t = split(s, value);
	g_autoptr(GString) position = g_string_new(NULL);

	(void)props;
	for (int i = 0; i < t.n; i++) {
		const char *w = t.at[i];

		if (strcmp(w, "none") == 0 || g_str_has_prefix(w, "url("))
			give(s, PROP_background_image, w, rank);
		else if (is_one_of(w, properties[PROP_background_repeat].words))
			give(s, PROP_background_repeat, w, rank);
		else if (is_one_of(w, "scroll fixed"))
			give(s, PROP_background_attachment, w, rank);
		else if (starts_number(w) || is_one_of(w, "left right top bottom center"))
			g_string_append_printf(position, "%s ", w);
		else
			give(s, PROP_background_color, w, rank);
	}
	return !position->len || expand_position(s, rank, position->str, NULL);
}

/* style || variant || weight, then size[/line-height] and the families. */
static bool expand_font(struct specified *s, int rank, const char *value, const int *props)
{
	struct tokens t = split(s, value);
	int i = 0;
	char *slash;
	const char *families;

	(void)props;
	if (t.n == 1) /* caption, icon ...: fonts of a desktop */
		return is_one_of(t.at[0], "caption icon menu message-box small-caption status-bar");
	for (; i < t.n; i++) {
		const char *w = t.at[i];

		if (strcmp(w, "normal") == 0)
			continue;
		if (is_one_of(w, properties[PROP_font_style].words))
			give(s, PROP_font_style, w, rank);
		else if (is_one_of(w, properties[PROP_font_variant].words))
			give(s, PROP_font_variant, w, rank);
		else if (is_one_of(w, "bold bolder lighter 100 200 300 400 500 600 700 800 900"))
			give(s, PROP_font_weight, w, rank);
		else
			break;
	}
	if (i + 1 >= t.n)
		return false;
	families = strstr(value, t.at[i]) + strlen(t.at[i]);
	slash = strchr(t.at[i], '/');
	if (slash) {
		give(s, PROP_line_height, arena_strdup(s->refiner->arena, slash + 1), rank);
		t.at[i] = arena_strndup(s->refiner->arena, t.at[i], (size_t)(slash - t.at[i]));
	}
	give(s, PROP_font_size, t.at[i], rank);
	give(s, PROP_font_family, families, rank);
	return true;
}

static bool expand_white_space(struct specified *s, int rank, const char *value,
			       const int *props)
{
	bool pre = strcmp(value, "pre") == 0;
	bool nowrap = strcmp(value, "nowrap") == 0;

	(void)props;
	if (!pre && !nowrap && strcmp(value, "normal") != 0)
		return false;
	give(s, PROP_linefeed_treatment, pre ? "preserve" : "treat-as-space", rank);
	give(s, PROP_white_space_collapse, pre ? "false" : "true", rank);
	give(s, PROP_white_space_treatment, pre ? "preserve" : "ignore-if-surrounding-linefeed",
	     rank);
	give(s, PROP_wrap_option, pre || nowrap ? "no-wrap" : "wrap", rank);
	return true;
}

/* props: the break, the keep. */
static bool expand_page_break(struct specified *s, int rank, const char *value, const int *props)
{
	static const char *const breaks[][2] = { { "auto", "auto" },
						 { "always", "page" },
						 { "avoid", "auto" },
						 { "left", "even-page" },
						 { "right", "odd-page" },
						 { "inherit", "inherit" } };
	for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++) {
		if (strcmp(value, breaks[i][0]) != 0)
			continue;
		if (props[0] >= 0)
			give(s, props[0], breaks[i][1], rank);
		give(s, props[1], strcmp(value, "avoid") == 0 ? "always" : "auto", rank);
		return true;
	}
	return false;
}

static bool expand_placement(struct specified *s, int rank, const char *value, const int *props)
{
	bool relative = strcmp(value, "relative") == 0;

	(void)props;
	if (!is_one_of(value, "static relative absolute fixed inherit"))
		return false;
	give(s, PROP_relative_position, relative ? "relative" : "static", rank);
	give(s, PROP_absolute_position, relative || *value == 's' ? "auto" : value, rank);
	return true;
}

static bool expand_size(struct specified *s, int rank, const char *value, const int *props)
{
	struct tokens t = split(s, value);

	(void)props;
	if (t.n < 1 || t.n > 2)
		return false;
	if (!starts_number(t.at[0])) /* auto, landscape, portrait: of unknown paper */
		return true;
	give(s, PROP_page_width, t.at[0], rank);
	give(s, PROP_page_height, t.at[t.n - 1], rank);
	return true;
}

static bool expand_spacing(struct specified *s, int rank, const char *value, const int *props)
{
	struct tokens t = split(s, value);

	(void)props;
	(void)rank;
	if (t.n < 1 || t.n > 2 || s->n_parts + 2 > MAX_ATTRIBUTES)
		return false;
	s->parts[s->n_parts++] =
		(struct given_part){ PROP_border_separation, PART_IPD, t.at[0] };
	s->parts[s->n_parts++] =
		(struct given_part){ PROP_border_separation, PART_BPD, t.at[t.n - 1] };
	return true;
}

static bool expand_vertical_align(struct specified *s, int rank, const char *value,
				  const int *props)
{
	static const char *const lines[][2] = { { "baseline", "baseline" },
						{ "middle", "middle" },
						{ "text-top", "text-before-edge" },
						{ "text-bottom", "text-after-edge" },
						{ "top", "before-edge" },
						{ "bottom", "after-edge" } };
	(void)props;
	if (is_one_of(value, "sub super") || starts_number(value)) {
		give(s, PROP_baseline_shift, value, rank);
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		if (strcmp(value, lines[i][0]) == 0) {
			give(s, PROP_alignment_baseline, lines[i][1], rank);
			return true;
		}
	}
	return strcmp(value, "inherit") == 0;
}

/* "zh-Hant-TW": language, script (four letters), country (two letters, three digits). */
/* A part of a language tag (RFC 5646). */
static bool is_subtag(const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		if (!g_ascii_isalnum(s[i]))
			return false;
	return n >= 1 && n <= 8;
}

static bool expand_lang(struct specified *s, int rank, const char *value, const int *props)
{
	g_auto(GStrv) tags = g_strsplit_set(value, "-_", 0);

	(void)props;
	if (!tags[0])
		return true;
	for (char **tag = tags; *tag; tag++)
		if (!is_subtag(*tag) && (tag > tags || **tag))
			return false;
	give(s, PROP_language, *tags[0] ? arena_strdup(s->refiner->arena, tags[0]) : "none", rank);
	give(s, PROP_script, "auto", rank);
	give(s, PROP_country, "none", rank);
	for (char **tag = tags + 1; *tag; tag++) {
		size_t n = strlen(*tag);
		const char *copy = arena_strdup(s->refiner->arena, *tag);

		if (n == 1) /* extensions follow */
			break;
		if (n == 4 && g_ascii_isalpha(**tag))
			give(s, PROP_script, copy, rank);
		else if (n == 2 || n == 3)
			give(s, PROP_country, copy, rank);
	}
	return true;
}

#define SIDE_PROPS(side) PROP_border_##side##_style, PROP_border_##side##_width, \
			 PROP_border_##side##_color
#define EDGE_PROPS(side) PROP_border_##side##_EDGE_STYLE, PROP_border_##side##_EDGE_WIDTH, \
			 PROP_border_##side##_EDGE_COLOR
#define BOX_PROPS(a, b) PROP_##a##_top##b, PROP_##a##_right##b, PROP_##a##_bottom##b, \
			PROP_##a##_left##b

static const struct {
	const char *name;
	expander *expand;
	int rank;
	int props[13]; /* ended by -1 for borders */
} shorthands[] = {
	{ "background", expand_background, 1, { 0 } },
	{ "background-position", expand_position, 2, { 0 } },
	{ "border", expand_border, 1,
	  { SIDE_PROPS(top), SIDE_PROPS(right), SIDE_PROPS(bottom), SIDE_PROPS(left), -1 } },
	{ "border-style", expand_box, 2, { BOX_PROPS(border, _style) } },
	{ "border-width", expand_box, 2, { BOX_PROPS(border, _width) } },
	{ "border-color", expand_box, 2, { BOX_PROPS(border, _color) } },
	{ "border-top", expand_border, 3, { SIDE_PROPS(top), -1 } },
	{ "border-bottom", expand_border, 3, { SIDE_PROPS(bottom), -1 } },
	{ "border-left", expand_border, 3, { SIDE_PROPS(left), -1 } },
	{ "border-right", expand_border, 3, { SIDE_PROPS(right), -1 } },
	{ "border-before", expand_border, 3, { EDGE_PROPS(before), -1 } },
	{ "border-after", expand_border, 3, { EDGE_PROPS(after), -1 } },
	{ "border-start", expand_border, 3, { EDGE_PROPS(start), -1 } },
	{ "border-end", expand_border, 3, { EDGE_PROPS(end), -1 } },
	{ "border-spacing", expand_spacing, 1, { 0 } },
	{ "font", expand_font, 1, { 0 } },
	{ "margin", expand_box, 1, { BOX_PROPS(margin, ) } },
	{ "padding", expand_box, 1, { BOX_PROPS(padding, ) } },
	{ "page-break-after", expand_page_break, 1,
	  { PROP_break_after, PROP_keep_with_next } },
	{ "page-break-before", expand_page_break, 1,
	  { PROP_break_before, PROP_keep_with_previous } },
	{ "page-break-inside", expand_page_break, 1, { -1, PROP_keep_together } },
	{ "position", expand_placement, 1, { 0 } },
	{ "size", expand_size, 1, { 0 } },
	{ "vertical-align", expand_vertical_align, 1, { 0 } },
	{ "white-space", expand_white_space, 1, { 0 } },
	{ "xml:lang", expand_lang, 1, { 0 } },
};

int shorthand_find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(shorthands); i++)
		if (strcmp(shorthands[i].name, name) == 0)
			return (int)i;
	return -1;
}

bool shorthand_expand(struct specified *s, int shorthand, const char *value)
{
	const char *trimmed = g_strstrip(arena_strdup(s->refiner->arena, value));

	return shorthands[shorthand].expand(s, shorthands[shorthand].rank, trimmed,
					    shorthands[shorthand].props);
}
