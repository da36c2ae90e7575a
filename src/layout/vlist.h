/*
 * vlist.h - the vertical list: what a flow becomes before it is cut into pages
 *
 * As in TeX: boxes, glue and penalties in one flat list, set once at a known width and cut
 * later by the page builder.  No block type knows what a page is: keeps, widows, orphans
 * and breaks are penalties; borders, padding, backgrounds and repeated table heads that
 * surround a stretch of the list are frames, opened and closed by items of their own, so
 * that a page break inside them closes and reopens them.
 *
 * Between two boxes lies a gap.  What is said about it (spaces, penalties, breaks, frames
 * that open and close) is collected and resolved when the next box comes: spaces by the
 * rules of XSL 4.3 between fences, the dearest penalty, the most demanding break.  A gap
 * that nobody gave a penalty cannot be cut.
 */
#ifndef LAYOUT_VLIST_H
#define LAYOUT_VLIST_H

#include "area/area.h"
#include "fo/fo.h"

struct setter;
struct resume;
struct slicer;

enum item_kind {
	ITEM_BOX,     /* an area; never cut */
	ITEM_GLUE,    /* a resolved space; vanishes at a break if discard */
	ITEM_PENALTY, /* a place where the list may be cut; between items without one it may
			 not */
	ITEM_OPEN,    /* a frame begins: its before border and padding */
	ITEM_CLOSE,   /* and ends: its after padding and border */
};

/* Costs of penalties: 0 free ... 10000 very bad.  COST_NEVER is cut only where nothing
 * else fits, and reported; COST_FORCED always. */
enum {
	COST_FORCED = -1000000,
	COST_FREE = 0,
	COST_HYPHEN = 1500, /* the line before ends in a hyphen */
	COST_KEEP = 4000,   /* the weakest numeric keep strength */
	COST_NEVER = 1000000,
};

enum break_to { TO_COLUMN, TO_PAGE, TO_EVEN_PAGE, TO_ODD_PAGE };

/* The cost that a keep component (0, a strength, FO_ALWAYS) gives to the breaks it forbids.
 */
static inline int keep_cost(int strength)
{
	if (strength == 0)
		return COST_FREE;
	if (strength == FO_ALWAYS)
		return COST_NEVER;
	return COST_KEEP + (strength < 0 ? 0 : strength < 5999 ? strength : 5999);
}

/*
 * A rectangle around part of the list: a block with border, padding or background, a table
 * (with repeated head and foot).  Each keeps its own x and width.
 */
struct frame {
	Len x, width; /* border rectangle, from the flow's left edge */
	const struct decor *decor;
	Len before, after; /* border + padding at the true ends */
	Len break_before,
		break_after; /* what of it stands at a break (conditionality retain) */
	bool retain_before, retain_after; /* border painted at a break */
	/* Repeated after and before a break, at the frame's own x; NULL: none.  The head at
	 * the true beginning and the foot at the true end are boxes of the list. */
	const struct area *head, *foot;
	/* Instead of head and foot where they hold retrieve-table-marker: set for each
	 * page. Heights must be those of head and foot. */
	const struct area *(*repeat)(struct setter *, const void *data, bool foot);
	const void *data;
	bool reference; /* its content is a reference-area: spaces at its ends vanish */
	const struct fo_style *style; /* for what depends on the final size; may be NULL */
	const char *trace, *id;
	const struct mark *mark;
	struct where from;
};

/* Frames open at a place of the list, innermost first. */
struct opened {
	const struct frame *frame;
	const struct opened *outer;
	Len before, after; /* height of all that is repeated at a break here */
};

/* A footnote or float that must come on the page where its box comes. */
enum note_kind { NOTE_FOOTNOTE, NOTE_BEFORE_FLOAT };
struct note {
	enum note_kind kind;
	const struct fo *fo;
	struct vlist *body;
};

/* What begins or ends at a box: ids (destinations, page citations), markers, index keys. */
struct spot {
	const struct fo
		*fo; /* with an id, or a fo:marker, index-range-begin, page-number ... */
	bool end;    /* the object's last area, else its first */
};

