/* Signing in, and what keeps others out. */
#include "house.h"

#include "web/routes.h"

static const char form[] = "application/x-www-form-urlencoded";

/* The route's path with something at each # and :. */
static const char *example(struct arena *a, const char *pattern)
{
	struct out o = out_new(a);
	for (; *pattern; pattern++)
		*pattern == '#'   ? out_text(&o, "1")
		: *pattern == ':' ? out_text(&o, "e1")
		: *pattern == '*' ? out_text(&o, "x")
				  : out_char(&o, *pattern);
	return out_string(&o);
}

static void every_form_needs_its_token_and_its_own_origin(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const cross[] = { "Sec-Fetch-Site", "cross-site", NULL };
	const char *right = arena_format(h->arena, "csrf=%s", house_person(h, "root")->csrf);
	const char *others = arena_format(h->arena, "csrf=%s", house_person(h, "wang")->csrf);
	int forms = 0;
	for (size_t i = 0; routes_at(i); i++) {
		const struct route *r = routes_at(i);
		if (r->method != POST || r->face != PAGE)
			continue;
		if (text_same(r->path, "/mail/leave/:"))
			continue; /* RFC 8058: a mail program asks; the address is the proof */
		const char *path = example(h->arena, r->path);
		const struct {
			const char *what, *body;
			const char *const *headers;
		} rows[] = {
			{ "no token", "", NULL },
			{ "a wrong token", "csrf=wrong", NULL },
			{ "another's token", others, NULL },
			{ "another site", right, cross },
		};
		bool open = r->needs == NEED_NOTHING; /* there is no session to misuse yet */
		for (size_t k = open ? 3 : 0; k < 4; k++) {
			const char *who = open ? NULL : "root";
			int status =
				house_ask(h, who, POST, path, form, rows[k].body, rows[k].headers)
					.status;
			if (status != 403)
				fail_msg("POST %s with %s: %d", path, rows[k].what, status);
		}
		forms++;
	}
	assert_true(forms > 20);
	house_free(h);
}

static void one_goes_on_only_within_this_site(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const rows[][2] = {
		{ "/write", "/write" },
		{ "/units/e1?week=2026-W47", "/units/e1?week=2026-W47" },
		{ "//evil.example", "/" },
		{ "/\\evil.example", "/" },
		{ "/%09/evil.example", "/" },
		{ "/%0d%0aSet-Cookie:x=y", "/" },
		{ "https://evil.example", "/" },
		{ "javascript:alert(1)", "/" },
		{ "write", "/" },
		{ "", "/" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct out body = out_new(h->arena);
		out_text(&body, "login=wang&password=one+two+three+four&next=");
		out_text(&body, rows[i][0]);
		struct answer a =
			house_ask(h, NULL, POST, "/sign-in", form, out_string(&body), NULL);
		if (a.status != 303 || !text_same(a.location, rows[i][1]))
			fail_msg("next=%s leads to %s (%d)", rows[i][0], a.location, a.status);
	}
	house_free(h);
}

static void a_name_may_be_typed_in_capitals(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const names[] = { "WANG", "Wang", "+wang+",
		"\xef\xbd\x97\xef\xbd\x81ng" };
	for (size_t i = 0; i < 4; i++) {
		struct answer a = house_post(h, NULL, "/sign-in",
			arena_format(h->arena, "login=%s&password=one+two+three+four", names[i]));
		if (a.status != 303)
			fail_msg("%s: %d", names[i], a.status);
	}
	house_free(h);
}

static void guessing_is_slowed_down_and_tells_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const names[] = { "wang", "nobody-at-all" };
	const char *said[2][8] = { { 0 } };
	for (int n = 0; n < 2; n++) {
		throttle_forget();
		for (int i = 0; i < 8; i++) {
			/* Capitals are no way to more tries. */
			struct answer a = house_post(h, NULL, "/sign-in",
				arena_format(h->arena, "login=%c%s&password=wrong%d",
					i % 2 ? names[n][0] - 32 : names[n][0], names[n] + 1, i));
			assert_int_equal(a.status, i < 5 ? 422 : 429);
			const char *at = strstr(a.body, "role=\"alert\"");
			assert_non_null(at);
			said[n][i] = arena_copy(h->arena, at, strcspn(at, "\n"));
		}
	}
	for (int i = 0; i < 8; i++)
		assert_string_equal(said[0][i], said[1][i]);
	assert_string_not_equal(said[0][0], said[0][7]);
	throttle_forget();
	for (int i = 0; i < 6; i++)
		house_post(h, NULL, "/sign-in", "login=wang&password=wrong");
	const char *right = "login=wang&password=one+two+three+four";
	assert_int_equal(
		house_post(h, NULL, "/sign-in", right).status, 429); /* also with the right one */
	clock_freeze(HOUSE_NOW + 60);
	assert_int_equal(house_post(h, NULL, "/sign-in", right).status, 303);
	house_free(h);
}

