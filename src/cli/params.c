/*
 * params.c - parameters that no stylesheet knows, and values that one does not have
 *
 * XSLT passes over them, so that a typing error would go unnoticed: "--param papr=letter".
 * A comment behind the declaration that lists values, <!-- a4 | letter -->, lists them all.
 */
#include "cli/cli.h"

#include <string.h>

/* What follows a declaration on its line; NULL: it is not in the file. */
static char *find_in_file(const char *path, const char *declaration)
{
	g_autofree char *text = NULL;
	const char *at;

	if (!g_str_has_suffix(path, ".xsl") || !g_file_get_contents(path, &text, NULL, NULL))
		return NULL;
	at = strstr(text, declaration);
	return at ? g_strndup(at, strcspn(at, "\n")) : NULL;
}

/* The same in a stylesheet of a folder or of those in it. */
static char *find_in_folder(const char *folder, const char *declaration, int depth)
{
	g_autoptr(GDir) dir = folder && depth < 8 ? g_dir_open(folder, 0, NULL) : NULL;
	const char *name;
	char *found = NULL;

	while (dir && !found && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		found = find_in_file(path, declaration);
		if (!found)
			found = find_in_folder(path, declaration, depth + 1);
	}
	return found;
}

static bool is_value(const char *value, const char *list)
{
	g_auto(GStrv) values = g_strsplit(list, "|", -1);

	for (char **v = values; *v; v++)
		if (strcmp(g_strstrip(*v), value) == 0)
			return true;
	return false;
}

/* The list of values in a comment; NULL: it lists none. */
static char *values_of(const char *declared)
{
	const char *from = strstr(declared, "<!-- ");
	const char *to = from ? strstr(from, " -->") : NULL;
	char *list = to ? g_strndup(from + 5, (gsize)(to - from - 5)) : NULL;

	if (list && strstr(list, " | ") && !strpbrk(list, ":;,."))
		return list;
	g_free(list);
	return NULL;
}

static bool check(const struct options *o, const char *ours, const char *param, struct diags *d)
{
	int n = (int)strcspn(param, "=");
	g_autofree char *declaration = g_strdup_printf("name=\"%.*s\"", n, param);
	g_autofree char *house = find_in_folder(o->styles, declaration, 0);
	g_autofree char *found = house ? NULL : find_in_folder(ours, declaration, 0);
	g_autofree char *values = NULL;

	if (!house && !found) {
		diag(d, W_PARAM, (struct where){ 0 },
		     "--param %s: no stylesheet has a parameter \"%.*s\"", param, n, param);
		return true;
	}
	/* a house style may know more values than it declares */
	values = house ? values_of(house) : o->styles ? NULL : values_of(found);
	if (!values || !param[n] || is_value(param + n + 1, values))
		return true;
	diag(d, E_USAGE, (struct where){ 0 }, "--param %s: the values of \"%.*s\" are %s", param,
	     n, param, values);
	return false;
}

bool params_check(const struct options *o, struct diags *d)
{
	g_autofree char *ours = data_find("styles");
	bool good = true;

	for (guint i = 0; i < o->params->len; i++) {
		const char *param = g_ptr_array_index(o->params, i);

		if (!g_str_has_prefix(param, "profile."))
			good = check(o, ours, param, d) && good;
	}
	return good;
}
