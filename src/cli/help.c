/*
 * help.c - what --help and "help COMMAND" say, from options.def
 */
#include "cli/cli.h"

#include <string.h>

static const struct {
	const char *name, *operand, *text;
	char key;
} commands[] = {
	{ "build", "BOOK.xml", "make PDF and HTML of a DocBook book", 'b' },
	{ "check", "BOOK.xml", "report everything that is wrong with a book", 'c' },
	{ "format", "IN.fo", "make a PDF of an XSL-FO 1.1 file", 'f' },
};

enum { COLUMN = 26, WIDTH = 80 };

/* A text in the right column, broken at spaces. */
static void print_text(FILE *f, const char *text)
{
	int at = COLUMN;

	while (*text) {
		int n = (int)strcspn(text, " ");

		if (at > COLUMN && at + 1 + n > WIDTH) {
			fprintf(f, "\n%*s", COLUMN, "");
			at = COLUMN;
		} else if (at > COLUMN) {
			fputc(' ', f);
			at++;
		}
		fprintf(f, "%.*s", n, text);
		at += n;
		text += n;
		text += strspn(text, " ");
	}
	fputc('\n', f);
}

static void print_option(FILE *f, char letter, const char *name, const char *value,
			 const char *text)
{
	g_autofree char *left = g_strdup_printf("  %c%c --%s%s%s", letter ? '-' : ' ',
						letter ? letter : ' ', name, value ? "=" : "",
						value ? value : "");

	if (strlen(left) + 2 > COLUMN)
		fprintf(f, "%s\n%*s", left, COLUMN, "");
	else
		fprintf(f, "%-*s", COLUMN, left);
	print_text(f, text);
}

static void print_options(FILE *f, char key)
{
	fputs("\nOptions:\n", f);
#define OPTION(member, kind, letter, name, value, commands, help) \
	if (strchr(commands, key)) \
		print_option(f, letter, name, value, help);
#include "cli/options.def"
#undef OPTION
}

bool help_print(const char *command, FILE *f)
{
	for (size_t i = 0; command && i < G_N_ELEMENTS(commands); i++)
		if (strcmp(command, commands[i].name) == 0) {
			fprintf(f, "handbook %s [OPTION ...] %s\n%s\n", command,
				commands[i].operand, commands[i].text);
			print_options(f, commands[i].key);
			return true;
		}
	if (command && strcmp(command, "help") != 0)
		return false;
	fputs("handbook makes tagged PDF and HTML of DocBook books.\n\n", f);
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		g_autofree char *left = g_strdup_printf("  handbook %s %s", commands[i].name,
							commands[i].operand);

		fprintf(f, "%-*s  %s\n", 2 + COLUMN, left, commands[i].text);
	}
	fputs("\n  handbook help COMMAND       the options of a command\n"
	      "  handbook --version\n\n"
	      "Exit status: 0 all is well, 1 the document has errors, 2 wrong use or "
	      "environment.\n",
	      f);
	return true;
}
