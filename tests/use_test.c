/* "I used this": who may tell, what of whom is seen, and what it comes to. */
#include "house.h"

#include "store/evidence.h"
#include "store/event.h"
#include "store/trail.h"

static const char entry[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			    "样品寄出后没有约回访\n没有约。\n";

static struct house *written(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", entry).status, 201);
	return h;
}

static void close_all(struct house *h)
{
	static const char *const steps[][2] = { { "lin", "e1" }, { "gao", "east" } };
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(
			house_do(h, steps[i][0],
				arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W47",
					steps[i][1]))
				.status,
			200);
}

static struct answer tell(struct house *h, const char *who, const char *what, const char *json)
{
	return house_ask(h, who, POST, arena_format(h->arena, "/api/%s/uses", what),
		"application/json", json, NULL);
}

static struct answer used(struct house *h, const char *who, int point, const char *effect,
	const char *day, bool anonymous)
{
	return tell(h, who, arena_format(h->arena, "points/%d", point),
		arena_format(h->arena,
			"{\"effect\":\"%s\",\"text\":\"用了\",\"conditions\":\"对方在赶工\","
			"\"day\":\"%s\",\"anonymous\":%s}",
			effect, day, anonymous ? "true" : "false"));
}

static int64_t figure(struct house *h, const char *who, int point, const char *name)
{
	struct answer a = house_get(h, who, arena_format(h->arena, "/api/points/%d/uses", point));
	assert_int_equal(a.status, 200);
	return json_get_number(json_get(a.json, "evidence"), name, 0);
}

static void all_agrees(struct house *h)
{
	assert_int_equal(house_differences(h, evidence_differences_any), 0);
	assert_int_equal(house_differences(h, trail_differences_any), 0);
	assert_int_equal(house_differences(h, event_differences_any), 0);
}

