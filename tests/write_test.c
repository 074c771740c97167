/* Writing in the page: the form, its drafts, handing in, two devices. */
#include "house.h"

#include "store/tally.h"

#define FORM "subject=2026-W47&"

static const char week47[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			     "样品寄出后没有约回访\n**先听后讲。**效果\n";

static bool holds(struct answer a, const char *words)
{
	return strstr(a.body, words) != NULL;
}

static const char *field(struct house *h, const char *name, const char *value)
{
	struct out o = out_new(h->arena);
	out_format(&o, "&%s=", name);
	uri_encode(&o, value);
	return out_string(&o);
}

static void one_point_in_the_form_is_enough(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer page = house_get(h, "wang", "/write");
	assert_int_equal(page.status, 200);
	assert_true(holds(page, "name=\"p5.story\""));
	assert_true(holds(page, "林经理"));
	const char *form = arena_format(h->arena, FORM "base_version=0%s%s%s%s&p0.team=1",
		field(h, "p0.headline", "先问清流程"),
		field(h, "p0.story", "# 不是标题\r\n先问三件事。\r\n"),
		field(h, "p0.topics", "报价、#大客户 报价"), field(h, "p0.ask", "给一张表"));
	struct answer sent = house_post(h, "wang", "/write", form);
	assert_int_equal(sent.status, 303);
	assert_string_equal(sent.location, "/reflections/1?said=submitted");
	static const char *const accept[] = { "Accept", "text/markdown", NULL };
	struct answer text = house_ask(h, "wang", GET, "/api/reflections/1", NULL, NULL, accept);
	assert_string_equal(text.body,
		"---\nweek: 2026-W47\n---\n# 经验\n## 先问清流程 #报价 #大客户\n\\# "
		"不是标题\n先问三件事。\n求助: 给一张表\n范围: 本团队\n");
	page = house_get(h, "wang", "/write");
	assert_true(holds(page, "value=\"报价 大客户\""));
	assert_true(holds(page, "\n# 不是标题\n") || holds(page, "># 不是标题\n"));
	assert_true(holds(page, "value=\"给一张表\""));
	assert_true(holds(page, "name=\"base_version\" value=\"1\""));
	house_free(h);
}

static void what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *form = arena_format(h->arena, FORM "base_version=0%s%s%s",
		field(h, "p0.story", "只有故事"), field(h, "p3.headline", "教训一条"),
		field(h, "p3.story", "求助:\n"));
	struct answer a = house_post(h, "wang", "/write", form);
	assert_int_equal(a.status, 422);
	assert_true(holds(a, "href=\"#p0.headline\""));
	assert_true(holds(a, "href=\"#p3.story\""));
	assert_true(holds(a, "只有故事"));
	assert_true(holds(a, "教训一条"));
	assert_int_equal(house_post(h, "wang", "/write", FORM "base_version=0").status, 422);
	assert_int_equal(house_post(h, "wang", "/write", "subject=2026-W48").status, 404);
	assert_int_equal(house_post(h, "wang", "/write", "subject=2026-W30").status, 404);
	assert_int_equal(house_post(h, "wang", "/write", "subject=reflection/1").status, 404);
	house_free(h);
}

static void nobody_without_a_team_gets_the_form(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const others[] = { "gao", "han", "tian", "root", "zhao" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct answer a = house_get(h, others[i], "/write");
		if (a.status != 200 || holds(a, "<textarea"))
			fail_msg("%s gets a form", others[i]);
		assert_int_equal(
			house_post(h, others[i], "/write", FORM "p0.headline=x").status, 403);
	}
	house_free(h);
}

static void two_devices_see_both_texts(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	const char *mine = arena_format(
		h->arena, FORM "base_version=0%s", field(h, "p0.headline", "我在手机上写的"));
	struct answer a = house_post(h, "wang", "/write", mine);
	assert_int_equal(a.status, 412);
	assert_true(holds(a, "我在手机上写的"));
	assert_true(holds(a, "报价前先问清采购流程"));
	assert_true(holds(a, "name=\"base_version\" value=\"1\""));
	const char *again = arena_format(
		h->arena, FORM "base_version=1%s", field(h, "p0.headline", "我在手机上写的"));
	assert_int_equal(house_post(h, "wang", "/write", again).status, 303);
	assert_int_equal(house_post(h, "wang", "/write", again).status, 412);
	assert_int_equal(house_differences(h, tally_differences_any), 0);
	house_free(h);
}

static void a_late_one_is_told_where_it_lands(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, "wang", "/write?week=2026-W46");
	assert_int_equal(a.status, 200);
	assert_true(holds(a, "晚交"));
	assert_int_equal(
		house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47").status, 200);
	a = house_get(h, "wang", "/write");
	assert_true(holds(a, "2026年第48周"));
	a = house_post(h, "wang", "/write", FORM "base_version=0&p0.headline=x");
	assert_int_equal(a.status, 303);
	assert_int_equal(house_get(h, "wang", "/write?week=2026-W38").status, 404);
	assert_int_equal(house_get(h, "wang", "/write?week=2026-W48").status, 404);
	house_free(h);
}

static void a_closed_one_is_shown_and_a_stale_form_loses_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	assert_string_equal(house_get(h, "wang", "/write").location, "/reflections/1?said=frozen");
	struct answer a = house_post(h, "wang", "/write",
		arena_format(
			h->arena, FORM "base_version=1%s", field(h, "p0.story", "还想补一句")));
	assert_int_equal(a.status, 422);
	a = house_post(h, "wang", "/write",
		arena_format(
			h->arena, FORM "base_version=1%s", field(h, "p0.headline", "还想补一句")));
	assert_int_equal(a.status, 409);
	assert_true(holds(a, "还想补一句"));
	house_free(h);
}

