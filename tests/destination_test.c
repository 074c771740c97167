/* A bulletin goes to groups and programs: at least once, under one key, to no private address, and
 * says nothing that is not for all. */
#include "destination_kit.h"

#include "doors/i18n.h"
#include "views/bulletin_letter.h"

static void a_group_gets_it_when_it_is_out_signed_and_with_nothing_hidden(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	assert_int_equal(add(h, r, "kind=feishu&secret=demo&unit=1&bulletins=1").status, 303);
	r->answer = RECEIVER_SAYS("{\"code\":0}");
	post_office(h);
	assert_int_equal(r->count, 0); /* it is not out yet */
	publish(h);
	at(HOUSE_NOW + 1800 + 30); /* half past: nothing is sent in that minute */
	post_office(h);
	assert_int_equal(r->count, 0);
	at(HOUSE_NOW + 1800 + 90);
	post_office(h);
	assert_int_equal(r->count, 1);
	assert_non_null(strstr(r->got[0], "POST /hook?key=k-e-y HTTP/1.1"));
	assert_non_null(strstr(r->got[0], "\"sign\":\""));
	assert_non_null(strstr(r->got[0], "先问流程"));
	assert_non_null(strstr(r->got[0], "https://t.example/bulletins/1"));
	assert_null(strstr(r->got[0], "李娜")); /* who hides the name above the team */
	assert_null(strstr(r->got[0], "没有选上"));
	assert_int_equal(json_get_number(state_of(h, 0), "sent_at", 0), frozen);
	assert_int_equal(json_get_number(state_of(h, 0), "queued", -1), 0);
	post_office(h);
	assert_int_equal(r->count, 1); /* once */
	receiver_free(r);
	house_free(h);
}

/* The header's value in a request. */
static const char *header_of(struct house *h, const char *request, const char *name)
{
	const char *line = strcasestr(request, arena_format(h->arena, "\n%s: ", name));
	if (!line)
		fail_msg("no %s in %s", name, request);
	line += strlen(name) + 3;
	return arena_copy(h->arena, line, strcspn(line, "\r\n"));
}

static void what_fails_is_tried_again_under_the_same_key(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	struct answer made = add(h, r, "kind=webhook&unit=1&bulletins=1");
	assert_int_equal(made.status, 200);
	const char *secret = strstr(made.body, "whsec_");
	assert_non_null(secret);
	secret = arena_copy(h->arena, secret, strcspn(secret, "<"));
	publish(h);
	static const char *const answers[] = { "HTTP/1.1 500 No\r\nConnection: close\r\n\r\n", "",
		"HTTP/1.1 302 Go\r\nLocation: /elsewhere\r\nConnection: close\r\n\r\n",
		"HTTP/1.1 204 Yes\r\nConnection: close\r\n\r\n" };
	for (int i = 0; i < 4; i++) {
		r->answer = answers[i];
		at(HOUSE_NOW + 400 + i * 3600);
		post_office(h);
		assert_int_equal(r->count, i + 1);
		const char *error = json_get_text(state_of(h, 0), "error");
		assert_int_equal(error == NULL, i == 3);
		const char *key = header_of(h, r->got[i], "webhook-id");
		assert_string_equal(key, header_of(h, r->got[0], "webhook-id"));
		const char *sign = robot_sign_webhook(h->arena, secret, key,
			atoll(header_of(h, r->got[i], "webhook-timestamp")),
			strstr(r->got[i], "\r\n\r\n") + 4);
		assert_string_equal(header_of(h, r->got[i], "webhook-signature"), sign);
		assert_non_null(strstr(r->got[i], "\"type\":\"bulletin.published\""));
		assert_null(strstr(r->got[i], "李娜"));
	}
	at(HOUSE_NOW + 400 + 9 * 3600);
	post_office(h);
	assert_int_equal(r->count, 4);
	receiver_free(r);
	house_free(h);
}

