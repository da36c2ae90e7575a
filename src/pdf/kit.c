/*
 * kit.c - fonts: the glyphs that a book uses, and their codes in cairo's file
 *
 * On the page of a font cairo wrote the codes in the order in which the glyphs were shown,
 * each once for each of its texts.  Those that the font cannot say stand in a span with
 * ActualText.
 */
#include "pdf/kit.h"

#include "area/reading.h"
#include "pdf/clusters.h"
#include "pdf/codes.h"
#include "pdf/emblems.h"
#include "pdf/pictures.h"
#include "text/text.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#define NOWHERE ((struct where){0})
#define NBSP    "\302\240"

enum {
	SHEET = 1000,    /* points */
	MOST_TEXTS = 16, /* of a glyph: beyond, they are written beside it */
};

/* A glyph with one of its texts. */
struct use {
	struct kit_glyph *glyph;
	const char *text;
	int n_bytes; /* 0: it never stands alone */
	struct use *next;
};

struct type {
	const struct text_font *text;
	cairo_scaled_font_t *font;
	cairo_matrix_t matrix;
	uint32_t space;
	GPtrArray *by_id; /* struct use *: the first of the glyph, or NULL */
	GPtrArray *uses;  /* in the order in which they are shown */
};

struct kit {
	struct arena *arena;
	GHashTable *types_by_font; /* struct text_font * -> struct type * */
	GPtrArray *types;
	struct codes *codes;
	struct pictures *pictures;
	struct emblems *emblems;
	struct diags *diags;
	GByteArray *bytes;
	struct raw_file file;
	const struct text_font *last_font; /* a text's font is mostly that of the last */
	struct type *last_type;
	struct clusters clusters;
};

/* ---- what the book uses ---- */

static bool same_text(const struct use *u, const char *text, int n_bytes)
{
	return u->n_bytes == n_bytes && memcmp(u->text, text, (size_t)n_bytes) == 0;
}

/* Whether the glyph is one; it is not shown on the font's page then. */
static bool add_emblem(struct kit *k, const struct type *t, struct kit_glyph *g)
{
	if (!text_font_colored(t->text, g->id))
		return false;
	g->emblem = emblem_find(k->emblems, text_font_name(t->text), t->font, g->id);
	if (g->emblem)
		pictures_add(k->pictures, &g->emblem->image);
	else
		diag_once(k->diags, E_GLYPH, NOWHERE,
			  "%s has glyph %u in colours of a kind that cannot be painted",
			  text_font_name(t->text), g->id);
	return true;
}

static void add_use(struct kit *k, struct type *t, uint32_t id, const char *text,
		    int n_bytes)
{
	struct use *first, *u;
	int n = 0;

	if (id >= t->by_id->len)
		g_ptr_array_set_size(t->by_id, (int)id + 1);
	first = t->by_id->pdata[id];
	for (u = first; u && !same_text(u, text, n_bytes); u = u->next)
		n++;
	if (u || n == MOST_TEXTS || (first && first->glyph->emblem))
		return;
	u = ARENA_NEW(k->arena, struct use);
	u->text = arena_strndup(k->arena, text, (size_t)n_bytes);
	u->n_bytes = n_bytes;
	if (first) {
		u->glyph = first->glyph;
		u->next = first->next;
		first->next = u;
	} else {
		u->glyph = ARENA_NEW(k->arena, struct kit_glyph);
		u->glyph->id = id;
		t->by_id->pdata[id] = u;
		if (add_emblem(k, t, u->glyph))
			return;
	}
	g_ptr_array_add(t->uses, u);
}

static uint32_t space_of(cairo_scaled_font_t *font)
{
	cairo_glyph_t *glyphs = NULL;
	int n = 0;
	unsigned long id = 0;

	if (cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &n, NULL, NULL,
					     NULL) == CAIRO_STATUS_SUCCESS &&
	    n == 1)
		id = glyphs[0].index;
	cairo_glyph_free(glyphs);
	return (uint32_t)id;
}

static struct type *type_of(struct kit *k, const struct text_font *font)
{
	struct type *t;

	if (font == k->last_font)
		return k->last_type;
	t = g_hash_table_lookup(k->types_by_font, font);
	if (!t) {
		t = g_new0(struct type, 1);
		t->text = font;
		t->font = text_font_cairo(font);
		cairo_scaled_font_get_scale_matrix(t->font, &t->matrix);
		t->space = space_of(t->font);
		t->by_id = g_ptr_array_new();
		t->uses = g_ptr_array_new();
		g_hash_table_insert(k->types_by_font, (gpointer)(guintptr)font, t);
		g_ptr_array_add(k->types, t);
	}
	k->last_font = font;
	k->last_type = t;
	return t;
}

