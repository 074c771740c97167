/*
 * markdown_parts: the parts of the Markdown door that know text only, not cmark. Nobody else
 * includes this.
 */
#ifndef DOORS_MARKDOWN_PARTS_H
#define DOORS_MARKDOWN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/out.h"
#include "markdown.h"

/*
 * guard: private-use characters put into a text before cmark reads it, and lifted from whatever
 * comes out. They are neither space nor punctuation to cmark, which makes them good for keeping two
 * characters apart (see markdown_guard.c for where and why). md is valid UTF-8 without private-use
 * characters, with \n line ends.
 */
struct out markdown_guard_set(struct arena *a, const char *md, size_t len);

/* s without guards, and without what no reader should get: controls and private-use characters
 * that came in as entities (`&#xE000;`). NULL gives "". */
const char *markdown_guard_lift(struct arena *a, const char *s);
/* The same for text that is taken apart into spans: a MARKDOWN_BREAK stays on each side of a
 * bracket that was escaped; markdown_write_words() passes over it. */
const char *markdown_guard_lift_words(struct arena *a, const char *s);
#define MARKDOWN_BREAK '\x01'

/* link: addresses. */
enum markdown_link {
	LINK_WORDS,   /* not an address: somebody's words in brackets */
	LINK_REFUSED, /* a script, data, a file: not even shown */
	LINK_HERE,    /* /path or #place */
	LINK_AWAY,    /* http, https, www. */
	LINK_CALL,    /* mailto, tel */
};

enum markdown_link markdown_link_kind(const char *url);

/* The length of the bare address that begins at s (before end); 0 if none does. Brackets must
 * balance, and punctuation at its end is not part of it, as in GFM; an underscore may be. */
size_t markdown_link_length(const char *s, const char *end);

/* <a href="…" and what goes with the kind, up to and with >. title may be NULL or empty. */
void markdown_link_open(struct out *o, const char *url, size_t len, const char *title);

/* span: a line of text taken apart. */
struct markdown_span {
	enum { SPAN_TEXT, SPAN_LINK, SPAN_CITE, SPAN_STRIKE } kind;
	const char *text;
	size_t len;
	long number; /* of SPAN_CITE */
};

/* The span at s + *at, and *at behind it; false at the end of s. */
bool markdown_span_next(const char *s, size_t len, size_t *at, struct markdown_span *span);

/* write: HTML, or with plain the words only. */
struct markdown_writer {
	struct arena *arena;
	struct out out;
	const struct markdown_options *options;
	bool plain;
	int shift;   /* added to the level of a heading */
	int anchors; /* links open: they do not nest */
	bool task;   /* the label of a box is open */
	struct longs cites;
};

void markdown_write_tag(struct markdown_writer *w, const char *html); /* nothing if plain */
void markdown_write_words(struct markdown_writer *w, const char *s, size_t len);
void markdown_write_all(struct markdown_writer *w, const char *words);
void markdown_write_span(struct markdown_writer *w, const struct markdown_span *span);
/* `[ ] ` or `[x] ` at the start of s as a box: how much of s it took, 0 if there is none. */
size_t markdown_write_box(struct markdown_writer *w, const char *s);
void markdown_write_code(struct markdown_writer *w, const char *info, const char *code);
/* A text that cannot be rendered, as it stands; bytes and characters that may not are U+FFFD. */
void markdown_write_raw(struct markdown_writer *w, const char *md);
/* A link is written in two calls; empty: nothing stands between them. */
void markdown_write_link_begin(
	struct markdown_writer *w, const char *url, const char *title, bool image, bool empty);
void markdown_write_link_end(struct markdown_writer *w, const char *url, const char *title);

void markdown_cites_link(struct out *o, const char *url, long number); /* url NULL: no link */
struct longs markdown_cites_once(struct arena *a, struct longs cites); /* without repeats */
void markdown_escape(struct out *o, const char *s, size_t len);

#endif
