/* The HTTP door and clients that dawdle or hang up. Run it with V=tsan too. */
#include "http_client.h"

#include "doors/http.h"

static char large[8 << 20]; /* more than the kernel's buffers take */

static bool slow_path(void *app, const struct request *in)
{
	(void)app;
	return !strcmp(in->path, "/slow");
}

static void answer(void *worker, const struct request *in, struct response *out)
{
	(void)worker;
	const char *ms = request_query(in, "ms");
	if (ms)
		client_sleep(atoi(ms));
	if (strcmp(in->path, "/large") != 0) {
		out_text(&out->body, "here");
		return;
	}
	out->asset = large;
	out->asset_len = sizeof large;
}

static struct http *start(struct http_config config)
{
	const char *why = NULL;
	config.listen = "127.0.0.1:0";
	config.answer = answer;
	config.is_slow = slow_path;
	struct http *h = http_start(&config, &why);
	if (!h)
		fail_msg("no start: %s", why);
	return h;
}

static void ask(int fd, const char *target)
{
	char line[200];
	snprintf(line, sizeof line, "GET %s HTTP/1.1\r\nHost: x\r\n\r\n", target);
	client_text(fd, line);
}

static int asked(int fd, const char *target)
{
	char got[2048];
	ask(fd, target);
	return client_answer(fd, got, sizeof got, false);
}

static void who_says_nothing_or_too_little_is_cut_off(void **state)
{
	(void)state;
	struct http *h = start(
		(struct http_config){ .workers = 1, .idle_seconds = 1, .deadline_seconds = 1 });
	static const char *starts[] = { "", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n",
		"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab" };
	enum { SILENT = sizeof starts / sizeof *starts };
	int silent[SILENT], drips[3], stuck = client_open(http_port(h));
	ask(stuck, "/large"); /* and never reads it */
	for (int i = 0; i < SILENT; i++) {
		silent[i] = client_open(http_port(h));
		client_text(silent[i], starts[i]);
	}
	for (int i = 0; i < 3; i++) {
		drips[i] = client_open(http_port(h));
		client_text(drips[i],
			i == 0   ? "GET /"
			: i == 1 ? "GET / HTTP/1.1\r\nX: "
				 : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n");
	}
	/* They send a byte five times a second; the deadline takes them all the same. */
	int64_t began = client_now();
	bool gone[3] = { false, false, false };
	while (client_now() - began < 5000 && !(gone[0] && gone[1] && gone[2])) {
		for (int i = 0; i < 3; i++) {
			char rest[64];
			client_text(drips[i], "x");
			gone[i] = gone[i] || client_piece(drips[i], rest, sizeof rest, 0) == 0;
		}
		client_sleep(200);
	}
	int64_t took = client_now() - began;
	if (took < 900 || took > 3500)
		fail_msg("the deadline took %ld ms", (long)took);
	for (int i = 0; i < SILENT; i++)
		if (!client_closed(silent[i], 1000))
			fail_msg("silent %d is still there", i);
	int fd = client_open(http_port(h));
	assert_int_equal(asked(fd, "/"), 200);
	size_t got = 0;
	static char piece[1 << 16];
	for (ssize_t n; (n = client_piece(stuck, piece, sizeof piece, 500)) > 0;)
		got += (size_t)n;
	assert_true(got < sizeof large);
	for (int i = 0; i < SILENT; i++)
		close(silent[i]);
	for (int i = 0; i < 3; i++)
		close(drips[i]);
	close(stuck);
	close(fd);
	http_stop(h);
}

static void a_slow_reader_holds_no_worker(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 1 });
	int slow[4], fd = client_open(http_port(h));
	for (int i = 0; i < 4; i++) {
		slow[i] = client_open(http_port(h));
		ask(slow[i], "/large");
	}
	int64_t began = client_now();
	assert_int_equal(asked(fd, "/"), 200);
	assert_true(client_now() - began < 500);
	static char piece[1 << 16];
	size_t got = 0;
	while (got < sizeof large) { /* it is there in full for who does read */
		ssize_t n = client_piece(slow[0], piece, sizeof piece, 3000);
		assert_true(n > 0);
		got += (size_t)n;
	}
	for (int i = 0; i < 4; i++)
		close(slow[i]);
	close(fd);
	http_stop(h);
}

static void hang_up(int fd, bool rudely)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };
	if (rudely)
		setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
	close(fd);
}

static void hang_ups_while_it_works_do_no_harm(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 4, .queue_limit = 200 });
	static const char *targets[] = { "/?ms=2", "/large", "/slow?ms=1", "/", "/nothing?ms=5" };
	for (int round = 0; round < 10; round++) {
		int fds[40];
		for (int i = 0; i < 40; i++) {
			fds[i] = client_open(http_port(h));
			ask(fds[i], targets[i % 5]);
			if (i % 3 == 0)
				hang_up(fds[i], i % 2);
		}
		for (int i = 0; i < 40; i++)
			if (i % 3)
				hang_up(fds[i], i % 2);
	}
	int fd = client_open(http_port(h));
	assert_int_equal(asked(fd, "/"), 200);
	close(fd);
	http_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_says_nothing_or_too_little_is_cut_off),
		TEST(a_slow_reader_holds_no_worker),
		TEST(hang_ups_while_it_works_do_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
