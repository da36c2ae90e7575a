/*
 * lines.c - line ends with known answers
 *
 * The frog king paragraph of Knuth & Plass, "Breaking Paragraphs into Lines" (1981), with
 * character widths in units of 1/18 em as there, and small made-up paragraphs.
 */
#include "layout/lines.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_BREAKS 2000

static int failures;

static void check(int right, const char *what)
{
	if (right)
		return;
	printf("lines: %s\n", what);
	failures++;
}

/* "-" in the text is an optional hyphen, "=" one that always shows. */
static const char frog_king[] =
	"In olden times when wish-ing still helped one, there lived a king whose daugh-ters "
	"were all beau-ti-ful; and the young-est was so beau-ti-ful that the sun it-self, "
	"which has seen so much, was aston-ished when-ever it shone in her face. Close by the "
	"king's castle lay a great dark for-est, and un-der an old lime=tree in the for-est "
	"was a well, and when the day was very warm, the king's child went out into the "
	"for-est and sat down by the side of the cool foun-tain; and when she was bored she "
	"took a golden ball, and threw it up on high and caught it; and this ball was her "
	"favor-ite play-thing.";

static int letter_width(char c)
{
	static const char *const by_width[] = {
		[5] = "il,;.'", [6] = "fjI-=", [7] = "rst", [8] = "ecz",
		[9] = "agov", [10] = "bdhknpquxy", [13] = "wC", [15] = "m",
	};

	for (int w = 5; w <= 15; w++)
		if (by_width[w] && strchr(by_width[w], c))
			return w;
	return 9;
}

struct sample {
	struct fit_break breaks[MAX_BREAKS];
	const char *starts[MAX_BREAKS]; /* where each break is in the text */
	int n;
};

static void add(struct sample *s, const struct fit_break *b, const char *at)
{
	s->starts[s->n] = at;
	s->breaks[s->n++] = *b;
}

static void add_space(struct sample *s, struct fit_sum *sum, const char *at)
{
	struct fit_break b = { .end = *sum };
	char before = at[-1];

	sum->width += before == '.' ? 8 : 6;
	sum->stretch += before == '.' ? 6 : before == ',' || before == ';' ? 4 : 3;
	sum->shrink += before == '.' || before == ';' ? 1 : 2;
	b.next = *sum;
	add(s, &b, at + 1);
}

static struct sample *read_text(const char *text)
{
	struct sample *s = calloc(1, sizeof *s);
	struct fit_sum sum = { 0 };
	struct fit_break begin = { .cost = 0 };

	add(s, &begin, text);
	for (const char *p = text; *p; p++) {
		struct fit_break b = { .end = sum, .next = sum, .flagged = true, .cost = 50 };

		if (*p == ' ') {
			add_space(s, &sum, p);
			continue;
		}
		if (*p == '-') {
			b.hyphen = letter_width('-');
			add(s, &b, p + 1);
			continue;
		}
		sum.width += letter_width(*p);
		if (*p == '=') {
			b.end = b.next = sum;
			add(s, &b, p + 1);
		}
	}
	struct fit_break end = { .end = sum, .next = sum };
	add(s, &end, text + strlen(text));
	return s;
}

static void check_start(const char *at, int line, const char *expected)
{
	char plain[64];
	size_t k = 0;

	for (; *at && k < sizeof plain - 1; at++)
		if (*at != '-')
			plain[k++] = *at;
	plain[k] = '\0';
	if (strncmp(plain, expected, strlen(expected)) == 0)
		return;
	printf("lines: line %d begins \"%.20s\", not \"%s\"\n", line, plain, expected);
	failures++;
}

static void check_frog_king(void)
{
	static const char *const expected[] = {
		"there lived", "tiful; and", "sun itself", "whenever", "castle", "lime=tree",
		"day was", "the forest", "fountain", "ball, and", "this ball",
	};
	struct arena *a = arena_new();
	struct sample *s = read_text(frog_king);
	const struct fit_line *lines;
	struct fit_rules r = fit_rules_good(390);
	int n;

	r.first_indent = 18;
	r.tolerance[1] = 1.26;
	n = fit_lines(a, s->breaks, s->n, &r, &lines);
	check(n == 12, "the frog king has twelve lines");
	for (int i = 1; i < n && i <= 11; i++)
		check_start(s->starts[lines[i].from], i + 1, expected[i - 1]);
	for (int i = 0; i < n; i++)
		check(lines[i].ratio >= -1 && lines[i].ratio <= 1.26, "a line is out of tolerance");
	free(s);
	arena_free(a);
}

