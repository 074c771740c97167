/* task: something that a team does together for a while. Seen by the team and its managers; its
 * after-task reflections are those of the team that bear its name. */
#ifndef STORE_TASK_H
#define STORE_TASK_H

#include "base/meeting_kind.h"
#include "base/strings.h"
#include "doors/txn.h"
#include "point.h"
#include "who.h"

struct task {
	struct task_id id;
	struct unit_id team;
	const char *team_name;
	const char *name;
	int64_t from, to; /* day_number(); to 0: not said */
	bool closed;
	enum task_outcome outcome; /* of a closed one */
	const char *review;        /* Markdown; "" for none */
	int64_t version, opened_at, closed_at;
	struct person_id opened_by;
	const char *opener, *closer; /* closer NULL: it is open */
};
struct tasks {
	struct task *items;
	size_t count, room;
};

const struct task *task_get(struct db *db, const struct who *who, struct task_id id);
/* Open ones first, the newest first; of one team (0: of all). */
struct tasks task_list(struct db *db, const struct who *who, struct unit_id team, int64_t limit);
/* By number, the newest first, before a number (0: from the newest). */
struct tasks task_page(struct db *db, const struct who *who, int64_t before, int64_t limit);
/* NULL: the team has none of this name. */
const struct task *task_named(
	struct db *db, const struct who *who, struct unit_id team, const char *name);
struct tasks task_all_any(struct db *db);

struct task_people {
	struct task_person {
		struct person_id person;
		const char *name;
		bool in;    /* one of the task's people */
		bool wrote; /* has handed in a reflection on it */
	} * items;
	size_t count, room;
};
/* The team's members, and whoever was in it. By name. */
struct task_people task_people_any(struct db *db, const struct task *task);
/* What was written after it, as the viewer may see it. */
struct points task_points(struct db *db, const struct who *who, const struct task *task);
bool task_has_reflections_any(struct db *db, const struct task *task);

struct task_id task_put(struct txn *t, const struct task *task); /* id 0: a new one */
void task_set_people(struct txn *t, struct task_id id, const struct person_id *people, size_t n);
/* closed, outcome, review; by: who closed it, now. */
void task_close(struct txn *t, const struct task *task, struct person_id by, int64_t now);

#endif
