/* Units and people: the sample's own, fewer or more of them. */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "demo_plan.h"

/* Units of one kind under one parent that the sample has. */
static size_t unit_index(const struct demo_plan *p, const char *code)
{
	for (size_t i = 0; i < p->units.count; i++)
		if (text_same(p->units.items[i].code, code))
			return i;
	return DEMO_NOBODY;
}

static size_t count_kind(const struct demo_plan *p, enum unit_kind kind)
{
	size_t n = 0;
	LIST_EACH (const struct demo_unit, u, &p->units)
		n += u->kind == kind;
	return n;
}

static void add_unit(
	struct demo_plan *p, const char *code, const char *name, enum unit_kind kind, size_t parent)
{
	*LIST_ADD(p->arena, &p->units) = (struct demo_unit){
		.code = code, .name = name, .kind = kind, .parent = parent, .manager = DEMO_NOBODY
	};
}

static const char *city(const struct demo_plan *p, size_t n)
{
	const struct strings *cities =
		&p->sample->fills[names_find(&p->sample->fill_by_name, "城市")];
	return cities->items[n % cities->count];
}

/* The first so many of the sample's units of a kind, whose parents are there. */
static void take_units(struct demo_plan *p, enum unit_kind kind, size_t most)
{
	LIST_EACH (const struct org_unit, u, &p->sample->org.units) {
		size_t parent = u->kind == UNIT_HQ ? 0 : unit_index(p, u->parent);
		if (u->kind == kind && parent != DEMO_NOBODY && count_kind(p, kind) < most)
			add_unit(p, u->code, u->name, kind, parent);
	}
}

static void plan_units(struct demo_plan *p, const struct demo_size *size)
{
	assert(size->branches > 0);
	take_units(p, UNIT_HQ, 1);
	take_units(p, UNIT_BRANCH, (size_t)size->branches);
	for (size_t n = count_kind(p, UNIT_BRANCH); n < (size_t)size->branches; n++)
		add_unit(p, arena_format(p->arena, "B%zu", n + 1),
			arena_format(p->arena, "%s第%zu分公司", city(p, n), n + 1), UNIT_BRANCH, 0);
	take_units(p, UNIT_TEAM, (size_t)size->teams);
	for (size_t n = count_kind(p, UNIT_TEAM); n < (size_t)size->teams; n++) {
		size_t branch = 1 + n % (size_t)size->branches;
		const char *of = p->units.items[branch].code;
		add_unit(p, arena_format(p->arena, "%s-%zu", of, n + 1),
			arena_format(p->arena, "%s%zu组", city(p, n), n + 1), UNIT_TEAM, branch);
	}
}

static size_t add_person(struct demo_plan *p, struct demo_person person)
{
	struct demo_unit *u = &p->units.items[person.unit];
	if ((person.roles & (TEAM_MANAGER | BRANCH_MANAGER)) && u->manager == DEMO_NOBODY)
		u->manager = p->people.count;
	*LIST_ADD(p->arena, &p->people) = person;
	return p->people.count - 1;
}

/* Somebody the sample does not name. */
static void add_other(struct demo_plan *p, size_t unit, unsigned roles)
{
	static const char *const given[] = { "伟", "敏", "静", "强", "磊", "洋", "艳", "勇", "杰",
		"涛", "霞", "平", "刚", "桂英", "建国", "志明", "雨桐", "子涵" };
	const struct strings *family =
		&p->sample->fills[names_find(&p->sample->fill_by_name, "姓")];
	const char *first = family->items[dice_below(&p->dice, family->count)];
	const char *second = given[dice_below(&p->dice, sizeof given / sizeof *given)];
	const struct strings *voices = &p->sample->voice;
	add_person(
		p, (struct demo_person){ .login = arena_format(p->arena, "p%06zu", p->people.count),
			   .name = arena_format(p->arena, "%s%s", first, second),
			   .voice = voices->items[dice_below(&p->dice, voices->count)],
			   .roles = roles,
			   .active = true,
			   .unit = unit });
}

static int64_t writers(const struct demo_plan *p)
{
	int64_t n = 0;
	LIST_EACH (const struct demo_person, person, &p->people)
		n += demo_plan_writes(person);
	return n;
}

/* Named people of units that are there; of those who write, the first in each team, then the
 * second in each, up to `most`. */
static void take_people(struct demo_plan *p, int64_t most)
{
	size_t *taken = ARENA_MANY(p->arena, size_t, p->units.count);
	bool *done = ARENA_MANY(p->arena, bool, p->sample->org.people.count);
	bool more = true;
	for (size_t round = 0; more; round++) {
		more = false;
		for (size_t i = 0; i < p->sample->org.people.count; i++) {
			const struct org_person *o = &p->sample->org.people.items[i];
			size_t unit = unit_index(p, o->unit);
			if (done[i] || unit == DEMO_NOBODY)
				continue;
			if ((o->roles & REP) && (taken[unit] > round || writers(p) >= most))
				continue;
			done[i] = more = true;
			taken[unit]++;
			add_person(p, (struct demo_person){ .login = o->login,
					      .name = o->name,
					      .email = o->email,
					      .voice = demo_sample_voice(p->sample, o->login),
					      .roles = o->roles,
					      .active = o->active,
					      .named = true,
					      .unit = unit });
		}
	}
}

/* One more for each team that has fewer than its share, until there are enough. */
static void add_others(struct demo_plan *p, int64_t reps)
{
	size_t *size = ARENA_MANY(p->arena, size_t, p->units.count);
	LIST_EACH (const struct demo_person, person, &p->people)
		size[person->unit]++;
	for (size_t i = 0; i < p->units.count; i++)
		if (p->units.items[i].kind == UNIT_BRANCH && !size[i])
			add_other(p, i, BRANCH_MANAGER);
	int64_t n = writers(p);
	for (size_t share = 1; n < reps; share++)
		for (size_t i = 0; i < p->units.count && n < reps; i++) {
			if (p->units.items[i].kind != UNIT_TEAM || size[i] >= share)
				continue;
			add_other(p, i, size[i]++ ? REP : REP | TEAM_MANAGER);
			n++;
		}
}

void demo_plan_organisation(struct demo_plan *p, const struct demo_size *size)
{
	plan_units(p, size);
	take_people(p, size->reps);
	add_others(p, size->reps);
}