/* A letter with marks above and below, each a glyph: which glyph is which character. */
static void note_parts(const struct type *t, const struct area_glyph *glyphs, int n,
		       const char *text, int n_bytes, bool rtl)
{
	const char *p = text, *end = text + n_bytes;

	if (n < 2 || g_utf8_strlen(text, n_bytes) != n)
		return;
	for (p = g_utf8_next_char(p); p < end; p = g_utf8_next_char(p))
		if (g_unichar_type(g_utf8_get_char(p)) != G_UNICODE_NON_SPACING_MARK)
			return;
	p = text;
	for (int i = 0; i < n; i++, p = g_utf8_next_char(p)) {
		uint32_t id = glyphs[rtl ? n - 1 - i : i].id, c = g_utf8_get_char(p);
		struct use *u = t->by_id->pdata[id];

		u->glyph->parts_vary |= u->glyph->part && u->glyph->part != c;
		u->glyph->part = c;
	}
}

static void collect_parts(const struct type *type, const struct area_text *t)
{
	const char *text = t->text;
	int at = t->rtl ? t->n_glyphs : 0;

	for (int i = 0; i < t->n_clusters; i++) {
		const struct area_cluster *c = &t->clusters[i];

		if (t->rtl)
			at -= c->n_glyphs;
		note_parts(type, t->glyphs + at, c->n_glyphs, text, c->n_bytes, t->rtl);
		if (!t->rtl)
			at += c->n_glyphs;
		text += c->n_bytes;
	}
}

static void collect_text(struct kit *k, const struct area_text *t)
{
	struct type *type = type_of(k, t->font);
	const struct clusters *c = &k->clusters;
	const char *text;
	int at = t->rtl ? t->n_glyphs : 0;

	clusters_read(&k->clusters, t);
	text = c->text->str;
	for (guint i = 0; i < c->all->len; i++) {
		const struct cluster *u = &g_array_index(c->all, struct cluster, i);

		if (t->rtl)
			at -= u->n_glyphs;
		for (int g = 0; g < u->n_glyphs; g++)
			add_use(k, type, t->glyphs[at + g].id, text,
				u->n_glyphs == 1 ? u->n_bytes : 0);
		if (!t->rtl)
			at += u->n_glyphs;
		text += u->n_bytes;
	}
	collect_parts(type, t);
	if (type->space)
		add_use(k, type, type->space, " ", 1);
}

static void collect_area(struct kit *k, const struct area *a)
{
	if (!a->hidden && a->kind == AREA_TEXT && !reading_blank(a))
		collect_text(k, &a->as.text);
	if (!a->hidden && a->kind == AREA_IMAGE && a->as.image.image)
		pictures_add(k->pictures, a->as.image.image);
	if (!a->hidden && a->decor && a->decor->image)
		pictures_add(k->pictures, a->decor->image);
	for (int i = 0; i < a->n_kids; i++)
		collect_area(k, a->kids[i].area);
}

/* ---- cairo's file ---- */

static cairo_status_t append(void *to, const unsigned char *data, unsigned n)
{
	g_byte_array_append(to, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* All glyphs in one place: where they stand is of no matter. */
static void draw_sheet(cairo_t *cr, const struct type *t)
{
	g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, t->uses->len + 1);
	g_autofree cairo_text_cluster_t *clusters =
		g_new(cairo_text_cluster_t, t->uses->len + 1);
	g_autoptr(GString) text = g_string_new(NULL);
	int n = (int)t->uses->len;

	for (int i = 0; i < n; i++) {
		const struct use *u = t->uses->pdata[i];

		glyphs[i] = (cairo_glyph_t){u->glyph->id, SHEET / 2.0, SHEET / 2.0};
		clusters[i] = (cairo_text_cluster_t){u->n_bytes, 1};
		g_string_append_len(text, u->text, u->n_bytes);
	}
	cairo_set_scaled_font(cr, t->font);
	cairo_show_text_glyphs(cr, text->str, (int)text->len, glyphs, n, clusters, n, 0);
}

/* again: without a picture that has spoilt the file. */
static cairo_status_t draw_once(struct kit *k, bool *again, struct diags *d)
{
	cairo_surface_t *s =
		cairo_pdf_surface_create_for_stream(append, k->bytes, SHEET, SHEET);
	cairo_t *cr = cairo_create(s);
	cairo_status_t status;

	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE,
				       "1970-01-01T00:00:00Z");
	for (guint i = 0; i < k->types->len; i++) {
		draw_sheet(cr, k->types->pdata[i]);
		cairo_show_page(cr);
	}
	*again = !pictures_draw(k->pictures, s, cr, d);
	if (k->types->len + (guint)pictures_count_drawn(k->pictures) == 0)
		cairo_show_page(cr); /* cairo's file always has a page */
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(s);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(s);
	cairo_surface_destroy(s);
	return status;
}

