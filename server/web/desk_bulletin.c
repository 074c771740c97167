/* Bulletins on the desk: what waits for one's signature; for those who make them, the clock. */
#include "base/list.h"
#include "desk.h"
#include "rules/bulletin_clock.h"
#include "store/receipt.h"
#include "views/bulletin.h"

enum { SIGN_MOST = 3 };

static void add_to_sign(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct receipts_waiting all = receipt_waiting(v->work.db, v->work.who, SIGN_MOST);
	LIST_EACH (const struct receipt_waiting, w, &all)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "newspaper",
			.text = arena_format(
				a, _("Bulletin %ld waits for your signature"), (long)w->id.n),
			.meta = w->title,
			.more = visit_day(v, w->delivered_at),
			.to = desk_bulletin_url(a, w->id) };
}

/* From the cut-off on, until it is out. */
static void add_to_make(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct bulletin_clock clock = bulletin_clock_now(&v->work);
	const struct bulletin *draft = bulletin_draft(v->work.db, v->work.who);
	if (!draft && (v->work.now < clock.cut_at || !bulletin_last_any(v->work.db).n))
		return;
	bool late = v->work.now >= clock.due_at;
	*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "newspaper",
		.text = draft && draft->edition
				? arena_format(a, _("A correction of bulletin %ld is not out yet"),
					  (long)draft->id.n)
			: draft ? arena_format(
					  a, _("Bulletin %ld is being written"), (long)draft->id.n)
				: _("This week's bulletin is not begun yet"),
		.meta = draft && draft->edition ? NULL
			: late                  ? arena_format(a, _("late by %s"),
							  bulletin_duration(a, v->work.now - clock.due_at))
			       : arena_format(a, _("due on %s"), visit_time(v, clock.due_at)),
		.to = desk_bulletin_edit_url(a, draft ? draft->id : (struct bulletin_id){ 0 }) };
}

void desk_add_bulletins(struct visit *v, struct desk_view *view)
{
	add_to_sign(v, view);
	if (bulletin_may_write(v->work.db, v->work.who))
		add_to_make(v, view);
}
