/*
 * structure.c - which object may stand where (XSL 1.1, chapter 6)
 *
 * Only what layout relies on: parts of tables, lists and page masters in their wholes.  An
 * object of which the content can be kept elsewhere is read as a block.
 */
#include "fo/reader.h"

#include <string.h>

enum { MAX_PARENTS = 4 };

/* Objects that stand in certain parents and nowhere else. */
static const struct rule {
	enum fo_kind child, parents[MAX_PARENTS];
} rules[] = {
	{ FO_LAYOUT_MASTER_SET, { FO_ROOT } },
	{ FO_DECLARATIONS, { FO_ROOT } },
	{ FO_BOOKMARK_TREE, { FO_ROOT } },
	{ FO_PAGE_SEQUENCE, { FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER } },
	{ FO_PAGE_SEQUENCE_WRAPPER, { FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER } },
	{ FO_COLOR_PROFILE, { FO_DECLARATIONS } },
	{ FO_PAGE_SEQUENCE_MASTER, { FO_LAYOUT_MASTER_SET } },
	{ FO_SIMPLE_PAGE_MASTER, { FO_LAYOUT_MASTER_SET } },
	{ FO_FLOW_MAP, { FO_LAYOUT_MASTER_SET } },
	{ FO_FLOW_ASSIGNMENT, { FO_FLOW_MAP } },
	{ FO_FLOW_SOURCE_LIST, { FO_FLOW_ASSIGNMENT } },
	{ FO_FLOW_TARGET_LIST, { FO_FLOW_ASSIGNMENT } },
	{ FO_FLOW_NAME_SPECIFIER, { FO_FLOW_SOURCE_LIST } },
	{ FO_REGION_NAME_SPECIFIER, { FO_FLOW_TARGET_LIST } },
	{ FO_SINGLE_PAGE_MASTER_REFERENCE, { FO_PAGE_SEQUENCE_MASTER } },
	{ FO_REPEATABLE_PAGE_MASTER_REFERENCE, { FO_PAGE_SEQUENCE_MASTER } },
	{ FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES, { FO_PAGE_SEQUENCE_MASTER } },
	{ FO_CONDITIONAL_PAGE_MASTER_REFERENCE, { FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES } },
	{ FO_REGION_BODY, { FO_SIMPLE_PAGE_MASTER } },
	{ FO_REGION_BEFORE, { FO_SIMPLE_PAGE_MASTER } },
	{ FO_REGION_AFTER, { FO_SIMPLE_PAGE_MASTER } },
	{ FO_REGION_START, { FO_SIMPLE_PAGE_MASTER } },
	{ FO_REGION_END, { FO_SIMPLE_PAGE_MASTER } },
	{ FO_FLOW, { FO_PAGE_SEQUENCE } },
	{ FO_STATIC_CONTENT, { FO_PAGE_SEQUENCE } },
	{ FO_TITLE, { FO_PAGE_SEQUENCE } },
	{ FO_FOLIO_PREFIX, { FO_PAGE_SEQUENCE } },
	{ FO_FOLIO_SUFFIX, { FO_PAGE_SEQUENCE } },
	{ FO_TABLE_CAPTION, { FO_TABLE_AND_CAPTION } },
	{ FO_TABLE_COLUMN, { FO_TABLE } },
	{ FO_TABLE_HEADER, { FO_TABLE } },
	{ FO_TABLE_FOOTER, { FO_TABLE } },
	{ FO_TABLE_BODY, { FO_TABLE } },
	{ FO_TABLE_ROW, { FO_TABLE_BODY, FO_TABLE_HEADER, FO_TABLE_FOOTER } },
	{ FO_TABLE_CELL, { FO_TABLE_ROW, FO_TABLE_BODY, FO_TABLE_HEADER, FO_TABLE_FOOTER } },
	{ FO_LIST_ITEM, { FO_LIST_BLOCK } },
	{ FO_LIST_ITEM_LABEL, { FO_LIST_ITEM } },
	{ FO_LIST_ITEM_BODY, { FO_LIST_ITEM } },
	{ FO_FOOTNOTE_BODY, { FO_FOOTNOTE } },
	{ FO_BOOKMARK, { FO_BOOKMARK_TREE, FO_BOOKMARK } },
	{ FO_BOOKMARK_TITLE, { FO_BOOKMARK } },
	{ FO_INDEX_KEY_REFERENCE, { FO_INDEX_PAGE_CITATION_LIST } },
	{ FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, { FO_INDEX_PAGE_CITATION_LIST } },
	{ FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR, { FO_INDEX_PAGE_CITATION_LIST } },
	{ FO_INDEX_PAGE_NUMBER_PREFIX, { FO_INDEX_KEY_REFERENCE } },
	{ FO_INDEX_PAGE_NUMBER_SUFFIX, { FO_INDEX_KEY_REFERENCE } },
};

