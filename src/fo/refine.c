/*
 * refine.c - the style of an object (XSL 1.1, chapter 5)
 *
 * What is specified is first collected as text (attributes, then shorthands by rank, then
 * absolute properties moved to the relative ones of the writing mode), then evaluated in
 * the order of props.def over a style that has inherited all that inherits.  Scopes are
 * kept: a path of equal kinds and attributes is refined once, however often it occurs.
 */
#include "fo/refine.h"

#include <string.h>

/* ---- styles ---- */

static guint hash_style(gconstpointer p)
{
	const uint32_t *word = p;
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < sizeof(struct fo_style) / sizeof *word; i++)
		h = (h ^ word[i]) * 16777619u;
	return h;
}

static gboolean equal_style(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct fo_style)) == 0;
}

static const struct fo_style *intern_style(struct refiner *r, const struct fo_style *s)
{
	const struct fo_style *known = g_hash_table_lookup(r->styles, s);

	if (!known) {
		struct fo_style *copy = arena_copy(r->arena, s, sizeof *s);

		g_hash_table_add(r->styles, copy);
		known = copy;
	}
	return known;
}

static int border_precedence(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_TABLE:
		return 6;
	case FO_TABLE_CELL:
		return 5;
	case FO_TABLE_COLUMN:
		return 4;
	case FO_TABLE_ROW:
		return 3;
	case FO_TABLE_BODY:
		return 2;
	case FO_TABLE_HEADER:
		return 1;
	default:
		return 0;
	}
}

static void set_edge_colors(struct fo_style *s)
{
	s->border_before.color = s->border_after.color = s->color;
	s->border_start.color = s->border_end.color = s->color;
}

void style_inherit(struct fo_style *s, const struct fo_style *parent,
		   const struct fo_style *initial, enum fo_kind kind)
{
	int precedence = border_precedence(kind);

	*s = *initial;
	for (int i = 0; i < N_PROPS; i++) {
		const struct property *p = &properties[i];

		if (p->inherited)
			memcpy((char *)s + p->offset, (const char *)parent + p->offset,
			       (size_t)p->size);
	}
	s->line_height_factor = parent->line_height_factor;
	s->start_outer = parent->start_outer;
	s->end_outer = parent->end_outer;
	s->lang = parent->lang;
	s->text_align_string = parent->text_align_string;
	s->border_before.precedence = s->border_after.precedence = precedence;
	s->border_start.precedence = s->border_end.precedence = precedence;
	set_edge_colors(s);
}

/* ---- what is specified ---- */

static void report(const struct context *c, const char *text, const char *name)
{
	diag(c->refiner->diags, E_FO_VALUE, c->at, "\"%s\" is not a value of %s", text, name);
}

static void collect(struct specified *s, const struct context *c, const struct attribute *a,
		    int n, bool own)
{
	for (int i = 0; i < n; i++) {
		const struct attribute_name *name = a[i].name;

		if (name->own != own)
			continue;
		if (name->kind == ATTRIBUTE_SHORTHAND &&
		    !shorthand_expand(s, name->shorthand, a[i].value))
			report(c, a[i].value, name->name);
		if (name->kind != ATTRIBUTE_PROPERTY)
			continue;
		if (name->component == PART_WHOLE)
			s->whole[name->prop] = (struct given){ a[i].value, EXPLICIT };
		else if (s->n_parts < MAX_ATTRIBUTES)
			s->parts[s->n_parts++] =
				(struct given_part){ name->prop, name->component, a[i].value };
	}
}

/* ---- derived values ---- */

static void lift(struct fo_len *l, const struct fo_len *least)
{
	if (!l->keyword && !least->keyword && l->share == least->share &&
	    l->fixed < least->fixed)
		*l = *least;
}

/* minimum <= optimum <= maximum, where they can be compared. */
static void put_in_order(struct fo_space *s)
{
	lift(&s->optimum, &s->minimum);
	lift(&s->maximum, &s->optimum);
}

static void set_line_height(struct fo_style *s)
{
	struct fo_len l = { .fixed = len_scale(s->font_size, s->line_height_factor, FO_WHOLE) };

	if (s->line_height_factor > 0)
		s->line_height.minimum = s->line_height.optimum = s->line_height.maximum = l;
}

static void set_lang(struct fo_style *s)
{
	g_autoptr(GString) lang = g_string_new(s->language);

	if (s->language && s->script && strcmp(s->script, "auto") != 0)
		g_string_append_printf(lang, "-%s", s->script);
	if (s->language && s->country)
		g_string_append_printf(lang, "-%s", s->country);
	s->lang = g_intern_string(lang->str);
}

static void set_region_name(struct fo_style *s, enum fo_kind kind)
{
	static const char *const names[] = { "xsl-region-body", "xsl-region-before",
					     "xsl-region-after", "xsl-region-start",
					     "xsl-region-end" };

	if (!s->region_name && kind >= FO_REGION_BODY && kind <= FO_REGION_END)
		s->region_name = g_intern_string(names[kind - FO_REGION_BODY]);
}

