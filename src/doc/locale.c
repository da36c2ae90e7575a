/*
 * locale.c - names, dates and spellings of languages, by ICU
 */
#include "doc/locale.h"

#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

/* ---- text --------------------------------------------------------------------------- */

static UChar *utf16(const char *text, int32_t *n)
{
	int32_t room = (int32_t)strlen(text) + 1;
	UChar *u = g_new(UChar, room);
	UErrorCode e = U_ZERO_ERROR;

	u_strFromUTF8WithSub(u, room, n, text, -1, 0xfffd, NULL, &e);
	return u;
}

static char *utf8(const UChar *u, int32_t n)
{
	char *text = g_malloc((size_t)n * 3 + 1);
	UErrorCode e = U_ZERO_ERROR;

	u_strToUTF8WithSub(text, n * 3 + 1, NULL, u, n, 0xfffd, NULL, &e);
	text[MIN((size_t)n * 3, strlen(text))] = '\0';
	return text;
}

/* Whether ICU has anything to say of a locale's language. */
static bool is_known(const char *locale)
{
	size_t n = strcspn(locale, "_@");

	for (int32_t i = 0; n > 0 && i < uloc_countAvailable(); i++) {
		const char *known = uloc_getAvailable(i);

		if (strncmp(known, locale, n) == 0 && (known[n] == '\0' || known[n] == '_'))
			return true;
	}
	return false;
}

static void icu_locale(const char *lang, char *out, int room)
{
	UErrorCode e = U_ZERO_ERROR;

	if (uloc_forLanguageTag(lang, out, room, NULL, &e) <= 0 || U_FAILURE(e) ||
	    !is_known(out))
		g_strlcpy(out, "en_001", (size_t)room);
}

char *locale_icu(const char *lang)
{
	char locale[ULOC_FULLNAME_CAPACITY];

	icu_locale(lang, locale, sizeof locale);
	return g_strdup(locale);
}

char *locale_tag(const char *code)
{
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY], out[ULOC_FULLNAME_CAPACITY];
	size_t n = strcspn(code, ".@");
	const char *at = strchr(code + n, '@');
	g_autofree char *bare = g_strndup(code, n);
	g_autofree char *tag = g_strconcat(g_strdelimit(bare, "_", '-'),
					   at && strcmp(at, "@latin") == 0      ? "-Latn"
					   : at && strcmp(at, "@cyrillic") == 0 ? "-Cyrl"
										: "",
					   NULL);
	int32_t used = 0;

	if (uloc_forLanguageTag(tag, locale, sizeof locale, &used, &e) <= 0 ||
	    U_FAILURE(e) || (size_t)used != strlen(tag) || strchr(locale, '@'))
		return g_strdup(code);
	if (uloc_toLanguageTag(locale, out, sizeof out, true, &e) <= 0 || U_FAILURE(e))
		return g_strdup(code);
	return g_strdup(out);
}

/* ---- dates -------------------------------------------------------------------------- */

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* How many of year, month and day there are; 0: no date. */
static int parse_date(const char *s, int *year, int *month, int *day)
{
	int used = 0, n;

	*month = *day = 1;
	n = sscanf(s, "%4d%n-%2d%n-%2d%n", year, &used, month, &used, day, &used);
	if (n < 1 || used < (n == 1 ? 4 : n == 2 ? 7 : 10))
		return 0;
	if (s[used] != '\0' && !(n == 3 && s[used] == 'T'))
		return 0;
	if (*month < 1 || *month > 12 || *day < 1 || *day > days_of(*year, *month))
		return 0;
	return n;
}

bool locale_is_date(const char *date)
{
	int year, month, day;

	return parse_date(date, &year, &month, &day) > 0;
}

static const char *skeleton(const char *style, int parts)
{
	if (parts == 1)
		return "y";
	if (strcmp(style, "short") == 0)
		return parts == 2 ? "yM" : "yMd";
	if (parts == 2)
		return strcmp(style, "medium") == 0 ? "yMMM" : "yMMMM";
	if (strcmp(style, "full") == 0)
		return "yMMMMEEEEd";
	if (strcmp(style, "medium") == 0)
		return "yMMMd";
	return style[0] == '\0' || strcmp(style, "long") == 0 ? "yMMMMd" : style;
}

