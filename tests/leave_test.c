/* Nothing of a branch's week is lost: each point is distilled, merged, left with a reason, or open
 * and named. */
#include "rollup_kit.h"

static int64_t count(struct house *h, const char *login, const char *what)
{
	const struct json *handled = json_get(kit_rollup(h, login, "east").json, "handled");
	return handled ? json_get_number(handled, what, -1) : -2;
}

static void counts_are(
	struct house *h, int64_t merged, int64_t cited, int64_t left, int64_t placed, int64_t open)
{
	const struct json *c = json_get(kit_rollup(h, "gao", "east").json, "handled");
	const struct {
		const char *name;
		int64_t n;
	} all[] = { { "merged", merged }, { "cited", cited }, { "left", left },
		{ "placed", placed }, { "open", open },
		{ "points", merged + cited + left + placed + open } };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (json_get_number(c, all[i].name, -1) != all[i].n)
			fail_msg("%s: %d, expected %d", all[i].name,
				(int)json_get_number(c, all[i].name, -1), (int)all[i].n);
}

static int leave(struct house *h, const char *login, int64_t point, const char *reason)
{
	return kit_json(h, login, PUT, arena_format(h->arena, "/api/points/%ld/leave", (long)point),
		arena_format(h->arena, "{\"reason\":\"%s\"}", reason))
		.status;
}

static int back(struct house *h, int64_t point)
{
	return kit_json(h, "gao", DELETE,
		arena_format(h->arena, "/api/points/%ld/leave", (long)point), NULL)
		.status;
}

static void distil(struct house *h, int64_t topic, int64_t point)
{
	assert_int_equal(
		kit_json(h, "gao", PUT,
			arena_format(
				h->arena, "/api/units/east/rollup/syntheses/%ld" WEEK, (long)topic),
			arena_format(h->arena, "{\"body_md\":\"先问 [[%ld]]\"}", (long)point))
			.status,
		200);
}

/* Both teams have closed: 报价 on one point of each pair, a lesson without a topic beside it. */
static struct house *two_teams(int64_t *one, int64_t *two)
{
	struct house *h = house_new();
	*one = kit_write(h, "wang", "报价前先问清");
	*two = kit_write(h, "qian", "先弄清谁拍板再报价");
	kit_close(h, "lin", "e1");
	kit_close(h, "zhao", "e2");
	return h;
}

static void each_point_is_exactly_one_of_five(void **state)
{
	(void)state;
	int64_t one, two;
	struct house *h = two_teams(&one, &two);
	counts_are(h, 0, 0, 0, 0, 4);
	assert_int_equal(leave(h, "gao", two, "只有一家遇到"), 200);
	assert_int_equal(leave(h, "gao", two + 1, "说得太笼统，请重写"), 200);
	counts_are(h, 0, 0, 2, 0, 2);
	const struct json *points = json_get(kit_rollup(h, "gao", "east").json, "points");
	assert_string_equal(json_get_text(kit_point(points, two), "left"), "只有一家遇到");
	assert_string_equal(json_get_text(kit_point(points, two), "handled"), "left");
	assert_string_equal(json_get_text(kit_point(points, one), "handled"), "open");
	/* a text places what has its topic; a reason stands against that */
	distil(h, kit_topic(h, "gao", "east", "报价"), one);
	counts_are(h, 0, 1, 2, 0, 1);
	assert_int_equal(back(h, two), 200);
	counts_are(h, 0, 1, 1, 1, 1);
	/* merged is merged, whatever else; the reason holds again when it is taken out */
	assert_int_equal(kit_json(h, "gao", POST,
				 arena_format(h->arena, "/api/points/%ld/merge", (long)(one + 1)),
				 arena_format(h->arena, "{\"points\":[%ld]}", (long)(two + 1)))
				 .status,
		200);
	counts_are(h, 1, 1, 0, 1, 1);
	house_do(h, "gao", arena_format(h->arena, "/api/points/%ld/unmerge", (long)(two + 1)));
	counts_are(h, 0, 1, 1, 1, 1);
	assert_int_equal(kit_audits(h, "leave"), 2);
	assert_int_equal(kit_audits(h, "unleave"), 1);
	house_free(h);
}

