/*
 * The sample organisation, large: for load. Points are the sample's, filled in a few ways each and
 * combined anew; rows are written where the rules would have put them (weeks before the last two
 * closed at every level, and so on), a week in a transaction, and what is derived is rebuilt once
 * at the end.
 */
#include <assert.h>
#include <string.h>

#include "base/list.h"
#include "check.h"
#include "demo_act.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "reflection_text.h"
#include "store/point.h"
#include "store/reflection.h"
#include "store/rollup.h"
#include "store/topic.h"

enum { WAYS = 8, CHECKPOINT = 64 << 20 };

struct variant {
	struct point_text text;
	const char *html, *tags;
	struct topic_id topics[8];
	size_t topic_count;
};

struct bulk {
	struct work *work;
	struct demo_plan *plan;
	struct variants {
		struct variant *items;
		size_t count, room;
	} of_kind[KINDS];
};

static void add_variant(struct bulk *b, const struct demo_point *point)
{
	struct arena *a = b->plan->arena;
	struct variant *v = LIST_ADD(a, &b->of_kind[point->kind]);
	const char *whole = demo_sample_fill(a, b->plan->sample, &b->plan->dice,
		arena_format(a, "%s\n%s", point->headline, point->body));
	const char *end = strchr(whole, '\n');
	v->text.kind = point->kind;
	point_text_set_headline(a, &v->text, arena_copy(a, whole, (size_t)(end - whole)));
	point_text_set_body(a, &v->text, point_text_escape(a, end + 1));
	v->tags = "";
	for (size_t i = 0; i < point->topics.count && i < 8; i++) {
		const char *word = point->topics.items[i];
		*LIST_ADD(a, &v->text.tags) = word;
		v->tags = arena_format(a, "%s%s#%s", v->tags, i ? " " : "", word);
		const struct topic *topic = topic_by_word_any(b->work->db, word);
		v->topics[v->topic_count++] = topic->id;
	}
	v->html = markdown_html(a, point_text_shown(a, v->text.body), NULL).html;
}

static void make_variants(struct bulk *b)
{
	LIST_EACH (const struct demo_point, point, &b->plan->sample->points)
		for (int i = 0; i < WAYS; i++)
			add_variant(b, point);
}

/* How far the roll-ups have come by now. */
static enum reach reach_of(const struct bulk *b, size_t branch, struct week week)
{
	const struct demo_units *units = &b->plan->units;
	bool last_branch =
		branch + 1 == units->count || units->items[branch + 1].kind != UNIT_BRANCH;
	if (week.n == b->plan->last.n)
		return REACH_TEAM;
	return week.n == b->plan->last.n - 1 && last_branch ? REACH_BRANCH : REACH_HQ;
}

static void put_point(struct bulk *b, struct txn *t, const struct reflection *r,
	const struct variant *v, int64_t position, size_t branch)
{
	struct point p = { .reflection = r->id,
		.kind = v->text.kind,
		.position = position,
		.headline = v->text.headline,
		.body_md = v->text.body,
		.body_html = v->html,
		.author = r->person,
		.team = r->team,
		.branch = b->plan->units.items[branch].id,
		.week = r->week,
		.team_week = r->week,
		.branch_week = r->week,
		.hq_week = r->week,
		.reach = v->text.team_only ? REACH_TEAM : reach_of(b, branch, r->week),
		.team_only = v->text.team_only,
		.anonymous = v->text.anonymous,
		.submitted_at = r->submitted_at,
		.changed_at = r->submitted_at };
	p.id = point_add(t, &p);
	point_add_version(t, &p, 1, v->tags);
	point_set_tags(t, p.id, v->text.tags.items, v->topics, v->topic_count);
	point_set_topics(t, p.id, v->topics, v->topic_count);
}

