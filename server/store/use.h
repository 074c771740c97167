/*
 * use: somebody used a point, a story, or what a topic's page says, and tells what came of it.
 *
 * A use is seen by whoever sees what was used, and rises with it; so are the figures made of uses
 * (evidence.h). The name of who used it stands beside it, unless they would rather be "a member of"
 * their unit: then only they, their unit and those who manage it read the name.
 */
#ifndef STORE_USE_H
#define STORE_USE_H

#include "base/effect.h"
#include "doors/txn.h"
#include "who.h"

enum use_noun { USE_POINT, USE_STORY, USE_TOPIC }; /* as in the database */

struct use_subject {
	enum use_noun noun;
	int64_t id; /* its number there */
};

struct use {
	struct use_id id;
	struct use_subject subject;
	struct person_id person;
	const char *name;            /* NULL: hidden from this viewer */
	struct unit_id unit, branch; /* branch 0: none */
	const char *unit_name;
	enum effect effect;
	const char *text;
	const char *conditions, *customer; /* NULL: not said */
	int64_t day;
	bool anonymous, own;    /* own: the viewer's */
	int64_t at, changed_at; /* changed_at 0: never */
};
struct uses {
	struct use *items;
	size_t count, room;
};

/* May the viewer see what was used? */
bool use_is_open(struct db *db, const struct who *who, struct use_subject s);

/* The newest first; before 0: from the newest on. *more: there are others after the last one. */
struct uses use_list(struct db *db, const struct who *who, struct use_subject s,
	struct use_id before, int64_t limit, bool *more);
const struct use *use_get(struct db *db, const struct who *who, struct use_id id);

/* The newest uses of points at the headquarters with this effect, looked for among the last
 * three hundred. */
struct uses use_newest(struct db *db, const struct who *who, enum effect effect, int64_t limit);

/* The viewer's own of that day; 0: none. */
struct use_id use_of_day(struct db *db, const struct who *who, struct use_subject s, int64_t day);
/* Kinds of customers that the viewer wrote, the newest first, each once. */
struct use_words {
	const char **items;
	size_t count, room;
};
struct use_words use_customers(struct db *db, const struct who *who, int64_t limit);

/* How much a point's uses speak for it in the ranking of a search: 0 where nothing is known (never
 * used, or it failed each time) to below 1 (evidence.h: score). A gentle factor such as 1 + 0.3
 * times this puts what proved itself before its equals, and pushes nothing down. One look-up by
 * key. */
double use_prior_any(struct db *db, struct point_id point);

/* Writers; evidence follows in the same transaction. */
struct use_id use_add(struct txn *t, const struct use *u);
void use_change(struct txn *t, const struct use *u, int64_t now);
void use_withdraw(struct txn *t, const struct use *u, int64_t now);
/* All of one person's, with or without the name. */
void use_sign_all(struct txn *t, struct person_id person, bool anonymous);
/* What was said of one topic's page is said of another's: they are merged. */
void use_move_topic(struct txn *t, struct topic_id from, struct topic_id to);

#endif
