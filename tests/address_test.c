/* Whose request it is, behind proxies. */
#include "house.h"

#include "web/address.h"

static const char form[] = "application/x-www-form-urlencoded";

static void the_address_is_the_last_that_is_no_trusted_proxy(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *trusted, *peer, *first, *second, *address;
	} rows[] = {
		{ NULL, "192.0.2.1", "1.1.1.1", NULL, "192.0.2.1" },
		{ "192.0.2.1", "192.0.2.1", "1.1.1.1", NULL, "1.1.1.1" },
		{ "192.0.2.1", "192.0.2.2", "1.1.1.1", NULL, "192.0.2.2" },
		{ "192.0.2.1", "192.0.2.1", NULL, NULL, "192.0.2.1" },
		{ "192.0.2.1", "192.0.2.1", "9.9.9.9, 1.1.1.1", NULL, "1.1.1.1" },
		{ "192.0.2.1", "192.0.2.1", "9.9.9.9", "1.1.1.1", "1.1.1.1" },
		{ "192.0.2.1, 10.0.0.0/8", "192.0.2.1", "9.9.9.9, 1.1.1.1, 10.200.3.4", NULL,
			"1.1.1.1" },
		{ "10.0.0.0/8", "10.1.1.1", "10.2.2.2, 10.3.3.3", NULL, "10.2.2.2" },
		{ "192.0.2.1", "192.0.2.1", "1.1.1.1, rubbish", NULL, "192.0.2.1" },
		{ "192.0.2.1", "192.0.2.1", "1.1.1.1:99", NULL, "192.0.2.1" },
		{ "::1", "::1", "2001:db8::7", NULL, "2001:db8::7" },
		{ "127.0.0.1", "::ffff:127.0.0.1", "1.1.1.1", NULL, "1.1.1.1" },
		{ "fd00::/8", "fd12::1", "1.1.1.1", NULL, "1.1.1.1" },
		{ "fd00::/8", "fe12::1", "1.1.1.1", NULL, "fe12::1" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct http_header headers[] = { { "X-Forwarded-For", rows[i].first },
			{ "x-forwarded-for", rows[i].second } };
		const struct request in = { .arena = t->arena,
			.peer = rows[i].peer,
			.headers = headers,
			.header_count = rows[i].second  ? 2
					: rows[i].first ? 1
							: 0 };
		const char *address = address_of(&in, rows[i].trusted);
		if (!text_same(address, rows[i].address))
			fail_msg("row %zu: %s", i, address);
	}
	const char *bad = NULL;
	assert_true(address_list_ok(t->arena, "127.0.0.1, ::1,10.0.0.0/8", &bad));
	assert_false(address_list_ok(t->arena, "127.0.0.1, localhost", &bad));
	assert_string_equal(bad, "localhost");
	assert_false(address_list_ok(t->arena, "10.0.0.0/33", &bad));
}

static void behind_a_proxy_the_public_name_is_ones_own(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *base, *origin;
		int status;
	} rows[] = {
		{ NULL, "https://learn.example.com", 403 },
		{ "https://learn.example.com", "https://learn.example.com", 303 },
		{ "https://learn.example.com/", "https://learn.example.com", 303 },
		{ "https://learn.example.com", "https://evil.example.com", 403 },
		{ "https://learn.example.com", "null", 403 },
	};
	static const char body[] = "login=wang&password=one+two+three+four";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct http_header headers[] = { { "Origin", rows[i].origin } };
		h->app.base_url = rows[i].base;
		const struct request in = { .arena = h->arena,
			.method = POST,
			.path = "/sign-in",
			.target = "/sign-in",
			.body = body,
			.body_len = sizeof body - 1,
			.content_type = form,
			.peer = "127.0.0.1",
			.host = "inside:8080",
			.headers = headers,
			.header_count = 1 };
		struct response out = { .status = 200 };
		visit_answer(h->worker, &in, &out);
		if (out.status != rows[i].status)
			fail_msg("row %zu: %d", i, out.status);
	}
	house_free(h);
}

static struct answer guess_from(struct house *h, const char *forwarded, int i)
{
	const char *const headers[] = { "X-Forwarded-For", forwarded, NULL };
	return house_ask(h, NULL, POST, "/sign-in", form,
		arena_format(h->arena, "login=u%d&password=wrong", i), headers);
}

static bool is_slowed(const struct answer *a)
{
	return strstr(a->body, "秒") != NULL;
}

static void an_address_counts_as_trusted_proxies_say(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = { 0 };
	/* No proxy is trusted: whatever the header says, it is one address. */
	for (int i = 0; i < 40; i++)
		a = guess_from(h, arena_format(h->arena, "10.0.0.%d", i), i);
	assert_true(is_slowed(&a));
	/* The peer is trusted: different clients, none slowed … */
	throttle_forget();
	h->app.trusted_proxies = "127.0.0.1";
	for (int i = 0; i < 40; i++)
		a = guess_from(h, arena_format(h->arena, "10.0.0.%d", i), i);
	assert_false(is_slowed(&a));
	/* … and one client that makes up what stands before its own address is slowed. */
	throttle_forget();
	for (int i = 0; i < 40; i++)
		a = guess_from(h, arena_format(h->arena, "10.0.0.%d, 192.0.2.7", i), i);
	assert_true(is_slowed(&a));
	/* A whole network of IPv6 is one house. */
	throttle_forget();
	for (int i = 0; i < 40; i++)
		a = guess_from(h, arena_format(h->arena, "2001:db8:0:1::%x", i + 1), i);
	assert_true(is_slowed(&a));
	house_free(h);
}

/* Whether the outside is https is what --base-url says, and no request. */
static void no_header_makes_the_way_in_safe_or_unsafe(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *trusted, *proto;
		bool secure;
	} rows[] = {
		{ NULL, "https", false },
		{ "127.0.0.1", "https", false },
		{ NULL, "http", true },
		{ "127.0.0.1", "http", true },
		{ "127.0.0.1", "https", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *const headers[] = { "X-Forwarded-Proto", rows[i].proto,
			"X-Forwarded-Host", "evil.example.com", "X-Forwarded-For", "10.0.0.9",
			NULL };
		h->app.trusted_proxies = rows[i].trusted;
		h->app.secure = rows[i].secure;
		struct answer a = house_ask(h, NULL, POST, "/sign-in", form,
			"login=wang&password=one+two+three+four", headers);
		assert_int_equal(a.status, 303);
		if ((strstr(a.cookie, "; Secure") != NULL) != rows[i].secure ||
			text_starts(a.cookie, "__Host-") != rows[i].secure ||
			(strstr(a.headers, "Strict-Transport-Security") != NULL) != rows[i].secure)
			fail_msg("row %zu: %s", i, a.headers);
		assert_null(strstr(a.headers, "evil"));
		const char *seen = rows[i].trusted ? "10.0.0.9" : "127.0.0.1";
		struct arena *mine = arena_new();
		db_begin(h->worker->db, mine);
		const char *kept = db_text(h->worker->db,
			SQL("SELECT address FROM session ORDER BY rowid DESC LIMIT 1 /*scan*/"));
		if (!text_same(kept, seen))
			fail_msg("row %zu: the session is said to be from %s", i, kept);
		db_end(h->worker->db);
		arena_free(mine);
	}
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_address_is_the_last_that_is_no_trusted_proxy),
		TEST(behind_a_proxy_the_public_name_is_ones_own),
		TEST(an_address_counts_as_trusted_proxies_say),
		TEST(no_header_makes_the_way_in_safe_or_unsafe),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
