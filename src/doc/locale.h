/*
 * locale.h - what languages know: order, index letters, dates, names (ICU and CLDR)
 *
 * lang is BCP 47 ("en-GB", "zh-Hans"); results are UTF-8, g_free them; none is NULL
 * where nothing is said of it.
 */
#ifndef DOC_LOCALE_H
#define DOC_LOCALE_H

#include <stdbool.h>
#include <stdint.h>

/* Texts sorted by their keys (as bytes) are sorted as the language does. */
char *locale_sort_key(const char *text, const char *lang);
/* The heading of an index under which a text stands: "A", "ก", "か"; "#" for no letter. */
char *locale_index_letter(const char *text, const char *lang);
/* As locale_sort_key(), but by headings first: texts of one heading are together. */
char *locale_index_key(const char *text, const char *lang);
/* date: "2013", "2013-09" or "2013-09-13"; style: "full", "long", "short", a CLDR skeleton
 * (letters alone: "yMMMd") or a pattern ("d MMMM y").  What is no date comes back as it is. */
char *locale_date(const char *date, const char *style, const char *lang);
/* "7–8 March 2011", from the least exact on; of dates that are not equally exact: both. */
char *locale_date_range(const char *from, const char *to, const char *style, const char *lang);
bool locale_is_date(const char *date);
/* A moment (seconds since 1970, UTC) in the letters that <?dbtimestamp?> has for its parts:
 * a A b B c d H j m M S U w x X Y; all else stands for itself.  padded: with leading noughts. */
char *locale_moment(int64_t epoch, const char *format, bool padded, const char *lang);
char *locale_country(const char *code, const char *lang);  /* "TH" in "th": ประเทศไทย */
char *locale_language(const char *code, const char *lang); /* "th" in "th": ไทย */
char *locale_upper(const char *text, const char *lang);
char *locale_lower(const char *text, const char *lang);
/* A number with the language's digits: "12" in "my" is ၁၂. */
char *locale_digits(const char *number, const char *lang);
/* By a format that begins a row of signs: "2" by "ア" is イ, "12" by "一" 十二; NULL: unknown. */
char *locale_counter(const char *number, const char *format, const char *lang);
/* What stands between whole numbers and fractions: "." or ",". */
char *locale_decimal(const char *lang);
/* "quote.open", "quote.close" and both with ".inner"; "list.comma", "list.two", "list.last",
 * "list.or": what stands before the next, the other of two, the last of more, and for "or".
 * NULL for any other name. */
char *locale_mark(const char *name, const char *lang);
/* A code as BCP 47 spells it: "pt_BR", "iw" and "sr@latin" are pt-BR, he and sr-Latn. */
char *locale_tag(const char *code);
char *locale_icu(const char *lang); /* ICU's name of it */
/* Every match of a regular expression (ICU's syntax) replaced; $1 in by means group 1.
 * NULL where the expression is wrong. */
char *locale_replace(const char *text, const char *regex, const char *by);

void locale_exit(void); /* frees what is kept from call to call */

#endif
