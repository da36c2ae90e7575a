/*
 * breaker.c - choose where columns and pages end
 *
 * Total fit over the whole list, after Knuth & Plass (lines) and Plass's thesis (pages):
 * the cuts with the least sum of demerits.  A node is a cut together with the column that
 * ends there and the footnotes placed so far; the active nodes are those whose column the
 * current cut may still belong to, so that the work grows with the number of pages only.
 *
 * Where no cut is good enough the fullest column that fits is taken; where none fits, keeps
 * are broken and reported; where even that does not help, a column is overfull.
 */
#include "layout/breaker_search.h"
#include "layout/inlines.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { MOST_NODES_A_CUT = 6, LOOK_AHEAD = 4 };

/* So much at a column's end is worth a float that comes later. */
#define HOLE PT(40)

/* More blank than this is not made better by stretching spaces. */
#define FILL_MOST PT(28)

/* ---- nodes ---- */

static struct node node_of(struct search *r, const struct node *a, int cut,
			   const struct judged *j)
{
	bool forced = r->cuts[cut].cost == COST_FORCED;

	return (struct node){
		.cut = cut,
		.at = a->next,
		.next = r->b->next(r->b->data, a->next,
				   forced ? r->cuts[cut].to : TO_COLUMN),
		.notes = j->notes,
		.floats = j->floats,
		.extra = j->extra,
		.blank = j->blank,
		.lines = j->lines,
		.page = j->page,
		.demerits = a->demerits + j->demerits,
		.before = a,
		.last = forced,
	};
}

static struct node *new_node(struct search *r, struct node n)
{
	return arena_copy(r->scratch, &n, sizeof n);
}

static bool same_state(const struct search *r, const struct node *a, const struct node *b)
{
	if (stands_beside(r, a) && abs(a->blank - b->blank) > ROUNDING)
		return false;
	return a->next.page == b->next.page && a->next.column == b->next.column &&
	       a->notes.note == b->notes.note && a->notes.cut == b->notes.cut &&
	       a->floats == b->floats;
}

/* Of nodes in one state the better stays; of too many the worst goes.  Nothing leads to them
 * yet: one may be put in another's place. */
static void add_fresh(struct search *r, struct node n)
{
	guint worst = 0;

	for (guint i = 0; i < r->fresh->len; i++) {
		struct node *other = g_ptr_array_index(r->fresh, i);

		if (same_state(r, other, &n)) {
			if (n.demerits < other->demerits ||
			    (n.demerits <= other->demerits &&
			     n.page.tallest < other->page.tallest))
				*other = n;
			return;
		}
		if (other->demerits >
		    ((struct node *)g_ptr_array_index(r->fresh, worst))->demerits)
			worst = i;
	}
	if (r->fresh->len < MOST_NODES_A_CUT)
		g_ptr_array_add(r->fresh, new_node(r, n));
	else if (n.demerits < ((struct node *)g_ptr_array_index(r->fresh, worst))->demerits)
		*(struct node *)r->fresh->pdata[worst] = n;
}

/* Among the fresh nodes there would be no place for one of so many demerits: most columns
 * can be passed over so, before they are judged. */
static bool is_beaten(const struct search *r, const struct node *a, double demerits)
{
	double worst = 0;

	for (guint i = 0; i < r->fresh->len; i++) {
		const struct node *other = g_ptr_array_index(r->fresh, i);

		worst = MAX(worst, other->demerits);
		if (other->demerits < demerits && other->at.page == a->next.page &&
		    other->at.column == a->next.column && other->floats == a->floats &&
		    other->notes.note == a->notes.note && other->notes.cut == 0 &&
		    a->notes.cut == 0 && !stands_beside(r, other))
			return true;
	}
	return r->fresh->len == MOST_NODES_A_CUT && worst < demerits;
}

/* Columns that are too short are compared with those that begin where they do; what begins
 * further on has come further well. */
static bool is_better_short(const struct node *best, const struct node *a, double demerits)
{
	if (!best || a->cut > best->before->cut)
		return true;
	return a->cut == best->before->cut && demerits <= best->demerits;
}

