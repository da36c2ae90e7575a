/*
 * clusters.c - which characters a reader gets for which glyphs of a text
 *
 * Four things are put right: words in scripts whose clusters have several glyphs go as one
 * cluster, as readers guess spaces between clusters; characters without glyph (joiners,
 * direction marks) go with a neighbour or not at all; a line that ends in a word space gets
 * one, or readers join the words; what is no character is replaced, as cairo refuses it.
 */
#include "pdf/clusters.h"

#define REPLACEMENT "\357\277\275"

void clusters_init(struct clusters *c)
{
	c->all = g_array_new(FALSE, FALSE, sizeof(struct cluster));
	c->text = g_string_new(NULL);
}

void clusters_drop(struct clusters *c)
{
	g_array_unref(c->all);
	g_string_free(c->text, TRUE);
}

/* The 66 code points that Unicode keeps for no use at all. */
static bool is_character(gunichar u)
{
	return (u < 0xfdd0 || u > 0xfdef) && (u & 0xfffe) != 0xfffe;
}

/* Gives the number of bytes added. */
static int add_text(struct clusters *c, const char *text, int n_bytes)
{
	gsize before = c->text->len;

	g_string_append_len(c->text, text, n_bytes);
	for (gsize i = before; i < c->text->len; i++) {
		char *at = c->text->str + i;

		if ((unsigned char)*at < 0xef || is_character(g_utf8_get_char(at)))
			continue;
		g_string_erase(c->text, (gssize)i, g_utf8_next_char(at) - at);
		g_string_insert(c->text, (gssize)i, REPLACEMENT);
	}
	return (int)(c->text->len - before);
}

static void add_cluster(struct clusters *c, const char *text, int n_bytes, int n_glyphs)
{
	struct cluster k = {n_bytes, n_glyphs};

	if (n_bytes == 0 && n_glyphs == 0)
		return;
	k.n_bytes = add_text(c, text, n_bytes);
	g_array_append_val(c->all, k);
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

static void add_word(struct clusters *c, const struct area_cluster *k, int n,
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
static void add_silent(struct clusters *c, const char *text, int n_bytes)
{
	if (n_bytes == 0 || *text != ' ' || c->all->len == 0)
		return;
	g_string_append_len(c->text, text, n_bytes);
	g_array_index(c->all, struct cluster, c->all->len - 1).n_bytes += n_bytes;
}

void clusters_read(struct clusters *c, const struct area_text *t)
{
	const char *text = t->text;

	g_array_set_size(c->all, 0);
	g_string_set_size(c->text, 0);
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

bool clusters_want_space(const struct clusters *c, const struct area_text *t, bool parted)
{
	gsize n = c->text->len;

	return (t->space_after || parted) && n > 0 && c->text->str[n - 1] != ' ';
}
