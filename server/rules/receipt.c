#include "receipt.h"

#include "doors/txn.h"

enum outcome receipt_opened(struct work *w, struct bulletin_id id)
{
	const struct receipt *r = receipt_own(w->db, w->who, id);
	if (!r || r->opened_at)
		return DONE;
	TXN(t, w->writer, w->arena);
	receipt_open(&t, w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome receipt_signed(struct work *w, struct bulletin_id id)
{
	if (!bulletin_edition_get(w->db, id, 0))
		return NOT_FOUND;
	const struct receipt *r = receipt_own(w->db, w->who, id);
	if (!r || r->signed_at)
		return DONE;
	TXN(t, w->writer, w->arena);
	receipt_sign(&t, w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
