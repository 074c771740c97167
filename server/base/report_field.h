/*
 * report_field: the headings of a daily report, what it can contribute, and when a team writes one.
 *
 * Course, problem and next step must be there: what was done, what stands in the way, what comes
 * now. The rest is for days that had it.
 */
#ifndef BASE_REPORT_FIELD_H
#define BASE_REPORT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

enum report_field {
	REPORT_BACKGROUND,
	REPORT_COURSE,
	REPORT_KEY,
	REPORT_PROBLEM,
	REPORT_COUNTERMEASURE,
	REPORT_EFFECT,
	REPORT_IMPROVEMENT,
	REPORT_OUTLOOK, /* risk or chance */
	REPORT_NEXT,
	REPORT_DECISION, /* what the superior should decide; becomes an ask */
	REPORT_HELP,     /* what help is wanted; becomes an ask */
	REPORT_FIELDS
};

const char *report_field_name(enum report_field f);    /* "background" …: in forms and the API */
const char *report_field_heading(enum report_field f); /* 背景 …: in the Markdown */
bool report_field_required(enum report_field f);
/* Does this heading (without its #) name a field? In simplified or traditional characters or
 * English, with a colon of either width behind. */
bool report_field_of_heading(const char *words, enum report_field *f);

/* What the team gets from it: a bit each. */
enum report_gift {
	GIFT_INFORMATION,
	GIFT_KNOWLEDGE,
	GIFT_EXPERIENCE,
	GIFT_COUNTERMEASURE,
	GIFT_BELIEF,
	REPORT_GIFTS
};

const char *report_gift_name(enum report_gift g);              /* "information" … */
bool report_gift_parse(const char *name, enum report_gift *g); /* that, or 信息 … */

enum report_use { REPORT_OFF, REPORT_FIELD_DAYS, REPORT_DAILY, REPORT_USES };

const char *report_use_name(enum report_use u); /* "off", "field", "daily" */
bool report_use_parse(const char *name, enum report_use *u);

#endif
