/*
 * itemize.c - spans to runs of one font, script and embedding level
 *
 * Pango does it: script by UAX 24, levels by FriBidi (UAX 9), fonts by fontconfig's list.
 * A paragraph that is all Latin characters of the first font of each of its spans needs
 * none of this: one run a span, level 0.  Most paragraphs are of that kind.
 */
#include "text/engine.h"

#include <pango/pango.h>
#include <string.h>

/* Letters and marks of Latin text, its punctuation, and what shapes to nothing. */
static bool is_latin(uint32_t c)
{
	return (c >= 0x20 && c < 0x250 && (c < 0x7f || c >= 0xa0)) ||
	       (c >= 0x1e00 && c < 0x1f00) || (c >= 0x2010 && c <= 0x2027) ||
	       (c >= 0x2030 && c <= 0x205e) || c == 0x20ac || c == 0x2122;
}

static bool is_transparent(uint32_t c)
{
	return c == '\n' || c == '\t' || c == 0x2028 || c == 0xfffc || c == 0x2060 ||
	       c == 0xad;
}

static bool span_is_latin(struct job *j, const struct text_span *s)
{
	const struct text_font *f = face_of(j->t, s->style)->nominal;

	for (int i = s->from; i < s->to; i = char_next(j->text, i)) {
		uint32_t c = char_at(j->text + i);

		if (!is_transparent(c) && (!is_latin(c) || !font_has(f, c)))
			return false;
	}
	return true;
}

static bool all_latin(struct job *j)
{
	if (j->rtl)
		return false;
	for (int i = 0; i < j->n_spans; i++)
		if (!span_is_latin(j, &j->spans[i]))
			return false;
	return true;
}

static bool makes_false_capitals(const struct text_font *f, const struct text_style *s)
{
	return s->small_caps && !f->small_caps;
}

/* Cuts an item where small letters begin and end: they become smaller capitals. */
static void add_capitals(struct job *j, struct item item)
{
	const struct text_font *small = font_scaled(j->t, item.font, 0.8);
	int end = item.to;

	for (int at = item.from; at < end;) {
		bool lower = g_unichar_islower(char_at(j->text + at));
		int to = at;

		while (to < end && g_unichar_islower(char_at(j->text + to)) == lower)
			to = char_next(j->text, to);
		struct item part = item;

		part.from = at;
		part.to = to;
		part.capitals = lower;
		if (lower)
			part.font = small;
		g_array_append_val(j->t->runs, part);
		at = to;
	}
}

static bool is_japanese(hb_script_t s)
{
	return s == HB_SCRIPT_HAN || s == HB_SCRIPT_HIRAGANA || s == HB_SCRIPT_KATAKANA;
}

/* Kanji and kana of one font are one run, not a run for each change between them. */
static bool join_last(struct job *j, const struct item *item)
{
	struct item *last;

	if (j->t->runs->len == 0)
		return false;
	last = &g_array_index(j->t->runs, struct item, j->t->runs->len - 1);
	if (last->to != item->from || last->font != item->font ||
	    last->span != item->span || last->level != item->level || last->capitals ||
	    !is_japanese(last->script) || !is_japanese(item->script))
		return false;
	last->to = item->to;
	return true;
}

static void add_item(struct job *j, const struct item *item)
{
	if (join_last(j, item))
		return;
	if (makes_false_capitals(item->font, item->span->style))
		add_capitals(j, *item);
	else
		g_array_append_val(j->t->runs, *item);
}

static void itemize_latin(struct job *j)
{
	for (int i = 0; i < j->n_spans; i++) {
		const struct text_span *s = &j->spans[i];
		struct item item = {.font = face_of(j->t, s->style)->nominal,
				    .span = s,
				    .from = s->from,
				    .to = s->to,
				    .script = HB_SCRIPT_LATIN};

		if (s->to > s->from)
			add_item(j, &item);
	}
}

/* Fontconfig knows the ways of writing Chinese by countries. */
static const char *pango_language_name(const char *language)
{
	if (!language || !*language)
		return "en";
	if (g_ascii_strncasecmp(language, "zh", 2) != 0)
		return language;
	if (g_ascii_strncasecmp(language, "zh-HK", 5) == 0)
		return "zh-hk";
	if (g_ascii_strncasecmp(language, "zh-Hant", 7) == 0 ||
	    g_ascii_strncasecmp(language, "zh-TW", 5) == 0)
		return "zh-tw";
	return "zh-cn";
}

static void insert(PangoAttrList *list, PangoAttribute *a, const struct text_span *s)
{
	a->start_index = (guint)s->from;
	a->end_index = (guint)s->to;
	pango_attr_list_insert(list, a);
}

/* ---- punctuation that Latin and Chinese share ---- */

static enum cjk_punctuation shared_mark(uint32_t c)
{
	switch (c) {
	case 0x2018:
	case 0x201c:
		return CJK_OPEN;
	case 0x2019:
	case 0x201d:
		return CJK_CLOSE;
	case 0xb7:
	case 0x2014:
	case 0x2025:
	case 0x2026:
		return CJK_MIDDLE;
	default:
		return CJK_NONE;
	}
}

static bool is_chinese_at(const struct job *j, int at)
{
	uint32_t c;

	if (at < 0 || at >= j->n)
		return false;
	c = char_at(j->text + at);
	return is_cjk(c) || cjk_punctuation(c) != CJK_NONE || j->notes[at].mark;
}