/* At some widths the paragraph may be had a line longer, and of good lines; never much. */
static void check_exactly(void)
{
	struct arena *a = arena_new();
	struct sample *s = read_text(frog_king);
	const struct fit_line *lines;
	int n_longer = 0;

	for (int width = 300; width < 600; width += 10) {
		struct fit_rules r = fit_rules_good(width);
		int best = fit_lines(a, s->breaks, s->n, &r, &lines);
		int longer = fit_exactly(a, s->breaks, s->n, &r, best + 1, &lines);

		check(longer == 0 || longer == best + 1, "the number of lines that was asked for");
		for (int i = 0; i < longer; i++)
			check(lines[i].ratio >= -1 && lines[i].ratio <= 1.26, "of good lines");
		check(!fit_exactly(a, s->breaks, s->n, &r, best + 5, &lines), "never five more");
		n_longer += longer > 0;
	}
	check(n_longer > 0, "one line more where that can be");
	free(s);
	arena_free(a);
}

/* A line that ends within a word can be had without, at some widths, in as many lines. */
static void check_undivided(void)
{
	struct arena *a = arena_new();
	struct sample *s = read_text(frog_king);
	const struct fit_line *lines;
	int n_divided = 0, n_mended = 0;

	for (int i = 0; i < s->n; i++)
		s->breaks[i].divides = s->breaks[i].flagged;
	for (int width = 200; width < 600; width += 10) {
		struct fit_rules r = fit_rules_good(width);
		int n = fit_lines(a, s->breaks, s->n, &r, &lines), k = 0, other;

		while (k < n - 1 && !s->breaks[lines[k].to].divides)
			k++;
		if (k == n - 1)
			continue;
		n_divided++;
		r.undivided = k + 1;
		other = fit_exactly(a, s->breaks, s->n, &r, n, &lines);
		check(other == 0 || other == n, "as many lines");
		check(!other || !s->breaks[lines[k].to].divides,
		      "the line ends with a word");
		n_mended += other > 0;
	}
	check(n_divided > n_mended && n_mended > 0, "some lines need not divide a word");
	free(s);
	arena_free(a);
}

/* Two words, the second wider than the measure: it stands alone, overfull. */
static void check_overfull(void)
{
	struct arena *a = arena_new();
	struct fit_break b[] = {
		{ .cost = 0 },
		{ .end = { 20, 0, 0 }, .next = { 26, 3, 2 } },
		{ .end = { 226, 3, 2 }, .next = { 226, 3, 2 } },
	};
	struct fit_rules r = fit_rules_good(100);
	const struct fit_line *lines;
	int n = fit_lines(a, b, 3, &r, &lines);

	check(n == 2 && lines[0].to == 1 && lines[0].over == 0, "a long word has its own line");
	check(n == 2 && lines[1].over == 100, "the overfull line says by how much");
	r = fit_rules_plain(100);
	n = fit_lines(a, b, 3, &r, &lines);
	check(n == 2 && lines[1].over == 100, "the same in plain mode");
	arena_free(a);
}

/* Equal words of width 60 with a hyphenation point in the middle, measure 94: each line
 * would like to end in a hyphen. */
static void check_ladder(void)
{
	struct arena *a = arena_new();
	struct fit_break b[64] = { { .cost = 0 } };
	struct fit_rules r = fit_rules_good(94);
	const struct fit_line *lines;
	int n = 1, in_row = 0, most = 0;
	int64_t x = 0;

	for (int w = 0; w < 10; w++) {
		struct fit_sum half = { x + 30, w * 3, w * 2, 0 }, all = { x + 60, w * 3, w * 2, 0 };
		struct fit_sum next = { x + 66, w * 3 + 3, w * 2 + 2, 0 };

		b[n++] = (struct fit_break){ .end = half, .next = half, .hyphen = 1,
					     .flagged = true };
		b[n++] = (struct fit_break){ .end = all, .next = next };
		x += 66;
	}
	r.tolerance[0] = 0;
	r.tolerance[1] = 20;
	r.hyphens_demerit = 0;
	r.ladder = 1;
	int n_lines = fit_lines(a, b, n, &r, &lines);
	for (int i = 0; i < n_lines; i++) {
		in_row = b[lines[i].to].flagged ? in_row + 1 : 0;
		most = in_row > most ? in_row : most;
	}
	check(most == 1, "no more hyphens in a row than the ladder allows");
	arena_free(a);
}

