/*
 * dump.c - the formatting tree as text, for people and golden tests
 *
 * One object a line, with what differs from what it would have had without attributes.
 * Lengths are in points, shares in percent.
 */
#include "fo/refine.h"

#include <string.h>

static void print_points(FILE *f, Len l)
{
	char s[32];
	size_t n = (size_t)snprintf(s, sizeof s, "%.2f", len_pt(l));

	while (n && s[n - 1] == '0')
		s[--n] = '\0';
	if (n && s[n - 1] == '.')
		s[--n] = '\0';
	fprintf(f, "%spt", strcmp(s, "-0") == 0 ? "0" : s);
}

static void print_len(FILE *f, struct fo_len l)
{
	if (l.keyword) {
		fputs(fo_keyword_name(l.keyword), f);
		return;
	}
	if (l.share)
		fprintf(f, "%.4g%s", l.share * (l.proportional ? 1.0 : 100.0) / FO_WHOLE,
			l.proportional ? "*" : "%");
	if (l.share && l.fixed)
		fputs(l.fixed > 0 ? "+" : "", f);
	if (l.fixed || !l.share)
		print_points(f, l.fixed);
}

static bool same_len(struct fo_len a, struct fo_len b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

static void print_space(FILE *f, const struct fo_space *s)
{
	if (same_len(s->minimum, s->optimum) && same_len(s->optimum, s->maximum)) {
		print_len(f, s->optimum);
	} else {
		print_len(f, s->minimum);
		fputc('/', f);
		print_len(f, s->optimum);
		fputc('/', f);
		print_len(f, s->maximum);
	}
	if (s->precedence == FO_FORCE)
		fputs("!force", f);
	else if (s->precedence)
		fprintf(f, "!%d", s->precedence);
	if (s->retain)
		fputs("!retain", f);
}

static void print_color(FILE *f, struct color c)
{
	if (c.a == 0)
		fputs("transparent", f);
	else
		fprintf(f, c.a == 255 ? "#%02x%02x%02x" : "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
}

static void print_strength(FILE *f, int n)
{
	if (n == FO_ALWAYS)
		fputs("always", f);
	else if (n)
		fprintf(f, "%d", n);
	else
		fputs("auto", f);
}

static void print_keep(FILE *f, const struct fo_keep *k)
{
	print_strength(f, k->within_line);
	fputc('/', f);
	print_strength(f, k->within_column);
	fputc('/', f);
	print_strength(f, k->within_page);
}

static void print_decoration(FILE *f, uint16_t set)
{
	fprintf(f, "%s%s%s%s", set ? "" : "none", set & FO_UNDERLINE ? "underline" : "",
		set & FO_OVERLINE ? "overline" : "", set & FO_LINE_THROUGH ? "line-through" : "");
}

static void print_string(FILE *f, const char *s, int n)
{
	fputc('"', f);
	for (int i = 0; i < n; i++) {
		if (s[i] == '\n')
			fputs("\\n", f);
		else if (s[i] == '\t')
			fputs("\\t", f);
		else if (s[i] == '"' || s[i] == '\\')
			fprintf(f, "\\%c", s[i]);
		else
			fputc(s[i], f);
	}
	fputc('"', f);
}

static void print_edge(FILE *f, enum parser parser, const struct fo_edge *e)
{
	switch ((int)parser) {
	case PARSE_EDGE_STYLE:
		fputs(fo_keyword_name(e->style), f);
		return;
	case PARSE_EDGE_WIDTH:
		print_points(f, e->width);
		fputs(e->retain ? "!retain" : "", f);
		return;
	case PARSE_EDGE_COLOR:
		print_color(f, e->color);
		return;
	case PARSE_EDGE_PADDING:
		print_len(f, e->padding);
		fputs(e->padding_retain ? "!retain" : "", f);
		return;
	default:
		if (e->precedence == FO_FORCE)
			fputs("force", f);
		else
			fprintf(f, "%d", e->precedence);
	}
}

static void print_character(FILE *f, uint32_t c)
{
	char utf8[8];
	int n = g_unichar_to_utf8(c, utf8);

	print_string(f, utf8, n);
}

static void print_number(FILE *f, const struct fo_number *n)
{
	if (n->keyword)
		fputs(fo_keyword_name((enum fo_keyword)n->keyword), f);
	else
		fprintf(f, "%d", n->value);
}

/* Numbers, names and keywords. */
static void print_scalar(FILE *f, enum parser parser, const void *m)
{
	const char *s;

	switch ((int)parser) {
	case PARSE_ALIGN:
	case PARSE_FLOAT_SIDE:
	case PARSE_KEYWORD:
	case PARSE_SIDE:
	case PARSE_WRITING_MODE:
		fputs(fo_keyword_name(*(const uint16_t *)m), f);
		return;
	case PARSE_BOOL:
		fputs(*(const bool *)m ? "true" : "false", f);
		return;
	case PARSE_CHARACTER:
		print_character(f, *(const uint32_t *)m);
		return;
	case PARSE_DECORATION:
		print_decoration(f, *(const uint16_t *)m);
		return;
	case PARSE_FAMILY:
	case PARSE_NAME:
	case PARSE_STRING:
	case PARSE_URI:
		s = *(const char *const *)m;
		print_string(f, s ? s : "", s ? (int)strlen(s) : 0);
		return;
	case PARSE_FONT_STRETCH:
	case PARSE_FONT_WEIGHT:
	case PARSE_INTEGER:
	case PARSE_ORIENTATION:
		fprintf(f, "%d", *(const int *)m);
		return;
	default:
		print_points(f, *(const Len *)m);
	}
}

static void print_value(FILE *f, const struct property *p, const void *m)
{
	switch ((int)p->parser) {
	case PARSE_AXIS:
	case PARSE_BACKGROUND:
	case PARSE_LENGTH:
	case PARSE_SHIFT:
		print_len(f, *(const struct fo_len *)m);
		return;
	case PARSE_COLOR:
		print_color(f, *(const struct color *)m);
		return;
	case PARSE_EDGE_COLOR:
	case PARSE_EDGE_PADDING:
	case PARSE_EDGE_PRECEDENCE:
	case PARSE_EDGE_STYLE:
	case PARSE_EDGE_WIDTH:
		print_edge(f, p->parser, m);
		return;
	case PARSE_KEEP:
		print_keep(f, m);
		return;
	case PARSE_LEADER_LENGTH:
	case PARSE_LINE_HEIGHT:
	case PARSE_RANGE:
	case PARSE_SPACE:
		print_space(f, m);
		return;
	case PARSE_NUMBER:
		print_number(f, m);
		return;
	case PARSE_SEPARATION:
		print_points(f, ((const struct fo_separation *)m)->bpd);
		fputc('/', f);
		print_points(f, ((const struct fo_separation *)m)->ipd);
		return;
	default:
		print_scalar(f, p->parser, m);
	}
}

static bool same_edge(enum parser parser, const struct fo_edge *a, const struct fo_edge *b)
{
	switch ((int)parser) {
	case PARSE_EDGE_STYLE:
		return a->style == b->style;
	case PARSE_EDGE_WIDTH:
		return a->style == KW_NONE || (a->width == b->width && a->retain == b->retain);
	case PARSE_EDGE_COLOR:
		return a->style == KW_NONE || memcmp(&a->color, &b->color, sizeof a->color) == 0;
	case PARSE_EDGE_PADDING:
		return same_len(a->padding, b->padding) && a->padding_retain == b->padding_retain;
	default:
		return a->precedence == b->precedence;
	}
}

static bool same_value(const struct property *p, const struct fo_style *a,
		       const struct fo_style *b)
{
	const char *m = (const char *)a + p->offset, *n = (const char *)b + p->offset;

	if (p == &properties[PROP_text_align] && a->text_align_string != b->text_align_string)
		return false;
	if (p->parser >= PARSE_EDGE_COLOR && p->parser <= PARSE_EDGE_WIDTH)
		return same_edge(p->parser, (const void *)m, (const void *)n);
	return memcmp(m, n, (size_t)p->size) == 0;
}

static void dump_style(FILE *f, const struct fo *fo, const struct fo_style *initial)
{
	struct fo_style base;

	style_inherit(&base, fo->parent ? fo->parent->style : initial, initial, fo->kind);
	for (int i = 0; i < N_PROPS; i++) {
		const struct property *p = &properties[i];

		if (!p->size || i == PROP_width || i == PROP_height ||
		    same_value(p, fo->style, &base))
			continue;
		fprintf(f, " %s=", p->name);
		if (i == PROP_text_align && fo->style->text_align_string)
			print_string(f, fo->style->text_align_string,
				     (int)strlen(fo->style->text_align_string));
		else
			print_value(f, p, (const char *)fo->style + p->offset);
	}
}

static void dump_fo(FILE *f, const struct fo *fo, int depth, const struct fo_style *initial)
{
	fprintf(f, "%*s%s", depth * 2, "", fo_kind_name(fo->kind));
	if (fo->id)
		fprintf(f, " id=\"%s\"", fo->id);
	dump_style(f, fo, initial);
	if (fo->kind == FO_TEXT || fo->text) {
		fputc(' ', f);
		print_string(f, fo->text ? fo->text : "", fo->n_bytes);
	}
	fputc('\n', f);
}

static void dump_meta(FILE *f, const struct fo_meta *m)
{
	const struct {
		const char *name, *value;
	} rows[] = {
		{ "title", m->title },		 { "author", m->author },
		{ "subject", m->subject },	 { "keywords", m->keywords },
		{ "rights", m->rights },	 { "publisher", m->publisher },
		{ "edition", m->edition },	 { "date", m->date },
		{ "identifier", m->identifier }, { "lang", m->lang },
		{ "creator", m->creator },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].value)
			fprintf(f, "meta %s=\"%s\"\n", rows[i].name, rows[i].value);
}

void fo_dump(const struct fo_tree *t, FILE *f)
{
	const struct fo *fo = t->root;
	struct refiner r = { .arena = arena_new(), .diags = diags_new(), .plain = t->plain };
	int depth = 0;

	refiner_start(&r);
	dump_meta(f, &t->meta);
	while (fo) {
		dump_fo(f, fo, depth, r.initial);
		if (fo->child) {
			fo = fo->child;
			depth++;
			continue;
		}
		while (fo && !fo->next) {
			fo = fo->parent;
			depth--;
		}
		fo = fo ? fo->next : NULL;
	}
	refiner_end(&r);
	diags_free(r.diags);
	arena_free(r.arena);
}
