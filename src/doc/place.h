/*
 * place.h - the author's place, kept in every element's _private
 *
 * File and line are packed into the pointer itself (the file as a GLib quark, which is an
 * interned string's number): no memory, no owner, and a copy of the pointer is a copy of
 * the place, from the parser through XInclude and XSLT to the formatter.  An element that
 * something refers to has a number besides, by which settle.c knows what was made of it.
 */
#ifndef DOC_PLACE_H
#define DOC_PLACE_H

#include "base/where.h"

#include <assert.h>
#include <glib.h>
#include <stdint.h>

static_assert(sizeof(void *) >= 8, "a place is packed into a pointer of 64 bits");

enum { PLACE_LINES = (1 << 24) - 1, PLACE_MARKS = (1 << 16) - 1 };

static inline void *place_pack(GQuark file, int line)
{
	assert(file < 1 << 24);
	return (void *)((uintptr_t)file << 40 | (uintptr_t)MIN(line, PLACE_LINES));
}

static inline GQuark place_file(const void *place)
{
	return (GQuark)((uintptr_t)place >> 40);
}

static inline struct where place_where(const void *place)
{
	return (struct where){g_quark_to_string(place_file(place)),
			      (int)((uintptr_t)place & PLACE_LINES)};
}

/* 1 to PLACE_MARKS; 0: none. */
static inline int place_mark(const void *place)
{
	return (int)((uintptr_t)place >> 24 & PLACE_MARKS);
}

static inline void *place_marked(const void *place, int mark)
{
	return (void *)((uintptr_t)place | (uintptr_t)mark << 24);
}

#endif
