/* paste_marks: the marks that people put into a text from a chat: headings, numbers, bullets. Used
 * by paste.c. */
#ifndef RULES_PASTE_MARKS_H
#define RULES_PASTE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"

struct paste_mark {
	enum { PASTE_HEADING, PASTE_NUMBER, PASTE_BULLET } type;
	size_t len;    /* bytes, with the blanks behind it */
	int number;    /* of a heading too: 经验2; 0 if it has none */
	int style;     /* of a number or bullet: a list keeps to one */
	bool has_kind; /* always for a heading; a bullet like ✅ or ❌ hints at one */
	enum kind kind;
};

/* The mark at p, if there is one. line_start: only blanks stand before it on its line (or a heading
 * just ended); otherwise it must be one that can stand inside a line. end is the line's end. */
bool paste_mark_at(const char *p, const char *end, bool line_start, struct paste_mark *m);

/* May a mark stand behind this character, inside a line? */
bool paste_mark_may_follow(int rune);

/* Is a number of this style, like ② or （2）, one wherever it stands? */
bool paste_mark_stands_out(int style);

#endif
