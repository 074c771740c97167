#include "test.h"

#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "doors/control.h"

static char *fresh_folder(struct test *t)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = arena_format(t->arena, "%s/tributary-control-XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(folder));
	return folder;
}

/* Says back what it was told. */
static void echo(void *ctx, struct control_call *call)
{
	(*(int *)ctx)++;
	for (int i = 0; i < call->argc; i++)
		out_format(&call->out, "[%s]", call->argv[i]);
	out_bytes(&call->out, call->input, call->input_len);
	out_format(&call->err, "%zu", call->input_len);
	call->status = call->argc;
}

static void slow(void *ctx, struct control_call *call)
{
	usleep(300000);
	echo(ctx, call);
}

static void a_command_is_answered_as_if_it_ran_here(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL;
	int calls = 0;
	struct control *c = control_start(path, echo, &calls, &why);
	if (!c)
		fail_msg("%s", why);
	struct stat s;
	assert_int_equal(stat(path, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);

	const char *argv[] = { "person", "add", "", "李雷" };
	struct control_call call = control_call(t->arena, 4, argv);
	call.input = "pass\0word";
	call.input_len = 9;
	assert_int_equal(control_ask(path, &call, 5, &why), CONTROL_ANSWERED);
	assert_int_equal(call.status, 4);
	assert_memory_equal(call.out.data, "[person][add][][李雷]pass\0word", call.out.len);
	assert_string_equal(out_string(&call.err), "9");

	size_t size = 5 << 20;
	char *large = arena_alloc(t->arena, size);
	memset(large, 'x', size);
	call = control_call(t->arena, 1, argv);
	call.input = large;
	call.input_len = size;
	assert_int_equal(control_ask(path, &call, 20, &why), CONTROL_ANSWERED);
	assert_int_equal(call.out.len, size + 8);
	assert_int_equal(calls, 2);
	control_stop(c);
	assert_int_equal(stat(path, &s), -1);
	rmdir(folder);
}

static void without_a_server_the_command_is_told_so(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL, *argv[] = { "person" };
	struct control_call call = control_call(t->arena, 1, argv);
	assert_int_equal(control_ask(path, &call, 1, &why), CONTROL_NOBODY);
	rmdir(folder);
}

/* A socket file that nobody listens on, as after kill -9. */
static void leave_dead_socket(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	close(fd);
}

static void what_a_dead_server_left_is_replaced_and_nothing_else(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL, *argv[] = { "x" };
	int calls = 0;
	struct control_call call = control_call(t->arena, 1, argv);
	leave_dead_socket(path);
	assert_int_equal(control_ask(path, &call, 1, &why), CONTROL_NOBODY);
	struct control *c = control_start(path, echo, &calls, &why);
	assert_non_null(c);
	assert_null(control_start(path, echo, &calls, &why)); /* alive */
	assert_non_null(strstr(why, "in use"));
	assert_int_equal(control_ask(path, &call, 5, &why), CONTROL_ANSWERED);
	control_stop(c);

	FILE *f = fopen(path, "w"); /* somebody's file */
	fclose(f);
	assert_null(control_start(path, echo, &calls, &why));
	assert_int_equal(access(path, F_OK), 0);
	unlink(path);
	rmdir(folder);
}

static void a_long_path_works_too(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char name[121];
	memset(name, 'n', 120);
	name[120] = 0;
	char *deep = arena_format(t->arena, "%s/%s", folder, name);
	assert_int_equal(mkdir(deep, 0700), 0);
	char *path = arena_format(t->arena, "%s/db.control", deep);
	const char *why = NULL, *argv[] = { "x" };
	int calls = 0;
	struct control *c = control_start(path, echo, &calls, &why);
	if (!c)
		fail_msg("%s", why);
	struct control_call call = control_call(t->arena, 1, argv);
	assert_int_equal(control_ask(path, &call, 5, &why), CONTROL_ANSWERED);
	control_stop(c);
	assert_int_equal(access(path, F_OK), -1);
	rmdir(deep);
	rmdir(folder);
}

static int raw_connection(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&at, sizeof at), 0);
	return fd;
}

