/*
 * upgrade.c - DocBook 4 (or 5 without its namespace) to DocBook 5, in memory
 *
 * Elements are renamed by upgrade.def and given the namespace; ids, languages and links get
 * their attributes of today; what DocBook 5 orders otherwise (a title before its info, a
 * person's name in personname) is put in order.  Places stay, for they are in the nodes.
 */
#include "doc/book.h"
#include "doc/internal.h"

#include <string.h>

static const char db[] = DOCBOOK_NS;
static const char xlink[] = "http://www.w3.org/1999/xlink";

enum change { RENAME, DROP, EMPTY, CLASS, MEDIA, CALLOUTS };

static const struct {
	const char *name;
	enum change change;
	const char *arg;
} changes[] = {
#define E(name, change, arg) { name, change, arg },
#include "doc/upgrade.def"
#undef E
};

/* Roots of files in old markup that a book of today may include, besides whole books. */
static const char *const components[] = {
	"set",	      "book",	    "part",	   "article",	 "chapter",  "appendix", "preface",
	"dedication", "colophon",   "glossary",	   "bibliography", "index",  "section",	 "sect1",
	"sect2",      "sect3",	    "sect4",	   "sect5",	 "simplesect", "reference",
	"refentry",   "toc",	    "acknowledgements", "para",	 "table",    "figure",	 "example",
	"informaltable", "itemizedlist", "orderedlist", "variablelist", "procedure", "bookinfo",
	"legalnotice", "revhistory", "qandaset", "glosslist", "authorgroup", "note", "topic", NULL,
};

struct upgrade {
	xmlDoc *doc;
	xmlNs *db, *xlink, *xml;
};

