/*
 * standin.c - what cairo is given for a picture
 */
#include "pdf/standin.h"

#include <stdlib.h>
#include <string.h>

/* Start of image, a comment with our name and the index, a frame header, end of image. */
static const unsigned char BEGIN[] = "\xFF\xD8\xFF\xFE\x00\x16handbook-pic";
static const unsigned char FRAME[] = "\xFF\xC0\x00\x11\x08\x00\x01\x00\x01\x03"
				     "\x01\x11\x00\x02\x11\x00\x03\x11\x00\xFF\xD9";

enum { INDEX_AT = sizeof BEGIN - 1, N_DIGITS = 8 };

GBytes *standin_new(int index)
{
	GByteArray *a = g_byte_array_new();
	char digits[N_DIGITS + 1];

	g_snprintf(digits, sizeof digits, "%08d", index);
	g_byte_array_append(a, BEGIN, INDEX_AT);
	g_byte_array_append(a, (const guint8 *)digits, N_DIGITS);
	g_byte_array_append(a, FRAME, sizeof FRAME - 1);
	return g_byte_array_free_to_bytes(a);
}

int standin_index(const char *stream, size_t n)
{
	char digits[N_DIGITS + 1] = {0};

	if (n < INDEX_AT + N_DIGITS || memcmp(stream, BEGIN, INDEX_AT) != 0)
		return -1;
	memcpy(digits, stream + INDEX_AT, N_DIGITS);
	return atoi(digits);
}
