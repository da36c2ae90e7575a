/*
 * liang.h - points in words by patterns
 *
 * Franklin Liang, "Word Hy-phen-a-tion by Com-put-er", 1983: digits between the letters of
 * patterns allow (odd) or forbid (even) a break there, and the greatest counts.  Read from
 * the files that Debian's hyphen-* packages have for libhyphen, and as libhyphen reads them.
 */
#ifndef TEXT_LIANG_H
#define TEXT_LIANG_H

#include <stdint.h>

enum { LIANG_LONGEST = 60 }; /* characters of a word that has points */

struct liang;

/* NULL where there is no such file, or it is in no known encoding. */
struct liang *liang_read(const char *path);
void liang_free(struct liang *);

/* Bit i is a point before character i of a word of small letters in UTF-8: at least 2 stand
 * before it and 3 behind, or more if the file says so.  Points at which the spelling would
 * have to change (Hungarian asszony-nyal) are left out. */
uint64_t liang_points(const struct liang *, const char *word);

#endif
