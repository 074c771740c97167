/*
 * What holds for every route of the table, whoever wrote it: headers, who may post from where,
 * which way of signing in counts where, addresses that lead away. Targets come from
 * tests/matrix.txt, which has a row for every route.
 */
#include "house.h"

#include "web/routes.h"

struct knock { /* a request with the headers that a test wants, and no others */
	const char *cookie, *bearer, *origin, *site, *referer;
	const char *csrf; /* NULL: the field is missing */
};

static struct answer knock(
	struct house *h, enum method method, const char *target, const struct knock *k)
{
	struct arena *a = h->arena;
	struct http_header headers[8] = { { "Host", "test" } };
	struct request in = { .arena = a,
		.method = method,
		.target = target,
		.body = "",
		.peer = "127.0.0.1",
		.host = "test",
		.headers = headers,
		.header_count = 1 };
	const struct http_header given[] = {
		{ "Cookie", k->cookie ? arena_format(a, "tributary=%s", k->cookie) : NULL },
		{ "Authorization", k->bearer ? arena_format(a, "Bearer %s", k->bearer) : NULL },
		{ "Origin", k->origin },
		{ "Sec-Fetch-Site", k->site },
		{ "Referer", k->referer },
	};
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		if (given[i].value)
			headers[in.header_count++] = given[i];
	if (method == POST) {
		in.content_type = "application/x-www-form-urlencoded";
		in.body = k->csrf ? arena_format(a, "csrf=%s", k->csrf) : "a=b";
		in.body_len = strlen(in.body);
	}
	const char *why = NULL;
	if (!uri_parse(a, target, &in.path, &in.query, &why))
		fail_msg("%s: %s", target, why);
	struct response out = { .status = 200 };
	visit_answer(h->worker, &in, &out);
	return (struct answer){ .status = out.status,
		.location = house_header(&out, "Location"),
		.type = house_header(&out, "Content-Type"),
		.cookie = house_header(&out, "Set-Cookie"),
		.etag = house_header(&out, "Content-Security-Policy"),
		.headers = house_header(&out, "Cache-Control"),
		.body = house_header(&out, "X-Content-Type-Options") };
}

struct target {
	char method[8], pattern[96], path[256];
};

/* The next row of the matrix; false at its end. */
static bool next_target(FILE *f, struct target *t)
{
	char line[1024];
	while (fgets(line, sizeof line, f))
		if (*line != '#' &&
			sscanf(line, "%7s %95s %255s", t->method, t->pattern, t->path) == 3)
			return true;
	return false;
}

static const char *const everybody[] = { NULL, "wang", "lin", "gao", "tian", "han", "root" };
enum { EVERYBODY = sizeof everybody / sizeof *everybody };

static void every_answer_carries_its_guards(void **state)
{
	(void)state;
	struct house *h = house_new();
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	struct target t;
	while (next_target(f, &t))
		for (int i = 0; i < EVERYBODY && text_same(t.method, "GET"); i++) {
			struct knock k = { 0 };
			if (everybody[i]) {
				k.cookie = house_person(h, everybody[i])->cookie;
				k.bearer = house_person(h, everybody[i])->token;
			}
			struct answer a = knock(h, GET, t.path, &k);
			bool kept = text_starts(t.path, "/static/") ||
				    text_same(t.path, "/favicon.ico");
			if (!a.etag || strstr(a.etag, "unsafe") ||
				!strstr(a.etag, "default-src 'none'") ||
				!strstr(a.etag, "frame-ancestors 'none'"))
				fail_msg("%s: policy %s", t.path, a.etag);
			if (!text_same(a.body, "nosniff"))
				fail_msg("%s: may be sniffed", t.path);
			if (!kept && !(a.headers && strstr(a.headers, "no-store")) &&
				!(a.headers && strstr(a.headers, "private")))
				fail_msg("%s: may be kept: %s", t.path, a.headers);
		}
	fclose(f);
	house_free(h);
}

/* Who gets past the guards of this route with all that is wanted; NULL: nobody. */
static const char *who_may(struct house *h, const struct route *r)
{
	for (int i = 1; i < EVERYBODY; i++)
		if (r->needs == NEED_PERSON || r->needs == NEED_NOTHING ||
			(house_person(h, everybody[i])->roles & r->needs))
			return everybody[i];
	return NULL;
}

