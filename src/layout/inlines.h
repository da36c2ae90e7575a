/*
 * inlines.h - the inline content of a block, flattened: what the files inlines*.c,
 * paragraph.c, lines_area.c and leaders.c share
 *
 * The tree of inline objects becomes one text with spans.  What is no text stands in it as
 * U+FFFC (an object); inline objects around text are kept as boxes with byte ranges; what
 * has no extent (ids, footnotes, markers) are anchors at byte offsets.
 */
#ifndef LAYOUT_INLINES_H
#define LAYOUT_INLINES_H

#include "layout/setter.h"

#include <glib.h>

/* What a style means for text; one per FO style. */
struct look {
	const struct fo_style *style;
	struct text_style text;
	Len line_height;
	Len ascent, descent; /* of the nominal font, see look_of */
	Len x_height;
	Len blank;	  /* advance of a space; -1 not measured yet */
	bool glue_given;  /* word-spacing says how spaces stretch */
	Len stretch, shrink;
};

/* An inline object around content, from its opening to its closing. */
struct box {
	struct box *parent; /* NULL: directly in the block */
	const struct fo *fo;
	const struct look *look;
	struct box *frame; /* innermost box, this or around it, that is an area; NULL */
	const struct link *link;
	const struct mark *mark; /* NULL: the block's */
	Len shift;		 /* of its baseline above the line's */
	struct box *edged;	 /* innermost box, this or around it, that is aligned with an edge
				    of the line; NULL */
	int dominant;		 /* baseline, a keyword; KW_NO: alphabetic */
	Len space_start, space_end;
	Len start, end, before, after; /* border and padding */
	Len kept_start, kept_end; /* what of them stands at a line end within the box */
	int from, to;	   /* bytes */
	bool starts, ends; /* its first and last edge are in this text */
	bool used;	   /* an area has taken its id */
	/* of the line that is being made: */
	const struct line *reaches; /* NULL or another: nothing is known yet of */
	Len up, down;		    /* what of an edged box is above, below its baseline, */
	Len moved;		    /* and how far the edge takes it from its shift */
	const struct line *line;
	bool opened;		   /* a line has shown its first edge */
	bool show_start, show_end; /* its true edges are in this line */
	bool rtl;
};

enum object_kind {
	OBJECT_AREA,
	OBJECT_LEADER,
	OBJECT_TAB,
	OBJECT_STRUT, /* empty content of a box with edges */
};

struct object {
	enum object_kind kind;
	const struct fo *fo;
	const struct area *area;
	Len width, stretch, shrink;
	Len left;	     /* of the width, before its area: space at that side */
	Len ascent, descent; /* above and below the baseline of its box */
};

/* Text of one style in one box, or an object. */
struct stretch {
	int from, to; /* bytes */
	struct box *box; /* NULL: directly in the block */
	const struct look *look;
	struct object *object; /* NULL: text */
};

struct side_float;

/* Belongs to the line that the offset falls in: one of spot, note, side, carry. */
struct anchor {
	int at;
	const struct fo *spot;
	bool end; /* of spot, and: at a line's end it belongs to that line, not the next */
	const struct note *note;
	const struct side_float *side;
	struct vlist *carry;
};

struct flat {
	struct setter *s;
	struct vlist *to;	 /* NULL: only measured */
	const struct fo *block;
	const struct room *room;
	Len measure;
	struct arena *scratch;	 /* as long as one text */
	GString *text;
	GArray *stretches;	 /* struct stretch */
	GArray *anchors;	 /* struct anchor */
	GPtrArray *boxes;	 /* struct box *, in the order of opening */
	const struct fo *begins; /* its first object; NULL: it is set but once */
	const struct fo *source; /* the same; NULL: lines need not be found again */
	int part;		 /* texts of it that are set already */
	int flexible;		 /* FLEX_... of the text that is being set */
	bool ragged;		 /* justified, its lines would gape */
	const struct fo *initial; /* the block's fo:initial-property-set; NULL: none */
	int first_end;		 /* byte at which the line ends that it is for; -1 */
	int resume;		 /* byte at which the list goes on (setter's resume); -1 */
	const struct look *look; /* of the block */
	struct box *box;	 /* innermost open; NULL: directly in the block */
	int n_sides;		 /* side-floats among the anchors */
	const Len *line_widths;	 /* beside floats: of the first n_line_widths lines ... */
	int n_line_widths;
	Len line_width;		 /* ... and of all behind them; 0: the measure */
	bool first;		 /* the block's first line is still to come */
	bool measuring;		 /* its widths are asked for: percentages are of nothing */
	bool goes_on;		 /* more text of its element comes behind the present one */
	bool keeps_edges;	 /* a box has kept_start or kept_end */
	bool inside_word;	 /* text-transform: the next letter does not begin one */
	int depth;
	struct widths widths;	 /* found by measuring */
};

/* ---- inlines_look.c ---- */
const struct look *look_of(struct setter *, const struct fo_style *);
Len look_blank(struct setter *, const struct look *); /* advance of a space */
/* The baseline that a style makes dominant; the parent's where it says nothing. */
int dominant_baseline(const struct fo_style *, int parent);
/* The edge of the line (before-edge, after-edge) that a style aligns with; or KW_NO. */
int edge_of_line(const struct fo_style *);
/* How far a box stands above the baseline of the one that is open, or the block's. */
Len baseline_shift(const struct flat *, const struct look *own);
/* A title: of several lines it looks best where they are of about one length. */
bool block_is_heading(const struct fo *);
/* ---- stack.c ---- */
/* Adds to y where the first line in an area has its baseline; false: there is no line. */
bool area_first_baseline(const struct area *, Len *y, int depth);
Len stack_width(struct setter *, const struct fo *container, Len most);
/* How far below the top of a container's area its line has the baseline. */
Len stack_baseline(const struct area *, enum fo_keyword stack, Len axis);

