/*
 * table_steps.c - where rows can be cut: cells of different heights in common steps
 *
 * Cells stand at their natural places, as if nothing were cut.  A step ends at a height
 * where each cell that has begun and has more to show can stop: at its last allowed break
 * above that height.  The first step is high enough for the first lines of each cell, each
 * further one as little higher as any cell allows; rows end with a step.  A cell whose stop
 * lies above the step's end lags behind; what the lag, retained borders and repeated heads
 * inside cells take behind a break is the step's cut_before.
 *
 * Where a step would be very high because breaks are forbidden (keeps, widows), forbidden
 * ones are stops too, at their cost: a row taller than a page can always be cut.
 */
#include "layout/table.h"

#define HIGH_STEP PT(96)
#define LARGE_LAG PT(60)
#define LOW_ROW   PT(72)

enum { COST_CUT_ROW = 1000, COST_CUT_LOW_ROW = 2000 };

struct lane {
	struct cell *cell;
	const struct item *items;
	Len top;       /* of the content, natural */
	int seen;      /* the last stop above the step's end */
	Len seen_done; /* height of the items up to it */
	int at;        /* the stop that was taken: seen, or a better one a little above */
	Len done;
	int last;      /* at, when the last step was made */
	GArray *stops; /* int: at, by step from the first of its row on */
	int first_stop;
	bool held; /* at a forced break */
};

struct stepper {
	struct table *t;
	const struct row_group *g;
	struct lane *lanes;
	int n_lanes, n_begun; /* lanes are in the order of their first rows */
	struct lane **active; /* begun, and not finished in a row before */
	int n_active;
	int row; /* the last that has begun */
	Len row_end;
	bool any; /* forbidden breaks too */
	GArray *steps;
};

/* ---- stops of a lane ---- */

static bool is_stop(const struct stepper *s, const struct item *i)
{
	return i->kind == ITEM_PENALTY && (s->any || i->cost < COST_NEVER);
}

static bool is_finished(const struct lane *l)
{
	return l->at >= l->cell->n_items;
}

/* The next stop behind `at`, and the height up to it. */
static int next_stop(const struct stepper *s, const struct lane *l, int at, Len *height)
{
	for (int i = at; i < l->cell->n_items; i++) {
		if (i > at && i > 0 && is_stop(s, &l->items[i]))
			return i;
		if (l->items[i].kind != ITEM_PENALTY)
			*height += l->items[i].len;
	}
	return l->cell->n_items;
}

static bool is_forced(const struct lane *l, int at)
{
	return at > 0 && at < l->cell->n_items && l->items[at].cost == COST_FORCED;
}

/* Moves the lane to its last stop not below `end`; a better stop a little above is
 * preferred to a forbidden one. */
static void advance(const struct stepper *s, struct lane *l, Len end)
{
	while (!l->held && l->seen < l->cell->n_items) {
		Len height = l->seen_done;
		int stop = next_stop(s, l, l->seen, &height);

		if (l->top + height > end)
			return;
		l->seen = stop;
		l->seen_done = height;
		l->held = is_forced(l, stop);
		if (stop < l->cell->n_items && l->items[stop].cost >= COST_NEVER &&
		    l->at > 0 && height - l->done < LARGE_LAG)
			continue;
		l->at = stop;
		l->done = height;
	}
}

/* ---- steps ---- */

static bool ends_by(const struct cell *c, int row)
{
	return c->row + c->n_rows - 1 <= row;
}

static void begin_row(struct stepper *s, int row)
{
	int n = 0;

	for (int i = 0; i < s->n_active; i++)
		if (!is_finished(s->active[i]) || !ends_by(s->active[i]->cell, row - 1))
			s->active[n++] = s->active[i];
	s->row = row;
	s->row_end += s->t->rows[row].height;
	while (s->n_begun < s->n_lanes && s->lanes[s->n_begun].cell->row <= row)
		s->active[n++] = &s->lanes[s->n_begun++];
	s->n_active = n;
}

/* The end of the next step: enough for something of each cell that has shown nothing yet,
 * else the least by which any cell can go on.  -1: no cell can. */
