/*
 * profile.h - colour profiles (ISO 15076-1) that the program makes itself
 */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include <glib.h>

GByteArray *profile_srgb(void);

/* Of the four inks of offset print on coated paper, for pictures that do not say theirs. */
GByteArray *profile_cmyk(void);

#endif
