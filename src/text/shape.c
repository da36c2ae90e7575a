/*
 * shape.c - runs to glyphs
 *
 * What stands between spaces is shaped by the word cache (words.c).  Spaces are laid by
 * hand.  Where a word of Arabic script goes on in the next run or behind a control character
 * its letters join across: such words are shaped with their surroundings and not kept.
 */
#include "text/engine.h"

#include <string.h>
#include <unicode/uchar.h>

enum { MOST_MARKS = 100 };

bool is_control(uint32_t c)
{
	return c == 0x2060 || c == 0xfeff || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0;
}

/* Has no glyph: the caller's business, or nobody's. */
static bool is_silent(uint32_t c)
{
	return c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029 ||
	       c == 0xfffc || is_control(c);
}

/* ---- shapers ---- */

static guint hash_shaper(gconstpointer p)
{
	const struct shaper *s = p;

	return g_direct_hash(s->font) ^ g_direct_hash(s->language) * 3 ^
	       g_direct_hash(s->features) * 5 ^ s->script ^
	       (guint)(s->rtl + 2 * s->capitals + 4 * s->spaced);
}

static gboolean same_shaper(gconstpointer p, gconstpointer q)
{
	const struct shaper *a = p, *b = q;

	return a->font == b->font && a->script == b->script && a->language == b->language &&
	       a->rtl == b->rtl && a->capitals == b->capitals && a->spaced == b->spaced &&
	       a->features == b->features && a->small_caps == b->small_caps;
}

static void add_feature(struct shaper *s, const char *name, int n)
{
	if (s->n_features < (int)G_N_ELEMENTS(s->feature) &&
	    hb_feature_from_string(name, n, &s->feature[s->n_features]))
		s->n_features++;
}

/* "tnum, onum" or, as CSS writes, "'tnum' 1, 'liga' off". */
static void add_features(struct shaper *s, const char *list)
{
	static const char between[] = ",;";

	while (list && *list) {
		size_t n = strcspn(list, between);

		while (n > 0 && *list == ' ')
			list++, n--;
		add_feature(s, list, (int)n);
		list += n;
		list += strspn(list, between);
	}
}

static void choose_features(const struct text *t, struct shaper *s)
{
	add_features(s, s->font->features);
	if (t->plain) {
		add_feature(s, "-kern", -1);
		add_feature(s, "-liga", -1);
		add_feature(s, "-clig", -1);
	}
	if (s->spaced) {
		add_feature(s, "-liga", -1);
		add_feature(s, "-clig", -1);
	}
	if (s->small_caps && s->font->small_caps)
		add_feature(s, "smcp", -1);
	add_features(s, s->features);
}

static struct shaper *shaper_new(struct text *t, const struct shaper *key)
{
	struct shaper *s = arena_copy(t->arena, key, sizeof *key);

	choose_features(t, s);
	s->words = words_new();
	g_hash_table_insert(t->shapers, s, s);
	return s;
}

struct shaper *shaper_of(struct text *t, const struct item *item)
{
	const struct text_style *style = item->span->style;
	struct shaper key = {
		.font = item->font,
		.script = item->script,
		.language = hb_language_from_string(
			style->language && *style->language ? style->language : "und", -1),
		.rtl = item->level & 1,
		.capitals = item->capitals,
		.spaced = style->letter_spacing || style->letter_stretch ||
			  style->letter_shrink,
		.small_caps = style->small_caps,
		.features = style->features && *style->features
				    ? g_intern_string(style->features)
				    : NULL,
	};
	struct shaper *s;

	if (!t->shapers)
		t->shapers = g_hash_table_new(hash_shaper, same_shaper);
	s = g_hash_table_lookup(t->shapers, &key);
	return s ? s : shaper_new(t, &key);
}

/* ---- HarfBuzz ---- */

/* False small capitals: the capital letters of the text, at the places of the small ones.
 */
