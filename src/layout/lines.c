/*
 * lines.c - choose the line ends of a paragraph
 *
 * Total fit: the set of breaks with the least sum of demerits (Knuth & Plass, "Breaking
 * Paragraphs into Lines", 1981; TeX: The Program, parts 38 and 39).  Widths of any stretch
 * come from prefix sums.  Three passes with rising tolerance.  Unlike TeX's, the first may use
 * hyphens, which cost more instead: fewer lines end in one and the rest is as even, because a
 * single bad line no longer opens the whole paragraph to them.
 * Where a pass that must not fail runs out of feasible lines, it goes on from the best line
 * that was too loose, or else from the last one that was too wide, which is kept overfull.
 */
#include "layout/lines.h"

#include <glib.h>
#include <math.h>

#define N_PASSES 3
#define N_FITNESS 4	   /* tight, decent, loose, very loose */
#define MAX_ACTIVE       512      /* more than any sane line has; keeps odd input linear */
#define SLACK 8		   /* rounding that does not make a line overfull */
#define NO_STRETCH_RATIO 60 /* of a line without glue that is a whole line too short */
#define PLAIN_NO_STRETCH 1000

struct node {
	int at, previous; /* break; index of node or -1 */
	int line, fitness;
	double demerits, ratio;
	int ladder;
	Len over;
};

struct fitter {
	const struct fit_break *breaks;
	int n_breaks;
	const struct fit_rules *rules;
	int pass;
	bool force; /* this pass must not fail */
	int last_word; /* the last break that is not within a word; 0: there is none */
	int wish;   /* number of lines; 0: what is best */
	GArray *nodes;	/* struct node */
	GArray *active; /* int, index in nodes */
	struct node loose; /* best line too loose for this pass; previous < 0: none */
	struct node wide;  /* last line too wide */
};

struct fit_rules fit_rules_good(Len width)
{
	return (struct fit_rules){
		.width = width,
		.last_stretch = FIT_INFINITE,
		.tolerance = {1.0, 2.0, HUGE_VAL},
		.loosest = 1.26, /* TeX's tolerance of 200 */
		.hyphens_first = true,
		.line_demerit = 10,
		.hyphens_demerit = 10000,
		.fitness_demerit = 10000,
		.last_hyphen_demerit = 5000,
		.short_last_demerit = 40000,
		.ladder = 2,
	};
}

struct fit_rules fit_rules_plain(Len width)
{
	return (struct fit_rules){
		.width = width,
		.last_stretch = width,
		.plain = true,
		.tolerance = {1.0, 5.0, 20.0},
		.loosest = 1.26,
		.line_demerit = 1,
		.hyphens_demerit = 50,
		.fitness_demerit = 50,
		.strands_syllables = true,
	};
}

static struct node *node_at(const struct fitter *f, int i)
{
	return &g_array_index(f->nodes, struct node, i);
}

static Len width_of(const struct fit_rules *r, int line)
{
	return line < r->n_widths ? r->widths[line] : r->width;
}

/* What a line that ends at break `to` has room for. */
static int64_t room_of(const struct fitter *f, const struct node *a, int to)
{
	const struct fit_rules *r = f->rules;

	return width_of(r, a->line) - (a->line == 0 ? r->first_indent : 0) -
	       (to == f->n_breaks - 1 ? r->last_indent : 0);
}

/* What of it the line leaves, with spaces and letters as they are. */
static int64_t blank_of(const struct fitter *f, const struct node *a, int to)
{
	const struct fit_break *s = f->breaks + a->at, *e = f->breaks + to;

	return room_of(f, a, to) - (e->end.width - s->next.width) - e->hyphen + e->hang_end +
	       s->hang_start;
}

