/*
 * fo.c - fuzz: formatting objects from any bytes, as pages and as a PDF file
 */
#include "input.h"

#include "doc/doc.h"
#include "fo/fo.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#include <glib.h>

static struct sandbox *sandbox;
static struct text *text;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	sandbox = input_open();
	doc_init();
	text = text_open(&(struct text_options){ .fonts = "fonts/fonts.conf" }, diags_new());
	if (!text)
		abort();
	return 0;
}

static void write_pdf(const struct book *book, struct diags *d)
{
	g_autofree char *path = g_strconcat(input_path, ".pdf", NULL);
	struct output *output = output_open(path, d);

	if (output)
		pdf_write(book, &(struct pdf_options){ .epoch = 0 }, output, d);
	output_discard(output);
}

static void lay_out(const struct doc *doc, struct diags *d)
{
	struct layout_options options = { .plain = false };
	struct fo_tree *tree = fo_read(doc, false, d);
	struct image_cache *images;
	struct book *book;

	if (!tree)
		return;
	images = image_cache_new(sandbox, d);
	book = layout_book(tree, text, images, &options, d);
	write_pdf(book, d);
	book_free(book);
	image_cache_free(images);
	fo_tree_free(tree);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct diags *d = diags_new();
	struct doc *doc;

	input_write(bytes, n);
	doc = doc_load(input_path, sandbox, d);
	if (doc)
		lay_out(doc, d);
	doc_free(doc);
	diags_free(d);
	return 0;
}
