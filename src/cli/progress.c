/*
 * progress.c - one line on a terminal that shows how far a long build is
 */
#include "cli/cli.h"

#include <stdio.h>
#include <unistd.h>

static struct {
	bool on, shown;
	gint64 start, last;
	const char *stage;
} progress;

enum { PATIENCE = G_USEC_PER_SEC, INTERVAL = G_USEC_PER_SEC / 20 };

void progress_start(void)
{
	progress.on = isatty(STDERR_FILENO);
	progress.start = g_get_monotonic_time();
}

static void show(int n_pages)
{
	gint64 now = progress.on ? g_get_monotonic_time() : 0;

	if (!progress.on || now - progress.start < PATIENCE || now - progress.last < INTERVAL)
		return;
	progress.last = now;
	progress.shown = true;
	fprintf(stderr, "\r\033[K%s", progress.stage);
	if (n_pages)
		fprintf(stderr, ", page %d", n_pages);
	fputs(" ...", stderr);
	fflush(stderr);
}

void progress_stage(const char *stage)
{
	progress.stage = stage;
	progress.last = 0;
	show(0);
}

void progress_pages(void *unused, int n_pages)
{
	(void)unused;
	show(n_pages);
}

void progress_clear(void)
{
	if (progress.shown)
		fputs("\r\033[K", stderr);
	progress.shown = false;
}
