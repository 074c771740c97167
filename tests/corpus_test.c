/* Old problem lists, as two teams would hand them in: classified, rolled up, found again. */
#include "corpus_kit.h"

#include "rules/classify.h"

static void classify_all(struct house *h, const char *manager, const char *unit, const char *words)
{
	struct answer a = house_get(
		h, manager, arena_format(h->arena, "/api/units/%s/rollup?week=2026-W47", unit));
	const struct json *points = json_get(a.json, "points");
	assert_true(json_count(points) >= 3);
	for (size_t i = 0; i < json_count(points); i++) {
		struct work w = { .arena = h->arena,
			.db = h->worker->db,
			.writer = h->app.install.writer,
			.now = HOUSE_NOW,
			.zone = zone_find("Asia/Shanghai"),
			.faults = { .arena = h->arena } };
		db_begin(w.db, h->arena);
		w.who = who_login_any(w.db, manager);
		struct classification c = { 0 };
		*LIST_ADD(h->arena, &c.words) = words;
		struct point_id id = { json_get_number(json_at(points, i), "id", 0) };
		assert_int_equal(classify_set(&w, id, &c), DONE);
		db_end(w.db);
	}
}

static void old_problem_lists_rise_and_are_found_again(void **state)
{
	(void)state;
	struct house *h = house_new();
	size_t len;
	const char *bytes = corpus(h->arena, &len);
	if (!bytes) {
		house_free(h);
		print_message("# skipped: the old summaries are not at hand\n");
		return;
	}
	struct story_document preface;
	struct story_documents parts = story_plain_split(h->arena, bytes, len, &preface);
	assert_int_equal(parts.count, 8);
	struct strings six = problems(h->arena, &parts.items[5], "存在的问题", ')');
	struct strings seven = problems(h->arena, &parts.items[6], "有以下几点", '.');
	assert_int_equal(six.count, 7);
	assert_int_equal(seven.count, 5);
	hand_in(h, "wang", "2026-W47", &six, 0);
	hand_in(h, "li", "2026-W47", &six, 3);
	hand_in(h, "lin", "2026-W47", &six, 6);
	hand_in(h, "qian", "2026-W47", &seven, 0);
	hand_in(h, "qian", "2026-W46", &seven, 3);
	classify_all(h, "lin", "e1", "战败");
	classify_all(h, "zhao", "e2", "客户关系");
	static const char *const closes[][3] = { { "lin", "e1", "2026-W47" },
		{ "zhao", "e2", "2026-W46" }, { "zhao", "e2", "2026-W47" },
		{ "gao", "east", "2026-W46" }, { "gao", "east", "2026-W47" } };
	for (size_t i = 0; i < sizeof closes / sizeof *closes; i++)
		assert_int_equal(
			house_do(h, closes[i][0],
				arena_format(h->arena, "/api/units/%s/rollup/close?week=%s",
					closes[i][1], closes[i][2]))
				.status,
			200);
	struct answer hq = house_get(h, "han", "/api/units/hq/rollup?week=2026-W47");
	assert_int_equal(json_get_number(json_get(hq.json, "totals"), "lesson", 0), 10);
	static const char *const words[] = { "回访", "战败", "意向客户" };
	for (size_t i = 0; i < 3; i++) {
		struct out o = out_new(h->arena);
		out_text(&o, "/api/search?q=");
		uri_encode(&o, words[i]);
		const char *target = out_string(&o);
		if (json_get_number(house_get(h, "han", target).json, "total", 0) < 1)
			fail_msg("%s finds nothing", words[i]);
		if (json_get_number(house_get(h, "sun", target).json, "total", -1) != 0)
			fail_msg("%s shows another branch's points", words[i]);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(old_problem_lists_rise_and_are_found_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
