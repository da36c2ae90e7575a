/*
 * book.h - a DocBook book: loaded, upgraded, profiled, validated, checked
 */
#ifndef DOC_BOOK_H
#define DOC_BOOK_H

#include "doc/doc.h"

struct book_options {
	const char *const *params; /* name, value ... NULL: profile.* choose what is in the book */
	const char *schema;	   /* RELAX NG for books whose <?xml-model?> or version names no
				      other; NULL: that of DocBook 5.0 */
	const char *data;	   /* stylesheet that puts data in place of <?handbook ...?> and
				      reports what is wrong with them by hb:report(); or NULL */
	const char *epoch; /* seconds since 1970 for <?dbtimestamp?>; NULL: the book's date */
	bool update_ids; /* write the file paragraph-ids beside the book anew */
	bool number;	 /* give addresses to paragraphs, tables and the like also without that file */
	bool alt; /* report pictures without alternative text: the PDF stage does it else */
};

/*
 * DocBook 5, and DocBook 4 or no namespace, which is upgraded in memory.  Everything that
 * is wrong is reported; the result is there all the same (NULL only where nothing could be
 * read), with what is missing marked in its place.
 */
struct doc *doc_load_book(const char *path, const struct book_options *, const struct sandbox *,
			  struct diags *);

/* Gives a book that marks terms and has no index one at its end, "h-index" as in the printed
 * edition: a page must be an element.  params as above: index.auto=0 leaves it out. */
void doc_add_index(struct doc *, const char *const *params);

#endif
