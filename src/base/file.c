/*
 * file.c - reading within bounds, writing completely or not at all
 *
 * What is being written is known by name in a small table, so that an interrupted program
 * can remove it: see file_interrupted().
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- reading ------------------------------------------------------------------------ */

struct sandbox {
	GPtrArray *folders; /* canonical, without a slash at the end */
};

struct sandbox *sandbox_new(void)
{
	struct sandbox *s = g_new0(struct sandbox, 1);

	s->folders = g_ptr_array_new_with_free_func(free);
	return s;
}

void sandbox_free(struct sandbox *s)
{
	if (!s)
		return;
	g_ptr_array_free(s->folders, TRUE);
	g_free(s);
}

void sandbox_allow(struct sandbox *s, const char *folder)
{
	char *real = realpath(folder, NULL);

	if (real)
		g_ptr_array_add(s->folders, real);
}

/* The canonical name of a file that need not exist: of the nearest folder that does. */
static char *real_or_nearest(const char *path)
{
	g_autofree char *at = g_canonicalize_filename(path, NULL);

	for (;;) {
		char *real = realpath(at, NULL);
		char *up;

		if (real || (errno != ENOENT && errno != ENOTDIR) || strcmp(at, "/") == 0)
			return real;
		up = g_path_get_dirname(at);
		g_free(at);
		at = up;
	}
}

