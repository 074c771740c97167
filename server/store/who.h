/*
 * who: the person on whose behalf something is read or done.
 *
 * Everything that shows content takes one; its SQL binds who->person.n and lets the table `sight`
 * decide (schema/derived.sql): SEES(p) is that condition for a point `p`, with the viewer as ?1.
 */
#ifndef STORE_WHO_H
#define STORE_WHO_H

#include <stdbool.h>

#include "base/ids.h"
#include "base/role.h"
#include "doors/db.h"

struct who {
	struct person_id person; /* 0: the owner of the machine, or nobody */
	bool signed_in;          /* false only for a visitor */
	unsigned roles;
	struct unit_id home;
	struct unit_id team, branch; /* of the home unit; 0 where it has none */
	const char *login, *name;
	const char *language, *zone; /* as the person set them; NULL: not set */
	bool must_change;            /* the password, before anything else */
	bool anonymous;              /* above the own team: what a new point or use begins with */
};

struct people {
	struct person_id *items;
	size_t count, room;
};

#define SEES(p)                                                                                    \
	"(" p ".author_id = ?1 OR " p ".reach = 4 OR EXISTS (SELECT 1 FROM sight s"                \
	" WHERE s.person_id = ?1 AND s.unit_id IN (" p ".team_id, " p ".branch_id, 1) AND " p      \
	".reach >= s.reach))"

/* The owner of the machine: the command line. Sees all. */
const struct who *who_operator(void);
/* The active person with this number, NULL if there is none. */
const struct who *who_person_any(struct db *db, struct person_id id);
const struct who *who_login_any(struct db *db, const char *login);
/* By the hash of a session's cookie or of an API token; NULL if it is unknown, over or revoked. */
const struct who *who_session_any(struct db *db, const char *hash, int64_t now);
const struct who *who_token_any(struct db *db, const char *hash);
const struct who *who_feed_any(struct db *db, const char *hash); /* of a feed's address */

static inline bool who_is(const struct who *who, unsigned roles)
{
	return (who->roles & roles) != 0;
}
static inline bool who_is_operator(const struct who *who)
{
	return who->signed_in && who->person.n == 0;
}
/* Manager of this unit: by role, as deputy, or because the team below has none. The operator is. */
bool who_manages(struct db *db, const struct who *who, struct unit_id unit);

#endif
