/* The desk of the headquarters: what it shows of a week, to whom, and what is done there. */
#include "bulletin_kit.h"

#include "base/strings.h"

static const struct json *topic(const struct json *desk, const char *name)
{
	const struct json *all = json_get(desk, "topics");
	for (size_t i = 0; i < json_count(all); i++)
		if (text_same(json_get_text(json_at(all, i), "name"), name))
			return json_at(all, i);
	return NULL;
}

static struct answer desk(struct house *h)
{
	struct answer a = house_get(h, "han", "/api/hq?week=" W47);
	assert_int_equal(a.status, 200);
	return a;
}

static int64_t last(const struct json *numbers)
{
	return json_as_number(json_at(numbers, json_count(numbers) - 1), -1);
}

static void all_that_rose_is_in_the_matrix_not_only_what_was_promoted(void **state)
{
	(void)state;
	struct house *h = ready();
	struct answer a = desk(h);
	const struct json *t = topic(a.json, "报价");
	assert_non_null(t);
	assert_int_equal(json_get_number(t, "total", 0), 2); /* 1 is chosen, 4 is not */
	const struct json *cell = json_at(json_get(t, "cells"), 0);
	assert_int_equal(json_get_number(cell, "experience", 0), 2);
	assert_int_equal(json_get_number(cell, "heat", 0), 5);
	assert_int_equal(last(json_get(t, "trend")), 2);
	assert_int_equal(last(json_get(json_get(a.json, "trend"), "lesson")), 1);
	/* On the page a cell is a number that leads to its points. */
	a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(
		a, "<td class=\"heat5\"><a href=\"/units/hq?week=2026-W47&amp;part=2&amp;topic="));
	assert_true(says(a, "<th scope=\"row\">") && says(a, "<caption"));
	assert_true(says(a, "<svg class=\"line") && says(a, "<details"));
	assert_false(says(a, "style="));
	const char *cells = strstr(a.body, "/units/hq?week=2026-W47&amp;part=2&amp;topic=");
	long number =
		strtol(cells + strlen("/units/hq?week=2026-W47&amp;part=2&amp;topic="), NULL, 10);
	struct answer list = house_get(h, "han",
		arena_format(h->arena, "/units/hq?week=2026-W47&part=2&topic=%ld", number));
	assert_true(says(list, "先问流程") && says(list, "钱多的一条"));
	assert_false(says(list, "样品没有回访"));
	house_free(h);
}

/* What lies in an open branch is nowhere: not in a cell, the heat, the trend or a count. */
static void an_open_branch_counts_nowhere(void **state)
{
	(void)state;
	struct house *h = ready();
	const char *page = house_get(h, "han", "/hq?week=" W47).body, *json = desk(h).body;
	assert_int_equal(house_put(h, "sun", "/api/reflections/" W47,
				 "# 经验\n## 南方的一条 #报价\n不该看见。\n")
				 .status,
		201);
	close_week(h, "chen", "s1");
	assert_string_equal(house_get(h, "han", "/hq?week=" W47).body, page);
	assert_string_equal(desk(h).body, json);
	close_week(h, "chen", "south");
	struct answer a = desk(h);
	assert_int_equal(json_get_number(topic(a.json, "报价"), "total", 0), 3);
	assert_int_equal(last(json_get(topic(a.json, "报价"), "trend")), 3);
	house_free(h);
}

