/*
 * build.c - handbook build and handbook check: a DocBook book to PDF, HTML and EPUB
 *
 * All that is made is committed at the end or not at all: a build with errors leaves the
 * previous edition as it is.
 */
#include "cli/print.h"

#include "doc/book.h"
#include "web/epub.h"
#include "web/mend.h"
#include "web/pictures.h"
#include "web/tree.h"
#include "web/web.h"

#include <errno.h>
#include <string.h>

struct build {
	const struct options *options;
	struct diags *diags;
	struct sandbox *sandbox;
	struct doc *book;
	const char **params; /* name, value ... NULL */
	char *stem;	     /* of the files that are made: "handbook" */
	struct output *pdf;
	struct output *epub;
	struct output *targets;
	struct output_folder *html;
	struct web_pages *pages; /* of the PDF, when it was made */
};

/* ---- names -------------------------------------------------------------------------- */

static char *stem_of(const char *path)
{
	char *base = g_path_get_basename(path);
	char *dot = strrchr(base, '.');

	if (dot && dot != base)
		*dot = '\0';
	return base;
}

static char *style_path(const struct options *o, const char *name)
{
	g_autofree char *within = g_build_filename("styles", name, NULL);

	return o->styles ? g_build_filename(o->styles, name, NULL) : data_find(within);
}

