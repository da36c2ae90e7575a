/*
 * sections.c - a flow between changes of span: set, cut into columns, placed on its pages
 *
 * Each section is set at its own width, cut, and placed below the one before it.  Where a
 * page is of another width than that before it, the section is left there and the rest of
 * it set again.
 */
#include "layout/blocks.h"
#include "layout/pages.h"

static bool spans(const struct fo *fo)
{
	return fo->style->span == KW_ALL &&
	       (fo->kind == FO_BLOCK || fo->kind == FO_BLOCK_CONTAINER ||
		fo->kind == FO_TABLE || fo->kind == FO_LIST_BLOCK);
}

/* The children from `from` on, as far as they belong together. */
static struct section find_section(const struct fo *from, bool columns)
{
	struct section x = {.from = from, .wide = columns && spans(from)};

	while (from && (!columns || from->kind == FO_MARKER || spans(from) == x.wide))
		from = from->next;
	x.until = from;
	return x;
}

/* Of a section that is set again only so much is set at a time: each change costs the same,
 * however long the rest is. */
enum { PAGES_AHEAD = 4 };

/* How often a section is set again for what its pages count on. */
enum { MOST_GRANTS = 8 };

static Len section_width(struct sequence *q, const struct section *x, int page)
{
	const struct page_plan *plan = &sheet_at(q, page)->plan;

	return x->wide || plan->n_columns == 1 ? plan->body.content.width
					       : plan->column_width;
}

static Len separator_height(struct sequence *q, const struct sheet *sheet, const char *name)
{
	const struct area *a = static_separator(q, name, sheet->plan.body.content.width);

	return a ? a->size.height : 0;
}

/* A note that goes on on the next page must not be too wide for it. */
static Len note_width(struct sequence *q, int page)
{
	return len_min(sheet_at(q, page)->plan.body.content.width,
		       sheet_at(q, page + 1)->plan.body.content.width);
}

/* What the section was set in is not needed any more, unless it holds floats: these are not
 * set again. */
static void forget(struct sequence *q, struct section *x)
{
	const struct setter *s = q->m->s;

	if (!s->floats && !s->in_text)
		arena_free(x->arena);
	x->arena = NULL;
}

static void set_content(struct sequence *q, struct section *x, int page)
{
	struct setter *s = q->m->s;
	const struct page_plan *plan = &sheet_at(q, page)->plan;
	struct room room = {.height = plan->body.content.height};
	struct later later = {NULL, 0};

	x->list = vlist_new(s);
	x->width = room.width = section_width(q, x, page);
	room.rtl = plan->rtl ||
		   (plan->body.fo && plan->body.fo->style->writing_mode == KW_RL_TB);
	if (s->resume) /* there is something before the place to go on from */
		vlist_strut(x->list, 0, (struct where){NULL, 0});
	else if (q->flow && x->from == q->flow->child)
		vlist_begin_page(x->list);
	s->flow = x->list;
	s->enough =
		s->resume ? (int64_t)q->ahead * plan->body.content.height * plan->n_columns
			  : 0;
	s->stopped = false;
	s->float_room =
		plan->body.content.height -
		separator_height(q, sheet_at(q, page), "xsl-before-float-separator");
	s->note_width = note_width(q, page);
	s->page_height = plan->body.content.height;
	s->paper = plan->inner;
	for (const struct fo *fo = x->from; fo != x->until && !block_is_later(s, x->list);
	     fo = fo->next) {
		if (block_is_past(s, x->list, fo))
			continue;
		later_set(s, x->list, fo, &later, &room);
		if (fo->kind == FO_MARKER)
			vlist_spot(x->list, fo, false);
		else if (fo->kind != FO_TEXT && !later_holds(s, x->list, fo, &later))
			set_block_level(s, x->list, fo, &room);
	}
	later_set(s, x->list, NULL, &later, &room);
}

/* In memory of its own, as it may have to be set again. */
static void set_section(struct sequence *q, struct section *x, int page)
{
	struct setter *s = q->m->s;

	s->arena = x->arena = arena_within(s->lasting);
	s->moved = false;
	set_content(q, x, page);
	x->moved = s->moved;
	s->arena = s->lasting;
}