static void add_upper(hb_buffer_t *b, const char *text, int to)
{
	for (int at = 0; at < to; at = char_next(text, at)) {
		uint32_t c = char_at(text + at);

		if (c == 0xdf) {
			hb_buffer_add(b, 'S', (unsigned)at);
			c = 's';
		}
		hb_buffer_add(b, g_unichar_toupper(c), (unsigned)at);
	}
	hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

static void append_glyphs(hb_buffer_t *b, int shift, GArray *out)
{
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, &n);

	for (unsigned i = 0; i < n; i++) {
		struct glyph g = {
			.id = info[i].codepoint,
			.advance = pos[i].x_advance,
			.dx = pos[i].x_offset,
			.dy = pos[i].y_offset,
			.cluster = (int)info[i].cluster + shift,
			.unsafe = hb_glyph_info_get_glyph_flags(&info[i]) &
				  HB_GLYPH_FLAG_UNSAFE_TO_BREAK,
		};

		g_array_append_val(out, g);
	}
}

static void shape_part(struct text *t, const struct shaper *s, struct extent e, GArray *out)
{
	hb_buffer_t *b = t->buffer;
	int n = e.to - e.from;

	hb_buffer_clear_contents(b);
	hb_buffer_set_direction(b, s->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(b, s->script);
	hb_buffer_set_language(b, s->language);
	hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	if (e.joined)
		hb_buffer_add_utf8(b, e.text, e.n, (unsigned)e.from, n);
	else if (s->capitals)
		add_upper(b, e.text + e.from, n);
	else
		hb_buffer_add_utf8(b, e.text + e.from, n, 0, n);
	hb_shape(s->font->hb, b, s->feature, (unsigned)s->n_features);
	append_glyphs(b, e.joined ? 0 : e.from, out);
}

static void reverse(struct glyph *g, int n)
{
	for (int a = 0, b = n - 1; a < b; a++, b--) {
		struct glyph swap = g[a];

		g[a] = g[b];
		g[b] = swap;
	}
}

static void reverse_from(GArray *glyphs, guint first)
{
	if (glyphs->len > first)
		reverse(&g_array_index(glyphs, struct glyph, first),
			(int)(glyphs->len - first));
}

/* The end of the text, or of the most combining marks that are set at once: the time that
 * HarfBuzz takes for those of one letter grows with the square of their number. */
static int part_end(const char *text, int at, int end)
{
	int n = 0;

	if (end - at <= LONGEST_WORD)
		return end;
	for (; at < end && n < MOST_MARKS; at = char_next(text, at))
		n = g_unichar_ismark(char_at(text + at)) ? n + 1 : 0;
	return at;
}

/* Glyphs in visual order: of text from right to left the last part comes first, which is
 * turning round each part, and then all of them. */
void shape_bytes(struct text *t, const struct shaper *s, struct extent e, GArray *out)
{
	guint start = out->len;
	struct extent part = e;
	bool whole = part_end(e.text, e.from, e.to) == e.to;

	for (; part.from < e.to; part.from = part.to) {
		guint first = out->len;

		part.to = part_end(e.text, part.from, e.to);
		shape_part(t, s, part, out);
		if (s->rtl && !whole)
			reverse_from(out, first);
	}
	if (s->rtl && !whole)
		reverse_from(out, start);
}

/* ---- segments ---- */

/* In visual order, as HarfBuzz gives words. */
static void append_blanks(struct text *t, const struct run *r, const char *text, int from,
			  int to)
{
	guint first = t->glyphs->len;

	for (int at = from; at < to; at = char_next(text, at)) {
		struct glyph g = {.id = r->font->space,
				  .advance = r->font->space_width + r->style->word_spacing,
				  .cluster = at};

		g_array_append_val(t->glyphs, g);
	}
	if (r->level & 1)
		reverse_from(t->glyphs, first);
}

static int skip(const char *text, int at, int end, bool (*is)(uint32_t))
{
	while (at < end && is(char_at(text + at)))
		at = char_next(text, at);
	return at;
}

static int word_end(const char *text, int at, int end)
{
	while (at < end && !is_blank(char_at(text + at)) && !is_silent(char_at(text + at)))
		at = char_next(text, at);
	return at;
}

/* Does a letter outside of it touch the word? */
static bool goes_on(const struct job *j, int from, int to)
{
	bool before = from > 0 && !is_blank(char_at(j->text + char_prev(j->text, from)));
	bool after = to < j->n && !is_blank(char_at(j->text + to));

	return before || after;
}

static int append_segment(struct job *j, const struct run *r, struct shaper *s, int at)
{
	struct text *t = j->t;
	int end = skip(j->text, at, r->to, is_silent);

	if (end > at)
		return end;
	end = skip(j->text, at, r->to, is_blank);
	if (end > at) {
		append_blanks(t, r, j->text, at, end);
		return end;
	}
	end = word_end(j->text, at, r->to);
	if (s->rtl && goes_on(j, at, end))
		shape_bytes(t, s, (struct extent){j->text, j->n, at, end, true}, t->glyphs);
	else
		append_words(j, s, at, end);
	return end;
}

/* ---- missing glyphs ---- */

static uint32_t missing_char(const struct job *j, const struct run *r, int cluster)
{
	int at = cluster;

	while (at < r->to && font_has(r->font, char_at(j->text + at)))
		at = char_next(j->text, at);
	return char_at(j->text + (at < r->to ? at : cluster));
}

static struct where place_of(const struct job *j, int byte)
{
	for (int i = 0; i < j->n_spans; i++)
		if (byte < j->spans[i].to)
			return j->spans[i].at;
	return (struct where){NULL, 0};
}

static void report_missing(struct job *j, const struct run *r, struct glyph *g)
{
	uint32_t c = missing_char(j, r, g->cluster);
	char name[128] = "";
	UErrorCode status = U_ZERO_ERROR;

	u_charName((UChar32)c, U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
	diag(j->t->diags, E_GLYPH, place_of(j, g->cluster), "no font has U+%04X %s", c,
	     U_SUCCESS(status) ? name : "");
	g->id = r->font->space;
}

static void check_glyphs(struct job *j, const struct run *r, struct glyph *g, int n)
{
	for (int i = 0; i < n; i++)
		if (g[i].id == 0)
			report_missing(j, r, &g[i]);
}

/* ---- runs ---- */

/* The space goes behind the last glyph of each cluster; letters of Arabic script are joined
 * and cannot be spaced. */
void space_letters(const struct shaper *s, struct glyph *g, int n, Len spacing)
{
	if (spacing == 0 || s->script == HB_SCRIPT_ARABIC)
		return;
	for (int i = 0; i < n; i++)
		if (i + 1 == n || g[i + 1].cluster != g[i].cluster)
			g[i].advance += spacing;
}

static struct glyph *shape_run(struct job *j, struct run *r, const struct item *item)
{
	struct text *t = j->t;
	struct shaper *s = shaper_of(t, item);
	struct glyph *g;

	g_array_set_size(t->glyphs, 0);
	for (int at = r->from; at < r->to;) {
		guint first = t->glyphs->len;

		at = append_segment(j, r, s, at);
		if (s->rtl)
			reverse_from(t->glyphs, first);
	}
	r->n_glyphs = (int)t->glyphs->len;
	g = arena_copy(j->arena, t->glyphs->data, sizeof *g * t->glyphs->len);
	if (s->rtl)
		reverse(g, r->n_glyphs);
	check_glyphs(j, r, g, r->n_glyphs);
	space_letters(s, g, r->n_glyphs, r->style->letter_spacing);
	r->glyphs = g;
	r->shaper = s;
	return g;
}

void shape_runs(struct job *j)
{
	j->n_runs = (int)j->t->runs->len;
	j->items = (const struct item *)(const void *)j->t->runs->data;
	j->runs = ARENA_ARRAY(j->arena, struct run, j->n_runs);
	j->glyphs = ARENA_ARRAY(j->arena, struct glyph *, j->n_runs);
	for (int i = 0; i < j->n_runs; i++) {
		const struct item *item = &j->items[i];

		j->runs[i] = (struct run){.font = item->font,
					  .style = item->span->style,
					  .from = item->from,
					  .to = item->to,
					  .level = item->level};
		j->glyphs[i] = shape_run(j, &j->runs[i], item);
	}
}
