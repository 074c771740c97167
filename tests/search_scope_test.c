/* What search may not show, it does not betray: no hit, no count, no byte of an answer. */
#include "house.h"

#include "rules/lift.h"
#include "rules/search.h"
#include "store/search_fill.h"

static const char *const everybody[] = { "lin", "wang", "li", "zhao", "qian", "sun", "gao", "chen",
	"tian", "han", "root" };
enum { PEOPLE = sizeof everybody / sizeof *everybody };

/* Handed in by wang of e1, so that each level has something of its own. */
static const char open_week[] = "# 经验\n## 鹳雀楼公开 #鹳专题\n鹳雀 alpha@canary 的话\n";
static const char team_only[] = "# 经验\n## 鹳雀楼本队\n鹳雀 的话\n范围: 本团队\n";
static const char anonymous[] = "# 教训\n## 鹳雀楼匿名\n鹳雀 的话\n署名: 匿名\n";

static const char query_canary[] = "%E9%B9%B3%E9%9B%80"; /* 鹳雀 */

static void put(struct house *h, const char *login, const char *week, const char *text)
{
	struct answer a =
		house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week), text);
	if (a.status != 201)
		fail_msg("%s %s: %d %s", login, week, a.status, a.body);
}

static void close_week(struct house *h, const char *login, const char *unit, const char *week)
{
	struct answer a = house_do(
		h, login, arena_format(h->arena, "/api/units/%s/rollup/close?week=%s", unit, week));
	if (a.status != 200)
		fail_msg("%s closes %s: %d", login, unit, a.status);
}

static void set_reach_all(struct house *h, int64_t point)
{
	TXN(t, h->app.install.writer, h->arena);
	txn_run(&t, SQL("UPDATE point SET reach = 4 WHERE id = ?1"), V(point));
	lift_words(&t, (struct point_id){ point });
	assert_true(txn_commit(&t));
}

static int64_t add_synthesis(struct house *h, const char *unit, int64_t week)
{
	TXN(t, h->app.install.writer, h->arena);
	int64_t rollup = db_long(t.db,
		SQL("SELECT r.id FROM rollup r JOIN unit u ON u.id = r.unit_id WHERE u.code = ?1 "
		    "AND r.week = ?2"),
		V(unit), V(week));
	if (!rollup)
		rollup = txn_insert(&t,
			SQL("INSERT INTO rollup (unit_id, week) SELECT id, ?2 FROM unit WHERE code "
			    "= ?1"),
			V(unit), V(week));
	int64_t id = txn_insert(&t,
		SQL("INSERT INTO synthesis (rollup_id, topic_id, body_md, body_html, version, "
		    "changed_at) VALUES (?1, 1, '鹳雀提炼', '', 1, ?2)"),
		V(rollup), V(HOUSE_NOW));
	search_put_synthesis(&t, (struct synthesis_id){ id });
	assert_true(txn_commit(&t));
	return id;
}

static int64_t add_story(struct house *h, const char *state, const char *writer)
{
	TXN(t, h->app.install.writer, h->arena);
	int64_t id = txn_insert(&t,
		SQL("INSERT INTO story (title, state, body_md, body_html, version, created_at, "
		    "changed_at) VALUES ('鹳雀案例', ?1, '鹳雀', '', 1, ?2, ?2)"),
		V(state), V(HOUSE_NOW));
	txn_run(&t,
		SQL("INSERT INTO story_writer (story_id, person_id) SELECT ?1, id FROM person "
		    "WHERE login = ?2"),
		V(id), V(writer));
	search_put_story(&t, (struct story_id){ id });
	assert_true(txn_commit(&t));
	return id;
}

