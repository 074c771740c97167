/*
 * point: one experience or one lesson.
 *
 * Readers take the viewer and show only what `sight` lets through. Writers keep the tally: a caller
 * that changes where a point counts wraps the change in point_lift() and point_set_down(), which
 * take it out of the tally and put it back.
 */
#ifndef STORE_POINT_H
#define STORE_POINT_H

#include "base/kind.h"
#include "base/reach.h"
#include "topic.h"
#include "who.h"

struct point {
	struct point_id id, lead; /* lead 0: not merged */
	struct reflection_id reflection;
	enum kind kind;
	int64_t position;
	const char *headline, *body_md, *body_html;
	struct person_id author;
	const char *author_name; /* NULL: hidden from this viewer */
	struct unit_id team, branch;
	const char *team_name;
	struct week week, team_week, branch_week,
		hq_week; /* the last two hold where reach says so */
	enum reach reach;
	bool team_only, anonymous, withdrawn;
	bool classified;       /* by the manager */
	const char *highlight; /* its reason; NULL: none */
	int64_t submitted_at, changed_at;
	struct topics topics;
};
struct points {
	struct point *items;
	size_t count, room;
};

const struct point *point_get(
	struct db *db, const struct who *who, struct point_id id); /* NULL: not for this viewer */
struct points point_of_reflection(struct db *db, const struct who *who, struct reflection_id id);
/* Numbers of all points in a roll-up, for closing and reopening. */
struct point_ids {
	struct point_id *items;
	size_t count, room;
};
struct point_ids point_in_team_any(struct db *db, struct unit_id team, struct week week);
struct point_ids point_in_branch_any(struct db *db, struct unit_id branch, struct week week);

/* What was merged under this one. */
struct points point_merged_under(struct db *db, const struct who *who, struct point_id lead);
struct points point_of_reflection_any(
	struct db *db, struct reflection_id id); /* withdrawn ones too */

/* Writing. text fields: kind, position, headline, body_md, body_html, team_only, anonymous. A new
 * point stands at once where its reach, branch and weeks say. */
struct point_id point_add(struct txn *t, const struct point *p);
void point_change_text(struct txn *t, const struct point *p);
void point_withdraw(struct txn *t, struct point_id id, int64_t now);
void point_add_version(struct txn *t, const struct point *p, int64_t number, const char *tags);
/* reach, branch and weeks, all from p. */
void point_place(struct txn *t, const struct point *p);
void point_set_tags(struct txn *t, struct point_id id, const char *const *words,
	const struct topic_id *topics, size_t n);
/* A refused topic holds for no point: it is left out. */
void point_set_topics(struct txn *t, struct point_id id, const struct topic_id *topics, size_t n);
void point_set_classified(struct txn *t, struct point_id id, struct person_id by, int64_t now);
void point_set_lead(struct txn *t, struct point_id id, struct point_id lead); /* 0: its own again */
/* What is under one lead comes under another. */
void point_lead_moves(struct txn *t, struct point_id from, struct point_id to);
/* Out of a merger: neither under a lead, nor anything under it. */
void point_part(struct txn *t, struct point_id id);

#endif
