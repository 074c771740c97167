/* Any bytes: the query is understood, and what it becomes is no syntax error to FTS5. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <sqlite3.h>

#include "base/query.h"
#include "doors/tokenizer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static sqlite3_stmt *statement(void)
{
	static sqlite3_stmt *s;
	sqlite3 *db;
	if (s)
		return s;
	tokenizer_register();
	assert(sqlite3_open(":memory:", &db) == SQLITE_OK);
	sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(body, filter, tokenize='tributary')", 0,
		0, 0);
	sqlite3_exec(db, "INSERT INTO t VALUES ('A3报告，回访客户', '')", 0, 0, 0);
	assert(sqlite3_prepare_v2(db, "SELECT 1 FROM t WHERE t MATCH ?1", -1, &s, NULL) ==
		SQLITE_OK);
	return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	if (!a)
		a = arena_new();
	const char *typed = arena_copy(a, (const char *)data, size);
	struct query q = query_parse(a, typed);
	size_t parts = 0, len = strlen(typed);
	for (size_t i = 0; i < q.count; i++)
		for (size_t j = 0; j < q.items[i].count; j++, parts++) {
			struct span s = q.items[i].items[j].typed;
			assert(s.len && s.at + s.len <= len);
		}
	assert(parts <= QUERY_PARTS);
	query_terms(a, &q);
	const char *match = query_match(a, &q, NULL);
	if (match) {
		sqlite3_stmt *s = statement();
		sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
		int rc = sqlite3_step(s);
		assert(rc == SQLITE_ROW || rc == SQLITE_DONE);
		sqlite3_reset(s);
	}
	arena_reset(a);
	return 0;
}
