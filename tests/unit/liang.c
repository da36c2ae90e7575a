/*
 * liang.c - points by patterns, against libhyphen
 *
 * The words are the patterns of the files themselves without their digits, alone and two in
 * a row.  (The letter ffi, which libhyphen counts as three, is left out; ours are in NFC.)
 */
#include "text/liang.h"

#include <glib.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures, compared;

/* As liang_points. */
static uint64_t expected(HyphenDict *dict, const char *word, int chars)
{
	g_autofree char *encoded = NULL;
	gsize n = strlen(word);
	char marks[400] = "";
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	uint64_t points = 0;

	encoded = g_convert(word, -1, dict->utf8 ? "UTF-8" : dict->cset, "UTF-8", NULL, &n,
			    NULL);
	if (!encoded)
		return 0;
	hnj_hyphen_hyphenate3(dict, encoded, (int)n, marks, NULL, &rep, &pos, &cut, 2, 3, 0,
			      0);
	for (int i = 0; i + 1 < chars; i++)
		if ((marks[i] & 1) && !(rep && rep[i]))
			points |= UINT64_C(1) << (i + 1);
	for (gsize i = 0; rep && i < n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return points;
}

static void compare(const struct liang *l, HyphenDict *dict, const char *word)
{
	int chars = (int)g_utf8_strlen(word, -1);
	uint64_t ours, theirs;

	if (chars < 5 || chars > LIANG_LONGEST || strstr(word, "\xEF\xAC"))
		return;
	ours = liang_points(l, word);
	theirs = expected(dict, word, chars);
	compared++;
	if (ours == theirs || ++failures > 10)
		return;
	printf("liang: %s: %llx, libhyphen has %llx\n", word, (unsigned long long)ours,
	       (unsigned long long)theirs);
}

static char *letters_of(const char *pattern)
{
	GString *s = g_string_new(NULL);

	for (const char *c = pattern; *c && !strchr(" /\t\r", *c); c = g_utf8_next_char(c))
		if (g_unichar_isalpha(g_utf8_get_char(c)))
			g_string_append_unichar(s, g_utf8_get_char(c));
	return g_string_free(s, FALSE);
}

static void compare_file(const char *path, int every)
{
	HyphenDict *dict = hnj_hyphen_load(path);
	struct liang *l = liang_read(path);
	g_autofree char *raw = NULL, *text = NULL, *last = g_strdup("");
	g_auto(GStrv) lines = NULL;
	gsize n;

	if (!dict || !l || !g_file_get_contents(path, &raw, &n, NULL)) {
		printf("liang: cannot read %s\n", path);
		failures++;
		return;
	}
	text = g_convert(raw, (gssize)n, "UTF-8", dict->utf8 ? "UTF-8" : dict->cset, NULL,
			 NULL, NULL);
	lines = g_strsplit(text, "\n", -1);
	for (int i = 1; lines[i]; i += every) {
		g_autofree char *word = letters_of(lines[i]),
				*both = g_strconcat(last, word, NULL);

		if (strchr("%#ABCDEFGHIJKLMNOPQRSTUVWXYZ", lines[i][0]))
			continue;
		compare(l, dict, word);
		compare(l, dict, both);
		g_free(last);
		last = g_steal_pointer(&word);
	}
	hnj_hyphen_free(dict);
	liang_free(l);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		compare_file(argv[i], 1);
	if (argc == 1) {
		compare_file("/usr/share/hyphen/hyph_en_GB.dic", 1);
		compare_file("/usr/share/hyphen/hyph_en_US.dic", 1);
		compare_file("/usr/share/hyphen/hyph_id_ID.dic", 1);
		compare_file("/usr/share/hyphen/hyph_fr.dic", 1);
		compare_file("/usr/share/hyphen/hyph_de_DE.dic", 7); /* of two levels */
	}
	if (compared < 10000)
		printf("liang: only %d words compared\n", compared);
	return failures > 0 || (argc == 1 && compared < 10000);
}
