/*
 * reflection_text: a reflection as one Markdown file: what the form writes, the API takes, the
 * command line submits and the export returns.
 *
 *	---
 *	week: 2026-W47           (or  task: 华东新品上市;  author: LOGIN for an import)
 *	---
 *	# 经验
 *	## 报价前先问清采购流程 #报价
 *	The story …
 *	# 教训
 *	## …
 *
 * parse(print(r)) is r, and print(parse(t)) is t for every t that print wrote.
 */
#ifndef RULES_REFLECTION_TEXT_H
#define RULES_REFLECTION_TEXT_H

#include "base/clock.h"
#include "rules/point_text.h"

#define REFLECTION_MAX_BYTES  262144
#define REFLECTION_MAX_POINTS 3   /* of each kind */
#define REFLECTION_MAX_TASK   100 /* characters */
#define REFLECTION_WEEKS_BACK 8

struct point_texts {
	struct point_text *items;
	size_t count, room;
};

struct reflection_text {
	bool has_week;
	struct week week;
	const char *task;          /* NULL with a week */
	const char *author;        /* a login, NULL if the file names none */
	struct point_texts points; /* in the order of the file */
};

struct reflection_rules {
	struct week now;     /* the current week: later ones are refused */
	bool any_week;       /* an import: however long ago */
	bool author_allowed; /* an import */
	bool has_expected;   /* the address names the week: the file must agree or be silent */
	struct week expected;
	bool task_only;   /* the address takes after-task reflections only */
	const char *task; /* the address names one: a file that is silent is on this; or NULL */
};

/* False with every fault at once, each with line and column; *out is then incomplete. */
bool reflection_text_parse(struct arena *a, const char *bytes, size_t len,
	const struct reflection_rules *rules, struct reflection_text *out, struct faults *faults);

/* Needs a week or a task. Bodies that are not clean are made so (point_text_escape). */
const char *reflection_text_print(struct arena *a, const struct reflection_text *r);

#endif
