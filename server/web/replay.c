#include "replay.h"

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

static enum outcome answer_again(struct visit *v, const struct replay *r)
{
	struct json_writer j = visit_json(v, r->status);
	out_text(j.out, r->body);
	return DONE;
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
	else if (outcome == DONE && r.status)
		outcome = answer_again(v, &r);
	else if (outcome == DONE) {
		outcome = v->route->handle(v);
		bool good = outcome == DONE && !db_failed(v->work.db);
		if (!replay_end(&v->work, &r, good ? v->out->status : 0, out_string(&v->out->body)))
			return BROKEN;
	}
	return outcome;
}
