/*
 * remark: what is said under a point (base/remark_kind.h).
 *
 * A remark is seen by whoever sees its point; of these, above the team, only if it `rises`: if the
 * point's author and its team's manager both let it. Its
 * own author, the point's, and whoever is mentioned in it always see it. The words of a remark that
 * was struck are shown to nobody.
 */
#ifndef STORE_REMARK_H
#define STORE_REMARK_H

#include "base/remark_kind.h"
#include "doors/txn.h"
#include "who.h"

struct remark {
	struct remark_id id, to; /* to: what it answers or digs into; 0: the point itself */
	struct point_id point;
	enum remark_kind kind;
	struct person_id person;
	const char *name; /* NULL: an anonymous point's author, hidden from this viewer */
	const char *text; /* NULL: struck */
	const char *whom; /* of advice; NULL: not said */
	int64_t until;    /* of advice: a day_number(); 0: not said */
	bool rises, own;  /* own: the viewer's */
	bool author_lets, manager_lets; /* it rises where both let it */
	struct meeting_id meeting;      /* said there, in depth; 0: not at one */
	int64_t at, changed_at;         /* changed_at 0: never */
};
struct remarks {
	struct remark *items;
	size_t count, room;
};

struct remarks remark_of_point(struct db *db, const struct who *who, struct point_id point);
const struct remark *remark_get(struct db *db, const struct who *who, struct remark_id id);
/* How many whys lie above this remark in its chain, itself included. */
int64_t remark_whys_above_any(struct db *db, struct remark_id id);

struct remark_id remark_add(struct txn *t, const struct remark *r);
void remark_set_text(struct txn *t, struct remark_id id, const char *text, int64_t now);
void remark_strike(struct txn *t, struct remark_id id, int64_t now);
void remark_set_lets(struct txn *t, struct remark_id id, bool author, bool manager);

#endif
