/* What would make a point easier to use: as a rule, while writing, in the preview, and switched
 * off. */
#include "house.h"

#include "rules/coach.h"

static const char *kinds_of(struct arena *a, const struct coach_hints *hints)
{
	struct out o = out_new(a);
	LIST_EACH (const struct coach_hint, h, hints)
		out_format(&o, "%s%s", o.len ? " " : "", h->name);
	return out_string(&o);
}

static void hints_name_what_is_missing_and_what_is_private(void **state)
{
	struct test *t = *state;
	static const struct {
		enum kind kind;
		const char *headline, *story, *hints;
	} rows[] = {
		{ EXPERIENCE, "要有激情", "", "short slogan" },
		{ LESSON, "加强沟通，提升服务意识", "今后要努力。", "short slogan" },
		{ LESSON, "沟通不够", "", "short next" },
		{ EXPERIENCE, "坚持就是胜利",
			"只要心里有目标，手上有办法，脚下有行动，肩上有责任，就没有完不成的任务，没"
			"有过不去的坎，没有做不到的事。",
			"slogan" },
		{ EXPERIENCE, "跟车半天",
			"周二上午去送桶装水的何老板那里，他一口咬定电车跑不了我这条线。我没争，跟了"
			"他四个小时，记下里程和停车次数，他当场约了周五试运。",
			"" },
		{ LESSON, "试运完三天没打电话",
			"周一试运很顺，我等着他来找我。周四打过去，他说别家业务员第二天就上门算了账"
			"，定金都交了。以后试运当天就把回访时间约好。",
			"" },
		{ LESSON, "No call for three days",
			"On Monday the trial went well and I waited for the customer. On Thursday "
			"he had signed elsewhere. Next time I fix the call-back at once.",
			"" },
		{ EXPERIENCE, "跟车半天",
			"周二去何老板家，人民路128号3栋，他说再看看。我留了13812345678，又发到he@"
			"example.com，身份证11010519491231002X也复印了。",
			"phone identity email address" },
		/* What the next sentence makes concrete is no slogan; a headline stands alone. */
		{ EXPERIENCE, "周三的三个电话",
			"要加强回访。每周三下午我给三位老客户打电话，两家又订了车。", "" },
		{ EXPERIENCE, "加强回访", "每周三下午我给三位老客户打电话。两家又订了车。",
			"slogan" },
		{ EXPERIENCE, "先量门口", "量过以后换了小车。一次就卸完了。", "slogan" },
		/* A line to the program is no story, but a number in it is as private. */
		{ EXPERIENCE, "何老板签了", "他周五签了。\n求助: 谁来打13812345678",
			"phone short" },
	};
	struct coach coach = { .words = coach_words_load(t->arena, NULL, NULL) };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct point_text p = { .kind = rows[i].kind, .headline = rows[i].headline };
		point_text_set_body(t->arena, &p, rows[i].story);
		struct coach_hints hints = coach_hints(t->arena, &coach, &p);
		const char *kinds = kinds_of(t->arena, &hints);
		if (!text_same(kinds, rows[i].hints))
			fail_msg("%zu %s: %s", i, rows[i].headline, kinds);
	}
}

/* Six stories as long as they may be, on each save: worst is a text of nothing but words. */
static void a_very_long_story_is_read_at_once(void **state)
{
	struct test *t = *state;
	struct coach coach = { .words = coach_words_load(t->arena, NULL, NULL) };
	static const char *const worst[] = { "加强沟通", "1 2 3 ", "路1", "a@b.", "abc " };
	for (size_t i = 0; i < sizeof worst / sizeof *worst; i++) {
		struct out o = out_new(t->arena);
		while (o.len < 32000)
			out_text(&o, worst[i]);
		struct point_text p = { .kind = LESSON, .headline = "x" };
		point_text_set_body(t->arena, &p, out_string(&o));
		int64_t before = clock_microseconds();
		coach_hints(t->arena, &coach, &p);
		int64_t took = clock_microseconds() - before;
		print_message("# %s…: %ld µs\n", worst[i], (long)took);
		if (took > 1000000)
			fail_msg("%s: %ld µs", worst[i], (long)took);
	}
}

static const char *const story =
	"p1.headline=%E5%8A%A0%E5%BC%BA%E6%B2%9F%E9%80%9A&p1.story=He+rang+13812345678";

static struct answer save_draft(struct house *h, int version)
{
	return house_post(h, "wang", "/drafts/2026-W47",
		arena_format(h->arena, "%s&draft_version=%d", story, version));
}

static struct answer look(struct house *h, const char *more)
{
	return house_post(h, "wang", "/write/preview",
		arena_format(h->arena, "subject=2026-W47&%s%s", story, more));
}

static void hints_come_with_the_draft_and_the_preview_until_they_are_switched_off(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = save_draft(h, 0);
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(a.body, "\"hints\":{\"1\":["));
	assert_non_null(strstr(a.body, "\"kind\":\"phone\""));
	assert_non_null(strstr(a.body, "\"kind\":\"slogan\""));
	a = look(h, "");
	assert_non_null(strstr(a.body, "value=\"phone\""));
	assert_non_null(strstr(a.body, "13812345678"));

	/* Beside a hint in the preview: the kind goes, what was typed stays. */
	a = look(h, "&coach_off=phone");
	assert_int_equal(a.status, 200);
	assert_null(strstr(a.body, "value=\"phone\""));
	assert_non_null(strstr(a.body, "value=\"slogan\""));
	assert_non_null(strstr(a.body, "He rang 13812345678"));
	assert_null(strstr(a.body, "name=\"coach_off\" value=\"phone\""));
	assert_int_equal(look(h, "&coach_off=none").status, 404);

	/* Beside a hint while writing. */
	assert_int_equal(house_post(h, "wang", "/me/coach", "off=slogan").status, 303);
	a = save_draft(h, 1);
	assert_null(strstr(a.body, "\"kind\":\"phone\""));
	assert_null(strstr(a.body, "\"kind\":\"slogan\""));
	assert_non_null(strstr(a.body, "\"kind\":\"short\""));

	/* Under My settings all kinds are told, and come back. */
	a = house_get(h, "wang", "/me");
	assert_non_null(strstr(a.body, "value=\"short\" checked"));
	assert_null(strstr(a.body, "value=\"phone\" checked"));
	assert_non_null(strstr(house_get(h, "li", "/me").body, "value=\"phone\" checked"));
	assert_int_equal(house_post(h, "wang", "/me/coach", "hint=phone").status, 303);
	a = save_draft(h, 2);
	assert_non_null(strstr(a.body, "\"kind\":\"phone\""));
	assert_null(strstr(a.body, "\"kind\":\"short\""));

	/* Never a refusal. */
	a = house_post(h, "wang", "/write",
		arena_format(h->arena, "subject=2026-W47&base_version=0&%s", story));
	assert_int_equal(a.status, 303);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hints_name_what_is_missing_and_what_is_private),
		TEST(a_very_long_story_is_read_at_once),
		TEST(hints_come_with_the_draft_and_the_preview_until_they_are_switched_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
