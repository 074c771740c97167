/*
 * script: a story as one tells it in three minutes, and the log of who told it to whom. Both are
 * seen by whoever sees the story.
 */
#ifndef STORE_SCRIPT_H
#define STORE_SCRIPT_H

#include "doors/txn.h"
#include "who.h"

struct script {
	struct story_id story;
	const char *text; /* "": there is none */
	int64_t version;  /* 0: there never was one */
	int64_t changed_at;
	const char *changed_by; /* NULL: nobody, or the command line */
};
/* Of a story that the viewer sees: the caller asked. */
struct script script_of_any(struct db *db, struct story_id story);
void script_put(
	struct txn *t, struct story_id story, const char *text, struct person_id by, int64_t now);
const char *script_version_any(struct db *db, struct story_id story, int64_t number);

struct telling {
	struct telling_id id;
	struct story_id story;
	struct person_id person;
	const char *name, *unit_name, *whom;
	struct meeting_id meeting; /* 0: none that the viewer sees */
	int64_t day, listeners, at;
	bool own;
};
struct tellings {
	struct telling *items;
	size_t count, room;
};
/* Newest first; before 0: from the newest on. Nothing of a story that the viewer may not see. */
struct tellings telling_list(
	struct db *db, const struct who *who, struct story_id story, int64_t before, int64_t limit);
const struct telling *telling_get(struct db *db, const struct who *who, struct telling_id id);
/* How often it was told, and to how many. */
struct telling_sum {
	int64_t times, listeners;
};
struct telling_sum telling_sum_any(struct db *db, struct story_id story);

struct telling_id telling_add(struct txn *t, const struct telling *x, struct unit_id unit);
void telling_withdraw(struct txn *t, struct telling_id id, int64_t now);
/* For the export: all of them, with the teller's login as name. */
struct tellings telling_all_any(struct db *db);

#endif
