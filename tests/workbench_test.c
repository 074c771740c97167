/* The workbench of a branch: one topic's points beside the text on it. */
#include "rollup_kit.h"

#include "rules/radar.h"

#define BENCH "/units/east/workbench?week=2026-W47"

struct scene {
	struct house *h;
	int64_t one, two, topic;
};

static const char *body_of(int n)
{
	static const char *const bodies[] = {
		"周二去苏州那家厂，采购上来就问价。我先问三件事：谁拍板、比几家、什么时候定，再回来"
		"算账。",
		"去无锡那家厂，采购上来就问价，我也先问三件事：谁拍板、比几家、什么时候定，回来再算"
		"账。",
		"样品寄出以后三周没有人跟，客户已经用了别家的，等我想起来已经晚了。",
	};
	return bodies[n];
}

static int64_t point_on(struct house *h, const char *login, const char *headline, int body)
{
	struct answer a = house_put(h, login, "/api/reflections/2026-W47",
		arena_format(h->arena, "# 经验\n## %s #报价\n%s\n", headline, body_of(body)));
	assert_int_equal(a.status, 201);
	return json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0);
}

/* Two tell the same, one something else; all three have risen. */
static struct scene scene_new(void)
{
	struct scene s = { .h = house_new() };
	s.one = point_on(s.h, "wang", "报价前先问清三件事", 0);
	s.two = point_on(s.h, "qian", "报价之前三件事先问清", 1);
	point_on(s.h, "li", "样品寄出就约回访", 2);
	kit_close(s.h, "lin", "e1");
	kit_close(s.h, "zhao", "e2");
	s.topic = kit_topic(s.h, "gao", "east", "报价");
	return s;
}

static struct answer act(struct scene *s, const char *what)
{
	return house_post(s->h, "gao", "/units/east/workbench",
		arena_format(s->h->arena, "week=2026-W47&topic=%ld&%s", (long)s->topic, what));
}

static const char *bench(struct scene *s, const char *login)
{
	struct answer a = house_get(
		s->h, login, arena_format(s->h->arena, BENCH "&topic=%ld", (long)s->topic));
	assert_int_equal(a.status, 200);
	return a.body;
}

static struct answer save(struct scene *s, const char *fields)
{
	return house_post(s->h, "gao", "/units/east/synthesis",
		arena_format(s->h->arena, "week=2026-W47&topic=%ld&from=workbench&%s",
			(long)s->topic, fields));
}

