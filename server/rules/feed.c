#include "feed.h"

#include "doors/secret.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/feed.h"

enum outcome feed_make(struct work *w, const char **secret)
{
	*secret = secret_token(w->arena, "");
	TXN(t, w->writer, w->arena);
	feed_put(&t, w->who->person, secret_token_digest(w->arena, *secret), w->now);
	audit_add(&t, w->who, w->now, "make_feed", "person", w->who->person.n, w->who->home, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome feed_revoke(struct work *w)
{
	if (!feed_made_at(w->db, w->who))
		return DONE;
	TXN(t, w->writer, w->arena);
	feed_drop(&t, w->who->person);
	audit_add(
		&t, w->who, w->now, "revoke_feed", "person", w->who->person.n, w->who->home, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

const struct who *feed_owner(struct work *w, const char *secret)
{
	return who_feed_any(w->db, secret_token_digest(w->arena, secret));
}
