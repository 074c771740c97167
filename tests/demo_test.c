/* The sample organisation: made by the rules, the same again from the same seed. */
#include "sample.h"

#include <string.h>

#include "base/out.h"
#include "rules/reflection.h"
#include "store/person.h"
#include "store/point.h"
#include "store/rollup.h"
#include "store/sight.h"
#include "store/tally.h"
#include "store/unit.h"

static struct unit_id unit_called(struct sample *s, const char *code)
{
	const struct unit *u = unit_by_code(s->work.db, code);
	if (!u)
		fail_msg("no unit %s", code);
	return u->id;
}

/* All that is written of all points, in order. */
static const char *all_points(struct sample *s)
{
	struct out o = out_new(s->arena);
	for (int64_t i = 1;; i++) {
		const struct point *p =
			point_get(s->work.db, who_operator(), (struct point_id){ i });
		if (!p)
			return out_string(&o);
		out_format(&o, "%lld %s %d %lld %lld\n%s\n%s\n", (long long)p->id.n, p->author_name,
			p->reach, (long long)p->submitted_at, (long long)p->branch_week.n,
			p->headline, p->body_md);
	}
}

static const char *all_remarks(struct sample *s)
{
	return db_text(s->work.db, SQL("SELECT group_concat(kind || ' ' || person_id || ' ' || at "
				       "|| ' ' || text, '\n')"
				       " FROM remark /*scan*/"));
}

static void the_sample_has_three_branches_nine_teams_and_about_sixty_people(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .seed = 1 });
	struct units units = unit_all(s->work.db);
	int of[4] = { 0 };
	for (size_t i = 0; i < units.count; i++)
		of[units.items[i].kind]++;
	assert_int_equal(of[UNIT_HQ], 1);
	assert_int_equal(of[UNIT_BRANCH], 3);
	assert_int_equal(of[UNIT_TEAM], 9);
	assert_int_equal(person_count_any(s->work.db), 62);
	assert_true(s->sign_ins.count >= 6);
	assert_int_equal(tally_differences_any(s->work.db), 0);
	assert_int_equal(sight_differences_any(s->work.db), 0);
	sample_free(s);
}

static void roll_ups_stand_in_every_state(void **state)
{
	(void)state;
	static const int64_t moments[] = { TUESDAY, SUNDAY, TUESDAY - 31 * 3600 };
	static const struct {
		const char *unit;
		int back; /* weeks */
		bool closed;
	} rows[] = {
		{ "HQ", 2, true },
		{ "HQ", 1, false },
		{ "HD", 1, true },
		{ "HN", 1, true },
		{ "XN", 1, false },
		{ "XN", 2, true },
		{ "XN-1", 1, true },
		{ "XN-3", 1, false },
		{ "HD-1", 1, true },
		{ "HD-1", 0, false },
	};
	for (size_t m = 0; m < sizeof moments / sizeof *moments; m++) {
		struct sample *s = sample_made(moments[m], (struct demo_size){ .seed = 3 });
		struct week now = work_week(&s->work);
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
			struct rollup r = rollup_get(s->work.db, unit_called(s, rows[i].unit),
				(struct week){ now.n - rows[i].back });
			if (r.closed != rows[i].closed)
				fail_msg("moment %zu row %zu: %s", m, i, rows[i].unit);
			if (r.closed && (!r.closed_by_name || r.closed_at > moments[m]))
				fail_msg("moment %zu row %zu: closed by whom, when?", m, i);
		}
		int64_t of_kind[2];
		tally_totals_any(s->work.db, unit_called(s, "HD-1"), now, of_kind);
		if (of_kind[0] + of_kind[1] < 1)
			fail_msg("moment %zu: nobody wrote this week", m);
		sample_free(s);
	}
}

