/*
 * doc.c - places of nodes through inclusion, entities and stylesheets; the sandbox; outputs
 */
#include "base/file.h"
#include "doc/doc.h"
#include "doc/locale.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failures;

#define CHECK(what)                                                                          \
	do {                                                                                 \
		if (!(what)) {                                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);           \
			failures++;                                                          \
		}                                                                            \
	} while (0)

static char *folder;

static char *path_to(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void put(const char *name, const char *text)
{
	g_autofree char *path = path_to(name);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static const xmlNode *find(const xmlNode *node, const char *name)
{
	for (; node; node = node->next) {
		const xmlNode *below;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)node->name, name) == 0)
			return node;
		below = find(node->children, name);
		if (below)
			return below;
	}
	return NULL;
}

static bool is_at(const struct doc *doc, const char *element, const char *file, int line)
{
	const xmlNode *node = find(doc_xml(doc)->children, element);
	struct where at = doc_where(doc, node);

	if (!node || !at.file || !g_str_has_suffix(at.file, file) || at.line != line) {
		fprintf(stderr, "%s is at %s:%d\n", element, at.file ? at.file : "?", at.line);
		return false;
	}
	return true;
}

/* The same folder, another folder, an entity of text, an entity of a file, far down. */
static void test_places(const struct sandbox *s, struct diags *d)
{
	GString *book = g_string_new(
		"<!DOCTYPE a [<!ENTITY in '<inner/>'><!ENTITY ext SYSTEM 'ext.ent'>]>\n"
		"<a xmlns:xi='http://www.w3.org/2001/XInclude'>\n"
		"<xi:include href='part.xml'/>\n<b>&in;</b>\n&ext;\n");
	g_autofree char *path = path_to("book.xml");
	g_autofree char *style = path_to("style.xsl");
	struct doc *doc, *result;

	put("part.xml", "\n<part><deep>\n<deeper/></deep></part>");
	put("ext.ent", "<x/>\n<outer/>");
	put("style.xsl",
	    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
	    " xmlns:exsl='http://exslt.org/common'>"
	    "<xsl:template match='/'><all><xsl:apply-templates select='//deeper | //far'/></all>"
	    "</xsl:template><xsl:template match='deeper'>"
	    "<xsl:variable name='v'><one/></xsl:variable>"
	    "<xsl:for-each select='exsl:node-set($v)/one'><two/></xsl:for-each></xsl:template>"
	    "<xsl:template match='far'><xsl:copy/><xsl:variable name='c'>"
	    "<xsl:for-each select='//deeper'><first/></xsl:for-each><own>text<own2/></own>"
	    "<xsl:for-each select='//b'><second/></xsl:for-each></xsl:variable>"
	    "<copies><xsl:copy-of select='$c'/><xsl:copy-of select='//part'/></copies>"
	    "</xsl:template></xsl:stylesheet>");
	for (int i = 0; i < 70000; i++)
		g_string_append_c(book, '\n');
	g_string_append(book, "<far><text/></far></a>");
	put("book.xml", book->str);
	doc = doc_load(path, s, d);
	CHECK(doc);
	if (!doc)
		return;
	CHECK(is_at(doc, "part", "part.xml", 2));
	CHECK(is_at(doc, "deeper", "part.xml", 3));
	CHECK(is_at(doc, "b", "book.xml", 4));
	CHECK(is_at(doc, "inner", "book.xml", 4));
	CHECK(is_at(doc, "outer", "ext.ent", 2));
	CHECK(is_at(doc, "far", "book.xml", 70006));
	result = doc_transform(doc, style, NULL, s, d);
	CHECK(result);
	if (result) {
		CHECK(is_at(result, "all", "book.xml", 2));
		CHECK(is_at(result, "two", "part.xml", 3));
		CHECK(is_at(result, "far", "book.xml", 70006));
		CHECK(is_at(result, "copies", "book.xml", 70006));
		CHECK(is_at(result, "first", "part.xml", 3));
		CHECK(is_at(result, "own2", "book.xml", 70006));
		CHECK(is_at(result, "second", "book.xml", 4));
	}
	doc_free(result);
	doc_free(doc);
	g_string_free(book, TRUE);
}

static void test_sandbox(void)
{
	struct sandbox *s = sandbox_new();
	g_autofree char *in = path_to("in"), *out = path_to("out");
	g_autofree char *file = path_to("in/file"), *link = path_to("in/link");
	g_autofree char *up = path_to("in/../out/secret"), *beside = path_to("inside");

	g_mkdir_with_parents(in, 0777);
	g_mkdir_with_parents(out, 0777);
	put("in/file", "x");
	put("out/secret", "x");
	CHECK(symlink("../out/secret", link) == 0);
	sandbox_allow(s, in);
	CHECK(sandbox_allows(s, file));
	CHECK(sandbox_allows(s, in));
	CHECK(!sandbox_allows(s, up));
	CHECK(!sandbox_allows(s, link));
	CHECK(!sandbox_allows(s, beside));
	CHECK(!sandbox_allows(s, "/etc/passwd"));
	sandbox_allow(s, out);
	CHECK(sandbox_allows(s, link));
	sandbox_free(s);
}

static bool holds(const char *path, const char *text)
{
	g_autofree char *found = NULL;

	return g_file_get_contents(path, &found, NULL, NULL) && strcmp(found, text) == 0;
}

