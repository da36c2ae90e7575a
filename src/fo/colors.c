/*
 * colors.c - colours by name and by number
 */
#include "fo/refine.h"

#include <stdlib.h>
#include <string.h>

struct named {
	const char *name;
	uint32_t rgb;
};

static const struct named names[] = {
#define COLOR(name, rgb) { name, rgb },
#include "fo/colors.def"
#undef COLOR
};

static int compare(const void *key, const void *entry)
{
	return g_ascii_strcasecmp(key, ((const struct named *)entry)->name);
}

/* #rgb, #rgba, #rrggbb, #rrggbbaa */
static bool from_digits(const char *digits, struct color *c)
{
	size_t n = strlen(digits);
	size_t width = n <= 4 ? 1 : 2;
	uint8_t channel[4] = { 0, 0, 0, 255 };

	if ((n != 3 && n != 4 && n != 6 && n != 8) || strspn(digits, "0123456789abcdefABCDEF") != n)
		return false;
	for (size_t i = 0; i < n / width; i++) {
		int high = g_ascii_xdigit_value(digits[i * width]);
		int low = g_ascii_xdigit_value(digits[i * width + width - 1]);

		channel[i] = (uint8_t)(high * 16 + low);
	}
	*c = (struct color){ channel[0], channel[1], channel[2], channel[3] };
	return true;
}

bool color_find(const char *text, struct color *c)
{
	const struct named *at;

	if (*text == '#')
		return from_digits(text + 1, c);
	if (strcmp(text, "transparent") == 0) {
		*c = (struct color){ 0, 0, 0, 0 };
		return true;
	}
	at = bsearch(text, names, G_N_ELEMENTS(names), sizeof *names, compare);
	if (!at)
		return false;
	*c = (struct color){ (uint8_t)(at->rgb >> 16), (uint8_t)(at->rgb >> 8 & 255),
			     (uint8_t)(at->rgb & 255), 255 };
	return true;
}
