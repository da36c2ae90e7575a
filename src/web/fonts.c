/*
 * fonts.c - fonts that travel with the pages
 *
 * HarfBuzz's subsetter cuts a font down to one block; the result is packed as WOFF 2.0 (W3C,
 * 2018).  Tables are stored as they are (the null transform, version 3 for glyf and loca, of
 * 5.1) and compressed as one Brotli stream: a little larger than with the glyf transform, and
 * a page of code instead of a library.
 */
#include "web/fonts.h"

#include <brotli/encode.h>
#include <glib.h>
#include <hb-subset.h>
#include <string.h>

static const struct script_font {
	const char *file, *family, *range; /* as CSS has it */
	uint32_t first, last;
	bool leads; /* before what the system has: old systems have Burmese fonts of another code */
} scripts[] = {
	{ "NotoSerifMyanmar-Regular.ttf", "Handbook Myanmar", "U+1000-109F, U+200C-200D, U+25CC", 0x1000,
	  0x109f, true },
	{ "NotoSerifKhmer-Regular.ttf", "Handbook Khmer", "U+1780-17FF, U+200C-200D, U+25CC", 0x1780,
	  0x17ff, false },
	{ "NotoSerifLao-Regular.ttf", "Handbook Lao", "U+0E80-0EFF, U+200C-200D, U+25CC", 0xe80, 0xeff, false },
	{ "NotoSerifThai-Regular.ttf", "Handbook Thai", "U+0E00-0E7F, U+200C-200D, U+25CC", 0xe00, 0xe7f, false },
	{ "NotoSerifTamil-Regular.ttf", "Handbook Tamil", "U+0B80-0BFF, U+200C-200D, U+25CC", 0xb80, 0xbff, false },
};

/* ---- WOFF 2 ------------------------------------------------------------------------- */

/* Table 4.1: tags that have a number. */
static const char known[] =
	"cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLT"
	"VDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvar"
	"fdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill";

static void put_16(GByteArray *a, unsigned n)
{
	uint8_t bytes[] = { (uint8_t)(n >> 8), (uint8_t)n };

	g_byte_array_append(a, bytes, 2);
}

static void put_32(GByteArray *a, unsigned n)
{
	put_16(a, n >> 16);
	put_16(a, n & 0xffff);
}

/* UIntBase128, 6.1.1 */
static void put_128(GByteArray *a, unsigned n)
{
	uint8_t bytes[5];
	int k = 5;

	bytes[--k] = n & 0x7f;
	while (n >>= 7)
		bytes[--k] = (uint8_t)(0x80 | (n & 0x7f));
	g_byte_array_append(a, bytes + k, (guint)(5 - k));
}

static unsigned get_16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static unsigned get_32(const uint8_t *p)
{
	return get_16(p) << 16 | get_16(p + 2);
}

static void put_tag(GByteArray *a, const uint8_t *tag)
{
	uint8_t flags = 63;

	for (unsigned i = 0; i < 63; i++)
		if (memcmp(known + 4 * i, tag, 4) == 0)
			flags = (uint8_t)i;
	if (memcmp(tag, "glyf", 4) == 0 || memcmp(tag, "loca", 4) == 0)
		flags |= 3 << 6;
	g_byte_array_append(a, &flags, 1);
	if ((flags & 63) == 63)
		g_byte_array_append(a, tag, 4);
}

/* sfnt to WOFF 2; NULL where Brotli fails. */
static GByteArray *pack(const uint8_t *sfnt, unsigned n)
{
	unsigned n_tables = get_16(sfnt + 4);
	g_autoptr(GByteArray) directory = g_byte_array_new();
	g_autoptr(GByteArray) data = g_byte_array_new();
	GByteArray *out;
	size_t size;
	g_autofree uint8_t *packed = NULL;

	for (unsigned i = 0; i < n_tables; i++) {
		const uint8_t *entry = sfnt + 12 + 16 * i;
		unsigned at = get_32(entry + 8), length = get_32(entry + 12);

		if (at > n || length > n - at)
			return NULL;
		put_tag(directory, entry);
		put_128(directory, length);
		g_byte_array_append(data, sfnt + at, length);
	}
	size = BrotliEncoderMaxCompressedSize(data->len);
	packed = g_malloc(size);
	if (!BrotliEncoderCompress(9, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT, data->len, data->data,
				   &size, packed))
		return NULL;
	out = g_byte_array_new();
	put_32(out, 0x774f4632); /* "wOF2" */
	put_32(out, get_32(sfnt));
	put_32(out, (48 + directory->len + (unsigned)size + 3) & ~3u);
	put_16(out, n_tables);
	put_16(out, 0);
	put_32(out, n);
	put_32(out, (unsigned)size);
	put_32(out, 0x00010000);
	for (int i = 0; i < 5; i++)
		put_32(out, 0); /* no metadata, no private data */
	g_byte_array_append(out, directory->data, directory->len);
	g_byte_array_append(out, packed, (guint)size);
	while (out->len % 4)
		g_byte_array_append(out, (const uint8_t *)"", 1);
	return out;
}

