/*
 * topic_ask: somebody does not get on at a step, a difficulty, an ability, and asks on its page.
 * Their own manager owes the answer, with the clock and the climbing of every ask (rules/ask.h);
 * nobody else sees it, but for those it climbs to. What the headquarters answers can become an
 * answer for all on that topic (rules/reply.h).
 */
#ifndef RULES_TOPIC_ASK_H
#define RULES_TOPIC_ASK_H

#include "base/kind.h"
#include "work.h"

enum { TOPIC_ASK_RUNES = 500 };

/* Whose managers would answer the viewer. */
struct unit_id topic_ask_unit(struct db *db, const struct who *who);
/* NOT_FOUND: no accepted topic; INVALID: see the fault on text. The same question once more, while
 * it is open, is the same ask. */
enum outcome topic_ask(struct work *w, struct topic_id topic, enum ask_kind kind, const char *text,
	struct ask_id *id);

#endif
