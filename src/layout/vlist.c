/*
 * vlist.c - build vertical lists
 *
 * What is said about the gap between two boxes is kept as events (spaces, frames that close
 * and open) until the next box, then written in the order
 *
 *   [glue close]...  penalty glue  [open glue]...
 *
 * A frame with border or padding is a fence: spaces on its two sides are resolved apart.
 * One without lets spaces through; they stand outside of it.
 */
#include "layout/spaces.h"
#include "layout/vlist_parts.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

void *vlist_grow(struct arena *a, void *at, int n, int *room, size_t one)
{
	void *bigger;

	if (n < *room)
		return at;
	*room = *room ? *room * 2 : 1; /* most lists are a cell with one line */
	bigger = arena_alloc(a, one * (size_t)*room);
	if (n)
		memcpy(bigger, at, one * (size_t)n);
	return bigger;
}

struct vlist *vlist_new(struct setter *s)
{
	struct vlist *v = ARENA_NEW(s->arena, struct vlist);

	v->arena = s->arena;
	v->last_box = -1;
	return v;
}

static struct item *add_item(struct vlist *v, enum item_kind kind)
{
	v->items = vlist_grow(v->arena, v->items, v->n_items, &v->room_items,
			      sizeof(struct item));
	v->items[v->n_items] = (struct item){.kind = kind};
	return &v->items[v->n_items++];
}

static struct event *add_event(struct vlist *v, enum event_kind kind)
{
	assert(!v->ended);
	v->events = vlist_grow(v->arena, v->events, v->n_events, &v->room_events,
			       sizeof(struct event));
	v->events[v->n_events] = (struct event){.kind = kind};
	return &v->events[v->n_events++];
}

/* ---- frames ---- */

static void write_open(struct vlist *v, const struct frame *f)
{
	struct opened *o = ARENA_NEW(v->arena, struct opened);

	add_item(v, ITEM_OPEN)->frame = f;
	v->height += f->before;
	v->items[v->n_items - 1].len = f->before;
	v->items[v->n_items - 1].from = f->from;
	o->frame = f;
	o->outer = v->opened;
	o->before = f->break_before + (f->head ? f->head->size.height : 0);
	o->after = f->break_after + (f->foot ? f->foot->size.height : 0);
	if (o->outer) {
		o->before += o->outer->before;
		o->after += o->outer->after;
	}
	v->opened = o;
}

static void write_close(struct vlist *v, const struct frame *f)
{
	add_item(v, ITEM_CLOSE)->frame = f;
	v->height += f->after;
	v->items[v->n_items - 1].len = f->after;
	v->items[v->n_items - 1].from = f->from;
	assert(v->opened && v->opened->frame == f);
	v->opened = v->opened->outer;
}

static bool begins(const struct event *e)
{
	return e->kind == EVENT_OPEN || e->kind == EVENT_ENTER;
}

/* Conditional spaces vanish on its inner side. */
static bool suppresses(const struct event *e)
{
	if (e->kind == EVENT_OPEN || e->kind == EVENT_CLOSE)
		return e->frame->reference;
	return e->kind == EVENT_ENTER || e->kind == EVENT_LEAVE;
}

static bool fences(const struct event *e)
{
	if (e->kind == EVENT_OPEN && e->frame->before > 0)
		return true;
	if (e->kind == EVENT_CLOSE && e->frame->after > 0)
		return true;
	return suppresses(e);
}

/* ---- the gap ---- */

/* Spaces since the last fence, and how many of them stand before the break. */
struct segment {
	const struct fo_space **at;
	int n, n_before;
	bool begins, ends; /* the gap is at the list's beginning, at its end */
	bool inside;       /* the segment begins a reference-area */
	Len cut_before;    /* of the box that comes */
};

static void write_glue(struct vlist *v, struct resolved r, bool discard)
{
	struct item *i;

	if (!r.optimum && !r.stretch && !r.shrink)
		return;
	i = add_item(v, ITEM_GLUE);
	i->len = r.optimum;
	v->height += r.optimum;
	if (v->height >= v->side_end) { /* else what stands beside would not move */
		i->stretch = r.stretch;
		i->shrink = r.shrink;
	}
	i->discard = discard;
}

