/* The HTTP door under load: slow clients, hang-ups, full queues, stopping. Run it with V=tsan too.
 */
#include "http_client.h"

#include "doors/http.h"

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
	out_format(&out->body, "number %ld", in->number);
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
		ask(busy[i], i < 2 ? "/?ms=600" : "/slow?ms=300");
	}
	int64_t began = client_now();
	for (int i = 0; i < 50; i++)
		assert_int_equal(asked(fd, "/"), 200);
	int64_t took = client_now() - began;
	if (took > 500)
		fail_msg("50 quick pages took %ld ms", (long)took);
	char got[2048];
	for (int i = 0; i < 6; i++) {
		assert_int_equal(client_answer(busy[i], got, sizeof got, false), 200);
		close(busy[i]);
	}
	/* Two at a time: four of 300 ms take 600. */
	assert_true(client_now() - began >= 590);
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
		assert_true(served >= 3 && refusals > 0 && served + refusals == 20);
		int fd = client_open(http_port(h));
		assert_int_equal(asked(fd, targets[t]), 200);
		close(fd);
		http_stop(h);
	}
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
		TEST(stopping_answers_everybody_who_asked),
		TEST(a_worker_that_cannot_start_stops_the_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
