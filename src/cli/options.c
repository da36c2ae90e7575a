/*
 * options.c - read the command line by the table options.def
 *
 * Options may stand before and after the operand; "--" ends them.  Values are joined
 * ("--output=x", "-ox") or follow ("--output x", "-o x").
 */
#include "cli/cli.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static const struct option {
	const char *name, *value, *commands;
	char letter;
	enum option_kind kind;
	size_t offset;
} table[] = {
#define OPTION(member, kind, letter, name, value, commands, help) \
	{ name, value, commands, letter, kind, offsetof(struct options, member) },
#include "cli/options.def"
#undef OPTION
};

static const struct {
	const char *name;
	enum command command;
	char key; /* in the table's column of commands */
} commands[] = {
	{ "build", COMMAND_BUILD, 'b' },
	{ "check", COMMAND_CHECK, 'c' },
	{ "format", COMMAND_FORMAT, 'f' },
	{ "help", COMMAND_HELP, '?' },
};

/* What options with a closed set of values may be; formats is a list of them. */
static const struct {
	size_t offset;
	const char *values;
	bool list;
} closed[] = {
	{ offsetof(struct options, formats), "pdf,html,epub,targets", true },
	{ offsetof(struct options, stop_after), "doc,xsl,fo,area,tags", false },
	{ offsetof(struct options, pdf), "tagged,plain", false },
	{ offsetof(struct options, linearize), "auto,always,never", false },
	{ offsetof(struct options, show), "breaks,quality", false },
	{ offsetof(struct options, diagnostics), "text,json", false },
};

struct reader {
	int argc;
	char **argv;
	int next;
	char key; /* of the command; 0 before it is known */
	struct diags *diags;
	struct options *options;
};

static bool usage(const struct reader *r, const char *what, const char *arg)
{
	diag(r->diags, E_USAGE, (struct where){ 0 }, "%s: %s (see handbook --help)", arg, what);
	return false;
}

bool options_list_has(const char *list, const char *by_default, const char *name)
{
	g_auto(GStrv) words = g_strsplit(list ? list : by_default, ",", -1);

	return g_strv_contains((const char *const *)words, name);
}

static bool is_possible(size_t offset, const char *value)
{
	for (size_t i = 0; i < G_N_ELEMENTS(closed); i++) {
		g_auto(GStrv) words = NULL;

		if (closed[i].offset != offset)
			continue;
		words = g_strsplit(value, closed[i].list ? "," : "\n", -1);
		for (char **w = words; *w; w++)
			if (!options_list_has(closed[i].values, NULL, *w))
				return false;
		return words[0] != NULL;
	}
	return true;
}

static bool store(struct reader *r, const struct option *o, const char *value, const char *arg)
{
	void *member = (char *)r->options + o->offset;

	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)member = true;
		return true;
	case OPT_STRING:
		if (!is_possible(o->offset, value))
			return usage(r, "no such value", arg);
		*(const char **)member = value;
		return true;
	case OPT_LIST:
		g_ptr_array_add(*(GPtrArray **)member, (void *)(uintptr_t)value);
		return true;
	}
	return false;
}

static bool take(struct reader *r, const struct option *o, const char *joined, const char *arg)
{
	if (o->value && !joined) {
		if (r->next >= r->argc)
			return usage(r, "a value must follow", arg);
		joined = r->argv[r->next++];
	} else if (!o->value && joined) {
		return usage(r, "takes no value", arg);
	}
	if (r->key && o->commands[0] && !strchr(o->commands, r->key))
		return usage(r, "not an option of this command", arg);
	return store(r, o, joined, arg);
}

static bool read_long(struct reader *r, const char *arg)
{
	const char *name = arg + 2;
	size_t n = strcspn(name, "=");

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		if (strlen(table[i].name) == n && memcmp(table[i].name, name, n) == 0)
			return take(r, &table[i], name[n] ? name + n + 1 : NULL, arg);
	return usage(r, "no such option", arg);
}

static bool read_short(struct reader *r, const char *arg)
{
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		if (table[i].letter && table[i].letter == arg[1])
			return take(r, &table[i], arg[2] ? arg + 2 : NULL, arg);
	return usage(r, "no such option", arg);
}

static bool read_word(struct reader *r, const char *arg)
{
	if (r->options->command) {
		if (r->options->operand)
			return usage(r, r->options->command == COMMAND_HELP ? "one command only"
									    : "one input file only",
				     arg);
		r->options->operand = arg;
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		if (strcmp(commands[i].name, arg) == 0) {
			r->options->command = commands[i].command;
			r->key = commands[i].key;
			return true;
		}
	return usage(r, "no such command", arg);
}

static bool is_complete(const struct reader *r)
{
	const struct options *o = r->options;

	if (o->help || o->version || o->command == COMMAND_HELP)
		return true;
	if (!o->command)
		return usage(r, "say what to do: build, check, format or help", "handbook");
	if (!o->operand)
		return usage(r, "which file?", "handbook");
	return true;
}

bool options_parse(struct options *o, int argc, char **argv, struct diags *d)
{
	struct reader r = { .argc = argc, .argv = argv, .next = 1, .diags = d, .options = o };
	bool words_only = false;

	*o = (struct options){ .params = g_ptr_array_new(), .allow = g_ptr_array_new() };
	while (r.next < argc) {
		const char *arg = argv[r.next++];
		bool well;

		if (words_only || arg[0] != '-' || !arg[1])
			well = read_word(&r, arg);
		else if (strcmp(arg, "--") == 0)
			well = words_only = true;
		else if (arg[1] == '-')
			well = read_long(&r, arg);
		else
			well = read_short(&r, arg);
		if (!well)
			return false;
	}
	return is_complete(&r);
}

void options_clear(struct options *o)
{
	g_ptr_array_free(o->params, TRUE);
	g_ptr_array_free(o->allow, TRUE);
}
