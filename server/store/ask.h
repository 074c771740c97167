/*
 * ask: help or a decision that somebody wants from above.
 *
 * It stands in the words of a point or of a daily report, was said at a meeting, or asked on a
 * topic's page, but is seen by more: by the asker, by whoever sees the point, the report or the
 * meeting, and by the managers of every unit that owed or owes its answer. Above the asker's team
 * the name of whoever signed the point with nothing is hidden.
 */
#ifndef STORE_ASK_H
#define STORE_ASK_H

#include "base/ask_state.h"
#include "base/kind.h"
#include "doors/txn.h"
#include "who.h"

struct ask {
	struct ask_id id;
	enum ask_kind kind;
	struct point_id point;   /* 0: it stands elsewhere */
	struct report_id report; /* 0: it stands elsewhere */
	struct line_id line;     /* of a meeting; 0: it stands elsewhere */
	struct topic_id topic;   /* on whose page it was asked; 0: it stands elsewhere */
	const char *topic_zh, *topic_en;
	const char *headline;      /* of its point; NULL: the viewer does not see the point */
	int64_t day;               /* of its report; 0: the viewer does not see the report */
	struct meeting_id meeting; /* of its line; 0: the viewer does not see the meeting */
	int64_t met;               /* its day */
	struct person_id person;
	const char *name; /* NULL: hidden */
	const char *text;
	struct unit_id team, unit; /* unit: whose managers owe the answer now */
	const char *unit_name;
	enum ask_state state;
	int64_t due_at;
	bool own;
	bool named; /* the asker's name may stand above an answer for all */
};
struct asks {
	struct ask *items;
	size_t count, room;
};

struct ask_steps {
	struct ask_step {
		int64_t id;
		const char *deed, *name, *unit_name, *text; /* name NULL: the clock, or hidden */
		int64_t at;
	} * items;
	size_t count, room;
};

const struct ask *ask_get(struct db *db, const struct who *who, struct ask_id id);
/* Of a point that the viewer sees, in the order they were asked; not the withdrawn ones. */
struct asks ask_of_point(struct db *db, const struct who *who, struct point_id point);
/* Newest first; below the id `before`, where that is not 0. */
struct asks ask_own(struct db *db, const struct who *who, int64_t before, int64_t limit);
/* Asked on a topic's page by the viewer, not withdrawn, newest first. */
struct asks ask_own_of_topic(
	struct db *db, const struct who *who, struct topic_id topic, int64_t limit);
/* Open ones whose answer the viewer owes, the one due first first. */
struct asks ask_waiting(struct db *db, const struct who *who, int64_t limit);
int64_t ask_waiting_count(struct db *db, const struct who *who);
/* Of the units that the viewer manages, asked there or climbed past them, newest first; not those
 * that wait for the viewer. Below the id `before`, where that is not 0. */
struct asks ask_of_units(struct db *db, const struct who *who, int64_t before, int64_t limit);
struct ask_steps ask_steps_of(struct db *db, const struct who *who, const struct ask *ask);

/* Of a report that the viewer sees, as of a point. */
struct asks ask_of_report(struct db *db, const struct who *who, struct report_id report);

/* Said at a meeting of a unit, or asked in it, and not answered yet, as the viewer may see them;
 * the one due first first. */
struct asks ask_open_of_unit(struct db *db, const struct who *who, struct unit_id unit);

/* Of a point or of a report (the other is 0), whoever asks: open and answered ones. */
struct asks ask_living_any(struct db *db, struct point_id point, struct report_id report);
/* Open ones that were due before a moment and can climb: not at headquarters, not of a point that
 * stays in its team. */
struct asks ask_overdue_any(struct db *db, int64_t before, int64_t limit);

struct ask_id ask_add(struct txn *t, const struct ask *a);
void ask_move(struct txn *t, const struct ask *a); /* unit, state, due_at */
void ask_set_named(struct txn *t, struct ask_id id, bool named);
int64_t ask_add_step(struct txn *t, const struct ask *a, const char *deed, struct person_id by,
	const char *text, int64_t now);

#endif
