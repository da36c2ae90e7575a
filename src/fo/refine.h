/*
 * refine.h - inside fo/: from attributes to computed values (XSL 1.1, chapter 5)
 *
 *   names.c       tables made of the .def files, and names to entries
 *   expression.c  the expression language of 5.9
 *   functions.c   its functions
 *   values.c      a value into its member of the style
 *   texts.c       those that are no expressions
 *   shorthands.c  one attribute as several
 *   correspond.c  absolute properties as relative ones
 *   refine.c      the style of an object: cascade, inheritance
 *   space.c       white space
 *   structure.c   which object may stand where
 *   reader.c      the tree
 */
#ifndef FO_REFINE_H
#define FO_REFINE_H

#include "fo/fo.h"

enum prop {
#define P(member, type, parser, name, inherited, initial, words) PROP_##member,
#define GROUP(member, type)
#define SUB(member, parser, name, inherited, initial, words) PROP_##member##_##parser,
#define ABSOLUTE(identifier, name, parser, words) PROP_##identifier,
#define IGNORED(name)
#include "fo/props.def"
#undef P
#undef GROUP
#undef SUB
#undef ABSOLUTE
#undef IGNORED
	N_PROPS
};

enum parser {
	PARSE_ALIGN,
	PARSE_AXIS,
	PARSE_BACKGROUND,
	PARSE_BOOL,
	PARSE_CHARACTER,
	PARSE_COLOR,
	PARSE_DECORATION,
	PARSE_EDGE_COLOR,
	PARSE_EDGE_PADDING,
	PARSE_EDGE_PRECEDENCE,
	PARSE_EDGE_STYLE,
	PARSE_EDGE_WIDTH,
	PARSE_FAMILY,
	PARSE_FLOAT_SIDE,
	PARSE_FONT_SIZE,
	PARSE_FONT_STRETCH,
	PARSE_FONT_WEIGHT,
	PARSE_INTEGER,
	PARSE_KEEP,
	PARSE_KEYWORD,
	PARSE_LEADER_LENGTH,
	PARSE_LENGTH,
	PARSE_LENGTH_ONLY,
	PARSE_LINE_HEIGHT,
	PARSE_NAME,
	PARSE_NUMBER,
	PARSE_ORIENTATION,
	PARSE_RANGE,
	PARSE_RULE_WIDTH,
	PARSE_SEPARATION,
	PARSE_SHIFT,
	PARSE_SIDE,
	PARSE_SPACE,
	PARSE_STRING,
	PARSE_URI,
	PARSE_WRITING_MODE,
};

/* Components of compound values: ".minimum" ... */
enum component {
	PART_WHOLE,
	PART_MINIMUM,
	PART_OPTIMUM,
	PART_MAXIMUM,
	PART_PRECEDENCE,
	PART_CONDITIONALITY,
	PART_LENGTH,
	PART_WITHIN_LINE,
	PART_WITHIN_COLUMN,
	PART_WITHIN_PAGE,
	PART_BPD,
	PART_IPD,
	N_COMPONENTS
};

struct property {
	const char *name;
	enum parser parser;
	int offset, size; /* of the member in fo_style; size 0: absolute, has none */
	bool inherited;
	const char *initial, *words;
};

extern const struct property properties[N_PROPS];

/* What an attribute is. */
enum attribute_kind {
	ATTRIBUTE_UNKNOWN,
	ATTRIBUTE_IGNORED,
	ATTRIBUTE_ID,
	ATTRIBUTE_PROPERTY,
	ATTRIBUTE_SHORTHAND,
};

struct attribute_name {
	enum attribute_kind kind;
	enum prop prop; /* PROPERTY */
	enum component component;
	int shorthand; /* SHORTHAND: index in shorthands */
	bool own; /* belongs to the object alone: nothing below depends on it */
	const char *name; /* interned */
};

struct attribute {
	const struct attribute_name *name;
	const char *value;
};

/* What an object is given. */
struct attributes {
	const struct attribute *at;
	int n;
	const struct fo_style *column; /* of the fo:table-column a cell lies in, or NULL */
};

enum { MAX_ATTRIBUTES = 128 };

/* 35 m: sums of some lengths, and small multiples, stay within a Len. */
enum { FO_MAX_POINTS = 20000 };

/*
 * Where a value is evaluated: equal paths of kinds and attributes from the root down give
 * the same scope, so that whatever repeats is refined once.
 */
