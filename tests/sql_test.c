/* Every statement of the program, tried against the schema it will meet. */
#include "house.h"

static void every_statement_can_be_prepared(void **state)
{
	(void)state;
	struct house *h = house_new();
	db_begin(h->worker->db, h->arena);
	size_t n = 0;
	for (const struct sql *s; (s = db_statement(n)); n++) {
		const char *why = db_refused(h->worker->db, s);
		if (why)
			fail_msg("%s:%d: %s", s->file, s->line, why);
	}
	assert_true(n > 50);
	db_end(h->worker->db);
	house_free(h);
}

/* Does the text call a real table by this name: "point", or "FROM point p"? */
static bool names_a_table(struct db *db, const char *text, const char *name, size_t len)
{
	char wanted[64];
	struct q *q = db_ask(
		db, SQL("SELECT name, sql FROM sqlite_master WHERE type = 'table' /*scan*/"));
	while (q_row(q)) {
		const char *table = q_text(q, 0);
		if (strlen(table) == len && strncmp(table, name, len) == 0) {
			q_end(q);
			return true;
		}
		snprintf(wanted, sizeof wanted, "%s %.*s", table, (int)len, name);
		for (const char *at = strstr(text, wanted); at; at = strstr(at + 1, wanted))
			if (strchr(" (,", at[-1]) &&
				(!at[strlen(wanted)] || strchr(" ),\n\t", at[strlen(wanted)]))) {
				q_end(q);
				return true;
			}
	}
	return false;
}

/* A step that reads all of a table of the schema: "SCAN p"; rows of a subquery are harmless. */
static bool scans_a_table(struct db *db, const struct sql *s, const char *step)
{
	if (!text_starts(step, "SCAN ") ||
		strstr(step, "VIRTUAL TABLE") == step + strcspn(step + 5, " ") + 6)
		return false;
	const char *name = step + 5;
	size_t len = strcspn(name, " \n");
	if (names_a_table(db, s->text, name, len))
		return true;
	struct q *q =
		db_ask(db, SQL("SELECT name, sql FROM sqlite_master WHERE type = 'view' /*scan*/"));
	bool found = false;
	while (q_row(q))
		found |=
			strstr(s->text, q_text(q, 0)) && names_a_table(db, q_text(q, 1), name, len);
	return found;
}

static void no_statement_reads_a_whole_table_unless_it_says_so(void **state)
{
	(void)state;
	struct house *h = house_new();
	db_begin(h->worker->db, h->arena);
	int bad = 0;
	for (size_t i = 0; db_statement(i); i++) {
		const struct sql *s = db_statement(i);
		if (strstr(s->text, "/*scan*/"))
			continue;
		const char *plan = db_plan(h->worker->db, s);
		for (const char *step = plan; *step; step = strchr(step, '\n') + 1)
			if (scans_a_table(h->worker->db, s, step)) {
				print_message("# %s:%d: %.*s\n", s->file, s->line,
					(int)strcspn(step, "\n"), step);
				bad++;
			}
	}
	db_end(h->worker->db);
	assert_int_equal(bad, 0);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_statement_can_be_prepared),
		TEST(no_statement_reads_a_whole_table_unless_it_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
