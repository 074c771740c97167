/*
 * proven: points in the order of their effect (evidence.h: the lower end of Wilson's interval), of
 * equals the newest first. Points that were never used have no place in it: they follow, the newest
 * first (point_list.h, `unused`), since nothing is known of them.
 *
 * As in point_list.h a person sees a handful of ranges; each stands sorted in the table `proven`, a
 * page is taken from each that can hold an answer, and the pages are merged: it costs the rows it
 * shows. Every range asks SEES(p) again.
 */
#ifndef STORE_PROVEN_H
#define STORE_PROVEN_H

#include "point_list.h"

/* A place in the order: above PROVEN_LEAST it is the rank of a used point, below it the number of
 * an unused one. */
#define PROVEN_LEAST ((int64_t)1 << 40)

/*
 * A page by effect: f as for point_list(), but f->before is not looked at. after: the place of the
 * last one shown, 0: from the best on. *next: where to go on; 0: that is all. Not for the machine's
 * owner.
 */
struct points proven_list(struct db *db, const struct who *who, const struct point_filter *f,
	int64_t after, int64_t *next);

#endif
