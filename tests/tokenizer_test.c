#include "test.h"

#include <stdio.h>

#include <sqlite3.h>

#include "base/filter.h"
#include "base/fold.h"
#include "base/out.h"
#include "doors/tokenizer.h"

struct seen {
	struct out out;
	const char *text;
	bool offsets;
};

static int note(void *context, const struct token *t)
{
	struct seen *s = context;
	out_text(&s->out, !s->out.len ? "" : t->beside ? "," : " | ");
	out_bytes(&s->out, t->text, t->len);
	if (s->offsets)
		out_format(&s->out, "=%.*s", (int)(t->end - t->at), s->text + t->at);
	return 0;
}

static const char *tokens(struct test *t, const char *text, enum tokenizer_use use, bool offsets)
{
	struct seen s = { out_new(t->arena), text, offsets };
	assert_int_equal(tokenizer_cut(text, strlen(text), use, note, &s), 0);
	return out_string(&s.out);
}

static void text_is_cut_into_pairs_words_and_marks(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *stored, *asked;
	} rows[] = {
		{ "回访客户", "回访,回 | 访客,访 | 客户,客 | 户", "回访 | 访客 | 客户" },
		{ "访", "访", "访" },
		{ "用A3报告。", "用 | a3 | 报告,报 | 告 | 。", "用 | a3 | 报告 | 告 | 。" },
		{ "报告A3", "报告,报 | 告 | a3", "报告 | 告 | a3" },
		{ "gen-itgc后", "gen | - | itgc | 后", "gen | - | itgc | 后" },
		{ "4S店", "4s | 店", "4s | 店" },
		{ "好！！！！再", "好 | ! | ! | 再", "好 | ! | ! | 再" },
		{ " a \n b  c ", "a | \n | b |   | c", "a | \n | b |   | c" },
		{ "甲。\n乙丙", "甲 | 。 | \n | 乙丙,乙 | 丙", "甲 | 。 | \n | 乙丙" },
		{ "甲 乙丙 ", "甲 |   | 乙丙,乙 | 丙", "甲 |   | 乙丙" },
		{ "乙丙 甲", "乙丙,乙 | 丙 |   | 甲", "乙丙 | 丙 |   | 甲" },
		{ "👍🏽𠮷野", "👍 | 🏽 | 𠮷野,𠮷 | 野", "👍 | 🏽 | 𠮷野" },
		{ "", "", "" },
		{ "\n ", "", "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *stored = tokens(t, rows[i].text, TOKENIZER_TEXT, false);
		const char *asked = tokens(t, rows[i].text, TOKENIZER_QUERY, false);
		if (strcmp(stored, rows[i].stored) || strcmp(asked, rows[i].asked))
			fail_msg("%s: %s / %s", rows[i].text, stored, asked);
	}
}

static void a_token_knows_the_bytes_it_came_from(void **state)
{
	struct test *t = *state;
	assert_string_equal(tokens(t, "Ａ３報告 ㍿", TOKENIZER_TEXT, true),
		"a3=Ａ３ | 报告=報告,报=報 | 告=告 |  =  | 株式=㍿,株=㍿ | 式会=㍿,式=㍿ | "
		"会社=㍿,会=㍿ "
		"| 社=㍿");
}

static void a_long_run_is_one_bounded_word(void **state)
{
	struct test *t = *state;
	char run[1001];
	memset(run, 'x', 1000);
	run[1000] = 0;
	assert_int_equal(strlen(tokens(t, run, TOKENIZER_TEXT, false)), 64);
}

