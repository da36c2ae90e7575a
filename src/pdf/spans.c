/*
 * spans.c - characters that cairo wrote beside the glyphs, where the font can say them
 *
 * One scan over all contents notes for each code of a font whether it ever stands bare and
 * which text its spans give it; then a span of one code whose text is always the same can
 * go.  A space is also shown by code 160 of WinAnsiEncoding (ISO 32000-1, D.2), which cairo
 * never uses: that one is for no-break spaces.
 */
#include "pdf/spans.h"

#include "pdf/tounicode.h"

#include <stdlib.h>
#include <string.h>

#define NBSP "00a0"

enum { SPACE = 32, SPACE_TOO = 160 };

static const char BEGIN[] = "/Span << /ActualText <feff", CLOSE[] = "> >> BDC";

struct use {
	const char *text; /* of its spans, UTF-16BE in hexadecimal; in texts, NULL: none */
	bool bare, varies;
};

struct font {
	int id;       /* of its object */
	bool wide;    /* codes have two bytes */
	bool latin;   /* WinAnsiEncoding */
	bool spaced;  /* shows no-break spaces */
	GArray *uses; /* struct use, by code */
};

struct spans {
	const struct raw_file *file;
	GHashTable *fonts; /* name -> struct font */
	GStringChunk *texts;
};

/* From "/Span" to its EMC: cairo nests nothing in it. */
struct span {
	const char *from, *after;
	const char *text; /* in texts; NULL unless there is one code of a known font */
	struct slice body;
	int n_codes, code; /* the last one, of: */
	struct font *font;
};

/* The place in a content, and the font that is set there. */
struct scan {
	struct spans *spans;
	const char *p, *end;
	struct font *font;
};

static void free_font(gpointer p)
{
	struct font *f = p;

	g_array_unref(f->uses);
	g_free(f);
}

struct spans *spans_new(const struct raw_file *file)
{
	struct spans *s = g_new0(struct spans, 1);

	s->file = file;
	s->texts = g_string_chunk_new(1024);
	s->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_font);
	return s;
}

void spans_free(struct spans *s)
{
	g_hash_table_unref(s->fonts);
	g_string_chunk_free(s->texts);
	g_free(s);
}

/* ---- fonts ---- */

static void add_font(struct spans *s, const char *name, size_t n, int id)
{
	g_autofree char *key = g_strndup(name, n);
	struct slice text = raw_object(s->file, id);
	struct font *f;

	if (g_hash_table_contains(s->fonts, key))
		return;
	f = g_new0(struct font, 1);
	f->id = id;
	f->wide = slice_has(text, "/Subtype /Type0");
	f->latin = slice_has(text, "/WinAnsiEncoding");
	f->uses = g_array_new(FALSE, TRUE, sizeof(struct use));
	g_hash_table_insert(s->fonts, g_steal_pointer(&key), f);
}

/* "/f-0-0 6 0 R /f-1-0 7 0 R": a name stands for the same font on all pages. */
static void read_fonts(struct spans *s, struct slice resources)
{
	static const char begin[] = "/Font <<";
	const char *end = resources.at + resources.n;
	const char *p = memmem(resources.at, resources.n, begin, sizeof begin - 1);

	p = p ? memchr(p + 1, '/', (size_t)(end - p - 1)) : NULL;
	while (p && end - p > 3 && memcmp(p, "/f-", 3) == 0) {
		const char *space = memchr(p, ' ', (size_t)(end - p));

		if (!space)
			return;
		add_font(s, p + 1, (size_t)(space - p - 1), atoi(space));
		p = memchr(space, '/', (size_t)(end - space));
	}
}

static struct use *use_of(struct font *f, int code)
{
	if ((guint)code >= f->uses->len)
		g_array_set_size(f->uses, (guint)code + 1);
	return &g_array_index(f->uses, struct use, code);
}

/* ---- scanning ---- */

/* Strings: with a span its codes, without one they stand bare. */
static void count_code(struct scan *s, struct span *span, int code)
{
	if (span) {
		span->n_codes++;
		span->code = code;
		span->font = s->font;
	} else if (s->font) {
		use_of(s->font, code)->bare = true;
	}
}

