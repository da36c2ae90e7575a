/*
 * content.c - a page's content stream
 *
 * Operators of ISO 32000-1, 8 and 9.  Text goes on in one text object for as long as
 * nothing else comes between.  Where a glyph does not stand where the one before it ends,
 * the difference is written in thousandths of the font's size, and what that rounds off is
 * made up for by the next.
 */
#include "pdf/content.h"

#include "pdf/syntax.h"

#include <math.h>
#include <string.h>

enum { JUMP = 8 }; /* sizes: farther than that, text begins anew */

/* As llround, without the call. */
static int64_t nearest(double v)
{
	return (int64_t)(v < 0 ? v - 0.5 : v + 0.5);
}

static void put(struct content *c, const char *s)
{
	g_string_append(c->out, s);
}

/* Up to `decimals` digits behind the point. */
static void put_fixed(GString *o, double v, int decimals)
{
	static const int64_t scale[] = {1, 10, 100, 1000, 10000, 100000};
	int64_t n = nearest(v * (double)scale[decimals]), a = n < 0 ? -n : n;
	char text[32];
	int at = sizeof text, left = decimals;

	for (; left > 0 && a % 10 == 0; left--)
		a /= 10;
	if (left > 0) {
		for (; left > 0; left--, a /= 10)
			text[--at] = (char)('0' + a % 10);
		text[--at] = '.';
	}
	if (a == 0 && at == sizeof text)
		text[--at] = '0';
	for (; a > 0; a /= 10)
		text[--at] = (char)('0' + a % 10);
	if (n < 0)
		text[--at] = '-';
	g_string_append_len(o, text + at, (gssize)sizeof text - at);
}

static double round_off(double v)
{
	return (double)nearest(v * 1000) / 1000;
}

static void put_number(struct content *c, double v)
{
	put_fixed(c->out, v, 3);
	g_string_append_c(c->out, ' ');
}

static void put_matrix(struct content *c, const double m[6], const char *op)
{
	for (int i = 0; i < 4; i++) {
		put_fixed(c->out, m[i], 5);
		g_string_append_c(c->out, ' ');
	}
	put_number(c, m[4]);
	put_number(c, m[5]);
	put(c, op);
}

/* ---- text ---- */

static void end_string(struct content *c)
{
	if (c->pen.string)
		put(c, c->pen.wide ? ">" : ")");
	c->pen.string = false;
}

static void end_array(struct content *c)
{
	end_string(c);
	if (c->pen.array)
		put(c, "]TJ\n");
	c->pen.array = false;
}

static void end_text(struct content *c)
{
	end_array(c);
	if (c->pen.text)
		put(c, "ET\n");
	c->pen.text = false;
}

static bool same_matrix(const cairo_matrix_t *a, const cairo_matrix_t *b)
{
	return a->xx == b->xx && a->yx == b->yx && a->xy == b->xy && a->yy == b->yy;
}

static void set_font(struct content *c, const struct content_type *t)
{
	if (c->state.font == t->font && c->state.size == t->matrix.yy)
		return;
	end_array(c);
	g_string_append_printf(c->out, "/f%d ", t->font);
	put_number(c, t->matrix.yy);
	put(c, "Tf\n");
	c->state.font = t->font;
	c->state.size = t->matrix.yy;
}

/* Upright text goes on from the begin of its last line, slanted text is placed anew. */
static void place_text(struct content *c, const struct content_type *t, double x, double y)
{
	struct content_pen *p = &c->pen;
	const cairo_matrix_t *m = &t->matrix;
	bool upright = m->xx == m->yy && m->xy == 0 && m->yx == 0;

	end_array(c);
	if (p->text && upright && p->matrix.xx == p->matrix.yy && p->matrix.xy == 0 &&
	    p->matrix.yx == 0) {
		double dx = round_off(x - p->line_x), dy = round_off(y - p->line_y);

		put_number(c, dx);
		put_number(c, -dy);
		put(c, "Td\n");
		p->line_x += dx;
		p->line_y += dy;
	} else {
		if (!p->text)
			put(c, "BT\n");
		p->line_x = round_off(x);
		p->line_y = round_off(y);
		put_matrix(c,
			   (double[]){m->xx / m->yy, m->yx / m->yy, -m->xy / m->yy, -1,
				      p->line_x, p->line_y},
			   "Tm\n");
	}
	p->text = true;
	p->matrix = *m;
	p->x = p->line_x;
}

