/*
 * highlight.c - which words of a listing are keywords, strings, comments
 *
 * The program highlight(1) knows, for some 250 languages.  It reads the listing from one file
 * in memory and writes to another, so neither side can wait for the other.  Without it, or
 * for a language it has never heard of, listings stay plain.
 */
#include "doc/internal.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_LISTING = 1 << 20 };

/* A name and no path: definitions of languages are programs, and the author is not trusted. */
static bool is_name(const char *language)
{
	size_t n = strspn(language, "abcdefghijklmnopqrstuvwxyz0123456789+#_");

	return n > 0 && n < 24 && language[n] == '\0';
}

static int memory_file(const char *content)
{
	size_t n = strlen(content);
	int fd = memfd_create("listing", MFD_CLOEXEC);

	if (fd >= 0 && (write(fd, content, n) != (ssize_t)n || lseek(fd, 0, SEEK_SET) != 0)) {
		close(fd);
		return -1;
	}
	return fd;
}

static char *read_back(int fd)
{
	off_t n = lseek(fd, 0, SEEK_END);
	char *text;

	if (n <= 0 || n > 16 * MAX_LISTING || lseek(fd, 0, SEEK_SET) != 0)
		return NULL;
	text = g_malloc0((size_t)n + 1);
	if (read(fd, text, (size_t)n) == (ssize_t)n)
		return text;
	g_free(text);
	return NULL;
}

static bool run(const char *language, int in, int out)
{
	g_autofree char *syntax = g_strconcat("--syntax=", language, NULL);
	const char *argv[] = { "highlight", syntax, "--out-format=xhtml", "--fragment", NULL };
	GPid pid;
	int status;

	return g_spawn_async_with_fds(NULL, (char **)(uintptr_t)argv, NULL,
				      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
					      G_SPAWN_STDERR_TO_DEV_NULL,
				      NULL, NULL, &pid, in, out, -1, NULL) &&
	       waitpid(pid, &status, 0) == pid && status == 0;
}

/* The listing with <span class="hl kwa"> and the like around its words; NULL: as it was. */
static xmlDoc *highlight(const char *listing, const char *language)
{
	int in = memory_file(listing);
	int out = memfd_create("highlighted", MFD_CLOEXEC);
	g_autofree char *made = NULL;
	g_autofree char *whole = NULL;

	if (in >= 0 && out >= 0 && run(language, in, out))
		made = read_back(out);
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	if (!made)
		return NULL;
	g_strchomp(made);
	whole = g_strconcat("<code>", made, "</code>", NULL);
	return xmlReadMemory(whole, (int)strlen(whole), NULL, "UTF-8",
			     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/* hb:highlight(listing, language): <code> with the spans, or nothing. */
void fn_highlight(xmlXPathParserContext *c, int n)
{
	xsltTransformContext *t = xsltXPathGetTransformContext(c);
	xmlXPathObject *result = xmlXPathNewNodeSet(NULL);
	xmlChar *language = n == 2 ? xmlXPathPopString(c) : NULL;
	xmlChar *listing = n == 2 ? xmlXPathPopString(c) : NULL;
	xmlDoc *made = NULL;
	xmlDoc *home;

	if (n != 2)
		xmlXPathErr(c, XPATH_INVALID_ARITY);
	if (t && listing && language && is_name((const char *)language) &&
	    xmlStrlen(listing) < MAX_LISTING)
		made = highlight((const char *)listing, (const char *)language);
	home = made ? xsltCreateRVT(t) : NULL;
	if (home) {
		xmlNode *code = xmlDocCopyNode(xmlDocGetRootElement(made), home, 1);

		xsltRegisterLocalRVT(t, home);
		xmlAddChild((xmlNode *)home, code);
		xmlXPathNodeSetAddUnique(result->nodesetval, code);
	}
	xmlFreeDoc(made);
	xmlFree(language);
	xmlFree(listing);
	valuePush(c, result);
}