static bool is_within(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	if (strcmp(folder, "/") == 0)
		return true;
	return strncmp(path, folder, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

bool sandbox_allows(const struct sandbox *s, const char *path)
{
	char *real = real_or_nearest(path);
	bool allowed = false;

	for (guint i = 0; real && !allowed && i < s->folders->len; i++)
		allowed = is_within(real, g_ptr_array_index(s->folders, i));
	free(real);
	return allowed;
}

char *path_tidy(const char *path)
{
	g_auto(GStrv) parts = g_strsplit(path, "/", -1);
	GPtrArray *kept = g_ptr_array_new();
	char *tidy;

	for (char **p = parts; *p; p++) {
		const char *last = kept->len ? g_ptr_array_index(kept, kept->len - 1) : NULL;

		if (strcmp(*p, ".") == 0 || (**p == '\0' && p != parts))
			continue;
		if (strcmp(*p, "..") == 0 && last && *last && strcmp(last, "..") != 0)
			g_ptr_array_set_size(kept, (int)kept->len - 1);
		else
			g_ptr_array_add(kept, *p);
	}
	g_ptr_array_add(kept, NULL);
	tidy = g_strjoinv("/", (char **)kept->pdata);
	g_ptr_array_free(kept, TRUE);
	return tidy;
}

/* Reads to the end.  Returns NULL with errno set. */
static char *read_all(int fd, size_t *bytes)
{
	size_t room = (size_t)64 * 1024, used = 0;
	struct stat st;
	g_autofree char *buffer = NULL;

	if (fstat(fd, &st))
		return NULL;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		return NULL;
	}
	if (st.st_size > 0)
		room = (size_t)st.st_size + 1;
	buffer = g_malloc(room + 1);
	for (;;) {
		ssize_t n = read(fd, buffer + used, room - used);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return NULL;
		if (n == 0)
			break;
		used += (size_t)n;
		if (used == room)
			buffer = g_realloc(buffer, (room *= 2) + 1);
	}
	buffer[used] = '\0';
	*bytes = used;
	return g_steal_pointer(&buffer);
}

char *file_read(const char *path, size_t *bytes, const struct sandbox *s, enum diag_code code,
		struct where at, struct diags *d)
{
	char *text = NULL;
	int fd;

	if (s && !sandbox_allows(s, path)) {
		diag(d, E_OUTSIDE, at, "%s lies outside the book's folder; --allow DIR permits it",
		     path);
		return NULL;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd >= 0)
		text = read_all(fd, bytes);
	if (!text)
		diag(d, code, at, "cannot read %s: %s", path,
		     errno == EINVAL ? "not a regular file" : g_strerror(errno));
	if (fd >= 0)
		close(fd);
	return text;
}

/* ---- what an interruption leaves ---------------------------------------------------- */

enum { MAX_PENDING = 16 };
static char *volatile pending[MAX_PENDING];

static void pend(char *path)
{
	for (int i = 0; i < MAX_PENDING; i++)
		if (!pending[i]) {
			pending[i] = path;
			return;
		}
}

static void unpend(const char *path)
{
	for (int i = 0; i < MAX_PENDING; i++)
		if (pending[i] == path)
			pending[i] = NULL;
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	return remove(path);
}

static void remove_tree(const char *path)
{
	nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

void file_interrupted(void)
{
	for (int i = 0; i < MAX_PENDING; i++)
		if (pending[i])
			remove_tree(pending[i]);
}

/* ---- one file ----------------------------------------------------------------------- */

struct output {
	char *path;      /* the target, symbolic links resolved */
	char *temporary; /* NULL: collected in memory, for standard output and devices */
	FILE *file;
	char *memory;
	size_t n_memory;
	bool failed;
};

static void fail(struct diags *d, const char *path, int error)
{
	diag(d, E_FILE_WRITE, (struct where){ 0 }, "cannot write %s: %s", path, g_strerror(error));
}

/* What a new file may be, as open() would make it: mkstemp makes it private. */
static mode_t usual_mode(mode_t most)
{
	mode_t mask = umask(0);

	umask(mask);
	return most & ~mask;
}

static bool open_temporary(struct output *o)
{
	g_autofree char *folder = g_path_get_dirname(o->path);
	g_autofree char *base = g_path_get_basename(o->path);
	int fd;

	o->temporary = g_strdup_printf("%s/.%s.XXXXXX", folder, base);
	fd = mkostemp(o->temporary, O_CLOEXEC);
	if (fd < 0)
		return false;
	pend(o->temporary);
	fchmod(fd, usual_mode(0666));
	o->file = fdopen(fd, "wb");
	return o->file != NULL;
}

static bool is_stream(const char *path)
{
	struct stat st;

	return strcmp(path, "-") == 0 || (stat(path, &st) == 0 && !S_ISREG(st.st_mode));
}

struct output *output_open(const char *path, struct diags *d)
{
	struct output *o = g_new0(struct output, 1);
	char *real = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL);

	o->path = g_strdup(real ? real : path);
	free(real);
	if (is_stream(path))
		o->file = open_memstream(&o->memory, &o->n_memory);
	else
		open_temporary(o);
	if (!o->file) {
		fail(d, path, errno);
		output_discard(o);
		return NULL;
	}
	return o;
}

bool output_write(struct output *o, const void *bytes, size_t n)
{
	if (fwrite(bytes, 1, n, o->file) != n)
		o->failed = true;
	return !o->failed;
}

/* Hands on what was collected. */
static bool pass_on(struct output *o)
{
	FILE *to = strcmp(o->path, "-") == 0 ? stdout : fopen(o->path, "wb");
	bool well;

	if (!to)
		return false;
	well = fwrite(o->memory, 1, o->n_memory, to) == o->n_memory && fflush(to) == 0;
	if (to != stdout && fclose(to))
		well = false;
	return well;
}

static bool close_file(struct output *o)
{
	FILE *file = g_steal_pointer(&o->file);
	bool well = !o->failed && fflush(file) == 0;

	if (well && o->temporary)
		well = fsync(fileno(file)) == 0 || errno == EINVAL;
	if (fclose(file))
		well = false;
	return well;
}

static bool put_in_place(struct output *o)
{
	if (rename(o->temporary, o->path))
		return false;
	unpend(o->temporary);
	g_clear_pointer(&o->temporary, g_free);
	return true;
}

bool output_commit(struct output *o, struct diags *d)
{
	bool well = close_file(o) && (o->temporary ? put_in_place(o) : pass_on(o));

	if (!well)
		fail(d, strcmp(o->path, "-") == 0 ? "standard output" : o->path,
		     errno ? errno : EIO);
	output_discard(o);
	return well;
}

void output_discard(struct output *o)
{
	if (!o)
		return;
	if (o->file)
		fclose(o->file);
	if (o->temporary) {
		unlink(o->temporary);
		unpend(o->temporary);
	}
	free(o->memory);
	g_free(o->temporary);
	g_free(o->path);
	g_free(o);
}

/* ---- a folder ----------------------------------------------------------------------- */

/* Stands in every folder that was written here: only such a folder is ever replaced. */
static const char marker[] = ".handbook-edition";
static const char marker_text[] = "This folder is replaced whole by the next build.\n";

struct output_folder {
	char *path, *temporary;
};

/* A folder that is not ours and holds something must not be lost. */
static bool may_replace(const char *path, struct diags *d)
{
	g_autofree char *mark = g_build_filename(path, marker, NULL);

	if (access(path, F_OK) != 0 || access(mark, F_OK) == 0 || rmdir(path) == 0)
		return true;
	if (errno == ENOTDIR)
		diag(d, E_FILE_WRITE, (struct where){ 0 }, "cannot write %s: it is a file", path);
	else
		diag(d, E_FILE_WRITE, (struct where){ 0 },
		     "%s was not made by handbook and is not empty: nothing in it was touched; "
		     "move it away or choose another folder with -o",
		     path);
	return false;
}

struct output_folder *output_folder_open(const char *path, struct diags *d)
{
	g_autofree char *full = g_canonicalize_filename(path, NULL);
	g_autofree char *parent = g_path_get_dirname(full);
	g_autofree char *base = g_path_get_basename(full);
	struct output_folder *f;

	if (!may_replace(full, d))
		return NULL;
	f = g_new0(struct output_folder, 1);
	f->path = g_steal_pointer(&full);
	f->temporary = g_strdup_printf("%s/.%s.XXXXXX", parent, base);
	if (g_mkdir_with_parents(parent, 0777) || !mkdtemp(f->temporary)) {
		fail(d, path, errno);
		g_clear_pointer(&f->temporary, g_free);
		output_folder_discard(f);
		return NULL;
	}
	pend(f->temporary);
	chmod(f->temporary, usual_mode(0777));
	return f;
}

static bool leads_out(const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, "/", -1);

	return name[0] == '/' || name[0] == '\0' ||
	       g_strv_contains((const char *const *)parts, "..");
}

