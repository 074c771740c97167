/* unit: a node of the tree headquarters → branch → team. The tree is visible to all who signed in.
 */
#ifndef STORE_UNIT_H
#define STORE_UNIT_H

#include "base/report_field.h"
#include "base/role.h"
#include "doors/txn.h"

struct unit {
	struct unit_id id, parent; /* parent 0: the headquarters */
	const char *code, *name;
	enum unit_kind kind;
	bool active;
	bool task_counts;        /* an after-task reflection satisfies its week */
	enum report_use reports; /* daily ones, of a team */
};
struct units {
	struct unit *items;
	size_t count, room;
};

const struct unit *unit_get(struct db *db, struct unit_id id); /* NULL: there is none */
const struct unit *unit_by_code(struct db *db, const char *code);
struct units unit_children(struct db *db, struct unit_id parent); /* active first, then by code */
struct units unit_all(struct db *db); /* headquarters, then each branch with its teams */

int64_t unit_people_any(struct db *db, struct unit_id id); /* active, at home in it */

/* Of each unit that has any: how many active people, and who manages it by role. */
struct unit_staff {
	struct unit_id unit;
	int64_t people;
	const char *managers; /* names, a line each; NULL */
};
struct unit_staffs {
	struct unit_staff *items;
	size_t count, room;
};
struct unit_staffs unit_staff_any(struct db *db); /* by unit */

/* 0: the code is taken. The headquarters takes number 1. */
struct unit_id unit_add(struct txn *t, const char *code, const char *name, enum unit_kind kind,
	struct unit_id parent, int64_t now);
bool unit_change(struct txn *t, const struct unit *u); /* false: the code is taken */

#endif
