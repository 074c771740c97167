/* "A member of": where an author's name does not stand above their team it stands nowhere there,
 * and the choice is theirs at any time, both ways. Every GET address of the table is read by each
 * role from the other teams up to headquarters. */
#include "house.h"

#include "store/search_fill.h"
#include "web/routes.h"

static const char name[] = "王磊";
static const char *const above[] = { "qian", "zhao", "sun", "gao", "chen", "tian", "han" };
enum { ABOVE = sizeof above / sizeof *above };

/* Where names stand for another reason: whom to give a deputy's place, and people's own lists. */
static bool lists_people(const char *target)
{
	return text_starts(target, "/admin") || strstr(target, "/deputies") ||
	       strstr(target, "/mentions") || strstr(target, "/people");
}

static void done(struct answer a, const char *what)
{
	if (a.status < 200 || a.status >= 400)
		fail_msg("%s: %d\n%s", what, a.status, a.body);
}

static void json(struct house *h, const char *who, enum method m, const char *to, const char *body)
{
	done(house_ask(h, who, m, to, "application/json", body, NULL), to);
}

static void close_all(struct house *h)
{
	static const char *const by[][2] = { { "lin", "e1" }, { "gao", "east" }, { "han", "hq" } };
	for (int i = 0; i < 3; i++)
		done(house_do(h, by[i][0],
			     arena_format(h->arena, "/api/units/%s/rollup/close?week=2026-W47",
				     by[i][1])),
			by[i][1]);
}

/* What wang wrote, and whatever can be made of it: said, cited, flagged, chosen, told, used. */
static struct house *written(const char *sign)
{
	struct house *h = house_new();
	done(house_put(h, "wang", "/api/reflections/2026-W47",
		     arena_format(h->arena,
			     "# 经验\n## 报价前先问清流程 #报价\n先问三件事。\n求助: 给一份表\n%s\n"
			     "# 教训\n## 样品寄出后没约回访 #报价\n没有约。\n%s\n",
			     sign, sign)),
		"reflection");
	json(h, "lin", POST, "/api/points/1/remarks", "{\"kind\":\"why\",\"text\":\"为什么先问\"}");
	json(h, "wang", POST, "/api/points/1/remarks",
		"{\"kind\":\"answer\",\"to\":1,\"text\":\"问了才知道\"}");
	json(h, "lin", PUT, "/api/remarks/1/rise", "");
	json(h, "lin", PUT, "/api/remarks/2/rise", "");
	json(h, "wang", PUT, "/api/remarks/1/rise", "");
	json(h, "wang", PUT, "/api/remarks/2/rise", "");
	close_all(h);
	done(house_do(h, "han", "/api/units/hq/rollup/reopen?week=2026-W47"), "reopen");
	json(h, "han", PUT, "/api/units/hq/rollup/syntheses/1?week=2026-W47",
		"{\"body_md\":\"先问再报[[1]]，回访[[2]]。\"}");
	json(h, "han", PUT, "/api/points/1/highlight", "{\"reason\":\"可以深挖\"}");
	json(h, "han", PUT, "/api/points/1/pick?week=2026-W47", "{\"comment\":\"都看看\"}");
	done(house_do(h, "han", "/api/units/hq/rollup/close?week=2026-W47"), "close");
	done(house_ask(h, "tian", POST, "/api/stories", "text/markdown",
		     "---\ntitle: 三次上门\nsources: [1, 2]\n---\n\n一个下午。\n", NULL),
		"story");
	done(house_do(h, "tian", "/api/stories/1/publish"), "publish");
	json(h, "wang", POST, "/api/stories/1/uses",
		arena_format(h->arena, "{\"effect\":\"worked\",\"text\":\"照着做了\"%s}",
			*sign ? ",\"anonymous\":true" : ""));
	return h;
}

/* How many addresses show the name to this person. */
static int shown(struct house *h, const char *who, const char **where)
{
	struct arena *life = h->arena;
	char line[1024], method[8], pattern[96], path[256];
	FILE *f = fopen("tests/matrix.txt", "r");
	int n = 0;
	assert_non_null(f);
	h->arena = arena_new();
	while (fgets(line, sizeof line, f)) {
		if (*line == '#' || sscanf(line, "%7s %95s %255s", method, pattern, path) != 3 ||
			!text_same(method, "GET") || lists_people(path))
			continue;
		struct answer a = house_get(h, who, path);
		if (a.status == 200 && strstr(a.body, name)) {
			*where = arena_string(life, path);
			n++;
		}
	}
	fclose(f);
	static const char *const more[] = { "/points/1", "/points/2", "/api/points/1",
		"/api/points/2", "/points/1/uses", "/stories/1", "/stories/1/uses",
		"/api/stories/1/uses", "/api/points?order=effect", "/api/points?limit=100",
		"/api/points/1/remarks", "/syntheses/1", "/topics/1", "/topics/1?order=effect",
		"/api/units/hq/rollup?week=2026-W47", "/units/hq?week=2026-W47",
		"/api/units/east/rollup?week=2026-W47", "/units/east?week=2026-W47",
		"/units/e1?week=2026-W47", "/search?q=%40%E7%8E%8B%E7%A3%8A",
		"/api/search?q=%40%E7%8E%8B%E7%A3%8A", "/api/search?q=%E6%8A%A5%E4%BB%B7", "/asks",
		"/api/asks", "/inbox", "/api/inbox", "/" };
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		struct answer a = house_get(h, who, more[i]);
		/* What was asked for is repeated by the page; nothing is found by it. */
		bool echo = strstr(more[i], "%40") && !strstr(a.body, "\"items\":[{") &&
			    !strstr(a.body, "/points/");
		if (a.status == 200 && strstr(a.body, name) && !echo) {
			*where = more[i];
			n++;
		}
	}
	struct arena *mine = h->arena;
	h->arena = life;
	arena_free(mine);
	return n;
}

