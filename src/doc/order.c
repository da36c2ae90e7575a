/*
 * order.c - the order of texts in a language and the headings of its index, by ICU
 *
 * Collators are costly to open and are kept, one per language of a run.  The headings of an
 * index are CLDR's index characters of the language; a heading covers what sorts from it to
 * the next.  Chinese sorts a boundary U+FDD0 + letter before each pinyin initial, U+FDD0 +
 * U+2800 + n before the characters of n strokes.
 */
#include "doc/locale.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

enum { BOUNDARY = 0xfdd0, STROKES = 0x2800, LAST = 0xffff, MAX_LETTERS = 3 };

struct heading {
	UChar text[MAX_LETTERS + 2]; /* as compared: with U+FDD0 for Chinese */
	char *label;
	int rank; /* of the first heading that is called the same; from 1 on */
	UScriptCode script;
};

struct order {
	char *lang;
	UCollator *collator; /* all differences: for sorting */
	UCollator *primary;  /* letters alone: for headings */
	struct heading *headings;
	int n_headings;
};

static _Thread_local GPtrArray *orders;

/* Headings that CLDR does not have: letters of Tamil for words from other languages;
 * Chinese characters of Japanese, which stand in the order of their Chinese readings, and
 * after them those that stand by their shapes. */
static const struct {
	const char *lang, *from, *label;
} more[] = {
	{"ta", "ஜ", "ஜ"},   {"ta", "ஷ", "ஷ"},   {"ta", "ஸ", "ஸ"},   {"ta", "ஹ", "ஹ"},
	{"ta", "க்ஷ", "க்ஷ"}, {"ja", "亜", "あ"}, {"ja", "下", "か"}, {"ja", "些", "さ"},
	{"ja", "他", "た"}, {"ja", "奈", "な"}, {"ja", "巴", "は"}, {"ja", "摩", "ま"},
	{"ja", "也", "や"}, {"ja", "羅", "ら"}, {"ja", "倭", "わ"}, {"ja", "弌", "漢字"},
};

/* ---- headings ----------------------------------------------------------------------- */

static int compare_headings(const void *a, const void *b, void *collator)
{
	const struct heading *x = a, *y = b;

	return ucol_strcoll(collator, x->text, -1, y->text, -1);
}

static void append(GArray *list, struct heading *h, const char *label)
{
	UErrorCode e = U_ZERO_ERROR;

	h->label = g_strdup(label);
	h->script = uscript_getScript(h->text[0], &e);
	g_array_append_val(list, *h);
}

/* Letters of two or three signs are headings where they sort behind all else that begins
 * with the first sign: "ch" in Czech, but not Lao's ຫງ. */
static bool is_letter(const struct order *o, const UChar *letter, int32_t n)
{
	UChar rest[2] = {letter[0], LAST};

	return n == 1 ||
	       (n <= MAX_LETTERS && ucol_strcoll(o->primary, rest, 2, letter, n) < 0);
}

static void add_letter(const struct order *o, GArray *list, const UChar *letter, int32_t n)
{
	struct heading h = {0};
	UErrorCode e = U_ZERO_ERROR;
	g_autofree char *label = NULL;

	if (n < 1 || !is_letter(o, letter, n))
		return;
	n = n == 1 ? u_strToUpper(h.text, MAX_LETTERS + 1, letter, n, "", &e)
		   : u_strToTitle(h.text, MAX_LETTERS + 1, letter, n, NULL, "", &e);
	if (U_FAILURE(e) || n > MAX_LETTERS)
		return;
	label = g_utf16_to_utf8(h.text, n, NULL, NULL, NULL);
	append(list, &h, label);
}

static void add_boundary(GArray *list, UChar c)
{
	struct heading h = {.text = {BOUNDARY, c}};
	g_autofree char *label = c > STROKES ? g_strdup_printf("%d畫", c - STROKES)
					     : g_strdup_printf("%c", (char)c);

	append(list, &h, label);
}

static void add_set(const struct order *o, GArray *list, USet *set)
{
	for (int32_t i = 0; i < uset_getItemCount(set); i++) {
		UErrorCode e = U_ZERO_ERROR;
		UChar32 from, to;
		UChar s[8];
		int32_t n = uset_getItem(set, i, &from, &to, s, 8, &e);

		add_letter(o, list, s, U_SUCCESS(e) ? n : 0);
		for (UChar32 c = from; n == 0 && c <= to; c++)
			add_letter(o, list, (UChar[]){(UChar)c}, 1);
	}
}