static void the_clock_says_what_is_left_and_who_is_late(void **state)
{
	(void)state;
	struct house *h = ready();
	/* 2026-11-23 18:00 and 2026-11-24 12:00 in Shanghai. */
	const struct json *clock = json_get(desk(h).json, "clock");
	assert_int_equal(json_get_number(clock, "cut_at", 0), 1795428000);
	assert_int_equal(json_get_number(clock, "due_at", 0), 1795492800);
	clock_freeze(1795428000 - 3 * 3600 - 12 * 60);
	struct answer a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(a, "data-until=\"1795428000\"") && says(a, "3 小时 12 分"));
	assert_false(says(a, "chip bad"));
	clock_freeze(1795428000 + 60);
	a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(a, "data-until=\"1795492800\"") && says(a, "chip bad"));
	assert_true(says(a, "2 家分公司已汇总 1 家"));
	clock_freeze(1795492800 + 2 * 3600);
	a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(a, "data-since=\"1795492800\"") && says(a, "2 小时 0 分"));
	/* Both moments are settings: Tuesday 9:00, and 15:00 the day after. */
	a = house_post(
		h, "root", "/admin/settings", "bulletin_day=2&bulletin_cut=9&bulletin_due=15");
	assert_int_equal(a.status, 303);
	clock = json_get(desk(h).json, "clock");
	assert_int_equal(json_get_number(clock, "cut_at", 0), 1795428000 + 15 * 3600);
	assert_int_equal(json_get_number(clock, "due_at", 0), 1795492800 + 27 * 3600);
	clock_freeze(HOUSE_NOW);
	house_free(h);
}

/* Each branch places, merges or leaves its points; what it closed over all the same can be read and
 * sent out at the desk. */
static void what_a_branch_passed_over_lies_on_the_desk(void **state)
{
	(void)state;
	struct house *h = ready();
	struct answer a = desk(h);
	const struct json *branch = json_at(json_get(a.json, "branches"), 0);
	const struct json *handled = json_get(branch, "handled");
	long points = (long)json_get_number(handled, "points", -1),
	     open = (long)json_get_number(handled, "open", -1);
	assert_int_equal(json_count(json_get(a.json, "passed_over")), open);
	assert_true(points >= open && open > 0);
	/* One that is open tells nothing of it. */
	assert_null(json_get(json_at(json_get(a.json, "branches"), 1), "handled"));
	const struct json *first = json_get(json_at(json_get(a.json, "passed_over"), 0), "point");
	long id = (long)json_get_number(first, "id", 0);
	a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(a, arena_format(h->arena, "漏了 %ld 点", open)));
	assert_true(says(a, arena_format(h->arena, "value=\"in.0.%ld\"", id)));
	assert_int_equal(
		house_post(h, "han", "/hq", arena_format(h->arena, "week=" W47 "&do=in.0.%ld", id))
			.status,
		303);
	/* A reason, and it was not passed over any more. */
	assert_int_equal(house_do(h, "gao", "/api/units/east/rollup/reopen?week=" W47).status, 200);
	assert_int_equal(send(h, "gao", PUT, arena_format(h->arena, "/api/points/%ld/leave", id),
				 "{\"reason\":\"只有这一家\"}")
				 .status,
		200);
	close_week(h, "gao", "east");
	a = desk(h);
	handled = json_get(json_at(json_get(a.json, "branches"), 0), "handled");
	assert_int_equal(json_get_number(handled, "open", -1), open - 1);
	assert_int_equal(json_get_number(handled, "left", -1), 1);
	house_free(h);
}

