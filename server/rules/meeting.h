/*
 * meeting: a team or a branch meets. Its managers (and deputies) make the record and keep it, with
 * a member that they name as recorder. It is for the unit and its managers and never rises; what is
 * said there may become a point, an ask or an ability (rules/meeting_line.h).
 */
#ifndef RULES_MEETING_H
#define RULES_MEETING_H

#include "store/meeting.h"
#include "work.h"

enum { MEETING_NOTES_RUNES = 4000, MEETING_DAYS_AWAY = 400 };

struct meeting_input {
	enum meeting_kind kind;
	enum meeting_length length;
	struct unit_id unit; /* of a new one */
	int64_t day;
	struct task_id task;       /* of a task review; 0: none */
	struct person_id recorder; /* 0: nobody beside the managers */
	const char *notes;
	int64_t base_version; /* the version that was seen; -1: not said */
};

/* May the viewer make a meeting of this unit? Its managers, of a team or a branch. */
bool meeting_may_hold(struct work *w, struct db *db, struct unit_id unit);
/* May they write in its record? */
bool meeting_may_keep(struct work *w, struct db *db, const struct meeting *m);

/* Their units: what they may hold meetings of. */
struct units meeting_units(struct work *w);

/* NOT_FOUND: no such unit. FORBIDDEN. INVALID: faults at day, task, recorder, notes. */
enum outcome meeting_make(struct work *w, const struct meeting_input *in, struct meeting_id *id);
/* STALE: somebody else changed it. Whose meeting it is stays. */
enum outcome meeting_change(struct work *w, struct meeting_id id, const struct meeting_input *in);
/* Called off; CONFLICT once there is something in it. */
enum outcome meeting_call_off(struct work *w, struct meeting_id id);
/* Who is there, and whose turn it is; others than its people are left out. Who was there is asked
 * only from the day on. */
enum outcome meeting_note(
	struct work *w, struct meeting_id id, const struct meeting_people *people);

int64_t meeting_today(const struct work *w); /* the organisation's day_number() */

#endif
