/*
 * report_text: a daily report as Markdown.
 *
 *	---
 *	day: 2026-11-24                  (may be left out)
 *	gives: [information, belief]     (信息 知识 经验 对策 信念)
 *	---
 *	# 经过
 *	Free Markdown …
 *	# 问题
 *	# 下一步
 *	# 请示                           what the superior should decide
 *
 * Headings of the first two levels name the fields (base/report_field.h), each once, in any order.
 * 经过, 问题 and 下一步 must be there. parse(print(r)) is r.
 */
#ifndef RULES_REPORT_TEXT_H
#define RULES_REPORT_TEXT_H

#include <stdint.h>

#include "base/report_field.h"
#include "base/uri.h"
#include "point_text.h"

#define REPORT_MAX_BYTES 98304 /* the whole file */
#define REPORT_MAX_ASK   500   /* characters of what is asked */

struct report_text {
	const char *field[REPORT_FIELDS]; /* clean, as point_text_escape() makes it; "" if empty */
	unsigned gives;                   /* a bit for each enum report_gift */
	int64_t day;                      /* that the text names; 0: none */
};

/* False with every fault at once, each with line and column. */
bool report_text_parse(struct arena *a, const char *bytes, size_t len, struct report_text *out,
	struct faults *faults);
const char *report_text_print(struct arena *a, const struct report_text *r);

/* From the form's fields, course, problem … and gives; faults are the caller's to look for. */
struct report_text report_text_of_fields(struct arena *a, const struct fields *fields);
/* A fault on the field's name for each rule that is broken. */
bool report_text_check(const struct report_text *r, struct faults *faults);

struct ask_texts report_text_asks(struct arena *a, const struct report_text *r);

/* 2026-11-24, exactly. */
bool report_text_day(const char *s, int64_t *day);
const char *report_text_day_name(struct arena *a, int64_t day);

#endif
