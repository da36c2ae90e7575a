/*
 * compact.c - the finished file, written by ourselves
 *
 * Streams stand as they are; all other objects go into object streams, with a
 * cross-reference stream at the end (ISO 32000-1, 7.5.7, 7.5.8).  What nothing leads to is
 * left out.  Objects keep their numbers, so that their text needs no change: that is why
 * this takes a tenth of the time of reading the file and writing it anew.  The ID is a sum
 * over all that comes before it.
 */
#include "pdf/compact.h"

#include <string.h>
#include <zlib.h>

enum { GROUP = 200 };          /* objects in an object stream */
enum { FREE, PLAIN, GROUPED }; /* types of cross-reference entries */

struct entry {
	unsigned char type;
	guint32 at;    /* offset, or number of the object stream */
	guint16 index; /* in the object stream */
	bool live;
};

struct compact {
	const struct raw_file *file;
	const struct update *update;
	struct entry *entries;
	int size;
	GByteArray *out;
	GString *numbers, *texts; /* of the object stream that is being filled */
	int *members, n_members;
};

static struct slice object_text(const struct compact *c, int id)
{
	return update_has(c->update, id) ? update_object(c->update, id)
					 : raw_object(c->file, id);
}

/* A stream's bytes; at is NULL if the object is none. */
static struct slice stream_bytes(const struct compact *c, int id, struct slice text)
{
	const char *at;

	if (!update_has(c->update, id)) {
		if (memcmp(text.at + text.n, "\nstream\n", 8) != 0)
			return (struct slice){NULL, 0};
		return raw_stream(c->file, id);
	}
	at = memmem(text.at, text.n, "\nstream\n", 8);
	if (!at)
		return (struct slice){NULL, 0};
	at += 8;
	return (struct slice){at, (size_t)(text.at + text.n - at) - strlen("\nendstream")};
}

/* ---- what is referred to ---- */

static const char *skip_string(const char *p, const char *end)
{
	int depth = 0;

	if (*p == '<') {
		p = memchr(p, '>', (size_t)(end - p));
		return p ? p + 1 : end;
	}
	for (; p < end; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')' && --depth == 0)
			return p + 1;
	}
	return end;
}

/* Whether "12 0 R" begins at p. */
static int reference_at(const char *p, const char *end, const char **after)
{
	int id = 0;

	for (; p < end && g_ascii_isdigit(*p); p++)
		id = id < 100000000 ? id * 10 + (*p - '0') : 0;
	*after = p;
	if (end - p < 4 || memcmp(p, " 0 R", 4) != 0)
		return 0;
	*after = p + 4;
	return id;
}

static void push(struct compact *c, GArray *todo, int id)
{
	if (id <= 0 || id >= c->size || c->entries[id].live)
		return;
	c->entries[id].live = true;
	g_array_append_val(todo, id);
}

static void follow(struct compact *c, GArray *todo, const char *p, const char *end)
{
	while (p < end) {
		if (*p == '(' || (*p == '<' && p + 1 < end && p[1] != '<')) {
			p = skip_string(p, end);
		} else if (*p == '<') {
			p += 2;
		} else if (*p == '/') {
			for (p++; p < end && !strchr(" /<>[]()\n", *p); p++)
				;
		} else if (g_ascii_isdigit(*p)) {
			push(c, todo, reference_at(p, end, &p));
		} else {
			p++;
		}
	}
}

/* Marks what root and info lead to.  Lengths of streams will stand in their dictionaries.
 */
static void find_live(struct compact *c, int root, int info)
{
	g_autoptr(GArray) todo = g_array_new(FALSE, FALSE, sizeof(int));

	push(c, todo, root);
	push(c, todo, info);
	while (todo->len > 0) {
		int id = g_array_index(todo, int, todo->len - 1);
		struct slice text = object_text(c, id), stream = stream_bytes(c, id, text);
		const char *end = text.at + text.n, *length;

		g_array_set_size(todo, todo->len - 1);
		if (update_has(c->update, id) && stream.at)
			end = stream.at - 8;
		length = update_has(c->update, id) || !stream.at
				 ? NULL
				 : memmem(text.at, text.n, "/Length ", 8);
		follow(c, todo, text.at, length ? length : end);
		if (length) {
			length = memchr(length, 'R', (size_t)(end - length));
			follow(c, todo, length ? length : end, end);
		}
	}
}

/* ---- writing ---- */

static void put(struct compact *c, const char *s, size_t n)
{
	g_byte_array_append(c->out, (const guint8 *)s, (guint)n);
}

static void put_string(struct compact *c, const char *s)
{
	put(c, s, strlen(s));
}

static void begin(struct compact *c, int id)
{
	char head[32];

	c->entries[id] = (struct entry){PLAIN, c->out->len, 0, true};
	put(c, head, (size_t)g_snprintf(head, sizeof head, "%d 0 obj\n", id));
}