static void filters_are_whole_tokens_and_text_cannot_hold_one(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena), one = out_new(t->arena);
	filter_token(&o, FILTER_ALL, 0);
	filter_token(&o, FILTER_UNIT, 12);
	filter_token(&o, FILTER_UNIT, 5000000);
	filter_token(&one, FILTER_UNIT, 12);
	const char *cut = tokens(t, o.data, TOKENIZER_TEXT, false);
	assert_non_null(strstr(cut, one.data));
	int bars = 0;
	for (const char *p = cut; *p; p++)
		bars += *p == '|';
	assert_int_equal(bars, 2);
	char *forged = arena_format(t->arena, "回%s访", one.data);
	assert_string_equal(tokens(t, forged, TOKENIZER_TEXT, false), "回访,回 | 访");
	forged = arena_format(t->arena, "%s 回访", one.data);
	assert_string_equal(tokens(t, forged, TOKENIZER_TEXT, false), one.data);
}

static bool shares_token(const char *set, const char *tokens_of_one)
{
	for (const char *p = tokens_of_one; *p; p += strcspn(p, " "), p += *p == ' ') {
		size_t len = strcspn(p, " ");
		for (const char *q = set; *q; q += strcspn(q, " "), q += *q == ' ')
			if (strcspn(q, " ") == len && memcmp(p, q, len) == 0)
				return true;
	}
	return false;
}

static void a_range_of_weeks_is_met_by_its_weeks_alone(void **state)
{
	struct test *t = *state;
	static const int ranges[][2] = { { 2900, 2900 }, { 2900, 2907 }, { 2895, 2953 },
		{ 0, 600 } };
	for (size_t i = 0; i < 4; i++) {
		struct out set = out_new(t->arena);
		filter_range(&set, FILTER_WEEK, ranges[i][0], ranges[i][1]);
		int count = 1;
		for (const char *p = set.data; *p; p++)
			count += *p == ' ';
		assert_in_range(count, 1, 36);
		for (int week = 0; week < 3100; week++) {
			struct out one = out_new(t->arena);
			filter_ranged(&one, FILTER_WEEK, week);
			bool in = week >= ranges[i][0] && week <= ranges[i][1];
			if (shares_token(set.data, one.data) != in)
				fail_msg("week %d in %d..%d", week, ranges[i][0], ranges[i][1]);
		}
	}
}

/* From here on in a real index. */

