/*
 * compose.c - a page from what was decided to stand on it
 *
 * Placing boxes tells where ids, markers and page numbers have come to stand: they are
 * noted here, before the static content around the body is set, which may ask for them.
 */
#include "layout/pack.h"
#include "layout/pages.h"
#include "layout/references.h"

struct composing {
	struct sequence *q;
	struct sheet *sheet;
	GArray *kids; /* struct place, of the region-body's box or what is turned in it */
	struct page *page;
	Len x, y;          /* of what they count from in the region-body's box */
	Len floats, notes; /* heights of what stands across the page */
};

static void add_kid(struct composing *c, const struct area *a, Len x, Len y)
{
	struct place p = {c->x + x, c->y + y, a};

	g_array_append_val(c->kids, p);
}

/* A point of a rectangle before its turn as a point of what it covers afterwards. */
static void turn_point(int turn, struct size size, Len *x, Len *y)
{
	Len from_x = *x, from_y = *y;

	if (turn == 90) {
		*x = from_y;
		*y = size.width - from_x;
	} else if (turn == 180) {
		*x = size.width - from_x;
		*y = size.height - from_y;
	} else if (turn == 270) {
		*x = size.height - from_y;
		*y = from_x;
	}
}

static bool is_bar(const struct spot *spot)
{
	return spot->fo->kind == FO_CHANGE_BAR_BEGIN || spot->fo->kind == FO_CHANGE_BAR_END;
}

static void note_spot(struct composing *c, const struct spot *spot, Len x, Len y)
{
	struct making *m = c->q->m;
	struct destination d = {spot->fo->id, (int)m->pages->len, x, y};

	if (spot->fo->kind == FO_MARKER) {
		page_markers_spot(m->markers, spot->fo, spot->end);
		return;
	}
	references_spot(m->s->references, spot->fo, spot->end, d.page, c->sheet->label);
	if (m->s->links_index && spot->fo->style && spot->fo->style->index_key)
		d.id = reference_destination(m->s->arena, spot->fo);
	if (!d.id || spot->end)
		return;
	turn_point(c->sheet->plan.turn, c->sheet->plan.inner, &d.x, &d.y);
	g_array_append_val(m->destinations, d);
}

/* x and y are those of the packed whole in the body's content rectangle. */
static void note_seen(struct composing *c, const struct packed *in, Len x, Len y)
{
	const struct region *body = &c->sheet->plan.body;
	struct size size = {body->content.width, body->content.height};

	for (int i = 0; i < in->n_seen; i++) {
		const struct item *item = in->seen[i].item;
		Len at_x = x + in->seen[i].x, at_y = y + in->seen[i].y;

		turn_point(body->turn, size, &at_x, &at_y);

		for (int k = 0; k < item->n_spots; k++)
			if (is_bar(&item->spots[k]))
				bars_spot(c->q->m->bars, item->spots[k].fo, in->seen[i].y,
					  in->seen[i].y + item->len);
			else
				note_spot(c, &item->spots[k], body->content.x + at_x,
					  body->content.y + at_y);
	}
}

/* Items [from, to) of a list, and what is shared out over its glue. */
struct slice {
	struct vlist *list;
	int from, to;
	Len extra;
};

static struct packed pack(struct composing *c, const struct slice *x, struct rect at)
{
	struct setter *s = c->q->m->s;
	const struct rect *body = &c->sheet->plan.body.content;

	s->origin_x = body->x + at.x;
	s->origin_y = body->y + at.y;
	return pack_items(s, x->list, x->from, x->to, x->extra);
}

/* Puts part of a list at `at`; gives its height. */
static Len put(struct composing *c, const struct slice *x, struct rect at,
	       const char *trace)
{
	struct packed in = pack(c, x, at);
	struct area *a;

	if (in.n_places == 0 && in.n_seen == 0)
		return in.height;
	a = ARENA_NEW(c->q->m->s->arena, struct area);
	a->kind = AREA_BOX;
	a->size = (struct size){at.width, in.height};
	a->kids = in.places;
	a->n_kids = in.n_places;
	a->trace = trace;
	add_kid(c, a, at.x, at.y);
	note_seen(c, &in, at.x, at.y);
	return in.height;
}

