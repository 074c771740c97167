#include "receipt.h"

#include "base/list.h"
#include "base/workday.h"
#include "destination.h"
#include "doors/txn.h"
#include "notice.h"
#include "setting.h"

enum { AT_ONCE = 200 };

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

bool receipt_remind_due(struct work *w)
{
	TXN(t, w->writer, w->arena);
	const struct zone *zone = zone_find(setting_text(t.db, "zone"));
	const char *calendar = setting_text(t.db, "calendar");
	int days = (int)setting_number(t.db, "remind_days");
	struct receipt_reminders all = receipt_to_remind_any(t.db, w->now, AT_ONCE);
	size_t n = 0;
	LIST_EACH (const struct receipt_reminder, r, &all) { /* who had it longest comes first */
		if (workday_after(zone, calendar, r->delivered_at, days) > w->now)
			break;
		receipt_remind(&t, r->id, r->person, w->now);
		notice_tell(&t, w, r->person, NOTICE_REMINDED, NOTICE_BULLETIN, r->id.n);
		if (r == all.items || r[-1].id.n != r->id.n)
			destination_remind(&t, w, r->id);
		n++;
	}
	return n && txn_commit(&t) && n == AT_ONCE;
}
