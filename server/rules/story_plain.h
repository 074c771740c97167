/*
 * story_plain: old documents made into stories: plain text, in which `1.`, `*` and `#` are only
 * characters.
 */
#ifndef RULES_STORY_PLAIN_H
#define RULES_STORY_PLAIN_H

#include "rules/story_text.h"

/* A file that does not begin with front matter is plain. */
bool story_plain_is(const char *bytes, size_t len);

/*
 * The first line that is not blank is the title (cut, and kept in the body as well, if it is longer
 * than a title may be); the rest, with backslashes where Markdown would take a character for a
 * mark, is the body: shown, it reads as it was typed (but for `~~` and `[[1]]`, which Markdown here
 * knows even behind a backslash). False if the file is too long, is not clean
 * UTF-8, or has no words.
 */
bool story_plain_read(struct arena *a, const char *bytes, size_t len, struct story_text *out,
	struct faults *faults);

/* That escaping alone: Markdown that shows `typed`. */
const char *story_plain_escape(struct arena *a, const char *typed);

struct story_document {
	const char *text; /* in the file; not ended by a NUL */
	size_t len;
};

struct story_documents {
	struct story_document *items;
	size_t count, room;
};

/*
 * A file of several documents, each begun by a line like `销售团队工作总结篇3`: a name that they
 * share, 篇, and its number, counted from 1. *preface is what stands before the first; it and the
 * documents joined are the file, byte for byte. No documents if it is not such a file.
 */
struct story_documents story_plain_split(
	struct arena *a, const char *bytes, size_t len, struct story_document *preface);

#endif
