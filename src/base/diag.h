/*
 * diag.h - messages to the author
 *
 * A stage calls diag() once, where the cause is known, and goes on as far as it can.  The
 * severity and the code that the author sees come from diag.def.  Messages are kept in
 * order and printed by main; equal messages at the same place are kept once.  A struct
 * diags may be used from several threads.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/where.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_FATAL };

/* E_... , W_... , N_... : one per line of diag.def */
enum diag_code {
#define DIAG(name, severity, text) name,
#include "base/diag.def"
#undef DIAG
	N_DIAG_CODES
};

enum diag_style { DIAG_PLAIN, DIAG_COLOR, DIAG_JSON };

struct diags;

struct diags *diags_new(void);
void diags_free(struct diags *);

void diag(struct diags *, enum diag_code, struct where, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

/* The same message text is reported only the first time, wherever it stands. */
void diag_once(struct diags *, enum diag_code, struct where, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

/* Prints what came since the last call, sorted by nothing: in order of discovery. */
void diags_print(struct diags *, FILE *, enum diag_style);

/* Adds what `from` has and `to` has not, in order; a picture that `to` knows to be out of reach at
 * that place is not missed again. */
void diags_append(struct diags *to, const struct diags *from);

int diags_count(const struct diags *, enum severity at_least);

/* 0 clean (notes and warnings only), 1 document errors, 2 usage or environment (FATAL). */
int diags_status(const struct diags *);

#endif
