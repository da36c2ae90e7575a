/*
 * pages.c - one page-sequence: its sections placed, its pages made
 *
 * A flow is cut at span="all" into sections of one column and of several.  When all are
 * placed, the number of pages is known: the last may have another master, and blank ones may
 * have to follow.
 */
#include "layout/pages.h"

#include "layout/laid.h"
#include "layout/numbers.h"

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

static int try_last(struct sequence *q, GPtrArray *sections, int last)
{
	q->last = last;
	return sections_place(q, sections);
}

/*
 * The last page may have a master of its own: found out when it is known which it is.  An
 * "only" page is tried first.  What does not fit on the last page's master stays where it
 * is, and a blank page with that master follows.
 */
static int place_with_last(struct sequence *q, GPtrArray *sections)
{
	int n;

	if (!blank_follows(q, 1) && try_last(q, sections, 0) == 1)
		return 1;
	n = try_last(q, sections, -1);
	if (n == 1 || blank_follows(q, n) || try_last(q, sections, n - 1) == n)
		return n;
	try_last(q, sections, n); /* all as if none were the last */
	return n + 1;
}

static int lay_out(struct sequence *q)
{
	GPtrArray *sections = sections_set(q);
	int n = master_has_last(q->m->s, q->fo) ? place_with_last(q, sections)
						: try_last(q, sections, -1);

	sheet_at(q, n - 1);
	g_ptr_array_set_size(q->sheets, n);
	g_ptr_array_free(sections, TRUE);
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

static void make_blank(struct sequence *q, struct sheet *sheet, int index)
{
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

static void compose_all(struct sequence *q, int n_content)
{
	struct setter *s = q->m->s;

	for (guint i = 0; i < q->sheets->len; i++) {
		struct sheet *sheet = g_ptr_array_index(q->sheets, i);

		sheet->label = number_label(s->arena, sheet->number, q->fo);
		if ((int)i >= n_content || (is_empty(sheet) && (int)i < n_content - 1))
			make_blank(q, sheet, (int)i);
		if (i == 0) {
			references_spot(s->references, q->fo, false, (int)q->m->pages->len,
					sheet->label);
			if (q->flow)
				references_spot(s->references, q->flow, false,
						(int)q->m->pages->len, sheet->label);
		}
		compose_page(q, sheet);
		if (s->options->progress)
			s->options->progress(s->options->progress_data,
					     (int)q->m->pages->len);
	}
}

static void note_end(struct sequence *q)
{
	const struct sheet *last = g_ptr_array_index(q->sheets, q->sheets->len - 1);
	int page = (int)q->m->pages->len - 1;

	references_spot(q->m->s->references, q->fo, true, page, last->label);
	if (q->flow)
		references_spot(q->m->s->references, q->flow, true, page, last->label);
}

static const struct fo *find_flow(const struct fo *sequence)
{
	for (const struct fo *c = sequence->child; c; c = c->next)
		if (c->kind == FO_FLOW)
			return c;
	return NULL;
}

static void note_destinations(struct sequence *q)
{
	struct destination d = {q->fo->id, (int)q->m->pages->len, 0, 0};

	if (d.id)
		g_array_append_val(q->m->destinations, d);
	d.id = q->flow ? q->flow->id : NULL;
	if (d.id)
		g_array_append_val(q->m->destinations, d);
}

/* NULL: there is no page to put anything on. */
static struct laid *lay_out_sequence(struct sequence q)
{
	struct setter *s = q.m->s;
	struct diags *said = s->diags;
	struct laid *l;

	q.sheets = g_ptr_array_new_with_free_func(sheet_free);
	if (!sheet_at(&q, 0)->plan.master) {
		g_ptr_array_free(q.sheets, TRUE);
		return NULL;
	}
	l = g_new0(struct laid, 1);
	l->number = q.m->number;
	l->said = s->diags = diags_new();
	references_ask(s->references);
	l->n_pages = lay_out(&q);
	l->flow = references_asked(s->references);
	l->sequence = q;
	s->diags = said;
	return laid_take(q.m->laid, l);
}

static void make_pages(struct making *m, struct laid *l)
{
	struct sequence *q = &l->sequence;

	q->m = m;
	g_ptr_array_set_size(q->sheets, l->n_pages);
	diags_append(m->s->diags, l->said);
	references_ask(m->s->references);
	if (blank_follows(q, l->n_pages))
		sheet_at(q, l->n_pages);
	compose_all(q, l->n_pages);
	note_end(q);
	questions_free(l->pages);
	l->pages = references_asked(m->s->references);
	m->number += (int)q->sheets->len;
}

void make_sequence(struct making *m, const struct fo *fo, const struct fo *next)
{
	struct sequence q = {
		.m = m, .fo = fo, .flow = find_flow(fo), .following = next, .last = -1};
	struct laid *l;

	g_array_set_size(m->statics, 0);
	m->number = first_number(fo, m->number);
	page_markers_begin_sequence(m->markers);
	note_destinations(&q);
	l = laid_find(m->laid, fo, m->number);
	if (!l)
		l = lay_out_sequence(q);
	if (l)
		make_pages(m, l);
}
