/* @name in what is said: only those who may see the point, told, and in the same words refused
 * whether somebody exists or not. */
#include "house.h"

#include "store/event.h"

static struct answer say(struct house *h, const char *who, int point, const char *text)
{
	return house_ask(h, who, POST, arena_format(h->arena, "/api/points/%d/remarks", point),
		"application/json", arena_format(h->arena, "{\"text\":\"%s\"}", text), NULL);
}

static struct house *written(const char *more)
{
	struct house *h = house_new();
	assert_int_equal(
		house_put(h, "wang", "/api/reflections/2026-W47",
			arena_format(h->arena, "# 经验\n## 先问再报\n问了三件事。\n%s\n", more))
			.status,
		201);
	return h;
}

static void close_week(struct house *h, const char *who, const char *unit)
{
	assert_int_equal(
		house_do(h, who,
			arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W47", unit))
			.status,
		200);
}

static struct person_id add(struct house *h, const char *login, const char *name)
{
	TXN(t, h->app.install.writer, h->arena);
	const struct house_person p = { .login = login, .name = name, .unit = "e1", .roles = REP };
	house_add_person(h, &t, &p, "x");
	struct person_id id = h->people[h->count - 1].id;
	sight_refresh(&t);
	assert_true(txn_commit(&t));
	return id;
}

static bool told(struct house *h, const char *who)
{
	return strstr(house_get(h, who, "/api/inbox").body, "\"kind\":\"mentioned\"") != NULL;
}

static void whoever_is_named_is_told_and_linked(void **state)
{
	(void)state;
	struct house *h = written("");
	struct answer a = say(h, "lin", 1, "@李娜 下周跟他去一次，@wang带路");
	assert_int_equal(a.status, 201);
	assert_int_equal(json_count(json_get(a.json, "mentions")), 2);
	struct answer page = house_get(h, "wang", "/points/1");
	assert_non_null(strstr(page.body, "href=\"/search?q=@li\">@李娜</a> 下周"));
	assert_non_null(strstr(page.body, "href=\"/search?q=@wang\">@王磊</a>带路"));
	assert_true(told(h, "li"));
	assert_false(told(h, "lin"));
	assert_false(told(h, "wang")); /* the author hears of it as of everything said there */
	house_free(h);
}

static void an_at_means_somebody_only_before_a_word(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int status;
		size_t mentions;
	} rows[] = {
		{ "下午 @ 三点", 201, 0 },
		{ "写到 zhou@example.com 去", 201, 0 },
		{ "@@", 201, 0 },
		{ "单价@，再说", 201, 0 },
		{ "＠李娜，看看", 201, 1 },
		{ "@LI 看看", 201, 1 },
		{ "@李娜@李娜", 201, 1 },
		{ "@王磊(wang)来", 201, 1 },
		{ "@王磊（wang）来", 201, 1 },
		{ "@王磊(li)来", 422, 0 },
		{ "@lina 看看", 422, 0 },
		{ "@客户办公室", 422, 0 },
		{ "@钱多 看看", 422, 0 },
		{ "@gao 看看", 422, 0 },
	};
	struct house *h = written("");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = say(h, "lin", 1, rows[i].text);
		if (a.status != rows[i].status ||
			json_count(json_get(a.json, "mentions")) != rows[i].mentions)
			fail_msg("%s: %d %s", rows[i].text, a.status, a.body);
	}
	house_free(h);
}

/* Somebody of another team, of the branch before it rises, and nobody at all. */
static void who_may_not_see_it_and_who_does_not_exist_are_refused_alike(void **state)
{
	(void)state;
	struct house *h = written("");
	static const char *const names[] = { "赵敏", "高总", "韩总", "没人" };
	const char *first = NULL;
	for (size_t i = 0; i < 4; i++) {
		struct answer a = say(h, "wang", 1, arena_format(h->arena, "@%s 看看", names[i]));
		assert_int_equal(a.status, 422);
		const struct json *fault = json_at(json_get(a.json, "errors"), 0);
		const char *message = json_get_text(fault, "message"),
			   *at = strstr(message, names[i]);
		assert_non_null(at);
		const char *rest = arena_format(
			h->arena, "%.*s%s", (int)(at - message), message, at + strlen(names[i]));
		if (first)
			assert_string_equal(rest, first);
		first = rest;
	}
	house_free(h);
}

static const char *suggested(struct house *h, const char *who, const char *q)
{
	struct out o = out_new(h->arena);
	struct answer a = house_get(h, who, arena_format(h->arena, "/points/1/people?q=%s", q));
	const struct json *items = json_get(a.json, "items");
	for (size_t i = 0; i < json_count(items); i++)
		out_format(&o, "%s%s", i ? " " : "", json_get_text(json_at(items, i), "word"));
	return out_string(&o);
}

