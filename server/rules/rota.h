/*
 * rota: whose turn it is to go deep at a team's meeting (2-3 people at each, so that a few cases
 * are gone through well).
 *
 * Everything follows from the records: who was gone through when, who was there. Those whose turn
 * was longest ago come first; among them who missed a meeting since, who was heard less often, then
 * who has a why that nobody answered or a highlight. Whoever is known to be absent is passed over
 * and keeps the place. Hence: a member is heard within ceil(size / 2) of the meetings at which they
 * are present, and nobody is heard again while somebody present waits longer.
 *
 * The manager may choose otherwise; the next turn follows from what was done.
 */
#ifndef RULES_ROTA_H
#define RULES_ROTA_H

#include "base/meeting_kind.h"
#include "store/meeting.h"
#include "store/review.h"
#include "work.h"

enum { ROTA_SEATS = 2 }; /* and a third, where time or a lead asks for it */

enum rota_why { ROTA_NEVER, ROTA_AWAY, ROTA_LEAD, ROTA_LONGEST, ROTA_CHOSEN };

/* Puts them in order; how many of the first ones go deep at a meeting of this length. */
void rota_order(struct review_turns *turns);
size_t rota_seats(const struct review_turns *ordered, enum meeting_length length);
enum rota_why rota_why(const struct review_turn *t);

struct rota {
	struct rota_turn {
		struct review_turn turn;
		enum rota_why why;
		bool heard; /* gone through with already, at this meeting */
	} * items;
	size_t count, room;
};

/* Of a team's meeting: as its manager chose, else as proposed; of a branch's: nobody. */
struct rota rota_of(struct work *w, const struct meeting *m, const struct meeting_people *people);

const char *rota_why_words(enum rota_why why);

#endif