/* Points of every reach, as far as the week's number goes back. */
static void furnish(struct house *h)
{
	put(h, "wang", "2026-W47", open_week);
	put(h, "wang", "2026-W46", open_week);
	put(h, "wang", "2026-W45", open_week);
	put(h, "wang", "2026-W44", open_week);
	put(h, "wang", "2026-W43", team_only);
	put(h, "wang", "2026-W42", anonymous);
	put(h, "wang", "2026-W41", anonymous);
	put(h, "sun", "2026-W46", open_week);
	put(h, "qian", "2026-W47", anonymous);
	close_week(h, "lin", "e1", "2026-W46");
	close_week(h, "lin", "e1", "2026-W45");
	close_week(h, "gao", "east", "2026-W45");
	close_week(h, "lin", "e1", "2026-W44");
	close_week(h, "lin", "e1", "2026-W43");
	close_week(h, "lin", "e1", "2026-W41");
	close_week(h, "gao", "east", "2026-W41");
	close_week(h, "chen", "s1", "2026-W46");
	set_reach_all(h, 4);
	house_do(h, "wang", "/api/reflections/1/withdraw");
}

static int64_t hits(struct house *h, const char *login, const char *query, struct answer *a)
{
	*a = house_get(h, login, arena_format(h->arena, "/api/search?limit=100&%s", query));
	if (a->status != 200)
		fail_msg("%s: %s: %d", login, query, a->status);
	assert_int_equal(json_get_number(a->json, "total", -1),
		(int64_t)json_count(json_get(a->json, "hits")));
	return json_get_number(a->json, "total", -1);
}

static bool holds(const struct answer *a, const char *type, int64_t id)
{
	const struct json *hits = json_get(a->json, "hits");
	for (size_t i = 0; i < json_count(hits); i++)
		if (json_get_number(json_at(hits, i), "id", 0) == id &&
			text_same(json_get_text(json_at(hits, i), "type"), type))
			return true;
	return false;
}

static void a_point_is_found_by_those_who_may_open_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	furnish(h);
	for (size_t i = 0; i < PEOPLE; i++) {
		struct answer a;
		int64_t total =
			hits(h, everybody[i], arena_format(h->arena, "q=%s", query_canary), &a);
		int64_t may = 0;
		for (int64_t id = 1; id <= 9; id++) {
			bool opens = house_get(h, everybody[i],
					     arena_format(h->arena, "/api/points/%d", (int)id))
					     .status == 200;
			may += opens;
			if (opens != holds(&a, "point", id))
				fail_msg("%s: point %d: opens %d", everybody[i], (int)id, opens);
		}
		if (total != may)
			fail_msg(
				"%s: total %ld, may see %ld", everybody[i], (long)total, (long)may);
	}
	assert_int_equal(house_differences(h, search_differences_any), 0);
	house_free(h);
}

/* What was typed comes back, plain or percent-encoded: taken out, since it differs. */
static const char *without_typed(struct house *h, const char *body)
{
	static const char *const typed[] = { "鹳", "鹮", "%E9%B9%B3", "%E9%B9%AE" };
	struct out o = out_new(h->arena);
	while (*body) {
		size_t skip = 0;
		for (int i = 0; i < 4; i++)
			if (text_starts(body, typed[i]))
				skip = strlen(typed[i]);
		if (!skip)
			out_char(&o, *body);
		body += skip ? skip : 1;
	}
	return out_string(&o);
}

/* The word is in nothing that qian may see, so every answer is the one for a word that is nowhere.
 */
static void what_is_hidden_leaves_no_byte(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "sun", "2026-W46", open_week);
	put(h, "wang", "2026-W47", anonymous);
	put(h, "wang", "2026-W46", team_only);
	put(h, "wang", "2026-W45", open_week);
	house_put(h, "qian", "/api/reflections/2026-W47", "# 经验\n## 客户回访\n照常。\n");
	close_week(h, "lin", "e1", "2026-W45");
	add_synthesis(h, "east", 2966);
	add_story(h, "draft", "wang");
	static const char *const forms[] = { "q=%s", "q=-%s", "q=%s+OR+%%E5%%AE%%A2%%E6%%88%%B7",
		"q=%%23%s", "q=%%40%s", "q=%%22%s%%22", "q=%s+%%E5%%AE%%A2%%E6%%88%%B7", "topic=%s",
		"q=%s&sort=new", "q=%s&kind=lesson", "q=%%E5%%AE%%A2%%E6%%88%%B7+-%s" };
	static const char absent[] =
		"%E9%B9%AE%E9%9B%80"; /* 鹮雀: as long, as rare in the language, and nowhere */
	static const char topic[] = "%E9%B9%B3%E4%B8%93%E9%A2%98";
	static const char none[] = "%E9%B9%AE%E4%B8%93%E9%A2%98";
	static const char *const pages[] = { "/api/search?", "/search?" };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (int p = 0; p < 4; p++) {
			const char *secret = p < 2 ? query_canary : topic;
			const char *control = p < 2 ? absent : none;
			const char *one = arena_format(h->arena, forms[i], secret);
			const char *other = arena_format(h->arena, forms[i], control);
			struct answer a = house_get(
				h, "qian", arena_format(h->arena, "%s%s", pages[p % 2], one));
			struct answer b = house_get(
				h, "qian", arena_format(h->arena, "%s%s", pages[p % 2], other));
			assert_int_equal(a.status, 200);
			if (!text_same(without_typed(h, a.body), without_typed(h, b.body)))
				fail_msg("%s%s:\n%s\n%s", pages[p % 2], one, a.body, b.body);
		}
	house_free(h);
}

