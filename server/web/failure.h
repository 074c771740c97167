/* failure: the page or the problem+json (RFC 9457) for what did not go well. */
#ifndef WEB_FAILURE_H
#define WEB_FAILURE_H

#include "visit.h"

/* Throws away what was built. Answers DONE, so that a handler can return it. The work's faults are
 * listed. */
enum { FAILURE_NO_INDEX = 1503 }; /* 503: search cannot answer, its index is being made */
enum outcome failure_answer(struct visit *v, int status);

#endif