static Len next_end(const struct stepper *s)
{
	Len least = LEN_MAX, needed = -1;

	for (int i = 0; i < s->n_active; i++) {
		const struct lane *l = s->active[i];
		Len height = l->seen_done;

		if (is_finished(l) || l->held)
			continue;
		next_stop(s, l, l->seen, &height);
		if (l->at == 0)
			needed = len_max(needed, l->top + height);
		least = len_min(least, l->top + height);
	}
	if (needed >= 0)
		return needed;
	return least == LEN_MAX ? -1 : least;
}

static bool any_held(const struct stepper *s)
{
	for (int i = 0; i < s->n_active; i++)
		if (s->active[i]->held)
			return true;
	return false;
}

static bool row_is_finished(const struct stepper *s)
{
	for (int i = 0; i < s->n_active; i++)
		if (!is_finished(s->active[i]) && ends_by(s->active[i]->cell, s->row))
			return false;
	return true;
}

static void advance_all(struct stepper *s, Len end)
{
	for (int i = 0; i < s->n_active; i++)
		advance(s, s->active[i], end);
}

static bool forced_ahead(const struct lane *l)
{
	for (int i = l->at + 1; i < l->cell->n_items; i++)
		if (l->items[i].kind == ITEM_PENALTY && l->items[i].cost == COST_FORCED)
			return true;
	return false;
}

/* Cells that stop at a forced break wait for others in the row that have one ahead. */
static void release_held(struct stepper *s, struct step *step)
{
	for (int i = 0; i < s->n_active; i++)
		if (!s->active[i]->held && forced_ahead(s->active[i]) &&
		    step->end < s->row_end)
			return;
	for (int i = 0; i < s->n_active; i++) {
		struct lane *l = s->active[i];

		if (!l->held)
			continue;
		l->held = false;
		step->forced = true;
		if (l->items[l->at].to > step->to)
			step->to = l->items[l->at].to;
	}
}

/* What a break at the step's end adds before it: a lane's content with what must follow it
 * there may reach lower than the step's end. */
static Len lane_after(const struct stepper *s, const struct lane *l,
		      const struct step *step)
{
	struct cell_piece p = {
		.cell = l->cell, .first_row = l->cell->row, .last_row = step->row};
	Len end = 0, begin = 0;

	p.cut_after = !step->row_ends || !ends_by(l->cell, step->row);
	if (l->at > 0 && !is_finished(l))
		vlist_cut(l->cell->content, l->at, &end, &begin);
	end += piece_insets(s->t, &p, false, true).after;
	return l->top + l->done + end - step->end;
}

/* And behind it: the lane's lag, its borders, and what is repeated in it. */
static Len lane_before(const struct stepper *s, const struct lane *l,
		       const struct step *step)
{
	int last = l->cell->row + l->cell->n_rows - 1;
	struct cell_piece p = {.cell = l->cell, .cut_before = true, .last_row = last};
	Len end = 0, begin = 0;

	p.first_row = step->row + step->row_ends;
	if (is_finished(l))
		return 0;
	if (l->at > 0)
		vlist_cut(l->cell->content, l->at, &end, &begin);
	begin += piece_insets(s->t, &p, true, false).before;
	return step->end - (l->top + l->done) + begin;
}

static void measure_break(const struct stepper *s, struct step *step)
{
	for (int i = 0; i < s->n_active; i++) {
		const struct lane *l = s->active[i];

		if (l->cell->row + l->cell->n_rows - 1 < step->row)
			continue;
		step->after = len_max(step->after, lane_after(s, l, step));
		if (!step->row_ends || !ends_by(l->cell, step->row))
			step->before = len_max(step->before, lane_before(s, l, step));
	}
}

/* Whether any cell has come further since the last step. */
static bool has_moved(const struct stepper *s)
{
	for (int i = 0; i < s->n_active; i++)
		if (s->active[i]->last != s->active[i]->at)
			return true;
	return s->steps->len == 0;
}

/* What is not active is finished, or not yet begun: its stops need no entry. */
static void note_stops(struct stepper *s)
{
	for (int i = 0; i < s->n_active; i++) {
		struct lane *l = s->active[i];

		if (l->stops && l->stops->len == 0)
			l->first_stop = (int)s->steps->len - 1;
		if (l->stops)
			g_array_append_val(l->stops, l->at);
		l->last = l->at;
	}
}

