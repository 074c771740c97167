/*
 * A canary: a word is written where somebody may not look, and every address that can be read is
 * read by those who may not. No answer holds it, and none changes by a byte: no count, no list, no
 * number betrays that something was written.
 */
#include "canary_meeting.h"
#include "canary_search.h"
#include "canary_story.h"
#include "canary_synthesis.h"
#include "canary_playbook.h"
#include "topic_kit.h"

#include "base/strings.h"
enum { POINTS = 14, OTHERS = 8 };

struct canary {
	const char *name;
	void (*write)(struct house *h, const char *words);
	void (*after)(struct house *h); /* what makes more visible, but not this; or NULL */
	const char *may_see[6];         /* those who may */
};

static struct answer put(
	struct house *h, const char *login, const char *week, const char *words, const char *more)
{
	struct answer a = house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week),
		arena_format(
			h->arena, "# 经验\n## 一条 %s\n经过 %s 之后。\n%s\n", words, words, more));
	assert_int_equal(a.status, 201);
	return a;
}

static void close_week(struct house *h, const char *login, const char *unit, const char *week)
{
	struct answer a = house_do(
		h, login, arena_format(h->arena, "/api/units/%s/rollup/close?week=%s", unit, week));
	assert_int_equal(a.status, 200);
}

static void team_point(struct house *h, const char *words)
{
	put(h, "li", "2026-W47", words, "");
}

static void team_only(struct house *h, const char *words)
{
	put(h, "wang", "2026-W46", words, "范围: 本团队");
}

static void close_team(struct house *h)
{
	close_week(h, "lin", "e1", "2026-W46");
	close_week(h, "gao", "east", "2026-W46");
	close_week(h, "han", "hq", "2026-W46");
}

static void other_branch(struct house *h, const char *words)
{
	put(h, "sun", "2026-W45", words, "");
}

static void close_other(struct house *h)
{
	close_week(h, "chen", "s1", "2026-W45");
}

static void draft(struct house *h, const char *words)
{
	struct answer a = house_post(h, "wang", "/drafts/2026-W47",
		arena_format(h->arena, "p0.headline=%s&draft_version=0", words));
	assert_int_equal(a.status, 200);
}

static void withdrawn(struct house *h, const char *words)
{
	struct answer a = put(h, "wang", "2026-W44", words, "");
	int64_t id = json_get_number(a.json, "id", 0);
	a = house_post(h, "wang", arena_format(h->arena, "/reflections/%d/withdraw", (int)id), "");
	assert_int_equal(a.status, 303);
}

static void proposed_topic(struct house *h, const char *words)
{
	char *tag = arena_string(h->arena, words);
	*strchr(tag, ' ') = '-';
	struct answer a = house_put(h, "qian", "/api/reflections/2026-W47",
		arena_format(h->arena, "# 经验\n## 一条 #%s\n经过。\n", tag));
	assert_int_equal(a.status, 201);
}

static void excuse(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "lin", PUT,
		arena_format(h->arena, "/api/units/e1/rollup/excuses/%d?week=2026-W43",
			(int)house_person(h, "li")->id.n),
		"application/json", arena_format(h->arena, "{\"reason\":\"%s\"}", words), NULL);
	assert_int_equal(a.status, 200);
}

static void remark(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "lin", POST, "/api/points/1/remarks", "application/json",
		arena_format(h->arena, "{\"text\":\"@李娜 %s\"}", words), NULL);
	assert_int_equal(a.status, 201);
}

static void use(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "li", POST, "/api/points/1/uses", "application/json",
		arena_format(h->arena,
			"{\"effect\":\"failed\",\"text\":\"%s\",\"conditions\":\"%s\",\"customer\":"
			"\"%s\"}",
			words, words, words),
		NULL);
	assert_int_equal(a.status, 201);
}

static void ask(struct house *h, const char *words)
{
	put(h, "li", "2026-W45", "没有办法", arena_format(h->arena, "求助: %s", words));
}

