/* Out it goes. */
#include "base/list.h"
#include "base/log.h"
#include "base/text.h"
#include "bulletin_inner.h"
#include "destination.h"
#include "doors/i18n.h"
#include "lift.h"
#include "notice.h"
#include "search.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/receipt.h"
#include "store/synthesis.h"

static const struct unit_id hq = { 1 };

static const char *not_ready(struct work *w, const struct bulletin_piece *p)
{
	static const char *const words[PIECE_KINDS] = {
		[PIECE_POINT] = N_("Point %ld is at the headquarters no more. Take it out, or wait "
				   "until it has risen again."),
		[PIECE_SYNTHESIS] = N_("The text %ld is not closed. Take it out, or wait until its "
				       "branch closes the week."),
		[PIECE_STORY] = N_("Story %ld is not published. Take it out, or publish it first."),
		[PIECE_ANSWER] = N_("Answer %ld is not there any more. Take it out."),
	};
	return arena_format(w->arena, _(words[p->kind]), (long)p->noun);
}

void bulletin_obstacles(struct work *w, struct db *db, const struct bulletin *b)
{
	struct bulletin_pieces all = bulletin_items(db, w->who, b->id);
	size_t stories = 0;
	if (!all.count && !*b->frame_md && !*b->rules_md)
		fault_add(&w->faults, NULL, _("There is nothing in it yet."));
	LIST_EACH (const struct bulletin_piece, p, &all) {
		stories += p->kind == PIECE_STORY;
		if (!p->ready)
			fault_add(&w->faults, NULL, not_ready(w, p));
	}
	if (stories > BULLETIN_STORIES)
		fault_add(&w->faults, NULL, _("Two stories are the most. Take one out."));
}

/* Those that went out before are told of no second time. */
static void raise_point(struct txn *t, struct work *w, struct point_id id)
{
	int64_t at;
	if (bulletin_carrying(t->db, PIECE_POINT, id.n, &at).n)
		return;
	struct point p = *point_get(t->db, who_operator(), id);
	if (p.reach < REACH_ALL) {
		p.reach = REACH_ALL;
		lift_point(t, &p);
	}
	event_add(t, "published", w->who, id, (struct remark_id){ 0 }, w->now);
	notice_tell(t, w, p.author, NOTICE_PUBLISHED, NOTICE_POINT, id.n);
}

static void let_out(struct txn *t, struct work *w, const struct bulletin_pieces *all)
{
	LIST_EACH (const struct bulletin_piece, p, all) {
		if (p->kind == PIECE_POINT)
			raise_point(t, w, (struct point_id){ p->noun });
		if (p->kind == PIECE_SYNTHESIS)
			search_put_synthesis(t, (struct synthesis_id){ p->noun });
	}
}

static enum outcome check(struct work *w, struct db *db, const struct bulletin *b, const char *note)
{
	bulletin_obstacles(w, db, b);
	if (w->faults.count)
		return CONFLICT;
	if (b->edition && !*note)
		fault_add(
			&w->faults, "note", _("Say in a line what is corrected: readers see it."));
	if (text_runes(note) > BULLETIN_COMMENT_RUNES)
		fault_add(&w->faults, "note", _("Shorten it to 1000 characters."));
	return w->faults.count ? INVALID : DONE;
}

enum outcome bulletin_publish(struct work *w, struct bulletin_id id, const char *note)
{
	note = text_trim(w->arena, note);
	TXN(t, w->writer, w->arena);
	const struct bulletin *b = bulletin_get(t.db, w->who, id);
	if (!b)
		return bulletin_edition_get(t.db, id, 0) ? FORBIDDEN : NOT_FOUND;
	if (text_same(b->state, "published"))
		return DONE;
	enum outcome outcome = check(w, t.db, b, note);
	if (outcome != DONE)
		return outcome;
	struct bulletin_pieces all = bulletin_items(t.db, w->who, id);
	let_out(&t, w, &all);
	bulletin_issue(&t, b, b->edition ? note : NULL, &all, w->who->person, w->now);
	if (!b->edition)
		receipt_begin(&t, id, w->who, w->now);
	receipt_mail(&t, id, b->edition + 1, w->now);
	destination_tell(&t, w, id, b->edition + 1);
	audit_add(&t, w->who, w->now, "publish", "bulletin", id.n, hq, b->edition ? note : NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* What stands in the way is said on its page; it is tried again each time. */
void bulletin_tick(struct work *w)
{
	struct bulletin_id due;
	{
		TXN(t, w->writer, w->arena);
		due = bulletin_due_any(t.db, w->now);
	}
	if (!due.n)
		return;
	enum outcome outcome = bulletin_publish(w, due, "");
	log_event("bulletin", "number", arena_format(w->arena, "%ld", (long)due.n), "published",
		outcome == DONE ? "yes" : "no", NULL);
}
