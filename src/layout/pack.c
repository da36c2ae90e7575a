/*
 * pack.c - place the items of a vertical list below each other
 *
 * Frames become boxes around what stands in them.  At a cut, frames that are open are
 * closed (innermost first: foot, then border) and reopened behind it (outermost first).
 */
#include "layout/pack.h"

#include <assert.h>

struct building {
	const struct frame *frame;
	int first_place; /* of the frame's kids, in the stack of places */
	Len top;         /* from the top of the whole */
	bool reopened;
};

struct packer {
	struct setter *s;
	const struct item *items;
	int n_items;
	GArray *places; /* struct place, y still from the top of the whole */
	GArray *frames; /* struct building */
	GArray *late;   /* struct place: what is painted over the rest */
	GArray *seen;
	Len y;
	int64_t extra, stretch; /* what is to be shared out, what can take it */
};

static void place(struct packer *p, const struct area *area, Len x, Len y)
{
	struct place at = {x, y, area};

	g_array_append_val(p->places, at);
}

static void begin_frame(struct packer *p, const struct frame *f, bool reopened)
{
	struct building b = {f, (int)p->places->len, p->y, reopened};
	const struct area *head;

	g_array_append_val(p->frames, b);
	p->y += reopened ? f->break_before : f->before;
	if (!reopened || !f->head)
		return;
	head = f->repeat ? f->repeat(p->s, f->data, false) : f->head;
	place(p, head, f->x, p->y);
	p->y += f->head->size.height;
}

/* Edges that do not stand at a break are not painted there. */
static const struct decor *cut_decor(struct packer *p, const struct frame *f, bool top,
				     bool bottom)
{
	struct decor *d;

	top = top && !f->retain_before;
	bottom = bottom && !f->retain_after;
	if (!f->decor || (!top && !bottom))
		return f->decor;
	d = arena_copy(p->s->arena, f->decor, sizeof(*d));
	if (top)
		d->top.width = 0;
	if (bottom)
		d->bottom.width = 0;
	return d;
}

static void end_frame(struct packer *p, bool cut)
{
	struct building b = g_array_index(p->frames, struct building, p->frames->len - 1);
	const struct frame *f = b.frame;
	struct area *a = ARENA_NEW(p->s->arena, struct area);
	struct place *kids;

	if (cut && f->foot) {
		place(p, f->repeat ? f->repeat(p->s, f->data, true) : f->foot, f->x, p->y);
		p->y += f->foot->size.height;
	}
	p->y += cut ? f->break_after : f->after;
	a->kind = AREA_BOX;
	a->size = (struct size){f->width, p->y - b.top};
	a->decor = cut_decor(p, f, b.reopened, cut);
	if (f->style)
		a->decor = decor_place(p->s, a->decor, f->style, a->size);
	a->trace = f->trace;
	a->id = b.reopened ? NULL : f->id;
	a->mark = f->mark;
	a->from = f->from;
	a->n_kids = (int)p->places->len - b.first_place;
	kids = arena_copy(p->s->arena,
			  &g_array_index(p->places, struct place, b.first_place),
			  sizeof(struct place) * (size_t)a->n_kids);
	for (int i = 0; i < a->n_kids; i++) {
		kids[i].x -= f->x;
		kids[i].y -= b.top;
	}
	a->kids = kids;
	g_array_set_size(p->places, (guint)b.first_place);
	g_array_set_size(p->frames, p->frames->len - 1);
	place(p, a, f->x, b.top);
}

static void reopen_frames(struct packer *p, const struct opened *o)
{
	GPtrArray *open = g_ptr_array_new();

	for (; o; o = o->outer)
		g_ptr_array_add(open, (void *)(uintptr_t)o->frame);
	for (int i = (int)open->len - 1; i >= 0; i--)
		begin_frame(p, g_ptr_array_index(open, i), true);
	g_ptr_array_free(open, TRUE);
}

