/* Nobody is left alone with a difficulty: asks, who owes the answer, how they climb, who sees them.
 */
#include "topic_kit.h"

#include "rules/ask.h"
#include "store/event.h"

static const char entry[] =
	"# 教训\n## 样品寄出后没有约回访\n没有约。\n求助: 希望市场部给一份样品跟踪表\n";

static struct answer ask(struct house *h, const char *who, const char *deed, const char *text)
{
	return house_ask(h, who, POST, arena_format(h->arena, "/api/asks/1/%s", deed),
		text ? "application/json" : NULL,
		text ? arena_format(h->arena, "{\"text\":\"%s\"}", text) : NULL, NULL);
}

static const char *state(struct house *h, const char *who)
{
	struct answer a = house_get(h, who, "/api/asks/1");
	return a.status == 200 ? json_get_text(a.json, "state") : "unseen";
}

static size_t in(struct house *h, const char *who, const char *list)
{
	return json_count(json_get(house_get(h, who, "/api/asks").json, list));
}

static int climb(struct house *h, int64_t now)
{
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = now,
		.faults = { .arena = h->arena } };
	clock_freeze(now);
	return ask_climb(&w);
}

static struct house *asked(const char *text)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", text).status, 201);
	return h;
}

static void an_ask_is_answered_and_its_asker_says_whether_it_helped(void **state_)
{
	(void)state_;
	struct house *h = asked(entry);
	assert_int_equal(in(h, "lin", "waiting"), 1);
	assert_int_equal(in(h, "wang", "own"), 1);
	assert_non_null(strstr(house_get(h, "lin", "/").body, "样品跟踪表"));
	static const struct {
		const char *who, *deed, *text;
		int status;
		const char *state;
	} rows[] = {
		{ "li", "answer", "我来答", 403, "open" },
		{ "qian", "answer", "我来答", 404, "open" },
		{ "wang", "confirm", NULL, 409, "open" },
		{ "lin", "answer", " ", 422, "open" },
		{ "lin", "answer", "周五前给你", 200, "answered" },
		{ "li", "confirm", NULL, 403, "answered" },
		{ "wang", "reopen", "", 422, "answered" },
		{ "wang", "reopen", "表里没有寄出日期", 200, "open" },
		{ "lin", "answer", "加上了", 200, "answered" },
		{ "wang", "confirm", NULL, 200, "confirmed" },
		{ "li", "close", NULL, 403, "confirmed" },
		{ "lin", "close", NULL, 200, "closed" },
		{ "lin", "answer", "又", 409, "closed" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = ask(h, rows[i].who, rows[i].deed, rows[i].text).status;
		if (status != rows[i].status || strcmp(state(h, "wang"), rows[i].state) != 0)
			fail_msg("row %zu: %d, %s", i, status, state(h, "wang"));
	}
	struct answer whole = house_get(h, "wang", "/api/asks/1");
	assert_int_equal(json_count(json_get(whole.json, "steps")), 6);
	house_free(h);
}

static void what_nobody_answers_in_time_climbs_and_is_seen_above(void **state_)
{
	(void)state_;
	struct house *h = asked(entry);
	assert_string_equal(state(h, "gao"), "unseen");
	assert_int_equal(climb(h, HOUSE_NOW + 2 * 86400), 0);
	assert_int_equal(climb(h, HOUSE_NOW + 2 * 86400 + 60), 1);
	assert_int_equal(climb(h, HOUSE_NOW + 2 * 86400 + 61), 0);
	assert_int_equal(in(h, "gao", "waiting"), 1);
	assert_int_equal(in(h, "lin", "waiting"), 0);
	assert_int_equal(in(h, "lin", "units"), 1);
	struct answer above = house_get(h, "gao", "/api/asks/1");
	assert_null(json_get(above.json, "point")); /* the point has not risen */
	assert_null(strstr(house_get(h, "gao", "/asks").body, "没有约回访"));
	assert_string_equal(state(h, "han"), "unseen");
	assert_int_equal(climb(h, HOUSE_NOW + 20 * 86400), 1);
	assert_int_equal(in(h, "han", "waiting"), 1);
	assert_int_equal(climb(h, HOUSE_NOW + 40 * 86400), 0); /* nobody is above */
	assert_int_equal(ask(h, "gao", "answer", "晚了一步").status, 403);
	assert_int_equal(ask(h, "han", "answer", "总部来办").status, 200);
	assert_non_null(strstr(house_get(h, "wang", "/asks").body, "总部来办"));
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

static void it_stays_in_the_team_or_without_a_name_as_its_point_does(void **state_)
{
	(void)state_;
	struct house *h = asked("# 教训\n## 只在队里说\n说。\n请示: 要不要退单\n范围: 本团队\n"
				"## 不署名\n说。\n求助: 教我怎么开口\n署名: 匿名\n");
	assert_int_equal(climb(h, HOUSE_NOW + 5 * 86400), 1);
	assert_int_equal(in(h, "lin", "waiting"), 1);
	assert_int_equal(in(h, "gao", "waiting"), 1);
	struct answer page = house_get(h, "gao", "/asks");
	assert_non_null(strstr(page.body, "教我怎么开口"));
	assert_null(strstr(page.body, "王磊"));
	assert_null(strstr(page.body, "退单"));
	assert_null(strstr(house_get(h, "gao", "/api/asks/2").body, "王磊"));
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

static void it_follows_the_words_of_its_point(void **state_)
{
	(void)state_;
	struct house *h = asked(entry);
	house_put(h, "wang", "/api/reflections/2026-W47", entry);
	assert_int_equal(in(h, "lin", "waiting"), 1);
	house_put(h, "wang", "/api/reflections/2026-W47",
		"# 教训\n## 样品寄出后没有约回访\n没有约。\n求助: 希望有人带我跑一次\n");
	assert_string_equal(state(h, "wang"), "withdrawn");
	assert_int_equal(in(h, "lin", "waiting"), 1);
	house_post(h, "wang", "/points/1/withdraw", "");
	assert_int_equal(in(h, "lin", "waiting"), 0);
	house_free(h);
}

static void a_managers_own_ask_goes_to_the_branch_at_once(void **state_)
{
	(void)state_;
	struct house *h = house_new();
	house_put(h, "lin", "/api/reflections/2026-W47", entry);
	assert_int_equal(in(h, "lin", "waiting"), 0);
	assert_int_equal(in(h, "gao", "waiting"), 1);
	house_free(h);
}

static void what_was_typed_is_not_lost_when_it_is_refused(void **state_)
{
	(void)state_;
	struct house *h = asked(entry);
	struct out text = out_new(h->arena);
	for (int i = 0; i < 2001; i++)
		out_text(&text, "a");
	struct answer a = house_post(
		h, "lin", "/asks/1/answer", arena_format(h->arena, "text=%s", out_string(&text)));
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, out_string(&text)));
	house_free(h);
}

/* Whoever sees it has it on a page of its own, where the inbox leads: also when it is no longer
 * among those that a list shows, and with the words that were refused. */
static void it_has_a_page_of_its_own(void **ignored)
{
	(void)ignored;
	struct house *h = asked(entry);
	struct answer page = house_get(h, "lin", "/asks/1");
	assert_int_equal(page.status, 200);
	assert_non_null(strstr(page.body, "样品跟踪表"));
	assert_non_null(strstr(page.body, "action=\"/asks/1/answer\""));
	assert_int_equal(house_get(h, "qian", "/asks/1").status, 404);
	assert_int_equal(house_get(h, "wang", "/asks/2").status, 404);
	house_post(h, "lin", "/asks/1/answer", "text=x");
	const struct json *n =
		json_at(json_get(house_get(h, "wang", "/api/inbox").json, "items"), 0);
	const char *line = arena_format(h->arena, "/inbox/%d", (int)json_get_number(n, "id", 0));
	struct answer on = house_get(h, "wang", line);
	assert_string_equal(on.location, "/asks/1");
	struct answer again =
		house_post(h, "lin", "/asks/1/answer", "text=%E5%86%8D%E8%AF%B4@nobody");
	assert_int_equal(again.status, 422); /* answered: it is not among those that wait */
	assert_non_null(strstr(again.body, "再说@nobody"));
	house_free(h);
}

/* Sixty of wang's: the list begins with fifty, and says where the older ones are. */
static void older_ones_are_found_too(void **ignored)
{
	(void)ignored;
	struct house *h = house_new();
	struct out text = out_new(h->arena);
	out_text(&text, "# 教训\n## 样品寄出后没有约回访\n没有约。\n");
	for (int i = 1; i <= 60; i++)
		out_format(&text, "求助: 第%d件事谁来办\n", i);
	house_put(h, "wang", "/api/reflections/2026-W47", out_string(&text));
	static const char *const rows[][2] = { { "wang", "own" }, { "lin", "waiting" } };
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(in(h, rows[i][0], rows[i][1]), 50);
	struct answer first = house_get(h, "wang", "/api/asks");
	long next = (long)json_get_number(first.json, "own_next", 0);
	assert_int_equal(next, 11);
	const char *rest = arena_format(h->arena, "/asks?own=%ld", next);
	assert_non_null(strstr(house_get(h, "wang", "/asks").body, rest));
	struct answer page = house_get(h, "wang", rest);
	assert_non_null(strstr(page.body, "第1件事谁来办"));
	assert_null(strstr(page.body, "第11件事谁来办"));
	struct answer json = house_get(h, "wang", arena_format(h->arena, "/api%s", rest));
	assert_int_equal(json_count(json_get(json.json, "own")), 10);
	assert_null(json_get(json.json, "own_next"));
	/* above the team nobody sees them yet; once answered by none they climb and are counted
	 * there */
	assert_int_equal(in(h, "gao", "units"), 0);
	house_free(h);
}

/* A newcomer of e1 asks at a step; the manager owes the answer, and nobody else sees it. */
static void on_a_topics_page_one_asks_and_it_climbs_as_any_other(void **ignored)
{
	(void)ignored;
	struct house *h = house_new();
	int topic = (int)add_topic(h, "step", "报价", "Quoting", NULL).n;
	const char *to = arena_format(h->arena, "/api/topics/%d/asks", topic);
	static const char json[] = "{\"text\":\"第一次报价先说什么\"}";
	struct answer a = house_ask(h, "wang", POST, to, "application/json", json, NULL);
	assert_int_equal(a.status, 201);
	assert_int_equal(json_get_number(a.json, "topic", 0), topic);
	assert_int_equal(
		house_ask(h, "wang", POST, to, "application/json", json, NULL).status, 201);
	assert_int_equal(in(h, "wang", "own"), 1); /* once more is the same */
	assert_int_equal(
		house_ask(h, "wang", POST, to, "application/json", "{\"text\":\" \"}", NULL).status,
		422);
	static const char *const blind[] = { "li", "qian", "gao", "tian", "han", "root" };
	for (size_t i = 0; i < sizeof blind / sizeof *blind; i++)
		assert_string_equal(state(h, blind[i]), "unseen");
	assert_int_equal(in(h, "lin", "waiting"), 1);
	assert_non_null(strstr(house_get(h, "lin", "/asks").body, "“报价”"));
	assert_non_null(strstr(house_get(h, "lin", "/inbox").body, "第一次报价先说什么"));
	const char *page = arena_format(h->arena, "/topics/%d", topic);
	assert_non_null(strstr(house_get(h, "wang", page).body, "第一次报价先说什么"));
	assert_non_null(strstr(house_get(h, "wang", page).body, "林经理"));
	assert_null(strstr(house_get(h, "li", page).body, "第一次报价先说什么"));
	/* The form, without script: what is wrong stands beside what was typed. */
	a = house_post(h, "li", arena_format(h->arena, "%s/asks", page), "text=+");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "fault-ask"));
	/* Nobody answers: to the branch, then to the headquarters, which answers for all. */
	assert_int_equal(climb(h, HOUSE_NOW + 7 * 86400), 1);
	assert_int_equal(in(h, "gao", "waiting"), 1);
	assert_int_equal(climb(h, HOUSE_NOW + 14 * 86400), 1);
	assert_int_equal(ask(h, "han", "answer", "先问用途").status, 200);
	assert_non_null(strstr(house_get(h, "han", "/asks/1/for-all").body, "value=\"报价\""));
	a = house_ask(h, "han", POST, "/api/asks/1/for-all", "application/json",
		"{\"question\":\"第一次报价先说什么？\",\"body_md\":\"先问用途。\",\"topics\":["
		"\"报价\"]}",
		NULL);
	assert_int_equal(a.status, 201);
	assert_non_null(strstr(house_get(h, "sun", page).body, "第一次报价先说什么？"));
	assert_int_equal(house_differences(h, event_differences_any), 0);
	/* A manager's own goes one level up at once; of the headquarters it stays there. */
	house_ask(h, "lin", POST, to, "application/json", "{\"text\":\"谁能批\"}", NULL);
	assert_int_equal(in(h, "gao", "waiting"), 1);
	assert_int_equal(
		house_ask(h, "han", POST, to, "application/json", "{\"text\":\"总部问\"}", NULL)
			.status,
		201);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_ask_is_answered_and_its_asker_says_whether_it_helped),
		TEST(what_nobody_answers_in_time_climbs_and_is_seen_above),
		TEST(it_stays_in_the_team_or_without_a_name_as_its_point_does),
		TEST(it_follows_the_words_of_its_point),
		TEST(a_managers_own_ask_goes_to_the_branch_at_once),
		TEST(what_was_typed_is_not_lost_when_it_is_refused),
		TEST(it_has_a_page_of_its_own),
		TEST(older_ones_are_found_too),
		TEST(on_a_topics_page_one_asks_and_it_climbs_as_any_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
