/* search_keep: what is kept of searching: misses, without who looked, and saved searches. */
#ifndef RULES_SEARCH_KEEP_H
#define RULES_SEARCH_KEEP_H

#include "store/search_miss.h"
#include "store/search_saved.h"
#include "work.h"

enum { SEARCH_SAVED_MOST = 30 };

/* Somebody looked for this, and it is nowhere where that person may see. Too short or too long:
 * nothing happens. */
void search_keep_miss(struct work *w, const char *words);
/* It is written about now, or need not be. For trainers and the headquarters. */
enum outcome search_keep_settle(struct work *w, int64_t miss);

enum outcome search_keep_save(struct work *w, const struct search_saved *s);
enum outcome search_keep_forget(struct work *w, const struct search_saved *s);

#endif
