/*
 * validate.c - a book against a RELAX NG schema, with messages for people
 *
 * The pattern that is left at each point says what could have stood there.  After an error
 * validation goes on as if the cause were mended: an element out of place is checked by
 * itself, what is missing is taken as given; so each fault is told once, at its place.
 */
#include "doc/derive.h"

#include <string.h>

/* The parser lets no more than some 2,000 elements stand in one another. */
enum { MAX_NAMED = 7, MAX_DEPTH = 4000 };

struct validation {
	const struct doc *doc;
	struct derive derive;
	struct schema *schema;
	struct diags *diags;
	enum diag_code code;	     /* of faults */
	enum diag_code code_of_docbook; /* of elements that DocBook does not have */
	enum diag_code unknown_code; /* of other names that a newer DocBook might know */
	int n_unknown;
};

static const char docbook_ns[] = DOCBOOK_NS;

/* ---- what could have stood there ---------------------------------------------------- */

static void add_name(GPtrArray *names, const struct name_class *n, const char *mark)
{
	if (n->kind == NAME_CHOICE) {
		add_name(names, n->a, mark);
		add_name(names, n->b, mark);
		return;
	}
	if (n->kind != NAME_ONE)
		return;
	for (guint i = 0; i < names->len; i++)
		if (strcmp((char *)g_ptr_array_index(names, i) + strlen(mark), n->local) == 0)
			return;
	g_ptr_array_add(names, g_strconcat(mark, n->local, NULL));
}

/* Elements that may come next; wanted: those alone without which it cannot end. */
static void next_elements(const struct pattern *p, bool wanted, GPtrArray *names)
{
	if (wanted && p->nullable)
		return;
	switch (p->kind) {
	case PATTERN_ELEMENT:
		add_name(names, p->name, "");
		return;
	case PATTERN_CHOICE:
	case PATTERN_INTERLEAVE:
		next_elements(p->a, wanted, names);
		next_elements(p->b, wanted, names);
		return;
	case PATTERN_GROUP:
		next_elements(p->a, wanted, names);
		if (p->a->nullable)
			next_elements(p->b, wanted, names);
		return;
	case PATTERN_ONE_OR_MORE:
	case PATTERN_AFTER:
		next_elements(p->a, wanted, names);
		return;
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ATTRIBUTE:
		return;
	}
}

/* Attributes that must still come. */
static void wanted_attributes(const struct pattern *p, GPtrArray *names)
{
	if (p->kind == PATTERN_ATTRIBUTE)
		add_name(names, p->name, "");
	else if (p->kind == PATTERN_GROUP || p->kind == PATTERN_INTERLEAVE ||
		 p->kind == PATTERN_CHOICE) {
		if (p->kind == PATTERN_CHOICE && p->nullable)
			return;
		wanted_attributes(p->a, names);
		wanted_attributes(p->b, names);
	} else if (p->kind == PATTERN_ONE_OR_MORE || p->kind == PATTERN_AFTER) {
		wanted_attributes(p->a, names);
	}
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has_name(const GPtrArray *names, const char *name)
{
	for (guint i = 0; i < names->len; i++)
		if (strcmp(g_ptr_array_index(names, i), name) == 0)
			return true;
	return false;
}

/* "<a>, <b> or <c>"; NULL for none and where there are too many to be of help. */
static char *list_names(GPtrArray *names, const char *open, const char *close)
{
	GString *s;

	if (names->len == 0)
		return NULL;
	if (names->len > MAX_NAMED)
		return has_name(names, "para") ? g_strdup("content (a <para> or the like)") : NULL;
	s = g_string_new(NULL);
	g_ptr_array_sort(names, compare_names);
	for (guint i = 0; i < names->len; i++) {
		if (i)
			g_string_append(s, i + 1 == names->len ? " or " : ", ");
		g_string_append_printf(s, "%s%s%s", open,
				       (const char *)g_ptr_array_index(names, i), close);
	}
	return g_string_free(s, FALSE);
}

/* What is wanted, and if nothing must come, what may: few enough to be told. */
static char *describe_next(const struct pattern *p, bool wanted)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	char *text;

	next_elements(p, wanted, names);
	text = list_names(names, "<", ">");
	g_ptr_array_free(names, TRUE);
	return text;
}

