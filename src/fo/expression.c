/*
 * expression.c - the expression language of XSL 1.1, 5.9
 *
 * Recursive descent straight to the result: a value is a number, a length (points and a
 * share of a width that layout knows), a colour or a word.  Font-relative units are
 * resolved here against the style being made, so font-size is evaluated first.
 */
#include "fo/refine.h"

#include <math.h>
#include <string.h>

enum { MAX_NESTING = 50, MAX_ARGUMENTS = 12, PX_PER_INCH = 96, PLAIN_PX_PER_INCH = 72 };

struct scanner {
	const struct context *context;
	const char *at;
	int depth;
	bool bad;
};

static struct value fail(struct scanner *p)
{
	p->bad = true;
	return (struct value){ .kind = VALUE_NONE };
}

static void skip_space(struct scanner *p)
{
	while (g_ascii_isspace(*p->at))
		p->at++;
}

static bool is_name_start(char c)
{
	return g_ascii_isalpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
	return is_name_start(c) || g_ascii_isdigit(c) || c == '-' || c == '.';
}

static bool take(struct scanner *p, const char *token)
{
	size_t n = strlen(token);

	skip_space(p);
	if (strncmp(p->at, token, n) != 0 || (is_name_start(*token) && is_name(p->at[n])))
		return false;
	p->at += n;
	return true;
}

