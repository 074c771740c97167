/*
 * story_text: a case story as one Markdown file, and old documents made into stories.
 *
 *	---
 *	title: 三次上门拿下华东电子
 *	topics: [报价, 大客户]
 *	units: [hd1, hd2]
 *	people: [wangqiang]
 *	outcome: success         (failure, mixed; 成功, 失败, 喜忧参半)
 *	sources: [123, 456]
 *	---
 *	Markdown; its headings divide it into parts.
 *
 * Only the title must be there. parse(print(s)) is s.
 */
#ifndef RULES_STORY_TEXT_H
#define RULES_STORY_TEXT_H

#include <stdbool.h>

#include "base/ids.h"
#include "base/outcome.h"
#include "base/strings.h"

#define STORY_MAX_BYTES 1048576 /* the whole file; a part has MARKDOWN_PART_LIMIT */
#define STORY_MAX_TITLE 200     /* characters */
#define STORY_MAX_LIST  100     /* topics, units, people, sources: of each */

enum story_outcome { STORY_UNDECIDED, STORY_SUCCESS, STORY_FAILURE, STORY_MIXED };

const char *story_outcome_name(enum story_outcome o); /* "success" …; NULL for UNDECIDED */

struct story_sources {
	struct point_id *items;
	size_t count, room;
};

struct story_text {
	const char *title;
	struct strings topics, units, people; /* as written: names, codes, logins */
	enum story_outcome outcome;
	struct story_sources sources;
	const char *body; /* \n lines, no blank line at either end */
};

/* False with every fault at once, each with line and column. */
bool story_text_parse(struct arena *a, const char *bytes, size_t len, struct story_text *out,
	struct faults *faults);
const char *story_text_print(struct arena *a, const struct story_text *s);

struct story_part {
	const char *heading; /* its words; "" for what stands before the first heading */
	int level;           /* 1-6; 0 without a heading */
	int line;            /* in the body, from 1: of the heading or the first line */
	const char *text;    /* with the heading's line */
};

struct story_parts {
	struct story_part *items;
	size_t count, room;
};

/* The parts, in order; their texts joined are the body. */
struct story_parts story_text_parts(struct arena *a, const char *body);

#endif