static void write_penalty(struct vlist *v, const struct segment *s)
{
	struct item *p = add_item(v, ITEM_PENALTY);
	struct resolved before = spaces_resolve(s->at, s->n_before, false, true);
	struct resolved after =
		spaces_resolve(s->at + s->n_before, s->n - s->n_before, true, false);

	p->cost = v->forced ? COST_FORCED : v->cost;
	v->n_breaks += v->forced;
	if (!v->forced && v->common > 0 && p->cost < v->keeps[v->common - 1])
		p->cost = v->keeps[v->common - 1];
	p->to = v->to;
	p->binds = v->binds;
	p->merged = v->merged;
	p->opened = v->opened;
	if (v->resuming)
		v->resume_item = v->n_items - 1;
	v->resuming = false;
	p->len = before.optimum;
	p->stretch = before.stretch;
	p->shrink = before.shrink;
	if (v->last_box >= 0)
		p->len += v->items[v->last_box].cut_after;
	p->after = after.optimum + s->cut_before;
	p->stretch_after = after.stretch;
	p->shrink_after = after.shrink;
	if (v->side_end > v->height) {
		p->len = len_max(p->len, (Len)(v->side_end - v->height));
		p->beside = true;
	}
	if (v->forced)
		v->side_end = v->hold = v->height;
}

/* The part of the gap that may be cut: between the last frame that closes and the first
 * that opens. */
static void write_middle(struct vlist *v, struct segment *s)
{
	bool may_break = v->may_break && !s->begins && v->height >= v->hold;

	if ((may_break || v->forced) && !s->ends)
		write_penalty(v, s);
	write_glue(v, spaces_resolve(s->at, s->n, s->begins, s->ends), true);
	s->n = 0;
}

/* Index behind the last event that belongs before the break. */
static int find_split(const struct vlist *v)
{
	int split = 0;

	for (int i = 0; i < v->n_events && !begins(&v->events[i]); i++)
		if (v->events[i].kind != EVENT_SPACE || v->events[i].after)
			split = i + 1;
	return split;
}

static void end_segment(struct vlist *v, struct segment *s, const struct event *e)
{
	write_glue(v, spaces_resolve(s->at, s->n, false, suppresses(e)), false);
	s->n = 0;
}

static void write_before(struct vlist *v, struct segment *s, int split)
{
	for (int i = 0; i < split; i++) {
		const struct event *e = &v->events[i];

		if (e->kind == EVENT_SPACE)
			s->at[s->n++] = &e->space;
		else if (fences(e))
			end_segment(v, s, e);
		if (e->kind == EVENT_CLOSE)
			write_close(v, e->frame);
	}
	s->n_before = s->n;
}

static void write_overlay(struct vlist *v, int i)
{
	struct item *box = add_item(v, ITEM_BOX);
	int64_t end = v->height + v->overlays[i].len;

	*box = v->overlays[i];
	box->len = box->step = 0;
	v->last_box = v->n_items - 1;
	if (box->at == AT_SIDE)
		v->side_end = MAX(v->side_end, end);
	else
		v->hold = MAX(v->hold, end);
	if (v->overlay_lists[i])
		vlist_carry_all(v, v->overlay_lists[i]);
}

/* Those that were laid over before the gap's event `until`. */
static void write_overlays(struct vlist *v, int until)
{
	int n = 0, left;

	while (n < v->n_overlays && v->overlays[n].step <= until)
		write_overlay(v, n++);
	left = v->n_overlays - n;
	if (n > 0 && left > 0) {
		memmove(v->overlays, v->overlays + n, sizeof(*v->overlays) * (size_t)left);
		memmove(v->overlay_lists, v->overlay_lists + n,
			sizeof(*v->overlay_lists) * (size_t)left);
	}
	v->n_overlays = left;
}

static void write_after(struct vlist *v, struct segment *s, int split)
{
	int opens = split; /* first event whose frame is not yet written */
	bool middle = true;

	for (int i = split; i <= v->n_events; i++) {
		const struct event *e = i < v->n_events ? &v->events[i] : NULL;

		if (e && e->kind == EVENT_SPACE)
			s->at[s->n++] = &e->space;
		if (e && !fences(e))
			continue;
		if (middle)
			write_middle(v, s);
		else
			write_glue(v, spaces_resolve(s->at, s->n, s->inside, false), false);
		middle = false;
		s->inside = e && begins(e) && suppresses(e);
		s->n = 0;
		for (; opens <= i && opens < v->n_events; opens++) {
			if (!begins(&v->events[opens]))
				continue;
			write_overlays(v, opens);
			if (v->events[opens].kind == EVENT_OPEN)
				write_open(v, v->events[opens].frame);
		}
	}
}

/* An empty frame (opened and closed in this gap) without border or padding leaves nothing.
 * With them, vlist_close has put a strut inside. */