/* Points in one of a unit; em is that of the style being made. 0: no unit. */
static double unit_points(const struct context *c, const char *unit, int n)
{
	static const struct {
		const char *name;
		double points;
	} units[] = {
		{ "pt", 1 },	       { "in", 72 }, { "cm", 72 / 2.54 },
		{ "mm", 72 / 25.4 }, { "pc", 12 },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (n == 2 && g_ascii_strncasecmp(unit, units[i].name, 2) == 0)
			return units[i].points;
	if (n == 2 && g_ascii_strncasecmp(unit, "px", 2) == 0)
		return 72.0 / (c->refiner->plain ? PLAIN_PX_PER_INCH : PX_PER_INCH);
	/* In font-size itself an em is the parent's. */
	if (n == 2 && g_ascii_strncasecmp(unit, "em", 2) == 0)
		return len_pt(c->prop == PROP_font_size ? c->inherited->font_size
							 : c->style->font_size);
	if (n == 2 && g_ascii_strncasecmp(unit, "ex", 2) == 0)
		return len_pt(c->style->font_size) / 2;
	return 0;
}

static struct value parse_number(struct scanner *p)
{
	char *end;
	double n = g_ascii_strtod(p->at, &end);
	const char *unit = end;
	int length = 0;

	/* strtod also reads hexadecimal numbers, infinity and exponents: "1em" is none. */
	if (end == p->at || !isfinite(n) || memchr(p->at, 'x', (size_t)(end - p->at)))
		return fail(p);
	if (*unit == '%') {
		p->at = unit + 1;
		return (struct value){ .kind = VALUE_LENGTH, .share = n / 100 };
	}
	while (g_ascii_isalpha(unit[length]))
		length++;
	p->at = unit + length;
	if (length == 0)
		return (struct value){ .kind = VALUE_NUMBER, .number = n };
	if (unit_points(p->context, unit, length) <= 0)
		return fail(p);
	return (struct value){ .kind = VALUE_LENGTH,
			       .number = n * unit_points(p->context, unit, length) };
}

static struct value parse_sum(struct scanner *p);

static struct value parse_call(struct scanner *p, const char *name)
{
	struct value arguments[MAX_ARGUMENTS], result = { 0 };
	int n = 0;

	skip_space(p);
	while (*p->at && *p->at != ')') {
		if (n == MAX_ARGUMENTS)
			return fail(p);
		arguments[n++] = parse_sum(p);
		skip_space(p);
		if (*p->at == ',')
			p->at++;
		else if (*p->at != ')')
			return fail(p);
		skip_space(p);
	}
	if (p->bad || *p->at++ != ')')
		return fail(p);
	if (!value_call(p->context, name, arguments, n, &result))
		return fail(p);
	return result;
}

static struct value parse_word(struct scanner *p)
{
	const char *from = p->at;
	g_autofree char *name = NULL;

	while (is_name(*p->at) || (*p->at == ':' && is_name_start(p->at[1])))
		p->at++;
	name = g_strndup(from, (size_t)(p->at - from));
	if (*p->at == '(') {
		p->at++;
		return parse_call(p, name);
	}
	return (struct value){ .kind = VALUE_WORD, .word = g_intern_string(name) };
}

static struct value parse_string(struct scanner *p)
{
	const char *end = strchr(p->at + 1, *p->at);
	g_autofree char *s = NULL;

	if (!end)
		return fail(p);
	s = g_strndup(p->at + 1, (size_t)(end - p->at - 1));
	p->at = end + 1;
	return (struct value){ .kind = VALUE_WORD, .word = g_intern_string(s) };
}

/* #rgb ...; else a name, as that of a colour profile: #CMYK. */
static struct value parse_color(struct scanner *p)
{
	const char *end = p->at + 1;
	g_autofree char *s = NULL;
	struct value v = { .kind = VALUE_COLOR };

	while (is_name(*end))
		end++;
	s = g_strndup(p->at, (size_t)(end - p->at));
	p->at = end;
	if (color_find(s, &v.color))
		return v;
	return (struct value){ .kind = VALUE_WORD, .word = g_intern_string(s) };
}

static struct value parse_primary(struct scanner *p)
{
	skip_space(p);
	if (p->depth >= MAX_NESTING)
		return fail(p);
	if (*p->at == '(') {
		struct value v;

		p->at++;
		v = parse_sum(p);
		return take(p, ")") ? v : fail(p);
	}
	if (*p->at == '#')
		return parse_color(p);
	if (*p->at == '\'' || *p->at == '"')
		return parse_string(p);
	if (g_ascii_isdigit(*p->at) || *p->at == '.')
		return parse_number(p);
	return is_name_start(*p->at) ? parse_word(p) : fail(p);
}

static bool is_numeric(struct value v)
{
	return v.kind == VALUE_NUMBER || v.kind == VALUE_LENGTH || v.kind == VALUE_POWER;
}

static struct value parse_unary(struct scanner *p)
{
	bool negative = false;
	struct value v;

	skip_space(p);
	while (*p->at == '-' || *p->at == '+') {
		negative ^= *p->at++ == '-';
		skip_space(p);
	}
	v = parse_primary(p);
	if (negative) {
		v = value_number(v);
		if (!is_numeric(v))
			return fail(p);
		v.number = -v.number;
		v.share = -v.share;
	}
	return v;
}

static int power_of(struct value v)
{
	return v.kind == VALUE_POWER ? v.power : v.kind == VALUE_LENGTH;
}

static struct value with_power(struct value v, int power)
{
	v.kind = power == 0 ? VALUE_NUMBER : power == 1 ? VALUE_LENGTH : VALUE_POWER;
	v.power = power;
	return v;
}

/* Powers of units add up (5.9.5); shares of a width can only be told how often. */
static struct value multiply(struct scanner *p, struct value a, struct value b)
{
	int power = power_of(a) + power_of(b);

	if ((a.share != 0 || b.share != 0) && a.kind != VALUE_NUMBER && b.kind != VALUE_NUMBER)
		return fail(p);
	a.share = a.share * b.number + b.share * a.number;
	a.number *= b.number;
	a.proportional |= b.proportional;
	return with_power(a, power);
}

static struct value divide(struct scanner *p, struct value a, struct value b)
{
	bool shares = a.number == 0 && b.number == 0 && b.share != 0;
	int power = power_of(a) - power_of(b);

	if (shares) {
		a.number = a.share / b.share;
		a.share = 0;
	} else if (b.share != 0 || (a.share != 0 && b.kind != VALUE_NUMBER)) {
		return fail(p);
	} else {
		a.number /= b.number;
		a.share /= b.number;
	}
	a = with_power(a, power);
	return isfinite(a.number) && isfinite(a.share) ? a : fail(p);
}

static struct value modulo(struct scanner *p, struct value a, struct value b)
{
	if (power_of(a) != power_of(b) || a.share != 0 || b.share != 0 || b.number == 0)
		return fail(p);
	a.number = fmod(a.number, b.number);
	return a;
}

typedef struct value operation(struct scanner *, struct value, struct value);

static operation *take_operator(struct scanner *p)
{
	if (p->bad)
		return NULL;
	if (take(p, "*"))
		return multiply;
	if (take(p, "div"))
		return divide;
	return take(p, "mod") ? modulo : NULL;
}

static struct value parse_product(struct scanner *p)
{
	struct value v = parse_unary(p);
	operation *next;

	while ((next = take_operator(p))) {
		struct value right = value_number(parse_unary(p));

		v = value_number(v);
		v = is_numeric(v) && is_numeric(right) ? next(p, v, right) : fail(p);
	}
	return v;
}

static struct value parse_sum(struct scanner *p)
{
	struct value v;

	p->depth++;
	v = parse_product(p);
	for (;;) {
		int sign = take(p, "+") ? 1 : take(p, "-") ? -1 : 0;
		struct value right;

		if (!sign || p->bad)
			break;
		v = value_number(v);
		right = value_number(parse_product(p));
		if (!is_numeric(v) || !is_numeric(right) ||
		    ((v.kind == VALUE_POWER || right.kind == VALUE_POWER) &&
		     power_of(v) != power_of(right)))
			return fail(p);
		if (v.kind != right.kind) /* 0 is a length too */
			v.kind = VALUE_LENGTH;
		v.number += sign * right.number;
		v.share += sign * right.share;
	}
	p->depth--;
	return v;
}

struct value evaluate(const struct context *c, const char *text)
{
	struct scanner p = { .context = c, .at = text };
	struct value v = parse_sum(&p);

	skip_space(&p);
	if (p.bad || *p.at)
		return (struct value){ .kind = VALUE_NONE };
	return v;
}
