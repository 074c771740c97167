/* sweep: what time ends by itself is taken away: sessions that are over. */
#ifndef RULES_SWEEP_H
#define RULES_SWEEP_H

#include "work.h"

void sweep_over(struct work *w);

#endif