static void finish_edge(struct fo_edge *e)
{
	e->width = len_max(border_width(e), 0);
	if (e->padding.fixed < 0)
		e->padding.fixed = 0;
}

/* After the property was evaluated, given or not: what depends on it. */
static void derive(const struct context *c, const struct specified *sp, bool has_parts)
{
	struct fo_style *s = c->style;

	switch ((int)c->prop) {
	case PROP_color:
		set_edge_colors(s);
		return;
	case PROP_line_height:
		set_line_height(s);
		return;
	case PROP_script:
		set_lang(s);
		return;
	case PROP_end_indent:
		correspond_indents(c, sp);
		return;
	case PROP_width:
		s->width = s->inline_progression_dimension.optimum;
		return;
	case PROP_height:
		s->height = s->block_progression_dimension.optimum;
		return;
	case PROP_space_before:
		if (has_parts)
			put_in_order(&s->space_before);
		return;
	case PROP_space_after:
		if (has_parts)
			put_in_order(&s->space_after);
		return;
	case PROP_leader_length:
		if (has_parts)
			put_in_order(&s->leader_length);
		return;
	default:
		return;
	}
}

/* ---- evaluation ---- */

static bool is_absolute(int prop)
{
	return !properties[prop].size || prop == PROP_width || prop == PROP_height;
}

static bool set_parts(struct context *c, const struct specified *s)
{
	bool any = false;

	for (int i = 0; i < s->n_parts; i++) {
		if (s->parts[i].prop != c->prop)
			continue;
		any = true;
		if (!value_set(c, s->parts[i].component, s->parts[i].text))
			report(c, s->parts[i].text, properties[c->prop].name);
	}
	return any;
}

static void evaluate_all(struct context *c, struct specified *s, uint64_t *given)
{
	c->prop = PROP_writing_mode;
	if (s->whole[PROP_writing_mode].text &&
	    !value_set(c, PART_WHOLE, s->whole[PROP_writing_mode].text))
		report(c, s->whole[PROP_writing_mode].text, "writing-mode");
	correspond(s, c->kind, c->style->writing_mode == KW_RL_TB);
	for (int i = 0; i < N_PROPS; i++) {
		bool any = false;

		c->prop = (enum prop)i;
		if (!is_absolute(i) && i != PROP_writing_mode && s->whole[i].text) {
			any = true;
			if (!value_set(c, PART_WHOLE, s->whole[i].text))
				report(c, s->whole[i].text, properties[i].name);
		}
		if (s->n_parts && !is_absolute(i))
			any |= set_parts(c, s);
		if (any || s->whole[i].text)
			given[i / 64] |= (uint64_t)1 << (i % 64);
		derive(c, s, any);
	}
	correspond_page_margins(c, s);
	set_region_name(c->style, c->kind);
	finish_edge(&c->style->border_before);
	finish_edge(&c->style->border_after);
	finish_edge(&c->style->border_start);
	finish_edge(&c->style->border_end);
}

static bool is_specified_above(const struct scope *s, enum prop prop)
{
	for (; s; s = s->parent)
		if (s->given[prop / 64] >> (prop % 64) & 1)
			return true;
	return false;
}

static void pass_outward(struct fo_len *indent, struct fo_outer *outer)
{
	if (indent->share)
		*outer = (struct fo_outer){ indent->share, 1 };
	else if (outer->share)
		outer->levels++;
	indent->share = 0;
}

/* What the content of a reference-area inherits: an indent that is a share of a width is the
 * length it was outside (5.1.4), not a share of the new width. */
static const struct fo_style *inherited_by(struct refiner *r, const struct scope *child)
{
	const struct scope *parent = child->parent;
	const struct fo_style *s = parent ? parent->style : r->initial;
	struct fo_style *passed;

	if (!parent || (parent->kind != FO_TABLE_CELL && parent->kind != FO_BLOCK_CONTAINER &&
			parent->kind != FO_INLINE_CONTAINER))
		return s;
	if (!s->start_indent.share && !s->end_indent.share && !s->start_outer.share &&
	    !s->end_outer.share)
		return s;
	passed = arena_copy(r->arena, s, sizeof *s);
	pass_outward(&passed->start_indent, &passed->start_outer);
	pass_outward(&passed->end_indent, &passed->end_outer);
	return passed;
}

static struct scope *compute(struct refiner *r, const struct scope *key, struct where at)
{
	struct scope *scope = ARENA_NEW(r->arena, struct scope);
	struct specified specified = { .refiner = r, .at = at };
	struct fo_style style;
	struct context c = {
		.refiner = r,
		.parent = key->parent,
		.inherited = inherited_by(r, key),
		.column = key->column,
		.style = &style,
		.kind = key->kind,
		.at = at,
	};

