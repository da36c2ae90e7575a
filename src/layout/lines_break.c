/*
 * lines_break.c - the shaped pieces of a text as break places, and the lines chosen
 *
 * Prefix sums run over the pieces; edges of boxes are added at their offsets: a first edge
 * belongs to the line that begins there, a last edge to the line that ends there.  Kept
 * line feeds cut the text into segments that are broken into lines one by one.
 */
#include "layout/inlines.h"
#include "layout/lines.h"

#include <string.h>

#define RAGGED_EM 3		       /* blank that ragged lines may leave at no great cost */
#define PLAIN_RAGGED PT(3 * 3.336)     /* what Apache FOP leaves */
#define COST_HYPHENATED_RAGGED 300 /* as a line that is 4 em short */
#define LOOSEST_UNDIVIDED      2.0 /* worth it where a page would end within a word */
#define COST_ANYWHERE 2000	       /* within a word wider than the measure */
#define COST_AFTER_HYPHEN 40	       /* a break in a compound that has its own hyphen */
#define TAB_STOPS 8		       /* blanks from one to the next */

/* What the loop over pieces carries along. */
struct breaker {
	struct flat *f;
	const struct text_para *p;
	bool plain, ragged;
	bool stiff; /* no line is flush: leaders keep their optimum */
	bool last_flush; /* plain: only the last line is flush, but spaces stretch in all */
	GArray *breaks; /* struct fit_break of this segment */
	GArray *after;	/* int: piece before each of them, with its trailing blanks */
	GArray *lines;	/* struct line of the whole text; NULL: only measured */
	struct fit_sum sum;
	struct fit_sum blank; /* of trailing blanks */
	int first_piece;      /* of the segment: the first that shows */
	int last_shown;	      /* piece; -1 none */
	bool goes_on;	      /* the segment ends at a line's end, not at the paragraph's */
	int stretch;	      /* cursor in stretches */
	guint open_box, close_box; /* cursors: next box to open, to close */
	GPtrArray *closing;   /* boxes by their ends */
};

static const struct stretch *stretch_at(struct breaker *b, int at)
{
	const GArray *all = b->f->stretches;

	while (b->stretch + 1 < (int)all->len &&
	       g_array_index(all, struct stretch, b->stretch).to <= at)
		b->stretch++;
	return &g_array_index(all, struct stretch, b->stretch);
}

/* ---- widths ---- */

static void open_boxes(struct breaker *b, int before)
{
	const GPtrArray *boxes = b->f->boxes;

	for (; b->open_box < boxes->len; b->open_box++) {
		const struct box *x = boxes->pdata[b->open_box];

		if (x->from >= before)
			return;
		if (x->starts)
			b->sum.width += x->start + x->space_start;
	}
}

static void close_boxes(struct breaker *b, int until)
{
	for (; b->close_box < b->closing->len; b->close_box++) {
		const struct box *x = b->closing->pdata[b->close_box];

		if (x->to > until)
			return;
		if (x->ends)
			b->sum.width += x->end + x->space_end;
	}
}

static struct fit_sum plus(struct fit_sum a, struct fit_sum b)
{
	return (struct fit_sum){ a.width + b.width, a.stretch + b.stretch,
				 a.shrink + b.shrink, a.expansion + b.expansion };
}

static struct fit_sum minus(struct fit_sum a, struct fit_sum b)
{
	return (struct fit_sum){ a.width - b.width, a.stretch - b.stretch,
				 a.shrink - b.shrink, a.expansion - b.expansion };
}

static Len tab_width(struct breaker *b, const struct stretch *st)
{
	int64_t from = b->breaks->len ? g_array_index(b->breaks, struct fit_break, 0).next.width
				      : b->sum.width;
	Len stop = look_blank(b->f->s, st->look) * TAB_STOPS;

	if (stop <= 0)
		return 0;
	return stop - (Len)((b->sum.width - from) % stop);
}

static struct fit_sum width_of(struct breaker *b, const struct piece *p,
			       const struct stretch *st)
{
	struct fit_sum w = { p->width, p->stretch, p->shrink, p->expansion };
	struct object *o = st->object;

	if (o && o->kind == OBJECT_TAB)
		o->width = tab_width(b, st);
	if (o)
		return (struct fit_sum){ o->width, b->stiff ? 0 : o->stretch,
					 b->stiff && b->plain ? 0 : o->shrink, 0 };
	if (p->kind == PIECE_SPACE && st->look->glue_given) {
		w.stretch = (int64_t)st->look->stretch * (p->to - p->from);
		w.shrink = (int64_t)st->look->shrink * (p->to - p->from);
	}
	if (b->ragged)
		w.stretch = 0;
	if (b->ragged || b->last_flush)
		w.shrink = w.expansion = 0;
	return w;
}

