/*
 * review: one point gone through in depth at a meeting: what was intended, what happened, and the
 * next step that was agreed. Its whys and its advice are remarks under the point (remark.h).
 *
 * Seen by whoever sees the meeting; of the point only what the viewer may see: else it is a number.
 */
#ifndef STORE_REVIEW_H
#define STORE_REVIEW_H

#include "base/meeting_kind.h"
#include "base/strings.h"
#include "doors/txn.h"
#include "who.h"

struct review {
	struct review_id id;
	struct meeting_id meeting;
	int64_t day; /* of the meeting */
	struct unit_id unit;
	const char *unit_name;
	struct point_id point;
	const char *headline; /* NULL: the viewer does not see the point */
	struct person_id author;
	const char *author_name;                            /* NULL: hidden, or the point is */
	const char *purpose, *plan, *happened, *difference; /* "" where nothing was said */
	const char *step;                                   /* the next one; "" for none */
	struct person_id step_person;
	const char *step_name; /* NULL: nobody was named */
	int64_t step_until;    /* a day_number(); 0: not said */
	bool told;             /* what became of the step: */
	enum step_result result;
	const char *result_text; /* NULL or "": nothing was said */
	int64_t result_at;
	struct meeting_id result_meeting; /* 0: not at one */
	int64_t version, at;
	const char *by;
};
struct reviews {
	struct review *items;
	size_t count, room;
};

const struct review *review_get(struct db *db, const struct who *who, struct review_id id);
struct reviews review_of_meeting(struct db *db, const struct who *who, struct meeting_id meeting);
struct reviews review_of_point(struct db *db, const struct who *who, struct point_id point);
/* Steps agreed by a unit before this day that have no result, or were told at this meeting (0:
 * none); the one due first first. */
struct reviews review_agreed(struct db *db, const struct who *who, struct unit_id unit,
	int64_t before, struct meeting_id meeting);
/* The viewer's own steps without a result, the one due first first. */
struct reviews review_own_steps(struct db *db, const struct who *who, int64_t limit);

/* 0: there is none yet of this point at this meeting. */
struct review_id review_find_any(struct db *db, struct meeting_id meeting, struct point_id point);

/* What the rota goes by: members of a team who write, and when they were last gone through with, at
 * meetings before this one. */
struct review_turn {
	struct person_id person;
	const char *name;
	int64_t last;          /* the meetings of the team, counted; 0: never */
	int64_t times;         /* at how many of them */
	bool away;             /* was absent since then */
	int64_t leads;         /* whys without an answer, highlights that nobody went into */
	struct point_id point; /* the one to go into: with a lead, else the newest; 0: none */
	const char *headline;
};
struct review_turns {
	struct review_turn *items;
	size_t count, room;
};
struct review_turns review_turns_any(
	struct db *db, struct unit_id team, int64_t day, struct meeting_id meeting);

/* id 0: a new one; else with version + 1. */
struct review_id review_put(
	struct txn *t, const struct review *r, struct person_id by, int64_t now);
void review_set_result(struct txn *t, const struct review *r, struct person_id by, int64_t now);

#endif