static Len share(struct packer *p, Len stretch, Len shrink)
{
	int64_t can = p->extra > 0 ? stretch : shrink;
	int64_t part;

	if (p->stretch == 0)
		return 0;
	part = p->extra * can / p->stretch;
	p->extra -= part; /* the rest is for the others: no rounding is lost */
	p->stretch -= can;
	return (Len)part;
}

static void note_spots(struct packer *p, int at, int to)
{
	for (int i = at; i <= to; i++) {
		struct seen seen = {&p->items[i], p->items[i].x, p->y};

		if (p->items[i].at == AT_SIDE)
			seen.y += p->items[i].y;

		if (p->items[i].kind == ITEM_BOX &&
		    (p->items[i].n_spots || p->items[i].n_notes))
			g_array_append_val(p->seen, seen);
	}
}

/* The run of steps of one slicer that begins at item `at`; gives the last one's index. */
static int place_steps(struct packer *p, int at, int from, int to)
{
	const struct item *first = &p->items[at];
	int last = at;
	Len y = p->y - (at == from ? first->cut_before : 0);
	bool cut_after;
	const struct area *a;

	for (int i = at + 1; i < to; i++) {
		const struct item *item = &p->items[i];

		if (item->kind == ITEM_PENALTY)
			continue;
		if (item->kind != ITEM_BOX || item->slicer != first->slicer)
			break;
		p->y += p->items[last].len;
		note_spots(p, i, i);
		last = i;
	}
	p->y += p->items[last].len;
	cut_after = last + 1 == to && to < p->n_items;
	a = first->slicer->slice(p->s, first->slicer, first->step, p->items[last].step + 1,
				 at == from, cut_after);
	if (!a)
		return last;
	place(p, a, first->x, y);
	/* It is as high as planned, or a little less; what comes below follows closely. */
	p->y = y + a->size.height - (cut_after ? p->items[last].cut_after : 0);
	return last;
}

/* Top of the nearest reference-area: of a container that is open here, or the whole. */
static Len reference_top(const struct packer *p)
{
	for (guint i = p->frames->len; i > 0; i--) {
		const struct building *b =
			&g_array_index(p->frames, struct building, i - 1);

		if (b->frame->reference)
			return b->top + (b->reopened ? b->frame->break_before
						     : b->frame->before);
	}
	return 0;
}

/* What is out of the flow is painted behind what is in it, as it comes first. */
static void place_box(struct packer *p, const struct item *item)
{
	switch (item->at) {
	case AT_FLOW:
		place(p, item->area, item->x, p->y);
		return;
	case AT_SIDE:
		g_array_append_val(p->late,
				   ((struct place){item->x, p->y + item->y, item->area}));
		return;
	case AT_REFERENCE:
		place(p, item->area, item->x, reference_top(p) + item->y);
		return;
	case AT_PAGE:
		place(p, item->area, item->x - p->s->origin_x, item->y - p->s->origin_y);
		return;
	}
}

/* Places item i, or the run of steps that begins with it; gives the last one's index. */
static int place_item(struct packer *p, int i, int behind_cut, int to)
{
	const struct item *item = &p->items[i];

	switch (item->kind) {
	case ITEM_BOX:
		note_spots(p, i, i);
		if (item->slicer)
			return place_steps(p, i, behind_cut, to);
		if (item->area)
			place_box(p, item);
		p->y += item->len;
		return i;
	case ITEM_GLUE:
		p->y += item->len + share(p, item->stretch, item->shrink);
		return i;
	case ITEM_PENALTY:
		return i;
	case ITEM_OPEN:
		begin_frame(p, item->frame, false);
		return i;
	case ITEM_CLOSE:
		end_frame(p, false);
		return i;
	}
	return i;
}

static void place_all(struct packer *p, int from, int to, int first)
{
	for (int i = first; i < to; i++)
		i = place_item(p, i, from > 0 ? first : -1, to);
}

int items_behind_cut(const struct item *items, int n, int at)
{
	if (at > 0 || (n > 0 && items[0].kind == ITEM_PENALTY))
		at++;
	return at < n && items[at].kind == ITEM_GLUE && items[at].discard ? at + 1 : at;
}