/* ---- where a line may end ---- */

static bool keeps_line(const struct box *box, const struct flat *f, int at)
{
	if (f->block->style->keep_together.within_line)
		return false;
	for (; box; box = box->parent)
		if (box->look->style->keep_together.within_line && box->from < at && at < box->to)
			return true;
	return false;
}

static bool is_leader(const struct stretch *st)
{
	return st->object && st->object->kind == OBJECT_LEADER;
}

static bool may_break(struct breaker *b, const struct piece *p, const struct stretch *st)
{
	const GArray *all = b->f->stretches;
	const struct stretch *next = st;

	if (p->after == BRK_NEVER)
		return false;
	if (p->to >= st->to && b->stretch + 1 < (int)all->len)
		next = st + 1;
	if (st->look->style->wrap_option == KW_NO_WRAP &&
	    next->look->style->wrap_option == KW_NO_WRAP)
		return false;
	if (p->kind != PIECE_SPACE && (is_leader(st) || is_leader(next)))
		return false;
	return !next->box || !keeps_line(next->box, b->f, p->to);
}

/* A word goes on behind the hyphen, U+002D or U+2010, that it has itself. */
static bool ends_in_hyphen(const char *text, const struct piece *p)
{
	if (p->kind != PIECE_WORD)
		return false;
	return text[p->to - 1] == '-' ||
	       (p->to - p->from > 2 && memcmp(text + p->to - 3, "\xE2\x80\x90", 3) == 0);
}

static int cost_of(const struct breaker *b, const struct piece *p)
{
	const char *text = b->p->text;

	if (p->after == BRK_HYPHEN)
		return b->ragged && !b->plain ? COST_HYPHENATED_RAGGED : FIT_COST_HYPHEN;
	if (p->after == BRK_SOFT)
		return p->hyphen == CUT_ANYWHERE ? COST_ANYWHERE : FIT_COST_SOFT;
	if (b->plain || p->kind != PIECE_WORD)
		return 0;
	if (ends_in_hyphen(text, p) || text[p->to - 1] == '/')
		return COST_AFTER_HYPHEN;
	return 0;
}

/* Edges of boxes around the break that stand on both sides of it. */
static void keep_edges(struct breaker *b, struct fit_break *k, int at)
{
	const struct box *box = stretch_at(b, at)->box;

	for (; box; box = box->parent) {
		if (box->from >= at || at >= box->to)
			continue;
		k->hyphen += box->kept_end;
		k->next.width -= box->kept_start;
	}
}

/* The segment may break behind piece i; -1: its beginning. */
static void add_break(struct breaker *b, int i)
{
	const struct piece *pieces = b->p->pieces;
	struct fit_break k = { .next = b->sum };

	k.end = minus(b->sum, b->blank);
	if (i >= 0 && pieces[i].after == BRK_HYPHEN) {
		k.hyphen = pieces[i].hyphen;
		k.flagged = true;
	}
	if (i >= 0) {
		k.cost = cost_of(b, &pieces[i]);
		k.divides = k.flagged || ends_in_hyphen(b->p->text, &pieces[i]);
	}
	if (i >= 0 && b->f->keeps_edges)
		keep_edges(b, &k, pieces[i].to);
	if (i >= 0 && b->last_shown >= 0 && pieces[b->last_shown].kind == PIECE_WORD) {
		const struct piece *last = &pieces[b->last_shown];

		k.end.width -= last->tail_width;
		if (!b->ragged)
			k.end = minus(k.end, (struct fit_sum){ 0, last->tail_stretch,
							       last->tail_shrink, 0 });
		k.hang_end = b->plain ? 0 : last->hang_end;
	}
	if (!b->plain && i + 1 < b->p->n_pieces)
		k.hang_start = pieces[MAX(i + 1, b->first_piece)].hang_start;
	g_array_append_val(b->breaks, k);
	g_array_append_val(b->after, i);
}

/* ---- lines of a segment ---- */

static bool keeps_blanks(const struct breaker *b)
{
	return b->f->block->style->white_space_treatment == KW_PRESERVE;
}

static struct fit_rules rules_of(const struct breaker *b, bool first)
{
	const struct fo_style *st = b->f->block->style;
	const struct flat *f = b->f;
	Len width = f->line_width ? f->line_width : f->measure;
	struct fit_rules r = b->plain ? fit_rules_plain(width) : fit_rules_good(width);
	int last = st->text_align_last, done = b->lines ? (int)b->lines->len : 0;

