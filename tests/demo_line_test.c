/* What is said in the sample organisation: who waits, who was answered, what became of the asks. */
#include "sample.h"

#define COUNT(sql) db_long(db, SQL(sql " /*scan*/"))

struct row {
	const char *what;
	int64_t least, most, count;
};

static void hold(int64_t moment, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].count < rows[i].least || rows[i].count > rows[i].most)
			fail_msg("at %ld: %d %s, not %d to %d", (long)moment, (int)rows[i].count,
				rows[i].what, (int)rows[i].least, (int)rows[i].most);
}
#define HOLD(moment, rows) hold(moment, rows, sizeof(rows) / sizeof *(rows))

static void most_points_are_answered_and_some_wait(int64_t moment, struct db *db)
{
	int64_t points = COUNT("SELECT count(*) FROM answer");
	int64_t answered = COUNT("SELECT count(*) FROM answer WHERE answered_at IS NOT NULL");
	int64_t in_time = COUNT("SELECT count(*) FROM answer WHERE answered_at <= due_at");
	const struct row rows[] = {
		{ "of a hundred points answered", 75, 95, answered * 100 / points },
		{ "of a hundred answers in time", 75, 97, in_time * 100 / answered },
		{ "points of this week that wait", 9, 99,
			COUNT("SELECT count(*) FROM answer a JOIN point p ON p.id = a.point_id "
			      "WHERE a.answered_at IS NULL AND p.week = (SELECT max(week) FROM "
			      "point)") },
		{ "older points that wait", 9, 150,
			COUNT("SELECT count(*) FROM answer a JOIN point p ON p.id = a.point_id "
			      "WHERE a.answered_at IS NULL AND p.week < (SELECT max(week) FROM "
			      "point)") },
		{ "said or done too early or too late", 0, 0,
			COUNT("SELECT count(*) FROM remark r JOIN point p ON p.id = r.point_id "
			      "WHERE r.at < p.submitted_at") +
				(db_long(db, SQL("SELECT max(at) FROM event /*scan*/")) > moment) },
	};
	HOLD(moment, rows);
}

static void much_is_said(int64_t moment, struct db *db)
{
	const struct row rows[] = {
		{ "whys", 80, 999, COUNT("SELECT count(*) FROM remark WHERE kind = 1") },
		{ "whys after an answer", 15, 999,
			COUNT("SELECT count(*) FROM remark WHERE kind = 1 AND to_id > 0") },
		{ "answers to them", 60, 999, COUNT("SELECT count(*) FROM remark WHERE kind = 2") },
		{ "pieces of advice", 40, 999,
			COUNT("SELECT count(*) FROM remark WHERE kind = 3 AND whom <> '' AND "
			      "until > 0") },
		{ "sentences", 90, 9999, COUNT("SELECT count(DISTINCT text) FROM remark") },
		{ "readings", 700, 99999, COUNT("SELECT count(*) FROM reading") },
	};
	HOLD(moment, rows);
}

static void asks_stand_in_every_state(int64_t moment, struct db *db)
{
	const struct row rows[] = {
		{ "open", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 0") },
		{ "answered", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 1") },
		{ "confirmed", 8, 30, COUNT("SELECT count(*) FROM ask WHERE state = 2") },
		{ "closed", 2, 9, COUNT("SELECT count(*) FROM ask WHERE state = 3") },
		{ "of a hundred answered or owed above the team", 5, 50,
			COUNT("SELECT 100 * sum(unit_id <> team_id) / count(*) FROM ask") },
		/* Some climb in the last days; what waits there for long would be a house where
		   nobody answers. */
		{ "open at headquarters", 0, 2,
			COUNT("SELECT count(*) FROM ask WHERE state = 0 AND unit_id = 1") },
		{ "climbed", 2, 12, COUNT("SELECT count(*) FROM ask_step WHERE deed = 'climbed'") },
		{ "reopened", 2, 9,
			COUNT("SELECT count(*) FROM ask_step WHERE deed = 'reopened'") },
		{ "asked at a meeting", 1, 9,
			COUNT("SELECT count(*) FROM ask WHERE line_id IS NOT NULL") },
	};
	HOLD(moment, rows);
}

/* Whatever the day and the hour. DEMO_EVERY=1: two hundred moments of ten months. */
static void it_lives_whatever_the_day(void **state)
{
	(void)state;
	static const int64_t hour = 3600, day = 86400;
	int64_t moments[400] = { TUESDAY, SUNDAY, TUESDAY + 7 * day + 5 * hour,
		TUESDAY + 3 * day + 11 * hour, TUESDAY - day - 7 * hour };
	size_t count = 5;
	if (getenv("DEMO_EVERY"))
		for (count = 0; count < 200; count++)
			moments[count] = TUESDAY + (int64_t)count * 37 * hour;
	for (size_t m = 0; m < count; m++) {
		struct sample *s = sample_made(moments[m], (struct demo_size){ .seed = m + 1 });
		most_points_are_answered_and_some_wait(moments[m], s->work.db);
		much_is_said(moments[m], s->work.db);
		asks_stand_in_every_state(moments[m], s->work.db);
		sample_free(s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_lives_whatever_the_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
