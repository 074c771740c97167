/*
 * use: somebody used a thing and says what came of it. A failure is as welcome as a success, and
 * says under which conditions.
 *
 * Whoever sees a thing may have used it: a point that stands, a published story, the page of an
 * accepted topic. The author of a point is no witness for it, and cannot. One entry a person, thing
 * and day; one's own may be changed and withdrawn at any time.
 */
#ifndef RULES_USE_H
#define RULES_USE_H

#include "store/use.h"
#include "work.h"

#define USE_RUNES          500 /* characters of what happened, and of the conditions */
#define USE_CUSTOMER_RUNES 20
#define USE_DAYS_BACK      366

struct use_text { /* as typed; NULL or "": not said */
	const char *effect, *text, *conditions, *customer;
	const char *day; /* 2026-11-24; not said: today */
	bool anonymous;
};

bool use_allowed(struct work *w, struct db *db, struct use_subject s);

/* INVALID: see the faults, on effect, text, conditions, customer, day. CONFLICT: there is one of
 * that day already, *id. */
enum outcome use_record(
	struct work *w, struct use_subject s, const struct use_text *said, struct use_id *id);
enum outcome use_rewrite(struct work *w, struct use_id id, const struct use_text *said);
enum outcome use_take_back(struct work *w, struct use_id id);

#endif
