/*
 * report: a daily report, handed in and changed. It is for the team and its managers; its asks go
 * to the manager and climb as those of points do (rules/ask.h), the report itself never rises.
 *
 * A team writes daily, on field days, or not at all, as its manager says (the default: on field
 * days). Only a team that writes daily has anybody missing.
 */
#ifndef RULES_REPORT_H
#define RULES_REPORT_H

#include "report_text.h"
#include "store/report.h"
#include "work.h"

enum { REPORT_DAYS_BACK = 14 };

int64_t report_today(const struct work *w); /* the organisation's day_number() */
/* A member of a team who writes. */
bool report_may_write(const struct work *w);

struct report_input {
	const struct report_text *text; /* it has no faults */
	int64_t day;
	int64_t base_version; /* the version the writer saw; 0: there was none; -1: not said */
	bool imported;        /* any day that has been, whether or not the team writes any now */
};

/*
 * DONE with its number and whether it is new. FORBIDDEN: no member of a team who writes. INVALID: a
 * day to come or too long ago. CONFLICT: the team writes none. STALE: it has another version.
 */
enum outcome report_submit(
	struct work *w, const struct report_input *in, struct report_id *id, bool *created);

/* When the team writes one: its managers. */
enum outcome report_choose(struct work *w, struct unit_id team, enum report_use use);

/* Who of the team did not write on this day although it does daily; none on a free day. */
struct strings report_missing(struct work *w, struct unit_id team, int64_t day);

#endif
