/*
 * meta.c - what fo:declarations say of the book: Dublin Core and XMP, as stylesheets write it
 *
 * The local names decide, in elements or attributes, whatever they are wrapped in.
 */
#include "fo/reader.h"

#include <string.h>

enum { MAX_DEPTH = 32 };

static const struct {
	const char *name;
	size_t offset;
} fields[] = {
	{ "title", offsetof(struct fo_meta, title) },
	{ "creator", offsetof(struct fo_meta, author) },
	{ "author", offsetof(struct fo_meta, author) },
	{ "description", offsetof(struct fo_meta, subject) },
	{ "abstract", offsetof(struct fo_meta, subject) },
	{ "subject", offsetof(struct fo_meta, keywords) },
	{ "Keywords", offsetof(struct fo_meta, keywords) },
	{ "rights", offsetof(struct fo_meta, rights) },
	{ "publisher", offsetof(struct fo_meta, publisher) },
	{ "edition", offsetof(struct fo_meta, edition) },
	{ "hasVersion", offsetof(struct fo_meta, edition) },
	{ "date", offsetof(struct fo_meta, date) },
	{ "CreateDate", offsetof(struct fo_meta, date) },
	{ "language", offsetof(struct fo_meta, lang) },
	{ "identifier", offsetof(struct fo_meta, identifier) },
	{ "CreatorTool", offsetof(struct fo_meta, creator) },
};

static const char **find_field(struct fo_meta *m, const xmlChar *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		if (strcmp((const char *)name, fields[i].name) == 0)
			return (const char **)(uintptr_t)((char *)m + fields[i].offset);
	return NULL;
}

static bool is_listed(const char *list, const char *value)
{
	size_t n = strlen(value);

	for (const char *at = list ? strstr(list, value) : NULL; at; at = strstr(at + 1, value))
		if ((at == list || (at >= list + 2 && at[-1] == ' ' && at[-2] == ',')) &&
		    (!at[n] || (at[n] == ',' && at[n + 1] == ' ')))
			return true;
	return false;
}

/* Several values (rdf:li, or the element again) are listed; the same one is kept once. */
static void add_value(const char **to, struct arena *arena, const char *raw)
{
	g_autofree char *value = g_strdup(raw);
	g_auto(GStrv) words = g_strsplit_set(g_strstrip(value), " \t\n\r", 0);
	g_autoptr(GString) clean = g_string_new(NULL);

	for (char **w = words; *w; w++)
		if (**w)
			g_string_append_printf(clean, "%s%s", clean->len ? " " : "", *w);
	if (!clean->len || is_listed(*to, clean->str))
		return;
	*to = *to ? arena_printf(arena, "%s, %s", *to, clean->str)
		  : arena_strdup(arena, clean->str);
}

static void read_text(const char **to, struct arena *arena, const xmlNode *node, int depth)
{
	for (const xmlNode *c = node->children; c && depth < MAX_DEPTH; c = c->next) {
		if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
			add_value(to, arena, (const char *)c->content);
		else if (c->type == XML_ELEMENT_NODE)
			read_text(to, arena, c, depth + 1);
	}
}

static void read_node(struct fo_meta *m, struct arena *arena, const xmlNode *node, int depth)
{
	for (const xmlNode *c = node->children; c && depth < MAX_DEPTH; c = c->next) {
		const char **field;

		if (c->type != XML_ELEMENT_NODE)
			continue;
		for (const xmlAttr *a = c->properties; a; a = a->next) {
			field = find_field(m, a->name);
			if (a->ns && field && a->children && a->children->content)
				add_value(field, arena, (const char *)a->children->content);
		}
		field = find_field(m, c->name);
		if (field)
			read_text(field, arena, c, depth + 1);
		else
			read_node(m, arena, c, depth + 1);
	}
}

void meta_read(struct fo_meta *m, struct arena *arena, const xmlNode *declarations)
{
	read_node(m, arena, declarations, 0);
}
