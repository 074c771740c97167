/* guard: what is checked before any handler runs, by the columns of the route. For visit.c. */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "visit.h"

/* 0: go on. Else the status to answer: 400, 401, 403, 415, or 303 (sign in first, change the
 * password first). */
int guard_check(struct visit *v);

/* The token that a form of this session must bring; "" without a session. */
const char *guard_csrf(const struct visit *v);
const char *guard_cookie_name(const struct visit *v);
void guard_set_cookie(struct visit *v, const char *value); /* NULL: takes it away */

/* Does the request come from a page of ours, as far as the browser says? */
bool guard_same_origin(const struct visit *v);

#endif