static void a_name_finds_only_where_it_is_shown(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "wang", "2026-W47", open_week);
	put(h, "wang", "2026-W46", anonymous);
	close_week(h, "lin", "e1", "2026-W46");
	close_week(h, "lin", "e1", "2026-W47");
	close_week(h, "gao", "east", "2026-W46");
	close_week(h, "gao", "east", "2026-W47");
	static const struct {
		const char *login;
		int64_t named, in_all;
	} rows[] = { { "wang", 2, 2 }, { "li", 2, 2 }, { "lin", 2, 2 }, { "gao", 1, 2 },
		{ "han", 1, 2 }, { "tian", 1, 2 }, { "qian", 0, 0 }, { "root", 0, 0 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a;
		int64_t named = hits(h, rows[i].login, "q=%40wang", &a);
		int64_t rest = hits(h, rows[i].login, "q=-%40wang", &a);
		int64_t all = hits(h, rows[i].login, "unit=e1", &a);
		if (named != rows[i].named || all != rows[i].in_all || named + rest != all)
			fail_msg("%s: %ld of %ld, %ld without", rows[i].login, (long)named,
				(long)all, (long)rest);
	}
	house_free(h);
}

static void a_synthesis_and_a_story_have_their_readers(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "wang", "2026-W47", open_week);
	static const struct {
		const char *unit;
		bool closed;
		const char *readers;
	} syntheses[] = { { "east", false, " gao " },
		{ "east", true, " gao lin wang li zhao qian tian han " }, { "hq", false, " han " },
		{ "hq", true, " han tian " } };
	static const struct {
		const char *state, *readers;
	} stories[] = { { "draft", " li tian " },
		{ "published", " lin wang li zhao qian sun gao chen tian han root " } };
	struct answer a;
	for (size_t i = 0; i < sizeof syntheses / sizeof *syntheses; i++) {
		int64_t id = add_synthesis(h, syntheses[i].unit, 2960 - (int64_t)i % 2);
		if (syntheses[i].closed)
			close_week(h, syntheses[i].unit[0] == 'e' ? "gao" : "han",
				syntheses[i].unit, "2026-W39");
		for (size_t p = 0; p < PEOPLE; p++) {
			hits(h, everybody[p], "kind=synthesis", &a);
			const char *name = arena_format(h->arena, " %s ", everybody[p]);
			if (holds(&a, "synthesis", id) != !!strstr(syntheses[i].readers, name))
				fail_msg("synthesis %zu: %s", i, everybody[p]);
		}
	}
	for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
		int64_t id = add_story(h, stories[i].state, "li");
		for (size_t p = 0; p < PEOPLE; p++) {
			hits(h, everybody[p], "kind=story", &a);
			const char *name = arena_format(h->arena, " %s ", everybody[p]);
			if (holds(&a, "story", id) != !!strstr(stories[i].readers, name))
				fail_msg("story %zu: %s", i, everybody[p]);
		}
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_point_is_found_by_those_who_may_open_it),
		TEST(what_is_hidden_leaves_no_byte),
		TEST(a_name_finds_only_where_it_is_shown),
		TEST(a_synthesis_and_a_story_have_their_readers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
