/*
 * syntax.c - finding objects in cairo's file, adding objects to it
 */
#include "pdf/syntax.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define REMOVED ((gsize)-1)

/* ---- what cairo wrote ---- */

static const char *find(const char *from, const char *end, const char *what)
{
	return from && from < end ? memmem(from, (size_t)(end - from), what, strlen(what))
				  : NULL;
}

bool slice_has(struct slice s, const char *what)
{
	return find(s.at, s.at + s.n, what) != NULL;
}

int raw_reference(struct slice object, const char *key)
{
	const char *p = find(object.at, object.at + object.n, key);

	return p ? atoi(p + strlen(key)) : 0;
}

struct slice raw_object(const struct raw_file *f, int id)
{
	const char *end = f->bytes + f->n_bytes;
	const char *from, *to, *stream;

	if (id <= 0 || id >= f->size || f->at[id] == 0)
		return (struct slice){f->bytes, 0};
	from = find(f->bytes + f->at[id], end, "obj\n");
	to = find(from, end, "endobj");
	if (!from || !to)
		return (struct slice){f->bytes, 0};
	stream = find(from, to, "\nstream\n");
	from += 4;
	return (struct slice){from, (size_t)((stream ? stream : to) - from)};
}

struct slice raw_stream(const struct raw_file *f, int id)
{
	struct slice dictionary = raw_object(f, id);
	struct slice length = raw_object(f, raw_reference(dictionary, "/Length "));
	const char *at = dictionary.at + dictionary.n + strlen("\nstream\n");
	size_t n = length.n ? strtoul(length.at, NULL, 10) : 0;

	if (!dictionary.n || !length.n || n > f->n_bytes || at + n > f->bytes + f->n_bytes)
		return (struct slice){NULL, 0};
	return (struct slice){at, n};
}

static bool read_table(struct raw_file *f, const char *xref, const char *end)
{
	const char *p =
		memchr(xref, '\n', (size_t)(end - xref)); /* "xref", then "0 SIZE" */
	const char *row;

	if (!p || sscanf(p, " 0 %d", &f->size) != 1 || f->size < 2)
		return false;
	row = memchr(p + 1, '\n', (size_t)(end - p - 1));
	if (!row || row + 1 + 20 * (size_t)f->size > end)
		return false;
	f->at = g_new0(size_t, f->size);
	for (int i = 1; i < f->size; i++) {
		const char *entry = row + 1 + 20 * (size_t)i;

		f->at[i] = entry[17] == 'n' ? strtoul(entry, NULL, 10) : 0;
		if (f->at[i] >= f->n_bytes)
			return false;
	}
	return true;
}

/* cairo has all pages in one array. */
static bool read_pages(struct raw_file *f)
{
	struct slice tree = raw_object(f, raw_reference(raw_object(f, f->root), "/Pages "));
	const char *end = tree.at + tree.n;
	const char *p = find(tree.at, end, "/Kids [");

	f->n_pages = raw_reference(tree, "/Count ");
	if (!p || f->n_pages < 0 || f->n_pages >= f->size)
		return false;
	f->pages = g_new0(int, f->n_pages + 1);
	p += strlen("/Kids [");
	for (int i = 0; i < f->n_pages; i++) {
		char *after;

		f->pages[i] = (int)strtol(p, &after, 10);
		p = find(after, end, "R");
		if (!p || f->pages[i] <= 0)
			return false;
		p++;
	}
	return true;
}

bool raw_read(struct raw_file *f, const void *bytes, size_t n)
{
	const char *tail, *xref, *trailer;

	*f = (struct raw_file){.bytes = bytes, .n_bytes = n};
	if (n < 100)
		return false;
	tail = find(f->bytes + n - 40, f->bytes + n, "startxref");
	if (!tail)
		return false;
	xref = f->bytes + MIN(strtoul(tail + strlen("startxref"), NULL, 10), n);
	trailer = find(xref, tail, "trailer");
	if (!trailer || !read_table(f, xref, trailer))
		return false;
	f->root =
		raw_reference((struct slice){trailer, (size_t)(tail - trailer)}, "/Root ");
	return read_pages(f);
}

