/*
 * lines_area.c - a line of text as an area
 *
 * The bytes of the line are cut into atoms: text of one run, style and box, or an object.
 * Atoms are put into visual order (UAX 9, rule L2), stretched or shrunk to the measure,
 * and placed from left to right.  Boxes that paint or have edges become areas around their
 * atoms; all other text lies flat in the line.  What was placed stands in the line in the
 * order of the text again, as it is painted and read.
 */
#include "layout/lines_area.h"

#include <string.h>

/* Children under construction. */
struct kids {
	GArray *at;   /* struct place */
	GArray *from; /* int: where each begins in the text */
};

static struct kids open_kids(void)
{
	return (struct kids){ g_array_new(FALSE, FALSE, sizeof(struct place)),
			      g_array_new(FALSE, FALSE, sizeof(int)) };
}

/* ---- placing ---- */

static void put(struct kids *k, Len x, Len y, const struct area *a)
{
	struct place p = { x, y, a };

	g_array_append_val(k->at, p);
}

/* What was put last belongs to text from there on. */
static void note_from(struct kids *k, int from)
{
	while (k->from->len < k->at->len)
		g_array_append_val(k->from, from);
}

static int by_from(const void *a, const void *b, void *from)
{
	const int *f = from;

	return f[*(const int *)a] - f[*(const int *)b];
}

/* Into the order of the text; an underline stays behind its text. */
static struct place *in_text_order(struct arena *a, const struct kids *k)
{
	int n = (int)k->at->len;
	struct place *out = ARENA_ARRAY(a, struct place, n);
	g_autofree int *order = g_new(int, n + 1);

	for (int i = 0; i < n; i++)
		order[i] = i;
	g_qsort_with_data(order, n, sizeof *order, by_from, k->from->data);
	for (int i = 0; i < n; i++)
		out[i] = g_array_index(k->at, struct place, order[i]);
	return out;
}

static void close_kids(struct maker *m, struct area *a, struct kids *k)
{
	a->n_kids = (int)k->at->len;
	a->kids = m->reordered ? in_text_order(m->s->arena, k)
			       : arena_copy(m->s->arena, k->at->data,
					    sizeof(struct place) * k->at->len);
	g_array_free(k->at, TRUE);
	g_array_free(k->from, TRUE);
}

/* What of the line's surplus comes behind this glyph. */
static Len share(struct maker *m, const struct atom *a, const struct glyph *g)
{
	Len before = m->given;

	if (!m->total)
		return 0;
	m->seen += glue_of(m, a, g, m->need > 0);
	m->given = (Len)((int64_t)m->need * MIN(m->seen, m->total) / m->total);
	return m->given - before;
}

/* What an expansion adds to a width. */
static Len expanded(Len width, int expansion)
{
	return len_scale(width, expansion, 10000);
}

static Len place_glyphs(struct maker *m, const struct atom *a, struct area_text *t)
{
	struct area_glyph *out = ARENA_ARRAY(m->s->arena, struct area_glyph, a->n_glyphs);
	Len x = 0, letters = 0;

	t->expansion = (int16_t)(a->letters > 0 ? m->expansion : 0);
	for (int i = 0; i < a->n_glyphs; i++) {
		const struct glyph *g = &a->glyphs[i];
		Len more = expanded(letters, t->expansion);

		out[i] = (struct area_glyph){
			g->id, x + more + g->dx + expanded(g->dx, t->expansion), g->dy };
		x = len_bounded((int64_t)x + g->advance + share(m, a, g));
		letters += letter_width(m, a, g);
	}
	t->glyphs = out;
	t->n_glyphs = a->n_glyphs;
	return x + expanded(letters, t->expansion);
}

