/*
 * cache.c - pictures, each read once
 *
 * Found by path, and again by content, so that equal files are one image in the output.
 * Failures are kept too: they are reported once, where the picture is first used.
 */
#include "image/formats.h"

#include <glib.h>
#include <string.h>

struct image_cache {
	const struct sandbox *sandbox;
	struct diags *diags;
	GHashTable *by_path;	/* path -> struct image, or NULL where it failed */
	GHashTable *by_content; /* MD5 -> struct image: two pictures that
				   collide only mislead who made them so */
	int n;
};

static void free_image(gpointer p)
{
	struct image *i = p;

	svg_free(i);
	g_free((void *)(uintptr_t)i->bytes);
	g_free((void *)(uintptr_t)i->path);
	g_free(i->icc);
	g_free(i);
}

struct image_cache *image_cache_new(const struct sandbox *sandbox, struct diags *d)
{
	struct image_cache *c = g_new0(struct image_cache, 1);

	c->sandbox = sandbox;
	c->diags = d;
	c->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	c->by_content = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_image);
	return c;
}

void image_cache_free(struct image_cache *c)
{
	if (!c)
		return;
	g_hash_table_destroy(c->by_path);
	g_hash_table_destroy(c->by_content);
	g_free(c);
}

static bool begins(const struct image *i, const char *bytes, size_t n)
{
	return i->n_bytes >= n && memcmp(i->bytes, bytes, n) == 0;
}

/* SVG is XML: after a byte order mark and white space comes "<". */
static bool looks_like_xml(const struct image *i)
{
	size_t at = begins(i, "\xEF\xBB\xBF", 3) ? 3 : 0;

	while (at < i->n_bytes && g_ascii_isspace(i->bytes[at]))
		at++;
	return at < i->n_bytes && i->bytes[at] == '<';
}

static const char *understand(struct image *i)
{
	if (begins(i, "\x89PNG\r\n\x1A\n", 8))
		return png_read(i);
	if (begins(i, "\xFF\xD8\xFF", 3))
		return jpeg_read(i);
	if (begins(i, "\x1F\x8B", 2)) {
		unsigned char *bytes = (unsigned char *)(uintptr_t)i->bytes;
		const char *fault = svg_unzip(&bytes, &i->n_bytes);

		i->bytes = bytes;
		if (fault)
			return fault;
	}
	if (looks_like_xml(i))
		return svg_read(i);
	if (begins(i, "GIF8", 4) || begins(i, "II*\0", 4) || begins(i, "MM\0*", 4) ||
	    begins(i, "RIFF", 4) || begins(i, "BM", 2))
		return pixels_read(i);
	if (begins(i, "%PDF", 4) || begins(i, "%!PS", 4))
		return "PDF and PostScript pictures are not supported: convert it to SVG";
	return "only PNG, JPEG, SVG, GIF, TIFF, WebP and BMP pictures are supported";
}

/* Takes bytes (g_malloc'ed). NULL: reported. */
static const struct image *take(struct image_cache *c, const char *path, char *bytes, size_t n,
				struct where at)
{
	g_autofree char *sum =
		g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)bytes, n);
	struct image *i = g_hash_table_lookup(c->by_content, sum);
	const char *fault;

	if (i) {
		g_free(bytes);
		return i;
	}
	i = g_new0(struct image, 1);
	i->path = g_strdup(path);
	i->bytes = (unsigned char *)bytes;
	i->n_bytes = n;
	i->orientation = 1;
	fault = understand(i);
	if (fault) {
		diag(c->diags, E_IMAGE, at, "%s: %s", path, fault);
		free_image(i);
		return NULL;
	}
	i->index = c->n++;
	g_hash_table_insert(c->by_content, g_steal_pointer(&sum), i);
	return i;
}

char *image_read_data(const char *uri, size_t *n)
{
	const char *comma = strchr(uri, ',');
	gsize length = 0;
	char *bytes;

	if (!comma)
		return NULL;
	if (g_strstr_len(uri, comma - uri, ";base64"))
		bytes = (char *)g_base64_decode(comma + 1, &length);
	else
		bytes = g_uri_unescape_string(comma + 1, NULL);
	*n = length ? length : bytes ? strlen(bytes) : 0;
	return bytes;
}

const struct image *image_load(struct image_cache *c, const char *path, struct where at)
{
	const struct image *i = NULL;
	gpointer found;
	char *bytes;
	size_t n = 0;

	if (g_hash_table_lookup_extended(c->by_path, path, NULL, &found))
		return found;
	if (g_str_has_prefix(path, "data:")) {
		bytes = image_read_data(path, &n);
		if (bytes)
			return take(c, "(data)", bytes, n, at);
		diag(c->diags, E_IMAGE, at, "the data: address is damaged");
		return NULL;
	}
	bytes = file_read(path, &n, c->sandbox, E_IMAGE, at, c->diags);
	if (bytes)
		i = take(c, path, bytes, n, at);
	g_hash_table_insert(c->by_path, g_strdup(path), (gpointer)(guintptr)i);
	return i;
}

const struct image *image_load_svg(struct image_cache *c, const char *bytes, size_t n,
				   struct where at)
{
	return take(c, "(inline)", g_strndup(bytes, n), n, at);
}

bool image_measure(const char *bytes, size_t n, int *width, int *height)
{
	struct image *i = g_new0(struct image, 1);
	bool well;

	i->bytes = g_memdup2(bytes, n ? n : 1);
	i->n_bytes = n;
	well = understand(i) == NULL;
	*width = i->pixel_width ? i->pixel_width : i->natural.width / PX;
	*height = i->pixel_height ? i->pixel_height : i->natural.height / PX;
	free_image(i);
	return well && *width > 0 && *height > 0;
}
