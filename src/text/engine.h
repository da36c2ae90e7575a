/*
 * engine.h - what the files of text/ share; nobody else includes it
 *
 *   open.c       the engine: fontconfig file, Pango, their missing files
 *   fonts.c      faces (what a style asks for) and fonts (what it gets)
 *   itemize.c    spans to runs: Pango's itemisation, or nothing where plain Latin suffices
 *   stress.c     what stands for italics in a script that has none
 *   breaks.c     where a line may end: UAX 14 by Pango, ours for the rest
 *   latin.c      UAX 14 for the characters of Latin text, quickly
 *   seasia.c     words of Lao, Khmer and Burmese; syllables of Tamil
 *   keep.c       words that belong together: numbers and units, names
 *   hyphenate.c  points in words, by language
 *   filipino.c   the same by the rules of one that has no patterns
 *   shape.c      runs to glyphs
 *   words.c      the word cache
 *   glue.c       what stretches, shrinks and hangs
 *   para.c       text_shape: all of the above, cut into pieces
 *   slice.c      text_slice: the glyphs of a part of a run
 */
#ifndef TEXT_ENGINE_H
#define TEXT_ENGINE_H

#include "text/text.h"

#include <glib.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

struct hyphenator;
struct segmenter;
struct keeper;

struct hyphen {
	uint32_t glyph;
	Len width;
};

struct text_font {
	PangoFont *pango;
	hb_font_t *hb;
	char *name;
	const char
		*features; /* of the fontconfig file: what the face is set with, or NULL */
	Len size, ascent, descent, x_height;
	struct text_underline underline;
	struct hyphen hyphens[2]; /* '-' and U+2010 */
	uint32_t space;
	Len space_width;
	bool small_caps; /* has the feature smcp */
	const struct text_font
		*small; /* the capitals of false small capitals, when needed */
	uint64_t latin[0x380 / 64], general[0x80 / 64]; /* has U+0000.., U+2000.. */
	uint64_t viet[0x100 / 64];                      /* U+1E00.. */
};

/* What a style asks for, and the font that its Latin text gets. */
struct face {
	PangoFontDescription *description;
	const struct text_font *nominal;
};

/* All that shaping depends on but the text.  Two runs with the same shaper share words. */
struct shaper {
	const struct text_font *font;
	hb_script_t script;
	hb_language_t language;
	bool rtl, capitals;      /* capitals: small letters are shaped as capitals */
	bool spaced, small_caps; /* spaced letters: no optional ligatures */
	const char *features;    /* interned */
	hb_feature_t feature[16];
	int n_features;
	GHashTable *words; /* struct word by its bytes */
};

enum { LONGEST_WORD = 64 }; /* bytes that the cache keeps */

struct word {
	const char *bytes;
	int n_bytes;
	struct glyph *glyphs; /* clusters from 0 */
	int n_glyphs;
	/* of two clusters, as words meet: byte of the second where they are known to be
	 * shaped as if alone, or to touch each other; 0: not known */
	int apart, touching;
};

/* Byte-indexed notes on the paragraph being shaped. */
struct note {
	Len width, stretch, shrink; /* of the cluster that begins here */
	uint8_t brk;                /* enum brk: before this byte */
	uint8_t word;               /* a word of a script without spaces begins here */
	uint8_t mark; /* enum cjk_punctuation: a quotation mark in Chinese, set full-width,
			 or a full stop in the middle of its square */
};

struct text {
	struct diags *diags;
	bool plain;
	struct arena *arena; /* the engine's own: cached words and what they hang on */
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	hb_buffer_t *buffer;
	GHashTable *faces;   /* struct face by its fields */
	GHashTable *fonts;   /* struct text_font by PangoFont */
	GHashTable *shapers; /* struct shaper by its fields */

	struct hyphenator *hyphenator;
	struct segmenter *segmenter;
	struct keeper *keeper;
	GArray *notes, *log, *runs, *pieces,
		*glyphs; /* room used again by each paragraph */
};

/* A run before shaping. */
struct item {
	const struct text_font *font;
	const struct text_span *span;
	int from, to, level;
	hb_script_t script;
	bool capitals;
};

