/* What is written on a topic's page: who reads and writes it, versions, why it changed, and whether
 * it is still true. */
#include "guide_kit.h"

#include "rules/guide.h"
#include "store/event.h"

static void a_draft_is_for_those_who_tend_it_and_given_out_for_everybody(void **state)
{
	(void)state;
	struct scene s = scene_new();
	static const char *const people[] = { "tian", "han", "wang", "gao", "sun", "root" };
	static const int draft[] = { 200, 200, 404, 404, 404, 404 };
	assert_int_equal(put(&s, "wang", "先问", false, NULL).status, 403);
	assert_int_equal(put(&s, "gao", "先问", false, NULL).status, 403);
	assert_int_equal(put(&s, "tian", "先问三件事，密语", false, NULL).status, 201);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(get(&s, people[i]).status, draft[i]);
		bool shown = strstr(page(&s, people[i], "").body, "密语") != NULL;
		assert_int_equal(shown, draft[i] == 200);
		int status = page(&s, people[i], "/guide/versions").status;
		assert_int_equal(status, draft[i]);
	}
	assert_int_equal(deed(&s, "sun", "publish").status, 404);
	assert_int_equal(deed(&s, "tian", "publish").status, 200);
	for (size_t i = 0; i < 6; i++) {
		struct answer a = get(&s, people[i]);
		assert_int_equal(a.status, 200);
		assert_string_equal(json_get_text(a.json, "owner"), "田老师");
		assert_non_null(strstr(page(&s, people[i], "").body, "密语"));
	}
	assert_int_equal(deed(&s, "sun", "withdraw").status, 403);
	/* What is changed and not given out is not for everybody; nor is a version in between. */
	assert_int_equal(put(&s, "han", "先问五件事，暗号", false, NULL).status, 200);
	assert_non_null(strstr(get(&s, "sun").body, "三件事"));
	assert_null(strstr(get(&s, "sun").body, "暗号"));
	assert_null(strstr(page(&s, "sun", "").body, "暗号"));
	assert_int_equal(page(&s, "sun", "/guide/versions/2").status, 404);
	assert_int_equal(page(&s, "tian", "/guide/versions/2").status, 200);
	assert_non_null(strstr(get(&s, "tian").body, "暗号"));
	/* Withdrawn it is as before it was given out. */
	assert_int_equal(deed(&s, "tian", "withdraw").status, 200);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(get(&s, people[i]).status, draft[i]);
	house_free(s.h);
}

static void it_says_which_points_changed_it_and_shows_what_its_reader_may_see(void **state)
{
	(void)state;
	struct scene s = scene_new();
	struct arena *a = s.h->arena;
	put(&s, "tian", arena_format(a, "先问 [[%ld]]", (long)s.point), true, NULL);
	struct answer r = get(&s, "wang");
	assert_non_null(strstr(json_get_text(r.json, "body_html"), "/points/"));
	r = get(&s, "sun"); /* of another branch */
	assert_null(strstr(json_get_text(r.json, "body_html"), "/points/"));
	const struct json *cite = json_at(json_get(r.json, "cites"), 0);
	assert_int_equal(json_get_number(cite, "point", 0), s.point);
	assert_null(json_get_text(cite, "headline"));
	assert_null(strstr(page(&s, "sun", "").body, "报价前先问清"));
	put(&s, "tian",
		arena_format(a, "先问 [[%ld]]，再看 [[%ld]] [[999]]", (long)s.point, (long)s.other),
		true, NULL);
	r = get(&s, "han");
	assert_int_equal(json_count(json_get(r.json, "cites")), 2);
	assert_false(json_get_bool(json_at(json_get(r.json, "cites"), 0), "fresh", true));
	assert_true(json_get_bool(json_at(json_get(r.json, "cites"), 1), "fresh", false));
	assert_non_null(strstr(page(&s, "han", "").body, "因为这些点而改"));
	assert_non_null(strstr(page(&s, "han", "").body, "因为现场这样"));
	/* Their authors are told, once each, and find it on the point and the trail. */
	r = house_get(s.h, "li", "/api/inbox");
	assert_non_null(strstr(r.body, "\"noun\":\"guide\""));
	assert_non_null(strstr(r.body, "报价"));
	r = house_get(s.h, "wang", "/api/inbox");
	assert_int_equal(json_get_number(json_at(json_get(r.json, "items"), 0), "times", 0), 1);
	assert_non_null(strstr(house_get(s.h, "li", "/trail").body, "的指南"));
	assert_non_null(
		strstr(house_get(s.h, "li", arena_format(a, "/points/%ld", (long)s.other)).body,
			"写进了指南"));
	assert_int_equal(house_differences(s.h, event_differences_any), 0);
	house_free(s.h);
}

