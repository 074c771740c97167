#include "excuse.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "rollup.h"
#include "store/audit.h"
#include "store/roster.h"

enum { REASON_RUNES = 200 };

static enum outcome find(struct work *w, struct db *db, struct unit_id team, struct week week,
	struct person_id person, const struct roster_line **line)
{
	const struct unit *unit = unit_get(db, team);
	if (!unit || unit->kind != UNIT_TEAM || week.n > work_week(w).n)
		return NOT_FOUND;
	struct rollup now = rollup_get(db, team, week);
	struct rollup_rights rights = rollup_rights(w, db, unit, &now);
	if (!rights.opens)
		return NOT_FOUND;
	if (!rights.manages)
		return FORBIDDEN;
	struct roster list =
		roster_of_any(db, team, week, week_start(w->zone, (struct week){ week.n + 1 }));
	LIST_EACH (const struct roster_line, l, &list)
		if (l->person.n == person.n) {
			*line = l;
			return DONE;
		}
	fault_add(&w->faults, "person", _("This person is not on the team's list for that week."));
	return INVALID;
}

enum outcome excuse_put(struct work *w, struct unit_id team, struct week week,
	struct person_id person, const char *reason)
{
	const struct roster_line *line;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, team, week, person, &line);
	if (outcome != DONE)
		return outcome;
	reason = text_trim(w->arena, reason);
	if (!*reason || text_runes(reason) > REASON_RUNES) {
		fault_add(&w->faults, "reason",
			_("Say in a few words why, such as: on leave, at a fair."));
		return INVALID;
	}
	roster_excuse(&t, person, week, reason, w->who->person, w->now);
	audit_add(&t, w->who, w->now, "excuse", "person", person.n, team,
		arena_format(w->arena, "%s: %s", week_name(w->arena, week), reason));
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome excuse_drop(
	struct work *w, struct unit_id team, struct week week, struct person_id person)
{
	const struct roster_line *line;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, team, week, person, &line);
	if (outcome != DONE)
		return outcome;
	if (!line->reason)
		return DONE;
	roster_unexcuse(&t, person, week);
	audit_add(&t, w->who, w->now, "unexcuse", "person", person.n, team,
		week_name(w->arena, week));
	return txn_commit(&t) ? DONE : BROKEN;
}
