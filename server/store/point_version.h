/* point_version: a point's words at each submission that changed them; for whoever sees the point.
 */
#ifndef STORE_POINT_VERSION_H
#define STORE_POINT_VERSION_H

#include "who.h"

struct point_version {
	int64_t number, saved_at; /* the reflection's version that brought it */
	const char *headline, *body_md, *tags;
};
struct point_versions { /* oldest first */
	struct point_version *items;
	size_t count, room;
};
struct point_versions point_version_list(
	struct db *db, const struct who *who, struct point_id point);

#endif