/* Clusters in logical order; end is where the last cluster's bytes end. */
static void find_clusters(struct maker *m, const struct atom *a, struct area_text *t, int end)
{
	struct area_cluster *out =
		ARENA_ARRAY(m->s->arena, struct area_cluster, a->n_glyphs);
	int n = 0, start = a->from, left = a->n_glyphs;

	while (left > 0) {
		int i = t->rtl ? left - 1 : a->n_glyphs - left;
		int step = t->rtl ? -1 : 1, cluster = a->glyphs[i].cluster, count = 0, next;

		while (left > 0 && a->glyphs[i].cluster == cluster) {
			i += step;
			left--;
			count++;
		}
		next = left > 0 ? MAX(a->glyphs[i].cluster, start) : end;
		out[n++] = (struct area_cluster){ (uint16_t)(next - start), (uint16_t)count };
		start = next;
	}
	t->clusters = out;
	t->n_clusters = n;
}

/* A hyphen that is not the author's is read back as one that may go again; set plainly, as
 * what it looks like. */
static void take_bytes(struct maker *m, const struct atom *a, struct area_text *t)
{
	const char *hyphen = m->s->options->plain ? "-" : "\xC2\xAD";

	t->n_bytes = a->to - a->from;
	t->text = m->at->text + a->from;
	if (a->hyphen) {
		size_t n = (size_t)t->n_bytes, more = strlen(hyphen);
		char *copy = arena_alloc(m->s->arena, n + more + 1);

		memcpy(copy, t->text, n);
		memcpy(copy + n, hyphen, more + 1);
		t->text = copy;
		t->n_bytes += (int)more;
	}
}

static void dress(struct area *a, const struct atom *atom, const struct mark *outer)
{
	struct box *b = atom->st->box;

	for (struct box *i = b; i && !a->id; i = i->parent) {
		if (i->used || !i->fo->id)
			continue;
		i->used = true;
		a->id = i->fo->id;
	}
	if (!b)
		return;
	if (b->mark != outer)
		a->mark = b->mark;
	a->link = b->link;
	a->from = b->fo->from;
}

/* Edges of inline boxes and anchors may follow the line's last text. */
static bool is_last_text(const struct maker *m, const struct atom *atom)
{
	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);

		if (a->from >= atom->to && a->n_glyphs > 0)
			return false;
	}
	return true;
}

static struct area *make_text(struct maker *m, const struct atom *atom, const struct mark *outer)
{
	struct area *a = ARENA_NEW(m->s->arena, struct area);
	const struct run *run = &m->at->para->runs[atom->run];
	const struct look *look = atom->st->look;
	struct area_text *t = &a->as.text;

	a->kind = AREA_TEXT;
	a->from = m->f->block->from;
	dress(a, atom, outer);
	t->font = run->font;
	t->rtl = run->level & 1;
	t->color = look->style->color;
	t->lang = look->text.language;
	take_bytes(m, atom, t);
	find_clusters(m, atom, t, atom->from + t->n_bytes);
	t->space_after = m->line->space_after && is_last_text(m, atom);
	a->size.width = place_glyphs(m, atom, t);
	a->size.height = look->ascent + look->descent;
	a->baseline = look->ascent;
	a->hidden = look->style->visibility != KW_VISIBLE && look->style->visibility != KW_NO;
	return a;
}

static void put_rule(struct maker *m, struct kids *k, struct rect at, struct color color)
{
	struct area *r = m->last_rule;
	const struct place *last;

	/* a neighbour's rule goes on: one stroke, not many */
	for (int i = (int)k->at->len - 1; r && i >= 0 && i >= (int)k->at->len - 3; i--) {
		last = &g_array_index(k->at, struct place, i);
		if (last->area != r || last->y != at.y || r->size.height != at.height ||
		    last->x + r->size.width != at.x ||
		    memcmp(&r->as.rule.color, &color, sizeof color) != 0)
			continue;
		r->size.width += at.width;
		return;
	}
	r = ARENA_NEW(m->s->arena, struct area);
	r->kind = AREA_RULE;
	r->size = (struct size){ at.width, at.height };
	r->as.rule.style = BORDER_SOLID;
	r->as.rule.color = color;
	r->mark = &mark_layout;
	r->from = m->f->block->from;
	put(k, at.x, at.y, r);
	m->last_rule = r;
}

