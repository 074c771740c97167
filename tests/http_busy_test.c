/* The HTTP door under load: slow clients, hang-ups, full queues, stopping. Run it with V=tsan too.
 */
#include "http_client.h"

#include <pthread.h>

#include "doors/http.h"

static char large[8 << 20]; /* more than the kernel's buffers take */

static struct http_hold *kept[64];
static size_t kept_count;
static pthread_mutex_t kept_lock = PTHREAD_MUTEX_INITIALIZER;

static bool slow_path(void *app, const struct request *in)
{
	(void)app;
	return !strcmp(in->path, "/slow");
}

static void refused(void *app, const char *why, const struct request *in, struct response *out)
{
	(void)app, (void)in;
	out_format(&out->body, "refused: %s", why);
}

static void answer(void *worker, const struct request *in, struct response *out)
{
	assert_string_equal(worker, "a worker");
	const char *ms = request_query(in, "ms");
	if (ms)
		client_sleep(atoi(ms));
	if (!strcmp(in->path, "/large")) {
		out->asset = large;
		out->asset_len = sizeof large;
	} else if (!strcmp(in->path, "/hold")) {
		pthread_mutex_lock(&kept_lock);
		kept[kept_count++] = http_hold(in);
		pthread_mutex_unlock(&kept_lock);
		out_text(&out->body, "held");
	} else if (!strcmp(in->path, "/held-and-released")) {
		http_release(http_hold(in), 0);
		out_text(&out->body, "released early");
	} else {
		out_format(&out->body, "number %ld", in->number);
	}
}

static void *worker_start(void *app, int number)
{
	return number < *(int *)app ? "a worker" : NULL;
}

static struct http *start(struct http_config config)
{
	static int workers_allowed = 100;
	const char *why = NULL;
	config.listen = "127.0.0.1:0";
	config.answer = answer;
	config.is_slow = slow_path;
	config.refuse = refused;
	config.app = &workers_allowed;
	config.worker_start = worker_start;
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

static void a_connection_is_kept_and_may_be_ahead_of_itself(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 2 });
	int fd = client_open(http_port(h));
	char got[4096], line[64];
	for (int i = 1; i <= 100; i++) {
		ask(fd, "/");
		assert_int_equal(client_answer(fd, got, sizeof got, false), 200);
		snprintf(line, sizeof line, "number %d", i);
		assert_non_null(strstr(got, line));
	}
	client_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n"
			"Connection: close\r\n\r\n");
	size_t len = 0;
	for (ssize_t n; (n = client_piece(fd, got + len, sizeof got - len - 1, 3000)) > 0;)
		len += (size_t)n;
	got[len] = 0;
	assert_non_null(strstr(got, "number 101"));
	assert_non_null(strstr(got, "number 102"));
	close(fd);
	http_stop(h);
}

static void slow_pages_starve_nobody(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 3 });
	int busy[6], fd = client_open(http_port(h));
	for (int i = 0; i < 6; i++) {
		busy[i] = client_open(http_port(h));
		ask(busy[i], i < 2 ? "/?ms=400" : "/slow?ms=200");
	}
	int64_t began = client_now();
	for (int i = 0; i < 50; i++)
		assert_int_equal(asked(fd, "/"), 200);
	int64_t took = client_now() - began;
	if (took > 200)
		fail_msg("50 quick pages took %ld ms", (long)took);
	char got[2048];
	for (int i = 0; i < 6; i++) {
		assert_int_equal(client_answer(busy[i], got, sizeof got, false), 200);
		close(busy[i]);
	}
	/* Two at a time: four of 200 ms take 400. */
	assert_true(client_now() - began >= 390);
	close(fd);
	http_stop(h);
}

