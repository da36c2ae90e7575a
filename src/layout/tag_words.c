/*
 * tag_words.c - what the words of an object say of its element
 */
#include "layout/tags.h"

#include <string.h>

bool tag_is_blank(const struct fo *text)
{
	for (int i = 0; i < text->n_bytes; i++)
		if (!strchr(" \t\n\r", text->text[i]))
			return false;
	return true;
}

void tag_text(GString *s, const struct fo *fo)
{
	for (const struct fo *k = fo->child; k; k = k->next) {
		if (k->kind == FO_TEXT)
			g_string_append_len(s, k->text, k->n_bytes);
		tag_text(s, k);
	}
}

/* Text, and what stands for pictures. */
static void add_spoken(GString *s, const struct fo *fo)
{
	for (const struct fo *k = fo->child; k; k = k->next) {
		if (k->kind == FO_TEXT)
			g_string_append_len(s, k->text, k->n_bytes);
		else if (k->style->alt_text)
			g_string_append(s, k->style->alt_text);
		else if (!k->child)
			g_string_append_c(s, '*'); /* numbers of pages, pictures that lack text */
		add_spoken(s, k);
	}
}

void tag_check_link(struct tagger *t, const struct fo *fo)
{
	static const char *const empty[] = {"here", "click here", "see here",
					    "this", "link",       "this link",
					    "more", "read more",  "this page"};
	g_autoptr(GString) s = g_string_new(NULL);

	add_spoken(s, fo);
	g_strstrip(s->str);
	if (!*s->str)
		diag(t->diags, W_LINK, fo->from, "the link has no text: nobody can follow it");
	for (char *end = s->str + strlen(s->str); end > s->str && strchr(".:!", end[-1]);)
		*--end = '\0';
	for (size_t i = 0; i < G_N_ELEMENTS(empty); i++)
		if (g_ascii_strcasecmp(s->str, empty[i]) == 0)
			diag(t->diags, W_LINK, fo->from,
			     "the link text \"%s\" does not say where the link leads",
			     s->str);
}

/* ---- lists ---- */

static const struct fo *first_text(const struct fo *fo)
{
	const struct fo *found = NULL;

	for (const struct fo *k = fo->child; k && !found; k = k->next)
		found = k->kind == FO_TEXT && !tag_is_blank(k) ? k : first_text(k);
	return found;
}

/* "a", "a." and "(a)" are numbers, "ab" and "a b" are words. */
static bool is_one_sign(const char *s, int n)
{
	return n == 1 || (n == 2 && strchr(".):", s[1]));
}

const char *tag_numbering(const struct fo *list)
{
	static const struct {
		gunichar sign;
		const char *name;
	} signs[] = { { 0x2022, "Disc" },   { 0x25CF, "Disc" },	  { 0x25E6, "Circle" },
		      { 0x25CB, "Circle" }, { 0x25AA, "Square" }, { 0x25A0, "Square" },
		      { 'i', "LowerRoman" }, { 'I', "UpperRoman" }, { 'a', "LowerAlpha" },
		      { 'A', "UpperAlpha" } };
	const struct fo *item = list->child, *text;
	const char *s;
	int n;
	gunichar c;

	while (item && item->kind != FO_LIST_ITEM)
		item = item->next;
	text = item && item->child ? first_text(item->child) : NULL;
	if (!text)
		return "None";
	s = text->text + (text->n_bytes > 1 && *text->text == '(');
	n = text->n_bytes - (int)(s - text->text);
	c = g_utf8_get_char_validated(s, n);
	if (c < 128 && g_ascii_isdigit((char)c))
		return "Decimal";
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		if (signs[i].sign == c && (c >= 128 || is_one_sign(s, n)))
			return signs[i].name;
	return "None";
}
