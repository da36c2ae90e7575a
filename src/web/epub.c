/*
 * epub.c - the book as EPUB 3.3
 *
 * The articles of the HTML pages as XHTML, without what surrounds them there; a package
 * document; navigation with contents and the page numbers of the printed edition.  The
 * archive is made in memory by libzip: "mimetype" first and stored, no extra fields, one
 * date for all (libarchive writes an extra field that readers' checks refuse).
 */
#include "web/epub.h"

#include "web/html.h"
#include "web/pictures.h"
#include "web/tree.h"

#include <string.h>
#include <time.h>
#include <zip.h>

struct epub_files {
	GHashTable *names;
};

struct epub {
	zip_t *zip;
	const struct web_options *options;
	struct epub_files files;
	struct diags *diags;
	time_t epoch;
	GString *manifest, *spine, *toc, *page_list;
	GHashTable *pages_listed;
	GPtrArray *kept; /* bytes that the archive still needs */
	const xmlNode *first; /* html of the first page */
	char *body, *body_title; /* the page on which the text begins */
	int n_items, depth;
	bool failed;
};

/* ---- the archive -------------------------------------------------------------------- */

static void add_file(struct epub *e, const char *name, const char *bytes, size_t n, bool store)
{
	char *copy = g_memdup2(bytes, n ? n : 1);
	zip_source_t *source;
	zip_int64_t index;

	g_ptr_array_add(e->kept, copy);
	source = zip_source_buffer(e->zip, copy, n, 0);
	index = source ? zip_file_add(e->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (index < 0) {
		zip_source_free(source);
		e->failed = true;
		return;
	}
	zip_set_file_compression(e->zip, (zip_uint64_t)index, store ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
				 9);
	/* DOS time of a constant moment: the archive knows no time zones. */
	zip_file_set_dostime(e->zip, (zip_uint64_t)index, 0, (1 << 5) | 1, 0);
}

static void add_text(struct epub *e, const char *name, const GString *text)
{
	add_file(e, name, text->str, text->len, false);
}

/* ---- text --------------------------------------------------------------------------- */

static void append_escaped(GString *to, const char *text)
{
	g_autofree char *safe = g_markup_escape_text(text ? text : "", -1);

	g_string_append(to, safe);
}

static char *xhtml_name(const char *file)
{
	const char *dot = strrchr(file, '.');

	return g_strdup_printf("%.*s.xhtml", dot ? (int)(dot - file) : (int)strlen(file), file);
}

/* ---- pages -------------------------------------------------------------------------- */

/* The first thing on each printed page leads there; a page that is the thing has no fragment. */
static void list_page(struct epub *e, const char *id, const char *file, bool whole)
{
	const struct web_page *page = *id && e->options->pages ? web_pages_find(e->options->pages, id) : NULL;
	const char *label = page ? page->label : NULL;

	if (!label || g_hash_table_contains(e->pages_listed, label))
		return;
	g_hash_table_add(e->pages_listed, g_strdup(label));
	g_string_append_printf(e->page_list, "<li><a href=\"%s", file);
	if (!whole) {
		g_string_append_c(e->page_list, '#');
		append_escaped(e->page_list, id);
	}
	g_string_append(e->page_list, "\">");
	append_escaped(e->page_list, label);
	g_string_append(e->page_list, "</a></li>\n");
}

/* Not in copies of definitions, which the archive leaves out. */
static void list_pages(struct epub *e, const xmlNode *node, const char *file, int depth)
{
	if (!tree_is(node, "pdf-page") && !tree_is(node, "nav") && !tree_has_class(node, "definition")) {
		g_autofree char *id = tree_attribute(node, "id");

		list_page(e, id, file, false);
		for (const xmlNode *kid = node->children; kid && depth < 2000; kid = kid->next)
			if (kid->type == XML_ELEMENT_NODE)
				list_pages(e, kid, file, depth + 1);
	}
}

static void list_contents(struct epub *e, const xmlNode *page, const char *file)
{
	g_autofree char *title = tree_attribute(page, "title");
	g_autofree char *label = tree_attribute(page, "label");
	g_autofree char *depth_text = tree_attribute(page, "depth");
	int depth = MAX(1, tree_number(depth_text));

	if (depth > e->depth)
		depth = e->depth + 1;
	for (; e->depth >= depth; e->depth--)
		g_string_append(e->toc, e->depth == depth ? "</li>\n" : "</li></ol>\n");
	if (depth > e->depth + 1)
		e->depth = depth - 1;
	if (depth > 1 && g_str_has_suffix(e->toc->str, "</a>"))
		g_string_append(e->toc, "<ol>\n");
	g_string_append_printf(e->toc, "<li><a href=\"%s\">", file);
	if (*label) {
		append_escaped(e->toc, label);
		g_string_append_c(e->toc, ' ');
	}
	append_escaped(e->toc, title);
	g_string_append(e->toc, "</a>");
	e->depth = depth;
}

/* What a page is, in the words of the EPUB vocabulary. */
static const char *kind_of(const char *element)
{
	static const struct {
		const char *element, *kind;
	} kinds[] = {
		{ "acknowledgements", "acknowledgments" }, { "appendix", "appendix" },
		{ "bibliography", "bibliography" },	   { "book", "titlepage" },
		{ "chapter", "chapter" },		   { "colophon", "colophon" },
		{ "dedication", "dedication" },		   { "glossary", "glossary" },
		{ "index", "index" },			   { "part", "part" },
		{ "preface", "preface" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(kinds[i].element, element) == 0)
			return kinds[i].kind;
	return "bodymatter";
}

static bool is_rtl(const xmlNode *root)
{
	g_autofree char *direction = tree_attribute(root, "dir");

	return strcmp(direction, "rtl") == 0;
}

static const char *properties_of(const GString *text)
{
	bool svg = strstr(text->str, "<svg") != NULL, math = strstr(text->str, "<math") != NULL;

	return svg && math ? " properties=\"svg mathml\""
			   : svg ? " properties=\"svg\"" : math ? " properties=\"mathml\"" : "";
}

static void add_page(struct epub *e, const xmlNode *page)
{
	const xmlNode *article = tree_find(page, "article");
	g_autofree char *file = tree_attribute(page, "file");
	g_autofree char *title = tree_attribute(page, "title");
	g_autofree char *lang = tree_attribute(page, "lang");
	g_autofree char *id = tree_attribute(page, "id");
	g_autofree char *element = tree_attribute(page, "kind");
	g_autofree char *name = xhtml_name(file);
	g_autofree char *path = g_strconcat("EPUB/", name, NULL);
	g_autoptr(GString) text = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
					       "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""
					       " xmlns:epub=\"http://www.idpf.org/2007/ops\"");

	if (!article)
		return;
	if (!e->first)
		e->first = tree_find(page, "html");
	g_string_append_printf(text, " lang=\"%s\" xml:lang=\"%s\"%s>\n<head><title>", lang, lang,
			       is_rtl(tree_find(page, "html")) ? " dir=\"rtl\"" : "");
	append_escaped(text, title);
	g_string_append_printf(text,
			       "</title><link rel=\"stylesheet\" href=\"assets/epub.css\"/></head>\n"
			       "<body epub:type=\"%s\">\n",
			       kind_of(element));
	html_write(text, article, HTML_XHTML, e->options);
	g_string_append(text, "\n</body>\n</html>\n");
	add_text(e, path, text);
	if (!e->body && (strcmp(element, "chapter") == 0 || strcmp(element, "part") == 0 ||
			 strcmp(element, "section") == 0)) {
		e->body = g_strdup(name);
		e->body_title = g_strdup(title);
	}
	e->n_items++;
	g_string_append_printf(e->manifest,
			       "<item id=\"p%d\" href=\"%s\" media-type=\"application/xhtml+xml\"%s/>\n",
			       e->n_items, name, properties_of(text));
	g_string_append_printf(e->spine, "<itemref idref=\"p%d\"/>\n", e->n_items);
	list_contents(e, page, name);
	list_page(e, id, name, true);
	list_pages(e, article, name, 0);
}

/* ---- pictures and style ------------------------------------------------------------- */

static const char *media_type(const char *file)
{
	static const struct {
		const char *suffix, *type;
	} types[] = { { ".svg", "image/svg+xml" }, { ".png", "image/png" }, { ".jpg", "image/jpeg" },
		      { ".jpeg", "image/jpeg" },   { ".gif", "image/gif" }, { ".webp", "image/webp" }, { ".mp4", "video/mp4" },
		      { ".webm", "video/webm" },   { ".mp3", "audio/mpeg" }, { ".m4a", "audio/mp4" }, { ".ogg", "audio/ogg" } };

	for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
		if (g_str_has_suffix(file, types[i].suffix))
			return types[i].type;
	return NULL;
}

static void add_picture(struct epub *e, const struct web_picture *p)
{
	g_autofree char *path = g_strconcat("EPUB/", p->file, NULL);

	if (!media_type(p->file) || !p->bytes)
		return;
	add_file(e, path, p->bytes, p->n, false);
	e->n_items++;
	g_string_append_printf(e->manifest, "<item id=\"p%d\" href=\"", e->n_items);
	append_escaped(e->manifest, p->file);
	g_string_append_printf(e->manifest, "\" media-type=\"%s\"/>\n", media_type(p->file));
}

static void add_style(struct epub *e)
{
	g_autofree char *from = g_build_filename(e->options->assets, "epub.css", NULL);
	g_autofree char *bytes = NULL;
	size_t n;

	bytes = file_read(from, &n, NULL, E_FILE_READ, (struct where){ 0 }, e->diags);
	if (!bytes) {
		e->failed = true;
		return;
	}
	add_file(e, "EPUB/assets/epub.css", bytes, n, false);
	g_string_append(e->manifest, "<item id=\"css\" href=\"assets/epub.css\" media-type=\"text/css\"/>\n");
}

/* ---- package and navigation --------------------------------------------------------- */

static void append_element(GString *to, const char *name, const char *attributes, const char *text)
{
	if (!text || !*text)
		return;
	g_string_append_printf(to, "<%s%s>", name, attributes);
	append_escaped(to, text);
	g_string_append_printf(to, "</%s>\n", name);
}

/* The author's; else one that is the same for the same title, people and language. */
static void append_identifier(GString *to, const char *id, const char *title, const char *creator,
			      const char *lang)
{
	g_autofree char *all = g_strjoin("\n", title, creator, lang, NULL);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA1, all, -1);
	g_autofree char *made = g_strdup_printf("urn:uuid:%.8s-%.4s-5%.3s-a%.3s-%.12s", sum, sum + 8,
						sum + 13, sum + 17, sum + 20);

	append_element(to, "dc:identifier", " id=\"id\"", *id ? id : made);
}