static void a_full_queue_says_when_to_come_again(void **state)
{
	(void)state;
	static const char *targets[] = { "/?ms=200", "/slow?ms=200" };
	for (int t = 0; t < 2; t++) {
		struct http *h = start((struct http_config){ .workers = 2, .queue_limit = 3 });
		int fds[20], served = 0, refusals = 0;
		char got[2048];
		for (int i = 0; i < 20; i++) {
			fds[i] = client_open(http_port(h));
			ask(fds[i], targets[t]);
		}
		for (int i = 0; i < 20; i++) {
			int status = client_answer(fds[i], got, sizeof got, false);
			if (status == 200) {
				served++;
			} else if (status == 503 && strstr(got, "Retry-After: ")) {
				assert_non_null(strstr(got, "refused: "));
				refusals++;
			} else {
				fail_msg("connection %d: %d", i, status);
			}
			close(fds[i]);
		}
		assert_true(served >= 3 && served <= 6);
		assert_int_equal(served + refusals, 20);
		int fd = client_open(http_port(h));
		assert_int_equal(asked(fd, targets[t]), 200);
		close(fd);
		http_stop(h);
	}
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

static void stopping_answers_everybody_who_asked(void **state)
{
	(void)state;
	for (int round = 0; round < 3; round++) {
		struct http *h = start((struct http_config){ .workers = 4 });
		int fds[30], idle = client_open(http_port(h)), half = client_open(http_port(h));
		char got[2048];
		client_text(half, "GET / HT");
		for (int i = 0; i < 30; i++) {
			fds[i] = client_open(http_port(h));
			assert_int_equal(asked(fds[i], "/"), 200);
			ask(fds[i], i % 4 ? "/?ms=20" : "/slow?ms=20");
		}
		client_sleep(round * 20 + 5);
		int64_t began = client_now();
		http_stop(h);
		assert_true(client_now() - began < 4000);
		for (int i = 0; i < 30; i++) {
			int status = client_answer(fds[i], got, sizeof got, false);
			if (status != 200 && status != 503)
				fail_msg("round %d, connection %d: %d", round, i, status);
			close(fds[i]);
		}
		assert_true(client_closed(idle, 100) && client_closed(half, 100));
		close(idle);
		close(half);
	}
}

static void release_all(int status)
{
	pthread_mutex_lock(&kept_lock);
	for (size_t i = 0; i < kept_count; i++)
		http_release(kept[i], status);
	kept_count = 0;
	pthread_mutex_unlock(&kept_lock);
}

static size_t held(void)
{
	pthread_mutex_lock(&kept_lock);
	size_t n = kept_count;
	pthread_mutex_unlock(&kept_lock);
	return n;
}

static void a_held_answer_waits_and_may_turn_into_a_refusal(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 1 });
	int fds[20], fd = client_open(http_port(h));
	char got[2048];
	for (int status = 0; status <= 500; status += 500) {
		for (int i = 0; i < 20; i++) {
			fds[i] = client_open(http_port(h));
			ask(fds[i], "/hold");
		}
		while (held() < 20)
			client_sleep(1);
		assert_int_equal(asked(fd, "/"), 200); /* the only worker is free */
		assert_int_equal(client_piece(fds[0], got, sizeof got, 20), -1);
		release_all(status);
		for (int i = 0; i < 20; i++) {
			int want = status ? status : 200;
			assert_int_equal(client_answer(fds[i], got, sizeof got, false), want);
			assert_non_null(strstr(got, status ? "refused: " : "held"));
			close(fds[i]);
		}
	}
	for (int i = 0; i < 50; i++)
		assert_int_equal(asked(fd, "/held-and-released"), 200);
	close(fd);
	http_stop(h);
}

static void *release_later(void *unused)
{
	(void)unused;
	client_sleep(100);
	release_all(503);
	return NULL;
}

static void stopping_waits_for_what_is_held(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ .workers = 1 });
	int fd = client_open(http_port(h));
	char got[2048];
	ask(fd, "/hold");
	while (held() < 1)
		client_sleep(1);
	pthread_t later;
	pthread_create(&later, NULL, release_later, NULL);
	http_stop(h);
	pthread_join(later, NULL);
	assert_int_equal(client_answer(fd, got, sizeof got, false), 503);
	close(fd);
}

static void a_worker_that_cannot_start_stops_the_start(void **state)
{
	(void)state;
	int allowed = 5;
	struct http_config k = { .listen = "127.0.0.1:0",
		.answer = answer,
		.app = &allowed,
		.worker_start = worker_start };
	const char *why = NULL;
	assert_null(http_start(&k, &why));
	assert_non_null(why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_connection_is_kept_and_may_be_ahead_of_itself),
		TEST(slow_pages_starve_nobody),
		TEST(a_full_queue_says_when_to_come_again),
		TEST(who_says_nothing_or_too_little_is_cut_off),
		TEST(a_slow_reader_holds_no_worker),
		TEST(hang_ups_while_it_works_do_no_harm),
		TEST(stopping_answers_everybody_who_asked),
		TEST(a_held_answer_waits_and_may_turn_into_a_refusal),
		TEST(stopping_waits_for_what_is_held),
		TEST(a_worker_that_cannot_start_stops_the_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
