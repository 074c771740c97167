#include "test.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doors/disk.h"

static char *fresh_folder(struct test *t)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = arena_format(t->arena, "%s/tributary-disk-XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(folder));
	return folder;
}

static void clear(struct test *t, const char *folder)
{
	assert_int_equal(system(arena_format(t->arena, "rm -rf '%s'", folder)), 0);
}

static void what_was_written_is_read_again(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/总结.md", folder);
	const char *why = NULL;
	size_t len = 99;
	assert_true(disk_write(t->arena, path, "", 0, 0644, &why));
	assert_string_equal(disk_read(t->arena, path, 10, &len, &why), "");
	assert_int_equal(len, 0);
	assert_true(disk_write(t->arena, path, "a\0b", 3, 0600, &why));
	assert_memory_equal(disk_read(t->arena, path, 3, &len, &why), "a\0b", 4);
	assert_int_equal(len, 3);
	struct stat s;
	assert_int_equal(stat(path, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);
	assert_null(disk_read(t->arena, path, 2, &len, &why));
	assert_non_null(strstr(why, "larger than 2 bytes"));
	clear(t, folder);
}

static void a_failed_write_leaves_the_old_file_and_no_other(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	const char *why = NULL;
	char *taken = arena_format(t->arena, "%s/taken", folder);
	assert_int_equal(mkdir(taken, 0700), 0);
	assert_false(disk_write(t->arena, taken, "x", 1, 0600, &why));
	assert_non_null(strstr(why, taken));
	struct disk_names names = { 0 };
	assert_true(disk_list(t->arena, folder, &names, &why));
	assert_int_equal(names.count, 1);
	assert_false(disk_write(
		t->arena, arena_format(t->arena, "%s/no/such", folder), "x", 1, 0600, &why));
	size_t len;
	assert_null(disk_read(t->arena, arena_format(t->arena, "%s/none", folder), 9, &len, &why));
	assert_non_null(strstr(why, "No such file"));
	assert_null(disk_read(t->arena, folder, 9, &len, &why));
	clear(t, folder);
}

static void folders_are_made_and_listed_in_order(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	const char *why = NULL;
	char *deep = arena_format(t->arena, "%s/a//b/c/", folder);
	assert_true(disk_make_folders(t->arena, deep, &why));
	assert_true(disk_make_folders(t->arena, deep, &why));
	assert_int_equal(disk_kind(deep), DISK_FOLDER);
	static const char *const files[] = { "c", "a", ".hidden", "b" };
	char *in = arena_format(t->arena, "%s/a/b/c", folder);
	for (size_t i = 0; i < 4; i++)
		assert_true(disk_write(t->arena, arena_format(t->arena, "%s/%s", in, files[i]), "",
			0, 0600, &why));
	struct disk_names names = { 0 };
	assert_true(disk_list(t->arena, in, &names, &why));
	assert_int_equal(names.count, 3);
	assert_string_equal(names.items[0], "a");
	assert_string_equal(names.items[2], "c");
	assert_int_equal(disk_kind(arena_format(t->arena, "%s/a", in)), DISK_FILE);
	assert_int_equal(disk_kind(arena_format(t->arena, "%s/z", in)), DISK_NOTHING);
	assert_false(disk_make_folders(t->arena, arena_format(t->arena, "%s/a", in), &why));
	assert_false(disk_make_folders(t->arena, arena_format(t->arena, "%s/a/x", in), &why));
	assert_false(disk_list(t->arena, arena_format(t->arena, "%s/z", in), &names, &why));
	clear(t, folder);
}

static void settling_never_replaces_a_file(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	const char *why = NULL;
	char *from = arena_format(t->arena, "%s/from", folder);
	char *to = arena_format(t->arena, "%s/to", folder);
	assert_true(disk_write(t->arena, from, "1", 1, 0600, &why));
	assert_true(disk_settle(t->arena, from, to, &why));
	assert_int_equal(disk_kind(from), DISK_NOTHING);
	assert_true(disk_write(t->arena, from, "2", 1, 0600, &why));
	assert_false(disk_settle(t->arena, from, to, &why));
	size_t len;
	assert_string_equal(disk_read(t->arena, to, 9, &len, &why), "1");
	clear(t, folder);
}

static void a_companion_has_one_name_by_whichever_way_the_file_is_named(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	const char *why = NULL;
	char *db = arena_format(t->arena, "%s/db", folder);
	char *link = arena_format(t->arena, "%s/link", folder);
	char *dotted = arena_format(t->arena, "%s/./../%s/db", folder, strrchr(folder, '/') + 1);
	char *lock = disk_beside(t->arena, db, ".lock"); /* before the file is there */
	assert_string_equal(strrchr(lock, '/'), "/db.lock");
	assert_true(disk_write(t->arena, db, "", 0, 0600, &why));
	assert_int_equal(symlink(db, link), 0);
	assert_string_equal(disk_beside(t->arena, db, ".lock"), lock);
	assert_string_equal(disk_beside(t->arena, link, ".lock"), lock);
	assert_string_equal(disk_beside(t->arena, dotted, ".lock"), lock);
	assert_string_equal(
		disk_beside(t->arena, "/no/such/folder/db", ".lock"), "/no/such/folder/db.lock");
	assert_string_equal(disk_beside(t->arena, "/no-such-db", ".lock"), "/no-such-db.lock");
	clear(t, folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_written_is_read_again),
		TEST(a_failed_write_leaves_the_old_file_and_no_other),
		TEST(folders_are_made_and_listed_in_order),
		TEST(settling_never_replaces_a_file),
		TEST(a_companion_has_one_name_by_whichever_way_the_file_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
