/*
 * fill DB POINTS TOKENS: a database to measure with. Teams of five people, four points each a week,
 * fifty weeks that ended nine weeks ago; so a team's page shows twenty points whatever the size.
 * The last weeks are empty, for submissions. Prints "cookie VALUE" (a session of the first team's
 * manager), "page /units/…?week=…", and a token a line for the first people, "token VALUE".
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "doors/markdown.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "rules/install.h"
#include "store/person.h"
#include "store/session.h"
#include "store/sight.h"
#include "store/tally.h"
#include "store/unit.h"

enum { WEEKS = 50, FREE_WEEKS = 9, REPS = 5, EACH = 4, TEAMS_A_BRANCH = 10 };

static const char body[] =
	"客户第二次到店，先说隔壁店便宜三千。**没有马上谈价**"
	"，先问了三件事：谁来用、什么时候要、上一辆车为什么换。\n\n"
	"### 经过\n问到第二件时他自己说，家里老人月底要去医院复查，等不了那家店的两周。\n"
	"- 当场查了在途车，给了准确到店日\n- 把保养和上牌写进一张纸，一项一项念给他听\n\n"
	"### 效果\n当天交了定金，没有再提价格。下周二交车时约了他弟弟来试驾。\n";

static void run(struct txn *t, const char *sql)
{
	if (!txn_script(t, sql)) {
		fprintf(stderr, "fill: %s\n", sql);
		exit(1);
	}
}

static void add_units(struct txn *t, struct arena *a, int teams)
{
	int branches = (teams + TEAMS_A_BRANCH - 1) / TEAMS_A_BRANCH;
	unit_add(t, "hq", "总部", UNIT_HQ, (struct unit_id){ 0 }, 1);
	for (int i = 0; i < branches; i++)
		unit_add(t, arena_format(a, "b%d", i), arena_format(a, "分公司%d", i), UNIT_BRANCH,
			(struct unit_id){ 1 }, 1);
	for (int i = 0; i < teams; i++)
		unit_add(t, arena_format(a, "t%d", i), arena_format(a, "团队%d", i), UNIT_TEAM,
			(struct unit_id){ 2 + i / TEAMS_A_BRANCH }, 1);
}

/* Person i sits in team i / REPS; the first of each team manages it. */
static void add_people(struct txn *t, struct arena *a, int teams)
{
	int branches = (teams + TEAMS_A_BRANCH - 1) / TEAMS_A_BRANCH;
	run(t, arena_format(a,
		       "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + "
		       "1 < %d)"
		       " INSERT INTO person (id, login, name, unit_id, roles, active, created_at)"
		       " SELECT i + 1, 'p' || i, '员工' || i, %d + i / %d, CASE WHEN i %% %d = 0 "
		       "THEN 3"
		       " ELSE 1 END, 1, 1 FROM n",
		       teams * REPS, 2 + branches, REPS, REPS));
}

static void add_points(struct txn *t, struct arena *a, int teams, int64_t first_week)
{
	int branches = (teams + TEAMS_A_BRANCH - 1) / TEAMS_A_BRANCH;
	run(t, "INSERT INTO topic (id, kind, state, name_zh, name_en, created_at)"
	       " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
	       " SELECT i, 'topic', 'accepted', '专题' || i, 'Topic ' || i, 1 FROM n");
	run(t, arena_format(a,
		       "INSERT INTO reflection (person_id, team_id, week, rollup_week, state, late,"
		       " version, submitted_at, changed_at) WITH RECURSIVE n (i) AS (SELECT 0 "
		       "UNION ALL"
		       " SELECT i + 1 FROM n WHERE i + 1 < %d) SELECT i %% %d + 1, %d + i %% %d / "
		       "%d,"
		       " %lld + i / %d, %lld + i / %d, 'closed', 0, 1, 1, 1 FROM n",
		       teams * REPS * WEEKS, teams * REPS, 2 + branches, teams * REPS, REPS,
		       (long long)first_week, teams * REPS, (long long)first_week, teams * REPS));
	const char *html = markdown_html(a, body, NULL).html;
	run(t, arena_format(a,
		       "INSERT INTO point (reflection_id, kind, position, headline, body_md, "
		       "body_html, excerpt,"
		       " author_id, team_id, branch_id, week, team_week, branch_week, hq_week, "
		       "reach,"
		       " submitted_at, changed_at)"
		       " SELECT r.id, j.i / 2, j.i %% 2, '先问清三件事，再谈价格 ' || (r.id * 4 + "
		       "j.i),"
		       " '%s', '%s', '先问三件事', r.person_id, r.team_id, u.parent_id, r.week, "
		       "r.week, r.week, "
		       "r.week,"
		       " 3, 1, 1 FROM reflection r JOIN unit u ON u.id = r.team_id,"
		       " (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3) j ORDER BY "
		       "r.id",
		       body, html));
	run(t, "INSERT INTO point_topic (point_id, topic_id) SELECT id, 1 + id % 20 FROM point");
	run(t, "INSERT INTO rollup (unit_id, week, state) SELECT DISTINCT team_id, week, 'closed'"
	       " FROM reflection");
}

static void print_ways_in(struct txn *t, struct arena *a, int tokens, int64_t week)
{
	const char *cookie = secret_token(a, "");
	int64_t now = clock_now();
	session_add(t, secret_token_digest(a, cookie), (struct person_id){ 1 }, now, now + 86400,
		NULL, NULL);
	printf("cookie %s\npage /units/t0?week=%s\n", cookie, week_name(a, (struct week){ week }));
	for (int i = 0; i < tokens; i++) {
		const char *token = secret_token(a, "trb_");
		token_add(t, secret_token_digest(a, token), (struct person_id){ i + 1 }, "bench",
			now);
		printf("token %s\n", token);
	}
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	int teams = atoi(argv[2]) / (WEEKS * REPS * EACH), tokens = atoi(argv[3]);
	struct arena *a = arena_new();
	struct install in;
	const char *why = "";
	if (teams < 1 || !install_open(&in, argv[1], a, &why)) {
		fprintf(stderr, "fill: %s\n", why);
		return 1;
	}
	int64_t week = week_of(zone_find("Asia/Shanghai"), clock_now()).n - FREE_WEEKS - WEEKS;
	{
		TXN(t, in.writer, a);
		add_units(&t, a, teams);
		add_people(&t, a, teams);
		add_points(&t, a, teams, week);
		tally_rebuild(&t);
		sight_refresh(&t);
		print_ways_in(
			&t, a, tokens < teams * REPS ? tokens : teams * REPS, week + WEEKS / 2);
		if (!txn_commit(&t))
			return 1;
	}
	writer_checkpoint(in.writer, 0);
	install_close(&in);
	arena_free(a);
	return 0;
}
