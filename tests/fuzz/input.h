/*
 * input.h - the bytes of a fuzzer as a file in a folder of its own, which alone may be read
 */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include "base/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static char input_folder[] = "/tmp/handbook-fuzz-XXXXXX";
static char input_path[sizeof input_folder + sizeof "/input.xml"];

static inline struct sandbox *input_open(void)
{
	struct sandbox *sandbox = sandbox_new();

	if (!mkdtemp(input_folder))
		abort();
	snprintf(input_path, sizeof input_path, "%s/input.xml", input_folder);
	sandbox_allow(sandbox, input_folder);
	return sandbox;
}

static inline void input_write(const uint8_t *bytes, size_t n)
{
	FILE *f = fopen(input_path, "wb");

	if (!f || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
		abort();
}

#endif
