/* person: who signs in; one home unit, one or more roles. */
#ifndef STORE_PERSON_H
#define STORE_PERSON_H

#include "doors/txn.h"
#include "who.h"

struct person {
	struct person_id id;
	const char *login, *name, *email; /* email may be NULL */
	struct unit_id unit;
	const char *unit_name;
	unsigned roles;
	bool active, must_change;
	const char *language, *zone;
	int64_t created_at;
};
struct persons {
	struct person *items;
	size_t count, room;
};

const struct person *person_get_any(struct db *db, struct person_id id);
const struct person *person_by_login_any(struct db *db, const char *login);
struct persons person_of_unit_any(struct db *db, struct unit_id unit); /* active first, by name */
struct persons person_all_any(struct db *db);
int64_t person_count_any(struct db *db);
bool person_exists_any(struct db *db);    /* is there anybody at all? */
int64_t person_admins_any(struct db *db); /* active administrators with a password */

/* Whose name or login has `word` in it (NULL: all), in one unit and below (0: all), by unit, name
 * and number; `limit` of them after the first `skip`. */
struct person_search {
	const char *word;
	struct unit_id unit;
	bool active;
	int64_t limit, skip;
};
struct persons person_search_any(struct db *db, const struct person_search *s);
int64_t person_search_count_any(struct db *db, const struct person_search *s);
/* Active, with one of these roles, by name. */
struct persons person_of_roles_any(struct db *db, unsigned roles, int64_t limit);
const char *person_password_any(struct db *db, const char *login,
	struct person_id *id); /* the hash of an active person, or NULL */

/* 0: the login is taken. Call sight_refresh() after adding and changing. */
struct person_id person_add(
	struct txn *t, const struct person *p, const char *password_hash, int64_t now);
bool person_change(struct txn *t, const struct person *p); /* all but the password */
void person_set_password(struct txn *t, struct person_id id, const char *hash, bool must_change);

#endif
