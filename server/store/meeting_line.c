#include "meeting_line.h"

#include "base/list.h"
#include "meeting_row.h"
#include "point_row.h"

#define SELECT                                                                                     \
	"SELECT l.id, l.meeting_id, l.question, l.person_id, n.name, l.text, l.at, l.kind,"        \
	" p.id, p.headline, t.id, t.name_zh, t.name_en,"                                           \
	" (SELECT max(k.id) FROM ask k WHERE k.line_id = l.id), m.day"                             \
	" FROM meeting_line l JOIN meeting m ON m.id = l.meeting_id"                               \
	" LEFT JOIN person n ON n.id = l.person_id"                                                \
	" LEFT JOIN point p ON p.id = l.point_id AND p.withdrawn = 0 AND " AUTHOR_SHOWN            \
	" AND " SEES("p") " LEFT JOIN topic t ON t.id = l.topic_id AND t.state <> 'refused' "
#define SHOWN "m.dropped_at IS NULL AND " SEES_MEETING("m")

static struct meeting_lines rows(struct q *q)
{
	struct meeting_lines list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct meeting_line){ .id = { q_long(q, 0) },
			.meeting = { q_long(q, 1) },
			.question = (enum question)q_long(q, 2),
			.person = { q_long(q, 3) },
			.name = q_text(q, 4),
			.text = q_text(q, 5),
			.at = q_long(q, 6),
			.to_write = !q_null(q, 7),
			.kind = (enum kind)q_long(q, 7),
			.point = { q_long(q, 8) },
			.headline = q_text(q, 9),
			.topic = { q_long(q, 10) },
			.topic_zh = q_text(q, 11),
			.topic_en = q_text(q, 12),
			.ask = { q_long(q, 13) },
			.day = q_long(q, 14) };
	return list;
}

struct meeting_lines meeting_line_list(
	struct db *db, const struct who *who, struct meeting_id meeting)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE l.meeting_id = ?2 AND " SHOWN " ORDER BY l.question, l.id"),
		V(who->person), V(meeting)));
}

const struct meeting_line *meeting_line_get(struct db *db, const struct who *who, struct line_id id)
{
	struct meeting_lines found =
		rows(db_ask(db, SQL(SELECT "WHERE l.id = ?2 AND " SHOWN), V(who->person), V(id)));
	return found.count ? &found.items[0] : NULL;
}

struct meeting_lines meeting_line_to_write(
	struct db *db, const struct who *who, int64_t from, int64_t to)
{
	return rows(db_ask(db,
		SQL(SELECT "WHERE l.person_id = ?1 AND l.kind IS NOT NULL AND l.point_id IS NULL"
			   " AND m.day BETWEEN ?2 AND ?3 AND " SHOWN " ORDER BY l.id"),
		V(who->person), V(from), V(to)));
}

struct line_id meeting_line_add(
	struct txn *t, const struct meeting_line *l, struct person_id by, int64_t now)
{
	return (struct line_id){ txn_insert(t,
		SQL("INSERT INTO meeting_line (meeting_id, question, person_id, text, added_by, at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
		V(l->meeting), V((int64_t)l->question), value_or_null(l->person.n), V(l->text),
		V(by), V(now)) };
}

void meeting_line_set(struct txn *t, const struct meeting_line *l)
{
	txn_run(t,
		SQL("UPDATE meeting_line SET question = ?2, person_id = ?3, text = ?4 WHERE id = "
		    "?1"),
		V(l->id), V((int64_t)l->question), value_or_null(l->person.n), V(l->text));
}

void meeting_line_drop(struct txn *t, struct line_id id)
{
	txn_run(t, SQL("DELETE FROM meeting_line WHERE id = ?1"), V(id));
}

void meeting_line_set_kind(struct txn *t, struct line_id id, enum kind kind)
{
	txn_run(t, SQL("UPDATE meeting_line SET kind = ?2 WHERE id = ?1"), V(id), V(kind));
}

void meeting_line_set_topic(struct txn *t, struct line_id id, struct topic_id topic)
{
	txn_run(t, SQL("UPDATE meeting_line SET topic_id = ?2 WHERE id = ?1"), V(id), V(topic));
}

void meeting_line_follow(struct txn *t, struct person_id author, struct point_id point,
	const char *headline, const char *body)
{
	txn_run(t,
		SQL("UPDATE meeting_line SET point_id = ?2 WHERE id = (SELECT min(l.id) FROM"
		    " meeting_line l WHERE l.person_id = ?1 AND l.kind IS NOT NULL AND l.point_id"
		    " IS NULL AND ((length(?3) > 3 AND instr(l.text, ?3) > 0) OR instr(?3, l.text) "
		    "> 0"
		    " OR instr(?4, l.text) > 0))"
		    " AND NOT EXISTS (SELECT 1 FROM meeting_line o WHERE o.point_id = ?2)"),
		V(author), V(point), V(headline), V(body));
}
