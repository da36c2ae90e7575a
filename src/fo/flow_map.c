/*
 * flow_map.c - to which region a flow goes (XSL 1.1, 6.4.18 to 6.4.23)
 *
 * Of an assignment with several regions the first takes all.
 */
#include "fo/fo.h"

#include <string.h>

static bool is_source(const struct fo *assignment, const char *flow_name)
{
	const struct fo *list = fo_child(assignment, FO_FLOW_SOURCE_LIST);

	for (const struct fo *c = list ? list->child : NULL; c; c = c->next)
		if (c->style->flow_name_reference &&
		    strcmp(c->style->flow_name_reference, flow_name) == 0)
			return true;
	return false;
}

static const char *first_target(const struct fo *assignment)
{
	const struct fo *list = fo_child(assignment, FO_FLOW_TARGET_LIST);
	const struct fo *region = list ? fo_child(list, FO_REGION_NAME_SPECIFIER) : NULL;

	return region ? region->style->region_name_reference : NULL;
}

/* The map that the page-sequence around names, or NULL. */
static const struct fo *find_map(const struct fo *flow)
{
	const struct fo *root = flow, *set;
	const char *name = flow->parent->style->flow_map_reference;

	while (root->parent)
		root = root->parent;
	set = fo_child(root, FO_LAYOUT_MASTER_SET);
	for (const struct fo *m = set ? set->child : NULL; m && name; m = m->next)
		if (m->kind == FO_FLOW_MAP && m->style->flow_map_name &&
		    strcmp(m->style->flow_map_name, name) == 0)
			return m;
	return NULL;
}

const char *fo_region_of(const struct fo *flow)
{
	const char *name = flow->style->flow_name, *region;
	const struct fo *map = name ? find_map(flow) : NULL;

	for (const struct fo *a = map ? map->child : NULL; a; a = a->next) {
		if (a->kind != FO_FLOW_ASSIGNMENT || !is_source(a, name))
			continue;
		region = first_target(a);
		return region ? region : name;
	}
	return name;
}
