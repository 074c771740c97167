/* demo_event: the plan as a row of events, each at its moment. */
#ifndef RULES_DEMO_EVENT_H
#define RULES_DEMO_EVENT_H

#include "demo_plan.h"

enum demo_what {
	HAND_IN_SHORT, /* index: an entry */
	HAND_IN,
	BEGIN_DRAFT,
	EXCUSE,
	CLASSIFY,    /* index: a team; its bare points */
	FLAG,        /* index: an entry; its highlights */
	DISTIL,      /* index: a plant: merge, and write the synthesis */
	DISTIL_REST, /* index: a branch; the rest of its week */
	PICK,        /* index: the headquarters */
	CLOSE,       /* index: a unit */
	STORY,       /* index: of the sample's stories, from 0 */
	LEAVE,       /* index: a person who is not active today */
	SAY,         /* index: a line of what is said */
	CHOOSE_REPORTS,
	WRITE_REPORT, /* index: of the sample's daily reports */
	SHARE,        /* what came up to the headquarters becomes an answer for all */
	MEET,         /* index: a team; a meeting that is held */
	PLAN,         /* index: a team; one to come */
	DECIDE,       /* index: a unit; what was asked at meetings and waits for it */
	THANK,        /* index: a team; what its meetings asked was answered */
	TASK,         /* index: a block of the sample's tasks */
	ISSUE,        /* index: of the sample's bulletins, from 0 */
	CLIMB,        /* asks that nobody answered, once a day */
};

struct demo_event {
	int64_t at;
	size_t order;
	enum demo_what what;
	size_t index;
	struct week week;
};
struct demo_events {
	struct demo_event *items;
	size_t count, room;
};

/* In the order of time; none later than now. */
struct demo_events demo_event_all(struct demo_plan *p);

/* demo_report.c: how many, when each, and when their teams begin. */
size_t demo_report_count(struct demo_plan *p);
int64_t demo_report_at(struct demo_plan *p, size_t i);
int64_t demo_report_begin(struct demo_plan *p);

#define DEMO_STORIES   3
#define DEMO_BULLETINS 3

#endif