/* ---- faults ------------------------------------------------------------------------- */

static const char *ns_of(const xmlNode *node)
{
	return node->ns ? (const char *)node->ns->href : "";
}

/* What the book's own DTD finds nothing in is right in the DocBook that it is in. */
static bool is_right_by_dtd(const struct validation *v, const xmlNode *node)
{
	GHashTable *faults = v->doc->faults;

	return faults && !g_hash_table_contains(faults, node->_private);
}

static void report_unknown(struct validation *v, const struct pattern *p, const xmlNode *node)
{
	const char *name = (const char *)node->name, *today = upgrade_name(name);
	enum diag_code code = strcmp(ns_of(node), docbook_ns) == 0 ? v->code_of_docbook : v->unknown_code;
	struct where at = doc_where(NULL, node);
	GPtrArray *names;

	v->n_unknown++;
	if (is_right_by_dtd(v, node))
		return;
	if (node->parent->type != XML_ELEMENT_NODE) {
		diag(v->diags, E_VALID, at, "<%s> is no DocBook", node->name);
		return;
	}
	if (strcmp(name, "include") == 0 && strstr(ns_of(node), "XInclude")) {
		diag(v->diags, E_INCLUDE, at,
		     "nothing is included by the namespace \"%s\": XInclude is http://www.w3.org/2001/XInclude",
		     ns_of(node));
		return;
	}
	if (today) {
		diag(v->diags, code, at, "<%s> is of DocBook 4: it is <%s> today", name, today);
		return;
	}
	names = g_ptr_array_new_with_free_func(g_free);
	next_elements(p, false, names);
	today = suggest_name(name, (const char *const *)names->pdata, names->len);
	diag(v->diags, code, at, "there is no element <%s>%s%s%s%s", name,
	     *ns_of(node) ? "" : " without a namespace", today ? ": perhaps <" : "",
	     today ? today : "", today ? "> is meant" : "");
	g_ptr_array_free(names, TRUE);
}

static void report_child(struct validation *v, const struct pattern *p, const xmlNode *node)
{
	struct where at = doc_where(NULL, node);
	g_autofree char *wanted = describe_next(p, true);
	g_autofree char *may = wanted ? NULL : describe_next(p, false);
	const char *parent = node->parent->type == XML_ELEMENT_NODE
				     ? (const char *)node->parent->name
				     : NULL;

	if (parent && is_right_by_dtd(v, node->parent))
		return;
	if (!parent)
		diag(v->diags, W_VALID, at, "<%s> is no whole document", node->name);
	else if (wanted)
		diag(v->diags, v->code, at, "<%s> may not stand here in <%s>: what must come is %s",
		     node->name, parent, wanted);
	else if (may)
		diag(v->diags, v->code, at, "<%s> may not stand here in <%s>, but %s may",
		     node->name, parent, may);
	else
		diag(v->diags, v->code, at, "<%s> may not stand here in <%s>", node->name, parent);
}

static const struct pattern *find_attribute(const struct pattern *p, const xmlAttr *a)
{
	const struct pattern *found;

	if (p->kind == PATTERN_ATTRIBUTE)
		return name_matches(p->name, a->ns ? (const char *)a->ns->href : "",
				    (const char *)a->name)
			       ? p
			       : NULL;
	if (!p->a || p->kind == PATTERN_ELEMENT || p->kind == PATTERN_LIST)
		return NULL;
	found = find_attribute(p->a, a);
	return found || !p->b || p->kind == PATTERN_AFTER ? found : find_attribute(p->b, a);
}