bool output_folder_write(struct output_folder *f, const char *name, const void *bytes, size_t n,
			 struct diags *d)
{
	g_autofree char *path = g_build_filename(f->temporary, name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	FILE *file;
	bool well;

	if (leads_out(name)) {
		diag(d, E_FILE_WRITE, (struct where){ 0 }, "\"%s\" leads out of %s", name, f->path);
		return false;
	}
	file = g_mkdir_with_parents(folder, 0777) ? NULL : fopen(path, "wb");
	well = file && fwrite(bytes, 1, n, file) == n;
	if (file && fclose(file))
		well = false;
	if (!well)
		fail(d, name, errno);
	return well;
}

/* Puts the new folder in the old one's place in one step where the file system can, then
 * removes the old. */
static bool exchange(struct output_folder *f)
{
	g_autofree char *aside = NULL;

	if (renameat2(AT_FDCWD, f->temporary, AT_FDCWD, f->path, RENAME_EXCHANGE) == 0) {
		remove_tree(f->temporary);
		return true;
	}
	if (errno == ENOENT)
		return rename(f->temporary, f->path) == 0;
	aside = g_strdup_printf("%s.old", f->temporary);
	if (rename(f->path, aside))
		return false;
	if (rename(f->temporary, f->path)) {
		int error = errno;

		rename(aside, f->path);
		errno = error;
		return false;
	}
	remove_tree(aside);
	return true;
}

bool output_folder_commit(struct output_folder *f, struct diags *d)
{
	bool well = output_folder_write(f, marker, marker_text, strlen(marker_text), d);

	if (well && !exchange(f)) {
		fail(d, f->path, errno);
		well = false;
	}
	if (well) {
		unpend(f->temporary);
		g_clear_pointer(&f->temporary, g_free);
	}
	output_folder_discard(f);
	return well;
}

void output_folder_discard(struct output_folder *f)
{
	if (!f)
		return;
	if (f->temporary) {
		remove_tree(f->temporary);
		unpend(f->temporary);
	}
	g_free(f->temporary);
	g_free(f->path);
	g_free(f);
}
