/* Meetings: made and kept by whom, seen by whom; what is said there becomes a point, an ask, an
 * ability; what is gone through gets its step, and the step its result. */
#include "house.h"

#include "rules/agenda.h"
#include "rules/ask.h"
#include "store/event.h"

static struct answer send(
	struct house *h, const char *who, enum method m, const char *target, const char *json)
{
	return house_ask(h, who, m, target, json ? "application/json" : NULL, json, NULL);
}

/* A weekly meeting of e1 today, by its manager; its number is 1. */
static struct answer met(struct house *h)
{
	struct answer a = send(h, "lin", POST, "/api/meetings",
		"{\"unit\":4,\"kind\":\"weekly\",\"day\":\"2026-11-18\"}");
	assert_int_equal(a.status, 201);
	return a;
}

static void wrote(struct house *h, const char *who, const char *week, const char *headline)
{
	struct answer a = house_put(h, who, arena_format(h->arena, "/api/reflections/%s", week),
		arena_format(h->arena,
			"# 教训\n## %s\n### 目的\n约到回访。\n### 经过\n寄了样品就没管。\n",
			headline));
	assert_true(a.status == 201 || a.status == 200);
}

static void the_unit_and_its_managers_see_it_and_nobody_else(void **state)
{
	(void)state;
	struct house *h = house_new();
	met(h);
	send(h, "gao", POST, "/api/meetings", "{\"unit\":2,\"kind\":\"sharing\"}");
	static const struct {
		const char *who;
		int team, branch;
	} rows[] = { { "lin", 200, 404 }, { "wang", 200, 404 }, { "li", 200, 404 },
		{ "zhao", 404, 404 }, { "qian", 404, 404 }, { "gao", 404, 200 },
		{ "chen", 404, 404 }, { "tian", 404, 404 }, { "han", 404, 404 },
		{ "root", 404, 404 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *who = rows[i].who;
		int team = house_get(h, who, "/api/meetings/1").status;
		int branch = house_get(h, who, "/meetings/2").status;
		size_t n = json_count(json_get(house_get(h, who, "/api/meetings").json, "items"));
		if (team != rows[i].team || branch != rows[i].branch ||
			n != (size_t)((team == 200) + (branch == 200)))
			fail_msg("%s: %d %d, %zu in the list", who, team, branch, n);
	}
	/* A team's manager sees the branch's meeting once on its list of people. */
	send(h, "gao", PUT, "/api/meetings/2/people",
		arena_format(h->arena, "{\"present\":[%d]}", (int)house_person(h, "zhao")->id.n));
	assert_int_equal(house_get(h, "zhao", "/api/meetings/2").status, 200);
	assert_int_equal(house_get(h, "lin", "/api/meetings/2").status, 404);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_int_equal(house_get(h, "gao", "/api/meetings/1").status, 404);
	house_free(h);
}

static void managers_make_it_and_the_recorder_keeps_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	met(h);
	static const char line[] = "{\"question\":\"problem\",\"text\":\"样品没有人跟\"}";
	assert_int_equal(send(h, "li", POST, "/api/meetings/1/lines", line).status, 403);
	struct answer a = send(h, "lin", PUT, "/api/meetings/1",
		arena_format(h->arena, "{\"recorder\":%d}", (int)house_person(h, "li")->id.n));
	assert_int_equal(a.status, 200);
	assert_int_equal(send(h, "li", POST, "/api/meetings/1/lines", line).status, 201);
	assert_int_equal(send(h, "wang", POST, "/api/meetings/1/lines", line).status, 403);
	assert_int_equal(send(h, "li", DELETE, "/api/meetings/1", NULL).status, 403);
	assert_int_equal(send(h, "lin", DELETE, "/api/meetings/1", NULL).status, 409);
	/* A stranger keeps no record. */
	a = send(h, "lin", PUT, "/api/meetings/1",
		arena_format(h->arena, "{\"recorder\":%d}", (int)house_person(h, "qian")->id.n));
	assert_int_equal(a.status, 422);
	static const char *const stale[] = { "If-Match", "\"1\"", NULL };
	a = house_ask(
		h, "lin", PUT, "/api/meetings/1", "application/json", "{\"notes\":\"x\"}", stale);
	assert_int_equal(a.status, 412);
	send(h, "lin", POST, "/api/meetings", "{\"unit\":4}");
	assert_int_equal(send(h, "lin", DELETE, "/api/meetings/2", NULL).status, 200);
	assert_int_equal(house_get(h, "lin", "/api/meetings/2").status, 404);
	assert_int_equal(house_differences(h, event_differences_any), 0);
	house_free(h);
}

