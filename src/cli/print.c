/*
 * print.c - from formatting objects to a PDF file
 */
#include "cli/print.h"

#include "fo/fo.h"
#include "image/image.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

bool stops_after(const struct options *o, const char *product)
{
	return o->stop_after && strcmp(o->stop_after, product) == 0;
}

static bool shows(const struct options *o, const char *what)
{
	return o->show && strcmp(o->show, what) == 0;
}

bool is_publishable(const struct options *o, const struct diags *d)
{
	if (diags_count(d, SEVERITY_FATAL))
		return false;
	return o->keep_going || diags_count(d, SEVERITY_ERROR) == 0;
}

static void check_folder(const char *option, const char *path, struct diags *d)
{
	struct stat st;

	if (stat(path, &st) || !S_ISDIR(st.st_mode))
		diag(d, E_USAGE, (struct where){ 0 }, "%s %s: no such folder", option, path);
}

struct sandbox *open_sandbox(const struct options *o, struct diags *d)
{
	struct sandbox *s = sandbox_new();
	g_autofree char *folder = g_path_get_dirname(o->operand);
	g_autofree char *styles = data_find("styles");
	char *real = realpath(o->operand, NULL);

	sandbox_allow(s, folder);
	if (real) { /* a symbolic link that the user names is the user's choice */
		g_autofree char *home = g_path_get_dirname(real);

		sandbox_allow(s, home);
	}
	free(real);
	if (styles)
		sandbox_allow(s, styles);
	for (guint i = 0; i < o->allow->len; i++) {
		const char *dir = g_ptr_array_index(o->allow, i);

		check_folder("--allow", dir, d);
		sandbox_allow(s, dir);
	}
	if (o->styles)
		check_folder("--styles", o->styles, d);
	return s;
}

/* "5 May 2020" starts with a number, too, but not with a year. */
static bool starts_with_year(const char *date)
{
	return strspn(date, "0123456789") == 4;
}

bool edition_epoch(const char *iso, int64_t *epoch)
{
	const char *given = getenv("SOURCE_DATE_EPOCH");
	int year, month = 1, day = 1;

	if (given && *given) {
		*epoch = g_ascii_strtoll(given, NULL, 10);
		return true;
	}
	if (iso && starts_with_year(iso) && sscanf(iso, "%4d-%2d-%2d", &year, &month, &day) >= 1) {
		struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };

		*epoch = timegm(&tm);
		return true;
	}
	return false;
}

static enum pdf_linearize linearize(const struct options *o)
{
	if (!o->linearize || strcmp(o->linearize, "auto") == 0)
		return PDF_LINEARIZE_AUTO;
	return strcmp(o->linearize, "always") == 0 ? PDF_LINEARIZE_ALWAYS : PDF_LINEARIZE_NEVER;
}

/* The list that was asked for, or the file "terms" beside the input if there is one and it
 * does not lead out of the folder. */
static char *find_terms(const struct print *p)
{
	g_autofree char *folder = g_path_get_dirname(p->options->operand);
	g_autofree char *beside = g_build_filename(folder, "terms", NULL);

	if (p->options->terms)
		return g_strdup(p->options->terms);
	return g_file_test(beside, G_FILE_TEST_IS_REGULAR) && sandbox_allows(p->sandbox, beside)
		       ? g_steal_pointer(&beside)
		       : NULL;
}

static struct text *open_text(const struct print *p)
{
	const struct options *o = p->options;
	g_autofree char *found = o->fonts ? g_strdup(o->fonts) : data_find("fonts/fonts.conf");
	g_autofree char *terms = find_terms(p);
	struct text_options options = { .fonts = found,
					.terms = terms,
					.plain = o->plain_shaping };

	if (!found) {
		diag(p->diags, E_FONT_MISSING, (struct where){ 0 },
		     "fonts/fonts.conf is not beside the program: give one with --fonts");
		return NULL;
	}
	return text_open(&options, p->diags);
}

/* The source files as attachments; their bytes belong to the array. */
static void free_attachment(void *p)
{
	struct pdf_attachment *a = p;

	g_free((char *)(uintptr_t)a->name);
	g_free((char *)(uintptr_t)a->bytes);
}

static GArray *read_attachments(const struct print *p)
{
	GArray *list = g_array_new(FALSE, TRUE, sizeof(struct pdf_attachment));
	const char *const *files = doc_files(p->source);
	g_autofree char *folder = g_path_get_dirname(p->options->operand);
	size_t n = strlen(folder);

	g_array_set_clear_func(list, free_attachment);
	for (int i = 0; files[i]; i++) {
		const char *name = files[i];
		struct pdf_attachment a = { .type = "application/xml" };

		a.bytes = file_read(name, &a.n_bytes, NULL, E_FILE_READ, (struct where){ 0 },
				    p->diags);
		if (!a.bytes)
			continue;
		if (g_str_has_prefix(name, folder) && name[n] == '/')
			name += n + 1;
		a.name = g_strdup(name);
		g_array_append_val(list, a);
	}
	return list;
}

static bool write_book(const struct print *p, const struct book *book)
{
	const struct options *o = p->options;
	struct pdf_options options = {
		.plain = o->pdf && strcmp(o->pdf, "plain") == 0,
		.linearize = linearize(o),
	};
	GArray *attachments = NULL;
	bool well;

	options.undated = !edition_epoch(book->meta.date, &options.epoch);
	progress_stage("writing PDF");
	if (o->attach_source) {
		attachments = read_attachments(p);
		options.attachments = (const struct pdf_attachment *)(void *)attachments->data;
		options.n_attachments = (int)attachments->len;
	}
	well = pdf_write(book, &options, p->output, p->diags);
	if (attachments)
		g_array_free(attachments, TRUE);
	return well;
}

static bool set_book(const struct print *p, struct fo_tree *tree, struct text *text,
		     struct image_cache *images)
{
	const struct options *o = p->options;
	struct layout_options options = {
		.plain = o->plain_shaping,
		.show_breaks = shows(o, "breaks"),
		.progress = progress_pages,
	};
	struct book *book;
	bool well = true;

	progress_stage("setting pages");
	book = layout_book(tree, text, images, &options, p->diags);
	if (!book)
		return false;
	if (p->laid_out)
		p->laid_out(p->data, book);
	if (shows(o, "quality"))
		book_quality(book, p->diags);
	if (stops_after(o, "area"))
		book_dump(book, stdout);
	else if (stops_after(o, "tags"))
		book_dump_tags(book, stdout);
	else
		well = is_publishable(o, p->diags) && write_book(p, book);
	book_free(book);
	return well;
}

bool print_fo(const struct print *p, const struct doc *fo)
{
	struct fo_tree *tree;
	struct text *text = NULL;
	bool well = true;

	progress_stage("reading formatting objects");
	tree = fo_read(fo, p->options->plain_shaping, p->diags);
	if (!tree)
		return false;
	if (stops_after(p->options, "fo")) {
		fo_dump(tree, stdout);
	} else if ((text = open_text(p))) {
		struct image_cache *images = image_cache_new(p->sandbox, p->diags);

		well = set_book(p, tree, text, images);
		image_cache_free(images);
		text_close(text);
	} else {
		well = false;
	}
	fo_tree_free(tree);
	return well;
}
