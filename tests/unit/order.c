/*
 * order.c - the index of each language: its entries, told in any order, under its headings
 */
#include "doc/locale.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *lang, *index;
} cases[] = {
#define INDEX(lang, index) {lang, index},
#include "order.def"
#undef INDEX
};

struct entry {
	char *key, *heading, *text;
};

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

static void entry_clear(void *at)
{
	struct entry *e = at;

	g_free(e->key);
	g_free(e->heading);
	g_free(e->text);
}

/* The entries of an index, the last first. */
static GArray *read_entries(const char *index, const char *lang)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct entry));
	g_auto(GStrv) words = g_strsplit(index, "; ", -1);

	g_array_set_clear_func(list, entry_clear);
	for (char **w = words; *w; w++) {
		const char *text = **w == '[' ? strstr(*w, "] ") + 2 : *w;
		struct entry e = {.key = locale_index_key(text, lang),
				  .heading = locale_index_letter(text, lang),
				  .text = g_strdup(text)};

		g_array_prepend_val(list, e);
	}
	return list;
}

static char *write_index(GArray *entries)
{
	GString *out = g_string_new(NULL);
	const char *heading = "";

	for (guint i = 0; i < entries->len; i++) {
		const struct entry *e = &g_array_index(entries, struct entry, i);

		if (i > 0)
			g_string_append(out, "; ");
		if (strcmp(heading, e->heading) != 0)
			g_string_append_printf(out, "[%s] ", e->heading);
		g_string_append(out, e->text);
		heading = e->heading;
	}
	return g_string_free(out, FALSE);
}

int main(void)
{
	int failed = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GArray) entries = read_entries(cases[i].index, cases[i].lang);
		g_autofree char *got = NULL;

		g_array_sort(entries, compare);
		got = write_index(entries);
		if (strcmp(got, cases[i].index) == 0)
			continue;
		fprintf(stderr, "%s\n  expected: %s\n  seen:     %s\n", cases[i].lang,
			cases[i].index, got);
		failed++;
	}
	locale_exit();
	return failed != 0;
}
