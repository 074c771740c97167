/* feed: one's own secret address of a feed; who has it reads what its owner may see. */
#ifndef RULES_FEED_H
#define RULES_FEED_H

#include "work.h"

/* Another one, in place of the last; *secret is in it, and seen this once. */
enum outcome feed_make(struct work *w, const char **secret);
enum outcome feed_revoke(struct work *w); /* DONE also if there is none */
/* Whose it is; NULL: nobody's, or they have left. */
const struct who *feed_owner(struct work *w, const char *secret);

#endif