static void try_cut(struct search *r, struct node *a, int cut, bool *keep)
{
	double least = least_demerits(r, a, cut);
	struct judged j, other;

	*keep = true;
	if (least >= HUGE_VAL || (least >= 0 && is_beaten(r, a, a->demerits + least)))
		return;
	j = judge(r, a, cut);
	other = judge_otherwise(r, a, cut, &j);
	if (other.fit == FITS)
		add_fresh(r, node_of(r, a, cut, &other));
	if (j.fit == TOO_LONG && other.fit != FITS) {
		*keep = false;
		if (!r->gone || a->cut >= r->gone->cut)
			r->gone = a;
	} else if (j.fit == FITS) {
		add_fresh(r, node_of(r, a, cut, &j));
	} else if (j.fit == TOO_SHORT &&
		   is_better_short(r->short_best, a, a->demerits + j.demerits)) {
		struct node n = node_of(r, a, cut, &j);

		if (r->short_best)
			*r->short_best = n;
		else
			r->short_best = new_node(r, n);
	}
}

static void visit_cut(struct search *r, int cut)
{
	guint kept = 0;

	g_ptr_array_set_size(r->fresh, 0);
	for (guint i = 0; i < r->active->len; i++) {
		struct node *a = g_ptr_array_index(r->active, i);
		bool keep;

		try_cut(r, a, cut, &keep);
		if (keep && r->cuts[cut].cost != COST_FORCED)
			r->active->pdata[kept++] = a;
	}
	g_ptr_array_set_size(r->active, (gint)kept);
	for (guint i = 0; i < r->fresh->len; i++)
		g_ptr_array_add(r->active, g_ptr_array_index(r->fresh, i));
}

/* ---- when nothing fits ---- */

static struct where place_of(struct search *r, int cut)
{
	int n;
	const struct item *items = vlist_items(r->b->list, &n);

	for (int i = r->cuts[cut].item; i < n; i++)
		if (items[i].kind == ITEM_BOX && items[i].from.file)
			return items[i].from;
	for (int i = r->cuts[cut].item - 1; i >= 0; i--)
		if (items[i].kind == ITEM_BOX && items[i].from.file)
			return items[i].from;
	return (struct where){NULL, 0};
}

static struct node *break_keep(struct search *r, struct node *a, int until)
{
	struct node *best = NULL;

	for (int cut = a->cut + 1; cut < until; cut++) {
		struct judged j = judge(r, a, cut);

		if (j.fit == TOO_LONG)
			break;
		if (r->cuts[cut].before > r->cuts[a->cut].behind)
			best = new_node(r, node_of(r, a, cut, &j));
	}
	if (best)
		diag(r->b->s->diags, W_KEEP, place_of(r, best->cut),
		     "what should be kept together here does not fit on one page");
	return best;
}

/* The next column of the next page is the last resort of a page that is partly filled. */
static struct node *start_fresh_page(struct search *r, const struct node *a)
{
	struct node *n = arena_copy(r->scratch, a, sizeof(*n));

	n->next = r->b->next(r->b->data, a->next, TO_PAGE);
	n->fullest = n->room = 0;
	r->b->partial = false;
	return n;
}

static struct node *put_overfull(struct search *r, struct node *a)
{
	int cut = a->cut + 1;
	struct judged j = {.notes = a->notes, .floats = a->floats, .page = page_before(r, a)};
	Len height = room_behind(r, a);
	int64_t room;

	while (cut < r->n_cuts - 1 && r->cuts[cut].before <= r->cuts[a->cut].behind)
		cut++;
	height -= cut_height(&r->cuts[a->cut], &r->cuts[cut]);
	room = height;
	if (height < 0)
		diag(r->b->s->diags, W_OVERFULL, place_of(r, a->cut),
		     "this is %.1f pt higher than the page has room for", len_pt(-height));
	else
		place_notes(r, a, &r->cuts[cut], &room, &j);
	j.page.tallest = len_max(j.page.tallest,
				 cut_height(&r->cuts[a->cut], &r->cuts[cut]));
	return new_node(r, node_of(r, a, cut, &j));
}

/* One of the next columns may be higher: the one that holds all up to `cut`, or NULL. */
static struct node *skip_columns(struct search *r, struct node *a, int cut)
{
	struct breaker *b = r->b;
	struct node *n = arena_copy(r->scratch, a, sizeof(*n));
	Len had = room_behind(r, a);

