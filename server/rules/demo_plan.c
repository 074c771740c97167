/* Who writes what: presence, points drawn without repeating, texts that later syntheses cite. */
#include "demo_plan.h"

#include <assert.h>
#include <string.h>

#include "base/out.h"
#include "base/text.h"

bool demo_plan_has(const struct demo_entry *e, const struct demo_point *point)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->picks[i].point == point)
			return true;
	return false;
}

size_t demo_plan_count(const struct demo_entry *e, enum kind kind)
{
	size_t n = 0;
	for (size_t i = 0; i < e->count; i++)
		n += e->picks[i].point->kind == kind;
	return n;
}

void demo_plan_take(struct demo_plan *p, struct demo_entry *e, const struct demo_point *point)
{
	assert(point); /* the sample has more of each kind than one person is dealt */
	p->uses[point - p->sample->points.items]++;
	e->picks[e->count++] = (struct demo_pick){ .point = point };
}

/* What was used least so far, in the person's own voice if there is such a one. */
static const struct demo_point *draw(
	struct demo_plan *p, const struct demo_entry *e, enum kind kind)
{
	const struct demo_sample *s = p->sample;
	const char *voice = p->people.items[e->person].voice;
	const struct demo_point *best = NULL;
	int64_t best_score = 0;
	for (size_t i = 0; i < s->points.count; i++) {
		const struct demo_point *point = &s->points.items[i];
		if (point->kind != kind || demo_plan_has(e, point))
			continue;
		int64_t score = p->uses[i] * 1000 + (text_same(point->voice, voice) ? 0 : 400) +
				(int64_t)dice_below(&p->dice, 100);
		if (!best || score < best_score)
			best = point, best_score = score;
	}
	return best;
}

static size_t how_many(struct dice *d, const unsigned percent[4])
{
	size_t n = 0;
	for (unsigned roll = (unsigned)dice_below(d, 100); n < 3 && roll >= percent[n]; n++)
		roll -= percent[n];
	return n;
}

static void draw_points(struct demo_plan *p, struct demo_entry *e)
{
	static const unsigned chances[KINDS][4] = { { 10, 72, 15, 3 }, { 26, 64, 9, 1 } };
	struct dice *dice = &p->dice;
	for (enum kind kind = EXPERIENCE; kind <= LESSON; kind++)
		for (size_t n = how_many(dice, chances[kind]); demo_plan_count(e, kind) < n;)
			demo_plan_take(p, e, draw(p, e, kind));
	if (!e->count)
		demo_plan_take(p, e, draw(p, e, EXPERIENCE));
	for (size_t i = 0; i < e->count; i++) {
		struct demo_pick *pick = &e->picks[i];
		pick->bare = dice_percent(dice, pick->point->slogan ? 60 : 7);
		const struct strings *words = &p->sample->proposed;
		if (dice_percent(dice, 3))
			pick->proposes = words->items[dice_below(dice, words->count)];
	}
	e->revised = e->count > 1 && dice_percent(dice, 8);
}

/* Thursday noon to Sunday night; a latecomer on the Monday or Tuesday after. */
static void set_moment(struct demo_plan *p, struct demo_entry *e)
{
	bool late = e->presence == LATE;
	int day = late ? (int)dice_between(&p->dice, 7, 8) : (int)dice_between(&p->dice, 3, 6);
	int hour =
		day == 3 ? (int)dice_between(&p->dice, 12, 22) : (int)dice_between(&p->dice, 8, 22);
	e->at = demo_plan_moment(p, e->week, day, hour, (int)dice_below(&p->dice, 60));
}

static void set_presence(struct demo_plan *p, struct demo_entry *e)
{
	size_t roll = dice_below(&p->dice, 100);
	e->presence = roll < 86 ? SUBMITTED : roll < 92 ? LATE : roll < 96 ? EXCUSED : MISSING;
	if (e->week.n == p->last.n) { /* it goes on */
		e->presence = roll < 45 ? SUBMITTED : MISSING;
		e->draft = roll >= 45 && roll < 65;
	}
	if (!p->people.items[e->person].active && e->week.n > p->last.n - 3) { /* left */
		e->presence = MISSING;
		e->draft = false;
	}
}

void demo_plan_entries(struct demo_plan *p)
{
	const struct demo_sample *s = p->sample;
	for (struct week week = p->first; week.n <= p->last.n; week.n++)
		for (size_t i = 0; i < p->people.count; i++) {
			if (!demo_plan_writes(&p->people.items[i]))
				continue;
			struct demo_entry *e = LIST_ADD(p->arena, &p->entries);
			*e = (struct demo_entry){
				.person = i, .week = week, .seed = dice_throw(&p->dice)
			};
			set_presence(p, e);
			set_moment(p, e);
		}
	p->uses = ARENA_MANY(p->arena, int, s->points.count);
	demo_plan_plant(p);
	LIST_EACH (struct demo_entry, e, &p->entries)
		if (e->presence <= LATE || e->draft)
			draw_points(p, e);
}

static void print_point(struct arena *a, struct out *o, const struct demo_plan *p,
	const struct demo_pick *pick, struct dice *dice)
{
	const struct demo_point *point = pick->point;
	const char *text = demo_sample_fill(
		a, p->sample, dice, arena_format(a, "%s\n%s", point->headline, point->body));
	const char *end = strchr(text, '\n');
	out_format(o, "## %.*s", (int)(end - text), text);
	for (size_t i = 0; i < point->topics.count && !pick->bare; i++)
		out_format(o, " #%s", point->topics.items[i]);
	if (pick->proposes)
		out_format(o, " #%s", pick->proposes);
	out_format(o, "%s\n\n", end);
}

const char *demo_plan_text(
	struct arena *a, const struct demo_plan *p, const struct demo_entry *e, bool without_last)
{
	struct dice dice = { e->seed };
	struct out o = out_new(a);
	out_format(&o, "---\nweek: %s\n---\n", week_name(a, e->week));
	for (enum kind kind = EXPERIENCE; kind <= LESSON; kind++) {
		size_t n = 0;
		for (size_t i = 0; i + without_last < e->count; i++) {
			if (e->picks[i].point->kind != kind)
				continue;
			if (n++ == 0)
				out_format(&o, "# %s\n\n", kind_heading(kind));
			print_point(a, &o, p, &e->picks[i], &dice);
		}
	}
	return out_string(&o);
}
