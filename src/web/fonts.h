/*
 * fonts.h - fonts that travel with the pages: for scripts that a reader's machine may lack
 */
#ifndef WEB_FONTS_H
#define WEB_FONTS_H

#include "web/web.h"

/*
 * Writes assets/fonts.css, and for each of Burmese, Khmer, Lao, Tamil and Thai that the pages
 * hold a WOFF2 font of the script's whole block under assets/fonts/.  folder holds the font
 * files that the printed edition uses.
 */
bool fonts_write(const xmlNode *site, const char *folder, struct output_folder *, struct diags *);

#endif
