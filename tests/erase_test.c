/* What was redacted is nowhere in the files of the database: not in rows, not in older pieces of
 * the search index, not in pages that are free, not in the log; and in no export. */
#include "house.h"

#include "doors/disk.h"
#include "rules/erase.h"
#include "rules/export.h"
#include "store/search_fill.h"

/* As typed, as a form sends it, and as a word of the index. */
static const char *const traces[] = { "张三丰的订单", "%E5%BC%A0%E4%B8%89%E4%B8%B0%E7%9A%84",
	"zqxjkvb" };

static bool file_holds(struct house *h, const char *name, const char *trace)
{
	const char *why = "", *path = arena_format(h->arena, "%s/%s", h->folder, name);
	size_t len = 0;
	if (disk_kind(path) != DISK_FILE)
		return false;
	const char *bytes = disk_read(h->arena, path, 64 << 20, &len, &why);
	return bytes && memmem(bytes, len, trace, strlen(trace));
}

static bool is_there(struct house *h, const char *trace)
{
	return file_holds(h, "db", trace) || file_holds(h, "db-wal", trace);
}

static void put(struct house *h, const char *login, int week, const char *words)
{
	struct answer a =
		house_put(h, login, arena_format(h->arena, "/api/reflections/2026-W%d", week),
			arena_format(h->arena, "# 经验\n## 第%d周的%s\n周二%s%s，电话 138。\n",
				week, words, words, week % 2 ? "又来问" : "没有回"));
	assert_in_range(a.status, 200, 201);
}

static struct work work_of(struct house *h, struct arena *a, const struct who *who)
{
	return (struct work){ .arena = a,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who,
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
}

static int erase(struct house *h)
{
	struct arena *a = arena_new();
	struct work w = work_of(h, a, who_operator());
	int steps = 0;
	while (erase_step(&w))
		assert_true(++steps < 1000);
	arena_free(a);
	return steps;
}

/* Many commits, so that the index lies in many pieces; versions that are over; a draft that is. */
static void fill(struct house *h)
{
	static const char *const logins[] = { "lin", "wang", "li", "qian", "sun" };
	for (int week = 40; week <= 47; week++)
		for (size_t i = 0; i < 5; i++)
			put(h, logins[i], week, "报价前先问清采购流程");
	put(h, "wang", 45, "张三丰的订单 zqxjkvb ");
	put(h, "li", 46, "张三丰的订单 zqxjkvb ");
	put(h, "li", 46, "别的订单");
	house_post(h, "wang", "/drafts/2026-W46",
		"draft_version=0&base_version=0&p0.story=%E5%BC%A0%E4%B8%89%E4%B8%B0%E7%9A%84%E8%"
		"AE%A2%E5%8D%95+zqxjkvb");
}

static void redact(struct house *h, const char *encoded)
{
	assert_int_equal(house_post(h, "root", "/admin/redact",
				 arena_format(h->arena, "text=%s&sure=1", encoded))
				 .status,
		200);
}

static void nothing_of_it_is_left_in_the_files(void **state)
{
	(void)state;
	struct house *h = house_new();
	fill(h);
	for (size_t i = 0; i < 3; i++)
		if (!is_there(h, traces[i]))
			fail_msg("%s was never there: the test sees nothing", traces[i]);
	assert_int_equal(erase(h), 0); /* nothing was taken out yet */
	redact(h, "%E5%BC%A0%E4%B8%89%E4%B8%B0%E7%9A%84%E8%AE%A2%E5%8D%95");
	redact(h, "zqxjkvb");
	assert_true(erase(h) > 1);
	for (size_t i = 0; i < 3; i++)
		if (is_there(h, traces[i]))
			fail_msg("%s is still in the files", traces[i]);
	assert_int_equal(house_differences(h, search_differences_any), 0);
	assert_int_equal(erase(h), 0);
	house_free(h);
}

static bool folder_holds(struct arena *a, const char *folder, const char *trace)
{
	return system(arena_format(a, "grep -rqF '%s' '%s'", trace, folder)) == 0;
}

static void no_export_holds_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct arena *a = arena_new();
	fill(h);
	for (int round = 0; round < 2; round++) {
		const char *why = "", *dir = arena_format(a, "%s/out%d", h->folder, round);
		struct work w = work_of(h, a, who_operator());
		db_begin(h->worker->db, a);
		if (!export_all(&w, dir, &why))
			fail_msg("%s", why);
		db_end(h->worker->db);
		assert_int_equal(folder_holds(a, dir, "zqxjkvb"), round == 0);
		assert_int_equal(folder_holds(a, dir, "张三丰"), round == 0);
		redact(h, "%E5%BC%A0%E4%B8%89%E4%B8%B0");
		redact(h, "zqxjkvb");
	}
	arena_free(a);
	house_free(h);
}

/* How far it has come is in the database. */
static void what_a_crash_interrupted_goes_on(void **state)
{
	(void)state;
	struct house *h = house_new();
	fill(h);
	redact(h, "zqxjkvb");
	struct arena *a = arena_new();
	struct work w = work_of(h, a, who_operator());
	assert_true(erase_step(&w));
	app_worker_stop(h->worker);
	install_close(&h->app.install);
	const char *why = "";
	assert_true(install_open(&h->app.install, h->app.db_path, h->arena, &why));
	h->worker = app_worker_start(&h->app, 0);
	assert_true(erase(h) > 0);
	assert_false(is_there(h, "zqxjkvb"));
	arena_free(a);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_of_it_is_left_in_the_files),
		TEST(no_export_holds_it),
		TEST(what_a_crash_interrupted_goes_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
