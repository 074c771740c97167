/* Which entry a page of writing is about, and what it says of it. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "store/rollup.h"
#include "store/steward.h"
#include "store/unit.h"
#include "views/week.h"
#include "write.h"

enum outcome write_target_of(struct visit *v, const char *subject, struct write_target *t)
{
	struct week now = work_week(&v->work);
	*t = (struct write_target){ .subject = subject, .week = now };
	if (week_parse(subject, &t->week)) {
		t->has_week = true;
		t->now = reflection_weekly_any(v->work.db, v->work.who->person, t->week);
		bool old = !t->now && t->week.n < now.n - REFLECTION_WEEKS_BACK;
		return t->week.n > now.n || old ? NOT_FOUND : DONE;
	}
	if (text_same(subject, "task"))
		return DONE;
	if (!text_starts(subject, "reflection/") || !draft_is_subject(subject))
		return NOT_FOUND;
	t->now = reflection_get_any(v->work.db,
		(struct reflection_id){ strtoll(subject + strlen("reflection/"), NULL, 10) });
	if (!t->now || !t->now->task || t->now->person.n != v->work.who->person.n)
		return NOT_FOUND;
	t->week = t->now->week;
	return DONE;
}

bool write_is_open_to(const struct visit *v, const struct write_target *t)
{
	const struct who *who = v->work.who;
	return t->now || (who_is(who, REP) && who->team.n);
}

static struct unit_id team_of(struct visit *v, const struct write_target *t)
{
	return t->now ? t->now->team : v->work.who->team;
}

/* The week its roll-up is, or would be, in. */
static struct week landing(struct visit *v, const struct write_target *t)
{
	if (t->now && !text_same(t->now->state, "withdrawn"))
		return t->now->rollup_week;
	return rollup_first_open(v->work.db, team_of(v, t), t->week);
}

static const char *late_words(struct visit *v, const struct write_target *t)
{
	struct arena *a = v->work.arena;
	struct week lands = landing(v, t);
	bool over = v->work.now >= week_start(v->work.zone, (struct week){ t->week.n + 1 });
	if (t->now && !text_same(t->now->state, "withdrawn"))
		return t->now->late
			       ? arena_format(a,
					 _("It was handed in late, and lies in the roll-up of %s."),
					 week_words(a, lands))
			       : NULL;
	if (lands.n != t->week.n)
		return arena_format(a,
			_("The roll-up of this week is closed. You can still hand it in: it is "
			  "marked late and goes into the roll-up of %s."),
			week_words(a, lands));
	return over ? _("This week is over. You can still hand it in: it is marked late and stays "
			"in this week's roll-up.")
		    : NULL;
}

struct write_about write_about_of(struct visit *v, const struct write_target *t)
{
	struct arena *a = v->work.arena;
	bool there = t->now && !text_same(t->now->state, "withdrawn");
	return (struct write_about){
		.subject = t->subject,
		.address = write_address(a, t),
		.week = t->has_week ? week_name(a, t->week) : NULL,
		.title = t->has_week
				 ? arena_format(a, _("Reflection on %s"), week_words(a, t->week))
				 : _("Reflection after a task"),
		.days = t->has_week ? week_days_words(a, t->week) : NULL,
		.base_version = t->now ? t->now->version : 0,
		.changes = there,
		.late = t->has_week ? late_words(v, t) : NULL,
	};
}

static const char *manager_names(struct visit *v, struct unit_id team)
{
	struct out o = out_new(v->work.arena);
	struct strings names = steward_names(v->work.db, team);
	for (size_t i = 0; i < names.count; i++)
		out_format(&o, "%s%s", i ? c_("between names", ", ") : "", names.items[i]);
	return out_string(&o);
}

const char *write_readers(struct visit *v, const struct write_target *t)
{
	const struct unit *team = unit_get(v->work.db, team_of(v, t));
	const char *managers = team ? manager_names(v, team->id) : "";
	if (!team)
		return NULL;
	/* Translators: the first is the team, the second its managers' names. */
	return *managers ? arena_format(v->work.arena, _("your colleagues of %s and %s"),
				   team->name, managers)
			 : arena_format(v->work.arena, _("your colleagues of %s"), team->name);
}

const char *write_until(struct visit *v, const struct write_target *t)
{
	return arena_format(v->work.arena,
		_("You can change it until your manager closes the roll-up of %s. From then on the "
		  "words stay as they are, and the branch reads them too."),
		week_words(v->work.arena, landing(v, t)));
}

const char *write_time(struct visit *v, int64_t moment)
{
	struct local then = zone_local(v->zone, moment), now = zone_local(v->zone, v->work.now);
	if (then.day == now.day && then.month == now.month && then.year == now.year)
		return arena_format(v->work.arena, "%02d:%02d", then.hour, then.minute);
	return visit_time(v, moment);
}

int64_t write_base(struct visit *v)
{
	return visit_number(v, "base_version");
}

const char *write_address(struct arena *a, const struct write_target *t)
{
	if (t->has_week)
		return arena_format(a, "/write?week=%s", t->subject);
	return t->now ? arena_format(a, "/write/task?edit=%ld", (long)t->now->id.n) : "/write/task";
}
