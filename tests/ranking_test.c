/*
 * How well search ranks, held from below: the sample organisation's points alone, asked for by the
 * names of topics (right are the points that its managers put there; topics are not in the index
 * here) and by the first sentences of its syntheses (right are the points that they cite, and
 * others of the topic). The same figures beside peers, and on public text: tests/bench/judged.mjs.
 */
#include "sample.h"

#include <math.h>

#include "base/filter.h"
#include "base/strings.h"
#include "base/text.h"
#include "doors/disk.h"
#include "store/search_ask.h"
#include "store/search_fill.h"

enum { TODAY = 20781, FIRST = 10, MOST = 2000 };

struct judged_point {
	const char *key, *topics;
};
static struct judged_point points[MOST];
static size_t count;

static bool lists(const char *list, const char *key)
{
	size_t len = strlen(key);
	for (const char *p = list; (p = strstr(p, key)); p += len)
		if ((p == list || strchr(", ", p[-1])) && strchr(", ", p[len]))
			return true;
	return false;
}

/* What stands between two bars of a line. */
static const char *field(struct arena *a, const char *line, int n)
{
	for (; n > 0 && line; n--)
		line = strchr(line, '|') ? strchr(line, '|') + 1 : NULL;
	return line ? text_trim(a, arena_copy(a, line, strcspn(line, "|\n"))) : "";
}

/* Of {this|that} the first, and no signs of Markdown. */
static const char *plain(struct arena *a, const char *text)
{
	struct out o = out_new(a);
	bool other = false;
	for (; *text; text++)
		if (*text == '{' || *text == '}')
			other = false;
		else if (*text == '|')
			other = true;
		else if (!other && !strchr("#*", *text))
			out_char(&o, *text);
	return arena_string(a, out_string(&o));
}

static struct strings blocks(struct arena *a, const char *path)
{
	struct strings list = { 0 };
	const char *why;
	size_t len;
	const char *text = disk_read(a, path, 1 << 22, &len, &why);
	assert_non_null(text);
	text = arena_format(a, "\n%.*s", (int)len, text);
	for (const char *p = strstr(text, "\n@@ "), *next; p; p = next) {
		next = strstr(p + 1, "\n@@ ");
		*LIST_ADD(a, &list) =
			arena_copy(a, p + 4, next ? (size_t)(next - p - 4) : strlen(p + 4));
	}
	return list;
}

static void write_row(struct txn *t, struct arena *a, int64_t noun, int64_t day,
	const char *headline, const char *body)
{
	struct out filter = out_new(a);
	filter_token(&filter, FILTER_ALL, 0);
	filter_token(&filter, FILTER_TYPE, SEARCH_POINT);
	search_write(t, &(struct search_row){ .type = SEARCH_POINT,
				.noun = noun,
				.day = day,
				.topics = "",
				.headline = headline,
				.body = body,
				.filter = out_string(&filter) });
}

static void learn(struct txn *t, struct arena *a, const char *block)
{
	const char *headline = strstr(block, "\n## ") + 4, *body = strchr(headline, '\n');
	points[count++] = (struct judged_point){ field(a, block, 0), field(a, block, 3) };
	write_row(t, a, (int64_t)count, TODAY - (int64_t)count * 7919 % 700,
		plain(a, arena_copy(a, headline, (size_t)(body - headline))), plain(a, body));
}

static void learn_all(struct sample *h)
{
	static const char *const files[] = { "points", "points-contract", "points-fleet",
		"points-lead", "points-people", "points-price", "points-vehicle" };
	TXN(t, h->install.writer, h->arena);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct strings all = blocks(
			h->arena, arena_format(h->arena, "templates/sample/%s.md", files[i]));
		for (size_t b = 0; b < all.count; b++)
			learn(&t, h->arena, all.items[b]);
	}
	assert_true(txn_commit(&t));
}

static double gain(int grade, int place)
{
	return (pow(2, grade) - 1) / log2(place + 2);
}

static struct search_found ask(struct db *db, const char *words)
{
	struct search_ask ask = { .query = query_parse(db_arena(db), words),
		.hints = true,
		.limit = FIRST,
		.today = TODAY,
		.week = { TODAY / 7 } };
	search_understand(db, who_operator(), &ask.query);
	return search_ask(db, who_operator(), &ask);
}

/* nDCG@10 of what is found first, where points of the topic are right and cited ones doubly so;
 * less than 0: nothing is right. */
static double judge(struct db *db, const char *words, const char *topic, const char *cited)
{
	int right[3] = { 0 }, place = 0;
	double sum = 0, best = 0;
	for (size_t i = 0; i < count; i++)
		right[lists(cited, points[i].key) ? 2 : lists(points[i].topics, topic)]++;
	struct search_found found = ask(db, words);
	for (int part = 0; part < 2; part++)
		LIST_EACH (const struct search_hit, x, part ? &found.some : &found.hits) {
			const struct judged_point *p = &points[x->noun - 1];
			int grade = lists(cited, p->key) ? 2 : lists(p->topics, topic);
			sum += place < FIRST ? gain(grade, place++) : 0;
		}
	for (int i = 0; i < FIRST && i < right[2] + right[1]; i++)
		best += gain(i < right[2] ? 2 : 1, i);
	return best > 0 ? sum / best : -1;
}

