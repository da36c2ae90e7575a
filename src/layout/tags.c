/*
 * tags.c - the structure tree from the formatting tree
 *
 * One walk in source order.  A mark is made where the object means something: see kind_role
 * for the defaults.  The tree is kept lean, as readers step through it element by element:
 * no element for pure groups, for the only block of a cell, for spans without a language.
 */
#include "layout/tags.h"

#include <string.h>

/* ISO 32000-1, 14.8.4 */
static const char *const TYPES[] = {
	"Annot",    "Art",    "BibEntry", "BlockQuote", "Caption", "Code",      "Div",
	"Document", "Figure", "Form",     "Formula",    "H",       "H1",        "H2",
	"H3",       "H4",     "H5",       "H6",         "Index",   "L",         "LBody",
	"LI",       "Lbl",    "Link",     "NonStruct",  "Note",    "P",         "Part",
	"Private",  "Quote",  "RB",       "RP",         "RT",      "Reference", "Ruby",
	"Sect",     "Span",   "TBody",    "TD",         "TFoot",   "TH",        "THead",
	"TOC",      "TOCI",   "TR",       "Table",      "WP",      "WT",        "Warichu",
};

static bool is_type(const char *s)
{
	for (size_t i = 0; i < G_N_ELEMENTS(TYPES); i++)
		if (strcmp(TYPES[i], s) == 0)
			return true;
	return false;
}

/* The only kind of object that an element can be of, or -1: blocks have no grid, what leads
 * nowhere is no link, and there are no forms. */
static int kind_of_type(const char *role)
{
	static const struct {
		const char *role;
		int kind;
	} types[] = {
		{"Document", FO_ROOT},    {"Table", FO_TABLE},   {"THead", FO_TABLE_HEADER},
		{"TBody", FO_TABLE_BODY}, {"TR", FO_TABLE_ROW},  {"TFoot", FO_TABLE_FOOTER},
		{"TH", FO_TABLE_CELL},    {"TD", FO_TABLE_CELL}, {"Link", FO_BASIC_LINK},
		{"Form", N_FO_KINDS},     {"Annot", N_FO_KINDS}};

	for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
		if (strcmp(types[i].role, role) == 0)
			return types[i].kind;
	return -1;
}

const char *tag_role(const struct fo *fo)
{
	const char *role = fo->style->role;
	int kind;

	if (!role || !(is_type(role) || strcmp(role, "artifact") == 0))
		return NULL;
	kind = kind_of_type(role);
	return kind >= 0 && kind != (int)fo->kind ? "NonStruct" : role;
}

static bool is(const struct mark *m, const char *role)
{
	return strcmp(m->role, role) == 0;
}

static const char *language_of(const struct fo *fo, const struct branch *in)
{
	const char *lang = fo->style->lang;

	if (!lang || !*lang || (in->lang && strcmp(lang, in->lang) == 0))
		return NULL;
	return lang;
}

struct branch tag_add(struct tagger *t, struct branch *parent, const struct fo *fo,
		      const char *role)
{
	struct mark *m = ARENA_NEW(t->arena, struct mark);
	struct branch b = {m, NULL, parent ? parent->lang : NULL};

	m->role = role;
	if (fo) {
		m->from = fo->from;
		m->alt = arena_strdup(t->arena, fo->style->alt_text);
		m->actual = arena_strdup(t->arena, fo->style->actual_text);
		m->expansion = arena_strdup(t->arena, fo->style->abbreviation);
		m->lang = arena_strdup(t->arena, language_of(fo, &b));
		b.lang = m->lang ? m->lang : b.lang;
		t->by_fo[fo->index] = m;
	}
	if (!parent)
		return b;
	m->parent = parent->mark;
	if (parent->last)
		parent->last->next = m;
	else
		parent->mark->child = m;
	parent->last = m;
	return b;
}

void tag_artifact(struct tagger *t, const struct fo *fo, enum artifact kind)
{
	t->by_fo[fo->index] = mark_artifact(kind);
}

void tag_children(struct tagger *t, struct branch *in, const struct fo *parent)
{
	for (const struct fo *k = parent->child; k; k = k->next)
		tag_object(t, in, k);
}