/* The stretch ratio of a line; sets how much it is too wide even when shrunk. */
static double line_ratio(const struct fitter *f, const struct node *a, int to, Len *over)
{
	const struct fit_rules *r = f->rules;
	const struct fit_break *s = f->breaks + a->at, *e = f->breaks + to;
	bool last = to == f->n_breaks - 1;
	int64_t left = blank_of(f, a, to), letters = e->end.expansion - s->next.expansion;

	*over = 0;
	if (left >= 0) {
		int64_t stretch = e->end.stretch - s->next.stretch + r->end_stretch;

		if (last && r->last_stretch == FIT_INFINITE)
			return 0;
		if (last)
			stretch += r->last_stretch;
		if (f->pass == N_PASSES - 1)
			stretch += r->emergency;
		if (left <= stretch + letters && letters > 0)
			return (double)left / (double)(stretch + letters);
		left -= letters;
		if (stretch > 0)
			return (double)left / (double)stretch;
		if (left > 0 && r->plain)
			return PLAIN_NO_STRETCH;
		return left == 0 ? 0
				 : 1 + NO_STRETCH_RATIO * (double)left /
						(double)(room_of(f, a, to) + 1);
	}
	int64_t shrink = e->end.shrink - s->next.shrink + letters;
	if (left + shrink < -SLACK) {
		*over = (Len)MIN(-left - shrink, LEN_MAX);
		return -1;
	}
	return shrink > 0 ? MAX(-1.0, (double)left / (double)shrink) : 0;
}

static int fitness_of(double ratio)
{
	if (ratio < -0.5)
		return 0;
	if (ratio <= 0.5)
		return 1;
	return ratio <= 1 ? 2 : 3;
}

static bool is_short_last(const struct fitter *f, const struct node *a, int to)
{
	return to == f->n_breaks - 1 && a->line > 0 &&
	       f->breaks[to].end.width - f->breaks[a->at].next.width < f->rules->least_last;
}

static double demerits_of(const struct fitter *f, const struct node *a, const struct node *n)
{
	const struct fit_rules *r = f->rules;
	const struct fit_break *e = f->breaks + n->at;
	double badness = 100 * fabs(n->ratio * n->ratio * n->ratio);
	double d = r->line_demerit + badness + (n->over ? 1e5 + n->over : 0);

	/* In ragged text a hyphen costs the same however full its line is. */
	if (r->end_stretch > 0 && !r->plain)
		d = d * d + (double)e->cost * e->cost;
	else
		d = (d + e->cost) * (d + e->cost);
	if (e->flagged && f->breaks[a->at].flagged && a->line > 0)
		d += r->hyphens_demerit;
	if (n->at == f->n_breaks - 1 && f->breaks[a->at].flagged)
		d += r->last_hyphen_demerit;
	if (is_short_last(f, a, n->at))
		d += r->short_last_demerit;
	if (abs(n->fitness - a->fitness) > 1)
		d += r->fitness_demerit;
	if (r->ladder > 0 && n->ladder > r->ladder)
		d += 1e12;
	return a->demerits + d;
}

/* Whether it matters which line of the paragraph a node ends: widths are still to change, or
 * the number of lines is wished for. */
static bool same_line(const struct fitter *f, const struct node *a, const struct node *b)
{
	const struct fit_rules *r = f->rules;

	if (f->wish)
		return a->line == b->line;
	return MIN(a->line, r->n_widths) == MIN(b->line, r->n_widths);
}

/* Among the new nodes of one break, one for each fitness (and line, if lines count). */
static void keep_best(struct fitter *f, const struct node *n, struct node *found, int *n_found)
{
	for (int i = 0; i < *n_found; i++) {
		if (found[i].fitness != n->fitness || !same_line(f, &found[i], n))
			continue;
		if (n->demerits < found[i].demerits)
			found[i] = *n;
		return;
	}
	if (*n_found < 8 * N_FITNESS)
		found[(*n_found)++] = *n;
}

static void activate(struct fitter *f, const struct node *n)
{
	int index = (int)f->nodes->len;

	g_array_append_val(f->nodes, *n);
	g_array_append_val(f->active, index);
}