void vlist_flush(struct vlist *v, bool ends, Len cut_before)
{
	const struct fo_space *room[16];
	struct segment s = {room, 0, 0, v->last_box < 0, ends, false, cut_before};
	int split = find_split(v);

	if (v->n_events > 16)
		s.at = ARENA_ARRAY(v->arena, const struct fo_space *, v->n_events);
	write_before(v, &s, split);
	write_after(v, &s, split);
	v->n_events = 0;
	if (ends)
		return;
	v->may_break = v->forced = v->binds = v->merged = false;
	v->cost = 0;
	v->to = TO_COLUMN;
}

/* ---- saying what comes ---- */

static struct item *add_box(struct vlist *v, Len x, Len cut_before, struct where from)
{
	struct item *i;

	vlist_flush(v, false, cut_before);
	write_overlays(v, INT_MAX);
	v->common = v->n_keeps;
	i = add_item(v, ITEM_BOX);
	i->x = x;
	i->from = from;
	i->spots = v->spots;
	i->n_spots = v->n_spots;
	v->spots = NULL;
	v->n_spots = v->room_spots = 0;
	v->last_box = v->n_items - 1;
	v->n_boxes++;
	return i;
}

void vlist_box(struct vlist *v, const struct area *area, Len x, struct where from)
{
	struct item *i = add_box(v, x, 0, from);

	i->area = area;
	i->len = area->size.height;
	if (area->rotation == 90 || area->rotation == 270)
		i->len = area->size.width;
	v->height += i->len;
}

void vlist_step(struct vlist *v, const struct item *step)
{
	struct item *i = add_box(v, step->x, step->cut_before, step->from);

	i->slicer = step->slicer;
	i->step = step->step;
	i->len = step->len;
	v->height += i->len;
	i->cut_before = step->cut_before;
	i->cut_after = step->cut_after;
}

void vlist_strut(struct vlist *v, Len height, struct where from)
{
	add_box(v, 0, 0, from)->len = height;
	v->height += height;
}

static struct item *add_overlay(struct vlist *v, const struct area *area,
				struct vlist *list)
{
	v->overlay_lists = vlist_grow(v->arena, v->overlay_lists, v->n_overlays,
				      &v->room_overlay_lists, sizeof(struct vlist *));
	v->overlays = vlist_grow(v->arena, v->overlays, v->n_overlays, &v->room_overlays,
				 sizeof(struct item));
	v->overlay_lists[v->n_overlays] = list;
	v->overlays[v->n_overlays] = (struct item){.kind = ITEM_BOX, .area = area};
	v->overlays[v->n_overlays].from = area->from;
	v->overlays[v->n_overlays].step = v->n_events; /* kept here until it is written */
	return &v->overlays[v->n_overlays++];
}

void vlist_overlay(struct vlist *v, const struct area *area, Len x, struct vlist *from,
		   Len height)
{
	struct item *i = add_overlay(v, area, from);

	i->x = x;
	i->len = height; /* kept here until it is written */
}

void vlist_side(struct vlist *v, const struct area *area, Len x, Len y, struct vlist *from)
{
	struct item *i = add_overlay(v, area, from);

	i->at = AT_SIDE;
	i->x = x;
	i->y = y;
	i->len = y + area->size.height;
}

/* Writes the gap in a copy of the list: what it adds lies beyond the end of the true one,
 * which is given the room for it. */
struct list_reach vlist_reach(struct vlist *v)
{
	struct vlist copy;
	while (v->room_items < v->n_items + 2 * v->n_events + 2)
		v->items = vlist_grow(v->arena, v->items, v->room_items, &v->room_items,
				      sizeof(struct item));
	copy = *v;
	copy.n_overlays = 0; /* they take no room, and wait for the true box */
	vlist_flush(&copy, false, 0);
	return (struct list_reach){copy.height, copy.n_breaks};
}

/* Whether what takes no room may follow the last box without delay: on the page of that,
 * and in the frames around it. */
static bool may_follow(const struct vlist *v)
{
	if (v->last_box < 0 || v->items[v->last_box].slicer || v->forced || v->n_overlays)
		return false;
	for (int i = 0; i < v->n_events; i++)
		if (v->events[i].kind == EVENT_OPEN ||
		    (v->events[i].kind == EVENT_CLOSE && v->events[i].frame->reference))
			return false;
	return true;
}

void vlist_absolute(struct vlist *v, const struct area *area, enum item_at at, Len x, Len y)
{
	struct item *i;

	if (may_follow(v)) {
		i = add_item(v, ITEM_BOX);
		i->area = area;
		i->from = area->from;
	} else {
		i = add_overlay(v, area, NULL);
	}
	i->at = at;
	i->x = x;
	i->y = y;
}

void vlist_overlay_end(struct vlist *v, struct where from)
{
	if (v->n_overlays)
		vlist_strut(v, 0, from);
	if (v->height < v->hold)
		vlist_strut(v, (Len)(v->hold - v->height), from);
}

