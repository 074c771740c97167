/* task: tasks as their pages and the API show them. */
#ifndef VIEWS_TASK_H
#define VIEWS_TASK_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "meeting.h"
#include "point.h"
#include "rules/task.h"

struct task_card {
	const struct task *task;
	const char *days; /* 11月3日 – 11月20日 */
};
struct task_cards {
	struct task_card *items;
	size_t count, room;
};

struct task_form { /* a new one, or one that is changed */
	const struct chrome *chrome;
	struct units teams; /* to choose among; of a new one */
	const struct task *task;
	const char *name, *from, *to;
	struct task_people people;
	struct faults faults;
	bool open; /* unfolded */
};

struct task_list_view {
	const struct chrome *chrome;
	struct task_cards open, closed;
	bool many_teams;
	const struct task_form *form; /* NULL: the viewer opens none */
};

struct task_view {
	const struct chrome *chrome;
	const struct task *task;
	const char *days;
	struct safe review;
	struct points points;
	struct task_people people;
	struct meeting_cards meetings;
	bool may_close, may_meet;
	bool writes; /* the viewer may write about it */
	bool wrote;  /* and has */
	struct task_form form;
	struct faults faults; /* of closing it */
	enum task_outcome outcome;
	const char *typed;
};

const char *task_days(struct arena *a, const struct task *task);
void task_json(struct json_writer *j, struct arena *a, const struct task *task);
void task_json_whole(struct json_writer *j, struct arena *a, const struct task *task,
	const struct task_people *people, const struct points *points,
	const struct meetings *meetings);

#endif
