/* export: what an export lists that nothing else asks for. All of it, for the owner of the machine.
 */
#ifndef STORE_EXPORT_H
#define STORE_EXPORT_H

#include "base/effect.h"
#include "reflection.h"

struct export_close {          /* of a roll-up */
	const char *unit, *by; /* code, login; by NULL: the command line */
	struct week week;
	int64_t at;
};
struct export_closes {
	struct export_close *items;
	size_t count, room;
};
struct export_class { /* a manager's classification */
	struct point_id point;
	const char *by;     /* login */
	const char *topics; /* names, with ; between; may be "" */
};
struct export_classes {
	struct export_class *items;
	size_t count, room;
};
struct export_ids {
	int64_t *items;
	size_t count, room;
};

struct reflections export_reflections_any(
	struct db *db);                                /* not withdrawn; in the order they came */
struct export_closes export_closes_any(struct db *db); /* in the order they were closed */
struct export_classes export_classes_any(struct db *db);
struct export_ids export_stories_any(struct db *db);
struct export_ids export_syntheses_any(struct db *db); /* in the order of their last change */

/* What came of using things, as it stands. */
struct export_use {
	int noun; /* use.h: enum use_noun */
	int64_t number, day;
	const char *login, *unit, *text;
	const char *customer, *conditions; /* NULL: not said */
	enum effect effect;
	bool anonymous;
};
struct export_uses {
	struct export_use *items;
	size_t count, room;
};
struct export_uses export_uses_any(struct db *db);

#endif