/* Words of width 40 on lines of 94; the last has a hyphenation point: its end alone on the
 * last line would be the best fit, but is not taken. */
static void check_stranded(void)
{
	struct arena *a = arena_new();
	struct fit_break b[] = {
		{ .cost = 0 },
		{ .end = { 40, 0, 0 }, .next = { 46, 6, 2 } },
		{ .end = { 71, 6, 2 }, .next = { 77, 12, 4 } },
		{ .end = { 92, 12, 4 }, .next = { 92, 12, 4 }, .hyphen = 2, .flagged = true },
		{ .end = { 132, 12, 4 }, .next = { 132, 12, 4 } },
	};
	struct fit_rules r = fit_rules_good(94);
	const struct fit_line *lines;

	r.tolerance[1] = 20;
	check(fit_lines(a, b, 5, &r, &lines) == 2 && lines[0].to == 2,
	      "the last line is more than the end of a word");
	r.strands_syllables = true;
	check(fit_lines(a, b, 5, &r, &lines) == 2 && lines[0].to == 3,
	      "unless that is allowed");
	arena_free(a);
}

/* Two words that nothing fits beside, so that their lines cannot be filled; then some that
 * fit.  The faults of the first lines, squared, are so great that beside them all others are
 * lost in rounding. */
static void check_revived(void)
{
	struct arena *a = arena_new();
	struct fit_break b[] = {
		{ .cost = 0 },
		{ .end = { 50, 0, 0 }, .next = { 56, 9, 2 } },
		{ .end = { 144, 9, 2 }, .next = { 156, 18, 4 } },
		{ .end = { 200, 18, 4 }, .next = { 206, 27, 6 } },
		{ .end = { 235, 27, 6 }, .next = { 241, 36, 8 } },
		{ .end = { 250, 36, 8 }, .next = { 256, 45, 10 } },
		{ .end = { 270, 45, 10 }, .next = { 270, 45, 10 } },
	};
	struct fit_rules r = fit_rules_plain(94);
	const struct fit_line *lines;
	int n = fit_lines(a, b, 7, &r, &lines);

	check(n == 4 && lines[0].to == 1 && lines[1].to == 2, "what fits nowhere stands alone");
	check(n == 4 && lines[2].to == 5, "and the lines behind it are the best");
	arena_free(a);
}

/* Two words and a space that is 86 wide: what letters and the space give together. */
static double ratio_with_letters(Len width, Len *over)
{
	struct arena *a = arena_new();
	struct fit_break b[] = {
		{ .cost = 0 },
		{ .end = { 86, 6, 2, 2 }, .next = { 92, 12, 4, 2 } },
		{ .end = { 132, 12, 4, 3 }, .next = { 132, 12, 4, 3 } },
	};
	struct fit_rules r = fit_rules_good(width);
	const struct fit_line *lines;
	double ratio;

	fit_lines(a, b, 3, &r, &lines);
	ratio = lines[0].ratio;
	*over = lines[0].over;
	arena_free(a);
	return ratio;
}

static void check_letters(void)
{
	Len over;

	check(ratio_with_letters(90, &over) == 0.5, "letters and spaces stretch alike");
	check(ratio_with_letters(94, &over) == 1, "both as far as they may");
	check(ratio_with_letters(100, &over) == 2, "then spaces alone");
	check(ratio_with_letters(84, &over) == -0.5 && over == 0, "both shrink");
	check(ratio_with_letters(72, &over) == -1 && over == 10, "but not for ever");
}

/* ---- against all ways there are ---- */

static double ratio_of(const struct fit_break *s, const struct fit_break *e, Len width)
{
	double left = (double)(width - (e->end.width - s->next.width) - e->hyphen);
	double glue = (double)(left >= 0 ? e->end.stretch - s->next.stretch
					 : e->end.shrink - s->next.shrink);

	if (left == 0)
		return 0;
	return glue > 0 ? left / glue : left > 0 ? 1e6 : -1e6;
}

static int class_of(double r)
{
	return r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
}

/* Demerits of a way as Knuth & Plass define them (their section on "Mathematical Formulas",
 * with the adjacency classes of TeX); below zero: it does not fit. */
