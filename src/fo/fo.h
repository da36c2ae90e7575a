/*
 * fo.h - the formatting tree: XSL-FO 1.1 after refinement
 *
 * Computed values only: shorthands, inheritance, functions, relative units and
 * corresponding properties are resolved by the reader.  Directions are relative to the
 * writing mode (before, after, start, end).  Equal styles are the same pointer.
 */
#ifndef FO_FO_H
#define FO_FO_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/len.h"
#include "base/where.h"
#include "doc/doc.h"

#include <stdbool.h>
#include <stdint.h>

/* FO_BLOCK, FO_TABLE_CELL ...: one per line of kinds.def; FO_TEXT is character data. */
enum fo_kind {
#define FO(enumerator, name) enumerator,
#include "fo/kinds.def"
#undef FO
	N_FO_KINDS
};

/* KW_AUTO, KW_ALWAYS ...: every keyword of every property; 0 is "no keyword". */
enum fo_keyword {
	KW_NO,
#define KEYWORD(enumerator, name) enumerator,
#include "fo/keywords.def"
#undef KEYWORD
	N_FO_KEYWORDS
};

/*
 * A length that may depend on a width known only in layout: fixed + share of it.
 * "50% + 3pt" is { fixed = PT(3), share = FO_WHOLE / 2 }.  keyword is set instead where
 * the value is one (auto, none, normal, scale-to-fit, page ...).
 */
#define FO_WHOLE 65536
struct fo_len { /* no padding in any of these: styles are compared as bytes */
	Len fixed;
	int32_t share;	      /* of FO_WHOLE */
	uint16_t keyword;     /* enum fo_keyword, KW_NO for a length */
	uint16_t proportional; /* share counts proportional-column-width() units instead */
};

static inline Len fo_len_of(struct fo_len l, Len whole)
{
	return l.fixed + (l.share ? len_scale(whole, l.share, FO_WHOLE) : 0);
}

/* What an inherited indent has of a share of a width further out: that of the levels-th
 * reference-area around the nearest. */
struct fo_outer {
	int32_t share, levels;
};

/* <space> and <length-range>; a length-range leaves the last two 0. */
struct fo_space {
	struct fo_len minimum, optimum, maximum;
	int precedence; /* FO_FORCE or a number */
	int retain;	/* conditionality, as a bool */
};
#define FO_FORCE INT32_MAX

/* <keep>: 0 auto, FO_ALWAYS, or a strength. */
struct fo_keep {
	int within_line, within_column, within_page;
};
#define FO_ALWAYS INT32_MAX

struct fo_edge {
	uint16_t style; /* KW_NONE, KW_SOLID ... */
	bool retain;	/* conditionality of the border; discard is the initial value */
	bool padding_retain;
	Len width; /* 0 where style is none or hidden */
	struct color color;
	int precedence; /* of collapsed borders, or FO_FORCE */
	struct fo_len padding;
};

/* A number, or a keyword where the value is one (auto, no-limit). */
struct fo_number {
	int value, keyword;
};

/* border-separation and border-spacing */
struct fo_separation {
	Len bpd, ipd;
};

/* text_decoration: a set of these.  Inherited, as decorations propagate to inline content. */
enum { FO_UNDERLINE = 1, FO_OVERLINE = 2, FO_LINE_THROUGH = 4 };

/*
 * One member per property of props.def, named as the property with _ for - (and float_);
 * sides are grouped in border_before ... border_end.  Absolute properties (border-top,
 * margin-left, width ...) are folded into the relative ones; margin_* are kept for page
 * masters and regions, where they are the computed margins whichever way they were given.
 * Strings are interned or NULL.
 */
struct fo_style {
#define P(member, type, parser, name, inherited, initial, words) type member;
#define GROUP(member, type) type member;
#define SUB(member, parser, name, inherited, initial, words)
#define ABSOLUTE(identifier, name, parser, words)
#define IGNORED(name)
#include "fo/props.def"
#undef P
#undef GROUP
#undef SUB
#undef ABSOLUTE
#undef IGNORED
};

struct fo {
	enum fo_kind kind;
	const struct fo_style *style;
	const struct fo *parent, *child, *next;
	const char *text; /* FO_TEXT: UTF-8 with white space treated (7.17) except at line ends,
			     kept linefeeds are U+000A; (fo:character is an inline with one);
			     instream-foreign-object: serialised XML */
	int n_bytes;
	const char *id;
	int index; /* document order, from 0 */
	struct where from;
};

/* Of fo:declarations (Dublin Core, XMP) and the first fo:title. NULL: not said. */
struct fo_meta {
	const char *title, *author, *subject, *keywords, *rights, *publisher, *edition;
	const char *date; /* ISO 8601 */
	const char *identifier, *lang, *creator;
};

struct fo_tree {
	struct arena *arena;
	const struct fo *root;
	int n_fos;
	const struct fo *const *by_id; /* sorted by id (strcmp) */
	int n_ids;
	const char *base; /* folder against which url() values are resolved */
	bool plain;
	struct fo_meta meta;
};

/* `plain` is for comparison with reference layouts: a px is 1pt, as at 72 to the inch, and
 * columns of which nothing is said are 18pt apart.
 * NULL where the document is no XSL-FO at all; other faults are reported and passed over.
 * The document must outlive the tree: markers are read from it again. */
struct fo_tree *fo_read(const struct doc *, bool plain, struct diags *);
void fo_tree_free(struct fo_tree *);

/*
 * The content of a marker as it is where it is retrieved: the children of the result
 * inherit from the retrieve-marker (or retrieve-table-marker).  Their index is that of
 * the retrieve-marker.  Made once for each pair; NULL where there is no such content.
 */
const struct fo *fo_read_marker(struct fo_tree *, const struct fo *marker,
				const struct fo *retrieve_marker);

const struct fo *fo_find(const struct fo_tree *, const char *id); /* borrowed, or NULL */
const struct fo *fo_child(const struct fo *, enum fo_kind); /* the first such; or NULL */
/* The region-name that a flow or static-content goes to, by the flow-map of its sequence. */
const char *fo_region_of(const struct fo *flow);
const char *fo_kind_name(enum fo_kind);				 /* "table-cell" */
const char *fo_keyword_name(enum fo_keyword);

/* One object a line with the properties that differ from what it would inherit. */
void fo_dump(const struct fo_tree *, FILE *);

#endif
