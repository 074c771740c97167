/* A database of an older schema is brought to today's shape when it is opened, and loses nothing.
 */
#include "house.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/embedded.h"
#include "doors/disk.h"
#include "rules/check.h"
#include "store/point.h"
#include "store/schema.h"
#include "store/tally.h"

static const struct fixture {
	int64_t version;
	const char *path;
} fixtures[] = { { 1, "tests/fixtures/schema-0001.sql" }, { 2, "tests/fixtures/schema-0002.sql" },
	{ 3, "tests/fixtures/schema-0003.sql" }, { 4, "tests/fixtures/schema-0004.sql" },
	{ 5, "tests/fixtures/schema-0005.sql" }, { 6, "tests/fixtures/schema-0006.sql" },
	{ 8, "tests/fixtures/schema-0008.sql" }, { 9, "tests/fixtures/schema-0009.sql" },
	{ 10, "tests/fixtures/schema-0010.sql" }, { 11, "tests/fixtures/schema-0011.sql" },
	{ 14, "tests/fixtures/schema-0014.sql" }, { 18, "tests/fixtures/schema-0018.sql" } };
enum { FIXTURES = sizeof fixtures / sizeof *fixtures };

/* A step that was left out needs none. */
static bool has_fixture(int64_t version)
{
	bool step = false;
	for (size_t i = 0; i < embedded_count; i++)
		step |= text_starts(embedded_table[i].name, "schema/0") &&
			atoll(embedded_table[i].name + 7) == version;
	for (size_t i = 0; i < FIXTURES; i++)
		step &= fixtures[i].version != version;
	return !step;
}

/* The steps up to a version, and rows as that version wrote them. */
static const char *old_database(struct arena *a, const char *folder, const struct fixture *f)
{
	const char *why = "", *path = arena_format(a, "%s/db", folder);
	size_t len;
	const char *rows = disk_read(a, f->path, 1 << 20, &len, &why);
	if (!rows)
		fail_msg("%s", why);
	struct writer *w = writer_open(path, a, &why);
	assert_non_null(w);
	{
		TXN(t, w, a);
		for (int64_t step = 1; step <= f->version; step++)
			assert_true(schema_step(&t, step));
		if (!txn_script(&t, rows))
			fail_msg("%s: its rows do not fit the schema", f->path);
		assert_true(txn_commit(&t));
	}
	writer_close(w);
	return path;
}

static void every_older_schema_has_a_fixture_that_comes_to_today(void **state)
{
	(void)state;
	for (int64_t version = 1; version <= schema_newest(); version++)
		if (!has_fixture(version))
			fail_msg("schema %d has no fixture", (int)version);
	for (const struct fixture *f = fixtures; f < fixtures + FIXTURES; f++) {
		struct arena *a = arena_new();
		char folder[] = "/tmp/tributary-test-XXXXXX";
		assert_non_null(mkdtemp(folder));
		const char *why = "", *path = old_database(a, folder, f);
		struct install in;
		assert_null(install_read(path, a, &why)); /* not before it was migrated */
		if (!install_open(&in, path, a, &why))
			fail_msg("%s: %s", f->path, why);
		install_close(&in);
		struct check_rows rows = { 0 };
		assert_true(check_all(a, path, &rows, &why));
		LIST_EACH (const struct check_row, r, &rows)
			if (r->differences)
				fail_msg("%s: %s: %d", f->path, r->what, (int)r->differences);
		struct db *db = install_read(path, a, &why);
		assert_non_null(db);
		db_begin(db, a);
		int64_t of_kind[2];
		tally_totals_any(db, (struct unit_id){ 1 }, (struct week){ 2966 }, of_kind);
		assert_int_equal(of_kind[EXPERIENCE], 1);
		assert_string_equal(point_get(db, who_operator(), (struct point_id){ 2 })->headline,
			"没有约回访");
		db_end(db);
		db_close(db);
		assert_int_equal(system(arena_format(a, "rm -rf '%s'", folder)), 0);
		arena_free(a);
	}
}