static double demerits_of_way(const struct fit_break *b, const int *way, int n,
			      const struct fit_rules *r)
{
	double sum = 0;
	int class = 1;

	for (int i = 1; i < n; i++) {
		const struct fit_break *s = &b[way[i - 1]], *e = &b[way[i]];
		bool last = i == n - 1;
		double x = ratio_of(s, e, r->width), d;

		if (last && x > 0)
			x = 0;
		if (x < -1.0001 || x > r->tolerance[0])
			return -1;
		d = r->line_demerit + 100 * fabs(x * x * x) + e->cost;
		sum += d * d;
		if (s->flagged && (e->flagged || last))
			sum += last ? r->last_hyphen_demerit : r->hyphens_demerit;
		if (abs(class_of(x) - class) > 1)
			sum += r->fitness_demerit;
		class = class_of(x);
	}
	return sum;
}

#define N_POINTS 12 /* of which each may be a break or not */

static double best_way(const struct fit_break *b, const struct fit_rules *r)
{
	double best = -1;

	for (int bits = 0; bits < 1 << (N_POINTS - 2); bits++) {
		int way[N_POINTS] = { 0 }, n = 1;
		double d;

		for (int i = 1; i < N_POINTS - 1; i++)
			if (bits >> (i - 1) & 1)
				way[n++] = i;
		way[n++] = N_POINTS - 1;
		d = demerits_of_way(b, way, n, r);
		if (d >= 0 && (best < 0 || d < best))
			best = d;
	}
	return best;
}

/* Small random paragraphs: nothing is better than what was found. */
static void check_optimum(void)
{
	unsigned seed = 7;
	int tried = 0;

	for (int round = 0; round < 1000; round++) {
		struct arena *a = arena_new();
		struct fit_break b[N_POINTS] = { { .cost = 0 } };
		struct fit_rules r = fit_rules_good(PT(100));
		struct fit_sum sum = { 0 };
		const struct fit_line *lines;
		int way[N_POINTS] = { 0 };
		double best;

		r.ladder = 0;
		r.strands_syllables = true;
		r.tolerance[0] = 4;
		for (int i = 1; i < N_POINTS; i++) {
			seed = seed * 1103515245u + 12345u;
			sum.width += PT(10 + (int)((seed >> 16) % 30));
			b[i].flagged = (seed >> 8) % 3 == 0 && i + 1 < N_POINTS;
			b[i].hyphen = b[i].flagged ? PT(4) : 0;
			b[i].cost = b[i].flagged ? 50 : 0;
			b[i].end = sum;
			if (!b[i].flagged)
				sum = (struct fit_sum){ sum.width + PT(6), sum.stretch + PT(5),
							sum.shrink + PT(2), 0 };
			b[i].next = sum;
		}
		best = best_way(b, &r);
		if (best >= 0) {
			int n = fit_lines(a, b, N_POINTS, &r, &lines);
			double found;

			for (int i = 0; i < n; i++)
				way[i + 1] = lines[i].to;
			found = demerits_of_way(b, way, n + 1, &r);
			check(found >= 0 && found <= best * 1.000001 + 1e-6, "a better way exists");
			tried++;
		}
		arena_free(a);
	}
	check(tried > 200, "enough paragraphs were tried");
}

/* A paragraph of 200,000 words is no trouble. */
static void check_long(void)
{
	struct arena *a = arena_new();
	struct fit_break *b = calloc(200002, sizeof *b);
	struct fit_rules r = fit_rules_good(390);
	const struct fit_line *lines;
	int64_t x = 0;
	unsigned seed = 1;
	int n = 1;

	for (int w = 0; w < 200000; w++) {
		seed = seed * 1103515245u + 12345u;
		x += 18 + (seed >> 16) % 60;
		b[n].end = (struct fit_sum){ x, w * 3, w * 2, 0 };
		x += 6;
		b[n++].next = (struct fit_sum){ x, w * 3 + 3, w * 2 + 2, 0 };
	}
	int n_lines = fit_lines(a, b, n, &r, &lines);
	check(n_lines > 20000 && n_lines < 35000, "a very long paragraph is broken");
	check(lines[n_lines - 1].to == n - 1, "to its end");
	free(b);
	arena_free(a);
}

int main(void)
{
	check_frog_king();
	check_exactly();
	check_undivided();
	check_overfull();
	check_ladder();
	check_stranded();
	check_revived();
	check_letters();
	check_optimum();
	check_long();
	if (!failures)
		puts("ok");
	return failures != 0;
}