/* Lines under, over and through text whose baseline is at y. */
static void decorate(struct maker *m, struct kids *k, const struct look *l, struct rect at)
{
	int kinds = l->style->text_decoration;
	struct text_underline u;
	struct rect r = at;

	if (!kinds || at.width <= 0 || l->style->visibility == KW_HIDDEN)
		return;
	u = text_font_underline(text_nominal_font(m->s->text, &l->text));
	r.height = len_max(u.thickness, PT(0.25));
	if (kinds & FO_UNDERLINE) {
		r.y = at.y + u.position;
		put_rule(m, k, r, l->style->color);
	}
	if (kinds & FO_OVERLINE) {
		r.y = at.y - l->ascent;
		put_rule(m, k, r, l->style->color);
	}
	if (kinds & FO_LINE_THROUGH) {
		r.y = at.y - l->x_height / 2 - r.height / 2;
		put_rule(m, k, r, l->style->color);
	}
}

static Len leader_width(struct maker *m, const struct object *o)
{
	Len more = 0, w = o->width;
	int64_t part = m->leader_need > 0 ? o->stretch : o->shrink;

	if (m->leader_total > 0 && part > 0) {
		more = (Len)((int64_t)m->leader_need * part / m->leader_total);
		m->leader_total -= part;
		m->leader_need -= more;
	}
	return w + more;
}

static Len put_object(struct maker *m, struct kids *k, const struct atom *a, struct rect at,
		      const struct mark *outer)
{
	const struct object *o = a->st->object;
	const struct area *shown = o->area;
	Len width = o->width, up = atom_up(m, a);

	if (o->kind == OBJECT_LEADER) {
		const struct look *l = look_of(m->s, o->fo->style);

		width = leader_width(m, o);
		shown = leader_area(m->s, o, l, width, m->x0 + at.x);
		if (o->fo->style->leader_pattern != KW_RULE)
			up += shown->baseline - l->ascent;
	}
	if (!shown)
		return width;
	if (a->st->box && (a->st->box->link || o->kind == OBJECT_AREA)) {
		struct area *wrap = ARENA_NEW(m->s->arena, struct area);

		*wrap = *shown;
		dress(wrap, a, outer);
		if (shown->mark)
			wrap->mark = shown->mark;
		shown = wrap;
	}
	put(k, at.x + o->left, at.y - up, shown);
	return width;
}

static const struct atom *atom_at(const struct maker *m, int i)
{
	return &g_array_index(m->atoms, struct atom, i);
}

static struct box *frame_below(const struct atom *a, const struct box *outer)
{
	struct box *b = a->st->box ? a->st->box->frame : NULL;
	struct box *found = NULL;

	for (; b && b != outer; b = b->parent ? b->parent->frame : NULL)
		found = b;
	return found;
}

/* From atom i to (not with) j, inside `outer`, whose mark is in force; y is the line's
 * baseline there.  Gives the width. */
static Len place_atoms(struct maker *m, int i, int j, const struct box *outer, struct kids *k,
		       struct rect at);

/* Without the edges that are not in this line. */
static const struct decor *open_decor(struct maker *m, const struct decor *d, const struct box *b)
{
	struct decor *open = arena_copy(m->s->arena, d, sizeof *d);
	bool start = b->show_start || b->look->style->border_start.retain;
	bool end = b->show_end || b->look->style->border_end.retain;

	if (b->rtl ? !end : !start)
		open->left.width = 0;
	if (b->rtl ? !start : !end)
		open->right.width = 0;
	return open;
}

static Len place_frame(struct maker *m, int i, int j, struct box *b, struct kids *k,
		       struct rect at)
{
	struct area *a = ARENA_NEW(m->s->arena, struct area);
	struct kids inner = open_kids();
	const struct look *l = b->look;
	Len left = b->show_start ? b->start : b->kept_start;
	Len right = b->show_end ? b->end : b->kept_end;
	Len out_left = b->show_start ? b->space_start : 0;
	Len out_right = b->show_end ? b->space_end : 0, width;
	const struct decor *d = decor_of(m->s, l->style, b->rtl);