static void tag_as(struct tagger *t, struct branch *in, const struct fo *fo,
		   const char *role)
{
	struct branch b = tag_add(t, in, fo, role);

	tag_children(t, &b, fo);
}

/* What an object holds directly: text and other inline content, blocks, or nothing. */
enum holds { HOLDS_NOTHING = 0, HOLDS_TEXT = 1, HOLDS_BLOCKS = 2 };

static int holds(const struct fo *parent)
{
	int h = HOLDS_NOTHING;

	for (const struct fo *k = parent->child; k; k = k->next) {
		switch ((int)k->kind) {
		case FO_TEXT:
			h |= tag_is_blank(k) ? HOLDS_NOTHING : HOLDS_TEXT;
			break;
		case FO_BLOCK:
		case FO_BLOCK_CONTAINER:
		case FO_TABLE:
		case FO_TABLE_AND_CAPTION:
		case FO_LIST_BLOCK:
			h |= HOLDS_BLOCKS;
			break;
		case FO_MARKER:
		case FO_FLOAT:
		case FO_INDEX_RANGE_BEGIN:
		case FO_INDEX_RANGE_END:
		case FO_CHANGE_BAR_BEGIN:
		case FO_CHANGE_BAR_END:
		case FO_INITIAL_PROPERTY_SET:
			break;
		case FO_INLINE:
		case FO_WRAPPER:
		case FO_BASIC_LINK:
		case FO_BIDI_OVERRIDE:
		case FO_MULTI_SWITCH:
		case FO_MULTI_CASE:
		case FO_MULTI_PROPERTIES:
			h |= holds(k);
			break;
		default:
			h |= HOLDS_TEXT;
		}
	}
	return h;
}

/* The only block of a cell, caption, contents entry ... says no more than these do. */
static bool is_only_block(const struct fo *fo, const struct mark *in)
{
	if (!is(in, "TD") && !is(in, "TH") && !is(in, "Caption") && !is(in, "TOCI"))
		return false;
	if (in->child)
		return false;
	for (const struct fo *k = fo->parent->child; k; k = k->next)
		if (k != fo && (k->kind != FO_TEXT || !tag_is_blank(k)) &&
		    k->kind != FO_MARKER)
			return false;
	return true;
}

static void tag_block(struct tagger *t, struct branch *in, const struct fo *fo)
{
	int h = holds(fo);
	bool foreign = language_of(fo, in) != NULL;

	if (mark_is_text(in->mark))
		h = foreign ? HOLDS_BLOCKS : HOLDS_NOTHING;
	if ((h & HOLDS_TEXT) && (foreign || !is_only_block(fo, in->mark)))
		tag_as(t, in, fo, "P");
	else if (h && foreign)
		tag_as(t, in, fo, mark_is_text(in->mark) ? "Span" : "Div");
	else
		tag_children(t, in, fo);
}

/* Elements that group others; text in them wants a paragraph. */
static bool is_group(const struct mark *m)
{
	static const char *const roles[] = {"Document", "Part",       "Art",   "Sect",
					    "Div",      "BlockQuote", "Index", "LBody"};

	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		if (is(m, roles[i]))
			return true;
	return false;
}

/* NonStruct: the author says that the object means nothing of its own. */
static void tag_nothing(struct tagger *t, struct branch *in, const struct fo *fo)
{
	int h = holds(fo);
	bool foreign = h && language_of(fo, in);

	if (fo->kind == FO_BLOCK && (h & HOLDS_TEXT) && is_group(in->mark))
		tag_as(t, in, fo, "P");
	else if (foreign)
		tag_as(t, in, fo, h & HOLDS_BLOCKS ? "Div" : "Span");
	else
		tag_children(t, in, fo);
}

/* Inline content where blocks are wanted is a paragraph of its own. */
static bool stands_alone(const struct fo *fo, const struct mark *in)
{
	return is_group(in) && holds(fo) == HOLDS_TEXT &&
	       (fo->parent->kind == FO_FLOW || fo->parent->kind == FO_BLOCK_CONTAINER ||
		fo->parent->kind == FO_LIST_ITEM_BODY);
}

