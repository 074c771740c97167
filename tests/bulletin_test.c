/* Bulletins: put together by the headquarters, issued to everybody, corrected, signed for. */
#include "bulletin_kit.h"

#include "rules/bulletin.h"
#include "store/event.h"
#include "store/tally.h"

static void a_draft_takes_in_what_the_week_chose_and_distilled(void **state)
{
	(void)state;
	struct house *h = ready();
	struct answer a = send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	assert_int_equal(a.status, 201);
	assert_int_equal(json_get_number(a.json, "id", 0), 1);
	const struct json *items = json_get(a.json, "items");
	assert_int_equal(json_count(items), 3);
	assert_string_equal(json_get_text(json_at(items, 0), "comment"), "先学这个");
	assert_string_equal(json_get_text(json_at(items, 2), "type"), "synthesis");
	/* One at a time; for all others it is not there. */
	assert_int_equal(send(h, "han", POST, "/api/bulletins", "{}").status, 409);
	static const char *const others[] = { "wang", "gao", "tian", "root", "lin" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (house_get(h, others[i], "/api/bulletins/1").status != 404)
			fail_msg("%s finds the draft", others[i]);
		if (json_count(json_get(house_get(h, others[i], "/api/bulletins").json, "items")))
			fail_msg("%s sees it in the list", others[i]);
		if (send(h, others[i], POST, "/api/bulletins", "{}").status != 403)
			fail_msg("%s may begin one", others[i]);
	}
	house_free(h);
}

static void it_is_ordered_and_changed_until_it_goes_out(void **state)
{
	(void)state;
	struct house *h = ready();
	send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	struct answer a = send(h, "han", PUT, "/api/bulletins/1",
		"{\"title\":\"第一期\",\"frame_md\":\"各位**好**\",\"items\":["
		"{\"type\":\"point\",\"id\":2},{\"type\":\"point\",\"id\":1,\"comment\":\"看\"}]}");
	assert_int_equal(a.status, 200);
	const struct json *items = json_get(a.json, "items");
	assert_int_equal(json_count(items), 2);
	assert_int_equal(json_get_number(json_at(items, 0), "id", 0), 2);
	/* What stays in its team has not risen; another's stale version is refused. */
	static const struct {
		const char *body;
		int status;
	} rows[] = {
		{ "{\"items\":[{\"type\":\"point\",\"id\":3}]}", 404 },
		{ "{\"items\":[{\"type\":\"point\",\"id\":99}]}", 404 },
		{ "{\"items\":[{\"type\":\"song\",\"id\":1}]}", 422 },
		{ "{\"title\":\"\"}", 422 },
		{ "{\"title\":\"x\",\"version\":1}", 412 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = send(h, "han", PUT, "/api/bulletins/1", rows[i].body).status;
		if (status != rows[i].status)
			fail_msg("%s: %d", rows[i].body, status);
	}
	int64_t version =
		json_get_number(house_get(h, "han", "/api/bulletins/1").json, "version", 0);
	a = house_post(h, "han", "/bulletins/1/edit",
		arena_format(h->arena, "title=x&frame=y&rules=z&version=%d&do=down.0.2&c.0.1=w",
			(int)version));
	assert_int_equal(a.status, 303);
	a = house_get(h, "han", "/api/bulletins/1");
	items = json_get(a.json, "items");
	assert_int_equal(json_get_number(json_at(items, 0), "id", 0), 1);
	assert_string_equal(json_get_text(json_at(items, 0), "comment"), "w");
	assert_string_equal(json_get_text(a.json, "rules_md"), "z");
	house_free(h);
}

static void going_out_makes_its_points_everybodys_and_nothing_else(void **state)
{
	(void)state;
	struct house *h = ready();
	assert_int_equal(house_get(h, "sun", "/api/points/1").status, 404);
	assert_int_equal(house_get(h, "sun", "/api/syntheses/1").status, 404);
	send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 200);
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 200); /* once */
	struct answer a = house_get(h, "sun", "/api/bulletins/1");
	assert_int_equal(a.status, 200);
	assert_int_equal(json_count(json_get(a.json, "items")), 3);
	assert_true(says(a, "先问三件事"));
	assert_false(says(a, "没有选上的话"));
	assert_false(says(a, "李娜"));
	a = house_get(h, "sun", "/api/points/1");
	assert_string_equal(json_get_text(a.json, "reach"), "all");
	assert_true(says(a, "\"step\":\"bulletin\""));
	assert_int_equal(house_get(h, "sun", "/api/points/4").status, 404);
	a = house_get(h, "sun", "/api/syntheses/1");
	assert_int_equal(a.status, 200);
	assert_true(says(a, "/points/1"));
	assert_false(says(a, "/points/4"));
	a = house_get(h, "sun", "/bulletins/1");
	assert_true(says(a, "href=\"/points/1\""));
	assert_false(says(a, "href=\"/points/4\""));
	assert_false(says(a, "李娜"));
	assert_true(says(a, "华东一队"));
	a = house_get(h, "sun", "/api/search?q=%E6%8A%A5%E4%BB%B7");
	assert_int_equal(json_get_number(a.json, "total", -1), 2); /* the point, the synthesis */
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	assert_int_equal(house_differences(h, event_differences_any), 0);
	assert_int_equal(house_differences(h, bulletin_differences_any), 0);
	house_free(h);
}