static void test_outputs(struct diags *d)
{
	g_autofree char *path = path_to("result"), *site = path_to("site");
	g_autofree char *page = path_to("site/a/b.html");
	struct output *o = output_open(path, d);
	struct output_folder *f;

	CHECK(o && output_write(o, "new", 3));
	CHECK(!g_file_test(path, G_FILE_TEST_EXISTS));
	CHECK(output_commit(o, d) && holds(path, "new"));
	o = output_open(path, d);
	CHECK(o && output_write(o, "half", 4));
	output_discard(o);
	CHECK(holds(path, "new"));
	for (int i = 0; i < 2; i++) {
		f = output_folder_open(site, d);
		CHECK(f && output_folder_write(f, "a/b.html", i ? "2" : "1", 1, d));
		CHECK(output_folder_commit(f, d) && holds(page, i ? "2" : "1"));
	}
	f = output_folder_open(site, d);
	CHECK(f && output_folder_write(f, "a/b.html", "3", 1, d));
	output_folder_discard(f);
	CHECK(holds(page, "2"));
}

static bool is_text(char *got, const char *expected)
{
	bool same = strcmp(got, expected) == 0;

	if (!same)
		fprintf(stderr, "\"%s\", expected \"%s\"\n", got, expected);
	g_free(got);
	return same;
}

static bool is_before(const char *a, const char *b, const char *lang)
{
	g_autofree char *x = locale_sort_key(a, lang), *y = locale_sort_key(b, lang);

	return strcmp(x, y) < 0;
}

static void test_locale(void)
{
	CHECK(locale_is_date("2012-02-29") && locale_is_date("2013-09") && locale_is_date("2013"));
	CHECK(!locale_is_date("2013-02-29") && !locale_is_date("2013-9-1") && !locale_is_date(""));
	CHECK(is_text(locale_date("2013-09-13", "long", "en-GB"), "13 September 2013"));
	CHECK(is_text(locale_date("2013-09", "long", "en-GB"), "September 2013"));
	CHECK(is_text(locale_date("2013-09-13", "long", "ja"), "2013年9月13日"));
	CHECK(is_text(locale_date_range("2011-03-07", "2011-03-08", "long", "en-GB"),
		      "7–8 March 2011"));
	CHECK(is_text(locale_date("in spring", "long", "en"), "in spring"));
	CHECK(is_text(locale_date("2013-09-13", "long", "x-none"), "13 September 2013"));
	CHECK(is_text(locale_date("2013-09-13", "", "mul"), "13 September 2013"));
	CHECK(is_text(locale_date("2013-09-13", "", "no"), "13. september 2013"));
	CHECK(is_text(locale_date("2013-09-13", "d MMMM 'พ.ศ.' y", "th"), "13 กันยายน พ.ศ. 2556"));
	CHECK(is_text(locale_tag("pt_BR.UTF-8"), "pt-BR") && is_text(locale_tag("iw"), "he"));
	CHECK(is_text(locale_tag("sr@latin"), "sr-Latn") && is_text(locale_tag("no one"), "no one"));
	CHECK(is_text(locale_mark("quote.open", "de-CH"), "„") && !locale_mark("quote", "de"));
	CHECK(is_text(locale_mark("list.last", "en-GB"), " and "));
	CHECK(is_text(locale_counter("12", "一", "ja"), "十二") && !locale_counter("1", "x", "ja"));
	CHECK(is_text(locale_index_letter("école", "fr"), "E"));
	CHECK(is_text(locale_index_letter("เกาะ", "th"), "ก"));
	CHECK(is_text(locale_index_letter("がく", "ja"), "か"));
	CHECK(is_text(locale_index_letter("中国", "zh-Hans"), "Z"));
	CHECK(is_text(locale_index_letter("4K", "en"), "#"));
	CHECK(is_text(locale_country("TH", "th"), "ไทย"));
	CHECK(is_text(locale_language("vi", "vi"), "Tiếng Việt"));
	CHECK(is_text(locale_digits("12", "my"), "၁၂"));
	CHECK(is_text(locale_replace("aXbX", "X", "-"), "a-b-"));
	CHECK(locale_replace("a", "(", "") == NULL);
	CHECK(is_before("Äpfel", "Zebra", "de") && is_before("zebra", "ärlig", "sv"));
	CHECK(is_before("co-op", "coop shop", "en"));
	locale_exit();
}

int main(void)
{
	struct sandbox *s = sandbox_new();
	struct diags *d = diags_new();
	char name[] = "/tmp/handbook-unit-XXXXXX";
	g_autofree char *remove = NULL;

	folder = mkdtemp(name);
	g_assert_true(folder);
	sandbox_allow(s, folder);
	doc_init();
	test_places(s, d);
	test_sandbox();
	test_outputs(d);
	test_locale();
	doc_exit();
	diags_print(d, stderr, DIAG_PLAIN);
	CHECK(diags_count(d, SEVERITY_NOTE) == 0);
	diags_free(d);
	sandbox_free(s);
	remove = g_strconcat("rm -rf ", folder, NULL);
	if (system(remove) != 0)
		failures++;
	if (!failures)
		puts("ok");
	return failures != 0;
}
