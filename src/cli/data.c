/*
 * data.c - find the files that belong to the program
 */
#include "cli/cli.h"

#include <limits.h>
#include <unistd.h>

/* From the folder of the program: PREFIX/bin, build/ and build/san/. */
static const char *const places[] = { "../share/handbook", "..", "../..", "." };

char *data_find(const char *name)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	g_autofree char *folder = NULL;

	if (n < 0)
		return NULL;
	self[n] = '\0';
	folder = g_path_get_dirname(self);
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		g_autofree char *joined = g_build_filename(folder, places[i], name, NULL);

		if (access(joined, R_OK) == 0)
			return g_canonicalize_filename(joined, NULL);
	}
	return NULL;
}
