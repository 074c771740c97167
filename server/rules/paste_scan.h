/* paste_scan: steps through a line, for the marks that paste_list.c and paste_marks.c look for.
 * Places never pass `end`. */
#ifndef RULES_PASTE_SCAN_H
#define RULES_PASTE_SCAN_H

#include <stdbool.h>

int paste_scan_peek(const char *p, const char *end);         /* the character at p; 0 at the end */
const char *paste_scan_skip(const char *p, const char *end); /* behind it */
const char *paste_scan_blanks(const char *p, const char *end);

/* Behind the word, in any case, if it stands at p; else NULL. */
const char *paste_scan_word(const char *p, const char *end, const char *word);

bool paste_scan_is_one_of(int rune, const char *set);

/* Behind one or two digits, or a Chinese number up to 十; p if there is none. */
const char *paste_scan_number(const char *p, const char *end, int *n);

#endif
