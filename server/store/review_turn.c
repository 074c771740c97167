/* What the rota goes by. */
#include "base/list.h"
#include "review.h"

/* The team's meetings before this one, counted from the first: their numbers give an order. */
#define MET                                                                                        \
	"met AS (SELECT m.id, row_number() OVER (ORDER BY m.day, m.id) AS n FROM meeting m"        \
	" INDEXED BY meeting_by_unit WHERE m.unit_id = ?1 AND m.dropped_at IS NULL"                \
	" AND (m.day < ?2 OR (m.day = ?2 AND m.id < ?3)))"
#define MEMBER                                                                                     \
	"member AS (SELECT p.id, p.name FROM person p WHERE p.unit_id = ?1 AND p.active = 1"       \
	" AND (p.roles & 1) <> 0)"
#define HEARD                                                                                      \
	"heard AS (SELECT o.author_id AS person_id, max(t.n) AS n, count(DISTINCT t.n) AS times "  \
	"FROM met t JOIN review r"                                                                 \
	" ON r.meeting_id = t.id JOIN point o ON o.id = r.point_id GROUP BY o.author_id)"
/* A point without a depth review that has a highlight, or a why that nobody answered. */
#define LEAD(o)                                                                                    \
	"(EXISTS (SELECT 1 FROM highlight h WHERE h.point_id = " o                                 \
	".id AND NOT EXISTS (SELECT 1 FROM review v WHERE v.point_id = " o                         \
	".id)) OR EXISTS (SELECT 1 FROM remark w WHERE w.point_id = " o                            \
	".id AND w.kind = 1 AND w.struck_at IS NULL AND NOT EXISTS (SELECT 1 FROM remark x"        \
	" WHERE x.point_id = w.point_id AND x.to_id = w.id AND x.kind = 2"                         \
	" AND x.struck_at IS NULL)))"
#define THEIRS "o.author_id = p.id AND o.team_id = ?1 AND o.withdrawn = 0 AND o.reach >= 1"

struct review_turns review_turns_any(
	struct db *db, struct unit_id team, int64_t day, struct meeting_id meeting)
{
	struct review_turns list = { 0 };
	struct q *q = db_ask(db,
		SQL("WITH " MET ", " MEMBER ", " HEARD
		    ", with_point AS (SELECT p.id, p.name, ifnull(h.n, 0) AS n, ifnull(h.times, 0) "
		    "AS times, (SELECT o.id FROM"
		    " point o WHERE " THEIRS
		    " AND NOT EXISTS (SELECT 1 FROM review v WHERE v.point_id = o.id"
		    " AND v.meeting_id <> ?3) ORDER BY " LEAD(
			    "o") " DESC, o.id DESC LIMIT 1) AS point_id, (SELECT count(*) FROM "
				 "point o WHERE " THEIRS
				 " AND " LEAD("o") ") AS leads FROM member p LEFT JOIN heard h ON "
						   "h.person_id = p.id)"
						   " SELECT y.id, y.name, y.n, EXISTS (SELECT 1 "
						   "FROM met t JOIN meeting_person x"
						   " ON x.meeting_id = t.id AND x.person_id = y.id "
						   "WHERE t.n > y.n"
						   " AND x.present = 0), y.leads, y.point_id, "
						   "o.headline, y.times FROM with_point y"
						   " LEFT JOIN point o ON o.id = y.point_id ORDER "
						   "BY y.id /*scan*/"),
		V(team), V(day), V(meeting));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct review_turn){ .person = { q_long(q, 0) },
			.name = q_text(q, 1),
			.last = q_long(q, 2),
			.away = q_long(q, 3),
			.leads = q_long(q, 4),
			.point = { q_long(q, 5) },
			.headline = q_text(q, 6),
			.times = q_long(q, 7) };
	return list;
}