	for (int i = 0; i < LOOK_AHEAD; i++) {
		n->next = b->next(b->data, n->next, TO_COLUMN);
		n->fullest = n->room = 0;
		if (room_behind(r, n) > had && judge(r, n, cut).fit != TOO_LONG)
			return n;
	}
	return NULL;
}

/* All columns are too long at `cut`: a node to go on from. */
static struct node *recover(struct search *r, int cut)
{
	struct node *a = r->gone, *n;

	if (r->short_best)
		return r->short_best;
	assert(a); /* what was active has either gone or been too short */
	n = skip_columns(r, a, cut);
	if (n) {
		if (!a->before)
			r->b->partial = false;
		return n;
	}
	n = break_keep(r, a, cut);
	if (n)
		return n;
	if (!a->before && r->b->partial)
		return start_fresh_page(r, a);
	return put_overfull(r, a);
}

static struct node *choose_best(struct search *r)
{
	struct node *best = NULL;

	for (guint i = 0; i < r->active->len; i++) {
		struct node *n = g_ptr_array_index(r->active, i);

		if (!best || n->demerits < best->demerits)
			best = n;
	}
	return best;
}

static struct node *find_breaks(struct search *r, struct node *start)
{
	g_ptr_array_add(r->active, start);
	for (int cut = start->cut + 1; cut < r->n_cuts; cut++) {
		struct node *n;

		if (r->cuts[cut].cost >= COST_NEVER)
			continue;
		visit_cut(r, cut);
		if (r->active->len > 0 && r->cuts[cut].cost != COST_FORCED)
			continue;
		n = r->active->len > 0 ? choose_best(r) : recover(r, cut);
		cut = n->cut;
		g_ptr_array_set_size(r->active, 0);
		g_ptr_array_add(r->active, n);
		r->short_best = r->gone = NULL;
	}
	return choose_best(r);
}

/* ---- the result ---- */

/* Columns that share a page are filled when it is known what stands across it. */
static Len extra_of(const struct search *r, const struct node *n, Len out, Len height)
{
	Len room;

	if (!columns_share(r) || n->last || n->extra < 0)
		return n->extra;
	room = r->b->height(r->b->data, n->at) - out - height;
	return room > 0 && room <= FILL_MOST ? room : 0;
}

/* out: what stands across the page, in the end. */
static void add_column(struct search *r, const struct node *n, Len out)
{
	const struct node *a = n->before;
	struct cut_column c = {.at = n->at,
			       .from = r->cuts[a->cut].item,
			       .to = r->cuts[n->cut].item,
			       .notes_from = a->notes,
			       .notes_to = n->notes,
			       .floats_from = a->floats,
			       .floats_to = n->floats,
			       .height = cut_height(&r->cuts[a->cut], &r->cuts[n->cut]),
			       .last = n->last,
			       .waiting = a->notes.note < r->cuts[a->cut].n_notes ||
					  a->notes.cut > 0 ||
					  a->floats < r->cuts[a->cut].n_floats,
			       .to_cost = r->cuts[n->cut].cost};

	c.extra = extra_of(r, n, out, c.height);
	g_array_append_val(r->b->columns, c);
}

/* Of the paragraphs in the column that can do it the longest: there it shows least. */
static void add_wish(struct search *r, const struct node *n)
{
	int flexible = n->lines < 0 ? FLEX_SHORTER : FLEX_LONGER, height = 0, most = 0;
	struct wish wish = {.lines = n->lines};

	for (int i = r->cuts[n->before->cut].item; i < r->cuts[n->cut].item; i++) {
		const struct item *item = &r->items[i];

		if (item->kind != ITEM_BOX)
			continue;
		height = item->source_at > 0 ? height + item->len : item->len;
		if (!(item->flexible & flexible) || height <= most)
			continue;
		most = height;
		wish.of = item->source;
	}
	if (wish.of)
		g_array_append_val(r->b->wishes, wish);
}

/* The line that ends the column is not to end within a word. */
static void add_undivided(struct search *r, const struct node *n)
{
	const struct item *line = r->cuts[n->cut].undivided;
	struct wish wish = {.of = line->source, .undivided = line->undivided};

	g_array_append_val(r->b->wishes, wish);
}

