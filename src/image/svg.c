/*
 * svg.c - SVG drawings through librsvg, also gzipped
 *
 * No base address is set, so that a drawing can refer to nothing outside of itself: no
 * files, no network.  Its links are groups: librsvg would write them as tags of its own
 * between ours, and where a drawing leads is not said in the text that stands for it.
 */
#include "image/formats.h"

#include <libxml/parser.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define MAX_UNZIPPED ((size_t)256 << 20)
#define FALLBACK_PX 100 /* side of a drawing that says no size at all */

const char *svg_unzip(unsigned char **bytes, size_t *n)
{
	z_stream z = { .next_in = *bytes, .avail_in = (uInt)MIN(*n, G_MAXUINT32) };
	g_autoptr(GByteArray) out = g_byte_array_new();
	unsigned char part[16384];
	int status = inflateInit2(&z, 15 + 32);

	while (status == Z_OK) {
		z.next_out = part;
		z.avail_out = sizeof part;
		status = inflate(&z, Z_NO_FLUSH);
		g_byte_array_append(out, part, (guint)(sizeof part - z.avail_out));
		if (out->len > MAX_UNZIPPED)
			status = Z_MEM_ERROR;
	}
	inflateEnd(&z);
	if (status != Z_STREAM_END)
		return "the gzipped drawing is damaged or too large";
	g_byte_array_append(out, (const guint8 *)"", 1);
	g_free(*bytes);
	*n = out->len - 1;
	*bytes = g_byte_array_free(g_steal_pointer(&out), FALSE);
	return NULL;
}

static double pixels(RsvgLength l, double whole)
{
	switch (l.unit) {
	case RSVG_UNIT_PERCENT:
		return l.length * whole;
	case RSVG_UNIT_PX:
		return l.length;
	case RSVG_UNIT_EM:
		return l.length * 16;
	case RSVG_UNIT_EX:
		return l.length * 8;
	case RSVG_UNIT_IN:
		return l.length * 96;
	case RSVG_UNIT_CM:
		return l.length * 96 / 2.54;
	case RSVG_UNIT_MM:
		return l.length * 96 / 25.4;
	case RSVG_UNIT_PT:
		return l.length * 96 / 72;
	case RSVG_UNIT_PC:
		return l.length * 16;
	}
	return l.length;
}

static Len length_of(double px)
{
	if (!isfinite(px) || px <= 0 || px > 1e6)
		px = FALLBACK_PX;
	return PT(px * 0.75);
}

static void read_size(struct image *i, RsvgHandle *svg)
{
	gboolean has_width, has_height, has_box;
	RsvgLength width, height;
	RsvgRectangle box = { 0, 0, FALLBACK_PX, FALLBACK_PX };
	double w, h;

	rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height, &height,
					     &has_box, &box);
	w = has_width ? pixels(width, box.width) : box.width;
	h = has_height ? pixels(height, box.height) : box.height;
	if (has_width && !has_height && has_box && box.width > 0)
		h = w * box.height / box.width;
	if (has_height && !has_width && has_box && box.height > 0)
		w = h * box.width / box.height;
	i->assumed = !has_width || width.unit == RSVG_UNIT_PX || width.unit == RSVG_UNIT_PERCENT;
	i->natural = (struct size){ length_of(w), length_of(h) };
}

static int unlink_anchors(xmlNode *node)
{
	int n = 0;

	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)node->name, "a") == 0) {
			xmlNodeSetName(node, BAD_CAST "g");
			n++;
		}
		n += unlink_anchors(node->children);
	}
	return n;
}

/* The drawing without links; NULL if it has none, or is not XML. */
static xmlChar *without_links(const struct image *i, int *n)
{
	xmlDoc *xml = NULL;
	xmlChar *bytes = NULL;

	if (g_strstr_len((const char *)i->bytes, (gssize)i->n_bytes, "href"))
		xml = xmlReadMemory((const char *)i->bytes, (int)MIN(i->n_bytes, G_MAXINT), NULL,
				    NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (xml && unlink_anchors(xml->children) > 0)
		xmlDocDumpMemory(xml, &bytes, n);
	xmlFreeDoc(xml);
	return bytes;
}

const char *svg_read(struct image *i)
{
	g_autoptr(GError) error = NULL;
	int n = 0;
	xmlChar *plain = without_links(i, &n);
	RsvgHandle *svg = rsvg_handle_new_from_data(plain ? plain : i->bytes,
						    plain ? (gsize)n : i->n_bytes, &error);

	xmlFree(plain);
	if (!svg)
		return "the drawing is no valid SVG";
	rsvg_handle_set_dpi(svg, 96);
	i->kind = IMAGE_SVG;
	i->svg = svg;
	read_size(i, svg);
	return NULL;
}

void svg_free(struct image *i)
{
	g_clear_object(&i->svg);
}
