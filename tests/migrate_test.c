/* A database of an older schema is brought to today's shape when it is opened, and loses nothing.
 */
#include "house.h"

#include "base/embedded.h"
#include "doors/disk.h"
#include "rules/check.h"
#include "store/point.h"
#include "store/schema.h"
#include "store/tally.h"

static const char *const fixtures[] = { "tests/fixtures/schema-0001.sql" };

/* The steps up to a version, and rows as that version wrote them. */
static const char *old_database(struct arena *a, const char *folder, size_t version)
{
	const char *why = "", *path = arena_format(a, "%s/db", folder);
	size_t len;
	const char *rows = disk_read(a, fixtures[version - 1], 1 << 20, &len, &why);
	if (!rows)
		fail_msg("%s", why);
	struct writer *w = writer_open(path, a, &why);
	assert_non_null(w);
	{
		TXN(t, w, a);
		for (size_t step = 1; step <= version; step++)
			assert_true(schema_step(&t, (int64_t)step));
		if (!txn_script(&t, rows))
			fail_msg("%s: its rows do not fit the schema", fixtures[version - 1]);
		assert_true(txn_commit(&t));
	}
	writer_close(w);
	return path;
}

static void every_older_schema_has_a_fixture_that_comes_to_today(void **state)
{
	(void)state;
	assert_int_equal(schema_newest(), sizeof fixtures / sizeof *fixtures);
	for (size_t version = 1; version <= sizeof fixtures / sizeof *fixtures; version++) {
		struct arena *a = arena_new();
		char folder[] = "/tmp/tributary-test-XXXXXX";
		assert_non_null(mkdtemp(folder));
		const char *why = "", *path = old_database(a, folder, version);
		struct install in;
		assert_null(install_read(path, a, &why)); /* not before it was migrated */
		if (!install_open(&in, path, a, &why))
			fail_msg("schema %zu: %s", version, why);
		install_close(&in);
		struct check_rows rows = { 0 };
		assert_true(check_all(a, path, &rows, &why));
		LIST_EACH (const struct check_row, r, &rows)
			if (r->differences)
				fail_msg("schema %zu: %s: %d", version, r->what,
					(int)r->differences);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_older_schema_has_a_fixture_that_comes_to_today),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