/* The column ends early before a float that may come later. */
static void add_later(struct search *r, const struct node *n)
{
	struct wish wish = {.later = n->blank};
	const struct wish *had;
	int i = r->cuts[n->cut].item;

	while (i + 1 < r->n_items && r->items[i].kind != ITEM_BOX)
		i++;
	wish.of = r->items[i].movable;
	had = wish.of ? wish_of(r->b->s, wish.of) : NULL;
	wish.in_text = had && had->in_text;
	if (wish.of && (!had || (had->in_text && !had->later)))
		g_array_append_val(r->b->wishes, wish);
}

/* The first page of a chapter: a forced break, or nothing, is before its title. */
static bool begins_with_title(const struct search *r, const struct node *n)
{
	int i, end = r->cuts[n->cut].item;

	while (n->before->before && n->before->at.page == n->at.page)
		n = n->before;
	n = n->before;
	if (n->before && r->cuts[n->cut].cost != COST_FORCED)
		return false;
	for (i = r->cuts[n->cut].item; i < end; i++)
		if (r->items[i].kind == ITEM_BOX && r->items[i].source)
			return block_is_heading(r->items[i].source);
	return false;
}

/* Floats at the top of a page would stand before the title that opens it. */
static void add_in_text(struct search *r, const struct node *n)
{
	for (int i = n->before->floats; i < n->floats; i++) {
		struct wish wish = {.of = r->b->floats.notes[i]->fo, .in_text = true};

		if (!wish_of(r->b->s, wish.of))
			g_array_append_val(r->b->wishes, wish);
	}
}

static void add_columns(struct search *r, const struct node *end)
{
	Len out = 0;
	int page = -1;

	for (const struct node *n = end; n && n->before; n = n->before) {
		if (n->at.page != page)
			out = n->page.out;
		page = n->at.page;
		add_column(r, n, out);
		if (n->lines)
			add_wish(r, n);
		if (mends_end(r, &r->cuts[n->cut]))
			add_undivided(r, n);
		if (r->b->may_move && !n->last && n->blank >= HOLE)
			add_later(r, n);
		if (r->b->may_move && n->floats > n->before->floats && begins_with_title(r, n))
			add_in_text(r, n);
	}
}

static void reverse(GArray *columns)
{
	struct cut_column *c = (struct cut_column *)(void *)columns->data;

	for (guint i = 0, k = columns->len; i + 1 < k; i++) {
		struct cut_column x = c[i];

		c[i] = c[--k];
		c[k] = x;
	}
}

static void report_high(struct breaker *b, const struct note *note, int64_t over)
{
	if (over > 0)
		diag(b->s->diags, W_OVERFULL, note->fo->from,
		     "this %s is %.1f pt higher than the page has room for",
		     note->kind == NOTE_FOOTNOTE ? "footnote" : "float", len_pt((Len)over));
}

static bool is_same_place(struct note_place a, struct note_place b)
{
	return a.note == b.note && a.cut == b.cut;
}

/* Of a note whose beginning alone is too high for a page what parts it from the text goes
 * first, then as much as there is room for is cut off wherever it may be. */
static void put_high_note(struct breaker *b, struct cut_column *c, int64_t room)
{
	int note = c->notes_from.note, n = b->footnotes.n_cuts[note], cut;
	const struct cutpoint *cuts = b->footnotes.cuts[note];

	if (n > 2 && c->notes_from.cut == 0 && cuts[1].before == 0) {
		c->notes_from.cut = 1;
		c->notes_to = notes_fit(&b->footnotes, c->notes_from, b->footnotes.n, room);
	}
	if (!is_same_place(c->notes_to, c->notes_from))
		return;
	cut = c->notes_from.cut + 1;
	while (cut + 1 < n - 1 &&
	       cut_height(&cuts[c->notes_from.cut], &cuts[cut + 1]) <= room + ROUNDING)
		cut++;
	report_high(b, b->footnotes.notes[note],
		    cut_height(&cuts[c->notes_from.cut], &cuts[cut]) - room);
	c->notes_to.cut = cut;
	if (cut >= n - 1)
		c->notes_to = (struct note_place){note + 1, 0};
}

