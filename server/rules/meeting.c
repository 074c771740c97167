#include "meeting.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "report.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/steward.h"
#include "store/task.h"
#include "store/unit.h"

int64_t meeting_today(const struct work *w)
{
	return report_today(w);
}

bool meeting_may_hold(struct work *w, struct db *db, struct unit_id unit)
{
	const struct unit *u = unit_get(db, unit);
	return u && u->kind != UNIT_HQ && !who_is_operator(w->who) && who_manages(db, w->who, unit);
}

bool meeting_may_keep(struct work *w, struct db *db, const struct meeting *m)
{
	return m->recorder.n ? m->recorder.n == w->who->person.n || meeting_may_hold(w, db, m->unit)
			     : meeting_may_hold(w, db, m->unit);
}

struct units meeting_units(struct work *w)
{
	struct units all = steward_units(w->db, w->who), list = { 0 };
	LIST_EACH (const struct unit, u, &all)
		if (u->kind != UNIT_HQ)
			*LIST_ADD(w->arena, &list) = *u;
	return list;
}

static bool belongs(struct db *db, struct unit_id unit, struct person_id person)
{
	struct meeting_people all = meeting_people_of_unit_any(db, unit);
	LIST_EACH (const struct meeting_person, p, &all)
		if (p->person.n == person.n)
			return true;
	return false;
}

static bool check(struct work *w, struct db *db, const struct meeting *m)
{
	int64_t today = meeting_today(w);
	if (m->day < today - MEETING_DAYS_AWAY || m->day > today + MEETING_DAYS_AWAY)
		fault_add(&w->faults, "day", _("Write a day within a year of today."));
	if (m->recorder.n && !belongs(db, m->unit, m->recorder))
		fault_add(&w->faults, "recorder",
			_("Choose one of the people who belong to this meeting."));
	const struct task *task = m->task.n ? task_get(db, w->who, m->task) : NULL;
	if (m->task.n && (!task || task->team.n != m->unit.n))
		fault_add(&w->faults, "task", _("Choose a task of this team."));
	if (text_runes(m->notes) > MEETING_NOTES_RUNES)
		fault_add(&w->faults, "notes",
			_("Too long: 4,000 characters is the most. What matters belongs to the "
			  "questions."));
	return !w->faults.count;
}

/* What the form says, over what was there. */
static struct meeting filled(
	struct work *w, const struct meeting *old, const struct meeting_input *in)
{
	struct meeting m = *old;
	m.kind = in->kind;
	m.length = in->length;
	m.day = in->day;
	m.task.n = in->kind == MEETING_TASK ? in->task.n : 0;
	m.recorder = in->recorder;
	m.notes = in->notes ? text_trim(w->arena, in->notes) : old->notes;
	m.changed_at = w->now;
	return m;
}

enum outcome meeting_make(struct work *w, const struct meeting_input *in, struct meeting_id *id)
{
	TXN(t, w->writer, w->arena);
	if (!unit_get(t.db, in->unit))
		return NOT_FOUND;
	if (!meeting_may_hold(w, t.db, in->unit))
		return FORBIDDEN;
	struct meeting m = filled(w, &(struct meeting){ .unit = in->unit, .notes = "" }, in);
	if (!check(w, t.db, &m))
		return INVALID;
	*id = m.id = meeting_put(&t, &m, w->who->person);
	event_add_meeting(&t, "planned", w->who, m.id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome meeting_change(struct work *w, struct meeting_id id, const struct meeting_input *in)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *old = meeting_get(t.db, w->who, id);
	if (!old)
		return NOT_FOUND;
	if (!meeting_may_keep(w, t.db, old))
		return FORBIDDEN;
	if (in->base_version >= 0 && in->base_version != old->version)
		return STALE;
	struct meeting m = filled(w, old, in);
	if (m.recorder.n != old->recorder.n && !meeting_may_hold(w, t.db, old->unit))
		return FORBIDDEN; /* a recorder hands it on to nobody */
	if (!check(w, t.db, &m))
		return INVALID;
	meeting_put(&t, &m, w->who->person);
	event_add_meeting(&t, "changed", w->who, m.id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome meeting_call_off(struct work *w, struct meeting_id id)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *m = meeting_get(t.db, w->who, id);
	if (!m)
		return NOT_FOUND;
	if (!meeting_may_hold(w, t.db, m->unit))
		return FORBIDDEN;
	if (meeting_holds_any(t.db, id)) {
		fault_add(&w->faults, NULL,
			_("Something is written in its record already, so it stays. Change its day "
			  "if it was moved."));
		return CONFLICT;
	}
	meeting_drop(&t, id, w->now);
	event_add_meeting(&t, "dropped", w->who, id, w->now);
	audit_add(&t, w->who, w->now, "drop", "meeting", id.n, m->unit, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome meeting_note(struct work *w, struct meeting_id id, const struct meeting_people *people)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *m = meeting_get(t.db, w->who, id);
	if (!m)
		return NOT_FOUND;
	if (!meeting_may_keep(w, t.db, m))
		return FORBIDDEN;
	bool begun = m->day <= meeting_today(w), met = false;
	struct meeting_people known = meeting_people_any(t.db, m);
	LIST_EACH (const struct meeting_person, p, people)
		LIST_EACH (const struct meeting_person, k, &known) {
			if (k->person.n != p->person.n)
				continue;
			struct meeting_person now = *p;
			/* Who will be missing may be known before; who comes to a branch's reads of
			 * it. */
			now.said = p->said && (begun || !p->present || !m->of_team);
			met |= now.said && now.present;
			meeting_put_person(&t, id, &now);
		}
	meeting_touch(&t, id, w->now);
	event_add_meeting(&t, met ? "met" : "changed", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
