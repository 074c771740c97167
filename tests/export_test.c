/* What an export carries comes again, and what was taken out is not in it. */
#include "rollup_kit.h"

#include "doors/disk.h"
#include "rules/export.h"
#include "rules/import.h"
#include "store/event.h"

static struct work owner_of(struct house *h, struct arena *a)
{
	return (struct work){ .arena = a,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
}

static const char *export_to(struct house *h, const char *name)
{
	const char *why = "", *dir = arena_format(h->arena, "%s/%s", h->folder, name);
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	struct work w = owner_of(h, a);
	if (!export_all(&w, dir, &why))
		fail_msg("%s", why);
	db_end(h->worker->db);
	arena_free(a);
	return dir;
}

static const char *text_of(struct house *h, const char *dir, const char *name)
{
	const char *why = "";
	size_t len;
	const char *text = disk_read(
		h->arena, arena_format(h->arena, "%s/%s", dir, name), 1 << 20, &len, &why);
	if (!text)
		fail_msg("%s", why);
	return text;
}

static void add_files(struct arena *a, const char *dir, const char *under, struct import_files *all)
{
	struct disk_names names = { 0 };
	const char *why = "";
	assert_true(disk_list(a, arena_format(a, "%s/%s", dir, under), &names, &why));
	for (size_t i = 0; i < names.count; i++) {
		const char *name = arena_format(a, "%s%s", under, names.items[i]);
		const char *path = arena_format(a, "%s/%s", dir, name);
		if (disk_kind(path) == DISK_FOLDER) {
			add_files(a, dir, arena_format(a, "%s/", name), all);
			continue;
		}
		struct import_file *f = LIST_ADD(a, all);
		f->name = name;
		f->bytes = disk_read(a, path, 1 << 20, &f->len, &why);
		assert_non_null(f->bytes);
	}
}

/* What failed, or NULL. `changed`, if any, stands for the file of that name. */
static const char *import_from(
	struct house *h, const char *dir, const char *name, const char *changed)
{
	struct arena *a = arena_new();
	struct import_files files = { 0 };
	struct import_report report = { 0 };
	const char *failed = NULL;
	add_files(a, dir, "", &files);
	LIST_EACH (struct import_file, f, &files)
		if (name && text_same(f->name, name))
			f->bytes = changed, f->len = strlen(changed);
	db_begin(h->worker->db, a);
	struct work w = owner_of(h, a);
	assert_int_equal(import_all(&w, &files, NULL, &report), DONE);
	LIST_EACH (const struct import_line, l, &report)
		if (l->did == IMPORT_FAILED)
			failed = arena_format(h->arena, "%s:%d: %s", l->file,
				(int)l->faults.items[0].line, l->faults.items[0].message);
	db_end(h->worker->db);
	arena_free(a);
	return failed;
}

static void ask(struct house *h, const char *login, enum method method, const char *target,
	const char *body)
{
	struct answer a = kit_json(h, login, method, target, body);
	if (a.status != 200)
		fail_msg("%s: %d %s", target, a.status, a.body);
}

/* Points 1 to 6; 3 is under 1; 2 and 5 are flagged; 4 and 1 are chosen, in this order. */
static struct house *busy_house(void)
{
	struct house *h = house_new();
	kit_write(h, "wang", "报价前先问清");
	clock_freeze(HOUSE_NOW + 60); /* an import goes by when things happened */
	kit_write(h, "li", "先弄清谁拍板再报价");
	clock_freeze(HOUSE_NOW + 120);
	kit_write(h, "qian", "交车当天合影");
	char target[128];
	snprintf(target, sizeof target, "/api/units/e1/rollup/excuses/%ld" WEEK,
		(long)house_person(h, "lin")->id.n);
	ask(h, "lin", PUT, target, "{\"reason\":\"参展\"}");
	kit_close(h, "lin", "e1");
	kit_close(h, "zhao", "e2");
	ask(h, "gao", POST, "/api/points/1/merge", "{\"points\":[3]}");
	ask(h, "gao", PUT, "/api/points/2/highlight", "{\"reason\":\"值得写成案例\"}");
	ask(h, "gao", PUT, "/api/points/5/leave", "{\"reason\":\"只有一家, 再看\"}");
	ask(h, "gao", PUT, "/api/units/east/rollup/order" WEEK, "{\"topic\":0,\"points\":[6,2,4]}");
	kit_close(h, "gao", "east");
	ask(h, "han", PUT, "/api/points/5/highlight", "{\"reason\":\"各地都用得上\"}");
	ask(h, "han", PUT, "/api/points/1/pick", "{}");
	ask(h, "han", PUT, "/api/points/4/pick", "{\"comment\":\"发下去, 大家看\"}");
	ask(h, "han", PUT, "/api/units/hq/rollup/order" WEEK, "{\"picks\":[4,1]}");
	return h;
}

static void what_managers_did_comes_again(void **state)
{
	(void)state;
	static const char *const files[][2] = { { "merged.csv", "3,1\r\n" },
		{ "highlights.csv", "2,east,值得写成案例,gao," },
		{ "left.csv", "5,\"只有一家, 再看\",gao," },
		{ "picks.csv", "2026-W47,4,\"发下去, 大家看\",han," },
		{ "excuses.csv", "lin,2026-W47,参展,lin," },
		{ "orders.csv", "east,2026-W47,,6\r\neast,2026-W47,,2\r\neast,2026-W47,,4\r\n" },
		{ "rosters.csv", "e1,2026-W47,lin\r\n" }, { "rollups.csv", "east" } };
	struct house *h = busy_house();
	const char *one = export_to(h, "one");
	struct house *again = house_new();
	clock_freeze(HOUSE_NOW + 180);
	const char *failed = import_from(again, one, NULL, NULL);
	if (failed)
		fail_msg("%s", failed);
	const char *two = export_to(again, "two");
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *text = text_of(h, one, files[i][0]);
		if (!strstr(text, files[i][1]))
			fail_msg("%s: %s", files[i][0], text);
		assert_string_equal(text_of(again, two, files[i][0]), text);
	}
	assert_int_equal(system(arena_format(h->arena, "diff -r '%s' '%s' >&2", one, two)), 0);
	kit_counts_hold(again);
	house_free(again);
	house_free(h);
}