struct scope {
	const struct scope *parent;
	enum fo_kind kind;
	const struct fo_style *style;
	const struct fo_style *text; /* of character data in it, once asked for */
	const struct fo_style *column; /* of the fo:table-column a cell lies in; or NULL */
	uint64_t given[(N_PROPS + 63) / 64]; /* which properties were specified here */
	int n_attributes;
	const struct attribute *attributes;
	unsigned hash;
};

struct refiner {
	struct arena *arena;
	struct diags *diags;
	GHashTable *names;  /* const char * -> struct attribute_name * */
	GHashTable *scopes; /* set of struct scope */
	GHashTable *styles; /* set of struct fo_style */
	const struct fo_style *initial;
	bool plain; /* fo_read */
};

/* One evaluation. */
struct context {
	struct refiner *refiner;
	const struct scope *parent;	  /* NULL at the root */
	const struct fo_style *inherited; /* the parent's style, or the initial one */
	const struct fo_style *column;
	struct fo_style *style; /* being made; what comes earlier in props.def is there */
	enum fo_kind kind;
	enum prop prop; /* what the value is for */
	struct where at;
};

/* ---- names.c ---- */
enum fo_keyword fo_keyword_find(const char *name); /* KW_NO where there is none */
enum fo_kind fo_kind_find(const char *name);	   /* N_FO_KINDS where there is none */
GHashTable *attribute_names_new(void);
const struct attribute_name *attribute_name_find(struct refiner *, const char *name);
enum component component_find(const char *name); /* PART_WHOLE where there is none */

/* ---- expression.c, functions.c ---- */
/* VALUE_POWER is what lengths make on the way to another: an area, one in a length. */
enum value_kind {
	VALUE_NONE,
	VALUE_NUMBER,
	VALUE_LENGTH,
	VALUE_POWER,
	VALUE_COLOR,
	VALUE_WORD,
	VALUE_COPY
};

struct value {
	enum value_kind kind;
	double number; /* NUMBER; LENGTH: points; POWER: points to the power */
	int power;     /* POWER: neither 0 nor 1 */
	double share;  /* LENGTH: of the width referred to, 1 is all of it */
	bool proportional;
	struct color color;
	const char *word; /* WORD: keyword, name or string */
	const struct fo_style *from; /* COPY: the value of `prop` in `from` */
	enum prop prop;
};

/* The whole text as one value; VALUE_NONE where it is none. */
struct value evaluate(const struct context *, const char *text);
bool value_call(const struct context *, const char *function, struct value *arguments, int n,
		struct value *result);
struct value value_number(struct value); /* a COPY as NUMBER, LENGTH or COLOR */
/* ---- colors.c ---- */
bool color_find(const char *text, struct color *); /* a name or #rgb ... */

/* ---- texts.c ---- */
bool value_allows(enum prop, const char *word); /* one of its keywords */
bool value_set_text(const struct context *, const char *text, void *member);

/* ---- values.c ---- */
/* False: not a value of the property; the member is as it was. */
bool value_set(const struct context *, enum component, const char *text);
Len len_of_points(double);

/* ---- shorthands.c ---- */
/* What is specified for a property, and how closely: 0 not at all, EXPLICIT by name. */
enum { EXPLICIT = 100 };
struct given {
	const char *text;
	int rank;
};
struct given_part {
	enum prop prop;
	enum component component;
	const char *text;
};
struct specified {
	struct refiner *refiner;
	struct where at;
	struct given whole[N_PROPS];
	struct given_part parts[MAX_ATTRIBUTES];
	int n_parts;
};
int shorthand_find(const char *name); /* -1 */
bool shorthand_expand(struct specified *, int shorthand, const char *value);

/* ---- correspond.c ---- */
void correspond(struct specified *, enum fo_kind, bool rtl);
void correspond_indents(const struct context *, const struct specified *);
void correspond_page_margins(const struct context *, const struct specified *);
Len border_width(const struct fo_edge *); /* 0 where its style paints nothing */

/* ---- refine.c ---- */
void refiner_start(struct refiner *);
void refiner_end(struct refiner *);
const struct scope *refine(struct refiner *, const struct scope *parent, enum fo_kind,
			   const struct attributes *, struct where);
/* The style of the object itself: the scope's, with its own attributes (ids, addresses). */
const struct fo_style *refine_own(struct refiner *, const struct scope *,
				  const struct attributes *, struct where);
const struct fo_style *refine_text(struct refiner *, const struct scope *);
/* What an object of this kind has before any attribute; a dump compares with it. */
void style_inherit(struct fo_style *, const struct fo_style *parent,
		   const struct fo_style *initial, enum fo_kind);

#endif
