/*
 * counters.c - numbers by letters and signs that xsl:number does not know
 *
 * A format is the first of its signs: 一 in the way of the language (第十二章), others by a
 * row of signs, after whose last come pairs as aa comes after z.
 */
#include "doc/locale.h"

#include <glib.h>
#include <stdlib.h>
#include <unicode/unum.h>

static const char *const rows[] = {
	"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリル"
	"レロワヲン",
	"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりる"
	"れろわをん",
	"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミ"
	"シヱヒモセス",
	"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみ"
	"しゑひもせす",
	"가나다라마바사아자차카타파하",
	"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
	"甲乙丙丁戊己庚辛壬癸",
	"子丑寅卯辰巳午未申酉戌亥",
	"αβγδεζηθικλμνξοπρστυφχψω",
	"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
	"абвгдежзиклмнопрстуфхцчшщэюя",
	"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
	"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
	"ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ",
	"កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
	"ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
	"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
};

static char *by_row(const char *row, long number)
{
	long n = g_utf8_strlen(row, -1);
	GString *out = g_string_new(NULL);

	for (; number > 0; number = (number - 1) / n) {
		const char *sign = g_utf8_offset_to_pointer(row, (number - 1) % n);

		g_string_prepend_len(out, sign, g_utf8_next_char(sign) - sign);
	}
	return g_string_free(out, FALSE);
}

static char *ideographs(long number, const char *lang)
{
	UErrorCode e = U_ZERO_ERROR;
	g_autofree char *locale = locale_icu(lang);
	const char *system = g_str_has_prefix(locale, "ja") ? "jpan"
			     : g_str_has_prefix(locale, "zh_Hant") ||
					     g_str_has_prefix(locale, "zh_TW") ||
					     g_str_has_prefix(locale, "zh_HK")
				     ? "hant"
				     : "hans";
	g_autofree char *numbers = g_strconcat("zh@numbers=", system, NULL);
	UNumberFormat *f = unum_open(UNUM_DECIMAL, NULL, 0, numbers, NULL, &e);
	UChar out[64];
	int32_t n = unum_formatInt64(f, number, out, 64, NULL, &e);

	unum_close(f);
	return U_SUCCESS(e) ? g_utf16_to_utf8(out, n, NULL, NULL, NULL) : NULL;
}

char *locale_counter(const char *number, const char *format, const char *lang)
{
	long n = strtol(number, NULL, 10);
	gunichar first = g_utf8_get_char(format);

	if (n > 0 && first == 0x4e00)
		return ideographs(n, lang);
	for (size_t i = 0; n > 0 && i < G_N_ELEMENTS(rows); i++)
		if (first == g_utf8_get_char(rows[i]) &&
		    (first != 0x2460 || n <= g_utf8_strlen(rows[i], -1)))
			return by_row(rows[i], n);
	return NULL;
}