static void guides_come_again_with_those_who_keep_them(void **state)
{
	(void)state;
	struct house *h = busy_house();
	house_post(h, "tian", "/topics/1/edit", "do=accept&kind=step&name_zh=%E6%8A%A5%E4%BB%B7");
	static const char *const bodies[] = {
		"{\"body_md\":\"先问 "
		"[[1]]\",\"owner\":\"tian\",\"recheck_days\":91,\"publish\":true}",
		"{\"body_md\":\"先问，再看 [[5]]\"}"
	};
	for (int i = 0; i < 2; i++) {
		clock_freeze(HOUSE_NOW + 150 + i);
		assert_int_equal(kit_json(h, "han", PUT, "/api/topics/1/guide", bodies[i]).status,
			i ? 200 : 201);
	}
	struct answer told = house_ask(h, "tian", POST, "/api/stories", "text/markdown",
		"---\ntitle: 丢了两年的客户\n---\n那天下午。\n", NULL);
	assert_int_equal(told.status, 201);
	house_do(h, "tian", "/api/stories/1/publish");
	kit_json(h, "tian", PUT, "/api/stories/1/script", "{\"text\":\"那年春天，客户不见了。\"}");
	kit_json(h, "tian", POST, "/api/path/items", "{\"story\":1,\"note\":\"先看\"}");
	kit_json(h, "tian", POST, "/api/path/items", "{\"topic\":1}");
	const char *one = export_to(h, "one");
	assert_non_null(strstr(text_of(h, one, "path.csv"), "story,丢了两年的客户,先看"));
	assert_non_null(strstr(text_of(h, one, "stories/scripts/1.md"), "那年春天"));
	assert_non_null(strstr(text_of(h, one, "guides/报价.md"), "owner: tian\nrecheck_days: 91"));
	struct house *again = house_new();
	clock_freeze(HOUSE_NOW + 180);
	const char *failed = import_from(again, one, NULL, NULL);
	if (failed)
		fail_msg("%s", failed);
	const char *two = export_to(again, "two");
	assert_int_equal(system(arena_format(h->arena, "diff -r '%s' '%s' >&2", one, two)), 0);
	assert_null(import_from(again, one, NULL, NULL)); /* twice is once */
	struct answer a = house_get(again, "han", "/api/topics/1/guide/versions");
	assert_int_equal(json_count(json_get(a.json, "items")), 2);
	house_free(again);
	house_free(h);
}

