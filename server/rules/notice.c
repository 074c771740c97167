#include "notice.h"

#include "base/list.h"
#include "digest.h"
#include "store/remark.h"
#include "store/steward.h"

enum { DAY = 86400, READ_DAYS = 90, UNREAD_DAYS = 365, CLEAR_AT_ONCE = 500 };

static void tell(struct txn *t, struct work *w, const struct notice *n)
{
	if (!n->person.n || n->person.n == w->who->person.n)
		return;
	const struct who *whom = who_person_any(t->db, n->person);
	if (!whom || !notice_is_seen(t->db, whom, n->noun, n->noun_id))
		return;
	if (n->remark.n && !remark_get(t->db, whom, n->remark))
		return;
	digest_tell(t, w, whom, n->kind, notice_put(t, n));
}

void notice_tell(struct txn *t, struct work *w, struct person_id whom, enum notice_kind kind,
	enum notice_noun noun, int64_t id)
{
	tell(t, w,
		&(struct notice){ .person = whom,
			.kind = kind,
			.noun = noun,
			.noun_id = id,
			.by = w->who->person,
			.at = w->now });
}

void notice_tell_said(struct txn *t, struct work *w, struct person_id whom, enum notice_kind kind,
	struct point_id point, struct remark_id remark)
{
	tell(t, w,
		&(struct notice){ .person = whom,
			.kind = kind,
			.noun = NOTICE_POINT,
			.noun_id = point.n,
			.remark = remark,
			.by = w->who->person,
			.at = w->now });
}

void notice_tell_managers(struct txn *t, struct work *w, struct unit_id unit, enum notice_kind kind,
	enum notice_noun noun, int64_t id)
{
	struct people all = steward_people_any(t->db, unit);
	LIST_EACH (const struct person_id, whom, &all)
		notice_tell(t, w, *whom, kind, noun, id);
}

/* The page that follows counts what is unread. */
static enum outcome committed(struct work *w, struct txn *t)
{
	if (!txn_commit(t))
		return BROKEN;
	work_refresh(w);
	return DONE;
}

enum outcome notice_opened(struct work *w, enum notice_noun noun, int64_t id)
{
	if (!notice_waits(w->db, w->who, noun, id))
		return DONE;
	TXN(t, w->writer, w->arena);
	notice_read(&t, w->who, noun, id);
	return committed(w, &t);
}

enum outcome notice_opened_all(struct work *w, enum notice_noun noun)
{
	if (!notice_any_waits(w->db, w->who, noun))
		return DONE;
	TXN(t, w->writer, w->arena);
	notice_read_all(&t, w->who, noun);
	return committed(w, &t);
}

enum outcome notice_mark(struct work *w, int64_t id)
{
	TXN(t, w->writer, w->arena);
	const struct notice *n = notice_get(t.db, w->who, id);
	if (!n)
		return NOT_FOUND;
	if (!n->unread)
		return DONE;
	notice_read_one(&t, w->who, id);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome notice_mark_until(struct work *w, int64_t id)
{
	TXN(t, w->writer, w->arena);
	notice_read_until(&t, w->who, id);
	return txn_commit(&t) ? DONE : BROKEN;
}

int64_t notice_clear(struct work *w)
{
	TXN(t, w->writer, w->arena);
	int64_t n = notice_sweep(
		&t, w->now - READ_DAYS * DAY, w->now - UNREAD_DAYS * DAY, CLEAR_AT_ONCE);
	return n && txn_commit(&t) ? n : 0;
}