static bool draw(struct kit *k, struct diags *d)
{
	cairo_status_t status;
	bool again;

	do {
		g_byte_array_set_size(k->bytes, 0);
		status = draw_once(k, &again, d);
	} while (again);
	if (status != CAIRO_STATUS_SUCCESS)
		diag(d, E_PDF, NOWHERE, "fonts and pictures cannot be embedded: %s",
		     cairo_status_to_string(status));
	return status == CAIRO_STATUS_SUCCESS;
}

/* ---- the codes in it ---- */

struct scan {
	struct kit *kit;
	struct type *type;
	struct slice resources;
	int font;   /* -1: none yet */
	guint next; /* use */
	bool span;  /* in ActualText */
};

static void take_code(struct scan *s, unsigned code)
{
	const struct use *u;
	struct kit_glyph *g;
	cairo_glyph_t glyph;
	cairo_text_extents_t e;

	if (s->next >= s->type->uses->len || s->font < 0) {
		s->next++;
		return;
	}
	u = s->type->uses->pdata[s->next++];
	g = u->glyph;
	if (u->n_bytes)
		codes_note(s->kit->codes, s->font, code, u->text, !s->span);
	if (g->coded)
		return;
	glyph = (cairo_glyph_t){g->id, 0, 0};
	cairo_scaled_font_glyph_extents(s->type->font, &glyph, 1, &e);
	*g = (struct kit_glyph){
		.id = g->id,
		.part = g->part,
		.parts_vary = g->parts_vary,
		.type = {s->font, codes_wide(s->kit->codes, s->font), s->type->matrix},
		.coded = true,
		.code = code,
		.advance = e.x_advance};
}

/* Behind a backslash: a code in octal, a character, or a line end that is none. */
static const char *take_escaped(struct scan *s, const char *p, const char *end)
{
	if (*p >= '0' && *p <= '7' && p + 2 < end) {
		take_code(s, (unsigned)((p[0] & 7) << 6 | (p[1] & 7) << 3 | (p[2] & 7)));
		return p + 3;
	}
	if (*p != '\n')
		take_code(s, (unsigned char)*p);
	return p + 1;
}

static const char *take_literal(struct scan *s, const char *p, const char *end)
{
	while (p < end && *p != ')') {
		if (*p == '\\' && p + 1 < end)
			p = take_escaped(s, p + 1, end);
		else
			take_code(s, (unsigned char)*p++);
	}
	return p < end ? p + 1 : end;
}

static const char *take_hex(struct scan *s, const char *p, const char *end, bool is_text)
{
	int digits = s->font >= 0 && codes_wide(s->kit->codes, s->font) ? 4 : 2, n = 0;
	unsigned code = 0;

	for (; p < end && *p != '>'; p++) {
		if (!g_ascii_isxdigit(*p) || !is_text)
			continue;
		code = code << 4 | (unsigned)g_ascii_xdigit_value(*p);
		if (++n == digits) {
			take_code(s, code);
			n = 0;
			code = 0;
		}
	}
	return p < end ? p + 1 : end;
}

static const char *take_name(struct scan *s, const char *p, const char *end)
{
	const char *from = p++;
	g_autofree char *key = NULL;
	int object;

	while (p < end && (g_ascii_isalnum(*p) || *p == '-'))
		p++;
	key = g_strdup_printf("%.*s ", (int)(p - from), from);
	if (strcmp(key, "/ActualText ") == 0) {
		s->span = true;
		p = memchr(p, '<', (size_t)(end - p));
		return p ? take_hex(s, p + 1, end, false) : end;
	}
	object = g_str_has_prefix(key, "/f-") ? raw_reference(s->resources, key) : 0;
	if (object)
		s->font = codes_add(s->kit->codes, &s->kit->file, object);
	return p;
}

static const char *take_other(struct scan *s, const char *p, const char *end)
{
	if (end - p > 3 && memcmp(p, "EMC", 3) == 0)
		s->span = false;
	return p + 1;
}

static void scan_sheet(struct scan *s, struct slice content)
{
	const char *p = content.at, *end = p + content.n;

	while (p < end) {
		if (*p == '/')
			p = take_name(s, p, end);
		else if (*p == '(')
			p = take_literal(s, p + 1, end);
		else if (*p == '<' && p + 1 < end && p[1] == '<')
			p += 2;
		else if (*p == '<')
			p = take_hex(s, p + 1, end, true);
		else
			p = take_other(s, p, end);
	}
}

