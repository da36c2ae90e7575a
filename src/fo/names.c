/*
 * names.c - tables made of the .def files, and names to their entries
 */
#include "fo/refine.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[] = {
#define FO(enumerator, name) name,
#include "fo/kinds.def"
#undef FO
};

static const char *const keyword_names[] = {
	"",
#define KEYWORD(enumerator, name) name,
#include "fo/keywords.def"
#undef KEYWORD
};

#define MEMBER(m) (int)offsetof(struct fo_style, m), (int)sizeof(((struct fo_style *)0)->m)
const struct property properties[N_PROPS] = {
#define P(member, type, parser, name, inherited, initial, words)                               \
	{ name, PARSE_##parser, MEMBER(member), inherited, initial, words },
#define GROUP(member, type)
#define SUB(member, parser, name, inherited, initial, words)                                   \
	{ name, PARSE_##parser, MEMBER(member), inherited, initial, words },
#define ABSOLUTE(identifier, name, parser, words)                                              \
	{ name, PARSE_##parser, 0, 0, false, "", words },
#define IGNORED(name)
#include "fo/props.def"
#undef P
#undef GROUP
#undef SUB
#undef ABSOLUTE
#undef IGNORED
};

static const char *const ignored[] = {
#define P(member, type, parser, name, inherited, initial, words)
#define GROUP(member, type)
#define SUB(member, parser, name, inherited, initial, words)
#define ABSOLUTE(identifier, name, parser, words)
#define IGNORED(name) name,
#include "fo/props.def"
#undef P
#undef GROUP
#undef SUB
#undef ABSOLUTE
#undef IGNORED
};

/* By component, from PART_MINIMUM on. */
static const char *const component_names[N_COMPONENTS] = {
	"", "minimum", "optimum", "maximum", "precedence", "conditionality", "length",
	"within-line", "within-column", "within-page", "block-progression-direction",
	"inline-progression-direction",
};

const char *fo_kind_name(enum fo_kind kind)
{
	return kind_names[kind];
}

const char *fo_keyword_name(enum fo_keyword keyword)
{
	return keyword_names[keyword];
}

enum fo_kind fo_kind_find(const char *name)
{
	for (int i = 0; i < FO_TEXT; i++)
		if (strcmp(kind_names[i], name) == 0)
			return (enum fo_kind)i;
	return N_FO_KINDS;
}

static int compare_keyword(const void *key, const void *entry)
{
	return strcmp(key, *(const char *const *)entry);
}

enum fo_keyword fo_keyword_find(const char *name)
{
	const char *const *at = bsearch(name, keyword_names + 1, N_FO_KEYWORDS - 1,
					sizeof *keyword_names, compare_keyword);

	return at ? (enum fo_keyword)(at - keyword_names) : KW_NO;
}

enum component component_find(const char *name)
{
	for (int i = PART_MINIMUM; i < N_COMPONENTS; i++)
		if (strcmp(component_names[i], name) == 0)
			return (enum component)i;
	return PART_WHOLE;
}

/* Addresses and names that tell this object from others, and that nothing inherits. */
static bool is_own(int prop)
{
	switch (prop) {
	case PROP_ref_id:
	case PROP_internal_destination:
	case PROP_external_destination:
	case PROP_src:
	case PROP_index_key:
	case PROP_ref_index_key:
	case PROP_marker_class_name:
	case PROP_retrieve_class_name:
	case PROP_alt_text:
	case PROP_actual_text:
	case PROP_abbreviation:
	case PROP_change_bar_class:
		return true;
	default:
		return false;
	}
}

static struct attribute_name *add(GHashTable *names, const char *name, enum attribute_kind kind)
{
	struct attribute_name *n = g_new0(struct attribute_name, 1);

	n->name = g_intern_string(name);
	n->kind = kind;
	n->shorthand = -1;
	g_hash_table_insert(names, g_strdup(name), n);
	return n;
}

GHashTable *attribute_names_new(void)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	for (int i = 0; i < N_PROPS; i++) {
		struct attribute_name *n = add(names, properties[i].name, ATTRIBUTE_PROPERTY);

		n->prop = (enum prop)i;
		n->own = is_own(i);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++)
		add(names, ignored[i], ATTRIBUTE_IGNORED)->own = true;
	add(names, "id", ATTRIBUTE_ID)->own = true;
	return names;
}

/* A name seen for the first time: a shorthand, a component of a property, or unknown. */
static struct attribute_name *learn(struct refiner *r, const char *name)
{
	const char *dot = strchr(name, '.');
	int shorthand = shorthand_find(name);

	if (shorthand >= 0) {
		struct attribute_name *n = add(r->names, name, ATTRIBUTE_SHORTHAND);

		n->shorthand = shorthand;
		return n;
	}
	if (dot) {
		g_autofree char *base = g_strndup(name, (size_t)(dot - name));
		const struct attribute_name *whole = attribute_name_find(r, base);
		enum component c = component_find(dot + 1);

		if (whole->kind == ATTRIBUTE_PROPERTY && c != PART_WHOLE) {
			struct attribute_name *n = add(r->names, name, ATTRIBUTE_PROPERTY);

			n->prop = whole->prop;
			n->component = c;
			return n;
		}
	}
	return add(r->names, name, ATTRIBUTE_UNKNOWN);
}

const struct attribute_name *attribute_name_find(struct refiner *r, const char *name)
{
	const struct attribute_name *n = g_hash_table_lookup(r->names, name);

	return n ? n : learn(r, name);
}