	if (done < f->n_line_widths) {
		r.widths = f->line_widths + done;
		r.n_widths = f->n_line_widths - done;
	}

	r.first_indent = first ? fo_len_of(st->text_indent, f->measure) : 0;
	r.last_indent = fo_len_of(st->last_line_end_indent, f->measure);
	if (!st->hyphenation_ladder_count.keyword)
		r.ladder = st->hyphenation_ladder_count.value;
	r.least_last = 3 * st->font_size;
	if (b->ragged && b->plain)
		r.end_stretch = st->text_align == KW_CENTER ? 2 * PLAIN_RAGGED : PLAIN_RAGGED;
	else if (b->ragged)
		r.end_stretch = RAGGED_EM * st->font_size;
	if (last == KW_JUSTIFY || st->text_align == KW_CENTER)
		r.last_stretch = 0; /* centred lines are balanced */
	else if (b->ragged && !b->plain && block_is_heading(f->block))
		r.last_stretch = 0;
	return r;
}

/* suppress-at-line-break (7.17.3) is for blanks that break, not for U+00A0. */
static bool is_blank(const struct breaker *b, int piece)
{
	const struct piece *p = &b->p->pieces[piece];

	return p->kind == PIECE_SPACE && (unsigned char)b->p->text[p->from] != 0xC2;
}

/* The last piece of a line that ends at break k shows; blanks behind it do not. */
static int last_shown(const struct breaker *b, int piece, int first)
{
	while (piece > first && is_blank(b, piece))
		piece--;
	return piece;
}

static void add_line(struct breaker *b, const struct fit_line *l, bool first, bool last)
{
	const struct piece *pieces = b->p->pieces;
	int from = g_array_index(b->after, int, l->from) + 1;
	int end = g_array_index(b->after, int, l->to), shown;
	const struct fit_break *e = &g_array_index(b->breaks, struct fit_break, l->to);
	struct line n = { .first = first, .last = last };

	from = MAX(from, b->first_piece);
	while (from < end && from > b->first_piece && is_blank(b, from))
		from++;
	shown = last && b->last_shown >= from ? b->last_shown : last_shown(b, end, from);
	n.from = pieces[from].from;
	n.to = pieces[shown].to;
	n.next = pieces[end].to;
	n.hyphen = e->flagged;
	n.divided = e->divides && !last;
	n.space_after = (shown < end && is_blank(b, end)) ||
			(end + 1 < b->p->n_pieces ? pieces[end].kind == PIECE_BREAK
						  : b->f->goes_on);
	n.hang_end = e->hang_end;
	n.hang_start = g_array_index(b->breaks, struct fit_break, l->from).hang_start;
	if (pieces[shown].kind == PIECE_WORD) {
		n.tail_width = pieces[shown].tail_width;
		n.tail_stretch = pieces[shown].tail_stretch;
		n.tail_shrink = pieces[shown].tail_shrink;
	}
	n.over = l->over;
	n.ratio = b->ragged || last ? 0 : l->ratio;
	n.begins = l->from == 0 && (n.from == 0 || (n.from != b->f->resume &&
						    n.from != b->f->first_end));
	g_array_append_val(b->lines, n);
}

static void measure_segment(struct breaker *b)
{
	struct widths *w = &b->f->widths;
	const struct fit_break *k = (const struct fit_break *)(const void *)b->breaks->data;
	int64_t from = k[0].next.width;

	if (b->f->s->reach && b->f->block->style->text_align_string)
		line_reach(b->f, b->p, b->p->pieces[b->first_piece].from,
			   b->p->pieces[b->last_shown].to);
	w->most = len_max(w->most, (Len)MIN(k[b->breaks->len - 1].end.width - from, LEN_MAX / 2));
	for (guint i = 1; i < b->breaks->len; i++) {
		if (k[i].flagged)
			continue;
		w->least = len_max(w->least, (Len)MIN(k[i].end.width - from, LEN_MAX / 2));
		from = k[i].next.width;
	}
}

/* A line with nothing on it: between two kept line feeds. */
static void add_blank_line(struct breaker *b, int piece)
{
	struct line n = { .last = true, .begins = true };

	n.from = n.to = b->p->pieces[piece].from;
	n.next = b->p->pieces[piece].to;
	n.first = b->f->first;
	b->f->first = false;
	g_array_append_val(b->lines, n);
}

