/*
 * meeting: the record of one sales meeting of a team or a branch: when, who was there, whose turn
 * it was. Its answers are lines (meeting_line.h), what was gone through are reviews (review.h).
 */
#ifndef STORE_MEETING_H
#define STORE_MEETING_H

#include "base/meeting_kind.h"
#include "doors/txn.h"
#include "who.h"

struct meeting {
	struct meeting_id id;
	enum meeting_kind kind;
	enum meeting_length length;
	struct unit_id unit;
	const char *unit_name, *unit_code;
	bool of_team;
	int64_t day; /* base/clock.h: day_number() */
	struct task_id task;
	const char *task_name; /* NULL: of none */
	struct person_id recorder;
	const char *recorder_name; /* NULL: nobody beside the managers */
	const char *notes;
	int64_t version, created_at, changed_at;
};
struct meetings {
	struct meeting *items;
	size_t count, room;
};

const struct meeting *meeting_get(struct db *db, const struct who *who, struct meeting_id id);
/* From a day on, the next first; before a day, the last first. */
struct meetings meeting_from(struct db *db, const struct who *who, int64_t day, int64_t limit);
struct meetings meeting_before(struct db *db, const struct who *who, int64_t day, int64_t limit);
/* By number, the newest first, before a number (0: from the newest); of one unit (0: of all). */
struct meetings meeting_list(
	struct db *db, const struct who *who, struct unit_id unit, int64_t before, int64_t limit);
struct meetings meeting_of_task(struct db *db, const struct who *who, struct task_id task);
struct meetings meeting_all_any(struct db *db); /* for the export */

/* Who belongs to it: the members of a team; of a branch its managers and those of its teams; and
 * whoever stands in the record. By name. */
struct meeting_person {
	struct person_id person;
	const char *name;
	bool said, present; /* present where it was said */
	bool turn;          /* chosen by the manager to go deep */
	bool writes;        /* a member who writes: the rota knows them */
};
struct meeting_people {
	struct meeting_person *items;
	size_t count, room;
};
struct meeting_people meeting_people_any(struct db *db, const struct meeting *m);
/* The same of a unit that has no meeting yet. */
struct meeting_people meeting_people_of_unit_any(struct db *db, struct unit_id unit);

/* id 0: a new one; else with version + 1. */
struct meeting_id meeting_put(struct txn *t, const struct meeting *m, struct person_id by);
void meeting_touch(struct txn *t, struct meeting_id id, int64_t now); /* something in it changed */
void meeting_drop(struct txn *t, struct meeting_id id, int64_t now);
void meeting_put_person(struct txn *t, struct meeting_id id, const struct meeting_person *p);
/* Is there anything that would be lost: lines, reviews, results? */
bool meeting_holds_any(struct db *db, struct meeting_id id);

#endif
