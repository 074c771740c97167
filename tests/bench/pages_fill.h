/*
 * pages_fill: an organisation with a long history, for tests/bench/pages.c: 5 branches, 10 teams
 * each, 5 people a team, 4 points each a week: 1000 points a week, so that a page shows as many
 * rows whatever the number of weeks. Beside the points stands what pages gather: readings, remarks,
 * uses, flags, texts that cite, bulletins, groups that tell the same.
 *
 * Point p (from 0) is point number p + 1; person p % 1000 / 4 wrote it in week p / 1000.
 */
#ifndef BENCH_PAGES_FILL_H
#define BENCH_PAGES_FILL_H

#include <stdlib.h>

#include "search_fill.h"

#include "doors/markdown.h"
#include "rules/radar.h"
#include "store/evidence.h"
#include "store/radar_group.h"
#include "store/tally.h"
#include "store/trail.h"

enum {
	PAGES_WEEK = 1000,     /* points */
	PAGES_TEXTS = 5000,    /* different ones */
	PAGES_SLICE = 50000,   /* points in a transaction */
	PAGES_APART = 40,      /* every so many belong to a group … */
	PAGES_GROUP = 5,       /* … of so many, which tell the same */
	PAGES_BOSS = 256,      /* person: headquarters */
	PAGES_LAST_WEEK = 2967 /* 2026-W47 */
};

#define NUMBERS "WITH RECURSIVE n (p) AS (SELECT ?1 UNION ALL SELECT p + 1 FROM n WHERE p + 1 < ?2)"

static void pages_run(struct txn *t, const struct sql *sql, long from, long to, long weeks)
{
	if (!txn_run(t, sql, V((int64_t)from), V((int64_t)to), V((int64_t)weeks))) {
		fprintf(stderr, "pages: a statement failed\n");
		exit(2);
	}
}

static void pages_people(struct txn *t, struct arena *a)
{
	static const unsigned of_team[] = { REP | TEAM_MANAGER, REP, REP, REP, REP };
	struct person row = { .active = true };
	unit_add(t, "hq", "总部", UNIT_HQ, (struct unit_id){ 0 }, 1);
	for (int i = 0; i < 5; i++)
		unit_add(t, arena_format(a, "b%d", i), arena_format(a, "第%d分公司", i),
			UNIT_BRANCH, (struct unit_id){ 1 }, 1);
	for (int i = 0; i < 50; i++)
		unit_add(t, arena_format(a, "t%d", i), arena_format(a, "%d队", i), UNIT_TEAM,
			(struct unit_id){ 2 + i / 10 }, 1);
	for (int i = 0; i < PAGES_BOSS; i++) {
		row.login = arena_format(a, i < 250 ? "p%d" : i < 255 ? "m%d" : "han", i % 250);
		row.name = arena_format(a, "员工%d", i);
		row.roles = i < 250 ? of_team[i % 5] : i < 255 ? BRANCH_MANAGER : HQ;
		row.unit.n = i < 250 ? 7 + i / 5 : i < 255 ? 2 + i - 250 : 1;
		person_add(t, &row, NULL, 1);
	}
	for (int i = 0; i < 20; i++) {
		static const char *const kinds[] = { "topic", "step", "difficulty", "ability" };
		const char *name = arena_format(a, "专题%d", i);
		const struct topic topic = {
			.kind = kinds[i % 4], .state = "accepted", .name_zh = name, .name_en = name
		};
		topic_add_word(t, topic_add(t, &topic, (struct person_id){ 0 }, 1), name);
	}
	sight_refresh(t);
}

