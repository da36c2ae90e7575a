/*
 * book.c - passes over the whole book until page references are stable
 *
 * The first pass knows no page numbers; each further one knows those of the pass before.
 * Messages of passes that are thrown away are thrown away with them.
 */
#include "layout/pages.h"
#include "layout/laid.h"
#include "layout/tags.h"

#include <stdlib.h>
#include <string.h>

/* Wishes of the page builder stand for all later passes; new ones would move pages again. */
enum { MOST_PASSES = 5, LAST_WISHES = 2 };

static void collect_sequences(const struct fo *parent, GPtrArray *to)
{
	for (const struct fo *c = parent->child; c; c = c->next) {
		if (c->kind == FO_PAGE_SEQUENCE)
			g_ptr_array_add(to, (void *)(uintptr_t)c);
		else if (c->kind == FO_PAGE_SEQUENCE_WRAPPER)
			collect_sequences(c, to);
	}
}

static int compare_destinations(const void *a, const void *b)
{
	const struct destination *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	return order ? order : x->page - y->page;
}

/* Of an id that stands in several places the first counts. */
static void take_destinations(struct book *book, GArray *found)
{
	struct destination *d = (struct destination *)(void *)found->data;
	int n = 0;

	if (found->len > 0)
		if (found->len)
			qsort(d, found->len, sizeof(*d), compare_destinations);
	for (guint i = 0; i < found->len; i++)
		if (n == 0 || strcmp(d[n - 1].id, d[i].id) != 0)
			d[n++] = d[i];
	for (int i = 0; i < n; i++)
		d[i].id = arena_strdup(book->arena, d[i].id);
	book->destinations = arena_copy(book->arena, d, sizeof(*d) * (size_t)n);
	book->n_destinations = n;
}

/* ---- bookmarks and metadata --------------------------------------------------------- */

static void gather_text(const struct fo *fo, GString *to)
{
	for (const struct fo *c = fo->child; c; c = c->next) {
		if (c->kind == FO_TEXT)
			g_string_append_len(to, c->text, c->n_bytes);
		gather_text(c, to);
	}
}

static const struct bookmark *bookmarks_of(struct arena *arena, const struct fo *parent)
{
	struct bookmark *first = NULL, *last = NULL;

	for (const struct fo *c = parent->child; c; c = c->next) {
		struct bookmark *b;
		g_autoptr(GString) title = g_string_new(NULL);

		if (c->kind != FO_BOOKMARK)
			continue;
		for (const struct fo *t = c->child; t; t = t->next)
			if (t->kind == FO_BOOKMARK_TITLE)
				gather_text(t, title);
		b = ARENA_NEW(arena, struct bookmark);
		b->title = arena_strdup(arena, g_strstrip(title->str));
		b->destination = arena_strdup(arena, c->style->internal_destination);
		b->uri = arena_strdup(arena, c->style->external_destination);
		b->open = c->style->starting_state == KW_SHOW;
		b->child = bookmarks_of(arena, c);
		b->from = c->from;
		if (last)
			last->next = b;
		else
			first = b;
		last = b;
	}
	return first;
}

static void take_bookmarks(struct book *book, const struct fo_tree *tree)
{
	for (const struct fo *c = tree->root->child; c; c = c->next)
		if (c->kind == FO_BOOKMARK_TREE)
			book->bookmarks = bookmarks_of(book->arena, c);
}

static void take_meta(struct book *book, const struct fo_meta *m)
{
	struct arena *a = book->arena;

	book->meta = (struct book_meta){
		.title = arena_strdup(a, m->title),
		.author = arena_strdup(a, m->author),
		.subject = arena_strdup(a, m->subject),
		.keywords = arena_strdup(a, m->keywords),
		.rights = arena_strdup(a, m->rights),
		.publisher = arena_strdup(a, m->publisher),
		.edition = arena_strdup(a, m->edition),
		.date = arena_strdup(a, m->date),
		.identifier = arena_strdup(a, m->identifier),
		.lang = arena_strdup(a, m->lang),
		.creator = arena_strdup(a, m->creator),
	};
}

/* The first pages say how the book is read. */
static bool runs_leftwards(const GPtrArray *sequences)
{
	const struct fo *first = sequences->len ? g_ptr_array_index(sequences, 0) : NULL;

	return first && first->style->writing_mode == KW_RL_TB;
}

/* ---- passes ------------------------------------------------------------------------- */