/*
 * Content that stands side by side and is cut together: cells of table rows, label and body
 * of a list item.  In the list it is a run of boxes without area, one for each step from
 * one common place for a break to the next, with penalties between.  When a page (or
 * another slice) is composed, each stretch of neighbouring steps of one slicer, from `from`
 * up to `to` (not with it), is asked for as one area and placed where the first of them
 * stands; cut_before and cut_after tell whether a break of the page is right before and
 * after it. The area's height is at most the sum of the lengths (cut_before and cut_after
 * included).
 */
struct slicer {
	const struct area *(*slice)(struct setter *, const struct slicer *, int from,
				    int to, bool cut_before, bool cut_after);
};

/* What a paragraph could do for the page it stands on, if it were set again. */
enum { FLEX_SHORTER = 1, FLEX_LONGER = 2 };

enum item_at { AT_FLOW, AT_SIDE, AT_REFERENCE, AT_PAGE };

struct item {
	enum item_kind kind;
	enum item_at at; /* BOX: stacked; or len is 0, and y counts from the next box and
			    the area is painted over all that is stacked; or x and y count
			    from the reference area that the list is cut into (a column, a
			    cell) or from the page */
	Len y;
	Len len, stretch, shrink; /* BOX: height.  GLUE: space */
	Len after;        /* PENALTY: what stands behind the break if cut here; len is
			     what stands before it: retained spaces, that stretch and
			     shrink as others do */
	Len stretch_after, shrink_after;
	int cost;         /* PENALTY */
	enum break_to to; /* PENALTY with COST_FORCED */
	bool binds;       /* PENALTY: keep-with-next: what stands before it is a heading */
	bool beside;      /* PENALTY: beside a side-float, which stays before the cut */
	bool merged;      /* PENALTY: of a forced break that is done already, see vlist_break */
	bool discard;     /* GLUE: vanishes if the list is cut just before it */
	Len x;            /* BOX: of the area, from the flow's left edge */
	const struct area *area;     /* BOX without slicer; NULL: nothing to paint */
	const struct slicer *slicer; /* BOX: a step of it */
	int step;
	Len cut_before,
		cut_after; /* BOX of a slicer: added if a break comes right before or
			      after it; in the penalties they are counted already */
	union {
		const struct frame *frame;   /* OPEN, CLOSE */
		const struct opened *opened; /* PENALTY: frames open here */
	};
	const struct fo
		*source; /* BOX: a line of the paragraph that begins with this object, */
	int flexible;    /* FLEX_..., of the paragraph that ends with this line */
	int undivided; /* BOX: the line's number in its paragraph, from 1, if it ends within
			  a word but could be set otherwise; 0 */
	bool loosely;  /* that would leave a loose line */
	int source_floats;
	int source_part, source_at; /* and the line's first byte in it: for setting it again,
				       see struct resume */
	const struct fo
		*movable; /* BOX: the float that begins with it and may come later */
	const struct note *const *notes; /* BOX */
	int n_notes;
	int n_spots;
	const struct spot *spots;
	struct where from;
};

struct vlist; /* vlist.c; in the book's arena */

/* ---- building ---- */
struct vlist *vlist_new(struct setter *);
void vlist_box(struct vlist *, const struct area *, Len x, struct where);
/* A step: `item` gives slicer, step, x, len, cut_before, cut_after and from. */
void vlist_step(struct vlist *, const struct item *);
/* A space of the gap: `after` a block (belongs before the break) or before one.
 * Percentages are resolved by the caller: only .fixed counts. */
void vlist_space(struct vlist *, const struct fo_space *, bool after);
/* Allows a break in this gap at a cost; the dearest of the gap wins. */
void vlist_penalty(struct vlist *, int cost);
/* The same for what keep-with-next says. */
void vlist_bind(struct vlist *, int cost);
void vlist_break(struct vlist *, enum break_to);
/* The list stands at the top of a page: breaks to a page before all that shows are done. */
void vlist_begin_page(struct vlist *);
void vlist_open(struct vlist *, const struct frame *);
void vlist_close(struct vlist *, const struct frame *);
/* What is between the two stands at the edges of something that has no box of its own: as
 * within a reference-area conditional spaces vanish there, and none comes out. */
