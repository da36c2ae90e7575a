/*
 * tounicode.h - a font's map from codes to characters (ISO 32000-1, 9.10.3)
 */
#ifndef PDF_TOUNICODE_H
#define PDF_TOUNICODE_H

#include "pdf/syntax.h"

struct tounicode; /* code -> UTF-16BE in hexadecimal */

struct tounicode *tounicode_read(struct slice cmap); /* as cairo writes it, inflated */
void tounicode_free(struct tounicode *);

void tounicode_set(struct tounicode *, int code, const char *hex);
const char *tounicode_find(const struct tounicode *, int code); /* or NULL */

/* The map's text, codes of one byte or two. */
void tounicode_write(const struct tounicode *, bool wide, GString *);

#endif