static void what_is_chosen_at_the_desk_stands_in_the_bulletin(void **state)
{
	(void)state;
	struct house *h = ready();
	assert_int_equal(house_post(h, "tian", "/hq", "week=" W47 "&do=in.0.4").status, 403);
	/* The first choice begins it, with what was chosen and distilled before. */
	assert_int_equal(house_post(h, "han", "/hq", "week=" W47 "&do=in.0.4").status, 303);
	struct answer a = house_get(h, "han", "/api/bulletins/1?draft=1");
	assert_int_equal(json_count(json_get(a.json, "items")), 4);
	assert_true(says(house_get(h, "han", "/api/units/hq/rollup?week=" W47), "\"picks\":["));
	/* Order, and out again. */
	assert_int_equal(house_post(h, "han", "/hq", "week=" W47 "&do=up.0.4").status, 303);
	a = desk(h);
	assert_int_equal(json_get_number(json_at(json_get(a.json, "carried"), 1), "id", 0), 4);
	assert_int_equal(house_post(h, "han", "/hq", "week=" W47 "&do=out.0.4").status, 303);
	assert_int_equal(json_count(json_get(desk(h).json, "carried")), 3);
	/* A point of a team's own is none. */
	assert_int_equal(house_post(h, "han", "/hq", "week=" W47 "&do=in.0.3").status, 404);
	/* The frame leads into the editor, and is kept. */
	a = house_post(h, "han", "/hq", "week=" W47 "&do=edit&frame=这周说报价");
	assert_string_equal(a.location, "/bulletins/1/edit");
	assert_true(says(house_get(h, "han", "/bulletins/1/edit"), "这周说报价"));
	a = house_post(h, "han", "/hq", "week=" W47 "&do=frame&frame=旧的一页&version=1");
	assert_int_equal(a.status, 412);
	assert_true(says(a, "旧的一页"));
	/* One at a time; what is out is out. */
	assert_int_equal(house_post(h, "han", "/hq", "week=2026-W46&do=frame&frame=x").status, 409);
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 200);
	assert_int_equal(house_post(h, "han", "/hq", "week=" W47 "&do=in.0.4").status, 409);
	house_free(h);
}

static void two_stories_at_most(void **state)
{
	(void)state;
	struct house *h = ready();
	for (int i = 1; i <= 3; i++) {
		struct answer a = house_ask(h, "tian", POST, "/api/stories", "text/markdown",
			arena_format(
				h->arena, "---\ntitle: 故事%d\nsources: [1]\n---\n经过。\n", i),
			NULL);
		assert_int_equal(a.status, 201);
		assert_int_equal(
			house_do(h, "tian", arena_format(h->arena, "/api/stories/%d/publish", i))
				.status,
			200);
		assert_int_equal(house_post(h, "han", "/hq",
					 arena_format(h->arena, "week=" W47 "&do=in.2.%d", i))
					 .status,
			i <= 2 ? 303 : 409);
	}
	house_free(h);
}

static void highlights_proof_and_failures_lie_on_it(void **state)
{
	(void)state;
	struct house *h = ready();
	assert_int_equal(
		send(h, "han", PUT, "/api/points/4/highlight", "{\"reason\":\"挖下去\"}").status,
		200);
	assert_int_equal(send(h, "tian", POST, "/api/points/1/uses",
				 "{\"effect\":\"worked\",\"text\":\"成了\"}")
				 .status,
		201);
	assert_int_equal(
		send(h, "tian", POST, "/api/points/2/uses",
			"{\"effect\":\"failed\",\"text\":\"没成\",\"conditions\":\"老客户\"}")
			.status,
		201);
	struct answer a = desk(h);
	const struct json *highlight = json_at(json_get(a.json, "highlights"), 0);
	assert_string_equal(json_get_text(highlight, "reason"), "挖下去");
	assert_int_equal(
		json_get_number(json_get(json_at(json_get(a.json, "proved"), 0), "point"), "id", 0),
		1);
	const struct json *failed = json_at(json_get(a.json, "failed"), 0);
	assert_string_equal(json_get_text(json_get(failed, "use"), "conditions"), "老客户");
	/* Signed with nothing: not by headquarters either. */
	assert_null(json_get(json_get(failed, "point"), "author"));
	a = house_get(h, "han", "/hq?week=" W47);
	assert_true(says(a, "挖下去") && says(a, "老客户") && says(a, "都说先问"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_that_rose_is_in_the_matrix_not_only_what_was_promoted),
		TEST(an_open_branch_counts_nowhere),
		TEST(the_clock_says_what_is_left_and_who_is_late),
		TEST(what_a_branch_passed_over_lies_on_the_desk),
		TEST(what_is_chosen_at_the_desk_stands_in_the_bulletin),
		TEST(two_stories_at_most),
		TEST(highlights_proof_and_failures_lie_on_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
