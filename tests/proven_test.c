/* Lists by effect, held against a plain computation; and an author's trail. */
#include "house.h"

#include "base/dice.h"
#include "base/effect.h"
#include "base/wilson.h"
#include "store/event.h"
#include "store/evidence.h"
#include "store/trail.h"

enum { WEEKS = 5, EACH = 6, POINTS = WEEKS * EACH };

static const char *const readers[] = { "li", "lin", "gao", "han", "tian" };
enum { READERS = sizeof readers / sizeof *readers };

static void close_up(struct house *h, int week)
{
	static const char *const by[][2] = { { "lin", "e1" }, { "gao", "east" } };
	for (int i = 0; i < 2; i++)
		assert_int_equal(
			house_do(h, by[i][0],
				arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W%d",
					by[i][1], week))
				.status,
			200);
}

/* Thirty points of wang's; those of the first weeks have risen. */
static struct house *written(void)
{
	struct house *h = house_new();
	for (int week = 43; week < 43 + WEEKS; week++) {
		struct out o = out_new(h->arena);
		for (int kind = 0; kind < 2; kind++) {
			out_text(&o, kind ? "# 教训\n" : "# 经验\n");
			for (int i = 0; i < EACH / 2; i++)
				out_format(
					&o, "## 第%d周第%d条 #报价\n做了。\n", week, kind * 10 + i);
		}
		assert_int_equal(house_put(h, "wang",
					 arena_format(h->arena, "/api/reflections/2026-W%d", week),
					 out_string(&o))
					 .status,
			201);
		if (week < 46)
			close_up(h, week);
	}
	return h;
}

struct tried {
	double success[READERS];
	int times[READERS];
};

static int64_t score(const struct tried *t)
{
	double sum = 0;
	int64_t people = 0;
	for (int i = 0; i < READERS; i++)
		if (t->times[i]) {
			sum += t->success[i] / t->times[i];
			people++;
		}
	return people ? wilson_lower(sum, people) : -1;
}

/* The points that an answer's pages list, in their order. */
static size_t listed(struct house *h, const char *who, const char *query, int64_t *ids)
{
	size_t n = 0;
	const char *next = "";
	for (int pages = 0; next && pages < 30; pages++) {
		struct answer a = house_get(h, who,
			arena_format(h->arena, "/api/points?order=effect&limit=4%s%s%s", query,
				*next ? "&cursor=" : "", next));
		assert_int_equal(a.status, 200);
		const struct json *items = json_get(a.json, "items");
		for (size_t i = 0; i < json_count(items) && n < POINTS; i++)
			ids[n++] = json_get_number(json_at(items, i), "id", 0);
		next = json_get_text(a.json, "next");
	}
	return n;
}

static void check_order(
	struct house *h, const char *who, const char *query, const struct tried *tried, size_t want)
{
	int64_t ids[POINTS];
	size_t n = listed(h, who, query, ids);
	if (n != want)
		fail_msg("%s %s: %zu points, expected %zu", who, query, n, want);
	for (size_t i = 1; i < n; i++) {
		int64_t a = score(&tried[ids[i - 1]]), b = score(&tried[ids[i]]);
		if (a < b || (a == b && ids[i - 1] <= ids[i]))
			fail_msg("%s %s: %d (%d) stands before %d (%d)", who, query,
				(int)ids[i - 1], (int)a, (int)ids[i], (int)b);
	}
}

static void all_agrees(struct house *h)
{
	assert_int_equal(house_differences(h, evidence_differences_any), 0);
	assert_int_equal(house_differences(h, trail_differences_any), 0);
	assert_int_equal(house_differences(h, event_differences_any), 0);
}

static void use_some(struct house *h, struct tried *tried)
{
	struct dice dice = { 7 };
	for (int day = 1; day <= 60; day++) {
		int point = 1 + (int)dice_below(&dice, POINTS),
		    by = (int)dice_below(&dice, READERS);
		enum effect e = (enum effect)dice_below(&dice, EFFECTS);
		struct answer a = house_ask(h, readers[by], POST,
			arena_format(h->arena, "/api/points/%d/uses", point), "application/json",
			arena_format(h->arena,
				"{\"effect\":\"%s\",\"text\":\"用了\",\"conditions\":\"忙\","
				"\"day\":\"2026-%02d-%02d\"}",
				effect_name(e), 9 + day / 31, 1 + day % 30),
			NULL);
		if (a.status != 201)
			continue;
		tried[point].times[by]++;
		tried[point].success[by] += effect_success(e);
	}
}