static void tag_inline(struct tagger *t, struct branch *in, const struct fo *fo)
{
	if (stands_alone(fo, in->mark))
		tag_as(t, in, fo, "P");
	else if (holds(fo) && language_of(fo, in))
		tag_as(t, in, fo, holds(fo) & HOLDS_BLOCKS ? "Div" : "Span");
	else
		tag_children(t, in, fo);
}

static void tag_link(struct tagger *t, struct branch *in, const struct fo *fo)
{
	if (!fo->style->internal_destination && !fo->style->external_destination) {
		tag_inline(t, in, fo);
		return;
	}
	tag_check_link(t, fo);
	if (is_group(in->mark)) {
		struct branch b = tag_add(t, in, NULL, "P");

		tag_as(t, &b, fo, "Link");
		return;
	}
	tag_as(t, in, fo, "Link");
}

/* Whatever else it is, what can be followed stands in a Link. */
static void tag_link_as(struct tagger *t, struct branch *in, const struct fo *fo,
			const char *role)
{
	struct branch b;

	if (strcmp(role, "Link") == 0) {
		tag_link(t, in, fo);
		return;
	}
	b = tag_add(t, in, NULL, role);
	tag_link(t, &b, fo);
}

/* The end of a path, to say at least something of a picture. */
static const char *last_part(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? slash + 1 : path;
}

static void tag_figure(struct tagger *t, struct branch *in, const struct fo *fo,
		       const char *role)
{
	const char *alt = fo->style->alt_text;
	struct branch b;

	if (alt && !*alt) {
		tag_artifact(t, fo, ARTIFACT_LAYOUT); /* said to be decoration */
		return;
	}
	for (const struct mark *m = in->mark; m && !alt; m = m->parent)
		if (is(m, "Figure") || is(m, "Formula"))
			alt = m->alt; /* the group is one picture to the reader */
	if (alt && !fo->style->alt_text)
		return;
	b = tag_add(t, in, fo, role);
	if (alt)
		return;
	diag(t->diags, W_ALT, fo->from, "the picture%s%s has no alternative text",
	     fo->style->src ? " " : "", fo->style->src ? last_part(fo->style->src) : "");
	alt = last_part(fo->style->src);
	b.mark->alt = arena_strdup(t->arena, alt && *alt ? alt : "picture");
}

static void tag_note(struct tagger *t, struct branch *in, const struct fo *fo)
{
	struct branch b = tag_add(t, in, fo, "Note");

	b.mark->aside = true;
	b.mark->id = arena_printf(t->arena, "note-%d", ++t->n_notes);
	tag_children(t, &b, fo);
}

static void tag_footnote(struct tagger *t, struct branch *in, const struct fo *fo)
{
	for (const struct fo *k = fo->child; k; k = k->next) {
		if (k->kind == FO_FOOTNOTE_BODY)
			tag_note(t, in, k);
		else if (k->kind != FO_TEXT && holds(k) && !tag_role(k))
			tag_as(t, in, k, "Reference");
		else
			tag_object(t, in, k);
	}
}

static void tag_list(struct tagger *t, struct branch *in, const struct fo *fo)
{
	struct branch b = tag_add(t, in, fo, "L");

	b.mark->list_numbering = tag_numbering(fo);
	tag_children(t, &b, fo);
}

/* Running heads and feet, by the region that the flow goes to. */
static enum artifact static_kind(const struct tagger *t, const struct fo *content)
{
	const struct fo *set = fo_child(t->tree->root, FO_LAYOUT_MASTER_SET);
	const char *name = fo_region_of(content);

	for (const struct fo *m = set ? set->child : NULL; m; m = m->next)
		for (const struct fo *r = m->child; r && name; r = r->next) {
			if (!r->style->region_name ||
			    strcmp(r->style->region_name, name) != 0)
				continue;
			if (r->kind == FO_REGION_BEFORE)
				return ARTIFACT_HEADER;
			if (r->kind == FO_REGION_AFTER)
				return ARTIFACT_FOOTER;
			return ARTIFACT_REPEAT;
		}
	return ARTIFACT_LAYOUT;
}

