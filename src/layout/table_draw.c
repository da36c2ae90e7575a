/*
 * table_draw.c - the areas of the rows that come on one page
 *
 * Painted in the order of XSL 1.1, 6.7: columns, parts, rows, cells; then collapsed
 * borders, each line as one rule as far as it stays the same.  Places are computed from the
 * start edge and turned into left and right when an area is put into its place.
 */
#include "layout/pack.h"
#include "layout/table.h"

struct line_of_row {
	int row;
	Len y, height;
};

struct drawing {
	const struct table *t;
	struct setter *s;
	GArray *slices; /* struct slice */
	GArray *tops;   /* Len: of each slice */
	GArray *rows;   /* struct line_of_row */
	GArray *places;
	Len height;
	struct place live[2]; /* header and footer set for these rows */
	int n_live;
	struct joint top, bottom;
	bool draw_bottom;
};

static void put(struct drawing *d, const struct area *a, Len x, Len y)
{
	struct place p = {x, y, a};

	if (d->t->rtl)
		p.x = d->t->sum - x - a->size.width;
	g_array_append_val(d->places, p);
}

/* ---- grounds ---- */

/* Only what fills: borders are the cells' affair. */
static const struct decor *ground_of(struct setter *s, const struct fo *fo,
				     struct size size)
{
	const struct decor *d;
	struct decor *own;

	if (!fo || (!fo->style->background_color.a && !fo->style->background_image))
		return NULL;
	d = decor_of(s, fo->style, false);
	if (!d)
		return NULL;
	own = arena_copy(s->arena, d, sizeof(*d));
	own->top.width = own->bottom.width = own->left.width = own->right.width = 0;
	own->radius = 0;
	return decor_place(s, own, fo->style, size);
}

static void put_ground(struct drawing *d, const struct fo *fo, struct rect at)
{
	struct size size = {at.width, at.height};
	const struct decor *decor = ground_of(d->s, fo, size);
	struct area *a;

	if (!decor || at.height <= 0)
		return;
	a = ARENA_NEW(d->s->arena, struct area);
	a->kind = AREA_BOX;
	a->size = size;
	a->decor = decor;
	a->trace = fo_kind_name(fo->kind);
	a->from = fo->from;
	put(d, a, at.x, at.y);
}

/* With separated borders the grounds of columns, parts and rows show only under cells. */
static void put_ground_under_cells(struct drawing *d, const struct fo *fo, struct rect at)
{
	const struct table *t = d->t;
	Len x = t->separation_x / 2, y = t->separation_y / 2;

	if (!fo || (!fo->style->background_color.a && !fo->style->background_image))
		return;
	if (t->collapse || (!t->separation_x && !t->separation_y)) {
		put_ground(d, fo, at);
		return;
	}
	for (guint i = 0; i < d->rows->len; i++) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);

		if (r->y < at.y || r->y >= at.y + at.height)
			continue;
		for (int k = 0; k < t->n_columns; k++) {
			const struct column *c = &t->columns[k];
			struct cell **slots = t->rows[r->row].slots;
			bool joined = k + 1 < t->n_columns && slots[k] == slots[k + 1] &&
				      c->x + c->width < at.x + at.width;

			if (c->x >= at.x && c->x < at.x + at.width && slots[k])
				put_ground(d, fo,
					   (struct rect){c->x + x, r->y + y,
							 c->width - (joined ? 0 : 2 * x),
							 r->height - 2 * y});
		}
	}
}

static void put_grounds(struct drawing *d)
{
	const struct table *t = d->t;

	for (int k = 0; k < t->n_columns; k++)
		put_ground_under_cells(
			d, t->columns[k].fo,
			(struct rect){t->columns[k].x, 0, t->columns[k].width, d->height});
	for (guint i = 0; i < d->rows->len;) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);
		const struct fo *part = t->rows[r->row].part;
		Len y = r->y, end = y;

		for (; i < d->rows->len; i++) {
			r = &g_array_index(d->rows, struct line_of_row, i);
			if (t->rows[r->row].part != part)
				break;
			end = r->y + r->height;
		}
		put_ground_under_cells(d, part, (struct rect){0, y, t->sum, end - y});
	}
	for (guint i = 0; i < d->rows->len; i++) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);

		put_ground_under_cells(d, t->rows[r->row].fo,
				       (struct rect){0, r->y, t->sum, r->height});
	}
}

/* ---- cells ---- */

static const struct decor *cell_decor(const struct drawing *d, const struct cell_piece *p,
				      struct size size)
{
	const struct fo *fo = p->cell->fo;
	const struct decor *whole;
	struct decor *own;

