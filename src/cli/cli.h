/*
 * cli.h - the command line: what was asked for, and doing it
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

#define HANDBOOK_VERSION "0.1"

enum command { COMMAND_NONE, COMMAND_BUILD, COMMAND_CHECK, COMMAND_FORMAT, COMMAND_HELP };

enum option_kind { OPT_FLAG, OPT_STRING, OPT_LIST };

/* The members of options.def have the type of their kind. */
#define TYPE_OPT_FLAG	bool
#define TYPE_OPT_STRING const char *
#define TYPE_OPT_LIST	GPtrArray * /* const char * */

struct options {
	enum command command;
	const char *operand; /* the input file; help: the command, or NULL */
#define OPTION(member, kind, letter, name, value, commands, help) TYPE_##kind member;
#include "cli/options.def"
#undef OPTION
};

/* False: reported as E_USAGE. The strings are argv's own. */
bool options_parse(struct options *, int argc, char **argv, struct diags *);
void options_clear(struct options *);
/* Whether a comma-separated list, or its default where it is NULL, names something. */
bool options_list_has(const char *list, const char *by_default, const char *name);

/* NULL: the whole program.  False: there is no such command. */
bool help_print(const char *command, FILE *);

/* A file that belongs to the program ("styles/print.xsl"): in the build tree or in
 * PREFIX/share/handbook.  NULL if it is nowhere; g_free it. */
char *data_find(const char *name);

/* Reports parameters that no stylesheet has; false: one has a value that it cannot have. */
bool params_check(const struct options *, struct diags *);

/* A line on the terminal that says what takes so long; silent elsewhere and at first. */
void progress_start(void);
void progress_stage(const char *stage);
void progress_pages(void *unused, int n_pages);
void progress_clear(void);

bool run_build(const struct options *, struct diags *);
bool run_check(const struct options *, struct diags *);
bool run_format(const struct options *, struct diags *);

#endif
