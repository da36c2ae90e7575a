/*
 * profile.c - colour profiles that the program makes itself
 *
 * The one for inks is a table: Neugebauer's model, by which an area's colour is the mean of
 * the sixteen overprints weighted with the shares that dots of the four inks cover by
 * chance, after the dots have grown in print.  The overprints are those of ISO 12647-2 on
 * coated paper, seen relative to the paper.
 */
#include "pdf/profile.h"

#include <math.h>
#include <string.h>

enum { HEADER = 128, ENTRY = 12 };

struct builder {
	GByteArray *out;
	guint n_tags;
};

static void put32(guint8 *to, long v)
{
	for (int i = 0; i < 4; i++)
		to[i] = (guint8)(v >> (24 - 8 * i));
}

static void add32(GByteArray *a, long v)
{
	guint8 bytes[4];

	put32(bytes, v);
	g_byte_array_append(a, bytes, 4);
}

static void add(GByteArray *a, const char *s, size_t n)
{
	g_byte_array_append(a, (const guint8 *)s, (guint)n);
}

static long fixed(double v)
{
	return (long)(v * 65536 + (v < 0 ? -0.5 : 0.5));
}

static const double WHITE[] = {0.9642, 1, 0.8249}; /* D50 */

/* ---- the frame ---- */

static struct builder begin(guint n_tags)
{
	struct builder b = {g_byte_array_new(), 0};
	guint n = HEADER + 4 + ENTRY * n_tags;

	g_byte_array_set_size(b.out, n);
	memset(b.out->data, 0, n);
	put32(b.out->data + HEADER, n_tags);
	return b;
}

/* Enters the element from an offset to the end; elements begin on words. */
static void end_tag(struct builder *b, const char *name, guint from)
{
	guint8 *entry = b->out->data + HEADER + 4 + ENTRY * b->n_tags++;

	memcpy(entry, name, 4);
	put32(entry + 4, from);
	put32(entry + 8, b->out->len - from);
	while (b->out->len % 4)
		add(b->out, "", 1);
}

static void put_text(struct builder *b, const char *name, const char *text)
{
	guint from = b->out->len;

	add(b->out,
	    "mluc\0\0\0\0\0\0\0\1\0\0\0\x0C"
	    "enUS",
	    20);
	add32(b->out, (long)(2 * strlen(text)));
	add32(b->out, 28);
	for (; *text; text++) {
		add(b->out, "", 1);
		add(b->out, text, 1);
	}
	end_tag(b, name, from);
}

static void put_numbers(struct builder *b, const char *name, const char *type,
			const double *v, int n)
{
	guint from = b->out->len;

	add(b->out, type, 4);
	add32(b->out, 0);
	if (strcmp(type, "para") == 0)
		add32(b->out, 0x30000); /* (a x + b)^g above d, c x below */
	for (int i = 0; i < n; i++)
		add32(b->out, fixed(v[i]));
	end_tag(b, name, from);
}

/* kind: class, colour space, connection space, date. */
static GByteArray *finish(struct builder *b, const char *kind)
{
	guint8 *head = b->out->data;

	put32(head, b->out->len);
	put32(head + 8, 0x04300000);
	memcpy(head + 12, kind, 12);
	memcpy(head + 24, "\x07\xe8\0\1\0\1", 6); /* 2024-01-01 */
	memcpy(head + 36, "acsp", 4);
	for (int i = 0; i < 3; i++)
		put32(head + 68 + 4 * i, fixed(WHITE[i]));
	return b->out;
}

/* ---- sRGB ---- */

GByteArray *profile_srgb(void)
{
	static const double red[] = {0.43607, 0.22249, 0.01392};
	static const double green[] = {0.38515, 0.71687, 0.09708};
	static const double blue[] = {0.14307, 0.06061, 0.71410};
	static const double curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	static const double adaptation[] = {1.04788,  0.02292,  -0.05022, 0.02959, 0.99048,
					    -0.01707, -0.00925, 0.01508,  0.75168};
	struct builder b = begin(10);
	guint trc;

	put_text(&b, "desc", "sRGB");
	put_text(&b, "cprt", "CC0");
	put_numbers(&b, "wtpt", "XYZ ", WHITE, 3);
	put_numbers(&b, "rXYZ", "XYZ ", red, 3);
	put_numbers(&b, "gXYZ", "XYZ ", green, 3);
	put_numbers(&b, "bXYZ", "XYZ ", blue, 3);
	trc = b.out->len;
	put_numbers(&b, "rTRC", "para", curve, 5);
	end_tag(&b, "gTRC", trc);
	end_tag(&b, "bTRC", trc);
	put_numbers(&b, "chad", "sf32", adaptation, 9);
	return finish(&b, "mntrRGB XYZ ");
}

