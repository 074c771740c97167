/* pick: what the headquarters chose out of a week, in its order, each with a comment. */
#ifndef STORE_PICK_H
#define STORE_PICK_H

#include "doors/txn.h"
#include "who.h"

struct pick {
	struct point_id point;
	const char *headline, *team_name;
	int kind;
	const char *comment; /* NULL: none */
};
struct picks {
	struct pick *items;
	size_t count, room;
};

/* Those whose points the viewer sees, in order. */
struct picks pick_list(struct db *db, const struct who *who, struct rollup_id rollup);
/* A new one comes last; one that was picked before keeps its place. */
void pick_put(struct txn *t, struct rollup_id rollup, struct point_id point, const char *comment,
	struct person_id by, int64_t now);
void pick_drop(struct txn *t, struct rollup_id rollup, struct point_id point);
void pick_order(struct txn *t, struct rollup_id rollup, const int64_t *points, size_t n);

#endif
