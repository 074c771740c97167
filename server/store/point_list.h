/*
 * point_list: the points that a viewer may see, newest first, through filters.
 *
 * A page costs the rows it shows, not the rows there are: what a person may see is a handful of
 * ranges (own points, a team's, a branch's, what is at the headquarters, what is for everybody),
 * each with an index in the order of numbers. One page is taken from each range that can hold an
 * answer, and the pages are merged. A week is a range of its own; under a topic each range has its
 * own index (pin.h). Every range asks SEES(p) again, so a wrong range can lose a row but never show
 * one.
 */
#ifndef STORE_POINT_LIST_H
#define STORE_POINT_LIST_H

#include "point.h"
#include "unit.h"

struct point_filter {
	const struct unit
		*unit; /* with all below it; NULL: any. What rose keeps the branch it rose to. */
	const struct week *week; /* the one written about; NULL: any */
	const enum kind *kind;   /* NULL: both */
	struct topic_id topic;   /* 0: any */
	struct point_id before;  /* only lower numbers; 0: from the newest */
	int64_t limit;
	bool unused; /* only those that nobody used yet (evidence.h) */
	bool used;   /* only the others; for proven_list() */
};

/* *more: there are others after the last one. */
struct points point_list(
	struct db *db, const struct who *who, const struct point_filter *f, bool *more);

/* Those among these that the viewer may see, newest first. */
struct points point_those(
	struct db *db, const struct who *who, const struct point_id *ids, size_t n);

#endif