static void a_reason_is_asked_for_and_what_is_cited_needs_none(void **state)
{
	(void)state;
	int64_t one, two;
	struct house *h = two_teams(&one, &two);
	assert_int_equal(leave(h, "gao", one, " "), 422);
	char *reason = arena_alloc(h->arena, 202);
	memset(reason, 'x', 201);
	reason[201] = 0;
	assert_int_equal(leave(h, "gao", one, reason), 422);
	assert_int_equal(leave(h, "gao", one, reason + 1), 200);
	assert_int_equal(leave(h, "lin", one, "x"), 403);
	assert_int_equal(leave(h, "qian", one, "x"), 404);
	assert_int_equal(leave(h, "chen", one, "x"), 404);
	distil(h, kit_topic(h, "gao", "east", "报价"), one);
	assert_int_equal(leave(h, "gao", one, "x"), 409);
	/* several with one reason: those that need none are passed over */
	const char *many = "/api/units/east/rollup/leave" WEEK;
	struct answer a = kit_json(h, "gao", POST, many,
		arena_format(h->arena, "{\"points\":[%ld,%ld,%ld],\"reason\":\"下周再看\"}",
			(long)one, (long)two, (long)(one + 1)));
	assert_int_equal(a.status, 200);
	counts_are(h, 0, 1, 2, 0, 1);
	assert_int_equal(
		kit_json(h, "gao", POST, many, "{\"points\":[],\"reason\":\"x\"}").status, 422);
	a = kit_json(h, "gao", POST, many,
		arena_format(
			h->arena, "{\"points\":[%ld,999],\"reason\":\"另一条\"}", (long)(two + 1)));
	assert_int_equal(a.status, 404); /* all of them, or none */
	counts_are(h, 0, 1, 2, 0, 1);
	house_free(h);
}

static void closing_names_what_is_open_and_goes_on(void **state)
{
	(void)state;
	int64_t one, two;
	struct house *h = two_teams(&one, &two);
	const char *page = house_get(h, "gao", "/units/east" WEEK).body;
	assert_non_null(strstr(page, "4 点还没有提炼、没有合并，也没有说明"));
	assert_non_null(strstr(page, "“报价前先问清”"));
	for (int64_t id = one; id <= two + 1; id++)
		assert_int_equal(leave(h, "gao", id, "样本太少"), 200);
	assert_null(strstr(house_get(h, "gao", "/units/east" WEEK).body, "没有合并，也没有说明"));
	back(h, one);
	kit_close(h, "gao", "east");
	counts_are(h, 0, 0, 3, 0, 1);
	assert_int_equal(leave(h, "gao", one, "晚了"), 409);
	assert_int_equal(back(h, two), 409);
	house_free(h);
}

/* The branch's managers; once it has closed, headquarters and trainers too. Never the teams. */
static void who_may_know_why(void **state)
{
	(void)state;
	int64_t one, two;
	struct house *h = two_teams(&one, &two);
	leave(h, "gao", one, "样本太少");
	static const char *const people[] = { "gao", "han", "tian", "lin", "wang", "qian", "chen" };
	static const bool closed[] = { true, true, true, false, false, false, false };
	const char *point = arena_format(h->arena, "/api/points/%ld", (long)one);
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
			bool knows = round ? closed[i] : i == 0;
			struct answer a = kit_rollup(h, people[i], "east");
			bool told = strstr(a.body, "样本太少") != NULL;
			bool of_point =
				strstr(house_get(h, people[i], point).body, "样本太少") != NULL;
			bool counted = a.status == 200 && count(h, people[i], "left") == 1;
			if (told != knows || of_point != knows || counted != knows)
				fail_msg("round %d, %s: %d %d %d", round, people[i], told, of_point,
					counted);
		}
		kit_close(h, "gao", "east");
	}
	house_free(h);
}

static void a_team_opened_again_takes_the_reason_along(void **state)
{
	(void)state;
	int64_t one, two;
	struct house *h = two_teams(&one, &two);
	leave(h, "gao", one, "样本太少");
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen" WEEK).status, 200);
	kit_close(h, "lin", "e1");
	counts_are(h, 0, 0, 0, 0, 4);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_point_is_exactly_one_of_five),
		TEST(a_reason_is_asked_for_and_what_is_cited_needs_none),
		TEST(closing_names_what_is_open_and_goes_on),
		TEST(who_may_know_why),
		TEST(a_team_opened_again_takes_the_reason_along),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
