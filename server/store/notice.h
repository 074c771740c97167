/* notice: what was said under one's point, or in reply to one, and was not seen yet. */
#ifndef STORE_NOTICE_H
#define STORE_NOTICE_H

#include "doors/txn.h"
#include "who.h"

struct notices {
	struct notice {
		struct point_id point;
		const char *headline, *name, *text; /* of the newest remark; name NULL: hidden */
		int64_t remarks, at;
	} * items;
	size_t count, room;
};

/* Unseen ones that the viewer may still see, one for a point, the newest first. */
struct notices notice_list(struct db *db, const struct who *who, int64_t limit);
bool notice_waits(struct db *db, const struct who *who, struct point_id point);

void notice_add(struct txn *t, struct person_id whom, struct point_id point,
	struct remark_id remark, int64_t now);
void notice_see(struct txn *t, const struct who *who, struct point_id point, int64_t now);

#endif
