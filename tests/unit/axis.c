/* axis.c - where lines of figures meet the axis of their column */
#include "base/axis.h"

#include <stdio.h>
#include <string.h>

/* A bar stands where the axis is; "+" before the string: the line is not one of figures. */
static const struct {
	const char *string, *line;
} cases[] = {
	{".", "12|.5"},
	{".", "12|"},
	{".", "1,234|"},
	{".", "1,234|.50"},
	{".", "-3|.25 %"},
	{".", "(4|)"},
	{".", "12| %"},
	{".", "12|%"},
	{".", "7| kg"},
	{".", "7|.5 kg"},
	{".", "|.5"},
	{".", "ca. 12|.5"},
	{".", "12|\001"},
	{".", "12|.5\001"},
	{".", "12| m\001"},
	{".", "+n.a.|"},
	{".", "+|"},
	{".", "+none|  "},
	{".", "+10-12|"},
	{".", "+3 of 5 members|"},
	{".", "+10 largest economies of the region|"},
	{",", "1.234|,5"},
	{",", "1 234|"},
	{",", "+Preis, netto|"},
	{":", "12|:30"},
	{":", "ab|: c"},
	{"=", "x |= 1"},
	{"\xD9\xAB", "\xD9\xA1\xD9\xA2|\xD9\xAB\xD9\xA5"},
	{"\xD9\xAB", "\xD9\xA1\xD9\xA2|"},
	{".", "\xE0\xB9\x91\xE0\xB9\x92|.\xE0\xB9\x95"},
	{"", "12|"},
};

int main(void)
{
	int failed = 0;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *line = cases[i].line, *bar;
		int figures = *line != '+', want;
		char text[80];
		struct axis_point got;

		line += !figures;
		bar = strchr(line, '|');
		want = (int)(bar - line);
		snprintf(text, sizeof text, "%.*s%s", want, line, bar + 1);
		got = axis_find(text, (int)strlen(text), cases[i].string);
		if (got.at == want && got.figures == figures)
			continue;
		printf("%s: at %d%s\n", cases[i].line, got.at,
		       got.figures ? ", figures" : "");
		failed++;
	}
	return failed > 0;
}
