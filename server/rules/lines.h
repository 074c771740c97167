/*
 * lines: a Markdown text line by line, and what each line is: code, a heading, blank.
 *
 * It follows the block structure of CommonMark 0.30 (containers, fences, indented code, lazy
 * continuation) as far as it decides whether a `#` opens a heading and whether a line is code.
 * HTML blocks are not known: raw HTML never passes, so it cannot hide a heading either.
 *
 * Two forms that people type are headings here although CommonMark wants a blank behind the #:
 * `##报价` (two # and a Chinese character), and a line that is nothing but `#经验` or `#教训`.
 */
#ifndef RULES_LINES_H
#define RULES_LINES_H

#include <stdbool.h>
#include <stddef.h>

#define LINES_MAX_DEPTH 32 /* quotes and list items within each other; deeper ones are text */

struct line {
	const char *text; /* without its \n */
	size_t len;
	bool blank, code;
	int level;           /* 1-6 if a heading outside every container, else 0 */
	size_t mark, inside; /* where the #s begin, and where the heading's words begin */
};

struct lines_container {
	bool quote;
	int columns; /* a list item's content begins so far in */
};

/* Where the reading stands. A copy of it is a bookmark. {0} is the beginning of a text. */
struct lines {
	struct lines_container in[LINES_MAX_DEPTH];
	int depth;
	enum { LINES_NONE, LINES_PARAGRAPH, LINES_INDENTED, LINES_FENCED } leaf;
	char fence;
	int fence_length;
};

/* The line at *p, and *p behind its \n. Needs *p < end. */
struct line lines_next(struct lines *s, const char **p, const char *end);

/* Would the next line at the margin still be inside a fence? How long is that fence, or 0. */
int lines_open_fence(const struct lines *s);

#endif
