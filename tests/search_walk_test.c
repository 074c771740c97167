/* Our own walk over the pages of the index answers what FTS5 answers: the same rows, the same
 * scores (but where a clause has two words: FTS5 forgets one of them now and then), whatever was
 * written, changed, taken away and merged before, on pages large and tiny; and
 * a page that is not what it should be never becomes an answer. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "base/filter.h"
#include "base/list.h"
#include "base/out.h"
#include "doors/txn.h"
#include "rules/install.h"
#include "store/search_inner.h"
#include "store/search_walk.h"

enum { NOUNS = 400, AUDIENCES = 5, TODAY = 20781 };

static uint64_t dice = 88172645463325252u;

static size_t roll(size_t sides)
{
	dice ^= dice << 13, dice ^= dice >> 7, dice ^= dice << 17;
	return (size_t)(dice % sides);
}

/* Few enough that pairs, runs and beginnings meet often. */
static const char *const pieces[] = { "客", "户", "客户", "回访", "报价", "的", "的", "车", "。",
	"，", " ", "\n", "a3", "a35", "ab", "abc", "3.5", "12", "125", "的车" };

static const char *some(struct arena *a, size_t most)
{
	struct out o = out_new(a);
	for (size_t n = 1 + roll(most); n; n--)
		out_text(&o, pieces[roll(sizeof pieces / sizeof *pieces)]);
	return out_string(&o);
}

static struct search_row row_of(struct arena *a, int64_t noun)
{
	struct out filter = out_new(a);
	filter_token(&filter, FILTER_ALL, 0);
	for (int i = 0; i < 3; i++)
		filter_token(&filter, FILTER_AUDIENCE, (int64_t)roll(AUDIENCES));
	return (struct search_row){ .type = SEARCH_POINT,
		.noun = noun,
		.day = TODAY - (int64_t)roll(40),
		.kind = 0,
		.topics = "",
		.headline = roll(3) ? some(a, 4) : "",
		.body = some(a, roll(20) ? 30 : 3000), /* now and then over many pages */
		.filter = out_string(&filter) };
}

static void write_some(struct install *in, int n, int64_t nouns)
{
	struct arena *a = arena_new();
	{
		TXN(t, in->writer, a);
		for (; n; n--) {
			int64_t noun = 1 + (int64_t)roll((size_t)nouns);
			struct search_row row = row_of(a, noun);
			roll(4) ? search_write(&t, &row) : search_remove(&t, SEARCH_POINT, noun);
		}
		if (!roll(6))
			txn_run(&t, SQL("INSERT INTO search (search, rank) VALUES ('merge', ?1)"),
				V(roll(2) ? 20 : -20));
		assert_true(txn_commit(&t));
	}
	arena_free(a);
}

static void page_size(struct install *in, struct arena *a, int bytes)
{
	TXN(t, in->writer, a);
	txn_run(&t, SQL("INSERT INTO search (search, rank) VALUES ('pgsz', ?1)"), V(bytes));
	assert_true(txn_commit(&t));
}

static struct query_part a_word(struct arena *a)
{
	struct query_part part = { .kind = QUERY_WORD, .text = some(a, 3), .prefix = !roll(4) };
	if (!roll(6))
		part = (struct query_part){ .kind = QUERY_PHRASE, .text = some(a, 6) };
	return part;
}

/* A query of one to three clauses, within what some viewer may see. */
static const char *some_expression(struct arena *a, struct db *db,
	float (*worth)(const struct query_part *, void *), struct rank *r, bool *either)
{
	struct query q = { 0 };
	for (size_t clauses = 1 + roll(3); clauses; clauses--) {
		struct query_clause *c = LIST_ADD(a, &q);
		c->without = !roll(5);
		for (size_t parts = 1 + !roll(3); parts; parts--)
			*LIST_ADD(a, c) = a_word(a);
		*either |= c->count > 1;
	}
	struct out own = out_new(a), closed = out_new(a);
	for (size_t n = 1 + roll(3); n; n--)
		filter_token(&own, FILTER_AUDIENCE, (int64_t)roll(AUDIENCES));
	filter_token(&closed, FILTER_AUDIENCE, (int64_t)roll(AUDIENCES));
	struct search_needs needs = { roll(4) ? out_string(&own) : NULL,
		roll(2) ? out_string(&closed) : NULL };
	if (!needs.tokens)
		needs.closed = NULL;
	return search_expression(db, &q, &needs, worth, NULL, r);
}

static float worth_one(const struct query_part *part, void *context)
{
	(void)context;
	return part ? 1 : 0;
}

static void by_fts5(struct db *db, const char *expression, int64_t newest, struct rank *r)
{
	struct q *q = db_ask(db,
		SQL("SELECT tributary_rank(search, ?2) FROM search WHERE search MATCH ?1"
		    " AND rowid <= ?3 ORDER BY rowid DESC"),
		V(expression), value_pointer(r), V(newest));
	while (q_row(q))
		;
}