static void close_first(struct house *h)
{
	close_week(h, "lin", "e1", "2026-W47");
	close_week(h, "gao", "east", "2026-W47");
	close_week(h, "han", "hq", "2026-W47");
}

static const struct canary canaries[] = {
	{ "a point before its team closes", team_point, NULL, { "wang", "li", "lin" } },
	{ "a point that stays in its team", team_only, close_team, { "wang", "li", "lin" } },
	{ "another branch's point", other_branch, close_other, { "sun", "chen" } },
	{ "a draft", draft, NULL, { "wang" } },
	{ "a withdrawn point", withdrawn, NULL, { "wang" } },
	{ "a proposed topic", proposed_topic, NULL, { "qian", "zhao" } },
	{ "a draft synthesis", canary_synthesis, NULL, { "gao" } },
	{ "why a point was left out of its week's texts", canary_left, NULL, { "gao" } },
	{ "what is said under a point", remark, close_first, { "wang", "li", "lin" } },
	{ "what came of using a point", use, NULL, { "wang", "li", "lin" } },
	{ "what somebody asks for", ask, NULL, { "wang", "li", "lin" } },
	{ "a daily report", canary_report, close_first, { "wang", "li", "lin" } },
	{ "a meeting's record, and a point gone through there", canary_meeting, close_first,
		{ "wang", "li", "lin" } },
	{ "a task", canary_task, close_first, { "wang", "li", "lin" } },
	{ "a guide that is not given out", canary_guide, NULL, { "tian", "han" } },
	{ "what somebody asks on a topic's page", canary_topic_ask, close_first, { "li", "lin" } },
	{ "a case that is being written", canary_story, close_first, { "tian" } },
	{ "a bulletin that is being made", canary_bulletin, close_first, { "han" } },
	{ "the reason of an excuse", excuse, NULL, { "lin", "wang", "li" } },
};
enum { CANARIES = sizeof canaries / sizeof *canaries };

/* The audit log says who did what, to administrators; the figures count requests; what was asked
 * for in vain is listed. */
static bool may_change(const char *target)
{
	return text_starts(target, "/admin") || text_same(target, "/metrics") ||
	       text_same(target, "/search/misses");
}

static void add_targets(struct arena *a, struct strings *list)
{
	static const char *const numbered[] = { "/points/%d", "/api/points/%d", "/reflections/%d",
		"/api/reflections/%d", "/topics/%d", "/api/topics/%d", "/syntheses/%d",
		"/syntheses/%d/versions/1", "/api/syntheses/%d/versions", "/api/syntheses/%d",
		"/stories/%d", "/reports/%d", "/api/reports/%d", "/reflections/%d/versions/1",
		"/points/%d/uses", "/api/points/%d/uses",
		"/points/%d/people?q=", "/answers-for-all/%d", "/api/answers-for-all/%d",
		"/meetings/%d", "/api/meetings/%d", "/meetings/%d/edit", "/tasks/%d",
		"/api/tasks/%d", "/topics/%d/guide/edit", "/topics/%d/guide/versions",
		"/api/topics/%d/guide", "/api/topics/%d/guide/versions" };
	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
		for (int n = 1; n <= (i < 2 ? POINTS : OTHERS); n++) {
			const char *at = strstr(numbered[i], "%d");
			*LIST_ADD(a, list) = arena_format(
				a, "%.*s%d%s", (int)(at - numbered[i]), numbered[i], n, at + 2);
		}
	static const char *const units[] = { "hq", "east", "south", "e1", "e2", "s1" };
	for (int u = 0; u < 6; u++)
		for (int week = 43; week <= 47; week++) {
			*LIST_ADD(a, list) =
				arena_format(a, "/units/%s?week=2026-W%d", units[u], week);
			*LIST_ADD(a, list) = arena_format(
				a, "/api/units/%s/rollup?week=2026-W%d", units[u], week);
		}
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	char line[1024], method[8], pattern[96], path[256];
	while (fgets(line, sizeof line, f))
		if (*line != '#' && sscanf(line, "%7s %95s %255s", method, pattern, path) == 3 &&
			text_same(method, "GET"))
			*LIST_ADD(a, list) = arena_string(a, path);
	fclose(f);
}

