/*
 * doc.c - fuzz: a book from any bytes, loaded, upgraded, validated, checked
 */
#include "input.h"

#include "doc/book.h"

static struct sandbox *sandbox;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	sandbox = input_open();
	doc_init();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char *const params[] = { "profile.condition", "a", NULL };
	struct book_options options = { .params = params,
					.schema = "styles/handbook.rng",
					.alt = true };
	struct diags *d = diags_new();

	input_write(bytes, n);
	doc_free(doc_load_book(input_path, &options, sandbox, d));
	diags_free(d);
	return 0;
}
