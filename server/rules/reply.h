/*
 * reply: an ask that the headquarters answered becomes an answer for all. Its question is written
 * anew by the headquarters; of the point or report that the ask stood in nothing comes along. Its
 * topics are accepted ones, so it stands on their pages.
 */
#ifndef RULES_REPLY_H
#define RULES_REPLY_H

#include "base/strings.h"
#include "store/ask.h"
#include "store/reply.h"
#include "work.h"

enum {
	REPLY_RUNES = 200, /* of the question */
	REPLY_TOPICS = 10,
};

/* Those who manage the headquarters, once it has answered. */
bool reply_may_make(struct work *w, struct db *db, const struct ask *a);
bool reply_may_edit(struct work *w, struct db *db);

struct reply_input {
	struct ask_id ask;     /* of a new one */
	struct reply_id edits; /* 0: a new one */
	const char *question, *body;
	struct strings topics; /* words that lead to accepted topics */
	int64_t base_version;  /* that the writer saw; -1: not said */
};

/* NOT_FOUND, FORBIDDEN; CONFLICT: the ask has one already, or is not answered there; STALE; INVALID
 * with faults at question, body, topics; or *id. */
enum outcome reply_save(struct work *w, const struct reply_input *in, struct reply_id *id);
enum outcome reply_withdraw(struct work *w, struct reply_id id, bool withdrawn);

/* May the asker's name stand above it? The asker. */
enum outcome reply_name(struct work *w, struct ask_id id, bool named);

#endif
