/*
 * marker.c - a marker's content inherits from where it is retrieved; deep nesting ends well
 */
#include "doc/doc.h"
#include "fo/fo.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD                                                                                   \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"         \
	"<fo:simple-page-master master-name='a'><fo:region-body/></fo:simple-page-master>"     \
	"</fo:layout-master-set><fo:page-sequence master-reference='a'>"
#define TAIL "</fo:page-sequence></fo:root>"

static const char *const content =
	HEAD "<fo:static-content flow-name='xsl-region-before'>"
	     "<fo:block font-size='7pt' color='red'><fo:retrieve-marker retrieve-class-name='m'/>"
	     "</fo:block><fo:block font-size='9pt'><fo:retrieve-marker retrieve-class-name='m'/>"
	     "</fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'>"
	     "<fo:block font-size='20pt'><fo:marker marker-class-name='m'> A "
	     "<fo:inline id='x' font-size='2em'> head </fo:inline> </fo:marker>text</fo:block>"
	     "<fo:block><fo:marker marker-class-name='m'/>text</fo:block></fo:flow>" TAIL;

static int failures;

static void expect(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "marker: %s\n", what);
		failures++;
	}
}

static struct doc *load(const char *path, const char *text, struct diags *d)
{
	g_autofree char *folder = g_path_get_dirname(path);
	struct sandbox *s = sandbox_new();
	struct doc *doc;

	g_file_set_contents(path, text, -1, NULL);
	sandbox_allow(s, folder);
	doc = doc_load(path, s, d);
	sandbox_free(s);
	return doc;
}

/* The n-th object of a kind in document order. */
static const struct fo *nth(const struct fo *fo, enum fo_kind kind, int n)
{
	while (fo && (fo->kind != kind || n-- > 0)) {
		if (fo->child) {
			fo = fo->child;
			continue;
		}
		while (fo && !fo->next)
			fo = fo->parent;
		fo = fo ? fo->next : NULL;
	}
	return fo;
}

static bool has_text(const struct fo *fo, const char *text)
{
	return fo && fo->kind == FO_TEXT && fo->n_bytes == (int)strlen(text) &&
	       memcmp(fo->text, text, strlen(text)) == 0;
}

static void test_marker(const char *path, struct diags *d)
{
	struct doc *doc = load(path, content, d);
	struct fo_tree *t = fo_read(doc, false, d);
	const struct fo *marker = nth(t->root, FO_MARKER, 0), *empty = nth(t->root, FO_MARKER, 1);
	const struct fo *first = nth(t->root, FO_RETRIEVE_MARKER, 0);
	const struct fo *second = nth(t->root, FO_RETRIEVE_MARKER, 1);
	const struct fo *a = fo_read_marker(t, marker, first);
	const struct fo *b = fo_read_marker(t, marker, second);

	expect(a && a == fo_read_marker(t, marker, first), "made once for each pair");
	expect(a && has_text(a->child, "A "), "white space is treated");
	expect(a && a->child->style->font_size == PT(7), "the font size is the retriever's");
	expect(a && a->child->style->color.r == 255, "the colour is the retriever's");
	expect(a && a->child->next && a->child->next->style->font_size == PT(14), "em follows");
	expect(a && a->child->next && has_text(a->child->next->child, "head"), "inner text");
	expect(a && a->child->next && !a->child->next->id, "no id: it would stand twice");
	expect(a && a->child->index == first->index, "numbered as the retriever");
	expect(b && b->child->style->font_size == PT(9), "another place, another size");
	expect(!fo_read_marker(t, empty, first), "an empty marker is nothing");
	expect(!fo_find(t, "x") && !fo_find(t, ""), "no such id");
	fo_tree_free(t);
	doc_free(doc);
}

static void test_depth(const char *path, struct diags *d)
{
	g_autoptr(GString) s = g_string_new(HEAD "<fo:flow flow-name='xsl-region-body'>");
	struct doc *doc;

	for (int i = 0; i < 10000; i++)
		g_string_append(s, "<fo:block>");
	g_string_append(s, "deep");
	for (int i = 0; i < 10000; i++)
		g_string_append(s, "</fo:block>");
	g_string_append(s, "</fo:flow>" TAIL);
	doc = load(path, s->str, d);
	if (doc)
		fo_tree_free(fo_read(doc, false, d));
	doc_free(doc);
	expect(diags_count(d, SEVERITY_ERROR) > 0, "nesting without end is an error");
}

int main(void)
{
	g_autofree char *folder = g_dir_make_tmp("handbook-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "a.fo", NULL);
	struct diags *d = diags_new();

	doc_init();
	test_marker(path, d);
	test_depth(path, d);
	doc_exit();
	diags_free(d);
	g_unlink(path);
	g_rmdir(folder);
	return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
