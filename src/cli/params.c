/*
 * params.c - parameters that no stylesheet knows
 *
 * XSLT passes over them, so that a typing error would go unnoticed: "--param papr=letter".
 */
#include "cli/cli.h"

#include <string.h>

static bool is_in_file(const char *path, const char *declaration)
{
	g_autofree char *text = NULL;

	return g_str_has_suffix(path, ".xsl") && g_file_get_contents(path, &text, NULL, NULL) &&
	       strstr(text, declaration);
}

/* In a stylesheet of a folder or of those in it. */
static bool is_in_folder(const char *folder, const char *declaration, int depth)
{
	g_autoptr(GDir) dir = folder && depth < 8 ? g_dir_open(folder, 0, NULL) : NULL;
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (is_in_file(path, declaration) || is_in_folder(path, declaration, depth + 1))
			return true;
	}
	return false;
}

void params_check(const struct options *o, struct diags *d)
{
	g_autofree char *ours = data_find("styles");

	for (guint i = 0; i < o->params->len; i++) {
		const char *param = g_ptr_array_index(o->params, i);
		int n = (int)strcspn(param, "=");
		g_autofree char *declaration = g_strdup_printf("name=\"%.*s\"", n, param);

		if (!g_str_has_prefix(param, "profile.") &&
		    !is_in_folder(o->styles, declaration, 0) && !is_in_folder(ours, declaration, 0))
			diag(d, W_PARAM, (struct where){ 0 },
			     "--param %s: no stylesheet has a parameter \"%.*s\"", param, n, param);
	}
}