static void put_reflection(
	struct bulk *b, struct txn *t, const struct demo_person *person, struct week week)
{
	struct demo_plan *plan = b->plan;
	struct arena *a = db_arena(t->db);
	const struct demo_unit *team = &plan->units.items[person->unit];
	int day = (int)dice_between(&plan->dice, 3, 6),
	    hour = (int)dice_between(&plan->dice, 9, 22);
	int minute = (int)dice_below(&plan->dice, 60);
	struct reflection r = { .person = person->id,
		.team = team->id,
		.week = week,
		.rollup_week = week,
		.state = week.n == plan->last.n ? "submitted" : "closed",
		.version = 1,
		.submitted_at = demo_plan_moment(plan, week, day, hour, minute) };
	r.changed_at = r.submitted_at;
	const struct variant *chosen[4];
	size_t count = 0;
	struct reflection_text text = { .has_week = true, .week = week };
	for (enum kind kind = EXPERIENCE; kind <= LESSON; kind++) {
		const struct variants *all = &b->of_kind[kind];
		assert(all->count);
		size_t first = dice_below(&plan->dice, all->count);
		for (size_t n = 1 + dice_below(&plan->dice, 2), i = 0; i < n; i++) {
			chosen[count] = &all->items[(first + i * WAYS) % all->count];
			*LIST_ADD(a, &text.points) = chosen[count++]->text;
		}
	}
	r.id = reflection_add(t, &r);
	const struct reflection_version first_version = {
		.number = 1, .saved_at = r.submitted_at, .via = VIA_IMPORT
	};
	reflection_add_version(
		t, r.id, &first_version, reflection_text_print(a, &text), person->id);
	int64_t position[KINDS] = { 0 };
	for (size_t i = 0; i < count; i++)
		put_point(b, t, &r, chosen[i], position[chosen[i]->text.kind]++, team->parent);
}

static void close_unit(struct bulk *b, struct txn *t, size_t unit, struct week week)
{
	const struct demo_plan *plan = b->plan;
	const struct demo_unit *u = &plan->units.items[unit];
	int64_t at = demo_plan_moment(plan, week, 7 + UNIT_TEAM - (int)u->kind, 16, 0);
	struct rollup_id id = rollup_ensure(t, u->id, week);
	struct person_id by = { 0 };
	if (u->manager != DEMO_NOBODY)
		by = plan->people.items[u->manager].id;
	if (u->kind == UNIT_TEAM)
		roster_freeze(
			t, id, u->id, week, week_start(plan->zone, (struct week){ week.n + 1 }));
	rollup_set_closed(t, id, true, by, at);
}

static bool put_week(struct bulk *b, struct arena *a, struct week week)
{
	struct demo_plan *plan = b->plan;
	TXN(t, b->work->writer, a);
	LIST_EACH (const struct demo_person, person, &plan->people)
		if (demo_plan_writes(person) && dice_percent(&plan->dice, 92))
			put_reflection(b, &t, person, week);
	for (size_t i = 0; i < plan->units.count; i++) {
		const struct demo_unit *u = &plan->units.items[i];
		bool closed = week.n < plan->last.n - 1;
		if (week.n == plan->last.n - 1)
			closed = u->kind == UNIT_TEAM ||
				 (u->kind == UNIT_BRANCH && reach_of(b, i, week) == REACH_HQ);
		if (closed)
			close_unit(b, &t, i, week);
	}
	return txn_commit(&t);
}

enum outcome demo_act_bulk(struct work *w, struct demo_plan *p)
{
	struct bulk b = { .work = w, .plan = p };
	make_variants(&b);
	db_end(w->db); /* a snapshot would keep the log from being folded back */
	struct arena *a = arena_new();
	bool ok = true;
	for (struct week week = p->first; ok && week.n <= p->last.n; week.n++) {
		ok = put_week(&b, a, week);
		arena_reset(a);
		writer_checkpoint(w->writer, CHECKPOINT);
	}
	arena_free(a);
	enum outcome outcome = ok ? check_rebuild(w) : BROKEN;
	writer_checkpoint(w->writer, 0);
	db_begin(w->db, w->arena);
	return outcome;
}
