/*
 * liang.c - points in words by patterns
 *
 * A file has one level of patterns or two: the first then divides compounds, whose parts
 * the second divides.  Each is a trie.  At every place of a word counts only the longest
 * beginning of a pattern that ends there: a file lists what shorter ones would add.
 *
 * libhyphen itself takes seconds to read the 70,000 German compounds, which is why this
 * does.
 */
#include "text/liang.h"

#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LETTERS = 100 };

struct digits {
	uint8_t n, changed_from, changed_to; /* gaps whose points change the spelling */
	uint8_t at[]; /* before letter 0, 1 ... and behind the last */
};

struct edge {
	uint32_t from, letter, to; /* to 0: free, as nothing leads to the root */
};

struct level {
	GArray *nodes;      /* const struct digits *, or NULL; 0 is the root */
	struct edge *edges; /* hashed by from and letter */
	uint32_t mask;      /* of their number, a power of 2 */
};

struct liang {
	struct arena *arena;
	struct level levels[2];
	int n_levels;
	int left, right;       /* least characters at the ends of a word, */
	int in_left, in_right; /* and within a compound */
};

/* ---- tries ---- */

static struct edge *find_edge(const struct level *l, uint32_t from, uint32_t letter)
{
	uint32_t h = (from * 0x9e3779b1u) ^ (letter * 0x85ebca6bu);

	for (h ^= h >> 15;; h++) {
		struct edge *e = &l->edges[h & l->mask];

		if (!e->to || (e->from == from && e->letter == letter))
			return e;
	}
}

static void grow(struct level *l)
{
	struct edge *old = l->edges;
	uint32_t n = old ? l->mask + 1 : 0;

	l->mask = n ? 2 * n - 1 : 1023;
	l->edges = g_new0(struct edge, (size_t)l->mask + 1);
	for (uint32_t i = 0; i < n; i++)
		if (old[i].to)
			*find_edge(l, old[i].from, old[i].letter) = old[i];
	g_free(old);
}

static uint32_t step(struct level *l, uint32_t from, uint32_t letter)
{
	const struct digits *none = NULL;
	struct edge *e;

	if (l->nodes->len > l->mask / 2)
		grow(l);
	e = find_edge(l, from, letter);
	if (!e->to) {
		*e = (struct edge){from, letter, l->nodes->len};
		g_array_append_val(l->nodes, none);
	}
	return e->to;
}

static void level_new(struct level *l)
{
	const struct digits *none = NULL;

	l->nodes = g_array_new(FALSE, FALSE, sizeof none);
	g_array_append_val(l->nodes, none);
	grow(l);
}

/* ---- files ---- */

/* "/sz=,2,1": what is spelt otherwise, from which letter on, and how many of them. */
static void read_change(const char *s, bool dotted, struct digits *d)
{
	const char *first = strchr(s, ','), *count = first ? strchr(first + 1, ',') : NULL;
	int from = (count ? atoi(first + 1) - 1 : 0) + dotted,
	    n = count ? atoi(count + 1) : d->n;

	d->changed_from = (uint8_t)CLAMP(from, 0, MOST_LETTERS);
	d->changed_to = (uint8_t)CLAMP(from + n, 0, MOST_LETTERS);
}

/* ".ab4i" */
static void add_pattern(struct liang *p, struct level *l, const char *line)
{
	uint8_t at[MOST_LETTERS + 1] = {0};
	uint32_t node = 0;
	struct digits *d;
	const char *c = line;
	uint8_t n = 0;

	for (; (unsigned char)*c > ' ' && *c != '/' && n < MOST_LETTERS;
	     c = g_utf8_next_char(c)) {
		if (g_ascii_isdigit(*c)) {
			at[n] = (uint8_t)(*c - '0');
			continue;
		}
		node = step(l, node, g_utf8_get_char(c));
		n++;
	}
	if (!n)
		return;
	d = arena_alloc(p->arena, sizeof *d + n + 1u);
	*d = (struct digits){.n = n, .changed_from = 1};
	memcpy(d->at, at, n + 1u);
	if (*c == '/')
		read_change(c + 1, *line == '.', d);
	g_array_index(l->nodes, const struct digits *, node) = d;
}

static bool read_number(const char *line, const char *keyword, int *to)
{
	size_t n = strlen(keyword);

	if (strncmp(line, keyword, n) != 0)
		return false;
	*to = atoi(line + n);
	return true;
}

/* NOHYPHEN speaks of characters that stand in no word here. */
static void read_line(struct liang *p, const char *line)
{
	int later; /* what the second level says of ends is not heard */
	bool first = p->n_levels == 1;

	if (read_number(line, "LEFTHYPHENMIN", first ? &p->left : &later) ||
	    read_number(line, "RIGHTHYPHENMIN", first ? &p->right : &later) ||
	    read_number(line, "COMPOUNDLEFTHYPHENMIN", first ? &p->in_left : &later) ||
	    read_number(line, "COMPOUNDRIGHTHYPHENMIN", first ? &p->in_right : &later) ||
	    strchr("%#", *line) || g_str_has_prefix(line, "NOHYPHEN"))
		return;
	if (first && g_str_has_prefix(line, "NEXTLEVEL"))
		level_new(&p->levels[p->n_levels++]);
	else
		add_pattern(p, &p->levels[p->n_levels - 1], line);
}

