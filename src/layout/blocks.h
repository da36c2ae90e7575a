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

/* containers.c */
void set_container(struct setter *, struct vlist *, const struct fo *, const struct room *);
/* One box; what stands in it, for spots and notes, is in *list. */
const struct area *set_inline_container(struct setter *, const struct fo *, const struct room *,
					struct vlist **list);

#endif
