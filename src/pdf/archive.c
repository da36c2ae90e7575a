/*
 * archive.c - from cairo's file to the tagged, archival one
 *
 * Our objects are appended to cairo's bytes as text, with a new cross-reference table that
 * leaves out cairo's own structure tree.  libqpdf then reads the whole and writes it anew,
 * linearized, with object streams and an ID from the content; that takes as long as all the
 * rest, so that long books are written by ourselves.  Streams stay as they were deflated:
 * once.
 */
#include "pdf/archive.h"

#include "pdf/compact.h"
#include "pdf/content.h"
#include "pdf/outlines.h"
#include "pdf/parts.h"
#include "pdf/raster.h"
#include "pdf/spans.h"
#include "pdf/standin.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#define NOWHERE ((struct where){0})

enum { MANY_PAGES = 250 }; /* more are not linearized unless asked for */

/* ---- pages ---- */

/* The value of a key that cairo wrote, up to the next key at the left edge of its lines. */
static void put_page(struct parts *p, int page, const char *extra)
{
	GString *o = p->update->out;
	struct slice text = raw_object(p->file, p->file->pages[page]);
	const struct record_page *r = record_page_at(p->record, page);

	g_string_append_printf(o, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 ",
			       raw_reference(text, "/Parent "));
	pdf_number(o, r->width);
	g_string_append_c(o, ' ');
	pdf_number(o, r->height);
	g_string_append_printf(o, "]/Contents %d 0 R/Resources %d 0 R/StructParents %d",
			       raw_reference(text, "/Contents "),
			       raw_reference(text, "/Resources "), page);
	if (r->transparent)
		g_string_append(o, "/Group<</S/Transparency/I true/CS/DeviceRGB>>");
	if (r->n_links > 0) {
		g_string_append(o, "/Tabs/S/Annots[");
		for (int i = 0; i < r->n_links; i++)
			g_string_append_printf(o, "%d 0 R ",
					       p->first_annotation + r->first_link + i);
		g_string_append_c(o, ']');
	}
	g_string_append(o, extra);
	g_string_append(o, ">>");
}

static struct slice inflated(struct slice z, GByteArray *bytes)
{
	if (!z.at || !inflate_into(bytes, z))
		return (struct slice){NULL, 0};
	return (struct slice){(const char *)bytes->data, bytes->len};
}

static struct slice page_content(const struct parts *p, int page, GByteArray *bytes)
{
	int id = raw_reference(raw_object(p->file, p->file->pages[page]), "/Contents ");

	return inflated(raw_stream(p->file, id), bytes);
}

/* Pages, and the forms that are placed on them. */
static void read_spans(const struct parts *p, struct spans *spans)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();

	for (int i = 0; i < p->file->n_pages; i++) {
		struct slice page = raw_object(p->file, p->file->pages[i]);

		spans_read(spans, raw_object(p->file, raw_reference(page, "/Resources ")),
			   page_content(p, i, bytes));
	}
	for (int i = 1; i < p->file->size; i++) {
		struct slice text = raw_object(p->file, i);

		if (slice_has(text, "/Subtype /Form"))
			spans_read(spans, text, inflated(raw_stream(p->file, i), bytes));
	}
}

static bool rewrite_pages(struct parts *p, const char *const *roles, struct spans *spans,
			  struct diags *d)
{
	g_autoptr(GByteArray) content = g_byte_array_new();
	g_autoptr(GString) ours = g_string_new(NULL), folded = g_string_new(NULL);

	for (int i = 0; i < p->file->n_pages; i++) {
		struct slice page = raw_object(p->file, p->file->pages[i]);
		int id = raw_reference(page, "/Contents ");
		struct slice cairo = page_content(p, i, content);

		g_string_set_size(folded, 0);
		g_string_set_size(ours, 0);
		spans_rewrite(spans, cairo, folded);
		if (!cairo.at || !content_rewrite((struct slice){folded->str, folded->len},
						  p->record, i, roles, ours)) {
			diag(d, E_PDF, NOWHERE, "page %d: content is not as it was drawn",
			     i + 1);
			return false;
		}
		update_begin(p->update, id);
		pdf_stream(p->update->out, "", ours->str, ours->len, true);
		update_end(p->update);
		update_remove(p->update,
			      raw_reference(raw_object(p->file, id), "/Length "));
		update_begin(p->update, p->file->pages[i]);
		put_page(p, i, "");
		update_end(p->update);
	}
	return true;
}

/* ---- what cairo leaves out or writes too much of ---- */

static void mend_font(struct parts *p, int id, struct slice text)
{
	const char *end = text.at + text.n;

	while (end > text.at && end[-1] != '>')
		end--;
	if (end < text.at + 4)
		return;
	update_begin(p->update, id);
	g_string_append_len(p->update->out, text.at, end - text.at - 2);
	g_string_append(p->update->out, "/CIDToGIDMap/Identity>>");
	update_end(p->update);
}

