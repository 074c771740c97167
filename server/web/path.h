/* path: what other pages show of the reading path. */
#ifndef WEB_PATH_H
#define WEB_PATH_H

#include "views/path.h"
#include "visit.h"

/* The one (the other is 0) is on the path, and the viewer reads along it; else NULL. */
const struct path_here *path_gather_here(
	struct visit *v, struct topic_id topic, struct story_id story);

#endif