/* Behind a backslash; -1: a line that was only wrapped. */
static int read_escape(struct scan *s)
{
	int code = (unsigned char)*s->p++;

	if (code == '\n')
		return -1;
	if (code < '0' || code > '7')
		return code;
	code -= '0';
	for (int i = 0; i < 2 && s->p < s->end && *s->p >= '0' && *s->p <= '7'; i++)
		code = code * 8 + *s->p++ - '0';
	return code & 255;
}

static void scan_literal(struct scan *s, struct span *span)
{
	for (s->p++; s->p < s->end && *s->p != ')';) {
		int code = (unsigned char)*s->p++;

		if (code == '\\' && s->p < s->end)
			code = read_escape(s);
		if (code >= 0)
			count_code(s, span, code);
	}
	s->p = MIN(s->p + 1, s->end);
}

static void scan_hex(struct scan *s, struct span *span)
{
	int digits = s->font && s->font->wide ? 4 : 2, n = 0, code = 0;

	for (s->p++; s->p < s->end && *s->p != '>'; s->p++) {
		if (!g_ascii_isxdigit(*s->p))
			continue;
		code = code << 4 | g_ascii_xdigit_value(*s->p);
		if (++n % digits == 0) {
			count_code(s, span, code);
			code = 0;
		}
	}
	s->p = MIN(s->p + 1, s->end);
}

static void scan_name(struct scan *s)
{
	const char *from = ++s->p;
	char name[32];

	while (s->p < s->end && !strchr(" \n/<>[]()", *s->p))
		s->p++;
	if (s->p - from < 3 || from[0] != 'f' || from[1] != '-' ||
	    s->p - from >= (ptrdiff_t)sizeof name)
		return;
	memcpy(name, from, (size_t)(s->p - from));
	name[s->p - from] = 0;
	s->font = g_hash_table_lookup(s->spans->fonts, name);
}

static void scan_token(struct scan *s, struct span *span)
{
	if (*s->p == '(')
		scan_literal(s, span);
	else if (*s->p == '<' && s->p + 1 < s->end && s->p[1] == '<')
		s->p += 2;
	else if (*s->p == '<')
		scan_hex(s, span);
	else if (*s->p == '/')
		scan_name(s);
	else
		s->p++;
}

/* The span that begins here; false: it does not end. */
static bool scan_span(struct scan *s, struct span *span)
{
	const char *text = s->p + sizeof BEGIN - 1;
	const char *close = memmem(text, (size_t)(s->end - text), CLOSE, sizeof CLOSE - 1);

	if (!close)
		return false;
	*span = (struct span){.from = s->p, .body.at = close + sizeof CLOSE - 1};
	s->p = span->body.at;
	while (s->end - s->p >= 3 && memcmp(s->p, "EMC", 3) != 0)
		scan_token(s, span);
	span->body.n = (size_t)(s->p - span->body.at);
	s->p = span->after = MIN(s->p + 3, s->end);
	if (span->n_codes == 1 && span->font) {
		g_autofree char *t = g_strndup(text, (gsize)(close - text));

		span->text = g_string_chunk_insert_const(s->spans->texts, t);
	}
	return true;
}

/* Moves behind the next span; false: there is no more, all is scanned. */
static bool next_span(struct scan *s, struct span *span)
{
	while (s->p < s->end) {
		if (*s->p == '/' && (size_t)(s->end - s->p) >= sizeof BEGIN - 1 &&
		    memcmp(s->p, BEGIN, sizeof BEGIN - 1) == 0)
			return scan_span(s, span);
		scan_token(s, NULL);
	}
	return false;
}

void spans_read(struct spans *s, struct slice resources, struct slice content)
{
	struct scan scan = {.spans = s, .p = content.at, .end = content.at + content.n};
	struct span span;

	read_fonts(s, resources);
	while (next_span(&scan, &span)) {
		struct use *u;

		if (!span.text)
			continue;
		u = use_of(span.font, span.code);
		u->varies |= u->text && u->text != span.text;
		u->text = span.text;
	}
}

/* ---- rewriting ---- */

/* A code that never stands bare or with another text.  No map leads from the missing glyph.
 */
static bool says_itself(const struct font *f, int code, const char *text)
{
	const struct use *u = &g_array_index(f->uses, struct use, code);

	return text && u->text == text && *text && !u->bare && !u->varies &&
	       !(f->wide && code == 0);
}