static sqlite3 *open_index(void)
{
	tokenizer_register();
	sqlite3 *db;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	const char *schema =
		"CREATE TABLE search_doc (id INTEGER PRIMARY KEY, headline TEXT NOT NULL,"
		" topics TEXT NOT NULL, body TEXT NOT NULL, filter TEXT NOT NULL) STRICT;"
		"CREATE VIRTUAL TABLE search USING fts5(headline, topics, body, filter,"
		" content='search_doc', content_rowid='id', tokenize='tributary');";
	assert_int_equal(sqlite3_exec(db, schema, NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static int run(sqlite3 *db, const char *sql, sqlite3_int64 id, const char *text, const char *filter)
{
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
	sqlite3_bind_int64(s, 1, id);
	if (sqlite3_bind_parameter_count(s) > 1)
		sqlite3_bind_text(s, 2, text, -1, SQLITE_TRANSIENT);
	if (sqlite3_bind_parameter_count(s) > 2)
		sqlite3_bind_text(s, 3, filter, -1, SQLITE_TRANSIENT);
	sqlite3_step(s);
	return sqlite3_finalize(s);
}

static void put(sqlite3 *db, sqlite3_int64 id, const char *text, const char *filter)
{
	assert_int_equal(
		run(db, "INSERT INTO search_doc VALUES (?1, '', '', ?2, ?3)", id, text, filter), 0);
	assert_int_equal(
		run(db,
			"INSERT INTO search (rowid, headline, topics, body, filter)"
			" SELECT id, headline, topics, body, filter FROM search_doc WHERE id = ?1",
			id, NULL, NULL),
		0);
}

static void take_out(sqlite3 *db, sqlite3_int64 id)
{
	assert_int_equal(
		run(db,
			"INSERT INTO search (search, rowid, headline, topics, body, filter)"
			" SELECT 'delete', id, headline, topics, body, filter FROM search_doc"
			" WHERE id = ?1",
			id, NULL, NULL),
		0);
	assert_int_equal(run(db, "DELETE FROM search_doc WHERE id = ?1", id, NULL, NULL), 0);
}

static int whole(sqlite3 *db)
{
	return sqlite3_exec(
		db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", 0, 0, 0);
}

static int count(sqlite3 *db, const char *match)
{
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM search WHERE search MATCH ?1",
				 -1, &s, 0),
		SQLITE_OK);
	sqlite3_bind_text(s, 1, match, -1, SQLITE_TRANSIENT);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	int n = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return n;
}

static void the_index_stays_whole_through_writes_changes_and_deletes(void **state)
{
	struct test *t = *state;
	static const char *const texts[] = { "回访客户以后再报价。",
		"A3报告写了两遍，gen-itgc后重做", "好\xE5\x9B\x00", "", "👍𠮷野家　㍿",
		"4S店4S店4S店", "\xFF\xFE\x80", "價格談不攏" };
	srand(11);
	sqlite3 *db = open_index();
	struct out filter = out_new(t->arena);
	filter_token(&filter, FILTER_ALL, 0);
	bool there[200] = { false };
	for (int i = 0; i < 4000; i++) {
		int id = rand() % 200;
		if (there[id])
			take_out(db, id + 1);
		there[id] = rand() % 3;
		if (there[id])
			put(db, id + 1, texts[rand() % 8], filter.data);
	}
	assert_int_equal(whole(db), SQLITE_OK);
	int left = 0;
	for (int i = 0; i < 200; i++)
		left += there[i];
	assert_int_equal(count(db, arena_format(t->arena, "filter : \"%s\"", filter.data)), left);
	assert_int_equal(sqlite3_exec(db, "UPDATE search_doc SET body = body || '变'", 0, 0, 0), 0);
	assert_int_not_equal(whole(db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "INSERT INTO search (search) VALUES ('rebuild')", 0, 0, 0), 0);
	assert_int_equal(whole(db), SQLITE_OK);
	sqlite3_close(db);
}

static void phrases_are_found_where_they_stand_and_nowhere_else(void **state)
{
	(void)state;
	static const struct {
		const char *text, *phrase;
		bool found;
	} rows[] = {
		{ "先写A3报告再说", "A3报告", true },
		{ "先写A3 报告再说", "A3报告", false },
		{ "先写a3，報告再说", "A3报告", false },
		{ "先写Ａ３報告再说", "a3报告", true },
		{ "回访。客户来了", "访客", false },
		{ "回访\n客户来了", "回访客户", false },
		{ "今天回访了客户", "访", true },
		{ "他去了4S店看车", "4S店", true },
		{ "gen-itgc后", "gen-itgc后", true },
		{ "gen itgc后", "gen-itgc后", false },
		{ "打了3.5折", "3.5折", true },
		{ "打了35折", "3.5折", false },
		{ "语言是C++的", "C++", true },
		{ "评了A+的", "A++", false },
		{ "客户说太贵", "說太貴", true },
		{ "客戶說太貴", "说太贵", true },
		{ "回访客户", "回访了客户", false },
		{ "很好👍谢谢", "👍", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		sqlite3 *db = open_index();
		put(db, 1, rows[i].text, "");
		char match[200];
		snprintf(match, sizeof match, "\"%s\"", rows[i].phrase);
		if (count(db, match) != rows[i].found)
			fail_msg("%s in %s", rows[i].phrase, rows[i].text);
		sqlite3_close(db);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_is_cut_into_pairs_words_and_marks),
		TEST(a_token_knows_the_bytes_it_came_from),
		TEST(a_long_run_is_one_bounded_word),
		TEST(filters_are_whole_tokens_and_text_cannot_hold_one),
		TEST(a_range_of_weeks_is_met_by_its_weeks_alone),
		TEST(the_index_stays_whole_through_writes_changes_and_deletes),
		TEST(phrases_are_found_where_they_stand_and_nowhere_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
