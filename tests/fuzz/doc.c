/*
 * doc.c - fuzz: a book from any bytes, loaded, upgraded, validated, checked
 */
#include "doc/book.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static struct sandbox *sandbox;
static char path[] = "/tmp/handbook-fuzz-XXXXXX/book.xml";

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
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char *const params[] = { "profile.condition", "a", NULL };
	struct book_options options = { .params = params, .schema = "styles/handbook.rng", .alt = true };
	struct diags *d = diags_new();
	FILE *f = fopen(path, "wb");

	fwrite(bytes, 1, n, f);
	fclose(f);
	doc_free(doc_load_book(path, &options, sandbox, d));
	diags_free(d);
	return 0;
}
