/*
 * trail: an author's points in the order in which something last happened to them
 * (schema/derived.sql). What happened is read where it stands: the roll-ups, readings, remarks,
 * syntheses, stories and uses.
 */
#ifndef STORE_TRAIL_H
#define STORE_TRAIL_H

#include "doors/txn.h"
#include "who.h"

struct trail {
	struct point_id point;
	int64_t event; /* the newest that the ledger has of it: its place in the order */
	int64_t at;
};
struct trails {
	struct trail *items;
	size_t count, room;
};

/* The viewer's own points, without withdrawn ones; before: the place of the last one shown, 0: from
 * the newest on. *more: there are others after the last one. */
struct trails trail_list(
	struct db *db, const struct who *who, int64_t before, int64_t limit, bool *more);

/* Who opened it last, the newest first. */
struct trail_readers {
	struct trail_reader {
		const char *name;
		int64_t at;
	} * items;
	size_t count, room;
};
struct trail_readers trail_readers(
	struct db *db, const struct who *who, struct point_id point, int64_t limit);

/* What managers did to one's own point, that stands in a column of its own. 0, NULL: not. */
struct trail_marks {
	int64_t classified_at, highlighted_at, picked_at; /* picked: once that week is closed */
	const char *reason, *comment;                     /* of the highlight, of the pick */
};
struct trail_marks trail_marks(struct db *db, const struct who *who, struct point_id point);

/* What came of the viewer's points since then, in all: people, each once. Of the points to which
 * something happened last, at most TRAIL_LATELY of them. */
#define TRAIL_LATELY 200
struct trail_lately {
	int64_t readers, users, points; /* points: those that were used */
	int64_t of_effect[3];           /* base/effect.h */
};
struct trail_lately trail_lately(struct db *db, const struct who *who, int64_t since);

/* store/event.c calls it for whatever it writes of a point. */
void trail_touch(struct txn *t, struct point_id point, int64_t event);
void trail_rebuild(struct txn *t);
int64_t trail_differences_any(struct db *db); /* rows that a recount would change: 0 */

#endif
