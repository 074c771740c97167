/* What is said in the sample organisation: who waits, who was answered, what became of the asks. */
#include "sample.h"

#define COUNT(sql) db_long(db, SQL(sql " /*scan*/"))

static void most_points_are_answered_and_some_wait(void **state)
{
	(void)state;
	static const int64_t moments[] = { TUESDAY, SUNDAY, TUESDAY + 3 * 86400 };
	for (size_t m = 0; m < sizeof moments / sizeof *moments; m++) {
		struct sample *s = sample_made(moments[m], (struct demo_size){ .seed = m + 1 });
		struct db *db = s->work.db;
		int64_t points = COUNT("SELECT count(*) FROM answer");
		int64_t answered =
			COUNT("SELECT count(*) FROM answer WHERE answered_at IS NOT NULL");
		if (answered * 100 < points * 75 || answered * 100 > points * 95)
			fail_msg("moment %zu: %d of %d answered", m, (int)answered, (int)points);
		int64_t in_time = COUNT("SELECT count(*) FROM answer WHERE answered_at <= due_at");
		if (in_time * 100 < answered * 75 || in_time * 100 > answered * 97)
			fail_msg("moment %zu: %d of %d in time", m, (int)in_time, (int)answered);
		const struct {
			const char *what;
			int64_t least, count;
		} rows[] = {
			{ "points of this week that wait", 9,
				COUNT("SELECT count(*) FROM answer a JOIN point p ON p.id = "
				      "a.point_id WHERE a.answered_at IS NULL AND p.week = (SELECT "
				      "max(week) FROM point)") },
			{ "older points that wait", 9,
				COUNT("SELECT count(*) FROM answer a JOIN point p ON p.id = "
				      "a.point_id WHERE a.answered_at IS NULL AND p.week < (SELECT "
				      "max(week) FROM point)") },
			{ "whys", 80, COUNT("SELECT count(*) FROM remark WHERE kind = 1") },
			{ "whys after an answer", 15,
				COUNT("SELECT count(*) FROM remark WHERE kind = 1 AND to_id > 0") },
			{ "answers to them", 60,
				COUNT("SELECT count(*) FROM remark WHERE kind = 2") },
			{ "pieces of advice", 40,
				COUNT("SELECT count(*) FROM remark WHERE kind = 3 AND whom <> '' "
				      "AND until > 0") },
			{ "sentences", 90, COUNT("SELECT count(DISTINCT text) FROM remark") },
			{ "readings", 700, COUNT("SELECT count(*) FROM reading") },
		};
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			if (rows[i].count < rows[i].least)
				fail_msg("moment %zu: only %d %s", m, (int)rows[i].count,
					rows[i].what);
		if (COUNT("SELECT count(*) FROM remark r JOIN point p ON p.id = r.point_id "
			  "WHERE r.at < p.submitted_at") ||
			db_long(db, SQL("SELECT max(at) FROM event /*scan*/")) > moments[m])
			fail_msg("moment %zu: something is said before or after its time", m);
		sample_free(s);
	}
}

static void asks_stand_in_every_state(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .seed = 1 });
	struct db *db = s->work.db;
	const struct {
		const char *what;
		int64_t least, most, count;
	} rows[] = {
		{ "open", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 0") },
		{ "answered", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 1") },
		{ "confirmed", 8, 30, COUNT("SELECT count(*) FROM ask WHERE state = 2") },
		{ "closed", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 3") },
		{ "above the team", 1, 9,
			COUNT("SELECT count(*) FROM ask WHERE unit_id <> team_id") },
		{ "climbed", 2, 9, COUNT("SELECT count(*) FROM ask_step WHERE deed = 'climbed'") },
		{ "reopened", 2, 9,
			COUNT("SELECT count(*) FROM ask_step WHERE deed = 'reopened'") },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].count < rows[i].least || rows[i].count > rows[i].most)
			fail_msg("%d %s", (int)rows[i].count, rows[i].what);
	sample_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(most_points_are_answered_and_some_wait),
		TEST(asks_stand_in_every_state),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
