/* meeting_line: one answer to one of a meeting's six questions, and what became of it. Seen by
 * whoever sees the meeting. */
#ifndef STORE_MEETING_LINE_H
#define STORE_MEETING_LINE_H

#include "base/kind.h"
#include "base/meeting_kind.h"
#include "doors/txn.h"
#include "who.h"

struct meeting_line {
	struct line_id id;
	struct meeting_id meeting;
	enum question question;
	struct person_id person; /* who said it; 0: all of them */
	const char *name;        /* NULL: of all of them */
	const char *text;
	int64_t at;
	bool to_write; /* it shall be, or is, a point of its speaker's */
	enum kind kind;
	struct point_id point; /* the point that it became; 0: none yet, or not for the viewer */
	const char *headline;
	struct topic_id topic; /* the ability that is missing; 0: none, or not for the viewer */
	const char *topic_zh, *topic_en;
	struct ask_id ask; /* 0: none */
	int64_t day;       /* of the meeting */
};
struct meeting_lines {
	struct meeting_line *items;
	size_t count, room;
};

/* By question, in their order. */
struct meeting_lines meeting_line_list(
	struct db *db, const struct who *who, struct meeting_id meeting);
const struct meeting_line *meeting_line_get(
	struct db *db, const struct who *who, struct line_id id);
/* Those of some weeks that shall be points of the viewer's and are none yet: said on these days. */
struct meeting_lines meeting_line_to_write(
	struct db *db, const struct who *who, int64_t from, int64_t to);

struct line_id meeting_line_add(
	struct txn *t, const struct meeting_line *l, struct person_id by, int64_t now);
void meeting_line_set(struct txn *t, const struct meeting_line *l); /* question, person, text */
void meeting_line_drop(struct txn *t, struct line_id id);
void meeting_line_set_kind(struct txn *t, struct line_id id, enum kind kind);
void meeting_line_set_topic(struct txn *t, struct line_id id, struct topic_id topic);
/* What its author handed in, and its headline or words say, is the point that a line became. */
void meeting_line_follow(struct txn *t, struct person_id author, struct point_id point,
	const char *headline, const char *body);

#endif