static void begin_string(struct content *c, bool wide)
{
	if (!c->pen.array)
		g_string_append_c(c->out, '[');
	c->pen.array = true;
	if (!c->pen.string)
		g_string_append_c(c->out, wide ? '<' : '(');
	c->pen.string = true;
	c->pen.wide = wide;
}

static void put_code(GString *o, unsigned code, bool wide)
{
	static const char hex[] = "0123456789abcdef";

	if (wide) {
		char digits[4] = {hex[code >> 12 & 15], hex[code >> 8 & 15],
				  hex[code >> 4 & 15], hex[code & 15]};

		g_string_append_len(o, digits, 4);
	} else if (code < 32 || code > 126) {
		char octal[4] = {'\\', hex[code >> 6 & 7], hex[code >> 3 & 7],
				 hex[code & 7]};

		g_string_append_len(o, octal, 4);
	} else {
		if (code == '(' || code == ')' || code == '\\')
			g_string_append_c(o, '\\');
		g_string_append_c(o, (char)code);
	}
}

void content_expansion(struct content *c, int expansion)
{
	if (c->state.expansion == expansion)
		return;
	end_array(c);
	put_fixed(c->out, 100 + expansion / 100.0, 2);
	put(c, " Tz\n");
	c->state.expansion = expansion;
}

void content_glyph(struct content *c, const struct content_type *t, unsigned code,
		   double advance, double x, double y)
{
	struct content_pen *p = &c->pen;
	double wider = 1 + c->state.expansion / 10000.0;
	double unit = t->matrix.xx * wider / 1000;
	int64_t off;

	set_font(c, t);
	if (!p->text || !same_matrix(&p->matrix, &t->matrix) ||
	    fabs(y - p->line_y) >= 0.001 || fabs(x - p->x) > JUMP * t->matrix.xx)
		place_text(c, t, x, y);
	off = nearest((x - p->x) / unit);
	if (off != 0) {
		end_string(c);
		if (!p->array)
			g_string_append_c(c->out, '[');
		p->array = true;
		put_fixed(c->out, (double)-off, 0);
	}
	begin_string(c, t->wide);
	put_code(c->out, code, t->wide);
	p->x += (double)off * unit + advance * wider;
}

static void put_actual(struct content *c, const char *utf8, int n_bytes)
{
	static const char hex[] = "0123456789abcdef";
	glong n = 0;
	g_autofree gunichar2 *u = g_utf8_to_utf16(utf8, n_bytes, NULL, &n, NULL);

	put(c, "/Span<</ActualText<feff");
	for (glong i = 0; i < n; i++)
		for (int shift = 12; shift >= 0; shift -= 4)
			g_string_append_c(c->out, hex[u[i] >> shift & 15]);
	put(c, ">>>BDC\n");
}

void content_actual_text(struct content *c, const char *utf8, int n_bytes)
{
	end_array(c);
	if (!c->pen.text)
		put(c, "BT\n1 0 0 -1 0 0 Tm\n");
	if (!c->pen.text)
		c->pen = (struct content_pen){.text = true};
	put_actual(c, utf8, n_bytes);
}

void content_actual_picture(struct content *c, const char *utf8, int n_bytes)
{
	end_text(c);
	put_actual(c, utf8, n_bytes);
	c->actual_outside = true;
}

void content_actual_end(struct content *c)
{
	end_array(c);
	if (c->actual_outside)
		end_text(c);
	c->actual_outside = false;
	put(c, "EMC\n");
}

/* ---- marks ---- */

void content_mark(struct content *c, const char *begin)
{
	end_text(c);
	put(c, begin);
	put(c, "\n");
}

void content_unmark(struct content *c)
{
	end_text(c);
	put(c, "EMC\n");
}

/* ---- graphics state ---- */