static void the_preview_shows_what_will_be_stored(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *form = arena_format(h->arena, FORM "base_version=0%s%s",
		field(h, "p0.headline", "先听后讲 #沟通"),
		field(h, "p0.story", "**先听后讲。**效果\n求助: 一张表\n- [ ] 打电话"));
	struct answer a = house_post(h, "wang", "/write/preview", form);
	assert_int_equal(a.status, 200);
	house_post(h, "wang", "/write", form);
	struct answer point = house_get(h, "wang", "/api/points/1");
	assert_true(holds(a, json_get_text(point.json, "body_html")));
	assert_true(holds(a, "name=\"p0.headline\" value=\"先听后讲 #沟通\""));
	a = house_post(h, "wang", "/write/edit", form);
	assert_true(holds(a, "value=\"先听后讲 #沟通\""));
	house_free(h);
}

static void a_text_from_a_chat_becomes_a_draft_of_points(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(h, "wang", "/write/paste",
		arena_format(h->arena, "subject=2026-W47%s",
			field(h, "text",
				"经验:\n1. 跟车半天。比讲半天管用。\n2. "
				"先问流程。\n教训:\n没有约回访。客户走了。")));
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/write?week=2026-W47&said=pasted");
	a = house_get(h, "wang", a.location);
	assert_true(holds(a, "跟车半天") && holds(a, "比讲半天管用") && holds(a, "先问流程") &&
		    holds(a, "没有约回访"));
	a = house_post(h, "wang", "/write/paste",
		arena_format(h->arena, "subject=2026-W47%s",
			field(h, "text", "经验:\n1. 第三条。\n2. 第四条。尾巴。")));
	assert_int_equal(a.status, 303);
	a = house_get(h, "wang", "/write");
	assert_true(holds(a, "跟车半天") && holds(a, "第三条") && holds(a, "第四条") &&
		    holds(a, "尾巴"));
	assert_int_equal(
		house_post(h, "wang", "/write/paste", "subject=2026-W47&text=").status, 422);
	house_free(h);
}

static void the_whole_text_is_written_as_one_file(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_get(h, "wang", "/write/file");
	assert_true(holds(a, "week: 2026-W47"));
	a = house_post(h, "wang", "/write/file",
		arena_format(h->arena, "subject=2026-W47&base_version=0%s",
			field(h, "text", "# 天气\n## \n")));
	assert_int_equal(a.status, 422);
	assert_true(holds(a, "# 天气"));
	a = house_post(h, "wang", "/write/file",
		arena_format(
			h->arena, "subject=2026-W47&base_version=0%s", field(h, "text", week47)));
	assert_int_equal(a.status, 303);
	a = house_get(h, "wang", "/write/file");
	assert_true(holds(a, "## 报价前先问清采购流程 #报价"));
	house_free(h);
}

static void after_a_task_too(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "wang", "/write", "subject=task&p0.headline=x").status, 422);
	const char *form = arena_format(
		h->arena, "subject=task%s&p0.headline=x", field(h, "task", "新品上市"));
	struct answer a = house_post(h, "wang", "/write", form);
	assert_string_equal(a.location, "/reflections/1?said=submitted");
	a = house_get(h, "wang", "/write/task?edit=1");
	assert_true(holds(a, "value=\"新品上市\""));
	assert_int_equal(house_get(h, "li", "/write/task?edit=1").status, 404);
	form = arena_format(h->arena, "subject=reflection/1&base_version=1%s&p0.headline=y",
		field(h, "task", "新品上市"));
	assert_string_equal(
		house_post(h, "wang", "/write", form).location, "/reflections/1?said=changed");
	house_free(h);
}

static void a_form_without_a_session_gives_its_words_back(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(h, NULL, "/write",
		arena_format(
			h->arena, FORM "p0.headline=x%s", field(h, "p0.story", "写了很久的话")));
	assert_int_equal(a.status, 401);
	assert_true(holds(a, "写了很久的话"));
	assert_true(holds(a, "/sign-in?next=%2Fwrite%3Fweek%3D2026-W47"));
	assert_string_equal(house_get(h, "wang", "/sign-in?next=/write").location, "/write");
	static const char *const foreign[] = { "Sec-Fetch-Site", "cross-site", NULL };
	a = house_ask(h, NULL, POST, "/write", "application/x-www-form-urlencoded",
		"p0.story=foreign", foreign);
	assert_int_equal(a.status, 303);
	house_free(h);
}

static void after_a_task_nothing_is_late(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47");
	struct answer a = house_ask(h, "wang", POST, "/api/reflections", "text/markdown",
		"---\ntask: 新品\n---\n# 经验\n## 一条\n", NULL);
	assert_int_equal(a.status, 201);
	assert_false(json_get_bool(a.json, "late", true));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_point_in_the_form_is_enough),
		TEST(what_is_wrong_is_said_beside_its_field_and_nothing_is_lost),
		TEST(nobody_without_a_team_gets_the_form),
		TEST(two_devices_see_both_texts),
		TEST(a_late_one_is_told_where_it_lands),
		TEST(a_closed_one_is_shown_and_a_stale_form_loses_nothing),
		TEST(the_preview_shows_what_will_be_stored),
		TEST(a_text_from_a_chat_becomes_a_draft_of_points),
		TEST(the_whole_text_is_written_as_one_file),
		TEST(after_a_task_too),
		TEST(after_a_task_nothing_is_late),
		TEST(a_form_without_a_session_gives_its_words_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