/* The boundaries that the collation itself has, by pinyin or by strokes. */
static void add_boundaries(const struct order *o, GArray *list)
{
	UErrorCode e = U_ZERO_ERROR;
	USet *set = ucol_getTailoredSet(o->primary, &e);

	for (int32_t i = 0; U_SUCCESS(e) && i < uset_getItemCount(set); i++) {
		UChar32 from, to;
		UChar s[8];

		if (uset_getItem(set, i, &from, &to, s, 8, &e) == 2 && s[0] == BOUNDARY &&
		    (s[1] > STROKES || (s[1] >= 'A' && s[1] <= 'Z')))
			add_boundary(list, s[1]);
	}
	uset_close(set);
}

static void add_more(GArray *list, const char *locale)
{
	for (size_t i = 0; i < G_N_ELEMENTS(more); i++) {
		struct heading h = {0};
		UErrorCode e = U_ZERO_ERROR;

		if (!g_str_has_prefix(locale, more[i].lang))
			continue;
		u_strFromUTF8(h.text, MAX_LETTERS + 1, NULL, more[i].from, -1, &e);
		append(list, &h, more[i].label);
	}
}

/* A heading that is called as one before it is at the same place; Latin letters are beside
 * those that pinyin begins with. */
static int find_rank(const struct order *o, const struct heading *h)
{
	int rank = o->n_headings + 1;

	for (int k = o->n_headings - 1; k >= 0; k--) {
		const struct heading *before = &o->headings[k];
		bool pinyin = h->text[0] != BOUNDARY && before->text[0] == BOUNDARY &&
			      before->text[1] < STROKES;

		if (g_strcmp0(before->label, h->label) == 0)
			return before->rank;
		if (pinyin && rank > o->n_headings &&
		    g_strcmp0(before->label, h->label) < 0)
			rank = before->rank;
	}
	return rank;
}

/* Of headings with the same letter (O and Ó) the first stays. */
static void finish(struct order *o, GArray *list)
{
	g_array_sort_with_data(list, compare_headings, o->collator);
	o->headings = g_new0(struct heading, list->len);
	for (guint i = 0; i < list->len; i++) {
		struct heading *h = &g_array_index(list, struct heading, i);
		struct heading *last =
			o->n_headings ? &o->headings[o->n_headings - 1] : NULL;

		if (last && compare_headings(last, h, o->primary) == 0) {
			g_free(h->label);
			continue;
		}
		h->rank = find_rank(o, h);
		o->headings[o->n_headings++] = *h;
	}
}

static void find_headings(struct order *o, const char *locale)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &e);
	USet *set = uset_openEmpty();
	GArray *list = g_array_new(FALSE, TRUE, sizeof(struct heading));

	ulocdata_getExemplarSet(data, set, 0, ULOCDATA_ES_INDEX, &e);
	if (g_str_has_prefix(locale, "zh") || g_str_has_prefix(locale, "yue"))
		add_boundaries(o, list);
	else if (U_SUCCESS(e))
		add_set(o, list, set);
	add_more(list, locale);
	for (int c = 'A'; c <= 'Z'; c++)
		add_letter(o, list, (UChar[]){(UChar)c}, 1);
	uset_close(set);
	ulocdata_close(data);
	finish(o, list);
	g_array_free(list, TRUE);
}

/* ---- collators ---------------------------------------------------------------------- */

/* CLDR knows no order of Malay and the like in Arabic letters: these before Latin ones. */
static void put_script_first(UCollator *c, const char *locale)
{
	static const int32_t arabic[] = {USCRIPT_ARABIC};
	UErrorCode e = U_ZERO_ERROR;

	if (strstr(locale, "_Arab"))
		ucol_setReorderCodes(c, arabic, 1, &e);
}

/* Spaces, signs and symbols count only between texts that are equal without them; numbers
 * are compared as numbers. */
static struct order *order_new(const char *lang)
{
	UErrorCode e = U_ZERO_ERROR;
	g_autofree char *locale = locale_icu(lang);
	struct order *o = g_new0(struct order, 1);