	if (d->t->collapse)
		return ground_of(d->s, fo, size);
	if (p->cell->empty && fo->style->empty_cells == KW_HIDE)
		return NULL;
	whole = decor_of(d->s, fo->style, d->t->rtl);
	if (whole && (p->cut_before || p->cut_after)) {
		own = arena_copy(d->s->arena, whole, sizeof(*whole));
		if (p->cut_before && !fo->style->border_before.retain)
			own->top.width = 0;
		if (p->cut_after && !fo->style->border_after.retain)
			own->bottom.width = 0;
		whole = own;
	}
	return decor_place(d->s, whole, fo->style, size);
}

static Len content_top(const struct cell_piece *p, Len room)
{
	const struct fo_style *st = p->cell->fo->style;
	Len spare = room - p->insets.before - p->insets.after - p->height;

	if (spare > 0 && st->display_align == KW_CENTER)
		return p->insets.before + spare / 2;
	if (spare > 0 && st->display_align == KW_AFTER)
		return p->insets.before + spare;
	return p->insets.before + (p->cut_before ? 0 : p->cell->shift);
}

static Len rows_height(const struct slice *s, int first, int last)
{
	Len height = 0;

	for (int r = first; r <= last; r++)
		height += s->heights[r - s->first_row];
	return height;
}

/* The content's areas as kids of the cell's, whose corner stands `out` off the slots'
 * corner. */
static void fill_cell(struct drawing *d, struct area *a, const struct cell_piece *p,
		      struct size slots, struct size out)
{
	Len start = p->insets.start - out.width;
	Len end = p->insets.end - out.width;
	Len top = content_top(p, slots.height) - out.height;
	struct packed in;
	struct place *kids;

	if (p->from >= p->to)
		return;
	in = pack_items(d->s, p->cell->content, p->from, p->to, 0);
	kids = arena_copy(d->s->arena, in.places,
			  sizeof(struct place) * (size_t)in.n_places);
	for (int i = 0; i < in.n_places; i++) {
		kids[i].x += d->t->rtl ? end : start;
		kids[i].y += top;
	}
	a->kids = kids;
	a->n_kids = in.n_places;
}

static void put_cell(struct drawing *d, const struct slice *s, const struct cell_piece *p,
		     Len y)
{
	const struct table *t = d->t;
	struct area *a = ARENA_NEW(d->s->arena, struct area);
	struct size slots = {cell_width(t, p->cell),
			     rows_height(s, p->first_row, p->last_row)};
	struct size out = {0, 0};
	Len after = 0;

	if (!t->collapse) {
		out.width = t->separation_x / 2;
		out.height = p->cut_before ? 0 : t->separation_y / 2;
		after = p->cut_after ? 0 : t->separation_y / 2;
	}
	a->kind = AREA_BOX;
	a->size = (struct size){slots.width - 2 * out.width,
				slots.height - out.height - after};
	a->decor = cell_decor(d, p, a->size);
	a->trace = "table-cell";
	a->id = p->cut_before ? NULL : p->cell->fo->id;
	a->mark = mark_of(d->s, p->cell->fo);
	a->from = p->cell->fo->from;
	fill_cell(d, a, p, slots, out);
	y += rows_height(s, s->first_row, p->first_row - 1);
	put(d, a, t->columns[p->cell->column].x + out.width, y + out.height);
}

/* ---- collapsed borders ---- */

static bool same_edge(const struct fo_edge *a, const struct fo_edge *b)
{
	return a == b || (a->style == b->style && a->width == b->width &&
			  a->color.r == b->color.r && a->color.g == b->color.g &&
			  a->color.b == b->color.b && a->color.a == b->color.a);
}

static void put_rule(struct drawing *d, const struct fo_edge *e, struct rect at)
{
	static const struct mark artifact = {.artifact = ARTIFACT_LAYOUT, .index = -1};
	struct area *a;

	if (e->width <= 0 || at.width <= 0 || at.height <= 0)
		return;
	a = ARENA_NEW(d->s->arena, struct area);
	a->kind = AREA_RULE;
	a->size = (struct size){at.width, at.height};
	a->as.rule.style = decor_border_style(e->style);
	a->as.rule.color = e->color;
	a->as.rule.vertical = at.height > at.width;
	a->mark = &artifact;
	put(d, a, at.x, at.y);
}

