#include "rollup_line.h"

#include "base/list.h"
#include "point.h"

#define SELECT                                                                                     \
	"SELECT p.id, p.lead_id, p.kind, p.headline, p.excerpt,"                                   \
	" CASE WHEN p.anonymous = 0 OR p.author_id = ?1 OR ?1 = 0 OR EXISTS (SELECT 1 FROM sight " \
	"s"                                                                                        \
	" WHERE s.person_id = ?1 AND s.unit_id = p.team_id) THEN a.name END,"                      \
	" h.reason, CASE WHEN ?9 THEN p.body_md END, p.team_id, p.branch_id, u.name, r.late,"      \
	" p.team_only, p.classified_at IS NOT NULL, p.author_id = ?1, p.submitted_at,"             \
	" CASE WHEN ?9 THEN p.body_html END"                                                       \
	" FROM point p JOIN person a ON a.id = p.author_id JOIN unit u ON u.id = p.team_id"        \
	" JOIN reflection r ON r.id = p.reflection_id LEFT JOIN highlight h ON h.point_id = p.id " \
	"WHERE "

/* The author's name and the texts take most of the time. */
#define SELECT_BARE "SELECT p.id, p.lead_id, p.kind, ?9 FROM point p WHERE "

/* ?4 the whole, ?5 after, ?6 how many, ?7 topic, ?8 part, ?10 mergers are whole */
#define NARROWED                                                                                   \
	" AND p.id > ?5 AND (?7 = 0 OR (?7 > 0 AND EXISTS (SELECT 1 FROM point_topic x WHERE "     \
	"x.point_id = p.id"                                                                        \
	" AND x.topic_id = ?7)) OR (?7 = -1 AND NOT EXISTS (SELECT 1 FROM point_topic x"           \
	" WHERE x.point_id = CASE WHEN ?10 THEN ifnull(p.lead_id, p.id) ELSE p.id END))"           \
	" OR (?10 AND ?7 > 0 AND EXISTS (SELECT 1 FROM point_topic x WHERE x.topic_id = ?7 AND"    \
	" x.point_id = p.lead_id)) OR (?10 AND ?7 > 0 AND EXISTS (SELECT 1 FROM point m"           \
	" CROSS JOIN point_topic x ON x.point_id = m.id AND x.topic_id = ?7"                       \
	" WHERE m.lead_id = ifnull(p.lead_id, p.id))))"
#define PAGE " ORDER BY p.id LIMIT ?6"

static void add(struct q *q, struct rollup_lines *list)
{
	struct rollup_line *l = LIST_ADD(db_arena(q_db(q)), list);
	l->id.n = q_long(q, 0);
	l->lead.n = q_long(q, 1);
	l->kind = (enum kind)q_long(q, 2);
	l->headline = q_text(q, 3);
	l->excerpt = q_text(q, 4);
	l->author = q_text(q, 5);
	l->highlight = q_text(q, 6);
	l->body_md = q_text(q, 7);
	l->team.n = q_long(q, 8);
	l->branch.n = q_long(q, 9);
	l->team_name = q_text(q, 10);
	l->late = q_long(q, 11);
	l->team_only = q_long(q, 12);
	l->classified = q_long(q, 13);
	l->own = q_long(q, 14);
	l->submitted_at = q_long(q, 15);
	l->body_html = q_text(q, 16);
}

/* Topics come again and again: each one's names are copied once. */
static const struct topic *known(struct q *q, struct topics *seen)
{
	int64_t id = q_long(q, 0);
	LIST_EACH (const struct topic, t, seen)
		if (t->id.n == id)
			return t;
	struct topic *t = LIST_ADD(db_arena(q_db(q)), seen);
	t->id.n = id;
	t->kind = q_text(q, 1);
	t->state = q_text(q, 2);
	t->name_zh = q_text(q, 3);
	t->name_en = q_text(q, 4);
	t->position = q_long(q, 5);
	return t;
}

static void add_topics(struct db *db, struct rollup_lines *list)
{
	struct topics seen = { 0 };
	LIST_EACH (struct rollup_line, l, list) {
		struct q *q = db_ask(db,
			SQL("SELECT t.id, t.kind, t.state, t.name_zh, t.name_en, t.position"
			    " FROM point_topic pt JOIN topic t ON t.id = pt.topic_id"
			    " WHERE pt.point_id = ?1"),
			V(l->id));
		while (q_row(q))
			*LIST_ADD(db_arena(db), &l->topics) = *known(q, &seen);
	}
}

