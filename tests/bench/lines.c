/*
 * lines.c - how well and how fast paragraphs are set, beside other formatters
 *
 *   lines LANGUAGE WIDTHS FILE [LINES]     WIDTHS in points: 320 or 280,300,320
 *   lines --text LANGUAGE WIDTHS FILE
 *
 * The texts are the paragraphs of a DocBook file, or the blocks of role P and the language
 * of an FO file.  They are set justified in the serif at 10 pt, at each width; printed is
 * what typesetters ask for: the mean stretch of lines, how many are loose, hyphenated or too
 * wide, and processor time; then the same for PangoLayout's lines of the same text and
 * font, and for those of LINES: lines that something else has made of it, an empty one
 * behind each paragraph.  Everybody's lines are measured by the same glue.  With --text the
 * paragraphs are printed, one a line, as that other formatter should set them.
 */
#include "layout/lines.h"
#include "text/engine.h"

#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_PARAGRAPHS = 1500 };

struct tally {
	const char *name;
	int lines, loose, very_loose, wide, hyphens, ladders, row;
	double sum, seconds;
};

struct bench {
	struct text *text;
	struct text_style style;
	GPtrArray *paras;
	Len widths[32];
	int n_widths;
	char **other, **at; /* lines of another formatter; the next */
	struct tally ours, pango, theirs;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- paragraphs ---- */

static char *collapse(const char *s)
{
	g_auto(GStrv) words = g_strsplit_set(s, " \t\r\n", -1);
	GString *out = g_string_new(NULL);
	char *nfc;

	for (int i = 0; words[i]; i++)
		if (*words[i])
			g_string_append_printf(out, "%s%s", out->len ? " " : "", words[i]);
	nfc = g_utf8_normalize(out->str, -1, G_NORMALIZE_NFC);
	g_string_free(out, TRUE);
	return nfc ? nfc : g_strdup("");
}

static bool has(xmlNode *node, const char *name, const char *value)
{
	xmlChar *v = xmlGetProp(node, BAD_CAST name);
	bool same = v && xmlStrEqual(v, BAD_CAST value);

	xmlFree(v);
	return same;
}

static bool is_sample(xmlNode *node, const char *language)
{
	if (xmlStrEqual(node->name, BAD_CAST "para"))
		return true;
	return xmlStrEqual(node->name, BAD_CAST "block") && has(node, "role", "P") &&
	       has(node, "lang", language);
}

/* The text of a node without what is set elsewhere. */
static void add_text(const xmlNode *node, GString *out)
{
	for (; node; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			g_string_append(out, (const char *)node->content);
		else if (!xmlStrEqual(node->name, BAD_CAST "indexterm") &&
			 !xmlStrEqual(node->name, BAD_CAST "footnote"))
			add_text(node->children, out);
	}
}

static void add_paragraph(const xmlNode *node, GPtrArray *out)
{
	GString *content = g_string_new(NULL);
	char *text;

	add_text(node->children, content);
	text = collapse(content->str);
	if (*text)
		g_ptr_array_add(out, text);
	else
		g_free(text);
	g_string_free(content, TRUE);
}

static void collect(xmlNode *node, const char *language, GPtrArray *out)
{
	for (; node && out->len < MOST_PARAGRAPHS; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (is_sample(node, language))
			add_paragraph(node, out);
		else
			collect(node->children, language, out);
	}
}

/* ---- the measure of lines ---- */

static void count(struct tally *t, double ratio, bool hyphen, bool wide)
{
	t->lines++;
	t->sum += fabs(ratio);
	t->loose += ratio > 1;
	t->very_loose += ratio > 2;
	t->wide += wide;
	t->hyphens += hyphen;
	t->row = hyphen ? t->row + 1 : 0;
	t->ladders += t->row > 2;
}

/* A line of bytes by our glue. */
struct extract {
	int from, to;
	bool hyphen; /* one is added to it */
	Len width;   /* of the measure */
};

static void judge(struct tally *t, const struct text_para *p, struct extract e)
{
	int64_t stretch = 0, shrink = 0;
	int64_t w = e.hyphen ? p->runs[0].font->hyphens[1].width : 0;
	double left;

	while (e.to > e.from && p->text[e.to - 1] == ' ')
		e.to--;
	for (int i = 0; i < p->n_runs; i++)
		for (int k = 0; k < p->runs[i].n_glyphs; k++) {
			const struct glyph *g = &p->runs[i].glyphs[k];

			if (g->cluster < e.from || g->cluster >= e.to)
				continue;
			w += g->advance;
			stretch += g->stretch;
			shrink += g->shrink;
		}
	left = (double)(e.width - w);
	if (left >= 0)
		count(t, stretch ? MIN(left / (double)stretch, 10) : 10, e.hyphen, false);
	else
		count(t, shrink ? MAX(left / (double)shrink, -1) : -1, e.hyphen,
		      -left > shrink + PT(2));
}

/* ---- our lines ---- */

static struct fit_break break_after(const struct piece *p, int i, int n, struct fit_sum sum)
{
	struct fit_break k = {.end = sum, .next = sum};
	int shown = p[i].kind == PIECE_SPACE && i > 0 ? i - 1 : i;