static void sum_stretch(struct packer *p, int from, int first, int to, Len extra)
{
	for (int i = first; i < to; i++)
		if (p->items[i].kind == ITEM_GLUE)
			p->stretch += extra > 0 ? p->items[i].stretch : p->items[i].shrink;
	if (from > 0)
		p->stretch += extra > 0 ? p->items[from].stretch_after
					: p->items[from].shrink_after;
	if (to < p->n_items)
		p->stretch += extra > 0 ? p->items[to].stretch : p->items[to].shrink;
	p->extra = extra;
	if (extra < 0 && -extra > p->stretch)
		p->extra = -p->stretch; /* never shrinks by more than it may */
	else if (extra > 0 && extra > p->stretch)
		p->extra = p->stretch;
}

struct packed pack_items(struct setter *s, struct vlist *v, int from, int to, Len extra)
{
	struct packer p = {.s = s};
	struct packed result;
	int first;

	p.items = vlist_items(v, &p.n_items);
	p.places = g_array_new(FALSE, FALSE, sizeof(struct place));
	p.frames = g_array_new(FALSE, FALSE, sizeof(struct building));
	p.seen = g_array_new(FALSE, FALSE, sizeof(struct seen));
	p.late = g_array_new(FALSE, FALSE, sizeof(struct place));
	first = from > 0 ? items_behind_cut(p.items, p.n_items, from) : 0;
	if (extra)
		sum_stretch(&p, from, first, to, extra);
	if (from > 0) {
		reopen_frames(&p, p.items[from].opened);
		p.y += p.items[from].after +
		       share(&p, p.items[from].stretch_after, p.items[from].shrink_after);
	}
	place_all(&p, from, to, first);
	if (to < p.n_items)
		p.y += p.items[to].len + share(&p, p.items[to].stretch, p.items[to].shrink);
	while (p.frames->len > 0)
		end_frame(&p, true);
	g_array_append_vals(p.places, p.late->data, p.late->len);
	result.n_places = (int)p.places->len;
	result.places = arena_copy(s->arena, p.places->data,
				   sizeof(struct place) * (size_t)result.n_places);
	result.height = p.y;
	result.n_seen = (int)p.seen->len;
	result.seen = arena_copy(s->arena, p.seen->data,
				 sizeof(struct seen) * (size_t)result.n_seen);
	g_array_free(p.places, TRUE);
	g_array_free(p.frames, TRUE);
	g_array_free(p.seen, TRUE);
	g_array_free(p.late, TRUE);
	return result;
}

static struct area *new_box(struct setter *s, const struct packed *in, Len width)
{
	struct area *a = ARENA_NEW(s->arena, struct area);

	a->kind = AREA_BOX;
	a->size = (struct size){width, in->height};
	a->kids = in->places;
	a->n_kids = in->n_places;
	return a;
}

const struct area *vlist_slice(struct setter *s, struct vlist *v, int from, int to,
			       Len width)
{
	struct packed in = pack_items(s, v, from, to, 0);

	return new_box(s, &in, width);
}

static void move_down(struct setter *s, struct area *a, Len by)
{
	struct place *kids =
		arena_copy(s->arena, a->kids, sizeof(struct place) * (size_t)a->n_kids);

	for (int i = 0; i < a->n_kids; i++)
		kids[i].y += by;
	a->kids = kids;
}

const struct area *vlist_pack(struct setter *s, struct vlist *v, Len width, Len height,
			      enum fo_keyword display_align)
{
	struct packed in;
	struct area *a;
	int n;
	Len room;

	vlist_items(v, &n);
	in = pack_items(s, v, 0, n, 0);
	a = new_box(s, &in, width);
	room = height - in.height;
	if (height <= 0)
		return a;
	a->size.height = height;
	if (room > 0 && display_align == KW_CENTER)
		move_down(s, a, room / 2);
	else if (room > 0 && display_align == KW_AFTER)
		move_down(s, a, room);
	return a;
}