static struct rect column_rect(struct sequence *q, const struct sheet *sheet, int column,
			       bool wide)
{
	const struct page_plan *p = &sheet->plan;
	struct rect r = {0, sheet->top, p->body.content.width,
			 p->body.content.height - sheet->top - sheet->floats -
				 sheet->notes};

	(void)q;
	if (wide || p->n_columns == 1)
		return r;
	r.width = p->column_width;
	r.x = (p->column_width + p->column_gap) *
	      (p->rtl ? p->n_columns - 1 - column : column);
	return r;
}

static void add_parts(struct sequence *q, struct section *x)
{
	for (guint i = 0; i < x->breaker.columns->len; i++) {
		const struct cut_column *c =
			&g_array_index(x->breaker.columns, struct cut_column, i);
		struct sheet *sheet = sheet_at(q, c->at.page);
		struct part p = {x->list, &x->breaker.footnotes, &x->breaker.floats, *c,
				 column_rect(q, sheet, c->at.column, x->wide)};

		g_array_append_val(sheet->parts, p);
	}
}

/* A break behind the section: what follows begins on a fresh page. */
static void pass_break(struct sequence *q, const struct section *x)
{
	enum break_to to;

	if (x->breaker.columns->len == 0 || !vlist_ends_with_break(x->list, &to))
		return;
	if (to > TO_COLUMN || x->wide)
		q->start = column_next(q, q->start, to > TO_PAGE ? to : TO_PAGE);
}

/* ---- the flow ---- */

/* Where the text behind a cut came from; false: it cannot be set again from there. */
static bool find_source(struct section *x, int cut, struct resume *to)
{
	int n;
	const struct item *items = vlist_items(x->list, &n);

	for (int i = cut + 1; i < n; i++) {
		if (items[i].kind != ITEM_BOX)
			continue;
		*to = (struct resume){items[i].source, items[i].source_part,
				      items[i].source_at, items[i].source_floats};
		if (items[i].source)
			return true;
		if (items[i].len > 0 || items[i].slicer)
			return false;
	}
	return false;
}

/* Where a section is left, to be set again from there on. */
struct change {
	guint column; /* the first that is no longer good, */
	int cut;      /* and the item of its list up to which it is */
	struct resume to;
};

/* A column is of another width than the section was set at, or begins with text that was
 * set beside a side-float, which is left behind on the page before. */
static bool needs_setting(struct sequence *q, struct section *x, const struct cut_column *c)
{
	Len more = section_width(q, x, c->at.page) - x->width;
	int n;

	if (c->to == c->from) /* notes alone, perhaps behind the last item */
		return false;
	return more >= PT(0.1) || more <= -PT(0.1) ||
	       vlist_items(x->list, &n)[c->from].beside;
}

/* What a column begins with cannot be set again, a row of a table or a picture: the first
 * place below it from which the list can. */
static bool find_tail(struct sequence *q, struct section *x, const struct cut_column *c,
		      struct change *to)
{
	int n;
	const struct item *items = vlist_items(x->list, &n);

	if (columns_of(q, c->at.page) > 1 || c->waiting)
		return false;
	for (to->cut = c->from + 1; to->cut < c->to; to->cut++) {
		const struct item *p = &items[to->cut];

		if (p->n_notes > 0)
			return false; /* they would have to be parted, too */
		if (p->kind == ITEM_PENALTY && p->cost < COST_NEVER &&
		    (!p->opened || p->opened->before + p->opened->after == 0) &&
		    find_source(x, to->cut, &to->to))
			return true;
	}
	return false;
}

static bool may_begin(struct section *x, const struct cut_column *c, struct change *to)
{
	to->cut = c->from;
	return !c->waiting && c->to > c->from && c->from > 0 &&
	       find_source(x, c->from, &to->to);
}

/* Of a list that is not set to its end the last pages are not good. */
static bool find_later(struct section *x, struct change *to)
{
	const struct cut_column *c =
		(const struct cut_column *)(const void *)x->breaker.columns->data;
	guint n = x->breaker.columns->len;

	for (to->column = n; to->column-- > 1;)
		if (c[to->column].at.page + 2 <= c[n - 1].at.page &&
		    c[to->column].at.page > c[to->column - 1].at.page &&
		    may_begin(x, &c[to->column], to))
			return true;
	return false;
}

