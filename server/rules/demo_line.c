#include "demo_line.h"

#include "base/workday.h"
#include "demo_lining.h"

/* A sentence of this kind that was said least often in a unit. */
const char *demo_lining_words(struct demo_lining *l, size_t unit, enum demo_saying kind)
{
	const struct strings *list = &l->plan->sample->said[kind];
	int *uses = &l->uses[(unit * DEMO_SAYINGS + kind) * DEMO_SAYINGS_MOST];
	size_t count = list->count < DEMO_SAYINGS_MOST ? list->count : DEMO_SAYINGS_MOST, best = 0;
	int64_t best_score = INT64_MAX;
	for (size_t i = 0; i < count; i++) {
		int64_t score = uses[i] * 1000 + (int64_t)dice_below(&l->dice, 100);
		if (score < best_score)
			best = i, best_score = score;
	}
	uses[best]++;
	return list->items[best];
}

struct demo_line *demo_lining_add(
	struct demo_lining *l, enum demo_deed deed, size_t person, int64_t at)
{
	struct demo_line *line = LIST_ADD(l->plan->arena, &l->plan->lines);
	*line = (struct demo_line){ .deed = deed,
		.entry = l->entry,
		.pick = l->pick,
		.person = person,
		.to = DEMO_NOBODY,
		.at = at };
	if (at <= l->plan->now && at > l->last && deed <= DEED_EXPLAIN && deed != DEED_READ)
		l->last = at;
	return line;
}

/* On that day at some hour of work; the day's date is that of a moment. */
static int64_t at_work(struct demo_lining *l, int64_t moment, int from, int to)
{
	struct local d = zone_local(l->plan->zone, moment);
	return zone_moment(l->plan->zone, d.year, d.month, d.day,
		(int)dice_between(&l->dice, from, to), (int)dice_below(&l->dice, 60));
}

int64_t demo_lining_after(struct demo_lining *l, int64_t from, int days)
{
	for (;; days++) {
		int64_t day = workday_after(l->plan->zone, "", from, days);
		/* Two days later before noon: within the clock that began in an afternoon. */
		int64_t at = at_work(l, day, 8, days == 2 ? 9 : 20);
		if (at > from + 20 * 60)
			return at;
	}
}

int64_t demo_lining_before_now(struct demo_lining *l, int64_t from, int64_t at)
{
	int64_t now = l->plan->now;
	if (at <= now)
		return at;
	at = from + (now - from) * dice_between(&l->dice, 40, 95) / 100;
	int hour = zone_local(l->plan->zone, at).hour;
	int64_t day = hour < 7 ? at_work(l, at, 8, 9) : hour > 21 ? at_work(l, at, 19, 20) : at;
	return day > from && day <= now ? day : at;
}

static size_t chief(const struct demo_plan *p, size_t unit)
{
	return p->units.items[unit].manager;
}

/* Whose word the point waits for. */
static size_t answerer(const struct demo_plan *p, const struct demo_entry *e)
{
	size_t unit = p->people.items[e->person].unit, manager = chief(p, unit);
	if (manager != DEMO_NOBODY && manager != e->person)
		return manager;
	return chief(p, p->units.items[unit].parent);
}

static bool is_manager(const struct demo_plan *p, const struct demo_entry *e)
{
	return chief(p, p->people.items[e->person].unit) == e->person;
}

/* why, answer, why … by two people, as far as the words go. */
static void talk(struct demo_lining *l, size_t asker, int64_t at)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	const struct demo_person *author = &p->people.items[e->person];
	enum kind kind = e->picks[l->pick].point->kind;
	const char *words = demo_lining_words(
		l, author->unit, kind == LESSON ? SAY_CHAIN_LESSON : SAY_CHAIN_EXPERIENCE);
	struct strings turns = demo_blocks_split(p->arena, words, '|');
	size_t to = DEMO_NOBODY;
	for (size_t i = 0; i < turns.count; i++) {
		bool asks = i % 2 == 0;
		if (!asks && (!author->active || dice_percent(&l->dice, 10)))
			return;
		struct demo_line *line = demo_lining_add(
			l, asks ? DEED_WHY : DEED_EXPLAIN, asks ? asker : e->person, at);
		line->text = turns.items[i];
		line->to = to;
		to = p->lines.count - 1;
		at = demo_lining_after(l, at, (int)dice_below(&l->dice, 2));
	}
}

static void advise(struct demo_lining *l, size_t manager, int64_t at)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	const struct demo_person *author = &p->people.items[e->person];
	struct strings parts =
		demo_blocks_split(p->arena, demo_lining_words(l, author->unit, SAY_ADVICE), '|');
	assert(parts.count == 3);
	struct demo_line *line = demo_lining_add(l, DEED_ADVISE, manager, at);
	line->text = parts.items[2];
	line->days = atoi(parts.items[1]);
	line->whom = parts.items[0];
	if (text_same(line->whom, "我"))
		line->whom = p->people.items[manager].name;
	else if (text_same(line->whom, "他"))
		line->whom = e->picks[l->pick].point->anonymous ? NULL : author->name;
}

