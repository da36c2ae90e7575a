/*
 * tags.h - the structure tree from the formatting tree
 *
 * Roles come from the FO's role where that is a standard structure type (or "artifact"),
 * else from the kind of object.  Objects that mean nothing of their own (wrappers, blocks
 * that only group blocks, flows ...) get no mark: their contents belong to the parent's.
 */
#ifndef LAYOUT_TAGS_H
#define LAYOUT_TAGS_H

#include "area/mark.h"
#include "fo/fo.h"

struct marks {
	const struct mark *const *by_fo; /* by fo->index; NULL: the parent's */
	const struct mark *root;         /* role Document */
	int n;
};

/* Reports figures without alternative text, skipped heading levels (and closes the gaps),
 * tables without header cells. */
struct marks layout_marks(struct arena *, const struct fo_tree *, struct diags *);

/* ---- shared by tags.c, tag_words.c, table_tags.c and tag_nesting.c ---- */

struct tagger {
	struct arena *arena;
	const struct fo_tree *tree;
	struct diags *diags;
	const struct mark **by_fo;
	int n_notes, n_header_cells;
	GHashTable *keys; /* of the index -> how many objects have it; NULL: not counted */
};

/* An element under construction: where its children go. */
struct branch {
	struct mark *mark, *last;
	const char *lang; /* in force */
};

/* A new last child; fo may be NULL (made up).  Sets by_fo. */
struct branch tag_add(struct tagger *, struct branch *parent, const struct fo *,
		      const char *role);
void tag_children(struct tagger *, struct branch *, const struct fo *parent);
void tag_object(struct tagger *, struct branch *, const struct fo *);
void tag_artifact(struct tagger *, const struct fo *, enum artifact);
void tag_table(struct tagger *, struct branch *, const struct fo *,
	       const struct fo *caption);

/* tag_index.c: for an index-page-citation-list. */
void tag_index(struct tagger *, struct branch *, const struct fo *);

/* tag_nesting.c: lists and tables of contents have their parts and nothing else. */
void tag_mend_nesting(struct arena *, struct mark *root);

/* tag_words.c */
bool tag_is_blank(const struct fo *text);
void tag_text(GString *, const struct fo *); /* appends all text inside */
/* Reports a link whose text does not say where it leads: readers list them by that alone. */
void tag_check_link(struct tagger *, const struct fo *);
/* ListNumbering, guessed from the first label, as the objects do not say it. */
const char *tag_numbering(const struct fo *list);

/* The role an author asked for, if it is a structure type, or "artifact"; else NULL. */
const char *tag_role(const struct fo *);

#endif
