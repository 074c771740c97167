/* rollup_matrix: how many points per topic, part and kind, and how that differs from the week
 * before. */
#ifndef VIEWS_ROLLUP_MATRIX_H
#define VIEWS_ROLLUP_MATRIX_H

#include "doors/json.h"
#include "store/tally.h"
#include "store/topic.h"

struct matrix_cell {
	enum kind kind;
	struct unit_id part;
	int64_t n, change;
	int heat; /* 0 to 5, of the largest cell */
};
struct matrix_row {
	const struct topic *topic; /* NULL: without one */
	struct matrix_cell *items; /* KINDS for each part, in the order of the parts */
	size_t count, room;
	int64_t total;
};
struct matrix_part {
	struct unit_id unit;
	const char *name, *code;
};
struct matrix {
	struct matrix_part *parts;
	size_t part_count;
	struct matrix_row *items;
	size_t count, room;
};

/* now, before: the tallies of two weeks. topics: what their numbers mean, in the order of the rows;
 * what stands in no other row is "without a topic". */
struct matrix matrix_make(struct arena *a, const struct matrix_part *parts, size_t part_count,
	const struct topics *topics, const struct tally_rows *now, const struct tally_rows *before);

#endif
