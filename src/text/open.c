/*
 * open.c - the engine: one fontconfig file, one Pango font map, nothing of the machine's
 *
 * The fontconfig file names folders that hold links to exactly the files that may be used.
 * A link that leads nowhere is a package that is not installed.  A folder "optional" beside
 * the file holds what a book may do without.
 */
#include "text/engine.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct where nowhere = {NULL, 0};

/* Where Debian keeps which fonts; the longest matching beginning counts. */
static const struct {
	const char *path, *package;
} packages[] = {
#define PACKAGE(path, package) {path, package},
#include "text/packages.def"
#undef PACKAGE
};

static const char *package_of(const char *path)
{
	const char *package = NULL;
	size_t best = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(packages); i++) {
		size_t n = strlen(packages[i].path);

		if (n > best && strncmp(path, packages[i].path, n) == 0) {
			best = n;
			package = packages[i].package;
		}
	}
	return package;
}

/* Whether there is such a folder and every link in it leads to a font. */
static bool is_complete(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;
	bool complete = dir != NULL;

	while (complete && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		complete = access(path, R_OK) == 0;
	}
	return complete;
}

/* Reports links that lead nowhere, one message a package. */
static bool check_folder(const char *folder, struct diags *d)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;
	bool good = true;

	if (!dir) {
		diag(d, E_FONT_MISSING, nowhere, "there is no folder of fonts %s", folder);
		return false;
	}
	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		char target[512];
		ssize_t n;
		const char *package;

		if (access(path, R_OK) == 0)
			continue;
		n = readlink(path, target, sizeof target - 1);
		target[n < 0 ? 0 : n] = '\0';
		package = package_of(target);
		if (package)
			diag_once(d, E_FONT_MISSING, nowhere,
				  "fonts are missing: install the package %s", package);
		else
			diag(d, E_FONT_MISSING, nowhere, "the font %s is missing", path);
		good = false;
	}
	return good;
}

/* The file for --plain-shaping stands beside the other. */
static char *config_path(const struct text_options *o)
{
	g_autofree char *full = g_canonicalize_filename(o->fonts, NULL);
	g_autofree char *folder = g_path_get_dirname(full);
	g_autofree char *plain = g_build_filename(folder, "plain.conf", NULL);

	if (o->plain && access(plain, R_OK) == 0)
		return g_steal_pointer(&plain);
	return g_steal_pointer(&full);
}

static bool has_writable_cache(FcConfig *config)
{
	FcStrList *folders = FcConfigGetCacheDirs(config);
	FcChar8 *folder;
	bool found = false;

	while (!found && (folder = FcStrListNext(folders))) {
		g_mkdir_with_parents((const char *)folder, 0755);
		found = access((const char *)folder, W_OK) == 0;
	}
	FcStrListDone(folders);
	return found;
}

/* Fontconfig complains to the terminal where it cannot keep what it has read: then it keeps
 * it in a folder that goes again.  NULL if that is not needed. */
static char *lend_cache(FcConfig *config)
{
	char *folder;
	g_autofree char *rule = NULL;

	if (has_writable_cache(config))
		return NULL;
	folder = g_dir_make_tmp("handbook-fonts-XXXXXX", NULL);
	if (!folder)
		return NULL;
	rule = g_markup_printf_escaped("<fontconfig><cachedir>%s</cachedir></fontconfig>",
				       folder);
	FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rule, FcFalse);
	return folder;
}

static void drop_cache(char *folder)
{
	g_autoptr(GDir) dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		unlink(path);
	}
	if (folder)
		rmdir(folder);
	g_free(folder);
}

static bool check_folders(FcConfig *config, struct diags *d)
{
	FcStrList *folders = FcConfigGetFontDirs(config);
	FcChar8 *folder;
	bool good = true;

	while ((folder = FcStrListNext(folders)))
		good = check_folder((const char *)folder, d) && good;
	FcStrListDone(folders);
	return good;
}

