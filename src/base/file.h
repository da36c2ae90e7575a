/*
 * file.h - reading within bounds, writing completely or not at all
 *
 * A sandbox is the set of folders that may be read: the book's own and those of --allow.
 * Paths are made canonical (symbolic links resolved) before they are compared.
 *
 * An output is a temporary file beside its target, renamed over it by output_commit.  What
 * is closed without commit leaves no trace.  An output folder works the same way: a
 * temporary sibling folder, exchanged for the target when all files in it are written.  A
 * folder that holds something and was not made here is never replaced.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct sandbox;

struct sandbox *sandbox_new(void);
void sandbox_free(struct sandbox *);
void sandbox_allow(struct sandbox *, const char *folder);
bool sandbox_allows(const struct sandbox *, const char *path);

/* A file's bytes (regular files only; no sandbox: any), followed by a NUL that is not counted; g_free it.  NULL where it is outside
 * the sandbox (E_OUTSIDE) or cannot be read (code). */
char *file_read(const char *path, size_t *bytes, const struct sandbox *, enum diag_code code,
		struct where at, struct diags *);

/* "a/./b/../c" is "a/c"; what leads up from the start stays. g_free it. */
char *path_tidy(const char *);

struct output;

/* "-" is standard output.  NULL on failure, reported. */
struct output *output_open(const char *path, struct diags *);
bool output_write(struct output *, const void *bytes, size_t n);
bool output_commit(struct output *, struct diags *); /* closes; false: reported */
void output_discard(struct output *);		      /* closes; NULL is fine */

struct output_folder;

struct output_folder *output_folder_open(const char *path, struct diags *);
/* name may have subfolders ("figures/a.svg"); they are made. */
bool output_folder_write(struct output_folder *, const char *name, const void *bytes, size_t n,
			 struct diags *);
bool output_folder_commit(struct output_folder *, struct diags *);
void output_folder_discard(struct output_folder *);

/* Removes what is half written: for the thread that waits for signals to end the program. */
void file_interrupted(void);

#endif
