/*
 * glyphs.c - text with its characters, so that it can be read, found and copied
 *
 * A code stands alone where the font says the right characters for it; else they are
 * written beside it (ActualText; ISO 32000-1, 14.9.4).
 */
#include "pdf/canvas.h"
#include "pdf/emblems.h"
#include "text/text.h"

#include <string.h>

struct place_of_glyph {
	const struct kit_glyph *glyph;
	double x, y, em;
};

static void show_emblem(struct canvas *c, struct place_of_glyph p)
{
	const struct emblem *e = p.glyph->emblem;
	double em = p.em;

	canvas_picture(c, &e->image, p.x + e->x * em, p.y + e->y * em, e->width * em,
		       e->height * em);
}

static void show(struct canvas *c, struct place_of_glyph p, unsigned code)
{
	if (p.glyph && p.glyph->emblem) {
		show_emblem(c, p);
		return;
	}
	if (!p.glyph || !p.glyph->coded)
		return;
	canvas_use_font(c, p.glyph->type.font);
	content_glyph(&c->content, &p.glyph->type, code ? code : p.glyph->code,
		      p.glyph->advance, p.x, p.y);
}

static bool says(const struct kit_glyph *g, const char *text, int n_bytes)
{
	return g && g->text && g->n_bytes == n_bytes &&
	       memcmp(g->text, text, (size_t)n_bytes) == 0;
}

/* Of an area at x, y (its baseline). */
struct line {
	const struct area_text *text;
	const struct type *type;
	double x, y;
};

static struct place_of_glyph place(const struct line *l, int i)
{
	const struct area_glyph *g = &l->text->glyphs[i];

	return (struct place_of_glyph){kit_glyph(l->type, g->id), l->x + len_pt(g->x),
				       l->y - len_pt(g->y),
				       len_pt(text_font_size(l->text->font))};
}

/* Words that end in marks without width (the dot of Tamil's last consonant) seem to end
 * where the mark stands, and readers guess a blank behind them: the letter is written last.
 */
static int last_with_width(const struct line *l, int from, int to)
{
	for (int i = to - 1; i >= from; i--) {
		const struct kit_glyph *g = kit_glyph(l->type, l->text->glyphs[i].id);

		if (g && g->advance > 0)
			return i;
	}
	return to - 1;
}

/* Readers give the characters to what is text: a space that nobody sees. */
static void begin_emblems(struct canvas *c, struct place_of_glyph p, const char *text,
			  int n_bytes)
{
	const struct kit_glyph *space = kit_any_space(c->kit);

	content_actual_picture(&c->content, text, n_bytes);
	show(c, (struct place_of_glyph){space, p.x, p.y, p.em}, 0);
}

/* Whether one is for private use: what it stands for is to be said even if it is no more
 * than itself (ISO 19005-2, 6.2.11.7.3). */
static bool is_private(const char *text, int n_bytes)
{
	for (const char *p = text; p < text + n_bytes; p++)
		if ((unsigned char)*p >= 0xee &&
		    g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_PRIVATE_USE)
			return true;
	return false;
}

static void show_cluster(struct canvas *c, const struct line *l, struct cluster k, int at,
			 const char *text)
{
	const struct kit_glyph *g = kit_glyph(l->type, l->text->glyphs[at].id);
	bool nbsp = k.n_glyphs == 1 && g && g->nbsp && k.n_bytes == 2 &&
		    memcmp(text, "\302\240", 2) == 0;
	bool bare = nbsp || (k.n_glyphs == 1 && says(g, text, k.n_bytes) &&
			     !is_private(text, k.n_bytes));
	int last = last_with_width(l, at, at + k.n_glyphs);

	if (!bare && g && g->emblem)
		begin_emblems(c, place(l, at), text, k.n_bytes);
	else if (!bare)
		content_actual_text(&c->content, text, k.n_bytes);
	for (int i = at; i < at + k.n_glyphs; i++)
		if (i != last)
			show(c, place(l, i), 0);
	if (k.n_glyphs > 0)
		show(c, place(l, last), nbsp ? g->nbsp : 0);
	if (!bare)
		content_actual_end(&c->content);
}

/* A word space where the line ends: behind the text, or before it when that runs to the
 * left. */
static void show_space(struct canvas *c, const struct line *l)
{
	const struct kit_glyph *g = kit_glyph(l->type, kit_space(l->type));
	struct place_of_glyph end = {g, l->x, l->y, 0}, last;

	if (!kit_space(l->type))
		return;
	if (!l->text->rtl && l->text->n_glyphs > 0) {
		last = place(l, last_with_width(l, 0, l->text->n_glyphs));
		end.x = last.x + (last.glyph ? last.glyph->advance : 0) *
					 (1 + l->text->expansion / 10000.0);
	}
	if (!says(g, " ", 1))
		content_actual_text(&c->content, " ", 1);
	show(c, end, 0);
	if (!says(g, " ", 1))
		content_actual_end(&c->content);
}

void canvas_text(struct canvas *c, const struct area_text *t, double x, double baseline)
{
	struct line l = {t, kit_type(c->kit, t->font), x, baseline};
	int at = t->rtl ? t->n_glyphs : 0;
	const char *text;

	if (!l.type || text_font_size(t->font) <= 0)
		return;
	clusters_read(&c->clusters, t);
	text = c->clusters.text->str;
	canvas_color(c, t->color);
	content_expansion(&c->content, t->expansion);
	for (guint i = 0; i < c->clusters.all->len; i++) {
		struct cluster k = g_array_index(c->clusters.all, struct cluster, i);

		if (t->rtl)
			at -= k.n_glyphs;
		show_cluster(c, &l, k, at, text);
		if (!t->rtl)
			at += k.n_glyphs;
		text += k.n_bytes;
	}
	if (clusters_want_space(&c->clusters, t, c->parted))
		show_space(c, &l);
}
