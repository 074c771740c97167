/* An ask that the headquarters answered becomes an answer for all, and nothing of the point it
 * stood in comes with it. */
#include "house.h"

#include "store/event.h"
#include "store/search_fill.h"
#include "rules/ask.h"

static const char entry[] = "# 教训\n## 给德胜的返点拖了半年 #返点\n德胜五金的周厂长催了三次。\n"
			    "求助: 德胜的返点谁来批\n";

static struct answer json(
	struct house *h, const char *who, enum method m, const char *target, const char *body)
{
	return house_ask(h, who, m, target, body ? "application/json" : NULL, body, NULL);
}

static int climb(struct house *h, int64_t now)
{
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = now,
		.faults = { .arena = h->arena } };
	return ask_climb(&w);
}

static void accept_topic(struct house *h)
{
	assert_int_equal(house_post(h, "han", "/topics/new",
				 "kind=topic&name_zh=%E8%BF%94%E7%82%B9&name_en=rebate")
				 .status,
		303);
}

/* Asked by wang of e1, climbed to the headquarters. */
static struct house *asked(void)
{
	struct house *h = house_new();
	accept_topic(h);
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", entry).status, 201);
	assert_int_equal(climb(h, HOUSE_NOW + 20 * 86400), 1);
	assert_int_equal(climb(h, HOUSE_NOW + 60 * 86400), 1);
	return h;
}

static const char words[] = "{\"question\":\"经销商的返点由谁批准？\",\"body_md\":\"**五千以内**"
			    "由分公司批。\",\"topics\":[\"返点\"]}";

static struct house *shared(void)
{
	struct house *h = asked();
	assert_int_equal(
		json(h, "han", POST, "/api/asks/1/answer", "{\"text\":\"分公司批\"}").status, 200);
	assert_int_equal(json(h, "han", POST, "/api/asks/1/for-all", words).status, 201);
	return h;
}

