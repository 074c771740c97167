/*
 * What pages cost: build/bench/pages FOLDER SMALL BIG [ROUNDS]. Makes a database of each size there
 * (pages_fill.h), then asks both in turn for each page ROUNDS times, of one unit, person, topic and
 * week after the other, and prints its median time and its bytes (ONLY=: of pages so called).
 * Without a socket; of the thread's own time.
 */
#include <time.h>
#include <unistd.h>

#include "pages_fill.h"

#include "base/clock.h"
#include "doors/secret.h"
#include "store/session.h"
#include "web/visit.h"

enum { NOW = 1795500000 /* Tuesday 2026-11-24, 14:00 in Shanghai */, WARM = 8 };
#define MOST 1.5

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
	bool told; /* bounded, but not by what it shows: told, not promised */
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
	{ "points like it", THE_BOSS, "/points/{p}/similar", true },
	{ "the first page of a rep", THE_REP, "/" },
	{ "the first page of a branch", THE_BRANCH, "/" },
	{ "the first page of headquarters", THE_BOSS, "/" },
	{ "bulletins", THE_REP, "/bulletins" },
	{ "who signed for one", THE_BOSS, "/bulletins/1/receipts" },
};

static const char *cookies[PAGES_BOSS + 1]; /* the same in both */

struct site {
	long points;
	struct app app;
	struct worker *worker;
	double *took;
	size_t bytes;
};

/* Of this round, all alike at every size: the weeks are the last four. */
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
			out_text(&o, week_name(a, (struct week){ PAGES_LAST_WEEK - round % 4 }));
		else
			out_format(&o, "%ld",
				letter == 't'   ? round % 50L
				: letter == 'b' ? round % 5L
				: letter == 'n' ? 1 + round * 3 % 20L
						: points - PAGES_WEEK * (round % 4 + 1) +
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

static void ask_round(struct site *site, const struct page *page, int r)
{
	struct arena *a = arena_new();
	size_t bytes;
	int round = r < 0 ? r + WARM : r;
	double ms = ask(site->worker, reader_of(page->reader, round),
		address_of(a, page->address, round, site->points), &bytes);
	if (r >= 0) {
		site->took[r] = ms;
		site->bytes += bytes;
	}
	arena_free(a);
}

static double median(struct site *site, int rounds)
{
	qsort(site->took, (size_t)rounds, sizeof *site->took, ascending);
	return site->took[rounds / 2];
}

/* false: it takes more than MOST times as long; where it shows more rows (a list that was not
 * full), for as many bytes. */
static bool measure(struct site sites[2], const struct page *page, int rounds)
{
	for (int i = 0; i < 2; i++)
		sites[i].bytes = 0;
	for (int r = -WARM; r < rounds; r++)
		for (int i = 0; i < 2; i++)
			ask_round(&sites[i], page, r);
	double small = median(&sites[0], rounds), big = median(&sites[1], rounds);
	double rows = (double)sites[1].bytes / (double)sites[0].bytes;
	bool kept = big <= MOST * small * (rows > 1 ? rows : 1);
	printf("%-32s %10.2f %10.2f %7.2f  %-6s %10zu %10zu\n", page->name, small, big, big / small,
		page->told ? ""
		: kept     ? "kept"
			   : "MISSED",
		sites[0].bytes / (size_t)rounds, sites[1].bytes / (size_t)rounds);
	fflush(stdout);
	return kept || page->told;
}

static void let_in(struct site *site, struct arena *a)
{
	TXN(t, site->app.install.writer, a);
	for (long p = 1; p <= PAGES_BOSS; p++) {
		cookies[p] = cookies[p] ? cookies[p] : secret_token(a, "");
		session_add(&t, secret_token_digest(a, cookies[p]), (struct person_id){ p }, NOW,
			NOW + 86400, NULL, NULL);
	}
	if (!txn_commit(&t))
		exit(2);
}

static void open_site(
	struct site *site, struct arena *a, const char *folder, const struct strings *s, int rounds)
{
	const char *why = "", *path = arena_format(a, "%s/pages.%ld", folder, site->points);
	bool fresh = access(path, F_OK) != 0;
	site->app.db_path = path;
	site->took = calloc((size_t)rounds, sizeof *site->took);
	if (!s->count || !install_open(&site->app.install, path, a, &why)) {
		fprintf(stderr, "%s\n", why);
		exit(2);
	}
	double began = now_ms();
	if (fresh) {
		pages_fill(site->app.install.writer, s, site->points);
		fprintf(stderr, "%ld points written in %.0f s\n", site->points,
			(now_ms() - began) / 1000);
	}
	let_in(site, a);
	site->worker = app_worker_start(&site->app, 0);
}

int main(int count, char **args)
{
	struct arena *a = arena_new();
	if (count < 4)
		return 2;
	int rounds = count > 4 ? atoi(args[4]) : 50;
	const char *only = getenv("ONLY");
	struct strings s = read_sentences(a);
	struct site sites[2] = { { .points = atol(args[2]) }, { .points = atol(args[3]) } };
	bool kept = true;
	clock_freeze(NOW);
	for (int i = 0; i < 2; i++)
		open_site(&sites[i], a, args[1], &s, rounds);
	printf("%-32s %10ld %10ld   times         bytes of both\n", "median, ms", sites[0].points,
		sites[1].points);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (!only || strstr(pages[i].name, only))
			kept = measure(sites, &pages[i], rounds) && kept;
	for (int i = 0; i < 2; i++) {
		app_worker_stop(sites[i].worker);
		install_close(&sites[i].app.install);
		free(sites[i].took);
	}
	arena_free(a);
	return !kept;
}
