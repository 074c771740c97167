/* What becomes of the sample's asks. */
#include "demo_lining.h"

#include <string.h>

#include "base/workday.h"

struct wish {
	size_t entry, pick;
	int64_t at;
};
struct wishes {
	struct wish *items;
	size_t count, room;
};

static int newest_first(const void *a, const void *b)
{
	const struct wish *x = a, *y = b;
	if (x->at != y->at)
		return x->at > y->at ? -1 : 1;
	return x->entry != y->entry ? (x->entry < y->entry ? -1 : 1) : (int)x->pick - (int)y->pick;
}

static bool asks(const struct demo_point *point)
{
	return strstr(point->body, "\n求助:") || strstr(point->body, "\n请示:");
}

static int64_t say(struct demo_lining *l, enum demo_deed deed, int64_t at, const char *text)
{
	const struct demo_entry *e = &l->plan->entries.items[l->entry];
	size_t by = deed == DEED_ASK_ANSWER ? DEMO_NOBODY : e->person;
	demo_lining_add(l, deed, by, at)->text = text;
	return at;
}

static const char *wanted(const struct demo_lining *l)
{
	const struct demo_entry *e = &l->plan->entries.items[l->entry];
	return demo_sample_ask_answer(l->plan->sample, e->picks[l->pick].point->key);
}

/* Nobody answered it so far: would it have climbed by now, and no higher than the branch? */
static bool lies_with_the_branch(const struct demo_lining *l, const struct wish *wish)
{
	const struct demo_plan *p = l->plan;
	size_t asker = p->entries.items[wish->entry].person;
	if (p->people.items[asker].roles & TEAM_MANAGER)
		return false; /* the branch owed it from the start */
	struct local d = zone_local(p->zone, p->now);
	int64_t seven = zone_moment(p->zone, d.year, d.month, d.day, 7, 0);
	int64_t due = workday_after(p->zone, "", wish->at, 2);
	return due < (seven < p->now ? seven : seven - 86400) &&
	       workday_after(p->zone, "", due, 3) > p->now;
}

/* How far each comes: the newest is open, another for so long that it climbed; some wait for
 * the asker's word; of the older ones some were answered only above or a second time. */
static void go(struct demo_lining *l, size_t rank, int64_t asked_at, bool climbs)
{
	enum { OPEN, ANSWERED, OPEN_AGAIN, CONFIRMED, CLOSED, CLIMBED, TWICE };
	static const int newest[] = { OPEN, ANSWERED, OPEN_AGAIN, ANSWERED };
	static const int older[] = { CONFIRMED, CLOSED, CLIMBED, TWICE, CONFIRMED, ANSWERED };
	size_t n = sizeof newest / sizeof *newest;
	int end = rank < n ? newest[rank] : older[(rank - n) % 6];
	if (end == OPEN || climbs)
		return;
	bool above = end == CLIMBED || end == OPEN_AGAIN;
	int days = above ? 3 : (int)dice_below(&l->dice, 2);
	int64_t at = demo_lining_before_now(l, asked_at, demo_lining_after(l, asked_at, days));
	say(l, DEED_ASK_ANSWER, at, wanted(l));
	if (end == ANSWERED)
		return;
	int64_t yesterday = l->plan->now - 20 * 3600;
	if (end == OPEN_AGAIN) /* not so long ago that it climbs once more */
		at = demo_lining_before_now(l, at > yesterday ? at : yesterday, l->plan->now + 1);
	else
		at = demo_lining_before_now(l, at, demo_lining_after(l, at, 1));
	if (end == OPEN_AGAIN || end == TWICE)
		say(l, DEED_ASK_REOPEN, at, demo_lining_words(l, 0, SAY_NOT_HELPED));
	if (end == OPEN_AGAIN)
		return;
	if (end == TWICE) {
		at = demo_lining_after(l, at, 1);
		say(l, DEED_ASK_ANSWER, at, demo_lining_words(l, 0, SAY_ANEW));
		at = demo_lining_after(l, at, 1);
	}
	say(l, DEED_ASK_CONFIRM, at, NULL);
	if (end == CLOSED)
		say(l, DEED_ASK_CLOSE, demo_lining_after(l, at, 2), NULL);
}

void demo_lining_asks(struct demo_lining *l)
{
	const struct demo_plan *p = l->plan;
	struct wishes all = { 0 };
	for (size_t i = 0; i < p->entries.count; i++) {
		const struct demo_entry *e = &p->entries.items[i];
		if (e->presence > LATE || e->at > p->now || !p->people.items[e->person].active)
			continue;
		for (size_t k = 0; k < e->count; k++)
			if (asks(e->picks[k].point))
				*LIST_ADD(p->arena, &all) = (struct wish){ i, k, e->at + 1500 };
	}
	LIST_SORT(&all, newest_first);
	bool climbed = false;
	for (size_t i = 0; i < all.count; i++) {
		l->entry = all.items[i].entry;
		l->pick = all.items[i].pick;
		bool climbs = !climbed && lies_with_the_branch(l, &all.items[i]);
		go(l, i, all.items[i].at, climbs);
		climbed |= climbs;
	}
}
