/*
 * functions.c - the functions of the expression language, XSL 1.1, 5.10; colours
 */
#include "fo/refine.h"

#include <math.h>
#include <string.h>

/* An absolute property stands for the relative one of the style's writing mode; the values
 * that functions can ask for are kept under the relative name. */
static enum prop find_prop(const struct context *c, const struct value *argument, int n)
{
	const struct attribute_name *name;

	if (n == 0)
		return c->prop;
	if (argument->kind != VALUE_WORD)
		return N_PROPS;
	name = attribute_name_find(c->refiner, argument->word);
	return name->kind == ATTRIBUTE_PROPERTY ? name->prop : N_PROPS;
}

static const struct fo_style *nearest_specified(const struct context *c, enum prop prop)
{
	for (const struct scope *s = c->parent; s; s = s->parent)
		if (s->given[prop / 64] >> (prop % 64) & 1)
			return s->style;
	return c->refiner->initial ? c->refiner->initial : c->inherited;
}

static struct value copy_of(const struct fo_style *from, enum prop prop)
{
	return (struct value){ .kind = VALUE_COPY, .from = from, .prop = prop };
}

static const struct fo_style *list_style(const struct context *c)
{
	for (const struct scope *s = c->parent; s; s = s->parent)
		if (s->kind == FO_LIST_ITEM || s->kind == FO_LIST_BLOCK)
			return s->style;
	return c->inherited;
}

static struct value length_of(struct fo_len l)
{
	return (struct value){ .kind = VALUE_LENGTH,
			       .number = len_pt(l.fixed),
			       .share = (double)l.share / FO_WHOLE,
			       .proportional = l.proportional };
}

static struct value add(struct value a, double sign, struct value b)
{
	a.number += sign * b.number;
	a.share += sign * b.share;
	return a;
}

/* body-start(): where the bodies of the list begin.  label-end(): what is left from there
 * to the other edge, and the separation. */
static struct value body_start(const struct context *c)
{
	const struct fo_style *s = list_style(c);

	return add(length_of(s->start_indent), 1,
		   length_of(s->provisional_distance_between_starts));
}

static struct value label_end(const struct context *c)
{
	struct value whole = { .kind = VALUE_LENGTH, .share = 1 };

	return add(add(whole, -1, body_start(c)), 1,
		   length_of(list_style(c)->provisional_label_separation));
}

/* A share counts as one of a column of this width where only a comparison is wanted. */
static double comparable(struct value v)
{
	return v.number + v.share * 400;
}

static bool is_numeric(struct value v)
{
	return v.kind == VALUE_NUMBER || v.kind == VALUE_LENGTH;
}

static bool call_two(const char *name, struct value a, struct value b, struct value *v)
{
	bool less = comparable(a) < comparable(b);

	if (strcmp(name, "min") == 0)
		*v = less ? a : b;
	else if (strcmp(name, "max") == 0)
		*v = less ? b : a;
	else
		return false;
	return true;
}

static bool call_one(const char *name, struct value a, struct value *v)
{
	*v = a;
	if (strcmp(name, "abs") == 0) {
		if (comparable(a) < 0)
			*v = add((struct value){ .kind = a.kind }, -1, a);
		return true;
	}
	if (strcmp(name, "round") == 0)
		v->number = floor(a.number + 0.5);
	else if (strcmp(name, "floor") == 0)
		v->number = floor(a.number);
	else if (strcmp(name, "ceiling") == 0)
		v->number = ceil(a.number);
	else
		return false;
	return a.kind == VALUE_NUMBER;
}

static bool call_math(const char *name, const struct value *a, int n, struct value *v)
{
	if (n == 1 && is_numeric(a[0]))
		return call_one(name, a[0], v);
	return n == 2 && is_numeric(a[0]) && is_numeric(a[1]) && call_two(name, a[0], a[1], v);
}

static bool channel(struct value v, uint8_t *to)
{
	double n = v.kind == VALUE_NUMBER ? v.number : v.share * 255;

	if (!is_numeric(v))
		return false;
	*to = (uint8_t)lround(CLAMP(n, 0, 255));
	return true;
}

static bool color_rgb(const struct value *a, int n, struct value *v)
{
	v->kind = VALUE_COLOR;
	v->color.a = 255;
	return n >= 3 && channel(a[0], &v->color.r) && channel(a[1], &v->color.g) &&
	       channel(a[2], &v->color.b);
}

/* What an ink leaves of the light. */
static double light(struct value ink)
{
	double n = ink.kind == VALUE_NUMBER ? ink.number : ink.share;

	return 1 - CLAMP(n, 0, 1);
}