static void cut_of_note(const struct part *p, int note, int *from, int *to)
{
	const struct note_list *l = p->footnotes;
	const struct note_place *a = &p->cut.notes_from, *b = &p->cut.notes_to;

	*from = note == a->note ? l->cuts[note][a->cut].item : 0;
	*to = note == b->note ? l->cuts[note][b->cut].item
			      : l->cuts[note][l->n_cuts[note] - 1].item;
}

static int last_note(const struct part *p)
{
	return p->cut.notes_to.cut > 0 ? p->cut.notes_to.note : p->cut.notes_to.note - 1;
}

static Len footnotes_height(const struct part *p)
{
	Len h = 0;

	for (int i = p->cut.notes_from.note; i <= last_note(p); i++) {
		int from, to;

		cut_of_note(p, i, &from, &to);
		h += vlist_slice_height(p->footnotes->notes[i]->body, from, to);
	}
	return h;
}

static const struct part *part_at(const struct composing *c, guint i)
{
	return &g_array_index(c->sheet->parts, struct part, i);
}

static Len put_separator(struct composing *c, const struct area *separator, struct rect at)
{
	if (!separator)
		return 0;
	add_kid(c, separator, at.x, at.y);
	return separator->size.height;
}

/* The notes of all columns across the page's foot, below their separator. */
static void put_footnotes(struct composing *c)
{
	const struct rect *body = &c->sheet->plan.body.content;
	const struct area *separator;
	struct rect at = {0, 0, body->width, 0};

	for (guint i = 0; i < c->sheet->parts->len; i++)
		c->notes += footnotes_height(part_at(c, i));
	if (!c->notes)
		return;
	separator = static_separator(c->q, "xsl-footnote-separator", at.width);
	c->notes += separator ? separator->size.height : 0;
	at.y = body->height - c->notes;
	at.y += put_separator(c, separator, at);
	for (guint k = 0; k < c->sheet->parts->len; k++) {
		const struct part *p = part_at(c, k);

		for (int i = p->cut.notes_from.note; i <= last_note(p); i++) {
			int from, to;

			cut_of_note(p, i, &from, &to);
			at.y += put(
				c,
				&(struct slice){p->footnotes->notes[i]->body, from, to, 0},
				at, "footnote");
		}
	}
}

/* The floats of all columns across the page's top, above their separator. */
static void put_floats(struct composing *c)
{
	struct rect at = {0, 0, c->sheet->plan.body.content.width, 0};

	for (guint k = 0; k < c->sheet->parts->len; k++) {
		const struct part *p = part_at(c, k);

		for (int i = p->cut.floats_from; i < p->cut.floats_to; i++) {
			int n;
			struct vlist *body = p->floats->notes[i]->body;

			vlist_items(body, &n);
			at.y += put(c, &(struct slice){body, 0, n, 0}, at, "float");
		}
	}
	if (at.y > 0)
		at.y += put_separator(
			c, static_separator(c->q, "xsl-before-float-separator", at.width),
			at);
	c->floats = at.y;
}

/* What of the body stays blank below a part. */
static Len room_below(const struct composing *c, const struct part *p)
{
	Len room = c->sheet->plan.body.content.height - c->notes - c->floats - p->at.y;

	if (p->cut.to <= p->cut.from)
		return room;
	return room - vlist_slice_filled(p->list, p->cut.from, p->cut.to, p->cut.extra);
}

/* display-align of the region moves each column; where several parts stand one below the
 * other, as above and below what spans the columns, all of them alike. */
static Len aligned(const struct composing *c, const struct part *p)
{
	int align = c->sheet->plan.body.fo ? c->sheet->plan.body.fo->style->display_align
					   : KW_NO;
	Len room, least;
	bool beside = true;

	if (align != KW_AFTER && align != KW_CENTER)
		return 0;
	room = least = room_below(c, p);
	for (guint i = 0; i < c->sheet->parts->len; i++) {
		const struct part *other = part_at(c, i);

		beside = beside && other->at.y == p->at.y;
		least = len_min(least, room_below(c, other));
	}
	room = len_max(beside ? room : least, 0);
	return align == KW_AFTER ? room : room / 2;
}

