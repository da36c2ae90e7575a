/*
 * web.h - the HTML edition: pages, pictures, assets in a folder
 *
 * The stylesheet web.xsl gives one tree, <h:site>, of pages and assets (see there); this
 * stage writes it out.  No page holds a style, a script or an address of somebody else.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "area/area.h"
#include "base/diag.h"
#include "base/file.h"
#include "doc/doc.h"

/* The page of the printed edition on which each id begins; NULL pages: none is known. */
struct web_page {
	const char *label; /* "42" or "ix" */
	int number;	   /* in the file, from 1 */
};

struct web_pages;

struct web_pages *web_pages_new(const struct book *);
void web_pages_free(struct web_pages *);
const struct web_page *web_pages_find(const struct web_pages *, const char *id);

struct web_pictures;
struct epub_files;

struct web_options {
	const char *assets;	       /* folder: handbook.css, handbook.js */
	const char *fonts;	       /* folder of font files, or NULL: none travel along */
	const char *pdf;	       /* address of the PDF from a page, or NULL */
	const struct web_pages *pages; /* or NULL */
	const struct web_pictures *pictures; /* that the pages show */
	const struct epub_files *files; /* that an EPUB holds: links to others go; or NULL */
	const char *canonical;	       /* address of the published edition, or NULL */
};

/* Writes the pages of a tree made by web.xsl; false: reported. */
bool web_write(const struct doc *site, const struct web_options *, struct output_folder *,
	       struct diags *);

/* What stands beside the pages once: pictures, style sheet, script, site map, search index. */
bool web_write_assets(const struct doc *site, const struct web_options *, struct output_folder *,
		      struct diags *);

#endif