/* ---- inks ---- */

enum { GRID = 7, CYAN = 1, MAGENTA = 2, YELLOW = 4, BLACK = 8 };

static const double GAIN = 0.14; /* how much a dot of one half grows */

struct xyz {
	double v[3];
};

/* L, a, b over the paper's, by ink: bit 0 cyan, 1 magenta, 2 yellow. */
static const double OVERPRINTS[8][3] = {{95, 0, -2},   {55, -37, -50}, {48, 74, -3},
					{24, 22, -46}, {89, -5, 93},   {50, -65, 27},
					{47, 68, 48},  {23, 0, 0}};
static const double BLACK_INK[3] = {16, 0, 0};

static double cubed(double t)
{
	return t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29);
}

static double rooted(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : t * 841 / 108 + 4.0 / 29;
}

/* Shares of white. */
static struct xyz from_lab(const double *lab)
{
	double y = (lab[0] + 16) / 116;

	return (struct xyz){{cubed(y + lab[1] / 500), cubed(y), cubed(y - lab[2] / 200)}};
}

/* Black ink hides what lies below in the same measure in which it darkens paper. */
static void mix_overprints(struct xyz *overprints)
{
	struct xyz paper = from_lab(OVERPRINTS[0]), black = from_lab(BLACK_INK);

	for (int i = 0; i < 8; i++) {
		struct xyz c = from_lab(OVERPRINTS[i]);

		for (int k = 0; k < 3; k++) {
			overprints[i].v[k] = c.v[k] / paper.v[k];
			overprints[i | BLACK].v[k] =
				overprints[i].v[k] * black.v[k] / paper.v[k];
		}
	}
}

static void put_colour(GByteArray *out, const struct xyz *overprints, const double *dots)
{
	double sum[3] = {0}, f[3], lab[3];

	for (int i = 0; i < 16; i++) {
		double share = 1;

		for (int ink = 0; ink < 4; ink++)
			share *= i >> ink & 1 ? dots[ink] : 1 - dots[ink];
		for (int k = 0; k < 3; k++)
			sum[k] += share * overprints[i].v[k];
	}
	for (int k = 0; k < 3; k++)
		f[k] = rooted(sum[k]);
	lab[0] = (116 * f[1] - 16) * 2.55;
	lab[1] = 500 * (f[0] - f[1]) + 128;
	lab[2] = 200 * (f[1] - f[2]) + 128;
	for (int k = 0; k < 3; k++) {
		guint8 byte = (guint8)(CLAMP(lab[k], 0, 255) + 0.5);

		g_byte_array_append(out, &byte, 1);
	}
}

/* A share that does not change on its way. */
static void put_ramps(GByteArray *out, int n)
{
	for (int i = 0; i < n * 256; i++) {
		guint8 byte = (guint8)i;

		g_byte_array_append(out, &byte, 1);
	}
}

static void put_table(GByteArray *out)
{
	struct xyz overprints[16];

	mix_overprints(overprints);
	for (int i = 0; i < GRID * GRID * GRID * GRID; i++) {
		double dots[4];

		for (int ink = 3, rest = i; ink >= 0; ink--, rest /= GRID) {
			double a = rest % GRID / (GRID - 1.0);

			dots[ink] = a + 4 * GAIN * a * (1 - a);
		}
		put_colour(out, overprints, dots);
	}
}

GByteArray *profile_cmyk(void)
{
	static const char head[] = {'m', 'f', 't', '1', 0, 0, 0, 0, 4, 3, GRID, 0};
	struct builder b = begin(4);
	guint from;

	put_text(&b, "desc", "Offset print on coated paper");
	put_text(&b, "cprt", "CC0");
	put_numbers(&b, "wtpt", "XYZ ", WHITE, 3);
	from = b.out->len;
	add(b.out, head, sizeof head);
	for (int i = 0; i < 9; i++)
		add32(b.out, i % 4 == 0 ? 65536 : 0);
	put_ramps(b.out, 4);
	put_table(b.out);
	put_ramps(b.out, 3);
	end_tag(&b, "A2B0", from);
	return finish(&b, "scnrCMYKLab ");
}