	if (b->rtl) {
		Len t = left;

		left = right, right = t;
		t = out_left, out_left = out_right, out_right = t;
	}
	a->kind = AREA_BOX;
	a->trace = "inline";
	a->from = b->fo->from;
	a->mark = b->mark;
	a->baseline = b->before + l->ascent;
	if (b->fo->id && !b->used)
		a->id = b->fo->id;
	b->used = true;
	width = left + right +
		place_atoms(m, i, j, b, &inner,
			    (struct rect){ left, a->baseline + box_shift(b), 0, 0 });
	a->size = (struct size){ width, b->before + l->ascent + l->descent + b->after };
	if (d && !(b->show_start && b->show_end))
		d = open_decor(m, d, b);
	a->decor = d && d->image ? decor_place(m->s, d, l->style, a->size) : d;
	close_kids(m, a, &inner);
	put(k, at.x + out_left, at.y - box_shift(b) - a->baseline, a);
	return out_left + width + out_right;
}

static Len place_leaf(struct maker *m, const struct atom *atom, const struct mark *outer,
		      struct kids *k, struct rect at)
{
	struct area *a;

	if (atom->st->box)
		at.y -= box_shift(atom->st->box);
	if (atom->st->object) {
		at.width = put_object(m, k, atom, at, outer);
	} else if (atom->n_glyphs > 0) {
		a = make_text(m, atom, outer);
		put(k, at.x, at.y - a->baseline, a);
		at.width = a->size.width;
		if (m->s->options->show_breaks)
			show_breaks(m->s, &(struct shown_text){ m->at->para, atom->from, atom->to,
								atom->glyphs, a, at.x, at.y },
				    k->at);
	} else {
		return 0;
	}
	if (!atom->st->object || atom->st->object->kind == OBJECT_TAB)
		decorate(m, k, atom->st->look, at);
	return at.width;
}

static Len place_atoms(struct maker *m, int i, int j, const struct box *outer, struct kids *k,
		       struct rect at)
{
	Len x = at.x;

	while (i < j) {
		const struct atom *a = atom_at(m, i);
		struct box *b = frame_below(a, outer);
		struct rect here = { x, at.y, at.width, at.height };
		int end = i + 1, from = a->from;

		if (!b) {
			x = len_bounded((int64_t)x +
					place_leaf(m, a, outer ? outer->mark : NULL, k, here));
			note_from(k, from);
			i++;
			continue;
		}
		for (; end < j && frame_below(atom_at(m, end), outer) == b; end++)
			from = MIN(from, atom_at(m, end)->from);
		x += place_frame(m, i, end, b, k, here);
		note_from(k, from);
		i = end;
	}
	return x - at.x;
}

/* ---- the line ---- */

static int alignment(const struct maker *m)
{
	const struct fo_style *st = m->f->block->style;
	int how = m->f->ragged ? KW_START : st->text_align;

	if (m->line->last && st->text_align_last != KW_RELATIVE)
		how = st->text_align_last;
	else if (m->line->last && how == KW_JUSTIFY)
		how = KW_START;
	if (how == KW_INSIDE)
		return KW_START;
	return how == KW_OUTSIDE ? KW_END : how;
}

/* Letters give way as much as spaces do, within their limit; by how much. */
static Len expand_letters(struct maker *m, int64_t glue)
{
	int64_t most = m->letters * TEXT_EXPANSION / 1000;
	int64_t need = m->need > 0 ? m->need : -(int64_t)m->need;
	int64_t part = glue + most > 0 ? MIN(need * most / (glue + most), most) : 0;
	Len sum = 0;

	if (part == 0)
		return 0;
	m->expansion = (int)((part * 10000 + m->letters / 2) / m->letters) * (m->need > 0 ? 1 : -1);
	for (guint i = 0; i < m->atoms->len; i++)
		sum += expanded(g_array_index(m->atoms, struct atom, i).letters, m->expansion);
	return sum;
}

