#include "visit.h"

#include <stdio.h>

#include <string.h>

#include "address.h"
#include "base/log.h"
#include "base/text.h"
#include "failure.h"
#include "guard.h"
#include "headers.h"
#include "metrics.h"
#include "replay.h"
#include "routes.h"
#include "rules/session.h"
#include "rules/setting.h"

static const char *bearer(const struct request *in)
{
	const char *value = request_header(in, "Authorization");
	return value && strncasecmp(value, "Bearer ", 7) == 0 ? value + 7 : NULL;
}

/* Pages know cookies, the API knows tokens; neither takes the other's. */
static const struct who *identify(struct visit *v)
{
	struct arena *a = v->work.arena;
	if (v->face == JSON)
		return session_of_token(v->work.db, a, bearer(v->in));
	v->cookie = request_cookie(v->in, guard_cookie_name(v));
	return session_of_cookie(v->work.db, a, v->cookie, v->work.now);
}

static const struct who nobody = { 0 };

static void prepare(struct visit *v)
{
	struct work *w = &v->work;
	const struct who *who = identify(v);
	w->who = who ? who : &nobody;
	if (!who)
		v->cookie = NULL;
	v->address = address_of(v->in, v->app->trusted_proxies);
	w->zone = zone_find(setting_text(w->db, "zone"));
	v->zone = w->who->zone ? zone_find(w->who->zone) : NULL;
	if (!v->zone)
		v->zone = w->zone;
	const char *asked = request_header(v->in, "Accept-Language");
	i18n_use(w->who->language ? w->who->language
				  : i18n_pick(asked, setting_text(w->db, "language")));
}

static enum outcome handle(struct visit *v)
{
	bool other_method = false;
	const struct request *in = v->in;
	v->face = text_starts(in->path, "/api/") ? JSON : PAGE;
	v->route =
		routes_find(in->method, in->path, v->work.arena, v->arg, &v->word, &other_method);
	if (v->route)
		v->face = v->route->face;
	prepare(v);
	if (!v->route) {
		failure_answer(v, other_method ? 405 : 404);
		if (other_method)
			response_header(v->out, "Allow", routes_allowed(in->path, v->work.arena));
		return DONE;
	}
	int refused = guard_check(v);
	if (refused)
		return failure_answer(v, refused);
	return replay_answer(v);
}

static void log_answer(const struct visit *v, int64_t took)
{
	char number[24], status[12], ms[24];
	snprintf(number, sizeof number, "%ld", v->in->number);
	snprintf(status, sizeof status, "%d", v->out->status);
	snprintf(ms, sizeof ms, "%.1f", (double)took / 1000);
	log_request("request", "n", number, "who",
		v->work.who && v->work.who->login ? v->work.who->login : "-", "method",
		method_name(v->in->method), "route", v->route ? v->route->path : "-", "status",
		status, "ms", ms, NULL);
}

void visit_answer(void *p, const struct request *in, struct response *out)
{
	struct worker *worker = p;
	int64_t started = clock_microseconds();
	struct visit v = { .app = worker->app, .in = in, .out = out, .word = "" };
	v.work = (struct work){ .arena = in->arena,
		.db = worker->db,
		.writer = worker->app->install.writer,
		.now = clock_now(),
		.faults = { .arena = in->arena } };
	out->body = out_new(in->arena);
	db_begin(worker->db, in->arena);
	enum outcome outcome = handle(&v);
	/* A failure that came late, after half the page was built, is still a clean error page. */
	bool failed = db_failed(worker->db), no_index = db_lost_index(worker->db);
	if (failed) { /* the page that says so reads who asks, from a snapshot that works */
		db_end(worker->db);
		db_begin(worker->db, in->arena);
	}
	if (failed || outcome == BROKEN)
		failure_answer(&v, no_index ? FAILURE_NO_INDEX : 500);
	else if (outcome != DONE && (out->status == 200 || !out->body.len))
		failure_answer(&v, out->status == 200 ? outcome_status(outcome) : out->status);
	db_end(worker->db);
	headers_add(&v);
	int64_t took = clock_microseconds() - started;
	metrics_count(v.route, out->status, took);
	log_answer(&v, took);
}

int outcome_status(enum outcome outcome)
{
	switch (outcome) {
	case DONE:
		return 200;
	case NOT_FOUND:
		return 404;
	case FORBIDDEN:
		return 403;
	case INVALID:
		return 422;
	case CONFLICT:
		return 409;
	case STALE:
		return 412;
	case BROKEN:
		break;
	}
	return 500;
}

const char *visit_field(const struct visit *v, const char *name)
{
	const char *value = fields_value(&v->form, name);
	return value ? value : "";
}

const char *visit_query(const struct visit *v, const char *name)
{
	const char *value = request_query(v->in, name);
	return value ? value : "";
}

static int64_t number_of(const char *s)
{
	int64_t n = 0;
	if (strlen(s) > 18)
		return 0;
	for (; *s; s++) {
		if (*s < '0' || *s > '9')
			return 0;
		n = n * 10 + (*s - '0');
	}
	return n;
}

int64_t visit_number(const struct visit *v, const char *name)
{
	return number_of(visit_field(v, name));
}

int64_t visit_query_number(const struct visit *v, const char *name)
{
	return number_of(visit_query(v, name));
}

bool visit_week(const struct visit *v, struct week fallback, struct week *week)
{
	const char *asked = visit_query(v, "week");
	if (!*asked)
		asked = visit_field(v, "week");
	*week = fallback;
	return !*asked || week_parse(asked, week);
}

struct json_writer visit_json(struct visit *v, int status)
{
	v->out->status = status;
	v->out->body.len = 0;
	response_header(v->out, "Content-Type",
		status < 400 ? "application/json" : "application/problem+json");
	return json_writer(&v->out->body);
}

enum outcome visit_see_other(struct visit *v, const char *address)
{
	v->out->status = 303;
	response_header(v->out, "Location", address);
	return DONE;
}

bool visit_wants(const struct visit *v, const char *media_type)
{
	const char *accept = request_header(v->in, "Accept");
	return accept && strstr(accept, media_type) != NULL;
}