static void an_error_in_a_good_answer_is_an_error(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	add(h, r, "kind=dingtalk&secret=SECdemo&unit=1&bulletins=1");
	publish(h);
	r->answer = RECEIVER_SAYS("{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
	at(HOUSE_NOW + 400);
	post_office(h);
	assert_int_equal(r->count, 1);
	assert_non_null(strstr(r->got[0], "&timestamp="));
	assert_string_equal(json_get_text(state_of(h, 0), "error"), "code 310000");
	assert_true(says(house_get(h, "han", "/admin/destinations/1"), "code 310000"));
	/* "Try again now" does not wait for the next try. */
	r->answer = RECEIVER_SAYS("{\"errcode\":0}");
	assert_int_equal(house_post(h, "han", "/admin/destinations/1/retry", "").status, 303);
	post_office(h);
	assert_int_equal(r->count, 2);
	assert_null(json_get_text(state_of(h, 0), "error"));
	receiver_free(r);
	house_free(h);
}

static void private_addresses_are_refused_unless_allowed(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, false);
	add(h, r, "kind=wecom&unit=1&bulletins=1");
	house_post(h, "han", "/admin/destinations",
		arena_format(h->arena,
			"name=N&url=http://localhost:%d/&kind=wecom&unit=1&bulletins=1", r->port));
	r->answer = RECEIVER_SAYS("{\"errcode\":0}");
	publish(h);
	at(HOUSE_NOW + 400);
	post_office(h);
	assert_int_equal(r->count, 0);
	for (size_t i = 0; i < 2; i++)
		assert_non_null(strstr(json_get_text(state_of(h, i), "error"), "private network"));
	assert_true(says(house_get(h, "root", "/admin/destinations"), "内部网络"));
	house_post(h, "root", "/admin/settings", "private_addresses=1");
	at(HOUSE_NOW + 8000);
	post_office(h);
	assert_int_equal(r->count, 2);
	receiver_free(r);
	house_free(h);
}

static void addresses_and_secrets_are_shown_to_nobody(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	add(h, r, "kind=feishu&secret=topsecret&unit=2&bulletins=1&reminders=1");
	/* Left empty, they stay. */
	assert_int_equal(house_post(h, "root", "/admin/destinations/1",
				 "name=Neu&url=&secret=&unit=2&bulletins=1&reminders=1")
				 .status,
		303);
	static const char *const places[] = { "/admin/destinations", "/admin/destinations/1",
		"/api/destinations", "/admin/audit" };
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct answer a = house_get(h, "root", places[i]);
		if (says(a, "topsecret") || says(a, "k-e-y"))
			fail_msg("%s shows it", places[i]);
	}
	assert_true(says(house_get(h, "root", "/admin/audit"), "Neu"));
	publish(h);
	r->answer = RECEIVER_SAYS("{\"code\":0}");
	at(HOUSE_NOW + 400);
	post_office(h);
	assert_non_null(strstr(r->got[0], "key=k-e-y"));
	assert_non_null(strstr(r->got[0], "\"sign\":\""));
	receiver_free(r);
	house_free(h);
}

static void a_paused_or_deleted_one_gets_nothing_and_a_correction_takes_the_place(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	add(h, r, "kind=wecom&unit=1&bulletins=1");
	add(h, r, "kind=wecom&unit=1&bulletins=1");
	add(h, r, "kind=wecom&unit=1&bulletins=1");
	r->answer = RECEIVER_SAYS("{\"errcode\":0}");
	house_post(h, "han", "/admin/destinations/1/pause", "");
	publish(h);
	house_post(h, "han", "/admin/destinations/2/delete", "");
	house_do(h, "han", "/api/bulletins/1/correct");
	send(h, "han", POST, "/api/bulletins/1/publish", "{\"note\":\"数字改了\"}");
	at(HOUSE_NOW + 400);
	post_office(h);
	assert_int_equal(r->count, 1); /* the correction, to the third */
	assert_non_null(strstr(r->got[0], "数字改了"));
	/* A test is sent to a paused one, too. */
	assert_int_equal(house_post(h, "han", "/admin/destinations/1/test", "").status, 303);
	post_office(h);
	assert_int_equal(r->count, 2);
	assert_non_null(strstr(r->got[1], "测试消息"));
	receiver_free(r);
	house_free(h);
}

