/*
 * metadata.c - what the file says of itself: Info, XMP with the identification of PDF/A and
 * PDF/UA, the output intent
 *
 * XMP and Info must say the same (ISO 19005-2, 6.6.3).  The profile is that of sRGB
 * (IEC 61966-2-1) in ICC version 4, built here: ten tags, matrix and curve.
 */
#include "pdf/parts.h"
#include "pdf/profile.h"

#include <string.h>

#define PRODUCER "handbook (cairo, qpdf)"

/* NULL: there is none. */
static char *date(const struct pdf_options *o, const char *format)
{
	g_autoptr(GDateTime) t = g_date_time_new_from_unix_utc(o->epoch);

	return t && !o->undated ? g_date_time_format(t, format) : NULL;
}

static void put_info(GString *o, const char *key, const char *value)
{
	if (!value || !*value)
		return;
	g_string_append(o, key);
	pdf_string(o, value);
}

/* A file must have a title; one that has none was reported. */
static const char *title_of(const struct book *b)
{
	if (b->meta.title && *b->meta.title)
		return b->meta.title;
	return b->bookmarks && b->bookmarks->title ? b->bookmarks->title : "Untitled";
}

int info_write(struct parts *p)
{
	const struct book_meta *m = &p->book->meta;
	GString *o = p->update->out;
	g_autofree char *day = date(p->options, "D:%Y%m%d%H%M%SZ");
	int id = update_new_ids(p->update, 1);

	update_begin(p->update, id);
	g_string_append(o, "<<");
	put_info(o, "/Title", title_of(p->book));
	put_info(o, "/Author", m->author);
	put_info(o, "/Subject", m->subject);
	put_info(o, "/Keywords", m->keywords);
	put_info(o, "/Creator", m->creator);
	put_info(o, "/Producer", PRODUCER);
	put_info(o, "/CreationDate", day);
	put_info(o, "/ModDate", day);
	g_string_append(o, ">>");
	update_end(p->update);
	return id;
}

/* ---- XMP ---- */

static void put_simple(GString *x, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	g_string_append_printf(x, "<%s>", name);
	pdf_xml(x, value);
	g_string_append_printf(x, "</%s>\n", name);
}

/* An array of one: an Alt is by language, a Seq or Bag is not. */
static void put_array(GString *x, const char *name, const char *kind, const char *value)
{
	if (!value || !*value)
		return;
	g_string_append_printf(x, "<%s><rdf:%s><rdf:li%s>", name, kind,
			       strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "");
	pdf_xml(x, value);
	g_string_append_printf(x, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

static void put_extension(GString *x)
{
	g_string_append(
		x, "<rdf:Description rdf:about=\"\""
		   " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
		   " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
		   " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
		   "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
		   "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
		   "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
		   "</pdfaSchema:namespaceURI>\n"
		   "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
		   "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
		   "<pdfaProperty:name>part</pdfaProperty:name>\n"
		   "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
		   "<pdfaProperty:category>internal</pdfaProperty:category>\n"
		   "<pdfaProperty:description>the part of ISO 14289 that is met"
		   "</pdfaProperty:description>\n"
		   "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
		   "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

static void put_described(GString *x, const struct parts *p, const struct book_meta *m)
{
	g_autofree char *day = date(p->options, "%Y-%m-%dT%H:%M:%SZ");

	put_simple(x, "dc:format", "application/pdf");
	put_array(x, "dc:title", "Alt", title_of(p->book));
	put_array(x, "dc:creator", "Seq", m->author);
	put_array(x, "dc:description", "Alt", m->subject);
	put_array(x, "dc:rights", "Alt", m->rights);
	put_array(x, "dc:publisher", "Bag", m->publisher);
	put_array(x, "dc:language", "Bag", m->lang);
	put_simple(x, "dc:identifier", m->identifier);
	put_simple(x, "pdf:Keywords", m->keywords);
	put_simple(x, "pdf:Producer", PRODUCER);
	put_simple(x, "xmpMM:VersionID", m->edition);
	put_simple(x, "xmp:CreatorTool", m->creator);
	put_simple(x, "xmp:CreateDate", day);
	put_simple(x, "xmp:ModifyDate", day);
	put_simple(x, "pdfaid:part", p->options->n_attachments > 0 ? "3" : "2");
	put_simple(x, "pdfaid:conformance", "A");
	put_simple(x, "pdfuaid:part", "1");
}

int xmp_write(struct parts *p)
{
	g_autoptr(GString) x = g_string_new(NULL);
	int id = update_new_ids(p->update, 1);

	g_string_append(
		x, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		   "<rdf:Description rdf:about=\"\""
		   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
		   " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
		   " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
		   " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
		   " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
		   " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
	put_described(x, p, &p->book->meta);
	g_string_append(x, "</rdf:Description>\n");
	put_extension(x);
	g_string_append(x, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
	update_begin(p->update, id);
	pdf_stream(p->update->out, "/Type/Metadata/Subtype/XML", x->str, x->len, false);
	update_end(p->update);
	return id;
}

/* ---- the output intent ---- */

int intent_write(struct parts *p)
{
	g_autoptr(GByteArray) srgb = profile_srgb();
	int id = update_new_ids(p->update, 2);

	update_begin(p->update, id);
	g_string_append_printf(p->update->out,
			       "<</Type/OutputIntent/S/GTS_PDFA1"
			       "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
			       "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>",
			       id + 1);
	update_end(p->update);
	update_begin(p->update, id + 1);
	pdf_stream(p->update->out, "/N 3", srgb->data, srgb->len, true);
	update_end(p->update);
	return id;
}
