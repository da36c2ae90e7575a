/*
 * setter.h - what the parts of the layout share: the setter, and who sets what
 *
 * Setting turns formatting objects into a vertical list.  Each file below has one entry:
 *
 *   blocks.c   set_blocks     any block-level content, dispatched by kind
 *   inlines.c  set_paragraph  inline content of a block as lines
 *   lists.c    set_list       fo:list-block
 *   tables.c   set_table      fo:table, fo:table-and-caption
 *   graphics.c                external-graphic, instream-foreign-object: sizes and areas
 *   pages.c    ...            from lists to pages
 */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include "layout/layout.h"
#include "layout/vlist.h"

#include <glib.h>

/* Where the lines of a cell that are aligned on a string have it (7.16.9), and where the
 * figures of its column end: from the left edge of the cell's content. */
struct axis {
	Len at, figures_end;
	bool head; /* the cell is in a header: it ends where the figures do */
};

/* How far lines reach on both sides of the axis, while they are measured; those without
 * figures, which end at it, apart. */
struct axis_reach {
	Len left, right, words;
};

/* The room a piece of content is set in: its containing reference area. */
struct room {
	Len x, width; /* content rectangle of the reference area, from the flow's left edge
		       */
	Len height;   /* for percentages; 0 unknown */
	Len around[2]; /* widths of the reference areas around, from the nearest */
	Len start, end; /* indents of the block that is being set (set by blocks.c before
			   set_paragraph): its content rectangle within the above */
	Len inset_left, inset_right; /* added to the indents of all that is set in it: taken
					by side-floats */
	bool keeps_offset; /* lines that floats displace keep their distance from ... */
	Len offset_left,
		offset_right; /* ... lines with these edges, from the flow's left */
	bool rtl;             /* writing-mode rl-tb */
	bool unbreakable;     /* inside a box that is never cut: penalties are of no use */
	const struct axis *axis; /* NULL: no string to align on */
};

static inline Len room_indent(const struct room *r, struct fo_len indent, struct fo_outer outer)
{
	Len wide = outer.levels > 0 && outer.levels <= 2 ? r->around[outer.levels - 1] : 0;

	return fo_len_of(indent, r->width) + len_scale(wide, outer.share, FO_WHOLE);
}

/* Left edge and width of the block's content rectangle, from the flow's left edge. */
static inline Len room_left(const struct room *r)
{
	return r->x + (r->rtl ? r->end : r->start);
}

static inline Len room_measure(const struct room *r)
{
	return r->width - r->start - r->end;
}

struct page_markers; /* markers.c */

/* The page that static content is being set for. */
struct page_now {
	const char *label;
	int number; /* folio */
	const struct page_markers *markers;
};

/* Where a flow that is set again at another width goes on: at a byte of the paragraph that
 * begins with an object, or at the row of a table that begins with a cell. */
struct resume {
	const struct fo *paragraph;
	int part; /* of its texts: blocks within inlines part them; or RESUME_ROW */
	int at;
	int floats; /* anchors of the text whose side-floats stand above it */
};

enum { RESUME_ROW = -1 };

/* What the page builder wants of a paragraph, known by its first object, or of a float. */
struct wish {
	const struct fo *of;
	int lines;     /* more than would be best for itself */
	int undivided; /* its line, from 1, that is not to end within a word; 0: none */
	Len later;     /* so much of what follows a float is to come before it */
	bool in_text;  /* a before-float is to stand there: a title opens its page */
};

struct setter {
	struct arena *arena;  /* the book's; of a section, as long as it may be set again */
	struct arena *lasting; /* the book's: for what is looked up again */
	struct fo_tree *tree; /* not changed but by fo_read_marker */
	struct text *text;
	struct image_cache *images;
	const struct layout_options *options;
	struct diags *diags;
	const struct mark *const *marks; /* by fo->index; NULL: the parent's */
	struct references *references;   /* page numbers known so far, references.h */
	const struct page_now *page;     /* NULL in a flow: an fo:page-number there is a
					    citation     of the page its own spot falls on */
	Len note_width;                  /* measure of footnotes in this flow */
	const struct resume *resume;     /* NULL: nowhere */
	const struct vlist *flow;        /* the list of the flow, which alone is resumed */
	int64_t enough;                  /* when it is so long the rest is for later; 0: all */
	bool stopped;                    /* and that was so */
	struct shaped *shaped;           /* texts of the present sequence; NULL: none are kept */
	GHashTable *backgrounds;         /* src -> image or NULL, pictures.c */
	GHashTable *wishes;              /* wish_of; NULL: there are never any */
	bool may_wish;                   /* they may be added to */
	bool may_move;                   /* floats in the text may be moved */
	bool moved;                      /* a float was set later than where it is called */
	GHashTable *floats;              /* fo -> struct side_float, of this pass; or NULL */
	GHashTable *in_text; /* before-floats that are higher than a page, of this pass; or
				NULL */
	Len float_room;      /* for a before-float on a page; 0: not known */
	bool links_index;  /* page numbers in an index are links */
	int aside;         /* within how many footnotes, before-floats, static contents */
	int in_floats;     /* within how many side-floats */
	Len measure_whole; /* while widths are measured: what percentages
			      refer to; 0 unknown */
	struct axis_reach *reach; /* lines that are measured are added to it; NULL: to nothing */
	int depth;         /* of recursion through set_block_level */
	const struct link *link; /* that the blocks being set stand in; NULL: none */
	const struct table_stretch
		*stretch;            /* table_markers.c: rows by which a header is set */
	struct first_look *first_looks; /* lines_first.c */
	struct looks *looks;         /* inlines_look.c; made when first needed */
	Len page_height;   /* of the region being set: for rotated containers */
	struct size paper; /* around it, for what is fixed there */
	Len origin_x, origin_y;      /* of the area being packed, from the page's corner */
};

