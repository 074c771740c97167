/*
 * reply: an answer for all: what the headquarters made of one ask for everybody, in its own words.
 * Everybody sees it; one that was withdrawn is seen by the managers of the headquarters only. The
 * asker is named only if they wish it.
 */
#ifndef STORE_REPLY_H
#define STORE_REPLY_H

#include "doors/txn.h"
#include "topic.h"
#include "who.h"

struct reply {
	struct reply_id id;
	struct ask_id ask; /* whose it is is another question: ask_get() */
	const char *question, *body_md, *body_html;
	const char *asker; /* NULL: does not wish to be named */
	bool own;          /* the viewer asked */
	bool withdrawn;
	int64_t version, created_at, changed_at;
	const char *changed_by; /* a name; NULL: the machine's owner */
	struct topics topics;
};
struct replies {
	struct reply *items;
	size_t count, room;
};

const struct reply *reply_get(struct db *db, const struct who *who, struct reply_id id);
const struct reply *reply_of_ask(struct db *db, const struct who *who, struct ask_id ask);

struct reply_filter {
	struct topic_id topic;  /* 0: any */
	struct reply_id before; /* only lower numbers; 0: from the newest */
	int64_t limit;
};
/* Newest first; *more: there are others after the last one. */
struct replies reply_list(
	struct db *db, const struct who *who, const struct reply_filter *f, bool *more);

struct reply_version {
	int64_t number, saved_at;
	const char *question, *body_md, *by; /* by NULL: the machine's owner */
};
struct reply_versions {
	struct reply_version *items;
	size_t count, room;
};
/* Newest first. For those who may change it: the caller checked. */
struct reply_versions reply_versions_any(struct db *db, struct reply_id id);

/* Writing. id 0: a new one; the version's row comes with it. question, bodies, version,
 * changed_at of r. */
struct reply_id reply_put(struct txn *t, const struct reply *r, struct person_id by);
void reply_set_topics(struct txn *t, struct reply_id id, const struct topic_id *topics, size_t n);
void reply_set_withdrawn(struct txn *t, struct reply_id id, bool withdrawn);

#endif
