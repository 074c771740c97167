/*
 * answer: every point gets an answer. A clock starts with its submission and runs over working days
 * (settings answer_days and calendar); the first word of the one who owes it stops it.
 */
#ifndef RULES_ANSWER_H
#define RULES_ANSWER_H

#include "base/strings.h"
#include "doors/txn.h"
#include "store/answer.h"
#include "work.h"

int64_t answer_due(struct db *db, struct work *w); /* of what is handed in now */
void answer_begin(struct txn *t, struct work *w, struct point_id point); /* submitted */
/* Somebody said this under it; nothing happens, and false, unless they owe the answer. */
bool answer_stop(struct txn *t, struct work *w, struct point_id point, struct remark_id remark);

/* Somebody opened it: noted for its author once, and their own notices of it are seen. Writes only
 * where that is news. */
enum outcome answer_read(struct work *w, const struct point *p);
/* The same of all that one page shows whole. */
enum outcome answer_read_all(struct work *w, const struct points *points);

/* Whoever says something to it has read it, wherever its words stood before them. */
void answer_seen(struct txn *t, struct work *w, const struct point *p);

/* Kind words for a busy thumb: as the organisation wrote them, or ours in the viewer's language. */
struct strings answer_phrases(struct work *w);

#endif
