/*
 * markdown: what people write, and the HTML and plain text made of it. The only door to cmark.
 *
 * CommonMark, with these differences, all of them for people who type on a phone in Chinese:
 * - HTML is not markup: `<b>` and `<客户>` are shown as they were typed.
 * - A single line break stays a line break.
 * - Emphasis works beside Chinese punctuation (`**先听后讲。**效果`); a star between digits is a
 *   star (2*3*4, 138****8888).
 * - Link definitions (`[x]: y`) are text: `[备注]: 下周回访` must not vanish.
 * - Links go to http, https, mailto, tel, /path and #place. A link to a script, or to data or
 * files, keeps its words only; `[张总](客户经理)` is shown as typed. An image is a link to the
 * picture.
 * - Bare http://, https:// and www. addresses are links, in ASCII, so that `，谢谢` after one is
 * text.
 * - `- [ ]` and `- [x]` are boxes, `~~x~~` is struck out, `[[123]]` cites point 123.
 * - The highest heading becomes h3 and the others follow it, down to h6.
 *
 * HTML is made when a text is written and stored beside it; what depends on the reader (whether a
 * cited point may be seen) is settled by markdown_cites_filter() when it is shown.
 * All functions take time proportional to the length of the text.
 */
#ifndef DOORS_MARKDOWN_H
#define DOORS_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/safe.h"

enum {
	MARKDOWN_POINT_LIMIT = 32 * 1024, /* bytes of one point */
	MARKDOWN_PART_LIMIT =
		64 * 1024,          /* bytes of a part of a story; nothing longer is rendered */
	MARKDOWN_DEPTH_LIMIT = 32,  /* quote and list marks at the start of one line */
	MARKDOWN_INDENT_LIMIT = 96, /* columns before the last of them; each level takes two */
};

enum markdown_fault {
	MARKDOWN_OK,
	MARKDOWN_TOO_LONG,
	MARKDOWN_NOT_UTF8,
	MARKDOWN_PRIVATE_USE, /* or a control character, or a noncharacter */
	MARKDOWN_TOO_DEEP,    /* more marks, or further in, than the limits above */
};

/*
 * The first fault of md, and where: line, and column in characters, both 1-based. A text that is
 * too long is not looked at further; its place is the first character over the limit. line and
 * column may be NULL, and are untouched if the text is good. md need not end with a NUL.
 */
enum markdown_fault markdown_check(
	const char *md, size_t len, size_t limit, int *line, int *column);

struct markdown_options {
	/* Where [[n]] leads; NULL: the number is shown without a link. If the function itself is
	 * NULL (or no options are given): /points/n. */
	const char *(*cite_url)(void *ctx, long point_number, struct arena *a);
	void *ctx;
};

/* A text that markdown_check() refuses is shown escaped in a <pre>. options may be NULL. */
struct safe markdown_html(struct arena *a, const char *md, const struct markdown_options *options);

/* The words without the marks, a line break after each block and for each line break. Cites and
 * link targets are left out: nobody looks for the number of a point. */
const char *markdown_plain(struct arena *a, const char *md);

/* The numbers cited as [[123]], each once, in the order of their first mention; not those in code.
 */
struct longs markdown_cites(struct arena *a, const char *md);

/*
 * HTML as markdown_html() made it, for one reader: a cited point that may_see() refuses is a number
 * without a link. html itself is returned if nothing changes.
 */
struct safe markdown_cites_filter(struct arena *a, struct safe html,
	bool (*may_see)(void *ctx, long point_number), void *ctx);
/* The same without its cites: for an excerpt, in which bare numbers say nothing. */
const char *markdown_cites_left_out(struct arena *a, const char *html);

#endif
