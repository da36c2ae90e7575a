/*
 * fonts.c - faces (what a style asks for) and fonts (what it gets)
 *
 * Fonts are made once and live as long as the engine; their metrics come from the font
 * file's own tables, scaled, never from a rasteriser.
 */
#include "text/engine.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <string.h>

struct face_key {
	const char *families;
	Len size;
	int weight, stretch, slant;
};

static guint hash_face(gconstpointer p)
{
	const struct face_key *k = p;

	return g_str_hash(k->families) ^
	       (guint)(k->size * 31 + k->weight * 7 + k->stretch * 3 + k->slant);
}

static gboolean same_face(gconstpointer p, gconstpointer q)
{
	const struct face_key *a = p, *b = q;

	return a->size == b->size && a->weight == b->weight && a->stretch == b->stretch &&
	       a->slant == b->slant && strcmp(a->families, b->families) == 0;
}

static PangoFontDescription *describe(const struct text_style *s)
{
	static const PangoStyle slants[] = {PANGO_STYLE_NORMAL, PANGO_STYLE_ITALIC,
					    PANGO_STYLE_OBLIQUE, PANGO_STYLE_OBLIQUE};
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family(d, s->families);
	pango_font_description_set_style(d, slants[s->slant]);
	pango_font_description_set_weight(d, (PangoWeight)CLAMP(s->weight, 100, 1000));
	pango_font_description_set_stretch(
		d, (PangoStretch)CLAMP(s->stretch + PANGO_STRETCH_NORMAL, 0, 8));
	pango_font_description_set_absolute_size(d, MAX(s->size, 1));
	return d;
}

static struct face *face_new(struct text *t, const struct text_style *s)
{
	struct face *f = ARENA_NEW(t->arena, struct face);
	struct face_key *k = ARENA_NEW(t->arena, struct face_key);
	PangoFont *font;

	f->description = describe(s);
	font = pango_font_map_load_font(t->map, t->context, f->description);
	f->nominal = font_of(t, font);
	g_object_unref(font);
	*k = (struct face_key){arena_strdup(t->arena, s->families), s->size, s->weight,
			       s->stretch, s->slant};
	g_hash_table_insert(t->faces, k, f);
	return f;
}

struct face *face_of(struct text *t, const struct text_style *s)
{
	struct face_key key = {s->families, s->size, s->weight, s->stretch, s->slant};
	struct face *f;

	if (!t->faces)
		t->faces = g_hash_table_new(hash_face, same_face);
	f = g_hash_table_lookup(t->faces, &key);
	return f ? f : face_new(t, s);
}

static char *postscript_name(struct text *t, PangoFont *font)
{
	FcPattern *p = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
	FcChar8 *name = NULL;

	if (FcPatternGetString(p, FC_POSTSCRIPT_NAME, 0, &name) != FcResultMatch)
		return arena_strdup(t->arena, "unknown");
	return arena_strdup(t->arena, (const char *)name);
}

static const char *own_features(struct text *t, PangoFont *font)
{
	FcPattern *p = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
	FcChar8 *list = NULL;

	if (FcPatternGetString(p, FC_FONT_FEATURES, 0, &list) != FcResultMatch)
		return NULL;
	return arena_strdup(t->arena, (const char *)list);
}

static bool has_feature(hb_face_t *face, hb_tag_t feature)
{
	hb_tag_t tags[128];
	unsigned start = 0, n;

	do {
		n = G_N_ELEMENTS(tags);
		hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, start, &n, tags);
		for (unsigned i = 0; i < n; i++)
			if (tags[i] == feature)
				return true;
		start += n;
	} while (n == G_N_ELEMENTS(tags));
	return false;
}

