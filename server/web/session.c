/* Signing in and out. */
#include "rules/session.h"

#include "base/text.h"
#include "guard.h"
#include "handlers.h"
#include "rules/throttle.h"
#include "rules/setup.h"
#include "templates.h"
#include "views/sign_in.h"

/* Only a path of ours: never //elsewhere, never a scheme, no backslash or control, which browsers
 * read as something else. */
static const char *safe_next(const char *next)
{
	if (next[0] != '/' || next[1] == '/')
		return "/";
	for (const char *p = next; *p; p++)
		if (*p == '\\' || (unsigned char)*p <= ' ' || *p == 0x7f)
			return "/";
	return next;
}

static enum outcome form(struct visit *v, int status)
{
	const char *next =
		*visit_field(v, "next") ? visit_field(v, "next") : visit_query(v, "next");
	const struct sign_in_view view = { .chrome = &v->chrome,
		.login = visit_field(v, "login"),
		.next = safe_next(next),
		.faults = v->work.faults };
	sign_in(visit_page(v, _("Sign in")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome session_show(struct visit *v)
{
	if (v->work.who->signed_in)
		return visit_see_other(v, safe_next(visit_query(v, "next")));
	if (setup_is_due(v->work.db))
		return visit_see_other(v, "/set-up");
	return form(v, 200);
}

enum outcome session_start(struct visit *v)
{
	const char *cookie = NULL, *agent = request_header(v->in, "User-Agent");
	const char *login = session_login(v->work.arena, visit_field(v, "login"));
	int64_t wait = throttle_wait(login, v->address, v->work.now);
	enum outcome outcome = session_sign_in(
		&v->work, login, visit_field(v, "password"), v->address, agent, &cookie);
	if (outcome == INVALID && wait)
		response_header(
			v->out, "Retry-After", arena_format(v->work.arena, "%ld", (long)wait));
	if (outcome == INVALID)
		return form(v, wait ? 429 : 422);
	if (outcome == DONE && v->cookie)
		outcome = session_sign_out(&v->work, v->cookie);
	if (outcome != DONE)
		return outcome;
	guard_set_cookie(v, cookie);
	return visit_see_other(v, safe_next(visit_field(v, "next")));
}

enum outcome session_stop(struct visit *v)
{
	enum outcome outcome = session_sign_out(&v->work, v->cookie);
	if (outcome != DONE)
		return outcome;
	guard_set_cookie(v, NULL);
	return visit_see_other(v, "/sign-in?said=signed-out");
}
