/*
 * filipino.c - hyphenation of Filipino by the rules of its orthography
 *
 * There are no patterns for the language, and none are needed: syllables follow from the
 * letters (Komisyon sa Wikang Filipino, Ortograpiyang Pambansa, 2014).  A consonant between
 * vowels opens a syllable; of two, the second does (buk-san); of three, the third, but the
 * last two stay together where the third is l or r (ka-lat, sen-tro, eks-per-to); of four,
 * the third (trans-plant).  "ng" is one letter.  Two vowels are not parted, though they may
 * be: it reads badly.  Words with letters that only loans and names have are left whole:
 * their syllables follow other rules.
 */
#include "text/engine.h"

#include <string.h>

static bool is_vowel(char c)
{
	return c && strchr("aeiou", c);
}

static bool is_native(const char *word)
{
	return word[strspn(word, "abdeghiklmnoprstuwy")] == '\0';
}

/* Bytes of the consonant at c: "ng" before a vowel or another consonant is one. */
static int consonant(const char *c)
{
	return c[0] == 'n' && c[1] == 'g' ? 2 : 1;
}

/* Where the next syllable begins, among the consonants from here to a vowel. */
static int onset(const char *word, int from, int to)
{
	int starts[16], n = 0;

	for (int at = from; at < to && n < (int)G_N_ELEMENTS(starts); at += consonant(word + at))
		starts[n++] = at;
	if (n <= 1)
		return from;
	if (n == 2)
		return starts[1];
	if (n == 3)
		return strchr("lr", word[starts[2]]) ? starts[1] : starts[2];
	return starts[2];
}

uint64_t filipino_points(const char *word)
{
	uint64_t points = 0;
	int vowel = -1;

	if (!is_native(word))
		return 0;
	for (int at = 0; word[at]; at++) {
		if (!is_vowel(word[at]))
			continue;
		if (vowel >= 0 && at > vowel + 1 && at < 64)
			points |= UINT64_C(1) << onset(word, vowel + 1, at);
		vowel = at;
	}
	return points;
}
