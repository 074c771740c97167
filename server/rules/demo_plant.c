/* Points that later texts cite are given to people of the right units and weeks, before anything is
 * drawn for them. */
#include <assert.h>

#include "base/text.h"
#include "demo_plan.h"

static size_t branch_count(const struct demo_plan *p)
{
	size_t n = 0;
	LIST_EACH (const struct demo_unit, u, &p->units)
		n += u->kind == UNIT_BRANCH;
	return n;
}

/* How well a point suits this entry; 0: not at all. A team of its own and its author's voice are
 * better. */
static int suits(const struct demo_plan *p, const struct demo_plant *plant,
	const struct demo_entry *e, const struct demo_point *point, size_t branch)
{
	const struct demo_person *person = &p->people.items[e->person];
	if (e->week.n != plant->week.n || e->presence != SUBMITTED)
		return 0;
	if (p->units.items[person->unit].parent != branch || demo_plan_has(e, point))
		return 0;
	if (demo_plan_count(e, point->kind) >= 2)
		return 0;
	int good = 1 + 2 * text_same(person->voice, point->voice);
	for (size_t i = 0; i < plant->count; i++) {
		size_t other = plant->found[i].entry;
		if (other != DEMO_NOBODY &&
			p->people.items[p->entries.items[other].person].unit == person->unit)
			return good;
	}
	return good + 4;
}

static void plant_point(
	struct demo_plan *p, struct demo_plant *plant, const char *key, size_t branch)
{
	const struct demo_point *point =
		&p->sample->points.items[names_find(&p->sample->point_by_key, key)];
	size_t best = DEMO_NOBODY;
	int best_good = 0;
	for (size_t i = 0; i < p->entries.count; i++) {
		int good = suits(p, plant, &p->entries.items[i], point, branch);
		if (good > best_good)
			best = i, best_good = good;
	}
	struct demo_found *found = &plant->found[plant->count++];
	*found = (struct demo_found){ .entry = best };
	if (best == DEMO_NOBODY)
		return;
	found->pick = p->entries.items[best].count;
	demo_plan_take(p, &p->entries.items[best], point);
}

/* Branch by branch and backwards from last week; one of the headquarters a week. */
void demo_plan_plant(struct demo_plan *p)
{
	size_t of_branches = 0, of_hq = 0, branches = branch_count(p);
	assert(branches);
	LIST_EACH (const struct demo_synthesis, s, &p->sample->syntheses) {
		struct demo_plant plant = { .synthesis = s };
		size_t back = s->hq ? of_hq++ : of_branches / branches;
		plant.unit = s->hq ? 0 : 1 + of_branches++ % branches;
		plant.week.n = p->last.n - 1 - (int64_t)back;
		if (plant.week.n < p->first.n)
			continue;
		for (size_t i = 0; i < s->points.count && i < 8; i++)
			plant_point(p, &plant, s->points.items[i],
				s->hq ? 1 + i % branches : plant.unit);
		*LIST_ADD(p->arena, &p->plants) = plant;
	}
}
