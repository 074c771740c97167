/* The headquarters chooses at its desk what goes out: straight into the week's bulletin, which
 * begins with the first thing that is chosen. */
#include <stdio.h>

#include "base/text.h"
#include "hq.h"
#include "rules/bulletin_clock.h"
#include "rules/pick.h"

static enum outcome back(struct visit *v, struct week week, const char *place)
{
	return visit_see_other(v, arena_format(v->work.arena, "/hq?week=%s%s",
					  week_name(v->work.arena, week), place));
}

/* This week's draft, begun if there is none. CONFLICT: another stands in the way, or this week's is
 * out. */
static enum outcome draft_of(struct visit *v, struct week week, struct bulletin_id *id)
{
	const struct bulletin *draft = bulletin_draft(v->work.db, v->work.who);
	if (draft && draft->week.n == week.n) {
		*id = draft->id;
		return DONE;
	}
	if (draft || bulletin_of_week(v->work.db, week).n) {
		fault_add(&v->work.faults, NULL,
			draft ? arena_format(v->work.arena,
					_("Number %ld is being written. Publish it, or throw it "
					  "away, before you begin another."),
					(long)draft->id.n)
			      : _("This week's bulletin is out. Begin a correction to change it."));
		return CONFLICT;
	}
	enum outcome outcome = bulletin_start(&v->work, week, id);
	return outcome;
}

/* What was chosen out of this very week is kept with its roll-up too; older points have none that
 * is open. */
static void also_pick(struct visit *v, struct week week, int64_t noun, bool in)
{
	struct work quiet = v->work;
	quiet.faults = (struct faults){ .arena = v->work.arena };
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ noun });
	if (!p || p->hq_week.n != week.n)
		return;
	in ? pick_set(&quiet, p->id, "") : pick_undo(&quiet, p->id);
}

/* "in.0.12", "out.…", "up.…", "down.…" */
static enum outcome press(struct visit *v, struct week week, const char *button)
{
	char deed[8];
	int kind;
	long noun;
	struct bulletin_id id;
	if (sscanf(button, "%7[a-z].%1d.%18ld", deed, &kind, &noun) != 3 || kind >= PIECE_KINDS ||
		kind < 0)
		return NOT_FOUND;
	enum outcome outcome = draft_of(v, week, &id);
	if (outcome != DONE)
		return outcome;
	const enum piece_kind piece = (enum piece_kind)kind;
	if (text_same(deed, "up") || text_same(deed, "down"))
		return bulletin_move(&v->work, id, piece, noun, text_same(deed, "up") ? -1 : 1);
	bool in = text_same(deed, "in");
	if (!in && !text_same(deed, "out"))
		return NOT_FOUND;
	outcome = in ? bulletin_put(&v->work, id, piece, noun)
		     : bulletin_drop(&v->work, id, piece, noun);
	if (outcome == DONE && piece == PIECE_POINT)
		also_pick(v, week, noun, in);
	return outcome;
}

static enum outcome write_frame(struct visit *v, struct week week, struct bulletin_id *id)
{
	enum outcome outcome = draft_of(v, week, id);
	if (outcome != DONE)
		return outcome;
	struct bulletin_edit e = { .id = *id,
		.frame = visit_field(v, "frame"),
		.publish_at = -1,
		.base_version = *visit_field(v, "version") ? visit_number(v, "version") : -1 };
	return bulletin_save(&v->work, &e);
}

enum outcome hq_post(struct visit *v)
{
	struct week week;
	struct bulletin_id id = { 0 };
	const char *button = visit_field(v, "do"), *place = "#goes";
	enum outcome outcome = hq_open(v, &week);
	if (outcome != DONE)
		return outcome;
	if (!bulletin_may_write(v->work.db, v->work.who))
		return FORBIDDEN;
	bool writes = text_same(button, "frame") || text_same(button, "edit");
	outcome = writes ? write_frame(v, week, &id) : press(v, week, button);
	if (outcome == DONE && text_same(button, "edit"))
		return visit_see_other(
			v, arena_format(v->work.arena, "/bulletins/%ld/edit", (long)id.n));
	if (outcome == DONE)
		return back(v, week, writes ? "&said=saved#goes" : place);
	if (outcome == NOT_FOUND || outcome == FORBIDDEN || outcome == BROKEN)
		return outcome;
	work_refresh(&v->work);
	return hq_page(v, week, writes ? visit_field(v, "frame") : NULL, outcome_status(outcome));
}
