/* recall_kit: an index of three thousand texts, and the texts. */
#ifndef RECALL_KIT_H
#define RECALL_KIT_H

#include "test.h"

#include <stdio.h>

#include <sqlite3.h>

#include "base/filter.h"
#include "base/fold.h"
#include "base/out.h"
#include "base/query.h"
#include "doors/tokenizer.h"
#include "sales_text.h"

static sqlite3 *open_index(void)
{
	tokenizer_register();
	sqlite3 *db;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				 "CREATE VIRTUAL TABLE search USING fts5(body, filter, "
				 "tokenize='tributary');",
				 0, 0, 0),
		SQLITE_OK);
	return db;
}

static void index_text(sqlite3 *db, const char *text, const char *filter)
{
	sqlite3_stmt *s;
	sqlite3_prepare_v2(db, "INSERT INTO search VALUES (?1, ?2)", -1, &s, NULL);
	sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, filter, -1, SQLITE_STATIC);
	sqlite3_step(s);
	assert_int_equal(sqlite3_finalize(s), SQLITE_OK);
}

/* found[i] for row i+1; answers how many, or -1 if the index refused the expression. */
static int ask(sqlite3 *db, const char *match, bool *found, size_t rows)
{
	sqlite3_stmt *s;
	int n = 0, rc;
	memset(found, 0, rows);
	sqlite3_prepare_v2(db, "SELECT rowid FROM search WHERE search MATCH ?1", -1, &s, NULL);
	sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		found[sqlite3_column_int64(s, 0) - 1] = true;
		n++;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? n : -1;
}

enum { DOCS = 3000 };

struct corpus {
	const char *text[DOCS];
	const char *folded[DOCS];
};

static unsigned long dice = 5;

static size_t roll(size_t n)
{
	dice = dice * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(dice >> 33) % n;
}

#define PICK(table) (table)[roll(sizeof(table) / sizeof *(table))]

/* Real text where it is at hand: its lines, recombined. */
static size_t real_lines(struct arena *a, char **lines, size_t room)
{
	const char *path = getenv("TRIBUTARY_CORPUS");
	FILE *f = fopen(path ? path : "../shared/corpus/sales-summaries-8.txt", "r");
	char line[8192];
	size_t n = 0;
	while (f && n < room && fgets(line, sizeof line, f))
		if (strlen(line) > 12)
			lines[n++] = arena_string(a, line);
	if (f)
		fclose(f);
	return n;
}

static struct corpus *make_corpus(struct test *t, sqlite3 *db)
{
	static char *lines[4000];
	size_t real = real_lines(t->arena, lines, 4000);
	struct corpus *c = ARENA_NEW(t->arena, struct corpus);
	struct out all = out_new(t->arena);
	filter_token(&all, FILTER_ALL, 0);
	sqlite3_exec(db, "BEGIN", 0, 0, 0);
	for (size_t i = 0; i < DOCS; i++) {
		struct out o = out_new(t->arena);
		for (size_t n = 1 + roll(4); n; n--) {
			if (real && roll(2)) {
				out_text(&o, lines[roll(real)]);
				continue;
			}
			const char *s = PICK(sentences), *gap = strstr(s, "%s");
			out_bytes(&o, s, (size_t)(gap - s));
			out_text(&o, PICK(things));
			out_text(&o, gap + 2);
		}
		c->text[i] = out_string(&o);
		c->folded[i] = fold_text(t->arena, c->text[i]);
		index_text(db, c->text[i], all.data);
	}
	sqlite3_exec(db, "COMMIT", 0, 0, 0);
	return c;
}

#endif