/* A formula that is set as text reads as this text. */
static void describe_formula(struct tagger *t, struct mark *m, const struct fo *fo)
{
	g_autoptr(GString) s = g_string_new(NULL);

	if (m->alt)
		return;
	tag_text(s, fo);
	g_strstrip(s->str);
	m->alt = *s->str ? arena_strdup(t->arena, s->str) : "formula";
}

static void tag_captioned_table(struct tagger *t, struct branch *in, const struct fo *fo)
{
	const struct fo *caption = NULL;

	for (const struct fo *k = fo->child; k; k = k->next)
		if (k->kind == FO_TABLE_CAPTION)
			caption = k;
	for (const struct fo *k = fo->child; k; k = k->next)
		if (k->kind == FO_TABLE)
			tag_table(t, in, k, caption);
}

/* A span is for what it says: a language, an expansion. */
static bool says_nothing(const struct fo *fo, const struct branch *in, const char *role)
{
	const struct fo_style *st = fo->style;

	return strcmp(role, "Span") == 0 && !st->alt_text && !st->actual_text &&
	       !st->abbreviation && !language_of(fo, in);
}

/* Text is the item's body. */
static struct branch tag_item(struct tagger *t, struct branch *in, const struct fo *fo)
{
	struct branch item;

	if (!(holds(fo) & HOLDS_TEXT))
		return tag_add(t, in, fo, "LI");
	item = tag_add(t, in, NULL, "LI");
	return tag_add(t, &item, fo, "LBody");
}

static void tag_with_role(struct tagger *t, struct branch *in, const struct fo *fo,
			  const char *role)
{
	struct branch b;

	if (strcmp(role, "artifact") == 0) {
		tag_artifact(t, fo, ARTIFACT_LAYOUT);
		return;
	}
	if (strcmp(role, "NonStruct") == 0 || says_nothing(fo, in, role)) {
		tag_nothing(t, in, fo);
		return;
	}
	if (fo->kind == FO_EXTERNAL_GRAPHIC || fo->kind == FO_INSTREAM_FOREIGN_OBJECT) {
		tag_figure(t, in, fo, role);
		return;
	}
	if (fo->kind == FO_BASIC_LINK) {
		tag_link_as(t, in, fo, role);
		return;
	}
	if (strcmp(role, "Figure") == 0 && fo->style->alt_text && !*fo->style->alt_text) {
		tag_artifact(t, fo, ARTIFACT_LAYOUT);
		return;
	}
	if (strcmp(role, "Figure") == 0 && !fo->style->alt_text)
		role = "Div"; /* what it groups is figure enough */
	b = strcmp(role, "LI") == 0 ? tag_item(t, in, fo) : tag_add(t, in, fo, role);
	if (is(b.mark, "Note"))
		b.mark->id = arena_printf(t->arena, "note-%d", ++t->n_notes);
	if (is(b.mark, "L"))
		b.mark->list_numbering = tag_numbering(fo);
	if (is(b.mark, "Formula"))
		describe_formula(t, b.mark, fo);
	tag_children(t, &b, fo);
}

static void tag_aside(struct tagger *t, struct branch *in, const struct fo *fo)
{
	struct branch b = tag_add(t, in, fo, "Div");

	b.mark->aside = true;
	tag_children(t, &b, fo);
}

/* Objects that are always one element. */
static const char *kind_role(enum fo_kind kind)
{
	switch ((int)kind) {
	case FO_PAGE_SEQUENCE:
		return "Part";
	case FO_LIST_ITEM:
		return "LI";
	case FO_LIST_ITEM_LABEL:
		return "Lbl";
	case FO_LIST_ITEM_BODY:
		return "LBody";
	default:
		return NULL;
	}
}