static const struct rule *find_rule(enum fo_kind child)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
		if (rules[i].child == child)
			return &rules[i];
	return NULL;
}

/* Parents that hold their own parts only. */
static bool is_strict(enum fo_kind parent)
{
	switch ((int)parent) {
	case FO_ROOT:
	case FO_LAYOUT_MASTER_SET:
	case FO_PAGE_SEQUENCE_WRAPPER:
	case FO_PAGE_SEQUENCE:
	case FO_PAGE_SEQUENCE_MASTER:
	case FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES:
	case FO_SIMPLE_PAGE_MASTER:
	case FO_TABLE:
	case FO_TABLE_HEADER:
	case FO_TABLE_FOOTER:
	case FO_TABLE_BODY:
	case FO_TABLE_ROW:
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
	case FO_BOOKMARK_TREE:
	case FO_BOOKMARK:
	case FO_INDEX_PAGE_CITATION_LIST:
		return true;
	default:
		return false;
	}
}

/* Objects that may stand nearly everywhere. */
static bool is_neutral(enum fo_kind kind)
{
	return kind == FO_MARKER || kind == FO_WRAPPER || kind == FO_CHANGE_BAR_BEGIN ||
	       kind == FO_CHANGE_BAR_END || kind == FO_INDEX_RANGE_BEGIN ||
	       kind == FO_INDEX_RANGE_END || kind == FO_RETRIEVE_TABLE_MARKER;
}

static bool is_placed(const struct rule *rule, enum fo_kind parent)
{
	if (!rule)
		return !is_strict(parent);
	if (parent == FO_WRAPPER) /* seen through: its own place was right */
		return true;
	for (int i = 0; i < MAX_PARENTS; i++)
		if (rule->parents[i] == parent && (i == 0 || rule->parents[i] != FO_ROOT))
			return true;
	return false;
}

enum placing structure_place(struct diags *d, enum fo_kind parent, enum fo_kind child,
			     struct where at)
{
	const struct rule *rule = find_rule(child);

	if (is_neutral(child) || is_placed(rule, parent))
		return PLACED;
	diag(d, E_FO_STRUCTURE, at, "fo:%s may not stand in fo:%s", fo_kind_name(child),
	     fo_kind_name(parent));
	if (is_strict(parent) || child < FO_TABLE_CAPTION || child == FO_TABLE_COLUMN)
		return REFUSED;
	return AS_BLOCK;
}

bool structure_is_inline(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
	case FO_INITIAL_PROPERTY_SET:
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_INLINE:
	case FO_INLINE_CONTAINER:
	case FO_LEADER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_SCALING_VALUE_CITATION:
	case FO_BASIC_LINK:
	case FO_INDEX_RANGE_BEGIN:
	case FO_INDEX_RANGE_END:
	case FO_INDEX_PAGE_CITATION_LIST:
	case FO_INDEX_PAGE_CITATION_LIST_SEPARATOR:
	case FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR:
	case FO_INDEX_KEY_REFERENCE:
	case FO_INDEX_PAGE_NUMBER_PREFIX:
	case FO_INDEX_PAGE_NUMBER_SUFFIX:
	case FO_FOOTNOTE:
	case FO_FLOAT:
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
	case FO_WRAPPER:
	case FO_MARKER:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
	case FO_MULTI_SWITCH:
	case FO_MULTI_CASE:
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
	case FO_TEXT:
		return true;
	default:
		return false;
	}
}