/* Shares what is missing or too much among leaders, letters and glue. */
static void distribute(struct maker *m, Len missing)
{
	int64_t glue = missing > 0 ? m->stretch : m->shrink;
	int64_t leaders = missing > 0 ? m->leader_stretch : m->leader_shrink;

	if (m->s->options->plain && leaders > 0) {
		m->leader_need = (Len)((int64_t)missing * leaders / (leaders + glue));
	} else if (leaders > 0) {
		m->leader_need = missing > 0 ? (Len)MIN((int64_t)missing, leaders)
					     : (Len)MAX((int64_t)missing, -leaders);
	}
	m->leader_total = leaders;
	m->need = missing - m->leader_need;
	m->need -= expand_letters(m, glue);
	if (m->need < 0 && -(int64_t)m->need > glue)
		m->need = -(Len)glue;
	m->total = glue;
}

/* How much of the blank stands at the line's left. */
static Len blank_at_left(int how, bool rtl, Len missing)
{
	if (missing < 0)
		return rtl ? missing : 0;
	if (how == KW_CENTER)
		return missing / 2;
	return (how == KW_END) != rtl ? missing : 0;
}

static Len align(struct maker *m, Len indent, Len end, Len measure)
{
	int how = alignment(m);
	Len on_axis;
	Len missing = m->line->natural
			      ? 0
			      : len_bounded((int64_t)measure - indent - end - m->natural);
	bool rtl = m->f->room && m->f->room->rtl;

	if (line_on_axis(m, indent, measure - end, &on_axis))
		return on_axis;
	if (missing < 0 || how == KW_JUSTIFY) {
		distribute(m, missing);
		missing -= m->need * (m->total > 0) + m->leader_need;
	}
	return (rtl ? end - m->line->hang_end : indent - m->line->hang_start) +
	       blank_at_left(how, rtl, missing);
}

const struct area *line_area(struct flat *f, struct line_cursor *at, const struct line *line)
{
	struct maker m = { .f = f, .s = f->s, .at = at, .line = line };
	struct area *a = ARENA_NEW(f->s->arena, struct area);
	struct kids kids = open_kids();
	const struct fo_style *st = f->block->style;
	Len indent = line->first ? fo_len_of(st->text_indent, f->measure) : 0;
	Len end = line->last ? fo_len_of(st->last_line_end_indent, f->measure) : 0;
	Len x, measure;

	m.atoms = g_array_new(FALSE, FALSE, sizeof(struct atom));
	line_cut(&m);
	m.natural -= line->tail_width + line->hang_start + line->hang_end;
	m.stretch -= line->tail_stretch;
	m.shrink -= line->tail_shrink;
	line_reorder(&m);
	line_measure(&m);
	measure = f->measure - line->inset_left - line->inset_right;
	x = align(&m, indent, end, measure);
	if (f->room)
		m.x0 = f->room->start + (f->room->rtl ? line->inset_right : line->inset_left);
	a->kind = AREA_LINE;
	a->size = (struct size){ measure, m.up + m.down };
	a->baseline = m.up;
	a->from = f->block->from;
	a->mark = f->s->marks ? f->s->marks[f->block->index] : NULL;
	a->link = f->s->link;
	a->as.line = (struct area_line){.begins = line->begins,
					.ends = line->last,
					.hyphen = line->hyphen,
					.divided = line->divided,
					.ratio = (int)(100 * MIN(line->ratio, 100)),
					.over = line->over};
	place_atoms(&m, 0, (int)m.atoms->len, NULL, &kids, (struct rect){ x, m.up, 0, 0 });
	close_kids(&m, a, &kids);
	g_array_free(m.atoms, TRUE);
	return a;
}