void raw_drop(struct raw_file *f)
{
	g_free(f->at);
	g_free(f->pages);
}

bool inflate_into(GByteArray *to, struct slice z)
{
	z_stream s = {.next_in = (Bytef *)(uintptr_t)z.at, .avail_in = (uInt)z.n};
	int status = Z_OK;

	if (inflateInit(&s) != Z_OK)
		return false;
	g_byte_array_set_size(to, MAX(to->len, 64 * 1024));
	while (status == Z_OK) {
		if (s.total_out + 4096 > to->len)
			g_byte_array_set_size(to, to->len * 2);
		s.next_out = to->data + s.total_out;
		s.avail_out = to->len - (uInt)s.total_out;
		status = inflate(&s, Z_NO_FLUSH);
	}
	if (status == Z_STREAM_END)
		to->len = (guint)s.total_out;
	inflateEnd(&s);
	return status == Z_STREAM_END;
}

/* ---- what we add ---- */

void update_init(struct update *u, int size)
{
	u->out = g_string_new(NULL);
	u->at = g_array_new(FALSE, TRUE, sizeof(gsize));
	u->end = g_array_new(FALSE, TRUE, sizeof(gsize));
	update_new_ids(u, size);
}

void update_drop(struct update *u)
{
	g_string_free(u->out, TRUE);
	g_array_unref(u->at);
	g_array_unref(u->end);
}

int update_new_ids(struct update *u, int n)
{
	int first = (int)u->at->len;

	g_array_set_size(u->at, u->at->len + (guint)n);
	g_array_set_size(u->end, u->end->len + (guint)n);
	return first;
}

void update_begin(struct update *u, int id)
{
	g_array_index(u->at, gsize, id) = u->out->len + 1;
	g_string_append_printf(u->out, "%d 0 obj\n", id);
	u->open = id;
}

void update_end(struct update *u)
{
	g_array_index(u->end, gsize, u->open) = u->out->len;
	g_string_append(u->out, "\nendobj\n");
}

void update_remove(struct update *u, int id)
{
	g_array_index(u->at, gsize, id) = REMOVED;
}

int update_size(const struct update *u)
{
	return (int)u->at->len;
}

bool update_has(const struct update *u, int id)
{
	return g_array_index(u->at, gsize, id) != 0;
}

struct slice update_object(const struct update *u, int id)
{
	gsize at = g_array_index(u->at, gsize, id), end = g_array_index(u->end, gsize, id);
	const char *text;

	if (at == 0 || at == REMOVED)
		return (struct slice){u->out->str, 0};
	text = strchr(u->out->str + at - 1, '\n') + 1; /* behind "12 0 obj" */
	return (struct slice){text, (size_t)(u->out->str + end - text)};
}

void update_finish(struct update *u, const struct raw_file *f, GByteArray *to, int root,
		   int info)
{
	gsize base = to->len, xref = base + u->out->len;

	g_string_append_printf(u->out, "xref\n0 %u\n0000000000 65535 f \n", u->at->len);
	for (guint i = 1; i < u->at->len; i++) {
		gsize at = g_array_index(u->at, gsize, i);

		if (at == REMOVED || (at == 0 && ((int)i >= f->size || f->at[i] == 0)))
			g_string_append(u->out, "0000000000 65535 f \n");
		else
			g_string_append_printf(
				u->out, "%010lu 00000 n \n",
				(unsigned long)(at ? base + at - 1 : f->at[i]));
	}
	g_string_append_printf(
		u->out,
		"trailer\n<</Size %u/Root %d 0 R/Info %d 0 R>>\nstartxref\n%lu\n"
		"%%%%EOF\n",
		u->at->len, root, info, (unsigned long)xref);
	g_byte_array_append(to, (const guint8 *)u->out->str, (guint)u->out->len);
}
