/*
 * inlines_cite.c - page numbers as text: the page's own, citations
 *
 * Numbers come from the pass before (references.h).  In the first pass a stand-in of two
 * digits keeps the room; an id that does not exist is shown as "[?id]" and reported.
 */
#include "layout/inlines.h"

#include "layout/references.h"

#include <string.h>

#define UNKNOWN "00"

static const char *page_label(struct flat *f, const struct fo *fo)
{
	const char *label;

	if (f->s->page)
		return f->s->page->label;
	label = reference_page_number(f->s->references, fo);
	return label ? label : UNKNOWN;
}

static const char *cited_label(struct flat *f, const struct fo *fo)
{
	const char *id = fo->style->ref_id;
	const char *label =
		reference_label(f->s->references, id, fo->kind == FO_PAGE_NUMBER_CITATION_LAST);

	if (label)
		return label;
	if (id && fo_find(f->s->tree, id))
		return UNKNOWN;
	diag(f->s->diags, E_REFERENCE, fo->from, "no object has the id \"%s\"", id ? id : "");
	return arena_printf(f->scratch, "[?%s]", id ? id : "");
}

void inlines_cite(struct flat *f, const struct fo *fo)
{
	const char *label = fo->kind == FO_PAGE_NUMBER ? page_label(f, fo) : cited_label(f, fo);

	inlines_open(f, fo);
	inlines_text(f, label, (int)strlen(label), fo->style);
	inlines_close(f);
}
