/*
 * axes.c - cells of a column that are aligned on a string
 *
 * CSS has nothing for it.  Figures are as wide as each other in tables, so that lines whose
 * parts behind the axis are made of the same characters end at the same edge: each gets
 * those that it lacks, for its style sheet to show them unseen (data-after, data-before
 * where the column does not keep to its end).  They are neither text of the page nor read,
 * found or copied.  Raised marks at the end hang over (class hang).
 */
#include "web/mend.h"

#include "base/axis.h"
#include "web/tree.h"

#include <glib.h>
#include <string.h>

enum {
	MAX_COLUMNS = 1000,
	MAX_DEPTH = 100,
	SHORT_WORDS = 16, /* bytes of "none": longer ones may take several lines */
	MAX_PAD = 30,     /* characters: more would only push the figures aside */
};

/* A line of a cell. */
struct line {
	xmlNode *node; /* the cell, or a paragraph in it */
	char *text;
	struct axis_point point;
	bool head;
};

/* Characters, each as often as in the line that has most of them; figures are noughts. */
struct pad {
	gunichar at[MAX_PAD];
	int n;
};

struct column {
	int first, span;
	bool ends; /* it keeps to the end: what stands before the axis needs no filling */
	GArray *lines; /* struct line */
};

static void clear_line(void *line)
{
	g_free(((struct line *)line)->text);
}

/* ---- the text of a line ---- */

static bool is_raised(const xmlNode *node)
{
	return tree_is(node, "sup") || tree_is(node, "sub");
}

/* False where a break or a block divides it. */
static bool gather(const xmlNode *node, GString *to, int depth)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next) {
		if (kid->type == XML_TEXT_NODE) {
			g_string_append(to, (const char *)kid->content);
		} else if (kid->type == XML_ELEMENT_NODE) {
			if (tree_is(kid, "br") || tree_is(kid, "p") || tree_is(kid, "ul") ||
			    tree_is(kid, "ol") || tree_is(kid, "table") ||
			    depth > MAX_DEPTH)
				return false;
			if (is_raised(kid))
				g_string_append_c(to, AXIS_RAISED);
			else if (!gather(kid, to, depth + 1))
				return false;
		}
	}
	return true;
}

static bool is_blank(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE &&
	       !((const char *)
			 node->content)[strspn((const char *)node->content, " \t\r\n")];
}

static void add_class(xmlNode *node, const char *class)
{
	g_autofree char *old = tree_attribute(node, "class");
	g_autofree char *both = *old ? g_strconcat(old, " ", class, NULL) : g_strdup(class);

	xmlSetProp(node, BAD_CAST "class", BAD_CAST both);
}

static void hang_marks(xmlNode *node)
{
	for (xmlNode *kid = node->last; kid; kid = kid->prev) {
		if (kid->type == XML_ELEMENT_NODE && tree_is(kid, "sup"))
			add_class(kid, "hang");
		else if (!is_blank(kid))
			return;
	}
}

static void add_line(GArray *lines, xmlNode *node, const char *axis, bool head)
{
	GString *text = g_string_new(NULL);
	struct line line = {.node = node, .head = head};

	if (!gather(node, text, 0)) {
		g_string_free(text, TRUE);
		return;
	}
	line.text = g_strstrip(g_string_free(text, FALSE));
	line.point = axis_find(line.text, (int)strlen(line.text), axis);
	if (*line.text)
		g_array_append_val(lines, line);
	else
		clear_line(&line);
}

static void add_cell(GArray *lines, xmlNode *cell, bool head)
{
	g_autofree char *axis = tree_attribute(cell, "data-axis");
	bool any = false;

	for (xmlNode *kid = cell->children; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE && tree_is(kid, "p")) {
			add_line(lines, kid, axis, head);
			any = true;
		}
	if (!any)
		add_line(lines, cell, axis, head);
}

/* ---- what each lacks ---- */

/* Figures as the nought of their script, which runs with them in right-to-left text too. */
static gunichar as_shown(gunichar c)
{
	if (g_unichar_isdigit(c))
		return c - (gunichar)g_unichar_digit_value(c);
	return g_unichar_isspace(c) ? 0xA0 : c;
}

static int count(const gunichar *at, int n, gunichar c)
{
	int times = 0;

	for (int i = 0; i < n; i++)
		times += at[i] == c;
	return times;
}

static int characters(const char *text, int n, gunichar *to)
{
	int m = 0;

	for (const char *p = text; p < text + n && m < MAX_PAD; p = g_utf8_next_char(p))
		if (*p != AXIS_RAISED)
			to[m++] = as_shown(g_utf8_get_char(p));
	return m;
}

/* The part of a line on one side of the axis. */
static int side_of(const struct line *l, bool after, gunichar *to)
{
	int n = (int)strlen(l->text);

	return after ? characters(l->text + l->point.at, n - l->point.at, to)
		     : characters(l->text, l->point.at, to);
}

static struct pad pad_of(const struct column *c, bool after)
{
	struct pad all = {.n = 0};