/* Same length, and null is as if the key were not there. */
static void mend_image(struct slice text, GByteArray *bytes, const char *base)
{
	static const char bad[] = "/Interpolate true";
	char *at = memmem(text.at, text.n, bad, sizeof bad - 1);

	if (at)
		memcpy(bytes->data + (at - base), "/Interpolate null", sizeof bad - 1);
}

/* Behind the entry "/x12 12 0 R " at p; NULL if there is no more. */
static const char *next_entry(const char *p, const char *end)
{
	p = memchr(p, 'R', (size_t)(end - p));
	return p && p + 2 <= end ? p + 2 : NULL;
}

/* A picture that is twice on a page has two equal entries in cairo's resources. */
static void mend_resources(struct parts *p, int id, struct slice text)
{
	const char *list = (const char *)memmem(text.at, text.n, "/XObject << ", 12) + 12;
	const char *end = memmem(list, (size_t)(text.at + text.n - list), ">>", 2), *next;
	GString *o = p->update->out;
	size_t from;

	if (!end)
		return;
	update_begin(p->update, id);
	g_string_append_len(o, text.at, list - text.at);
	from = o->len;
	for (const char *e = list; (next = next_entry(e, end)); e = next) {
		g_autofree char *entry = g_strndup(e, (gsize)(next - e));

		if (!strstr(o->str + from, entry))
			g_string_append(o, entry);
	}
	g_string_append_len(o, end, text.at + text.n - end);
	update_end(p->update);
}

static bool replace_image(struct parts *p, int id, struct diags *d)
{
	struct slice stream = raw_stream(p->file, id);
	int index = stream.at ? standin_index(stream.at, stream.n) : -1;

	if (index < 0 || index >= (int)p->record->pictures->len)
		return false;
	raster_write(p, id, g_ptr_array_index(p->record->pictures, index), d);
	return true;
}

/* A CJK font's outlines. */
static void mend_outlines(struct parts *p, int id)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new(), pruned = NULL;
	struct slice cff = inflated(raw_stream(p->file, id), bytes);

	pruned = cff.at ? outlines_prune(cff) : NULL;
	if (!pruned)
		return;
	update_begin(p->update, id);
	pdf_stream(p->update->out, "/Subtype/CIDFontType0C", pruned->data, pruned->len,
		   true);
	update_end(p->update);
	update_remove(p->update, raw_reference(raw_object(p->file, id), "/Length "));
}

static void mend_objects(struct parts *p, GByteArray *bytes, struct diags *d)
{
	for (int i = 1; i < p->file->size; i++) {
		struct slice text = raw_object(p->file, i);

		if (text.n == 0 || text.at[0] != '<')
			continue;
		if (slice_has(text, "/Type /StructElem") ||
		    slice_has(text, "/StructTreeRoot"))
			update_remove(p->update, i);
		else if (slice_has(text, "/XObject << ") && !slice_has(text, "/Type") &&
			 !raw_stream(p->file, i).at) /* a pattern is a stream */
			mend_resources(p, i, text);
		else if (slice_has(text, "/Subtype /CIDFontType0C"))
			mend_outlines(p, i);
		else if (slice_has(text, "/CIDFontType2") &&
			 !slice_has(text, "/CIDToGIDMap"))
			mend_font(p, i, text);
		else if (slice_has(text, "/Subtype /Image") && !replace_image(p, i, d))
			mend_image(text, bytes, p->file->bytes);
	}
}

/* ---- the catalog ---- */

static void put_reference(GString *o, const char *key, int id)
{
	if (id)
		g_string_append_printf(o, "%s %d 0 R", key, id);
}

static void put_names(GString *o, int destinations, const GString *files)
{
	if (!destinations && files->len == 0)
		return;
	g_string_append(o, "/Names<<");
	put_reference(o, "/Dests", destinations);
	if (files->len)
		g_string_append_printf(o, "/EmbeddedFiles<</Names[%s]>>", files->str);
	g_string_append(o, ">>");
}