static void a_branchs_group_is_told_once_how_many_have_not_signed(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	add(h, r, "kind=wecom&unit=2&reminders=1");
	r->answer = RECEIVER_SAYS("{\"errcode\":0}");
	publish(h);
	house_do(h, "wang", "/api/bulletins/1/sign");
	at(HOUSE_NOW + 400);
	post_office(h);
	assert_int_equal(r->count, 0);
	at(HOUSE_NOW + 3 * 86400 + 400);
	for (int i = 0; i < 2; i++) {
		struct work w = { .arena = h->arena,
			.writer = h->app.install.writer,
			.who = who_operator(),
			.now = frozen,
			.faults = { .arena = h->arena } };
		receipt_remind_due(&w);
		at(frozen + 60);
		post_office(h);
	}
	assert_int_equal(r->count, 1);
	assert_non_null(strstr(r->got[0], "没签收"));
	assert_null(strstr(r->got[0], "李娜"));
	receiver_free(r);
	house_free(h);
}

static void no_more_go_in_a_minute_than_a_service_takes(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, true);
	add(h, r, "kind=dingtalk&secret=SECx&unit=1&bulletins=1");
	r->answer = RECEIVER_SAYS("{\"errcode\":0}");
	for (int i = 0; i < 25; i++)
		house_post(h, "han", "/admin/destinations/1/test", "");
	post_office(h);
	assert_int_equal(r->count, 20);
	at(frozen + 50);
	post_office(h);
	assert_int_equal(r->count, 20);
	at(frozen + 40);
	post_office(h);
	assert_int_equal(r->count, 25);
	receiver_free(r);
	house_free(h);
}

/* li has an address and wants none, wang has one. */
static void who_has_an_address_and_wants_e_mail_gets_it_whole(void **state)
{
	(void)state;
	struct receiver *r;
	struct house *h = begun(&r, false);
	{
		TXN(t, h->app.install.writer, h->arena);
		assert_true(txn_script(&t,
			"UPDATE person SET email = CASE login WHEN 'wang' THEN 'w@x.example'"
			" WHEN 'li' THEN 'l@x.example' END;"
			"INSERT INTO mail_wish SELECT id, -1, 0, 0, 0 FROM person WHERE login = "
			"'li'"));
		assert_true(txn_commit(&t));
	}
	publish(h);
	assert_int_equal(mails(h), 1);
	struct outbox_letter letter = { 0 };
	const struct outbox_setup setup = { .base_url = "https://t.example" };
	struct arena *a = arena_new();
	struct work w = { .arena = a, .db = h->worker->db, .who = who_operator() };
	db_begin(w.db, a);
	i18n_use("zh");
	assert_true(bulletin_letter_mail(&w, &setup,
		&(struct outbox_row){ .what_id = 1, .since = 1, .person = { 1 } }, &letter));
	assert_non_null(strstr(letter.text, "先问三件事"));
	assert_non_null(strstr(letter.text, "忘了约"));
	assert_null(strstr(letter.text, "李娜"));
	assert_null(strstr(letter.text, "没有选上的话"));
	assert_string_equal(letter.address, "https://t.example/bulletins/1");
	assert_false(bulletin_letter_mail(
		&w, &setup, &(struct outbox_row){ .what_id = 1, .since = 2 }, &letter));
	db_end(w.db);
	arena_free(a);
	receiver_free(r);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_group_gets_it_when_it_is_out_signed_and_with_nothing_hidden),
		TEST(what_fails_is_tried_again_under_the_same_key),
		TEST(an_error_in_a_good_answer_is_an_error),
		TEST(private_addresses_are_refused_unless_allowed),
		TEST(addresses_and_secrets_are_shown_to_nobody),
		TEST(a_paused_or_deleted_one_gets_nothing_and_a_correction_takes_the_place),
		TEST(a_branchs_group_is_told_once_how_many_have_not_signed),
		TEST(who_has_an_address_and_wants_e_mail_gets_it_whole),
		TEST(no_more_go_in_a_minute_than_a_service_takes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
