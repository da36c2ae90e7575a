/*
 * lines.c - how well and how fast paragraphs are set, beside PangoLayout
 *
 *   lines FILE.xml [LANGUAGE [WIDTH [SIZE]]]
 *
 * Sets the text of every para element of a DocBook file, justified, in the serif, and
 * prints what typesetters ask for: the mean stretch of lines, how many are loose,
 * hyphenated, and processor time; then the same for PangoLayout's lines of the same text
 * and font, whose spaces may stretch and shrink as ours.
 */
#include "layout/lines.h"
#include "text/engine.h"

#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct tally {
	const char *name;
	int lines, loose, very_loose, tight, hyphens, ladders, row;
	double sum, seconds;
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

	for (int i = 0; words[i]; i++)
		if (*words[i])
			g_string_append_printf(out, "%s%s", out->len ? " " : "", words[i]);
	return g_string_free(out, FALSE);
}

static void collect(const xmlNode *node, GPtrArray *out)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (!xmlStrEqual(node->name, BAD_CAST "para")) {
			collect(node->children, out);
			continue;
		}
		xmlChar *text = xmlNodeGetContent(node);

		g_ptr_array_add(out, collapse((const char *)text));
		xmlFree(text);
	}
}

/* ---- our lines ---- */

static void count(struct tally *t, double ratio, bool hyphen)
{
	t->lines++;
	t->sum += fabs(ratio);
	t->loose += ratio > 1;
	t->very_loose += ratio > 2;
	t->tight += ratio < -1;
	t->hyphens += hyphen;
	t->row = hyphen ? t->row + 1 : 0;
	t->ladders += t->row > 2;
}

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
	k.cost = k.flagged ? 50 : p[i].after == BRK_SOFT ? 40 : 0;
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
		if (p->pieces[i].after != BRK_NEVER || i + 1 == p->n_pieces)
			breaks[n++] = break_after(p->pieces, i, p->n_pieces, sum);
	}
	n_lines = fit_lines(a, breaks, n, &rules, &lines);
	t->row = 0;
	for (int i = 0; i + 1 < n_lines; i++)
		count(t, lines[i].ratio, breaks[lines[i].to].flagged);
}

static void set_ours(struct text *text, const GPtrArray *paras,
		     const struct text_style *style, Len width, struct tally *t)
{
	double start = now();

	for (guint i = 0; i < paras->len; i++) {
		struct arena *a = arena_new();
		const char *s = paras->pdata[i];
		char *nfc = text_normalize(a, s, (int)strlen(s));
		struct text_span span = {0, (int)strlen(nfc), style, {NULL, 0}};
		struct text_source source = {nfc, span.to, &span, 1, DIRECTION_AUTO};
		const struct text_para *p = text_shape(text, a, &source);

		if (p->n_pieces)
			fit(a, p, width, t);
		arena_free(a);
	}
	t->seconds = now() - start;
}

/* ---- PangoLayout's ---- */

static void judge(PangoLayoutLine *line, const char *s, Len width, Len space,
		  struct tally *t)
{
	PangoRectangle box;
	int blanks = 0, end = line->start_index + line->length;

	pango_layout_line_get_extents(line, NULL, &box);
	while (end > line->start_index && s[end - 1] == ' ')
		end--;
	for (int i = line->start_index; i < end; i++)
		blanks += s[i] == ' ';
	box.width -= (line->start_index + line->length - end) * space;
	count(t, blanks ? (double)(width - box.width) / (blanks * (space / 2.0)) : 10,
	      false);
}

static void set_pango(struct text *text, const GPtrArray *paras,
		      const struct text_style *style, Len width, struct tally *t)
{
	struct face *face = face_of(text, style);
	PangoLayout *layout = pango_layout_new(text->context);
	double start = now();

	pango_layout_set_font_description(layout, face->description);
	pango_layout_set_width(layout, width);
	for (guint i = 0; i < paras->len; i++) {
		const char *s = paras->pdata[i];
		int n;

		pango_layout_set_text(layout, s, -1);
		n = pango_layout_get_line_count(layout);
		for (int k = 0; k + 1 < n; k++)
			judge(pango_layout_get_line_readonly(layout, k), s, width,
			      face->nominal->space_width, t);
	}
	t->seconds = now() - start;
	g_object_unref(layout);
}

static void print(const struct tally *t, double pages)
{
	int n = MAX(t->lines, 1);

	printf("%-12s %7d %8.2f %8.1f %8.1f %8.1f %8d %8.2f %8.2f\n", t->name, t->lines,
	       t->sum / n, 100.0 * t->loose / n, 100.0 * t->very_loose / n,
	       100.0 * t->hyphens / n, t->ladders, t->seconds, t->seconds * 500 / pages);
}

int main(int argc, char **argv)
{
	struct text_options options = {.fonts = "fonts/fonts.conf"};
	struct tally ours = {.name = "total fit"}, pango = {.name = "PangoLayout"};
	GPtrArray *paras = g_ptr_array_new_with_free_func(g_free);
	xmlDoc *doc = argc > 1
			      ? xmlReadFile(argv[1], NULL, XML_PARSE_NOENT | XML_PARSE_HUGE)
			      : NULL;
	Len width = argc > 3 ? PT(atof(argv[3])) : PT(320);
	struct text_style style = {.families = "serif",
				   .size = argc > 4 ? PT(atof(argv[4])) : PT(10),
				   .weight = 400,
				   .language = argc > 2 ? argv[2] : "en-GB",
				   .hyphenate = true,
				   .hyphenation_remain = 2,
				   .hyphenation_push = 3,
				   .hyphenation_character = 0x2010};
	struct diags *d = diags_new();
	struct text *text = text_open(&options, d);
	double pages = 0;

	if (!doc || !text)
		return 2;
	collect(xmlDocGetRootElement(doc), paras);
	set_ours(text, paras, &style, width, &ours);
	set_pango(text, paras, &style, width, &pango);
	pages = ours.lines / 38.0;
	printf("%u paragraphs, %.0f pages of 38 lines; per cent of lines; seconds of CPU\n",
	       paras->len, pages);
	printf("%-12s %7s %8s %8s %8s %8s %8s %8s %8s\n", "", "lines", "mean |r|", "r > 1",
	       "r > 2", "hyphens", "ladders", "seconds", "500 pp");
	print(&ours, pages);
	print(&pango, pages);
	diags_print(d, stdout, DIAG_PLAIN);
	text_close(text);
	diags_free(d);
	xmlFreeDoc(doc);
	g_ptr_array_free(paras, TRUE);
	return 0;
}