/* Fonts that most books do without: taken where they are installed.  A folder with a link
 * that leads nowhere is not looked at, as fontconfig would remember what it lacked. */
static void add_optional(FcConfig *config, const char *path)
{
	g_autofree char *home = g_path_get_dirname(path);
	g_autofree char *folder = g_build_filename(home, "optional", NULL);

	if (is_complete(folder))
		FcConfigAppFontAddDir(config, (const FcChar8 *)folder);
}

static bool read_fonts(FcConfig *config, const char *path, struct diags *d)
{
	char *lent;
	bool any;

	if (access(path, R_OK) != 0 ||
	    !FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue)) {
		diag(d, E_FONT_MISSING, nowhere, "the list of fonts %s cannot be read",
		     path);
		return false;
	}
	if (!check_folders(config, d))
		return false;
	lent = lend_cache(config);
	any = FcConfigBuildFonts(config) &&
	      FcConfigGetFonts(config, FcSetSystem)->nfont > 0;
	if (any)
		add_optional(config, path);
	drop_cache(lent);
	if (!any)
		diag(d, E_FONT_MISSING, nowhere, "there are no fonts in the folders of %s",
		     path);
	return any;
}

static FcConfig *open_config(const struct text_options *o, struct diags *d)
{
	g_autofree char *path = config_path(o);
	FcConfig *config = FcConfigCreate();

	if (read_fonts(config, path, d))
		return config;
	FcConfigDestroy(config);
	return NULL;
}

/* One Len is one Pango unit: 72 dots an inch, no hinting, no rounding. */
static void open_pango(struct text *t)
{
	cairo_font_options_t *fo = cairo_font_options_create();

	t->map = pango_cairo_font_map_new();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(t->map), 72);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(t->map), t->config);
	t->context = pango_font_map_create_context(t->map);
	cairo_font_options_set_hint_metrics(fo, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(fo, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_antialias(fo, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(t->context, fo);
	pango_context_set_round_glyph_positions(t->context, FALSE);
	cairo_font_options_destroy(fo);
}

struct text *text_open(const struct text_options *o, struct diags *d)
{
	FcConfig *config = open_config(o, d);
	struct text *t;

	if (!config)
		return NULL;
	/* Pango guesses the language of Chinese characters in English text from the user's
	 * locale; the book must not. */
	g_setenv("PANGO_LANGUAGE", "en", TRUE);
	t = g_new0(struct text, 1);
	t->diags = d;
	t->plain = o->plain;
	t->arena = arena_new();
	t->config = config;
	FcConfigSetCurrent(config); /* for the text of pictures: librsvg asks the process's own */
	open_pango(t);
	t->buffer = hb_buffer_create();
	t->fonts = g_hash_table_new(NULL, NULL);
	t->hyphenator = hyphenator_new();
	t->segmenter = segmenter_new();
	t->keeper = keeper_new(o->terms, d);
	t->notes = g_array_new(FALSE, TRUE, sizeof(struct note));
	t->log = g_array_new(FALSE, FALSE, sizeof(PangoLogAttr));
	t->runs = g_array_new(FALSE, FALSE, sizeof(struct item));
	t->pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
	t->glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
	return t;
}

void text_close(struct text *t)
{
	if (!t)
		return;
	fonts_free(t);
	hyphenator_free(t->hyphenator);
	segmenter_free(t->segmenter);
	keeper_free(t->keeper);
	g_array_free(t->notes, TRUE);
	g_array_free(t->log, TRUE);
	g_array_free(t->runs, TRUE);
	g_array_free(t->pieces, TRUE);
	g_array_free(t->glyphs, TRUE);
	hb_buffer_destroy(t->buffer);
	g_object_unref(t->context);
	g_object_unref(t->map);
	FcConfigDestroy(t->config);
	arena_free(t->arena);
	g_free(t);
}