void content_init(struct content *c)
{
	*c = (struct content){
		.out = g_string_new(NULL),
		.saved = g_array_new(FALSE, FALSE, sizeof(struct content_state))};
}

void content_drop(struct content *c)
{
	g_string_free(c->out, TRUE);
	g_array_unref(c->saved);
}

void content_begin(struct content *c, double height, int unit)
{
	g_string_set_size(c->out, 0);
	g_array_set_size(c->saved, 0);
	c->state = (struct content_state){.font = -1};
	cairo_matrix_init_scale(&c->state.ctm, 1.0 / unit, 1.0 / unit);
	c->pen = (struct content_pen){0};
	memset(c->alphas, 0, sizeof c->alphas);
	put_matrix(c, (double[]){1.0 / unit, 0, 0, -1.0 / unit, 0, height / unit}, "cm\n");
}

void content_end(struct content *c)
{
	end_text(c);
}

void content_save(struct content *c)
{
	end_text(c);
	g_array_append_val(c->saved, c->state);
	put(c, "q\n");
}

void content_restore(struct content *c)
{
	end_text(c);
	c->state = g_array_index(c->saved, struct content_state, c->saved->len - 1);
	g_array_set_size(c->saved, c->saved->len - 1);
	put(c, "Q\n");
}

void content_transform(struct content *c, const cairo_matrix_t *m)
{
	end_text(c);
	cairo_matrix_multiply(&c->state.ctm, m, &c->state.ctm);
	put_matrix(c, (double[]){m->xx, m->yx, m->xy, m->yy, m->x0, m->y0}, "cm\n");
}

static bool same_color(struct color a, struct color b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void put_color(struct content *c, struct color k, const char *op)
{
	put_number(c, k.r / 255.0);
	put_number(c, k.g / 255.0);
	put_number(c, k.b / 255.0);
	put(c, op);
}

void content_color(struct content *c, struct color k)
{
	struct content_state *s = &c->state;

	if (s->colored && same_color(k, s->color) && k.a == s->color.a)
		return;
	end_array(c);
	if (!s->colored || !same_color(k, s->color))
		put_color(c, k, "rg\n");
	if (k.a != (s->colored ? s->color.a : 255)) {
		g_string_append_printf(c->out, "/a%d gs\n", k.a);
		c->alphas[k.a] = true;
	}
	s->color = k;
	s->colored = true;
}

/* ---- paths and pictures ---- */

static void put_points(struct content *c, const double *v, int n, const char *op)
{
	end_text(c);
	for (int i = 0; i < n; i++)
		put_number(c, v[i]);
	put(c, op);
}

void content_move(struct content *c, double x, double y)
{
	put_points(c, (double[]){x, y}, 2, "m\n");
}

void content_line(struct content *c, double x, double y)
{
	put_points(c, (double[]){x, y}, 2, "l\n");
}

void content_curve(struct content *c, const double points[6])
{
	put_points(c, points, 6, "c\n");
}

void content_rectangle(struct content *c, double x, double y, double w, double h)
{
	put_points(c, (double[]){x, y, w, h}, 4, "re\n");
}

void content_close(struct content *c)
{
	put(c, "h\n");
}

void content_fill(struct content *c, bool even_odd)
{
	put(c, even_odd ? "f*\n" : "f\n");
}

void content_clip(struct content *c)
{
	put(c, "W n\n");
}

void content_pattern(struct content *c, double width, double on, double off)
{
	end_text(c);
	put_color(c, c->state.color, "RG ");
	put_number(c, width);
	put(c, "w ");
	if (off > 0) {
		put(c, on > 0 ? "0 J [" : "1 J [");
		put_number(c, on);
		put_number(c, off);
		put(c, "] 0 d");
	}
	put(c, "\n");
}

void content_stroke(struct content *c)
{
	put(c, "S\n");
}

void content_picture(struct content *c, int number, const cairo_matrix_t *m)
{
	end_text(c);
	put(c, "q\n");
	put_matrix(c, (double[]){m->xx, m->yx, m->xy, m->yy, m->x0, m->y0}, "cm\n");
	g_string_append_printf(c->out, "/x%d Do\nQ\n", number);
}