static void pages_texts(struct txn *t, struct arena *a, const struct strings *s)
{
	if (!txn_script(t, "CREATE TEMP TABLE pages_text (i INTEGER PRIMARY KEY, headline TEXT, "
			   "body TEXT, html TEXT, excerpt TEXT)"))
		exit(2);
	for (int i = 0; i < PAGES_TEXTS; i++) {
		struct out headline, body;
		make_point(a, s, &headline, &body);
		const char *text = out_string(&body);
		txn_run(t, SQL("INSERT INTO pages_text VALUES (?1, ?2, ?3, ?4, ?5)"), V((int64_t)i),
			V(out_string(&headline)), V(text), V(markdown_html(a, text, NULL).html),
			V(text_cut(a, text, 60)));
	}
}

#define RUN(text) pages_run(t, SQL(text), from, to, weeks)

/* Weeks, with all roll-ups but the headquarters' last one closed; ?1, ?2: the first and the one
 * after the last. */
static void pages_weeks(struct txn *t, long weeks)
{
	long first = PAGES_LAST_WEEK + 1 - weeks, end = PAGES_LAST_WEEK + 1;
	pages_run(t,
		SQL("INSERT INTO rollup (unit_id, week, state, closed_at) " NUMBERS
		    " SELECT u.id, p, CASE WHEN u.id = 1 AND p + 1 = ?2 THEN 'open' ELSE 'closed' "
		    "END, CASE WHEN u.id = 1 AND p + 1 = ?2 THEN NULL ELSE (p * 7 + 4) * 86400 END "
		    "FROM n, unit u WHERE ?3 = ?3"),
		first, end, weeks);
	pages_run(t,
		SQL("INSERT INTO roster (rollup_id, person_id) SELECT r.id, n.id FROM rollup r "
		    "JOIN "
		    "person n ON n.unit_id = r.unit_id WHERE r.unit_id > 6 AND r.week >= ?1 AND "
		    "r.week < ?2 AND ?3 = ?3 /*scan*/"),
		first, end, weeks);
	pages_run(t,
		SQL("INSERT INTO reflection (person_id, team_id, week, rollup_week, state, late, "
		    "version, submitted_at, changed_at) " NUMBERS
		    " SELECT i.id, i.unit_id, p, p, 'closed', 0, 1, (p * 7 + 1) * 86400, (p * 7 + "
		    "1) "
		    "* 86400 FROM n JOIN person i ON i.id <= 250 WHERE ?3 = ?3 ORDER BY p, i.id"),
		first, end, weeks);
}

