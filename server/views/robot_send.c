/* Sending to a robot, and judging its answer. */
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/json.h"
#include "doors/web_out.h"
#include "robot.h"
#include "rules/setting.h"

enum { SECONDS = 10, MINUTE = 60, TEN_MINUTES = 600 };

bool robot_is_on(const struct outbox_setup *setup)
{
	(void)setup;
	return true;
}

/* A paused one takes only what somebody tries with it. */
const void *robot_to(struct work *w, const struct outbox_row *row)
{
	const struct destination *d = destination_get_any(w->db, row->target);
	if (!d || !text_same(destination_kind_words(d->kind)->name, row->channel) ||
		(d->paused && !text_same(row->what, "test")))
		return NULL;
	struct robot_to *to = ARENA_NEW(w->arena, struct robot_to);
	*to = (struct robot_to){ *d, setting_number(w->db, "private_addresses") == 1 };
	return to;
}

/* Of Feishu, DingTalk and WeCom: what they say when it is too much at once, and for how long. */
static int64_t pause_of(enum destination_kind kind, int64_t code)
{
	if (kind == DESTINATION_FEISHU)
		return code == 11232 ? MINUTE : 0;
	if (kind == DESTINATION_DINGTALK)
		return code == 130101 || code == 410100 ? TEN_MINUTES : 0;
	return code == 45009 ? MINUTE : 0;
}

/* {"errcode": 0}; Feishu: {"code": 0} or {"StatusCode": 0}. */
static bool code_of(
	struct arena *a, enum destination_kind kind, const char *answer, size_t len, int64_t *code)
{
	static const char *const keys[] = { "code", "StatusCode", "errcode" };
	struct json_problem problem;
	const struct json *j = json_parse(a, answer, len, &problem);
	size_t first = kind == DESTINATION_FEISHU ? 0 : 2,
	       last = kind == DESTINATION_FEISHU ? 2 : 3;
	for (size_t i = first; j && i < last; i++)
		if (json_kind(json_get(j, keys[i])) == JSON_NUMBER_VALUE) {
			*code = json_get_number(j, keys[i], -1);
			return true;
		}
	return false;
}

static enum outbox_result by_status(int status, struct outbox_try *try)
{
	try->why = arena_format(try->arena, "HTTP %d", status);
	if (status == 410)
		return OUTBOX_NEVER; /* Standard Webhooks: it wants no more */
	if (status != 429 && status < 500)
		return OUTBOX_AGAIN;
	try->wait = status == 429 ? MINUTE : 0;
	return OUTBOX_AWAY;
}

enum outbox_result robot_judge(enum destination_kind kind, int status, const char *answer,
	size_t len, struct outbox_try *try)
{
	int64_t code;
	bool good = status >= 200 && status < 300;
	if (kind == DESTINATION_WEBHOOK)
		return good ? OUTBOX_SENT : by_status(status, try);
	if (!good)
		return by_status(status, try);
	if (!code_of(try->arena, kind, answer, len, &code)) {
		try->why = N_("It answered something that is no robot's answer");
		return OUTBOX_AGAIN;
	}
	if (code == 0)
		return OUTBOX_SENT;
	try->why = arena_format(try->arena, "code %lld", (long long)code);
	try->wait = pause_of(kind, code);
	return try->wait ? OUTBOX_AWAY : OUTBOX_AGAIN;
}

static enum outbox_result no_answer(enum web_out_fault fault, struct outbox_try *try)
{
	static const char *const words[] = {
		[WEB_OUT_ANSWERED] = "",
		[WEB_OUT_ADDRESS] = N_("The address is none"),
		[WEB_OUT_PRIVATE] =
			N_("The address lies in a private network, which the settings do "
			   "not allow"),
		[WEB_OUT_NAME] = N_("The host is not known"),
		[WEB_OUT_CONNECT] = N_("Nobody answers at this address"),
		[WEB_OUT_TIME] = N_("It did not answer in time"),
		[WEB_OUT_CERTIFICATE] = N_("Its certificate is not good"),
		[WEB_OUT_OTHER] = N_("The connection broke"),
	};
	try->why = words[fault];
	return fault == WEB_OUT_ADDRESS ? OUTBOX_NEVER : OUTBOX_AWAY;
}

enum outbox_result robot_send(struct outbox_try *try)
{
	const struct robot_to *to = try->to;
	const struct destination *d = &to->d;
	struct arena *a = try->arena;
	bool event = d->kind == DESTINATION_WEBHOOK;
	const char *body = event ? try->letter->body : robot_body(a, d, try->letter, try->now);
	const char *headers[7] = { 0 };
	if (event) {
		const char *id = arena_format(a, "msg_%s", try->row->key);
		const char *sign = robot_sign_webhook(a, d->secret, id, try->now, body);
		const char *at = arena_format(a, "%lld", (long long)try->now);
		const char *const three[] = { "webhook-id", id, "webhook-timestamp", at,
			"webhook-signature", sign };
		memcpy(headers, three, sizeof three);
	}
	struct web_out out = { .method = "POST",
		.url = robot_url(a, d, try->now),
		.type = "application/json; charset=utf-8",
		.headers = headers,
		.body = body,
		.len = strlen(body),
		.guarded = !to->private_too,
		.seconds = SECONDS };
	const char *why;
	if (!web_out_ask(a, &out, &why))
		return no_answer(out.fault, try);
	return robot_judge(d->kind, out.status, out.answer, out.answer_len, try);
}