static void those_who_may_see_it_are_suggested_by_name_and_by_reading(void **state)
{
	(void)state;
	struct house *h = written("");
	static const struct {
		const char *q, *found;
	} rows[] = {
		{ "ln", "李娜" },
		{ "lin", "林经理 李娜" },
		{ "lina", "李娜" },
		{ "w", "王磊" },
		{ "wanglei", "王磊" },
		{ "%E7%8E%8B", "王磊" },
		{ "%E5%A8%9C", "李娜" },
		{ "zhao", "" },
		{ "%E9%AB%98", "" },
		{ "han", "" },
		{ "x", "" },
		{ "%25", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(suggested(h, "wang", rows[i].q), rows[i].found) != 0)
			fail_msg("%s: %s", rows[i].q, suggested(h, "wang", rows[i].q));
	assert_int_equal(house_get(h, "gao", "/points/1/people?q=w").status, 404);
	close_week(h, "lin", "e1");
	assert_string_equal(suggested(h, "wang", "gz"), "高总");
	assert_string_equal(suggested(h, "wang", "zhao"), "");
	house_free(h);
}

static void of_several_of_one_name_one_is_chosen(void **state)
{
	(void)state;
	struct house *h = written("");
	add(h, "lina2", "李娜");
	struct answer a = say(h, "lin", 1, "@李娜 看看");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "@李娜(li)"));
	assert_non_null(strstr(a.body, "@李娜(lina2)"));
	assert_non_null(strstr(suggested(h, "wang", "ln"), "李娜(lina2)"));
	assert_int_equal(say(h, "lin", 1, "@李娜(lina2) 看看").status, 201);
	assert_true(told(h, "lina2"));
	assert_false(told(h, "li"));
	house_free(h);
}

static void a_new_name_shows_in_old_texts(void **state)
{
	(void)state;
	struct house *h = written("");
	assert_int_equal(say(h, "lin", 1, "@李娜 看看").status, 201);
	{
		TXN(t, h->app.install.writer, h->arena);
		struct person p = *person_get_any(t.db, house_person(h, "li")->id);
		p.name = "李小娜";
		assert_true(person_change(&t, &p));
		assert_true(txn_commit(&t));
	}
	assert_non_null(strstr(house_get(h, "wang", "/points/1").body, ">@李小娜</a> 看看"));
	house_free(h);
}

static void whoever_is_named_sees_what_stays_in_the_team(void **state)
{
	(void)state;
	struct house *h = written("");
	close_week(h, "lin", "e1");
	assert_int_equal(say(h, "wang", 1, "先不说给上面").status, 201);
	assert_int_equal(say(h, "wang", 1, "@高总 这个要您定").status, 201);
	struct answer page = house_get(h, "gao", "/points/1");
	assert_null(strstr(page.body, "先不说给上面"));
	assert_non_null(strstr(page.body, "这个要您定"));
	assert_true(told(h, "gao"));
	house_free(h);
}

static void names_go_with_the_words_that_are_changed(void **state)
{
	(void)state;
	struct house *h = written("");
	say(h, "lin", 1, "@李娜 看看");
	struct answer a = house_ask(h, "lin", PUT, "/api/remarks/1", "application/json",
		"{\"text\":\"@林经理 自己看\"}", NULL);
	assert_int_equal(a.status, 200);
	assert_int_equal(json_count(json_get(a.json, "mentions")), 1);
	assert_string_equal(
		json_get_text(json_at(json_get(a.json, "mentions"), 0), "name"), "林经理");
	house_free(h);
}

static void an_answer_to_an_ask_names_people_too(void **state)
{
	(void)state;
	struct house *h = written("求助: 谁有样品表");
	struct answer a = house_ask(h, "lin", POST, "/api/asks/1/answer", "application/json",
		"{\"text\":\"@李娜 发一份\"}", NULL);
	assert_int_equal(a.status, 200);
	assert_non_null(
		strstr(house_get(h, "wang", "/asks").body, "href=\"/search?q=@li\">@李娜</a>"));
	assert_true(told(h, "li"));
	a = house_ask(h, "lin", POST, "/api/asks/1/answer", "application/json",
		"{\"text\":\"@钱多 发一份\"}", NULL);
	assert_int_equal(a.status, 422);
	assert_int_equal(
		json_count(json_get(house_get(h, "lin", "/asks/1/people?q=ln").json, "items")), 1);
	assert_int_equal(
		json_count(json_get(house_get(h, "lin", "/asks/1/people?q=qian").json, "items")),
		0);
	assert_int_equal(house_get(h, "qian", "/asks/1/people?q=ln").status, 404);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(whoever_is_named_is_told_and_linked),
		TEST(an_at_means_somebody_only_before_a_word),
		TEST(who_may_not_see_it_and_who_does_not_exist_are_refused_alike),
		TEST(those_who_may_see_it_are_suggested_by_name_and_by_reading),
		TEST(of_several_of_one_name_one_is_chosen),
		TEST(a_new_name_shows_in_old_texts),
		TEST(whoever_is_named_sees_what_stays_in_the_team),
		TEST(names_go_with_the_words_that_are_changed),
		TEST(an_answer_to_an_ask_names_people_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
