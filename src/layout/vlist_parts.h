/*
 * vlist_parts.h - a vertical list under construction; shared by vlist.c and vlist_read.c
 */
#ifndef LAYOUT_VLIST_PARTS_H
#define LAYOUT_VLIST_PARTS_H

#include "layout/setter.h"

/* EVENT_LEAVE and EVENT_ENTER are CLOSE and OPEN of something without a box: vlist_enter. */
enum event_kind { EVENT_SPACE, EVENT_CLOSE, EVENT_LEAVE, EVENT_OPEN, EVENT_ENTER };

struct event {
	enum event_kind kind;
	bool after; /* EVENT_SPACE: behind a block */
	union {
		struct fo_space space;
		const struct frame *frame;
	};
};

struct vlist {
	struct arena *arena;
	struct item *items;
	int n_items, room_items;
	int last_box; /* index, -1 none */
	int n_boxes;

	struct event *events; /* of the gap being collected */
	int n_events, room_events;
	bool may_break, forced, binds;
	bool merged; /* a forced break was asked for that is one with an earlier one */
	int cost;
	enum break_to to;
	int *keeps; /* stack of costs, each at least that below */
	int n_keeps, room_keeps;
	int common; /* how many of them have held ever since the last box */
	bool ended;
	bool begins_page;
	bool resuming; /* the next penalty is the place to resume at */
	int resume_item;
	int64_t height;     /* of all items */
	int64_t hold;       /* no penalty before it is reached: overlays */
	int64_t side_end;   /* up to where side-floats reach: a cut leaves room for them */
	int n_breaks;       /* forced ones that were written */
	struct side *sides; /* floats that stand in it, sides.c */
	int n_sides, room_sides;
	int n_floats;          /* side-floats so far */
	struct item *overlays; /* before the next box */
	struct vlist **overlay_lists;
	int n_overlays, room_overlays, room_overlay_lists;

	const struct opened *opened;
	struct spot *spots; /* waiting for the next box */
	int n_spots, room_spots;
};

/* Doubles an arena array when it is full. */
void *vlist_grow(struct arena *, void *at, int n, int *room, size_t one);
/* Writes the gap that was collected; ends: at the end of the list.  cut_before is that of
 * the box that comes. */
void vlist_flush(struct vlist *, bool ends, Len cut_before);

#endif