static void make_pages(struct setter *s, struct laid_table *laid, struct book *book,
		       GPtrArray *sequences)
{
	struct making m = {.s = s, .laid = laid, .book = book, .number = 1};

	m.pages = g_array_new(FALSE, FALSE, sizeof(struct page));
	m.destinations = g_array_new(FALSE, FALSE, sizeof(struct destination));
	m.statics = g_array_new(FALSE, FALSE, sizeof(struct static_cache));
	m.markers = page_markers_new();
	m.bars = bars_new();
	for (guint i = 0; i < sequences->len; i++)
		make_sequence(&m, g_ptr_array_index(sequences, i),
			      i + 1 < sequences->len ? g_ptr_array_index(sequences, i + 1)
						     : NULL);
	book->n_pages = (int)m.pages->len;
	book->pages =
		arena_copy(s->arena, m.pages->data, sizeof(struct page) * m.pages->len);
	take_destinations(book, m.destinations);
	g_array_free(m.pages, TRUE);
	g_array_free(m.destinations, TRUE);
	g_array_free(m.statics, TRUE);
	page_markers_free(m.markers);
	bars_free(m.bars);
}

static struct book *one_pass(struct setter *s, struct laid_table *laid,
			     const struct marks *marks, GPtrArray *sequences)
{
	struct arena *arena = arena_new();
	struct book *book = ARENA_NEW(arena, struct book);

	book->arena = s->arena = s->lasting = arena;
	s->backgrounds = g_hash_table_new(g_str_hash, g_str_equal);
	backgrounds_find(s, s->tree->root);
	s->marks = marks->by_fo;
	book->marks = marks->root;
	book->n_marks = marks->n;
	make_pages(s, laid, book, sequences);
	if (s->floats)
		g_hash_table_destroy(s->floats);
	if (s->in_text)
		g_hash_table_destroy(s->in_text);
	s->floats = s->in_text = NULL;
	g_hash_table_destroy(s->backgrounds);
	s->backgrounds = NULL;
	return book;
}

static void free_arena(gpointer a)
{
	arena_free(a);
}

/* The book of the pass before: its memory is needed as long as the next uses what was laid
 * out in it. */
static void leave(struct book *old, GPtrArray *arenas, bool used)
{
	if (used) {
		g_ptr_array_add(arenas, old->arena);
		return;
	}
	book_free(old);
	g_ptr_array_set_size(arenas, 0);
}

static void take_arenas(struct book *book, GPtrArray *arenas)
{
	g_ptr_array_set_free_func(arenas, NULL);
	for (guint i = 0; i < arenas->len; i++)
		arena_join(book->arena, g_ptr_array_index(arenas, i));
	g_ptr_array_free(arenas, TRUE);
}

/* Whether page numbers in an index are to be links: what they lead to needs names then. */
static bool links_index(const struct fo *fo)
{
	if (fo->kind == FO_INDEX_KEY_REFERENCE && fo->style->page_number_treatment == KW_LINK)
		return true;
	for (const struct fo *c = fo->child; c; c = c->next)
		if ((c->child || c->kind == FO_INDEX_KEY_REFERENCE) && links_index(c))
			return true;
	return false;
}

struct book *layout_book(struct fo_tree *tree, struct text *text,
			 struct image_cache *images, const struct layout_options *options,
			 struct diags *d)
{
	struct references *references = references_new();
	struct laid_table *laid = laid_table_new();
	struct diags *said = NULL;
	struct book *book = NULL;
	struct setter s; /* what was laid out knows it: one for all passes */
	struct arena *marks_arena = arena_new();
	struct marks marks = layout_marks(marks_arena, tree, d);
	GPtrArray *sequences = g_ptr_array_new();
	GPtrArray *arenas = g_ptr_array_new_with_free_func(free_arena);
	GHashTable *wishes =
		options->plain ? NULL : g_hash_table_new_full(NULL, NULL, NULL, g_free);
	bool changed = true, linked = links_index(tree->root);

	collect_sequences(tree->root, sequences);
	for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
		struct book *old = book;

		diags_free(said);
		said = diags_new();
		s = (struct setter){.tree = tree,
				    .text = text,
				    .images = images,
				    .options = options,
				    .references = references,
				    .diags = said,
				    .links_index = linked,
				    .wishes = wishes,
				    .may_wish = wishes && pass < LAST_WISHES,
				    .may_move = wishes && pass < LAST_WISHES};
		laid_choose(laid, references);
		references_begin(references);
		book = one_pass(&s, laid, &marks, sequences);
		references_end(references);
		if (old)
			leave(old, arenas, laid_used(laid));
		changed = laid_changed(laid, references);
	}
	laid_table_free(laid);
	g_ptr_array_add(arenas, marks_arena);
	take_arenas(book, arenas);
	if (wishes)
		g_hash_table_destroy(wishes);
	if (changed)
		diag(said, W_UNSTABLE, tree->root->from,
		     "page references still change after %d passes: those of the last "
		     "stand",
		     MOST_PASSES);
	diags_append(d, said);
	diags_free(said);
	references_free(references);
	book->rtl = runs_leftwards(sequences);
	g_ptr_array_free(sequences, TRUE);
	take_bookmarks(book, tree);
	take_meta(book, &tree->meta);
	return book;
}
