/* "A member of": where an author's name does not stand above their team it stands nowhere there,
 * and the choice is theirs at any time, both ways. Every GET address of the table is read by each
 * role from the other teams up to headquarters. */
#include "anonymity_kit.h"

static const char name[] = "王磊";
static const char *const above[] = { "qian", "zhao", "sun", "gao", "chen", "tian", "han" };
enum { ABOVE = sizeof above / sizeof *above };

/* Where names stand for another reason: whom to give a deputy's place, and people's own lists. */
static bool lists_people(const char *target)
{
	return text_starts(target, "/admin") || strstr(target, "/deputies") ||
	       strstr(target, "/mentions") || strstr(target, "/people") ||
	       strstr(target, "/receipts");
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
		"/units/hq?week=2026-W47&format=csv", "/units/east?week=2026-W47&format=csv",
		"/units/hq/workbench?week=2026-W47&topic=1",
		"/units/east/workbench?week=2026-W47&topic=1",
		"/units/east/workbench?week=2026-W47&topic=none", "/hq?week=2026-W47",
		"/api/hq?week=2026-W47", "/bulletins", "/bulletins/1", "/api/bulletins/1",
		"/api/bulletins", "/radar", "/api/radar", "/points/3/similar",
		"/api/points/3/similar", "/points/3", "/trail", "/api/trail",
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

/* What goes out of the house: a feed, groups and programs, letters. */
static const char *sent(struct house *h, const char *who)
{
	struct out o = out_new(h->arena);
	struct answer a = house_post(h, who, "/me/feed", "");
	const char *at = strstr(a.body, "/feeds/");
	assert_non_null(at);
	a = house_get(h, NULL, arena_copy(h->arena, at, strcspn(at, "<\" ")));
	assert_int_equal(a.status, 200);
	out_text(&o, a.body);
	outbox_make *const made[] = { bulletin_letter_group, bulletin_letter_event,
		bulletin_letter_mail };
	const struct outbox_setup setup = { .base_url = "https://t.example" };
	const struct outbox_row row = {
		.what_id = 1, .since = 1, .person = house_person(h, who)->id
	};
	db_begin(h->worker->db, h->arena);
	struct work w = owner_of(h, h->arena);
	i18n_use("zh");
	for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
		struct outbox_letter letter = { 0 };
		assert_true(made[i](&w, &setup, &row, &letter));
		out_text(&o, letter.title);
		out_text(&o, letter.text);
	}
	db_end(h->worker->db);
	assert_non_null(strstr(out_string(&o), "报价前先问清流程"));
	return out_string(&o);
}

/* What a program or the page is told while the same is being written. */
static const char *while_writing(struct house *h, const char *who)
{
	struct answer a = house_ask(h, who, POST, "/api/similar", "application/json",
		"{\"kind\":\"experience\",\"headline\":\"先问再报价\",\"body_md\":\"" SAME "\"}",
		NULL);
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(a.body, "报价前先问清流程"));
	struct answer b = house_post(h, who, "/write/similar",
		"place=0&subject=2026-W47&p0.headline=先问再报价&p0.story=" SAME);
	return arena_format(h->arena, "%s%s", a.body, b.status == 200 ? b.body : "");
}

static void hides(struct house *h, const char *when)
{
	for (size_t i = 0; i < ABOVE; i++) {
		const char *where = NULL;
		if (shown(h, above[i], &where))
			fail_msg("%s: %s reads the name at %s\n%s", when, above[i], where,
				house_get(h, above[i], where).body);
		if (strstr(sent(h, above[i]), name))
			fail_msg("%s: the name is sent to %s", when, above[i]);
		if (strstr(while_writing(h, above[i]), name))
			fail_msg("%s: the name is told to %s who writes the same", when, above[i]);
	}
}

static void shows(struct house *h, const char *when)
{
	static const char *const pages[] = { "/points/1", "/api/points/1", "/api/points/2",
		"/stories/1/uses", "/api/points/1/remarks", "/points/3/similar",
		"/api/points/3/similar", "/hq?week=2026-W47", "/bulletins/1",
		"/units/hq/workbench?week=2026-W47&topic=1" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (!strstr(house_get(h, "han", pages[i]).body, name))
			fail_msg("%s: no name at %s", when, pages[i]);
	if (!strstr(sent(h, "han"), name) || !strstr(while_writing(h, "han"), name))
		fail_msg("%s: no name in what is sent, or told to who writes", when);
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

static const char *exported(struct house *h, const char *dir)
{
	struct arena *a = h->arena;
	const char *why = "";
	size_t len;
	dir = arena_format(a, "%s/%s", h->folder, dir);
	db_begin(h->worker->db, a);
	struct work w = owner_of(h, a);
	if (!export_all(&w, dir, &why))
		fail_msg("%s", why);
	db_end(h->worker->db);
	const char *text = disk_read(
		a, arena_format(a, "%s/reflections/2026-W47/wang.md", dir), 1 << 20, &len, &why);
	assert_non_null(text);
	return text;
}

static int times(const char *text, const char *word)
{
	int n = 0;
	while ((text = strstr(text, word)))
		n++, text++;
	return n;
}

/* An export is the owner's, and names each author; it says of each point how it is signed by now,
 * so that what is made of it gives no name away. */
static void an_export_says_how_each_point_is_signed_now(void **state)
{
	(void)state;
	struct house *h = written("");
	assert_int_equal(times(exported(h, "one"), "署名: "), 0);
	json(h, "wang", PUT, "/api/points/1/sign", "{\"anonymous\":true}");
	assert_int_equal(times(exported(h, "two"), "署名: 匿名"), 1);
	json(h, "wang", PUT, "/api/points/2/sign", "{\"anonymous\":true}");
	assert_int_equal(times(exported(h, "three"), "署名: 匿名"), 2);
	house_free(h);
	h = written("署名: 匿名");
	json(h, "wang", PUT, "/api/points/2/sign", "{\"anonymous\":false}");
	const char *text = exported(h, "four");
	assert_int_equal(times(text, "署名: 匿名"), 1);
	assert_int_equal(times(text, "署名: 实名"), 1);
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
		TEST(an_export_says_how_each_point_is_signed_now),
		TEST(it_may_be_taken_away_and_given_back_after_the_point_has_risen),
		TEST(a_new_point_begins_as_its_author_wants_and_may_say_otherwise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
