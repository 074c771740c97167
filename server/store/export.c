#include "export.h"

#include "base/list.h"

struct reflections export_reflections_any(struct db *db)
{
	struct reflections list = { 0 };
	struct q *q = db_ask(db, SQL("SELECT id FROM reflection WHERE state <> 'withdrawn' ORDER "
				     "BY submitted_at, id "
				     "/*scan*/"));
	while (q_row(q)) {
		struct reflection_id id = { q_long(q, 0) };
		*LIST_ADD(db_arena(db), &list) = *reflection_get_any(db, id);
	}
	return list;
}

struct export_closes export_closes_any(struct db *db)
{
	struct export_closes list = { 0 };
	struct q *q = db_ask(
		db, SQL("SELECT u.code, r.week, r.closed_at, p.login FROM rollup r"
			" JOIN unit u ON u.id = r.unit_id LEFT JOIN person p ON p.id = r.closed_by"
			" WHERE r.state = 'closed' ORDER BY r.closed_at, r.id /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct export_close){ .unit = q_text(q, 0),
			.week = { q_long(q, 1) },
			.at = q_long(q, 2),
			.by = q_text(q, 3) };
	return list;
}

struct export_classes export_classes_any(struct db *db)
{
	struct export_classes list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT p.id, m.login, coalesce((SELECT group_concat(t.name_zh, ';')"
		    " FROM point_topic pt JOIN topic t ON t.id = pt.topic_id WHERE pt.point_id = "
		    "p.id), '')"
		    " FROM point p JOIN person m ON m.id = p.classified_by"
		    " WHERE p.withdrawn = 0 ORDER BY p.id /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct export_class){
			.point = { q_long(q, 0) }, .by = q_text(q, 1), .topics = q_text(q, 2)
		};
	return list;
}

static struct export_ids ids(struct q *q)
{
	struct export_ids list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = q_long(q, 0);
	return list;
}

struct export_ids export_stories_any(struct db *db)
{
	return ids(db_ask(db, SQL("SELECT id FROM story ORDER BY id /*scan*/")));
}

struct export_ids export_syntheses_any(struct db *db)
{
	return ids(db_ask(db, SQL("SELECT id FROM synthesis ORDER BY changed_at, id /*scan*/")));
}

struct export_uses export_uses_any(struct db *db)
{
	struct export_uses list = { 0 };
	struct q *q = db_ask(
		db, SQL("SELECT x.noun, x.noun_id, x.day, p.login, u.code, x.text, x.customer,"
			" x.conditions, x.effect, x.anonymous FROM use x JOIN person p ON p.id ="
			" x.person_id JOIN unit u ON u.id = x.unit_id WHERE x.withdrawn_at IS NULL"
			" ORDER BY x.id /*scan*/"));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct export_use){ .noun = (int)q_long(q, 0),
			.number = q_long(q, 1),
			.day = q_long(q, 2),
			.login = q_text(q, 3),
			.unit = q_text(q, 4),
			.text = q_text(q, 5),
			.customer = q_text(q, 6),
			.conditions = q_text(q, 7),
			.effect = (enum effect)q_long(q, 8),
			.anonymous = q_long(q, 9) };
	return list;
}
