/*
 * rollup_matrix: how many points per topic and part, how that differs from the week before, and how
 * it went over the weeks.
 *
 * A part that has not closed its week shows no figures, but for what rose from it late out of an
 * older week. Heat goes in five steps up to the fullest cell; the number always stands beside it,
 * and the legend says what each step means.
 */
#ifndef VIEWS_ROLLUP_MATRIX_H
#define VIEWS_ROLLUP_MATRIX_H

#include "doors/json.h"
#include "store/tally.h"
#include "store/topic.h"
#include "trend.h"

enum { MATRIX_HEATS = 5 };

struct matrix_cell {
	struct unit_id part;
	int64_t n, of_kind[KINDS], change; /* change: against the week before */
	int heat;                          /* 0 to MATRIX_HEATS, of the largest cell */
	bool shown;
};
struct matrix_row {
	const struct topic *topic; /* NULL: without one */
	const char *key;           /* "17" or "none": in addresses */
	struct matrix_cell *items; /* one for each part, in the order of the parts */
	size_t count, room;
	int64_t total, change;
	struct trend trend; /* of all parts together; no weeks: not asked for */
};
struct matrix_step { /* of the heat: what it means */
	int heat;
	int64_t from, to;
};
struct matrix_steps {
	struct matrix_step *items;
	size_t count, room;
};
struct matrix_part {
	struct unit_id unit;
	const char *name, *code;
	bool closed, shown;
	int64_t total;
};
struct matrix_parts {
	struct matrix_part *items;
	size_t count, room;
};
struct matrix {
	struct matrix_parts parts;
	struct matrix_row *items; /* the fullest first; what has no topic last */
	size_t count, room;
	int64_t total, most;
	struct matrix_steps steps;
	const char *unit_code, *week;    /* where a cell's points are listed */
	const struct trend_weeks *weeks; /* of the trends; NULL: none */
};

/* now, before: the tallies of two weeks. topics: what their numbers mean; what stands in no other
 * row is "without a topic". */
struct matrix matrix_make(struct arena *a, const struct matrix_parts *parts,
	const struct topics *topics, const struct tally_rows *now, const struct tally_rows *before);

/* What a cell says to who cannot see it: "7 points: 4 experiences, 3 lessons". */
const char *matrix_cell_words(struct out *o, const struct matrix_cell *c);

#endif
