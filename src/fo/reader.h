/*
 * reader.h - inside fo/: the state of reading a document into a tree
 */
#ifndef FO_READER_H
#define FO_READER_H

#include "fo/refine.h"

#include <libxml/tree.h>

#define NS_FO "http://www.w3.org/1999/XSL/Format"

/* ---- space.c ---- */

/* Between two block boundaries white space is one sequence, across inline objects. */
enum line_start { START_NONE, START_BLOCK, START_LINEFEED };

struct space {
	enum line_start start; /* nothing but white space has come since */
	bool after_space;
	GArray *tail; /* struct tail: white space since the last other character */
};

struct tail {
	struct fo *text;
	int n_bytes; /* of the text before it */
	bool at_end, at_linefeed; /* vanishes before a block boundary, before a linefeed */
};

void space_boundary(struct space *); /* a block begins or ends */
void space_object(struct space *);   /* something that is no white space */
void space_text(struct space *, struct arena *, struct fo *text, const char *content,
		const struct fo_style *);

/* ---- structure.c ---- */
enum placing {
	PLACED,	  /* as the recommendation has it */
	AS_BLOCK, /* reported; its content is kept as a block */
	REFUSED,  /* reported; not in the tree */
};
enum placing structure_place(struct diags *, enum fo_kind parent, enum fo_kind child,
			     struct where);
bool structure_has_text(enum fo_kind);	 /* character data may stand in it */
bool structure_has_blocks(enum fo_kind); /* blocks may, and nothing but blocks */
bool structure_is_inline(enum fo_kind);
void structure_check(const struct fo_tree *, struct diags *);

/* ---- meta.c ---- */
void meta_read(struct fo_meta *, struct arena *, const xmlNode *declarations);

/* ---- columns.c: which fo:table-column a cell lies in ---- */
struct columns;
struct columns *columns_new(void);
void columns_free(struct columns *);
void columns_add(struct columns *, const struct fo_style *column);
void columns_next_row(struct columns *);
/* The column's style, or NULL; occupies it. */
const struct fo_style *columns_cell(struct columns *, const struct attribute *, int n);

/* ---- reader.c ---- */
struct reader {
	struct fo_tree tree; /* first: it is what others see */
	struct refiner refiner;
	const struct doc *doc;
	struct diags *diags;
	GPtrArray *nodes; /* struct fo *, in document order */
	struct space space;
	GHashTable *kinds;     /* name -> kind + 1 */
	GHashTable *markers;   /* struct fo * -> xmlNode * */
	GHashTable *retrievers; /* struct fo * -> struct scope * */
	GHashTable *retrieved; /* a pair of them as a string -> struct fo * or NULL */
	bool in_marker;
};

/* ---- tree.c ---- */
/* Children and siblings from parents and document order; returns how many remain. */
int tree_link(GPtrArray *nodes);
void tree_sort_ids(struct reader *);
void tree_complete_meta(struct reader *);

#endif
