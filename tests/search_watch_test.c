/* Whoever keeps a search is told of new hits, and of nothing that they may not see. */
#include "house.h"

#include "rules/search_watch.h"

static struct work clock_of(struct house *h)
{
	return (struct work){ .arena = h->arena,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = h->arena } };
}

/* An hour goes by, and each kept search is looked at. */
static void look(struct house *h)
{
	clock_freeze(clock_now() + 3601);
	struct work w = clock_of(h);
	for (bool more = true; more;) {
		db_begin(h->worker->db, h->arena);
		more = search_watch_look(&w);
		db_end(h->worker->db);
	}
}

static void keep(struct house *h, const char *login, const char *form)
{
	assert_int_equal(house_post(h, login, "/search/saved", form).status, 303);
}

static int64_t told(struct house *h, const char *login)
{
	struct answer a = house_get(h, login, "/api/inbox");
	const struct json *items = json_get(a.json, "items");
	int64_t n = 0;
	for (size_t i = 0; i < json_count(items); i++)
		if (text_same(json_get_text(json_at(items, i), "kind"), "new_hits"))
			n += json_get_number(json_at(items, i), "times", 1);
	return n;
}

static const char visits[] = "# 教训\n## 没有约回访\n约好了周五。\n",
		  prices[] = "# 经验\n## 报价前先问\n问三件事，再约回访。\n";

static void new_hits_are_one_line_and_old_ones_are_none(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", visits);
	keep(h, "li", "q=%E5%9B%9E%E8%AE%BF");
	look(h);
	look(h);
	assert_int_equal(told(h, "li"), 0);
	house_put(h, "wang", "/api/reflections/2026-W46", prices);
	look(h);
	look(h);
	assert_int_equal(told(h, "li"), 1);
	assert_int_equal(told(h, "wang"), 0);
	assert_non_null(strstr(house_get(h, "li", "/inbox").body, "回访"));
	house_free(h);
}

static void filters_count_and_so_does_who_may_see(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", visits);
	keep(h, "li", "q=%E5%9B%9E%E8%AE%BF&kind=experience");
	keep(h, "qian", "q=%E5%9B%9E%E8%AE%BF"); /* another team */
	look(h);
	house_put(h, "wang", "/api/reflections/2026-W46", visits);
	look(h);
	assert_int_equal(told(h, "li"), 0);
	assert_int_equal(told(h, "qian"), 0);
	house_put(h, "li", "/api/reflections/2026-W45", prices);
	look(h);
	assert_int_equal(told(h, "li"), 1);
	assert_int_equal(told(h, "qian"), 0);
	house_free(h);
}

static void one_that_is_forgotten_is_not_looked_at(void **state)
{
	(void)state;
	struct house *h = house_new();
	keep(h, "li", "q=%E5%9B%9E%E8%AE%BF");
	look(h);
	assert_int_equal(
		house_post(h, "li", "/search/saved/forget", "q=%E5%9B%9E%E8%AE%BF").status, 303);
	house_put(h, "wang", "/api/reflections/2026-W47", visits);
	look(h);
	assert_int_equal(told(h, "li"), 0);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(new_hits_are_one_line_and_old_ones_are_none),
		TEST(filters_count_and_so_does_who_may_see),
		TEST(one_that_is_forgotten_is_not_looked_at),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
