#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "doors/lock.h"

static char *fresh_path(struct test *t)
{
	const char *tmp = getenv("TMPDIR");
	char *path = arena_format(t->arena, "%s/tributary-lock-XXXXXX", tmp ? tmp : "/tmp");
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	return path;
}

static void only_one_holds_the_lock(void **state)
{
	struct test *t = *state;
	char *path = fresh_path(t);
	const char *why = NULL;
	int lock = lock_take(path, &why);
	assert_true(lock >= 0);
	assert_int_equal(lock_take(path, &why), -1);
	assert_non_null(strstr(why, arena_format(t->arena, "process %ld", (long)getpid())));
	lock_release(lock);
	lock = lock_take(path, &why);
	assert_true(lock >= 0);
	lock_release(lock);
	unlink(path);
}

static void a_killed_process_lets_go(void **state)
{
	struct test *t = *state;
	char *path = fresh_path(t);
	const char *why = NULL;
	int ready[2];
	char byte;
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (!child) {
		byte = lock_take(path, &why) >= 0 ? 'y' : 'n';
		if (write(ready[1], &byte, 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(byte, 'y');
	assert_int_equal(lock_take(path, &why), -1);
	assert_non_null(strstr(why, arena_format(t->arena, "process %ld", (long)child)));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	int lock = lock_take(path, &why);
	assert_true(lock >= 0);
	lock_release(lock);
	close(ready[0]);
	close(ready[1]);
	unlink(path);
}

static void a_place_that_cannot_be_written_is_named(void **state)
{
	struct test *t = *state;
	const char *why = NULL;
	assert_int_equal(lock_take("/no/such/folder/db.lock", &why), -1);
	assert_non_null(strstr(why, "/no/such/folder/db.lock"));
	char *path = fresh_path(t);
	char *link = arena_format(t->arena, "%s.link", path);
	assert_int_equal(symlink(path, link), 0);
	assert_int_equal(lock_take(link, &why), -1); /* never follows a planted link */
	unlink(link);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_one_holds_the_lock),
		TEST(a_killed_process_lets_go),
		TEST(a_place_that_cannot_be_written_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
