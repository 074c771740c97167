/* What is added out of somebody's sight changes no byte of what search tells them: no hit, count,
 * facet, order, suggestion or hint. */
#include "house.h"

#include "base/uri.h"
#include "rules/lift.h"
#include "rules/search.h"

static const char *const everybody[] = { "lin", "wang", "li", "zhao", "qian", "sun", "gao", "chen",
	"tian", "han", "root" };
enum { PEOPLE = sizeof everybody / sizeof *everybody };

/* Whole queries; the canary is 鹳雀, read guanque. */
static const char *const queries[] = { "鹳雀", "\"鹳雀\"", "鹳", "-鹳雀", "鹳雀 客户",
	"鹳雀 OR 客户", "guanque", "guan que", "鹳鹊", "鹊雀", "鹳雀楼客户", "客户 -鹳雀",
	"鹳雀在客户那里怎么办", "canaryword", "canarywrod", "#鹳专题", "@王磊", "@孙七",
	"客户 kind:lesson", "unit:华东", "week:2026-W40..W47", "kind:synthesis", "kind:story",
	"客户" };
enum { QUERIES = sizeof queries / sizeof *queries };

static const char *address_of(struct house *h, int form)
{
	struct out o = out_new(h->arena);
	out_text(&o, form % 2 ? "/api/search?limit=100&q=" : "/search?q=");
	uri_encode(&o, queries[form / 2]);
	out_text(&o, form % 4 < 2 ? "" : "&sort=new");
	return out_string(&o);
}

static const char *ask(struct house *h, const char *login, int form)
{
	const char *address = form < 2 * QUERIES ? address_of(h, form) : "/search";
	struct answer a = house_get(h, login, address);
	if (a.status != 200)
		fail_msg("%s %s: %d", login, address, a.status);
	return a.body;
}

static int64_t put(struct house *h, const char *login, const char *week, const char *text)
{
	struct answer a =
		house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week), text);
	assert_true(a.status < 300);
	return json_get_number(json_at(json_get(a.json, "points"), 0), "id", 0);
}

static void add_synthesis(struct house *h)
{
	TXN(t, h->app.install.writer, h->arena);
	int64_t rollup = txn_insert(
		&t, SQL("INSERT INTO rollup (unit_id, week) SELECT id, 2960 FROM unit WHERE code = "
			"'east'"));
	int64_t id = txn_insert(&t,
		SQL("INSERT INTO synthesis (rollup_id, topic_id, body_md, body_html, version, "
		    "changed_at) VALUES (?1, 1, '鹳雀 canaryword 客户', '', 1, ?2)"),
		V(rollup), V(HOUSE_NOW));
	search_put_synthesis(&t, (struct synthesis_id){ id });
	assert_true(txn_commit(&t));
}

static void add_story(struct house *h)
{
	TXN(t, h->app.install.writer, h->arena);
	int64_t id = txn_insert(&t,
		SQL("INSERT INTO story (title, state, body_md, body_html, version, created_at, "
		    "changed_at) VALUES ('鹳雀案例', 'draft', 'canaryword 客户', '', 1, ?1, "
		    "?1)"),
		V(HOUSE_NOW));
	txn_run(&t,
		SQL("INSERT INTO story_writer (story_id, person_id) SELECT ?1, id FROM person "
		    "WHERE login = 'li'"),
		V(id));
	search_put_story(&t, (struct story_id){ id });
	assert_true(txn_commit(&t));
}

/* Four readings alike, so that a guess which looked at them would tell of none that is seen. */
#define CANARY "## 鹳雀楼 #鹳专题\n鹳雀，关却，贯确，惯缺 canaryword 客户客户客户\n"

static const struct event {
	const char *what, *login, *week, *text, *readers; /* readers: of what is no point */
	void (*add)(struct house *h);
} events[] = {
	{ "an open week of e1", "wang", "2026-W47", "# 经验\n" CANARY, NULL, NULL },
	{ "a late week of s1", "sun", "2026-W44", "# 教训\n" CANARY, NULL, NULL },
	{ "a team's own", "wang", "2026-W46", "# 经验\n" CANARY "范围: 本团队\n", NULL, NULL },
	{ "anonymous", "li", "2026-W47", "# 教训\n" CANARY "署名: 匿名\n", NULL, NULL },
	{ "a draft synthesis", "", "", "", " gao ", add_synthesis },
	{ "a draft story", "", "", "", " li tian ", add_story },
	{ "after a task", "qian", "2026-W45", "# 经验\n" CANARY, NULL, NULL },
};

static void furnish(struct house *h)
{
	static const char *const logins[] = { "wang", "qian", "sun" };
	for (int i = 0; i < 3; i++)
		put(h, logins[i], "2026-W43", "# 经验\n## 客户回访 #回访\n客户照常，观鹊。\n");
	house_do(h, "lin", "/api/units/e1/rollup/close?week=2026-W43");
	house_do(h, "gao", "/api/units/east/rollup/close?week=2026-W43");
}

static void what_is_added_out_of_sight_changes_no_byte(void **state)
{
	(void)state;
	struct house *h = house_new();
	furnish(h);
	static const char *before[PEOPLE][2 * QUERIES + 1];
	long hidden = 0;
	for (size_t e = 0; e <= sizeof events / sizeof *events; e++) {
		const struct event *now = e ? &events[e - 1] : NULL;
		int64_t point = 0;
		if (now && now->add)
			now->add(h);
		else if (now)
			point = put(h, now->login, now->week, now->text);
		for (int p = 0; p < PEOPLE; p++) {
			const char *login = everybody[p], *path;
			path = arena_format(h->arena, "/api/points/%ld", (long)point);
			bool sees =
				!now || (point ? house_get(h, login, path).status == 200
					       : !!strstr(now->readers,
							 arena_format(h->arena, " %s ", login)));
			hidden += !sees;
			for (int f = 0; f <= 2 * QUERIES; f++) {
				const char *body = ask(h, login, f);
				if (!sees && !text_same(body, before[p][f]))
					fail_msg("%s, %s: %s\n%s\n%s", login, now->what,
						f < 2 * QUERIES ? queries[f / 2] : "", before[p][f],
						body);
				before[p][f] = body;
			}
		}
	}
	assert_in_range(hidden, 40, 77); /* most people may not see most of it */
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_added_out_of_sight_changes_no_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
