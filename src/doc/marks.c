/*
 * marks.c - quotation marks, and what stands between the things of a list, by CLDR
 *
 * ICU joins whole lists only: four private characters are joined, and the text between two
 * of them is what was asked for.
 */
#include "doc/locale.h"

#include <glib.h>
#include <string.h>
#include <unicode/ulistformatter.h>
#include <unicode/ulocdata.h>

enum { FIRST = 0xe000, MAX_THINGS = 4 };

static const struct {
	const char *name;
	ULocaleDataDelimiterType type;
} quotes[] = {
	{"quote.open", ULOCDATA_QUOTATION_START},
	{"quote.close", ULOCDATA_QUOTATION_END},
	{"quote.open.inner", ULOCDATA_ALT_QUOTATION_START},
	{"quote.close.inner", ULOCDATA_ALT_QUOTATION_END},
};

/* between: the thing before which the mark stands */
static const struct {
	const char *name;
	UListFormatterType type;
	int things, between;
} joints[] = {
	{"list.comma", ULISTFMT_TYPE_AND, 4, 1},
	{"list.two", ULISTFMT_TYPE_AND, 2, 1},
	{"list.last", ULISTFMT_TYPE_AND, 4, 3},
	{"list.or", ULISTFMT_TYPE_OR, 2, 1},
};

static char *quote(ULocaleDataDelimiterType type, const char *locale)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &e);
	UChar mark[8];
	int32_t n = ulocdata_getDelimiter(data, type, mark, 8, &e);

	ulocdata_close(data);
	return U_SUCCESS(e) ? g_utf16_to_utf8(mark, n, NULL, NULL, NULL) : NULL;
}

static char *joint(UListFormatterType type, int things, int between, const char *locale)
{
	UErrorCode e = U_ZERO_ERROR;
	UListFormatter *f = ulistfmt_openForType(locale, type, ULISTFMT_WIDTH_WIDE, &e);
	UChar thing[MAX_THINGS], joined[128];
	const UChar *all[MAX_THINGS];
	int32_t lengths[MAX_THINGS], n, from = 0, to;

	for (int i = 0; i < things; i++) {
		thing[i] = (UChar)(FIRST + i);
		all[i] = &thing[i];
		lengths[i] = 1;
	}
	n = ulistfmt_format(f, all, lengths, things, joined, 128, &e);
	ulistfmt_close(f);
	if (U_FAILURE(e))
		return NULL;
	while (from < n && joined[from] != FIRST + between - 1)
		from++;
	for (to = from; to < n && joined[to] != FIRST + between;)
		to++;
	return to < n ? g_utf16_to_utf8(joined + from + 1, to - from - 1, NULL, NULL, NULL)
		      : NULL;
}

char *locale_mark(const char *name, const char *lang)
{
	g_autofree char *locale = locale_icu(lang);

	for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++)
		if (strcmp(name, quotes[i].name) == 0)
			return quote(quotes[i].type, locale);
	for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
		if (strcmp(name, joints[i].name) == 0)
			return joint(joints[i].type, joints[i].things, joints[i].between,
				     locale);
	return NULL;
}