/* Even without the hyphen and its hanging the line is too wide: so will be all later ones. */
static bool is_past(const struct fitter *f, const struct node *a, int to)
{
	const struct fit_rules *r = f->rules;
	const struct fit_break *s = f->breaks + a->at, *e = f->breaks + to;
	int64_t room =
		width_of(r, a->line) - (a->line == 0 ? r->first_indent : 0) + s->hang_start;
	int64_t least = e->end.width - s->next.width - (e->end.shrink - s->next.shrink) -
			(e->end.expansion - s->next.expansion);

	return least - e->hang_end > room + SLACK || to == f->n_breaks - 1;
}

static struct node line_to(const struct fitter *f, int from, int to)
{
	const struct node *a = node_at(f, from);
	struct node n = { .at = to, .previous = from, .line = a->line + 1 };

	n.ratio = line_ratio(f, a, to, &n.over);
	n.fitness = fitness_of(n.ratio);
	n.ladder = f->breaks[to].flagged ? a->ladder + 1 : 0;
	n.demerits = demerits_of(f, a, &n);
	return n;
}

/* The last line of several words has nothing but the end of one; or it is short, which a
 * second pass may allow. */
static bool strands_syllables(const struct fitter *f, const struct node *n)
{
	const struct node *a = node_at(f, n->previous);

	if (f->pass == 0 && is_short_last(f, a, n->at))
		return true;
	return n->at == f->n_breaks - 1 && f->last_word > 0 && a->at > f->last_word;
}

/* Nothing in the line can stretch and no more fits into it, as in one that is part of an
 * address: it is dear, but no reason to set the rest of the paragraph loosely. */
static bool is_stiff(const struct fitter *f, const struct node *n)
{
	const struct node *a = node_at(f, n->previous);
	int64_t stretch = f->breaks[n->at].end.stretch - f->breaks[a->at].next.stretch;
	Len over;

	if (f->rules->plain || f->wish || f->pass != N_PASSES - 2 ||
	    stretch + f->rules->end_stretch > 0 || n->at + 1 == f->n_breaks)
		return false;
	line_ratio(f, a, n->at + 1, &over);
	return over > 0;
}

/* The ratio up to which a line will do. */
static double most_of(const struct fitter *f)
{
	return f->wish ? f->rules->loosest : f->rules->tolerance[f->pass];
}

static bool is_feasible(const struct fitter *f, const struct node *n)
{
	if (n->line == f->rules->undivided && f->breaks[n->at].divides)
		return false;
	if (n->over || (n->ratio > most_of(f) && !is_stiff(f, n)))
		return false;
	if (!f->force && !f->rules->strands_syllables && strands_syllables(f, n))
		return false;
	return f->force || f->rules->ladder <= 0 || n->ladder <= f->rules->ladder;
}

/* Most candidates are much too short for this pass, which one multiplication tells. */
static bool is_hopeless(const struct fitter *f, const struct node *a, int to)
{
	const struct fit_break *s = f->breaks + a->at, *e = f->breaks + to;
	int64_t stretch = e->end.stretch - s->next.stretch + f->rules->end_stretch;
	int64_t letters = e->end.expansion - s->next.expansion;

	return !f->force && stretch > 0 && to < f->n_breaks - 1 &&
	       (double)(blank_of(f, a, to) - letters) > most_of(f) * (double)stretch + 1;
}

static void remember_misfit(struct fitter *f, const struct node *n)
{
	struct node *best = n->over ? &f->wide : &f->loose;

	if (best->previous < 0 || n->over < best->over ||
	    (n->over == best->over && n->demerits <= best->demerits))
		*best = *n;
}

/* Nothing is active any more: go on from the best line that did not fit.  All ways go through
 * it: beside its demerits those of other lines would be lost in rounding. */
static int revive(struct fitter *f, int to)
{
	struct node *n = f->loose.previous >= 0 ? &f->loose : &f->wide;

	if (n->previous < 0)
		return to;
	to = n->at;
	n->demerits = 0;
	activate(f, n);
	f->loose.previous = f->wide.previous = -1;
	return to;
}