/* Of a break where the lane stands now; content that is to be kept with what follows its
 * cell holds on to the rows beside its end too. */
static int lane_cost(const struct stepper *s, const struct lane *l)
{
	if (l->at == 0 && !is_finished(l))
		return COST_FREE;
	if (!is_finished(l))
		return l->items[l->at].cost;
	if (l->cell->row + l->cell->n_rows - 1 < s->row)
		return COST_FREE;
	return keep_cost(table_cell_keep(l->cell->fo));
}

static void add_step(struct stepper *s, Len end, bool row_ends)
{
	struct step step = {.end = end, .row = s->row, .row_ends = row_ends};

	if (!row_ends && !has_moved(s) && !any_held(s))
		return;
	for (int i = 0; i < s->n_active; i++) {
		int cost = lane_cost(s, s->active[i]);

		if (cost > step.cost)
			step.cost = cost;
	}
	release_held(s, &step);
	measure_break(s, &step);
	g_array_append_val(s->steps, step);
	note_stops(s);
}

/* A cell that ends with the current row must be broken in it. */
static bool row_is_forced(const struct stepper *s)
{
	for (int i = 0; i < s->n_active; i++) {
		const struct lane *l = s->active[i];

		if (ends_by(l->cell, s->row) && !is_finished(l) &&
		    (l->held || forced_ahead(l)))
			return true;
	}
	return false;
}

static void end_row(struct stepper *s)
{
	advance_all(s, s->row_end);
	for (int i = 0; i < s->n_active; i++)
		if (ends_by(s->active[i]->cell, s->row))
			s->active[i]->at = s->active[i]->seen = s->active[i]->cell->n_items;
	add_step(s, s->row_end, true);
}

static void make_steps(struct stepper *s)
{
	int last = s->g->first_row + s->g->n_rows - 1;
	Len end = 0;

	begin_row(s, s->g->first_row);
	for (;;) {
		Len next = next_end(s);

		while (next > s->row_end && s->row < last && !row_is_forced(s)) {
			begin_row(s, s->row + 1);
			next = len_max(next, next_end(s));
		}
		end = len_min(len_max(end, next), s->row_end);
		advance_all(s, end);
		if (!row_is_finished(s) && (any_held(s) || end < s->row_end)) {
			add_step(s, end, false);
			continue;
		}
		end_row(s);
		if (s->row == last)
			return;
		begin_row(s, s->row + 1);
	}
}

/* ---- lanes ---- */

/* Places inside the cells where they might be cut. */
static int count_gaps(const struct table *t, const struct row_group *g)
{
	int n = 0;

	for (int r = g->first_row; r < g->first_row + g->n_rows; r++)
		for (int k = 0; k < t->n_columns; k++)
			if (cell_starts(t->rows[r].slots[k], r, k))
				n += len_max(t->rows[r].slots[k]->n_items - 1, 0);
	return n;
}

static void make_lanes(struct stepper *s)
{
	const struct table *t = s->t;
	Len top = 0;

	for (int r = s->g->first_row; r < s->g->first_row + s->g->n_rows; r++) {
		for (int k = 0; k < t->n_columns; k++) {
			struct lane *l = &s->lanes[s->n_lanes];
			struct cell_piece p = {.first_row = r};
			int n;

			if (!cell_starts(t->rows[r].slots[k], r, k))
				continue;
			p.cell = l->cell = t->rows[r].slots[k];
			p.last_row = r + p.cell->n_rows - 1;
			l->items = vlist_items(l->cell->content, &n);
			l->top = top + l->cell->shift;
			l->top += piece_insets(t, &p, false, false).before;
			s->n_lanes++;
		}
		top += t->rows[r].height;
	}
}

static bool has_break(const struct stepper *s)
{
	for (int i = 0; i < s->n_lanes; i++)
		for (int k = 0; k < s->lanes[i].cell->n_items; k++)
			if (is_forced(&s->lanes[i], k))
				return true;
	return false;
}