/* The same where it is there. */
static char *optional_style(const struct options *o, const char *name)
{
	g_autofree char *path = style_path(o, name);

	return path && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

static const char *folder(const struct options *o)
{
	return o->output && strcmp(o->output, "-") != 0 ? o->output : ".";
}

static char *target(const struct build *b, const char *extension)
{
	g_autofree char *name = g_strconcat(b->stem, extension, NULL);

	if (b->options->output && strcmp(b->options->output, "-") == 0)
		return g_strdup("-");
	return g_build_filename(folder(b->options), name, NULL);
}

static bool makes_html(const struct options *o)
{
	return options_list_has(o->formats, "pdf,html", "html");
}

static bool makes_web(const struct options *o)
{
	return makes_html(o) ||
	       options_list_has(o->formats, "pdf,html", "epub");
}

/* ---- parameters --------------------------------------------------------------------- */

static bool read_params(struct build *b)
{
	const GPtrArray *given = b->options->params;
	int n = 0;

	b->params = g_new0(const char *, 2 * given->len + 3);
	for (guint i = 0; i < given->len; i++) {
		const char *param = g_ptr_array_index(given, i);
		const char *equals = strchr(param, '=');

		if (!equals || equals == param) {
			diag(b->diags, E_USAGE, (struct where){ 0 }, "--param %s: NAME=VALUE",
			     param);
			return false;
		}
		b->params[n++] = g_strndup(param, (size_t)(equals - param));
		b->params[n++] = g_strdup(equals + 1);
	}
	if (!params_check(b->options, b->diags))
		return false;
	if (b->options->edition) {
		b->params[n++] = g_strdup("edition");
		b->params[n++] = g_strdup(b->options->edition);
	}
	return true;
}

static bool is_given(const struct build *b, const char *name)
{
	for (const char **p = b->params; *p; p += 2)
		if (strcmp(*p, name) == 0)
			return true;
	return false;
}

/* ---- stages ------------------------------------------------------------------------- */

/* With more parameters, name, value ... NULL, than the author gave; of two the author's holds. */
static struct doc *transform(struct build *b, const char *name, const char *const *more)
{
	g_autofree char *path = style_path(b->options, name);
	g_autoptr(GPtrArray) params = g_ptr_array_new();

	if (!path) {
		diag(b->diags, E_FILE_READ, (struct where){ 0 },
		     "styles/%s is not beside the program: name its folder with --styles", name);
		return NULL;
	}
	progress_stage("applying stylesheets");
	for (const char *const *p = more; p && *p; p += 2)
		if (!is_given(b, p[0])) {
			g_ptr_array_add(params, (gpointer)(uintptr_t)p[0]);
			g_ptr_array_add(params, (gpointer)(uintptr_t)p[1]);
		}
	for (const char **p = b->params; *p; p++)
		g_ptr_array_add(params, (gpointer)(uintptr_t)*p);
	g_ptr_array_add(params, NULL);
	return doc_transform(b->book, path, (const char *const *)params->pdata, b->sandbox,
			     b->diags);
}

/* The HTML edition says on which printed page a thing is. */
static void learn_pages(void *data, const struct book *book)
{
	struct build *b = data;

	b->pages = web_pages_new(book);
}

static bool make_pdf(struct build *b)
{
	g_autofree char *path = target(b, ".pdf");
	struct doc *fo = transform(b, "print.xsl", NULL);
	struct print p = {
		.options = b->options,
		.sandbox = b->sandbox,
		.source = b->book,
		.laid_out = learn_pages,
		.data = b,
		.diags = b->diags,
	};
	bool well = false;

	if (fo && !b->options->stop_after)
		p.output = b->pdf = output_open(path, b->diags);
	if (fo && stops_after(b->options, "xsl"))
		doc_dump(fo, stdout);
	else if (fo && (b->pdf || b->options->stop_after))
		well = print_fo(&p, fo);
	doc_free(fo);
	return well;
}

/* The tree of the pages, and for HTML of the whole on one page. */
static struct doc *make_site(struct build *b)
{
	bool single = makes_html(b->options);
	g_autofree char *pdf = b->pdf ? g_strconcat("../", b->stem, ".pdf", NULL) : NULL;
	const char *const more[] = { "single", single ? "1" : "0", pdf ? "pdf" : NULL, pdf, NULL };
	struct doc *site = transform(b, "web.xsl", more);

	if (site) {
		web_gather(site);
		web_mend(site);
	}
	return site;
}

static bool make_html(struct build *b, const struct doc *site, const struct web_options *web)
{
	g_autofree char *path = g_build_filename(folder(b->options), "html", NULL);
	g_autofree char *fonts = data_find("fonts/files");
	g_autofree char *canonical = tree_attribute(tree_root(site), "canonical");
	g_autofree char *pdf = tree_attribute(tree_root(site), "pdf");
	struct web_options html = *web;

	html.fonts = fonts;
	html.pdf = *pdf ? pdf : NULL;
	html.canonical = canonical;
	b->html = output_folder_open(path, b->diags);
	return b->html && web_write(site, &html, b->html, b->diags) &&
	       web_write_assets(site, &html, b->html, b->diags);
}

/* An EPUB has to say when it was made: without any date of the book, always the same. */
static int64_t site_epoch(const struct doc *site)
{
	g_autofree char *date = tree_attribute(tree_root(site), "date");
	int64_t epoch;

	return edition_epoch(date, &epoch) ? epoch : 0;
}

static bool make_epub(struct build *b, const struct doc *site, const struct web_options *web)
{
	g_autofree char *path = target(b, ".epub");

	b->epub = output_open(path, b->diags);
	return b->epub && epub_write(site, web, site_epoch(site), b->epub, b->diags);
}

/* What other books may refer to: STEM.targets. */
static bool make_targets(struct build *b)
{
	g_autofree char *path = target(b, ".targets");
	const char *const more[] = { "stem", b->stem, NULL };
	struct doc *targets = transform(b, "targets.xsl", more);
	xmlChar *text = NULL;
	int n = 0;

	if (targets)
		b->targets = output_open(path, b->diags);
	if (b->targets)
		xmlDocDumpMemoryEnc((xmlDoc *)(uintptr_t)doc_xml(targets), &text, &n, "UTF-8");
	doc_free(targets);
	if (text)
		output_write(b->targets, text, (size_t)n);
	xmlFree(text);
	return text != NULL;
}

/* HTML and EPUB are written from one tree. */
static bool make_web(struct build *b)
{
	const char *formats = b->options->formats;
	g_autofree char *assets = style_path(b->options, "web");
	struct web_options web = { .assets = assets, .pages = b->pages };
	struct web_pictures *pictures = NULL;
	struct doc *site;
	bool well;

	doc_add_index(b->book, (const char *const *)b->params);
	site = make_site(b);
	well = site != NULL;

	if (site && stops_after(b->options, "xsl")) {
		doc_dump(site, stdout);
	} else if (site) {
		web.pictures = pictures = web_pictures_new(site, b->sandbox, b->diags);
		if (makes_html(b->options))
			well = make_html(b, site, &web);
		if (options_list_has(formats, "pdf,html", "epub"))
			well = make_epub(b, site, &web) && well;
	}
	web_pictures_free(pictures);
	doc_free(site);
	return well;
}

static bool make_all(struct build *b)
{
	const char *formats = b->options->formats;
	bool well = true;

	if (b->options->stop_after && (!stops_after(b->options, "xsl") || !formats))
		return make_pdf(b);
	if (options_list_has(formats, "pdf,html", "pdf"))
		well = make_pdf(b);
	if (makes_web(b->options))
		well = make_web(b) && well;
	if (options_list_has(formats, "pdf,html", "targets"))
		well = make_targets(b) && well;
	return well;
}

static void commit(struct build *b)
{
	if (b->pdf)
		output_commit(g_steal_pointer(&b->pdf), b->diags);
	if (b->targets)
		output_commit(g_steal_pointer(&b->targets), b->diags);
	if (b->epub)
		output_commit(g_steal_pointer(&b->epub), b->diags);
	if (b->html)
		output_folder_commit(g_steal_pointer(&b->html), b->diags);
}

/* ---- the commands ------------------------------------------------------------------- */

static bool load(struct build *b)
{
	const struct options *o = b->options;
	g_autofree char *schema = optional_style(o, "handbook.rng");
	g_autofree char *data = optional_style(o, "data.xsl");
	struct book_options options = {
		.params = (const char *const *)b->params,
		.schema = schema,
		.data = data,
		.epoch = getenv("SOURCE_DATE_EPOCH"),
		.update_ids = o->update_ids,
		.number = o->command == COMMAND_BUILD && !o->stop_after && makes_web(o),
		.alt = o->command == COMMAND_CHECK || o->stop_after ||
		       !options_list_has(o->formats, "pdf,html", "pdf"),
	};

	progress_stage("reading");
	b->book = doc_load_book(o->operand, &options, b->sandbox, b->diags);
	return b->book && is_publishable(o, b->diags);
}

static void clear(struct build *b)
{
	output_discard(b->pdf);
	output_discard(b->epub);
	output_discard(b->targets);
	output_folder_discard(b->html);
	web_pages_free(b->pages);
	doc_free(b->book);
	sandbox_free(b->sandbox);
	g_strfreev((char **)(uintptr_t)b->params);
	g_free(b->stem);
}

static bool make_folder(const struct build *b)
{
	const char *path = folder(b->options);

	if (b->options->stop_after || g_mkdir_with_parents(path, 0777) == 0)
		return true;
	diag(b->diags, E_FILE_WRITE, (struct where){ 0 }, "cannot make %s: %s", path,
	     g_strerror(errno));
	return false;
}

static bool is_one_stream(const struct options *o, struct diags *d)
{
	if (!o->output || strcmp(o->output, "-") != 0)
		return true;
	if (o->stop_after || (o->formats && !strchr(o->formats, ',') && strcmp(o->formats, "html") != 0))
		return true;
	diag(d, E_USAGE, (struct where){ 0 },
	     "-o - needs a --format of one file: pdf, epub or targets");
	return false;
}

bool run_build(const struct options *o, struct diags *d)
{
	struct build b = { .options = o, .diags = d, .sandbox = open_sandbox(o, d) };
	bool well = false;

	b.stem = stem_of(o->operand);
	if (read_params(&b) && is_one_stream(o, d) && load(&b)) {
		if (stops_after(o, "doc"))
			doc_dump(b.book, stdout);
		else if (make_folder(&b))
			well = make_all(&b);
		if (well && !o->stop_after && is_publishable(o, d))
			commit(&b);
	}
	clear(&b);
	return well;
}

bool run_check(const struct options *o, struct diags *d)
{
	struct build b = { .options = o, .diags = d, .sandbox = open_sandbox(o, d) };
	bool well = read_params(&b) && load(&b);

	clear(&b);
	return well;
}
