#include "deputy.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "report.h"
#include "report_text.h"
#include "store/audit.h"
#include "store/sight.h"
#include "store/unit.h"

bool deputy_may_name(struct work *w, struct unit_id unit)
{
	if (!unit_get(w->db, unit))
		return false;
	if (who_is(w->who, ADMIN))
		return true;
	return who_manages(w->db, w->who, unit) && !deputy_is(w->db, unit, w->who->person);
}

static void add_people(struct work *w, struct persons *list, struct unit_id unit)
{
	struct persons some = person_of_unit_any(w->db, unit);
	LIST_EACH (const struct person, p, &some)
		if (p->active && p->id.n != w->who->person.n)
			*LIST_ADD(w->arena, list) = *p;
}

struct persons deputy_candidates(struct work *w, struct unit_id id)
{
	struct persons list = { 0 };
	const struct unit *unit = unit_get(w->db, id);
	if (!unit)
		return list;
	add_people(w, &list, id);
	struct units below = unit_children(w->db, id);
	LIST_EACH (const struct unit, u, &below)
		add_people(w, &list, u->id);
	if (unit->parent.n)
		add_people(w, &list, unit->parent);
	return list;
}

static const struct person *find(struct work *w, struct unit_id unit, const char *login)
{
	if (who_is(w->who, ADMIN)) {
		const struct person *p = person_by_login_any(w->db, login);
		return p && p->active ? p : NULL;
	}
	struct persons some = deputy_candidates(w, unit);
	LIST_EACH (const struct person, p, &some)
		if (text_same(p->login, login))
			return p;
	return NULL;
}

/* The end of the last day, in the organisation's time; 0: none was named. */
static int64_t read_until(struct work *w, const char *typed)
{
	int64_t day = 0;
	if (text_blank(typed))
		return 0;
	if (!report_text_day(typed, &day))
		fault_add(
			&w->faults, "until", _("Write the day like 2026-11-27, or leave it open."));
	else if (day < report_today(w))
		fault_add(&w->faults, "until",
			_("This day is over. Choose the last day of the absence, or leave it "
			  "open."));
	int year, month, date;
	day_date(day + 1, &year, &month, &date);
	return zone_moment(w->zone, year, month, date, 0, 0);
}

enum outcome deputy_name(struct work *w, struct unit_id unit, const char *login, const char *until)
{
	if (!deputy_may_name(w, unit))
		return NOT_FOUND;
	const struct person *p = find(w, unit, login);
	if (!p)
		fault_add(&w->faults, "login",
			_("Nobody here has this sign-in name. Choose one from the list."));
	int64_t over = read_until(w, until);
	if (w->faults.count)
		return INVALID;
	TXN(t, w->writer, w->arena);
	deputy_put(&t, unit, p->id, w->now, over);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "name_deputy", "person", p->id.n, unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

void deputy_end(struct work *w)
{
	TXN(t, w->writer, w->arena);
	struct deputies over = deputy_over_any(t.db, w->now);
	if (!over.count)
		return;
	LIST_EACH (const struct deputy, d, &over) {
		deputy_drop(&t, d->unit, d->person);
		audit_add(
			&t, w->who, w->now, "dismiss_deputy", "person", d->person.n, d->unit, NULL);
	}
	sight_refresh(&t);
	txn_commit(&t);
}

enum outcome deputy_dismiss(struct work *w, struct unit_id unit, struct person_id person)
{
	if (!deputy_may_name(w, unit))
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	if (!deputy_is(t.db, unit, person))
		return NOT_FOUND;
	deputy_drop(&t, unit, person);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "dismiss_deputy", "person", person.n, unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
