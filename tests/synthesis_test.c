/* What a week says on one topic: written, cited, compared, read. */
#include "rollup_kit.h"

#include "store/search_fill.h"

struct scene {
	struct house *h;
	int64_t point, topic;
	const char *save; /* address */
};

/* e1 has closed with a point on 报价; e2 with one of its own. */
static struct scene scene_new(void)
{
	struct scene s = { .h = house_new() };
	s.point = kit_write(s.h, "wang", "报价前先问清");
	kit_write(s.h, "qian", "先弄清谁拍板再报价");
	kit_close(s.h, "lin", "e1");
	kit_close(s.h, "zhao", "e2");
	s.topic = kit_topic(s.h, "gao", "east", "报价");
	s.save = arena_format(
		s.h->arena, "/api/units/east/rollup/syntheses/%ld" WEEK, (long)s.topic);
	return s;
}

static const char *body_citing(struct scene *s, const char *words, int64_t version)
{
	return arena_format(s->h->arena, "{\"body_md\": \"%s [[%ld]]\", \"version\": %ld}", words,
		(long)s->point, (long)version);
}

static void a_draft_is_for_the_branchs_managers_and_closed_it_is_read(void **state)
{
	(void)state;
	struct scene s = scene_new();
	struct answer a = kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "先问再报", 0));
	assert_int_equal(a.status, 200);
	const char *address = arena_format(
		s.h->arena, "/api/syntheses/%ld", (long)json_get_number(a.json, "id", 0));
	static const char *const people[] = { "gao", "lin", "wang", "qian", "zhao", "han", "tian",
		"chen", "sun", "root" };
	static const int draft[] = { 200, 404, 404, 404, 404, 404, 404, 404, 404, 404 };
	static const int closed[] = { 200, 200, 200, 200, 200, 200, 200, 404, 404, 404 };
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
			int status = house_get(s.h, people[i], address).status;
			if (status != (round ? closed : draft)[i])
				fail_msg("round %d: %s gets %d", round, people[i], status);
		}
		kit_close(s.h, "gao", "east");
	}
	/* e2 reads the text; the point of e1 is a number to it */
	a = house_get(s.h, "qian", address);
	assert_null(strstr(json_get_text(a.json, "body_html"), "/points/"));
	a = house_get(s.h, "wang", address);
	assert_non_null(strstr(json_get_text(a.json, "body_html"), "/points/"));
	a = house_get(s.h, "han", "/units/hq" WEEK);
	assert_non_null(strstr(a.body, "先问再报"));
	assert_null(strstr(house_get(s.h, "sun", "/units/hq" WEEK).body, "先问再报"));
	house_free(s.h);
}

static void two_who_write_see_both_texts(void **state)
{
	(void)state;
	struct scene s = scene_new();
	assert_int_equal(kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "一", 0)).status, 200);
	struct answer a = kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "二", 0));
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(json_get_text(a.json, "theirs"), "一 [["));
	assert_non_null(strstr(json_get_text(a.json, "yours"), "二 [["));
	assert_int_equal(json_get_number(a.json, "version", 0), 1);
	a = house_post(s.h, "gao", "/units/east/synthesis",
		arena_format(
			s.h->arena, "week=2026-W47&topic=%ld&version=0&body=mine", (long)s.topic));
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "mine"));
	assert_non_null(strstr(a.body, "一 [["));
	a = house_post(s.h, "gao", "/units/east/synthesis",
		arena_format(s.h->arena, "week=2026-W47&topic=%ld&version=1&body=both+[[%ld]]",
			(long)s.topic, (long)s.point));
	assert_int_equal(a.status, 303);
	/* every version is kept, for those who manage */
	assert_non_null(strstr(house_get(s.h, "gao", "/syntheses/1?version=1").body, "一 [["));
	kit_close(s.h, "gao", "east");
	assert_int_equal(house_get(s.h, "wang", "/syntheses/1?version=1").status, 404);
	assert_int_equal(kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "三", 2)).status, 409);
	house_free(s.h);
}

static void a_point_tells_where_it_was_taken_up(void **state)
{
	(void)state;
	struct scene s = scene_new();
	kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "先问再报", 0));
	const char *page = arena_format(s.h->arena, "/points/%ld", (long)s.point);
	assert_non_null(strstr(house_get(s.h, "gao", page).body, "/syntheses/1"));
	assert_null(strstr(house_get(s.h, "wang", page).body, "/syntheses/1"));
	kit_close(s.h, "gao", "east");
	assert_non_null(strstr(house_get(s.h, "wang", page).body, "/syntheses/1"));
	house_free(s.h);
}

