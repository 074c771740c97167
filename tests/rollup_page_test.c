/* A roll-up that is longer than a page. */
#include "house.h"

#include "store/tally.h"

/* A long week goes from page to page topic by topic: each point once under each of its topics. */
static void a_long_week_is_paged_by_topic_and_loses_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	enum { POINTS = 230 };
	assert_int_equal(
		house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 甲事 #甲题\n做了。\n")
			.status,
		201);
	assert_int_equal(
		house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47").status, 200);
	{
		TXN(t, h->app.install.writer, h->arena);
		assert_true(txn_script(&t,
			"INSERT INTO topic (id, kind, state, name_zh, name_en, created_at) VALUES "
			"(90, 'topic', 'accepted', '乙题', 'B', 1);"
			"WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < "
			"230) INSERT INTO point (id, reflection_id, kind, position, headline, "
			"body_md, "
			"body_html, excerpt, author_id, team_id, branch_id, week, team_week, "
			"branch_week, reach, submitted_at, changed_at) SELECT i, reflection_id, i "
			"% 2, "
			"i, '第' || i || '条', body_md, body_html, excerpt, author_id, team_id, "
			"branch_id, week, team_week, branch_week, reach, 1, 1 FROM point, n;"
			"INSERT INTO point_topic (point_id, topic_id) SELECT p.id, x.topic_id FROM "
			"point p, point_topic x WHERE x.point_id = 1 AND p.id > 1 AND p.id % 3 < 2;"
			"INSERT INTO point_topic (point_id, topic_id) SELECT id, 90 FROM point "
			"WHERE id "
			"% 3 > 0"));
		tally_rebuild(&t);
		assert_true(txn_commit(&t));
	}
	const char *to = "/units/east?week=2026-W47";
	int shown[POINTS + 1] = { 0 }, pages = 0;
	while (to && pages < 9) {
		struct answer a = house_get(h, "gao", to);
		assert_int_equal(a.status, 200);
		pages++;
		for (const char *at = a.body; (at = strstr(at, "<h3><a href=\"/points/")); at++)
			shown[atol(at + strlen("<h3><a href=\"/points/"))]++;
		const char *next = strstr(a.body, "cursor=");
		to = next ? arena_format(h->arena, "/units/east?week=2026-W47&%s",
				    arena_copy(h->arena, next, strcspn(next, "&\"")))
			  : NULL;
	}
	assert_int_equal(pages, 2);
	for (int i = 1; i <= POINTS; i++)
		if (shown[i] != (i == 1 ? 2 : i % 3 == 1 ? 2 : 1))
			fail_msg("point %d stands %d times", i, shown[i]);
	assert_int_equal(house_get(h, "gao", "/units/east?week=2026-W47&cursor=200").status, 422);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_long_week_is_paged_by_topic_and_loses_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
