/*
 * exif.c - how a camera was held
 */
#include "image/formats.h"

#include <string.h>

enum { ORIENTATION = 0x0112, SHORT = 3, ENTRY = 12 };

static unsigned read16(const unsigned char *p, bool little)
{
	return little ? p[0] | (unsigned)p[1] << 8 : be16(p);
}

static size_t read32(const unsigned char *p, bool little)
{
	return little ? read16(p, true) | (size_t)read16(p + 2, true) << 16 : be32(p);
}

int exif_orientation(const unsigned char *p, size_t n)
{
	bool little = n >= 8 && memcmp(p, "II*\0", 4) == 0;
	size_t at, n_entries;

	if (n < 8 || (!little && memcmp(p, "MM\0*", 4) != 0))
		return 1;
	at = read32(p + 4, little);
	if (at > n - 2)
		return 1;
	n_entries = read16(p + at, little);
	for (at += 2; n_entries > 0 && at + ENTRY <= n; n_entries--, at += ENTRY) {
		unsigned value = read16(p + at + 8, little);

		if (read16(p + at, little) == ORIENTATION &&
		    read16(p + at + 2, little) == SHORT)
			return value >= 1 && value <= 8 ? (int)value : 1;
	}
	return 1;
}