/* A stream of cairo's, with its length in place of the reference to it. */
static void put_cairo_stream(struct compact *c, struct slice text, struct slice stream)
{
	const char *key = memmem(text.at, text.n, "/Length ", 8);
	const char *after = key ? memchr(key, 'R', (size_t)(text.at + text.n - key)) : NULL;
	char length[48];

	if (!after)
		return;
	put(c, text.at, (size_t)(key - text.at));
	put(c, length,
	    (size_t)g_snprintf(length, sizeof length, "/Length %lu",
			       (unsigned long)stream.n));
	put(c, after + 1, (size_t)(text.at + text.n - after - 1));
	put_string(c, "\nstream\n");
	put(c, stream.at, stream.n);
	put_string(c, "\nendstream");
}

static void put_stream(struct compact *c, int id, struct slice text, struct slice stream)
{
	begin(c, id);
	if (update_has(c->update, id))
		put(c, text.at, text.n);
	else
		put_cairo_stream(c, text, stream);
	put_string(c, "\nendobj\n");
}

static void end_group(struct compact *c)
{
	g_autofree char *entries = NULL;
	GString *o;

	if (c->n_members == 0)
		return;
	entries = g_strdup_printf("/Type/ObjStm/N %d/First %lu", c->n_members,
				  (unsigned long)c->numbers->len);
	g_string_append_len(c->numbers, c->texts->str, (gssize)c->texts->len);
	c->entries = g_renew(struct entry, c->entries, c->size + 1);
	for (int i = 0; i < c->n_members; i++)
		c->entries[c->members[i]] =
			(struct entry){GROUPED, (guint32)c->size, (guint16)i, true};
	begin(c, c->size++);
	o = g_string_new(NULL);
	pdf_stream(o, entries, c->numbers->str, c->numbers->len, true);
	put(c, o->str, o->len);
	put_string(c, "\nendobj\n");
	g_string_free(o, TRUE);
	g_string_set_size(c->numbers, 0);
	g_string_set_size(c->texts, 0);
	c->n_members = 0;
}

static void group(struct compact *c, int id, struct slice text)
{
	g_string_append_printf(c->numbers, "%d %lu ", id, (unsigned long)c->texts->len);
	g_string_append_len(c->texts, text.at, (gssize)text.n);
	g_string_append_c(c->texts, '\n');
	c->members[c->n_members++] = id;
	if (c->n_members == GROUP)
		end_group(c);
}

static void write_objects(struct compact *c)
{
	int n = c->size;

	for (int id = 1; id < n; id++) {
		struct slice text, stream;

		if (!c->entries[id].live)
			continue;
		text = object_text(c, id);
		stream = text.n ? stream_bytes(c, id, text) : text;
		if (text.n == 0)
			c->entries[id].type = FREE;
		else if (stream.at)
			put_stream(c, id, text, stream);
		else
			group(c, id, text);
	}
	end_group(c);
}

/* Rows of type (1 byte), place (4), index (2), each less the row above (PNG's filter "up").
 */
static GByteArray *table(const struct compact *c)
{
	GByteArray *rows = g_byte_array_sized_new((guint)c->size * 8);
	guint8 above[7] = {0};

	for (int id = 0; id < c->size; id++) {
		const struct entry *e = &c->entries[id];
		guint8 row[7] = {e->type,
				 (guint8)(e->at >> 24),
				 (guint8)(e->at >> 16),
				 (guint8)(e->at >> 8),
				 (guint8)e->at,
				 (guint8)(e->index >> 8),
				 (guint8)e->index};
		guint8 filtered[8] = {2};

		for (int i = 0; i < 7; i++)
			filtered[i + 1] = (guint8)(row[i] - above[i]);
		memcpy(above, row, sizeof row);
		g_byte_array_append(rows, filtered, sizeof filtered);
	}
	return rows;
}

static void write_table(struct compact *c, int root, int info)
{
	g_autofree char *sum =
		g_compute_checksum_for_data(G_CHECKSUM_MD5, c->out->data, c->out->len);
	g_autofree char *entries = NULL, *end = NULL;
	g_autoptr(GByteArray) rows = NULL;
	g_autoptr(GString) o = g_string_new(NULL);
	guint at = c->out->len;

	c->entries = g_renew(struct entry, c->entries, c->size + 1);
	begin(c, c->size++);
	rows = table(c);
	entries = g_strdup_printf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R"
				  "/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns 7>>",
				  c->size, root, info, sum, sum);
	pdf_stream(o, entries, rows->data, rows->len, true);
	put(c, o->str, o->len);
	end = g_strdup_printf("\nendobj\nstartxref\n%u\n%%%%EOF\n", at);
	put_string(c, end);
}

GByteArray *compact_write(const struct raw_file *file, const struct update *update,
			  int root, int info)
{
	struct compact c = {.file = file, .update = update, .size = update_size(update)};
	int members[GROUP];

	c.entries = g_new0(struct entry, c.size);
	c.out = g_byte_array_new();
	c.numbers = g_string_new(NULL);
	c.texts = g_string_new(NULL);
	c.members = members;
	find_live(&c, root, info);
	put_string(&c, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	write_objects(&c);
	write_table(&c, root, info);
	g_string_free(c.numbers, TRUE);
	g_string_free(c.texts, TRUE);
	g_free(c.entries);
	return c.out;
}