static void add_package(struct epub *e, const xmlNode *root)
{
	g_autofree char *title = tree_attribute(root, "title"), *lang = tree_attribute(root, "lang");
	g_autofree char *creator = tree_attribute(root, "creator"), *rights = tree_attribute(root, "publisher");
	g_autofree char *id = tree_attribute(root, "identifier"), *when = tree_attribute(root, "date");
	g_autoptr(GString) text = g_string_new(
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\""
		" version=\"3.0\" unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
	char date[32];
	struct tm tm;

	gmtime_r(&e->epoch, &tm);
	strftime(date, sizeof(date), "%Y-%m-%dT%H:%M:%SZ", &tm);
	append_identifier(text, id, title, creator, lang);
	append_element(text, "dc:title", "", *title ? title : "Untitled");
	append_element(text, "dc:language", "", *lang ? lang : "en");
	append_element(text, "dc:creator", "", creator);
	append_element(text, "dc:publisher", "", rights);
	append_element(text, "dc:date", "", when);
	append_element(text, "meta", " property=\"dcterms:modified\"", date);
	append_element(text, "meta", " property=\"schema:accessMode\"", "textual");
	append_element(text, "meta", " property=\"schema:accessMode\"", "visual");
	append_element(text, "meta", " property=\"schema:accessModeSufficient\"", "textual,visual");
	append_element(text, "meta", " property=\"schema:accessModeSufficient\"", "textual");
	append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "readingOrder");
	append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "displayTransformability");
	append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "structuralNavigation");
	append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "alternativeText");
	append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "tableOfContents");
	if (e->page_list->len) {
		append_element(text, "meta", " property=\"schema:accessibilityFeature\"", "pageNavigation");
		append_element(text, "dc:source", " id=\"printed\"", title);
		append_element(text, "meta", " refines=\"#printed\" property=\"source-of\"", "pagination");
	}
	append_element(text, "meta", " property=\"schema:accessibilityHazard\"", "none");
	append_element(text, "meta", " property=\"schema:accessibilitySummary\" xml:lang=\"en\"",
		       "Structured by headings; pictures carry descriptions; languages are marked.");
	g_string_append(text, "</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type="
			      "\"application/xhtml+xml\" properties=\"nav\"/>\n");
	g_string_append(text, e->manifest->str);
	g_string_append_printf(text, "</manifest>\n<spine%s>\n",
			       is_rtl(e->first) ? " page-progression-direction=\"rtl\"" : "");
	g_string_append(text, e->spine->str);
	g_string_append(text, "</spine>\n</package>\n");
	add_text(e, "EPUB/package.opf", text);
}

