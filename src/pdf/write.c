/*
 * write.c - the book as a PDF file
 *
 * Fonts and pictures come first; then the pages are painted, noting what belongs to which
 * mark; the archive pass adds the structure tree, links, destinations, bookmarks and
 * metadata.  Plain output has the pages and nothing else.
 */
#include "pdf/archive.h"
#include "pdf/compact.h"
#include "pdf/kit.h"
#include "pdf/parts.h"

static bool write_plain(struct parts *p, struct output *to)
{
	int tree = pages_write(p), info = info_write(p);
	int catalog = update_new_ids(p->update, 1);
	GByteArray *file;
	bool done;

	update_begin(p->update, catalog);
	g_string_append_printf(p->update->out, "<</Type/Catalog/Pages %d 0 R%s>>", tree,
			       p->book->rtl ? "/ViewerPreferences<</Direction/R2L>>" : "");
	update_end(p->update);
	file = compact_write(p->file, p->update, catalog, info);
	done = output_write(to, file->data, file->len);
	g_byte_array_unref(file);
	return done;
}

bool pdf_write(const struct book *b, const struct pdf_options *o, struct output *to,
	       struct diags *d)
{
	struct record *r = o->plain || !b->marks ? NULL : record_new();
	struct kit *kit = kit_new(b, d);
	struct update update;
	struct parts p = {.book = b, .record = r, .options = o, .update = &update};
	bool done;

	if (!kit) {
		record_free(r);
		return false;
	}
	p.file = kit_file(kit);
	update_init(&update, p.file->size);
	p.profiles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	kit_write(kit, &p, d);
	pages_draw(&p, kit);
	done = r ? archive_write(&p, kit_bytes(kit), to, d) : write_plain(&p, to);
	pages_drop(&p);
	g_hash_table_unref(p.profiles);
	update_drop(&update);
	kit_free(kit);
	record_free(r);
	return done;
}
