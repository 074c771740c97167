/*
 * org_plan: what an organisation's file would change, compared with what is there. Nothing is ever
 * deleted: who or what the file does not speak of stays untouched, and somebody whose row says
 * active 0 is deactivated.
 */
#ifndef RULES_ORG_PLAN_H
#define RULES_ORG_PLAN_H

#include "change.h"
#include "org_csv.h"
#include "work.h"

enum org_act { ORG_ADD, ORG_CHANGE, ORG_DEACTIVATE, ORG_REACTIVATE };

struct org_step {
	enum org_act act;
	const struct org_unit *unit;     /* of a unit's step, else NULL */
	const struct org_person *person; /* of a person's step */
	struct changes changes;          /* of a change; what else changes with the other acts */
	const char *where;               /* name of the person's unit, or of the unit's parent */
};
struct org_steps {
	struct org_step *items;
	size_t count, room;
};

struct org_plan {
	struct org_file file;
	struct org_steps steps; /* units first, parents before children; then people */
	size_t units_same, people_same;
	size_t newcomers;      /* people who are added and will need a password */
	struct faults remarks; /* columns passed over, teams too small or too large: stop nothing */
	const char *digest;    /* of all steps: the same plan has the same */
};

/* db: the reader's, or a transaction's. false: the work's faults say what is wrong, with rows. */
bool org_plan_make(
	struct work *w, struct db *db, const char *bytes, size_t len, struct org_plan *plan);

#endif
