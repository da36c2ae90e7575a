/*
 * glyphs.c - text with its characters, so that it can be read, found and copied
 *
 * cairo maps a glyph to its characters in the font, or, where that is ambiguous or several
 * glyphs make a cluster, writes the characters beside it (ActualText).  Three things are
 * put right on the way: words in scripts whose clusters have several glyphs go as one
 * cluster, as readers guess spaces between clusters; characters without glyph (joiners,
 * direction marks) go with a neighbour or not at all; a line that ends in a word space gets
 * one, or readers join the words.
 */
#include "pdf/canvas.h"
#include "text/text.h"

/* In visual order, at the page's coordinates. */
static void place_glyphs(struct canvas *c, const struct area_text *t, double x, double y)
{
	g_array_set_size(c->glyphs, (guint)t->n_glyphs);
	for (int i = 0; i < t->n_glyphs; i++)
		g_array_index(c->glyphs, cairo_glyph_t, i) =
			(cairo_glyph_t){t->glyphs[i].id, x + len_pt(t->glyphs[i].x),
					y - len_pt(t->glyphs[i].y)};
}

static void add_cluster(struct canvas *c, const char *text, int n_bytes, int n_glyphs)
{
	cairo_text_cluster_t k = {n_bytes, n_glyphs};

	if (n_bytes == 0 && n_glyphs == 0)
		return;
	g_string_append_len(c->text, text, n_bytes);
	g_array_append_val(c->clusters, k);
}

/* How many clusters from i on make a word; whether one of them has several glyphs. */
static int word_length(const struct area_text *t, int i, const char *text, bool *complex)
{
	int from = i;

	*complex = false;
	for (; i < t->n_clusters; i++) {
		if (*text == ' ' || (i > from && (unsigned char)text[-1] == ' '))
			break;
		*complex |= t->clusters[i].n_glyphs > 1;
		text += t->clusters[i].n_bytes;
	}
	return i > from ? i - from : 1;
}

static void add_word(struct canvas *c, const struct area_cluster *k, int n,
		     const char *text)
{
	int bytes = 0, glyphs = 0;

	for (int i = 0; i < n; i++) {
		bytes += k[i].n_bytes;
		glyphs += k[i].n_glyphs;
	}
	add_cluster(c, text, bytes, glyphs);
}

/* Characters without a glyph: a blank that was set as mere room goes with what is before
 * it, others are not for reading. */
static void add_silent(struct canvas *c, const char *text, int n_bytes)
{
	if (n_bytes == 0 || *text != ' ' || c->clusters->len == 0)
		return;
	g_string_append_len(c->text, text, n_bytes);
	g_array_index(c->clusters, cairo_text_cluster_t, c->clusters->len - 1).num_bytes +=
		n_bytes;
}

static void add_clusters(struct canvas *c, const struct area_text *t)
{
	const char *text = t->text;

	for (int i = 0; i < t->n_clusters;) {
		bool complex;
		int n = word_length(t, i, text, &complex);

		if (complex && !t->rtl) {
			add_word(c, &t->clusters[i], n, text);
			for (; n > 0; n--)
				text += t->clusters[i++].n_bytes;
			continue;
		}
		for (; n > 0; n--, i++) {
			const struct area_cluster *k = &t->clusters[i];

			if (k->n_glyphs > 0)
				add_cluster(c, text, k->n_bytes, k->n_glyphs);
			else
				add_silent(c, text, k->n_bytes);
			text += k->n_bytes;
		}
	}
}

static unsigned long space_of(struct canvas *c, cairo_scaled_font_t *font)
{
	gpointer known = g_hash_table_lookup(c->spaces, font);
	cairo_glyph_t *glyphs = NULL;
	int n = 0;
	unsigned long id = 0;

	if (known)
		return GPOINTER_TO_UINT(known) - 1;
	if (cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &n, NULL, NULL,
					     NULL) == CAIRO_STATUS_SUCCESS &&
	    n == 1)
		id = glyphs[0].index;
	cairo_glyph_free(glyphs);
	g_hash_table_insert(c->spaces, font, GUINT_TO_POINTER((guint)id + 1));
	return id;
}

/* A word space where the line ends: behind the text, before it when that runs to the left.
 */
static void add_space(struct canvas *c, const struct area_text *t, double end, double y)
{
	unsigned long id = space_of(c, text_font_cairo(t->font));
	cairo_glyph_t g = {id, end, y};

	if (id == 0)
		return;
	if (t->rtl)
		g_array_prepend_val(c->glyphs, g);
	else
		g_array_append_val(c->glyphs, g);
	add_cluster(c, " ", 1, 1);
}

static bool wants_space(const struct canvas *c, const struct area_text *t)
{
	gsize n = c->text->len;

	return (t->space_after || c->parted) && n > 0 && c->text->str[n - 1] != ' ';
}

/* Where the text ends in its own direction. */
static double end_of(struct canvas *c, const struct area_text *t, double x)
{
	const cairo_glyph_t *last;
	cairo_text_extents_t e;

	if (t->rtl || c->glyphs->len == 0)
		return x;
	last = &g_array_index(c->glyphs, cairo_glyph_t, c->glyphs->len - 1);
	cairo_scaled_font_glyph_extents(text_font_cairo(t->font), last, 1, &e);
	return last->x + e.x_advance;
}

void canvas_text(struct canvas *c, const struct area_text *t, double x, double baseline)
{
	cairo_scaled_font_t *font = text_font_cairo(t->font);

	if (!font)
		return;
	g_array_set_size(c->clusters, 0);
	g_string_set_size(c->text, 0);
	place_glyphs(c, t, x, baseline);
	add_clusters(c, t);
	if (wants_space(c, t))
		add_space(c, t, end_of(c, t, x), baseline);
	if (c->glyphs->len == 0)
		return;
	cairo_set_scaled_font(c->cr, font);
	canvas_color(c, t->color);
	cairo_show_text_glyphs(
		c->cr, c->text->str, (int)c->text->len,
		(cairo_glyph_t *)(void *)c->glyphs->data, (int)c->glyphs->len,
		(cairo_text_cluster_t *)(void *)c->clusters->data, (int)c->clusters->len,
		t->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}
