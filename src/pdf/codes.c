/*
 * codes.c - the fonts in cairo's file, and what their codes say to a reader
 *
 * A space is also shown by code 160 of WinAnsiEncoding (ISO 32000-1, D.2), which cairo
 * never uses: that one is for no-break spaces.  Some readers look up U+00A0 then, so that
 * the font has to know it.
 */
#include "pdf/codes.h"

#include "pdf/sfnt.h"
#include "pdf/tounicode.h"

#include <stdlib.h>
#include <string.h>

#define NBSP    "00a0"
#define UNKNOWN "FFFD"

enum { SPACE = 32, SPACE_TOO = 160 };

struct use {
	char *text;    /* NULL: none yet */
	uint32_t part; /* 0: none */
	bool bare, varies, parts_vary;
};

struct font {
	int object;
	bool wide;           /* codes have two bytes */
	bool latin;          /* TrueType in WinAnsiEncoding */
	bool spaced;         /* shows no-break spaces */
	GArray *uses;        /* struct use, by code */
	GByteArray *program; /* with a no-break space; NULL: not asked for */
};

struct codes {
	const struct raw_file *file; /* that all of them are in */
	GArray *all;                 /* struct font */
};

static struct font *font_at(const struct codes *f, int font)
{
	return &g_array_index(f->all, struct font, font);
}

static void clear_use(gpointer p)
{
	g_free(((struct use *)p)->text);
}

static void clear_font(gpointer p)
{
	struct font *t = p;

	g_array_unref(t->uses);
	if (t->program)
		g_byte_array_unref(t->program);
}

struct codes *codes_new(void)
{
	struct codes *f = g_new0(struct codes, 1);

	f->all = g_array_new(FALSE, TRUE, sizeof(struct font));
	g_array_set_clear_func(f->all, clear_font);
	return f;
}

void codes_free(struct codes *f)
{
	g_array_unref(f->all);
	g_free(f);
}

int codes_add(struct codes *f, const struct raw_file *file, int object)
{
	struct slice text = raw_object(file, object);
	struct font new = {.object = object,
			   .wide = slice_has(text, "/Type0"),
			   .latin = slice_has(text, "/WinAnsiEncoding") &&
				    slice_has(text, "/TrueType")};

	f->file = file;
	for (guint i = 0; i < f->all->len; i++)
		if (font_at(f, (int)i)->object == object)
			return (int)i;
	new.uses = g_array_new(FALSE, TRUE, sizeof(struct use));
	g_array_set_clear_func(new.uses, clear_use);
	g_array_append_val(f->all, new);
	return (int)f->all->len - 1;
}

int codes_object(const struct codes *f, int font)
{
	return font_at(f, font)->object;
}

bool codes_wide(const struct codes *f, int font)
{
	return font_at(f, font)->wide;
}

void codes_note(struct codes *f, int font, unsigned code, const char *text, bool bare)
{
	struct font *t = font_at(f, font);
	struct use *u;

	if (code >= t->uses->len)
		g_array_set_size(t->uses, code + 1);
	u = &g_array_index(t->uses, struct use, code);
	if (!u->text || (bare && !u->bare)) {
		u->varies |= u->text && strcmp(u->text, text) != 0;
		g_free(u->text);
		u->text = g_strdup(text);
	} else {
		u->varies |= strcmp(u->text, text) != 0;
	}
	u->bare |= bare;
}

void codes_note_part(struct codes *f, int font, unsigned code, uint32_t character)
{
	struct font *t = font_at(f, font);
	struct use *u;

	if (code >= t->uses->len)
		g_array_set_size(t->uses, code + 1);
	u = &g_array_index(t->uses, struct use, code);
	u->parts_vary |= u->part && u->part != character;
	u->part = character;
}

/* A code that never stands for another text.  No map leads from the missing glyph. */
static bool says_itself(const struct font *t, guint code)
{
	const struct use *u = &g_array_index(t->uses, struct use, code);

	return u->text && !u->bare && !u->varies && !(t->wide && code == 0);
}