static void add_navigation(struct epub *e, const xmlNode *root)
{
	g_autofree char *title = tree_attribute(root, "title"), *lang = tree_attribute(root, "lang");
	g_autoptr(GString) text = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
					       "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub="
					       "\"http://www.idpf.org/2007/ops\"");

	for (; e->depth > 0; e->depth--)
		g_string_append(e->toc, e->depth == 1 ? "</li>\n" : "</li></ol>\n");
	g_string_append_printf(text, " lang=\"%s\" xml:lang=\"%s\"%s>\n<head><title>", lang, lang,
			       is_rtl(e->first) ? " dir=\"rtl\"" : "");
	append_escaped(text, title);
	g_string_append(text, "</title></head>\n<body>\n<nav epub:type=\"toc\" id=\"toc\"><h1>");
	append_escaped(text, title);
	g_string_append_printf(text, "</h1>\n<ol>\n%s</ol></nav>\n", e->toc->str);
	if (e->body) {
		g_string_append_printf(text,
				       "<nav epub:type=\"landmarks\" hidden=\"hidden\"><ol>"
				       "<li><a epub:type=\"bodymatter\" href=\"%s\">",
				       e->body);
		append_escaped(text, e->body_title);
		g_string_append(text, "</a></li></ol></nav>\n");
	}
	if (e->page_list->len)
		g_string_append_printf(text,
				       "<nav epub:type=\"page-list\" id=\"page-list\" hidden=\"hidden\">"
				       "<ol>\n%s</ol></nav>\n",
				       e->page_list->str);
	g_string_append(text, "</body>\n</html>\n");
	add_text(e, "EPUB/nav.xhtml", text);
}

