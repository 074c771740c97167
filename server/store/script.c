#include "script.h"

#include "base/list.h"
#include "meeting_row.h"
#include "story.h"

struct script script_of_any(struct db *db, struct story_id story)
{
	struct script s = { .story = story, .text = "" };
	struct q *q = db_ask(db,
		SQL("SELECT x.text, x.version, x.changed_at, p.name FROM script x"
		    " LEFT JOIN person p ON p.id = x.changed_by WHERE x.story_id = ?1"),
		V(story));
	if (q_row(q)) {
		s.text = q_text(q, 0);
		s.version = q_long(q, 1);
		s.changed_at = q_long(q, 2);
		s.changed_by = q_text(q, 3);
		q_end(q);
	}
	return s;
}

void script_put(
	struct txn *t, struct story_id story, const char *text, struct person_id by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO script (story_id, text, version, changed_by, changed_at)"
		    " VALUES (?1, ?2, 1, ?3, ?4) ON CONFLICT (story_id) DO UPDATE SET"
		    " text = excluded.text, version = script.version + 1, changed_by ="
		    " excluded.changed_by, changed_at = excluded.changed_at"),
		V(story), V(text), value_or_null(by.n), V(now));
	txn_run(t,
		SQL("INSERT INTO script_version (story_id, number, text, saved_by, saved_at)"
		    " SELECT story_id, version, text, changed_by, changed_at FROM script"
		    " WHERE story_id = ?1"),
		V(story));
}

const char *script_version_any(struct db *db, struct story_id story, int64_t number)
{
	return db_text(db,
		SQL("SELECT text FROM script_version WHERE story_id = ?1 AND number = ?2"),
		V(story), V(number));
}

#define TELLING                                                                                    \
	"SELECT x.id, x.story_id, x.person_id, n.name, u.name, x.whom, CASE WHEN " SEES_MEETING(   \
		"m") " THEN m.id END, x.day, x.listeners, x.at, x.person_id = ?1 FROM telling x"   \
		     " JOIN person n ON n.id = x.person_id JOIN unit u ON u.id = x.unit_id"        \
		     " JOIN story y ON y.id = x.story_id LEFT JOIN meeting m ON m.id ="            \
		     " x.meeting_id AND m.dropped_at IS NULL WHERE x.withdrawn_at IS NULL "        \
		     "AND " STORY_SHOWN("y")

static struct tellings rows(struct q *q)
{
	struct tellings list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct telling){ .id = { q_long(q, 0) },
			.story = { q_long(q, 1) },
			.person = { q_long(q, 2) },
			.name = q_text(q, 3),
			.unit_name = q_text(q, 4),
			.whom = q_text(q, 5),
			.meeting = { q_long(q, 6) },
			.day = q_long(q, 7),
			.listeners = q_long(q, 8),
			.at = q_long(q, 9),
			.own = q_long(q, 10) };
	return list;
}

struct tellings telling_list(
	struct db *db, const struct who *who, struct story_id story, int64_t before, int64_t limit)
{
	return rows(db_ask(db,
		SQL(TELLING " AND x.story_id = ?2 AND x.id < ?3 ORDER BY x.id DESC LIMIT ?4"),
		V(who->person), V(story), V(before ? before : INT64_MAX), V(limit)));
}

const struct telling *telling_get(struct db *db, const struct who *who, struct telling_id id)
{
	struct tellings one =
		rows(db_ask(db, SQL(TELLING " AND x.id = ?2"), V(who->person), V(id)));
	return one.count ? &one.items[0] : NULL;
}

struct telling_sum telling_sum_any(struct db *db, struct story_id story)
{
	struct telling_sum s = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT count(*), sum(listeners) FROM telling WHERE story_id = ?1"
		    " AND withdrawn_at IS NULL"),
		V(story));
	if (q_row(q)) {
		s = (struct telling_sum){ q_long(q, 0), q_long(q, 1) };
		q_end(q);
	}
	return s;
}

struct telling_id telling_add(struct txn *t, const struct telling *x, struct unit_id unit)
{
	return (struct telling_id){ txn_insert(t,
		SQL("INSERT INTO telling (story_id, person_id, unit_id, whom, meeting_id, day,"
		    " listeners, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
		V(x->story), V(x->person), V(unit), V(x->whom), value_or_null(x->meeting.n),
		V(x->day), V(x->listeners), V(x->at)) };
}

void telling_withdraw(struct txn *t, struct telling_id id, int64_t now)
{
	txn_run(t, SQL("UPDATE telling SET withdrawn_at = ?2 WHERE id = ?1"), V(id), V(now));
}

struct tellings telling_all_any(struct db *db)
{
	struct tellings list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT x.id, x.story_id, x.person_id, n.login, u.code, x.whom, x.meeting_id,"
		    " x.day, x.listeners, x.at FROM telling x JOIN person n ON n.id = x.person_id"
		    " JOIN unit u ON u.id = x.unit_id WHERE x.withdrawn_at IS NULL ORDER BY x.id"
		    " /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct telling){ .id = { q_long(q, 0) },
			.story = { q_long(q, 1) },
			.name = q_text(q, 3),
			.unit_name = q_text(q, 4),
			.whom = q_text(q, 5),
			.meeting = { q_long(q, 6) },
			.day = q_long(q, 7),
			.listeners = q_long(q, 8),
			.at = q_long(q, 9) };
	return list;
}
