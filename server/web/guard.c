#include "guard.h"

#include <string.h>

#include "base/text.h"
#include "doors/secret.h"
#include "rules/session.h"

const char *guard_cookie_name(const struct visit *v)
{
	/* The prefix binds the cookie to this very host, over https (RFC 6265bis). */
	return v->app->secure ? "__Host-tributary" : "tributary";
}

void guard_set_cookie(struct visit *v, const char *value)
{
	response_header(v->out, "Set-Cookie",
		arena_format(v->work.arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s; Max-Age=%ld",
			guard_cookie_name(v), value ? value : "", v->app->secure ? "; Secure" : "",
			value ? session_seconds(v->work.db) : 0L));
}

const char *guard_csrf(const struct visit *v)
{
	return v->cookie ? secret_proof(v->work.arena, &v->app->install.key, "csrf", v->cookie)
			 : "";
}

static bool is_host(const char *address, const char *host)
{
	const char *named = strstr(address, "://");
	if (!named || !*host)
		return false;
	named += 3;
	size_t len = strcspn(named, "/?#");
	return strlen(host) == len && strncasecmp(named, host, len) == 0;
}

/* The host of an Origin or Referer must be the one that was asked, or, behind a proxy that asks by
 * another name, the one of --base-url. "null" is another's. */
static bool same_host(const struct visit *v, const char *address)
{
	if (is_host(address, v->in->host))
		return true;
	const char *base = v->app->base_url ? strstr(v->app->base_url, "://") : NULL;
	return base &&
	       is_host(address, arena_copy(v->work.arena, base + 3, strcspn(base + 3, "/?#")));
}

bool guard_same_origin(const struct visit *v)
{
	const char *site = request_header(v->in, "Sec-Fetch-Site");
	if (site && !text_same(site, "same-origin") && !text_same(site, "none"))
		return false;
	const char *origin = request_header(v->in, "Origin");
	if (origin)
		return same_host(v, origin);
	const char *referer = request_header(v->in, "Referer");
	return referer ? same_host(v, referer) : site != NULL;
}

/* A script of ours that saves a draft: it must be told, not led to the sign-in page. */
static bool is_script(const struct visit *v)
{
	return v->face == JSON || visit_wants(v, "application/json");
}

/* The address is the proof, and a mail program that asks for it is no browser of anybody's. */
static bool proves_itself(const struct visit *v)
{
	return text_starts(v->route->path, "/mail/leave/");
}

static int check_form(struct visit *v)
{
	const char *why;
	if (proves_itself(v))
		return 0;
	switch (form_parse(
		v->work.arena, v->in->content_type, v->in->body, v->in->body_len, &v->form, &why)) {
	case FORM_TYPE:
		return 415;
	case FORM_BAD:
		return 400;
	case FORM_READ:
		break;
	}
	if (!guard_same_origin(v))
		return 403;
	/* Where nobody needs to be signed in there is no session to misuse, and a page that was
	 * opened before signing in elsewhere has no token. */
	if (v->route->needs == NEED_NOTHING)
		return 0;
	if (!v->cookie || secret_same(guard_csrf(v), visit_field(v, "csrf")))
		return 0;
	return is_script(v) ? 401 : 403; /* the form is of a session that is over */
}

static bool may_enter(const struct visit *v)
{
	const struct who *who = v->work.who;
	if (v->route->needs == NEED_PERSON)
		return true;
	return who_is(who, v->route->needs);
}

int guard_check(struct visit *v)
{
	const struct who *who = v->work.who;
	if (v->route->needs != NEED_NOTHING) {
		if (!who->signed_in)
			return is_script(v) ? 401 : 303;
		if (!may_enter(v))
			return 403;
	}
	if (v->face == PAGE && v->in->method == POST) {
		int refused = check_form(v);
		if (refused)
			return refused;
	}
	bool about_password =
		text_starts(v->in->path, "/me/password") || text_same(v->in->path, "/sign-out");
	/* Pages only: a token was made on purpose and is no password that somebody else chose. */
	if (v->face == PAGE && who->signed_in && who->must_change &&
		v->route->needs != NEED_NOTHING && !about_password)
		return 303;
	return 0;
}