static int fit(struct breaker *b, const struct fit_rules *r, int n, const struct fit_line **out)
{
	const struct fit_break *k = (const struct fit_break *)(const void *)b->breaks->data;
	int n_breaks = (int)b->breaks->len;

	return n ? fit_exactly(b->f->scratch, k, n_breaks, r, n, out)
		 : fit_lines(b->f->scratch, k, n_breaks, r, out);
}

/*
 * Whether the lines could be one fewer or one more.  Most paragraphs cannot: an estimate
 * from what their spaces have left spares the trial.
 */
static int flexibility(struct breaker *b, const struct fit_rules *r,
		       const struct fit_line *lines, int n)
{
	const struct fit_break *k = (const struct fit_break *)(const void *)b->breaks->data;
	double last = (double)(k[lines[n - 1].to].end.width - k[lines[n - 1].from].next.width);
	double less = 0, more = 0;
	int can = 0;

	for (int i = 0; i < n - 1; i++) {
		const struct fit_sum *from = &k[lines[i].from].next, *to = &k[lines[i].to].end;
		double letters = (double)(to->expansion - from->expansion), ratio = lines[i].ratio;
		double stretch = (double)(to->stretch - from->stretch) + letters;
		double shrink = (double)(to->shrink - from->shrink) + letters;
		double left = ratio > 0 ? ratio * stretch : ratio * shrink;

		less += left + shrink;
		more += stretch - left;
	}
	if (n > 2 && last < 0.5 * less && fit(b, r, n - 1, &lines))
		can |= FLEX_SHORTER;
	if (n > 2 && b->f->measure * 1.2 - last < 1.2 * more && fit(b, r, n + 1, &lines))
		can |= FLEX_LONGER;
	return can;
}

/* Rules for a line that must not end within a word, or for none. */
static struct fit_rules rules_undivided(const struct fit_rules *rules, int line)
{
	struct fit_rules r = *rules;

	r.undivided = line;
	if (line)
		r.loosest = LOOSEST_UNDIVIDED;
	return r;
}

static bool is_loose(const struct fit_rules *r, const struct fit_line *lines, int n)
{
	for (int i = 0; i < n; i++)
		if (lines[i].ratio > r->loosest)
			return true;
	return false;
}

/* A paragraph that is one segment may be set otherwise for the page it stands on. */
static bool may_wish(const struct breaker *b, bool forced)
{
	const struct flat *f = b->f;

	return !forced && !f->line_width && f->source && !f->part && b->lines->len == 0 &&
	       f->resume < 0 && !f->initial;
}

/* The lines of a segment, as the page builder wants them if that can be. */
static int choose_lines(struct breaker *b, const struct fit_rules *rules,
			const struct wish *wish, const struct fit_line **lines)
{
	int n = fit(b, rules, 0, lines), m = 0;
	struct fit_rules other;

	if (!wish)
		return n;
	other = rules_undivided(rules, wish->undivided);
	if (n + wish->lines > 0)
		m = fit(b, &other, n + wish->lines, lines);
	return m > 0 ? m : n;
}

/* Of the lines that a page may end with and that end within a word: which of them need not,
 * all other lines being as many as they are. */
static void find_undivided(struct breaker *b, const struct fit_rules *rules)
{
	const struct fo_style *st = b->f->block->style;
	struct line *lines = (struct line *)(void *)b->lines->data;
	const struct fit_line *trial;
	int n = (int)b->lines->len;

	for (int i = MAX(st->orphans, 1); i + MAX(st->widows, 1) <= n; i++) {
		struct fit_rules other = rules_undivided(rules, i);

		if (!lines[i - 1].divided || !fit(b, &other, n, &trial))
			continue;
		lines[i - 1].undivided = i;
		lines[i - 1].loose_else = is_loose(rules, trial, n);
	}
}

/* Lines from the breaks of the segment.  Until something is wanted of the paragraph it says
 * how it could be set otherwise. */
static void make_lines(struct breaker *b, bool forced)
{
	struct fit_rules rules = rules_of(b, b->f->first);
	const struct setter *s = b->f->s;
	bool may = may_wish(b, forced);
	const struct wish *wish = may ? wish_of(s, b->f->source) : NULL;
	const struct fit_line *lines;
	int n = choose_lines(b, &rules, wish, &lines);

	for (int k = 0; k < n; k++)
		add_line(b, &lines[k], b->f->first && k == 0, k == n - 1 && !b->goes_on);
	b->f->first = false;
	if (!may || wish || !s->may_wish)
		return;
	if (!b->ragged)
		b->f->flexible = flexibility(b, &rules, lines, n);
	if (b->f->to == s->flow)
		find_undivided(b, &rules);
}

