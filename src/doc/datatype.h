/*
 * datatype.h - the datatypes of XML Schema, as far as schemas for books use them
 */
#ifndef DOC_DATATYPE_H
#define DOC_DATATYPE_H

#include "doc/schema.h"

bool datatype_allows(struct schema *, const struct pattern *data, const char *value);
bool datatype_equal(const struct pattern *value, const char *text);

#endif
