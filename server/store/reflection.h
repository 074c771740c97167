/* reflection: one person's entry for one week, or after one task; every version kept whole. */
#ifndef STORE_REFLECTION_H
#define STORE_REFLECTION_H

#include "doors/txn.h"
#include "who.h"

struct reflection {
	struct reflection_id id;
	struct person_id person;
	const char *person_name;
	struct unit_id team;
	struct week week;        /* written about */
	struct week rollup_week; /* the roll-up it lands in */
	const char *task;        /* NULL: a weekly one */
	const char *state;       /* submitted, closed, withdrawn */
	bool late;
	int64_t version, submitted_at, changed_at;
};
/* How a version came in. */
enum via { VIA_PAGE, VIA_FILE, VIA_API, VIA_IMPORT };

struct reflection_version {
	int64_t number, saved_at;
	enum via via;
	bool blind; /* over an earlier one that its sender did not say to have seen */
};
struct reflection_versions {
	struct reflection_version *items;
	size_t count, room;
};

struct reflections {
	struct reflection *items;
	size_t count, room;
};

const struct reflection *reflection_get_any(struct db *db, struct reflection_id id);
/* The author and whoever sees one of its points; NULL for all others. */
const struct reflection *reflection_get(
	struct db *db, const struct who *who, struct reflection_id id);
const struct reflection *reflection_weekly_any(
	struct db *db, struct person_id person, struct week week);
struct reflections reflection_of_person(
	struct db *db, const struct who *who); /* the viewer's own, newest first */
/* The submitted text of a version (0: the newest), whole. For those who may see all of it. */
const char *reflection_text_any(struct db *db, struct reflection_id id, int64_t version);

/* Newest first. For the author. */
struct reflection_versions reflection_versions_any(struct db *db, struct reflection_id id);

struct reflection_id reflection_add(struct txn *t, const struct reflection *r);
void reflection_change(
	struct txn *t, const struct reflection *r); /* state, weeks, late, version, changed_at */
void reflection_add_version(struct txn *t, struct reflection_id id,
	const struct reflection_version *v, const char *text, struct person_id by);
/* Of a team's roll-up: from `submitted` to `closed`, or back. */
void reflection_set_closed(
	struct txn *t, struct unit_id team, struct week rollup_week, bool closed);

#endif
