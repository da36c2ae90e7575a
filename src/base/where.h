/*
 * where.h - a place in the author's source
 *
 * file is interned (g_intern_string) and as the author would name it; line counts from 1,
 * 0 means the whole file.  { NULL, 0 } is "nowhere": a message about the program's call.
 */
#ifndef BASE_WHERE_H
#define BASE_WHERE_H

struct where {
	const char *file;
	int line;
};

#endif
