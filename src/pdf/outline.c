/*
 * outline.c - bookmarks and page labels
 */
#include "pdf/parts.h"

#include <stdio.h>
#include <string.h>

/* ---- bookmarks ---- */

struct outline {
	struct parts *parts;
	int next_id;
};

static int count_all(const struct bookmark *b)
{
	int n = 0;

	for (; b; b = b->next)
		n += 1 + count_all(b->child);
	return n;
}

/* How many entries show below one when it is open. */
static int count_shown(const struct bookmark *b)
{
	int n = 0;

	for (; b; b = b->next)
		n += 1 + (b->open ? count_shown(b->child) : 0);
	return n;
}

static void write_level(struct outline *t, const struct bookmark *b, int parent, int first)
{
	GString *o = t->parts->update->out;
	int previous = 0;

	for (int id = first; b; b = b->next) {
		int below = id + 1, next = id + 1 + count_all(b->child), last = below;

		update_begin(t->parts->update, id);
		g_string_append(o, "<</Title");
		pdf_string(o, b->title ? b->title : "");
		g_string_append_printf(o, "/Parent %d 0 R", parent);
		if (previous)
			g_string_append_printf(o, "/Prev %d 0 R", previous);
		if (b->next)
			g_string_append_printf(o, "/Next %d 0 R", next);
		if (b->child) {
			for (const struct bookmark *k = b->child; k->next; k = k->next)
				last += 1 + count_all(k->child);
			g_string_append_printf(o, "/First %d 0 R/Last %d 0 R/Count %d",
					       below, last,
					       (b->open ? 1 : -1) * count_shown(b->child));
		}
		target_write(o, t->parts, b->destination, b->uri);
		g_string_append(o, ">>");
		update_end(t->parts->update);
		write_level(t, b->child, id, below);
		previous = id;
		id = next;
	}
}

int outline_write(struct parts *p)
{
	const struct bookmark *all = p->book->bookmarks;
	struct outline t = {.parts = p};
	int n = count_all(all), root, last;

	if (n == 0)
		return 0;
	root = update_new_ids(p->update, 1 + n);
	last = root + 1;
	for (const struct bookmark *k = all; k->next; k = k->next)
		last += 1 + count_all(k->child);
	update_begin(p->update, root);
	g_string_append_printf(p->update->out,
			       "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>",
			       root + 1, last, count_shown(all));
	update_end(p->update);
	write_level(&t, all, root, root + 1);
	return root;
}

/* ---- page labels ---- */

static void roman(int n, char *to, size_t size)
{
	static const struct {
		int value;
		const char *sign;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		     {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
		     {5, "v"},    {4, "iv"},   {1, "i"}};

	*to = '\0';
	for (size_t i = 0; n > 0 && n < 5000 && i < G_N_ELEMENTS(signs);) {
		if (n < signs[i].value) {
			i++;
			continue;
		}
		g_strlcat(to, signs[i].sign, size);
		n -= signs[i].value;
	}
}

/* The style in which a page's number gives its label: D, r, R, or 0 for none. */
static char label_style(const struct page *p)
{
	char s[64];

	g_snprintf(s, sizeof s, "%d", p->number);
	if (p->number > 0 && strcmp(p->label, s) == 0)
		return 'D';
	roman(p->number, s, sizeof s);
	if (*s && strcmp(p->label, s) == 0)
		return 'r';
	if (*s && g_ascii_strcasecmp(p->label, s) == 0)
		return 'R';
	return 0;
}

void labels_write(GString *o, const struct book *b)
{
	char style = 0;
	int number = 0;

	g_string_append(o, "<</Nums[");
	for (int i = 0; i < b->n_pages; i++) {
		struct page p = b->pages[i];
		char s;

		p.label = p.label ? p.label : "";
		s = label_style(&p);
		if (i > 0 && s && s == style && p.number == number + 1) {
			number++;
			continue;
		}
		g_string_append_printf(o, "%d<<", i);
		if (s) {
			g_string_append_printf(o, "/S/%c/St %d", s, p.number);
		} else {
			g_string_append(o, "/P");
			pdf_string(o, p.label);
		}
		g_string_append(o, ">>");
		style = s;
		number = p.number;
	}
	g_string_append(o, "]>>");
}
