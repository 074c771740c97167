/* cursor: the page of a list that a program asks for: ?limit=, ?cursor=. */
#ifndef WEB_CURSOR_H
#define WEB_CURSOR_H

#include "visit.h"

/*
 * An opaque cursor holds one number: the last one shown. `list` names the list; the viewer is
 * added, so that nobody can use another's. Faults are put on `limit` and `cursor`; then false.
 */
bool cursor_read(struct visit *v, const char *list, int64_t *after, int64_t *limit);
const char *cursor_make(struct visit *v, const char *list, int64_t last);

#endif