static void list_values(const struct pattern *p, GPtrArray *values)
{
	if (p->kind == PATTERN_VALUE) {
		g_ptr_array_add(values, g_strdup(p->text));
	} else if (p->kind == PATTERN_CHOICE) {
		list_values(p->a, values);
		list_values(p->b, values);
	}
}

/* Attributes of DocBook 4. */
static const char *name_of_today(const char *name)
{
	if (strcmp(name, "id") == 0)
		return "xml:id";
	if (strcmp(name, "lang") == 0)
		return "xml:lang";
	return strcmp(name, "url") == 0 ? "xlink:href" : NULL;
}

static void report_attribute(struct validation *v, const struct pattern *p, const xmlNode *node,
			     const xmlAttr *a)
{
	const char *prefix = a->ns && a->ns->prefix ? (const char *)a->ns->prefix : "";
	const char *value = a->children ? (const char *)a->children->content : "";
	const struct pattern *allowed = find_attribute(p, a);
	struct where at = doc_where(NULL, node);
	GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *name = g_strconcat(prefix, *prefix ? ":" : "", (const char *)a->name, NULL);
	g_autofree char *list = NULL;

	if (allowed)
		list_values(allowed->a, values);
	list = list_names(values, "", "");
	if (!allowed && name_of_today(name))
		diag(v->diags, v->unknown_code, at, "<%s> has no attribute %s: it is %s today",
		     node->name, name, name_of_today(name));
	else if (!allowed)
		diag(v->diags, v->unknown_code, at, "<%s> has no attribute %s", node->name, name);
	else if (list)
		diag(v->diags, v->code, at, "%s=\"%s\" on <%s>: it may be %s", name, value,
		     node->name, list);
	else
		diag(v->diags, v->code, at, "%s=\"%s\" on <%s> is not of the right form", name,
		     value, node->name);
	g_ptr_array_free(values, TRUE);
}

/* ---- the walk ----------------------------------------------------------------------- */

static const struct pattern *validate_element(struct validation *v, xmlNode *node,
					      const struct pattern *p, int depth);

static const struct pattern *validate_attributes(struct validation *v, xmlNode *node,
						 const struct pattern *p)
{
	const struct pattern *closed;

	for (const xmlAttr *a = node->properties; a; a = a->next) {
		const struct pattern *next;
		const char *value = a->children && a->children->content
					    ? (const char *)a->children->content
					    : "";

		next = derive_attribute(&v->derive, p, a->ns ? (const char *)a->ns->href : "",
					(const char *)a->name, value);
		if (next->kind != PATTERN_NOT_ALLOWED)
			p = next;
		else if (!is_right_by_dtd(v, node))
			report_attribute(v, p, node, a);
	}
	closed = derive_close(&v->derive, p, false);
	if (closed->kind == PATTERN_NOT_ALLOWED) {
		GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
		g_autofree char *text = NULL;

		wanted_attributes(p, names);
		text = list_names(names, "", "");
		if (!is_right_by_dtd(v, node))
			diag(v->diags, v->code, doc_where(NULL, node),
			     "<%s> needs the attribute %s", node->name, text ? text : "?");
		g_ptr_array_free(names, TRUE);
		closed = derive_close(&v->derive, p, true);
	}
	return closed;
}

static bool has_elements(const xmlNode *node)
{
	for (const xmlNode *kid = node->children; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE)
			return true;
	return false;
}

/* The line on which a text in an element begins: counted from what stands beside it. */
static struct where where_text(const xmlNode *node, const xmlNode *text)
{
	const char *s = (const char *)text->content, *begin = s + strspn(s, " \t\r\n");
	struct where at = doc_where(NULL, node), next;

	if (!text->prev) {
		for (; s < begin; s++)
			at.line += *s == '\n';
	} else if (text->next && text->next->type == XML_ELEMENT_NODE) {
		next = doc_where(NULL, text->next);
		if (next.file != at.file)
			return at;
		at.line = next.line;
		for (s = begin; *s; s++)
			at.line -= *s == '\n';
	}
	return at;
}

