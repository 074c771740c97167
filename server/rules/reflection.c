#include "reflection.h"

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "reflection_points.h"
#include "store/draft.h"
#include "store/rollup.h"

struct reflection_rules reflection_rules_now(const struct work *w)
{
	return (struct reflection_rules){ .now = work_week(w) };
}

/* Late: after Sunday 24:00 of its week, or after the team closed it. */
static bool is_late(struct work *w, struct db *db, struct unit_id team, struct week week)
{
	return w->now >= week_start(w->zone, (struct week){ week.n + 1 }) ||
	       rollup_get(db, team, week).closed;
}

/* The entry that this submission changes, or NULL: it is a new one. */
static const struct reflection *find(struct work *w, struct db *db, const struct submission *s)
{
	if (s->edits.n)
		return reflection_get_any(db, s->edits);
	return s->text->has_week ? reflection_weekly_any(db, w->who->person, s->text->week) : NULL;
}

static enum outcome allowed(
	struct work *w, const struct submission *s, const struct reflection *old)
{
	if (s->edits.n && (!old || old->person.n != w->who->person.n))
		return NOT_FOUND;
	if (!old && (!who_is(w->who, REP) || !w->who->team.n)) {
		fault_add(&w->faults, NULL,
			_("Only members of a team who write hand in reflections. Ask your "
			  "administrator if you should be one."));
		return FORBIDDEN;
	}
	if (!old)
		return s->base_version ? STALE : DONE;
	if (text_same(old->state, "closed")) {
		fault_add(&w->faults, NULL,
			_("The team's week is closed, so the words stay as they are. Ask your "
			  "manager to reopen it, or write it into this week."));
		return CONFLICT;
	}
	if ((s->has_base || s->base_version) && s->base_version != old->version) {
		fault_add(&w->faults, NULL,
			_("Somebody, perhaps you on another device, changed this meanwhile. Both "
			  "texts are here: choose."));
		return STALE;
	}
	return DONE;
}

static struct reflection renewed(
	struct work *w, struct db *db, const struct submission *s, const struct reflection *old)
{
	struct reflection r =
		old ? *old : (struct reflection){ .person = w->who->person, .team = w->who->team };
	if (!old) {
		r.week = s->text->has_week ? s->text->week : work_week(w);
		r.submitted_at = w->now;
	}
	if (!old || text_same(old->state, "withdrawn")) {
		r.rollup_week = rollup_first_open(db, r.team, r.week);
		/* What is written after a task is about no week that it could be late for. */
		r.late = s->text->has_week && is_late(w, db, r.team, r.week);
	}
	r.task = s->text->task;
	r.state = "submitted";
	r.version++;
	r.changed_at = w->now;
	return r;
}

/* The form's and the one of the page of one text. */
static void drop_drafts(
	struct txn *t, struct work *w, const struct submission *s, const struct reflection *r)
{
	const char *subject = s->edits.n ? arena_format(w->arena, "reflection/%ld", (long)r->id.n)
			      : r->task  ? "task"
					 : week_name(w->arena, r->week);
	draft_drop(t, w->who->person, subject);
	draft_drop(t, w->who->person, arena_format(w->arena, "file/%s", subject));
}

enum outcome reflection_submit(
	struct work *w, const struct submission *s, struct reflection_id *id, bool *created)
{
	const char *text = reflection_text_print(w->arena, s->text);
	const struct point *fresh = reflection_render(w, &s->text->points);
	TXN(t, w->writer, w->arena);
	const struct reflection *old = find(w, t.db, s);
	enum outcome outcome = allowed(w, s, old);
	if (outcome != DONE)
		return outcome;
	struct reflection r = renewed(w, t.db, s, old);
	if (old)
		reflection_change(&t, &r);
	else
		r.id = reflection_add(&t, &r);
	const struct reflection_version version = { .number = r.version,
		.saved_at = w->now,
		.via = s->via,
		.blind = old && !s->has_base && !s->base_version };
	reflection_add_version(&t, r.id, &version, text, w->who->person);
	reflection_put_points(&t, w, &r, &s->text->points, fresh, s->without);
	if (!s->without.n)
		drop_drafts(&t, w, s, &r);
	*id = r.id;
	*created = !old;
	return txn_commit(&t) ? DONE : BROKEN;
}