/* Tries all lines that end at a break; the break from which to go on. */
static int try_break(struct fitter *f, int to)
{
	struct node found[8 * N_FITNESS];
	int n_found = 0, n_kept = 0;
	int *active = (int *)(void *)f->active->data;

	f->wide.previous = -1;
	for (int i = 0; i < (int)f->active->len; i++) {
		struct node n;

		if (is_hopeless(f, node_at(f, active[i]), to)) {
			active[n_kept++] = active[i];
			continue;
		}
		n = line_to(f, active[i], to);
		if (is_feasible(f, &n))
			keep_best(f, &n, found, &n_found);
		else if (f->force)
			remember_misfit(f, &n);
		if (!is_past(f, node_at(f, active[i]), to))
			active[n_kept++] = active[i];
	}
	if (n_kept > MAX_ACTIVE) {
		n_kept -= MAX_ACTIVE / 2;
		memmove(active, active + MAX_ACTIVE / 2, sizeof(int) * (size_t)n_kept);
	}
	g_array_set_size(f->active, (guint)n_kept);
	for (int i = 0; i < n_found; i++)
		activate(f, found + i);
	if (n_found > 0)
		f->loose.previous = -1;
	return f->active->len == 0 && f->force ? revive(f, to) : to;
}

/* The end node of the best way, with the wished number of lines; -1 if the pass failed. */
static int best_end(const struct fitter *f)
{
	int best = -1;

	for (int i = (int)f->nodes->len - 1; i > 0 && node_at(f, i)->at == f->n_breaks - 1; i--) {
		if (f->wish && node_at(f, i)->line != f->wish)
			continue;
		if (best < 0 || node_at(f, i)->demerits <= node_at(f, best)->demerits)
			best = i;
	}
	return best;
}

static int run_pass(struct fitter *f, int pass)
{
	struct node start = { .previous = -1, .fitness = 1 };
	bool flagged = pass > 0 || f->rules->hyphens_first;

	f->pass = pass;
	f->force = pass == N_PASSES - 1;
	f->loose.previous = f->wide.previous = -1;
	g_array_set_size(f->nodes, 0);
	g_array_set_size(f->active, 0);
	activate(f, &start);
	for (int to = 1; to < f->n_breaks && f->active->len > 0; to++)
		if (flagged || !f->breaks[to].flagged)
			to = try_break(f, to);
	return best_end(f);
}

/* The lines that end with node `end`; gives their number. */
static int take_lines(const struct fitter *f, int end, struct arena *arena,
		      const struct fit_line **out)
{
	int n = node_at(f, end)->line;
	struct fit_line *lines = ARENA_ARRAY(arena, struct fit_line, n);

	for (int i = n; i-- > 0;) {
		const struct node *e = node_at(f, end);

		lines[i] = (struct fit_line){ node_at(f, e->previous)->at, e->at, e->ratio,
					      e->over };
		end = e->previous;
	}
	*out = lines;
	return n;
}

/* The passes up to n_passes; the end node, or -1. */
static int run_passes(struct fitter *f, int n_passes)
{
	int end = -1;

	for (int pass = 0; pass < n_passes && end < 0; pass++)
		end = run_pass(f, pass);
	return end;
}

int fit_exactly(struct arena *arena, const struct fit_break *breaks, int n_breaks,
		const struct fit_rules *rules, int n_lines, const struct fit_line **out)
{
	struct fitter f = {
		.breaks = breaks, .n_breaks = n_breaks, .rules = rules, .wish = n_lines
	};
	int end, n;

	for (f.last_word = n_breaks - 2; f.last_word > 0 && breaks[f.last_word].flagged;)
		f.last_word--;
	f.nodes = g_array_new(FALSE, FALSE, sizeof(struct node));
	f.active = g_array_new(FALSE, FALSE, sizeof(int));
	end = run_passes(&f, f.wish ? N_PASSES - 1 : N_PASSES);
	n = end >= 0 ? take_lines(&f, end, arena, out) : 0;
	g_array_free(f.nodes, TRUE);
	g_array_free(f.active, TRUE);
	return n;
}

int fit_lines(struct arena *arena, const struct fit_break *breaks, int n_breaks,
	      const struct fit_rules *rules, const struct fit_line **out)
{
	int n = fit_exactly(arena, breaks, n_breaks, rules, 0, out);

	g_assert(n > 0);
	return n;
}