static const struct pattern *validate_text(struct validation *v, const xmlNode *node,
					   const struct pattern *p, const char *text,
					   struct where at)
{
	const struct pattern *next = derive_text(&v->derive, p, text);
	g_autofree char *start = NULL;

	if (next->kind != PATTERN_NOT_ALLOWED)
		return next;
	v->n_unknown++; /* it may be what is missing */
	if (is_right_by_dtd(v, node))
		return p;
	start = g_strstrip(g_utf8_substring(text, 0, MIN(40, g_utf8_strlen(text, -1))));
	diag(v->diags, v->code, at, "<%s> may not hold this text: \"%s\"", node->name, start);
	return p;
}

static const struct pattern *validate_content(struct validation *v, xmlNode *node,
					      const struct pattern *p, int depth)
{
	if (!has_elements(node)) {
		xmlChar *text = xmlNodeGetContent(node);
		bool blank = text[strspn((const char *)text, " \t\r\n")] == '\0';
		const struct pattern *next = derive_text(&v->derive, p, (const char *)text);

		if (!blank)
			next = validate_text(v, node, p, (const char *)text,
					     doc_where(NULL, node));
		else if (next->kind == PATTERN_NOT_ALLOWED)
			next = p;
		else
			next = pattern_choice(v->schema, p, next);
		xmlFree(text);
		return next;
	}
	for (xmlNode *kid = node->children; kid; kid = kid->next) {
		if (kid->type == XML_ELEMENT_NODE)
			p = validate_element(v, kid, p, depth + 1);
		else if (kid->type == XML_TEXT_NODE && !xmlIsBlankNode(kid))
			p = validate_text(v, node, p, (const char *)kid->content,
					  where_text(node, kid));
	}
	return p;
}

/* before: what the element was expected to be, attributes and all. */
static void report_end(struct validation *v, const xmlNode *node, const struct pattern *before,
		       const struct pattern *p)
{
	static const xmlAttr fileref = { .name = BAD_CAST "fileref" };
	g_autofree char *wanted = describe_next(p, true);

	if (!wanted && find_attribute(before, &fileref))
		wanted = g_strdup("the attribute fileref");
	diag(v->diags, v->code, doc_where(NULL, node), "<%s> is not complete%s%s", node->name,
	     wanted ? ": it needs " : "", wanted ? wanted : "");
}

/* The pattern without what must come next. */
static const struct pattern *skip(struct schema *s, const struct pattern *p)
{
	const struct pattern *a, *b;

	switch (p->kind) {
	case PATTERN_GROUP:
		return p->b;
	case PATTERN_CHOICE:
		return pattern_choice(s, skip(s, p->a), skip(s, p->b));
	case PATTERN_INTERLEAVE:
		a = pattern_interleave(s, skip(s, p->a), p->b);
		b = pattern_interleave(s, p->a, skip(s, p->b));
		return pattern_choice(s, a, b);
	case PATTERN_AFTER:
		return pattern_after(s, skip(s, p->a), p->b);
	case PATTERN_NOT_ALLOWED:
	case PATTERN_EMPTY:
	case PATTERN_TEXT:
	case PATTERN_ONE_OR_MORE:
	case PATTERN_LIST:
	case PATTERN_DATA:
	case PATTERN_VALUE:
	case PATTERN_ATTRIBUTE:
	case PATTERN_ELEMENT:
		return pattern_leaf(s, PATTERN_NOT_ALLOWED);
	}
	return p;
}

/* An element that could stand here if what must come before it had come. */
static const struct pattern *open_later(struct validation *v, const struct pattern *p,
					const char *ns, const char *local)
{
	const struct pattern *in = pattern_leaf(v->schema, PATTERN_NOT_ALLOWED);

	for (int i = 0; i < 3 && in->kind == PATTERN_NOT_ALLOWED; i++) {
		p = skip(v->schema, p);
		in = derive_open(&v->derive, p, ns, local);
	}
	return in;
}

