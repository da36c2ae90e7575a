/*
 * arena.c - memory that is freed all at once
 *
 * A list of chunks that grow geometrically up to 1 MiB; a request larger than a chunk gets
 * a chunk of its own behind the current one, so the room left in the current is not lost.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CHUNK = 8 * 1024, LAST_CHUNK = 1024 * 1024 };

struct chunk {
	struct chunk *next;
	size_t used, size;
	_Alignas(max_align_t) unsigned char at[];
};

struct arena {
	struct chunk *top;
	size_t bytes;
	struct arena *inner;        /* the last of those within it */
	struct arena *next, **link; /* within the same; what points to this one */
};

static struct chunk *chunk_new(size_t size)
{
	struct chunk *c = g_malloc(sizeof *c + size);

	*c = (struct chunk){.size = size};
	return c;
}

struct arena *arena_new(void)
{
	return g_new0(struct arena, 1);
}

static void enter(struct arena *outer, struct arena *a)
{
	a->next = outer->inner;
	a->link = &outer->inner;
	if (a->next)
		a->next->link = &a->next;
	outer->inner = a;
}

static void leave(struct arena *a)
{
	if (!a->link)
		return;
	*a->link = a->next;
	if (a->next)
		a->next->link = a->link;
	a->link = NULL;
}

struct arena *arena_within(struct arena *outer)
{
	struct arena *a = arena_new();

	enter(outer, a);
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	leave(a);
	while (a->inner)
		arena_free(a->inner);
	for (struct chunk *c = a->top; c;) {
		struct chunk *next = c->next;

		g_free(c);
		c = next;
	}
	g_free(a);
}

static size_t next_size(const struct arena *a)
{
	size_t size = a->top ? a->top->size * 2 : FIRST_CHUNK;

	return MIN(size, (size_t)LAST_CHUNK);
}

/* Not cleared: what a chunk keeps to the end unused is never touched. */
static void *take(struct arena *a, size_t bytes)
{
	const size_t align = _Alignof(max_align_t);
	struct chunk *c = a->top;
	void *p;

	g_assert(bytes < SIZE_MAX - align);
	bytes = (bytes + align - 1) / align * align;
	a->bytes += bytes;
	if (!c || c->size - c->used < bytes) {
		struct chunk *fresh = chunk_new(MAX(bytes, next_size(a)));

		if (c && bytes > LAST_CHUNK / 4) {
			fresh->next = c->next;
			c->next = fresh;
		} else {
			fresh->next = c;
			a->top = fresh;
		}
		c = fresh;
	}
	p = c->at + c->used;
	c->used += bytes;
	return p;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	return memset(take(a, bytes), 0, bytes);
}

void *arena_copy(struct arena *a, const void *from, size_t bytes)
{
	void *p = take(a, bytes);

	if (bytes)
		memcpy(p, from, bytes);
	return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t bytes)
{
	char *p = take(a, bytes + 1);

	if (bytes)
		memcpy(p, s, bytes);
	p[bytes] = '\0';
	return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	g_autofree char *s = NULL;
	va_list args;

	va_start(args, format);
	s = g_strdup_vprintf(format, args);
	va_end(args);
	return arena_strdup(a, s);
}

void arena_join(struct arena *a, struct arena *other)
{
	struct chunk **begin = a->top ? &a->top->next : &a->top, *rest = *begin;
	struct chunk **end = begin;

	leave(other);
	for (*begin = other->top; *end;)
		end = &(*end)->next;
	*end = rest;
	while (other->inner) {
		struct arena *inner = other->inner;

		leave(inner);
		enter(a, inner);
	}
	a->bytes += other->bytes;
	g_free(other);
}

size_t arena_bytes(const struct arena *a)
{
	return a->bytes;
}
