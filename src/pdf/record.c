/*
 * record.c - what was painted where
 */
#include "pdf/record.h"

struct record *record_new(void)
{
	struct record *r = g_new0(struct record, 1);

	r->owners = g_array_new(FALSE, FALSE, sizeof(int));
	r->contents = g_array_new(FALSE, FALSE, sizeof(struct record_content));
	r->links = g_array_new(FALSE, FALSE, sizeof(struct record_link));
	r->quads = g_array_new(FALSE, FALSE, sizeof(struct record_box));
	r->figures = g_array_new(FALSE, FALSE, sizeof(struct record_figure));
	r->pages = g_array_new(FALSE, FALSE, sizeof(struct record_page));
	return r;
}

void record_free(struct record *r)
{
	if (!r)
		return;
	g_array_unref(r->owners);
	g_array_unref(r->contents);
	g_array_unref(r->links);
	g_array_unref(r->quads);
	g_array_unref(r->figures);
	g_array_unref(r->pages);
	g_free(r);
}

struct record_page *record_page_at(const struct record *r, int page)
{
	return &g_array_index(r->pages, struct record_page, page);
}

static int this_page(const struct record *r)
{
	return (int)r->pages->len - 1;
}

void record_page_begin(struct record *r, double width, double height)
{
	struct record_page p = {.first_content = (int)r->contents->len,
				.first_link = (int)r->links->len,
				.width = width,
				.height = height};

	g_array_append_val(r->pages, p);
}

static void add_content(struct record *r, int owner, int number)
{
	struct record_content c = {this_page(r), number};

	g_array_append_val(r->owners, owner);
	g_array_append_val(r->contents, c);
}

int record_content(struct record *r, const struct mark *m)
{
	struct record_page *p = record_page_at(r, this_page(r));

	if (m->artifact) {
		add_content(r, -1 - (int)m->artifact, -1);
		return -1;
	}
	add_content(r, m->index, p->n_mcids);
	return p->n_mcids++;
}

static struct record_box upwards(const struct record *r, struct record_box b)
{
	double h = record_page_at(r, this_page(r))->height;

	return (struct record_box){b.x0, h - b.y1, b.x1, h - b.y0};
}

static void widen(struct record_box *b, const struct record_box *by)
{
	b->x0 = MIN(b->x0, by->x0);
	b->y0 = MIN(b->y0, by->y0);
	b->x1 = MAX(b->x1, by->x1);
	b->y1 = MAX(b->y1, by->y1);
}

static struct record_link *find_link(struct record *r, const struct link *link)
{
	const struct record_page *p = record_page_at(r, this_page(r));

	for (int i = (int)r->links->len - 1; i >= p->first_link; i--) {
		struct record_link *l = &g_array_index(r->links, struct record_link, i);

		if (l->link == link)
			return l;
	}
	return NULL;
}

/* Touching boxes of one line become one; a box apart opens a new quadrilateral.  Only the
 * last link's quadrilaterals can grow, as they lie behind one another. */
static bool join_quad(struct record *r, const struct record_link *l,
		      const struct record_box *b)
{
	struct record_box *last;

	if (l->n_quads == 0)
		return false;
	last = &g_array_index(r->quads, struct record_box, l->first_quad + l->n_quads - 1);
	if (b->y0 > last->y1 - 1 || b->y1 < last->y0 + 1 || b->x0 > last->x1 + 3 ||
	    b->x1 < last->x0 - 3)
		return false;
	widen(last, b);
	return true;
}

void record_link(struct record *r, const struct link *link, struct record_box down)
{
	struct record_box b = upwards(r, down);
	struct record_link *l = find_link(r, link);

	b.x1 = MAX(b.x1, b.x0 + 0.1); /* an area, even of text that has no size */
	b.y1 = MAX(b.y1, b.y0 + 0.1);
	if (l) {
		widen(&l->box, &b);
		if (join_quad(r, l, &b))
			return;
		if (l->first_quad + l->n_quads == (int)r->quads->len) {
			g_array_append_val(r->quads, b);
			l->n_quads++;
		}
		return;
	}
	add_content(r, link->mark->index, -1 - (int)r->links->len);
	g_array_append_val(r->links, ((struct record_link){.link = link,
							   .page = this_page(r),
							   .box = b,
							   .first_quad = (int)r->quads->len,
							   .n_quads = 1}));
	g_array_append_val(r->quads, b);
	record_page_at(r, this_page(r))->n_links++;
}

void record_figure(struct record *r, const struct mark *m, struct record_box down)
{
	struct record_figure f = {m->index, this_page(r), upwards(r, down)};

	for (guint i = r->figures->len; i-- > 0;) {
		struct record_figure *g =
			&g_array_index(r->figures, struct record_figure, i);

		if (g->page != f.page)
			break;
		if (g->mark != f.mark)
			continue;
		widen(&g->box, &f.box);
		return;
	}
	g_array_append_val(r->figures, f);
}
