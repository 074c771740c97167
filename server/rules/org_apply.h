/*
 * org_apply: doing what a plan says, all of it or nothing, each step in the audit log.
 */
#ifndef RULES_ORG_APPLY_H
#define RULES_ORG_APPLY_H

#include "org_plan.h"

struct org_password {
	const char *login, *password;
};
struct org_passwords { /* of those who were added, to be shown once */
	struct org_password *items;
	size_t count, room;
};

/*
 * seen: the digest of the plan that somebody looked at, or NULL. STALE: what is there changed
 * meanwhile, so that the file would now do something else; look again. INVALID: see the faults.
 * CONFLICT: nobody could administer any more. Administrators and the owner of the machine only.
 */
enum outcome org_apply(struct work *w, const char *bytes, size_t len, const char *seen,
	struct org_plan *plan, struct org_passwords *passwords);

#endif
