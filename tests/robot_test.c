/* What groups' robots and programs are sent, byte for byte, and how their answers are judged. */
#include "test.h"

#include "base/text.h"
#include "doors/json.h"
#include "views/robot.h"

static void signatures_are_those_of_each_documentation(void **state)
{
	struct test *t = *state;
	assert_string_equal(robot_sign_feishu(t->arena, "demo", 1599360473),
		"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
	assert_string_equal(robot_sign_dingtalk(t->arena, "SECdemo", 1600000000000),
		"Vvfv118DE51j2RZCvVs8esnXmr/g7c19T1JgYburZuI=");
	/* The vector that the libraries of Standard Webhooks are tested with. */
	assert_string_equal(
		robot_sign_webhook(t->arena, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
			"msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"),
		"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	assert_null(robot_sign_webhook(t->arena, "whsec_no base64", "m", 1, "{}"));
	const struct destination d = { .kind = DESTINATION_DINGTALK,
		.url = "https://oapi.dingtalk.com/robot/send?access_token=x",
		.secret = "SECdemo" };
	assert_string_equal(robot_url(t->arena, &d, 1600000000),
		"https://oapi.dingtalk.com/robot/send?access_token=x&timestamp=1600000000000"
		"&sign=Vvfv118DE51j2RZCvVs8esnXmr%2Fg7c19T1JgYburZuI%3D");
}

static const struct json *body_of(struct test *t, const struct destination *d,
	const struct outbox_letter *letter, const char **bytes)
{
	struct json_problem p;
	*bytes = robot_body(t->arena, d, letter, 1599360473);
	const struct json *j = json_parse(t->arena, *bytes, strlen(*bytes), &p);
	assert_non_null(j);
	return j;
}

static void each_is_sent_its_own_format(void **state)
{
	struct test *t = *state;
	const struct outbox_letter letter = { .title = "第3期",
		.text = "一行\n二行 <at user_id=\"all\">\n",
		.address = "https://t.example/bulletins/3" };
	const char *bytes;
	struct destination d = { .kind = DESTINATION_FEISHU, .secret = "demo" };
	const struct json *j = body_of(t, &d, &letter, &bytes);
	assert_string_equal(json_get_text(j, "timestamp"), "1599360473");
	assert_string_equal(
		json_get_text(j, "sign"), "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
	assert_string_equal(json_get_text(j, "msg_type"), "post");
	assert_null(strstr(bytes, "<at")); /* nobody is called by what somebody wrote */
	assert_non_null(strstr(bytes, "\"href\":\"https://t.example/bulletins/3\""));
	d = (struct destination){ .kind = DESTINATION_DINGTALK };
	j = body_of(t, &d, &letter, &bytes);
	assert_string_equal(json_get_text(j, "msgtype"), "markdown");
	const struct json *m = json_get(j, "markdown");
	assert_string_equal(json_get_text(m, "title"), "第3期");
	assert_true(text_starts(json_get_text(m, "text"), "### 第3期\n\n一行\n\n二行 ＜at"));
	d = (struct destination){ .kind = DESTINATION_WECOM };
	j = body_of(t, &d, &letter, &bytes);
	assert_true(text_starts(
		json_get_text(json_get(j, "markdown"), "content"), "**第3期**\n一行\n二行 ＜at"));
}

static void what_is_too_long_is_cut_between_characters_and_keeps_its_address(void **state)
{
	struct test *t = *state;
	static const char *const pieces[] = { "汉", "\"", "🙂", "é字", "<", "\\" };
	for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++)
		for (int kind = 0; kind < DESTINATION_WEBHOOK; kind++) {
			struct out text = out_new(t->arena);
			for (int i = 0; i < 9000; i++)
				out_format(&text, "%s%s", pieces[k], i % 97 == 96 ? "\n" : "");
			const struct outbox_letter letter = { .title = out_string(&text),
				.text = out_string(&text),
				.address = "https://t.example/bulletins/3" };
			struct destination d = { .kind = (enum destination_kind)kind,
				.secret = "demo" };
			const char *bytes;
			const struct json *j = body_of(t, &d, &letter, &bytes);
			size_t bad, most = destination_kind_words(d.kind)->bytes;
			if (!text_valid(bytes, strlen(bytes), &bad))
				fail_msg("%s: cut through a character", pieces[k]);
			const char *wecom = json_get_text(json_get(j, "markdown"), "content");
			size_t counted = kind == DESTINATION_WECOM ? strlen(wecom) : strlen(bytes);
			if (counted > most || counted < most / 2)
				fail_msg("%s, %d: %zu bytes", pieces[k], kind, counted);
			assert_non_null(strstr(bytes, "https://t.example/bulletins/3"));
			assert_non_null(strstr(bytes, "…"));
		}
}

static void an_answer_is_judged_by_the_code_in_it(void **state)
{
	struct test *t = *state;
	static const struct {
		enum destination_kind kind;
		int status;
		const char *answer;
		enum outbox_result result;
		int wait;
	} rows[] = {
		{ DESTINATION_FEISHU, 200, "{\"code\":0,\"msg\":\"success\"}", OUTBOX_SENT, 0 },
		{ DESTINATION_FEISHU, 200, "{\"StatusCode\":0,\"StatusMessage\":\"success\"}",
			OUTBOX_SENT, 0 },
		{ DESTINATION_FEISHU, 200, "{\"code\":19021,\"msg\":\"sign match fail\"}",
			OUTBOX_AGAIN, 0 },
		{ DESTINATION_FEISHU, 200, "{\"code\":11232}", OUTBOX_AWAY, 60 },
		{ DESTINATION_FEISHU, 200, "{\"errcode\":0}", OUTBOX_AGAIN, 0 },
		{ DESTINATION_DINGTALK, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}", OUTBOX_SENT, 0 },
		{ DESTINATION_DINGTALK, 200, "{\"errcode\":310000}", OUTBOX_AGAIN, 0 },
		{ DESTINATION_DINGTALK, 200, "{\"errcode\":130101}", OUTBOX_AWAY, 600 },
		{ DESTINATION_DINGTALK, 200, "<html>", OUTBOX_AGAIN, 0 },
		{ DESTINATION_DINGTALK, 200, "{\"errcode\":\"0\"}", OUTBOX_AGAIN, 0 },
		{ DESTINATION_WECOM, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}", OUTBOX_SENT, 0 },
		{ DESTINATION_WECOM, 200, "{\"errcode\":93000}", OUTBOX_AGAIN, 0 },
		{ DESTINATION_WECOM, 200, "{\"errcode\":45009}", OUTBOX_AWAY, 60 },
		{ DESTINATION_WECOM, 502, "{\"errcode\":0}", OUTBOX_AWAY, 0 },
		{ DESTINATION_WECOM, 302, "", OUTBOX_AGAIN, 0 },
		{ DESTINATION_WEBHOOK, 204, "", OUTBOX_SENT, 0 },
		{ DESTINATION_WEBHOOK, 302, "", OUTBOX_AGAIN, 0 },
		{ DESTINATION_WEBHOOK, 410, "", OUTBOX_NEVER, 0 },
		{ DESTINATION_WEBHOOK, 429, "", OUTBOX_AWAY, 60 },
		{ DESTINATION_WEBHOOK, 500, "", OUTBOX_AWAY, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct outbox_try try = { .arena = t->arena, .why = "" };
		enum outbox_result r = robot_judge(
			rows[i].kind, rows[i].status, rows[i].answer, strlen(rows[i].answer), &try);
		if (r != rows[i].result || try.wait != rows[i].wait)
			fail_msg("%s: %d, wait %d", rows[i].answer, (int)r, (int)try.wait);
		assert_true((r == OUTBOX_SENT) == !*try.why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(signatures_are_those_of_each_documentation),
		TEST(each_is_sent_its_own_format),
		TEST(what_is_too_long_is_cut_between_characters_and_keeps_its_address),
		TEST(an_answer_is_judged_by_the_code_in_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
