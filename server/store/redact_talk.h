/* redact_talk: a text taken out of what people say to each other: remarks, asks, reports, answers
 * for all, guides, stories told aloud. */
#ifndef STORE_REDACT_TALK_H
#define STORE_REDACT_TALK_H

#include "doors/txn.h"

int64_t redact_talk_count_any(struct db *db, const char *text);
void redact_talk_replace(struct txn *t, const char *text, const char *with);

#endif
