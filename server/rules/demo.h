/*
 * demo: fills an empty database with the sample organisation: a seller of electric vans and trucks
 * that never was, with its people, weeks, roll-ups and stories. All of it happens by the rules that
 * hold for everybody, each step at its own moment and done by the person who does it, so that
 * names, ways up, counts and the audit log are true.
 *
 * The same seed, size and moment give the same content.
 */
#ifndef RULES_DEMO_H
#define RULES_DEMO_H

#include "base/role.h"
#include "work.h"

/* Of all: branches, teams, people who write, weeks up to the current one. 0: as the sample has it,
 * or as many as the others need. */
struct demo_size {
	int64_t branches, teams, reps, weeks;
	uint64_t seed;
};

#define DEMO_MOST_BRANCHES 1000
#define DEMO_MOST_TEAMS    20000
#define DEMO_MOST_REPS     100000
#define DEMO_MOST_WEEKS    2000

#define DEMO_PASSWORD "baichuan daohai" /* of everybody named in the sample */

struct demo_sign_in {
	const char *login, *name, *unit;
	unsigned roles;
};
struct demo_sign_ins {
	struct demo_sign_in *items;
	size_t count, room;
};

/* CONFLICT: there is an organisation already. INVALID: a size out of bounds. w->now is the moment
 * to end at; afterwards w reads what was made. The sign-ins: one or two of each kind of person. */
enum outcome demo_make(
	struct work *w, const struct demo_size *size, struct demo_sign_ins *sign_ins);

#endif
