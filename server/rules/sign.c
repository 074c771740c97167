#include "sign.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "lift.h"
#include "store/point_sign.h"
#include "store/reflection.h"
#include "store/use.h"

enum { AT_ONCE = 200 };

/* How many were left to do before this slice: its part of them is done now. */
static enum outcome slice(struct work *w, bool anonymous, size_t *left)
{
	TXN(t, w->writer, w->arena);
	struct point_ids some = point_sign_others_any(t.db, w->who->person, anonymous, AT_ONCE);
	LIST_EACH (const struct point_id, id, &some) {
		point_sign_set(&t, *id, anonymous);
		lift_words(&t, *id);
	}
	*left = some.count;
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome sign_default(struct work *w, bool anonymous, bool all)
{
	{
		TXN(t, w->writer, w->arena);
		point_sign_default(&t, w->who->person, anonymous);
		if (all)
			use_sign_all(&t, w->who->person, anonymous);
		if (!txn_commit(&t))
			return BROKEN;
	}
	for (size_t left = all ? AT_ONCE : 0; left == AT_ONCE;)
		if (slice(w, anonymous, &left) != DONE)
			return BROKEN;
	return DONE;
}

enum outcome sign_point(struct work *w, struct point_id id, bool anonymous)
{
	TXN(t, w->writer, w->arena);
	const struct point *p = point_get(t.db, w->who, id);
	if (!p)
		return NOT_FOUND;
	if (p->author.n != w->who->person.n)
		return FORBIDDEN;
	const struct reflection *r = reflection_get_any(t.db, p->reflection);
	if (!p->withdrawn && r && text_same(r->state, "submitted")) {
		fault_add(&w->faults, NULL,
			_("Its reflection is still open: say it there, beside the point."));
		return CONFLICT;
	}
	point_sign_set(&t, id, anonymous);
	lift_words(&t, id);
	return txn_commit(&t) ? DONE : BROKEN;
}