static void it_is_for_those_who_manage_the_unit(void **state)
{
	(void)state;
	struct scene s = scene_new();
	static const struct {
		const char *login;
		int east, hq;
	} rows[] = { { "gao", 200, 403 }, { "lin", 403, 403 }, { "wang", 403, 403 },
		{ "chen", 404, 403 }, { "han", 403, 200 }, { "tian", 403, 403 },
		{ "root", 404, 403 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int east = house_get(s.h, rows[i].login, BENCH).status;
		int hq = house_get(s.h, rows[i].login, "/units/hq/workbench").status;
		if (east != rows[i].east || hq != rows[i].hq)
			fail_msg("%s gets %d and %d", rows[i].login, east, hq);
	}
	assert_int_equal(house_get(s.h, "lin", "/units/e1/workbench").status, 404);
	assert_int_equal(house_get(s.h, "gao", BENCH "&topic=999").status, 404);
	assert_int_equal(house_get(s.h, "gao", "/units/east/workbench?week=2026-W48").status, 404);
	assert_non_null(strstr(house_get(s.h, "gao", "/").body, "/units/east/workbench"));
	house_free(s.h);
}

static void what_tells_the_same_is_merged_with_one_tap_and_parted_again(void **state)
{
	(void)state;
	struct scene s = scene_new();
	const char *page = bench(&s, "gao");
	/* the lower one could come under the upper one; the third is like neither */
	const char *like = arena_format(s.h->arena, "name=\"lead\" value=\"%ld\"", (long)s.one);
	const char *at = strstr(page, like);
	assert_non_null(at);
	assert_null(strstr(at + 1, "name=\"lead\""));
	struct answer a = act(&s,
		arena_format(s.h->arena, "do=merge&point=%ld&lead=%ld", (long)s.two, (long)s.one));
	assert_int_equal(a.status, 303);
	assert_non_null(strstr(a.location, "/units/east/workbench?week=2026-W47&topic="));
	page = bench(&s, "gao");
	assert_non_null(strstr(page, "3 点：0 已提炼，1 合并，0 留下并说明，2 未处理"));
	assert_null(strstr(page, "name=\"lead\""));
	assert_non_null(strstr(page, "value=\"part\""));
	assert_int_equal(
		act(&s, arena_format(s.h->arena, "do=part&point=%ld", (long)s.two)).status, 303);
	assert_non_null(strstr(bench(&s, "gao"), "0 合并"));
	house_free(s.h);
}

static const char *before(const char *page, const char *one, const char *two)
{
	const char *a = strstr(page, one), *b = strstr(page, two);
	return a && b && a < b ? one : two;
}

static void importance_flags_and_reasons_are_set_beside_the_point(void **state)
{
	(void)state;
	struct scene s = scene_new();
	const char *one = arena_format(s.h->arena, "id=\"p%ld\"", (long)s.one),
		   *two = arena_format(s.h->arena, "id=\"p%ld\"", (long)s.two);
	assert_ptr_equal(before(bench(&s, "gao"), one, two), one);
	assert_int_equal(
		act(&s, arena_format(s.h->arena, "do=up&point=%ld", (long)s.two)).status, 303);
	assert_ptr_equal(before(bench(&s, "gao"), one, two), two);
	assert_non_null(strstr(bench(&s, "gao"), "<datalist id=\"reasons\">"));
	/* a flag and a reason want words */
	const char *point = arena_format(s.h->arena, "point=%ld", (long)s.one);
	struct answer a = act(&s, arena_format(s.h->arena, "do=flag&reason=+&%s", point));
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "id=\"bench-points\""));
	assert_int_equal(
		act(&s, arena_format(s.h->arena, "do=flag&reason=newcomers&%s", point)).status,
		303);
	assert_non_null(strstr(bench(&s, "gao"), "newcomers"));
	assert_int_equal(
		act(&s, arena_format(s.h->arena, "do=leave&reason=&%s", point)).status, 422);
	a = act(&s,
		arena_format(s.h->arena, "do=leave&reason=later&%s&point=%ld", point, (long)s.two));
	assert_int_equal(a.status, 303);
	assert_non_null(strstr(bench(&s, "gao"), "2 留下并说明，1 未处理"));
	assert_non_null(
		strstr(house_get(s.h, "gao", BENCH "&topic=open").body, "样品寄出就约回访"));
	assert_null(strstr(
		house_get(s.h, "gao", BENCH "&topic=open").body, "报价前先问清三件事</a></h3>"));
	assert_int_equal(act(&s, arena_format(s.h->arena, "do=unleave&%s", point)).status, 303);
	assert_int_equal(act(&s, "do=nothing&point=1").status, 404);
	assert_int_equal(
		house_post(s.h, "lin", "/units/east/workbench",
			arena_format(s.h->arena, "week=2026-W47&topic=%ld&do=leave&reason=x&%s",
				(long)s.topic, point))
			.status,
		403);
	house_free(s.h);
}

static void without_scripts_a_tap_cites_and_nothing_typed_is_lost(void **state)
{
	(void)state;
	struct scene s = scene_new();
	struct answer a = save(&s,
		arena_format(s.h->arena, "base_version=0&body=typed+words&cite=%ld", (long)s.one));
	assert_int_equal(a.status, 303);
	const char *words = arena_format(s.h->arena, "typed words [[%ld]]</textarea>", (long)s.one);
	assert_non_null(strstr(bench(&s, "gao"), words));
	/* not saved: no text yet, and a co-manager sees nothing of it */
	assert_non_null(strstr(bench(&s, "gao"), "3 点：0 已提炼"));
	a = save(&s, "base_version=0&body=no+source");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "no source</textarea>"));
	assert_non_null(strstr(a.body, "请至少引用一个点"));
	a = save(&s, arena_format(s.h->arena, "base_version=0&body=saved+[[%ld]]", (long)s.one));
	assert_int_equal(a.status, 303);
	const char *page = bench(&s, "gao");
	assert_non_null(
		strstr(page, arena_format(s.h->arena, "saved [[%ld]]</textarea>", (long)s.one)));
	assert_non_null(strstr(page, "3 点：3 已提炼"));
	assert_null(strstr(page, "name=\"discard\"")); /* its draft went with it */
	house_free(s.h);
}

