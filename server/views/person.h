/* person: people as the administrator's pages show them, and words for roles. */
#ifndef VIEWS_PERSON_H
#define VIEWS_PERSON_H

#include "base/outcome.h"
#include "base/role.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/deputy.h"
#include "store/person.h"
#include "store/session.h"
#include "unit.h"

const char *person_role_word(enum role role); /* 销售, 团队经理 … */
const char *person_role_words(struct arena *a, unsigned roles);
/* The code names of "rep, team_manager" as words; what is none stays. */
const char *person_role_words_of(struct arena *a, const char *names);

struct person_list_view {
	const struct chrome *chrome;
	const char *word; /* looked for; "" */
	struct unit_choices units;
	struct persons active, inactive; /* inactive: only on the first page */
	int64_t active_count, inactive_count;
	int64_t unit, before, after; /* the filter; numbers of the pages beside this one, 0: none */
};

struct role_choice {
	const char *name, *word, *hint;
	bool on;
};
struct role_choices {
	struct role_choice *items;
	size_t count, room;
};
struct role_choices person_role_choices(struct arena *a, unsigned roles);

struct person_token {
	int64_t id;
	const char *label, *made, *revoked; /* dates; revoked NULL: valid */
};
struct person_tokens {
	struct person_token *items;
	size_t count, room;
};

struct person_form_view {
	const struct chrome *chrome;
	struct person person; /* id 0: a new one */
	struct role_choices roles;
	struct unit_choices units;
	struct deputies deputies;
	struct person_tokens tokens;
	const char *since; /* date */
	struct faults faults;
	bool self;
};

struct person_secret_view { /* what is shown once */
	const struct chrome *chrome;
	const struct person *person;
	const char *password;
};

/* {id, login, name, unit, roles} */
void person_json(struct json_writer *j, struct person_id id, const char *login, const char *name,
	struct unit_id unit, unsigned roles);

#endif
