/*
 * dump.c - the area tree as text, one area a line: what golden tests compare
 *
 * The format is in area.h.  Numbers are printed from integers, so that the text is the same
 * on every machine and in every locale.
 */
#include "area/area.h"
#include "image/image.h"
#include "text/text.h"

static const char *const STYLES[] = {"none",   "hidden", "dotted", "dashed", "solid",
				     "double", "groove", "ridge",  "inset",  "outset"};

/* Points with two decimals, rounded half away from zero. */
static void put_len(FILE *f, Len l)
{
	int64_t v = (int64_t)l * 100;
	int64_t n = (v + (v < 0 ? -512 : 512)) / 1024;
	int64_t a = n < 0 ? -n : n;

	fprintf(f, "%s%lld.%02lld", n < 0 ? "-" : "", (long long)(a / 100),
		(long long)(a % 100));
}

static void put_pair(FILE *f, Len a, char between, Len b)
{
	put_len(f, a);
	fputc(between, f);
	put_len(f, b);
}

static void put_color(FILE *f, struct color c)
{
	if (c.a == 255)
		fprintf(f, "#%02x%02x%02x", c.r, c.g, c.b);
	else
		fprintf(f, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
}

/* UTF-8 in quotation marks; control characters and quotation marks escaped. */
static void put_text(FILE *f, const char *s, int n)
{
	fputc('"', f);
	for (int i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\')
			fprintf(f, "\\%c", c);
		else if (c < 32 || c == 127)
			fprintf(f, "\\x%02x", c);
		else
			fputc(c, f);
	}
	fputc('"', f);
}

static int length_of(const char *s)
{
	int n = 0;

	while (s[n])
		n++;
	return n;
}

static void put_string(FILE *f, const char *name, const char *s)
{
	if (!s)
		return;
	fprintf(f, " %s ", name);
	put_text(f, s, length_of(s));
}

static void put_edge(FILE *f, const char *name, const struct edge *e)
{
	if (e->width == 0)
		return;
	fprintf(f, " %s ", name);
	put_len(f, e->width);
	fprintf(f, " %s ", STYLES[e->style]);
	put_color(f, e->color);
}

static bool same_edge(const struct edge *a, const struct edge *b)
{
	return a->width == b->width && a->style == b->style && a->color.r == b->color.r &&
	       a->color.g == b->color.g && a->color.b == b->color.b &&
	       a->color.a == b->color.a;
}

static void put_decor(FILE *f, const struct decor *d)
{
	if (d->background.a) {
		fputs(" ground ", f);
		put_color(f, d->background);
	}
	if (same_edge(&d->top, &d->right) && same_edge(&d->top, &d->bottom) &&
	    same_edge(&d->top, &d->left)) {
		put_edge(f, "border", &d->top);
	} else {
		put_edge(f, "top", &d->top);
		put_edge(f, "right", &d->right);
		put_edge(f, "bottom", &d->bottom);
		put_edge(f, "left", &d->left);
	}
	if (d->radius) {
		fputs(" radius ", f);
		put_len(f, d->radius);
	}
	if (d->image) {
		put_string(f, "picture", d->image->path);
		fputc(' ', f);
		put_pair(f, d->image_x, ',', d->image_y);
		fprintf(f, "%s%s", d->image_repeat_x ? " repeat-x" : "",
			d->image_repeat_y ? " repeat-y" : "");
	}
}

static void put_glyph_text(FILE *f, const struct area_text *t)
{
	fputc(' ', f);
	put_text(f, t->text, t->n_bytes);
	fprintf(f, " %s ", t->font ? text_font_name(t->font) : "-");
	put_len(f, t->font ? text_font_size(t->font) : 0);
	if (t->color.r || t->color.g || t->color.b || t->color.a != 255) {
		fputc(' ', f);
		put_color(f, t->color);
	}
	if (t->expansion)
		fprintf(f, " %+.2f%%", t->expansion / 100.0);
	fprintf(f, "%s%s", t->rtl ? " rtl" : "", t->space_after ? " space" : "");
}

static void put_kind(FILE *f, const struct area *a)
{
	switch (a->kind) {
	case AREA_BOX:
		if (a->baseline == 0)
			return;
		fputs(" base ", f);
		put_len(f, a->baseline);
		return;
	case AREA_LINE:
		fputs(" base ", f);
		put_len(f, a->baseline);
		return;
	case AREA_TEXT:
		put_glyph_text(f, &a->as.text);
		return;
	case AREA_RULE:
		fprintf(f, " %s%s ", a->as.rule.vertical ? "vertical " : "",
			STYLES[a->as.rule.style]);
		put_color(f, a->as.rule.color);
		return;
	case AREA_IMAGE:
		put_string(f, "of", a->as.image.image ? a->as.image.image->path : "-");
		fputc(' ', f);
		put_pair(f, a->as.image.at.x, ',', a->as.image.at.y);
		fputc(' ', f);
		put_pair(f, a->as.image.at.width, 'x', a->as.image.at.height);
		return;
	}
}

static void put_mark(FILE *f, const struct mark *m)
{
	static const char *const KINDS[] = {"", "layout", "header", "footer", "repeat"};

	if (!m)
		return;
	if (m->artifact)
		fprintf(f, " artifact %s", KINDS[m->artifact]);
	else
		fprintf(f, " as %s", m->role);
}

static void put_area(FILE *f, const struct place *p, int depth)
{
	static const char *const KINDS[] = {"box", "line", "text", "rule", "image"};
	const struct area *a = p->area;

	fprintf(f, "%*s%s", depth * 2, "", KINDS[a->kind]);
	if (a->trace)
		fprintf(f, " %s", a->trace);
	fputc(' ', f);
	put_pair(f, p->x, ',', p->y);
	fputc(' ', f);
	put_pair(f, a->size.width, 'x', a->size.height);
	put_kind(f, a);
	if (a->decor)
		put_decor(f, a->decor);
	if (a->clip)
		fputs(" clip", f);
	if (a->rotation)
		fprintf(f, " turned %d", a->rotation);
	if (a->hidden)
		fputs(" hidden", f);
	put_string(f, "id", a->id);
	if (a->link) {
		put_string(f, "link", a->link->destination);
		put_string(f, "uri", a->link->uri);
	}
	put_mark(f, a->mark);
	fputc('\n', f);
	for (int i = 0; i < a->n_kids; i++)
		put_area(f, &a->kids[i], depth + 1);
}

static void put_bookmarks(FILE *f, const struct bookmark *b, int depth)
{
	for (; b; b = b->next) {
		fprintf(f, "%*sbookmark", depth * 2, "");
		fputc(' ', f);
		put_text(f, b->title ? b->title : "", b->title ? length_of(b->title) : 0);
		put_string(f, "to", b->destination);
		put_string(f, "uri", b->uri);
		fputs(b->open ? " open\n" : "\n", f);
		put_bookmarks(f, b->child, depth + 1);
	}
}

void book_dump(const struct book *b, FILE *f)
{
	for (int i = 0; i < b->n_pages; i++) {
		const struct page *p = &b->pages[i];

		fprintf(f, "page %d", i + 1);
		fputc(' ', f);
		put_text(f, p->label ? p->label : "", p->label ? length_of(p->label) : 0);
		fputc(' ', f);
		put_pair(f, p->size.width, 'x', p->size.height);
		fputs(p->blank ? " blank\n" : "\n", f);
		if (p->root)
			put_area(f, &(struct place){0, 0, p->root}, 1);
	}
	for (int i = 0; i < b->n_destinations; i++) {
		const struct destination *d = &b->destinations[i];

		fputs("destination ", f);
		put_text(f, d->id, length_of(d->id));
		fprintf(f, " page %d ", d->page + 1);
		put_pair(f, d->x, ',', d->y);
		fputc('\n', f);
	}
	put_bookmarks(f, b->bookmarks, 0);
}
