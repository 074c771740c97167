/*
 * ask: nobody is left alone with a difficulty. An ask stands in a point (`求助: …`), in a daily
 * report, in a line of a meeting, or on a topic's page; the asker's manager owes an answer; when
 * the time is over it climbs a level, as far as headquarters. The asker says whether it helped; if
 * not, it is open again.
 *
 * Working days as for points (rules/answer.h). An ask in a point that stays in its team does not
 * climb.
 */
#ifndef RULES_ASK_H
#define RULES_ASK_H

#include "point_text.h"
#include "store/ask.h"
#include "store/meeting_line.h"
#include "store/point.h"
#include "store/report.h"
#include "work.h"

enum { ASK_RUNES = 2000 }; /* of an answer */

/* What the point's words ask now: new ones begin, those that are gone are withdrawn. */
void ask_follow(struct txn *t, struct work *w, const struct point *p, const struct ask_texts *asks);
/* The same of a report. */
void ask_follow_report(
	struct txn *t, struct work *w, const struct report *r, const struct ask_texts *asks);

/* Somebody said it at a meeting: in that unit's name, or in their own. */
struct ask_id ask_begin_line(struct txn *t, struct work *w, const struct meeting_line *l,
	struct unit_id unit, enum ask_kind kind);

/* The viewer asks it on a topic's page. */
struct ask_id ask_begin_topic(
	struct txn *t, struct work *w, struct topic_id topic, enum ask_kind kind, const char *text);

bool ask_may_answer(struct work *w, struct db *db, const struct ask *a);
enum outcome ask_answer(struct work *w, struct ask_id id, const char *text); /* its managers */
enum outcome ask_confirm(struct work *w, struct ask_id id);                  /* the asker */
/* It did not help: open again, with the reason. The asker. */
enum outcome ask_reopen(struct work *w, struct ask_id id, const char *why);
enum outcome ask_close(struct work *w, struct ask_id id); /* asker, or manager once confirmed */

/* One more step of its path that changes nothing of its state: "shared", and its asker is told. */
void ask_note(struct txn *t, struct work *w, const struct ask *a, const char *deed);

/* Those that are due climb, some at a time; how many did. For the server's jobs. */
int ask_climb(struct work *w);

#endif