static void an_answer_becomes_a_point_of_who_said_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	met(h);
	struct answer a = send(h, "lin", POST, "/api/meetings/1/lines",
		arena_format(h->arena,
			"{\"question\":\"valuable\",\"text\":\"先寄样品再约回访\",\"person\":%d}",
			(int)house_person(h, "wang")->id.n));
	assert_int_equal(a.status, 201);
	a = house_post(h, "li", "/meetings/1/lines/1/become", "as=experience");
	assert_int_equal(a.status, 403);
	/* The keeper offers it: nothing is written in another's name. */
	a = house_post(h, "lin", "/meetings/1/lines/1/become", "as=experience");
	assert_int_equal(a.status, 303);
	assert_non_null(strstr(house_get(h, "wang", "/write").body, "meeting-1.experience"));
	assert_null(strstr(house_get(h, "li", "/write").body, "meeting-1."));
	assert_int_equal(
		house_post(h, "li", "/write/take", "subject=2026-W47&take=meeting-1.experience")
			.status,
		404);
	a = house_post(h, "wang", "/write/take", "subject=2026-W47&take=meeting-1.experience");
	assert_int_equal(a.status, 303);
	assert_non_null(strstr(house_get(h, "wang", "/write").body, "value=\"先寄样品再约回访\""));
	wrote(h, "wang", "2026-W47", "先寄样品再约回访");
	a = house_get(h, "li", "/api/meetings/1");
	assert_int_equal(json_get_number(json_at(json_get(a.json, "lines"), 0), "point", 0), 1);
	assert_null(strstr(house_get(h, "wang", "/write").body, "meeting-1.experience"));
	house_free(h);
}

static void who_said_it_makes_it_an_entry_with_one_tap(void **state)
{
	(void)state;
	struct house *h = house_new();
	met(h);
	send(h, "lin", POST, "/api/meetings/1/lines",
		arena_format(h->arena,
			"{\"question\":\"problem\",\"text\":\"样品寄出后没人跟\",\"person\":%d}",
			(int)house_person(h, "wang")->id.n));
	struct answer a = house_post(h, "wang", "/meetings/1/lines/1/become", "as=lesson");
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/write?week=2026-W47&said=taken");
	assert_non_null(strstr(house_get(h, "wang", "/write").body, "value=\"样品寄出后没人跟\""));
	house_free(h);
}

static void an_answer_becomes_an_ask_that_climbs_and_an_ability(void **state)
{
	(void)state;
	struct house *h = house_new();
	met(h);
	send(h, "lin", POST, "/api/meetings/1/lines",
		arena_format(h->arena,
			"{\"question\":\"ability\",\"text\":\"谈判能力\",\"person\":%d}",
			(int)house_person(h, "wang")->id.n));
	struct answer a =
		send(h, "wang", POST, "/api/meetings/1/lines/1/become", "{\"as\":\"help\"}");
	assert_int_equal(a.status, 200);
	a = house_get(h, "lin", "/api/asks");
	assert_int_equal(json_count(json_get(a.json, "waiting")), 1);
	assert_int_equal(json_get_number(json_at(json_get(a.json, "waiting"), 0), "meeting", 0), 1);
	assert_int_equal(house_get(h, "li", "/api/asks/1").status, 200);
	assert_int_equal(house_get(h, "gao", "/api/asks/1").status, 404);
	assert_int_equal(house_get(h, "qian", "/api/asks/1").status, 404);
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = HOUSE_NOW + 3 * 86400,
		.faults = { .arena = h->arena } };
	clock_freeze(w.now);
	assert_int_equal(ask_climb(&w), 1);
	a = house_get(h, "gao", "/api/asks/1");
	assert_int_equal(a.status, 200);
	assert_null(json_get(a.json, "meeting"));
	clock_freeze(HOUSE_NOW);
	a = send(h, "lin", POST, "/api/meetings/1/lines/1/become", "{\"as\":\"ability\"}");
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(house_get(h, "li", "/topics/1").body, "谈判能力"));
	assert_int_equal(house_get(h, "qian", "/topics/1").status, 404);
	assert_int_equal(send(h, "lin", DELETE, "/api/meetings/1/lines/1", NULL).status, 409);
	house_free(h);
}

