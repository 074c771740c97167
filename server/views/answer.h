/* answer: what waits for an answer, and how soon units answer. */
#ifndef VIEWS_ANSWER_H
#define VIEWS_ANSWER_H

#include "base/outcome.h"
#include "base/remark_kind.h"
#include "base/strings.h"
#include "chrome.h"
#include "store/point.h"
#include "store/unit.h"

/* Points that wait for an answer, each with its words and the quick ones. */
struct answer_card {
	const struct point *point;
	const char *excerpt; /* the first words; NULL: the whole is short enough to stand there */
	struct safe body;
	const char *due;
	bool late;
	/* What was typed and refused. */
	struct faults faults;
	enum remark_kind kind;
	const char *typed, *whom, *until;
};
struct answer_cards {
	struct answer_card *items;
	size_t count, room;
};
struct answer_view {
	const struct chrome *chrome;
	struct answer_cards cards;
	int64_t total;
	struct strings phrases;
	bool manages; /* units whose figures can be looked at */
};

struct answer_unit_line { /* of the last weeks */
	const struct unit *unit;
	int64_t points, due;
	const char *percent, *median; /* answered in time; the middle wait; NULL: nothing to tell */
};
struct answer_unit_lines {
	struct answer_unit_line *items;
	size_t count, room;
};
struct answer_unit_view {
	const struct chrome *chrome;
	long weeks, days; /* that are looked back on; working days in which a point is answered */
	bool sets;        /* the viewer decides on those */
	struct answer_unit_lines lines; /* the viewer's highest unit, then those right below it */
};

/* "6 hours", "2 days": a length of time in words. */
const char *answer_wait_words(struct arena *a, int64_t seconds);

#endif
