/*
 * pages.c - one page-sequence: its sections placed, its pages made
 *
 * A flow is cut at span="all" into sections of one column and of several.  When all are
 * placed, the number of pages is known: the last may have another master, and blank ones
 * may have to follow.
 */
#include "layout/pages.h"

#include "layout/laid.h"
#include "layout/numbers.h"
#include "layout/shaped.h"

/* ---- page counts, and the last page ---- */

/* 1: the last page's number has to be odd, 0 even, -1 either. */
static int last_parity(const struct sequence *q, int n_pages)
{
	const struct fo_number *following =
		q->following ? &q->following->style->initial_page_number : NULL;

	switch ((int)q->fo->style->force_page_count) {
	case KW_EVEN:
		return n_pages % 2 == 0 ? -1 : (q->m->number + n_pages) % 2;
	case KW_ODD:
		return n_pages % 2 != 0 ? -1 : (q->m->number + n_pages) % 2;
	case KW_END_ON_EVEN:
		return 0;
	case KW_END_ON_ODD:
		return 1;
	case KW_NO_FORCE:
		return -1;
	default:
		break;
	}
	if (!following || following->keyword == KW_AUTO)
		return -1;
	if (following->keyword == KW_AUTO_ODD)
		return 0;
	if (following->keyword == KW_AUTO_EVEN)
		return 1;
	return following->value % 2 == 0;
}

/* Does a blank page have to follow the last of n pages? */
static bool blank_follows(const struct sequence *q, int n)
{
	int parity = last_parity(q, n);

	return parity >= 0 && (q->m->number + n - 1) % 2 != parity;
}

/* Gives the number of pages that the longest of the flows needs. */
static int try_last(struct sequence *q, int last)
{
	int n = 0;

	for (; q; q = q->beside) {
		q->last = last;
		n = MAX(n, sections_place(q));
	}
	return n;
}

/*
 * The last page may have a master of its own: found out when it is known which it is.  An
 * "only" page is tried first.  What does not fit on the last page's master stays where it
 * is, and a blank page with that master follows.
 */
static int place_with_last(struct sequence *q)
{
	int n;

	if (!blank_follows(q, 1) && try_last(q, 0) == 1)
		return 1;
	n = try_last(q, -1);
	if (n == 1 || blank_follows(q, n) || try_last(q, n - 1) == n)
		return n;
	try_last(q, n); /* all as if none were the last */
	return n + 1;
}

static int lay_out(struct sequence *q)
{
	int n;

	for (struct sequence *f = q; f; f = f->beside)
		sections_set(f);
	n = master_has_last(q->m->s, q->fo) ? place_with_last(q) : try_last(q, -1);
	for (struct sequence *f = q; f; f = f->beside) {
		sheet_at(f, n - 1);
		g_ptr_array_set_size(f->sheets, n);
		g_ptr_array_free(f->sections, TRUE);
		f->sections = NULL;
	}
	return n;
}

/* ---- pages ---- */

static int first_number(const struct fo *sequence, int next)
{
	const struct fo_number *n = &sequence->style->initial_page_number;

	if (n->keyword == KW_AUTO_ODD)
		return next % 2 ? next : next + 1;
	if (n->keyword == KW_AUTO_EVEN)
		return next % 2 ? next + 1 : next;
	if (n->keyword == KW_AUTO)
		return next;
	return n->value < 1 ? 1 : n->value;
}

static void make_blank(struct sequence *q, int index)
{
	struct sheet *sheet = sheet_at(q, index);
	struct page_place place = {
		.index = index, .odd = sheet->number % 2 != 0, .blank = true};

	place.first = index == 0;
	place.last = index == (int)q->sheets->len - 1;
	sheet->blank = true;
	sheet->plan = sheet_plan(q, master_find(q->m->s, q->fo, &place));
}

static bool is_empty(const struct sheet *sheet)
{
	for (guint i = 0; i < sheet->parts->len; i++) {
		const struct part *p = &g_array_index(sheet->parts, struct part, i);

		if (p->cut.to > p->cut.from ||
		    p->cut.notes_to.note > p->cut.notes_from.note ||
		    p->cut.notes_to.cut > p->cut.notes_from.cut ||
		    p->cut.floats_to > p->cut.floats_from)
			return false;
	}
	return true;
}

static bool are_empty(struct sequence *q, int index)
{
	for (; q; q = q->beside)
		if (!is_empty(sheet_at(q, index)))
			return false;
	return true;
}

/* The beginning or the end of the sequence and its flows. */
static void note_spots(struct sequence *q, bool end, int page, const char *label)
{
	struct references *r = q->m->s->references;

	references_spot(r, q->fo, end, page, label);
	for (; q; q = q->beside)
		if (q->flow)
			references_spot(r, q->flow, end, page, label);
}

