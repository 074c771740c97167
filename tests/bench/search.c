/*
 * How long a search takes, at any size: build/bench/search FILE POINTS [ROUNDS] (of the class
 * ONLY= alone, if it is set; without writing, if READ= is). Makes FILE if it is not there, then
 * asks each class of query as headquarters and as one rep, with total, facets, and the page's lines
 * (snippets), and prints a table.
 */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "search_fill.h"
#include "search_queries.h"

#include "base/clock.h"
#include "rules/search.h"
#include "store/search_ask.h"
#include "store/search_fill.h"
#include "store/search_source.h"
#include "views/search.h"

/* Of this thread's own time: who else is at work on the machine changes nothing. */
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

static void search_once(
	struct db *db, const struct who *who, const char *typed, enum search_sort sort, long *hits)
{
	struct arena *a = db_arena(db);
	struct query q = query_parse(a, typed);
	struct search_ask ask = { .query = query_parse(a, typed),
		.sort = sort,
		.facets = true,
		.hints = true,
		.limit = 20,
		.today = (FIRST_WEEK + WEEKS) * 7 + 4,
		.week = { FIRST_WEEK + WEEKS - 1 } };
	struct search_view view = {
		.query = &q, .asked = true, .terms = query_terms(a, &q), .week_4 = "", .week_13 = ""
	};
	for (int i = 0; i < SEARCH_PARAMS; i++)
		view.said[i] = "";
	search_understand(db, who, &ask.query);
	view.found = search_ask(db, who, &ask);
	search_page_fill(a, &view);
	*hits += view.found.total;
}

/* For the peers: the texts, and queries of the same classes. */
static void write_texts(struct db *db, const char *path)
{
	FILE *f = path ? fopen(path, "w") : NULL;
	struct arena *a = arena_new();
	int64_t last = 0, written = 0;
	for (int seen = 1; f && seen;) {
		db_begin(db, a);
		struct q *q = db_ask(db,
			SQL("SELECT id, headline, body FROM search_row WHERE id > ?1 ORDER BY id "
			    "LIMIT 1000"),
			V(last));
		for (seen = 0; q_row(q); seen++) {
			last = q_long(q, 0);
			char *body = arena_string(a, q_text(q, 2));
			for (char *p = body; *p; p++)
				*p = *p == '\n' || *p == '\t' ? ' ' : *p;
			fprintf(f, "%ld\t%s\t%s\n", (long)++written, q_text(q, 1), body);
		}
		db_end(db);
		arena_reset(a);
	}
	arena_free(a);
	if (f)
		fclose(f);
}

static void write_queries(const struct strings *s, const char *path, int rounds)
{
	FILE *f = path ? fopen(path, "w") : NULL;
	struct arena *a = arena_new();
	for (int class = 0; f && class < (int)(sizeof classes / sizeof *classes); class ++)
		for (int i = 0; i < rounds && (class < 12 || class == 16); i++) /* no filters */
			fprintf(f, "%d\t%s\t%s\n", i, classes[class], query_of(a, s, class));
	arena_free(a);
	if (f)
		fclose(f);
}

static void measure(struct db *db, const char *login, const struct strings *s,
	enum search_sort sort, int rounds)
{
	struct arena *a = arena_new(), *words = arena_new();
	double *took = calloc((size_t)rounds, sizeof *took);
	printf("\n%s, %s first\n%-16s %9s %8s %8s %8s\n", login,
		sort == SEARCH_BEST ? "best" : "newest", "ms", "hits", "p50", "p99", "max");
	for (int class = 0; class < (int)(sizeof classes / sizeof *classes); class ++) {
		if (strcmp(getenv("ONLY") ? getenv("ONLY") : classes[class], classes[class]) != 0)
			continue;
		long hits = 0;
		for (int i = -rounds / 10; i < rounds; i++) {
			const char *typed = query_of(words, s, class);
			db_begin(db, a);
			const struct who *who = who_login_any(db, login);
			double began = now_ms();
			search_once(db, who, typed, sort, &hits);
			if (i >= 0)
				took[i] = now_ms() - began;
			db_end(db);
			arena_reset(a);
		}
		qsort(took, (size_t)rounds, sizeof *took, ascending);
		printf("%-16s %9ld %8.2f %8.2f %8.2f\n", classes[class], hits / rounds,
			took[rounds / 2], took[rounds * 99 / 100], took[rounds - 1]);
	}
	free(took);
	arena_free(words);
	arena_free(a);
}

