/*
 * mail_wish: who wants e-mail, and when the next daily one is made. No row: the person has not been
 * looked at yet; the clock (rules/digest.h) makes one.
 */
#ifndef STORE_MAIL_WISH_H
#define STORE_MAIL_WISH_H

#include "doors/txn.h"
#include "who.h"

enum { MAIL_AS_ALL = -2, MAIL_NEVER = -1 }; /* beside the hours 0 to 23 */

struct mail_wish {
	struct person_id person;
	int hour;                 /* MAIL_AS_ALL, MAIL_NEVER, or an hour of the person's day */
	bool at_once;             /* asks, besides */
	int64_t told_at, next_at; /* what was told until then is not told again; the next one */
};

struct mail_wish mail_wish_of_any(struct db *db, struct person_id id); /* one's own, or nobody's */
void mail_wish_put(struct txn *t, const struct mail_wish *wish);
/* Whose time has come, one of them. false: nobody. */
bool mail_wish_due(struct db *db, int64_t now, struct mail_wish *wish);
/* Active people with an address whom the clock has not looked at; at most `most`. */
struct people mail_wish_missing_any(struct db *db, int64_t most);
/* Were they told something at this moment or later that they have not read? */
bool mail_wish_has_news_any(struct db *db, struct person_id id, int64_t since);

#endif