static bool is_among(const char *const *list, const char *login)
{
	for (; *list; list++)
		if (text_same(*list, login))
			return true;
	return false;
}

/* All of it as one person reads it; the answer's status stands in front. */
static const char **read_all(
	struct house *h, const char *login, const struct strings *targets, struct arena *keep)
{
	const char **all = ARENA_MANY(keep, const char *, targets->count + 1);
	struct arena *life = h->arena;
	h->arena = arena_new();
	for (size_t i = 0; i < targets->count; i++) {
		struct answer a = house_get(h, login, targets->items[i]);
		all[i] = arena_format(keep, "%d %s", a.status, a.body);
	}
	arena_free(h->arena);
	h->arena = life;
	return all;
}

static const char *const readers[] = { "wang", "li", "qian", "sun", "lin", "gao", "chen", "tian",
	"han", "root" };
enum { READERS = sizeof readers / sizeof *readers };

static void compare(const struct canary *c, const char *login, const struct strings *targets,
	const char **before, const char **after, const char *secret)
{
	for (size_t i = 0; i < targets->count; i++) {
		const char *target = targets->items[i];
		if (strstr(after[i], secret))
			fail_msg("%s: %s reads it at %s", c->name, login, target);
		if (before && !may_change(target) && !text_same(before[i], after[i]))
			fail_msg("%s: %s is told by %s\n--- %s\n+++ %s", c->name, login, target,
				before[i], after[i]);
	}
}

static void sing(struct house *h, const struct canary *c, int number)
{
	struct arena *keep = arena_new();
	struct strings targets = { 0 };
	add_targets(keep, &targets);
	const char *words = arena_format(keep, "kanarie%d secret%d", number, number);
	const char *secret = arena_format(keep, "secret%d", number);
	const char *one = arena_format(keep, "kanarie%d", number);
	for (size_t i = 0; i < sizeof canary_searches / sizeof *canary_searches; i++)
		*LIST_ADD(keep, &targets) = arena_format(keep, canary_searches[i], one);
	const char **before[READERS];
	for (int i = 0; i < READERS; i++)
		before[i] = is_among(c->may_see, readers[i])
				    ? NULL
				    : read_all(h, readers[i], &targets, keep);
	c->write(h, words);
	for (int i = 0; i < READERS; i++)
		if (before[i])
			compare(c, readers[i], &targets, before[i],
				read_all(h, readers[i], &targets, keep), secret);
	if (c->after)
		c->after(h);
	for (int i = 0; i < READERS && c->after; i++)
		if (before[i])
			compare(c, readers[i], &targets, NULL,
				read_all(h, readers[i], &targets, keep), secret);
	bool seen = false; /* or else the test would prove nothing */
	const char **own = read_all(h, c->may_see[0], &targets, keep);
	for (size_t i = 0; i < targets.count; i++)
		seen |= strstr(own[i], secret) != NULL;
	if (!seen)
		fail_msg("%s: even %s does not find it", c->name, c->may_see[0]);
	arena_free(keep);
}

static void what_one_may_not_see_changes_no_byte_of_any_answer(void **state)
{
	(void)state;
	for (int i = 0; i < CANARIES; i++) {
		struct house *h = house_new();
		/* Something to be seen, and a topic. */
		house_put(h, "wang", "/api/reflections/2026-W47",
			"# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n");
		add_topic(h, "step", "回访", "Follow-up", NULL);
		put(h, "qian", "2026-W44", "写给分公司", "");
		close_week(h, "zhao", "e2", "2026-W44");
		for (int r = 0; r < READERS; r++) { /* its author is told who opened it */
			house_get(h, readers[r], "/points/1");
			house_get(h, readers[r], "/points/2");
		}
		sing(h, &canaries[i], i);
		house_free(h);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_one_may_not_see_changes_no_byte_of_any_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
