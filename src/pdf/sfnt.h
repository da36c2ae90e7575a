/*
 * sfnt.h - a TrueType font program that is changed in place
 */
#ifndef PDF_SFNT_H
#define PDF_SFNT_H

#include <glib.h>
#include <stdbool.h>

/* Lets one character show the glyph of another.  False: the font has no room to say so. */
bool sfnt_map_like(GByteArray *font, unsigned character, unsigned other);

#endif