/* The whole file but its first line, which names its encoding; free it. */
static char *read_text(const char *path)
{
	g_autofree char *all = NULL, *encoding = NULL;
	const char *rest, *name;
	gsize n;

	if (!g_file_get_contents(path, &all, &n, NULL))
		return NULL;
	rest = all + strcspn(all, "\r\n");
	encoding = g_strndup(all, (gsize)(rest - all));
	name = g_str_has_prefix(encoding, "microsoft-") ? encoding + strlen("microsoft-")
							: encoding;
	return g_convert(rest, (gssize)(all + n - rest), "UTF-8", name, NULL, NULL, NULL);
}

struct liang *liang_read(const char *path)
{
	g_autofree char *text = read_text(path);
	struct liang *p;
	char *end;

	if (!text)
		return NULL;
	p = g_new0(struct liang, 1);
	p->arena = arena_new();
	level_new(&p->levels[p->n_levels++]);
	for (char *line = text; *line; line = end) {
		end = line + strcspn(line, "\r\n");
		while (*end == '\r' || *end == '\n')
			*end++ = '\0';
		read_line(p, line);
	}
	p->left = MAX(p->left, 2);
	p->right = MAX(p->right, 3);
	return p;
}

void liang_free(struct liang *p)
{
	if (!p)
		return;
	for (int i = 0; i < p->n_levels; i++) {
		g_array_free(p->levels[i].nodes, TRUE);
		g_free(p->levels[i].edges);
	}
	arena_free(p->arena);
	g_free(p);
}

/* ---- words ---- */

/* Part of a word with a dot for each of its ends. */
struct part {
	const uint32_t *letters; /* without the dots */
	int n;
	bool begins, ends; /* the word */
};

static uint32_t letter_at(const struct part *w, int i)
{
	return i == 0 || i > w->n ? '.' : w->letters[i - 1];
}

/* For each character, dots included, the longest beginning of a pattern that ends with it.
 */
static void find_longest(const struct level *l, const struct part *w, uint32_t *longest)
{
	for (int from = 0; from < w->n + 2; from++) {
		uint32_t node = 0;

		for (int i = from; i < w->n + 2; i++) {
			node = find_edge(l, node, letter_at(w, i))->to;
			if (!node)
				break;
			if (!longest[i])
				longest[i] = node;
		}
	}
}

/* Bit i: before letter i. */
struct points {
	uint64_t all, changed; /* the spelling changes at some of them */
	uint8_t greatest[LIANG_LONGEST + 3];
};

/* Digit k of a pattern, before the dotted character `gap` of a word of n letters. */
static void take_digit(struct points *p, const struct digits *d, int k, int gap, int n)
{
	uint64_t bit = gap > 1 && gap <= n ? UINT64_C(1) << (gap - 1) : 0;

	if (d->at[k] <= p->greatest[gap])
		return;
	p->greatest[gap] = d->at[k];
	p->all &= ~bit;
	if (!(d->at[k] & 1))
		return;
	p->all |= bit;
	p->changed &= ~bit;
	if (k >= d->changed_from && k <= d->changed_to)
		p->changed |= bit;
}

static struct points apply(const struct level *l, const struct part *w)
{
	uint32_t longest[LIANG_LONGEST + 2] = {0};
	struct points p = {0};

	find_longest(l, w, longest);
	for (int i = 0; i < w->n + 2; i++) {
		const struct digits *d =
			g_array_index(l->nodes, const struct digits *, longest[i]);

		for (int k = 0; d && k <= d->n; k++)
			take_digit(&p, d, k, i + 1 - d->n + k, w->n);
	}
	return p;
}

/* Points with less than so many letters before and behind them are none. */
static uint64_t trim(uint64_t points, int n, int left, int right)
{
	for (int i = 0; i < n; i++)
		if (i < left || n - i < right)
			points &= ~(UINT64_C(1) << i);
	return points;
}

static uint64_t divide(const struct liang *p, const struct part *w);

/* A compound at its joints, and its parts. */
static uint64_t divide_compound(const struct liang *p, const struct part *w,
				uint64_t joints, uint64_t points)
{
	int from = 0;

	for (int i = 1; i <= w->n; i++) {
		bool joint = i < w->n && (joints >> i & 1);
		struct part inner = {w->letters + from, i - from, from == 0 && w->begins,
				     i == w->n && w->ends};

		if (!joint && i < w->n)
			continue;
		if (inner.n > 1)
			points |= divide(p, &inner) << from;
		from = i;
	}
	return points;
}

static uint64_t divide(const struct liang *p, const struct part *w)
{
	struct points joints = {0}, simple;
	uint64_t points;

	if (p->n_levels > 1)
		joints = apply(&p->levels[0], w);
	if (joints.all) {
		points = divide_compound(p, w, joints.all, joints.all & ~joints.changed);
	} else {
		simple = apply(&p->levels[p->n_levels - 1], w);
		points = simple.all & ~simple.changed;
	}
	return trim(points, w->n, w->begins ? 0 : p->in_left, w->ends ? 0 : p->in_right);
}

uint64_t liang_points(const struct liang *p, const char *word)
{
	uint32_t letters[LIANG_LONGEST];
	struct part w = {letters, 0, true, true};

	for (; *word && w.n < LIANG_LONGEST; word = g_utf8_next_char(word))
		letters[w.n++] = g_utf8_get_char(word);
	if (*word)
		return 0;
	return trim(divide(p, &w), w.n, p->left, p->right);
}
