/* Bulletins for a feed reader: by a secret address, as its owner may see them, valid Atom. */
#include "bulletin_kit.h"

#include "doors/disk.h"

/* The address in the page that made it, as a path. */
static const char *made(struct house *h, const char *login)
{
	struct answer a = house_post(h, login, "/me/feed", "");
	assert_int_equal(a.status, 200);
	const char *at = strstr(a.body, "http://test/feeds/");
	assert_non_null(at);
	at += strlen("http://test");
	return arena_copy(h->arena, at, strcspn(at, "<\" "));
}

/* xmllint reads it, and an XPath gives what is expected. */
static void is_atom(struct house *h, const struct answer *a, const char *path, const char *expected)
{
	const char *why = "", *file = arena_format(h->arena, "%s/feed.xml", h->folder);
	assert_true(disk_write(h->arena, file, a->body, strlen(a->body), 0600, &why));
	FILE *p = popen(arena_format(h->arena,
				"xmllint --noout --nonet '%s' && xmllint --xpath \"%s\" '%s'", file,
				path, file),
		"r");
	char said[256] = "";
	size_t n = fread(said, 1, sizeof said - 1, p);
	said[n] = 0;
	assert_int_equal(pclose(p), 0);
	if (strncmp(said, expected, strlen(expected)) != 0)
		fail_msg("%s: %s", path, said);
}

#define IN(name) "*[local-name()='" name "' and namespace-uri()='http://www.w3.org/2005/Atom']"

static void a_feed_is_read_without_a_cookie_and_is_atom(void **state)
{
	(void)state;
	struct house *h = issued();
	const char *path = made(h, "sun");
	struct answer a = house_get(h, NULL, path);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.type, "application/atom+xml; charset=utf-8");
	is_atom(h, &a, "count(/" IN("feed") "/" IN("entry") ")", "1");
	is_atom(h, &a, "string(/" IN("feed") "/" IN("entry") "/" IN("id") ")",
		"http://test/bulletins/1");
	is_atom(h, &a, "string(/" IN("feed") "/" IN("updated") ")", "2026-11-18T02:00:00Z");
	is_atom(h, &a,
		"count(/" IN("feed") "/*[self::" IN("id") " or self::" IN("title") " or self::" IN(
			"updated") " or self::" IN("author") "])",
		"4");
	is_atom(h, &a, "count(/" IN("feed") "/" IN("link") "[@rel='self'])", "1");
	is_atom(h, &a, "string(/" IN("feed") "/" IN("entry") "/" IN("content") "/@type)", "html");
	assert_true(says(a, "先问三件事"));
	assert_true(says(a, "href=&quot;/points/1&quot;"));
	/* What its owner may not see is not in it: whom a point hides, and what was not chosen. */
	assert_false(says(a, "李娜"));
	assert_false(says(a, "没有选上的话"));
	assert_false(says(a, "href=&quot;/points/4&quot;"));
	/* qian wrote point 4. */
	a = house_get(h, NULL, made(h, "qian"));
	assert_true(says(a, "href=&quot;/points/4&quot;"));
	house_free(h);
}

static void what_did_not_change_is_not_sent_again(void **state)
{
	(void)state;
	struct house *h = issued();
	const char *path = made(h, "wang");
	struct answer a = house_get(h, NULL, path);
	assert_non_null(a.etag);
	const char *known[] = { "If-None-Match", a.etag, NULL };
	struct answer b = house_ask(h, NULL, GET, path, NULL, NULL, known);
	assert_int_equal(b.status, 304);
	assert_string_equal(b.body, "");
	house_do(h, "han", "/api/bulletins/1/correct");
	assert_int_equal(
		send(h, "han", POST, "/api/bulletins/1/publish", "{\"note\":\"数字改了\"}").status,
		200);
	b = house_ask(h, NULL, GET, path, NULL, NULL, known);
	assert_int_equal(b.status, 200);
	assert_true(says(b, "数字改了"));
	is_atom(h, &b, "count(/" IN("feed") "/" IN("entry") ")", "1");
	house_free(h);
}

static void an_address_ends_when_it_is_revoked_replaced_or_its_owner_leaves(void **state)
{
	(void)state;
	struct house *h = issued();
	assert_int_equal(house_get(h, NULL, "/feeds/x").status, 404);
	assert_int_equal(house_get(h, NULL, "/feeds/").status, 404);
	const char *first = made(h, "wang"), *second = made(h, "wang"), *other = made(h, "li");
	assert_int_equal(house_get(h, NULL, first).status, 404);
	assert_int_equal(house_get(h, NULL, second).status, 200);
	/* It is kept as a hash, and shown once. */
	assert_false(says(house_get(h, "wang", "/me"), second + strlen("/feeds/")));
	assert_true(says(house_get(h, "wang", "/me"), "/me/feed/revoke"));
	assert_int_equal(house_post(h, "wang", "/me/feed/revoke", "").status, 303);
	assert_int_equal(house_get(h, NULL, second).status, 404);
	assert_false(says(house_get(h, "wang", "/me"), "/me/feed/revoke"));
	struct answer a = house_post(h, "root",
		arena_format(
			h->arena, "/admin/people/%d/deactivate", (int)house_person(h, "li")->id.n),
		"");
	assert_int_equal(a.status, 303);
	assert_int_equal(house_get(h, NULL, other).status, 404);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_feed_is_read_without_a_cookie_and_is_atom),
		TEST(what_did_not_change_is_not_sent_again),
		TEST(an_address_ends_when_it_is_revoked_replaced_or_its_owner_leaves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
