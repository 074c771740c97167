/*
 * What pages cost: build/bench/pages FILE POINTS [ROUNDS]. Makes FILE if it is not there
 * (pages_fill.h), then asks for each page ROUNDS times, of one unit, person, topic and week after
 * the other, and prints its median time and its bytes (ONLY=: of pages so called). Without a
 * socket; of the thread's own time.
 */
#include <time.h>
#include <unistd.h>

#include "pages_fill.h"

#include "base/clock.h"
#include "doors/secret.h"
#include "store/session.h"
#include "web/visit.h"

enum { NOW = 1795500000 /* Tuesday 2026-11-24, 14:00 in Shanghai */, UNITS = 56 };

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int ascending(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

enum reader { THE_REP, THE_MANAGER, THE_BRANCH, THE_BOSS };

/* {w}: one of the weeks; {t} {b}: a team's, a branch's number; {n}: a topic's; {p}: that of a
 * point for everybody. */
static const struct page {
	const char *name;
	enum reader reader;
	const char *address;
} pages[] = {
	{ "a team's roll-up", THE_MANAGER, "/units/t{t}?week={w}" },
	{ "a branch's roll-up", THE_BRANCH, "/units/b{b}?week={w}" },
	{ "headquarters' roll-up", THE_BOSS, "/units/hq?week={w}" },
	{ "a cell of its matrix", THE_BOSS, "/units/hq?week={w}&part=3&topic={n}" },
	{ "desk of headquarters", THE_BOSS, "/hq?week={w}" },
	{ "a topic, read by a rep", THE_REP, "/topics/{n}" },
	{ "a topic, by effect", THE_REP, "/topics/{n}?order=effect" },
	{ "a topic, at headquarters", THE_BOSS, "/topics/{n}" },
	{ "the map of the process", THE_REP, "/topics" },
	{ "my trail", THE_REP, "/trail" },
	{ "a branch's workbench", THE_BRANCH, "/units/b{b}/workbench?week={w}&topic={n}" },
	{ "its points not dealt with", THE_BRANCH, "/units/b{b}/workbench?week={w}&topic=open" },
	{ "headquarters' workbench", THE_BOSS, "/units/hq/workbench?week={w}&topic={n}" },
	{ "what recurs, for a rep", THE_REP, "/radar" },
	{ "what recurs, at headquarters", THE_BOSS, "/radar" },
	{ "a point", THE_REP, "/points/{p}" },
	{ "points like it", THE_REP, "/points/{p}/similar" },
	{ "the first page of a rep", THE_REP, "/" },
	{ "the first page of a branch", THE_BRANCH, "/" },
	{ "the first page of headquarters", THE_BOSS, "/" },
	{ "bulletins", THE_REP, "/bulletins" },
	{ "who signed for one", THE_BOSS, "/bulletins/1/receipts" },
};

static const char *cookies[PAGES_BOSS + 1];

/* Of this round, all alike at every size: the weeks are the last eight. */
static const char *address_of(struct arena *a, const char *pattern, int round, long points)
{
	struct out o = out_new(a);
	for (const char *p = pattern; *p; p++) {
		if (*p != '{') {
			out_char(&o, *p);
			continue;
		}
		char letter = p[1];
		p += 2;
		if (letter == 'w')
			out_text(&o, week_name(a, (struct week){ PAGES_LAST_WEEK - round % 8 }));
		else
			out_format(&o, "%ld",
				letter == 't'   ? round % 50L
				: letter == 'b' ? round % 5L
				: letter == 'n' ? 1 + round * 3 % 20L
						: points - PAGES_WEEK * (round % 8 + 1) +
							  round % 10 * 100L + 1);
	}
	return out_string(&o);
}

static long reader_of(enum reader reader, int round)
{
	return reader == THE_BOSS      ? PAGES_BOSS
	       : reader == THE_BRANCH  ? 251 + round % 5
	       : reader == THE_MANAGER ? 1 + round % 50 * 5
				       : 2 + round % 50 * 5;
}

static double ask(struct worker *worker, long person, const char *address, size_t *bytes)
{
	struct arena *a = arena_new();
	struct http_header headers[] = { { "Host", "test" },
		{ "Cookie", arena_format(a, "tributary=%s", cookies[person]) } };
	struct request in = { .arena = a,
		.method = GET,
		.target = address,
		.body = "",
		.peer = "127.0.0.1",
		.host = "test",
		.number = 1,
		.headers = headers,
		.header_count = 2 };
	const char *why;
	struct response out = { .status = 200 };
	if (!uri_parse(a, address, &in.path, &in.query, &why))
		exit(2);
	double began = now_ms();
	visit_answer(worker, &in, &out);
	double took = now_ms() - began;
	if (out.status != 200) {
		fprintf(stderr, "%s: %d for person %ld\n", address, out.status, person);
		exit(2);
	}
	*bytes = out.body.len;
	arena_free(a);
	return took;
}

static void measure(struct worker *worker, long points, int rounds)
{
	struct arena *a = arena_new();
	double *took = calloc((size_t)rounds, sizeof *took);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const char *only = getenv("ONLY");
		size_t bytes = 0, one;
		if (only && !strstr(pages[i].name, only))
			continue;
		for (int r = -8; r < rounds; r++) {
			int round = r < 0 ? r + 8 : r;
			double ms = ask(worker, reader_of(pages[i].reader, round),
				address_of(a, pages[i].address, round, points), &one);
			if (r >= 0)
				took[r] = ms;
			bytes += r >= 0 ? one : 0;
			arena_reset(a);
		}
		qsort(took, (size_t)rounds, sizeof *took, ascending);
		printf("%s\t%.3f\t%.3f\t%zu\n", pages[i].name, took[rounds / 2],
			took[rounds * 9 / 10], bytes / (size_t)rounds);
		fflush(stdout);
	}
	free(took);
	arena_free(a);
}

int main(int count, char **args)
{
	struct arena *a = arena_new();
	if (count < 3)
		return 2;
	long points = atol(args[2]);
	bool fresh = access(args[1], F_OK) != 0;
	struct app app = { .db_path = args[1] };
	const char *why = "";
	struct strings s = read_sentences(a);
	clock_freeze(NOW);
	if (!s.count || !install_open(&app.install, args[1], a, &why)) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	double began = now_ms();
	if (fresh) {
		pages_fill(app.install.writer, &s, points);
		fprintf(stderr, "%ld points written in %.0f s\n", points,
			(now_ms() - began) / 1000);
	}
	{
		TXN(t, app.install.writer, a);
		for (long p = 1; p <= PAGES_BOSS; p++) {
			cookies[p] = secret_token(a, "");
			session_add(&t, secret_token_digest(a, cookies[p]), (struct person_id){ p },
				NOW, NOW + 86400, NULL, NULL);
		}
		if (!txn_commit(&t))
			return 1;
	}
	struct worker *worker = app_worker_start(&app, 0);
	measure(worker, points, count > 3 ? atoi(args[3]) : 50);
	app_worker_stop(worker);
	install_close(&app.install);
	arena_free(a);
	return 0;
}