/* As much of what is left as fits; something always does on a page of its own. */
static void fill_rest(struct search *r, struct cut_column *c, struct on_page *p, bool fresh)
{
	struct breaker *b = r->b;
	int64_t room = b->height(b->data, c->at) - p->out - p->tallest;

	c->notes_from = c->notes_to;
	c->floats_from = c->floats_to;
	c->floats_to = notes_fit_whole(&b->floats, c->floats_from, b->floats.n,
				       room - (p->floated ? 0 : b->float_separator));
	if (c->floats_to == c->floats_from && c->floats_to < b->floats.n && fresh) {
		report_high(b, b->floats.notes[c->floats_to],
			    notes_height(&b->floats, (struct note_place){c->floats_to, 0},
					 c->floats_to + 1) -
				    room);
		c->floats_to++;
	}
	room -= b->floats.heights[c->floats_to] - b->floats.heights[c->floats_from] +
		(p->noted ? 0 : b->separator);
	c->notes_to = notes_fit(&b->footnotes, c->notes_from, b->footnotes.n, room);
	if (fresh && c->floats_to == c->floats_from && is_same_place(c->notes_to, c->notes_from))
		put_high_note(b, c, room);
}

/* Notes and floats that did not fit by the end of the list get pages of their own. */
static void add_rest(struct search *r, const struct node *end)
{
	struct breaker *b = r->b;
	struct cut_column c = {
		.at = end->next, .from = r->cuts[end->cut].item, .last = true};
	struct on_page page = page_before(r, end);
	bool fresh = !end->before || end->next.page != end->at.page;

	c.to = c.from;
	c.notes_to = end->notes;
	c.floats_to = end->floats;
	while (c.notes_to.note < b->footnotes.n || c.floats_to < b->floats.n) {
		fill_rest(r, &c, &page, fresh);
		g_array_append_val(b->columns, c);
		c.at = b->next(b->data, c.at, TO_PAGE);
		page = (struct on_page){0};
		fresh = true;
	}
}

/* A forced break before everything: the first page may have to be another one. */
static struct column_place first_place(struct breaker *b)
{
	int n;
	const struct item *items = vlist_items(b->list, &n);

	if (n > 0 && items[0].kind == ITEM_PENALTY && items[0].cost == COST_FORCED &&
	    (b->partial || items[0].to == TO_EVEN_PAGE || items[0].to == TO_ODD_PAGE)) {
		struct column_place before = b->start;

		if (!b->partial) {
			before.page--; /* as if a page had ended there */
			before.column = INT32_MAX / 2;
		}
		b->partial = false;
		return b->next(b->data, before, items[0].to);
	}
	return b->start;
}

/* Notes of what stands before the place to begin at are placed already. */
static void begin_inside(struct search *r, struct node *start)
{
	int cut = 0;

	while (cut + 1 < r->n_cuts && r->cuts[cut].item < r->b->start_item)
		cut++;
	start->cut = cut;
	start->notes.note = r->cuts[cut].n_notes;
	start->floats = r->cuts[cut].n_floats;
	start->next = start->at = r->b->start;
}

void breaker_run(struct breaker *b)
{
	struct search r = {.b = b, .scratch = arena_new()};
	struct node *start = ARENA_NEW(r.scratch, struct node), *end;

	b->columns = g_array_new(FALSE, FALSE, sizeof(struct cut_column));
	b->wishes = g_array_new(FALSE, FALSE, sizeof(struct wish));
	r.items = vlist_items(b->list, &r.n_items);
	r.cuts = cutpoints_of(b->s, b->list, &r.n_cuts);
	notes_collect(b->s, b->list, true, &b->footnotes);
	notes_collect(b->s, b->list, false, &b->floats);
	r.active = g_ptr_array_new();
	r.fresh = g_ptr_array_new();
	if (b->start_item > 0)
		begin_inside(&r, start);
	else
		start->next = start->at = first_place(b);
	end = find_breaks(&r, start);
	add_columns(&r, end);
	reverse(b->columns);
	add_rest(&r, end);
	g_ptr_array_free(r.active, TRUE);
	g_ptr_array_free(r.fresh, TRUE);
	arena_free(r.scratch);
}

void breaker_clear(struct breaker *b)
{
	if (b->columns) {
		g_array_free(b->columns, TRUE);
		g_array_free(b->wishes, TRUE);
	}
	b->columns = b->wishes = NULL;
}
