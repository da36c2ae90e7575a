/*
 * specimen.h - the texts of fonts/specimen.fo: its blocks of role P
 */
#ifndef UNIT_SPECIMEN_H
#define UNIT_SPECIMEN_H

#include <glib.h>
#include <libxml/parser.h>

struct sample {
	xmlChar *language, *text;
};

static void add_samples(xmlNode *node, GArray *out)
{
	for (; node; node = node->next) {
		xmlChar *role = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, BAD_CAST "role")
							       : NULL;

		if (xmlStrEqual(role, BAD_CAST "P")) {
			struct sample s = {xmlGetProp(node, BAD_CAST "lang"), xmlNodeGetContent(node)};

			g_array_append_val(out, s);
		} else {
			add_samples(node->children, out);
		}
		xmlFree(role);
	}
}

static GArray *read_samples(void)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct sample));
	xmlDoc *doc = xmlReadFile("fonts/specimen.fo", NULL, XML_PARSE_NONET);

	if (doc)
		add_samples(xmlDocGetRootElement(doc), out);
	xmlFreeDoc(doc);
	return out;
}

static void free_samples(GArray *samples)
{
	for (guint i = 0; i < samples->len; i++) {
		xmlFree(g_array_index(samples, struct sample, i).language);
		xmlFree(g_array_index(samples, struct sample, i).text);
	}
	g_array_free(samples, TRUE);
}

#endif