static bool can_go(const struct span *span)
{
	return (guint)span->code < span->font->uses->len &&
	       says_itself(span->font, span->code, span->text);
}

static bool is_nbsp(const struct span *span)
{
	return span->font->latin && span->code == SPACE && strcmp(span->text, NBSP) == 0;
}

static void put_nbsp(const struct span *span, GString *out)
{
	for (size_t i = 0; i < span->body.n; i++) {
		char c = span->body.at[i];
		bool shown = c == ' ' && i > 0 && span->body.at[i - 1] == '(';

		if (shown)
			g_string_append(out, "\\240");
		else
			g_string_append_c(out, c);
	}
}

void spans_rewrite(struct spans *s, struct slice content, GString *out)
{
	struct scan scan = {.spans = s, .p = content.at, .end = content.at + content.n};
	const char *copied = content.at;
	struct span span;

	while (next_span(&scan, &span)) {
		bool nbsp = span.text && is_nbsp(&span);

		if (!nbsp && !(span.text && can_go(&span)))
			continue;
		g_string_append_len(out, copied, span.from - copied);
		if (nbsp)
			put_nbsp(&span, out);
		else
			g_string_append_len(out, span.body.at, (gssize)span.body.n);
		span.font->spaced |= nbsp;
		copied = span.after;
	}
	g_string_append_len(out, copied, content.at + content.n - copied);
}

/* ---- the fonts ---- */

static void write_map(struct spans *s, struct font *f, int id, struct update *u)
{
	struct slice z = raw_stream(s->file, id);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	struct tounicode *map;
	bool changed = f->spaced;

	if (!z.at || !inflate_into(bytes, z))
		return;
	map = tounicode_read((struct slice){(const char *)bytes->data, bytes->len});
	for (guint code = 0; code < f->uses->len; code++) {
		const struct use *use = &g_array_index(f->uses, struct use, code);

		if (!says_itself(f, (int)code, use->text))
			continue;
		tounicode_set(map, (int)code, use->text);
		changed = true;
	}
	if (f->spaced)
		tounicode_set(map, SPACE_TOO, NBSP);
	tounicode_write(map, f->wide, text);
	tounicode_free(map);
	if (!changed)
		return;
	update_begin(u, id);
	pdf_stream(u->out, "", text->str, text->len, true);
	update_end(u);
	update_remove(u, raw_reference(raw_object(s->file, id), "/Length "));
}

/* The widths run from code 32 to the last; those of codes that are not used are 0. */
static void write_space_too(const struct font *f, struct slice text, struct update *u)
{
	static const char key[] = "/LastChar ", begin[] = "/Widths [ ";
	const char *last = memmem(text.at, text.n, key, sizeof key - 1);
	const char *widths = memmem(text.at, text.n, begin, sizeof begin - 1);
	const char *end = text.at + text.n;
	int n = raw_reference(text, key) - SPACE + 1, width;

	if (!last || !widths || last > widths ||
	    raw_reference(text, "/FirstChar ") != SPACE)
		return;
	width = atoi(widths += sizeof begin - 1);
	update_begin(u, f->id);
	g_string_append_len(u->out, text.at, last - text.at);
	g_string_append_printf(u->out, "%s%d", key, MAX(n + SPACE - 1, SPACE_TOO));
	for (last += sizeof key - 1; last < end && g_ascii_isdigit(*last); last++)
		;
	g_string_append_len(u->out, last, widths - last);
	for (int i = 0; i < MAX(n, SPACE_TOO - SPACE + 1); i++) {
		g_string_append_printf(u->out, "%d ",
				       i == SPACE_TOO - SPACE ? width
				       : i < n                ? atoi(widths)
							      : 0);
		for (; i < n && *widths != ' '; widths++)
			;
		widths += i < n;
	}
	g_string_append_len(u->out, widths, end - widths);
	update_end(u);
}

void spans_write_fonts(struct spans *s, struct update *u)
{
	GHashTableIter i;
	gpointer font;

	g_hash_table_iter_init(&i, s->fonts);
	while (g_hash_table_iter_next(&i, NULL, &font)) {
		struct font *f = font;
		struct slice text = raw_object(s->file, f->id);
		int map = raw_reference(text, "/ToUnicode ");

		if (map)
			write_map(s, f, map, u);
		if (f->spaced)
			write_space_too(f, text, u);
	}
}
