/*
 * story: a case story. A draft is for its writers and for trainers; a published one for everybody.
 */
#ifndef STORE_STORY_H
#define STORE_STORY_H

#include "base/kind.h"
#include "doors/txn.h"
#include "topic.h"
#include "who.h"

/* The condition that the viewer ?1 may see a story y. 8: trainers (base/role.h). */
#define STORY_SHOWN(y)                                                                             \
	"(" y ".state = 'published' OR ?1 = 0 OR EXISTS (SELECT 1 FROM story_writer sw"            \
	" WHERE sw.story_id = " y ".id AND sw.person_id = ?1)"                                     \
	" OR EXISTS (SELECT 1 FROM person sp WHERE sp.id = ?1 AND sp.active = 1"                   \
	" AND (sp.roles & 8) <> 0))"

struct story {
	struct story_id id;
	const char *title;
	const char *outcome; /* success, failure, mixed; NULL: not said */
	bool published;
	const char *units,
		*people; /* as written: codes and logins with a line end between; NULL: none */
	int64_t version;
	int64_t created_at, changed_at, published_at; /* 0: not yet */
	const char *created_by_name;                  /* NULL: the machine's owner */
	const char *body_md, *body_html;              /* story_get() only */
	struct topics topics;
};
struct stories {
	struct story *items;
	size_t count, room;
};

const struct story *story_get(struct db *db, const struct who *who, struct story_id id);
const struct story *story_get_any(struct db *db, struct story_id id);

struct story_filter {
	struct topic_id topic;  /* 0: any */
	struct story_id before; /* only lower numbers; 0: from the newest */
	int64_t limit;
	bool drafts; /* only those; else only published ones */
	bool both;
};
/* Newest first, without bodies; *more: there are others after the last one. */
struct stories story_list(
	struct db *db, const struct who *who, const struct story_filter *f, bool *more);
/* Those that come from this point, newest first; without topics. */
struct stories story_citing(struct db *db, const struct who *who, struct point_id point);
int64_t story_count_of_topic(struct db *db, const struct who *who, struct topic_id topic);

/* Who may write it, by name. */
struct story_writer {
	struct person_id person;
	const char *login, *name;
};
struct story_writers {
	struct story_writer *items;
	size_t count, room;
};
struct story_writers story_writers(struct db *db, const struct who *who, struct story_id id);
bool story_is_writer_any(struct db *db, struct person_id person, struct story_id id);

/* The points it comes from, in order. headline NULL: not for this viewer, a number only. */
struct story_source {
	struct point_id point;
	enum kind kind;
	const char *headline, *team_name;
};
struct story_source_list {
	struct story_source *items;
	size_t count, room;
};
/* The authors of the points that it cites. */
struct people story_authors_any(struct db *db, struct story_id id);
struct story_source_list story_sources(struct db *db, const struct who *who, struct story_id id);

struct story_version {
	int64_t number, saved_at;
	const char *text, *by; /* the whole file; by whom, NULL: the machine's owner */
};
struct story_versions {
	struct story_version *items;
	size_t count, room;
};
/* number 0: the newest. NULL if there is no such. For those who may write it: the caller checked.
 */
const struct story_version *story_version_any(struct db *db, struct story_id id, int64_t number);
struct story_versions story_versions_any(
	struct db *db, struct story_id id); /* newest first, no text */

/* Writing. title, outcome, units, people, bodies, version, changed_at of s. */
struct story_id story_add(struct txn *t, const struct story *s, struct person_id by);
void story_change(struct txn *t, const struct story *s);
void story_add_version(struct txn *t, struct story_id id, int64_t number, const char *text,
	struct person_id by, int64_t at);
void story_set_published(
	struct txn *t, struct story_id id, bool published, struct person_id by, int64_t at);
void story_set_topics(struct txn *t, struct story_id id, const struct topic_id *topics, size_t n);
void story_set_sources(struct txn *t, struct story_id id, const struct point_id *points, size_t n);
void story_set_writers(
	struct txn *t, struct story_id id, const struct person_id *persons, size_t n);

#endif