static void what_went_out_is_lowered_and_rewritten_by_nobody(void **state)
{
	(void)state;
	struct house *h = issued();
	assert_int_equal(house_do(h, "gao", "/api/units/east/rollup/reopen?week=" W47).status, 200);
	assert_int_equal(house_get(h, "sun", "/api/points/1").status, 200);
	assert_int_equal(house_get(h, "han", "/api/points/4").status, 404); /* back in its branch */
	assert_int_equal(house_do(h, "lin", "/api/units/e1/rollup/reopen?week=" W47).status, 409);
	assert_int_equal(house_do(h, "zhao", "/api/units/e2/rollup/reopen?week=" W47).status, 200);
	assert_int_equal(send(h, "gao", PUT, "/api/units/east/rollup/syntheses/1?week=" W47,
				 "{\"body_md\":\"另写\"}")
				 .status,
		409);
	assert_int_equal(house_get(h, "sun", "/api/syntheses/1").status, 200);
	assert_int_equal(send(h, "han", PUT, "/api/bulletins/1", "{\"title\":\"x\"}").status, 409);
	assert_int_equal(send(h, "wang", PUT, "/api/bulletins/1", "{\"title\":\"x\"}").status, 403);
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	assert_int_equal(house_differences(h, bulletin_differences_any), 0);
	house_free(h);
}

static void what_is_not_at_the_headquarters_any_more_stops_it(void **state)
{
	(void)state;
	struct house *h = ready();
	send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	house_do(h, "gao", "/api/units/east/rollup/reopen?week=" W47);
	struct answer a = house_do(h, "han", "/api/bulletins/1/publish");
	assert_int_equal(a.status, 409);
	assert_int_equal(json_count(json_get(a.json, "errors")), 3);
	a = house_get(h, "han", "/bulletins/1?draft=1");
	assert_int_equal(a.status, 200);
	assert_false(says(a, "先问三件事"));
	assert_int_equal(house_get(h, "sun", "/bulletins/1").status, 404);
	house_free(h);
}