/* Beside what put() has placed at y. */
static void put_bars(struct composing *c, const struct part *p, Len y, Len height)
{
	const struct page_plan *plan = &c->sheet->plan;
	struct bar_column column = {
		.at = p->at, .column = p->cut.at.column, .rtl = plan->rtl};
	guint first = c->kids->len;

	column.at.y = y;
	column.n_columns = plan->n_columns;
	column.odd_page = c->sheet->number % 2 != 0;
	bars_end_column(c->q->m->bars, c->q->m->s, &column, height, c->kids);
	for (; first < c->kids->len; first++) {
		struct place *kid = &g_array_index(c->kids, struct place, first);

		kid->x += c->x;
		kid->y += c->y;
	}
}

/* What of the column is blank at its foot. */
static void note_blank(struct composing *c, const struct part *p, Len used)
{
	Len blank =
		c->sheet->plan.body.content.height - c->notes - c->floats - p->at.y - used;

	if (p->cut.last)
		c->page->ends = true;
	if (!c->notes)
		c->page->foot = len_max(c->page->foot, blank);
	c->page->short_by = len_max(c->page->short_by, blank);
}

static void put_part(struct composing *c, const struct part *p)
{
	struct rect at = p->at;
	Len height = 0, down = aligned(c, p);

	bars_begin_column(c->q->m->bars);
	at.y += c->floats + down;
	if (p->cut.to > p->cut.from)
		height = put(c,
			     &(struct slice){p->list, p->cut.from, p->cut.to, p->cut.extra},
			     at, "column");
	note_blank(c, p, down + height);
	if (p->cut.to > p->cut.from)
		put_bars(c, p, at.y, height);
}

/* Floats and notes are painted where they stand among the columns; how much room they take
 * is known first. */
static void put_body(struct composing *c)
{
	GArray *kids = c->kids;
	GArray *notes = g_array_new(FALSE, FALSE, sizeof(struct place));

	put_floats(c);
	c->kids = notes;
	put_footnotes(c);
	c->kids = kids;
	for (guint i = 0; i < c->sheet->parts->len; i++)
		put_part(c, part_at(c, i));
	g_array_append_vals(kids, notes->data, notes->len);
	g_array_free(notes, TRUE);
}

/* Turned content lies in a box of its own within the region's. */
static void turn_body(struct composing *c)
{
	struct setter *s = c->q->m->s;
	const struct region *r = &c->sheet->plan.body;
	struct area *box = ARENA_NEW(s->arena, struct area);
	struct place kid = {r->content.x - r->at.x, r->content.y - r->at.y, box};

	box->kind = AREA_BOX;
	box->trace = "reference";
	box->size = (struct size){r->content.width, r->content.height};
	box->rotation = (int16_t)r->turn;
	box->n_kids = (int)c->kids->len;
	box->kids = arena_copy(s->arena, c->kids->data,
			       sizeof(struct place) * (size_t)box->n_kids);
	g_array_set_size(c->kids, 0);
	g_array_append_val(c->kids, kid);
}

static const struct area *body_box(struct composing *c)
{
	struct setter *s = c->q->m->s;
	const struct region *r = &c->sheet->plan.body;
	struct area *box = ARENA_NEW(s->arena, struct area);

	if (r->turn)
		turn_body(c);
	box->kind = AREA_BOX;
	box->trace = "region-body";
	box->size = (struct size){r->at.width, r->at.height};
	if (r->fo) {
		box->decor = decor_place(s, decor_of(s, r->fo->style, c->sheet->plan.rtl),
					 r->fo->style, box->size);
		box->from = r->fo->from;
	}
	box->n_kids = (int)c->kids->len;
	box->kids = arena_copy(s->arena, c->kids->data,
			       sizeof(struct place) * (size_t)box->n_kids);
	return box;
}

static void add_region(struct composing *c, GArray *to, enum region_slot slot)
{
	const struct area *a = static_region(c->q, c->sheet, slot);
	struct place p = {c->sheet->plan.slots[slot].at.x, c->sheet->plan.slots[slot].at.y,
			  a};

	if (a)
		g_array_append_val(to, p);
}

