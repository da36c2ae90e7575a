/*
 * fo.c - fuzz: pages from any bytes
 */
#include "doc/doc.h"
#include "fo/fo.h"
#include "layout/layout.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static struct sandbox *sandbox;
static struct text *text;
static char path[] = "/tmp/handbook-fuzz-XXXXXX/in.fo";

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char *slash = strrchr(path, '/');

	(void)argc, (void)argv;
	*slash = '\0';
	if (!mkdtemp(path))
		abort();
	sandbox = sandbox_new();
	sandbox_allow(sandbox, path);
	*slash = '/';
	doc_init();
	text = text_open(&(struct text_options){ .fonts = "fonts/fonts.conf" }, diags_new());
	if (!text)
		abort();
	return 0;
}

static void lay_out(const struct doc *doc, struct diags *d)
{
	struct layout_options options = { .plain = false };
	struct fo_tree *tree = fo_read(doc, d);
	struct image_cache *images;

	if (!tree)
		return;
	images = image_cache_new(sandbox, d);
	book_free(layout_book(tree, text, images, &options, d));
	image_cache_free(images);
	fo_tree_free(tree);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct diags *d = diags_new();
	FILE *f = fopen(path, "wb");
	struct doc *doc;

	fwrite(bytes, 1, n, f);
	fclose(f);
	doc = doc_load(path, sandbox, d);
	if (doc)
		lay_out(doc, d);
	doc_free(doc);
	diags_free(d);
	return 0;
}
