#include "mention.h"

#include "ask_row.h"
#include "base/list.h"

static struct mentions rows(struct q *q)
{
	struct mentions list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct mention){ { q_long(q, 0) },
			q_text(q, 1), q_text(q, 2), q_text(q, 3) };
	return list;
}

#define SELECT                                                                                     \
	"SELECT x.person_id, x.word, n.name, n.login FROM mention x JOIN person n ON n.id = "      \
	"x.person_id "

struct mentions mention_of_remark_any(struct db *db, struct remark_id id)
{
	return rows(db_ask(db, SQL(SELECT "WHERE x.remark_id = ?1 ORDER BY x.id"), V(id)));
}

struct mentions mention_of_step_any(struct db *db, int64_t step)
{
	return rows(db_ask(db, SQL(SELECT "WHERE x.step_id = ?1 ORDER BY x.id"), V(step)));
}

static struct mention_people people(struct q *q)
{
	struct mention_people list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct mention_person){ { q_long(q, 0) },
			q_text(q, 1), q_text(q, 2), q_text(q, 3) };
	return list;
}

#define PERSON "SELECT v.id, v.login, v.name, u.name"
#define IN_ORDER                                                                                   \
	" ORDER BY (v.unit_id = (SELECT o.unit_id FROM person o WHERE o.id = ?1)) DESC, v.name,"   \
	" v.id"
/* SEES, with person v as the viewer and without being the author. */
#define V_SEES                                                                                     \
	"(p.reach = 4 OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = v.id"                   \
	" AND s.unit_id IN (p.team_id, p.branch_id, 1) AND p.reach >= s.reach))"

struct mention_people mention_people_of_point(
	struct db *db, const struct who *who, struct point_id point)
{
	return people(db_ask(db,
		SQL(PERSON " FROM point p CROSS JOIN person v JOIN unit u ON u.id = v.unit_id"
			   " WHERE p.id = ?2 AND p.withdrawn = 0 AND " SEES(
				   "p") " AND v.active = 1 AND (" V_SEES
					" OR (v.id = p.author_id AND " AUTHOR_SHOWN "))" IN_ORDER
					" /*scan*/"),
		V(who->person), V(point)));
}

struct mention_people mention_people_of_ask(struct db *db, const struct who *who, struct ask_id ask)
{
	return people(db_ask(db,
		SQL(PERSON " FROM ask k LEFT JOIN point p ON p.id = k.point_id LEFT JOIN report r"
			   " ON r.id = k.report_id CROSS JOIN person v JOIN unit u ON u.id = "
			   "v.unit_id"
			   " WHERE k.id = ?2 AND " ASK_SHOWN " AND v.active = 1 AND ("
			   "(v.id = k.person_id AND " ASK_NAME_SHOWN ")"
			   " OR (p.withdrawn = 0 AND " V_SEES ")"
			   " OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = v.id"
			   " AND s.unit_id = r.team_id AND s.reach <= 1)"
			   " OR EXISTS (SELECT 1 FROM ask_step e JOIN steward s ON s.unit_id = "
			   "e.unit_id"
			   " AND s.person_id = v.id WHERE e.ask_id = k.id))" IN_ORDER " /*scan*/"),
		V(who->person), V(ask)));
}

static void add(struct txn *t, struct remark_id remark, int64_t step, const struct mentions *all)
{
	LIST_EACH (const struct mention, m, all)
		txn_run(t,
			SQL("INSERT INTO mention (remark_id, step_id, person_id, word)"
			    " VALUES (?1, ?2, ?3, ?4)"),
			value_or_null(remark.n), value_or_null(step), V(m->person), V(m->word));
}

void mention_add_remark(struct txn *t, struct remark_id id, const struct mentions *all)
{
	add(t, id, 0, all);
}

void mention_add_step(struct txn *t, int64_t step, const struct mentions *all)
{
	add(t, (struct remark_id){ 0 }, step, all);
}

void mention_drop_remark(struct txn *t, struct remark_id id)
{
	txn_run(t, SQL("DELETE FROM mention WHERE remark_id = ?1"), V(id));
}
