/*
 * pictures.c - the image file that a property names
 *
 * src and background-image: relative to the document, and never fetched over a network.
 */
#include "base/file.h"
#include "layout/setter.h"

#include <string.h>

#define PLAIN_DPI 72 /* what other formatters assume where a file says nothing */

static bool has_scheme(const char *uri)
{
	const char *p = uri;

	while (g_ascii_isalpha(*p))
		p++;
	return p > uri + 1 && *p == ':';
}

/* As the author would name it. */
static char *path_of(const struct setter *s, const char *src)
{
	g_autofree char *name = g_uri_unescape_string(src, NULL);
	g_autofree char *path = NULL;

	if (!name)
		name = g_strdup(src);
	path = g_path_is_absolute(name) || !s->tree->base
		       ? g_steal_pointer(&name)
		       : g_build_filename(s->tree->base, name, NULL);
	return path_tidy(path);
}

const struct image *picture_find(struct setter *s, const char *src, struct where at)
{
	g_autofree char *path = NULL;
	const char *name = src;

	if (!src || !*src) {
		diag(s->diags, E_IMAGE, at, "fo:external-graphic without src");
		return NULL;
	}
	if (g_str_has_prefix(src, "data:"))
		return image_load(s->images, src, at);
	if (g_str_has_prefix(src, "file:"))
		name += strncmp(src, "file://", 7) == 0 ? 7 : 5;
	else if (has_scheme(src)) {
		diag(s->diags, E_OUTSIDE, at, "%s is on the network: not read", src);
		return NULL;
	}
	path = path_of(s, name);
	if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
		diag(s->diags, E_IMAGE, at, "there is no file %s", path);
		return NULL;
	}
	return image_load(s->images, path, at);
}

struct size picture_size(const struct setter *s, const struct image *image)
{
	struct size size = image->natural;

	if (s->options->plain && image->assumed) {
		size.width = len_scale(size.width, 96, PLAIN_DPI);
		size.height = len_scale(size.height, 96, PLAIN_DPI);
	}
	return size;
}

/* ---- backgrounds -------------------------------------------------------------------- */

/* A style does not know which object it belongs to: backgrounds are looked for once, with
 * the place of the first object that has each. */
void backgrounds_find(struct setter *s, const struct fo *fo)
{
	for (; fo && s->images; fo = fo->next) {
		const char *src = fo->style ? fo->style->background_image : NULL;

		if (src && !g_hash_table_contains(s->backgrounds, src))
			g_hash_table_insert(s->backgrounds, (char *)(uintptr_t)src,
					    (void *)(uintptr_t)picture_find(s, src, fo->from));
		backgrounds_find(s, fo->child);
	}
}

const struct image *background_of(struct setter *s, const char *src)
{
	void *found;

	if (!s->images || g_hash_table_lookup_extended(s->backgrounds, src, NULL, &found))
		return s->images ? found : NULL;
	return picture_find(s, src, s->tree->root->from); /* of what a marker brought */
}
