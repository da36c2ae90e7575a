/*
 * html.h - an element tree as text: HTML for the edition, XHTML for books in a zip
 */
#ifndef WEB_HTML_H
#define WEB_HTML_H

#include "web/web.h"

#include <glib.h>

enum html_form { HTML_PAGE, HTML_XHTML };

/* Appends the element and what is in it.  <h:pdf-page id="…" text="… %p …"/> becomes a link
 * to the printed page, or nothing. */
void html_write(GString *, const xmlNode *, enum html_form, const struct web_options *);

#endif
