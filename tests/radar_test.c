/* What was told before is said where one writes, classifies and reads; and how well paragraphs are
 * found again in real summaries. */
#include "corpus_kit.h"

#include <stdio.h>

#include "base/near.h"
#include "rules/radar.h"

static const char told[] = "# 教训\n## 样品寄出后没有约回访 "
			   "#回访\n周二把样品寄给了松江的客户，寄完就忙别的去了，没有约定哪天回访。"
			   "两周后再打电话，客户说早就定了别家。\n";
static const char again[] = "subject=2026-W47&p3.headline=寄了样品没有约好回访&p3.story="
			    "把样品寄给客户以后没有约定哪天回访，"
			    "两周后打电话过去，客户说早就定了别家。";

static struct house *told_before(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "li", "/api/reflections/2026-W47", told).status, 201);
	return h;
}

static bool says(struct answer a, const char *words)
{
	return strstr(a.body, words) != NULL;
}

static void who_writes_it_again_is_told_beside_the_form_and_in_the_preview(void **state)
{
	(void)state;
	struct house *h = told_before();
	struct answer a = house_post(h, "wang", "/write/similar?place=3", again);
	assert_int_equal(a.status, 200);
	assert_true(says(a, "有 1 个团队写过同样的事") && says(a, "/points/1\""));
	assert_true(says(a, "data-add-topic=\"p3.topics\" value=\"回访\""));
	assert_false(says(a, "<html"));
	a = house_post(h, "wang", "/write/preview", again);
	assert_true(says(a, "有 1 个团队写过同样的事") &&
		    says(a, "name=\"add_topic\" value=\"3:回访\""));
	/* Without scripts the topic is taken along to the form. */
	a = house_post(
		h, "wang", "/write/edit", arena_format(h->arena, "%s&add_topic=3:回访", again));
	assert_true(says(a, "name=\"p3.topics\" value=\"回访\""));
	/* The form asks for it. */
	assert_true(says(house_get(h, "wang", "/write"), "hx-post=\"/write/similar?place=3\""));
	house_free(h);
}

static void it_is_said_in_english_too(void **state)
{
	(void)state;
	static const char *const english[] = { "Accept-Language", "en", NULL };
	struct house *h = house_new();
	assert_int_equal(
		house_put(h, "li", "/api/reflections/2026-W47",
			"# Lessons\n## No return visit agreed after the sample #samples\nThe "
			"sample went out on Tuesday. Nobody agreed on a day for the return "
			"visit; two weeks later the customer had ordered elsewhere.\n")
			.status,
		201);
	struct answer a = house_ask(h, "wang", POST, "/write/similar?place=3",
		"application/x-www-form-urlencoded",
		arena_format(h->arena,
			"csrf=%s&subject=2026-W47&p3.headline=Sample sent, no return "
			"visit&p3.story="
			"We sent the sample and agreed on no day for the return visit. The "
			"customer "
			"ordered elsewhere two weeks later.",
			house_person(h, "wang")->csrf),
		english);
	assert_int_equal(a.status, 200);
	assert_true(says(a, "/points/1\"") && says(a, "team"));
	assert_true(says(a, "value=\"samples\""));
	house_free(h);
}

static void what_the_writer_may_not_see_was_never_told(void **state)
{
	(void)state;
	struct house *h = told_before();
	struct answer a = house_post(h, "sun", "/write/similar?place=3", again);
	assert_int_equal(a.status, 200);
	assert_false(says(a, "写过") || says(a, "/points/") || says(a, "回访"));
	a = house_ask(h, "sun", POST, "/api/similar", "application/json",
		"{\"kind\":\"lesson\",\"headline\":\"样品寄出后没有约回访\"}", NULL);
	assert_int_equal(json_count(json_get(a.json, "items")), 0);
	a = house_ask(h, "wang", POST, "/api/similar", "application/json",
		"{\"kind\":\"lesson\",\"headline\":\"样品寄出后没有约回访\"}", NULL);
	assert_int_equal(json_count(json_get(a.json, "items")), 1);
	/* Nor is one's own text, that is changed, told before. */
	a = house_post(h, "li", "/write/similar?place=3", again);
	assert_false(says(a, "写过"));
	house_free(h);
}

static void who_classifies_is_offered_what_near_points_are_about(void **state)
{
	(void)state;
	struct house *h = told_before();
	struct answer a = house_put(h, "wang", "/api/reflections/2026-W47",
		"# 教训\n## "
		"寄了样品没有约好回访\n把样品寄给客户以后没有约定哪天回访，两周后打电话过去，客户说"
		"早就定了别家。\n");
	assert_int_equal(a.status, 201);
	a = house_get(h, "lin", "/points/2/sort");
	assert_int_equal(a.status, 200);
	assert_true(says(a, "相近的点归在") && says(a, "有 1 个团队写过同样的事"));
	house_free(h);
}

/* All of one part held against another: how many pairs of paragraphs are said to be the same. */
static int same_pairs(const struct near_text *a, const struct near_text *b, int *in_place)
{
	int n = 0;
	*in_place = 0;
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (near_is_same(&a->items[i], &b->items[k])) {
				n++;
				*in_place += i == k;
			}
	return n;
}

