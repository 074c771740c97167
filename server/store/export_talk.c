#include "export_talk.h"

#include "base/list.h"

static struct q *ask(struct db *db, enum export_talk table)
{
	switch (table) {
	case TALK_REMARK:
		return db_ask(db,
			SQL("SELECT m.id, m.point_id, m.kind, m.to_id, n.login, m.text, m.whom,"
			    " m.until, m.rises, m.at, NULL FROM remark m JOIN point p ON p.id = "
			    "m.point_id"
			    " AND p.withdrawn = 0 JOIN person n ON n.id = m.person_id"
			    " WHERE m.struck_at IS NULL ORDER BY m.id /*scan*/"));
	case TALK_CLOCK:
		return db_ask(db,
			SQL("SELECT a.point_id, a.due_at, n.login, a.answered_at, NULL, NULL, NULL,"
			    " NULL, NULL, NULL, NULL FROM answer a JOIN point p ON p.id = "
			    "a.point_id"
			    " AND p.withdrawn = 0 LEFT JOIN person n ON n.id = a.answered_by"
			    " ORDER BY a.point_id /*scan*/"));
	case TALK_ASK:
		return db_ask(db,
			SQL("SELECT k.id, k.kind, k.point_id, n.login || '/' || r.day, n.login, "
			    "k.text,"
			    " u.code, k.state, k.due_at, k.named, (SELECT t.name_zh FROM topic t "
			    "WHERE t.id = k.topic_id) FROM ask k JOIN person n ON n.id ="
			    " k.person_id JOIN unit u ON u.id = k.unit_id LEFT JOIN report r ON"
			    " r.id = k.report_id WHERE k.state < 4 ORDER BY k.id /*scan*/"));
	case TALK_STEP:
		return db_ask(db,
			SQL("SELECT e.ask_id, e.deed, n.login, u.code, e.text, e.at, NULL, NULL,"
			    " NULL, NULL, NULL FROM ask_step e JOIN ask k ON k.id = e.ask_id AND "
			    "k.state "
			    "< 4"
			    " JOIN unit u ON u.id = e.unit_id LEFT JOIN person n ON n.id = "
			    "e.person_id"
			    " ORDER BY e.id /*scan*/"));
	case TALK_REPORT:
		return db_ask(
			db, SQL("SELECT n.login, r.day, u.code, r.submitted_at, r.text, NULL, NULL,"
				" NULL, NULL, NULL, NULL FROM report r JOIN person n ON n.id = "
				"r.person_id"
				" JOIN unit u ON u.id = r.team_id ORDER BY r.submitted_at, r.id "
				"/*scan*/"));
	case TALK_REPLY:
		return db_ask(
			db, SQL("SELECT y.id, y.ask_id, y.question, y.body_md, coalesce((SELECT"
				" group_concat(t.name_zh, ';') FROM reply_topic x JOIN topic t ON "
				"t.id ="
				" x.topic_id WHERE x.reply_id = y.id), ''), y.created_at, n.login,"
				" NULL, NULL, NULL, NULL FROM reply y LEFT JOIN person n ON n.id = "
				"y.changed_by"
				" WHERE y.withdrawn = 0 ORDER BY y.id /*scan*/"));
	case TALK_DEPUTY:
		break;
	}
	return db_ask(
		db, SQL("SELECT u.code, n.login, d.since, NULL, NULL, NULL, NULL, NULL, NULL,"
			" NULL, NULL FROM deputy d JOIN unit u ON u.id = d.unit_id JOIN person n"
			" ON n.id = d.person_id ORDER BY u.code, n.login /*scan*/"));
}

struct export_talk_rows export_talk_any(struct db *db, enum export_talk table)
{
	struct export_talk_rows list = { 0 };
	struct q *q = ask(db, table);
	while (q_row(q)) {
		struct export_talk_row *r = LIST_ADD(db_arena(db), &list);
		for (int i = 0; i < TALK_COLUMNS; i++)
			r->text[i] = q_text(q, i);
	}
	return list;
}