static bool find_change(struct sequence *q, struct section *x, struct change *to)
{
	const GArray *columns = x->breaker.columns;

	if (x->moved) /* what stands above a place is not what comes before it */
		return false;
	for (to->column = 1; to->column < columns->len; to->column++) {
		const struct cut_column *c =
			&g_array_index(columns, struct cut_column, to->column);

		if (needs_setting(q, x, c) &&
		    (may_begin(x, c, to) || find_tail(q, x, c, to)))
			return true;
	}
	return q->m->s->stopped && find_later(x, to);
}

static void run_breaker(struct sequence *q, struct section *x, int start_item)
{
	struct setter *s = q->m->s;
	const struct sheet *sheet = sheet_at(q, q->start.page);

	q->one_column = x->wide;
	q->separator = separator_height(q, sheet, "xsl-footnote-separator");
	q->float_separator = separator_height(q, sheet, "xsl-before-float-separator");
	x->breaker = (struct breaker){.s = s,
				      .list = x->list,
				      .height = column_height,
				      .next = column_next,
				      .data = q,
				      .start = q->start,
				      .first_folio = q->m->number,
				      .start_item = start_item,
				      .partial = sheet->top > 0,
				      .noted = sheet->noted,
				      .floated = sheet->floated,
				      .beside = sheet->beside,
				      .several = q->columns && !x->wide,
				      .separator = q->separator,
				      .float_separator = q->float_separator,
				      .plain = s->options->plain,
				      .flexible = s->may_wish && start_item == 0};
	x->breaker.may_move = s->may_move && start_item == 0 && !s->floats;
	breaker_run(&x->breaker);
}

/* Nothing of the section is to be set again for pages of another width. */
static bool stays(struct sequence *q, struct section *x)
{
	const GArray *columns = x->breaker.columns;

	for (guint i = 1; i < columns->len; i++)
		if (needs_setting(q, x, &g_array_index(columns, struct cut_column, i)))
			return false;
	return true;
}

/* Of floats that are to come later only the first: those behind it will stand elsewhere.
 * Wishes are in the order of pages from the last. */
static bool take_wishes(struct setter *s, const GArray *wishes, bool may_move)
{
	bool moved = false, any = false;

	for (guint i = wishes->len; i-- > 0;) {
		struct wish *w = &g_array_index(wishes, struct wish, i);

		if (w->later && (moved || !may_move))
			continue;
		moved |= w->later > 0;
		any = true;
		g_hash_table_insert(s->wishes, (gpointer)(uintptr_t)w->of,
				    g_memdup2(w, sizeof *w));
	}
	return any;
}

/* Sets the section again with what the pages count on. */
static void grant_wishes(struct sequence *q, struct section *x)
{
	struct setter *s = q->m->s;
	bool may = s->may_wish;

	for (int i = 0; i < MOST_GRANTS; i++) {
		if (!take_wishes(s, x->breaker.wishes, stays(q, x)))
			break;
		breaker_clear(&x->breaker);
		forget(q, x);
		set_section(q, x, q->start.page);
		s->may_wish = false;
		run_breaker(q, x, 0);
	}
	s->may_wish = may;
}

/* A column that stays, on the page on which the rest goes on. */
static void leave_beside(struct sequence *q, const struct section *x,
			 const struct cut_column *c)
{
	struct sheet *sheet = sheet_at(q, q->start.page);

	if (c->at.page != q->start.page)
		return;
	sheet_use(q, x, c, sheet);
	sheet->beside = len_max(sheet->beside, c->height + len_max(c->extra, 0));
}

static void set_resumed(struct sequence *q, struct section *x, const struct resume *resume)
{
	q->m->s->resume = resume->paragraph ? resume : NULL;
	set_section(q, x, q->start.page);
	q->m->s->resume = NULL;
}

