/*
 * html_snippet: found text as HTML, escaped, with <mark> as its only tag. Stretches of white space
 * become one blank, a byte that is not UTF-8 U+FFFD.
 */
#ifndef VIEWS_HTML_SNIPPET_H
#define VIEWS_HTML_SNIPPET_H

#include "base/safe.h"
#include "base/snippet.h"

/* The best window of 60 characters, with … where the text goes on. */
struct safe html_snippet(struct arena *a, const char *text, const struct terms *terms);

/* All of it: headlines. */
struct safe html_snippet_whole(struct arena *a, const char *text, const struct terms *terms);

#endif
