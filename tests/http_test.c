#include "http_client.h"

#include "doors/http.h"

static const char asset[] = "body { color: black }";

static bool slow_path(void *app, const struct request *in)
{
	(void)app;
	return !strcmp(in->path, "/slow");
}

static void answer(void *worker, const struct request *in, struct response *out)
{
	(void)worker;
	if (!strcmp(in->path, "/asset")) {
		out->asset = asset;
		out->asset_len = sizeof asset - 1;
		response_header(out, "Content-Type", "text/css");
		return;
	}
	if (!strcmp(in->path, "/sleep") || !strcmp(in->path, "/slow"))
		client_sleep(atoi(request_query(in, "ms")));
	const char *name = request_query(in, "name"), *cookie = request_cookie(in, "session");
	out_format(&out->body, "%s%d %s host=%s peer=%s name=%s cookie=%s body=", "", in->method,
		in->path, in->host, in->peer, name ? name : "-", cookie ? cookie : "-");
	out_bytes(&out->body, in->body, in->body_len);
	response_header(out, "Content-Type", "text/plain; charset=utf-8");
}

static struct http *start(struct http_config config)
{
	const char *why = NULL;
	config.listen = config.listen ? config.listen : "127.0.0.1:0";
	config.answer = answer;
	config.is_slow = slow_path;
	struct http *h = http_start(&config, &why);
	if (!h)
		fail_msg("no start: %s", why);
	return h;
}

static void a_request_arrives_and_its_answer_returns(void **state)
{
	(void)state;
	struct http *h = start((struct http_config){ 0 });
	int fd = client_open(http_port(h));
	char got[4096];
	client_text(fd, "POST /%E5%9B%9E%E8%AE%BF?name=a+b HTTP/1.1\r\nHost: x\r\n"
			"Cookie: a=1; session=abc\r\nContent-Length: 5\r\n\r\nhello");
	assert_int_equal(client_answer(fd, got, sizeof got, false), 200);
	assert_non_null(strstr(
		got, "\r\n\r\n1 /回访 host=x peer=127.0.0.1 name=a b cookie=abc body=hello"));
	client_text(fd, "GET /asset HTTP/1.1\r\nHost: x\r\n\r\n");
	assert_int_equal(client_answer(fd, got, sizeof got, false), 200);
	assert_non_null(strstr(got, asset));
	client_text(fd, "HEAD /asset HTTP/1.1\r\nHost: x\r\n\r\n");
	assert_int_equal(client_answer(fd, got, sizeof got, true), 200);
	assert_null(strstr(got, asset));
	assert_non_null(strstr(got, "Content-Length: 21"));
	close(fd);
	http_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_request_arrives_and_its_answer_returns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
