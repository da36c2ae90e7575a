/*
 * assemble.c - the book that an assembly describes
 *
 * An assembly names files, its resources, and puts them together by the modules of a
 * structure, each under the name that it is rendered as and with what it says of it:
 *
 *   <resource xml:id="r" href="file.xml#id"/>
 *   <structure renderas="book"> <module resourceref="r" renderas="chapter"> <merge>...
 *
 * The first structure is built, or that of the parameter structure.id.  Elements keep the
 * places of their files.  What the relations and transformations of an assembly say is for
 * other programs: it is reported.
 */
#include "doc/internal.h"

#include <string.h>

enum { MAX_MODULES = 20000 };

struct assembling {
	xmlDoc *doc;
	const struct sandbox *sandbox;
	struct diags *diags;
	GHashTable *files; /* sources_new() */
	int n_modules;
};

static bool is_title(const xmlNode *node)
{
	return is_db(node, "title") || is_db(node, "subtitle") ||
	       is_db(node, "titleabbrev");
}

/* What a module says of how it is shown: an output in it, else its own attribute. */
static const char *property(const xmlNode *module, const char *name)
{
	for (const xmlNode *kid = module->children; kid; kid = kid->next)
		if (is_db(kid, "output") && attribute_text(kid, NULL, name))
			return attribute_text(kid, NULL, name);
	return attribute_text(module, NULL, name);
}

static bool is_set(const xmlNode *module, const char *name)
{
	const char *value = property(module, name);

	return value && (strcmp(value, "true") == 0 || strcmp(value, "yes") == 0 ||
			 strcmp(value, "1") == 0);
}

/* ---- resources ---------------------------------------------------------------------- */

/* The element that href="file#id" of a resource names; NULL: reported. */
static xmlNode *content_of(struct assembling *a, const xmlNode *resource, const char *href)
{
	struct where at = doc_where(NULL, resource);
	g_auto(GStrv) parts = g_strsplit(href, "#", 2);
	g_autofree char *base = path_of_base(resource);
	g_autofree char *path = path_beside(base, parts[0]);
	struct doc *doc;
	xmlAttr *id;

	if (has_scheme(parts[0])) {
		diag(a->diags, E_OUTSIDE, at, "%s is on the network: not read", parts[0]);
		return NULL;
	}
	doc = source_at(a->files, path, at, a->sandbox, a->diags);
	if (doc && is_db(xmlDocGetRootElement(doc->xml), "assembly")) {
		diag(a->diags, E_CHECK, at,
		     "%s is an assembly: one is no resource of another here", path);
		return NULL;
	}
	if (!doc || !parts[1])
		return doc ? xmlDocGetRootElement(doc->xml) : NULL;
	id = xmlGetID(doc->xml, BAD_CAST parts[1]);
	if (!id)
		diag(a->diags, E_INCLUDE, at, "nothing in %s has the id \"%s\"", path,
		     parts[1]);
	return id ? id->parent : NULL;
}

static const xmlNode *find_resource(struct assembling *a, const xmlNode *user)
{
	const char *ref = attribute_text(user, NULL, "resourceref");
	const xmlAttr *id = xmlGetID(a->doc, BAD_CAST ref);

	if (id && is_db(id->parent, "resource"))
		return id->parent;
	diag(a->diags, E_LINK, doc_where(NULL, user),
	     "%s resourceref=\"%s\": no resource has this id", user->name, ref);
	return NULL;
}

/* ---- what is known of the content --------------------------------------------------- */

static void copy_into(const xmlNode *from, xmlNode *to)
{
	xmlNode *copy = copy_node(from, to->doc);

	keep_language(from, copy, to);
	if (copy)
		xmlAddChild(to, copy); /* a text may become part of the one before it */
}

/* Of what stands in from, those elements that are no others: an info can have many authors.
 */
static void add_facts(xmlNode *info, const xmlNode *from, bool titles)
{
	g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);

	for (const xmlNode *kid = info->children; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE)
			g_hash_table_add(said, (char *)(uintptr_t)kid->name);
	for (const xmlNode *kid = from ? from->children : NULL; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE &&
		    !g_hash_table_contains(said, kid->name) &&
		    (is_db(from, "info") || is_db(from, "merge") || is_title(kid)) &&
		    (titles || !is_title(kid)))
			copy_into(kid, info);
}

