/*
 * ids: numbers that cross floors, each with a type of its own, so that a point's number can never
 * be taken for a person's. 0 means none.
 */
#ifndef BASE_IDS_H
#define BASE_IDS_H

#include <stdint.h>

#define IDS(ID)                                                                                    \
	ID(unit)                                                                                   \
	ID(person)                                                                                 \
	ID(reflection)                                                                             \
	ID(point)                                                                                  \
	ID(topic)                                                                                  \
	ID(rollup)                                                                                 \
	ID(synthesis)                                                                              \
	ID(story)                                                                                  \
	ID(remark)                                                                                 \
	ID(ask)                                                                                    \
	ID(report)                                                                                 \
	ID(reply)                                                                                  \
	ID(meeting) ID(line) ID(review) ID(task) ID(use) ID(bulletin) ID(guide) ID(path) ID(telling)

#define ID_TYPE(noun)                                                                              \
	struct noun##_id {                                                                         \
		int64_t n;                                                                         \
	};
IDS(ID_TYPE)
#undef ID_TYPE

/* A week, counted in Mondays from 1970-01-05 (week 0). Order is time; ±1 is the next or the last.
 */
struct week {
	int64_t n;
};

#endif