/* Parts 3 and 5 are one document. Parts 6 and 7 share four problems and three plans, told with
 * other numbers and some words more (read and counted by people). */
static void real_paragraphs_are_found_again_and_others_are_not(void **state)
{
	struct test *t = *state;
	enum { THREE = 2, FIVE = 4, SIX = 5, SEVEN = 6, SHARED = 7 };
	size_t len;
	struct story_document preface;
	const char *bytes = corpus(t->arena, &len);
	if (!bytes) {
		print_message("# skipped: the old summaries are not at hand\n");
		return;
	}
	struct story_documents parts = story_plain_split(t->arena, bytes, len, &preface);
	struct near_text texts[8];
	assert_int_equal(parts.count, 8);
	for (size_t i = 0; i < 8; i++)
		texts[i] = near_cut(
			t->arena, arena_copy(t->arena, parts.items[i].text, parts.items[i].len));
	int said = 0, right = 0, in_place, compared = 0;
	for (size_t i = 0; i < 8; i++)
		for (size_t k = i + 1; k < 8; k++) {
			int n = same_pairs(&texts[i], &texts[k], &in_place);
			said += n;
			compared += (int)(texts[i].count * texts[k].count);
			if (i == THREE && k == FIVE) {
				assert_int_equal(in_place, texts[i].count);
				right += in_place;
			} else if (i == SIX && k == SEVEN) {
				assert_int_equal(n, SHARED);
				right += n;
			}
		}
	print_message("# of %d pairs of paragraphs %d are said to be the same, %d rightly: "
		      "precision %d%%; outside of the two known pairs of parts %d wrongly\n",
		compared, said, right, right * 100 / said, said - right);
	assert_true(right * 100 >= said * 95);
}

/* The problems of parts 6 and 7 as points of two teams: four of each are the same paragraph. */
static void two_teams_with_the_same_problems_are_brought_together(void **state)
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
	struct strings six = problems(h->arena, &parts.items[5], "存在的问题", ')');
	struct strings seven = problems(h->arena, &parts.items[6], "有以下几点", '.');
	hand_in(h, "wang", "2026-W47", &six, 0);
	hand_in(h, "li", "2026-W47", &six, 3);
	hand_in(h, "lin", "2026-W47", &six, 6);
	hand_in(h, "qian", "2026-W47", &seven, 0);
	hand_in(h, "qian", "2026-W46", &seven, 3);
	static const char *const closes[][3] = { { "lin", "e1", "2026-W47" },
		{ "zhao", "e2", "2026-W46" }, { "zhao", "e2", "2026-W47" } };
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(
			house_do(h, closes[i][0],
				arena_format(h->arena, "/api/units/%s/rollup/close?week=%s",
					closes[i][1], closes[i][2]))
				.status,
			200);
	int found = 0, others = 0;
	for (int id = 1; id <= (int)six.count; id++) {
		struct answer a =
			house_get(h, "gao", arena_format(h->arena, "/api/points/%d/similar", id));
		const struct json *items = json_get(a.json, "items");
		for (size_t i = 0; i < json_count(items); i++) {
			const struct json *p = json_get(json_at(items, i), "point");
			bool same = json_get_bool(json_at(items, i), "same_paragraph", false);
			bool across = json_get_number(p, "id", 0) > (int)six.count;
			found += same && across;
			others += same && !across;
		}
	}
	print_message(
		"# of 7 problems of one team and 5 of another %d are found to be the same, %d "
		"within one\n",
		found, others);
	assert_int_equal(found, 4);
	assert_int_equal(others, 0);
	house_free(h);
}

/* Many newer ones of which one sees a single point each hide none that is older. */
static void what_recurs_is_found_behind_what_one_sees_once(void **state)
{
	(void)state;
	struct house *h = told_before();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", told).status, 201);
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	struct work w = { .arena = a,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai") };
	assert_int_equal(radar_gather(&w, 10), 2);
	db_end(h->worker->db);
	arena_free(a);
	{
		TXN(t, h->app.install.writer, h->arena);
		assert_true(txn_script(&t,
			"WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i "
			"< "
			"299) INSERT INTO radar_latest (unit_id, group_id, point_id, n)"
			" SELECT id, i, i, 1 FROM n, unit WHERE code = 'e1'"));
		assert_true(txn_commit(&t));
	}
	const char *next = "";
	int pages = 0, found = 0;
	while (next && pages++ < 9) {
		struct answer one = house_get(h, "lin",
			arena_format(h->arena, "/api/radar%s%s", *next ? "?cursor=" : "", next));
		assert_int_equal(one.status, 200);
		found += (int)json_count(json_get(one.json, "items"));
		next = json_get_text(one.json, "next");
	}
	assert_int_equal(found, 1);
	assert_null(next);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_writes_it_again_is_told_beside_the_form_and_in_the_preview),
		TEST(it_is_said_in_english_too),
		TEST(what_the_writer_may_not_see_was_never_told),
		TEST(who_classifies_is_offered_what_near_points_are_about),
		TEST(real_paragraphs_are_found_again_and_others_are_not),
		TEST(what_recurs_is_found_behind_what_one_sees_once),
		TEST(two_teams_with_the_same_problems_are_brought_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
