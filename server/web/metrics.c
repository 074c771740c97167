#include "metrics.h"

#include <assert.h>
#include <stdatomic.h>
#include <sys/stat.h>

#include "base/text.h"
#include "base/version.h"
#include "handlers.h"
#include "routes.h"

enum { ROUTES_MOST = 512, STATUSES = 20, BOUNDS = 12 };

static const int statuses[STATUSES] = { 0, 200, 201, 202, 204, 301, 302, 303, 304, 400, 401, 403,
	404, 405, 409, 412, 415, 422, 429, 500 }; /* 0: any other */
static const int64_t bounds[BOUNDS] = { 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000,
	500000, 1000000, 5000000 }; /* microseconds */

static _Atomic int64_t requests[ROUTES_MOST][STATUSES]; /* place 0: no route */
static _Atomic int64_t took[BOUNDS + 1], took_in_all;

void metrics_count(const struct route *route, int status, int64_t microseconds)
{
	size_t place = route ? 1 + routes_number(route) : 0;
	assert(place < ROUTES_MOST);
	int s = STATUSES - 1;
	while (s > 0 && statuses[s] != status)
		s--;
	int b = 0;
	while (b < BOUNDS && microseconds > bounds[b])
		b++;
	atomic_fetch_add_explicit(&requests[place][s], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&took[b], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&took_in_all, microseconds, memory_order_relaxed);
}

static void head(struct out *o, const char *name, const char *type, const char *help)
{
	out_format(o, "# HELP tributary_%s %s\n# TYPE tributary_%s %s\n", name, help, name, type);
}

static void figure(
	struct out *o, const char *name, const char *type, const char *help, int64_t value)
{
	head(o, name, type, help);
	out_format(o, "tributary_%s %lld\n", name, (long long)value);
}

static void print_requests(struct out *o)
{
	head(o, "requests_total", "counter", "Requests answered, by route and status.");
	for (size_t place = 0; place == 0 || routes_at(place - 1); place++)
		for (int s = 0; s < STATUSES; s++) {
			int64_t n = atomic_load(&requests[place][s]);
			if (!n)
				continue;
			const struct route *r = place ? routes_at(place - 1) : NULL;
			out_format(o,
				"tributary_requests_total{method=\"%s\",route=\"%s\",status=\"%d\"}"
				" %lld\n",
				r ? method_name(r->method) : "", r ? r->path : "", statuses[s],
				(long long)n);
		}
}

static void print_times(struct out *o)
{
	head(o, "request_seconds", "histogram",
		"How long answers took, without waiting for a worker.");
	int64_t sum = 0;
	for (int b = 0; b <= BOUNDS; b++) {
		sum += atomic_load(&took[b]);
		out_text(o, "tributary_request_seconds_bucket{le=\"");
		if (b < BOUNDS)
			out_format(o, "%g", (double)bounds[b] / 1e6);
		else
			out_text(o, "+Inf");
		out_format(o, "\"} %lld\n", (long long)sum);
	}
	out_format(o, "tributary_request_seconds_sum %.6f\ntributary_request_seconds_count %lld\n",
		(double)atomic_load(&took_in_all) / 1e6, (long long)sum);
}

static int64_t file_size(struct arena *a, const char *path, const char *suffix)
{
	struct stat s;
	return stat(arena_format(a, "%s%s", path, suffix), &s) == 0 ? (int64_t)s.st_size : 0;
}

static void print_state(struct visit *v, struct out *o)
{
	struct http *http = atomic_load(&v->app->http);
	struct http_figures waiting = { 0 };
	if (http)
		waiting = http_figures(http);
	struct install_figures writes = install_figures(&v->app->install);
	const char *path = v->app->db_path;
	figure(o, "queue_length", "gauge", "Requests that wait for a worker.",
		(int64_t)waiting.queued);
	figure(o, "writes_queue_length", "gauge", "Writes that wait for their turn.",
		(int64_t)waiting.writes_queued);
	figure(o, "password_queue_length", "gauge", "Sign-ins that wait for their turn.",
		(int64_t)waiting.slow_queued);
	figure(o, "commits_total", "counter", "Commits to disk.", writes.commits);
	figure(o, "writes_total", "counter",
		"Writes in these commits; divided by them, the size of a batch.", writes.writes);
	figure(o, "database_bytes", "gauge", "Size of the database file.",
		file_size(v->work.arena, path, ""));
	figure(o, "database_log_bytes", "gauge", "Size of the write-ahead log beside it.",
		file_size(v->work.arena, path, "-wal"));
	head(o, "build_info", "gauge", "Version of the program.");
	out_text(o, "tributary_build_info{version=\"" TRIBUTARY_VERSION "\"} 1\n");
}

/* Who asks through a proxy of the same machine that nobody trusts is not on the machine. */
static bool is_local(const struct visit *v)
{
	bool told = request_header(v->in, "X-Forwarded-For") || request_header(v->in, "Forwarded");
	if (text_same(v->address, v->in->peer) && told)
		return false;
	return text_starts(v->address, "127.") || text_same(v->address, "::1");
}

enum outcome metrics_show(struct visit *v)
{
	if (!is_local(v) && !who_is(v->work.who, ADMIN))
		return NOT_FOUND;
	response_header(v->out, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
	print_requests(&v->out->body);
	print_times(&v->out->body);
	print_state(v, &v->out->body);
	return DONE;
}