static void what_proved_itself_stands_first_for_everybody(void **state)
{
	(void)state;
	struct house *h = written();
	struct tried tried[POINTS + 1] = { 0 };
	use_some(h, tried);
	all_agrees(h);
	static const struct {
		const char *who, *query;
		size_t points;
	} rows[] = {
		{ "wang", "", 30 },
		{ "li", "", 30 },
		{ "lin", "&unit=e1", 30 },
		{ "gao", "", 18 },
		{ "gao", "&unit=east", 18 },
		{ "han", "", 18 },
		{ "tian", "&kind=lesson", 9 },
		{ "han", "&topic=1&kind=experience", 9 },
		{ "han", "&week=2026-W44", 6 },
		{ "li", "&week=2026-W47&kind=lesson", 3 },
		{ "li", "&unit=east", 30 },
		{ "qian", "", 0 },
		{ "sun", "&topic=1", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].points)
			check_order(h, rows[i].who, rows[i].query, tried, rows[i].points);
	assert_int_equal(house_get(h, "wang", "/api/points?order=best").status, 422);
	assert_int_equal(house_get(h, "wang", "/topics/1?order=effect").status, 200);
	house_free(h);
}

static void a_reopened_week_and_a_merged_topic_keep_the_order_true(void **state)
{
	(void)state;
	struct house *h = written();
	struct tried tried[POINTS + 1] = { 0 };
	use_some(h, tried);
	assert_int_equal(
		house_do(h, "gao", "/api/units/east/rollup/reopen?week=2026-W45").status, 200);
	all_agrees(h);
	check_order(h, "han", "", tried, 12);
	assert_int_equal(house_post(h, "wang", "/points/30/withdraw", "").status, 303);
	all_agrees(h);
	check_order(h, "wang", "", tried, 29);
	assert_int_equal(house_post(h, "tian", "/topics/1/edit",
				 "kind=topic&name_zh=%E6%8A%A5%E4%BB%B7&name_en=Quoting&words=x")
				 .status,
		303);
	assert_int_equal(house_post(h, "tian", "/topics/new",
				 "kind=topic&name_zh=%E5%BC%80%E4%BB%B7&name_en=Pricing&words=y")
				 .status,
		303);
	assert_int_equal(house_post(h, "tian", "/topics/1/merge", "into=2").status, 303);
	all_agrees(h);
	house_free(h);
}

static const struct json *fact(struct answer a, size_t point, const char *deed)
{
	const struct json *facts = json_get(json_at(json_get(a.json, "items"), point), "facts");
	for (size_t i = 0; i < json_count(facts); i++)
		if (text_same(json_get_text(json_at(facts, i), "deed"), deed))
			return json_at(facts, i);
	return NULL;
}

static int64_t point_at(struct answer a, size_t i)
{
	return json_get_number(json_get(json_at(json_get(a.json, "items"), i), "point"), "id", 0);
}

static void a_trail_tells_its_author_what_happened_last_first(void **state)
{
	(void)state;
	struct house *h = written();
	house_get(h, "li", "/points/3");
	assert_int_equal(house_ask(h, "lin", POST, "/api/points/7/remarks", "application/json",
				 "{\"kind\":\"advice\",\"text\":\"先打电话\"}", NULL)
				 .status,
		201);
	assert_int_equal(
		house_ask(h, "han", POST, "/api/points/2/uses", "application/json",
			"{\"effect\":\"failed\",\"text\":\"没成\",\"conditions\":\"急\"}", NULL)
			.status,
		201);
	struct answer a = house_get(h, "wang", "/api/trail");
	static const struct {
		int64_t point;
		const char *deed, *words;
	} rows[] = { { 2, "used", "韩总" }, { 7, "said", "林经理" }, { 3, "read", "李娜" } };
	for (size_t i = 0; i < 3; i++) {
		const struct json *f = fact(a, i, rows[i].deed);
		if (point_at(a, i) != rows[i].point || !f ||
			!strstr(json_get_text(f, "words"), rows[i].words))
			fail_msg("%zu: point %d\n%s", i, (int)point_at(a, i), a.body);
	}
	/* The page begins with what the last thirty days brought; what is older is no news. */
	a = house_get(h, "wang", "/trail");
	assert_non_null(strstr(a.body, "1 个人用了你写的：1 次没有效果"));
	assert_non_null(strstr(a.body, "2 个人读过"));
	assert_null(strstr(house_get(h, "li", "/trail").body, "最近 30 天"));
	clock_freeze(HOUSE_NOW + 31 * 86400);
	assert_null(strstr(house_get(h, "wang", "/trail").body, "最近 30 天"));
	clock_freeze(HOUSE_NOW);
	size_t n = 0;
	for (const char *next = ""; next;) {
		a = house_get(h, "wang",
			arena_format(
				h->arena, "/api/trail?limit=7%s%s", *next ? "&cursor=" : "", next));
		n += json_count(json_get(a.json, "items"));
		next = json_get_text(a.json, "next");
	}
	assert_int_equal(n, POINTS);
	assert_non_null(strstr(house_get(h, "wang", "/trail").body, "韩总"));
	assert_int_equal(json_count(json_get(house_get(h, "lin", "/api/trail").json, "items")), 0);
	assert_null(strstr(house_get(h, "lin", "/trail").body, "第43周"));
	all_agrees(h);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_proved_itself_stands_first_for_everybody),
		TEST(a_reopened_week_and_a_merged_topic_keep_the_order_true),
		TEST(a_trail_tells_its_author_what_happened_last_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
