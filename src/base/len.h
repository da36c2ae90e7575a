/*
 * len.h - lengths, sizes and colours
 *
 * Every length in the program is a Len: 1/1024 point, an int32_t, so that layout is exact
 * and the same on every machine.  A Len reaches 2,097,151 pt; a running sum over a whole
 * book is an int64_t.  Only pdf/ turns lengths into floating point.
 */
#ifndef BASE_LEN_H
#define BASE_LEN_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t Len;

#define LEN_MAX INT32_MAX

/* A constant length: PT(12), PT(0.5). */
#define PT(points) ((Len)((points)*1024.0 + ((points) < 0 ? -0.5 : 0.5)))

struct size {
	Len width, height;
};

struct rect {
	Len x, y, width, height; /* y grows downwards */
};

struct color {
	uint8_t r, g, b, a; /* a = 0 is transparent: nothing is painted */
};

/* Points, for printing and for cairo. */
static inline double len_pt(Len l)
{
	return l / 1024.0;
}

static inline Len len_min(Len a, Len b)
{
	return a < b ? a : b;
}

static inline Len len_max(Len a, Len b)
{
	return a > b ? a : b;
}

/* The length nearest to a sum that may have grown past every page: half the range, so
 * that any two of them can still be added. */
static inline Len len_bounded(int64_t l)
{
	return (Len)(l > LEN_MAX / 2 ? LEN_MAX / 2 : l < -LEN_MAX / 2 ? -LEN_MAX / 2 : l);
}

/* a * num / den, rounded to nearest, without overflow in between. */
static inline Len len_scale(Len a, int64_t num, int64_t den)
{
	int64_t p = (int64_t)a * num;

	return len_bounded((p + (p < 0 ? -den : den) / 2) / den);
}

#endif
