/* The reading path: kept by trainers, walked by newcomers, followed by their managers; and stories
 * told aloud. */
#include "topic_kit.h"

#include "base/oral.h"
#include "rules/path.h"
#include "store/event.h"

/* wu joined e1 a week ago; the others when the organisation was set up. */
static struct house *with_newcomer(void)
{
	struct house *h = house_new();
	TXN(t, h->app.install.writer, h->arena);
	static const struct house_person wu = {
		.login = "wu", .name = "吴新", .unit = "e1", .roles = REP
	};
	house_add_person(h, &t, &wu, NULL);
	txn_run(&t, SQL("UPDATE person SET created_at = ?1 WHERE login = 'wu' /*scan*/"),
		V((int64_t)HOUSE_NOW - 7 * 86400));
	sight_refresh(&t);
	assert_true(txn_commit(&t));
	return h;
}

static struct answer json(
	struct house *h, const char *who, enum method m, const char *at, const char *body)
{
	return house_ask(h, who, m, at, "application/json", body, NULL);
}

static int published_story(struct house *h, const char *title)
{
	struct answer a = house_ask(h, "tian", POST, "/api/stories", "text/markdown",
		arena_format(h->arena, "---\ntitle: %s\n---\n那天下午。\n", title), NULL);
	assert_int_equal(a.status, 201);
	int id = (int)json_get_number(a.json, "id", 0);
	assert_int_equal(
		house_do(h, "tian", arena_format(h->arena, "/api/stories/%d/publish", id)).status,
		200);
	return id;
}

/* Two topics and a story, in this order. */
static void lay_path(struct house *h)
{
	int first = (int)add_topic(h, "step", "报价", "Quoting", NULL).n;
	int second = (int)add_topic(h, "step", "回访", "Follow-up", NULL).n;
	int story = published_story(h, "丢了两年的客户");
	assert_int_equal(json(h, "tian", POST, "/api/path/items",
				 arena_format(h->arena, "{\"story\":%d}", story))
				 .status,
		201);
	assert_int_equal(
		json(h, "tian", POST, "/api/path/items",
			arena_format(h->arena, "{\"topic\":%d,\"note\":\"先看这个\"}", first))
			.status,
		201);
	assert_int_equal(json(h, "han", POST, "/api/path/items",
				 arena_format(h->arena, "{\"topic\":%d}", second))
				 .status,
		201);
	assert_int_equal(
		json(h, "tian", PUT, "/api/path/order", "{\"items\":[2,3,1]}").status, 200);
}

static void who_is_new_walks_it_and_sees_what_comes_next(void **state)
{
	(void)state;
	struct house *h = with_newcomer();
	lay_path(h);
	struct answer a = house_get(h, "wu", "/api/path");
	assert_true(json_get_bool(a.json, "walking", false));
	assert_int_equal(json_get_number(a.json, "next", 0), 2);
	assert_false(json_get_bool(house_get(h, "wang", "/api/path").json, "walking", true));
	assert_non_null(strstr(house_get(h, "wu", "/").body, "路线上的下一页：报价"));
	assert_null(strstr(house_get(h, "wang", "/").body, "路线上的下一页"));
	/* At the foot of the page: read, and on to the next. */
	assert_non_null(strstr(house_get(h, "wu", "/topics/1").body, "/path/2/tick"));
	assert_null(strstr(house_get(h, "wang", "/topics/1").body, "/path/2/tick"));
	a = house_post(h, "wu", "/path/2/tick", "then=next");
	assert_string_equal(a.location, "/topics/2");
	a = house_post(h, "wu", "/path/3/tick", "then=next");
	assert_string_equal(a.location, "/stories/1");
	a = house_get(h, "wu", "/api/path");
	assert_int_equal(json_get_number(a.json, "done", 0), 2);
	assert_non_null(strstr(house_get(h, "wu", "/").body, "已读 2 / 3"));
	assert_int_equal(
		house_ask(h, "wu", DELETE, "/api/path/3/tick", NULL, NULL, NULL).status, 200);
	assert_int_equal(json_get_number(house_get(h, "wu", "/api/path").json, "next", 0), 3);
	/* One leaves it, and joins again; anybody may join. */
	house_do(h, "wu", "/api/path/leave");
	assert_null(strstr(house_get(h, "wu", "/").body, "路线上的下一页"));
	house_do(h, "wang", "/api/path/join");
	assert_non_null(strstr(house_get(h, "wang", "/").body, "路线上的下一页"));
	/* After ninety days nobody is new; who has begun goes on. */
	clock_freeze(HOUSE_NOW + 85 * 86400L);
	assert_true(json_get_bool(house_get(h, "wang", "/api/path").json, "walking", false));
	house_do(h, "wu", "/api/path/join");
	assert_true(json_get_bool(house_get(h, "wu", "/api/path").json, "walking", false));
	assert_int_equal(house_differences(h, event_differences_any), 0);
	house_free(h);
}