static void compose_all(struct sequence *q, int n_content)
{
	struct setter *s = q->m->s;
	int n = (int)q->sheets->len;

	for (int i = 0; i < n; i++) {
		const char *label = number_label(s->arena, sheet_at(q, i)->number, q->fo);
		bool blank = i >= n_content || (i < n_content - 1 && are_empty(q, i));

		for (struct sequence *f = q; f; f = f->beside) {
			sheet_at(f, i)->label = label;
			if (blank)
				make_blank(f, i);
		}
		if (i == 0)
			note_spots(q, false, (int)q->m->pages->len, label);
		compose_page(q, i);
		if (s->options->progress)
			s->options->progress(s->options->progress_data,
					     (int)q->m->pages->len);
	}
	note_spots(q, true, (int)q->m->pages->len - 1, sheet_at(q, n - 1)->label);
}

/* ---- the flows of a sequence ---- */

static const struct fo *next_flow(const struct fo *fo)
{
	while (fo && fo->kind != FO_FLOW)
		fo = fo->next;
	return fo;
}

static bool has_flow(const struct sequence *q, const char *region)
{
	for (; q; q = q->beside)
		if (g_strcmp0(fo_region_of(q->flow), region) == 0)
			return true;
	return false;
}

static bool is_body(const struct setter *s, const char *region)
{
	const struct fo *set = fo_child(s->tree->root, FO_LAYOUT_MASTER_SET);

	for (const struct fo *m = set ? set->child : NULL; m; m = m->next)
		if (master_body(m, region))
			return true;
	return false;
}

/*
 * Flows for regions of their own are set on the same pages.  Gives the first that cannot
 * be, for want of a region: it begins pages of its own behind them.
 */
static const struct fo *join_flows(struct sequence *q)
{
	struct sequence *last = q;
	const struct fo *flow = q->flow ? next_flow(q->flow->next) : NULL;

	for (; flow; flow = next_flow(flow->next)) {
		const char *region = fo_region_of(flow);

		if (has_flow(q, region) || !is_body(q->m->s, region)) {
			diag(q->m->s->diags, E_FO_STRUCTURE, flow->from,
			     "there is no region-body for the flow \"%s\" beside the one "
			     "before: it is set on pages of its own",
			     flow->style->flow_name);
			return flow;
		}
		last->beside = ARENA_NEW(q->m->s->arena, struct sequence);
		*last->beside = *q;
		last->beside->beside = NULL;
		last = last->beside;
		last->flow = flow;
	}
	return NULL;
}

static void note_destination(struct sequence *q, const char *id)
{
	struct destination d = {id, (int)q->m->pages->len, 0, 0};

	if (id)
		g_array_append_val(q->m->destinations, d);
}

/* NULL: there is no page to put anything on. */
static struct laid *lay_out_sequence(struct sequence q)
{
	struct setter *s = q.m->s;
	struct diags *said = s->diags;
	struct laid *l;

	for (struct sequence *f = &q; f; f = f->beside)
		f->sheets = g_ptr_array_new_with_free_func(sheet_free);
	if (!sheet_at(&q, 0)->plan.master) {
		for (struct sequence *f = &q; f; f = f->beside)
			g_ptr_array_free(f->sheets, TRUE);
		return NULL;
	}
	l = g_new0(struct laid, 1);
	l->number = q.m->number;
	l->said = s->diags = diags_new();
	references_ask(s->references);
	s->shaped = shaped_new();
	l->n_pages = lay_out(&q);
	shaped_free(s->shaped);
	s->shaped = NULL;
	l->flow = references_asked(s->references);
	l->sequence = q;
	s->diags = said;
	return laid_take(q.m->laid, l);
}

static void make_pages(struct making *m, struct laid *l)
{
	struct sequence *q = &l->sequence;

	for (struct sequence *f = q; f; f = f->beside) {
		f->m = m;
		g_ptr_array_set_size(f->sheets, l->n_pages);
		if (blank_follows(q, l->n_pages))
			sheet_at(f, l->n_pages);
	}
	diags_append(m->s->diags, l->said);
	references_ask(m->s->references);
	compose_all(q, l->n_pages);
	questions_free(l->pages);
	l->pages = references_asked(m->s->references);
	m->number += (int)q->sheets->len;
}

/* Pages from a flow on; gives the flow that has to begin others. */
static const struct fo *make_flows(struct making *m, const struct fo *fo,
				   const struct fo *flow, const struct fo *next)
{
	struct sequence q = {.m = m, .fo = fo, .flow = flow, .last = -1};
	struct laid *l;
	const struct fo *rest = join_flows(&q);

	q.following = rest ? NULL : next;
	for (struct sequence *f = &q; f; f = f->beside)
		note_destination(f, f->flow ? f->flow->id : NULL);
	l = laid_find(m->laid, flow ? flow : fo, m->number);
	if (!l)
		l = lay_out_sequence(q);
	if (l)
		make_pages(m, l);
	return rest;
}

void make_sequence(struct making *m, const struct fo *fo, const struct fo *next)
{
	const struct fo *flow = next_flow(fo->child);

	g_array_set_size(m->statics, 0);
	m->number = first_number(fo, m->number);
	page_markers_begin_sequence(m->markers);
	note_destination(&(struct sequence){.m = m}, fo->id);
	do
		flow = make_flows(m, fo, flow, next);
	while (flow);
}