static int64_t compare(struct db *db, struct arena *a, int times)
{
	int64_t hits = 0;
	int refused = 0;
	for (int i = 0; i < times; i++) {
		bool either = false;
		db_begin(db, a);
		struct rank ours = { .today = TODAY, .arena = a }, theirs;
		const char *expression = some_expression(a, db, worth_one, &ours, &either);
		theirs = ours;
		int64_t newest =
			roll(3) ? INT64_MAX : (TODAY - (int64_t)roll(40)) << 24 | (int64_t)roll(20);
		if (!search_walk_all(db, expression, newest, INT64_MAX, INT64_MAX, &ours)) {
			if (!strstr(expression, "*")) /* else too many words begin so */
				fail_msg("%s: refused", expression);
			db_end(db);
			arena_reset(a);
			refused++;
			continue;
		}
		by_fts5(db, expression, newest, &theirs);
		if (ours.count != theirs.count)
			fail_msg("%s: %zu, FTS5 has %zu", expression, ours.count, theirs.count);
		for (size_t n = 0; n < ours.count; n++) {
			assert_int_equal(ours.items[n].id, theirs.items[n].id);
			if (!either && fabsf(ours.items[n].score - theirs.items[n].score) > 1e-5f)
				fail_msg("%s: %f, FTS5 has %f", expression,
					(double)ours.items[n].score, (double)theirs.items[n].score);
		}
		for (size_t n = 0; n < ours.phrases && !either; n++)
			assert_int_equal(ours.phrase[n].rows, theirs.phrase[n].rows);
		assert_false(db_failed(db));
		hits += (int64_t)ours.count;
		db_end(db);
		arena_reset(a);
	}
	assert_true(refused < times / 2);
	return hits;
}

struct ground {
	char folder[40];
	struct install in;
	struct db *db;
	struct arena *life, *arena;
};

static void ground_open(struct ground *g)
{
	const char *why = "";
	*g = (struct ground){
		.folder = "/tmp/tributary-test-XXXXXX", .life = arena_new(), .arena = arena_new()
	};
	assert_non_null(mkdtemp(g->folder));
	const char *path = arena_format(g->life, "%s/db", g->folder);
	assert_true(install_open(&g->in, path, g->life, &why));
	g->db = db_open(path, g->life, &why);
	assert_non_null(g->db);
}

static void ground_close(struct ground *g)
{
	db_close(g->db);
	install_close(&g->in);
	assert_int_equal(system(arena_format(g->life, "rm -rf '%s'", g->folder)), 0);
	arena_free(g->arena);
	arena_free(g->life);
}

static void the_walk_answers_what_fts5_answers(void **state)
{
	(void)state;
	static const int sizes[] = { 4050, 400, 64 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct ground g;
		int64_t hits = 0;
		ground_open(&g);
		page_size(&g.in, g.life, sizes[i]);
		write_some(&g.in, 600, NOUNS);
		for (int rounds = 0; rounds < 20; rounds++) {
			write_some(&g.in, 1 + (int)roll(8), NOUNS);
			hits += compare(g.db, g.arena, 30);
		}
		assert_true(hits > 10000);
		ground_close(&g);
	}
}

/* Each page in turn is spoiled, by one byte or all of them: whatever comes of it, the walk either
 * refuses or ends, within its memory. */
static void a_damaged_page_harms_nobody(void **state)
{
	(void)state;
	struct ground g;
	ground_open(&g);
	page_size(&g.in, g.life, 200);
	write_some(&g.in, 150, NOUNS);
	for (int i = 0; i < 400; i++) {
		TXN(t, g.in.writer, g.arena);
		struct q *q = db_ask(t.db,
			SQL("SELECT id, block FROM search_data ORDER BY (id * ?1) % 9973 LIMIT 1 "
			    "/*scan*/"),
			V(1 + roll(9000)));
		assert_true(q_row(q));
		int64_t id = q_long(q, 0);
		size_t len;
		char *block = (char *)q_bytes(q, 1, &len);
		q_end(q);
		for (size_t n = 1 + roll(3); n; n--)
			block[roll(len)] = (char)roll(256);
		struct out hex = out_new(g.arena);
		for (size_t n = 0, all = roll(8) ? len : roll(len); n < all; n++)
			out_format(&hex, "%02x", (unsigned char)block[n]);
		assert_true(txn_script_inside(&t,
			arena_format(g.arena, "UPDATE search_data SET block = x'%s' WHERE id = %ld",
				out_string(&hex), (long)id)));
		for (int k = 0; k < 20; k++) {
			struct rank r = { .today = TODAY, .arena = g.arena };
			struct search_walk w;
			bool either;
			const char *e = some_expression(g.arena, t.db, worth_one, &r, &either);
			if (!search_walk_begin(&w, t.db, e, INT64_MAX))
				continue;
			for (int64_t row = INT64_MAX - 1; row != SEARCH_END;) {
				search_walk_seek(&w, row);
				struct score_places places;
				for (size_t p = 0; p < w.phrases.count; p++)
					search_walk_places(&w, p, &places);
				assert_true(w.top->row <= row);
				row = w.top->row == SEARCH_END ? SEARCH_END : w.top->row - 1;
			}
		}
	} /* taken back each time */
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_walk_answers_what_fts5_answers),
		TEST(a_damaged_page_harms_nobody),
	};
	return cmocka_run_group_tests_name("the walk of search", tests, NULL, NULL);
}
