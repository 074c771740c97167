/*
 * text: UTF-8 and its characters. Strings are NUL-terminated unless a length goes with them.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/*
 * The character at *p, and *p behind it. Strict: overlong forms, surrogates and values above
 * U+10FFFF are invalid; an invalid byte gives -1 and is passed over alone. Needs *p < end.
 */
int text_rune(const char **p, const char *end);

/* Is it UTF-8 throughout? If not, *bad_at (may be NULL) is the offset of the first bad byte. */
bool text_valid(const char *s, size_t len, size_t *bad_at);

/* Offset of the first character users may not type: a control other than \t \n \r, a private-use
 * character, or a noncharacter; len if there is none. */
size_t text_forbidden_at(const char *s, size_t len);

size_t text_runes(const char *s);                             /* how many characters */
char *text_cut(struct arena *a, const char *s, size_t runes); /* at most so many, with … if cut */
/* At most so many bytes, the … that shows a cut among them; never through a character. */
char *text_cut_bytes(struct arena *a, const char *s, size_t bytes);
char *text_trim(struct arena *a, const char *s); /* white space, U+3000 too, at both ends */
bool text_blank(const char *s);                  /* NULL, empty, or white space only */
bool text_starts(const char *s, const char *prefix);
bool text_same(const char *a, const char *b); /* NULL equals NULL only */
char *text_unix_lines(struct arena *a, const char *s,
	size_t *len); /* \r\n and \r become \n; U+FEFF goes, also from files put together */

bool rune_is_space(int rune);   /* ASCII white space, U+00A0, U+2000-200A, U+3000 … */
bool rune_is_private(int rune); /* U+E000-F8FF, planes 15 and 16 */
bool rune_is_han(int rune);     /* ideographs, all extensions */
bool rune_is_cjk(int rune);     /* Han, kana, Hangul, bopomofo */
bool rune_is_cjk_punct(int rune); /* 、。《》「」！（），：；？ … and curly quotes, — … */

#endif