struct mean {
	double sum;
	int n;
};

static void add(struct mean *m, double one)
{
	m->sum += one >= 0 ? one : 0;
	m->n += one >= 0;
}

static double by_topics(struct sample *h)
{
	const char *why;
	size_t len;
	struct arena *a = h->arena;
	struct mean m = { 0 };
	const char *p = disk_read(a, "templates/sample/topics.csv", 1 << 20, &len, &why);
	while ((p = strchr(p, '\n')) && *++p) {
		const char *column[6];
		for (int i = 0; i < 6; i++, p += strcspn(p, ",") + 1)
			column[i] = arena_copy(a, p, strcspn(p, ","));
		struct out words = out_new(a);
		out_format(&words, "%s;%s;", column[2], column[4]);
		for (const char *w = out_string(&words); *w; w += strcspn(w, ";") + 1) {
			const char *word = arena_copy(a, w, strcspn(w, ";"));
			if (strlen(word) > 3 && (unsigned char)*word > 0x7F)
				add(&m, judge(h->work.db, word, column[0], ""));
		}
	}
	assert_in_range(m.n, 60, 400);
	return m.sum / m.n;
}

static double by_sentences(struct sample *h)
{
	struct arena *a = h->arena;
	struct mean m = { 0 };
	struct strings all = blocks(a, "templates/sample/syntheses.md");
	for (size_t b = 0; b < all.count; b++) {
		const char *block = all.items[b];
		const char *text = plain(a, strchr(block, '\n') + 1), *end = strstr(text, "。");
		add(&m, judge(h->work.db,
				arena_copy(a, text, end ? (size_t)(end - text) : strlen(text)),
				field(a, block, 0), field(a, block, 2)));
	}
	assert_in_range(m.n, 10, 400);
	return m.sum / m.n;
}

static void what_managers_judged_right_comes_first(void **state)
{
	(void)state;
	struct sample *h = sample_open(TUESDAY);
	learn_all(h);
	db_end(h->work.db);
	db_begin(h->work.db, h->arena);
	double topics = by_topics(h), sentences = by_sentences(h);
	print_message("nDCG@10: topics %.3f, sentences %.3f\n", topics, sentences);
	assert_true(topics >= 0.49);
	assert_true(sentences >= 0.43);
	sample_free(h);
}

/* The order in which these two texts are found; the second is the newer one. */
static bool first_is_better(const char *words, const char *first, const char *second)
{
	struct sample *h = sample_open(TUESDAY);
	{
		TXN(t, h->install.writer, h->arena);
		for (int i = 0; i < 40; i++) /* what else there is */
			write_row(&t, h->arena, 100 + i, TODAY - i, "周报",
				"本周走访三家门店，补了货，对了账，没有别的事。");
		write_row(&t, h->arena, 1, TODAY - 300, "", first);
		write_row(&t, h->arena, 2, TODAY, "", second);
		assert_true(txn_commit(&t));
	}
	db_end(h->work.db);
	db_begin(h->work.db, h->arena);
	struct search_found found = ask(h->work.db, words);
	const struct search_hit *hits[2] = { NULL };
	size_t n = 0;
	for (int part = 0; part < 2; part++)
		LIST_EACH (const struct search_hit, x, part ? &found.some : &found.hits)
			if (n < 2)
				hits[n++] = x;
	if (!n)
		fail_msg("%s finds nothing", words);
	bool better = hits[0]->noun == 1;
	sample_free(h);
	return better;
}

static void words_together_come_before_scattered_characters(void **state)
{
	(void)state;
	static const char scattered[] =
		"样子不错，品相一般。回来以后访问了客户，样品没带。回头再访。";
	static const char apart[] =
		"样品先放着，第二天才想起要给人家打电话，结果客户出差去了，最后也没有回访。";
	assert_true(first_is_better("样品回访", "样品回访要当天做。", scattered));
	assert_true(first_is_better("样品回访", "样品回访要当天做。", apart));
	assert_true(first_is_better("样品 回访",
		"样品回访要当天做，别的都可以等一等再说，不要紧的，客户不会怪。", apart));
	assert_true(first_is_better("样品回访怎么做", "样品回访要当天做。", apart));
	assert_true(
		first_is_better("样品回访怎么做", "寄了样品，两天后回访，客户很满意。", scattered));
}

static void one_character_never_comes_before_a_word(void **state)
{
	(void)state;
	static const char cars[] = "车，车，车，车。看车，开车，停车，车，车，车，车，车，车，车。";
	assert_true(first_is_better("车的报价怎么谈",
		"客户最后要的是一份报价，一页纸，写清楚哪天到、谁来装、坏了找谁，别的不看。",
		cars));
	assert_true(first_is_better(
		"车 报价单", "给了一份报价单，写了一页，客户看完没有说话，第二天来电。", cars));
	assert_true(first_is_better("怎么让车卖得快一些",
		"怎么让客户自己说出来，这件事我想了很久，最后是跟着他跑了一天才明白的。", cars));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_managers_judged_right_comes_first),
		TEST(words_together_come_before_scattered_characters),
		TEST(one_character_never_comes_before_a_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