static const struct area *root_box(struct composing *c, GArray *regions)
{
	struct setter *s = c->q->m->s;
	const struct page_plan *plan = &c->sheet->plan;
	struct area *root = ARENA_NEW(s->arena, struct area);

	root->kind = AREA_BOX;
	root->size = plan->inner;
	root->trace = "page";
	root->n_kids = (int)regions->len;
	root->kids = arena_copy(s->arena, regions->data,
				sizeof(struct place) * (size_t)root->n_kids);
	root->decor = decor_of(s, plan->master->style, false);
	if (plan->turn) {
		struct area *turned = root;
		struct place *kid = ARENA_NEW(s->arena, struct place);

		turned->rotation = (int16_t)plan->turn;
		kid->area = turned;
		root = ARENA_NEW(s->arena, struct area);
		*root = (struct area){.kind = AREA_BOX,
				      .size = plan->size,
				      .kids = kid,
				      .n_kids = 1,
				      .trace = "page"};
	}
	return root;
}

/* The region-body of a flow with what stands in it. */
static struct place compose_body(struct sequence *q, struct sheet *sheet, struct page *page)
{
	const struct region *body = &sheet->plan.body;
	struct composing c = {.q = q, .sheet = sheet, .page = page};
	struct place at = {body->at.x, body->at.y, NULL};

	c.kids = g_array_new(FALSE, FALSE, sizeof(struct place));
	c.x = body->turn ? 0 : body->content.x - body->at.x;
	c.y = body->turn ? 0 : body->content.y - body->at.y;
	put_body(&c);
	at.area = body_box(&c);
	g_array_free(c.kids, TRUE);
	return at;
}

static bool is_taken(struct sequence *q, int index, const struct fo *region)
{
	for (; q; q = q->beside)
		if (sheet_at(q, index)->plan.body.fo == region)
			return true;
	return false;
}

static struct place compose_empty(struct sequence *q, const struct fo *master,
				  const struct fo *region, struct page *page)
{
	struct sheet empty = {
		.plan = page_plan_of(q->m->s, master, region->style->region_name),
		.parts = g_array_new(FALSE, FALSE, sizeof(struct part))};
	struct place body = compose_body(q, &empty, page);

	g_array_free(empty.parts, TRUE);
	return body;
}

/* The grounds of regions that no flow goes to. */
static void add_empty_bodies(struct sequence *q, int index, struct page *page, GArray *to)
{
	const struct fo *master = sheet_at(q, index)->plan.master;

	for (const struct fo *r = master->child; r; r = r->next)
		if (r->kind == FO_REGION_BODY && !is_taken(q, index, r)) {
			struct place body = compose_empty(q, master, r, page);

			g_array_append_val(to, body);
		}
}

/* A flow whose region this page does not have waits for another. */
static void add_bodies(struct sequence *q, int index, struct page *page, GArray *to)
{
	add_empty_bodies(q, index, page, to);
	for (struct sequence *f = q; f; f = f->beside) {
		struct sheet *sheet = sheet_at(f, index);
		struct place body;

		if (f != q && sheet->plan.body.fo == sheet_at(q, index)->plan.body.fo)
			continue;
		body = compose_body(f, sheet, page);
		g_array_append_val(to, body);
	}
}

void compose_page(struct sequence *q, int index)
{
	struct sheet *sheet = sheet_at(q, index);
	struct composing c = {.q = q, .sheet = sheet};
	GArray *bodies = g_array_new(FALSE, FALSE, sizeof(struct place));
	GArray *regions = g_array_new(FALSE, FALSE, sizeof(struct place));
	struct page page = {.size = sheet->plan.size,
			    .label = sheet->label,
			    .number = sheet->number,
			    .blank = sheet->blank};

	page_markers_begin_page(q->m->markers);
	add_bodies(q, index, &page, bodies);
	add_region(&c, regions, SLOT_BEFORE);
	add_region(&c, regions, SLOT_START);
	g_array_append_vals(regions, bodies->data, bodies->len);
	add_region(&c, regions, SLOT_END);
	add_region(&c, regions, SLOT_AFTER);
	page.root = root_box(&c, regions);
	g_array_append_val(q->m->pages, page);
	g_array_free(bodies, TRUE);
	g_array_free(regions, TRUE);
}