	for (guint i = 0; i < c->lines->len; i++) {
		const struct line *l = &g_array_index(c->lines, struct line, i);
		gunichar own[MAX_PAD];
		int n = l->head || !l->point.figures ? 0 : side_of(l, after, own);

		for (int k = 0; k < n && all.n < MAX_PAD; k++)
			if (count(own, k + 1, own[k]) > count(all.at, all.n, own[k]))
				all.at[all.n++] = own[k];
	}
	return all;
}

static bool is_of_number(gunichar c)
{
	return g_unichar_isdigit(c) || c == '.' || c == ',' || c == 0x66B;
}

/* What belongs to a number comes first, so that it is one with the line's. */
static void fill(const struct line *l, const struct pad *all, bool after)
{
	g_autoptr(GString) lacks = g_string_new(NULL);
	gunichar own[MAX_PAD];
	int n = side_of(l, after, own);

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < all->n; i++)
			if (is_of_number(all->at[i]) == (pass == 0) &&
			    count(all->at, i + 1, all->at[i]) > count(own, n, all->at[i]))
				g_string_append_unichar(lacks, all->at[i]);
	if (lacks->len && all->n < MAX_PAD)
		xmlSetProp(l->node, BAD_CAST(after ? "data-after" : "data-before"),
			   BAD_CAST lacks->str);
}

/* A few words end at the axis, where the column keeps to its end. */
static void align_column(const struct column *c)
{
	struct pad after = pad_of(c, true), before = pad_of(c, false);

	for (guint i = 0; i < c->lines->len; i++) {
		const struct line *l = &g_array_index(c->lines, struct line, i);

		if (l->head)
			continue;
		hang_marks(l->node);
		if (l->point.figures || (c->ends && strlen(l->text) <= SHORT_WORDS))
			fill(l, &after, true);
		if (l->point.figures && !c->ends)
			fill(l, &before, false);
	}
}

/* ---- the table ---- */

static struct column *column_of(GArray *columns, int first, int span, const xmlNode *cell)
{
	bool ends =
		!tree_has_class(cell, "axis-center") && !tree_has_class(cell, "axis-start");
	struct column *c;

	for (guint i = 0; i < columns->len; i++) {
		c = &g_array_index(columns, struct column, i);
		if (c->first == first && c->span == span && c->ends == ends)
			return c;
	}
	g_array_append_val(columns, ((struct column){first, span, ends, NULL}));
	c = &g_array_index(columns, struct column, columns->len - 1);
	c->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	g_array_set_clear_func(c->lines, clear_line);
	return c;
}

static int span_of(const xmlNode *cell, const char *name)
{
	g_autofree char *n = tree_attribute(cell, name);

	return CLAMP(tree_number(n), 1, MAX_COLUMNS);
}

/* busy: by column, rows that a cell above still takes. */
static void add_row(GArray *columns, xmlNode *row, bool head, int *busy)
{
	int at = 0;

	for (xmlNode *cell = row->children; cell; cell = cell->next) {
		int span, rows;

		if (cell->type != XML_ELEMENT_NODE)
			continue;
		while (at < MAX_COLUMNS && busy[at] > 0)
			at++;
		span = MIN(span_of(cell, "colspan"), MAX_COLUMNS - at);
		rows = span_of(cell, "rowspan");
		for (int i = at; i < at + span; i++)
			busy[i] = rows;
		if (xmlHasProp(cell, BAD_CAST "data-axis")) {
			add_cell(column_of(columns, at, span, cell)->lines, cell, head);
			xmlUnsetProp(cell, BAD_CAST "data-axis");
		}
		at += span;
	}
	for (int i = 0; i < MAX_COLUMNS; i++)
		busy[i] -= busy[i] > 0;
}

static bool has_axes(const xmlNode *part)
{
	for (const xmlNode *row = part->children; row; row = row->next)
		for (const xmlNode *cell = row->children; cell; cell = cell->next)
			if (cell->type == XML_ELEMENT_NODE &&
			    xmlHasProp((xmlNode *)(uintptr_t)cell, BAD_CAST "data-axis"))
				return true;
	return false;
}

void web_align_cells(xmlNode *table)
{
	GArray *columns = NULL;
	int *busy = NULL;

	for (xmlNode *part = table->children; part; part = part->next) {
		if (part->type != XML_ELEMENT_NODE || (!columns && !has_axes(part)))
			continue;
		columns = columns ? columns
				  : g_array_new(FALSE, FALSE, sizeof(struct column));
		busy = busy ? busy : g_new(int, MAX_COLUMNS);
		memset(busy, 0, sizeof(int) * MAX_COLUMNS);
		for (xmlNode *row = part->children; row; row = row->next)
			if (row->type == XML_ELEMENT_NODE && tree_is(row, "tr"))
				add_row(columns, row, tree_is(part, "thead"), busy);
	}
	for (guint i = 0; columns && i < columns->len; i++) {
		align_column(&g_array_index(columns, struct column, i));
		g_array_free(g_array_index(columns, struct column, i).lines, TRUE);
	}
	if (columns)
		g_array_free(columns, TRUE);
	g_free(busy);
}