/* A style with more than letters is a pattern already. */
static bool is_pattern(const char *style)
{
	return style[strspn(style,
			    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")] !=
	       '\0';
}

static void find_pattern(const char *style, int parts, const char *locale, UChar *pattern,
			 int room)
{
	UErrorCode e = U_ZERO_ERROR;
	UDateTimePatternGenerator *g;
	UChar wanted[32];

	if (is_pattern(style)) {
		u_strFromUTF8(pattern, room, NULL, style, -1, &e);
		pattern[room - 1] = 0;
		return;
	}
	g = udatpg_open(locale, &e);
	u_uastrncpy(wanted, skeleton(style, parts), 32);
	udatpg_getBestPattern(g, wanted, -1, pattern, room, &e);
	udatpg_close(g);
}

char *locale_date(const char *date, const char *style, const char *lang)
{
	static const UChar utc[] = {'U', 'T', 'C', 0};
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	UChar pattern[128], out[256];
	int year, month, day, n = parse_date(date, &year, &month, &day);
	UDateFormat *f;
	g_autoptr(GDateTime) when =
		n ? g_date_time_new_utc(year, month, day, 12, 0, 0) : NULL;

	if (!when)
		return g_strdup(date);
	icu_locale(lang, locale, sizeof locale);
	find_pattern(style, n, locale, pattern, 128);
	f = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, -1, &e);
	n = udat_format(f, (double)g_date_time_to_unix(when) * 1000.0, out, 256, NULL, &e);
	udat_close(f);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup(date);
}

char *locale_date_range(const char *from, const char *to, const char *style,
			const char *lang)
{
	static const UChar utc[] = {'U', 'T', 'C', 0};
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	UChar wanted[32], out[256];
	int year, month, day, n = parse_date(from, &year, &month, &day);
	g_autoptr(GDateTime) start =
		n ? g_date_time_new_utc(year, month, day, 12, 0, 0) : NULL;
	g_autoptr(GDateTime) end = NULL;
	UDateIntervalFormat *f;

	if (parse_date(to, &year, &month, &day) == n && n)
		end = g_date_time_new_utc(year, month, day, 12, 0, 0);
	if (!start || !end)
		return g_strdup_printf("%s – %s", from, to);
	icu_locale(lang, locale, sizeof locale);
	u_uastrncpy(wanted, skeleton(style, n), 32);
	f = udtitvfmt_open(locale, wanted, -1, utc, -1, &e);
	n = udtitvfmt_format(f, (double)g_date_time_to_unix(start) * 1000.0,
			     (double)g_date_time_to_unix(end) * 1000.0, out, 256, NULL, &e);
	udtitvfmt_close(f);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup_printf("%s – %s", from, to);
}

/* The pattern of ICU for a letter; NULL: it stands for itself. */
static const char *moment_pattern(char letter, bool padded)
{
	static const struct {
		char letter;
		const char *padded, *bare;
	} letters[] = {
		{ 'a', "ccc", "ccc" },	 { 'A', "cccc", "cccc" }, { 'b', "LLL", "LLL" },
		{ 'B', "MMMM", "MMMM" }, { 'd', "dd", "d" },	  { 'H', "HH", "H" },
		{ 'j', "DDD", "D" },	 { 'm', "MM", "M" },	  { 'M', "mm", "m" },
		{ 'S', "ss", "s" },	 { 'U', "ww", "w" },	  { 'Y', "y", "y" },
		{ 'X', "HH:mm:ss", "H:mm:ss" },
		{ 'c', "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].letter == letter)
			return padded ? letters[i].padded : letters[i].bare;
	return NULL;
}

/* In the calendar that the letters are of, whatever the language's own. */
static char *format_moment(int64_t epoch, const char *pattern, const char *lang)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	UErrorCode e = U_ZERO_ERROR;
	char language[ULOC_FULLNAME_CAPACITY];
	g_autofree char *locale = NULL;
	int32_t n;
	g_autofree UChar *p = utf16(pattern, &n);
	UChar out[256];
	UDateFormat *f;

	icu_locale(lang, language, sizeof language);
	locale = g_strconcat(language, "@calendar=gregorian", NULL);
	f = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, p, n, &e);
	n = udat_format(f, (double)epoch * 1000.0, out, 256, NULL, &e);
	udat_close(f);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup("");
}

char *locale_moment(int64_t epoch, const char *format, bool padded, const char *lang)
{
	g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(epoch);
	g_autofree char *day = when ? g_date_time_format(when, "%Y-%m-%d") : NULL;
	GString *out = g_string_new(NULL);

	for (const char *p = format; day && *p; p++) {
		const char *pattern = moment_pattern(*p, padded);
		g_autofree char *part = NULL;

		if (*p == 'w') /* from 1, Sunday */
			g_string_append_printf(out, "%d", g_date_time_get_day_of_week(when) % 7 + 1);
		else if (*p == 'x')
			part = locale_date(day, "short", lang);
		else if (pattern)
			part = format_moment(epoch, pattern, lang);
		else
			g_string_append_c(out, *p);
		if (part)
			g_string_append(out, part);
	}
	return g_string_free(out, FALSE);
}

/* ---- names and the like ------------------------------------------------------------- */

/* The short name where CLDR has one: the long ones add former names in brackets. */
char *locale_country(const char *code, const char *lang)
{
	UErrorCode e = U_ZERO_ERROR;
	UDisplayContext brief = UDISPCTX_LENGTH_SHORT;
	char locale[ULOC_FULLNAME_CAPACITY];
	ULocaleDisplayNames *names;
	UChar out[256];
	int32_t n;

	icu_locale(lang, locale, sizeof locale);
	names = uldn_openForContext(locale, &brief, 1, &e);
	n = uldn_regionDisplayName(names, code, out, 256, &e);
	uldn_close(names);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup(code);
}

char *locale_language(const char *code, const char *lang)
{
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY], named[ULOC_FULLNAME_CAPACITY];
	UChar out[256];
	int32_t n;

	icu_locale(lang, locale, sizeof locale);
	icu_locale(code, named, sizeof named);
	n = uloc_getDisplayName(named, locale, out, 256, &e);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup(code);
}