/* The paragraph on its way through the engine. */
struct job {
	struct text *t;
	struct arena *arena;
	const char *text;
	int n;
	const struct text_span *spans;
	int n_spans;
	bool rtl;
	bool latin;              /* Latin text in its first font throughout */
	bool thai, seasia, tamil, cjk; /* what is in it; seasia: Lao, Khmer or Burmese */
	struct note *notes;      /* n + 1 */
	const struct item *items;
	struct run *runs;
	struct glyph **glyphs; /* of each run: its own, to be written to */
	int n_runs;
};

/* fonts.c */
struct face *face_of(struct text *, const struct text_style *);
const struct text_font *font_of(struct text *, PangoFont *);
const struct text_font *font_scaled(struct text *, const struct text_font *, double factor);
bool font_has(const struct text_font *, uint32_t c);
void fonts_free(struct text *);

/* itemize.c: fills t->runs with struct item */
void itemize(struct job *);

/* stress.c: a font without slant for letters that should have one; what to take instead */
bool wants_stress(const struct job *, const PangoItem *);
PangoFontDescription *stressed(const struct job *, const struct text_span *);

/* breaks.c and its helpers */
void find_breaks(struct job *);
void latin_breaks(struct job *);

struct segmenter *segmenter_new(void);
void segmenter_free(struct segmenter *);
void seasia_breaks(struct job *);
void tamil_breaks(struct job *);

struct keeper *keeper_new(const char *terms, struct diags *);
void keeper_free(struct keeper *);
void keep_together(struct job *);

struct hyphenator *hyphenator_new(void);
void hyphenator_free(struct hyphenator *);
void hyphenate(struct job *);
/* Bit i: a point before letter i of a word in small letters. */
uint64_t filipino_points(const char *word);

/* shape.c */
struct shaper *shaper_of(struct text *, const struct item *);
void shape_runs(struct job *);
/* Appends the glyphs of a part of a text, in visual order. */
struct extent {
	const char *text;
	int n, from, to; /* bytes of the text, of the part */
	bool joined;     /* letters join to what is outside the part */
};
void shape_bytes(struct text *, const struct shaper *, struct extent, GArray *out);

/* words.c */
GHashTable *words_new(void);
/* The glyphs of what stands between spaces, from left to right or of one word from right
 * to left, appended to those of the engine. */
void append_words(struct job *, struct shaper *, int from, int to);

void space_letters(const struct shaper *, struct glyph *, int n, Len spacing);
/* The style's hyphenation-character in the run's font; U+2010 where the font lacks it. */
struct hyphen hyphen_of(const struct run *);

/* glue.c */
void add_glue(struct job *);
Len hang_before(const struct text_font *, uint32_t c);
Len hang_after(const struct text_font *, uint32_t c);

/* Kinds of characters that glue and breaks ask for. */
bool is_cjk(uint32_t c);
bool parts_from_latin(uint32_t c); /* of these what stands a quarter em from Latin letters */
enum cjk_punctuation { CJK_NONE, CJK_CLOSE, CJK_OPEN, CJK_MIDDLE };
enum cjk_punctuation cjk_punctuation(uint32_t c);
/* The same of the character at a byte, quotation marks set in Chinese included. */
enum cjk_punctuation mark_at(const struct job *, int at);
bool is_tamil(uint32_t c);
bool is_mark(uint32_t c); /* combines with the letter before */
bool is_seasia(uint32_t c);  /* Thai, Lao, Khmer, Burmese */
bool is_control(uint32_t c); /* shapes to nothing, joins nothing: embeddings, U+2060 */

/* The text is valid UTF-8; most of it that is not ASCII takes three bytes. */
static inline uint32_t char_at(const char *s)
{
	const unsigned char *c = (const unsigned char *)s;

	if (c[0] < 0x80)
		return c[0];
	if ((c[0] & 0xf0) == 0xe0)
		return (c[0] & 0x0fu) << 12 | (c[1] & 0x3fu) << 6 | (c[2] & 0x3fu);
	return g_utf8_get_char(s);
}

static inline int char_next(const char *text, int at)
{
	unsigned char c = (unsigned char)text[at];

	return at + (c < 0x80 ? 1 : g_utf8_skip[c]);
}

static inline int char_prev(const char *text, int at)
{
	while (at > 0 && ((unsigned char)text[--at] & 0xc0) == 0x80)
		;
	return at;
}

#endif
