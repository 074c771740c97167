/*
 * synthesis: a branch's or the headquarters' text on one topic of one week, citing points.
 *
 * While the week is open it is a draft, for those who manage the unit. Closed, headquarters and
 * trainers read it, and every member of its branch. Every version is kept.
 */
#ifndef STORE_SYNTHESIS_H
#define STORE_SYNTHESIS_H

#include "base/list.h"
#include "topic.h"

struct synthesis {
	struct synthesis_id id; /* 0: nothing written yet */
	struct unit_id unit;
	const char *unit_code, *unit_name;
	struct week week;
	bool closed;
	struct topic topic; /* id, kind, state, names */
	const char *body_md, *body_html;
	int64_t version, changed_at;
	const char *changed_by; /* name; NULL: from the command line */
	int64_t cites;          /* how many points it cites */
};
struct syntheses {
	struct synthesis *items;
	size_t count, room;
};

const struct synthesis *synthesis_get(struct db *db, const struct who *who, struct synthesis_id id);
const struct synthesis *synthesis_of_topic(struct db *db, const struct who *who,
	struct unit_id unit, struct week week, struct topic_id t);
/* Of one unit's week, and of the units below it. Empty ones are left out. */
struct syntheses synthesis_of_rollup(
	struct db *db, const struct who *who, struct unit_id unit, struct week week);
struct syntheses synthesis_below(
	struct db *db, const struct who *who, struct unit_id unit, struct week week);
/* What a unit said on this topic in the weeks before (two years at most), newest first. */
struct syntheses synthesis_earlier(struct db *db, const struct who *who, struct unit_id unit,
	struct week week, struct topic_id topic, int64_t most);
/* Those that cite this point, newest first. */
struct syntheses synthesis_citing(struct db *db, const struct who *who, struct point_id point);
/* Newest first; for those who manage the unit. */
struct synthesis_version {
	int64_t number, saved_at;
	const char *by; /* NULL: from the command line */
};
struct synthesis_versions {
	struct synthesis_version *items;
	size_t count, room;
};
struct synthesis_versions synthesis_versions_any(struct db *db, struct synthesis_id id);

bool synthesis_cites_any(struct db *db, struct synthesis_id id, struct point_id point);

/* The words of a version; for those who manage the unit. NULL: there is none. */
const char *synthesis_version_any(struct db *db, struct synthesis_id id, int64_t number);

/* The numbers of the points it cites, in their order; which of them are shown is the caller's to
 * ask. */
struct longs synthesis_cited_any(struct db *db, struct synthesis_id id);
/* Numbers of all of a roll-up, for the search index. */
struct longs synthesis_ids_any(struct db *db, struct rollup_id rollup);

/* A new version; the synthesis comes about with the first. `cited` are points that exist. */
struct synthesis_id synthesis_put(struct txn *t, struct rollup_id rollup, struct topic_id topic,
	const char *body_md, const char *body_html, struct person_id by, int64_t now);
void synthesis_set_cites(
	struct txn *t, struct synthesis_id id, const struct point_id *cited, size_t n);

#endif