/* ?1, ?2: points; ?3 how many weeks. Groups share a text; one in seven is signed with no name. */
static void pages_of_points(struct txn *t, long from, long to, long weeks)
{
	RUN("INSERT INTO point (id, reflection_id, kind, position, headline, body_md, body_html, "
	    "excerpt, author_id, team_id, branch_id, week, team_week, branch_week, hq_week, reach, "
	    "anonymous, submitted_at, changed_at) " NUMBERS
	    " SELECT p + 1, r.id, p % 2, p / 2 % 2, x.headline, x.body, x.html, x.excerpt, "
	    "r.person_id, r.team_id, u.parent_id, r.week, r.week, r.week, r.week, "
	    "3 + (p % 100 = 0), p % 7 = 0, r.submitted_at, r.submitted_at FROM n JOIN reflection r "
	    "ON r.id = p / 4 + 1 JOIN unit u ON u.id = r.team_id JOIN pages_text x ON x.i = CASE "
	    "WHEN p % 40 = 0 THEN p / 200 ELSE p * 7919 END % 5000 WHERE ?3 = ?3");
	RUN("INSERT INTO point_topic (point_id, topic_id) " NUMBERS
	    " SELECT p + 1, 1 + p % 20 FROM n WHERE p % 17 <> 0 AND ?3 = ?3"
	    " UNION SELECT p + 1, 1 + p / 20 % 20 FROM n WHERE p % 2 = 1 AND p % 17 <> 0");
	RUN("INSERT INTO answer (point_id, team_id, branch_id, due_at, answered_by, answered_at)"
	    " SELECT id, team_id, branch_id, submitted_at, author_id, submitted_at FROM point "
	    "WHERE "
	    "id > ?1 AND id <= ?2 AND ?3 = ?3");
	RUN("INSERT INTO reading (point_id, person_id, at) SELECT p.id, n.id, p.submitted_at + "
	    "n.id "
	    "FROM point p JOIN person n ON n.id IN ((p.team_id - 7) * 5 + 1, (p.team_id - 7) * 5 + "
	    "3, 1 + p.id % 250) AND n.id <> p.author_id WHERE p.id > ?1 AND p.id <= ?2 AND ?3 = "
	    "?3");
	RUN("INSERT INTO event (at, deed, person_id, point_id, team_id) SELECT submitted_at, "
	    "'submitted', author_id, id, team_id FROM point WHERE id > ?1 AND id <= ?2 AND ?3 = "
	    "?3");
	RUN("INSERT INTO event (at, deed, person_id, point_id, team_id) SELECT r.at, 'read', "
	    "r.person_id, p.id, p.team_id FROM point p JOIN reading r ON r.point_id = p.id WHERE "
	    "p.id > ?1 AND p.id <= ?2 AND ?3 = ?3");
	RUN("INSERT INTO remark (point_id, kind, person_id, text, rises, author_lets, "
	    "manager_lets, "
	    "at) SELECT id, 3, (team_id - 7) * 5 + 1, '先问一句，再报价。', 1, 1, 1, submitted_at "
	    "FROM point WHERE id % 3 = 0 AND id > ?1 AND id <= ?2 AND ?3 = ?3");
	RUN("INSERT INTO highlight (point_id, unit_id, reason, flagged_at) SELECT id, branch_id, "
	    "'可以深挖', submitted_at + 86400 FROM point WHERE id % 100 = 7 AND id > ?1 AND id <= "
	    "?2 "
	    "AND ?3 = ?3");
	RUN("INSERT INTO use (noun, noun_id, person_id, unit_id, branch_id, effect, text, "
	    "conditions, day, at) SELECT 0, p.id, n.id, n.unit_id, u.parent_id, p.id / 10 % 3, "
	    "'照着做了', '老客户', p.week * 7 + 3, p.submitted_at + 86400 FROM point p JOIN person "
	    "n "
	    "ON n.id = 1 + p.id * 31 % 250 JOIN unit u ON u.id = n.unit_id WHERE p.id % 10 = 3 AND "
	    "n.id <> p.author_id AND p.id > ?1 AND p.id <= ?2 AND ?3 = ?3");
}

/* A text of each branch on every other topic of each week, that cites two points; a bulletin a week
 * but for the last. */
