/* What `tributary check` promises: whatever was counted or derived wrongly is found, and named. */
#include "house.h"

#include "rules/check.h"
#include "rules/sweep.h"

static const char week47[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n";

static int64_t differences(struct house *h, const char *what)
{
	struct check_rows rows = { 0 };
	const char *why = "";
	if (!check_all(h->arena, h->app.db_path, &rows, &why))
		fail_msg("%s", why);
	int64_t n = 0;
	bool asked = !what;
	LIST_EACH (const struct check_row, r, &rows) {
		asked |= what && text_same(what, r->what);
		if (!what || text_same(what, r->what))
			n += r->differences;
	}
	if (!asked)
		fail_msg("nothing is called %s", what);
	return n;
}

static void whatever_was_counted_wrongly_is_found(void **state)
{
	(void)state;
	static const struct {
		const char *what, *damage;
	} rows[] = {
		{ "totals of roll-ups", "UPDATE tally SET n = n + 1" },
		{ "totals of roll-ups", "DELETE FROM tally" },
		{ "who sees what", "DELETE FROM sight WHERE person_id = 2" },
		{ "who sees what", "INSERT INTO steward VALUES (3, 1)" },
		{ "how far points have risen",
			"UPDATE point SET reach = 2, branch_id = 2, branch_week = team_week" },
		{ "reflections and closed weeks", "UPDATE reflection SET state = 'closed'" },
		{ "versions of reflections", "DELETE FROM reflection_version" },
		{ "the ledger of what was done", "DROP TRIGGER event_remains; DELETE FROM event" },
		{ "the ledger of what was done", "UPDATE answer SET team_id = 1" },
		{ "the ledger of what was done",
			"UPDATE answer SET answered_by = 2, answered_at = 5" },
		{ "what search finds", "UPDATE point SET headline = '另一句'" },
		{ "pages of the search index", "UPDATE search_row SET body = '另一句'" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct house *h = house_new();
		assert_int_equal(
			house_put(h, "wang", "/api/reflections/2026-W47", week47).status, 201);
		if (differences(h, NULL) != 0)
			fail_msg("row %zu: it differs before", i);
		{
			TXN(t, h->app.install.writer, h->arena);
			assert_true(txn_script(&t, rows[i].damage));
			assert_true(txn_commit(&t));
		}
		if (differences(h, rows[i].what) == 0)
			fail_msg("row %zu: %s is not noticed", i, rows[i].damage);
		house_free(h);
	}
}

/* Later assessment reads only the ledger: no statement of any program changes what stands there. */
static void what_stands_in_the_ledger_stays(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", week47).status, 201);
	static const char *const tries[] = {
		"UPDATE event SET person_id = 3", "DELETE FROM event WHERE id = 1",
		"UPDATE event SET at = at + 1 WHERE id = 1",
		"REPLACE INTO event (id, at, deed, point_id, team_id) VALUES (1, 5, 'read', 1, 4)"
	};
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		TXN(t, h->app.install.writer, h->arena);
		if (txn_script(&t, tries[i]))
			fail_msg("%s went through", tries[i]);
	}
	assert_int_equal(differences(h, NULL), 0);
	house_free(h);
}

static void making_all_anew_heals_what_is_derived(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", week47);
	{
		TXN(t, h->app.install.writer, h->arena);
		assert_true(txn_script(
			&t, "DELETE FROM tally; DELETE FROM sight; DELETE FROM search_row"));
		assert_true(txn_commit(&t));
	}
	assert_int_not_equal(differences(h, NULL), 0);
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = HOUSE_NOW };
	assert_int_equal(check_rebuild(&w), DONE);
	assert_int_equal(differences(h, NULL), 0);
	house_free(h);
}

static void sessions_that_are_over_are_swept_away(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct work w = { .arena = h->arena,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = HOUSE_NOW };
	sweep_over(&w);
	assert_int_equal(house_get(h, "wang", "/write").status, 200);
	w.now += SESSION_SECONDS * 11L;
	sweep_over(&w);
	assert_int_not_equal(house_get(h, "wang", "/write").status, 200);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(whatever_was_counted_wrongly_is_found),
		TEST(what_stands_in_the_ledger_stays),
		TEST(making_all_anew_heals_what_is_derived),
		TEST(sessions_that_are_over_are_swept_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
