#include "event.h"

#include "trail.h"

void event_add(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct remark_id remark, int64_t now)
{
	int64_t id = txn_insert(t,
		SQL("INSERT INTO event (at, deed, person_id, point_id, remark_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, ?5, team_id FROM point WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(point), value_or_null(remark.n));
	trail_touch(t, point, id);
}

void event_add_use(
	struct txn *t, const char *deed, const struct who *who, const struct use *use, int64_t now)
{
	bool of_point = use->subject.noun == USE_POINT;
	int64_t id = txn_insert(t,
		SQL("INSERT INTO event (at, deed, person_id, point_id, use_id, team_id)"
		    " VALUES (?1, ?2, ?3, ?4, ?5,"
		    " coalesce((SELECT team_id FROM point WHERE id = ?4), ?6))"),
		V(now), V(deed), value_or_null(who->person.n),
		value_or_null(of_point ? use->subject.id : 0), V(use->id), V(use->unit));
	if (of_point)
		trail_touch(t, (struct point_id){ use->subject.id }, id);
}

void event_add_report(struct txn *t, const char *deed, const struct who *who,
	struct report_id report, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, report_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, team_id FROM report WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(report));
}

void event_add_meeting(struct txn *t, const char *deed, const struct who *who,
	struct meeting_id meeting, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, meeting_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, unit_id FROM meeting WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(meeting));
}

void event_add_line(
	struct txn *t, const char *deed, const struct who *who, struct line_id line, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, meeting_id, team_id)"
		    " SELECT ?1, ?2, ?3, m.id, m.unit_id FROM meeting_line l"
		    " JOIN meeting m ON m.id = l.meeting_id WHERE l.id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(line));
}

void event_add_review(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct meeting_id meeting, int64_t now)
{
	int64_t id = txn_insert(t,
		SQL("INSERT INTO event (at, deed, person_id, point_id, meeting_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, ?5, team_id FROM point WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(point), value_or_null(meeting.n));
	trail_touch(t, point, id);
}

void event_add_task(
	struct txn *t, const char *deed, const struct who *who, struct task_id task, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, task_id, team_id)"
		    " SELECT ?1, ?2, ?3, ?4, team_id FROM task WHERE id = ?4"),
		V(now), V(deed), value_or_null(who->person.n), V(task));
}

void event_add_topic(struct txn *t, const char *deed, const struct who *who, struct topic_id topic,
	struct unit_id unit, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, topic_id, team_id)"
		    " VALUES (?1, ?2, ?3, ?4, ?5)"),
		V(now), V(deed), value_or_null(who->person.n), V(topic), V(unit));
}

void event_add_story(
	struct txn *t, const char *deed, const struct who *who, struct story_id story, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO event (at, deed, person_id, story_id, team_id)"
		    " VALUES (?1, ?2, ?3, ?4, ?5)"),
		V(now), V(deed), value_or_null(who->person.n), V(story), V(who->home));
}

#define UNTOLD(from, deed, and)                                                                    \
	"(SELECT count(*) FROM " from " x WHERE NOT EXISTS (SELECT 1 FROM event e"                 \
	" WHERE e.point_id = x.point_id AND e.deed " deed and                                      \
		"))"

int64_t event_differences_any(struct db *db)
{
	return db_long(db,
		SQL("SELECT " UNTOLD("answer", "= 'submitted'", "") " + " UNTOLD("reading",
			"= 'read'", " AND e.person_id = x.person_id") " + " UNTOLD("remark",
			"IN ('commented', 'asked', 'explained', 'advised')",
			" AND e.remark_id = x.id") " + (SELECT count(*) FROM answer x"
						   " WHERE x.answered_at IS NOT NULL AND NOT "
						   "EXISTS (SELECT 1 FROM event e"
						   " WHERE e.point_id = x.point_id AND e.deed "
						   "= 'answered'"
						   " AND e.person_id = x.answered_by AND e.at "
						   "= x.answered_at))"
						   " + (SELECT count(*) FROM answer x JOIN "
						   "point p ON p.id = x.point_id"
						   " WHERE x.team_id <> p.team_id OR "
						   "x.branch_id IS NOT p.branch_id)"
						   " + (SELECT count(*) FROM reply y JOIN ask k"
						   " ON k.id = y.ask_id WHERE NOT EXISTS"
						   " (SELECT 1 FROM ask_step s WHERE s.ask_id ="
						   " k.id AND s.deed = 'shared') OR"
						   " (k.point_id IS NOT NULL AND NOT EXISTS"
						   " (SELECT 1 FROM event e WHERE e.deed ="
						   " 'ask_shared' AND e.point_id ="
						   " k.point_id)))"
						   " + (SELECT count(*) FROM use x"
						   " WHERE NOT EXISTS (SELECT 1 FROM event e WHERE "
						   "e.use_id = x.id AND e.deed = 'used'))"
						   " + (SELECT count(*) FROM report x"
						   " WHERE NOT EXISTS (SELECT 1 FROM event e WHERE "
						   "e.report_id = x.id AND e.deed = 'reported'))"
						   " + (SELECT count(*) FROM meeting x WHERE NOT "
						   "EXISTS"
						   " (SELECT 1 FROM event e WHERE e.meeting_id = "
						   "x.id"
						   " AND e.deed = 'planned'))"
						   " + (SELECT count(*) FROM review x WHERE NOT "
						   "EXISTS"
						   " (SELECT 1 FROM event e WHERE e.point_id = "
						   "x.point_id"
						   " AND e.meeting_id = x.meeting_id"
						   " AND e.deed = 'discussed'))"
						   " + (SELECT count(*) FROM task x WHERE NOT "
						   "EXISTS"
						   " (SELECT 1 FROM event e WHERE e.task_id = x.id"
						   " AND e.deed = 'task_opened'))"
						   " /*scan*/"));
}
