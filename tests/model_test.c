/*
 * Thousands of random actions, done to the program and to a model of reach and counts
 * (tests/model.h); after every few, what random viewers get is compared. A seed that failed is
 * printed: MODEL_SEED=7 plays it again; MODEL_ROUNDS=50 plays fifty more, MODEL_STEPS=5000 longer.
 */
#include "model_acts.h"
#include "model_report.h"
#include "model_talk.h"
#include "model_use.h"
#include "store/event.h"
#include "store/evidence.h"
#include "store/trail.h"
#include "model_compare.h"
#include "model_people.h"
#include "store/search_fill.h"
#include "store/tally.h"

enum { STEPS = 600, COMPARED_EVERY = 8, BACK = 20 };

static void move_in(struct play *g)
{
	static const char *const codes[] = { "hq", "east", "south", "e1", "e2", "s1" };
	static const int parents[] = { -1, 0, 0, 1, 1, 2 };
	struct model *m = g->m;
	struct arena *a = arena_new();
	db_begin(g->h->worker->db, a);
	for (int i = 0; i < 6; i++) {
		const struct unit *u = unit_by_code(g->h->worker->db, codes[i]);
		m->units[i] = (struct model_unit){
			.code = codes[i], .kind = u->kind, .parent = parents[i], .id = u->id.n
		};
	}
	db_end(g->h->worker->db);
	arena_free(a);
	m->unit_count = 6;
	for (size_t i = 0; i < g->h->count; i++) {
		const struct house_person *p = &g->h->people[i];
		int home = 0;
		while (!text_same(codes[home], p->unit))
			home++;
		m->people[m->person_count++] = (struct model_person){ .login = p->login,
			.home = home,
			.roles = p->roles,
			.active = true,
			.id = p->id.n };
	}
	g->now = HOUSE_NOW;
	m->week = week_of(zone_find("Asia/Shanghai"), g->now).n;
	m->first_week = m->week - BACK;
}

/* ---- actions ---- */

/* What was there before, partly, and something new. */
static void fill(struct play *g, struct model_text *t)
{
	int old = model_find(g->m, t);
	for (int kind = 0; kind < KINDS; kind++) {
		int wanted = play_below(g, 4);
		for (int i = 0; old >= 0 && i < g->m->point_count && wanted > 0; i++) {
			const struct model_point *p = &g->m->points[i];
			if (p->reflection != old || p->withdrawn || (int)p->kind != kind ||
				play_chance(g, 40))
				continue;
			t->items[t->count++] = (struct model_item){ p->kind, p->headline,
				p->team_only, p->anonymous, p->tags, -1 };
			wanted--;
		}
		while (wanted-- > 0)
			t->items[t->count++] = (struct model_item){ (enum kind)kind, ++g->headlines,
				play_chance(g, 12), play_chance(g, 20),
				(unsigned)play_below(g, 1 << MODEL_TAGS) &
					(unsigned)play_below(g, 1 << MODEL_TAGS),
				-1 };
	}
	if (!t->count)
		t->items[t->count++] =
			(struct model_item){ EXPERIENCE, ++g->headlines, false, false, 1, -1 };
}

static void do_write(struct play *g)
{
	struct model_text t = {
		.person = play_some_writer(g), .week = play_some_week(g), .edits = -1
	};
	if (play_chance(g, 3) && model_is(g->m, t.person, REP) &&
		g->m->units[g->m->people[t.person].home].kind == UNIT_TEAM)
		t.week = play_chance(g, 50) ? g->m->week + 1 : g->m->week - 9;
	fill(g, &t);
	play_submit(g, &t);
}

static void do_write_after_task(struct play *g)
{
	struct model_text t = { .person = play_some_writer(g), .task = true, .edits = -1 };
	for (int i = 0; i < g->m->reflection_count && play_chance(g, 80); i++)
		if (g->m->reflections[i].task && g->m->reflections[i].person == t.person)
			t.edits = i;
	fill(g, &t);
	play_submit(g, &t);
}

static enum outcome withdraw(struct work *w, void *id)
{
	return reflection_withdraw(w, *(struct reflection_id *)id);
}

static void do_withdraw(struct play *g)
{
	if (!g->m->reflection_count)
		return;
	int number = play_below(g, g->m->reflection_count);
	const struct model_reflection *r = &g->m->reflections[number];
	int person = play_chance(g, 80) ? r->person : play_anybody(g);
	struct reflection_id id = { r->id };
	enum outcome expected = !g->m->people[person].active ? FORBIDDEN
				: person != r->person        ? NOT_FOUND
				: r->state == M_CLOSED       ? CONFLICT
							     : DONE;
	enum outcome outcome = play_rule(g, person, withdraw, &id);
	if (outcome != expected)
		PLAY_WRONG(g, "%s withdraws reflection %d: %d, expected %d", play_login(g, person),
			(int)id.n, outcome, expected);
	if (outcome == DONE)
		model_withdraw(g->m, number);
}

static enum outcome withdraw_point(struct work *w, void *id)
{
	return reflection_withdraw_point(w, *(struct point_id *)id);
}

static void do_withdraw_point(struct play *g)
{
	if (!g->m->point_count)
		return;
	int number = play_some_point(g);
	const struct model_point *p = &g->m->points[number];
	int person = play_chance(g, 90) ? p->author : play_anybody(g);
	struct point_id id = { p->id };
	enum outcome expected = person != p->author || p->withdrawn                  ? NOT_FOUND
				: g->m->reflections[p->reflection].state == M_CLOSED ? CONFLICT
										     : DONE;
	enum outcome outcome = play_rule(g, person, withdraw_point, &id);
	play_expect(g, "withdraws point", person, id.n, outcome, expected);
	if (outcome == DONE)
		model_withdraw_one(g->m, number);
}