/* A break goes before keeps (4.8). */
static bool can_be_cut(const struct stepper *s)
{
	const struct row_group *g = s->g;
	const struct fo *row = s->t->rows[g->first_row].fo;

	if (g->n_rows == 1 && row &&
	    keep_strength(&row->style->keep_together) == FO_ALWAYS && !s->any &&
	    !has_break(s))
		return false;
	if (g->n_rows > 1)
		return true;
	for (int i = 0; i < s->n_lanes; i++) {
		Len height = 0;

		if (next_stop(s, &s->lanes[i], 0, &height) < s->lanes[i].cell->n_items)
			return true;
	}
	return false;
}

static Len highest_step(const struct stepper *s)
{
	Len highest = 0, before = 0;

	for (guint i = 0; i < s->steps->len; i++) {
		Len end = g_array_index(s->steps, struct step, i).end;

		highest = len_max(highest, end - before);
		before = end;
	}
	return highest;
}

static void step_through(struct stepper *s)
{
	g_array_set_size(s->steps, 0);
	for (int i = 0; i < s->n_lanes; i++) {
		struct lane *l = &s->lanes[i];

		l->at = l->seen = l->last = 0;
		l->done = l->seen_done = 0;
		l->held = false;
		if (l->stops)
			g_array_set_size(l->stops, 0);
	}
	s->n_begun = s->n_active = 0;
	s->row_end = 0;
	make_steps(s);
}

/* A low row is cut only where much of a page would stay empty, a high one rather not. */
static int row_cut_cost(const struct table *t, int row)
{
	if (t->setter->options->plain)
		return COST_FREE;
	return t->rows[row].height <= LOW_ROW ? COST_CUT_LOW_ROW : COST_CUT_ROW;
}

/* A row that must stay in one piece is cut only at the cost of that. */
static void raise_costs(struct stepper *s)
{
	for (guint i = 0; i < s->steps->len; i++) {
		struct step *step = &g_array_index(s->steps, struct step, i);
		const struct fo *row = s->t->rows[step->row].fo;
		int cost = row_cut_cost(s->t, step->row);

		if (step->row_ends)
			continue;
		if (row && keep_cost(keep_strength(&row->style->keep_together)) > cost)
			cost = keep_cost(keep_strength(&row->style->keep_together));
		if (cost > step->cost)
			step->cost = cost;
	}
}

static void keep_stops(struct stepper *s)
{
	for (int i = 0; i < s->n_lanes; i++) {
		struct lane *l = &s->lanes[i];

		if (!l->stops)
			continue;
		l->cell->first_stop = l->first_stop;
		l->cell->n_stops = (int)l->stops->len;
		l->cell->stops = arena_copy(s->t->setter->arena, l->stops->data,
					    sizeof(int) * l->stops->len);
		g_array_free(l->stops, TRUE);
	}
}

static void cut_group(struct stepper *s, struct row_group *g)
{
	s->steps = g_array_new(FALSE, FALSE, sizeof(struct step));
	s->active = g_new(struct lane *, s->n_lanes);
	for (int i = 0; i < s->n_lanes; i++)
		if (s->lanes[i].cell->n_items > 1)
			s->lanes[i].stops = g_array_new(FALSE, FALSE, sizeof(int));
	step_through(s);
	if (!s->any && highest_step(s) > HIGH_STEP) {
		s->any = true;
		step_through(s);
	}
	raise_costs(s);
	keep_stops(s);
	g->n_steps = (int)s->steps->len;
	g->steps = arena_copy(s->t->setter->arena, s->steps->data,
			      sizeof(struct step) * s->steps->len);
	g_array_free(s->steps, TRUE);
	g_free(s->active);
}

void group_steps(struct table *t, struct row_group *g, bool whole)
{
	Len height = 0;
	struct stepper s = {.t = t, .g = g};

	for (int r = g->first_row; r < g->first_row + g->n_rows; r++)
		height += t->rows[r].height;
	g->n_steps = 1;
	if (whole || (g->n_rows == 1 && count_gaps(t, g) == 0))
		return;
	s.lanes = g_new0(struct lane, t->n_columns * g->n_rows);
	make_lanes(&s);
	s.any = !can_be_cut(&s) && height > HIGH_STEP;
	if (can_be_cut(&s))
		cut_group(&s, g);
	g_free(s.lanes);
}
