/*
 * markdown_bombs: texts of about 64 KB made to cost much: head, then body until size is reached,
 * then tail as often as body. %d in body is its number.
 */
#ifndef TEST_MARKDOWN_BOMBS_H
#define TEST_MARKDOWN_BOMBS_H

#include "base/out.h"
#include "doors/markdown.h"

struct bomb {
	const char *name, *head, *body, *tail;
	size_t size; /* of the bodies; 0: all there is */
};

static const struct bomb bombs[] = {
	{ .name = "brackets", .body = "[" },
	{ .name = "image brackets", .body = "![" },
	{ .name = "image brackets and links", .body = "![[]()" },
	{ .name = "links that do not end", .body = "[a](" },
	{ .name = "links in angles that do not end", .body = "[a](<b" },
	{ .name = "titles that do not end", .body = "[a](/b \"c" },
	{ .name = "ends of links", .body = "](" },
	{ .name = "links in links", .body = "[", .tail = "](/b)", .size = 10000 },
	{ .name = "images in images", .body = "![", .tail = "](/b)", .size = 18000 },
	{ .name = "many links", .body = "[a](/b)" },
	{ .name = "round brackets", .head = "[a]", .body = "(" },
	{ .name = "definitions", .body = "[a%d]: /b\n" },
	{ .name = "one long definition",
		.head = "[a]: /uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n\n",
		.body = "[a] " },
	{ .name = "stars", .body = "*" },
	{ .name = "openers", .body = "*a **a " },
	{ .name = "closers", .body = "a* a** " },
	{ .name = "openers and closers", .body = "*", .tail = "a*", .size = 20000 },
	{ .name = "three kinds", .body = "a**b*c***d" },
	{ .name = "stars beside Han", .body = "甲。**乙*丙***丁" },
	{ .name = "stars and underscores", .body = "*_" },
	{ .name = "underscores", .body = "_a __b" },
	{ .name = "stars and brackets", .body = "*[" },
	{ .name = "tildes", .body = "~~甲 " },
	{ .name = "tildes and stars", .body = "~~a*b", .tail = "*c~~", .size = 30000 },
	{ .name = "backticks", .body = "` `` ``` " },
	{ .name = "backslashes", .body = "\\" },
	{ .name = "tags", .body = "<a href=\"" },
	{ .name = "comments", .body = "<!--" },
	{ .name = "instructions", .body = "<?" },
	{ .name = "declarations", .body = "<!A <![CDATA[" },
	{ .name = "addresses in angles", .body = "<http:" },
	{ .name = "bare addresses", .body = "http://a(" },
	{ .name = "dots after an address", .head = "www.a", .body = "." },
	{ .name = "entities", .body = "&amp;&#1;&" },
	{ .name = "quotes",
		.body = "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > a\n" },
	{ .name = "quotes, lazily", .head = "> > > > > > > > > > > > ", .body = "a\n" },
	{ .name = "lists",
		.body = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a\n" },
	{ .name = "lists, then blank lines",
		.head = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a\n"
			"                                                                "
			"- - - - - - - - - - - - - - - - a\n",
		.body = "\n" },
	{ .name = "short items", .body = "-\n" },
	{ .name = "numbers", .head = "1.\n", .body = " 2.\n" },
	{ .name = "almost lines across", .body = "* * * * * * * * * * * * * * * a\n" },
	{ .name = "underlines", .body = "a\n-\n" },
	{ .name = "fences", .body = "```a\n" },
	{ .name = "boxes", .body = "- [ ] a\n" },
	{ .name = "cites", .body = "[[%d]]" },
	{ .name = "blanks", .body = " " },
	{ .name = "one long line", .body = "好" },
};

enum { BOMBS = sizeof bombs / sizeof *bombs };

static inline const char *bomb_text(struct arena *a, const struct bomb *b)
{
	struct out o = out_new(a);
	size_t size = b->size ? b->size : MARKDOWN_PART_LIMIT - 128;
	out_text(&o, b->head);
	int n = 0;
	for (; o.len < size; n++) {
		const char *number = strstr(b->body, "%d");
		out_bytes(&o, b->body, number ? (size_t)(number - b->body) : strlen(b->body));
		if (number) {
			out_long(&o, n + 1);
			out_text(&o, number + 2);
		}
	}
	for (; b->tail && n > 0 && o.len < MARKDOWN_PART_LIMIT - 128; n--)
		out_text(&o, b->tail);
	return out_string(&o);
}

#endif
