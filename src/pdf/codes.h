/*
 * codes.h - the fonts in cairo's file, and what their codes say to a reader
 *
 * A reader takes the characters of a glyph from its font's ToUnicode map, and those of a
 * span of glyphs from the span's ActualText, which not all readers heed.  Where one code
 * always stands for the same text (ligatures, contextual forms) the map is made to say it;
 * a no-break space gets a code of its own.
 */
#ifndef PDF_CODES_H
#define PDF_CODES_H

#include "pdf/syntax.h"

#include <stdint.h>

struct codes;

struct codes *codes_new(void);
void codes_free(struct codes *);

/* The number of a font by its object. */
int codes_add(struct codes *, const struct raw_file *, int object);
int codes_object(const struct codes *, int font);
bool codes_wide(const struct codes *, int font); /* codes of two bytes */

/* A code stands for a text; bare: cairo's map says so. */
void codes_note(struct codes *, int font, unsigned code, const char *text, bool bare);
/* A code that only stands in clusters is this character of them: for readers that do not
 * heed ActualText. */
void codes_note_part(struct codes *, int font, unsigned code, uint32_t character);
/* Once all is noted: whether the code alone says the text. */
bool codes_say(const struct codes *, int font, unsigned code, const char *text);
/* The code that says a no-break space where this one shows it; 0: there is none. */
unsigned codes_nbsp(struct codes *, int font, unsigned code);

/* The fonts and maps that say more than cairo's did. */
void codes_write(const struct codes *, const struct raw_file *, struct update *);

#endif
