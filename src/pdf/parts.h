/*
 * parts.h - the parts that the archive pass adds to cairo's file
 *
 * Each writes its objects into the update and gives the number of the one that the catalog
 * or the pages refer to.
 */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "area/reading.h"
#include "pdf/pdf.h"
#include "pdf/record.h"
#include "pdf/syntax.h"

struct parts {
	const struct book *book;
	struct record *record; /* NULL: plain */
	const struct reading *reading;
	const struct pdf_options *options;
	const struct raw_file *file; /* of cairo's */
	struct update *update;
	int *elements;        /* object number by mark's index; 0: no element */
	int first_annotation; /* object number of link 0; the others follow */
	int structure_root;
	GHashTable *profiles; /* check sum -> object number: each colour profile once */
	int first_page, first_content, page_tree; /* objects; the other pages' follow */
	const char **page_resources;              /* dictionaries */
	GStringChunk *resources;
};

/* pages.c */
struct kit;
void pages_draw(struct parts *, const struct kit *);
/* Points to a unit of the page's space: 1 but for pages of more than 14400 points. */
int page_unit(struct size);
int pages_write(struct parts *); /* the page tree */
void pages_drop(struct parts *);

/* structure.c */
void structure_number(struct parts *); /* sets elements, structure_root */
void structure_write(struct parts *);

/* links.c */
void links_write(struct parts *);
int destinations_write(struct parts *); /* the name tree, 0 if empty */
void target_write(GString *, const struct parts *, const char *destination,
		  const char *uri);

/* outline.c */
int outline_write(struct parts *);                 /* 0: no bookmarks */
void labels_write(GString *, const struct book *); /* the number tree, direct */

/* metadata.c */
int info_write(struct parts *);
int xmp_write(struct parts *);
int intent_write(struct parts *); /* the output intent with its profile */

/* attachments.c: the array of file specifications for /AF and /EmbeddedFiles */
void attachments_write(struct parts *, GString *names, GString *specifications);

#endif