/* NULL where there is none. */
static inline const struct wish *wish_of(const struct setter *s, const struct fo *fo)
{
	return s->wishes ? g_hash_table_lookup(s->wishes, fo) : NULL;
}

/* NULL for the parent's, and for what a marker brought into static content. */
static inline const struct mark *mark_of(const struct setter *s, const struct fo *fo)
{
	return s->marks && fo->index < s->tree->n_fos ? s->marks[fo->index] : NULL;
}

/* ---- pack.c: from lists to areas ---- */

/* The whole list as one area; display-align places it if height > 0, else the area is as
 * high as the list at its natural size.  Its spots and notes are the caller's to carry on:
 * vlist_carry_all once the area is in another list. */
const struct area *vlist_pack(struct setter *, struct vlist *, Len width, Len height,
			      enum fo_keyword display_align);
/* The items [from, to), where from is 0 or a penalty that is cut and to the end or such a
 * penalty: frames are reopened and closed. */
const struct area *vlist_slice(struct setter *, struct vlist *, int from, int to,
			       Len width);

/* ---- the entries ---- */
void set_blocks(struct setter *, struct vlist *, const struct fo *parent,
		const struct room *);
void set_block_level(struct setter *, struct vlist *, const struct fo *,
		     const struct room *);
/* Inline-level children of block from `first` up to (not with) `end`; a block-level
 * descendant of an inline comes back through set_block_level.  Widows and orphans become
 * penalties of COST_NEVER between the lines; notes are added to the box of their line. */
void set_paragraph(struct setter *, struct vlist *, const struct fo *block,
		   const struct fo *first, const struct fo *end, const struct room *);
/* Whether an object of the list ends before the place that the flow is resumed at, or is
 * not wanted yet: then nothing behind it is. */
bool block_is_past(const struct setter *, const struct vlist *, const struct fo *);
bool block_is_later(struct setter *, struct vlist *);
void set_list(struct setter *, struct vlist *, const struct fo *, const struct room *);
void set_table(struct setter *, struct vlist *, const struct fo *, const struct room *);
/* An external-graphic or instream-foreign-object as an area, sized by XSL 7.15; never NULL:
 * a missing picture is a frame with a note. */
const struct area *set_graphic(struct setter *, const struct fo *, Len width, Len height);

/* ---- pictures.c: the image file that src or background-image names ---- */
/* NULL where there is none (reported). */
const struct image *picture_find(struct setter *, const char *src, struct where);
struct size picture_size(const struct setter *, const struct image *);
void backgrounds_find(struct setter *, const struct fo *); /* of it, what follows and is below */
const struct image *background_of(struct setter *, const char *src);

/* ---- notes.c: fo:footnote and fo:float float="before" ---- */
/* False (and reported) where no page is to put it on: it is set in the text instead. */
bool note_may_stand(struct setter *, const struct fo *);
/* Whether an fo:float goes to a side: sides.h. */
bool note_is_side(const struct fo *);
bool note_is_plain(const struct fo *); /* or nowhere: it is set in the text, */
/* A before-float that is set in the text, for a title would stand below it. */
bool note_stays(const struct setter *, const struct fo *);
bool note_may_move(const struct setter *, const struct fo *); /* or later, to fill the page before it */
/* The body of a footnote, a float itself; NULL where there is nothing. */
const struct fo *note_body(const struct fo *);
/* NULL for a before-float that no page has room for: it is set in the text. */
const struct note *set_note(struct setter *, const struct fo *);

/* ---- markers.c ---- */
/* An object with the content that a retrieve-marker in static content stands for, or NULL.
 */
const struct fo *marker_find(const struct setter *, const struct fo *retrieve);
/* The same for fo:retrieve-table-marker in a table's header or footer. */
const struct fo *table_marker_find(const struct setter *, const struct fo *retrieve);

/* Least and most width content can use: for automatic table columns.  Indents, borders and
 * padding of the content are in it. */
struct widths {
	Len least, most;
};
/* True where an object as a child of a block (a flow, a cell ...) begins a block of its
 * own, false where it belongs to a paragraph. */
bool block_level(const struct setter *, const struct fo *);
struct widths measure_blocks(struct setter *, const struct fo *parent);
struct widths measure_table(struct setter *, const struct fo *); /* tables.c */
struct widths measure_paragraph(struct setter *, const struct fo *block,
				const struct fo *first, const struct fo *end);

/* ---- decor.c: areas' painting and sizes from styles ---- */
/* NULL where there is nothing to paint. Background images that are placed by percentages
 * need the padding rectangle: decor_place. */
const struct decor *decor_of(struct setter *, const struct fo_style *, bool rtl);
const struct decor *decor_place(struct setter *, const struct decor *,
				const struct fo_style *, struct size border_rectangle);
/* Of a keyword of border-style or rule-style. */
enum border_style decor_border_style(int keyword);
/* Border and padding of one side; whole is the width that percentages refer to. */
static inline Len edge_size(const struct fo_edge *e, Len whole)
{
	return e->width + fo_len_of(e->padding, whole);
}

/* What of it stands at a break (conditionality retain). */
static inline Len edge_kept(const struct fo_edge *e, Len whole)
{
	return (e->retain ? e->width : 0) +
	       (e->padding_retain ? fo_len_of(e->padding, whole) : 0);
}

#endif