static void answer(struct demo_lining *l, size_t manager, int64_t from, int64_t at)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	size_t unit = p->people.items[e->person].unit, roll = dice_below(&l->dice, 100);
	int64_t read = at - dice_between(&l->dice, 2, 9) * 60;
	demo_lining_add(l, DEED_READ, manager, read > from ? read : at);
	bool lesson = e->picks[l->pick].point->kind == LESSON;
	enum demo_saying kind = lesson ? SAY_TO_LESSON : SAY_TO_EXPERIENCE;
	if (e->picks[l->pick].point->slogan)
		kind = SAY_TO_SLOGAN;
	else if (is_manager(p, e))
		kind = SAY_ABOVE;
	else if (roll < 10)
		return talk(l, manager, at);
	else if (lesson && roll < 45)
		return advise(l, manager, at);
	else if (lesson && roll < 65)
		kind = SAY_OFFER;
	struct demo_line *line = demo_lining_add(l, DEED_COMMENT, manager, at);
	line->text = demo_lining_words(l, unit, kind);
}

/* Those of the team read, say a word now and then, or ask. */
static void colleagues(struct demo_lining *l, int64_t from)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	size_t unit = p->people.items[e->person].unit;
	bool asked = false;
	for (size_t i = 0; i < p->people.count; i++) {
		const struct demo_person *person = &p->people.items[i];
		if (person->unit != unit || i == e->person || i == chief(p, unit) ||
			!person->active || !dice_percent(&l->dice, 22))
			continue;
		int64_t at = demo_lining_after(l, from, (int)dice_below(&l->dice, 4));
		size_t roll = dice_below(&l->dice, 100);
		demo_lining_add(l, DEED_READ, i, at);
		at += dice_between(&l->dice, 2, 6) * 60;
		if (roll < 8) {
			struct demo_line *line = demo_lining_add(l, DEED_COMMENT, i, at);
			line->text = demo_lining_words(l, unit, SAY_COLLEAGUE);
		} else if (roll < 18 && !asked) {
			talk(l, i, at);
			asked = true;
		}
	}
}

/* A branch manager's word under what they flagged; and the author comes back to look. */
static void afterwards(struct demo_lining *l)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	const struct demo_person *author = &p->people.items[e->person];
	size_t branch = p->units.items[author->unit].parent;
	if (e->picks[l->pick].point->highlight && e->week.n < p->last.n &&
		chief(p, branch) != DEMO_NOBODY && dice_percent(&l->dice, 60)) {
		struct demo_line *line = demo_lining_add(l, DEED_COMMENT, chief(p, branch),
			demo_plan_moment(p, e->week, 8, 12, (int)dice_between(&l->dice, 0, 50)));
		line->text = demo_lining_words(l, branch, SAY_HIGHLIGHT);
	}
	bool old = e->week.n < p->last.n - 1;
	if (l->last && author->active && dice_percent(&l->dice, old ? 97 : 55))
		demo_lining_add(l, DEED_READ, e->person,
			demo_lining_before_now(l, l->last, demo_lining_after(l, l->last, 0)));
}

/* Points of a unit that its manager has to answer: these wait. */
static void leave_waiting(struct demo_lining *l, size_t unit)
{
	struct demo_plan *p = l->plan;
	size_t older = 2, newer = (size_t)dice_between(&l->dice, 3, 6);
	for (size_t i = p->entries.count; i-- > 0;) {
		const struct demo_entry *e = &p->entries.items[i];
		bool now = e->week.n == p->last.n;
		if (e->presence > LATE || p->people.items[e->person].unit != unit ||
			e->at > p->now || is_manager(p, e))
			continue;
		size_t *left = now ? &newer : &older;
		for (size_t k = 0; k < e->count && *left; k++)
			if (now || dice_percent(&l->dice, 20)) {
				l->waits[i * 6 + k] = true;
				--*left;
			}
	}
}

static void about_point(struct demo_lining *l, const int *skill)
{
	struct demo_plan *p = l->plan;
	const struct demo_entry *e = &p->entries.items[l->entry];
	size_t unit = p->people.items[e->person].unit, manager = answerer(p, e);
	int64_t from = e->at + (e->revised ? 25 * 60 : 0);
	l->last = 0;
	/* A manager's own is answered once it has risen. */
	int64_t owed = is_manager(p, e) ? demo_plan_moment(p, e->week, 7, 19, 0) : from;
	int days = dice_percent(&l->dice, (unsigned)skill[unit])
			   ? (int)dice_below(&l->dice, 3)
			   : (int)dice_between(&l->dice, 3, 5);
	int64_t at = demo_lining_after(l, owed, days);
	if (owed < p->now)
		at = demo_lining_before_now(l, owed, at);
	if (manager != DEMO_NOBODY && !l->waits[l->entry * 6 + l->pick])
		answer(l, manager, from, at);
	else if (manager != DEMO_NOBODY && e->week.n < p->last.n)
		demo_lining_add(l, DEED_READ, manager, at);
	colleagues(l, from);
	afterwards(l);
}

void demo_line_all(struct demo_plan *p)
{
	struct demo_lining l = { .plan = p, .dice = { p->dice.state ^ 0x5a1e } };
	l.uses = ARENA_MANY(p->arena, int, p->units.count *DEMO_SAYINGS *DEMO_SAYINGS_MOST);
	l.waits = ARENA_MANY(p->arena, bool, p->entries.count * 6 + 1);
	int *skill = ARENA_MANY(p->arena, int, p->units.count);
	for (size_t i = 0; i < p->units.count; i++) {
		skill[i] = (int)dice_between(&l.dice, 80, 99);
		if (p->units.items[i].kind == UNIT_TEAM)
			leave_waiting(&l, i);
	}
	for (l.entry = 0; l.entry < p->entries.count; l.entry++) {
		const struct demo_entry *e = &p->entries.items[l.entry];
		if (e->presence > LATE || e->at > p->now)
			continue;
		for (l.pick = 0; l.pick < e->count; l.pick++)
			about_point(&l, skill);
	}
	demo_lining_asks(&l);
}
