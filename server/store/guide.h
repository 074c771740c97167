/*
 * guide: what is written on a topic's page: how one does that step, gets round that difficulty,
 * gains that ability. One a topic.
 *
 * What was given out is for everybody. What is being written (a first draft, a change not given out
 * yet, one that was withdrawn) is for its owner, for trainers and for the headquarters: they tend
 * guides. A point it cites keeps its reach.
 */
#ifndef STORE_GUIDE_H
#define STORE_GUIDE_H

#include "base/list.h"
#include "doors/txn.h"
#include "point.h"
#include "who.h"

enum guide_state { GUIDE_DRAFT, GUIDE_PUBLISHED, GUIDE_WITHDRAWN }; /* as in the database */
const char *guide_state_name(enum guide_state s);

/* Does the viewer ?1 tend the guide g; may the viewer see it? 24: trainers and headquarters
 * (base/role.h). */
#define GUIDE_TENDED                                                                               \
	"(?1 = 0 OR g.owner_id = ?1 OR EXISTS (SELECT 1 FROM person gp WHERE gp.id = ?1"           \
	" AND gp.active = 1 AND (gp.roles & 24) <> 0))"
#define GUIDE_SHOWN "(g.state = 1 OR " GUIDE_TENDED ")"

struct guide {
	struct guide_id id;
	struct topic_id topic;
	const char *name_zh, *name_en; /* the topic's */
	enum guide_state state;
	struct person_id owner;
	const char *owner_name, *owner_login;
	bool owner_left;                 /* does not sign in any more */
	bool tends;                      /* the viewer does; else there is no body */
	const char *body_md, *body_html; /* the newest version; NULL for whoever does not tend it */
	const char *shown_md, *shown_html; /* what was given out; "": nothing */
	int64_t version, shown_version;    /* shown_version 0: none */
	const char *changed_by;            /* NULL: from the command line */
	int64_t changed_at, shown_at;
	int64_t recheck_days, recheck_at, checked_at; /* 0: not yet */
};
struct guides {
	struct guide *items;
	size_t count, room;
};

/* NULL: there is none, or not for the viewer. */
const struct guide *guide_get(struct db *db, const struct who *who, struct topic_id topic);
/* By number; those that the viewer may see. */
struct guides guide_list(
	struct db *db, const struct who *who, struct guide_id after, int64_t limit);
/* Given out, and to be looked at again by now: the viewer's own, and of those who left if the
 * viewer tends guides. */
struct guides guide_due(struct db *db, const struct who *who, int64_t now, int64_t limit);
/* Those that cite this point in what everybody reads. */
struct guides guide_citing(struct db *db, const struct who *who, struct point_id point);

/* Points that a version cites, in order; those in `before` too are not fresh. */
struct guide_cite {
	struct point_id point;
	bool fresh;
};
struct guide_cites {
	struct guide_cite *items;
	size_t count, room;
};
struct guide_cites guide_cites_any(
	struct db *db, struct guide_id id, int64_t number, int64_t before);

struct guide_version {
	int64_t number, saved_at, shown_at; /* shown_at 0: never given out */
	const char *body_md, *note, *by;    /* note NULL: none; by NULL: the command line */
};
struct guide_versions {
	struct guide_version *items;
	size_t count, room;
};
/* Newest first. For those who tend it; given: only those that were given out, for everybody. */
struct guide_versions guide_versions_any(struct db *db, struct guide_id id, bool given);
const struct guide_version *guide_version_any(struct db *db, struct guide_id id, int64_t number);

/* To be told to its owner now. */
struct guides guide_to_tell_any(struct db *db, int64_t now, int64_t limit);
/* When each topic's guide was given out last. */
struct guide_dates {
	struct guide_date {
		struct topic_id topic;
		int64_t at;
	} * items;
	size_t count, room;
};
struct guide_dates guide_dates(struct db *db, const struct who *who);

/* Writing: all but names. id 0: a new one. guide_add_version() puts the row of g->version. */
struct guide_id guide_put(struct txn *t, const struct guide *g, struct person_id by);
void guide_add_version(struct txn *t, const struct guide *g, const char *note, struct person_id by);
void guide_set_cites(struct txn *t, const struct guide *g, const struct point_id *points, size_t n);
void guide_set_told(struct txn *t, struct guide_id id);
/* One topic goes into another. If both have a guide, `into` gets the other's text at the end of a
 * new version that is not given out. */
void guide_move_topic(struct txn *t, struct topic_id from, struct topic_id into, int64_t now);

#endif