static void versions_are_kept_compared_taken_again_and_never_overwritten_blindly(void **state)
{
	(void)state;
	struct scene s = scene_new();
	assert_int_equal(put(&s, "tian", "第一版", true, NULL).status, 201);
	assert_int_equal(put(&s, "tian", "第二版", true, "\"1\"").status, 200);
	struct answer a = put(&s, "han", "我的版", true, "\"1\"");
	assert_int_equal(a.status, 412);
	assert_string_equal(json_get_text(a.json, "theirs"), "第二版");
	a = house_post(s.h, "han", arena_format(s.h->arena, "/topics/%d/guide/edit", s.topic),
		"body=%E6%88%91%E7%9A%84%E7%89%88&base_version=1&do=publish");
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "我的版"));
	assert_non_null(strstr(a.body, "<del>第二</del><ins>我的</ins>版"));
	/* The same words are no version. */
	a = put(&s, "tian", "第二版", true, "\"2\"");
	assert_int_equal(json_get_number(a.json, "version", 0), 2);
	a = deed(&s, "tian", "versions/1/restore");
	assert_int_equal(json_get_number(a.json, "version", 0), 3);
	assert_string_equal(json_get_text(a.json, "draft_md"), "第一版");
	assert_string_equal(json_get_text(a.json, "body_md"), "第二版");
	assert_int_equal(deed(&s, "tian", "versions/9/restore").status, 404);
	assert_int_equal(deed(&s, "wang", "versions/1/restore").status, 403);
	a = page(&s, "tian", "/guide/versions/3");
	assert_non_null(strstr(a.body, "第<del>二</del><ins>一</ins>版"));
	/* What one types keeps itself, for the writer alone. */
	a = house_post(s.h, "tian", arena_format(s.h->arena, "/drafts/guide/%d", s.topic),
		"body=%E6%89%93%E4%BA%86%E4%B8%80%E5%8D%8A&base_version=3&draft_version=0");
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(page(&s, "tian", "/guide/edit").body, "打了一半"));
	assert_null(strstr(page(&s, "han", "/guide/edit").body, "打了一半"));
	house_free(s.h);
}

static int remind(struct house *h)
{
	struct arena *a = arena_new();
	struct work w = { .arena = a,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.faults = { .arena = a } };
	int n = guide_remind(&w);
	arena_free(a);
	return n;
}

static void its_owner_is_asked_once_in_time_and_answers_with_a_tap(void **state)
{
	(void)state;
	struct scene s = scene_new();
	put(&s, "han", "先问", true, NULL);
	assert_int_equal(
		house_ask(s.h, "han", PUT,
			arena_format(s.h->arena, "/api/topics/%d/guide", s.topic),
			"application/json", "{\"body_md\":\"先问\",\"owner\":\"wang\"}", NULL)
			.status,
		422); /* no trainer */
	assert_int_equal(
		house_ask(s.h, "han", PUT,
			arena_format(s.h->arena, "/api/topics/%d/guide", s.topic),
			"application/json", "{\"body_md\":\"先问\",\"owner\":\"tian\"}", NULL)
			.status,
		200);
	assert_non_null(strstr(house_get(s.h, "tian", "/inbox").body, "韩总 请你来管这份指南"));
	page(&s, "tian", ""); /* opened, it is read */
	assert_null(strstr(house_get(s.h, "tian", "/").body, "请你来管这份指南"));
	assert_int_equal(remind(s.h), 0);
	assert_null(strstr(house_get(s.h, "tian", "/").body, "现在还管用吗"));
	clock_freeze(HOUSE_NOW + (GUIDE_DAYS + 1) * 86400L);
	assert_int_equal(remind(s.h), 1);
	assert_int_equal(remind(s.h), 0); /* once */
	assert_non_null(strstr(house_get(s.h, "tian", "/").body, "现在还管用吗"));
	assert_null(strstr(house_get(s.h, "han", "/").body, "现在还管用吗"));
	assert_non_null(strstr(house_get(s.h, "tian", "/inbox").body, "再看一眼"));
	assert_non_null(strstr(page(&s, "tian", "").body, "guide/confirm"));
	assert_null(strstr(page(&s, "wang", "").body, "guide/confirm"));
	assert_int_equal(deed(&s, "wang", "confirm").status, 403);
	struct answer a = deed(&s, "tian", "confirm");
	assert_int_equal(a.status, 200);
	assert_int_equal(
		json_get_number(a.json, "recheck_at", 0), clock_now() + GUIDE_DAYS * 86400L);
	assert_int_equal(json_get_number(a.json, "version", 0), 1);
	assert_null(strstr(house_get(s.h, "tian", "/").body, "现在还管用吗"));
	clock_freeze(clock_now() + (GUIDE_DAYS + 1) * 86400L);
	assert_int_equal(remind(s.h), 1); /* and again in time */
	house_free(s.h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_is_for_those_who_tend_it_and_given_out_for_everybody),
		TEST(it_says_which_points_changed_it_and_shows_what_its_reader_may_see),
		TEST(versions_are_kept_compared_taken_again_and_never_overwritten_blindly),
		TEST(its_owner_is_asked_once_in_time_and_answers_with_a_tap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
