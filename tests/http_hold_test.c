/* Answers that wait for a shared commit. Run it with V=tsan too. */
#include "http_client.h"

#include <pthread.h>

#include "doors/http.h"

static struct http_hold *kept[64];
static size_t kept_count;
static pthread_mutex_t kept_lock = PTHREAD_MUTEX_INITIALIZER;

static void refused(void *app, const char *why, const struct request *in, struct response *out)
{
	(void)app, (void)in;
	out_format(&out->body, "refused: %s", why);
}

static void answer(void *worker, const struct request *in, struct response *out)
{
	(void)worker;
	if (!strcmp(in->path, "/hold")) {
		pthread_mutex_lock(&kept_lock);
		kept[kept_count++] = http_hold(in);
		pthread_mutex_unlock(&kept_lock);
	} else if (!strcmp(in->path, "/held-and-released")) {
		http_release(http_hold(in), 0);
	}
	out_text(&out->body, "held");
}

static struct http *start(struct http_config config)
{
	const char *why = NULL;
	config.listen = "127.0.0.1:0";
	config.answer = answer;
	config.refuse = refused;
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_held_answer_waits_and_may_turn_into_a_refusal),
		TEST(stopping_waits_for_what_is_held),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
