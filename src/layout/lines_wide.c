/*
 * lines_wide.c - words wider than the measure
 *
 * A word without any break that is wider than the line is cut between its clusters, and words
 * that no-break blanks hold together at these, and reported: better than lost beyond the
 * margin.  (Other formatters let it stand out; so does plain mode.)  Where a text goes on at
 * another measure it goes on in the word that was cut at the old one.
 */
#include "layout/inlines.h"

#define EXCERPT 40

/* Cuts piece p into its clusters, between any two of which a line may end. */
static void cut_word(const struct text_para *para, const struct piece *p, GArray *out)
{
	const struct run *r = &para->runs[p->run];
	guint first = out->len;

	for (int i = 0; i < r->n_glyphs; i++) {
		const struct glyph *g = &r->glyphs[r->level & 1 ? r->n_glyphs - 1 - i : i];
		struct piece part = { .kind = PIECE_WORD, .from = g->cluster, .run = p->run,
				      .after = BRK_SOFT, .hyphen = CUT_ANYWHERE };
		struct piece *last;

		if (g->cluster < p->from || g->cluster >= p->to)
			continue;
		if (out->len == first || g_array_index(out, struct piece, out->len - 1).from !=
						 g->cluster)
			g_array_append_val(out, part);
		last = &g_array_index(out, struct piece, out->len - 1);
		last->width += g->advance;
		last->stretch += g->stretch;
		last->shrink += g->shrink;
	}
	if (out->len == first) {
		g_array_append_val(out, *p);
		return;
	}
	for (guint i = first; i < out->len; i++) {
		struct piece *part = &g_array_index(out, struct piece, i);

		part->to = i + 1 < out->len ? g_array_index(out, struct piece, i + 1).from : p->to;
		part->expansion = p->width > 0 ? len_scale(part->width, p->expansion, p->width) : 0;
	}
	g_array_index(out, struct piece, first).from = p->from;
	g_array_index(out, struct piece, out->len - 1).after = p->after;
	g_array_index(out, struct piece, out->len - 1).hyphen = p->hyphen;
}

static bool may_wrap(const struct flat *f, int at, guint *cursor)
{
	const GArray *all = f->stretches;

	while (*cursor + 1 < all->len && g_array_index(all, struct stretch, *cursor).to <= at)
		(*cursor)++;
	return g_array_index(all, struct stretch, *cursor).look->style->wrap_option != KW_NO_WRAP;
}

static void report_cut(const struct flat *f, const struct text_para *para,
		       const struct piece *p)
{
	int from = p->from + (int)strspn(para->text + p->from, " ");
	int n = MIN(p->to - from, EXCERPT);

	if (n <= 0) { /* blanks alone, and what they are kept to */
		from = p->from;
		n = MIN(p->to - from, EXCERPT);
	}
	while (n > 0 && (para->text[from + n] & 0xC0) == 0x80)
		n--;
	diag(f->s->diags, W_OVERFULL, f->block->from,
	     "%s than the line and cut anywhere: \"%.*s...\"",
	     p->kind == PIECE_SPACE ? "words that are kept together are wider" : "a word is wider",
	     n, para->text + from);
}

/* ---- words that blanks keep together ---- */

static bool keeps_next(const struct piece *p)
{
	return p->after == BRK_NEVER && (p->kind == PIECE_WORD || p->kind == PIECE_SPACE);
}

/* Piece behind the group that begins with piece i; its width. */
static int group_end(const struct text_para *para, int i, int64_t *width)
{
	*width = 0;
	for (; i + 1 < para->n_pieces && keeps_next(&para->pieces[i]); i++)
		*width += para->pieces[i].width;
	*width += para->pieces[i].width;
	return i + 1;
}

static void part_group(struct piece *pieces, int from, int to)
{
	for (int i = from; i + 1 < to; i++)
		if (pieces[i].kind == PIECE_SPACE) {
			pieces[i].after = BRK_SOFT;
			pieces[i].hyphen = CUT_ANYWHERE;
		}
}

static bool has_blank(const struct text_para *para, int from, int to)
{
	for (int i = from; i + 1 < to; i++)
		if (para->pieces[i].kind == PIECE_SPACE)
			return true;
	return false;
}

/* Where words that no-break blanks hold together are wider than the line, they are parted. */
static const struct text_para *part_wide_groups(struct flat *f, const struct text_para *para)
{
	struct text_para *changed = NULL;
	struct piece *pieces = NULL;
	guint cursor = 0;
	int64_t width;

	for (int i = 0, to; i < para->n_pieces; i = to) {
		to = group_end(para, i, &width);
		if (width <= f->measure || !has_blank(para, i, to) ||
		    !may_wrap(f, para->pieces[i].from, &cursor))
			continue;
		if (!changed) {
			pieces = arena_copy(f->scratch, para->pieces,
					    sizeof *pieces * (size_t)para->n_pieces);
			changed = arena_copy(f->scratch, para, sizeof *changed);
			changed->pieces = pieces;
		}
		report_cut(f, para, &(struct piece){.kind = PIECE_SPACE,
						    .from = para->pieces[i].from,
						    .to = para->pieces[to - 1].to});
		part_group(pieces, i, to);
	}
	return changed ? changed : para;
}

const struct text_para *cut_wide_words(struct flat *f, const struct text_para *para)
{
	struct text_para *changed;
	GArray *pieces = NULL;
	guint cursor = 0;

	para = part_wide_groups(f, para);
	for (int i = 0; i < para->n_pieces; i++) {
		const struct piece *p = &para->pieces[i];
		bool wide = p->kind == PIECE_WORD && p->width > f->measure &&
			    may_wrap(f, p->from, &cursor);
		bool cut = p->from < f->resume && f->resume < p->to; /* on the page before */

		if ((wide || cut) && !pieces) {
			pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
			g_array_append_vals(pieces, para->pieces, (guint)i);
		}
		if (wide)
			report_cut(f, para, p);
		if (wide || cut) {
			cut_word(para, p, pieces);
		} else if (pieces) {
			g_array_append_val(pieces, *p);
		}
	}
	if (!pieces)
		return para;
	changed = arena_copy(f->scratch, para, sizeof *changed);
	changed->pieces = arena_copy(f->scratch, pieces->data, sizeof(struct piece) * pieces->len);
	changed->n_pieces = (int)pieces->len;
	g_array_free(pieces, TRUE);
	return changed;
}