	if (shown < i) {
		k.end.width -= p[i].width;
		k.end.stretch -= p[i].stretch;
		k.end.shrink -= p[i].shrink;
	}
	k.end.width -= p[shown].tail_width;
	k.end.stretch -= p[shown].tail_stretch;
	k.end.shrink -= p[shown].tail_shrink;
	k.hang_end = p[shown].hang_end;
	k.hang_start = i + 1 < n ? p[i + 1].hang_start : 0;
	k.flagged = p[i].after == BRK_HYPHEN;
	k.hyphen = k.flagged ? p[i].hyphen : 0;
	k.cost = k.flagged ? FIT_COST_HYPHEN : p[i].after == BRK_SOFT ? FIT_COST_SOFT : 0;
	return k;
}

static void fit(struct arena *a, const struct text_para *p, Len width, struct tally *t)
{
	struct fit_break *breaks = ARENA_ARRAY(a, struct fit_break, p->n_pieces + 1);
	struct fit_rules rules = fit_rules_good(width);
	const struct fit_line *lines;
	struct fit_sum sum = {0};
	int n = 1, n_lines;

	for (int i = 0; i < p->n_pieces; i++) {
		sum.width += p->pieces[i].width;
		sum.stretch += p->pieces[i].stretch;
		sum.shrink += p->pieces[i].shrink;
		sum.expansion += p->pieces[i].expansion;
		if (p->pieces[i].after != BRK_NEVER || i + 1 == p->n_pieces)
			breaks[n++] = break_after(p->pieces, i, p->n_pieces, sum);
	}
	rules.least_last = PT(30);
	n_lines = fit_lines(a, breaks, n, &rules, &lines);
	t->row = 0;
	for (int i = 0; i + 1 < n_lines; i++)
		count(t, lines[i].ratio, breaks[lines[i].to].flagged, lines[i].over > 0);
}

static const struct text_para *shape(struct bench *b, struct arena *a, const char *s)
{
	struct text_span span = {0, (int)strlen(s), &b->style, {NULL, 0}};
	struct text_source source = {s, span.to, &span, 1, DIRECTION_AUTO};

	return text_shape(b->text, a, &source);
}

static void set_ours(struct bench *b, Len width)
{
	double start = now();

	for (guint i = 0; i < b->paras->len; i++) {
		struct arena *a = arena_new();
		const struct text_para *p = shape(b, a, b->paras->pdata[i]);

		if (p->n_pieces)
			fit(a, p, width, &b->ours);
		arena_free(a);
	}
	b->ours.seconds += now() - start;
}

/* ---- the lines of others ---- */

static void set_pango(struct bench *b, Len width)
{
	PangoLayout *layout = pango_layout_new(b->text->context);
	double start = now(), judging = 0;

	pango_layout_set_font_description(layout, face_of(b->text, &b->style)->description);
	pango_layout_set_width(layout, width);
	pango_layout_set_justify(layout, TRUE);
	for (guint i = 0; i < b->paras->len; i++) {
		struct arena *a = arena_new();
		const struct text_para *p;
		double pause;
		int n;

		pango_layout_set_text(layout, b->paras->pdata[i], -1);
		n = pango_layout_get_line_count(layout);
		pause = now();
		p = shape(b, a, b->paras->pdata[i]);
		for (int k = 0; k + 1 < n; k++) {
			PangoLayoutLine *l = pango_layout_get_line_readonly(layout, k);

			judge(&b->pango, p,
			      (struct extract){l->start_index, l->start_index + l->length, false,
					       width});
		}
		arena_free(a);
		judging += now() - pause;
	}
	b->pango.seconds += now() - start - judging;
	g_object_unref(layout);
}

/* Where the other's line ends in our text: letters are counted, blanks are not. */
static int end_of(const char *text, int from, const char *line)
{
	int at = from;

	for (; *line; line = g_utf8_next_char(line)) {
		if (*line == ' ')
			continue;
		while (text[at] == ' ')
			at++;
		if (!text[at])
			break;
		if (g_utf8_get_char(line) == g_utf8_get_char(text + at))
			at = char_next(text, at);
	}
	return at;
}

static bool ends_in_hyphen(const char *line, const char *text, int to)
{
	return (g_str_has_suffix(line, "-") || g_str_has_suffix(line, "\342\200\220")) && to > 0 &&
	       text[to - 1] != '-';
}

static void measure_theirs(struct bench *b, Len width)
{
	for (guint i = 0; i < b->paras->len && *b->at; i++, b->at++) {
		struct arena *a = arena_new();
		const struct text_para *p = shape(b, a, b->paras->pdata[i]);
		int from = 0;

		for (; *b->at && **b->at; b->at++) {
			int to = end_of(p->text, from, *b->at);

			while (p->text[from] == ' ')
				from++;
			if (b->at[1] && *b->at[1])
				judge(&b->theirs, p,
				      (struct extract){from, to, ends_in_hyphen(*b->at, p->text, to),
						       width});
			from = to;
		}
		arena_free(a);
	}
}

/* ---- the table ---- */

static void print(const struct bench *b, const struct tally *t)
{
	int n = MAX(t->lines, 1);
	double pages = MAX(b->ours.lines / 38.0, 0.01);

	if (t->lines == 0)
		return;
	printf("%-8s %-12s %6d %8.2f %7.1f %7.1f %8.1f %8d %9.1f", b->style.language, t->name,
	       t->lines, t->sum / n, 100.0 * t->loose / n, 100.0 * t->very_loose / n,
	       100.0 * t->hyphens / n, t->ladders, 100.0 * t->wide / n);
	if (t->seconds > 0)
		printf(" %7.2f", t->seconds * 500 / pages);
	printf("\n");
}

/* Fonts, dictionaries and patterns are read once, not every so many pages: the first
 * paragraph is set before the clock runs. */
static void warm_up(struct bench *b)
{
	struct tally ours = b->ours, pango = b->pango;
	guint n = b->paras->len;

	b->paras->len = MIN(n, 1);
	set_ours(b, b->widths[0]);
	set_pango(b, b->widths[0]);
	b->paras->len = n;
	b->ours = ours;
	b->pango = pango;
}

static void measure(struct bench *b)
{
	warm_up(b);
	for (int i = 0; i < b->n_widths; i++) {
		set_ours(b, b->widths[i]);
		set_pango(b, b->widths[i]);
		if (b->at)
			measure_theirs(b, b->widths[i]);
	}
	print(b, &b->ours);
	print(b, &b->pango);
	print(b, &b->theirs);
}

static void read_widths(struct bench *b, const char *list)
{
	g_auto(GStrv) widths = g_strsplit(list, ",", -1);

	for (int i = 0; widths[i] && i < (int)G_N_ELEMENTS(b->widths); i++)
		b->widths[b->n_widths++] = PT(atof(widths[i]));
}

static void read_other(struct bench *b, const char *path)
{
	g_autofree char *all = NULL;

	if (path && g_file_get_contents(path, &all, NULL, NULL))
		b->at = b->other = g_strsplit(all, "\n", -1);
}

static void run(struct bench *b, xmlDoc *doc, bool text_only)
{
	collect(xmlDocGetRootElement(doc), b->style.language, b->paras);
	for (guint i = 0; text_only && i < b->paras->len; i++)
		puts(b->paras->pdata[i]);
	if (!text_only)
		measure(b);
}

int main(int argc, char **argv)
{
	struct text_options options = {.fonts = "fonts/fonts.conf"};
	bool text_only = argc > 1 && strcmp(argv[1], "--text") == 0;
	char **arg = argv + 1 + text_only;
	struct bench b = {
		.ours.name = "total fit", .pango.name = "PangoLayout", .theirs.name = "Apache FOP"};
	struct diags *d = diags_new();
	xmlDoc *doc;

	if (argc - text_only < 4)
		return 2;
	b.style = (struct text_style){.families = "serif",
				      .size = PT(10),
				      .weight = 400,
				      .language = arg[0],
				      .hyphenate = true,
				      .hyphenation_remain = 2,
				      .hyphenation_push = 3,
				      .hyphenation_character = 0x2010};
	b.paras = g_ptr_array_new_with_free_func(g_free);
	read_widths(&b, arg[1]);
	read_other(&b, arg[3]);
	doc = xmlReadFile(arg[2], NULL, XML_PARSE_NOENT | XML_PARSE_HUGE);
	b.text = text_open(&options, d);
	if (doc && b.text)
		run(&b, doc, text_only);
	text_close(b.text);
	diags_free(d);
	xmlFreeDoc(doc);
	g_ptr_array_free(b.paras, TRUE);
	g_strfreev(b.other);
	return doc && b.text ? 0 : 2;
}
