/* Which texts of the sample organisation are told, and how often. */
#include "test.h"

#include "base/clock.h"
#include "rules/demo_plan.h"

#define TUESDAY 1795475700 /* 2026-11-24 07:15 +08:00 */

/* Who writes what in eight weeks, planned only. */
static struct demo_plan *planned(struct arena *a, uint64_t seed, struct demo_size size)
{
	struct demo_plan *p = ARENA_NEW(a, struct demo_plan);
	const struct zone *zone = zone_find("Asia/Shanghai");
	*p = (struct demo_plan){ .arena = a,
		.sample = demo_sample_read(a),
		.dice = { seed },
		.zone = zone,
		.now = TUESDAY,
		.last = week_of(zone, TUESDAY) };
	p->first.n = p->last.n - 7;
	demo_plan_organisation(p, &size);
	demo_plan_entries(p);
	return p;
}

static void every_text_of_the_sample_is_told_once_before_one_is_told_twice(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	for (uint64_t seed = 0; seed < 6; seed++) {
		const struct demo_size size = { .branches = 3, .teams = 9, .reps = 53 };
		const struct demo_plan *p = planned(a, seed, size);
		size_t texts = p->sample->points.count, told = 0, again = 0;
		for (size_t i = 0; i < texts; i++) {
			int uses = p->uses[i];
			told += uses > 0;
			again += uses > 1;
			if (uses > 2)
				fail_msg("seed %d: %s is told %d times", (int)seed,
					p->sample->points.items[i].key, uses);
		}
		if (told < 650 || again * 10 > told)
			fail_msg("seed %d: %zu texts told, %zu of them twice", (int)seed, told,
				again);
	}
	arena_free(a);
}

static void a_larger_sample_tells_each_text_about_as_often_as_the_next(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct demo_size size = { .branches = 3, .teams = 27, .reps = 180 };
	const struct demo_plan *p = planned(a, 1, size);
	int least[KINDS] = { 1000, 1000 }, most[KINDS] = { 0 };
	for (size_t i = 0; i < p->sample->points.count; i++) {
		enum kind kind = p->sample->points.items[i].kind;
		int uses = p->uses[i];
		least[kind] = uses < least[kind] ? uses : least[kind];
		most[kind] = uses > most[kind] ? uses : most[kind];
	}
	for (int kind = 0; kind < KINDS; kind++)
		if (least[kind] < 2 || most[kind] - least[kind] > 1)
			fail_msg("kind %d: from %d to %d", kind, least[kind], most[kind]);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_text_of_the_sample_is_told_once_before_one_is_told_twice),
		TEST(a_larger_sample_tells_each_text_about_as_often_as_the_next),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