void vlist_enter(struct vlist *);
void vlist_leave(struct vlist *);
/* A rectangle that takes room although nothing is in it, and fences spaces. */
void vlist_strut(struct vlist *, Len height, struct where);
/* An area that stands at the top of the next box and takes no room of its own: a list
 * item's label.  Spots and notes of the list it was packed from (may be NULL) are its own.
 * The list is not cut in the first `height` from there. */
void vlist_overlay(struct vlist *, const struct area *, Len x, struct vlist *from,
		   Len height);
/* An area out of the flow, on the page (in the reference area) of the last box; where a
 * break or a frame comes between, and after a table or container, of the next. */
void vlist_absolute(struct vlist *, const struct area *, enum item_at, Len x, Len y);
/* A side-float, `y` below the top of the next box; otherwise as an overlay.  What is cut
 * beside it leaves room for it, and so does the end of the list. */
void vlist_side(struct vlist *, const struct area *, Len x, Len y, struct vlist *from);
/* Where the next box would stand, counted in natural heights from the list's beginning, and
 * how many forced breaks are before it. */
struct list_reach {
	int64_t y;
	int n_breaks;
};
struct list_reach vlist_reach(struct vlist *);
/* Waiting overlays get a box of no height if nothing else has come since vlist_overlay; the
 * list is made at least as long as they need. */
void vlist_overlay_end(struct vlist *, struct where);
/* Between the boxes that come up to vlist_keep_end no penalty is cheaper than cost; gives
 * what vlist_keep_end needs. */
int vlist_keep(struct vlist *, int cost);
void vlist_keep_end(struct vlist *, int before);

void vlist_spot(struct vlist *, const struct fo *, bool end); /* at the next (last) box */
void vlist_note(struct vlist *, const struct note *);         /* belongs to the last box */
/* Notes and spots of an item of another list (a cell's) join the last box of this one. */
void vlist_carry(struct vlist *, const struct item *);
void vlist_carry_all(struct vlist *, struct vlist *from);

/* Says where the text of the last box came from. */
void vlist_source(struct vlist *, const struct resume *);
/* The paragraph that ends with the last box could be a line shorter or longer. */
void vlist_flexible(struct vlist *, int flexible);
/* The last box, which is a paragraph's line of this number, need not end within a word;
 * `loosely`: if others may be loose for it. */
void vlist_undivided(struct vlist *, int line, bool loosely);
/* The list will be used from here on only: what comes is its first.  `inside` a paragraph
 * frames around it are open already and labels are said. */
void vlist_resume(struct vlist *, bool inside);
int vlist_resume_item(const struct vlist *); /* where to cut; 0 if nobody resumed */
int64_t vlist_length(const struct vlist *); /* so far */
int vlist_boxes(const struct vlist *);       /* so far; a waiting overlay counts */
/* The boxes that have come since the list had so many items are a float that may come
 * later. */
int vlist_length_items(const struct vlist *);
void vlist_movable(struct vlist *, const struct fo *, int from);

/* ---- reading ---- */
/* Ends the list: spaces at both ends are resolved as those of a reference area. */
const struct item *vlist_items(struct vlist *, int *n);
/* A forced break was asked for behind all there is. */
bool vlist_ends_with_break(struct vlist *, enum break_to *);
/* Natural height of the whole, or of the items [from, to), where from is 0 or a penalty
 * that is cut and to the end or such a penalty. */
Len vlist_height(struct vlist *);
Len vlist_slice_height(struct vlist *, int from, int to);
/* The same with `extra` shared out over its glue, as far as that goes. */
Len vlist_slice_filled(struct vlist *, int from, int to, Len extra);
/* What a break at penalty `at` adds to the end of the piece before it and to the beginning
 * of the piece after it: frames' borders that stay, repeated heads and feet, cut_after ...
 */
void vlist_cut(struct vlist *, int at, Len *end, Len *begin);

#endif
