#include "replay.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/secret.h"
#include "failure.h"
#include "routes.h"
#include "rules/replay.h"

/* Method, address, type and body, as one digest. The body may hold anything but is hashed as what
 * it is: its length stands in front, and a body with a NUL in it is no text that we take. */
static const char *digest(const struct visit *v)
{
	const struct request *in = v->in;
	return secret_token_digest(v->work.arena,
		arena_format(v->work.arena, "%s %s\n%s\n%zu\n%s", method_name(in->method),
			in->target, in->content_type ? in->content_type : "", in->body_len,
			in->body));
}

static enum outcome answer_again(struct visit *v, const struct replay_answer *before)
{
	struct json_writer j = visit_json(v, before->status);
	out_text(j.out, before->body);
	if (before->etag)
		response_header(v->out, "ETag", before->etag);
	return DONE;
}

static struct replay_answer answer_of(const struct visit *v)
{
	struct replay_answer answer = { .status = v->out->status,
		.body = out_string(&v->out->body) };
	LIST_EACH (const struct http_header, h, &v->out->headers)
		if (text_same(h->name, "ETag"))
			answer.etag = h->value;
	return answer;
}

enum outcome replay_answer(struct visit *v)
{
	const char *key = request_header(v->in, "Idempotency-Key");
	if (!key || v->face != JSON || v->in->method == GET || !v->work.who->signed_in)
		return v->route->handle(v);
	struct replay r = { .key = key, .request = digest(v) };
	enum outcome outcome = replay_begin(&v->work, &r);
	if (outcome == CONFLICT)
		outcome = failure_answer(v, 409), response_header(v->out, "Retry-After", "1");
	else if (outcome == DONE && r.answer.status)
		outcome = answer_again(v, &r.answer);
	else if (outcome == DONE) {
		outcome = v->route->handle(v);
		bool good = outcome == DONE && !db_failed(v->work.db);
		const struct replay_answer answer =
			good ? answer_of(v) : (struct replay_answer){ 0 };
		if (!replay_end(&v->work, &r, &answer))
			return BROKEN;
	}
	return outcome;
}