static bool color_cmyk(const struct value *a, int n, struct value *v)
{
	uint8_t rgb[3];

	for (int i = 0; i < n; i++)
		if (!is_numeric(a[i]))
			return false;
	if (n != 4)
		return false;
	for (int i = 0; i < 3; i++)
		rgb[i] = (uint8_t)lround(255 * light(a[i]) * light(a[3]));
	v->kind = VALUE_COLOR;
	v->color = (struct color){ rgb[0], rgb[1], rgb[2], 255 };
	return true;
}

static bool call_color(const char *name, const struct value *a, int n, struct value *v)
{
	if (strcmp(name, "rgb") == 0)
		return n == 3 && color_rgb(a, n, v);
	if (strcmp(name, "rgb-icc") == 0 || strcmp(name, "fop-rgb-icc") == 0)
		return color_rgb(a, n, v); /* the fallback: no profile is applied */
	if (strcmp(name, "cmyk") == 0)
		return color_cmyk(a, n, v);
	if (strcmp(name, "system-color") == 0 && n == 1 && a[0].kind == VALUE_WORD) {
		v->kind = VALUE_COLOR;
		if (!color_find(a[0].word, &v->color)) /* no desktop here: text on paper */
			color_find(strstr(a[0].word, "text") ? "black" : "white", &v->color);
		return true;
	}
	return false;
}

static bool call_property(const struct context *c, const char *name, const struct value *a,
			  int n, struct value *v)
{
	enum prop prop = n <= 1 ? find_prop(c, a, n) : N_PROPS;

	if (prop == N_PROPS)
		return false;
	if (strcmp(name, "from-parent") == 0 || strcmp(name, "inherited-property-value") == 0)
		*v = copy_of(c->inherited, prop);
	else if (strcmp(name, "from-nearest-specified-value") == 0)
		*v = copy_of(nearest_specified(c, prop), prop);
	else if (strcmp(name, "from-table-column") == 0)
		*v = copy_of(c->column ? c->column : c->inherited, prop);
	else if (strcmp(name, "merge-property-values") == 0) /* no states on paper */
		*v = copy_of(c->inherited, prop);
	else
		return false;
	return true;
}

bool value_call(const struct context *c, const char *name, struct value *arguments, int n,
		struct value *result)
{
	struct value a[8];

	if (strcmp(name, "body-start") == 0 && n == 0) {
		*result = body_start(c);
		return true;
	}
	if (strcmp(name, "label-end") == 0 && n == 0) {
		*result = label_end(c);
		return true;
	}
	if (call_property(c, name, arguments, n, result))
		return true;
	for (int i = 0; i < n; i++)
		a[i] = value_number(arguments[i]);
	if (strcmp(name, "proportional-column-width") == 0) {
		if (n != 1 || a[0].kind != VALUE_NUMBER)
			return false;
		*result = (struct value){ .kind = VALUE_LENGTH,
					  .share = a[0].number,
					  .proportional = true };
		return true;
	}
	return call_math(name, a, n, result) || call_color(name, a, n, result);
}

struct value value_number(struct value v)
{
	const struct property *p;
	const unsigned char *at;

	if (v.kind != VALUE_COPY)
		return v;
	p = &properties[v.prop];
	at = (const unsigned char *)v.from + p->offset;
	switch ((int)p->parser) {
	case PARSE_COLOR:
		return (struct value){ .kind = VALUE_COLOR, .color = *(const struct color *)at };
	case PARSE_FONT_SIZE:
	case PARSE_LENGTH_ONLY:
	case PARSE_RULE_WIDTH:
		return (struct value){ .kind = VALUE_LENGTH, .number = len_pt(*(const Len *)at) };
	case PARSE_INTEGER:
	case PARSE_NUMBER:
	case PARSE_FONT_WEIGHT:
	case PARSE_ORIENTATION:
		return (struct value){ .kind = VALUE_NUMBER, .number = *(const int *)at };
	case PARSE_LENGTH:
	case PARSE_SHIFT:
	case PARSE_BACKGROUND:
		return length_of(*(const struct fo_len *)at);
	case PARSE_SPACE:
	case PARSE_RANGE:
	case PARSE_LEADER_LENGTH:
	case PARSE_LINE_HEIGHT:
		return length_of(((const struct fo_space *)at)->optimum);
	case PARSE_EDGE_PADDING:
		return length_of(((const struct fo_edge *)at)->padding);
	case PARSE_EDGE_WIDTH:
		return length_of((struct fo_len){ .fixed = ((const struct fo_edge *)at)->width });
	case PARSE_EDGE_COLOR:
		return (struct value){ .kind = VALUE_COLOR,
				       .color = ((const struct fo_edge *)at)->color };
	default:
		return (struct value){ .kind = VALUE_NONE };
	}
}
