/*
 * write.c - the book as a PDF file
 *
 * cairo draws the pages into memory, noting what it draws; the archive pass then adds the
 * structure tree, links, destinations, bookmarks and metadata.  Plain output is cairo's.
 */
#include "pdf/archive.h"
#include "pdf/canvas.h"
#include "pdf/pdf.h"

#include <cairo-pdf.h>

#define NOWHERE ((struct where){0})

static cairo_status_t append(void *to, const unsigned char *data, unsigned n)
{
	g_byte_array_append(to, data, n);
	return CAIRO_STATUS_SUCCESS;
}

static void set_date(cairo_surface_t *s, int64_t epoch)
{
	g_autoptr(GDateTime) t = g_date_time_new_from_unix_utc(epoch);
	g_autofree char *iso = t ? g_date_time_format(t, "%Y-%m-%dT%H:%M:%SZ") : NULL;

	if (iso)
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, iso);
}

static bool draw_pages(const struct book *b, struct canvas *c, struct diags *d)
{
	for (int i = 0; i < b->n_pages; i++) {
		const struct page *p = &b->pages[i];

		cairo_pdf_surface_set_size(c->surface, len_pt(p->size.width),
					   len_pt(p->size.height));
		canvas_page(c, p, b->marks);
		if (cairo_status(c->cr) == CAIRO_STATUS_SUCCESS)
			continue;
		diag(d, E_PDF, NOWHERE, "page %d cannot be drawn: %s", i + 1,
		     cairo_status_to_string(cairo_status(c->cr)));
		return false;
	}
	return true;
}

static GByteArray *draw(const struct book *b, const struct pdf_options *o, struct record *r,
			struct diags *d)
{
	GByteArray *bytes = g_byte_array_new();
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(append, bytes, 1, 1);
	struct canvas *c;
	cairo_status_t status;
	bool drawn;

	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	set_date(s, o->epoch);
	if (b->meta.title)
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, b->meta.title);
	c = canvas_new(s, r, d);
	drawn = draw_pages(b, c, d);
	canvas_free(c);
	cairo_surface_finish(s);
	status = cairo_surface_status(s);
	cairo_surface_destroy(s);
	if (drawn && status == CAIRO_STATUS_SUCCESS)
		return bytes;
	if (drawn)
		diag(d, E_PDF, NOWHERE, "the pages cannot be drawn: %s",
		     cairo_status_to_string(status));
	g_byte_array_unref(bytes);
	return NULL;
}

bool pdf_write(const struct book *b, const struct pdf_options *o, struct output *to,
	       struct diags *d)
{
	struct record *r = o->plain || !b->marks ? NULL : record_new();
	GByteArray *bytes = draw(b, o, r, d);
	bool done = bytes != NULL;

	if (done && r)
		done = archive_write(b, r, bytes, o, to, d);
	else if (done)
		done = output_write(to, bytes->data, bytes->len);
	record_free(r);
	if (bytes)
		g_byte_array_unref(bytes);
	return done;
}
