/*
 * balance.c - columns of a last page, made equal
 *
 * Of all ways to fill them the evenest is taken: what is best behind a cut, with so many
 * columns left, is found from the last cut to the first.
 */
#include "layout/pages.h"

#include <stdlib.h>

struct balance {
	struct cutpoint *cuts;
	int first, last; /* cutpoints */
	int n_columns;
	bool plain;
	int64_t share, reach; /* of the content for a column; how far from its share it ends */
};

/* Fills columns as full as `height` allows; their ends go to `ends` if it is not NULL.
 * False: they are not enough. */
static bool fill(const struct balance *b, Len height, int *ends)
{
	int from = b->first;

	for (int column = 0; column < b->n_columns; column++) {
		int to = -1;

		for (int i = from + 1; i <= b->last; i++) {
			if (cut_height(&b->cuts[from], &b->cuts[i]) > height &&
			    b->cuts[i].cost < COST_NEVER)
				break;
			if (b->cuts[i].cost < COST_NEVER)
				to = i;
		}
		if (to < 0)
			return false;
		if (ends)
			ends[column] = to;
		from = to;
		if (to == b->last)
			return true;
	}
	return false;
}

static int find_cut(const struct cutpoint *cuts, int n, int item)
{
	for (int i = 0; i < n; i++)
		if (cuts[i].item == item)
			return i;
	return n - 1;
}

static bool can_balance(const struct section *x, guint first)
{
	for (guint i = first; i < x->breaker.columns->len; i++) {
		const struct cut_column *c =
			&g_array_index(x->breaker.columns, struct cut_column, i);

		if (c->last && i + 1 < x->breaker.columns->len)
			return false;
	}
	return true;
}

/* The best end of a column that begins at a cut, with so many columns left for the rest. */
struct choice {
	int64_t cost; /* -1: it does not fit */
	Len height;
	int to;
};

/* The evenest columns are those that differ least from equal shares, in squares; and one
 * had better not be longer than the one before it, which is half as bad, nor end within a
 * word, which is as bad as a line more or less. */
static int64_t cost_before(const struct balance *b, const struct cutpoint *end, Len height,
			   const struct choice *rest)
{
	int64_t uneven = height - b->share;
	int64_t longer = rest->height > height ? (rest->height - height) / 2 : 0;
	int64_t divided = !b->plain && end->cost == COST_HYPHEN ? PT(12) : 0;

	return uneven * uneven + rest->cost + longer * longer + divided * divided;
}

/* Whether a column, of so many, may begin at a cut: near where equal shares would end. */
static bool is_near(const struct balance *b, int column, int cut)
{
	int64_t at = b->cuts[cut].before - b->cuts[b->first].behind;

	return llabs(at - column * b->share) <= b->reach;
}

/* `rest` are the choices with one column less, NULL where there are none left.  Of equal
 * ones the longer column comes first. */
static struct choice choose_end(const struct balance *b, Len height, int from,
				const struct choice *rest)
{
	static const struct choice nothing = {0, 0, 0};
	struct choice best = {-1, 0, b->last};

	for (int i = from + 1; i <= b->last; i++) {
		const struct choice *next = i == b->last ? &nothing : NULL;
		Len h = cut_height(&b->cuts[from], &b->cuts[i]);
		int64_t cost;

		if (b->cuts[i].cost >= COST_NEVER)
			continue;
		if (h > height)
			break;
		if (!next && rest)
			next = &rest[i - b->first];
		if (!next || next->cost < 0)
			continue;
		cost = cost_before(b, &b->cuts[i], h, next);
		if (best.cost < 0 || cost <= best.cost)
			best = (struct choice){cost, h, i};
	}
	return best;
}

/* Shares out what fill() has found to fit into `height`.  False: the cuts are not within
 * reach. */