bool codes_say(const struct codes *f, int font, unsigned code, const char *text)
{
	const struct font *t = font_at(f, font);
	const struct use *u;

	if (code >= t->uses->len)
		return false;
	u = &g_array_index(t->uses, struct use, code);
	return u->text && strcmp(u->text, text) == 0 && (u->bare || says_itself(t, code));
}

static int program_of(const struct raw_file *file, const struct font *t)
{
	int descriptor = raw_reference(raw_object(file, t->object), "/FontDescriptor ");

	return raw_reference(raw_object(file, descriptor), "/FontFile2 ");
}

/* Gives the font a no-break space; false: it cannot have one. */
static bool add_nbsp(const struct codes *f, struct font *t)
{
	struct slice z;

	if (t->spaced || t->program)
		return t->spaced;
	z = raw_stream(f->file, program_of(f->file, t));
	t->program = g_byte_array_new();
	t->spaced = z.at && inflate_into(t->program, z) &&
		    sfnt_map_like(t->program, SPACE_TOO, SPACE);
	return t->spaced;
}

unsigned codes_nbsp(struct codes *f, int font, unsigned code)
{
	struct font *t = font_at(f, font);

	return t->latin && code == SPACE && add_nbsp(f, t) ? SPACE_TOO : 0;
}

/* ---- as objects ---- */

static char *utf16_hex(const char *utf8)
{
	g_autofree gunichar2 *u = g_utf8_to_utf16(utf8, -1, NULL, NULL, NULL);
	GString *o = g_string_new(NULL);

	for (const gunichar2 *p = u; p && *p; p++)
		g_string_append_printf(o, "%04x", *p);
	return g_string_free(o, FALSE);
}

/* Where cairo knew nothing. */
static bool set_part(struct tounicode *map, const struct use *u, guint code)
{
	const char *known = tounicode_find(map, (int)code);
	g_autofree char *hex = NULL;
	char utf8[7] = {0};

	if (!u->part || u->parts_vary || code == 0 ||
	    (known && strcmp(known, UNKNOWN) != 0))
		return false;
	g_unichar_to_utf8(u->part, utf8);
	hex = utf16_hex(utf8);
	tounicode_set(map, (int)code, hex);
	return true;
}

static void write_map(const struct font *t, const struct raw_file *file, int id,
		      struct update *u)
{
	struct slice z = raw_stream(file, id);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	struct tounicode *map;
	bool changed = t->spaced;

	if (!z.at || !inflate_into(bytes, z))
		return;
	map = tounicode_read((struct slice){(const char *)bytes->data, bytes->len});
	for (guint code = 0; code < t->uses->len; code++) {
		g_autofree char *hex = NULL;

		if (!says_itself(t, code)) {
			changed |= set_part(map, &g_array_index(t->uses, struct use, code),
					    code);
			continue;
		}
		hex = utf16_hex(g_array_index(t->uses, struct use, code).text);
		tounicode_set(map, (int)code, hex);
		changed = true;
	}
	if (t->spaced)
		tounicode_set(map, SPACE_TOO, NBSP);
	tounicode_write(map, t->wide, text);
	tounicode_free(map);
	if (!changed)
		return;
	update_begin(u, id);
	pdf_stream(u->out, "", text->str, text->len, true);
	update_end(u);
	update_remove(u, raw_reference(raw_object(file, id), "/Length "));
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
	update_begin(u, f->object);
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

static void write_program(const struct font *t, const struct raw_file *file,
			  struct update *u)
{
	int id = program_of(file, t);
	g_autofree char *entries = g_strdup_printf("/Length1 %u", t->program->len);

	update_begin(u, id);
	pdf_stream(u->out, entries, t->program->data, t->program->len, true);
	update_end(u);
	update_remove(u, raw_reference(raw_object(file, id), "/Length "));
}

void codes_write(const struct codes *f, const struct raw_file *file, struct update *u)
{
	for (guint i = 0; i < f->all->len; i++) {
		const struct font *t = font_at(f, (int)i);
		struct slice text = raw_object(file, t->object);
		int map = raw_reference(text, "/ToUnicode ");

		if (map)
			write_map(t, file, map, u);
		if (t->spaced) {
			write_space_too(t, text, u);
			write_program(t, file, u);
		}
	}
}