static void how_far_somebody_is_is_for_their_manager_and_trainers(void **state)
{
	(void)state;
	struct house *h = with_newcomer();
	lay_path(h);
	house_ask(h, "wu", PUT, "/api/path/2/tick", NULL, NULL, NULL);
	int wu = (int)house_person(h, "wu")->id.n;
	static const struct {
		const char *who;
		size_t seen;
	} rows[] = { { "lin", 1 }, { "tian", 1 }, { "han", 1 }, { "wang", 0 }, { "zhao", 0 },
		{ "gao", 0 }, { "chen", 0 }, { "root", 0 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = house_get(h, rows[i].who, "/api/path/people");
		const struct json *items = json_get(a.json, "items");
		if (json_count(items) != rows[i].seen)
			fail_msg("%s sees %zu", rows[i].who, json_count(items));
		a = house_get(h, rows[i].who, arena_format(h->arena, "/path/people/%d", wu));
		assert_int_equal(a.status, rows[i].seen ? 200 : 404);
		bool named = strstr(house_get(h, rows[i].who, "/path").body, "吴新") != NULL;
		assert_int_equal(named, rows[i].seen);
		if (rows[i].seen)
			assert_int_equal(json_get_number(json_at(items, 0), "done", 0), 1);
	}
	house_free(h);
}

static void trainers_keep_it_and_what_is_gone_is_left_out(void **state)
{
	(void)state;
	struct house *h = with_newcomer();
	lay_path(h);
	assert_int_equal(json(h, "tian", POST, "/api/path/items", "{\"topic\":1}").status, 409);
	assert_int_equal(json(h, "tian", POST, "/api/path/items", "{\"topic\":99}").status, 422);
	assert_int_equal(json(h, "lin", POST, "/api/path/items", "{\"topic\":1}").status, 403);
	struct answer a = house_post(h, "tian", "/path/1/move", "to=up");
	assert_string_equal(a.location, "/path/edit?said=saved");
	a = house_get(h, "wu", "/api/path");
	assert_int_equal(json_get_number(json_at(json_get(a.json, "items"), 1), "id", 0), 1);
	house_ask(h, "wu", PUT, "/api/path/1/tick", NULL, NULL, NULL);
	house_do(h, "tian", "/api/stories/1/take-back"); /* a draft is on nobody's path */
	a = house_get(h, "wu", "/api/path");
	assert_int_equal(json_count(json_get(a.json, "items")), 2);
	assert_int_equal(json_get_number(a.json, "done", 9), 0);
	assert_null(strstr(house_get(h, "wu", "/path").body, "丢了两年"));
	house_do(h, "tian", "/api/stories/1/publish");
	assert_int_equal(json_get_number(house_get(h, "wu", "/api/path").json, "done", 9), 1);
	/* Taken off and added again it is still ticked off. */
	house_ask(h, "tian", DELETE, "/api/path/items/1", NULL, NULL, NULL);
	assert_int_equal(house_ask(h, "wu", PUT, "/api/path/1/tick", NULL, NULL, NULL).status, 404);
	json(h, "tian", POST, "/api/path/items", "{\"story\":1}");
	assert_int_equal(json_get_number(house_get(h, "wu", "/api/path").json, "done", 9), 1);
	house_free(h);
}

static void three_minutes_are_counted_in_characters_or_words(void **state)
{
	struct test *t = *state;
	struct out han = out_new(t->arena), words = out_new(t->arena);
	for (int i = 0; i < 660; i++)
		out_text(&han, i % 20 == 19 ? "话。" : "话");
	for (int i = 0; i < 400; i++)
		out_text(&words, "don't ");
	struct oral o = oral_measure(out_string(&han));
	assert_true(o.han && o.n == 660 && o.n >= o.least && o.n <= o.most);
	assert_true(o.seconds > 170 && o.seconds < 185);
	o = oral_measure(out_string(&words));
	assert_true(!o.han && o.n == 400 && o.n >= o.least && o.n <= o.most);
	assert_true(o.seconds > 170 && o.seconds < 190);
	assert_int_equal(oral_measure("三台 VAN，20 万").n, 4 + 4 - 1); /* 三台万, and two words */
	assert_int_equal(oral_measure("").n, 0);
}

static void a_story_is_told_aloud_and_the_page_says_to_whom(void **state)
{
	(void)state;
	struct house *h = house_new();
	int story = published_story(h, "丢了两年的客户");
	assert_int_equal(story, 1);
	assert_int_equal(
		json(h, "wang", PUT, "/api/stories/1/script", "{\"text\":\"x\"}").status, 403);
	struct answer a = json(
		h, "tian", PUT, "/api/stories/1/script", "{\"text\":\"那年春天，客户不见了。\"}");
	assert_int_equal(a.status, 200);
	assert_int_equal(json_get_number(json_get(a.json, "length"), "count", 0), 9);
	assert_non_null(strstr(house_get(h, "sun", "/stories/1").body, "那年春天，客户不见了。"));
	const char *const stale[] = { "If-Match", "\"7\"", NULL };
	a = house_ask(h, "tian", PUT, "/api/stories/1/script", "application/json",
		"{\"text\":\"另一稿\"}", stale);
	assert_int_equal(a.status, 412);
	assert_string_equal(json_get_text(a.json, "theirs"), "那年春天，客户不见了。");
	/* What one types keeps itself. */
	assert_int_equal(
		house_post(h, "tian", "/drafts/script/1", "text=half&draft_version=0").status, 200);
	assert_non_null(strstr(house_get(h, "tian", "/stories/1/script").body, "half</textarea>"));
	/* The log. */
	a = json(h, "sun", POST, "/api/stories/1/tellings",
		"{\"whom\":\"新来的两位\",\"listeners\":2,\"day\":\"2026-11-17\"}");
	assert_int_equal(a.status, 201);
	a = json(h, "lin", POST, "/api/stories/1/tellings",
		"{\"whom\":\"一队早会\",\"listeners\":6}");
	assert_int_equal(a.status, 201);
	static const char *const wrong[] = { "{\"whom\":\"\",\"listeners\":2}",
		"{\"whom\":\"x\",\"listeners\":0}",
		"{\"whom\":\"x\",\"listeners\":2,\"day\":\"2026-11-19\"}",
		"{\"whom\":\"x\",\"listeners\":2,\"meeting\":1}" };
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(
			json(h, "lin", POST, "/api/stories/1/tellings", wrong[i]).status, 422);
	a = house_get(h, "qian", "/api/stories/1/tellings");
	assert_int_equal(json_get_number(a.json, "listeners", 0), 8);
	assert_non_null(strstr(house_get(h, "qian", "/stories/1").body, "讲过 2 次，8 人听过"));
	a = house_post(h, "li", "/stories/1/tellings", "whom=&listeners=3");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "whom-fault"));
	/* Only one's own is taken back; a draft is told to nobody. */
	assert_int_equal(
		house_ask(h, "lin", DELETE, "/api/tellings/1", NULL, NULL, NULL).status, 403);
	assert_int_equal(
		house_ask(h, "sun", DELETE, "/api/tellings/1", NULL, NULL, NULL).status, 204);
	assert_int_equal(
		json_get_number(house_get(h, "qian", "/api/stories/1/tellings").json, "times", 0),
		1);
	house_do(h, "tian", "/api/stories/1/take-back");
	assert_int_equal(house_get(h, "qian", "/api/stories/1/tellings").status, 404);
	assert_int_equal(house_get(h, "qian", "/api/stories/1/script").status, 404);
	assert_int_equal(
		json(h, "tian", POST, "/api/stories/1/tellings", "{\"whom\":\"x\",\"listeners\":2}")
			.status,
		409);
	house_free(h);
}

