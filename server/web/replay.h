/* replay: runs a route's handler once for each Idempotency-Key (rules/replay.h). For visit.c. */
#ifndef WEB_REPLAY_H
#define WEB_REPLAY_H

#include "visit.h"

enum outcome replay_answer(struct visit *v);

#endif