static struct rollup_lines all(struct q *q)
{
	struct rollup_lines list = { 0 };
	while (q_row(q))
		add(q, &list);
	return list;
}

static struct rollup_lines all_bare(struct q *q)
{
	struct rollup_lines list = { 0 };
	while (q_row(q)) {
		struct rollup_line *l = LIST_ADD(db_arena(q_db(q)), &list);
		l->id.n = q_long(q, 0);
		l->lead.n = q_long(q, 1);
		l->kind = (enum kind)q_long(q, 2);
	}
	return list;
}

#define BOUND(who, s)                                                                              \
	V((who)->person), V((s)->unit), V((s)->week), V((s)->all), V((s)->after),                  \
		V((s)->limit ? (s)->limit : INT64_MAX), V((s)->topic), V((s)->part),               \
		V((s)->bodies), V((s)->mergers)

#define ASK(db, who, s, where)                                                                     \
	((s)->bare ? all_bare(db_ask((db), SQL(SELECT_BARE where NARROWED PAGE), BOUND(who, s)))   \
		   : all(db_ask((db), SQL(SELECT where NARROWED PAGE), BOUND(who, s))))

/* Of the headquarters' week, the parts that a person sees, each by an index of its own: left to
 * itself SQLite walks the whole week four times. */
#define SEEN_AT_HQ                                                                                 \
	"SELECT x.id FROM point x INDEXED BY point_by_author WHERE x.author_id = ?1"               \
	" AND x.hq_week = ?3"                                                                      \
	" UNION SELECT x.id FROM point x INDEXED BY point_for_all WHERE x.reach = 4"               \
	" AND x.hq_week = ?3"                                                                      \
	" UNION SELECT x.id FROM sight s CROSS JOIN point x INDEXED BY point_at_hq_by_team"        \
	" ON x.team_id = s.unit_id AND x.hq_week = ?3 WHERE s.person_id = ?1"                      \
	" UNION SELECT x.id FROM sight s CROSS JOIN point x INDEXED BY point_at_hq_by_branch"      \
	" ON x.branch_id = s.unit_id AND x.hq_week = ?3 WHERE s.person_id = ?1"

struct rollup_lines rollup_line_list(
	struct db *db, const struct who *who, const struct rollup_selection *s)
{
	struct rollup_lines list;
	if (s->these)
		list = all(db_ask(db,
			SQL(SELECT "p.id IN (SELECT j.value FROM json_each(?11) j) AND " SEES("p")
					PAGE),
			BOUND(who, s), V(s->these)));
	else if (s->kind == UNIT_TEAM)
		list = ASK(db, who, s,
			"p.team_id = ?2 AND p.team_week = ?3 AND p.reach >= 1 AND ?8 = ?8"
			" AND (?4 OR " SEES("p") ")");
	else if (s->kind == UNIT_BRANCH)
		list = ASK(db, who, s,
			"p.branch_id = ?2 AND p.branch_week = ?3 AND (?8 = 0 OR p.team_id = ?8)"
			" AND (?4 OR " SEES("p") ")");
	else if (s->all)
		list = ASK(db, who, s,
			"p.hq_week = ?3 AND (?8 = 0 OR p.branch_id = ?8) AND ?1 = ?1 AND ?2 = ?2 "
			"AND ?4");
	else
		list = ASK(db, who, s,
			"p.id IN (" SEEN_AT_HQ ") AND (?8 = 0 OR p.branch_id = ?8) AND ?2 = ?2 AND "
			"?4 = ?4");
	add_topics(db, &list);
	return list;
}

static struct point_ids ids(struct q *q)
{
	struct point_ids list = { 0 };
	while (q_row(q))
		LIST_ADD(db_arena(q_db(q)), &list)->n = q_long(q, 0);
	return list;
}

struct point_ids rollup_line_ids_any(
	struct db *db, struct unit_id unit, enum unit_kind kind, struct week week)
{
	if (kind == UNIT_TEAM)
		return point_in_team_any(db, unit, week);
	if (kind == UNIT_BRANCH)
		return point_in_branch_any(db, unit, week);
	return ids(db_ask(
		db, SQL("SELECT p.id FROM point p WHERE p.hq_week = ?1 ORDER BY p.id"), V(week)));
}
