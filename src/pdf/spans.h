/*
 * spans.h - characters that cairo wrote beside the glyphs, where the font can say them
 *
 * A reader takes the characters of a glyph from its font's ToUnicode map, and those of a
 * span of glyphs from the span's ActualText, which not all readers heed.  Where one code
 * always stands for the same text (ligatures, contextual forms) the map is made to say it;
 * a no-break space gets a code of its own.  Those spans go.
 */
#ifndef PDF_SPANS_H
#define PDF_SPANS_H

#include "pdf/syntax.h"

struct spans;

struct spans *spans_new(const struct raw_file *);
void spans_free(struct spans *);

/* All contents have to be read before one is rewritten; resources are those of a page. */
void spans_read(struct spans *, struct slice resources, struct slice content);
void spans_rewrite(struct spans *, struct slice content, GString *out);

/* The fonts and maps that say more than cairo's did. */
void spans_write_fonts(struct spans *, struct update *);

#endif