/* What a search costs that lets SQLite rank: all hits, by bm25. */
static void measure_naive(struct db *db, int rounds)
{
	struct arena *a = arena_new();
	double worst = 0, sum = 0;
	for (int i = 0; i < rounds; i++) {
		db_begin(db, a);
		double began = now_ms();
		struct q *q = db_ask(db,
			SQL("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT "
			    "20"),
			V(arena_format(a, "\"%s\"", common[i % 10])));
		while (q_row(q))
			;
		double took = now_ms() - began;
		worst = took > worst ? took : worst;
		sum += took;
		db_end(db);
		arena_reset(a);
	}
	printf("\nORDER BY rank on the commonest: mean %.1f ms, worst %.1f ms\n", sum / rounds,
		worst);
	arena_free(a);
}

static void print_sizes(struct db *db)
{
	struct arena *a = arena_new();
	db_begin(db, a);
	double text =
		(double)db_long(db, SQL("SELECT sum(length(CAST(headline AS BLOB)) + "
					"length(CAST(body AS BLOB))) FROM search_row /*scan*/"));
	double index =
		(double)db_long(db, SQL("SELECT sum(length(block)) FROM search_data /*scan*/"));
	double filter = (double)db_long(
		db, SQL("SELECT sum(length(CAST(filter AS BLOB))) FROM search_row /*scan*/"));
	printf("text %.0f MB, index %.0f MB: %.2f of the text; filters as text "
	       "%.0f MB\n",
		text / 1e6, index / 1e6, index / text, filter / 1e6);
	db_end(db);
	arena_free(a);
}

static void measure_writes(struct writer *w, const struct strings *s, bool index)
{
	enum { WRITES = 300 };
	double took[WRITES];
	for (int i = 0; i < WRITES; i++) {
		struct arena *a = arena_new();
		{
			TXN(t, w, a);
			double began = now_ms();
			add_point(&t, a, s, 99, 100);
			int64_t id = db_long(t.db, SQL("SELECT max(id) FROM point"));
			if (index)
				search_write(&t, search_source(t.db, SEARCH_POINT, id));
			took[i] = now_ms() - began; /* without the disk's sync */
		}                                   /* not kept */
		arena_free(a);
	}
	qsort(took, WRITES, sizeof *took, ascending);
	printf("a write %s the index: p50 %.3f, p99 %.3f ms\n", index ? "with" : "without",
		took[WRITES / 2], took[WRITES * 99 / 100]);
}

/* As the job thread does when a server begins. */
static void warm_up(struct db *db)
{
	struct arena *a = arena_new();
	double began = now_ms();
	for (int64_t before = INT64_MAX; before != INT64_MIN; arena_reset(a)) {
		db_begin(db, a);
		before = search_facets_learn_any(db, before, 5000);
		db_end(db);
	}
	printf("what is known of each row read in %.1f s\n", (now_ms() - began) / 1000);
	arena_free(a);
}

/* Of a file that another process may be writing. */
static int read_only(const char *path, int rounds)
{
	struct arena *a = arena_new();
	const char *why = "";
	struct strings s = read_sentences(a);
	db_start();
	struct db *db = db_open(path, a, &why);
	if (!s.count || !db) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	warm_up(db);
	measure(db, "han", &s, SEARCH_BEST, rounds);
	measure(db, "p7", &s, SEARCH_BEST, rounds);
	measure(db, "han", &s, SEARCH_NEW, rounds);
	db_close(db);
	arena_free(a);
	return 0;
}

int main(int count, char **args)
{
	struct arena *a = arena_new();
	if (count < 3)
		return 2;
	long points = atol(args[2]);
	int rounds = count > 3 ? atoi(args[3]) : 200;
	if (getenv("READ"))
		return read_only(args[1], rounds);
	bool fresh = access(args[1], F_OK) != 0;
	struct install in;
	const char *why = "";
	struct strings s = read_sentences(a);
	if (!s.count || !install_open(&in, args[1], a, &why)) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	double began = now_ms();
	if (fresh) {
		fill_truth(in.writer, &s, points);
		printf("%ld points written in %.1f s\n", points, (now_ms() - began) / 1000);
		search_make_anew(in.writer, a);
		began = now_ms();
		for (bool more = true; more;) {
			search_fill(in.writer, SEARCH_SLICE_ALONE, &more);
			writer_checkpoint(in.writer, 64 << 20);
		}
		double took = (now_ms() - began) / 1000;
		printf("indexed in %.1f s: %.0f a second\n", took, (double)points / took);
	}
	struct db *db = db_open(args[1], a, &why);
	print_sizes(db);
	measure_writes(in.writer, &s, false);
	measure_writes(in.writer, &s, true);
	warm_up(db);
	measure(db, "han", &s, SEARCH_BEST, rounds);
	measure(db, "p7", &s, SEARCH_BEST, rounds);
	measure(db, "han", &s, SEARCH_NEW, rounds);
	if (!getenv("ONLY"))
		measure_naive(db, 20);
	write_texts(db, getenv("DOCS"));
	write_queries(&s, getenv("QUERIES"), rounds);
	db_close(db);
	install_close(&in);
	arena_free(a);
	return 0;
}
