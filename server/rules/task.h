/*
 * task: something that a team does for a while. Members and managers of the team open one; what
 * they write after it bears its name. It is closed with an outcome and a review, success or failure
 * alike, by its people, whoever opened it, or a manager.
 */
#ifndef RULES_TASK_H
#define RULES_TASK_H

#include "store/task.h"
#include "work.h"

enum { TASK_NAME_RUNES = 100, TASK_REVIEW_RUNES = 4000, TASK_PEOPLE = 100 };

struct task_input {
	struct unit_id team; /* of a new one */
	const char *name;
	const char *from, *to; /* days; to "" or NULL: not said; from: today */
	const struct person_id *people;
	size_t count;
	int64_t base_version; /* -1: not said */
};

/* Teams in which the viewer may open one. */
bool task_may_open(struct work *w, struct db *db, struct unit_id team);
bool task_may_close(struct work *w, struct db *db, const struct task *task);

/* INVALID: faults at name, from, to, people. */
enum outcome task_open(struct work *w, const struct task_input *in, struct task_id *id);
/* The name only while nobody wrote about it. STALE. */
enum outcome task_change(struct work *w, struct task_id id, const struct task_input *in);
/* INVALID: faults at review. A closed one gets another outcome and review. */
enum outcome task_finish(struct work *w, struct task_id id, enum task_outcome outcome,
	const char *review, int64_t base_version);
enum outcome task_reopen(struct work *w, struct task_id id);

#endif
