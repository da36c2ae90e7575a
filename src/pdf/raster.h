/*
 * raster.h - pictures made of pixels as image objects (ISO 32000-1, 8.9)
 */
#ifndef PDF_RASTER_H
#define PDF_RASTER_H

#include "base/diag.h"
#include "image/image.h"
#include "pdf/parts.h"

/* As object number id; what else it needs gets numbers of its own. */
void raster_write(struct parts *, int id, const struct image *, struct diags *);

#endif
