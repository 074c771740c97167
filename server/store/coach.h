/* coach: which kinds of hints a writer has switched off, by their names. */
#ifndef STORE_COACH_H
#define STORE_COACH_H

#include "base/strings.h"
#include "doors/txn.h"
#include "who.h"

struct strings coach_off(struct db *db, const struct who *who);
void coach_put_off(struct txn *t, struct person_id person, const char *kind);
void coach_put_on(struct txn *t, struct person_id person, const char *kind);

#endif
