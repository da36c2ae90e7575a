/*
 * lines.h - where the lines of a paragraph end
 *
 * A paragraph comes as the places where a line may end, each with the sums of what stands
 * before it, so that a candidate line costs one subtraction.  Nothing here knows of text,
 * fonts or areas.
 */
#ifndef LAYOUT_LINES_H
#define LAYOUT_LINES_H

#include "base/arena.h"
#include "base/len.h"

#include <stdbool.h>
#include <stdint.h>

struct fit_sum {
	int64_t width, stretch, shrink; /* from the paragraph's beginning */
	int64_t expansion; /* how much wider or narrower letters may be, besides */
};

/* The first break is the paragraph's beginning, the last its end. */
struct fit_break {
	struct fit_sum end;  /* if a line ends here: what vanishes is left out */
	struct fit_sum next; /* where the next line begins */
	Len hyphen;	     /* width added to a line that ends here */
	Len hang_end;	     /* how far such a line may stand out */
	Len hang_start;	     /* the same for the line that begins here */
	int cost;	     /* as TeX's penalties, 0 to 10000 */
	bool flagged;	     /* a hyphen is shown */
	bool divides;        /* a word, by that hyphen or one of its own */
};

#define FIT_INFINITE LEN_MAX

/* What breaks in words cost. */
enum {
	FIT_COST_HYPHEN = 100, /* a hyphen is shown */
	FIT_COST_SOFT = 40,    /* nothing is shown: words of scripts without spaces, paths */
};

struct fit_rules {
	bool plain; /* lines without glue are equally bad */
	Len width;	  /* of every line ... */
	const Len *widths; /* ... behind the first n_widths */
	int n_widths;
	Len first_indent; /* of the first line; negative: it hangs out */
	Len last_indent;  /* at the end of the last line */
	Len end_stretch;  /* ragged text: what the blank at a line's ends can stretch */
	Len last_stretch; /* more of it in the last line; FIT_INFINITE: any, at no cost */
	Len emergency;	  /* stretch added in the last pass */
	double tolerance[3]; /* greatest stretch ratio of each pass; the last never fails */
	double loosest;      /* the same where a number of lines is asked for */
	bool hyphens_first;  /* the first pass, too, may use flagged breaks */
	double line_demerit; /* added to each line's badness before squaring */
	double hyphens_demerit; /* two flagged lines in a row */
	double fitness_demerit; /* a tight line beside a loose one */
	double last_hyphen_demerit; /* the last line but one is flagged */
	Len least_last;		    /* a last line of several that is shorter ... */
	double short_last_demerit;  /* ... is worth avoiding */
	bool strands_syllables; /* the last line may be just the end of a divided word */
	int ladder;		/* greatest number of flagged lines in a row; 0: any */
	int undivided;          /* line, from 1, that must not end within a word; 0: none */
};

struct fit_line {
	int from, to; /* indexes of breaks */
	double ratio; /* of the glue's stretch (positive) or shrink; at least -1 */
	Len over;     /* how much too wide the line is even when shrunk; 0: it fits */
};

/* The rules of good setting, for a line width; members may be changed afterwards. */
struct fit_rules fit_rules_good(Len width);

/* The rules that comparison with other formatters wants. */
struct fit_rules fit_rules_plain(Len width);

/* At least one line; the number of lines.  There are at least two breaks. */
int fit_lines(struct arena *, const struct fit_break *, int n_breaks, const struct fit_rules *,
	      const struct fit_line **out);

/* The same with a number of lines that need not be the best; 0 if that would take lines
 * that are too tight or looser than a little. */
int fit_exactly(struct arena *, const struct fit_break *, int n_breaks,
		const struct fit_rules *, int n_lines, const struct fit_line **out);

#endif
