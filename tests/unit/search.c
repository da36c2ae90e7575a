/*
 * search.c - terms of the search index: those that tests/web/terms.txt names
 */
#include "web/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static void check_line(const char *line)
{
	g_auto(GStrv) parts = g_strsplit(line, "\t", 2);
	g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *got = NULL;

	if (!parts[0] || !parts[1])
		return;
	search_terms(parts[0], terms);
	g_ptr_array_add(terms, NULL);
	got = g_strjoinv(" ", (char **)terms->pdata);
	if (strcmp(got, parts[1]) != 0) {
		fprintf(stderr, "%s:\n  %s, not\n  %s\n", parts[0], got, parts[1]);
		failures++;
	}
}

int main(void)
{
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (!g_file_get_contents("tests/web/terms.txt", &text, NULL, NULL)) {
		fprintf(stderr, "tests/web/terms.txt is missing\n");
		return EXIT_FAILURE;
	}
	lines = g_strsplit(text, "\n", -1);
	for (int i = 0; lines[i]; i++)
		if (*lines[i] != '#')
			check_line(lines[i]);
	return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
