/* highlight: flagging a point that is worth a case: by the branch it rose to, or by headquarters
 * once it is there. */
#ifndef RULES_HIGHLIGHT_H
#define RULES_HIGHLIGHT_H

#include "store/point.h"
#include "work.h"

bool highlight_allowed(struct work *w, struct db *db, const struct point *p);
enum outcome highlight_set(struct work *w, struct point_id id, const char *reason);
enum outcome highlight_undo(struct work *w, struct point_id id);

#endif
