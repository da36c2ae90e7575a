/*
 * blocks.h - what every block-level object does at its beginning and end
 */
#ifndef LAYOUT_BLOCKS_H
#define LAYOUT_BLOCKS_H

#include "layout/setter.h"

/* Between block_begin and block_end: what has to be put back. */
struct block {
	const struct fo *fo;
	const struct frame *frame; /* NULL: none */
	int keep;
	Len whole; /* width that percentages refer to */
};

/* Keeps with the previous, breaks, space, frame; ids and markers. */
struct block block_begin(struct setter *, struct vlist *, const struct fo *,
			 const struct room *);
void block_end(struct setter *, struct vlist *, const struct block *);

/* The same for an object that is one box: without the frame. */
struct block block_begin_plain(struct setter *, struct vlist *, const struct fo *,
			       const struct room *);

/* Indents of fo in the room, as a room for its own content. */
struct room block_room(const struct fo *, const struct room *);

int block_keep_cost(const struct setter *, const struct fo_keep *);
/* Ids, index keys and markers of an object, which may be NULL. */
void block_spots(struct vlist *, const struct fo *, bool end);

/*
 * later.c - a float in the text that may come later: where it does not fit on the page,
 * what follows it fills the page first.  It stays among its siblings and passes neither
 * headings nor breaks.
 */
struct later {
	const struct fo *fo; /* that waits; NULL: none does */
	int64_t until;       /* the list is so long */
};
/* Whether an object of a sequence of blocks waits. */
bool later_holds(struct setter *, struct vlist *, const struct fo *, struct later *);
/* Sets what waits if it is due before `next`; NULL: at the end. */
void later_set(struct setter *, struct vlist *, const struct fo *next, struct later *,
	       const struct room *);

/* containers.c */
void set_container(struct setter *, struct vlist *, const struct fo *, const struct room *);
/* One box; what stands in it, for spots and notes, is in *list. */
const struct area *set_inline_container(struct setter *, const struct fo *, const struct room *,
					struct vlist **list);

#endif
