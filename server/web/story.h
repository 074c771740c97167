/* story: what the handlers of stories share. */
#ifndef WEB_STORY_H
#define WEB_STORY_H

#include "rules/story.h"
#include "views/story.h"
#include "visit.h"

struct story_view story_view_of(struct visit *v, const struct story *s);
/* The newest version as a file. */
const char *story_file(struct visit *v, struct story_id id);

#endif