/* Half the widest line that meets a line across at the start edge of a column. */
static Len half_along(const struct table *t, const struct joint *j, int column)
{
	Len most = 0;

	if (j->above >= 0)
		most = border_along(t, j->above, column)->width;
	if (j->below >= 0)
		most = len_max(most, border_along(t, j->below, column)->width);
	return most / 2;
}

static void put_across(struct drawing *d, struct joint j, Len y)
{
	const struct table *t = d->t;

	for (int k = 0; k < t->n_columns;) {
		const struct fo_edge *e;
		int first = k;
		Len start, end;

		j.column = k;
		e = border_across(t, &j);
		for (k++; k < t->n_columns; k++) {
			j.column = k;
			if (!same_edge(e, border_across(t, &j)))
				break;
		}
		if (e->width == 0)
			continue;
		start = t->columns[first].x - half_along(t, &j, first);
		end = t->columns[k - 1].x + t->columns[k - 1].width + half_along(t, &j, k);
		put_rule(d, e,
			 (struct rect){start, y - (e->width + 1) / 2, end - start,
				       e->width});
	}
}

static void put_along(struct drawing *d, int column)
{
	const struct table *t = d->t;
	Len x = column < t->n_columns ? t->columns[column].x : t->sum;

	for (guint i = 0; i < d->rows->len;) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);
		const struct fo_edge *e = border_along(t, r->row, column);
		Len y = r->y, end = y;

		for (; i < d->rows->len; i++) {
			r = &g_array_index(d->rows, struct line_of_row, i);
			if (!same_edge(e, border_along(t, r->row, column)))
				break;
			end = r->y + r->height;
		}
		put_rule(d, e, (struct rect){x - (e->width + 1) / 2, y, e->width, end - y});
	}
}

static void put_borders(struct drawing *d)
{
	for (int k = 0; k <= d->t->n_columns; k++)
		put_along(d, k);
	put_across(d, d->top, 0);
	for (guint i = 1; i < d->rows->len; i++) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);

		put_across(d, joint_before(d->t, r->row, false), r->y);
	}
	if (d->draw_bottom)
		put_across(d, d->bottom, d->height);
}

/* ---- slices ---- */

static void add_group(struct drawing *d, int group, int from, int to, bool cut_before,
		      bool cut_after)
{
	struct slice s =
		slice_new(d->t, &d->t->groups[group], from, to, cut_before, cut_after);

	g_array_append_val(d->slices, s);
	g_array_append_val(d->tops, d->height);
	for (int r = s.first_row; r <= s.last_row; r++) {
		struct line_of_row line = {r, d->height, s.heights[r - s.first_row]};

		g_array_append_val(d->rows, line);
		d->height += line.height;
	}
}

static const struct area *finish(struct drawing *d)
{
	struct area *a = ARENA_NEW(d->s->arena, struct area);

	put_grounds(d);
	for (guint i = 0; i < d->slices->len; i++) {
		struct slice *s = &g_array_index(d->slices, struct slice, i);
		Len y = g_array_index(d->tops, Len, i);

		for (int k = 0; k < s->n_pieces; k++)
			put_cell(d, s, &s->pieces[k], y);
		slice_free(s);
	}
	for (int i = 0; i < d->n_live; i++)
		put(d, d->live[i].area, d->live[i].x, d->live[i].y);
	if (d->t->collapse)
		put_borders(d);
	a->kind = AREA_BOX;
	a->size = (struct size){d->t->sum, d->height};
	a->trace = "table-rows";
	a->from = d->t->fo->from;
	a->n_kids = (int)d->places->len;
	a->kids = arena_copy(d->s->arena, d->places->data,
			     sizeof(struct place) * (size_t)a->n_kids);
	g_array_free(d->slices, TRUE);
	g_array_free(d->tops, TRUE);
	g_array_free(d->rows, TRUE);
	g_array_free(d->places, TRUE);
	return a;
}

static struct drawing begin(const struct table *t, struct setter *s)
{
	struct drawing d = {.t = t, .s = s};

	d.slices = g_array_new(FALSE, FALSE, sizeof(struct slice));
	d.tops = g_array_new(FALSE, FALSE, sizeof(Len));
	d.rows = g_array_new(FALSE, FALSE, sizeof(struct line_of_row));
	d.places = g_array_new(FALSE, FALSE, sizeof(struct place));
	return d;
}