/* ---- subsetting --------------------------------------------------------------------- */

static GByteArray *subset(const char *bytes, size_t n, const struct script_font *f)
{
	hb_blob_t *blob = hb_blob_create(bytes, (unsigned)n, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0), *small;
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *wanted = hb_subset_input_unicode_set(input);
	GByteArray *packed = NULL;

	hb_set_add_range(wanted, f->first, f->last);
	hb_set_add_range(wanted, 0x20, 0x7e);
	hb_set_add_range(wanted, 0x200c, 0x200d);
	hb_set_add(wanted, 0x25cc);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	small = hb_subset_or_fail(face, input);
	if (small) {
		hb_blob_t *out = hb_face_reference_blob(small);
		unsigned length;
		const char *data = hb_blob_get_data(out, &length);

		packed = pack((const uint8_t *)data, length);
		hb_blob_destroy(out);
		hb_face_destroy(small);
	}
	hb_subset_input_destroy(input);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return packed;
}

/* ---- what the pages hold ------------------------------------------------------------ */

static void find_scripts(const xmlNode *node, bool *used, int depth)
{
	for (; node && depth < 2000; node = node->next) {
		if (node->type == XML_TEXT_NODE)
			for (const char *p = (const char *)node->content; *p; p = g_utf8_next_char(p)) {
				gunichar c = (unsigned char)*p < 0x80 ? 0 : g_utf8_get_char(p);

				for (size_t i = 0; c && i < G_N_ELEMENTS(scripts); i++)
					used[i] |= c >= scripts[i].first && c <= scripts[i].last;
			}
		find_scripts(node->children, used, depth + 1);
	}
}

/* A font that leads is used where it is there before the text is drawn; else, where the system has
 * none, as soon as it comes: no text that can be read moves. */
static void append_face(GString *css, const struct script_font *f, const char *stem, bool late)
{
	g_string_append_printf(css,
			       "@font-face { font-family: \"%s%s\"; src: url(\"fonts/%s.woff2\") "
			       "format(\"woff2\"); unicode-range: %s; font-display: %s; }\n",
			       f->family, f->leads && late ? " Late" : "", stem, f->range,
			       late ? "swap" : "optional");
}

static bool write_font(const struct script_font *f, const char *folder, struct output_folder *out,
		       GString *css, struct diags *d)
{
	g_autofree char *path = g_build_filename(folder, f->file, NULL);
	g_autofree char *stem = g_strndup(f->file, strcspn(f->file, "."));
	g_autofree char *name = g_strconcat("assets/fonts/", stem, ".woff2", NULL);
	g_autofree char *bytes = NULL;
	GByteArray *font;
	size_t n;
	bool well;

	bytes = file_read(path, &n, NULL, E_FILE_READ, (struct where){ 0 }, d);
	font = bytes ? subset(bytes, n, f) : NULL;
	if (!font)
		return bytes != NULL; /* a font that cannot be cut: the reader's own serves */
	if (f->leads)
		append_face(css, f, stem, false);
	append_face(css, f, stem, true);
	well = output_folder_write(out, name, font->data, font->len, d);
	g_byte_array_free(font, TRUE);
	return well;
}

/* Who passes the fonts on passes on their licence. */
static bool write_licence(const char *folder, struct output_folder *out, struct diags *d)
{
	g_autofree char *path = g_build_filename(folder, "..", "OFL.txt", NULL);
	g_autofree char *text = NULL;
	size_t n;

	text = file_read(path, &n, NULL, E_FILE_READ, (struct where){ 0 }, d);
	return text && output_folder_write(out, "assets/fonts/OFL.txt", text, n, d);
}

bool fonts_write(const xmlNode *site, const char *folder, struct output_folder *out, struct diags *d)
{
	bool used[G_N_ELEMENTS(scripts)] = { false }, any = false, well = true;
	g_autoptr(GString) css = g_string_new(
		"/* Fonts of the scripts that a reader's machine may lack: Noto, SIL Open Font License. */\n");

	find_scripts(site, used, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(scripts) && folder; i++)
		if (used[i]) {
			well = write_font(&scripts[i], folder, out, css, d) && well;
			any = true;
		}
	if (any)
		well = write_licence(folder, out, d) && well;
	return output_folder_write(out, "assets/fonts.css", css->str, css->len, d) && well;
}