/* A font that only has blanks is not painted: its glyphs stay without codes. */
static bool read_sheet(struct kit *k, int page)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct slice text = raw_object(&k->file, k->file.pages[page]);
	struct slice z = raw_stream(&k->file, raw_reference(text, "/Contents "));
	struct scan s = {.kit = k,
			 .type = k->types->pdata[page],
			 .font = -1,
			 .resources =
				 raw_object(&k->file, raw_reference(text, "/Resources "))};

	if (!z.at || !inflate_into(bytes, z))
		return false;
	scan_sheet(&s, (struct slice){(const char *)bytes->data, bytes->len});
	return s.next == s.type->uses->len || s.next == 0;
}

/* What the codes say alone, now that all uses of them are known. */
static void choose_texts(struct kit *k, const struct type *t)
{
	for (guint i = 0; i < t->uses->len; i++) {
		const struct use *u = t->uses->pdata[i];
		struct kit_glyph *g = u->glyph;

		if (g->coded && g->part && !g->parts_vary)
			codes_note_part(k->codes, g->type.font, g->code, g->part);
		if (!g->coded || !u->n_bytes)
			continue;
		if (codes_say(k->codes, g->type.font, g->code, u->text)) {
			g->text = u->text;
			g->n_bytes = u->n_bytes;
		} else if (strcmp(u->text, NBSP) == 0) {
			g->nbsp = codes_nbsp(k->codes, g->type.font, g->code);
		}
	}
}

static bool read_back(struct kit *k, struct diags *d)
{
	guint n = k->types->len, n_bytes = k->bytes->len;
	bool good;

	/* behind the file, where what reads numbers stops */
	g_byte_array_append(k->bytes, (const guint8 *)"", 1);
	g_byte_array_set_size(k->bytes, n_bytes);
	good = raw_read(&k->file, k->bytes->data, n_bytes) &&
	       k->file.n_pages >= (int)n + pictures_count_drawn(k->pictures);
	for (guint i = 0; good && i < n; i++)
		good = read_sheet(k, (int)i);
	for (guint i = 0; good && i < n; i++)
		choose_texts(k, k->types->pdata[i]);
	if (!good)
		diag(d, E_PDF, NOWHERE, "cairo's file is not understood");
	return good;
}

/* ---- for those who paint ---- */

struct kit *kit_new(const struct book *b, struct diags *d)
{
	struct kit *k = g_new0(struct kit, 1);

	k->arena = arena_new();
	k->types_by_font = g_hash_table_new(NULL, NULL);
	k->types = g_ptr_array_new();
	k->codes = codes_new();
	k->pictures = pictures_new();
	k->emblems = emblems_new();
	k->diags = d;
	k->bytes = g_byte_array_new();
	clusters_init(&k->clusters);
	for (int i = 0; i < b->n_pages; i++)
		if (b->pages[i].root)
			collect_area(k, b->pages[i].root);
	if (draw(k, d) && read_back(k, d))
		return k;
	kit_free(k);
	return NULL;
}

void kit_free(struct kit *k)
{
	if (!k)
		return;
	for (guint i = 0; i < k->types->len; i++) {
		struct type *t = k->types->pdata[i];

		g_ptr_array_unref(t->by_id);
		g_ptr_array_unref(t->uses);
		g_free(t);
	}
	g_ptr_array_unref(k->types);
	g_hash_table_unref(k->types_by_font);
	codes_free(k->codes);
	pictures_free(k->pictures);
	emblems_free(k->emblems);
	clusters_drop(&k->clusters);
	raw_drop(&k->file);
	g_byte_array_unref(k->bytes);
	arena_free(k->arena);
	g_free(k);
}

const struct raw_file *kit_file(const struct kit *k)
{
	return &k->file;
}

GByteArray *kit_bytes(struct kit *k)
{
	return k->bytes;
}

const struct type *kit_type(const struct kit *k, const struct text_font *font)
{
	return g_hash_table_lookup(k->types_by_font, font);
}

const struct kit_glyph *kit_glyph(const struct type *t, uint32_t id)
{
	const struct use *u = id < t->by_id->len ? t->by_id->pdata[id] : NULL;

	return u ? u->glyph : NULL;
}

uint32_t kit_space(const struct type *t)
{
	return t->space;
}

const struct kit_glyph *kit_any_space(const struct kit *k)
{
	for (guint i = 0; i < k->types->len; i++) {
		const struct type *t = k->types->pdata[i];
		const struct kit_glyph *g = kit_glyph(t, t->space);

		if (t->space && g && g->coded)
			return g;
	}
	return NULL;
}

struct kit_picture kit_picture(const struct kit *k, const struct image *i)
{
	return pictures_find(k->pictures, i);
}

void kit_write(struct kit *k, struct parts *p, struct diags *d)
{
	codes_write(k->codes, p->file, p->update);
	pictures_write(k->pictures, p, (int)k->types->len, d);
}

int kit_font_object(const struct kit *k, int font)
{
	return codes_object(k->codes, font);
}

int kit_picture_object(const struct kit *k, int number)
{
	return pictures_object(k->pictures, number);
}