static char *change_case(const char *text, const char *lang, bool upper)
{
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	int32_t n;
	g_autofree UChar *u = utf16(text, &n);
	int32_t room = n * 3 + 1;
	g_autofree UChar *out = g_new(UChar, room);

	icu_locale(lang, locale, sizeof locale);
	n = upper ? u_strToUpper(out, room, u, n, locale, &e)
		  : u_strToLower(out, room, u, n, locale, &e);
	return U_SUCCESS(e) ? utf8(out, n) : g_strdup(text);
}

char *locale_upper(const char *text, const char *lang)
{
	return change_case(text, lang, true);
}

char *locale_lower(const char *text, const char *lang)
{
	return change_case(text, lang, false);
}

/* One of the signs with which a language writes numbers, 0: none is known. */
static gunichar number_sign(const char *lang, UNumberFormatSymbol which)
{
	UErrorCode e = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	UChar found[8];
	UChar32 sign = 0;
	UNumberFormat *f;
	int32_t n;

	icu_locale(lang, locale, sizeof locale);
	f = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &e);
	if (U_FAILURE(e))
		return 0;
	n = unum_getSymbol(f, which, found, 8, &e);
	unum_close(f);
	if (U_SUCCESS(e) && n > 0)
		U16_GET(found, 0, 0, n, sign);
	return (gunichar)sign;
}

char *locale_decimal(const char *lang)
{
	gunichar sign = number_sign(lang, UNUM_DECIMAL_SEPARATOR_SYMBOL);
	char out[7] = ".";

	if (sign)
		out[g_unichar_to_utf8(sign, out)] = '\0';
	return g_strdup(out);
}

char *locale_digits(const char *number, const char *lang)
{
	GString *out = g_string_new(NULL);
	gunichar own = number_sign(lang, UNUM_ZERO_DIGIT_SYMBOL), zero = own ? own : '0';

	for (; *number; number++)
		if (g_ascii_isdigit(*number))
			g_string_append_unichar(out, zero + (gunichar)(*number - '0'));
		else
			g_string_append_c(out, *number);
	return g_string_free(out, FALSE);
}

char *locale_replace(const char *text, const char *regex, const char *by)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t n_text, n_regex, n_by, n;
	g_autofree UChar *t = utf16(text, &n_text);
	g_autofree UChar *r = utf16(regex, &n_regex);
	g_autofree UChar *b = utf16(by, &n_by);
	g_autofree UChar *out = NULL;
	URegularExpression *x = uregex_open(r, n_regex, 0, NULL, &e);

	if (U_FAILURE(e))
		return NULL;
	uregex_setText(x, t, n_text, &e);
	n = uregex_replaceAll(x, b, n_by, NULL, 0, &e);
	if (e == U_BUFFER_OVERFLOW_ERROR)
		e = U_ZERO_ERROR;
	out = g_new0(UChar, n + 1);
	n = uregex_replaceAll(x, b, n_by, out, n + 1, &e);
	uregex_close(x);
	return U_SUCCESS(e) ? utf8(out, n) : NULL;
}