static int deed_count(struct house *h, const char *deed)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int n = (int)db_long(
		h->worker->db, SQL("SELECT count(*) FROM event WHERE deed = ?1 /*scan*/"), V(deed));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

static void the_ledger_tells_of_reading_and_of_telling(void **state)
{
	(void)state;
	struct house *h = with_newcomer();
	lay_path(h);
	house_ask(h, "wu", PUT, "/api/path/2/tick", NULL, NULL, NULL);
	house_ask(h, "wu", PUT, "/api/path/1/tick", NULL, NULL, NULL);
	json(h, "tian", PUT, "/api/stories/1/script", "{\"text\":\"那年春天\"}");
	json(h, "wu", POST, "/api/stories/1/tellings", "{\"whom\":\"x\",\"listeners\":2}");
	assert_int_equal(deed_count(h, "path_read"), 2);
	assert_int_equal(deed_count(h, "script_saved"), 1);
	assert_int_equal(deed_count(h, "told_aloud"), 1);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_new_walks_it_and_sees_what_comes_next),
		TEST(how_far_somebody_is_is_for_their_manager_and_trainers),
		TEST(trainers_keep_it_and_what_is_gone_is_left_out),
		TEST(three_minutes_are_counted_in_characters_or_words),
		TEST(a_story_is_told_aloud_and_the_page_says_to_whom),
		TEST(the_ledger_tells_of_reading_and_of_telling),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