	*scope = *key;
	scope->attributes = arena_copy(r->arena, key->attributes,
				       sizeof *key->attributes * (size_t)key->n_attributes);
	for (int i = 0; i < key->n_attributes; i++) {
		struct attribute *a = (struct attribute *)(uintptr_t)&scope->attributes[i];

		a->value = arena_strdup(r->arena, a->value);
	}
	style_inherit(&style, c.inherited, r->initial, key->kind);
	collect(&specified, &c, scope->attributes, key->n_attributes, false);
	evaluate_all(&c, &specified, scope->given);
	if (key->kind == FO_CHANGE_BAR_BEGIN && !is_specified_above(scope, PROP_change_bar_color))
		style.change_bar_color = style.color;
	scope->style = intern_style(r, &style);
	return scope;
}

/* ---- scopes ---- */

static unsigned hash_string(unsigned h, const char *s)
{
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

static unsigned hash_key(const struct scope *s)
{
	unsigned h = (unsigned)((uintptr_t)s->parent >> 4) * 31 + s->kind;

	h ^= (unsigned)((uintptr_t)s->column >> 4);
	for (int i = 0; i < s->n_attributes; i++)
		h = hash_string(h * 33 + (unsigned)((uintptr_t)s->attributes[i].name >> 4),
				s->attributes[i].value);
	return h;
}

static guint hash_scope(gconstpointer p)
{
	return ((const struct scope *)p)->hash;
}

static gboolean equal_scope(gconstpointer p, gconstpointer q)
{
	const struct scope *a = p, *b = q;

	if (a->parent != b->parent || a->kind != b->kind || a->column != b->column ||
	    a->n_attributes != b->n_attributes)
		return FALSE;
	for (int i = 0; i < a->n_attributes; i++)
		if (a->attributes[i].name != b->attributes[i].name ||
		    strcmp(a->attributes[i].value, b->attributes[i].value) != 0)
			return FALSE;
	return TRUE;
}

const struct scope *refine(struct refiner *r, const struct scope *parent, enum fo_kind kind,
			   const struct attributes *a, struct where at)
{
	struct attribute shared[MAX_ATTRIBUTES];
	struct scope key = { .parent = parent, .kind = kind, .attributes = shared };
	struct scope *scope;

	for (int i = 0; i < a->n && key.n_attributes < MAX_ATTRIBUTES; i++) {
		if (a->at[i].name->own)
			continue;
		shared[key.n_attributes++] = a->at[i];
		if (a->column && strstr(a->at[i].value, "from-table-column"))
			key.column = a->column;
	}
	key.hash = hash_key(&key);
	scope = g_hash_table_lookup(r->scopes, &key);
	if (!scope) {
		scope = compute(r, &key, at);
		g_hash_table_add(r->scopes, scope);
	}
	return scope;
}

const struct fo_style *refine_own(struct refiner *r, const struct scope *scope,
				  const struct attributes *a, struct where at)
{
	struct fo_style style;
	struct context c = {
		.refiner = r,
		.parent = scope->parent,
		.inherited = scope->parent ? scope->parent->style : r->initial,
		.style = &style,
		.kind = scope->kind,
		.at = at,
	};
	bool any = false;

	for (int i = 0; i < a->n; i++) {
		const struct attribute_name *name = a->at[i].name;

		if (!name->own || name->kind != ATTRIBUTE_PROPERTY)
			continue;
		if (!any)
			style = *scope->style;
		any = true;
		c.prop = name->prop;
		if (!value_set(&c, PART_WHOLE, a->at[i].value))
			report(&c, a->at[i].value, name->name);
	}
	return any ? intern_style(r, &style) : scope->style;
}

const struct fo_style *refine_text(struct refiner *r, const struct scope *scope)
{
	if (!scope->text) {
		const struct scope *text = refine(r, scope, FO_TEXT, &(struct attributes){ 0 },
						  (struct where){ 0 });
		struct scope *owner = (struct scope *)(uintptr_t)scope;

		owner->text = text->style;
	}
	return scope->text;
}

/* ---- start ---- */

static void make_initial(struct refiner *r)
{
	struct fo_style *s = ARENA_NEW(r->arena, struct fo_style);
	struct context c = { .refiner = r, .inherited = s, .style = s, .kind = FO_ROOT };

	s->font_size = PT(12);
	for (int i = 0; i < N_PROPS; i++) {
		const struct property *p = &properties[i];

		c.prop = (enum prop)i;
		if (p->size && *p->initial && !value_set(&c, PART_WHOLE, p->initial))
			g_assert_not_reached();
	}
	s->leader_length.optimum.fixed = PT(12);
	s->leader_length.maximum.share = FO_WHOLE;
	s->change_bar_color = s->color;
	s->lang = g_intern_string("");
	if (r->plain)
		s->column_gap.fixed = PT(18);
	set_edge_colors(s);
	r->initial = s;
}

void refiner_start(struct refiner *r)
{
	r->names = attribute_names_new();
	r->scopes = g_hash_table_new(hash_scope, equal_scope);
	r->styles = g_hash_table_new(hash_style, equal_style);
	make_initial(r);
}

void refiner_end(struct refiner *r)
{
	g_hash_table_destroy(r->names);
	g_hash_table_destroy(r->scopes);
	g_hash_table_destroy(r->styles);
}
