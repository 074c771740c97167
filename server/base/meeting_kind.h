/*
 * meeting_kind: what a meeting is for, how long it takes, its six questions, and how things ended.
 * Names stand in forms and the API.
 */
#ifndef BASE_MEETING_KIND_H
#define BASE_MEETING_KIND_H

#include <stdbool.h>

enum meeting_kind {
	MEETING_MORNING,
	MEETING_WEEKLY,
	MEETING_SHARING,
	MEETING_TASK, /* looks back on a task */
	MEETING_KINDS
};

enum meeting_length {
	LENGTH_QUARTER, /* of an hour */
	LENGTH_HOUR,
	LENGTH_HALF_DAY,
	LENGTH_DAY,
	MEETING_LENGTHS
};

enum question {
	QUESTION_VALUABLE,  /* the most valuable experience */
	QUESTION_STRONG,    /* how strong and weak teams differ */
	QUESTION_PROBLEM,   /* the biggest problem today */
	QUESTION_HARDEST,   /* what is hardest */
	QUESTION_ABILITY,   /* the ability that is lacking most */
	QUESTION_OBSTACLES, /* what stands in the way of better results */
	QUESTIONS
};

/* Of a task. */
enum task_outcome { TASK_SUCCESS, TASK_MIXED, TASK_FAILURE, TASK_OUTCOMES };
/* Of what was agreed. */
enum step_result { STEP_DONE, STEP_PARTLY, STEP_NOT, STEP_RESULTS };

const char *meeting_kind_name(enum meeting_kind k); /* "morning", "weekly", "sharing", "task" */
bool meeting_kind_parse(const char *name, enum meeting_kind *k);
const char *meeting_length_name(enum meeting_length l); /* "quarter", "hour", "half-day", "day" */
bool meeting_length_parse(const char *name, enum meeting_length *l);
int meeting_length_minutes(enum meeting_length l);
const char *question_name(enum question q); /* "valuable", "strong", "problem" … */
bool question_parse(const char *name, enum question *q);
const char *task_outcome_name(enum task_outcome o); /* "success", "mixed", "failure" */
bool task_outcome_parse(const char *name, enum task_outcome *o);
const char *step_result_name(enum step_result r); /* "done", "partly", "not" */
bool step_result_parse(const char *name, enum step_result *r);

#endif