static bool is_named(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const char *value(const xmlAttr *a)
{
	return a->children && a->children->content ? (const char *)a->children->content : "";
}

static xmlNode *wrap(struct upgrade *u, xmlNode *first, const char *name)
{
	xmlNode *new = xmlNewDocNode(u->doc, u->db, BAD_CAST name, NULL);

	new->_private = first->parent->_private;
	xmlAddPrevSibling(first, new);
	return new;
}

/* All that a node holds, in a new element. */
static void wrap_all(struct upgrade *u, xmlNode *node, const char *name)
{
	xmlNode *whole = node->children ? wrap(u, node->children, name) : NULL;

	while (whole && whole->next) {
		xmlNode *kid = whole->next;

		xmlUnlinkNode(kid);
		xmlAddChild(whole, kid);
	}
}

static void move_kids(xmlNode *from, xmlNode *to)
{
	while (from->children) {
		xmlNode *kid = from->children;

		xmlUnlinkNode(kid);
		xmlAddChild(to, kid);
	}
}

/* ---- attributes --------------------------------------------------------------------- */

static void rename_attribute(xmlNode *node, xmlAttr *a, xmlNs *ns, const char *name)
{
	g_autofree char *copy = g_strdup(value(a));

	if (!xmlHasNsProp(node, BAD_CAST name, ns ? ns->href : NULL))
		xmlSetNsProp(node, ns, BAD_CAST name, BAD_CAST copy);
	xmlRemoveProp(a);
}

static void resolve_entity(struct upgrade *u, xmlNode *node, xmlAttr *a)
{
	const xmlEntity *e = xmlGetDocEntity(u->doc, BAD_CAST value(a));

	if (e && e->SystemID)
		xmlSetProp(node, BAD_CAST "fileref", e->SystemID);
	xmlRemoveProp(a);
}

/* Of old markup only, and meaningless today. */
static const char *const forgotten[] = { "moreinfo", "tocentry", "srccredit", "localinfo",
					 "linkmode", "targetdocent", "allowbreak", NULL };

static bool keeps_format(const xmlNode *node)
{
	return g_str_has_suffix((const char *)node->name, "data") || is_named(node, "graphic") ||
	       is_named(node, "inlinegraphic");
}

static void upgrade_attribute(struct upgrade *u, xmlNode *node, xmlAttr *a)
{
	const char *name = (const char *)a->name;

	if (a->ns)
		return;
	if (strcmp(name, "id") == 0)
		rename_attribute(node, a, u->xml, "id");
	else if (strcmp(name, "lang") == 0)
		rename_attribute(node, a, u->xml, "lang");
	else if (strcmp(name, "url") == 0 && is_named(node, "ulink"))
		rename_attribute(node, a, u->xlink, "href");
	else if (strcmp(name, "type") == 0 && is_named(node, "ulink"))
		rename_attribute(node, a, NULL, "role");
	else if (strcmp(name, "entityref") == 0)
		resolve_entity(u, node, a);
	else if (g_strv_contains(forgotten, name) ||
		 (strcmp(name, "format") == 0 && !keeps_format(node)))
		xmlRemoveProp(a);
}

/* ---- elements ----------------------------------------------------------------------- */

/* <isbn>x</isbn> is <biblioid class="isbn">x</biblioid>; a body is an author's orgname. */
static void classify(struct upgrade *u, xmlNode *node, const char *arg)
{
	g_auto(GStrv) words = g_strsplit(arg, " ", 3);

	xmlNodeSetName(node, BAD_CAST words[0]);
	if (strcmp(words[0], "biblioid") == 0) {
		xmlSetProp(node, BAD_CAST "class", BAD_CAST words[1]);
		if (words[2])
			xmlSetProp(node, BAD_CAST "otherclass", BAD_CAST words[2]);
	} else if (strcmp(words[0], "sidebar") == 0) {
		xmlSetProp(node, BAD_CAST "role", BAD_CAST words[1]);
	} else {
		wrap_all(u, node, words[1]);
	}
}

/* <graphic fileref="x"/> is a mediaobject; the picture's attributes go to imagedata. */
static void make_media(struct upgrade *u, xmlNode *node, const char *name)
{
	xmlNode *object = xmlNewDocNode(u->doc, u->db, BAD_CAST "imageobject", NULL);
	xmlNode *data = xmlNewDocNode(u->doc, u->db, BAD_CAST "imagedata", NULL);
	xmlAttr *next;

	object->_private = data->_private = node->_private;
	for (xmlAttr *a = node->properties; a; a = next) {
		next = a->next;
		if (!a->ns && strcmp((const char *)a->name, "role") != 0)
			rename_attribute(data, a, NULL, (const char *)a->name);
	}
	for (xmlAttr *a = node->properties; a; a = next) {
		next = a->next;
		if (!a->ns && strcmp((const char *)a->name, "role") != 0)
			xmlRemoveProp(a);
	}
	xmlNodeSetName(node, BAD_CAST name);
	move_kids(node, data);
	xmlAddChild(node, object);
	xmlAddChild(object, data);
}

/* The name parts that stand in an author become a personname. */
static void name_person(struct upgrade *u, xmlNode *node)
{
	static const char *const parts[] = { "honorific", "firstname", "othername",
					     "surname",	  "lineage",   NULL };
	xmlNode *name = NULL, *next;

	for (xmlNode *kid = node->children; kid; kid = next) {
		next = kid->next;
		if (kid->type != XML_ELEMENT_NODE ||
		    !g_strv_contains(parts, (const char *)kid->name))
			continue;
		if (!name)
			name = wrap(u, kid, "personname");
		xmlUnlinkNode(kid);
		xmlAddChild(name, kid);
	}
}

static bool is_title(const xmlNode *node)
{
	return is_named(node, "title") || is_named(node, "subtitle") || is_named(node, "titleabbrev");
}

/* Said twice: the one outside counts. */
static void drop_twin(xmlNode *info, const xmlNode *title)
{
	for (xmlNode *kid = info->children; kid; kid = kid->next)
		if (is_named(kid, (const char *)title->name)) {
			xmlUnlinkNode(kid);
			xmlFreeNode(kid);
			return;
		}
}

/* The titles that follow an info, or are in one whose title is outside, belong before it. */
static void order_titles(xmlNode *info)
{
	xmlNode *next;
	bool outside = false;

	for (const xmlNode *n = info->prev; n; n = n->prev)
		if (is_title(n)) {
			drop_twin(info, n);
			outside = true;
		}
	for (xmlNode *n = info->next; n; n = next) {
		next = n->next;
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (!is_title(n))
			break;
		drop_twin(info, n);
		xmlUnlinkNode(n);
		xmlAddPrevSibling(info, n);
		outside = true;
	}
	for (xmlNode *n = info->children; n && outside; n = next) {
		next = n->next;
		if (!is_title(n))
			continue;
		xmlUnlinkNode(n); /* all of them or none */
		xmlAddPrevSibling(info, n);
	}
}

static void empty(xmlNode *node)
{
	while (node->children) {
		xmlNode *kid = node->children;

		xmlUnlinkNode(kid);
		xmlFreeNode(kid);
	}
}

/* <graphicco> with its picture, areas and callouts is a mediaobject with one form of it: what
 * the graphic became, which is a mediaobject of its own, lends its picture. */
static void wrap_callouts(struct upgrade *u, xmlNode *node, const char *name)
{
	xmlNode *next;

	for (xmlNode *kid = node->children; kid; kid = next) {
		next = kid->next;
		if (!is_named(kid, "mediaobject") || !xmlFirstElementChild(kid))
			continue;
		xmlReplaceNode(kid, xmlFirstElementChild(kid));
		xmlFreeNode(kid);
	}
	wrap_all(u, node, name);
	xmlNodeSetName(node, BAD_CAST "mediaobject");
}

/* True where the node is no more. */
static bool change(struct upgrade *u, xmlNode *node, enum change what, const char *arg)
{
	switch (what) {
	case RENAME:
		xmlNodeSetName(node, BAD_CAST arg);
		return false;
	case DROP:
		xmlUnlinkNode(node);
		xmlFreeNode(node);
		return true;
	case EMPTY:
		empty(node);
		xmlNodeSetName(node, BAD_CAST arg);
		return false;
	case CLASS:
		classify(u, node, arg);
		return false;
	case MEDIA:
		make_media(u, node, arg);
		return false;
	case CALLOUTS:
		wrap_callouts(u, node, arg);
		return false;
	}
	return false;
}

/* An answer can hold questions on it: today in a set of their own. */
static void wrap_questions(struct upgrade *u, xmlNode *answer)
{
	xmlNode *set = NULL, *next;

	for (xmlNode *kid = answer->children; kid; kid = next) {
		next = kid->next;
		if (!is_named(kid, "qandaentry"))
			continue;
		if (!set)
			set = wrap(u, kid, "qandaset");
		xmlUnlinkNode(kid);
		xmlAddChild(set, kid);
	}
}

static void upgrade_element(struct upgrade *u, xmlNode *node)
{
	xmlAttr *next;

	for (xmlAttr *a = node->properties; a; a = next) {
		next = a->next;
		upgrade_attribute(u, node, a);
	}
	xmlSetNs(node, u->db);
	if (is_named(node, "author") || is_named(node, "editor") || is_named(node, "othercredit"))
		name_person(u, node);
	/* an acknowledgement of an article holds text where blocks must be, what is said of a
	 * screen an abstract must */
	if (is_named(node, "ackno") || is_named(node, "screeninfo"))
		wrap_all(u, node, "para");
	if (is_named(node, "screeninfo"))
		wrap_all(u, node, "abstract");
	if (is_named(node, "answer"))
		wrap_questions(u, node);
	for (size_t i = 0; i < G_N_ELEMENTS(changes); i++)
		if (is_named(node, changes[i].name)) {
			change(u, node, changes[i].change, changes[i].arg);
			return;
		}
}

/* Children first: what becomes of them may be moved or dropped with their parent. */
static void upgrade_tree(struct upgrade *u, xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *kid = node->children; kid; kid = next) {
		next = kid->next;
		if (kid->type == XML_ELEMENT_NODE && !kid->ns)
			upgrade_tree(u, kid);
	}
	for (xmlNode *kid = node->children; kid; kid = kid->next)
		if (is_named(kid, "info")) {
			order_titles(kid);
			break;
		}
	upgrade_element(u, node);
}

