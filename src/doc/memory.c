/*
 * memory.c - libxml2's memory from free lists by size
 *
 * A transformation allocates and frees some million small pieces, strings and node sets for
 * the most part: the general allocator takes a fifth of its time to cut and join them.  Here
 * a piece that is freed goes on the list of its size and is taken from there again; each
 * thread has lists of its own, so that nothing is locked.  What is on the lists stays with the
 * program until it ends.
 */
#include "doc/internal.h"

#include <libxml/xmlmemory.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 16, N_SIZES = 64, BLOCK = 1 << 16 };

/* Before what is handed out: its size with this head, in steps; 0: the general allocator's. */
struct head {
	uint64_t steps;
};

struct piece {
	struct head head;
	struct piece *next;
};

static __thread struct {
	struct piece *free[N_SIZES + 1];
	char *block;
	size_t left;
} lists;

static void *take_large(size_t size)
{
	struct head *h = size < SIZE_MAX - sizeof(*h) ? malloc(sizeof(*h) + size) : NULL;

	if (!h)
		return NULL;
	h->steps = 0;
	return h + 1;
}

static void *take(size_t size)
{
	size_t steps = (size + sizeof(struct head) + STEP - 1) / STEP;
	struct piece *p;

	if (size > N_SIZES * STEP - sizeof(struct head))
		return take_large(size);
	p = lists.free[steps];
	if (p) {
		lists.free[steps] = p->next;
		return &p->head + 1;
	}
	if (lists.left < steps * STEP) {
		lists.block = malloc(BLOCK);
		if (!lists.block) {
			lists.left = 0;
			return NULL;
		}
		lists.left = BLOCK;
	}
	p = (struct piece *)(void *)lists.block;
	lists.block += steps * STEP;
	lists.left -= steps * STEP;
	p->head.steps = steps;
	return &p->head + 1;
}

static void give_back(void *data)
{
	struct head *h = data;
	struct piece *p;

	if (!data)
		return;
	h--;
	if (h->steps == 0) {
		free(h);
		return;
	}
	p = (struct piece *)(void *)h;
	p->next = lists.free[h->steps];
	lists.free[h->steps] = p;
}

static void *take_again(void *data, size_t size)
{
	struct head *h = data, *grown;
	size_t had;
	void *copy;

	if (!data)
		return take(size);
	h--;
	if (h->steps == 0 && size > N_SIZES * STEP && size < SIZE_MAX - sizeof(*h)) {
		grown = realloc(h, sizeof(*h) + size);
		return grown ? grown + 1 : NULL;
	}
	had = h->steps ? h->steps * STEP - sizeof(*h) : size;
	if (h->steps && size <= had)
		return data;
	copy = take(size);
	if (!copy)
		return NULL;
	memcpy(copy, data, MIN(had, size));
	give_back(data);
	return copy;
}

static char *take_string(const char *text)
{
	size_t n = strlen(text) + 1;
	char *copy = take(n);

	return copy ? memcpy(copy, text, n) : NULL;
}

/* A sanitizer watches each piece by itself. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_WATCHED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define IS_WATCHED
#endif

void memory_init(void)
{
#ifndef IS_WATCHED
	xmlMemSetup(give_back, take, take_again, take_string);
#else
	(void)give_back;
	(void)take_again;
	(void)take_string;
#endif
}