static void read_metrics(struct text_font *f)
{
	hb_font_extents_t e = {0};
	hb_position_t v;

	hb_font_get_h_extents(f->hb, &e);
	f->ascent = e.ascender;
	f->descent = -e.descender;
	hb_ot_metrics_get_position_with_fallback(f->hb, HB_OT_METRICS_TAG_X_HEIGHT, &v);
	f->x_height = v;
	hb_ot_metrics_get_position_with_fallback(f->hb, HB_OT_METRICS_TAG_UNDERLINE_OFFSET,
						 &v);
	f->underline.position = -v;
	hb_ot_metrics_get_position_with_fallback(f->hb, HB_OT_METRICS_TAG_UNDERLINE_SIZE,
						 &v);
	f->underline.thickness = v;
}

/* Bits for the blocks of Latin text, so that asking is one shift. */
static void read_block(const struct text_font *f, uint64_t *bits, uint32_t first,
		       uint32_t n)
{
	hb_codepoint_t glyph;

	for (uint32_t i = 0; i < n; i++)
		if (hb_font_get_nominal_glyph(f->hb, first + i, &glyph))
			bits[i / 64] |= UINT64_C(1) << i % 64;
}

static uint32_t glyph_of(const struct text_font *f, uint32_t c)
{
	hb_codepoint_t glyph = 0;

	return hb_font_get_nominal_glyph(f->hb, c, &glyph) ? glyph : 0;
}

/* Fonts of bitmaps have one size, that of these; a matrix makes it the one asked for. */
static Len size_of(PangoFont *font)
{
	double size = 0;
	FcMatrix *m = NULL;
	FcPattern *p = pango_fc_font_get_pattern(PANGO_FC_FONT(font));

	FcPatternGetDouble(p, FC_PIXEL_SIZE, 0, &size);
	if (FcPatternGetMatrix(p, FC_MATRIX, 0, &m) == FcResultMatch)
		size *= m->yy;
	return (Len)(size * 1024 + 0.5);
}

static hb_position_t round_advance(hb_font_t *hb, void *font, hb_codepoint_t glyph, void *data)
{
	const struct text_font *f = font;
	int64_t advance = hb_font_get_glyph_h_advance(hb_font_get_parent(hb), glyph);
	int64_t thousandths = (advance * 1000 + f->size / 2) / f->size;

	(void)data;
	return (hb_position_t)((thousandths * f->size + 500) / 1000);
}

/* The widths of the base families of PDF are given in thousandths of an em; those of files
 * that stand in for them differ by rounding, which adds up to other lines. */
static hb_font_t *with_base_widths(struct text_font *f, hb_font_t *hb)
{
	hb_font_funcs_t *funcs = hb_font_funcs_create();
	hb_font_t *rounded = hb_font_create_sub_font(hb);

	hb_font_funcs_set_glyph_h_advance_func(funcs, round_advance, NULL, NULL);
	hb_font_set_funcs(rounded, funcs, f, NULL);
	hb_font_funcs_destroy(funcs);
	return rounded;
}

const struct text_font *font_of(struct text *t, PangoFont *font)
{
	struct text_font *f = g_hash_table_lookup(t->fonts, font);

	if (f)
		return f;
	f = ARENA_NEW(t->arena, struct text_font);
	f->pango = g_object_ref(font);
	f->name = postscript_name(t, font);
	f->features = own_features(t, font);
	f->size = size_of(font);
	f->hb = pango_font_get_hb_font(font);
	f->hb = t->plain && f->size > 0 ? with_base_widths(f, f->hb) : hb_font_reference(f->hb);
	read_metrics(f);
	f->small_caps = has_feature(hb_font_get_face(f->hb), HB_TAG('s', 'm', 'c', 'p'));
	read_block(f, f->latin, 0, 0x380);
	read_block(f, f->general, 0x2000, 0x80);
	read_block(f, f->viet, 0x1e00, 0x100);
	f->space = glyph_of(f, ' ');
	f->space_width = hb_font_get_glyph_h_advance(f->hb, f->space);
	f->hyphens[0].glyph = glyph_of(f, '-');
	f->hyphens[1].glyph = glyph_of(f, 0x2010) ? glyph_of(f, 0x2010) : glyph_of(f, '-');
	for (int i = 0; i < 2; i++)
		f->hyphens[i].width =
			hb_font_get_glyph_h_advance(f->hb, f->hyphens[i].glyph);
	g_hash_table_insert(t->fonts, f->pango, f);
	return f;
}

