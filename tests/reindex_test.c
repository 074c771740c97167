/* What is promised of making the index anew: search answers throughout, what is saved meanwhile is
 * found, a kill loses nothing, and damage is noticed, said and healed. */
#include "house.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rules/check.h"
#include "rules/search.h"
#include "store/search_fill.h"
#include "store/search_state.h"

enum { POINTS = 3 };

static const char *week_text(struct house *h, const char *word)
{
	return arena_format(h->arena,
		"# 经验\n## 先约%s再报价 #报价\n样品寄出三天内%s。\n## 第二点\n没有%s就没有订单。\n"
		"# 教训\n## 样品寄出后没有约%s\n约好了周五。\n",
		word, word, word, word);
}

static void put(struct house *h, const char *login, const char *week, const char *word)
{
	struct answer a = house_put(
		h, login, arena_format(h->arena, "/api/reflections/%s", week), week_text(h, word));
	assert_true(a.status == 200 || a.status == 201);
}

static int64_t total(struct house *h, const char *coded)
{
	struct answer a = house_get(h, "li", arena_format(h->arena, "/api/search?q=%s", coded));
	if (a.status != 200)
		fail_msg("%s: %d %s", coded, a.status, a.body);
	return json_get_number(a.json, "total", -1);
}

static const char huifang[] = "%E5%9B%9E%E8%AE%BF"; /* 回访 */
static const char baifang[] = "%E6%8B%9C%E8%AE%BF"; /* 拜访 */

/* Nothing differs from the truth, and FTS5 finds its own index sound. */
static void all_holds(struct house *h)
{
	struct check_rows rows = { 0 };
	const char *why = "";
	assert_true(check_all(h->arena, h->app.db_path, &rows, &why));
	LIST_EACH (const struct check_row, r, &rows)
		if (r->differences)
			fail_msg("%s differs", r->what);
}

static struct search_state state_of(struct house *h)
{
	TXN(t, h->app.install.writer, h->arena);
	return search_state(t.db);
}

static void search_answers_while_its_index_is_made_anew(void **state)
{
	(void)state;
	struct house *h = house_new();
	put(h, "wang", "2026-W46", "回访");
	put(h, "wang", "2026-W47", "回访");
	assert_true(search_make_anew(h->app.install.writer, h->arena));
	unsigned phases = 0;
	int step = 0;
	for (bool more = true; more; step++) {
		phases |= 1u << state_of(h).phase;
		bool changed = step % 3 == 2; /* each way, in every phase */
		if (changed)
			put(h, "wang", "2026-W47", step % 2 ? "拜访" : "回访");
		int64_t now = total(h, huifang), other = total(h, baifang);
		if (now + other != 2 * (POINTS - 0))
			fail_msg("step %d: %ld and %ld", step, (long)now, (long)other);
		assert_true(search_fill(h->app.install.writer, 1, &more));
	}
	unsigned all = 1u << SEARCH_ROWS | 1u << SEARCH_ROWLESS | 1u << SEARCH_INDEX |
		       1u << SEARCH_MERGE | 1u << SEARCH_CLEAR;
	assert_int_equal(phases & all, all);
	assert_int_equal(total(h, huifang) + total(h, baifang), 2 * POINTS);
	put(h, "wang", "2026-W47", "回访");
	assert_int_equal(total(h, huifang), 2 * POINTS);
	all_holds(h);
	house_free(h);
}

/* In another process, until it is killed: slices of one row, begun again for ever. */
static void fill_until_killed(const char *path, int ready)
{
	struct arena *a = arena_new();
	struct install in;
	const char *why = "";
	if (!install_open(&in, path, a, &why))
		_exit(1);
	for (int slices = 0;; slices++) {
		bool more;
		if (!search_fill(in.writer, 1, &more))
			_exit(1);
		if (slices == 12 && write(ready, "!", 1) != 1)
			_exit(1);
		if (!more || slices > 12)
			pause(); /* in the midst of it */
	}
}

static void a_kill_in_the_midst_loses_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	for (int i = 40; i < 47; i++)
		put(h, "wang", arena_format(h->arena, "2026-W%d", i), "回访");
	int64_t before = total(h, huifang);
	assert_true(search_make_anew(h->app.install.writer, h->arena));
	app_worker_stop(h->worker);
	install_close(&h->app.install);
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (!child)
		fill_until_killed(h->app.db_path, ends[1]);
	char c;
	assert_int_equal(read(ends[0], &c, 1), 1);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(ends[0]);
	close(ends[1]);
	const char *why = "";
	assert_true(install_open(&h->app.install, h->app.db_path, h->arena, &why));
	h->worker = app_worker_start(&h->app, 0);
	struct search_state s = state_of(h);
	assert_true(s.phase != SEARCH_FULL && s.done >= 12 && s.done < s.total);
	assert_int_equal(total(h, huifang), before);
	/* Asked for once more, it goes on from there. */
	assert_true(search_make_anew(h->app.install.writer, h->arena));
	assert_true(state_of(h).done >= 12);
	for (bool more = true; more;)
		assert_true(search_fill(h->app.install.writer, 5, &more));
	assert_int_equal(total(h, huifang), before);
	all_holds(h);
	house_free(h);
}

static void damage(struct house *h, const char *sql)
{
	TXN(t, h->app.install.writer, h->arena);
	assert_true(txn_script_inside(&t, sql));
	assert_true(txn_commit(&t));
}

static void a_damaged_index_is_noticed_said_and_healed(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
		"UPDATE search_data SET block = x'00ff00ff00ff00ff' WHERE id > 10",
		"DELETE FROM search_data WHERE id > 10",
		"UPDATE search_data SET block = x'0000' WHERE id = 10",
		"DELETE FROM search_row",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct house *h = house_new();
		put(h, "wang", "2026-W47", "回访");
		db_index_was_damaged();
		damage(h, rows[i]);
		app_worker_stop(h->worker); /* what a connection remembers of the index */
		h->worker = app_worker_start(&h->app, 0);
		struct answer a =
			house_get(h, "li", arena_format(h->arena, "/search?q=%s", huifang));
		if (a.status == 503)
			assert_non_null(strstr(a.body, "正在整理"));
		if (!db_index_was_damaged())
			fail_msg("%s: not noticed; %d", rows[i], a.status);
		assert_true(search_distrust(h->app.install.writer, h->arena));
		a = house_get(h, "li", arena_format(h->arena, "/api/search?q=%s", huifang));
		assert_int_equal(a.status, 503);
		assert_non_null(strstr(a.body, "正在整理"));
		put(h, "wang", "2026-W46", "回访"); /* nobody is kept from writing */
		for (bool more = true; more;)
			assert_true(search_fill(h->app.install.writer, 2, &more));
		assert_int_equal(total(h, huifang), 2 * POINTS);
		all_holds(h);
		house_free(h);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(search_answers_while_its_index_is_made_anew),
		TEST(a_kill_in_the_midst_loses_nothing),
		TEST(a_damaged_index_is_noticed_said_and_healed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
