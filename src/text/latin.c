/*
 * latin.c - UAX 14 for the characters of Latin text, quickly
 *
 * The line breaking classes of the characters that itemize.c calls Latin, and the pair
 * rules that matter to them.  tests/unit/text.c compares the result with Pango's.
 */
#include "text/engine.h"

enum uax14 {
	AL,
	NU,
	SP,
	BA,
	HY,
	B2,
	OP,
	CL,
	CP,
	QU,
	EX,
	IS,
	SY,
	PR,
	PO,
	IN,
	GL,
	CB,
	WJ,
	BK
};

/* Characters beyond ASCII that are not AL, in order. */
static const struct {
	uint16_t first, last;
	enum uax14 class;
} classes[] = {
	{0x00a0, 0x00a0, GL}, {0x00a1, 0x00a1, OP}, {0x00a2, 0x00a2, PO},
	{0x00a3, 0x00a5, PR}, {0x00ab, 0x00ab, QU}, {0x00ad, 0x00ad, BA},
	{0x00b0, 0x00b0, PO}, {0x00b1, 0x00b1, PR}, {0x00bb, 0x00bb, QU},
	{0x00bf, 0x00bf, OP}, {0x2010, 0x2010, BA}, {0x2011, 0x2011, GL},
	{0x2012, 0x2013, BA}, {0x2014, 0x2014, B2}, {0x2018, 0x2019, QU},
	{0x201a, 0x201a, OP}, {0x201b, 0x201d, QU}, {0x201e, 0x201e, OP},
	{0x201f, 0x201f, QU}, {0x2024, 0x2026, IN}, {0x2027, 0x2027, BA},
	{0x2028, 0x2028, BK}, {0x202f, 0x202f, GL}, {0x2030, 0x2037, PO},
	{0x2039, 0x203a, QU}, {0x203c, 0x203d, EX}, {0x2044, 0x2044, IS},
	{0x2045, 0x2045, OP}, {0x2046, 0x2046, CL}, {0x2047, 0x2049, EX},
	{0x2056, 0x2056, BA}, {0x2058, 0x205b, BA}, {0x205d, 0x205e, BA},
	{0x2060, 0x2060, WJ}, {0x20ac, 0x20ac, PR}, {0xfffc, 0xfffc, CB},
};

static enum uax14 general_class(uint32_t c)
{
	for (size_t i = 0; i < G_N_ELEMENTS(classes) && classes[i].first <= c; i++)
		if (c <= classes[i].last)
			return classes[i].class;
	return AL;
}

static enum uax14 class_of(uint32_t c)
{
	switch (c) {
	case ' ':
		return SP;
	case '\t':
	case '|':
		return BA;
	case '\n':
		return BK;
	case '-':
		return HY;
	case '!':
	case '?':
		return EX;
	case '"':
	case '\'':
		return QU;
	case '$':
	case '+':
	case '\\':
		return PR;
	case '%':
		return PO;
	case '(':
	case '[':
	case '{':
		return OP;
	case ')':
	case ']':
		return CP;
	case '}':
		return CL;
	case ',':
	case '.':
	case ':':
	case ';':
		return IS;
	case '/':
		return SY;
	default:
		break;
	}
	if (c >= '0' && c <= '9')
		return NU;
	return c < 0xa0 ? AL : general_class(c);
}

static bool is_word(enum uax14 c)
{
	return c == AL || c == NU;
}

static bool is_affix(enum uax14 c)
{
	return c == PR || c == PO;
}

/* Rules 21 to 31: two characters that touch. */
static bool may_part_letters(enum uax14 a, enum uax14 b)
{
	if (is_word(a))
		return !is_word(b) && !is_affix(b) && b != OP;
	if (is_affix(a))
		return !is_word(b) && b != OP;
	if (a == CL || a == CP)
		return !is_affix(b) && !(a == CP && is_word(b));
	if (b == NU && (a == HY || a == SY))
		return false;
	return !(a == IS && is_word(b));
}

/* Rules 11 to 20: a is the last that is not a space, spaced tells of spaces between. */
static bool may_part(enum uax14 a, bool spaced, enum uax14 b)
{
	if (b == CL || b == CP || b == EX)
		return false;
	if (a == OP || (a == QU && b == OP) || (a == B2 && b == B2))
		return false;
	if (spaced)
		return true;
	if (b == IS || b == SY || a == WJ || b == WJ || a == GL || a == BK || b == BK)
		return false;
	if (b == GL)
		return a == BA || a == HY;
	if (a == QU || b == QU)
		return false;
	if (a == CB || b == CB)
		return true;
	if (b == BA || b == HY || b == IN)
		return false;
	return may_part_letters(a, b);
}

void latin_breaks(struct job *j)
{
	enum uax14 a = BK;
	bool spaced = false;

	for (int at = 0; at < j->n; at = char_next(j->text, at)) {
		enum uax14 b = class_of(char_at(j->text + at));

		if (b == SP) {
			spaced = a != BK;
			continue;
		}
		if (at > 0 && may_part(a, spaced, b))
			j->notes[at].brk = BRK_ALLOWED;
		a = b;
		spaced = false;
	}
}