static void pages_of_weeks(struct txn *t, long from, long to, long weeks)
{
	RUN("INSERT INTO synthesis (rollup_id, topic_id, body_md, body_html, version, changed_at)"
	    " SELECT r.id, t.id, '先问再报[[1]]，回访[[2]]。', '<p>先问再报，回访。</p>', 1, "
	    "r.week * "
	    "604800 FROM rollup r JOIN topic t ON t.id % 2 = 1 WHERE r.unit_id BETWEEN 2 AND 6 AND "
	    "r.week >= ?1 AND r.week < ?2 AND ?3 = ?3 /*scan*/");
	RUN("INSERT INTO synthesis_cite (synthesis_id, point_id, position) SELECT y.id, 1 + "
	    "(r.week "
	    "- ?1) * 1000 + (r.unit_id - 2) * 200 + y.topic_id - 1 + 20 * k.i, k.i FROM synthesis "
	    "y "
	    "JOIN rollup r ON r.id = y.rollup_id, (SELECT 0 AS i UNION SELECT 1) k WHERE ?2 = ?2 "
	    "AND "
	    "?3 = ?3 /*scan*/");
	RUN("INSERT INTO bulletin (id, week, state, title, frame_md, frame_html, rules_md, "
	    "rules_html, version, edition, due_at, created_at, changed_at) " NUMBERS
	    " SELECT p - ?1 + 1, p, 'published', '简报', '', '', '', '', 1, 1, p * 604800, p * "
	    "604800, "
	    "p * 604800 FROM n WHERE p + 1 < ?2 AND ?3 = ?3");
	RUN("INSERT INTO bulletin_edition (bulletin_id, number, title, frame_md, frame_html, "
	    "rules_md, rules_html, published_at) SELECT id, 1, title, '', '', '', '', due_at FROM "
	    "bulletin WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 = ?3 /*scan*/");
	RUN("INSERT INTO bulletin_piece (bulletin_id, edition, kind, noun_id, position, comment, "
	    "title, title_en, body_md, body_html, point_kind, week) SELECT b.id, 1, 0, p.id, p.id, "
	    "'', p.headline, p.headline, p.body_md, p.body_html, p.kind, p.week FROM bulletin b "
	    "JOIN "
	    "point p ON p.hq_week = b.week AND p.reach = 4 WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 = ?3 "
	    "/*scan*/");
	RUN("INSERT INTO receipt (bulletin_id, person_id, unit_id, branch_id, delivered_at, "
	    "opened_at, signed_at) SELECT b.id, n.id, n.unit_id, u.parent_id, b.due_at, b.due_at, "
	    "CASE WHEN n.id % 9 THEN b.due_at END FROM bulletin b, person n JOIN unit u ON u.id = "
	    "n.unit_id WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 = ?3 /*scan*/");
}

/* Those that tell the same are put together by number: to find all of them takes hours. */
static void pages_groups(struct txn *t, long from, long to)
{
	for (long p = from; p < to; p++) {
		struct point_id id = { p + 1 };
		struct point_id first = { p - p / PAGES_APART % PAGES_GROUP * PAGES_APART + 1 };
		if (p % PAGES_APART == 0)
			radar_join(t, id, first);
	}
	pages_run(t, SQL("UPDATE radar_point SET waits = 0 WHERE id > ?1 AND id <= ?2 AND ?3 = ?3"),
		from, to, 0);
}

static void pages_step(struct writer *w, const struct strings *s, long points, long from)
{
	long weeks = points / PAGES_WEEK,
	     to = from + PAGES_SLICE < points ? from + PAGES_SLICE : points;
	struct arena *a = arena_new();
	{
		TXN(t, w, a);
		if (from == 0) {
			pages_people(&t, a);
			pages_texts(&t, a, s);
			pages_weeks(&t, weeks);
		}
		pages_of_points(&t, from, to, weeks);
		if (!txn_commit(&t))
			exit(2);
	}
	writer_checkpoint(w, 64 << 20);
	arena_free(a);
}

static void pages_finish(struct writer *w, long points)
{
	long weeks = points / PAGES_WEEK;
	struct arena *a = arena_new();
	{
		TXN(t, w, a);
		pages_of_weeks(&t, PAGES_LAST_WEEK + 1 - weeks, PAGES_LAST_WEEK + 1, weeks);
		tally_rebuild(&t);
		evidence_rebuild(&t);
		trail_rebuild(&t);
		if (!txn_commit(&t))
			exit(2);
	}
	if (!radar_empty(w, a))
		exit(2);
	for (bool more = true; more;) {
		if (!radar_fill(w, &more))
			exit(2);
		writer_checkpoint(w, 64 << 20);
	}
	for (long from = 0; from < points; from += PAGES_SLICE) {
		TXN(t, w, a);
		pages_groups(&t, from, from + PAGES_SLICE < points ? from + PAGES_SLICE : points);
		if (!txn_commit(&t))
			exit(2);
	}
	writer_checkpoint(w, 0);
	arena_free(a);
}

static void pages_fill(struct writer *w, const struct strings *s, long points)
{
	for (long from = 0; from < points; from += PAGES_SLICE)
		pages_step(w, s, points, from);
	pages_finish(w, points);
}

#endif