static void a_correction_is_a_new_version_and_the_old_one_stays(void **state)
{
	(void)state;
	struct house *h = issued();
	assert_int_equal(house_do(h, "wang", "/api/bulletins/1/correct").status, 403);
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/correct").status, 200);
	send(h, "han", PUT, "/api/bulletins/1",
		"{\"title\":\"改过的\",\"items\":[{\"type\":\"point\",\"id\":1}]}");
	struct answer a = house_get(h, "sun", "/api/bulletins/1");
	assert_false(says(a, "改过的"));
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 422);
	assert_int_equal(
		send(h, "han", POST, "/api/bulletins/1/publish", "{\"note\":\"去掉一条\"}").status,
		200);
	a = house_get(h, "sun", "/api/bulletins/1");
	assert_int_equal(json_get_number(a.json, "edition", 0), 2);
	assert_string_equal(json_get_text(a.json, "note"), "去掉一条");
	assert_int_equal(json_count(json_get(a.json, "items")), 1);
	a = house_get(h, "sun", "/api/bulletins/1?edition=1");
	assert_int_equal(json_count(json_get(a.json, "items")), 3);
	assert_int_equal(house_get(h, "sun", "/api/bulletins/1?edition=3").status, 404);
	assert_int_equal(house_get(h, "sun", "/bulletins/1?edition=1").status, 200);
	/* A correction that is dropped leaves no trace. */
	house_do(h, "han", "/api/bulletins/1/correct");
	send(h, "han", PUT, "/api/bulletins/1", "{\"title\":\"又改\",\"items\":[]}");
	assert_int_equal(
		house_ask(h, "han", DELETE, "/api/bulletins/1", NULL, NULL, NULL).status, 204);
	a = house_get(h, "han", "/api/bulletins/1?draft=1");
	assert_string_equal(json_get_text(a.json, "title"), "改过的");
	assert_int_equal(json_count(json_get(a.json, "items")), 1);
	assert_int_equal(house_differences(h, bulletin_differences_any), 0);
	house_free(h);
}

static void numbers_have_no_gaps(void **state)
{
	(void)state;
	struct house *h = issued();
	struct answer a = send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	assert_int_equal(json_get_number(a.json, "id", 0), 2);
	assert_int_equal(json_count(json_get(a.json, "items")), 0); /* it went out already */
	assert_int_equal(house_do(h, "han", "/api/bulletins/2/publish").status, 409); /* empty */
	assert_int_equal(
		house_ask(h, "han", DELETE, "/api/bulletins/2", NULL, NULL, NULL).status, 204);
	a = send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	assert_int_equal(json_get_number(a.json, "id", 0), 2);
	assert_int_equal(
		send(h, "han", POST, "/api/bulletins", "{\"week\":\"2030-W01\"}").status, 404);
	house_free(h);
}

static void tick(struct house *h, int64_t now)
{
	struct arena *a = arena_new();
	struct work w = { .arena = a,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = now,
		.faults = { .arena = a } };
	bulletin_tick(&w);
	arena_free(a);
}

static void a_draft_goes_out_by_itself_at_its_time_and_once(void **state)
{
	(void)state;
	struct house *h = ready();
	send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	send(h, "han", PUT, "/api/bulletins/1",
		arena_format(h->arena, "{\"publish_at\":%ld}", (long)HOUSE_NOW + 600));
	tick(h, HOUSE_NOW + 599);
	assert_int_equal(house_get(h, "sun", "/api/bulletins/1").status, 404);
	tick(h, HOUSE_NOW + 600);
	tick(h, HOUSE_NOW + 610);
	struct answer a = house_get(h, "sun", "/api/bulletins/1");
	assert_int_equal(json_get_number(a.json, "published_at", 0), HOUSE_NOW + 600);
	assert_int_equal(json_get_number(a.json, "edition", 0), 1);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_takes_in_what_the_week_chose_and_distilled),
		TEST(it_is_ordered_and_changed_until_it_goes_out),
		TEST(going_out_makes_its_points_everybodys_and_nothing_else),
		TEST(what_went_out_is_lowered_and_rewritten_by_nobody),
		TEST(what_is_not_at_the_headquarters_any_more_stops_it),
		TEST(a_correction_is_a_new_version_and_the_old_one_stays),
		TEST(numbers_have_no_gaps),
		TEST(a_draft_goes_out_by_itself_at_its_time_and_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
