/*
 * format.c - handbook format: an XSL-FO file to PDF
 */
#include "cli/print.h"

#include <string.h>

/* "x.fo" gives "x.pdf", in the same folder. */
static char *default_output(const char *input)
{
	const char *dot = strrchr(input, '.');
	size_t stem = dot && !strchr(dot, '/') ? (size_t)(dot - input) : strlen(input);

	return g_strdup_printf("%.*s.pdf", (int)stem, input);
}

static bool format_doc(const struct options *o, const struct doc *doc, const struct sandbox *s,
		       struct diags *d)
{
	g_autofree char *path = o->output ? g_strdup(o->output) : default_output(o->operand);
	struct print p = { .options = o, .sandbox = s, .source = doc, .diags = d };

	if (stops_after(o, "doc") || stops_after(o, "xsl")) {
		doc_dump(doc, stdout);
		return true;
	}
	if (o->stop_after)
		return print_fo(&p, doc);
	p.output = output_open(path, d);
	if (p.output && print_fo(&p, doc) && is_publishable(o, d))
		return output_commit(p.output, d);
	output_discard(p.output);
	return false;
}

bool run_format(const struct options *o, struct diags *d)
{
	struct sandbox *s = open_sandbox(o, d);
	struct doc *doc;
	bool well = false;

	progress_stage("reading");
	doc = doc_load(o->operand, s, d);
	if (doc)
		well = format_doc(o, doc, s, d);
	doc_free(doc);
	sandbox_free(s);
	return well;
}
