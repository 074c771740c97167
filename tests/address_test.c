/* Whose request it is, behind proxies. */
#include "test.h"

#include "base/text.h"
#include "web/address.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_address_is_the_last_that_is_no_trusted_proxy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