void tag_object(struct tagger *t, struct branch *in, const struct fo *fo)
{
	const char *role = tag_role(fo);

	if (role && fo->kind != FO_TABLE && fo->kind != FO_TEXT) {
		tag_with_role(t, in, fo, role);
		return;
	}
	role = kind_role(fo->kind);
	if (role) {
		tag_as(t, in, fo, role);
		return;
	}
	switch ((int)fo->kind) {
	case FO_STATIC_CONTENT:
		tag_artifact(t, fo, static_kind(t, fo));
		return;
	case FO_BLOCK:
		tag_block(t, in, fo);
		return;
	case FO_LIST_BLOCK:
		tag_list(t, in, fo);
		return;
	case FO_TABLE:
		tag_table(t, in, fo, NULL);
		return;
	case FO_TABLE_AND_CAPTION:
		tag_captioned_table(t, in, fo);
		return;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		tag_figure(t, in, fo, "Figure");
		return;
	case FO_BASIC_LINK:
		tag_link(t, in, fo);
		return;
	case FO_FOOTNOTE:
		tag_footnote(t, in, fo);
		return;
	case FO_FLOAT:
		tag_aside(t, in, fo);
		return;
	case FO_INDEX_PAGE_CITATION_LIST:
		tag_index(t, in, fo);
		return;
	case FO_LEADER:
		if (fo->style->leader_pattern != KW_SPACE)
			tag_artifact(t, fo, ARTIFACT_LAYOUT);
		return;
	case FO_INLINE:
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
		tag_inline(t, in, fo);
		return;
	case FO_ROOT:
	case FO_PAGE_SEQUENCE_WRAPPER:
	case FO_FLOW:
	case FO_BLOCK_CONTAINER:
	case FO_INLINE_CONTAINER:
	case FO_MULTI_SWITCH:
	case FO_MULTI_CASE:
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
		tag_children(t, in, fo);
		return;
	case FO_WRAPPER:
		if (stands_alone(fo, in->mark))
			tag_as(t, in, fo, "P");
		else
			tag_children(t, in, fo);
		return;
	default: /* masters, declarations, bookmarks, text: the parent's, or nothing at all
		  */
		return;
	}
}

/* Readers jump from heading to heading: a skipped level looks like a lost chapter. */
static void mend_headings(struct tagger *t, struct mark *root)
{
	static const char *const ROLES[] = {"", "H1", "H2", "H3", "H4", "H5", "H6"};
	int last = 0;

	for (const struct mark *m = root; m; m = mark_after(m)) {
		int level = m->role[0] == 'H' && m->role[1] ? m->role[1] - '0' : 0;

		if (is(m, "H")) {
			last = last > 0 ? last : 1;
			((struct mark *)(uintptr_t)m)->role = ROLES[last];
		}
		if (level == 0)
			continue;
		if (level > last + 1) {
			diag(t->diags, W_HEADING, m->from,
			     "heading of level %d follows one of level %d", level, last);
			level = last + 1;
			((struct mark *)(uintptr_t)m)->role = ROLES[level]; /* still ours */
		}
		last = level;
	}
}

/*
 * Blocks without a mark of their own get the one they belong to: their lines may go into
 * the page without an area around them that would say it.
 */
static void pass_down(struct tagger *t, const struct fo *parent, const struct mark *m)
{
	for (const struct fo *fo = parent->child; fo; fo = fo->next) {
		const struct mark *own = t->by_fo[fo->index];

		if (fo->kind == FO_TEXT)
			continue;
		if (!own && (fo->kind == FO_BLOCK || fo->kind == FO_BLOCK_CONTAINER ||
			     fo->kind == FO_TABLE_CAPTION || fo->kind == FO_LIST_BLOCK))
			t->by_fo[fo->index] = m;
		pass_down(t, fo, own ? own : m);
	}
}

struct marks layout_marks(struct arena *a, const struct fo_tree *tree, struct diags *d)
{
	struct tagger t = {.arena = a, .tree = tree, .diags = d};
	struct branch root;
	struct marks all;

	t.by_fo = ARENA_ARRAY(a, const struct mark *, tree->n_fos);
	root = tag_add(&t, NULL, tree->root, "Document");
	tag_children(&t, &root, tree->root);
	if (t.keys)
		g_hash_table_destroy(t.keys);
	tag_mend_nesting(a, root.mark);
	mend_headings(&t, root.mark);
	pass_down(&t, tree->root, root.mark);
	all = (struct marks){t.by_fo, root.mark, 0};
	for (const struct mark *m = root.mark; m; m = mark_after(m))
		((struct mark *)(uintptr_t)m)->index = all.n++;
	return all;
}
