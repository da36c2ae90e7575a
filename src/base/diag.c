/*
 * diag.c - messages to the author
 */
#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

struct message {
	enum diag_code code;
	struct where at;
	char *text;
};

struct diags {
	GMutex lock;
	GArray *messages; /* struct message */
	GHashTable *seen; /* what has been said, as printed or, for diag_once, the text alone */
	guint printed;
	int count[SEVERITY_FATAL + 1];
};

static const struct {
	enum severity severity;
	const char *code;
} kinds[] = {
#define DIAG(name, severity, text) { severity, text },
#include "base/diag.def"
#undef DIAG
};

static void free_message(gpointer p)
{
	struct message *m = p;

	g_free(m->text);
}

struct diags *diags_new(void)
{
	struct diags *d = g_new0(struct diags, 1);

	g_mutex_init(&d->lock);
	d->messages = g_array_new(FALSE, FALSE, sizeof(struct message));
	g_array_set_clear_func(d->messages, free_message);
	d->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return d;
}

void diags_free(struct diags *d)
{
	if (!d)
		return;
	g_array_free(d->messages, TRUE);
	g_hash_table_destroy(d->seen);
	g_mutex_clear(&d->lock);
	g_free(d);
}

/* One line, whatever of the author's it quotes. */
static struct message G_GNUC_PRINTF(3, 0)
	message_of(enum diag_code code, struct where at, const char *format, va_list args)
{
	char *text = g_strdup_vprintf(format, args);

	return (struct message){ code, at, g_strdelimit(text, "\n\r\t", ' ') };
}

/* Takes text and key. */
static void add(struct diags *d, struct message m, char *key)
{
	g_mutex_lock(&d->lock);
	if (g_hash_table_add(d->seen, key)) {
		g_array_append_val(d->messages, m);
		d->count[kinds[m.code].severity]++;
	} else {
		g_free(m.text);
	}
	g_mutex_unlock(&d->lock);
}

void diag(struct diags *d, enum diag_code code, struct where at, const char *format, ...)
{
	struct message m;
	va_list args;

	va_start(args, format);
	m = message_of(code, at, format, args);
	va_end(args);
	add(d, m, g_strdup_printf("%d %s:%d %s", code, at.file ? at.file : "", at.line, m.text));
}

void diag_once(struct diags *d, enum diag_code code, struct where at, const char *format, ...)
{
	struct message m;
	va_list args;

	va_start(args, format);
	m = message_of(code, at, format, args);
	va_end(args);
	add(d, m, g_strdup_printf("%d %s", code, m.text));
}

/* Whether the source has been found to name a picture there that cannot be had. */
static bool is_told(const struct diags *d, guint n, const struct message *m)
{
	if (m->code != E_IMAGE)
		return false;
	for (guint i = 0; i < n; i++) {
		const struct message *o = &g_array_index(d->messages, struct message, i);

		if ((o->code == E_IMAGE || o->code == E_OUTSIDE) && o->at.line == m->at.line &&
		    g_strcmp0(o->at.file, m->at.file) == 0)
			return true;
	}
	return false;
}

void diags_append(struct diags *to, const struct diags *from)
{
	guint before = to->messages->len;

	for (guint i = 0; i < from->messages->len; i++) {
		const struct message *m = &g_array_index(from->messages, struct message, i);

		if (!is_told(to, before, m))
			diag(to, m->code, m->at, "%s", m->text);
	}
}

static const char *severity_name(enum severity s)
{
	switch (s) {
	case SEVERITY_NOTE:
		return "note";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_ERROR:
	case SEVERITY_FATAL:
		return "error";
	}
	return "";
}

static void print_json_string(FILE *f, const char *s)
{
	fputc('"', f);
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			fprintf(f, "\\%c", c);
		else if (c < 0x20)
			fprintf(f, "\\u%04x", c);
		else
			fputc(c, f);
	}
	fputc('"', f);
}

static void print_json(FILE *f, const struct message *m)
{
	fputs("{\"file\":", f);
	print_json_string(f, m->at.file ? m->at.file : "");
	fprintf(f, ",\"line\":%d,\"severity\":\"%s\",\"text\":", m->at.line,
		severity_name(kinds[m->code].severity));
	print_json_string(f, m->text);
	fprintf(f, ",\"code\":\"%s\"}\n", kinds[m->code].code);
}

static void print_text(FILE *f, const struct message *m, bool color)
{
	enum severity s = kinds[m->code].severity;
	const char *on = s >= SEVERITY_ERROR ? "\033[1;31m" : s == SEVERITY_WARNING ? "\033[1;35m" : "\033[1;36m";

	if (m->at.file && m->at.line > 0)
		fprintf(f, "%s:%d: ", m->at.file, m->at.line);
	else if (m->at.file)
		fprintf(f, "%s: ", m->at.file);
	else
		fputs("handbook: ", f);
	fprintf(f, "%s%s:%s %s [%s]\n", color ? on : "", severity_name(s), color ? "\033[0m" : "",
		m->text, kinds[m->code].code);
}

void diags_print(struct diags *d, FILE *f, enum diag_style style)
{
	g_mutex_lock(&d->lock);
	for (; d->printed < d->messages->len; d->printed++) {
		const struct message *m = &g_array_index(d->messages, struct message, d->printed);

		if (style == DIAG_JSON)
			print_json(f, m);
		else
			print_text(f, m, style == DIAG_COLOR);
	}
	g_mutex_unlock(&d->lock);
}

int diags_count(const struct diags *d, enum severity at_least)
{
	int n = 0;

	for (int s = (int)at_least; s <= SEVERITY_FATAL; s++)
		n += d->count[s];
	return n;
}

int diags_status(const struct diags *d)
{
	if (d->count[SEVERITY_FATAL])
		return 2;
	return d->count[SEVERITY_ERROR] ? 1 : 0;
}
