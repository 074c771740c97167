/*
 * html_stored: HTML that the Markdown door made when a text was written, and the store kept.
 * Nothing else may be passed here.
 */
#ifndef VIEWS_HTML_STORED_H
#define VIEWS_HTML_STORED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/safe.h"

/* A cited point that may_see() refuses becomes a number without a link. */
struct safe html_stored(
	struct arena *a, const char *html, bool (*may_see)(void *ctx, long point), void *ctx);

#endif