static void no_page_takes_a_post_from_elsewhere(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *own = "http://test";
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	struct target t;
	int tried = 0;
	while (next_target(f, &t)) {
		int64_t arg[2];
		const char *word;
		bool other;
		if (!text_same(t.method, "POST"))
			continue;
		char *path = arena_string(h->arena, t.path);
		path[strcspn(path, "?")] = 0;
		const struct route *r = routes_find(POST, path, h->arena, arg, &word, &other);
		assert_non_null(r);
		if (r->face != PAGE || text_same(r->path, "/mail/leave/:"))
			continue; /* RFC 8058: a mail program asks; the address is the proof */
		const char *login = who_may(h, r);
		if (!login)
			fail_msg("%s: nobody may post there", t.path);
		const struct house_person *p = house_person(h, login);
		const char *strange = house_person(h, "li")->csrf;
		const struct knock wrong[] = {
			{ .cookie = p->cookie, .origin = own },
			{ .cookie = p->cookie, .origin = own, .csrf = "" },
			{ .cookie = p->cookie, .origin = own, .csrf = strange },
			{ .cookie = p->cookie, .origin = "http://evil.example", .csrf = p->csrf },
			{ .cookie = p->cookie, .origin = "http://test.evil", .csrf = p->csrf },
			{ .cookie = p->cookie, .origin = "null", .csrf = p->csrf },
			{ .cookie = p->cookie, .referer = "http://evil.example/", .csrf = p->csrf },
			{ .cookie = p->cookie,
				.origin = own,
				.site = "cross-site",
				.csrf = p->csrf },
			{ .cookie = p->cookie,
				.origin = own,
				.site = "same-site",
				.csrf = p->csrf },
			{ .cookie = p->cookie, .csrf = p->csrf }, /* says nothing of where from */
		};
		/* Signing in has no session to misuse: there only where it comes from counts. */
		size_t from = r->needs == NEED_NOTHING ? 3 : 0;
		for (size_t i = from; i < sizeof wrong / sizeof *wrong; i++) {
			struct answer a = knock(h, POST, t.path, &wrong[i]);
			if (a.status != 403)
				fail_msg("%s, way %zu: %d", t.path, i, a.status);
		}
		tried++;
	}
	assert_true(tried > 20);
	fclose(f);
	house_free(h);
}

static void pages_know_cookies_and_programs_know_tokens(void **state)
{
	(void)state;
	struct house *h = house_new();
	const struct house_person *p = house_person(h, "wang");
	assert_int_equal(
		knock(h, GET, "/api/me", &(struct knock){ .bearer = p->token }).status, 200);
	assert_int_equal(knock(h, GET, "/", &(struct knock){ .cookie = p->cookie }).status, 200);
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	struct target t;
	while (next_target(f, &t)) {
		if (!text_same(t.method, "GET"))
			continue;
		bool api = text_starts(t.path, "/api/");
		struct knock wrong = { .cookie = api ? p->cookie : NULL,
			.bearer = api ? NULL : p->token };
		int with = knock(h, GET, t.path, &wrong).status;
		int without = knock(h, GET, t.path, &(struct knock){ 0 }).status;
		if (with != without)
			fail_msg("%s: %d with the wrong way in, %d with none", t.path, with,
				without);
	}
	fclose(f);
	house_free(h);
}

static void the_cookie_stays_with_us(void **state)
{
	(void)state;
	struct house *h = house_new();
	const char *fields = "login=wang&password=one+two+three+four";
	struct answer a = house_post(h, NULL, "/sign-in", fields);
	assert_non_null(strstr(a.cookie, "; HttpOnly; SameSite=Lax"));
	assert_non_null(strstr(a.cookie, "Path=/;"));
	assert_null(strstr(a.cookie, "Domain"));
	h->app.secure = true;
	a = house_post(h, NULL, "/sign-in", fields);
	assert_true(text_starts(a.cookie, "__Host-tributary="));
	assert_non_null(strstr(a.cookie, "; Secure"));
	assert_non_null(strstr(a.headers, "Strict-Transport-Security"));
	house_free(h);
}

/* After signing in one lands here, whatever the address said; nothing it says stops the server. */
static void no_address_leads_away(void **state)
{
	(void)state;
	static const char *const away[] = { "//evil.example", "/%5Cevil.example",
		"https://evil.example", "javascript:alert(1)", "/%09/evil.example",
		"%09//evil.example", "/%0A/evil.example", "/%0D%0ASet-Cookie:%20x=y",
		"%2F%2Fevil.example", "/x%5C..%5C", "", "evil.example", "/%7F/evil.example" };
	struct house *h = house_new();
	for (size_t i = 0; i < sizeof away / sizeof *away; i++) {
		struct answer a = house_post(h, NULL, "/sign-in",
			arena_format(h->arena, "login=wang&password=one+two+three+four&next=%s",
				away[i]));
		assert_int_equal(a.status, 303);
		if (!text_same(a.location, "/"))
			fail_msg("%s leads to %s", away[i], a.location);
	}
	struct answer a = house_post(h, NULL, "/sign-in",
		"login=wang&password=one+two+three+four&next=/units/e1?week=2026-W47");
	assert_string_equal(a.location, "/units/e1?week=2026-W47");
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_answer_carries_its_guards),
		TEST(no_page_takes_a_post_from_elsewhere),
		TEST(pages_know_cookies_and_programs_know_tokens),
		TEST(the_cookie_stays_with_us),
		TEST(no_address_leads_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