static void a_text_that_cites_nothing_is_refused(void **state)
{
	(void)state;
	struct scene s = scene_new();
	/* none, one that is not there, one that the branch does not see yet */
	int64_t unseen = kit_write(s.h, "sun", "华南的事");
	const char *const bodies[] = { "空话", "空话 [[999]]",
		arena_format(s.h->arena, "空话 [[%ld]]", (long)unseen), "" };
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct answer a = kit_json(s.h, "gao", PUT, s.save,
			arena_format(s.h->arena, "{\"body_md\": \"%s\"}", bodies[i]));
		assert_int_equal(a.status, 422);
		assert_string_equal(
			json_get_text(json_at(json_get(a.json, "errors"), 0), "field"), "body");
	}
	assert_int_equal(
		kit_json(s.h, "gao", PUT, s.save, body_citing(&s, "先问再报", 0)).status, 200);
	assert_int_equal(
		kit_json(s.h, "gao", PUT, s.save, "{\"body_md\": \"空话\", \"version\": 1}").status,
		422);
	/* taken back, it counts for nothing */
	assert_int_equal(
		kit_json(s.h, "gao", PUT, s.save, "{\"body_md\": \"\", \"version\": 1}").status,
		200);
	const struct json *handled = json_get(kit_rollup(s.h, "gao", "east").json, "handled");
	assert_int_equal(json_get_number(handled, "open", -1), 4);
	house_free(s.h);
}

static void what_is_too_long_is_shown_again(void **state)
{
	(void)state;
	struct scene s = scene_new();
	char *body = arena_alloc(s.h->arena, 40001);
	memset(body, 'x', 40000);
	struct answer a = house_post(s.h, "gao", "/units/east/synthesis",
		arena_format(s.h->arena, "week=2026-W47&topic=%ld&version=0&body=%s", (long)s.topic,
			body));
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, body));
	house_free(s.h);
}

static int64_t found(struct house *h, const char *login, const char *word)
{
	struct out o = out_new(h->arena);
	out_text(&o, "/api/search?kind=synthesis&q=");
	uri_encode(&o, word);
	return json_get_number(house_get(h, login, out_string(&o)).json, "total", -1);
}

/* Two topics become one, and both have a text of the same unit and week. */
static void when_topics_are_merged_no_text_is_lost(void **state)
{
	(void)state;
	struct scene s = scene_new();
	struct house *h = s.h;
	struct answer a = kit_json(h, "gao", PUT,
		arena_format(h->arena, "/api/points/%ld/topics", (long)s.point + 1),
		"{\"topics\":[\"开价\"]}");
	assert_int_equal(a.status, 200);
	int64_t other = kit_topic(h, "gao", "east", "开价");
	const char *save =
		arena_format(h->arena, "/api/units/east/rollup/syntheses/%ld" WEEK, (long)other);
	a = kit_json(h, "gao", PUT, s.save, body_citing(&s, "甲一稿", 0));
	int64_t kept = json_get_number(a.json, "id", 0);
	assert_int_equal(kit_json(h, "gao", PUT, s.save, body_citing(&s, "甲二稿", 1)).status, 200);
	s.point++;
	a = kit_json(h, "gao", PUT, save, body_citing(&s, "乙一稿", 0));
	int64_t gone = json_get_number(a.json, "id", 0);
	assert_int_equal(kit_json(h, "gao", PUT, save, body_citing(&s, "乙二稿", 1)).status, 200);
	assert_int_equal(
		house_post(h, "gao", arena_format(h->arena, "/topics/%ld/edit", (long)s.topic),
			"kind=topic&name_zh=%E6%8A%A5%E4%BB%B7")
			.status,
		303);
	a = house_post(h, "gao", arena_format(h->arena, "/topics/%ld/merge", (long)other),
		arena_format(h->arena, "into=%ld", (long)s.topic));
	assert_int_equal(a.status, 303);

	const char *address = arena_format(h->arena, "/api/syntheses/%ld", (long)kept);
	a = house_get(h, "gao", address);
	const char *words = json_get_text(a.json, "body_md");
	assert_true(strstr(words, "甲二稿") && strstr(words, "乙二稿"));
	assert_int_equal(json_get_number(a.json, "cites", 0), 2);
	assert_int_equal(
		house_get(h, "gao", arena_format(h->arena, "/api/syntheses/%ld", (long)gone))
			.status,
		404);
	int64_t version = json_get_number(a.json, "version", 0);
	static const char *const drafts[] = { "甲一稿", "甲二稿", "乙一稿", "乙二稿" };
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		bool there = false;
		for (int64_t n = 1; n <= version; n++)
			there |= strstr(house_get(h, "gao",
						arena_format(h->arena, "/syntheses/%ld?version=%ld",
							(long)kept, (long)n))
						 .body,
					 drafts[i]) != NULL;
		if (!there)
			fail_msg("%s is in no version", drafts[i]);
	}
	for (int64_t point = s.point - 1; point <= s.point; point++)
		assert_non_null(strstr(
			house_get(h, "gao", arena_format(h->arena, "/api/points/%ld", (long)point))
				.body,
			arena_format(h->arena, "\"cited_in\":[%ld]", (long)kept)));
	kit_close(h, "gao", "east");
	assert_int_equal(found(h, "han", "甲二稿"), 1);
	assert_int_equal(found(h, "han", "乙二稿"), 1);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	kit_counts_hold(h);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_is_for_the_branchs_managers_and_closed_it_is_read),
		TEST(two_who_write_see_both_texts),
		TEST(a_point_tells_where_it_was_taken_up),
		TEST(a_text_that_cites_nothing_is_refused),
		TEST(what_is_too_long_is_shown_again),
		TEST(when_topics_are_merged_no_text_is_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
