/* Topics: who knows of them, and how the tree is tended. */
#include "topic_kit.h"

/* The topics of a point, "报价:accepted 大客户:proposed". */
static const char *topics_of(struct house *h, const char *login, int64_t point)
{
	struct answer a =
		house_get(h, login, arena_format(h->arena, "/api/points/%ld", (long)point));
	const struct json *topics = json_get(a.json, "topics");
	const char *line = "";
	for (size_t i = 0; i < json_count(topics); i++)
		line = arena_format(h->arena, "%s%s%s:%s", line, *line ? " " : "",
			json_get_text(json_at(topics, i), "name"),
			json_get_text(json_at(topics, i), "state"));
	return line;
}

static int64_t topic_of(struct house *h, const char *login, int64_t point, size_t i)
{
	struct answer a =
		house_get(h, login, arena_format(h->arena, "/api/points/%ld", (long)point));
	return json_get_number(json_at(json_get(a.json, "topics"), i), "id", 0);
}

static int post(
	struct house *h, const char *login, int64_t topic, const char *what, const char *fields)
{
	int status = house_post(
		h, login, arena_format(h->arena, "/topics/%ld/%s", (long)topic, what), fields)
			     .status;
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	return status;
}

static int page(struct house *h, const char *login, int64_t topic)
{
	return house_get(h, login, arena_format(h->arena, "/topics/%ld", (long)topic)).status;
}

static void accepting_a_proposal_makes_the_word_public(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t point = point_at(h, "wang", "# 经验\n## 一条 #换线\n", 0);
	int64_t topic = topic_of(h, "wang", point, 0);
	assert_int_equal(page(h, "li", topic), 200);
	assert_int_equal(page(h, "qian", topic), 404);
	assert_int_equal(page(h, "tian", topic), 404);
	assert_null(strstr(house_get(h, "gao", "/topics").body, "换线"));
	const char *fields =
		"do=accept&kind=step&name_zh=%E6%8D%A2%E7%BA%BF&name_en=Line+change&words=SMED";
	assert_int_equal(post(h, "tian", topic, "edit", fields), 404);
	assert_int_equal(post(h, "wang", topic, "edit", fields), 403);
	assert_int_equal(post(h, "lin", topic, "edit", fields), 303);
	assert_int_equal(page(h, "qian", topic), 200);
	assert_non_null(strstr(house_get(h, "root", "/topics").body, "换线"));
	assert_string_equal(topics_of(h, "wang", point), "换线:accepted");
	assert_string_equal(topics_of(h, "qian", point_at(h, "qian", "# 教训\n## 二 #smed\n", 0)),
		"换线:accepted");
	/* who sees the point has not changed, and whoever does not counts none */
	assert_null(strstr(
		house_get(h, "zhao", arena_format(h->arena, "/topics/%ld", (long)topic)).body,
		"一条"));
	house_free(h);
}