/* Of a file that could not be read, or not whole, nothing is told but that. */
static bool is_damaged(const struct validation *v, const xmlNode *node)
{
	const char *file = doc_where(NULL, node).file;
	xmlChar *role = xmlGetNoNsProp(node, BAD_CAST "role");
	bool missing = role && strcmp((const char *)role, "missing") == 0;

	xmlFree(role);
	return missing ||
	       (v->doc->malformed && g_ptr_array_find(v->doc->malformed, file, NULL));
}

/* What stands for it is taken for what could stand there. */
static const struct pattern *pass_damaged(struct validation *v, const struct pattern *p,
					  const char *ns, const char *local)
{
	const struct pattern *in = derive_open(&v->derive, p, ns, local);

	v->n_unknown++;
	return in->kind == PATTERN_NOT_ALLOWED ? p : derive_end(&v->derive, in, true);
}

static const struct pattern *validate_element(struct validation *v, xmlNode *node,
					      const struct pattern *p, int depth)
{
	const char *ns = g_intern_string(ns_of(node));
	const char *local = g_intern_string((const char *)node->name);
	const struct pattern *in = derive_open(&v->derive, p, ns, local), *end;
	const struct pattern *alone, *before;
	int n_unknown;

	if (depth > MAX_DEPTH)
		return p;
	if (is_damaged(v, node))
		return pass_damaged(v, p, ns, local);
	if (in->kind == PATTERN_NOT_ALLOWED) {
		alone = schema_element(v->schema, ns, local);
		if (!alone) {
			report_unknown(v, p, node);
			return p;
		}
		report_child(v, p, node);
		in = open_later(v, p, ns, local);
		if (in->kind == PATTERN_NOT_ALLOWED) {
			validate_element(v, node, alone, depth);
			return p;
		}
	}
	n_unknown = v->n_unknown;
	before = in;
	in = validate_attributes(v, node, in);
	in = validate_content(v, node, in, depth);
	end = derive_end(&v->derive, in, false);
	if (end->kind != PATTERN_NOT_ALLOWED)
		return end;
	/* What is unknown here may be what is missing. */
	if (v->n_unknown == n_unknown && !is_right_by_dtd(v, node))
		report_end(v, node, before, in);
	return derive_end(&v->derive, in, true);
}

/* ---- the whole ---------------------------------------------------------------------- */

/* Versions whose elements our grammar has all. */
static bool is_known_version(const struct doc *doc)
{
	xmlChar *version = xmlGetNoNsProp(xmlDocGetRootElement(doc->xml), BAD_CAST "version");
	const char *text = version ? (const char *)version : "";
	bool known = strcmp(text, "5.0") == 0 || strcmp(text, "5.1") == 0 || strcmp(text, "5.2") == 0;

	xmlFree(version);
	return known;
}

void book_validate(const struct doc *doc, const char *ours, const struct sandbox *sandbox,
		   struct diags *d)
{
	bool older = false, theirs = false;
	g_autofree char *path = grammar_of(doc, ours, &older, &theirs);
	struct validation v = {
		.doc = doc,
		.diags = d,
		.code = doc->upgraded ? W_VALID : E_VALID,
		.code_of_docbook = doc->upgraded || (older && !is_known_version(doc)) ? W_VALID : E_VALID,
		.unknown_code = older || doc->upgraded ? W_VALID : E_VALID,
	};
	struct where at = { 0 };
	struct load l;

	if (doc->faults && g_hash_table_size(doc->faults) == 0)
		return;
	load_init(&l, theirs ? sandbox : NULL, d);
	load_begin(&l);
	v.schema = schema_load(&l, path, at, d);
	load_end();
	if (v.schema) {
		derive_init(&v.derive, v.schema);
		validate_element(&v, xmlDocGetRootElement(doc->xml), schema_start(v.schema), 0);
		derive_clear(&v.derive);
		schema_free(v.schema);
	}
	load_clear(&l);
}
