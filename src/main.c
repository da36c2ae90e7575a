/*
 * main.c - the program handbook
 */
#include "base/file.h"
#include "cli/cli.h"
#include "doc/doc.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *await_signal(void *set)
{
	int number;

	sigwait(set, &number);
	progress_clear();
	file_interrupted();
	_exit(128 + number);
}

/* An interrupted build leaves no temporary files. */
static void watch_signals(void)
{
	static sigset_t set;
	pthread_t thread;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	if (pthread_create(&thread, NULL, await_signal, &set) == 0)
		pthread_detach(thread);
}

static void run(const struct options *o, struct diags *d)
{
	switch (o->command) {
	case COMMAND_BUILD:
		run_build(o, d);
		return;
	case COMMAND_CHECK:
		run_check(o, d);
		return;
	case COMMAND_FORMAT:
		run_format(o, d);
		return;
	case COMMAND_NONE:
	case COMMAND_HELP:
		return;
	}
}

static const char *command_name(const struct options *o)
{
	switch (o->command) {
	case COMMAND_BUILD:
		return "build";
	case COMMAND_CHECK:
		return "check";
	case COMMAND_FORMAT:
		return "format";
	case COMMAND_NONE:
	case COMMAND_HELP:
		return o->operand;
	}
	return NULL;
}

static void show_help(const char *command, struct diags *d)
{
	if (!help_print(command, stdout))
		diag(d, E_USAGE, (struct where){ 0 }, "%s: no such command (see handbook --help)",
		     command);
}

/* What was printed may stop at a full disk without a word. */
static void finish_output(struct diags *d)
{
	int error = fflush(stdout) ? errno : ferror(stdout) ? EIO : 0;

	if (error && !diags_count(d, SEVERITY_FATAL))
		diag(d, E_FILE_WRITE, (struct where){ 0 }, "cannot write standard output: %s",
		     g_strerror(error));
}

static enum diag_style style_of(const struct options *o)
{
	const char *no_color;

	if (o->diagnostics && options_list_has("json", NULL, o->diagnostics))
		return DIAG_JSON;
	/* https://no-color.org: set and not empty */
	no_color = getenv("NO_COLOR");
	return isatty(STDERR_FILENO) && !(no_color && *no_color) ? DIAG_COLOR : DIAG_PLAIN;
}

int main(int argc, char **argv)
{
	struct diags *d = diags_new();
	struct options o;
	int status;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (options_parse(&o, argc, argv, d)) {
		if (o.version) {
			puts("handbook " HANDBOOK_VERSION);
		} else if (o.help || o.command == COMMAND_HELP) {
			show_help(command_name(&o), d);
		} else {
			watch_signals();
			progress_start();
			doc_init();
			run(&o, d);
			doc_exit();
			progress_clear();
		}
	}
	finish_output(d);
	diags_print(d, stderr, style_of(&o));
	status = diags_status(d);
	options_clear(&o);
	diags_free(d);
	return status;
}
