/*
 * html_marked: words marked in HTML that is safe already. Marks stand in text only, never across a
 * tag, so they open and close within one element; what was escaped stays so. base/snippet.h says
 * what a mark is.
 */
#ifndef VIEWS_HTML_MARKED_H
#define VIEWS_HTML_MARKED_H

#include "base/safe.h"
#include "base/snippet.h"

struct safe html_marked(struct arena *a, struct safe html, const struct terms *terms);

#endif