/* Old markup within a book of today. */
static void find_old(struct upgrade *u, xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *kid = node->children; kid; kid = next) {
		next = kid->next;
		if (kid->type != XML_ELEMENT_NODE)
			continue;
		if (!kid->ns && g_strv_contains(components, (const char *)kid->name))
			upgrade_tree(u, kid);
		else
			find_old(u, kid);
	}
}

const char *upgrade_name(const char *old)
{
	for (size_t i = 0; i < G_N_ELEMENTS(changes); i++)
		if (strcmp(changes[i].name, old) == 0 &&
		    (changes[i].change == RENAME || changes[i].change == MEDIA))
			return changes[i].arg;
	return NULL;
}

static xmlNs *declare(xmlNode *root, const char *uri, const char *prefix)
{
	xmlNs *found = xmlSearchNsByHref(root->doc, root, BAD_CAST uri);

	if (found && (!prefix || found->prefix))
		return found;
	return xmlNewNs(root, BAD_CAST uri, BAD_CAST prefix);
}

void book_upgrade(struct doc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc->xml);
	struct upgrade u = { .doc = doc->xml };

	if (root->ns && strcmp((const char *)root->ns->href, db) != 0)
		return;
	u.xml = xmlSearchNsByHref(doc->xml, root, XML_XML_NAMESPACE);
	u.xlink = declare(root, xlink, "xlink");
	u.db = declare(root, db, NULL);
	if (root->ns) {
		find_old(&u, root);
		return;
	}
	doc->upgraded = true;
	upgrade_tree(&u, root);
	xmlUnsetProp(root, BAD_CAST "version");
	xmlSetProp(root, BAD_CAST "version", BAD_CAST "5.0");
}