static void a_cookie_behind_https_is_bound_to_it(void **state)
{
	(void)state;
	struct house *h = house_new();
	h->app.secure = true;
	struct answer a = house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four");
	assert_true(text_starts(a.cookie, "__Host-tributary="));
	assert_non_null(strstr(a.cookie, "; Secure"));
	assert_non_null(strstr(a.cookie, "; HttpOnly; SameSite=Lax"));
	house_free(h);
}

static void signing_in_makes_a_new_session_and_ends_the_old_one(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a =
		house_post(h, "wang", "/sign-in", "login=wang&password=one+two+three+four");
	assert_int_equal(a.status, 303);
	assert_null(strstr(a.cookie, house_person(h, "wang")->cookie));
	assert_int_equal(house_get(h, "wang", "/").status, 303); /* the cookie of before is dead */
	house_free(h);
}

static void one_signs_out_everywhere(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer other =
		house_post(h, NULL, "/sign-in", "login=wang&password=one+two+three+four");
	const char *cookie = arena_copy(h->arena, other.cookie, strcspn(other.cookie, ";"));
	const char *const headers[] = { "Cookie", cookie, NULL };
	assert_int_equal(house_ask(h, NULL, GET, "/", NULL, NULL, headers).status, 200);
	assert_int_equal(house_post(h, "wang", "/me/sign-out-everywhere", "").status, 303);
	assert_int_equal(house_ask(h, NULL, GET, "/", NULL, NULL, headers).status, 303);
	assert_int_equal(house_get(h, "wang", "/").status, 303);
	house_free(h);
}

static void a_password_given_out_is_changed_before_anything_else(void **state)
{
	(void)state;
	struct house *h = house_new();
	{
		TXN(t, h->app.install.writer, h->arena);
		person_set_password(&t, house_person(h, "wang")->id,
			secret_password_hash(h->arena, "given out now"), true);
		assert_true(txn_commit(&t));
	}
	assert_string_equal(house_get(h, "wang", "/").location, "/me/password");
	assert_string_equal(house_get(h, "wang", "/units/e1").location, "/me/password");
	/* A token is no password that somebody else knows: programs go on. */
	assert_int_equal(house_get(h, "wang", "/api/me").status, 200);
	assert_int_equal(house_get(h, "wang", "/me/password").status, 200);
	static const struct {
		const char *fields;
		int status;
	} rows[] = {
		{ "new=short&again=short", 422 },
		{ "new=five+good+words+here&again=other+words+here", 422 },
		{ "new=given+out+now&again=given+out+now", 422 },
		{ "new=five+good+words+here&again=five+good+words+here", 303 },
	};
	for (size_t i = 0; i < 4; i++) {
		int status = house_post(h, "wang", "/me/password", rows[i].fields).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	assert_int_equal(house_get(h, "wang", "/").status, 200);
	assert_int_equal(house_get(h, "wang", "/api/me").status, 200);
	house_free(h);
}

static void language_and_time_zone_are_each_persons_own(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_non_null(strstr(house_get(h, "wang", "/me").body, "我的设置"));
	assert_int_equal(
		house_post(h, "wang", "/me", "language=en&zone=Europe/London").status, 303);
	assert_non_null(strstr(house_get(h, "wang", "/me").body, "My settings"));
	assert_non_null(strstr(house_get(h, "li", "/me").body, "我的设置"));
	struct answer a = house_post(h, "wang", "/me/tokens", "label=cron");
	assert_non_null(strstr(a.body, "<code>trb_"));
	assert_null(strstr(house_get(h, "wang", "/me").body, "<code>trb_"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_needs_its_token_and_its_own_origin),
		TEST(one_goes_on_only_within_this_site),
		TEST(a_name_may_be_typed_in_capitals),
		TEST(guessing_is_slowed_down_and_tells_nothing),
		TEST(a_cookie_behind_https_is_bound_to_it),
		TEST(signing_in_makes_a_new_session_and_ends_the_old_one),
		TEST(one_signs_out_everywhere),
		TEST(a_password_given_out_is_changed_before_anything_else),
		TEST(language_and_time_zone_are_each_persons_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
