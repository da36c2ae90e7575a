/*
 * attachments.c - files in the file: the book's sources (PDF/A-3)
 */
#include "pdf/parts.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
	const struct pdf_attachment *const *x = a, *const *y = b;

	return strcmp((*x)->name, (*y)->name);
}

static int write_one(struct parts *p, const struct pdf_attachment *a)
{
	GString *o = p->update->out;
	g_autoptr(GDateTime) t = g_date_time_new_from_unix_utc(p->options->epoch);
	g_autofree char *day = t && !p->options->undated
				       ? g_date_time_format(t, "/ModDate(D:%Y%m%d%H%M%SZ)")
				       : g_strdup("");
	g_autoptr(GString) entries = g_string_new("/Type/EmbeddedFile/Subtype");
	int id = update_new_ids(p->update, 2);

	pdf_name(entries, a->type ? a->type : "application/octet-stream");
	g_string_append_printf(entries, "/Params<</Size %lu%s>>", (unsigned long)a->n_bytes,
			       day);
	update_begin(p->update, id + 1);
	pdf_stream(o, entries->str, a->bytes, a->n_bytes, true);
	update_end(p->update);
	update_begin(p->update, id);
	g_string_append(o, "<</Type/Filespec/AFRelationship/Source/F");
	pdf_string(o, a->name);
	g_string_append(o, "/UF");
	pdf_string(o, a->name);
	g_string_append_printf(o,
			       "/Desc(source of this document)/EF<</F %d 0 R/UF %d 0 R>>>>",
			       id + 1, id + 1);
	update_end(p->update);
	return id;
}

void attachments_write(struct parts *p, GString *names, GString *specifications)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();

	if (p->options->n_attachments == 0)
		return;
	for (int i = 0; i < p->options->n_attachments; i++)
		g_ptr_array_add(all, (gpointer)(guintptr)&p->options->attachments[i]);
	qsort(all->pdata, all->len, sizeof *all->pdata, by_name);
	for (guint i = 0; i < all->len; i++) {
		const struct pdf_attachment *a = all->pdata[i];
		int id = write_one(p, a);

		pdf_string(names, a->name);
		g_string_append_printf(names, "%d 0 R ", id);
		g_string_append_printf(specifications, "%d 0 R ", id);
	}
}