static const char container[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"<rootfiles><rootfile full-path=\"EPUB/package.opf\""
	" media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";

bool epub_holds(const struct epub_files *files, const char *file, size_t n)
{
	g_autofree char *name = g_strndup(file, n);

	return g_hash_table_contains(files->names, name);
}

static void name_files(struct epub *e, const xmlNode *root)
{
	for (const xmlNode *kid = root->children; kid; kid = kid->next)
		if (tree_is(kid, "page"))
			g_hash_table_add(e->files.names, tree_attribute(kid, "file"));
	for (int i = 0; i < web_pictures_count(e->options->pictures); i++)
		g_hash_table_add(e->files.names,
				 g_strdup(web_pictures_at(e->options->pictures, i)->file));
}

static void fill(struct epub *e, const struct doc *site)
{
	const xmlNode *root = tree_root(site);

	name_files(e, root);

	add_file(e, "mimetype", "application/epub+zip", strlen("application/epub+zip"), true);
	add_file(e, "META-INF/container.xml", container, strlen(container), false);
	for (const xmlNode *kid = root->children; kid; kid = kid->next) {
		if (tree_is(kid, "page"))
			add_page(e, kid);
	}
	for (int i = 0; i < web_pictures_count(e->options->pictures); i++)
		add_picture(e, web_pictures_at(e->options->pictures, i));
	add_style(e);
	add_navigation(e, root);
	add_package(e, root);
}

/* ---- writing ------------------------------------------------------------------------ */

static void start(struct epub *e)
{
	e->manifest = g_string_new(NULL);
	e->spine = g_string_new(NULL);
	e->toc = g_string_new(NULL);
	e->page_list = g_string_new(NULL);
	e->pages_listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	e->kept = g_ptr_array_new_with_free_func(g_free);
	e->files.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void finish(struct epub *e)
{
	g_string_free(e->manifest, TRUE);
	g_string_free(e->spine, TRUE);
	g_string_free(e->toc, TRUE);
	g_string_free(e->page_list, TRUE);
	g_hash_table_destroy(e->pages_listed);
	g_hash_table_destroy(e->files.names);
	g_free(e->body);
	g_free(e->body_title);
	g_ptr_array_free(e->kept, TRUE);
}

/* The archive's bytes out of the memory it was made in. */
static bool copy_out(zip_source_t *memory, struct output *out)
{
	zip_stat_t stat;
	g_autofree char *bytes = NULL;
	bool well = false;

	if (zip_source_stat(memory, &stat) < 0 || zip_source_open(memory) < 0)
		return false;
	bytes = g_malloc(stat.size ? stat.size : 1);
	if (zip_source_read(memory, bytes, stat.size) == (zip_int64_t)stat.size)
		well = output_write(out, bytes, stat.size);
	zip_source_close(memory);
	return well;
}

bool epub_write(const struct doc *site, const struct web_options *o, int64_t epoch,
		struct output *out, struct diags *d)
{
	struct web_options own = *o;
	struct epub e = { .options = &own, .diags = d, .epoch = (time_t)epoch };
	zip_error_t error;
	zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
	bool well;

	start(&e);
	own.files = &e.files;
	zip_source_keep(memory);
	e.zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (e.zip) {
		fill(&e, site);
		if (zip_close(e.zip) < 0) {
			zip_discard(e.zip);
			e.failed = true;
		}
	}
	well = e.zip && !e.failed && copy_out(memory, out);
	zip_source_free(memory);
	finish(&e);
	if (!well)
		diag(d, E_FILE_WRITE, (struct where){ 0 }, "the EPUB could not be written");
	return well;
}
