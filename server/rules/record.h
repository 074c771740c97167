/* record: all that the record of a meeting shows to a viewer, for its page, the API, its minutes.
 */
#ifndef RULES_RECORD_H
#define RULES_RECORD_H

#include "agenda.h"
#include "rota.h"
#include "store/ask.h"
#include "store/meeting_line.h"
#include "store/point.h"
#include "store/remark.h"

enum { RECORD_POINTS = 30 };

struct record {
	const struct meeting *meeting;
	bool may_keep, may_hold, begun; /* begun: its day has come */
	struct meeting_people people;
	struct reviews agreed; /* last time: open steps, and those told here */
	struct rota rota;
	struct record_reviews {
		struct record_review {
			struct review review;
			struct remarks remarks; /* whys and their answers; advice of this meeting */
		} * items;
		size_t count, room;
	} reviews;
	struct meeting_lines lines;
	struct asks asks;     /* open ones of the unit */
	struct points points; /* of the week before it, or of its task */
	struct agenda agenda;
};

/* NULL: there is none for this viewer. */
const struct record *record_of(struct work *w, struct meeting_id id);
/* The week whose points are looked at on this day: until Wednesday the one before. */
struct week record_week(int64_t day);

#endif
