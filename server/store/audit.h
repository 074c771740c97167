/* audit: who did what to what, written in the transaction that did it. Append only. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "doors/txn.h"
#include "who.h"

/* action: "close", "reopen", "classify" …; noun and id: what it was done to; unit and detail may be
 * 0 and NULL. */
void audit_add(struct txn *t, const struct who *who, int64_t at, const char *action,
	const char *noun, int64_t noun_id, struct unit_id unit, const char *detail);

struct audit_entry {
	int64_t id, at;
	struct person_id person; /* 0: the owner of the machine */
	const char *person_name; /* NULL then */
	const char *action, *noun;
	int64_t noun_id;
	const char *name;      /* of a person, unit or topic; of a token's person; else NULL */
	const char *unit_name; /* NULL: none */
	const char *detail;
};
struct audit_entries {
	struct audit_entry *items;
	size_t count, room;
};
struct audit_search {
	const char *noun, *action; /* NULL: all */
	struct person_id person;   /* who did it; 0: all */
	struct unit_id unit;       /* in it or below; 0: all */
	int64_t before;            /* entries with a smaller number; 0: from the newest on */
	int64_t limit;
};
/* Newest first. For administrators: details may hold what people wrote, so views show only those
 * that do not. */
struct audit_entries audit_search_any(struct db *db, const struct audit_search *s);

#endif