static void each_tells_of_what_they_see_but_is_no_witness_for_their_own(void **state)
{
	(void)state;
	struct house *h = written();
	static const struct {
		const char *who, *what;
		int status;
	} rows[] = {
		{ "wang", "points/1", 403 },
		{ "li", "points/1", 201 },
		{ "lin", "points/1", 201 },
		{ "qian", "points/1", 404 },
		{ "han", "points/1", 404 },
		{ "li", "points/99", 404 },
		{ "li", "topics/1", 403 }, /* proposed */
		{ "li", "stories/1", 404 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = tell(h, rows[i].who, rows[i].what,
			"{\"effect\":\"worked\",\"text\":\"照着问了\"}");
		if (a.status != rows[i].status)
			fail_msg("%s of %s: %d\n%s", rows[i].who, rows[i].what, a.status, a.body);
	}
	all_agrees(h);
	house_free(h);
}

static void a_failure_says_under_which_conditions(void **state)
{
	(void)state;
	struct house *h = written();
	static const struct {
		const char *json, *field;
	} rows[] = {
		{ "{\"effect\":\"failed\",\"text\":\"没成\"}", "conditions" },
		{ "{\"effect\":\"worked\",\"text\":\"  \"}", "text" },
		{ "{\"effect\":\"splendid\",\"text\":\"好\"}", "effect" },
		{ "{\"text\":\"好\"}", "effect" },
		{ "{\"effect\":\"worked\",\"text\":\"好\",\"day\":\"2026-11-19\"}", "day" },
		{ "{\"effect\":\"worked\",\"text\":\"好\",\"day\":\"2025-11-16\"}", "day" },
		{ "{\"effect\":\"worked\",\"text\":\"好\",\"day\":\"昨天\"}", "day" },
		{ "{\"effect\":\"worked\",\"text\":\"好\",\"customer\":"
		  "\"一二三四五六七八九十一二三四五六七八九十"
		  "一\"}",
			"customer" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = tell(h, "li", "points/1", rows[i].json);
		const char *field = json_get_text(json_at(json_get(a.json, "errors"), 0), "field");
		if (a.status != 422 || !text_same(field ? field : "", rows[i].field))
			fail_msg("%s: %d\n%s", rows[i].json, a.status, a.body);
	}
	assert_int_equal(figure(h, "li", 1, "worked"), 0);
	struct answer a = tell(h, "li", "points/1",
		"{\"effect\":\"failed\",\"text\":\"没成\",\"conditions\":\"采购已经换人\"}");
	assert_int_equal(a.status, 201);
	assert_string_equal(json_get_text(a.json, "conditions"), "采购已经换人");
	assert_string_equal(json_get_text(a.json, "day"), "2026-11-18");
	house_free(h);
}

static void one_entry_a_day_and_ones_own_may_change(void **state)
{
	(void)state;
	struct house *h = written();
	struct answer a = used(h, "li", 1, "worked", "2026-11-17", false);
	int64_t id = json_get_number(a.json, "id", 0);
	assert_int_equal(used(h, "li", 1, "failed", "2026-11-17", false).status, 409);
	assert_int_equal(used(h, "li", 1, "failed", "2026-11-16", false).status, 201);
	assert_int_equal(figure(h, "wang", 1, "people"), 1);
	assert_int_equal(figure(h, "wang", 1, "failed"), 1);
	const char *target = arena_format(h->arena, "/api/uses/%ld", (long)id);
	static const struct {
		const char *who, *day;
		int status;
	} rows[] = { { "lin", "2026-11-17", 403 }, { "qian", "2026-11-17", 404 },
		{ "li", "2026-11-16", 409 }, { "li", "2026-11-15", 200 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		a = house_ask(h, rows[i].who, PUT, target, "application/json",
			arena_format(h->arena,
				"{\"effect\":\"partly\",\"text\":\"一半\",\"day\":\"%s\"}",
				rows[i].day),
			NULL);
		if (a.status != rows[i].status)
			fail_msg("%s to %s: %d", rows[i].who, rows[i].day, a.status);
	}
	assert_int_equal(figure(h, "wang", 1, "worked"), 0);
	assert_int_equal(figure(h, "wang", 1, "partly"), 1);
	assert_int_equal(house_ask(h, "lin", DELETE, target, NULL, NULL, NULL).status, 403);
	assert_int_equal(house_ask(h, "li", DELETE, target, NULL, NULL, NULL).status, 204);
	assert_int_equal(house_get(h, "li", target).status, 404);
	assert_int_equal(figure(h, "wang", 1, "partly"), 0);
	assert_int_equal(used(h, "li", 1, "worked", "2026-11-15", false).status, 201);
	all_agrees(h);
	house_free(h);
}

static void it_rises_with_the_point_and_a_name_stays_where_its_owner_wants(void **state)
{
	(void)state;
	struct house *h = written();
	assert_int_equal(used(h, "li", 1, "worked", "2026-11-17", true).status, 201);
	assert_int_equal(used(h, "lin", 1, "failed", "2026-11-17", false).status, 201);
	assert_int_equal(house_get(h, "han", "/api/points/1/uses").status, 404);
	close_all(h);
	assert_int_equal(used(h, "han", 1, "worked", "2026-11-18", false).status, 201);
	static const struct {
		const char *who;
		bool li;
	} rows[] = { { "wang", true }, { "li", true }, { "lin", true }, { "gao", false },
		{ "tian", false }, { "han", false } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *pages[] = { "/api/points/1/uses", "/points/1", "/points/1/uses" };
		for (size_t k = 0; k < 3; k++) {
			struct answer a = house_get(h, rows[i].who, pages[k]);
			if (a.status != 200 || (strstr(a.body, "李娜") != NULL) != rows[i].li ||
				!strstr(a.body, "林经理") || !strstr(a.body, "韩总"))
				fail_msg("%s reads %s: %d\n%s", rows[i].who, pages[k], a.status,
					a.body);
		}
	}
	assert_int_equal(figure(h, "gao", 1, "teams"), 1);
	assert_int_equal(figure(h, "gao", 1, "people"), 3);
	assert_int_equal(figure(h, "gao", 1, "branches"), 1);
	all_agrees(h);
	house_free(h);
}

static void the_page_says_it_in_words_and_keeps_what_was_typed(void **state)
{
	(void)state;
	struct house *h = written();
	struct answer a =
		house_post(h, "li", "/points/1/uses", "effect=failed&text=%E6%B2%A1%E6%88%90");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "没成"));
	assert_int_equal(
		house_post(h, "li", "/points/1/uses",
			"effect=failed&text=%E6%B2%A1%E6%88%90&conditions=x&customer=y&anonymous=1")
			.status,
		303);
	a = house_get(h, "wang", "/points/1");
	assert_non_null(strstr(a.body, "1 个团队用过：1 次没有效果"));
	assert_int_equal(house_get(h, "li", "/uses/1/edit").status, 200);
	assert_int_equal(
		house_post(h, "li", "/uses/1/edit", "effect=worked&text=z&day=2026-11-18").status,
		303);
	assert_non_null(strstr(house_get(h, "wang", "/points/1").body, "1 个团队用过：1 次有效"));
	assert_int_equal(house_post(h, "li", "/uses/1/withdraw", "").status, 303);
	assert_null(strstr(house_get(h, "wang", "/points/1").body, "1 个团队用过"));
	all_agrees(h);
	house_free(h);
}

/* As the author's inbox has it. */
static const char *told(struct house *h, const char *who)
{
	struct answer a = house_get(h, who, "/api/inbox");
	for (size_t i = 0; i < json_count(json_get(a.json, "items")); i++) {
		const struct json *n = json_at(json_get(a.json, "items"), i);
		if (text_same(json_get_text(n, "kind"), "used"))
			return a.body;
	}
	return NULL;
}

static void its_author_is_told_but_not_who_would_rather_not_be_named(void **state)
{
	(void)state;
	struct house *h = written();
	close_all(h);
	assert_null(told(h, "wang"));
	assert_int_equal(used(h, "han", 1, "worked", "2026-11-17", true).status, 201);
	assert_non_null(told(h, "wang"));
	assert_null(strstr(house_get(h, "wang", "/api/inbox").body, "韩总"));
	assert_null(strstr(house_get(h, "wang", "/inbox").body, "韩总"));
	assert_int_equal(used(h, "li", 2, "worked", "2026-11-17", true).status, 201);
	assert_non_null(strstr(house_get(h, "wang", "/api/inbox").body, "李娜"));
	assert_int_equal(house_ask(h, "li", DELETE, "/api/uses/2", NULL, NULL, NULL).status, 204);
	assert_null(strstr(house_get(h, "wang", "/api/inbox").body, "李娜"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_tells_of_what_they_see_but_is_no_witness_for_their_own),
		TEST(a_failure_says_under_which_conditions),
		TEST(one_entry_a_day_and_ones_own_may_change),
		TEST(it_rises_with_the_point_and_a_name_stays_where_its_owner_wants),
		TEST(its_author_is_told_but_not_who_would_rather_not_be_named),
		TEST(the_page_says_it_in_words_and_keeps_what_was_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
