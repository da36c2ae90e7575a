/*
 * internal.h - what the files of doc/ share among themselves
 */
#ifndef DOC_INTERNAL_H
#define DOC_INTERNAL_H

#include "doc/doc.h"
#include "doc/place.h"

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxslt/xsltInternals.h>

#define DOCBOOK_NS "http://docbook.org/ns/docbook"
#define XML_NS	   ((const char *)XML_XML_NAMESPACE)

struct doc {
	xmlDoc *xml;
	GPtrArray *parts; /* xmlDoc: the included files, whose namespaces and names are in use */
	bool upgraded;	  /* from older markup: its faults are perhaps not the author's */
	GPtrArray *malformed; /* const char *: files of which only a part could be read */
	GHashTable *faults;   /* what dtd_faults() found; NULL: nobody was asked */
	GPtrArray *files;     /* const char *, made by doc_files() */
};

/* One loading: the files it reads share a dictionary, so that nodes can move between them. */
struct load {
	const struct sandbox *sandbox;
	GPtrArray *system; /* folders that the catalogs lead to: DTDs and their modules */
	struct diags *diags;
	xmlDict *dict;
	GPtrArray *parts;
	GHashTable *pristine; /* path -> xmlDoc of parts, or NULL: unreadable */
	GPtrArray *malformed; /* const char *: those with faults */
	GHashTable *subsets;  /* file of a DTD -> what subset.c keeps of it */
	struct subset *subset; /* the one that is in use by the file that is being read */
	int inclusions;
	void *reference; /* the place of the entity reference that is being read */
	size_t bytes;	 /* read so far */
	int faults;	 /* errors of the file that is being read */
};

void load_init(struct load *, const struct sandbox *, struct diags *);
void load_clear(struct load *);

/*
 * Parses a file: path as the author would name it, at the place that asks for it (nowhere:
 * the command line).  Faults are reported; what could be read of a file that is not
 * well-formed is returned, NULL where that is nothing.
 */
xmlDoc *load_file(struct load *, const char *name, struct where at);

/* The same with its inclusions; NULL where the file itself is not well-formed. */
xmlDoc *load_and_include(struct load *, const char *path, struct where at);

/* doc_load() for a file that the book asks for at a place. */
struct doc *doc_load_at(const char *path, struct where at, const struct sandbox *, struct diags *);

/* Files that a book takes elements from, upgraded as it is, each read once: path -> struct doc,
 * NULL: unreadable, which has been reported. */
GHashTable *sources_new(void);
struct doc *source_at(GHashTable *, const char *path, struct where at, const struct sandbox *,
		      struct diags *);

/* A copy for another document, element by element with its place. */
xmlNode *copy_node(const xmlNode *, xmlDoc *);
/* XInclude 4.7.6: a copy of from, to stand in into, stays in the language of where it was. */
void keep_language(const xmlNode *from, xmlNode *copy, const xmlNode *into);

/* What one element says by its attributes, another says as well. */
void repeat_attributes(const xmlNode *from, xmlNode *to);

/* settle.c: numbers what a book refers to; gives what a stylesheet left without a place one. */
void book_mark_targets(struct doc *);
void settle_targets(xmlDoc *source, xmlDoc *result);

/* nodes.c: an element of DocBook with this name. */
bool is_db(const xmlNode *, const char *name);
/* Borrowed; NULL where it is not there or empty.  ns: NULL for none. */
const char *attribute_text(const xmlNode *, const char *ns, const char *name);
/* The first child of DocBook with this name, or NULL. */
xmlNode *child_of(const xmlNode *, const char *name);
/* xml:id, xml:lang. */
void set_xml(xmlNode *, const char *name, const char *value);

/* Words with one space between them, in folded case: how terms are compared. */
char *fold_words(const char *);

/* subset.c: the external subset of a file, from the loading's where it has it; to be given back
 * when the file is read. */
GHashTable *subsets_new(void);
void subset_read(struct load *, xmlParserCtxt *, const xmlChar *name, const xmlChar *id,
		 const xmlChar *url);
void subset_keep(struct load *, xmlParserCtxt *, xmlDoc *);
/* The one that a file which has been read names, while it is looked at; NULL: it has its own. */
struct subset *subset_lend(struct load *, xmlDoc *);
void subset_return(struct subset *, xmlDoc *);

/* dtd.c: the places of the elements, as in _private, that the DTD of a book in DocBook 4 has
 * something against; NULL where there is none to ask. */
GHashTable *dtd_faults(struct load *, xmlDoc *);