static void two_who_write_at_once_see_both(void **state)
{
	(void)state;
	struct scene s = scene_new();
	save(&s, arena_format(s.h->arena, "base_version=0&body=first+[[%ld]]", (long)s.one));
	/* a draft that was begun before */
	struct answer a = house_post(s.h, "gao",
		arena_format(s.h->arena, "/drafts/synthesis/%ld/2026-W47/%ld",
			(long)json_get_number(kit_rollup(s.h, "gao", "east").json, "unit", 0),
			(long)s.topic),
		"draft_version=0&base_version=0&body=mine");
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(bench(&s, "gao"), "第 1 版刚由高总存下"));
	a = save(&s, arena_format(s.h->arena, "base_version=0&body=mine+[[%ld]]", (long)s.two));
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "mine [["));
	assert_non_null(strstr(a.body, "first [["));
	assert_non_null(strstr(a.body, "<ins>"));
	a = save(&s, arena_format(s.h->arena, "base_version=1&body=both+[[%ld]]", (long)s.two));
	assert_int_equal(a.status, 303);
	/* each version against the one before it, and an older one made the newest */
	a = house_get(s.h, "gao", "/syntheses/1/versions/2");
	assert_non_null(strstr(a.body, "<del>"));
	assert_int_equal(house_get(s.h, "wang", "/syntheses/1/versions/2").status, 404);
	assert_int_equal(house_get(s.h, "gao", "/syntheses/1/versions/9").status, 404);
	assert_int_equal(house_post(s.h, "gao", "/syntheses/1/versions/1/restore", "").status, 303);
	a = house_get(s.h, "gao", "/api/syntheses/1");
	assert_int_equal(json_get_number(a.json, "version", 0), 3);
	assert_non_null(strstr(json_get_text(a.json, "body_md"), "first"));
	a = house_get(s.h, "gao", "/api/syntheses/1/versions");
	assert_int_equal(json_count(json_get(a.json, "items")), 3);
	a = house_get(s.h, "gao", "/api/syntheses/1/versions/2");
	assert_non_null(strstr(json_get_text(a.json, "body_md"), "both"));
	kit_close(s.h, "gao", "east");
	assert_int_equal(house_post(s.h, "gao", "/syntheses/1/versions/1/restore", "").status, 409);
	assert_int_equal(house_get(s.h, "wang", "/syntheses/1/versions/2").status, 403);
	assert_non_null(strstr(bench(&s, "gao"), "这一周已经汇总"));
	house_free(s.h);
}

static void it_shows_what_the_unit_said_before(void **state)
{
	(void)state;
	struct scene s = scene_new();
	save(&s, arena_format(s.h->arena, "base_version=0&body=lastweek+[[%ld]]", (long)s.one));
	clock_freeze(HOUSE_NOW + 7 * 86400);
	house_put(s.h, "wang", "/api/reflections/2026-W48", "# 经验\n## 又一家 #报价\n经过。\n");
	house_do(s.h, "lin", "/api/units/e1/rollup/close?week=2026-W48");
	struct answer a = house_get(s.h, "gao",
		arena_format(s.h->arena, "/units/east/workbench?week=2026-W48&topic=%ld",
			(long)s.topic));
	const char *others = strstr(a.body, "别的周在这个专题上怎么说");
	assert_non_null(others);
	assert_non_null(strstr(others, "lastweek"));
	/* not in the week itself */
	assert_null(strstr(bench(&s, "gao"), "别的周在这个专题上怎么说"));
	house_free(s.h);
}

/* A point under a lead of another topic is listed with it, and the lead can be moved there. */
static void a_merger_stands_whole_under_each_of_its_topics(void **state)
{
	(void)state;
	struct scene s = scene_new();
	struct house *h = s.h;
	kit_json(h, "gao", PUT, arena_format(h->arena, "/api/points/%ld/topics", (long)s.two),
		"{\"topics\":[\"异议\"]}");
	kit_json(h, "gao", PUT, arena_format(h->arena, "/api/points/%ld/topics", (long)(s.two + 1)),
		"{\"topics\":[\"异议\"]}");
	int64_t other = kit_topic(h, "gao", "east", "异议");
	kit_json(h, "gao", POST, arena_format(h->arena, "/api/points/%ld/merge", (long)s.one),
		arena_format(h->arena, "{\"points\":[%ld]}", (long)s.two));
	const char *page = bench(&s, "gao");
	assert_non_null(strstr(page, "报价之前三件事先问清"));
	s.topic = other;
	page = bench(&s, "gao");
	const char *one = arena_format(h->arena, "id=\"p%ld\"", (long)s.one),
		   *third = arena_format(h->arena, "id=\"p%ld\"", (long)(s.two + 1));
	assert_ptr_equal(before(page, one, third), one);
	assert_int_equal(
		act(&s, arena_format(h->arena, "do=down&point=%ld", (long)s.one)).status, 303);
	assert_ptr_equal(before(bench(&s, "gao"), one, third), third);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_for_those_who_manage_the_unit),
		TEST(what_tells_the_same_is_merged_with_one_tap_and_parted_again),
		TEST(importance_flags_and_reasons_are_set_beside_the_point),
		TEST(without_scripts_a_tap_cites_and_nothing_typed_is_lost),
		TEST(two_who_write_at_once_see_both),
		TEST(it_shows_what_the_unit_said_before),
		TEST(a_merger_stands_whole_under_each_of_its_topics),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
