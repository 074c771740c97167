/* The rota: over many weeks with absences everybody is heard in time, and nobody twice before
 * somebody who was there and waited longer. */
#include "house.h"

#include "base/dice.h"
#include "rules/rota.h"

enum { WEEKS = 60, MOST = 9 };

struct member {
	int64_t last;       /* the meeting at which they were heard */
	int present, heard; /* meetings attended since; how often heard */
	bool away;
};

/* One meeting: who is here is put in order, and the first seats are heard. */
static void hold(struct dice *dice, struct member *m, int size, int64_t n,
	enum meeting_length length, unsigned absences)
{
	struct arena *a = arena_new();
	struct review_turns here = { 0 };
	for (int i = 0; i < size; i++) {
		if (dice_percent(dice, absences)) {
			m[i].away = true;
			continue;
		}
		m[i].present++;
		*LIST_ADD(a, &here) = (struct review_turn){ .person = { i + 1 },
			.last = m[i].last,
			.times = m[i].heard,
			.away = m[i].away,
			.leads = (int64_t)dice_below(dice, 3) };
	}
	rota_order(&here);
	size_t seats = rota_seats(&here, length);
	assert_true(seats <= 3 && (seats >= ROTA_SEATS || seats == here.count));
	for (size_t i = 0; i < here.count; i++) {
		struct member *x = &m[here.items[i].person.n - 1];
		if (i >= seats) {
			/* Who is here and passed over did not wait longer than anybody heard. */
			for (size_t j = 0; j < seats; j++)
				assert_true(here.items[j].last <= here.items[i].last);
			continue;
		}
		if (x->present > (size + 1) / 2)
			fail_msg("of %d, %d was heard only at the %d-th meeting attended", size,
				(int)here.items[i].person.n, x->present);
		*x = (struct member){ .last = n, .heard = x->heard + 1 };
	}
	arena_free(a);
}

static void everybody_is_heard_in_time_whoever_is_absent(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 200; seed++)
		for (int size = 2; size <= MOST; size++) {
			struct dice dice = { seed };
			struct member m[MOST] = { { 0 } };
			for (int64_t n = 1; n <= WEEKS; n++) {
				hold(&dice, m, size, n,
					(enum meeting_length)dice_below(&dice, MEETING_LENGTHS),
					25);
				for (int i = 0; i < size; i++)
					if (m[i].present > (size + 1) / 2)
						fail_msg("of %d, %d waits through %d meetings",
							size, i, m[i].present);
			}
		}
}

static void nobody_is_heard_twice_before_all_once_where_all_are_there(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 100; seed++)
		for (int size = 2; size <= MOST; size++) {
			struct dice dice = { seed };
			struct member m[MOST] = { { 0 } };
			for (int64_t n = 1; n <= WEEKS; n++) {
				hold(&dice, m, size, n, LENGTH_HOUR, 0);
				int least = WEEKS, most = 0;
				for (int i = 0; i < size; i++) {
					least = m[i].heard < least ? m[i].heard : least;
					most = m[i].heard > most ? m[i].heard : most;
				}
				if (most - least > 1)
					fail_msg("of %d: one %d times, one %d", size, most, least);
			}
		}
}

static struct answer rota(struct house *h, const char *who)
{
	return house_get(h, who, "/api/units/e1/rota");
}

static int64_t first(struct house *h, const char *who)
{
	return json_get_number(json_at(json_get(rota(h, who).json, "items"), 0), "id", 0);
}

/* The same from the records of a team: three write, a meeting a week. */
static void it_follows_from_the_records(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char *const team[] = { "lin", "wang", "li" };
	for (int i = 0; i < 3; i++)
		house_put(h, team[i], "/api/reflections/2026-W47", "# 经验\n## 一条\n经过。\n");
	int64_t wang = house_person(h, "wang")->id.n, li = house_person(h, "li")->id.n;
	/* A highlight that nobody went into goes before the others who were never heard. */
	house_ask(h, "lin", POST, "/api/points/3/remarks", "application/json",
		"{\"kind\":\"why\",\"text\":\"为什么\"}", NULL);
	assert_int_equal(first(h, "wang"), li);
	house_ask(h, "lin", POST, "/api/meetings", "application/json",
		"{\"unit\":4,\"day\":\"2026-11-17\"}", NULL);
	/* Absent: passed over now, in front the next time. */
	struct answer a = house_ask(h, "lin", PUT, "/api/meetings/1/people", "application/json",
		arena_format(h->arena, "{\"absent\":[%d]}", (int)li), NULL);
	assert_int_equal(json_count(json_get(a.json, "rota")), 2);
	assert_int_not_equal(
		json_get_number(json_at(json_get(a.json, "rota"), 0), "id", 0), (long)li);
	a = house_ask(h, "lin", PUT, "/api/meetings/1/reviews/2", "application/json",
		"{\"happened\":\"讲了\"}", NULL);
	assert_int_equal(a.status, 200);
	assert_int_equal(first(h, "lin"), li);
	/* The manager's choice holds for that meeting. */
	house_ask(h, "lin", POST, "/api/meetings", "application/json", "{\"unit\":4}", NULL);
	a = house_ask(h, "lin", PUT, "/api/meetings/2/people", "application/json",
		arena_format(h->arena, "{\"turn\":[%d]}", (int)wang), NULL);
	assert_int_equal(json_count(json_get(a.json, "rota")), 1);
	assert_int_equal(
		json_get_number(json_at(json_get(a.json, "rota"), 0), "id", 0), (long)wang);
	assert_int_equal(rota(h, "qian").status, 404);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everybody_is_heard_in_time_whoever_is_absent),
		TEST(nobody_is_heard_twice_before_all_once_where_all_are_there),
		TEST(it_follows_from_the_records),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