static void do_close(struct play *g)
{
	int unit = play_below(g, g->m->unit_count);
	int person = play_chance(g, 80) ? play_somebody_who_manages(g, unit) : play_anybody(g);
	play_close(g, person, unit, play_some_week(g) + play_chance(g, 3), true);
}

static void do_reopen(struct play *g)
{
	int unit = play_below(g, g->m->unit_count);
	int person = play_chance(g, 80) ? play_somebody_who_manages(g, unit) : play_anybody(g);
	play_close(g, person, unit, play_some_week(g), false);
}

static void do_pass_time(struct play *g)
{
	if (g->m->week - g->m->first_week > MODEL_WEEKS - 40)
		return;
	g->now += 86400L * (1 + play_below(g, 6));
	clock_freeze(g->now);
	g->m->week = week_of(zone_find("Asia/Shanghai"), g->now).n;
}

static const struct {
	void (*act)(struct play *);
	int weight;
} actions[] = {
	{ do_write, 40 },
	{ do_write_after_task, 8 },
	{ do_withdraw, 5 },
	{ do_withdraw_point, 3 },
	{ do_close, 22 },
	{ do_reopen, 12 },
	{ do_pass_time, 4 },
	{ play_move_person, 5 },
	{ play_deputy, 3 },
	{ play_move_team, 1 },
	{ play_classify, 12 },
	{ play_merge, 12 },
	{ play_unmerge, 4 },
	{ play_highlight, 5 },
	{ play_leave, 8 },
	{ play_pick, 5 },
	{ play_excuse, 4 },
	{ play_order, 3 },
	{ play_synthesis, 5 },
	{ play_redact, 1 },
	{ play_talk, 20 },
	{ play_report, 6 },
	{ play_use, 15 },
	{ play_sign, 4 },
	{ play_raise, 6 },
};

static void act(struct play *g)
{
	int total = 0, i = 0;
	for (size_t k = 0; k < sizeof actions / sizeof *actions; k++)
		total += actions[k].weight;
	for (int roll = play_below(g, total); roll >= actions[i].weight; i++)
		roll -= actions[i].weight;
	actions[i].act(g);
}

static void compare(struct play *g)
{
	for (int viewers = 0; viewers < 3; viewers++) {
		int person = play_anybody(g);
		for (int i = 0; i < 10 && g->m->point_count; i++)
			play_compare_point(
				g, person, &g->m->points[play_below(g, g->m->point_count)]);
		for (int i = 0; i < 10 && g->m->point_count; i++)
			play_compare_remarks(g, person, play_below(g, g->m->point_count));
		if (g->m->point_count)
			play_compare_uses(g, person, play_below(g, g->m->point_count));
		play_compare_waiting(g, person);
		play_compare_reports(g, person);
		for (int i = 0; i < 4; i++)
			play_compare_rollup(
				g, person, play_below(g, g->m->unit_count), play_some_week(g));
		if (g->m->point_count)
			play_compare_search(
				g, person, &g->m->points[play_below(g, g->m->point_count)]);
		for (int tag = 0; tag < MODEL_TAGS; tag++)
			play_compare_synthesis(g, person, play_below(g, 3), play_some_week(g), tag);
	}
	if (house_differences(g->h, tally_differences_any))
		PLAY_WRONG(g, "the tally differs from a recount");
	if (house_differences(g->h, sight_differences_any))
		PLAY_WRONG(g, "sight differs from a recount");
	if (house_differences(g->h, evidence_differences_any) +
		house_differences(g->h, trail_differences_any))
		PLAY_WRONG(g, "uses or trails differ from a recount");
	if (house_differences(g->h, event_differences_any))
		PLAY_WRONG(g, "the ledger differs from what was done");
	if (house_differences(g->h, search_differences_any))
		PLAY_WRONG(g, "the index of search differs from the truth");
}

static long number_from(const char *name, long otherwise)
{
	const char *value = getenv(name);
	return value ? atol(value) : otherwise;
}

static void play(uint64_t seed)
{
	struct play g = { .h = house_new(), .m = calloc(1, sizeof *g.m) };
	g.seed = seed;
	model_report_count = 0;
	g.dice = seed * 0x9E3779B97F4A7C15u + 1;
	move_in(&g);
	long steps = number_from("MODEL_STEPS", STEPS);
	for (g.step = 1;
		g.step <= steps && g.step < MODEL_STEPS && g.m->point_count < MODEL_POINTS - 8;
		g.step++) {
		struct arena *life = NULL;
		play_forget(g.h, &life);
		act(&g);
		if (g.step % COMPARED_EVERY == 0)
			compare(&g);
		play_forget(g.h, &life);
	}
	print_message("# seed %llu: %ld steps, %d reflections, %d points\n",
		(unsigned long long)seed, g.step - 1, g.m->reflection_count, g.m->point_count);
	free(g.m);
	house_free(g.h);
}

static void whatever_happens_reach_and_counts_are_as_the_model_says(void **state)
{
	(void)state;
	if (getenv("MODEL_SEED")) {
		play((uint64_t)number_from("MODEL_SEED", 1));
		return;
	}
	for (uint64_t seed = 1; seed <= 6 + (uint64_t)number_from("MODEL_ROUNDS", 0); seed++)
		play(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(whatever_happens_reach_and_counts_are_as_the_model_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