static bool share_out(const struct balance *b, Len height, int *ends)
{
	int n = b->last - b->first + 1, from = b->first;
	struct choice *choices = g_new(struct choice, (size_t)n * (size_t)b->n_columns);
	bool fits;

	for (int left = 0; left < b->n_columns; left++)
		for (int i = 0; i < n - 1; i++)
			choices[left * n + i] =
				is_near(b, b->n_columns - 1 - left, b->first + i)
					? choose_end(b, height, b->first + i,
						     left > 0 ? &choices[(left - 1) * n]
							      : NULL)
					: (struct choice){-1, 0, b->last};
	fits = choices[(b->n_columns - 1) * n].cost >= 0;
	for (int left = b->n_columns - 1; left >= 0 && from < b->last; left--) {
		from = choices[left * n + from - b->first].to;
		ends[b->n_columns - 1 - left] = from;
	}
	g_free(choices);
	return fits;
}

/* Of a page with thousands of lines not every cut is tried, if there are some nearby. */
static bool even_out(struct balance *b, Len height, int *ends)
{
	b->share = cut_height(&b->cuts[b->first], &b->cuts[b->last]) / b->n_columns;
	b->reach = b->share / 4 + PT(100);
	if (share_out(b, height, ends))
		return true;
	b->reach = INT64_MAX;
	return share_out(b, height, ends);
}

/* A reference layout stretches the spaces of all columns but the last as far as they go. */
static Len stretch_before_break(const struct balance *b, int from, int to)
{
	if (to == b->last)
		return 0;
	return len_bounded(b->cuts[to].stretch - b->cuts[from].stretch_behind);
}

static void replace_columns(struct section *x, guint first, const struct balance *b,
			    const int *ends)
{
	GArray *columns = x->breaker.columns;
	struct cut_column c = g_array_index(columns, struct cut_column, first);
	const struct cut_column *end =
		&g_array_index(columns, struct cut_column, columns->len - 1);
	int from = b->first;

	c.notes_to = end->notes_to; /* across the page: it does not matter in which column */
	c.floats_to = end->floats_to;

	g_array_set_size(columns, first);
	for (int i = 0; i < b->n_columns && from < b->last; i++) {
		c.at.column = i;
		c.from = b->cuts[from].item;
		c.to = b->cuts[ends[i]].item;
		c.height = cut_height(&b->cuts[from], &b->cuts[ends[i]]);
		c.extra = b->plain ? stretch_before_break(b, from, ends[i]) : 0;
		c.last = ends[i] == b->last;
		from = ends[i];
		g_array_append_val(columns, c);
		c.notes_from = c.notes_to;
		c.floats_from = c.floats_to;
	}
}

/* Makes the columns of the last page as equal as the cuts allow. */
void balance_last_page(struct sequence *q, struct section *x)
{
	GArray *columns = x->breaker.columns;
	struct cut_column *last;
	struct balance b;
	guint first;
	int n, ends[64];
	Len height;

	if (columns->len == 0)
		return;
	last = &g_array_index(columns, struct cut_column, columns->len - 1);
	b.plain = q->m->s->options->plain;
	b.n_columns = columns_of(q, last->at.page);
	for (first = columns->len - 1; first > 0; first--)
		if (g_array_index(columns, struct cut_column, first - 1).at.page !=
		    last->at.page)
			break;
	if (b.n_columns < 2 || b.n_columns > 64 || !can_balance(x, first) ||
	    g_array_index(columns, struct cut_column, first).at.column != 0)
		return;
	b.cuts = cutpoints_of(q->m->s, x->list, &n);
	b.first =
		find_cut(b.cuts, n, g_array_index(columns, struct cut_column, first).from);
	b.last = find_cut(b.cuts, n, last->to);
	height = column_height(q, last->at) - sheets_across(q, x, first);
	if (!fill(&b, height, NULL))
		return;
	if (b.last <= b.first || (!even_out(&b, height, ends) && !fill(&b, height, ends)))
		return;
	replace_columns(x, first, &b, ends);
}
