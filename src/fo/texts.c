/*
 * texts.c - values that are no expressions: names, addresses, lists of words
 */
#include "fo/refine.h"

#include <string.h>

bool value_allows(enum prop prop, const char *word)
{
	const char *words = properties[prop].words;
	size_t n = strlen(word);

	for (const char *at = strstr(words, word); n && at; at = strstr(at + 1, word))
		if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}

static const char *intern(const char *s)
{
	return *s ? g_intern_string(s) : NULL;
}

enum { MAX_FAMILIES = 64 }; /* the search for a font compares each with each */

/* Names without their quotation marks, separated by ", ". */
static bool set_family(const char *text, const char **to)
{
	g_auto(GStrv) names = g_strsplit(text, ",", MAX_FAMILIES + 1);
	g_autoptr(GString) all = g_string_new(NULL);

	for (char **name = names; *name && name < names + MAX_FAMILIES; name++) {
		char *s = g_strstrip(*name);
		size_t n = strlen(s);

		if (n >= 2 && (*s == '"' || *s == '\'') && s[n - 1] == *s) {
			s[n - 1] = '\0';
			s = g_strstrip(s + 1);
		}
		if (*s)
			g_string_append_printf(all, "%s%s", all->len ? ", " : "", s);
	}
	if (all->len)
		*to = g_intern_string(all->str);
	return all->len > 0;
}

/* url(...), with or without quotation marks, or the address alone. */
static const char *read_uri(const char *text)
{
	g_autofree char *s = g_strdup(text);
	char *at = s;
	size_t n;

	if (g_ascii_strncasecmp(at, "url(", 4) == 0 && g_str_has_suffix(at, ")")) {
		at[strlen(at) - 1] = '\0';
		at = g_strstrip(at + 4);
	}
	n = strlen(at);
	if (n >= 2 && (*at == '"' || *at == '\'') && at[n - 1] == *at) {
		at[n - 1] = '\0';
		at++;
	}
	return intern(at);
}

static bool set_decoration(const struct context *c, const char *text, uint16_t *to)
{
	static const struct {
		const char *name;
		uint16_t bit;
	} lines[] = { { "underline", FO_UNDERLINE },
		      { "overline", FO_OVERLINE },
		      { "line-through", FO_LINE_THROUGH } };
	g_auto(GStrv) words = g_strsplit_set(text, " \t\n", 0);
	uint16_t set = c->inherited->text_decoration;

	for (char **word = words; *word; word++) {
		bool no = g_str_has_prefix(*word, "no-");

		if (**word && !value_allows(c->prop, *word))
			return false;
		if (strcmp(*word, "none") == 0)
			set = 0;
		for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
			if (strcmp(*word + (no ? 3 : 0), lines[i].name) == 0)
				set = (uint16_t)(no ? set & ~lines[i].bit : set | lines[i].bit);
	}
	*to = set;
	return true;
}

bool value_set_text(const struct context *c, const char *text, void *member)
{
	const char **string = member;

	switch ((int)properties[c->prop].parser) {
	case PARSE_FAMILY:
		return set_family(text, string);
	case PARSE_URI:
		*string = value_allows(c->prop, text) ? NULL : read_uri(text);
		return true;
	case PARSE_DECORATION:
		return set_decoration(c, text, member);
	case PARSE_CHARACTER:
		*(uint32_t *)member = *text ? (uint32_t)g_utf8_get_char(text) : 0;
		return true;
	default:
		*string = value_allows(c->prop, text) ? NULL : intern(text);
		if (c->prop == PROP_alt_text && !*text)
			*string = ""; /* that says something: the picture is decoration */
		return true;
	}
}
