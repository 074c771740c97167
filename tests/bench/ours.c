/* Our search as one of the engines (engine.h): rows as the store writes them, asked as the owner of
 * the machine, and the page's lines made. */
#include "engine.h"

#include "base/filter.h"
#include "base/list.h"
#include "doors/txn.h"
#include "rules/install.h"
#include "store/search_ask.h"
#include "store/search_fill.h"
#include "views/search.h"

enum { TODAY = 20781, BATCH = 2000 };

static struct install in;
static struct db *db;
static struct arena *life, *batch;
static const char *path;
static struct search_row rows[BATCH];
static size_t waiting;

static void engine_open(const char *dir, int fresh)
{
	const char *why = "";
	life = arena_new(), batch = arena_new();
	path = arena_format(life, "%s/db", dir);
	if (!install_open(&in, path, life, &why) || !(db = db_open(path, life, &why)))
		fprintf(stderr, "%s: %s\n", dir, why), exit(2);
	(void)fresh;
}

static void write_batch(void)
{
	struct arena *a = arena_new();
	{
		TXN(t, in.writer, a);
		for (size_t i = 0; i < waiting; i++)
			search_write(&t, &rows[i]);
		if (!txn_commit(&t))
			abort();
	}
	arena_free(a);
	writer_checkpoint(in.writer, 64 << 20);
	arena_reset(batch);
	waiting = 0;
}

static void engine_add(long number, const char *headline, const char *body)
{
	struct out filter = out_new(batch);
	filter_token(&filter, FILTER_ALL, 0);
	filter_token(&filter, FILTER_TYPE, SEARCH_POINT);
	rows[waiting++] = (struct search_row){ .type = SEARCH_POINT,
		.noun = number,
		.day = TODAY - number * 7919 % 700, /* in no order that helps */
		.kind = 0,
		.topics = "",
		.headline = arena_string(batch, headline),
		.body = arena_string(batch, body),
		.filter = out_string(&filter) };
	if (waiting == BATCH)
		write_batch();
}

static void engine_ready(void)
{
	write_batch();
}

static int engine_find(const char *words, long numbers[ENGINE_FIRST], long *total)
{
	static struct arena *a;
	a = a ? a : arena_new();
	arena_reset(a);
	db_begin(db, a);
	struct query typed = query_parse(a, words);
	struct search_ask ask = { .query = query_parse(a, words),
		.sort = SEARCH_BEST,
		.facets = true,
		.hints = true,
		.limit = ENGINE_FIRST,
		.today = TODAY,
		.week = { TODAY / 7 } };
	struct search_view view = { .query = &typed,
		.asked = true,
		.terms = query_terms(a, &typed),
		.week_4 = "",
		.week_13 = "" };
	for (int i = 0; i < SEARCH_PARAMS; i++)
		view.said[i] = "";
	search_understand(db, who_operator(), &ask.query);
	view.found = search_ask(db, who_operator(), &ask);
	search_page_fill(a, &view);
	int n = 0;
	LIST_EACH (const struct search_hit, h, &view.found.hits)
		numbers[n++] = (long)h->noun;
	LIST_EACH (const struct search_hit, h, &view.found.some)
		if (n < ENGINE_FIRST)
			numbers[n++] = (long)h->noun;
	*total = (long)view.found.total;
	db_end(db);
	return n;
}
