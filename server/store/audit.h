/* audit: who did what to what, written in the transaction that did it. Append only. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "doors/txn.h"
#include "who.h"

/* action: "close", "reopen", "classify" …; noun and id: what it was done to; unit and detail may be
 * 0 and NULL. */
void audit_add(struct txn *t, const struct who *who, int64_t at, const char *action,
	const char *noun, int64_t noun_id, struct unit_id unit, const char *detail);

#endif
