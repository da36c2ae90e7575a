/*
 * archive.c - the tagged, archival file
 *
 * Our objects are appended to cairo's bytes as text, with a new cross-reference table.
 * libqpdf then reads the whole and writes it anew, linearized, with object streams and an
 * ID from the content; that takes as long as all the rest, so that long books are written
 * by ourselves.  Streams stay as they were deflated: once.
 */
#include "pdf/archive.h"

#include "pdf/compact.h"
#include "pdf/outlines.h"
#include "pdf/parts.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#define NOWHERE ((struct where){0})

enum { MANY_PAGES = 250 }; /* more are not linearized unless asked for */

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

/* A CJK font's outlines. */
static void mend_outlines(struct parts *p, int id)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new(), pruned = NULL;
	struct slice z = raw_stream(p->file, id);

	if (z.at && inflate_into(bytes, z))
		pruned = outlines_prune(
			(struct slice){(const char *)bytes->data, bytes->len});
	if (!pruned)
		return;
	update_begin(p->update, id);
	pdf_stream(p->update->out, "/Subtype/CIDFontType0C", pruned->data, pruned->len,
		   true);
	update_end(p->update);
	update_remove(p->update, raw_reference(raw_object(p->file, id), "/Length "));
}

static void mend_objects(struct parts *p, GByteArray *bytes)
{
	for (int i = 1; i < p->file->size; i++) {
		struct slice text = raw_object(p->file, i);

		if (text.n == 0 || text.at[0] != '<')
			continue;
		if (slice_has(text, "/XObject << ") && !slice_has(text, "/Type") &&
		    !raw_stream(p->file, i).at) /* a pattern is a stream */
			mend_resources(p, i, text);
		else if (slice_has(text, "/Subtype /CIDFontType0C"))
			mend_outlines(p, i);
		else if (slice_has(text, "/CIDFontType2") &&
			 !slice_has(text, "/CIDToGIDMap"))
			mend_font(p, i, text);
		else if (slice_has(text, "/Subtype /Image"))
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
	int id = update_new_ids(p->update, 1), outline = outline_write(p),
	    names = destinations_write(p);
	int metadata = xmp_write(p), intent = intent_write(p);

	attachments_write(p, files, specifications);
	update_begin(p->update, id);
	g_string_append_printf(o, "<</Type/Catalog/Pages %d 0 R", p->page_tree);
	put_reference(o, "/StructTreeRoot", p->structure_root);
	put_reference(o, "/Metadata", metadata);
	put_reference(o, "/Outlines", outline);
	g_string_append_printf(o, "/PageMode/%s", outline ? "UseOutlines" : "UseNone");
	g_string_append_printf(o, "/OutputIntents[%d 0 R]", intent);
	g_string_append_printf(
		o, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true%s>>",
		b->rtl ? "/Direction/R2L" : "");
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

struct ids {
	int root, info;
};

static struct ids add_parts(struct parts *p, GByteArray *bytes)
{
	struct ids ids;

	structure_number(p);
	p->first_annotation = update_new_ids(p->update, (int)p->record->links->len);
	p->page_tree = pages_write(p);
	mend_objects(p, bytes);
	structure_write(p);
	links_write(p);
	ids.info = info_write(p);
	ids.root = write_catalog(p);
	return ids;
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
	struct ids ids = add_parts(p, bytes);
	GByteArray *file;
	bool done;

	if (linearized(p->book, p->options->linearize)) {
		update_finish(p->update, p->file, bytes, ids.root, ids.info);
		return write_linearized(bytes, to, d);
	}
	file = compact_write(p->file, p->update, ids.root, ids.info);
	done = output_write(to, file->data, file->len);
	g_byte_array_unref(file);
	return done;
}

bool archive_write(struct parts *p, GByteArray *cairo_pdf, struct output *to,
		   struct diags *d)
{
	const GArray *owners = p->record->owners;
	struct reading *reading;
	bool done;

	check_book(p->book, d);
	reading = reading_new(p->book, (const int *)(const void *)owners->data,
			      (int)owners->len);
	p->reading = reading;
	done = finish(p, cairo_pdf, to, d);
	reading_free(reading);
	g_free(p->elements);
	return done;
}
