/*
 * syntax.h - PDF objects as text: writing ours, finding cairo's
 *
 * cairo 1.16 writes a classic file: one cross-reference table, no object streams, lengths
 * of streams as objects of their own.  We add objects behind it, or put new ones in place
 * of some of its own, and write one new table for all.
 */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* ---- strings ---- */
void pdf_string(GString *, const char *utf8); /* (text) or <FEFF...> */
void pdf_name(GString *, const char *);       /* /Name#20with#20escapes */
void pdf_uri(GString *, const char *);        /* (https://...), other bytes as %XX */
void pdf_number(GString *, double);    /* at most two decimals, whatever the locale */
void pdf_xml(GString *, const char *); /* escaped for XML */
void pdf_stream(GString *, const char *entries, const void *bytes, size_t n, bool compress);

/* ---- what cairo wrote ---- */
struct slice {
	const char *at;
	size_t n;
};

struct raw_file {
	const char *bytes;
	size_t n_bytes;
	int size;   /* objects 1 ... size - 1 */
	size_t *at; /* by object number; 0: none */
	int root;
	int *pages; /* object numbers */
	int n_pages;
};

bool raw_read(struct raw_file *, const void *bytes, size_t n);
void raw_drop(struct raw_file *);

/* An object's text without "obj" and "endobj"; a stream's dictionary without "stream". */
struct slice raw_object(const struct raw_file *, int id);
/* A stream's bytes as they stand in the file; at is NULL if it is none. */
struct slice raw_stream(const struct raw_file *, int id);
bool inflate_into(GByteArray *, struct slice); /* in place of what is there */
/* The object number behind a key: "/Contents 12 0 R"; 0 if there is none. */
int raw_reference(struct slice object, const char *key);
bool slice_has(struct slice, const char *);

/* ---- what we add ---- */
struct update {
	GString *out;
	GArray *at;  /* gsize by object number: offset in out + 1; 0 untouched */
	GArray *end; /* gsize: where the object's text ends */
	int open;    /* begun and not ended */
};

void update_init(struct update *, int size);
void update_drop(struct update *);
int update_new_ids(struct update *, int n); /* the first of n */
void update_begin(struct update *, int id); /* "id 0 obj\n" */
void update_end(struct update *);
void update_remove(struct update *, int id);
int update_size(const struct update *);                    /* numbers in use are less */
bool update_has(const struct update *, int id);            /* ours, or removed */
struct slice update_object(const struct update *, int id); /* its text; n is 0: removed */
/* Appends all to cairo's bytes, with the table and trailer. */
void update_finish(struct update *, const struct raw_file *, GByteArray *, int root,
		   int info);

#endif
