/*
 * icc.c - whether a colour profile can be passed on
 *
 * A damaged profile, or one for other colours than the picture's, makes readers refuse the
 * picture: then it is left out.
 */
#include "image/formats.h"

#include <string.h>

enum { HEADER = 128, VERSION = 8, CLASS = 12, SPACE = 16, SIGNATURE = 36, ENTRY = 12 };

static bool is_one_of(const unsigned char *p, const char *names)
{
	for (; *names; names += 4)
		if (memcmp(p, names, 4) == 0)
			return true;
	return false;
}

bool icc_fits(const unsigned char *p, size_t n, int n_components)
{
	size_t n_tags;

	if (n < HEADER + 4 || be32(p) != n || memcmp(p + SIGNATURE, "acsp", 4) != 0 ||
	    p[VERSION] < 2 || p[VERSION] > 4 || !is_one_of(p + CLASS, "scnrmntrprtrspac"))
		return false;
	if (!is_one_of(p + SPACE, n_components == 1   ? "GRAY"
				  : n_components == 3 ? "RGB "
						      : "CMYK"))
		return false;
	n_tags = be32(p + HEADER);
	if (n_tags == 0 || n_tags > (n - HEADER - 4) / ENTRY)
		return false;
	for (size_t i = 0; i < n_tags; i++) {
		const unsigned char *tag = p + HEADER + 4 + i * ENTRY;

		if (be32(tag + 4) > n || be32(tag + 8) > n - be32(tag + 4))
			return false;
	}
	return true;
}
