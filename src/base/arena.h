/*
 * arena.h - memory that is freed all at once
 *
 * One arena per product (formatting tree, area tree ...).  Allocation never fails: the
 * program stops when memory ends.  Memory is zeroed and aligned for any type.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <glib.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Freed with the outer one, if it is not freed before. */
struct arena *arena_within(struct arena *outer);
void arena_free(struct arena *);

void *arena_alloc(struct arena *, size_t bytes);
void *arena_copy(struct arena *, const void *from, size_t bytes);
char *arena_strdup(struct arena *, const char *); /* NULL gives NULL */
char *arena_strndup(struct arena *, const char *, size_t bytes);
char *arena_printf(struct arena *, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* All memory of the second is the first's from now on. */
void arena_join(struct arena *, struct arena *);
size_t arena_bytes(const struct arena *); /* taken so far, for statistics */

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(n)))

#endif