/* The segment ends behind piece i (a line feed, or the last piece). */
static void end_segment(struct breaker *b, int i, bool forced)
{
	if (b->breaks->len && b->last_shown >= 0) {
		add_break(b, i);
		if (b->f->to || b->lines)
			make_lines(b, forced);
		else
			measure_segment(b);
	} else if (forced && b->lines) {
		add_blank_line(b, i);
	}
	g_array_set_size(b->breaks, 0);
	g_array_set_size(b->after, 0);
	b->last_shown = -1;
	b->blank = (struct fit_sum){ 0 };
}

static void take_piece(struct breaker *b, int i)
{
	const struct piece *p = &b->p->pieces[i];
	const struct stretch *st = stretch_at(b, p->from);
	bool line_feed = p->kind == PIECE_BREAK;
	bool vanishes = is_blank(b, i) && !keeps_blanks(b);
	struct fit_sum w;

	if (b->breaks->len && (p->from == b->f->resume || p->from == b->f->first_end)) {
		b->goes_on = true; /* a line ends where it ended before, or the first one does */
		end_segment(b, i - 1, false);
		b->goes_on = false;
	}
	if (!line_feed && !b->breaks->len && (!vanishes || b->last_shown >= 0)) {
		b->first_piece = i;
		add_break(b, i - 1);
		g_array_index(b->after, int, 0) = i - 1;
		g_array_index(b->breaks, struct fit_break, 0).flagged = false;
	}
	open_boxes(b, p->to);
	if (!line_feed) {
		w = width_of(b, p, st);
		b->sum = plus(b->sum, w);
		if (is_blank(b, i))
			b->blank = plus(b->blank, w);
		else
			b->blank = (struct fit_sum){ 0 };
		if (!vanishes)
			b->last_shown = i;
	}
	close_boxes(b, p->to);
	if (line_feed || p->after == BRK_MANDATORY) {
		end_segment(b, i, true);
	} else if (i + 1 == b->p->n_pieces) {
		end_segment(b, i, false);
	} else if (b->breaks->len && b->last_shown >= 0) {
		stretch_at(b, p->to - 1);
		if (may_break(b, p, stretch_at(b, p->to - 1)))
			add_break(b, i);
	}
}

static int by_end(gconstpointer a, gconstpointer b)
{
	const struct box *x = *(const struct box *const *)a, *y = *(const struct box *const *)b;

	return x->to < y->to ? -1 : x->to > y->to;
}

/* The last break is behind piece i, or a segment ended there. */
static bool is_cut_at(const struct breaker *b, int i)
{
	const GArray *after = b->after;

	return after->len == 0 || (after->len > 1 && g_array_index(after, int, after->len - 1) == i);
}

/* As if all pieces up to byte `from` had been taken; gives the next piece. */
static int begin_at(struct breaker *b, int from)
{
	const GPtrArray *boxes = b->f->boxes;
	int i = 0;

	while (from > 0 && i < b->p->n_pieces && b->p->pieces[i].from < from)
		i++;
	while (b->open_box < boxes->len &&
	       ((const struct box *)boxes->pdata[b->open_box])->from < from)
		b->open_box++;
	while (b->close_box < b->closing->len && from > 0 &&
	       ((const struct box *)b->closing->pdata[b->close_box])->to <= from)
		b->close_box++;
	return i;
}

void break_lines(struct flat *f, const struct text_para *p, int from, int until, GArray *lines)
{
	struct breaker b = { .f = f, .p = p, .lines = lines, .last_shown = -1 };
	const struct fo_style *st = f->block->style;

	b.plain = f->s->options->plain;
	b.ragged = st->text_align != KW_JUSTIFY || f->ragged;
	b.last_flush = b.plain && b.ragged && st->text_align_last == KW_JUSTIFY;
	b.ragged &= !b.last_flush;
	b.stiff = b.ragged && st->text_align_last != KW_JUSTIFY;
	b.breaks = g_array_new(FALSE, FALSE, sizeof(struct fit_break));
	b.after = g_array_new(FALSE, FALSE, sizeof(int));
	b.closing = g_ptr_array_new();
	for (guint i = 0; i < f->boxes->len; i++)
		g_ptr_array_add(b.closing, f->boxes->pdata[i]);
	g_ptr_array_sort(b.closing, by_end);
	for (int i = begin_at(&b, from); i < p->n_pieces; i++) {
		take_piece(&b, i);
		if (p->pieces[i].to >= until && is_cut_at(&b, i)) {
			end_segment(&b, i, false);
			break;
		}
	}
	g_array_free(b.breaks, TRUE);
	g_array_free(b.after, TRUE);
	g_ptr_array_free(b.closing, TRUE);
}