/* The steps of doc_load_book(), each over the whole document. */
void book_upgrade(struct doc *);
/* transclude.c: ids and references of what is included more than once, as trans:* say. */
void book_transclude(struct doc *, struct diags *);
/* limits.c: elements nested and columns asked for beyond measure, brought within it. */
void book_limit(struct doc *, struct diags *);
/* stamp.c: <?dbtimestamp?>; epoch in seconds, NULL: the book's own date. */
void book_stamp(struct doc *, const char *epoch, struct diags *);
/* What an element of DocBook 4 is called today, or NULL. */
const char *upgrade_name(const char *old);
/* Before anything of libxml2: memory.c. */
void memory_init(void);
/* The one of n names, or DocBook's for one of HTML, that an unknown name may mean; NULL: none. */
const char *suggest_name(const char *wrong, const char *const *names, size_t n);
void book_expand(struct doc **, const char *stylesheet, const char *const *params,
		 const struct sandbox *, struct diags *);
/* collect.c: entries of glossaries and bibliographies from files that books share. */
void book_collect(struct doc *, const char *const *params, const struct sandbox *, struct diags *);
/* Of what a node holds, only what has the values of the filter's attributes, or (out) what has
 * not, as book_profile() does it. */
void profile_filter(xmlNode *node, const xmlNode *filter, bool out);
/* assemble.c: an assembly becomes the book that it describes; false: it describes none. */
bool book_assemble(struct doc *, const char *const *params, const struct sandbox *, struct diags *);
void book_profile(struct doc *, const char *const *params);
void book_spell_languages(struct doc *);
/* grammar.c: to be freed.  ours: the schema that comes with the program, meant by its name
 * wherever the program is.  older: not that of the version that the book says it is.  theirs:
 * it is the author's, and read within bounds. */
char *grammar_of(const struct doc *, const char *ours, bool *older, bool *theirs);
void book_validate(const struct doc *, const char *ours, const struct sandbox *, struct diags *);
void book_check(const struct doc *, const struct sandbox *, bool alt, struct diags *);
void book_clean(struct doc *, struct diags *);
/* annotate.c: marks for the stylesheets where annotations are about something. */
void book_annotate(struct doc *, struct diags *);
/* registry.c: ids for what has none, from the file at path and, with update, back into it. */
void book_number_paragraphs(struct doc *, const char *path, bool update, const struct sandbox *,
			    struct diags *);
/* Names of pictures and the like, relative to the book's folder wherever they were written. */
void book_localize(struct doc *);

/* fragment.c: the part of a text that "line=2,5", "char=0,80" or "search=/a/,/b/" names; NULL
 * where there is none, or it names it in no known way. */
char *fragment_of(const char *text, const char *pointer);

/* textdata.c: an element that names a file of text is replaced by an inclusion, which is
 * returned; NULL where it does not. */
xmlNode *text_inclusion(xmlNode *);

/* The file that the catalogs have for a web address, or NULL; it may be read. */
char *load_by_catalog(struct load *, const char *url);
/* Within what a path may be read: NULL where a catalog led there. */
const struct sandbox *load_bounds(const struct load *, const char *path);

/* While a schema or stylesheet is read: what libxml2's loader goes by. */
void load_begin(struct load *);
void load_end(void);

/* For id(), xpointer and the checks: what was copied in from other files is not known yet. */
void register_ids(xmlDoc *, xmlNode *node);

bool has_scheme(const char *uri);
/* The path of a relative URI that stands in a file. */
char *path_beside(const char *file, const char *href);
/* What relative addresses within an element start from: xml:base, else its file; or NULL. */
char *path_of_base(const xmlNode *);

/* An element that xsl:copy-of copies: see trace.c. */
struct copied {
	const xmlChar *name;
	void *place;
};

/* A transformation under way. */
struct transform {
	const struct sandbox *sandbox; /* for document() */
	struct diags *diags;
	xsltTransformContext *context; /* NULL while the stylesheet is compiled */
	struct load load;
	GString *line; /* of a message, not yet ended */
	bool failed;
	const xmlNode *copying; /* the xsl:copy-of whose elements are listed in copied */
	GArray *copied;
	unsigned n_matched;
	bool busy; /* looking at what is copied */
	char *prefix;  /* where in the stylesheet the next message is about */
};

struct transform *transform_running(void); /* in this thread, or NULL */

/* To be called for each node that is made. */
void trace_node(xmlNode *);

/* The extension functions, for all transformations. */
void functions_register(void);
void fn_highlight(xmlXPathParserContext *, int n_arguments);
/* keys.c: key() for one transformation, in place of libxslt's. */
void keys_register(xsltTransformContext *);

#endif