static bool writes_chinese(const struct text_style *s)
{
	return s->language && (g_ascii_strncasecmp(s->language, "zh", 2) == 0 ||
			       g_ascii_strncasecmp(s->language, "ja", 2) == 0);
}

/* Quotation marks, dashes and dots between Chinese characters come from their font, where
 * they are as wide as the characters. */
static void widen_marks(struct job *j, PangoAttrList *list, const struct text_span *s)
{
	bool sans = g_strrstr(s->style->families, "Sans") ||
		    g_strrstr(s->style->families, "sans");

	for (int at = s->from; at < s->to; at = char_next(j->text, at)) {
		enum cjk_punctuation mark = shared_mark(char_at(j->text + at));
		struct text_span here = {at, char_next(j->text, at), s->style, s->at};
		g_autofree char *families = NULL;

		if (mark == CJK_NONE ||
		    (!is_chinese_at(j, at > 0 ? char_prev(j->text, at) : -1) &&
		     !is_chinese_at(j, here.to)))
			continue;
		families = g_strconcat(sans ? "Handbook CJK Sans," : "Handbook CJK Serif,",
				       s->style->families, NULL);
		insert(list, pango_attr_family_new(families), &here);
		j->notes[at].mark = (uint8_t)mark;
	}
}

static bool is_stop(uint32_t c)
{
	return c == 0x3001 || c == 0x3002 || c == 0xff0c || c == 0xff0e;
}

/* Taiwan and Hong Kong have their stops in the middle of the square: no half of it is blank. */
static void centre_stops(struct job *j, const struct text_span *s)
{
	const char *name = pango_language_name(s->style->language);

	if (strcmp(name, "zh-tw") != 0 && strcmp(name, "zh-hk") != 0)
		return;
	for (int at = s->from; at < s->to; at = char_next(j->text, at))
		if (is_stop(char_at(j->text + at)))
			j->notes[at].mark = CJK_MIDDLE;
}

static PangoAttribute *font_attribute(struct job *j, const struct text_span *s, bool stress)
{
	PangoFontDescription *d;
	PangoAttribute *a;

	if (!stress)
		return pango_attr_font_desc_new(face_of(j->t, s->style)->description);
	d = stressed(j, s);
	a = pango_attr_font_desc_new(d);
	pango_font_description_free(d);
	return a;
}

/* stress: which spans want it, or NULL */
static PangoAttrList *attributes(struct job *j, const bool *stress)
{
	PangoAttrList *list = pango_attr_list_new();

	for (int i = 0; i < j->n_spans; i++) {
		const struct text_span *s = &j->spans[i];
		const char *language = pango_language_name(s->style->language);

		if (s->to <= s->from)
			continue;
		insert(list, font_attribute(j, s, stress && stress[i]), s);
		insert(list, pango_attr_language_new(pango_language_from_string(language)),
		       s);
		if (writes_chinese(s->style) && !j->t->plain) {
			widen_marks(j, list, s);
			centre_stops(j, s);
		}
	}
	return list;
}

/* Pango joins spans that look alike to it: cut its items at the spans' ends. */
static void add_pango_item(struct job *j, const PangoItem *p, int *span)
{
	const PangoAnalysis *a = &p->analysis;
	int at = p->offset, end = p->offset + p->length;
	struct item item = {
		.font = font_of(j->t, a->font),
		.level = a->level,
		.script = hb_script_from_iso15924_tag(
			g_unicode_script_to_iso15924((GUnicodeScript)a->script))};

	while (at < end) {
		while (j->spans[*span].to <= at)
			++*span;
		item.span = &j->spans[*span];
		item.from = at;
		item.to = MIN(end, item.span->to);
		add_item(j, &item);
		at = item.to;
	}
}

static int span_at(const struct job *j, int byte)
{
	int i = 0;

	while (i + 1 < j->n_spans && j->spans[i].to <= byte)
		i++;
	return i;
}

/* Spans in italics whose letters have none; NULL: there are none. */
static bool *find_stress(const struct job *j, const GList *items)
{
	bool *stress = NULL;

	for (; items; items = items->next) {
		const PangoItem *p = items->data;
		int i = span_at(j, p->offset);

		if (j->spans[i].style->slant == SLANT_NORMAL || !wants_stress(j, p))
			continue;
		if (!stress)
			stress = ARENA_ARRAY(j->arena, bool, j->n_spans);
		stress[i] = true;
	}
	return stress;
}

static GList *pango_items(const struct job *j, PangoAttrList *list)
{
	return pango_itemize_with_base_dir(
		j->t->context, j->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, j->text,
		0, j->n, list, NULL);
}

static bool slants(const struct job *j)
{
	for (int i = 0; i < j->n_spans; i++)
		if (j->spans[i].style->slant != SLANT_NORMAL)
			return true;
	return false;
}

void itemize(struct job *j)
{
	PangoAttrList *list;
	GList *items;
	const bool *stress;
	int span = 0;

	g_array_set_size(j->t->runs, 0);
	j->latin = all_latin(j);
	if (j->latin) {
		itemize_latin(j);
		return;
	}
	list = attributes(j, NULL);
	items = pango_items(j, list);
	stress = slants(j) && !j->t->plain ? find_stress(j, items) : NULL;
	if (stress) {
		g_list_free_full(items, (GDestroyNotify)pango_item_free);
		pango_attr_list_unref(list);
		list = attributes(j, stress);
		items = pango_items(j, list);
	}
	for (GList *l = items; l; l = l->next)
		add_pango_item(j, l->data, &span);
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_attr_list_unref(list);
}