static void hides(struct house *h, const char *when)
{
	for (size_t i = 0; i < ABOVE; i++) {
		const char *where = NULL;
		if (shown(h, above[i], &where))
			fail_msg("%s: %s reads the name at %s\n%s", when, above[i], where,
				house_get(h, above[i], where).body);
	}
}

static void shows(struct house *h, const char *when)
{
	static const char *const pages[] = { "/points/1", "/api/points/1", "/api/points/2",
		"/stories/1/uses", "/api/points/1/remarks" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (!strstr(house_get(h, "han", pages[i]).body, name))
			fail_msg("%s: no name at %s", when, pages[i]);
	assert_true(json_get_number(house_get(h, "han", "/api/search?q=%40%E7%8E%8B%E7%A3%8A").json,
			    "total", 0) >= 2);
}

static void a_name_that_is_not_given_stands_nowhere_above_the_team(void **state)
{
	(void)state;
	struct house *h = written("署名: 匿名");
	hides(h, "by a line of the text");
	assert_non_null(strstr(house_get(h, "li", "/points/1").body, name));
	assert_non_null(strstr(house_get(h, "lin", "/api/points/1").body, name));
	house_free(h);
}

static void it_may_be_taken_away_and_given_back_after_the_point_has_risen(void **state)
{
	(void)state;
	struct house *h = written("");
	shows(h, "at first");
	assert_int_equal(house_post(h, "wang", "/me/sign", "anonymous=1&all=1").status, 303);
	hides(h, "all taken away");
	assert_int_equal(house_post(h, "wang", "/me/sign", "all=1").status, 303);
	shows(h, "all given back");
	static const int points[] = { 1, 2 };
	for (int on = 1; on >= 0; on--)
		for (int i = 0; i < 2; i++) {
			json(h, "wang", PUT,
				arena_format(h->arena, "/api/points/%d/sign", points[i]),
				on ? "{\"anonymous\":true}" : "{\"anonymous\":false}");
			struct answer a = house_get(
				h, "gao", arena_format(h->arena, "/api/points/%d", points[i]));
			assert_int_equal(json_get_text(a.json, "author") == NULL, on);
		}
	house_free(h);
}

static bool named(struct house *h, int point)
{
	struct answer a = house_get(h, "gao", arena_format(h->arena, "/api/points/%d", point));
	assert_int_equal(a.status, 200);
	return json_get_text(a.json, "author") != NULL;
}

static void a_new_point_begins_as_its_author_wants_and_may_say_otherwise(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_post(h, "wang", "/me/sign", "anonymous=1").status, 303);
	assert_non_null(strstr(
		house_get(h, "wang", "/write").body, "name=\"p0.anonymous\" value=\"1\" checked"));
	done(house_put(h, "wang", "/api/reflections/2026-W47",
		     "# 经验\n## 没有说\n做了。\n## 说了要署名\n做了。\n署名: 实名\n## "
		     "说了不署名\n做了。\nSign: "
		     "anonymous\n"),
		"default on");
	done(house_post(h, "li", "/write",
		     "subject=2026-W47&p0.headline=a&p0.story=x&p1.headline=b&p1.story=x&p1."
		     "anonymous="
		     "1"),
		"li");
	assert_int_equal(house_post(h, "li", "/me/sign", "anonymous=1").status, 303);
	done(house_post(h, "li", "/write",
		     "subject=2026-W46&p0.headline=c&p0.story=x&p0.named=1&p1.headline=d&p1.story="
		     "x&"
		     "p1.named=1&p1.anonymous=1"),
		"li by default");
	done(house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W46"), "close");
	done(house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W47"), "close");
	static const bool expected[] = { false, true, false, true, false, true, false };
	for (int i = 0; i < 7; i++)
		if (named(h, i + 1) != expected[i])
			fail_msg("point %d is %snamed", i + 1, expected[i] ? "not " : "");
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_that_is_not_given_stands_nowhere_above_the_team),
		TEST(it_may_be_taken_away_and_given_back_after_the_point_has_risen),
		TEST(a_new_point_begins_as_its_author_wants_and_may_say_otherwise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
