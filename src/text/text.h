/*
 * text.h - from characters to shaped, breakable, stretchable pieces
 *
 * NFC text goes in with style spans; out come runs of positioned glyphs (logical order) and
 * pieces: the units between which a line may end or stretch.  Nothing here knows of lines,
 * areas or formatting objects.  Fonts come from one fontconfig file and nowhere else.
 *
 * Owns Pango, HarfBuzz, ICU and fontconfig.  A struct text is not thread-safe:
 * one per thread.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/len.h"
#include "base/where.h"

#include <stdbool.h>
#include <stdint.h>

struct text;
struct text_font;
struct shaper;

struct text_options {
	const char *fonts; /* fontconfig file */
	const char
		*terms; /* list of names and terms that must not be broken badly, or NULL */
	bool plain; /* --plain-shaping: no kerning, ligatures, hyphenation, protrusion */
};

/* NULL where the fonts are missing: E_FONT_MISSING names the Debian package. */
struct text *text_open(const struct text_options *, struct diags *);
void text_close(struct text *);

enum text_slant { SLANT_NORMAL, SLANT_ITALIC, SLANT_OBLIQUE, SLANT_BACKSLANT };

/* Equal styles need not be the same pointer.  Strings are interned. */
struct text_style {
	const char *families; /* "Noto Serif, serif": in order of preference */
	Len size;
	int weight;  /* 100 ... 900 */
	int stretch; /* -4 ultra-condensed ... 0 normal ... 4 */
	enum text_slant slant;
	bool small_caps;
	const char *language; /* BCP 47: "en-GB", "ms-Arab", "zh-Hans"; "" unknown */
	const char *features; /* OpenType features as "tnum,onum", or NULL */
	Len letter_spacing; /* added after each grapheme cluster, never in Arabic script */
	Len letter_stretch, letter_shrink; /* of that space, where a line is justified */
	Len word_spacing;   /* added to each word space */
	bool hyphenate;
	int hyphenation_remain, hyphenation_push; /* least characters before and after */
	uint32_t hyphenation_character;           /* shown where a word is parted */
	bool verbatim; /* no breaks but at line feeds, no glue, tabs kept
			  (wrap-option="no-wrap") */
	bool code; /* language of machines: break URLs and paths after / . - _, no hyphens
		    */
	int bidi_level; /* 0 none, else an embedding made by direction/unicode-bidi; see
			   below */
};

struct text_span {
	int from, to; /* bytes */
	const struct text_style *style;
	struct where at; /* for messages about missing glyphs */
};

/*
 * Fonts.  The metrics are the font's own, scaled to its size: ascent and descent above and
 * below the baseline (both positive).
 */
Len text_font_ascent(const struct text_font *);
Len text_font_descent(const struct text_font *);
Len text_font_x_height(const struct text_font *);
Len text_font_size(const struct text_font *);
const char *text_font_name(const struct text_font *); /* PostScript name */
struct text_underline {
	Len position, thickness; /* position: below the baseline, positive down */
};
struct text_underline text_font_underline(const struct text_font *);
/* Whether the font has a glyph as a picture: an emoji. */
bool text_font_colored(const struct text_font *, uint32_t glyph);
/* cairo_scaled_font_t *, for pdf/ alone. Borrowed. */
void *text_font_cairo(const struct text_font *);

/* The first font of a style: the nominal font of XSL 4.9, for line heights. */
const struct text_font *text_nominal_font(struct text *, const struct text_style *);

struct glyph {
	uint32_t id;
	Len advance;         /* as shaped, letter-spacing included */
	Len dx, dy;          /* offset of this glyph, y up */
	Len stretch, shrink; /* glue behind this glyph's cluster, on its last glyph */
	int cluster;         /* byte offset in the paragraph of the cluster's first byte */
	bool unsafe;         /* HB_GLYPH_FLAG_UNSAFE_TO_BREAK before it */
};

