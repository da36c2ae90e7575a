/*
 * textdata.c - text that stands in a file of its own and is named as data, not included
 *
 * <textdata fileref="..."/>, and <imagedata format="linespecific"> from the time before it,
 * become inclusions of text.  Within a listing it is the listing's text; beside a picture it
 * is a block.
 */
#include "doc/internal.h"

#include <string.h>

static bool is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0 &&
	       (!node->ns || strcmp((const char *)node->ns->href, DOCBOOK_NS) == 0);
}

static bool is_verbatim(const xmlNode *node)
{
	return is(node, "programlisting") || is(node, "screen") || is(node, "literallayout") ||
	       is(node, "synopsis");
}

static bool is_text(xmlNode *node)
{
	xmlChar *format = NULL;
	bool text = is(node, "textdata");

	if (is(node, "imagedata"))
		format = xmlGetNoNsProp(node, BAD_CAST "format");
	text = text || (format && strcmp((const char *)format, "linespecific") == 0);
	xmlFree(format);
	return text;
}

/* The data in a media object, its forms looked at in turn. */
static xmlNode *find_data(xmlNode *node)
{
	for (xmlNode *kid = node->children; kid; kid = kid->next) {
		xmlNode *inner = NULL;

		if (is_text(kid))
			return kid;
		if (is(kid, "textobject") || is(kid, "imageobject"))
			inner = find_data(kid);
		if (inner)
			return inner;
	}
	return NULL;
}

static xmlChar *address(xmlNode *data)
{
	xmlChar *href = xmlGetNoNsProp(data, BAD_CAST "fileref");
	xmlChar *name = href ? NULL : xmlGetNoNsProp(data, BAD_CAST "entityref");
	const xmlEntity *entity = name ? xmlGetDocEntity(data->doc, name) : NULL;

	if (entity && entity->SystemID)
		href = xmlStrdup(entity->SystemID);
	xmlFree(name);
	return href;
}

static xmlNode *inclusion_new(xmlNode *data, const xmlChar *href)
{
	xmlNode *node = xmlNewDocNode(data->doc, NULL, BAD_CAST "include", NULL);
	xmlChar *encoding = xmlGetNoNsProp(data, BAD_CAST "encoding");

	xmlSetNs(node, xmlNewNs(node, BAD_CAST "http://www.w3.org/2001/XInclude", BAD_CAST "xi"));
	node->_private = data->_private;
	xmlSetProp(node, BAD_CAST "href", href);
	xmlSetProp(node, BAD_CAST "parse", BAD_CAST "text");
	if (encoding)
		xmlSetProp(node, BAD_CAST "encoding", encoding);
	xmlFree(encoding);
	return node;
}

xmlNode *text_inclusion(xmlNode *node)
{
	xmlNode *data = NULL, *inclusion, *around = NULL;
	xmlChar *href;

	if (is(node, "textdata"))
		data = node;
	else if (node->parent && is_verbatim(node->parent) &&
		 (is(node, "textobject") || is(node, "mediaobject") || is(node, "inlinemediaobject")))
		data = find_data(node);
	href = data ? address(data) : NULL;
	if (!href)
		return NULL;
	inclusion = inclusion_new(data, href);
	if (data == node) {
		around = xmlNewDocNode(node->doc, node->ns, BAD_CAST "literallayout", NULL);
		around->_private = node->_private;
		xmlAddChild(around, inclusion);
	}
	xmlReplaceNode(node, around ? around : inclusion);
	xmlFreeNode(node);
	xmlFree(href);
	return inclusion;
}
