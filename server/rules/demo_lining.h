/* demo_lining: what demo_line.c and demo_line_ask.c share while they plan what is said. */
#ifndef RULES_DEMO_LINING_H
#define RULES_DEMO_LINING_H

#include <assert.h>
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "demo_blocks.h"
#include "demo_plan.h"

#define DEMO_SAYINGS_MOST 32 /* of one kind */

struct demo_lining {
	struct demo_plan *plan;
	struct dice dice;
	int *uses;          /* of each sentence, in each unit */
	bool *waits;        /* by entry and pick: its manager says nothing yet */
	size_t entry, pick; /* the point in hand */
	int64_t last;       /* when something was said under it last; 0: never */
};

const char *demo_lining_words(struct demo_lining *l, size_t unit, enum demo_saying kind);
/* One more line about the point in hand; good until the next. */
struct demo_line *demo_lining_add(
	struct demo_lining *l, enum demo_deed deed, size_t person, int64_t at);
/* An hour of work so many working days later, or the next one that is not too soon. */
int64_t demo_lining_after(struct demo_lining *l, int64_t from, int days);
/* The moment; or, where that is to come, one between from and now. */
int64_t demo_lining_before_now(struct demo_lining *l, int64_t from, int64_t at);
void demo_lining_asks(struct demo_lining *l);

#endif
