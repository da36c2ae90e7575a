/*
 * content.c - a page's content stream, with cairo's tags turned into ours
 *
 * cairo wrote "/P << /MCID n >> BDC" for each leaf, n counting from 0.  Each becomes the
 * begin of its mark's role, numbered anew without the artifacts, or of an artifact.  The
 * scan knows just enough of the syntax not to be misled by strings; it checks that the
 * leaves are those recorded and that nothing is painted outside them.
 */
#include "pdf/content.h"

#include <string.h>

struct rewriter {
	const char *s, *end;
	const char *copied; /* up to here */
	GString *out;
	const struct record *record;
	const char *const *roles;
	guint content, content_end;
	int n_leaves, n_mcids, depth;
	bool bad;
};

static const char *skip_literal(const char *p, const char *end)
{
	int depth = 1;

	while (p < end && depth > 0) {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')')
			depth--;
		p++;
	}
	return p < end ? p : end;
}

static const char *skip_hex(const char *p, const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p));

	return close ? close + 1 : end;
}

static const char *artifact_begin(int kind)
{
	switch ((enum artifact)kind) {
	case ARTIFACT_HEADER:
		return "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC";
	case ARTIFACT_FOOTER:
		return "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC";
	case ARTIFACT_REPEAT:
		return "/Artifact<</Type/Pagination>>BDC";
	case ARTIFACT_NOT:
	case ARTIFACT_LAYOUT:
		break;
	}
	return "/Artifact<</Type/Layout>>BDC";
}

/* The next leaf that was recorded on the page. */
static void write_leaf(struct rewriter *w)
{
	const struct record *r = w->record;
	int owner;

	while (w->content < w->content_end &&
	       g_array_index(r->owners, int, w->content) >= 0 &&
	       g_array_index(r->contents, struct record_content, w->content).number < 0)
		w->content++; /* an annotation */
	if (w->content == w->content_end) {
		w->bad = true;
		return;
	}
	owner = g_array_index(r->owners, int, w->content++);
	if (owner < 0)
		g_string_append(w->out, artifact_begin(-1 - owner));
	else
		g_string_append_printf(w->out, "/%s<</MCID %d>>BDC", w->roles[owner],
				       w->n_mcids++);
}

/* At a name: cairo's begin of a leaf, or any other. */
static const char *rewrite_name(struct rewriter *w, const char *p)
{
	static const char begin[] = "/P << /MCID ", close[] = " >> BDC";
	const char *q = p + sizeof begin - 1;
	int mcid = 0;

	if (q < w->end && memcmp(p, begin, sizeof begin - 1) == 0) {
		for (; q < w->end && g_ascii_isdigit(*q); q++)
			mcid = mcid * 10 + (*q - '0');
		if ((size_t)(w->end - q) >= sizeof close - 1 &&
		    memcmp(q, close, sizeof close - 1) == 0) {
			g_string_append_len(w->out, w->copied, p - w->copied);
			w->bad |= mcid != w->n_leaves++;
			write_leaf(w);
			w->copied = q + sizeof close - 1;
			w->depth++;
			return w->copied;
		}
	}
	for (p++; p < w->end && (g_ascii_isalnum(*p) || strchr("-_+.#", *p)); p++)
		;
	return p;
}

static bool paints(const char *op, size_t n)
{
	static const char *const ops[] = {"f", "F", "f*", "B",  "B*", "b",  "b*",
					  "S", "s", "Tj", "TJ", "Do", "sh", "BI"};

	for (size_t i = 0; i < G_N_ELEMENTS(ops); i++)
		if (strlen(ops[i]) == n && memcmp(ops[i], op, n) == 0)
			return true;
	return false;
}

static const char *read_operator(struct rewriter *w, const char *p)
{
	const char *from = p;
	size_t n;

	while (p < w->end && (g_ascii_isalnum(*p) || *p == '*' || *p == '\'' || *p == '"'))
		p++;
	n = (size_t)(p - from);
	if (n == 3 && (memcmp(from, "BDC", 3) == 0 || memcmp(from, "BMC", 3) == 0))
		w->depth++;
	else if (n == 3 && memcmp(from, "EMC", 3) == 0)
		w->depth--;
	else if (w->depth == 0 && n <= 2)
		w->bad |= paints(from, n);
	return p;
}

bool content_rewrite(struct slice s, const struct record *r, int page,
		     const char *const *roles, GString *out)
{
	const struct record_page *p = record_page_at(r, page);
	struct rewriter w = {.s = s.at,
			     .end = s.at + s.n,
			     .copied = s.at,
			     .out = out,
			     .record = r,
			     .roles = roles,
			     .content = (guint)p->first_content,
			     .content_end = (guint)page + 1 < r->pages->len
						    ? (guint)p[1].first_content
						    : r->contents->len};

	for (const char *at = s.at; at < w.end;) {
		if (*at == '(')
			at = skip_literal(at + 1, w.end);
		else if (*at == '<' && at + 1 < w.end && at[1] != '<')
			at = skip_hex(at, w.end);
		else if (*at == '/')
			at = rewrite_name(&w, at);
		else if (g_ascii_isalpha(*at) || *at == '\'' || *at == '"')
			at = read_operator(&w, at);
		else
			at++;
	}
	g_string_append_len(out, w.copied, w.end - w.copied);
	return !w.bad && w.depth == 0 && w.n_leaves == p->n_leaves;
}
