/* paste_headline: a headline of at most PASTE_HEADLINE characters cut from the beginning of a text:
 * its first line, sentence or clause. Used by paste.c. */
#ifndef RULES_PASTE_HEADLINE_H
#define RULES_PASTE_HEADLINE_H

#include "base/arena.h"

/* text is trimmed and not empty. *rest is what goes below the headline: what follows, or the whole
 * text if no good place to cut was found (the headline then ends in …). *dropped is the mark that
 * stood between, or "". */
const char *paste_headline(
	struct arena *a, const char *text, const char **rest, const char **dropped);

#endif
