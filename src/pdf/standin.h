/*
 * standin.h - what cairo is given for a picture
 *
 * A JPEG header without an image, which cairo takes for one: it stands for picture number
 * `index` until the archive pass puts an image object of our own in its place.
 */
#ifndef PDF_STANDIN_H
#define PDF_STANDIN_H

#include <glib.h>

GBytes *standin_new(int index);
int standin_index(const char *stream, size_t n); /* -1: it is none */

#endif
