/*
 * report: a person's daily report, for the team and its managers (store/report_row.h).
 *
 * Its headings are read out of the Markdown by rules/report_text.h; it is rendered when it is read:
 * a few people read it, once each.
 */
#ifndef STORE_REPORT_H
#define STORE_REPORT_H

#include "doors/txn.h"
#include "who.h"

struct report {
	struct report_id id;
	struct person_id person;
	const char *name;
	struct unit_id team;
	int64_t day; /* base/clock.h: day_number() */
	const char *text;
	int64_t version, submitted_at, changed_at;
	bool own;
};
struct reports {
	struct report *items;
	size_t count, room;
};

const struct report *report_get(struct db *db, const struct who *who, struct report_id id);
/* The viewer's own; NULL: none. */
const struct report *report_of_day(struct db *db, const struct who *who, int64_t day);
/* The viewer's own of some days, both included, the oldest first. */
struct reports report_own(struct db *db, const struct who *who, int64_t from, int64_t to);
/* A team's, as the viewer may see them; the newest day first. */
struct reports report_of_team(
	struct db *db, const struct who *who, struct unit_id team, int64_t from, int64_t to);
/* All that the viewer may see, the newest first, before a number; 0: from the newest. */
struct reports report_list(struct db *db, const struct who *who, int64_t before, int64_t limit);
/* An older version of one that the viewer sees; NULL: there is none. */
const char *report_version_any(struct db *db, struct report_id id, int64_t number);

/* Teams whose reports the viewer sees, by number. */
struct report_teams {
	struct unit_id *items;
	size_t count, room;
};
struct report_teams report_teams_of(struct db *db, const struct who *who);

/* id 0: a new one. The version's row comes with it. */
struct report_id report_put(struct txn *t, const struct report *r);

#endif