static void a_week_of_work_leaves_its_traces(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .seed = 1 });
	struct db *db = s->work.db;
	const struct {
		const char *what;
		int64_t least, count;
	} rows[] = {
		{ "drafts", 3, db_long(db, SQL("SELECT count(*) FROM draft /*scan*/")) },
		{ "excuses", 5, db_long(db, SQL("SELECT count(*) FROM excuse /*scan*/")) },
		{ "late reflections", 8,
			db_long(db, SQL("SELECT count(*) FROM reflection WHERE late /*scan*/")) },
		{ "classified points", 20,
			db_long(db, SQL("SELECT count(*) FROM point WHERE classified_by > 0 "
					"/*scan*/")) },
		{ "points without a topic", 5,
			db_long(db, SQL("SELECT count(*) FROM point p WHERE NOT EXISTS (SELECT 1 "
					"FROM point_topic t WHERE t.point_id = p.id) /*scan*/")) },
		{ "merged points", 2,
			db_long(db, SQL("SELECT count(*) FROM point WHERE lead_id > 0 /*scan*/")) },
		{ "highlights", 10, db_long(db, SQL("SELECT count(*) FROM highlight /*scan*/")) },
		{ "picks", 10, db_long(db, SQL("SELECT count(*) FROM pick /*scan*/")) },
		{ "syntheses", 18, db_long(db, SQL("SELECT count(*) FROM synthesis /*scan*/")) },
		{ "points cited by them", 45,
			db_long(db, SQL("SELECT count(*) FROM synthesis_cite /*scan*/")) },
		{ "proposed topics", 3,
			db_long(db, SQL("SELECT count(*) FROM topic WHERE state = 'proposed' "
					"/*scan*/")) },
		{ "stories published", 2,
			db_long(db, SQL("SELECT count(*) FROM story WHERE state = 'published' "
					"/*scan*/")) },
		{ "stories in the making", 1,
			db_long(db, SQL("SELECT count(*) FROM story WHERE state = 'draft' "
					"/*scan*/")) },
		{ "sources of stories", 5,
			db_long(db, SQL("SELECT count(*) FROM story_source /*scan*/")) },
		{ "anonymous points", 2,
			db_long(db, SQL("SELECT count(*) FROM point WHERE anonymous /*scan*/")) },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].count < rows[i].least)
			fail_msg("only %d %s", (int)rows[i].count, rows[i].what);
	sample_free(s);
}

static void the_same_seed_gives_the_same_content(void **state)
{
	(void)state;
	struct sample *a = sample_made(TUESDAY, (struct demo_size){ .seed = 7, .weeks = 3 });
	struct sample *b = sample_made(TUESDAY, (struct demo_size){ .seed = 7, .weeks = 3 });
	struct sample *c = sample_made(TUESDAY, (struct demo_size){ .seed = 8, .weeks = 3 });
	assert_string_equal(all_points(a), all_points(b));
	assert_string_not_equal(all_points(a), all_points(c));
	assert_string_equal(all_remarks(a), all_remarks(b));
	assert_string_not_equal(all_remarks(a), all_remarks(c));
	sample_free(a);
	sample_free(b);
	sample_free(c);
}

static void a_second_sample_and_impossible_sizes_are_refused(void **state)
{
	(void)state;
	struct sample *s = sample_open(TUESDAY);
	static const struct demo_size bad[] = { { .branches = -1 }, { .weeks = 100000 },
		{ .branches = 5, .teams = 2 } };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		if (demo_make(&s->work, &bad[i], &s->sign_ins) != INVALID)
			fail_msg("row %zu is taken", i);
		s->work.faults.count = 0;
	}
	const struct demo_size small = { .branches = 1, .teams = 2, .reps = 5, .weeks = 2 };
	assert_int_equal(demo_make(&s->work, &small, &s->sign_ins), DONE);
	assert_int_equal(demo_make(&s->work, &small, &s->sign_ins), CONFLICT);
	sample_free(s);
}

static void a_large_sample_is_whole_right_away(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .reps = 510, .weeks = 8 });
	assert_int_equal(tally_differences_any(s->work.db), 0);
	assert_int_equal(sight_differences_any(s->work.db), 0);
	struct week now = work_week(&s->work);
	struct unit_id hq = { 1 };
	int64_t of_kind[2];
	tally_totals_any(s->work.db, hq, (struct week){ now.n - 2 }, of_kind);
	assert_true(of_kind[0] + of_kind[1] > 1000);
	assert_true(rollup_get(s->work.db, hq, (struct week){ now.n - 2 }).closed);
	assert_int_equal(db_long(s->work.db, SQL("SELECT count(*) FROM answer /*scan*/")), 0);
	/* What stands in the versions is what the rules would have written. */
	const char *text = reflection_text_any(s->work.db, (struct reflection_id){ 77 }, 0);
	struct reflection_rules rules = reflection_rules_now(&s->work);
	struct reflection_text parsed;
	if (!reflection_text_parse(s->arena, text, strlen(text), &rules, &parsed, &s->work.faults))
		fail_msg("%s", s->work.faults.items[0].message);
	assert_string_equal(reflection_text_print(s->arena, &parsed), text);
	struct points points = point_of_reflection_any(s->work.db, (struct reflection_id){ 77 });
	assert_int_equal(points.count, parsed.points.count);
	for (size_t i = 0; i < points.count; i++)
		assert_string_equal(points.items[i].body_md, parsed.points.items[i].body);
	sample_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_sample_has_three_branches_nine_teams_and_about_sixty_people),
		TEST(roll_ups_stand_in_every_state),
		TEST(a_week_of_work_leaves_its_traces),
		TEST(the_same_seed_gives_the_same_content),
		TEST(a_second_sample_and_impossible_sizes_are_refused),
		TEST(a_large_sample_is_whole_right_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
