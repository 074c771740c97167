/* Where one begins to distil, and what is told of before a week is closed. */
#include "rollup_kit.h"

enum { LAST = 4 }; /* the number of the last point */

/* Two points each of two teams, which have risen to the branch; one topic is on two of them. */
static struct house *risen(int64_t *topic)
{
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清三件事");
	kit_write(h, "qian", "样品寄出就约回访");
	kit_close(h, "lin", "e1");
	kit_close(h, "zhao", "e2");
	*topic = kit_topic(h, "gao", "east", "报价");
	return h;
}

/* The week after: without a week one comes to the newest that still has something to do. */
static void one_begins_where_something_waits(void **state)
{
	(void)state;
	int64_t topic = 0;
	struct house *h = risen(&topic);
	clock_freeze(HOUSE_NOW + 6 * 86400); /* a Tuesday; the new week is empty */
	const char *address = "/units/east/workbench", *field = "name=\"week\" value=\"2026-W47\"";
	assert_non_null(strstr(house_get(h, "gao", address).body, field));
	house_put(h, "wang", "/api/reflections/2026-W48", "# 经验\n## 新的一周\n写了。\n");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W48");
	assert_non_null(strstr(house_get(h, "gao", address).body, "2026-W48"));
	house_post(h, "gao", address,
		arena_format(h->arena, "week=2026-W48&topic=open&do=leave&reason=x&point=%ld",
			(long)LAST + 1));
	assert_non_null(strstr(house_get(h, "gao", address).body, field));
	kit_close(h, "gao", "east");
	assert_null(strstr(house_get(h, "gao", address).body, field));
	house_do(h, "gao", "/api/units/east/rollup/close?week=2026-W48");
	assert_non_null(strstr(house_get(h, "gao", address).body, "新的一周"));
	house_free(h);
}

/* What is typed and kept as a draft is in no text: who closes the week is told, of their own. */
static void a_draft_is_told_of_before_closing(void **state)
{
	(void)state;
	int64_t topic = 0;
	struct house *h = risen(&topic);
	static const char said[] = "还没有存成提炼的：报价";
	static const char rollup[] = "/units/east?week=2026-W47";
	assert_null(strstr(house_get(h, "gao", rollup).body, said));
	const char *to = arena_format(h->arena, "/drafts/synthesis/2/2026-W47/%ld", (long)topic);
	assert_int_equal(
		house_post(h, "gao", to, "draft_version=0&base_version=0&body=typed").status, 200);
	assert_non_null(strstr(house_get(h, "gao", rollup).body, said));
	assert_null(strstr(house_get(h, "lin", rollup).body, said));
	const char *fields = arena_format(h->arena,
		"week=2026-W47&topic=%ld&from=workbench&base_version=0&body=typed+[[1]]",
		(long)topic);
	assert_int_equal(house_post(h, "gao", "/units/east/synthesis", fields).status, 303);
	assert_null(strstr(house_get(h, "gao", rollup).body, said));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_begins_where_something_waits),
		TEST(a_draft_is_told_of_before_closing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
