#include "report.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "base/workday.h"
#include "change.h"
#include "doors/i18n.h"
#include "setting.h"
#include "store/audit.h"
#include "store/draft.h"
#include "store/event.h"
#include "store/person.h"
#include "store/unit.h"

int64_t report_today(const struct work *w)
{
	struct local now = zone_local(w->zone, w->now);
	return day_number(now.year, now.month, now.day);
}

bool report_may_write(const struct work *w)
{
	return who_is(w->who, REP) && w->who->team.n;
}

static bool day_is_good(struct work *w, int64_t day, bool imported)
{
	int64_t today = report_today(w);
	if (day > today)
		fault_add(&w->faults, "day", _("This day has not begun."));
	else if (!imported && day < today - REPORT_DAYS_BACK)
		fault_add(&w->faults, "day", _("This day is too long ago: two weeks is the most."));
	return !w->faults.count;
}

static enum outcome none_wanted(struct work *w)
{
	fault_add(&w->faults, NULL,
		_("Your team writes no daily reports now. Its manager can change that."));
	return CONFLICT;
}

enum outcome report_submit(
	struct work *w, const struct report_input *in, struct report_id *id, bool *created)
{
	if (!report_may_write(w) && !(in->imported && w->who->team.n))
		return FORBIDDEN;
	if (!day_is_good(w, in->day, in->imported))
		return INVALID;
	struct report_text said = *in->text;
	said.day = in->day;
	const char *text = report_text_print(w->arena, &said);
	struct ask_texts asks = report_text_asks(w->arena, &said);
	TXN(t, w->writer, w->arena);
	const struct report *old = report_of_day(t.db, w->who, in->day);
	if (in->base_version >= 0 && in->base_version != (old ? old->version : 0))
		return STALE;
	if (!old && !in->imported && unit_get(t.db, w->who->team)->reports == REPORT_OFF)
		return none_wanted(w);
	*created = !old;
	struct report r = { .person = w->who->person, .team = w->who->team, .day = in->day };
	if (old)
		r = *old;
	if (!old || !text_same(old->text, text)) {
		r.text = text;
		r.version++;
		r.changed_at = w->now;
		r.id = report_put(&t, &r);
		event_add_report(&t, old ? "report_changed" : "reported", w->who, r.id, w->now);
		ask_follow_report(&t, w, &r, &asks);
	}
	*id = r.id;
	draft_drop(&t, w->who->person,
		arena_format(w->arena, "report/%s", report_text_day_name(w->arena, in->day)));
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome report_choose(struct work *w, struct unit_id team, enum report_use use)
{
	TXN(t, w->writer, w->arena);
	const struct unit *old = unit_get(t.db, team);
	if (!old || old->kind != UNIT_TEAM)
		return NOT_FOUND;
	if (!who_manages(t.db, w->who, team))
		return FORBIDDEN;
	if (old->reports == use)
		return DONE;
	struct unit now = *old;
	struct changes d = { 0 };
	now.reports = use;
	change_add(w->arena, &d, "reports", report_use_name(old->reports), report_use_name(use));
	unit_change(&t, &now);
	audit_add(&t, w->who, w->now, "change", "unit", team.n, team, change_print(w->arena, &d));
	return txn_commit(&t) ? DONE : BROKEN;
}

struct strings report_missing(struct work *w, struct unit_id team, int64_t day)
{
	struct strings names = { 0 };
	const struct unit *u = unit_get(w->db, team);
	if (u->reports != REPORT_DAILY || !workday_is(setting_text(w->db, "calendar"), day))
		return names;
	struct reports there = report_of_team(w->db, w->who, team, day, day);
	struct persons people = person_of_unit_any(w->db, team);
	LIST_EACH (const struct person, p, &people) {
		bool wrote = !p->active || !(p->roles & REP);
		LIST_EACH (const struct report, r, &there)
			wrote |= r->person.n == p->id.n;
		if (!wrote)
			*LIST_ADD(w->arena, &names) = p->name;
	}
	return names;
}