/* All that SQLite keeps of a database's shape. */
static const char *shape(struct arena *a, const char *path)
{
	const char *why = "";
	struct db *db = install_read(path, a, &why);
	if (!db)
		fail_msg("%s", why);
	struct out o = out_new(a);
	db_begin(db, a);
	struct q *q = db_ask(db,
		SQL("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"));
	while (q_row(q))
		out_format(&o, "%s %s: %s\n", q_text(q, 0), q_text(q, 1), q_text(q, 2));
	db_end(db);
	db_close(db);
	return out_string(&o);
}

static void a_migrated_file_has_the_shape_of_a_fresh_one(void **state)
{
	(void)state;
	for (const struct fixture *f = fixtures; f < fixtures + FIXTURES; f++) {
		struct arena *a = arena_new();
		char folder[] = "/tmp/tributary-test-XXXXXX";
		assert_non_null(mkdtemp(folder));
		const char *why = "", *old = old_database(a, folder, f);
		const char *fresh = arena_format(a, "%s/fresh", folder);
		struct install in;
		assert_true(install_open(&in, old, a, &why));
		install_close(&in);
		assert_true(install_open(&in, fresh, a, &why));
		install_close(&in);
		assert_string_equal(shape(a, old), shape(a, fresh));
		assert_int_equal(system(arena_format(a, "rm -rf '%s'", folder)), 0);
		arena_free(a);
	}
}

static int64_t count_of(struct arena *a, const char *path, const char *what)
{
	const char *why = "";
	struct db *db = db_open(path, a, &why);
	assert_non_null(db);
	db_begin(db, a);
	int64_t n = text_same(what, "version") ? schema_version_any(db)
					       : db_long(db, SQL("SELECT count(*) FROM point WHERE "
								 "headline <> '改了' /*scan*/"));
	db_end(db);
	db_close(db);
	return n;
}

/* What is said on standard error meanwhile. */
static const char *opened(struct arena *a, const char *folder, const char *path)
{
	const char *why = "", *log = arena_format(a, "%s/log", folder);
	size_t len;
	fflush(stderr);
	int kept = dup(2), to = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(kept >= 0 && to >= 0);
	dup2(to, 2);
	struct install in;
	bool ok = install_open(&in, path, a, &why);
	dup2(kept, 2);
	close(kept);
	close(to);
	if (!ok)
		return arena_format(a, "refused: %s", why);
	install_close(&in);
	return disk_read(a, log, 1 << 20, &len, &why);
}

static void before_an_upgrade_the_file_is_copied(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char folder[] = "/tmp/tributary-test-XXXXXX";
	assert_non_null(mkdtemp(folder));
	int newest = (int)schema_newest();
	assert_int_equal(fixtures[FIXTURES - 1].version, newest);
	const char *path = old_database(a, folder, &fixtures[FIXTURES - 1]);
	const char *copy = arena_format(a, "%s.before-%d", path, newest + 1);
	struct stat s;
	assert_null(strstr(opened(a, folder, path), "upgrade")); /* nothing to do, nothing copied */
	assert_int_not_equal(stat(copy, &s), 0);
	schema_pretend("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;"
		       " UPDATE point SET headline = '改了';");
	/* Where no copy can be made, nothing is changed. */
	assert_int_equal(mkdir(arena_format(a, "%s.part", copy), 0700), 0);
	assert_non_null(strstr(opened(a, folder, path), "refused: before the upgrade a copy"));
	assert_int_equal(count_of(a, path, "version"), newest);
	assert_int_equal(rmdir(arena_format(a, "%s.part", copy)), 0);
	/* A leftover of an earlier attempt is no obstacle. */
	const char *why = "";
	assert_true(disk_write(a, copy, "x", 1, 0644, &why));
	const char *said = opened(a, folder, path);
	if (!strstr(said, copy))
		fail_msg("%s", said);
	assert_int_equal(stat(copy, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);
	assert_int_equal(count_of(a, path, "version"), newest + 1);
	assert_int_equal(count_of(a, path, "unchanged"), 0);
	assert_int_equal(count_of(a, copy, "version"), newest);
	assert_int_not_equal(count_of(a, copy, "unchanged"), 0);
	schema_pretend(NULL);
	assert_int_equal(system(arena_format(a, "rm -rf '%s'", folder)), 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_older_schema_has_a_fixture_that_comes_to_today),
		TEST(a_migrated_file_has_the_shape_of_a_fresh_one),
		TEST(before_an_upgrade_the_file_is_copied),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
