/*
 * review: a point is gone through in depth: what was intended, what happened, where the two parted,
 * why (remarks under the point), and one next step with a person and a day. At the unit's next
 * meeting that step is shown first and gets its result.
 *
 * "Discussed" becomes part of the point's way, for those who see the meeting.
 */
#ifndef RULES_REVIEW_H
#define RULES_REVIEW_H

#include "meeting.h"
#include "remark.h"
#include "store/review.h"

enum { REVIEW_RUNES = 1000, REVIEW_STEP_RUNES = 200 };

struct review_input {
	const char *purpose, *plan, *happened, *difference, *step; /* "" where nothing was said */
	struct person_id person; /* who does the step; 0: not said */
	const char *until;       /* 2026-11-27; "" or NULL: not said */
	int64_t base_version;    /* 0: there was none; -1: not said */
};

/* Can this point be gone through at this meeting: one of the unit's that the viewer sees? */
bool review_fits(struct db *db, const struct meeting *m, const struct point *p);

/* Keepers of the record, from the meeting's day on (before: CONFLICT). INVALID: nothing in it, or
 * faults at its fields. STALE. */
enum outcome review_save(struct work *w, struct meeting_id meeting, struct point_id point,
	const struct review_input *in);
/* What became of the step; meeting 0: told between two. Its person, and who keeps the record there
 * or manages the unit. */
enum outcome review_tell(struct work *w, struct review_id id, enum step_result result,
	const char *text, struct meeting_id meeting);
bool review_may_tell(struct work *w, struct db *db, const struct review *r);

/* A why, its answer or an advice, as it was said there: the keeper writes it down; an answer is the
 * author's. */
enum outcome review_remark(struct work *w, struct meeting_id meeting, struct point_id point,
	const struct remark_text *said, struct remark_id *id);

/* Each why with its answer behind it, and what was dug on from there. */
struct remarks review_chain(struct arena *a, const struct remarks *all);

/* What the story's own headings say, to begin with. */
struct review_input review_begin(struct arena *a, const struct point *p);

#endif