/* What the module says goes before what the content says. */
static void add_info(struct assembling *a, const xmlNode *module, const xmlNode *ref,
		     xmlNode *node)
{
	xmlNode *info = xmlNewChild(node, node->ns, BAD_CAST "info", NULL);
	const xmlNode *merge = child_of(module, "merge");
	bool titles = !is_set(module, "omittitles");

	info->_private = node->_private;
	if (merge) {
		add_facts(info, merge, true);
		if (attribute_text(merge, NULL, "resourceref")) {
			const xmlNode *resource = find_resource(a, merge);
			const char *href = resource ? attribute_text(resource, NULL, "href") : NULL;
			const xmlNode *other = href ? content_of(a, resource, href) : NULL;

			if (other)
				add_facts(info,
					  is_db(other, "info") ? other
							       : child_of(other, "info"),
					  true);
		}
	}
	add_facts(info, child_of(module, "info"), true);
	if (ref) {
		add_facts(info, ref, titles);
		add_facts(info, child_of(ref, "info"), titles);
	}
	if (!info->children) {
		xmlUnlinkNode(info);
		xmlFreeNode(info);
	}
}

/* ---- modules ------------------------------------------------------------------------ */

static void add_parts(struct assembling *a, const xmlNode *module, xmlNode *node);

/* The content without what is in the info. */
static void add_content(const xmlNode *ref, xmlNode *node)
{
	for (const xmlNode *kid = ref->children; kid; kid = kid->next)
		if (!is_title(kid) && !is_db(kid, "info"))
			copy_into(kid, node);
}

static const char *name_of(struct assembling *a, const xmlNode *module, const xmlNode *ref)
{
	const char *name = property(module, "renderas");

	if (name && xmlValidateNCName(BAD_CAST name, 0) == 0)
		return name;
	if (ref)
		return is_db(ref, "topic") && is_db(module, "module")
			       ? "section"
			       : (const char *)ref->name;
	if (is_db(module, "structure"))
		return "book";
	diag(a->diags, E_CHECK, doc_where(NULL, module),
	     "this module has neither content of its own (resourceref) nor a name "
	     "(renderas)");
	return "section";
}

/* ref: the content, or NULL. */
static void fill(struct assembling *a, const xmlNode *module, const xmlNode *ref,
		 xmlNode *node)
{
	xmlChar *id = xmlGetNsProp(module, BAD_CAST "id", XML_XML_NAMESPACE);

	node->_private = (ref ? ref : module)->_private;
	if (ref)
		repeat_attributes(ref, node);
	xmlUnsetProp(node, BAD_CAST "version"); /* of a whole document */
	if (id)
		set_xml(node, "id", (const char *)id);
	xmlFree(id);
	add_info(a, module, ref, node);
	if (ref)
		add_content(ref, node);
	add_parts(a, module, node);
	for (const xmlNode *kid = module->children; kid; kid = kid->next)
		if (is_db(kid, "filterin") || is_db(kid, "filterout"))
			profile_filter(node, kid, is_db(kid, "filterout"));
}

/* So that the gap is seen when the book is built in spite of it. */
static void mark_gap(const xmlNode *module, xmlNode *parent)
{
	g_autofree char *text = g_strdup_printf("[?%s]", attribute_text(module, NULL, "resourceref"));
	xmlNode *para = xmlNewTextChild(parent, parent->ns, BAD_CAST "para", BAD_CAST text);

	para->_private = module->_private;
	xmlNewProp(para, BAD_CAST "role", BAD_CAST "missing");
}

static void add_module(struct assembling *a, const xmlNode *module, xmlNode *parent)
{
	const xmlNode *resource = NULL, *ref = NULL;
	const char *href = NULL;
	xmlNode *node;

	if (++a->n_modules > MAX_MODULES) {
		diag_once(a->diags, E_INCLUDE, doc_where(NULL, module),
			  "more than %d modules", MAX_MODULES);
		return;
	}
	if (attribute_text(module, NULL, "resourceref")) {
		resource = find_resource(a, module);
		href = resource ? attribute_text(resource, NULL, "href") : NULL;
		if (resource && !href)
			href = attribute_text(resource, NULL, "fileref");
		ref = href ? content_of(a, resource, href) : NULL;
		if (!ref && (!resource || href)) {
			mark_gap(module, parent);
			return;
		}
	}
	if (resource && !ref) { /* what stands in the assembly itself */
		for (const xmlNode *kid = resource->children; kid; kid = kid->next)
			if (kid->type == XML_ELEMENT_NODE && !is_db(kid, "description"))
				copy_into(kid, parent);
		add_parts(a, module, parent);
	} else if (ref && is_set(module, "contentonly")) {
		add_content(ref, parent);
		add_parts(a, module, parent);
	} else {
		node = xmlNewChild(parent, parent->ns, BAD_CAST name_of(a, module, ref),
				   NULL);
		keep_language(ref ? ref : module, node, parent);
		fill(a, module, ref, node);
	}
}

