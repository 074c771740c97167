/*
 * remark: saying something under a point: why, answer, advice, comment (base/remark_kind.h).
 *
 * A word of the one who owes the point an answer stops its clock (store/answer.h). What is said is
 * changed within ten minutes only, afterwards struck and followed up. It stays in the team, unless
 * the point's author and its manager both let it rise; what somebody from above says is for all who
 * see the point.
 */
#ifndef RULES_REMARK_H
#define RULES_REMARK_H

#include "store/point.h"
#include "store/remark.h"
#include "work.h"

enum {
	REMARK_RUNES = 1000,    /* of its text */
	REMARK_WHOM_RUNES = 60, /* of advice: who does it */
	REMARK_WHYS = 5,        /* in one chain */
	REMARK_MINUTES = 10,    /* while its words may be changed */
};

struct remark_text {
	enum remark_kind kind;
	struct remark_id to; /* 0: the point itself */
	const char *text;
	const char *whom;  /* of advice; NULL or blank: not said */
	const char *until; /* of advice: 2026-11-27; NULL or blank: not said */
};

/* May the viewer say this kind of thing under a point that they see? */
bool remark_allowed(struct work *w, struct db *db, const struct point *p, enum remark_kind kind);

/* FORBIDDEN, INVALID with faults at text, to, whom, until; or *id. */
enum outcome remark_say(struct work *w, struct point_id point, const struct remark_text *said,
	struct remark_id *id);
/* The same within a transaction, at a meeting whose record the viewer keeps: whatever kind it is,
 * and an answer is the author's. */
enum outcome remark_add_said(struct txn *t, struct work *w, const struct point *p,
	struct meeting_id meeting, const struct remark_text *said, struct remark_id *id);
enum outcome remark_change(struct work *w, struct remark_id id, const char *text);
/* May its words still be changed, by the viewer, now? */
bool remark_is_fresh(const struct work *w, const struct remark *r);
enum outcome remark_take_back(struct work *w, struct remark_id id);
/* May the viewer say whether remarks under this point rise with it? */
bool remark_may_raise(struct work *w, struct db *db, const struct point *p);
/* The viewer lets it rise, or keeps it; it rises while both let it. */
enum outcome remark_raise(struct work *w, struct remark_id id, bool rises);

#endif
