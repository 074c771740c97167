/* reading: who opened a point that is not their own, and when first; told to its author only. */
#ifndef STORE_READING_H
#define STORE_READING_H

#include "doors/txn.h"
#include "who.h"

struct readings {
	struct reading {
		const char *name;
		int64_t at;
	} * items;
	size_t count, room;
};

struct readings reading_of_own(struct db *db, const struct who *who, struct point_id point);
bool reading_is_noted(struct db *db, const struct who *who, struct point_id point);
void reading_add(struct txn *t, const struct who *who, struct point_id point, int64_t now);

#endif