static void only_headquarters_makes_one_and_only_of_what_it_answered(void **state)
{
	(void)state;
	struct house *h = asked();
	static const struct {
		const char *who, *target, *body;
		int status;
	} rows[] = {
		{ "han", "/api/asks/1/for-all", words, 409 }, /* not answered yet */
		{ "han", "/api/asks/1/answer", "{\"text\":\"分公司批\"}", 200 },
		{ "gao", "/api/asks/1/for-all", words, 403 },
		{ "wang", "/api/asks/1/for-all", words, 403 },
		{ "qian", "/api/asks/1/for-all", words, 404 },
		{ "han", "/api/asks/1/for-all",
			"{\"question\":\"\",\"body_md\":\"x\",\"topics\":[]}", 422 },
		{ "han", "/api/asks/1/for-all",
			"{\"question\":\"问\",\"body_md\":\"x\",\"topics\":[\"没有的词\"]}", 422 },
		{ "han", "/api/asks/1/for-all", words, 201 },
		{ "han", "/api/asks/1/for-all", words, 409 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = json(h, rows[i].who, POST, rows[i].target, rows[i].body);
		if (a.status != rows[i].status)
			fail_msg("row %zu: %d %s", i, a.status, a.body);
	}
	struct answer steps = house_get(h, "wang", "/api/asks/1");
	assert_non_null(strstr(steps.body, "\"deed\":\"shared\""));
	assert_int_equal(house_differences(h, event_differences_any), 0);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

static void everybody_finds_it_and_nothing_of_the_point(void **state)
{
	(void)state;
	struct house *h = shared();
	static const char *const people[] = { "sun", "qian", "chen", "tian", "root" };
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		struct answer found =
			house_get(h, people[i], "/api/search?q=%E8%BF%94%E7%82%B9%20kind:answer");
		assert_non_null(strstr(found.body, "\"type\":\"answer\""));
		struct answer page = house_get(h, people[i], "/answers-for-all/1");
		struct answer list = house_get(h, people[i], "/answers-for-all");
		assert_int_equal(page.status, 200);
		assert_non_null(strstr(page.body, "<strong>五千以内</strong>"));
		assert_non_null(strstr(list.body, "经销商的返点由谁批准"));
		assert_non_null(
			strstr(house_get(h, people[i], "/topics/1").body, "经销商的返点由谁批准"));
		const char *const all[] = { found.body, page.body, list.body,
			house_get(h, people[i], "/api/answers-for-all/1").body };
		for (size_t k = 0; k < 4; k++)
			if (strstr(all[k], "德胜") || strstr(all[k], "周厂长") ||
				strstr(all[k], "王磊") || strstr(all[k], "#k1"))
				fail_msg("%s sees in %zu: %s", people[i], k, all[k]);
	}
	house_free(h);
}

static void the_asker_is_named_only_if_they_wish(void **state)
{
	(void)state;
	struct house *h = shared();
	assert_null(strstr(house_get(h, "sun", "/answers-for-all/1").body, "王磊"));
	assert_int_equal(house_post(h, "li", "/asks/1/name", "named=1").status, 403);
	assert_int_equal(house_post(h, "wang", "/asks/1/confirm", "named=1").status, 303);
	assert_non_null(strstr(house_get(h, "sun", "/answers-for-all/1").body, "王磊"));
	assert_string_equal(
		json_get_text(house_get(h, "sun", "/api/answers-for-all/1").json, "asker"), "王磊");
	assert_int_equal(json(h, "wang", DELETE, "/api/asks/1/name", NULL).status, 200);
	assert_null(strstr(house_get(h, "sun", "/answers-for-all/1").body, "王磊"));
	house_free(h);
}

static void it_has_versions_and_can_be_withdrawn(void **state)
{
	(void)state;
	struct house *h = shared();
	static const char *const old[] = { "If-Match", "\"1\"", NULL };
	static const char again[] = "{\"question\":\"经销商返点谁批？\",\"body_md\":"
				    "\"一万以内由分公司批。\",\"topics\":[]}";
	assert_int_equal(json(h, "sun", PUT, "/api/answers-for-all/1", again).status, 403);
	struct answer a =
		house_ask(h, "han", PUT, "/api/answers-for-all/1", "application/json", again, old);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.etag, "\"2\"");
	a = house_ask(h, "han", PUT, "/api/answers-for-all/1", "application/json", words, old);
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(house_get(h, "han", "/answers-for-all/1").body, "五千以内"));
	assert_null(strstr(house_get(h, "sun", "/answers-for-all/1").body, "五千以内"));
	assert_int_equal(house_post(h, "gao", "/answers-for-all/1/withdraw", "").status, 403);
	assert_int_equal(house_post(h, "han", "/answers-for-all/1/withdraw", "").status, 303);
	assert_int_equal(house_get(h, "sun", "/answers-for-all/1").status, 404);
	assert_int_equal(house_get(h, "wang", "/answers-for-all/1").status, 404);
	assert_null(strstr(house_get(h, "sun", "/answers-for-all").body, "谁批"));
	assert_null(strstr(house_get(h, "sun", "/api/search?q=%E8%BF%94%E7%82%B9").body, "谁批"));
	assert_int_equal(house_get(h, "han", "/answers-for-all/1").status, 200);
	assert_int_equal(house_post(h, "han", "/answers-for-all/1/publish", "").status, 303);
	assert_int_equal(house_get(h, "sun", "/answers-for-all/1").status, 200);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

static void the_form_holds_the_line_of_the_ask_alone(void **state)
{
	(void)state;
	struct house *h = asked();
	json(h, "han", POST, "/api/asks/1/answer", "{\"text\":\"分公司批\"}");
	struct answer form = house_get(h, "han", "/asks/1/for-all");
	assert_int_equal(form.status, 200);
	assert_non_null(strstr(form.body, "德胜的返点谁来批</textarea>"));
	assert_null(strstr(form.body, "周厂长"));
	assert_int_equal(house_get(h, "gao", "/asks/1/for-all").status, 403);
	struct answer refused =
		house_post(h, "han", "/asks/1/for-all", "question=&body=%E7%AD%94&topics=");
	assert_int_equal(refused.status, 422);
	struct answer done = house_post(h, "han", "/asks/1/for-all",
		"question=%E9%97%AE&body=%E7%AD%94&topics=%E8%BF%94%E7%82%B9");
	assert_int_equal(done.status, 303);
	assert_non_null(strstr(house_get(h, "han", "/asks").body, "/answers-for-all/1"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_headquarters_makes_one_and_only_of_what_it_answered),
		TEST(everybody_finds_it_and_nothing_of_the_point),
		TEST(the_asker_is_named_only_if_they_wish),
		TEST(it_has_versions_and_can_be_withdrawn),
		TEST(the_form_holds_the_line_of_the_ask_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
