/*
 * subset.c - a DTD that many files name is read once
 *
 * Each chapter of a DocBook 4 book has its own document type: as libxml2 does it, the DTD's
 * 1,900 entities and 400 elements are read and kept with every file.  Here the files of one
 * loading share it, where the catalogs have it and what a file itself declares changes nothing
 * in it: no parameter entity that the DTD declares, too, and no attributes.
 *
 * libxml2 keeps the default attributes of a DTD with the parser and not with the DTD, so they
 * are handed on with it.
 */
#include "doc/internal.h"

#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <string.h>

struct subset {
	xmlDoc *holder; /* its external subset is the DTD */
	xmlHashTable *defaults, *special; /* of attributes, while no parser has them */
};

static void free_subset(void *p)
{
	struct subset *s = p;

	/* the parser frees tables of its own; what it has no function for, it may free itself */
	if (s->defaults || s->special) {
		xmlParserCtxt *c = xmlNewParserCtxt();

		c->attsDefault = s->defaults;
		c->attsSpecial = s->special;
		xmlFreeParserCtxt(c);
	}
	xmlFreeDoc(s->holder);
	g_free(s);
}

GHashTable *subsets_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_subset);
}

/* ---- whether a file's own declarations leave a DTD as it is -------------------------- */

struct search {
	const xmlDtd *dtd;
	bool found;
};

static void look_for_name(void *entity, void *search, const xmlChar *name)
{
	struct search *s = search;

	(void)entity;
	s->found = s->found || xmlHashLookup(s->dtd->pentities, name);
}

static bool is_changed(const xmlDoc *doc, const xmlDtd *dtd)
{
	struct search s = { .dtd = dtd };

	if (doc->intSubset && doc->intSubset->pentities && dtd->pentities)
		xmlHashScan(doc->intSubset->pentities, look_for_name, &s);
	return s.found;
}

/* ---- from file to file --------------------------------------------------------------- */

/* What the entities hold was made for the file that first used them. */
static void take_home(void *entity, void *holder, const xmlChar *name)
{
	xmlEntity *e = entity;

	(void)name;
	e->doc = holder;
	for (xmlNode *n = e->owner ? e->children : NULL; n; n = n->next)
		xmlSetTreeDoc(n, holder);
}

static void take_dtd(struct subset *s, xmlDoc *doc)
{
	xmlDtd *dtd = doc->extSubset;

	doc->extSubset = NULL;
	s->holder->extSubset = dtd;
	dtd->doc = s->holder;
	if (dtd->entities)
		xmlHashScan(dtd->entities, take_home, s->holder);
}

void subset_read(struct load *l, xmlParserCtxt *c, const xmlChar *name, const xmlChar *id,
		 const xmlChar *url)
{
	xmlChar *file = id || url ? xmlCatalogResolve(id, url) : NULL;
	struct subset *s = file ? g_hash_table_lookup(l->subsets, file) : NULL;
	bool plain = !c->attsDefault && !c->attsSpecial;

	l->subset = NULL;
	if (s && plain && c->myDoc && s->holder->extSubset && !is_changed(c->myDoc, s->holder->extSubset)) {
		c->myDoc->extSubset = s->holder->extSubset;
		s->holder->extSubset = NULL;
		c->attsDefault = s->defaults;
		c->attsSpecial = s->special;
		s->defaults = s->special = NULL;
		l->subset = s;
	} else {
		xmlSAX2ExternalSubset(c, name, id, url);
	}
	if (file && plain && !s && c->myDoc && c->myDoc->extSubset &&
	    !is_changed(c->myDoc, c->myDoc->extSubset)) {
		l->subset = s = g_new0(struct subset, 1);
		s->holder = xmlNewDoc(BAD_CAST "1.0");
		s->holder->dict = l->dict;
		xmlDictReference(l->dict);
		g_hash_table_insert(l->subsets, g_strdup((const char *)file), s);
	}
	xmlFree(file);
}

struct subset *subset_lend(struct load *l, xmlDoc *doc)
{
	xmlChar *file = doc->extSubset ? NULL
				       : xmlCatalogResolve(doc->intSubset->ExternalID,
							   doc->intSubset->SystemID);
	struct subset *s = file ? g_hash_table_lookup(l->subsets, file) : NULL;

	xmlFree(file);
	if (s) {
		doc->extSubset = s->holder->extSubset;
		s->holder->extSubset = NULL;
	}
	return s;
}

void subset_return(struct subset *s, xmlDoc *doc)
{
	if (!s)
		return;
	s->holder->extSubset = doc->extSubset;
	doc->extSubset = NULL;
}

void subset_keep(struct load *l, xmlParserCtxt *c, xmlDoc *doc)
{
	struct subset *s = l->subset;

	l->subset = NULL;
	if (!s || !doc || !doc->extSubset)
		return;
	take_dtd(s, doc);
	s->defaults = c->attsDefault;
	s->special = c->attsSpecial;
	c->attsDefault = c->attsSpecial = NULL;
}
