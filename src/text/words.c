/*
 * words.c - the word cache
 *
 * Nothing but itself decides the glyphs of a word between spaces: each is shaped once and
 * copied ever after.  Scripts that write no spaces have words as well, where breaks.c found
 * that a line may end.  Those can touch: a mark may give way to the next letter, two signs
 * may be kerned.  What meets, the last cluster of one word and the first of the next, is
 * shaped together once; only where that is something else than the two alone are the words
 * shaped as one.
 */
#include "text/engine.h"

#include <string.h>

static guint hash_word(gconstpointer p)
{
	const struct word *w = p;
	guint h = 2166136261u;

	for (int i = 0; i < w->n_bytes; i++)
		h = (h ^ (unsigned char)w->bytes[i]) * 16777619u;
	return h;
}

static gboolean same_word(gconstpointer p, gconstpointer q)
{
	const struct word *a = p, *b = q;

	return a->n_bytes == b->n_bytes &&
	       memcmp(a->bytes, b->bytes, (size_t)a->n_bytes) == 0;
}

GHashTable *words_new(void)
{
	return g_hash_table_new(hash_word, same_word);
}

static struct word *word_new(struct text *t, struct shaper *s, const struct word *key)
{
	struct word *w = ARENA_NEW(t->arena, struct word);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct glyph));

	shape_bytes(t, s, (struct extent){key->bytes, key->n_bytes, 0, key->n_bytes, false},
		    out);
	w->bytes = arena_strndup(t->arena, key->bytes, (size_t)key->n_bytes);
	w->n_bytes = key->n_bytes;
	w->n_glyphs = (int)out->len;
	w->glyphs = arena_copy(t->arena, out->data, sizeof(struct glyph) * out->len);
	g_array_free(out, TRUE);
	g_hash_table_insert(s->words, w, w);
	return w;
}

static struct word *word_of(struct text *t, struct shaper *s, const char *bytes, int n)
{
	struct word key = {.bytes = bytes, .n_bytes = n};
	struct word *w = g_hash_table_lookup(s->words, &key);

	return w ? w : word_new(t, s, &key);
}

/* ---- where words meet ---- */

/* Byte behind the first cluster. */
static int first_end(const struct word *w)
{
	for (int i = 0; i < w->n_glyphs; i++)
		if (w->glyphs[i].cluster > 0)
			return w->glyphs[i].cluster;
	return w->n_bytes;
}

static int last_from(const struct word *w)
{
	return w->n_glyphs > 0 ? w->glyphs[w->n_glyphs - 1].cluster : 0;
}

static bool same_glyph(const struct glyph *a, const struct glyph *b, int shift)
{
	return a->id == b->id && a->advance == b->advance && a->dx == b->dx &&
	       a->dy == b->dy && a->cluster == b->cluster + shift;
}

static bool is_sum(const struct word *both, const struct word *a, const struct word *b)
{
	if (both->n_glyphs != a->n_glyphs + b->n_glyphs)
		return false;
	for (int i = 0; i < a->n_glyphs; i++)
		if (!same_glyph(&both->glyphs[i], &a->glyphs[i], 0))
			return false;
	for (int i = 0; i < b->n_glyphs; i++)
		if (!same_glyph(&both->glyphs[a->n_glyphs + i], &b->glyphs[i], a->n_bytes))
			return false;
	return true;
}

/* Do the words before and behind byte `at` change each other's glyphs? */
static bool touch(struct job *j, struct shaper *s, const struct word *before, int at,
		  const struct word *after)
{
	struct text *t = j->t;
	int n = before->n_bytes - last_from(before), m = first_end(after);
	const char *meeting = j->text + at - n;
	struct word *both = word_of(t, s, meeting, n + m);

	if (both->apart != n && both->touching != n) {
		if (is_sum(both, word_of(t, s, meeting, n), word_of(t, s, meeting + n, m)))
			both->apart = n;
		else
			both->touching = n;
	}
	return both->touching == n;
}

/* ---- words of a text ---- */

static int next_cut(const struct job *j, int at, int end)
{
	do
		at = char_next(j->text, at);
	while (at < end && !j->notes[at].word && j->notes[at].brk != BRK_SOFT &&
	       j->notes[at].brk != BRK_ALLOWED);
	return at;
}

static void append_glyphs(struct text *t, const struct word *w, int from)
{
	guint at = t->glyphs->len;

	g_array_append_vals(t->glyphs, w->glyphs, (guint)w->n_glyphs);
	for (int i = 0; i < w->n_glyphs; i++)
		g_array_index(t->glyphs, struct glyph, at + (guint)i).cluster += from;
}

static void append_part(struct job *j, struct shaper *s, int from, int to)
{
	if (to - from > LONGEST_WORD)
		shape_bytes(j->t, s, (struct extent){j->text, j->n, from, to, false},
			    j->t->glyphs);
	else
		append_glyphs(j->t, word_of(j->t, s, j->text + from, to - from), from);
}

/* The word from `from`, and those behind it that touch. */
static int touching_end(struct job *j, struct shaper *s, int from, int end)
{
	int to = next_cut(j, from, end), next;
	const struct word *w, *after;

	for (; to < end; from = to, to = next) {
		next = next_cut(j, to, end);
		if (to - from > LONGEST_WORD || next - to > LONGEST_WORD)
			continue;
		w = word_of(j->t, s, j->text + from, to - from);
		after = word_of(j->t, s, j->text + to, next - to);
		if (!touch(j, s, w, to, after))
			break;
	}
	return to;
}

void append_words(struct job *j, struct shaper *s, int from, int to)
{
	int end;

	for (; from < to; from = end) {
		end = s->rtl ? to : touching_end(j, s, from, to);
		append_part(j, s, from, end);
	}
}
