/* Two that edit the same thing: a version that cannot be read is no leave to write over words. */
#include "house.h"

static const char story[] =
	"---\ntitle: 三次上门\ntopics: [报价]\n---\n## 第一次\n\n没有带报价单。\n";
static const char week[] = "# 经验\n## 报价前先问清采购流程\n先问三件事。\n";
static const char report[] = "## 经过\n拜访两家。\n## 问题\n没有。\n## 下一步\n周五再去。\n";

static struct answer put(struct house *h, const char *target, const char *text, const char *version)
{
	const char *const extra[] = { "If-Match", version, NULL };
	return house_ask(h, "wang", PUT, target, "text/markdown", text, version ? extra : NULL);
}

static void a_version_that_is_none_of_ours_writes_over_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer begun =
		house_ask(h, "wang", POST, "/api/stories", "text/markdown", story, NULL);
	assert_int_equal(begun.status, 201);
	const struct {
		const char *target, *text;
	} all[] = { { arena_format(h->arena, "/api/stories/%d",
			      (int)json_get_number(begun.json, "id", 0)),
			    story },
		{ "/api/reflections/2026-W47", week }, { "/api/reports/2026-11-18", report } };
	static const char *const strange[] = { "\"2\"", "abc", "\"\"", "1", "W/\"1\"", "\"0\"",
		"\"01\"", "\"99999999999\"", "\"1\", \"2\"" };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (put(h, all[i].target, all[i].text, NULL).status > 201)
			fail_msg("%s is not written", all[i].target);
		bool story_now = i == 0; /* it has two versions by now */
		for (size_t k = story_now; k < sizeof strange / sizeof *strange; k++) {
			struct answer a = put(h, all[i].target, all[i].text, strange[k]);
			if (a.status != 412 || !json_get_text(a.json, "theirs") ||
				!json_get_text(a.json, "yours"))
				fail_msg("%s, %s: %d", all[i].target, strange[k], a.status);
		}
		assert_int_equal(put(h, all[i].target, all[i].text, "*").status, 200);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_version_that_is_none_of_ours_writes_over_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