void vlist_space(struct vlist *v, const struct fo_space *space, bool after)
{
	struct event *e;

	if (!space->optimum.fixed && !space->maximum.fixed && !space->minimum.fixed &&
	    space->precedence == 0)
		return;
	e = add_event(v, EVENT_SPACE);
	e->space = *space;
	e->after = after;
}

void vlist_penalty(struct vlist *v, int cost)
{
	if (!v->may_break || cost > v->cost)
		v->cost = cost;
	v->may_break = true;
}

void vlist_bind(struct vlist *v, int cost)
{
	vlist_penalty(v, cost);
	v->binds = v->binds || cost > COST_FREE;
}

static bool shows(const struct item *i)
{
	if (i->kind == ITEM_OPEN || i->kind == ITEM_CLOSE)
		return i->len || i->frame->decor;
	return i->kind == ITEM_BOX && (i->len || i->area || i->slicer || i->n_notes);
}

/* The forced break since which nothing that shows has come; NULL: none. */
static struct item *last_break(const struct vlist *v)
{
	for (int i = v->n_items - 1; i >= 0; i--) {
		struct item *last = &v->items[i];

		if (last->kind == ITEM_PENALTY && (last->cost == COST_FORCED || last->merged))
			return last;
		if (last->kind == ITEM_PENALTY || shows(last))
			return NULL;
	}
	return NULL;
}

static bool shows_any(const struct vlist *v)
{
	for (int i = 0; i < v->n_items; i++)
		if (shows(&v->items[i]))
			return true;
	return false;
}

void vlist_begin_page(struct vlist *v)
{
	v->begins_page = true;
}

/* Breaks before and after an empty block are one: no page is made for what is not there. */
void vlist_break(struct vlist *v, enum break_to to)
{
	struct item *last = v->forced ? NULL : last_break(v);

	if (last) {
		if (to > last->to)
			last->to = to;
		v->merged = true;
		v->to = last->to;
		return;
	}
	if (v->begins_page && to <= TO_PAGE && !shows_any(v))
		return;
	if (!v->forced || to > v->to)
		v->to = to;
	v->forced = true;
}

bool vlist_ends_with_break(struct vlist *v, enum break_to *to)
{
	int n;

	vlist_items(v, &n);
	*to = v->to;
	return v->forced;
}

int vlist_keep(struct vlist *v, int cost)
{
	int before = v->n_keeps;

	if (before > 0 && cost < v->keeps[before - 1])
		cost = v->keeps[before - 1];
	v->keeps = vlist_grow(v->arena, v->keeps, v->n_keeps, &v->room_keeps, sizeof(int));
	v->keeps[v->n_keeps++] = cost;
	return before;
}

void vlist_keep_end(struct vlist *v, int before)
{
	v->n_keeps = before;
	if (v->common > before)
		v->common = before;
}

void vlist_open(struct vlist *v, const struct frame *f)
{
	add_event(v, EVENT_OPEN)->frame = f;
}

void vlist_close(struct vlist *v, const struct frame *f)
{
	int i = v->n_events - 1;

	while (i >= 0 && !(v->events[i].kind == EVENT_OPEN && v->events[i].frame == f))
		i--;
	if (i >= 0 && (f->before || f->after || v->n_overlays)) {
		vlist_strut(v, 0, f->from); /* empty, but with an edge to show */
	} else if (i >= 0) {
		v->n_events--;
		memmove(&v->events[i], &v->events[i + 1],
			sizeof(struct event) * (size_t)(v->n_events - i));
		return;
	}
	add_event(v, EVENT_CLOSE)->frame = f;
}

void vlist_enter(struct vlist *v)
{
	add_event(v, EVENT_ENTER);
}

void vlist_leave(struct vlist *v)
{
	add_event(v, EVENT_LEAVE);
}

void vlist_source(struct vlist *v, const struct resume *source)
{
	v->items[v->last_box].source = source->paragraph;
	v->items[v->last_box].source_part = source->part;
	v->items[v->last_box].source_at = source->at;
	v->items[v->last_box].source_floats = source->floats;
}

void vlist_flexible(struct vlist *v, int flexible)
{
	v->items[v->last_box].flexible = flexible;
}

void vlist_undivided(struct vlist *v, int line, bool loosely)
{
	v->items[v->last_box].undivided = line;
	v->items[v->last_box].loosely = loosely;
}

void vlist_resume(struct vlist *v, bool inside)
{
	if (inside) {
		v->n_overlays = 0;
		vlist_strut(v, 0, (struct where){NULL, 0});
	}
	v->side_end = v->height; /* what stood beside is on the page before */
	v->forced = v->resuming = true;
}