/* Characters of one font, style and embedding level.  Glyphs in visual order. */
struct run {
	const struct text_font *font;
	const struct text_style *style;
	int from, to; /* bytes */
	int level;    /* bidi embedding level: odd is right to left */
	const struct glyph *glyphs;
	int n_glyphs;
	bool elastic; /* its letters may be set wider or narrower, see TEXT_EXPANSION */
	const struct shaper *shaper; /* for text_slice alone */
};

/* Thousandths of their width by which letters may be set wider or narrower. */
enum { TEXT_EXPANSION = 15 };

enum brk {
	BRK_NEVER,
	BRK_HYPHEN, /* allowed; a hyphen is shown (hyphenation, U+00AD) */
	BRK_SOFT, /* allowed, nothing shown, dearer than BRK_ALLOWED: URLs, Tamil syllables,
		     Thai, Lao, Khmer and Burmese words without space */
	BRK_ALLOWED,   /* after a space or where UAX 14 and kinsoku allow */
	BRK_MANDATORY, /* after a line feed that was kept (U+2028, or U+000A) */
};

enum piece_kind {
	PIECE_WORD,   /* shaped text; may have glue inside (Thai clusters, CJK) */
	PIECE_SPACE,  /* word space: stretches, vanishes at line ends (but for U+00A0, which
			 is a piece of its own) */
	PIECE_OBJECT, /* U+FFFC: the caller's box; width 0 here */
	PIECE_TAB,    /* U+0009 in verbatim text */
	PIECE_BREAK,  /* U+2028 or U+000A: nothing to see */
};

/* In logical order; together they cover the text exactly.  The last one's break is
 * BRK_NEVER: the end of the paragraph is the caller's. */
struct piece {
	enum piece_kind kind;
	int from, to;        /* bytes */
	int run;             /* index; a piece lies within one run */
	Len width;           /* sum of advances */
	Len stretch, shrink; /* of all glue in it, behind its last cluster included */
	Len expansion;       /* how much wider or narrower its letters may be */
	Len tail_width, tail_stretch,
		tail_shrink; /* what vanishes if the line ends here: trailing
    full-width blank of CJK punctuation, glue behind the last cluster */
	enum brk after;
	Len hyphen;               /* BRK_HYPHEN: width the hyphen adds */
	Len hang_start, hang_end; /* protrusion if it begins or ends a line (end: with
				     hyphen if it breaks so) */
};

struct text_para {
	const char *text; /* NFC, in the arena.  Offsets of spans and objects are those of
			     the input: callers normalise with text_normalize() first */
	int n_bytes;
	bool rtl; /* paragraph direction */
	const struct run *runs;
	int n_runs;
	const struct piece *pieces;
	int n_pieces;
};

/* NFC of a string, in the arena.  (Style spans must be counted in its result.) */
char *text_normalize(struct arena *, const char *, int n_bytes);

enum text_direction { DIRECTION_AUTO, DIRECTION_LTR, DIRECTION_RTL };

/* spans cover [0, n_bytes) without gaps. */
struct text_source {
	const char *nfc;
	int n_bytes;
	const struct text_span *spans;
	int n_spans;
	enum text_direction direction;
};

/*
 * Shapes a paragraph.  Explicit embeddings are in the text itself as U+202A..U+202E,
 * U+2066..U+2069: they shape to nothing.  U+2060 is a zero-width piece without break on
 * either side that callers use for edges of inline boxes.  Missing glyphs are reported
 * (E_GLYPH) with the span's place.
 */
const struct text_para *text_shape(struct text *, struct arena *,
				   const struct text_source *);

/* Bytes of a run; with hyphen the style's hyphen follows them (its cluster is `to`). */
struct text_part {
	int run, from, to;
	bool hyphen;
};

/*
 * The glyphs of a part of a run in visual order: those of the run where that is safe, else
 * shaped again.
 */
int text_slice(struct text *, struct arena *, const struct text_para *, struct text_part,
	       const struct glyph **out);

/* Breaks as text, for review and tests: the text with "|" "-" "~" at allowed, hyphen, soft.
 */
char *text_show_breaks(struct arena *, const struct text_para *);

#endif
