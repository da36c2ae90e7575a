/*
 * pictures.c - images, each of them once in the file
 *
 * Pixels become image objects; SVG is drawn by cairo as vectors and text, and its page is
 * placed as a form.
 */
#include "pdf/pictures.h"

#include "pdf/raster.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <string.h>

struct picture {
	const struct image *image;
	double width, height;
	int page;   /* among those drawn; -1: pixels */
	int object; /* 0: not written yet */
	bool failed;
};

struct pictures {
	GHashTable *numbers; /* struct image * -> number + 1 */
	GArray *all;         /* struct picture */
	int n_drawn;
};

struct pictures *pictures_new(void)
{
	struct pictures *p = g_new0(struct pictures, 1);

	p->numbers = g_hash_table_new(NULL, NULL);
	p->all = g_array_new(FALSE, TRUE, sizeof(struct picture));
	return p;
}

void pictures_free(struct pictures *p)
{
	g_hash_table_unref(p->numbers);
	g_array_unref(p->all);
	g_free(p);
}

static struct picture *picture_at(const struct pictures *p, int number)
{
	return &g_array_index(p->all, struct picture, number);
}

void pictures_add(struct pictures *p, const struct image *i)
{
	struct picture new = {.image = i, .width = 1, .height = 1, .page = -1};

	if (g_hash_table_contains(p->numbers, i))
		return;
	if (i->kind == IMAGE_SVG) {
		new.width = len_pt(i->natural.width);
		new.height = len_pt(i->natural.height);
		new.page = p->n_drawn++;
	}
	g_array_append_val(p->all, new);
	g_hash_table_insert(p->numbers, (gpointer)(guintptr)i,
			    GINT_TO_POINTER((int)p->all->len));
}

/* ---- by cairo ---- */

static bool draw_svg(cairo_t *cr, const struct picture *p)
{
	RsvgRectangle view = {0, 0, p->width, p->height};
	bool good;

	cairo_save(cr);
	good = rsvg_handle_render_document(p->image->svg, cr, &view, NULL);
	cairo_restore(cr);
	return good;
}

bool pictures_draw(struct pictures *all, cairo_surface_t *surface, cairo_t *cr,
		   struct diags *d)
{
	for (guint i = 0; i < all->all->len; i++) {
		struct picture *p = picture_at(all, (int)i);

		if (p->page < 0)
			continue;
		cairo_pdf_surface_set_size(surface, p->width, p->height);
		if (!p->failed && !draw_svg(cr, p)) {
			p->failed = true;
			diag_once(d, E_IMAGE, (struct where){0}, "%s: cannot be drawn",
				  p->image->path);
			if (cairo_status(cr) != CAIRO_STATUS_SUCCESS)
				return false;
		}
		cairo_show_page(cr);
	}
	return true;
}

int pictures_count_drawn(const struct pictures *p)
{
	return p->n_drawn;
}

struct kit_picture pictures_find(const struct pictures *p, const struct image *i)
{
	int number = GPOINTER_TO_INT(g_hash_table_lookup(p->numbers, i)) - 1;
	const struct picture *found;

	if (number < 0 || picture_at(p, number)->failed)
		return (struct kit_picture){.number = -1};
	found = picture_at(p, number);
	return (struct kit_picture){number, found->width, found->height,
				    i->kind == IMAGE_SVG || i->transparent};
}

/* ---- as objects ---- */

static bool mentions(const struct image *i, const char *what)
{
	return memmem(i->bytes, i->n_bytes, what, strlen(what)) != NULL;
}

/* What is painted through what lies below it within the drawing must not see the page. */
static bool needs_group(const struct image *i)
{
	return mentions(i, "filter") || mentions(i, "mask") ||
	       mentions(i, "mix-blend-mode");
}

static void write_form(GString *o, const struct picture *p, const struct raw_file *f,
		       int page)
{
	struct slice text = raw_object(f, f->pages[page]);
	struct slice z = raw_stream(f, raw_reference(text, "/Contents "));

	g_string_append(o, "<</Type/XObject/Subtype/Form/BBox[0 0 ");
	pdf_number(o, p->width);
	g_string_append_c(o, ' ');
	pdf_number(o, p->height);
	g_string_append_printf(
		o, "]/Resources %d 0 R%s/Filter/FlateDecode/Length %lu>>\nstream\n",
		raw_reference(text, "/Resources "),
		needs_group(p->image)
			? "/Group<</Type/Group/S/Transparency/I true/CS/DeviceRGB>>"
			: "",
		(unsigned long)z.n);
	g_string_append_len(o, z.at, (gssize)z.n);
	g_string_append(o, "\nendstream");
}

void pictures_write(struct pictures *all, struct parts *parts, int first_page,
		    struct diags *d)
{
	for (guint i = 0; i < all->all->len; i++) {
		struct picture *p = picture_at(all, (int)i);

		if (p->failed)
			continue;
		p->object = update_new_ids(parts->update, 1);
		if (p->page < 0) {
			raster_write(parts, p->object, p->image, d);
			continue;
		}
		update_begin(parts->update, p->object);
		write_form(parts->update->out, p, parts->file, first_page + p->page);
		update_end(parts->update);
	}
}

int pictures_object(const struct pictures *p, int number)
{
	return picture_at(p, number)->object;
}