static int write_catalog(struct parts *p)
{
	const struct book *b = p->book;
	GString *o = p->update->out;
	const char *lang = b->meta.lang && *b->meta.lang ? b->meta.lang : b->marks->lang;
	g_autoptr(GString) files = g_string_new(NULL), specifications = g_string_new(NULL);
	int id = p->file->root, outline = outline_write(p), names = destinations_write(p);
	int metadata = xmp_write(p), intent = intent_write(p);

	attachments_write(p, files, specifications);
	update_begin(p->update, id);
	g_string_append_printf(o, "<</Type/Catalog/Pages %d 0 R",
			       raw_reference(raw_object(p->file, id), "/Pages "));
	put_reference(o, "/StructTreeRoot", p->structure_root);
	put_reference(o, "/Metadata", metadata);
	put_reference(o, "/Outlines", outline);
	g_string_append_printf(o, "/PageMode/%s", outline ? "UseOutlines" : "UseNone");
	g_string_append_printf(o, "/OutputIntents[%d 0 R]", intent);
	g_string_append(
		o, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");
	g_string_append(o, "/Lang");
	pdf_string(o, lang ? lang : "und");
	put_names(o, names, files);
	if (specifications->len)
		g_string_append_printf(o, "/AF[%s]", specifications->str);
	g_string_append(o, "/PageLabels");
	labels_write(o, b);
	g_string_append(o, ">>");
	update_end(p->update);
	return id;
}

/* ---- all of it ---- */

static void check_book(const struct book *b, struct diags *d)
{
	struct where at = b->marks->from;

	if (!b->meta.title || !*b->meta.title)
		diag(d, W_TITLE, at, "the document has no title");
	if (!(b->meta.lang && *b->meta.lang) && !b->marks->lang)
		diag(d, W_LANGUAGE, at, "the document does not say its language");
}

static const char **roles_of(const struct book *b)
{
	const char **roles = g_new0(const char *, b->n_marks + 1);

	for (const struct mark *m = b->marks; m; m = mark_after(m))
		roles[m->index] = m->role;
	return roles;
}

struct ids {
	int root, info;
};

static bool add_parts(struct parts *p, GByteArray *bytes, struct ids *ids, struct diags *d)
{
	g_autofree const char **roles = roles_of(p->book);
	struct spans *spans = spans_new(p->file);
	bool done;

	structure_number(p);
	p->first_annotation = update_new_ids(p->update, (int)p->record->links->len);
	read_spans(p, spans);
	done = rewrite_pages(p, roles, spans, d);
	if (done)
		spans_write_fonts(spans, p->update);
	spans_free(spans);
	if (!done)
		return false;
	mend_objects(p, bytes, d);
	structure_write(p);
	links_write(p);
	ids->info = info_write(p);
	ids->root = write_catalog(p);
	return true;
}

static bool linearized(const struct book *b, enum pdf_linearize wish)
{
	switch (wish) {
	case PDF_LINEARIZE_ALWAYS:
		return true;
	case PDF_LINEARIZE_NEVER:
		return false;
	case PDF_LINEARIZE_AUTO:
		break;
	}
	return b->n_pages <= MANY_PAGES;
}

static bool rewrite_file(qpdf_data q, const GByteArray *bytes)
{
	if (qpdf_read_memory(q, "cairo", (const char *)bytes->data, bytes->len, NULL) &
	    QPDF_ERRORS)
		return false;
	qpdf_init_write_memory(q);
	qpdf_set_minimum_pdf_version(q, "1.7");
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_set_linearization(q, QPDF_TRUE);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_newline_before_endstream(q, QPDF_TRUE); /* ISO 19005-2, 6.1.7.1 */
	return !(qpdf_write(q) & QPDF_ERRORS);
}

static bool write_linearized(const GByteArray *bytes, struct output *to, struct diags *d)
{
	qpdf_data q = qpdf_init();
	bool done;

	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	done = rewrite_file(q, bytes);
	if (done)
		done = output_write(to, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
	else
		diag(d, E_PDF, NOWHERE, "the file cannot be finished: %s",
		     qpdf_get_error_full_text(q, qpdf_get_error(q)));
	qpdf_cleanup(&q);
	return done;
}

static bool finish(struct parts *p, GByteArray *bytes, struct output *to, struct diags *d)
{
	struct ids ids;
	GByteArray *file;
	bool done;

	if (!add_parts(p, bytes, &ids, d))
		return false;
	if (linearized(p->book, p->options->linearize)) {
		update_finish(p->update, p->file, bytes, ids.root, ids.info);
		return write_linearized(bytes, to, d);
	}
	file = compact_write(p->file, p->update, ids.root, ids.info);
	done = output_write(to, file->data, file->len);
	g_byte_array_unref(file);
	return done;
}

bool archive_write(const struct book *b, const struct record *r, GByteArray *cairo_pdf,
		   const struct pdf_options *o, struct output *to, struct diags *d)
{
	struct raw_file file;
	struct update update;
	struct parts p = {
		.book = b,
		.record = r,
		.options = o,
		.file = &file,
		.update = &update,
		.profiles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
	struct reading *reading;
	bool done;

	check_book(b, d);
	if (!raw_read(&file, cairo_pdf->data, cairo_pdf->len) ||
	    file.n_pages != b->n_pages) {
		diag(d, E_PDF, NOWHERE, "cairo's file is not understood");
		raw_drop(&file);
		g_hash_table_unref(p.profiles);
		return false;
	}
	p.reading = reading = reading_new(b, (const int *)(const void *)r->owners->data,
					  (int)r->owners->len);
	update_init(&update, file.size);
	done = finish(&p, cairo_pdf, to, d);
	reading_free(reading);
	update_drop(&update);
	raw_drop(&file);
	g_free(p.elements);
	g_hash_table_unref(p.profiles);
	return done;
}
