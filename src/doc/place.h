/*
 * place.h - the author's place, kept in every element's _private
 *
 * File and line are packed into the pointer itself (the file as a GLib quark, which is an
 * interned string's number): no memory, no owner, and a copy of the pointer is a copy of
 * the place, from the parser through XInclude and XSLT to the formatter.
 */
#ifndef DOC_PLACE_H
#define DOC_PLACE_H

#include "base/where.h"

#include <assert.h>
#include <glib.h>
#include <stdint.h>

static_assert(sizeof(void *) >= 8, "a place is packed into a pointer of 64 bits");

static inline void *place_pack(GQuark file, int line)
{
	return (void *)((uintptr_t)file << 32 | (uint32_t)line);
}

static inline GQuark place_file(const void *place)
{
	return (GQuark)((uintptr_t)place >> 32);
}

static inline struct where place_where(const void *place)
{
	return (struct where){ g_quark_to_string(place_file(place)),
			       (int)((uintptr_t)place & 0xffffffff) };
}

#endif