static void a_row_that_cannot_be_is_named(void **state)
{
	(void)state;
	static const struct {
		const char *file, *text;
	} rows[] = {
		{ "merged.csv", "point,lead\n3,1\n3,3\n" },
		{ "merged.csv", "point,lead\n3,1\n3,99\n" },
		{ "highlights.csv",
			"point,unit_code,reason,by,at\n2,east,x,gao,1\n2,west,x,gao,1\n" },
		{ "left.csv", "point,reason,by,at\n5,x,gao,1\n5,,gao,1\n" },
		{ "picks.csv", "week,point,comment,by,at\n2026-W47,4,,han,1\n2026-W46,4,,han,1\n" },
		{ "excuses.csv", "login,week,reason,by,at\nlin,2026-W47,x,,1\nlin,2026-47,x,,1\n" },
		{ "orders.csv",
			"unit_code,week,topic,point\nhq,2026-W47,,4\nhq,2026-W47,没有,4\n" },
		{ "rosters.csv", "unit_code,week,login\ne1,2026-W47,lin\ne1,2026-W46,lin\n" },
	};
	struct house *h = busy_house();
	const char *one = export_to(h, "one");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct house *again = house_new();
		clock_freeze(HOUSE_NOW + 180);
		const char *failed = import_from(again, one, rows[i].file, rows[i].text);
		if (!failed || !text_starts(failed, arena_format(h->arena, "%s:3: ", rows[i].file)))
			fail_msg("row %zu: %s", i, failed ? failed : "nothing failed");
		house_free(again);
	}
	house_free(h);
}

static void what_people_say_goes_out_and_daily_reports_come_again(void **state)
{
	(void)state;
	struct house *h = busy_house();
	static const char report[] =
		"# 经过\n走了三家。\n\n# 问题\n没有样品。\n\n# 下一步\n周四再去。\n\n";
	assert_int_equal(house_put(h, "wang", "/api/reports/2026-11-18", report).status, 201);
	struct answer a = house_ask(h, "lin", POST, "/api/points/1/remarks", "application/json",
		"{\"text\":\"@李娜 也听听\"}", NULL);
	assert_int_equal(a.status, 201);
	const char *dir = export_to(h, "talk");
	assert_non_null(strstr(text_of(h, dir, "remarks.csv"), "@李娜 也听听"));
	assert_non_null(strstr(text_of(h, dir, "answers.csv"), "lin"));
	const char *day = text_of(h, dir, "reports/2026-11-18/wang.md");
	assert_non_null(strstr(day, "走了三家"));
	struct house *other = house_new();
	clock_freeze(HOUSE_NOW + 40 * 86400);
	assert_null(import_from(other, dir, NULL, NULL));
	assert_string_equal(
		text_of(other, export_to(other, "again"), "reports/2026-11-18/wang.md"), day);
	assert_string_equal(text_of(other, export_to(other, "third"), "reports.csv"),
		text_of(h, dir, "reports.csv"));
	assert_null(import_from(other, dir, NULL, NULL));
	assert_int_equal(house_differences(other, event_differences_any), 0);
	house_free(other);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_managers_did_comes_again),
		TEST(guides_come_again_with_those_who_keep_them),
		TEST(a_row_that_cannot_be_is_named),
		TEST(what_people_say_goes_out_and_daily_reports_come_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