/* The modules within, and what else may stand between them: a glossary, an index. */
static void add_parts(struct assembling *a, const xmlNode *module, xmlNode *node)
{
	static const char *const facts[] = {"output", "filterin",   "filterout", "merge",
					    "info",   "revhistory", NULL};

	for (const xmlNode *kid = module->children; kid; kid = kid->next)
		if (is_db(kid, "module"))
			add_module(a, kid, node);
		else if (kid->type == XML_ELEMENT_NODE &&
			 !g_strv_contains(facts, (const char *)kid->name))
			copy_into(kid, node);
}

/* ---- the whole ---------------------------------------------------------------------- */

static const xmlNode *find_structure(struct assembling *a, const xmlNode *root,
				     const char *wanted)
{
	for (const xmlNode *kid = root->children; kid; kid = kid->next) {
		xmlChar *id = is_db(kid, "structure")
				      ? xmlGetNsProp(kid, BAD_CAST "id", XML_XML_NAMESPACE)
				      : NULL;
		bool found = is_db(kid, "structure") &&
			     (!wanted || (id && strcmp((const char *)id, wanted) == 0));

		xmlFree(id);
		if (found)
			return kid;
	}
	if (wanted)
		diag(a->diags, E_CHECK, doc_where(NULL, root),
		     "this assembly has no structure \"%s\"", wanted);
	else
		diag(a->diags, E_CHECK, doc_where(NULL, root),
		     "this assembly has no structure: nothing says what its book is");
	return NULL;
}

static void report_others(struct assembling *a, const xmlNode *root)
{
	for (const xmlNode *kid = root->children; kid; kid = kid->next)
		if (is_db(kid, "relationships") || is_db(kid, "transforms"))
			diag(a->diags, W_CHECK, doc_where(NULL, kid),
			     "<%s> of an assembly are passed over here", kid->name);
}

static xmlNode *build(struct assembling *a, const xmlNode *structure)
{
	const xmlNode *resource =
		attribute_text(structure, NULL, "resourceref") ? find_resource(a, structure) : NULL;
	const char *href = resource ? attribute_text(resource, NULL, "href") : NULL;
	const xmlNode *ref = href ? content_of(a, resource, href) : NULL;
	xmlNode *book =
		xmlNewDocNode(a->doc, NULL, BAD_CAST name_of(a, structure, ref), NULL);
	xmlChar *lang = xmlNodeGetLang(ref ? ref : structure);

	xmlSetNs(book, xmlNewNs(book, BAD_CAST DOCBOOK_NS, NULL));
	xmlNewNs(book, BAD_CAST "http://www.w3.org/1999/xlink", BAD_CAST "xlink");
	if (lang)
		set_xml(book, "lang", (const char *)lang);
	xmlFree(lang);
	fill(a, structure, ref, book);
	xmlSetProp(book, BAD_CAST "version", BAD_CAST "5.2");
	return book;
}

bool book_assemble(struct doc *doc, const char *const *params, const struct sandbox *s,
		   struct diags *d)
{
	struct assembling a = {.doc = doc->xml, .sandbox = s, .diags = d};
	xmlNode *root = xmlDocGetRootElement(doc->xml), *book;
	const xmlNode *structure;
	const char *wanted = NULL;

	if (!is_db(root, "assembly"))
		return true;
	for (; params && *params; params += 2)
		if (strcmp(params[0], "structure.id") == 0 && *params[1])
			wanted = params[1];
	report_others(&a, root);
	structure = find_structure(&a, root, wanted);
	if (!structure)
		return false;
	a.files = sources_new();
	book = build(&a, structure);
	xmlReplaceNode(root, book);
	xmlFreeNode(root);
	g_hash_table_destroy(a.files);
	register_ids(doc->xml, book);
	return true;
}
