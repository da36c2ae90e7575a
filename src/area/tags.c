/*
 * tags.c - the structure tree with its text, as a reader of the tagged file meets it
 *
 *   Document lang "en-GB"
 *     H1 "The title"
 *     P
 *       "Text with a "
 *       Link "link"
 *       " in it."
 */
#include "area/reading.h"
#include "image/image.h"

#include <glib.h>
#include <string.h>

/* What is painted under one mark without a break. */
struct stretch {
	size_t from, to; /* in the text of all */
};

struct collector {
	GArray *owners;    /* int */
	GArray *stretches; /* struct stretch, same order */
	GString *text;
};

static void add_text(struct collector *c, const struct mark *m, const char *s, size_t n,
		     bool space)
{
	guint k = c->owners->len;

	if (k == 0 || g_array_index(c->owners, int, k - 1) != m->index) {
		struct stretch t = {c->text->len, c->text->len};

		g_array_append_val(c->owners, m->index);
		g_array_append_val(c->stretches, t);
		k++;
	}
	g_string_append_len(c->text, s, (gssize)n);
	if (space && n > 0 && s[n - 1] != ' ')
		g_string_append_c(c->text, ' ');
	g_array_index(c->stretches, struct stretch, k - 1).to = c->text->len;
}

/* parted: something stands between the area's last word and the next. */
static void collect(struct collector *c, const struct area *a, const struct mark *m,
		    bool parted)
{
	if (a->mark)
		m = a->mark;
	if (m->artifact)
		return;
	if (a->kind == AREA_TEXT && !reading_blank(a))
		add_text(c, m, a->as.text.text, (size_t)a->as.text.n_bytes,
			 a->as.text.space_after || parted);
	if (a->kind == AREA_IMAGE)
		add_text(c, m, "[image]", 7, false);
	for (int i = 0; i < a->n_kids; i++)
		collect(c, a->kids[i].area, m,
			reading_parted(a, i, m) || (parted && i + 1 == a->n_kids));
}

static void put_quoted(FILE *f, const char *s, size_t n)
{
	fputc('"', f);
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\')
			fputc('\\', f);
		if ((unsigned char)s[i] >= 32)
			fputc(s[i], f);
	}
	fputc('"', f);
}

static void put_attribute(FILE *f, const char *name, const char *value)
{
	if (!value)
		return;
	fprintf(f, " %s ", name);
	put_quoted(f, value, strlen(value));
}

static void put_head(FILE *f, const struct mark *m, int depth)
{
	static const char *const SCOPES[] = {"", "row", "column", "both"};

	fprintf(f, "%*s%s", depth * 2, "", m->role);
	put_attribute(f, "lang", m->lang);
	put_attribute(f, "alt", m->alt);
	put_attribute(f, "actual", m->actual);
	put_attribute(f, "expansion", m->expansion);
	put_attribute(f, "id", m->id);
	put_attribute(f, "headers", m->headers);
	put_attribute(f, "numbering", m->list_numbering);
	if (m->scope)
		fprintf(f, " scope %s", SCOPES[m->scope]);
	if (m->row_span > 1)
		fprintf(f, " rows %d", m->row_span);
	if (m->column_span > 1)
		fprintf(f, " columns %d", m->column_span);
}

static void put_stretch(FILE *f, const struct collector *c, int content)
{
	const struct stretch *s = &g_array_index(c->stretches, struct stretch, content);

	put_quoted(f, c->text->str + s->from, s->to - s->from);
	fputc('\n', f);
}

static void put_element(FILE *f, const struct collector *c, const struct reading *r,
			const struct mark *m, int depth)
{
	struct reading_walk w = reading_start(r, m);
	struct reading_kid kid;

	put_head(f, m, depth);
	if (w.own_end - w.own == 1 && !m->child) {
		reading_next(r, &w, &kid);
		fputc(' ', f);
		put_stretch(f, c, kid.content);
		return;
	}
	fputc('\n', f);
	while (reading_next(r, &w, &kid)) {
		if (kid.mark) {
			put_element(f, c, r, kid.mark, depth + 1);
			continue;
		}
		fprintf(f, "%*s", depth * 2 + 2, "");
		put_stretch(f, c, kid.content);
	}
}

void book_dump_tags(const struct book *b, FILE *f)
{
	struct collector c = {g_array_new(FALSE, FALSE, sizeof(int)),
			      g_array_new(FALSE, FALSE, sizeof(struct stretch)),
			      g_string_new(NULL)};
	struct reading *r;

	for (int i = 0; i < b->n_pages && b->marks; i++)
		if (b->pages[i].root)
			collect(&c, b->pages[i].root, b->marks, false);
	r = reading_new(b, (const int *)(const void *)c.owners->data, (int)c.owners->len);
	if (b->marks)
		put_element(f, &c, r, b->marks, 0);
	reading_free(r);
	g_array_unref(c.owners);
	g_array_unref(c.stretches);
	g_string_free(c.text, TRUE);
}