static void a_point_is_gone_through_and_its_step_gets_a_result(void **state)
{
	(void)state;
	struct house *h = house_new();
	wrote(h, "wang", "2026-W47", "样品寄出后没有约回访");
	met(h);
	assert_non_null(strstr(house_get(h, "lin", "/meetings/1/points/1").body, "约到回访。"));
	static const char body[] = "{\"happened\":\"没有约\",\"difference\":\"晚了一周\",\"next\":{"
				   "\"step\":\"周五前约上"
				   "\",\"person\":%d,\"until\":\"2026-11-20\"}}";
	int wang = (int)house_person(h, "wang")->id.n;
	const char *json = arena_format(h->arena, body, wang);
	assert_int_equal(send(h, "li", PUT, "/api/meetings/1/reviews/1", json).status, 403);
	assert_int_equal(send(h, "lin", PUT, "/api/meetings/1/reviews/9", json).status, 404);
	assert_int_equal(send(h, "lin", PUT, "/api/meetings/1/reviews/1", json).status, 200);
	/* The way tells those who see the meeting. */
	assert_non_null(strstr(house_get(h, "wang", "/api/points/1").body, "\"discussed\""));
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_int_equal(house_get(h, "gao", "/api/points/1").status, 200);
	assert_null(strstr(house_get(h, "gao", "/api/points/1").body, "\"discussed\""));
	assert_null(strstr(house_get(h, "gao", "/points/1").body, "/meetings/"));
	assert_non_null(strstr(house_get(h, "wang", "/").body, "周五前约上"));
	/* Whys are those under the point, and an answer is the author's. */
	struct answer a = send(h, "lin", POST, "/api/meetings/1/reviews/1/remarks",
		"{\"kind\":\"why\",\"text\":\"为什么没有约\"}");
	assert_int_equal(a.status, 201);
	a = send(h, "lin", POST, "/api/meetings/1/reviews/1/remarks",
		"{\"kind\":\"answer\",\"to\":1,\"text\":\"以为市场部会约\"}");
	assert_int_equal(a.status, 201);
	/* What is refused is not lost: nobody of that name may see the point. */
	a = house_post(h, "lin", "/meetings/1/points/1/remarks", "kind=why&to=2&text=@nobody 呢");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "@nobody 呢</textarea>"));
	assert_non_null(strstr(house_get(h, "li", "/points/1").body, "以为市场部会约"));
	assert_non_null(strstr(house_get(h, "wang", "/api/points/1/remarks").body, "王磊"));
	/* A week later it is shown first. */
	clock_freeze(HOUSE_NOW + 7 * 86400);
	a = send(h, "lin", POST, "/api/meetings", "{\"unit\":4,\"day\":\"2026-11-25\"}");
	assert_int_equal(a.status, 201);
	assert_int_equal(json_count(json_get(a.json, "agreed")), 1);
	assert_int_equal(
		send(h, "li", PUT, "/api/reviews/1/result", "{\"result\":\"done\"}").status, 403);
	assert_int_equal(
		house_post(h, "lin", "/meetings/2/results/1", "result=partly&text=约了一家").status,
		303);
	const char *minutes = house_get(h, "wang", "/meetings/2?as=md").body;
	assert_non_null(strstr(minutes, "周五前约上"));
	assert_non_null(strstr(minutes, "约了一家"));
	assert_int_equal(house_differences(h, event_differences_any), 0);
	house_free(h);
}

static void the_agenda_fills_its_time_whatever_the_kind(void **state)
{
	(void)state;
	for (int kind = 0; kind < MEETING_KINDS; kind++)
		for (int length = 0; length < MEETING_LENGTHS; length++)
			for (int some = 0; some < 2; some++) {
				bool there[AGENDA_PARTS];
				for (int i = 0; i < AGENDA_PARTS; i++)
					there[i] = some || i == AGENDA_QUESTIONS ||
						   i == AGENDA_CLOSING;
				struct agenda a = agenda_of((enum meeting_kind)kind,
					(enum meeting_length)length, there);
				int sum = 0;
				for (size_t i = 0; i < a.count; i++) {
					sum += a.items[i].minutes;
					if (a.items[i].minutes < 1)
						fail_msg("%d %d: a part of no time", kind, length);
				}
				if (sum != meeting_length_minutes((enum meeting_length)length))
					fail_msg("%d %d %d: %d minutes", kind, length, some, sum);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_unit_and_its_managers_see_it_and_nobody_else),
		TEST(managers_make_it_and_the_recorder_keeps_it),
		TEST(an_answer_becomes_a_point_of_who_said_it),
		TEST(who_said_it_makes_it_an_entry_with_one_tap),
		TEST(an_answer_becomes_an_ask_that_climbs_and_an_ability),
		TEST(a_point_is_gone_through_and_its_step_gets_a_result),
		TEST(the_agenda_fills_its_time_whatever_the_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