	o->lang = g_strdup(lang);
	o->collator = ucol_open(locale, &e);
	ucol_setAttribute(o->collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &e);
	ucol_setMaxVariable(o->collator, UCOL_REORDER_CODE_CURRENCY, &e);
	ucol_setAttribute(o->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &e);
	ucol_setStrength(o->collator, UCOL_QUATERNARY);
	o->primary = ucol_open(locale, &e);
	ucol_setStrength(o->primary, UCOL_PRIMARY);
	put_script_first(o->collator, locale);
	put_script_first(o->primary, locale);
	find_headings(o, locale);
	return o;
}

static const struct order *order_of(const char *lang)
{
	if (!orders)
		orders = g_ptr_array_new();
	for (guint i = 0; i < orders->len; i++) {
		const struct order *o = g_ptr_array_index(orders, i);

		if (strcmp(o->lang, lang) == 0)
			return o;
	}
	g_ptr_array_add(orders, order_new(lang));
	return g_ptr_array_index(orders, orders->len - 1);
}

void locale_exit(void)
{
	for (guint i = 0; orders && i < orders->len; i++) {
		struct order *o = g_ptr_array_index(orders, i);

		for (int h = 0; h < o->n_headings; h++)
			g_free(o->headings[h].label);
		g_free(o->headings);
		ucol_close(o->collator);
		ucol_close(o->primary);
		g_free(o->lang);
		g_free(o);
	}
	if (orders)
		g_ptr_array_free(orders, TRUE);
	orders = NULL;
}

/* ---- texts -------------------------------------------------------------------------- */

char *locale_sort_key(const char *text, const char *lang)
{
	static const char digits[] = "0123456789abcdef";
	const struct order *o = order_of(lang);
	glong length;
	g_autofree UChar *u = g_utf8_to_utf16(text, -1, NULL, &length, NULL);
	int32_t n = u ? (int32_t)length : 0;
	int32_t bytes = ucol_getSortKey(o->collator, u, n, NULL, 0);
	g_autofree uint8_t *key = g_malloc((size_t)bytes + 1);
	GString *hex = g_string_sized_new((size_t)bytes * 2);

	ucol_getSortKey(o->collator, u, n, key, bytes);
	for (int32_t i = 0; i + 1 < bytes; i++)
		g_string_append_len(hex, (char[]){ digits[key[i] >> 4], digits[key[i] & 15] }, 2);
	return g_string_free(hex, FALSE);
}

/* Where the first letter of a text is; NULL if a digit comes before it, or none at all. */
static const char *first_letter(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		UChar32 c = (UChar32)g_utf8_get_char(text);

		if (u_isalpha(c))
			return text;
		if (u_isdigit(c))
			break;
	}
	return NULL;
}

/* The last heading that a text does not sort before. */
static const struct heading *find_heading(const struct order *o, const char *text)
{
	const struct heading *found = NULL;
	glong n;
	g_autofree UChar *u = g_utf8_to_utf16(text, -1, NULL, &n, NULL);

	for (int h = 0; u && h < o->n_headings; h++)
		if (ucol_strcoll(o->primary, o->headings[h].text, -1, u, (int32_t)n) <= 0)
			found = &o->headings[h];
	return found;
}

/* Korean sorts Chinese characters by how they are read. */
static bool covers(const struct heading *h, UScriptCode script)
{
	return h->script == script || h->text[0] == BOUNDARY ||
	       script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
	       (h->script == USCRIPT_HANGUL && script == USCRIPT_HAN);
}

/* The heading of a text, and its place among the headings; NULL: none, it has no letter. */
static char *heading_of(const char *text, const char *lang, int *rank)
{
	UErrorCode e = U_ZERO_ERROR;
	const char *letter = first_letter(text);
	const struct heading *found = letter ? find_heading(order_of(lang), letter) : NULL;
	char own[7] = "";

	*rank = found ? found->rank : letter ? 1 : 0;
	if (!letter)
		return NULL;
	if (found && covers(found, uscript_getScript((UChar32)g_utf8_get_char(letter), &e)))
		return g_strdup(found->label);
	/* Of another script than the language's: a heading of its own. */
	g_unichar_to_utf8((gunichar)u_toupper((UChar32)g_utf8_get_char(letter)), own);
	return g_strdup(own);
}

char *locale_index_letter(const char *text, const char *lang)
{
	int rank;
	char *heading = heading_of(text, lang, &rank);

	return heading ? heading : g_strdup("#");
}

char *locale_index_key(const char *text, const char *lang)
{
	int rank;
	g_autofree char *heading = heading_of(text, lang, &rank);
	g_autofree char *key = locale_sort_key(text, lang);

	return g_strdup_printf("%04x%s", rank, key);
}
