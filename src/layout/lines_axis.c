/*
 * lines_axis.c - lines of a table's cell that are aligned on a string (XSL 1.1, 7.16.9)
 *
 * A line is placed so that the string stands on the axis that all such cells of a column
 * share (table_axes.c), as far as it does not leave the cell.  What takes more than one
 * line has no place on an axis: it begins at the start edge.
 */
#include "base/axis.h"
#include "layout/lines_area.h"

#include <string.h>

/* The line's text; what is raised or lowered does not count. */
static char *line_text(const struct maker *m)
{
	const struct line *l = m->line;
	char *text = g_strndup(m->at->para->text + l->from, (size_t)(l->to - l->from));

	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);

		if (a->st->box && a->st->box->shift)
			memset(text + (a->from - l->from), AXIS_RAISED,
			       (size_t)(MIN(a->to, l->to) - a->from));
	}
	return text;
}

/* Of an atom's width, what is to the left of the edge before byte `at`. */
static Len part_before(const struct atom *a, int at)
{
	Len x = 0;

	if (!a->n_glyphs)
		return a->level & 1 ? a->width : 0;
	for (int i = 0; i < a->n_glyphs; i++)
		if ((a->glyphs[i].cluster >= at) == (a->level & 1))
			x += a->glyphs[i].advance;
	return x;
}

/* Edges of frames at the line's left, up to byte `at`. */
static Len edges_before(const struct maker *m, int at)
{
	Len x = 0;

	for (guint i = 0; i < m->f->boxes->len; i++) {
		const struct box *b = m->f->boxes->pdata[i];

		if (b->frame != b || b->line != m->line)
			continue;
		if (b->from <= at)
			x += b->show_start ? b->start + b->space_start : b->kept_start;
		if (b->to <= at)
			x += b->show_end ? b->end + b->space_end : b->kept_end;
	}
	return x;
}

/* How far the axis is from the line's left end; figures: see struct axis_point. */
static Len axis_in_line(const struct maker *m, bool *figures)
{
	g_autofree char *text = line_text(m);
	struct axis_point p = axis_find(text, m->line->to - m->line->from,
					m->f->block->style->text_align_string);
	int at = m->line->from + p.at, byte = at - (p.is_end && p.at > 0);
	Len x = edges_before(m, byte);

	*figures = p.figures;
	if (!p.figures) /* the line's end touches the axis */
		return m->f->room && m->f->room->rtl ? 0 : m->natural;
	for (guint i = 0; i < m->atoms->len; i++) {
		const struct atom *a = &g_array_index(m->atoms, struct atom, i);

		if (a->from <= byte && byte < a->to)
			return x +
			       (a->n_glyphs || !p.is_end ? part_before(a, at) : a->width);
		x += a->width;
	}
	return x;
}

bool line_on_axis(const struct maker *m, Len from, Len to, Len *x)
{
	const struct axis *axis = m->f->room ? m->f->room->axis : NULL;
	const struct line *l = m->line;
	Len width = m->natural + l->hang_start + l->hang_end, left;
	bool figures;

	if (!axis || !m->f->block->style->text_align_string || l->natural || !l->begins ||
	    !l->last || width > to - from)
		return false;
	*x = axis_in_line(m, &figures);
	left = room_left(m->f->room) + l->inset_left;
	if (axis->head && !figures)
		*x = axis->figures_end - left - width;
	else
		*x = axis->at - left - *x;
	*x = len_max(len_min(*x, to - width), from);
	return true;
}

void line_reach(struct flat *f, const struct text_para *p, int from, int to)
{
	const struct fo_style *st = f->block->style;
	struct line line = {.from = from, .to = to, .next = to, .natural = true};
	struct line_cursor at = {.para = p};
	struct maker m = {.f = f, .s = f->s, .at = &at, .line = &line};
	struct axis_reach *r = f->s->reach;
	bool figures;
	Len left;

	m.atoms = g_array_new(FALSE, FALSE, sizeof(struct atom));
	line_cut(&m);
	line_reorder(&m);
	left = axis_in_line(&m, &figures);
	if (figures) {
		r->left = len_max(r->left, left + st->start_indent.fixed);
		r->right = len_max(r->right, m.natural - left + st->end_indent.fixed);
	} else {
		r->words = len_max(r->words, left + st->start_indent.fixed);
	}
	g_array_free(m.atoms, TRUE);
}