bool structure_has_text(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_BLOCK:
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_LEADER:
	case FO_WRAPPER:
	case FO_MARKER:
	case FO_TITLE:
	case FO_BOOKMARK_TITLE:
	case FO_FOLIO_PREFIX:
	case FO_FOLIO_SUFFIX:
	case FO_INDEX_PAGE_NUMBER_PREFIX:
	case FO_INDEX_PAGE_NUMBER_SUFFIX:
	case FO_INDEX_PAGE_CITATION_LIST_SEPARATOR:
	case FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR:
	case FO_MULTI_SWITCH:
	case FO_MULTI_CASE:
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
		return true;
	default:
		return false;
	}
}

bool structure_has_blocks(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_FLOW:
	case FO_STATIC_CONTENT:
	case FO_BLOCK_CONTAINER:
	case FO_INLINE_CONTAINER:
	case FO_TABLE_CAPTION:
	case FO_TABLE_CELL:
	case FO_LIST_ITEM_LABEL:
	case FO_LIST_ITEM_BODY:
	case FO_FLOAT:
	case FO_FOOTNOTE_BODY:
		return true;
	default:
		return false;
	}
}

/* ---- what is missing, once the tree stands ---- */

static void require(const struct fo *fo, enum fo_kind kind, struct diags *d)
{
	if (!fo_child(fo, kind))
		diag(d, E_FO_STRUCTURE, fo->from, "fo:%s has no fo:%s", fo_kind_name(fo->kind),
		     fo_kind_name(kind));
}

static bool has_master(const struct fo_tree *t, const char *name, bool sequences)
{
	const struct fo *set = fo_child(t->root, FO_LAYOUT_MASTER_SET);

	for (const struct fo *m = set ? set->child : NULL; m; m = m->next)
		if ((m->kind == FO_SIMPLE_PAGE_MASTER ||
		     (sequences && m->kind == FO_PAGE_SEQUENCE_MASTER)) &&
		    g_strcmp0(m->style->master_name, name) == 0)
			return true;
	return false;
}

static void check_reference(const struct fo_tree *t, const struct fo *fo, struct diags *d)
{
	const char *name = fo->style->master_reference;

	if (!name)
		diag(d, E_FO_STRUCTURE, fo->from, "fo:%s has no master-reference",
		     fo_kind_name(fo->kind));
	else if (!has_master(t, name, fo->kind == FO_PAGE_SEQUENCE))
		diag(d, E_FO_STRUCTURE, fo->from, "there is no page master \"%s\"", name);
}

static void check(const struct fo_tree *t, const struct fo *fo, struct diags *d)
{
	switch ((int)fo->kind) {
	case FO_ROOT:
		require(fo, FO_LAYOUT_MASTER_SET, d);
		if (!fo_child(fo, FO_PAGE_SEQUENCE_WRAPPER))
			require(fo, FO_PAGE_SEQUENCE, d);
		return;
	case FO_SIMPLE_PAGE_MASTER:
		require(fo, FO_REGION_BODY, d);
		return;
	case FO_PAGE_SEQUENCE:
		require(fo, FO_FLOW, d);
		check_reference(t, fo, d);
		return;
	case FO_SINGLE_PAGE_MASTER_REFERENCE:
	case FO_REPEATABLE_PAGE_MASTER_REFERENCE:
	case FO_CONDITIONAL_PAGE_MASTER_REFERENCE:
		check_reference(t, fo, d);
		return;
	case FO_LIST_ITEM:
		require(fo, FO_LIST_ITEM_LABEL, d);
		require(fo, FO_LIST_ITEM_BODY, d);
		return;
	case FO_TABLE:
		require(fo, FO_TABLE_BODY, d);
		return;
	default:
		return;
	}
}

void structure_check(const struct fo_tree *t, struct diags *d)
{
	const struct fo *fo = t->root;

	while (fo) {
		check(t, fo, d);
		if (fo->child) {
			fo = fo->child;
			continue;
		}
		while (fo && !fo->next)
			fo = fo->parent;
		fo = fo ? fo->next : NULL;
	}
}