/* The same file at another size; the font itself where Pango finds another. */
const struct text_font *font_scaled(struct text *t, const struct text_font *f,
				    double factor)
{
	PangoFontDescription *d = pango_font_describe_with_absolute_size(f->pango);
	PangoFont *font;
	const struct text_font *small;

	pango_font_description_set_absolute_size(d, f->size * factor);
	font = pango_font_map_load_font(t->map, t->context, d);
	small = font_of(t, font);
	g_object_unref(font);
	pango_font_description_free(d);
	return strcmp(small->name, f->name) == 0 ? small : f;
}

bool font_has(const struct text_font *f, uint32_t c)
{
	hb_codepoint_t glyph;

	if (c < 0x380)
		return f->latin[c / 64] >> c % 64 & 1;
	if (c >= 0x1e00 && c < 0x1f00)
		return f->viet[(c - 0x1e00) / 64] >> (c - 0x1e00) % 64 & 1;
	if (c >= 0x2000 && c < 0x2080)
		return f->general[(c - 0x2000) / 64] >> (c - 0x2000) % 64 & 1;
	return hb_font_get_nominal_glyph(f->hb, c, &glyph);
}

void fonts_free(struct text *t)
{
	GHashTableIter i;
	gpointer value;

	if (t->faces) {
		g_hash_table_iter_init(&i, t->faces);
		while (g_hash_table_iter_next(&i, NULL, &value))
			pango_font_description_free(((struct face *)value)->description);
		g_hash_table_destroy(t->faces);
	}
	g_hash_table_iter_init(&i, t->fonts);
	while (g_hash_table_iter_next(&i, NULL, &value)) {
		hb_font_destroy(((struct text_font *)value)->hb);
		g_object_unref(((struct text_font *)value)->pango);
	}
	g_hash_table_destroy(t->fonts);
	if (!t->shapers)
		return;
	g_hash_table_iter_init(&i, t->shapers);
	while (g_hash_table_iter_next(&i, NULL, &value))
		g_hash_table_destroy(((struct shaper *)value)->words);
	g_hash_table_destroy(t->shapers);
}

Len text_font_ascent(const struct text_font *f)
{
	return f->ascent;
}

Len text_font_descent(const struct text_font *f)
{
	return f->descent;
}

Len text_font_x_height(const struct text_font *f)
{
	return f->x_height;
}

Len text_font_size(const struct text_font *f)
{
	return f->size;
}

const char *text_font_name(const struct text_font *f)
{
	return f->name;
}

struct text_underline text_font_underline(const struct text_font *f)
{
	return f->underline;
}

bool text_font_colored(const struct text_font *f, uint32_t glyph)
{
	hb_face_t *face = hb_font_get_face(f->hb);
	hb_blob_t *picture = hb_blob_get_empty();
	bool colored;

	if (hb_ot_color_has_png(face))
		picture = hb_ot_color_glyph_reference_png(f->hb, glyph);
	else if (hb_ot_color_has_svg(face))
		picture = hb_ot_color_glyph_reference_svg(face, glyph);
	colored = hb_blob_get_length(picture) > 0 ||
		  hb_ot_color_glyph_get_layers(face, glyph, 0, NULL, NULL) > 0;
	hb_blob_destroy(picture);
	return colored;
}

void *text_font_cairo(const struct text_font *f)
{
	return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(f->pango));
}

const struct text_font *text_nominal_font(struct text *t, const struct text_style *s)
{
	return face_of(t, s)->nominal;
}