/* Keeps what stands above a change in its column. */
static void keep_head(struct sequence *q, struct section *x, struct cut_column c, int cut)
{
	int n;
	const struct item *items = vlist_items(x->list, &n);

	c.to = cut;
	c.notes_to = c.notes_from; /* what is called in it is called below the cut */
	c.floats_to = c.floats_from;
	c.extra = 0;
	c.height = vlist_slice_height(x->list, c.from, cut);
	if (cut + 1 < n && items[cut + 1].kind == ITEM_GLUE)
		c.height += items[cut + 1].len;
	g_array_append_val(x->breaker.columns, c);
	add_parts(q, x);
	sheet_at(q, c.at.page)->top += c.height;
}

/* The rest of the section, set again at the width of the page it comes on; NULL: the place
 * was not found again, and nothing is changed. */
static struct section *set_rest(struct sequence *q, struct section *x,
				const struct change *change)
{
	struct section *rest = ARENA_NEW(q->m->s->arena, struct section);
	GArray *columns = x->breaker.columns;
	struct cut_column c = g_array_index(columns, struct cut_column, change->column);
	struct column_place start = q->start;
	int n;

	*rest = *x;
	q->start = c.at;
	set_resumed(q, rest, &change->to);
	vlist_items(rest->list, &n);
	if (vlist_resume_item(rest->list) == 0) {
		q->start = start;
		return NULL;
	}
	for (guint i = 0; i < change->column; i++)
		leave_beside(q, x, &g_array_index(columns, struct cut_column, i));
	g_array_set_size(columns, change->column);
	if (change->cut > c.from)
		keep_head(q, x, c, change->cut);
	else
		add_parts(q, x);
	breaker_clear(&x->breaker);
	return rest;
}

/* What is set again stands behind what was before, or it would be set again for ever. */
static bool goes_on(const struct resume *from, const struct resume *to)
{
	if (!from->paragraph || to->paragraph->index != from->paragraph->index)
		return !from->paragraph || to->paragraph->index > from->paragraph->index;
	return to->part > from->part || (to->part == from->part && to->at > from->at);
}

static void cut_section(struct sequence *q, struct section *x, bool more)
{
	struct setter *s = q->m->s;
	struct change change;
	struct resume at = {.paragraph = NULL};
	bool lost = false; /* a place could not be found again: all stays as it is set */
	int n;

	s->stopped = false;
	q->ahead = PAGES_AHEAD;
	run_breaker(q, x, 0);
	grant_wishes(q, x);
	for (;;) {
		struct section *rest = NULL;
		bool stopped = s->stopped;

		if (!lost && find_change(q, x, &change) && goes_on(&at, &change.to)) {
			rest = set_rest(q, x, &change);
			lost = !rest;
		}
		if (rest) {
			at = change.to;
			x = rest;
		} else if (stopped) {
			q->ahead = lost ? INT32_MAX : q->ahead * 2;
			breaker_clear(&x->breaker);
			set_resumed(q, x, &at);
		} else {
			break;
		}
		vlist_items(x->list, &n);
		run_breaker(q, x, vlist_resume_item(x->list));
	}
	if (!x->wide && (more || !s->options->plain))
		balance_last_page(q, x);
	add_parts(q, x);
	sheets_advance(q, x);
	if (more)
		pass_break(q, x);
	breaker_clear(&x->breaker);
}

/* Only in a flow of several columns can anything span. */
void sections_set(struct sequence *q)
{
	const struct fo *child = q->flow ? q->flow->child : NULL;

	q->sections = g_ptr_array_new();
	q->columns = master_has_columns(q->m->s, q->fo);
	while (child) {
		struct section *x = ARENA_NEW(q->m->s->arena, struct section);

		*x = find_section(child, q->columns);
		set_section(q, x, page_for_flow(q, 0));
		child = x->until;
		g_ptr_array_add(q->sections, x);
	}
}

int sections_place(struct sequence *q)
{
	const GPtrArray *sections = q->sections;

	g_ptr_array_set_size(q->sheets, 0);
	q->start = (struct column_place){page_for_flow(q, 0), 0};
	for (guint i = 0; i < sections->len; i++) {
		struct section *x = g_ptr_array_index(sections, i);
		Len width = section_width(q, x, q->start.page);

		if (width != x->width)
			set_section(q, x, q->start.page);
		cut_section(q, x, i + 1 < sections->len);
	}
	return q->start.page + 1;
}
