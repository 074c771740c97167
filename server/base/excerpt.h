/* excerpt: the first words of a text that was rendered, for lists. */
#ifndef BASE_EXCERPT_H
#define BASE_EXCERPT_H

#include "arena.h"

enum { EXCERPT_RUNES = 90 };

/* Plain text, on one line, at most EXCERPT_RUNES characters, with … if there was more. `html` is
 * HTML of our own making (doors/markdown.h); of a long one only the beginning is looked at, so this
 * is cheap enough for a writing transaction. */
const char *excerpt_of_html(struct arena *a, const char *html);

#endif