static void an_accepted_topic_is_tended_by_trainers_and_headquarters(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t topic = add_topic(h, "step", "报价", "Quoting", "询价").n;
	const char *fields = "kind=step&name_zh=%E5%BC%80%E4%BB%B7&name_en=Pricing&words=%E8%AF%A2%"
			     "E4%BB%B7%E3%80%81%E6%8A%A5%E4%BB%B7";
	static const struct {
		const char *login;
		int status;
	} rows[] = { { "wang", 403 }, { "lin", 403 }, { "gao", 403 }, { "root", 303 },
		{ "han", 303 }, { "tian", 303 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (post(h, rows[i].login, topic, "edit", fields) != rows[i].status)
			fail_msg("%s", rows[i].login);
	/* the old name leads here still */
	assert_string_equal(topics_of(h, "wang", point_at(h, "wang", "# 经验\n## 一条 #报价\n", 0)),
		"开价:accepted");
	assert_int_equal(post(h, "han", topic, "edit", "kind=step&name_zh="), 422);
	house_free(h);
}

static void a_merge_keeps_every_link_and_redirects(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t into = add_topic(h, "step", "报价", "Quoting", NULL).n;
	int64_t one = point_at(h, "wang", "# 经验\n## 一条 #开价\n## 两样 #开价 #报价\n", 0);
	int64_t from = topic_of(h, "wang", one, 0);
	assert_int_equal(
		post(h, "lin", from, "merge", arena_format(h->arena, "into=%ld", (long)into)), 303);
	assert_string_equal(topics_of(h, "wang", one), "报价:accepted");
	assert_string_equal(topics_of(h, "wang", one + 1), "报价:accepted");
	struct answer a = house_get(h, "qian", arena_format(h->arena, "/topics/%ld", (long)from));
	assert_int_equal(a.status, 301);
	assert_string_equal(a.location, arena_format(h->arena, "/topics/%ld", (long)into));
	assert_string_equal(
		topics_of(h, "li", point_at(h, "li", "# 经验\n## 三 #开价\n", 0)), "报价:accepted");
	a = house_get(h, "wang", arena_format(h->arena, "/api/points?topic=%ld", (long)into));
	assert_int_equal(json_count(json_get(a.json, "items")), 3);
	/* into itself, into nothing, and an accepted one into a proposal */
	int64_t two = point_at(h, "qian", "# 经验\n## 四 #新词\n", 0);
	const char *proposal =
		arena_format(h->arena, "into=%ld", (long)topic_of(h, "qian", two, 0));
	assert_int_equal(
		post(h, "han", into, "merge", arena_format(h->arena, "into=%ld", (long)into)), 422);
	assert_int_equal(post(h, "han", into, "merge", "into=9999"), 422);
	assert_int_equal(post(h, "han", into, "merge", proposal), 422);
	house_free(h);
}

static void a_refused_word_stays_as_typed_and_may_come_back(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t point = point_at(h, "wang", "# 经验\n## 一条 #随便\n", 0);
	int64_t topic = topic_of(h, "wang", point, 0);
	assert_int_equal(post(h, "lin", topic, "refuse", ""), 303);
	assert_string_equal(topics_of(h, "wang", point), "");
	assert_int_equal(post(h, "lin", topic, "refuse", ""), 409);
	struct answer a =
		house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 一条 #随便\n改了\n");
	assert_int_equal(a.status, 200);
	assert_string_equal(topics_of(h, "wang", point), "");
	assert_int_equal(
		json_count(json_get(
			house_get(h, "wang", "/topics/suggest?q=%E9%9A%8F").json, "items")),
		0);
	assert_int_equal(
		post(h, "lin", topic, "edit", "do=accept&kind=topic&name_zh=%E9%9A%8F%E4%BE%BF"),
		303);
	assert_string_equal(topics_of(h, "wang", point), "随便:accepted");
	house_free(h);
}

static void a_word_of_another_topic_is_refused_and_of_a_proposal_taken_along(void **state)
{
	(void)state;
	struct house *h = house_new();
	int64_t quote = add_topic(h, "step", "报价", "Quoting", "询价").n;
	add_topic(h, "topic", "回访", "Visits", NULL);
	int64_t point = point_at(h, "wang", "# 经验\n## 一条 #开价\n", 0);
	assert_int_equal(post(h, "tian", quote, "edit",
				 "kind=step&name_zh=%E6%8A%A5%E4%BB%B7&name_en=Quoting&words=%E5%"
				 "9B%9E%E8%AE%BF"),
		422);
	/* the trainer cannot see the proposal; the word is free for all she knows */
	assert_int_equal(post(h, "tian", quote, "edit",
				 "kind=step&name_zh=%E6%8A%A5%E4%BB%B7&name_en=Quoting&words=%E5%"
				 "BC%80%E4%BB%B7"),
		303);
	assert_string_equal(topics_of(h, "wang", point), "报价:accepted");
	house_free(h);
}

static void steps_are_put_in_order(void **state)
{
	(void)state;
	struct house *h = house_new();
	add_topic(h, "step", "接待", "Reception", NULL);
	int64_t two = add_topic(h, "step", "报价", "Quoting", NULL).n;
	post(h, "han", two, "move", "to=up");
	const char *body = house_get(h, "wang", "/topics").body;
	assert_true(strstr(body, "报价") < strstr(body, "接待"));
	post(h, "han", two, "move", "to=down");
	body = house_get(h, "wang", "/topics").body;
	assert_true(strstr(body, "报价") > strstr(body, "接待"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(accepting_a_proposal_makes_the_word_public),
		TEST(an_accepted_topic_is_tended_by_trainers_and_headquarters),
		TEST(a_merge_keeps_every_link_and_redirects),
		TEST(a_refused_word_stays_as_typed_and_may_come_back),
		TEST(a_word_of_another_topic_is_refused_and_of_a_proposal_taken_along),
		TEST(steps_are_put_in_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