static void rubbish_is_dropped_and_never_run(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL;
	int calls = 0;
	struct control *c = control_start(path, echo, &calls, &why);
	assert_non_null(c);
	static const struct {
		uint32_t head[4];
		const char words[8];
		size_t len;
	} rows[] = {
		{ { 1, 1, 2, 0 }, "x", 2 },               /* not ours */
		{ { 0x31425254, 0, 0, 0 }, "", 0 },       /* no word */
		{ { 0x31425254, 2, 2, 0 }, "x", 2 },      /* two words announced, one there */
		{ { 0x31425254, 1, 4, 0 }, "a\0b", 4 },   /* one announced, two there */
		{ { 0x31425254, 1, 2, 0 }, "xy", 2 },     /* not closed */
		{ { 0x31425254, 1, ~0u, 0 }, "x", 2 },    /* too many bytes */
		{ { 0x31425254, 1, 2, ~0u }, "x", 2 },    /* too much input */
		{ { 0x31425254, 999, 2000, 0 }, "x", 2 }, /* too many words */
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int fd = raw_connection(path);
		char byte;
		assert_int_equal(send(fd, rows[i].head, 16, MSG_NOSIGNAL), 16);
		send(fd, rows[i].words, rows[i].len, MSG_NOSIGNAL);
		if (recv(fd, &byte, 1, 0) > 0)
			fail_msg("row %zu was answered", i);
		close(fd);
	}
	assert_int_equal(calls, 0);
	const char *argv[] = { "x" };
	struct control_call call = control_call(t->arena, 1, argv);
	assert_int_equal(control_ask(path, &call, 5, &why), CONTROL_ANSWERED);
	control_stop(c);
	rmdir(folder);
}

static void stopping_waits_for_no_silent_caller(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL;
	int calls = 0;
	struct control *c = control_start(path, echo, &calls, &why);
	assert_non_null(c);
	int fd = raw_connection(path);
	usleep(20000);
	time_t from = time(NULL);
	control_stop(c);
	assert_true(time(NULL) - from < 3);
	close(fd);
	rmdir(folder);
}

struct asking {
	const char *path;
	enum control_result result;
	int status;
};

static void *ask(void *given)
{
	struct asking *a = given;
	struct arena *arena = arena_new();
	const char *why = NULL, *argv[] = { "x" };
	struct control_call call = control_call(arena, 1, argv);
	a->result = control_ask(a->path, &call, 10, &why);
	a->status = call.status;
	arena_free(arena);
	return NULL;
}

static void a_call_under_way_is_answered_before_the_stop(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	struct asking a = { .path = arena_format(t->arena, "%s/db.control", folder) };
	const char *why = NULL;
	int calls = 0;
	struct control *c = control_start(a.path, slow, &calls, &why);
	assert_non_null(c);
	pthread_t thread;
	pthread_create(&thread, NULL, ask, &a);
	usleep(100000);
	control_stop(c);
	pthread_join(thread, NULL);
	assert_int_equal(a.result, CONTROL_ANSWERED);
	assert_int_equal(a.status, 1);
	rmdir(folder);
}

static void a_server_too_slow_is_given_up(void **state)
{
	struct test *t = *state;
	char *folder = fresh_folder(t);
	char *path = arena_format(t->arena, "%s/db.control", folder);
	const char *why = NULL, *argv[] = { "x" };
	int calls = 0;
	struct control *c = control_start(path, slow, &calls, &why);
	assert_non_null(c);
	struct control_call call = control_call(t->arena, 1, argv);
	assert_int_equal(control_ask(path, &call, 0, &why), CONTROL_FAILED);
	assert_non_null(why);
	control_stop(c);
	rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_command_is_answered_as_if_it_ran_here),
		TEST(without_a_server_the_command_is_told_so),
		TEST(what_a_dead_server_left_is_replaced_and_nothing_else),
		TEST(a_long_path_works_too),
		TEST(rubbish_is_dropped_and_never_run),
		TEST(stopping_waits_for_no_silent_caller),
		TEST(a_call_under_way_is_answered_before_the_stop),
		TEST(a_server_too_slow_is_given_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
