/*
 * listing.c - lines of a listing: their numbers and the marks at their ends
 *
 * The stylesheet gives <h:listing first="1" every="1"> with a <h:mark line="3"> for each mark and the
 * <code>; what is in the code, colours and links, goes on over line ends, so that lines are
 * counted in its text.  The numbers stand in a column of their own before the code: who copies
 * the code copies no numbers.
 */
#include "web/mend.h"

#include "web/tree.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 500 };

struct lines {
	GPtrArray *marks;   /* <h:mark>; NULL where it was put in its place */
	GHashTable *marked; /* lines that have one */
	int line, first, every; /* of how many one shows its number */
	bool open; /* the last line has something in it */
};

static int line_of(const xmlNode *mark)
{
	g_autofree char *line = tree_attribute(mark, "line");

	return tree_number(line);
}

/* What the marks of the line hold goes before a node, or at the end of the parent. */
static void place_marks(struct lines *l, xmlNode *parent, xmlNode *before)
{
	for (guint i = 0; i < l->marks->len; i++) {
		xmlNode *mark = g_ptr_array_index(l->marks, i);

		if (!mark || (line_of(mark) > l->line && before) || (before && line_of(mark) < l->line))
			continue;
		while (mark->children) {
			xmlNode *kid = mark->children;

			xmlUnlinkNode(kid);
			if (before)
				xmlAddPrevSibling(before, kid);
			else
				xmlAddChild(parent, kid);
		}
		g_ptr_array_index(l->marks, i) = NULL;
	}
}

/* Cuts the text at each line end that gets a mark. */
static void count_text(struct lines *l, xmlNode *text)
{
	const char *from = (const char *)text->content;

	for (const char *p = from; *p; p++) {
		l->open = *p != '\n';
		if (*p != '\n')
			continue;
		if (g_hash_table_contains(l->marked, GINT_TO_POINTER(l->line))) {
			xmlNode *head = xmlNewDocTextLen(text->doc, BAD_CAST from, (int)(p - from));
			g_autofree char *rest = g_strdup(p);

			/* not xmlAddPrevSibling: it would join the two texts again */
			xmlAddPrevSibling(text, xmlNewDocNode(text->doc, text->parent->ns, BAD_CAST "span", NULL));
			xmlAddChild(text->prev, head);
			xmlNodeSetContent(text, NULL);
			xmlNodeAddContent(text, BAD_CAST rest);
			place_marks(l, text->parent, text);
			p = from = (const char *)text->content;
		}
		l->line++;
	}
}

static void count_lines(struct lines *l, xmlNode *node, int depth)
{
	for (xmlNode *kid = node->children, *next; kid && depth < MAX_DEPTH; kid = next) {
		next = kid->next;
		if (kid->type == XML_TEXT_NODE)
			count_text(l, kid);
		else
			count_lines(l, kid, depth + 1);
	}
}

static void put_numbers(const struct lines *l, xmlNode *code)
{
	xmlNode *column = xmlNewDocNode(code->doc, code->ns, BAD_CAST "span", NULL);
	int last = l->open ? l->line : l->line - 1;
	g_autoptr(GString) numbers = g_string_new(NULL);

	for (int i = 0; i < last; i++) {
		if ((l->first + i) % l->every == 0)
			g_string_append_printf(numbers, "%d\n", l->first + i);
		else
			g_string_append_c(numbers, '\n');
	}
	xmlSetProp(column, BAD_CAST "class", BAD_CAST "line-numbers");
	xmlSetProp(column, BAD_CAST "aria-hidden", BAD_CAST "true");
	xmlNodeAddContent(column, BAD_CAST numbers->str);
	xmlAddPrevSibling(code, column);
}

void web_number_lines(xmlNode *listing)
{
	struct lines l = { .marks = g_ptr_array_new(), .marked = g_hash_table_new(NULL, NULL), .line = 1 };
	g_autofree char *first = tree_attribute(listing, "first");
	xmlNode *code = NULL;

	for (xmlNode *kid = listing->children; kid; kid = kid->next)
		if (tree_is(kid, "mark")) {
			g_ptr_array_add(l.marks, kid);
			g_hash_table_add(l.marked, GINT_TO_POINTER(line_of(kid)));
		} else if (tree_is(kid, "code")) {
			code = kid;
		}
	if (code) {
		GPtrArray *marks = g_ptr_array_copy(l.marks, NULL, NULL);

		count_lines(&l, code, 0);
		place_marks(&l, code, NULL);
		if (*first) {
			g_autofree char *every = tree_attribute(listing, "every");

			l.first = tree_number(first);
			l.every = MAX(1, tree_number(every));
			put_numbers(&l, code);
		}
		for (guint i = 0; i < marks->len; i++) {
			xmlUnlinkNode(g_ptr_array_index(marks, i));
			xmlFreeNode(g_ptr_array_index(marks, i));
		}
		g_ptr_array_free(marks, TRUE);
	}
	g_ptr_array_free(l.marks, TRUE);
	g_hash_table_destroy(l.marked);
}