/* Sets ascent and descent of an object of this height, whose own baseline is so far below
 * its top, from its alignment. */
void align_object(const struct flat *, struct object *, const struct fo_style *, Len height,
		  Len baseline);

/* ---- inlines.c ---- */
void inlines_walk(struct flat *, const struct fo *);
void inlines_text(struct flat *, const char *, int n_bytes, const struct fo_style *);
void inlines_open(struct flat *, const struct fo *);
void inlines_close(struct flat *);
struct object *inlines_object(struct flat *, const struct fo *, enum object_kind);
/* What stands before it and what comes run as the paragraph does, one beside the other. */
void inlines_part(struct flat *);

/* ---- inlines_cite.c: page numbers and citations ---- */
void inlines_cite(struct flat *, const struct fo *);
/* ---- inlines_index.c: lists of pages in an index ---- */
void inlines_cite_index(struct flat *, const struct fo *);

/* ---- paragraph.c ---- */
/* Sets (or measures) what was collected, and empties it; `next` is the block that parts it
 * from what comes, NULL at the end. */
void paragraph_flush(struct flat *, const struct fo *next);
/* The children of fo on one line, at natural width: leader patterns, labels. */
const struct area *paragraph_pack(struct setter *, const struct fo *, const struct look *);

/* ---- lines_break.c ---- */
struct line;
/* Adds the struct line of a text from byte `from` on, where a line or the text begins, as if
 * it ended soon behind byte `until`; where lines is NULL the text is only measured. */
void break_lines(struct flat *, const struct text_para *, int from, int until, GArray *lines);

/* ---- lines_wide.c ---- */
#define CUT_ANYWHERE (-1) /* piece.hyphen of a break that only width makes */
/* The same text, or one in which words wider than the measure may break anywhere. */
const struct text_para *cut_wide_words(struct flat *, const struct text_para *);

/* ---- leaders.c ---- */
void leader_open(struct flat *, const struct fo *);
/* The leader at its final width; x is its place from the reference area's start edge. */
const struct area *leader_area(struct setter *, const struct object *, const struct look *,
			       Len width, Len x);

/* ---- lines_area.c ---- */
struct line {
	int from, to;	   /* bytes that show */
	int next;	   /* first byte of the next line */
	bool hyphen, space_after;
	bool divided;    /* a word goes on in the next line: behind a hyphen, or its own */
	int undivided;   /* its number, from 1, if it need not be; 0 */
	bool loose_else; /* but would leave a loose line */
	bool natural;	   /* neither aligned nor stretched */
	bool first, last;  /* of the block; last also before a forced break */
	bool begins;	   /* the paragraph, or stands behind a forced break */
	double ratio;	   /* see struct fit_line; 0: ragged */
	Len over;	   /* too wide by so much, even when shrunk */
	Len hang_start, hang_end;
	Len inset_left, inset_right; /* taken by side-floats */
	Len tail_width, tail_stretch, tail_shrink; /* of the last piece, vanishing */
};

/* Where lines_area is in the text: lines are made in order. */
struct line_cursor {
	const struct text_para *para;
	const char *text; /* the paragraph's, in the book's arena */
	int run, stretch;
};

const struct area *line_area(struct flat *, struct line_cursor *, const struct line *);

/* ---- lines_first.c ---- */
/* The text in the properties of its first line up to where that ends: flat.first_end. */
const struct text_para *shape_first_line(struct flat *);
/* paragraph.c: as the stretches are */
const struct text_para *paragraph_shape(struct flat *);

/* ---- lines_axis.c ---- */
/* Adds the bytes [from, to) as one line to the setter's reach. */
void line_reach(struct flat *, const struct text_para *, int from, int to);

/* ---- paragraph.c, lines_beside.c: into the list ---- */
struct putting {
	struct flat *f;
	const struct text_para *p;
	struct line_cursor at;
	guint anchor; /* the first that is not yet in the list */
	guint placed; /* the side-floats of those before this one stand, */
	guint above;  /* of those before this one above the next line, not beside it */
	int n;	      /* lines of the text above the next */
	bool hyphen, divided; /* as the last of them */
};

/* The first anchor from `from` on that does not belong before byte `next`, where a line ends.
 */
guint anchors_until(const struct flat *, guint from, int next);
struct putting putting_begin(struct flat *, const struct text_para *);
/* The list goes on behind n lines that it has, at the byte flat.resume. */
void putting_resume(struct putting *, int n);
void put_line(struct putting *, const struct line *, int left); /* left: lines to come */
/* All lines of the text, beside the floats that stand there or are called in it.  False:
 * there is none. */
bool put_lines_beside(struct flat *, const struct text_para *);

/* ---- show_breaks.c ---- */
struct shown_text {
	const struct text_para *para;
	int from, to; /* bytes */
	const struct glyph *glyphs;
	const struct area *area;
	Len x, y; /* of its left edge and baseline */
};
void show_breaks(struct setter *, const struct shown_text *, GArray *places);

extern const struct mark mark_layout; /* an artifact: leaders, rules */

#endif