static int group_of_step(const struct table *t, int step)
{
	int low = 0, high = t->n_groups - 1;

	while (low < high) {
		int middle = (low + high + 1) / 2;

		if (t->groups[middle].first_step <= step)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

const struct area *table_as_artifact(struct table *t, const struct area *rows, Len offset,
				     bool foot)
{
	static const struct mark artifact = {.artifact = ARTIFACT_REPEAT, .index = -1};
	struct area *a = ARENA_NEW(t->setter->arena, struct area);
	struct place *kid = ARENA_NEW(t->setter->arena, struct place);

	kid->x = offset;
	kid->area = rows;
	a->kind = AREA_BOX;
	a->size = (struct size){rows->size.width + offset, rows->size.height};
	a->kids = kid;
	a->n_kids = 1;
	a->trace = foot ? "table-footer" : "table-header";
	a->mark = &artifact;
	a->from = t->fo->from;
	return a;
}

/* ---- headers and footers set for these rows ---- */

/* How many rows of a part are in the drawing, and where the first of them stands. */
static int rows_drawn(const struct drawing *d, int first, int last, Len *top)
{
	int n = 0;

	for (guint i = 0; i < d->rows->len; i++) {
		const struct line_of_row *r =
			&g_array_index(d->rows, struct line_of_row, i);

		if (r->row < first || r->row > last)
			continue;
		if (n++ == 0)
			*top = r->y;
	}
	return n;
}

static void clear_rows(struct drawing *d, int first, int last)
{
	for (guint i = 0; i < d->slices->len; i++) {
		struct slice *s = &g_array_index(d->slices, struct slice, i);

		if (s->first_row >= first && s->last_row <= last)
			s->n_pieces = 0;
	}
}

/* A part that a page had to cut stands as it was set for all rows. */
static void put_live_end(struct drawing *d, struct table *t, bool foot, bool at_break)
{
	const struct slice *from = &g_array_index(d->slices, struct slice, 0);
	const struct slice *to =
		&g_array_index(d->slices, struct slice, d->slices->len - 1);
	int first = foot ? t->n_rows - t->n_foot : 0;
	int last = foot ? t->n_rows - 1 : t->n_head - 1;
	Len top = foot ? d->height : 0;
	int n = rows_drawn(d, first, last, &top);
	const struct area *a;

	if (n > 0 ? n <= last - first : !at_break)
		return;
	a = table_live_end(t, foot, from, to);
	clear_rows(d, first, last);
	if (n == 0) {
		for (int r = first; !foot && r <= last; r++)
			top -= t->rows[r].height;
		a = table_as_artifact(t, a, 0, foot);
	}
	d->live[d->n_live++] = (struct place){0, top, a};
}

static void put_live_ends(struct drawing *d, struct table *t, bool cut_before,
			  bool cut_after)
{
	if (t->live_head)
		put_live_end(d, t, false, cut_before && t->repeat_head);
	if (t->live_foot)
		put_live_end(d, t, true, cut_after && t->repeat_foot);
}

const struct area *table_slice(struct setter *setter, const struct slicer *slicer, int from,
			       int to, bool cut_before, bool cut_after)
{
	struct table *t = ((const struct table_slicer *)slicer)->table;
	struct drawing d = begin(t, setter);
	const struct slice *first, *last;

	for (int i = group_of_step(t, from), step = from; step < to; i++) {
		const struct row_group *g = &t->groups[i];
		int end = to - g->first_step < g->n_steps ? to - g->first_step : g->n_steps;

		add_group(&d, i, step - g->first_step, end, cut_before && step == from,
			  cut_after && g->first_step + end == to);
		step = g->first_step + end;
	}
	first = &g_array_index(d.slices, struct slice, 0);
	last = &g_array_index(d.slices, struct slice, d.slices->len - 1);
	d.top = joint_before(t, first->first_row, cut_before);
	d.top.cut_below = first->cut_before;
	d.bottom = joint_after(t, last->last_row, cut_after);
	d.bottom.cut_above = last->cut_after;
	d.draw_bottom = true;
	if (t->live_head || t->live_foot)
		put_live_ends(&d, t, cut_before, cut_after);
	return finish(&d);
}

/* The header's lower edge is drawn by the rows below it. */
const struct area *table_repeat(struct table *t, int first_group, int n_groups)
{
	struct drawing d = begin(t, t->setter);
	int row = t->groups[first_group].first_row;

	for (int i = first_group; i < first_group + n_groups; i++)
		add_group(&d, i, 0, t->groups[i].n_steps, row == 0 && i == first_group,
			  false);
	d.top = joint_before(t, row, row == 0);
	d.draw_bottom = row > 0;
	d.bottom = joint_after(t, t->n_rows - 1, row > 0);
	return finish(&d);
}
